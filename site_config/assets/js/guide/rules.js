/**
 * Conditions made ready to be asked of a person, as in generator/eligibility/rules.py.
 *
 * @typedef {import("./truth.js").Truth} Truth
 * @typedef {[number, number | null]} Span from and to, ends included
 * @typedef {{uno: string[]}} Choice one of these words
 * @typedef {{si: string[], altri: "no" | "non_so"}} Marks the words that hold, and what is known of the others
 * @typedef {Span | Span[] | Choice | Marks} Answer
 * @typedef {Record<string, Answer>} Person answers by fact
 * @typedef {{truth: (person: Person) => Truth, unknown: (person: Person) => string[], facts: string[]}} Rule
 */

import { NO, UNKNOWN, YES, allOf, anyOf, opposite } from "./truth.js";

export const DESK = "sportello";

/**
 * @param {string} fact @param {(answer: any) => Truth} truthOf
 * @returns {Rule}
 */
function asking(fact, truthOf) {
  return {
    truth: (person) => (fact in person ? truthOf(person[fact]) : UNKNOWN),
    unknown: () => [`fatto:${fact}`],
    facts: [fact],
  };
}

/** @param {Span} span @param {number | null} low @param {number | null} high @returns {Truth} */
export function within([from, to], low, high) {
  if ((low !== null && to !== null && to < low) || (high !== null && from > high)) return NO;
  return (low === null || from >= low) && (high === null || (to !== null && to <= high)) ? YES : UNKNOWN;
}

/** @param {string} fact @param {number | null} low @param {number | null} high */
export const between = (fact, low, high) => asking(fact, (/** @type {Span} */ span) => within(span, low, high));

/** @param {string} fact @param {number | null} low @param {number | null} high */
export const someBetween = (fact, low, high) =>
  asking(fact, (/** @type {Span[]} */ spans) => anyOf(spans, (span) => within(span, low, high)));

/** @param {string} fact @param {string[]} words */
export function among(fact, words) {
  const values = new Set(words);
  return asking(fact, (/** @type {Choice} */ { uno }) => {
    const inside = uno.filter((word) => values.has(word)).length;
    if (uno.length === 0) return UNKNOWN;
    return inside === uno.length ? YES : inside === 0 ? NO : UNKNOWN;
  });
}

/** @param {string} fact @param {string[]} words */
export function marked(fact, words) {
  const values = new Set(words);
  return asking(fact, (/** @type {Marks} */ { si, altri }) => {
    if (si.some((word) => values.has(word))) return YES;
    return altri === "no" ? NO : UNKNOWN;
  });
}

/** @param {Rule[]} rules @param {typeof allOf} combine @returns {Rule} */
function several(rules, combine) {
  return {
    truth: (person) => combine(rules, (rule) => rule.truth(person)),
    unknown: (person) => rules.filter((rule) => rule.truth(person) === UNKNOWN).flatMap((rule) => rule.unknown(person)),
    facts: rules.flatMap((rule) => rule.facts),
  };
}

/** @param {Rule[]} rules */
export const every = (rules) => several(rules, allOf);

/** @param {Rule[]} rules */
export const either = (rules) => several(rules, anyOf);

/** @param {Rule} rule @returns {Rule} */
export const not = (rule) => ({ ...rule, truth: (person) => opposite(rule.truth(person)) });

/** @param {Rule} rule @param {Truth} kept the one truth that stands @returns {Rule} */
function weakened(rule, kept) {
  return {
    truth: (person) => (rule.truth(person) === kept ? kept : UNKNOWN),
    unknown: (person) => (rule.truth(person) === UNKNOWN ? rule.unknown(person) : [DESK]),
    facts: rule.facts,
  };
}

/** It can exclude, but does not admit anybody. @param {Rule} rule */
export const neverEnough = (rule) => weakened(rule, NO);

/** It can admit, but does not exclude anybody. @param {Rule} rule */
export const neverExcludes = (rule) => weakened(rule, YES);

/** @type {Rule} */
export const always = { truth: () => YES, unknown: () => [], facts: [] };

/** What no answer decides. @param {string} why @returns {Rule} */
export const unknowable = (why = DESK) => ({ truth: () => UNKNOWN, unknown: () => [why], facts: [] });
