/**
 * The list of verdicts beside the questions, with the reasons of each and whom to ask.
 *
 * @typedef {import("./verdicts.js").Subject} Subject
 * @typedef {import("./verdicts.js").Verdict} Verdict
 * @typedef {import("./verdicts.js").Outcome} Outcome
 * @typedef {import("./guide.js").GuideData} GuideData
 * @typedef {{subject: Subject, verdict: Verdict}} Result
 */

import { element, list } from "./dom.js";
import { OUTCOMES } from "./verdicts.js";
import { FINDINGS, GROUPS, OWN_COMUNE, WHY, verdictWords } from "./words.js";

/** @param {Result[]} results @returns {Record<Outcome, number>} */
export function counts(results) {
  const found = { probabile: 0, da_verificare: 0, no: 0 };
  for (const { verdict } of results) found[verdict.outcome] += 1;
  return found;
}

/**
 * One group for each outcome; what does not fit stays closed.
 * @param {Result[]} results @param {GuideData} data @param {string} root the way to the site's root
 * @param {string | undefined} comune of the person
 * @param {boolean} finished @returns {HTMLElement[]}
 */
export function resultGroups(results, data, root, comune, finished) {
  return OUTCOMES.flatMap((outcome) => {
    const some = results.filter(({ verdict }) => verdict.outcome === outcome);
    if (some.length === 0) return [];
    const open = outcome === "probabile" || (finished && outcome === "da_verificare");
    const items = some.map((result) => resultItem(result, data, root, comune));
    return [
      element(
        "details",
        { class: `aa-details aa-esiti aa-esiti--${outcome}`, open },
        element("summary", {}, `${GROUPS[outcome]} (${some.length})`),
        element("ul", { class: "aa-esiti__elenco" }, ...items),
      ),
    ];
  });
}

/** @param {Result} result @param {GuideData} data @param {string} root @param {string | undefined} comune */
function resultItem({ subject, verdict }, data, root, comune) {
  const { scheda } = subject;
  const reasons = scheda.requisiti.map(({ testo, fonte }, place) => {
    const { truth } = verdict.findings[place];
    return element(
      "span",
      { class: `aa-esiti__motivo aa-esiti__motivo--${truth}` },
      element("strong", {}, FINDINGS[truth]),
      `: ${testo}${fonte ? ` (${fonte})` : ""}`,
    );
  });
  return element(
    "li",
    { "data-scheda": scheda.id, "data-esito": verdict.outcome, class: "aa-esito" },
    element("p", { class: "aa-esito__nome" }, element("a", { href: root + scheda.url }, scheda.nome)),
    element("p", {}, scheda.breve),
    element("p", {}, verdictWords(verdict, subject, data)),
    element("p", {}, ...whomToAsk(scheda, data, root, comune)),
    reasons.length > 0 && element("details", {}, element("summary", {}, WHY), list(reasons)),
  );
}

/**
 * «Decide solo lo sportello: chiedi a …»
 * @param {import("./verdicts.js").Scheda} scheda @param {GuideData} data @param {string} root @param {string | undefined} comune
 * @returns {(Node | string)[]}
 */
export function whomToAsk(scheda, data, root, comune) {
  const own = comune && data.ambiti[scheda.ambito].comuni.includes(comune) ? data.comuni[comune] : undefined;
  const door = data.ambiti[scheda.ambito].sportello;
  const phone = scheda.telefoni?.[0];
  const desk = own
    ? element("a", { href: root + own[1] }, `il servizio sociale di ${own[0]}`)
    : door
      ? element("a", { href: root + door[1] }, door[0])
      : OWN_COMUNE;
  return [
    "Decide solo lo sportello. Chiedi a: ",
    ...(phone ? [element("a", { href: phone[1], class: "aa-phone" }, phone[0]), phone[2] ? ` (${phone[2]}), oppure ` : ", oppure "] : []),
    desk,
    ".",
  ];
}
