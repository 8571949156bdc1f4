/** What a text says there is not: the same as generator/search/negation.py, where the choices are explained. */

import { stem } from "./terms.js";

const NEGATIONS = new Set(["non", "senza", "nessun", "nessuna", "nun"]);
const SIGN = "-";

/**
 * What some words, stop words too, say there is not.
 * @param {string[]} words @param {ReadonlySet<string>} stopWords
 * @returns {string[]}
 */
export function missing(words, stopWords) {
  /** @type {string[]} */
  const found = [];
  let denied = false;
  for (const word of words) {
    if (NEGATIONS.has(word)) denied = true;
    else if (denied && !stopWords.has(word)) {
      found.push(word);
      denied = false;
    }
  }
  return found;
}

/** The term that says that there is not what a word means. @param {string} word @returns {string} */
export function termOfMissing(word) {
  return SIGN + stem(word);
}
