/**
 * The closed language of conditions -> rules, as in generator/eligibility/conditions.py. What the catalogue's model refuses
 * is refused here too, with a ConditionError: a condition that is only half understood must never give a verdict.
 *
 * @typedef {import("./rules.js").Rule} Rule
 * @typedef {{valore: number, dal: string, al?: string}} Soglia
 * @typedef {{today: string, asking: (key: string, word?: string) => string, soglie: Record<string, Soglia>,
 *   comuni: string[], comuniOfAmbito: string[]}} Ground
 */

import { among, between, either, every, marked, not, someBetween, unknowable } from "./rules.js";

export class ConditionError extends Error {}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LAW_104 = new Set(["art3-comma1", "art3-comma3"]);
const BILLION = 1e9;
const TRILLION = 1e12;

/** @type {Record<string, (written: any, ground: Ground) => Rule>} */
const KINDS = {
  tutte: (written, ground) => every(list(written).map((part) => ruleOf(part, ground))),
  almeno_una: (written, ground) => either(list(written).map((part) => ruleOf(part, ground))),
  non: (written, ground) => not(ruleOf(written, ground)),
  eta: (written, ground) => between(ground.asking("eta"), ...limits(written)),
  invalidita: (written, ground) => between(ground.asking("invalidita"), ...limits(written)),
  figli_minori: (written, ground) => between(ground.asking("figli_minori"), ...limits(written)),
  nucleo: (written, ground) => between(ground.asking("nucleo"), ...limits(written)),
  eta_dei_figli: (written, ground) => someBetween(ground.asking("eta_dei_figli"), ...limits(written)),
  isee,
  residenza: (written, ground) => among(ground.asking("residenza"), comuni(written, ground)),
  legge_104: (written, ground) => among(ground.asking("legge_104"), words(written, (word) => LAW_104.has(word))),
  accompagnamento: (written, ground) => {
    if (typeof written !== "boolean") throw new ConditionError("accompagnamento");
    return among(ground.asking("accompagnamento"), [written ? "si" : "no"]);
  },
  situazione: (written, ground) => markedWords("situazione", words(written, isSlug), ground),
  percepisce: (written, ground) => markedWords("percepisce", words(written, isSlug), ground),
};

/** @param {any} condizione @param {Ground} ground @returns {Rule} */
export function ruleOf(condizione, ground) {
  const keys = isObject(condizione) ? Object.keys(condizione) : [];
  if (keys.length !== 1 || !Object.hasOwn(KINDS, keys[0])) throw new ConditionError(keys.join(", "));
  return KINDS[keys[0]](condizione[keys[0]], ground);
}

/** @param {any} written @returns {boolean} */
function isObject(written) {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}

/** @param {any} written @returns {any[]} */
function list(written) {
  if (!Array.isArray(written) || written.length === 0) throw new ConditionError("elenco");
  return written;
}

/** @param {any} written @param {(word: string) => boolean} allowed @returns {string[]} */
function words(written, allowed) {
  const found = list(written);
  if (!found.every((word) => typeof word === "string" && allowed(word))) throw new ConditionError("parole");
  return found;
}

/** @param {string} word */
const isSlug = (word) => word.length <= 80 && SLUG.test(word);

/** @param {any} written @param {(limit: any) => boolean} [allowed] @returns {[any, any]} */
function limits(written, allowed = (limit) => isNumber(limit, BILLION)) {
  if (!isObject(written) || Object.keys(written).some((key) => key !== "almeno" && key !== "al_massimo")) {
    throw new ConditionError("limiti");
  }
  const both = [written.almeno ?? null, written.al_massimo ?? null];
  if (!both.every((limit) => limit === null || allowed(limit))) throw new ConditionError("limiti");
  return [both[0], both[1]];
}

/** A number from zero, with at most two decimals. @param {any} limit @param {number} below */
function isNumber(limit, below) {
  return typeof limit === "number" && limit >= 0 && limit < below && Math.round(limit * 100) / 100 === limit;
}

/** @param {any} written @param {Ground} ground @returns {string[]} */
function comuni(written, ground) {
  if (written === "comuni_della_scheda") return ground.comuni;
  if (written === "comuni_dell_ambito") return ground.comuniOfAmbito;
  return words(written, isSlug);
}

/** @param {any} written @param {Ground} ground @returns {Rule} */
function isee(written, ground) {
  const isThreshold = (/** @type {any} */ limit) => typeof limit === "string" && isSlug(limit) && !/^\d/.test(limit);
  const both = limits(written, (limit) => isNumber(limit, TRILLION) || isThreshold(limit));
  /** @type {Rule[]} */
  const outdated = [];
  const [low, high] = both.map((limit) => {
    if (typeof limit !== "string") return limit;
    const soglia = ground.soglie[limit];
    if (soglia && inForce(soglia, ground.today)) return soglia.valore;
    outdated.push(unknowable(`soglia:${limit}`));
    return null;
  });
  const known = between(ground.asking("isee"), low, high);
  if (outdated.length === 0) return known;
  return every(low === null && high === null ? outdated : [known, ...outdated]);
}

/** @param {Soglia} soglia @param {string} today YYYY-MM-DD */
export const inForce = (soglia, today) => soglia.dal <= today && (!soglia.al || today <= soglia.al);

/** @param {string} key @param {string[]} found @param {Ground} ground @returns {Rule} */
function markedWords(key, found, ground) {
  /** @type {Map<string, string[]>} */
  const byFact = new Map();
  for (const word of found) {
    const fact = ground.asking(key, word);
    byFact.set(fact, [...(byFact.get(fact) ?? []), word]);
  }
  const rules = [...byFact].map(([fact, some]) => marked(fact, some));
  return rules.length === 1 ? rules[0] : either(rules);
}
