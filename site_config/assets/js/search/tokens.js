/**
 * Text into tokens: one tokenizer, the same here and in generator/search/tokens.py; both are tested on the table
 * tests/search/tokens.yaml. Stop words arrive with the indexes, so that their list stands in one place.
 * No lookbehind in the expressions: browsers of 2022 still read this file.
 */

// Accents set apart by the decomposition; soft hyphens, zero-width signs and direction marks inside words.
const INVISIBLE = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
// Two signs that look like an apostrophe and that Unicode counts as letters.
const LETTER_APOSTROPHE = /[\u02b9\u02bc]/g;
// An acronym with full stops («P.I.P.P.I.») is one word; everything else is a run of letters and digits.
const WORD = /(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
const LETTER = /^\p{L}$/u;

/**
 * The text in lower case, without accents and invisible signs (Unicode NFKD: «ﬁ» becomes «fi»).
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.toLowerCase().replace(LETTER_APOSTROPHE, " ").normalize("NFKD").replace(INVISIBLE, "");
}

/**
 * The folded words of a text in their order, stop words included; single letters are what an elision leaves.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const found = fold(text).match(WORD) ?? [];
  return found.map((word) => word.replaceAll(".", "")).filter((word) => !LETTER.test(word));
}

/**
 * The words of a text that carry meaning, in their order.
 * @param {string} text
 * @param {ReadonlySet<string>} stopWords
 * @returns {string[]}
 */
export function tokens(text, stopWords) {
  return words(text).filter((word) => !stopWords.has(word));
}

/**
 * A text in pieces, each word with the gaps around it kept: what marking the words that matched needs.
 * @param {string} text
 * @returns {{text: string, word: string}[]} `word` is the folded word, empty for a gap.
 */
export function pieces(text) {
  /** @type {{text: string, word: string}[]} */
  const found = [];
  let end = 0;
  const composed = text.normalize("NFC");
  for (const match of composed.matchAll(WORD)) {
    if (match.index > end) found.push({ text: composed.slice(end, match.index), word: "" });
    found.push({ text: match[0], word: fold(match[0]).replaceAll(".", "") });
    end = match.index + match[0].length;
  }
  if (end < composed.length) found.push({ text: composed.slice(end), word: "" });
  return found;
}
