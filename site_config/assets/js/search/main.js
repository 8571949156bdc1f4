/**
 * The entry: small, because every page loads it. The rest of the search arrives when somebody goes to a search box,
 * or at once on the results page. Loaded with <script type="module">.
 */

const list = document.getElementById("risultati");

/** @type {Promise<import("./service.js").Service> | undefined} */
let service;
const open = () => (service ??= import("./remote.js").then(({ openSearch }) => openSearch()));

/**
 * What the page is about, so that its index is loaded first and its Comune holds: `data-ricerca-comune` on a Comune's
 * page, `data-ricerca-ambito` on an Ambito's, and on a scheda's the key of the scheda.
 * @param {HTMLFormElement} form
 */
function aboutThisPage(form) {
  /** @param {string} name */
  const told = (name) => document.querySelector(`[${name}]`)?.getAttribute(name) ?? "";
  form.dataset.ambito = told("data-ricerca-ambito") || (list ? "" : told("data-scheda").split("/")[0]);
  const comune = form.elements.namedItem("comune");
  if (comune instanceof HTMLInputElement && told("data-ricerca-comune")) {
    comune.value = told("data-ricerca-comune");
    comune.disabled = false;
  }
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-ricerca]"))) {
  const input = form.elements.namedItem("q");
  if (!(input instanceof HTMLInputElement)) continue;
  aboutThisPage(form);
  if (form.dataset.ricerca === "testata") {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("autocomplete", "off");
  }
  const attach = async () => {
    const { attachCombobox, keepTypedComune } = await import("./combobox.js");
    if (form.dataset.ricerca === "testata") attachCombobox(form, await open());
    else keepTypedComune(form, await open());
  };
  if (document.activeElement === input) attach();
  else input.addEventListener("focus", attach, { once: true });
}

if (list) Promise.all([import("./results.js"), open()]).then(([{ showResults }, opened]) => showResults(list, opened));
