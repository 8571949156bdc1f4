// «Dove abiti?»: leads to the Comune, and remembers it on the device only if asked. And the buttons that forget.

import { forget, forgetAll, keep, kept } from "./device.js";

/** @param {HTMLFormElement} form */
function attach(form) {
  const choice = /** @type {HTMLSelectElement} */ (form.elements.namedItem("comune"));
  const field = /** @type {HTMLElement} */ (form.querySelector(".aa-hero__field"));
  const ask = /** @type {HTMLElement} */ (form.querySelector("[data-chiedi]"));
  const mine = /** @type {HTMLElement} */ (form.querySelector("[data-ricordato]"));
  const link = /** @type {HTMLAnchorElement} */ (mine.querySelector("a"));

  const show = () => {
    const id = kept("comune");
    const option = [...choice.options].find((one) => one.value && one.value === id);
    mine.hidden = !option;
    field.hidden = ask.hidden = Boolean(option);
    if (!option) return;
    link.href = `${form.dataset.doveAbiti}${option.value}/`;
    /** @type {HTMLElement} */ (link.querySelector("span")).textContent = `I servizi di ${option.text}`;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!choice.value) return choice.focus();
    const remember = /** @type {HTMLInputElement} */ (form.querySelector("#ricorda-comune"));
    if (remember.checked) keep("comune", choice.value);
    location.assign(`${form.dataset.doveAbiti}${choice.value}/`);
  });
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-dimentica]");
    if (!button) return;
    forget("comune");
    show();
    choice.focus();
  });
  show();
}

/** The button of a Comune's page. @param {HTMLButtonElement} button */
function attachComune(button) {
  const id = button.dataset.tieniComune;
  const label = /** @type {HTMLElement} */ (button.querySelector("span"));
  const show = () => {
    const mine = kept("comune") === id;
    button.setAttribute("aria-pressed", String(mine));
    label.textContent = mine ? "È il tuo Comune. Premi per dimenticarlo" : "È il mio Comune: ricordalo su questo dispositivo";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (kept("comune") === id) forget("comune");
    else keep("comune", id);
    show();
  });
  show();
}

/** The button of the privacy page. @param {HTMLButtonElement} button */
function attachEraser(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await forgetAll();
    const told = document.createElement("p");
    told.setAttribute("role", "status");
    button.after(told);
    told.textContent = "Fatto: il sito non tiene più niente su questo dispositivo.";
    button.disabled = true;
  });
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("[data-dove-abiti]"))) attach(form);
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-tieni-comune]"))) {
  attachComune(button);
}
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("button[data-dimentica=tutto]")
)) {
  attachEraser(button);
}
