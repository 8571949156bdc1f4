/**
 * The sheet to bring to the desk: what, where, which documents, what to ask there. It holds none of the answers.
 *
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./guide.js").GuideData} GuideData
 */

import { button, element, list } from "./dom.js";
import { whomToAsk } from "./results.js";
import { FIRST_STEP, FOR_ME, GROUPS, NOT_WRITTEN, ONLY_THE_DESK, PAPERS, PRINT, SHEET_TITLE, TO_ASK, WHERE, day } from "./words.js";

/**
 * @param {Result[]} results @param {GuideData} data @param {string} root @param {string | undefined} comune
 * @param {string} title of the guide @param {string} today YYYY-MM-DD
 * @returns {HTMLElement}
 */
export function sheet(results, data, root, comune, title, today) {
  const heading = element("h2", { tabindex: "-1" }, SHEET_TITLE);
  const groups = /** @type {const} */ (["probabile", "da_verificare"]).flatMap((outcome) => {
    const some = results.filter(({ verdict }) => verdict.outcome === outcome);
    return some.length === 0 ? [] : [element("h3", {}, GROUPS[outcome]), ...some.map((one) => entry(one, data, root, comune))];
  });
  return element(
    "section",
    { class: "aa-riepilogo", "aria-label": SHEET_TITLE },
    heading,
    element("p", {}, `${title}. ${day(today)}.`),
    element("p", {}, ONLY_THE_DESK),
    button(PRINT, print),
    ...groups,
  );
}

/** @param {Result} result @param {GuideData} data @param {string} root @param {string | undefined} comune */
function entry({ subject: { scheda }, verdict }, data, root, comune) {
  const unmet = scheda.requisiti.filter((_, place) => verdict.findings[place].truth !== "si").map(({ testo }) => testo);
  const toAsk = [
    ...unmet.map((testo) => `${testo} ${FOR_ME}`),
    ...(scheda.mancano ? [`${NOT_WRITTEN}: ${scheda.mancano.join("; ")}.`] : []),
  ];
  const facts = [
    scheda.passo && `${FIRST_STEP}: ${scheda.passo}`,
    scheda.dove && `${WHERE}: ${scheda.dove.join("; ")}.`,
    scheda.serve && `${PAPERS}: ${scheda.serve.join("; ")}.`,
  ].filter((fact) => typeof fact === "string");
  return element(
    "article",
    { class: "aa-riepilogo__scheda" },
    element("h4", {}, element("a", { href: root + scheda.url }, scheda.nome)),
    element("p", {}, scheda.breve),
    element("p", {}, ...whomToAsk(scheda, data, root, comune)),
    list(facts),
    toAsk.length > 0 && element("p", {}, `${TO_ASK}:`),
    list(toAsk, "aa-riepilogo__domande"),
  );
}

/** Prints the sheet alone. */
function print() {
  const page = document.documentElement;
  page.dataset.stampa = "riepilogo";
  addEventListener("afterprint", () => delete page.dataset.stampa, { once: true });
  window.print();
}
