/**
 * The entry: small, because every page loads it. The rest of the search arrives when somebody goes to a search box,
 * or at once on the results page. Loaded with <script type="module">.
 */

const list = document.getElementById("risultati");

/** @type {Promise<import("./loader.js").Library> | undefined} */
let library;
const open = () => (library ??= import("./loader.js").then(({ openLibrary }) => openLibrary()));

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-ricerca]"))) {
  const input = form.elements.namedItem("q");
  if (!(input instanceof HTMLInputElement)) continue;
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
