// The rating of a page. It goes only where the publisher of the site says: to their own address, or in a message that the
// person sends with their own mail. Nothing is kept.

const NEGATIVE_UP_TO = 3;

/**
 * The message of a rating, as the body of a mail.
 * @param {{voto: string, motivo: string, dettagli: string, pagina: string}} rating
 * @returns {string}
 */
export function message({ voto, motivo, dettagli, pagina }) {
  const rows = [`Pagina: ${pagina}`, `Voto: ${voto} su 5`, motivo && `Motivo: ${motivo}`, dettagli];
  return rows.filter(Boolean).join("\n");
}

/** @param {HTMLElement} box */
function attach(box) {
  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  const more = /** @type {HTMLElement} */ (box.querySelector(".aa-feedback__more"));
  const done = /** @type {HTMLElement} */ (box.querySelector(".aa-feedback__done"));
  const reasons = new Map(
    ["positive", "negative"].map((kind) => [
      kind,
      /** @type {HTMLFieldSetElement} */ (box.querySelector(`[data-element=feedback-rating-${kind}]`)),
    ]),
  );
  /** @type {HTMLElement} */ (box.querySelector(".aa-feedback__plain")).hidden = true;
  form.hidden = false;

  const vote = () => String(new FormData(form).get("voto") ?? "");
  const kind = () => (Number(vote()) <= NEGATIVE_UP_TO ? "negative" : "positive");

  form.addEventListener("change", () => {
    for (const star of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=voto]"))) {
      star.nextElementSibling?.classList.toggle("is-in", Number(star.value) <= Number(vote()));
    }
    for (const [name, fields] of reasons) fields.hidden = name !== kind();
    more.hidden = false;
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const rating = {
      voto: vote(),
      motivo: String(given.get(`motivo-${kind()}`) ?? ""),
      dettagli: String(given.get("dettagli") ?? ""),
      pagina: location.pathname,
    };
    if ("invia" in form.dataset) {
      const sent = await fetch(form.action, { method: "POST", body: new URLSearchParams(rating), credentials: "omit" })
        .then((answer) => answer.ok)
        .catch(() => false);
      done.textContent = sent ? "Grazie, ce ne serviremo per migliorare la pagina." : "Non è partito: prova più tardi.";
      if (sent) for (const part of form.querySelectorAll("fieldset, div")) part.remove();
      return;
    }
    const link = document.createElement("a");
    const subject = encodeURIComponent(`Quanto è chiara la pagina «${document.title}»`);
    link.href = `mailto:${box.dataset.email ?? ""}?subject=${subject}&body=${encodeURIComponent(message(rating))}`;
    link.textContent = "Apri il messaggio e invialo con la tua posta";
    const nobody = "Questo sito non ha ancora un indirizzo per le risposte: puoi mandarla al tuo Comune. ";
    done.replaceChildren(box.dataset.email ? "" : nobody, link);
    link.focus();
  });
}

if (typeof document !== "undefined") {
  const box = document.querySelector("[data-element=feedback]");
  if (box instanceof HTMLElement) attach(box);
}
