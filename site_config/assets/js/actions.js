// Copy, share and print: buttons that only a script can work, shown where the browser can do it.

/** Milliseconds for which a button says that it has done. */
const TOLD = 3000;

/** @param {HTMLElement} tools */
function attach(tools) {
  const address = location.href.split("#")[0];
  const text = tools.dataset.testo ?? document.title;
  /** @param {string} name @param {boolean} can @param {(button: HTMLButtonElement) => void} run */
  const on = (name, can, run) => {
    const button = /** @type {HTMLButtonElement | null} */ (tools.querySelector(`[${name}]`));
    if (!button || !can) return;
    button.hidden = false;
    button.addEventListener("click", () => run(button));
  };
  on("data-condividi", "share" in navigator, () => {
    navigator.share({ title: text, text, url: address }).catch(() => undefined); // the person changed their mind
  });
  on("data-copia", "clipboard" in navigator, async (button) => {
    await navigator.clipboard.writeText(address);
    tell(button, "Copiato");
  });
  on("data-stampa", typeof print === "function", () => print());
}

/**
 * Changes the words of a button for a while; a live region says them aloud.
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function tell(button, words) {
  const label = button.querySelector("span");
  if (!label || label.dataset.prima) return;
  label.dataset.prima = label.textContent ?? "";
  label.setAttribute("role", "status");
  label.textContent = words;
  setTimeout(() => {
    label.textContent = label.dataset.prima ?? "";
    delete label.dataset.prima;
    label.removeAttribute("role");
  }, TOLD);
}

for (const tools of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-azioni]"))) attach(tools);
