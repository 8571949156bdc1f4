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

/** What a search needs, of which nothing has been typed yet: the code, and where somebody goes to a box the words too. */
const CODE = ["combobox.js", "remote.js", "worker.js", "../lunr.js"].map((name) => new URL(name, import.meta.url));
/** @param {string} name */
const words = (name) => new URL(`../../../dati/ricerca/${name}.json`, import.meta.url);

/** Brings files into the browser's own store, all at once: what asks for them later finds them there. @param {URL[]} files */
function bring(files) {
  const kept = { credentials: /** @type {const} */ ("omit"), referrerPolicy: /** @type {const} */ ("no-referrer") };
  for (const file of files) fetch(file, kept).catch(() => undefined);
}

/** Brings the code of the search when the page has nothing else to do, unless the reader spares data. */
function bringCodeInTime() {
  const { saveData = false } = /** @type {{connection?: {saveData?: boolean}}} */ (/** @type {unknown} */ (navigator)).connection ?? {};
  if (saveData) return;
  const later = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 500));
  const start = () => later(() => bring(CODE));
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

const boxes = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-ricerca]"));
for (const form of boxes) {
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
    bring([words("indice"), ...(form.dataset.ambito ? [words(form.dataset.ambito)] : [])]);
    const [{ attachCombobox, keepTypedComune }, service] = await Promise.all([import("./combobox.js"), open()]);
    if (form.dataset.ricerca === "testata") attachCombobox(form, service);
    else keepTypedComune(form, service);
  };
  if (document.activeElement === input) attach();
  else input.addEventListener("focus", attach, { once: true });
}
if (boxes.length > 0 && !list) bringCodeInTime();

if (list) Promise.all([import("./results.js"), open()]).then(([{ showResults }, opened]) => showResults(list, opened));
