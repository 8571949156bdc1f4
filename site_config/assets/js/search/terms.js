/**
 * Which words of an index a typed word may mean, and how surely: the same as generator/search/terms.py, where the
 * choices are explained.
 *
 * @typedef {{words: string[], roots: string[], undoubled: string[], byRoot: Map<string, number[]>,
 *   byStem: Map<string, number[]>, byLetter: Map<string, number[]>, byUndoubled: Map<string, number[]>, automaton: any,
 *   lunr: any}} Terms `automaton` is lunr's TokenSet of the undoubled words
 */

import { root } from "./roots.js";

const SAME = 1;
const STEM = 0.5;
const TYPED_SO_FAR = 0.5;
const SLIPS = [0.7, 0.5, 0.3];
const BEGINNING = 0.3;
const KIN = 0.3;
const HALF_TYPED_SLIP = 0.25;

const ENOUGH_TO_BEGIN = 4;
const SHARED_BY_KIN = 5;
const SURE_BEGINNING = 6;

const ENDING = new RegExp(
  "(?:[aei]r(?:e|si|mi|ti|ci|vi|lo|la|li|le|gli|ne|sela|selo)" +
    "|[ae]ndo(?:si|mi|ti|ci|lo|la|li|le)?" +
    "|[aiu]t[aeio]" +
    "|[aei]v(?:o|i|a|ano|amo|ate)" +
    "|(?:er|ar|ir)(?:o|ai|a|emo|ete|anno|ebbe|ei)" +
    "|i?am[oe]|[ae]no|ono|[aei]te" +
    "|[ai]ment[oi]|[aiu]zion[ei]|[ai]tor[ei]|[ai]tric[ei]|[ai]tiv[aeio]|[ae]nz[ae]|[ae]nt[ei])$",
);
const SHORT_ENDINGS = /(?:[aei]r(?:e|si|mi|ti|ci|vi|lo|la|li|le|gli|ne)|[ae]ndo|at[aeio])$/;

/** No Italian word has more doubled letters than this («affittacamere» has two). */
const MOST_DOUBLES = 4;

const LETTERS = /^\p{L}+$/u;

/** @param {string[]} words @param {any} lunr the library @returns {Terms} */
export function termsOf(words, lunr) {
  const roots = words.map(root);
  const undoubled = words.map(undouble);
  const byUndoubled = places(undoubled);
  return {
    words,
    roots,
    undoubled,
    byRoot: places(roots),
    byStem: places(words.map(stem)),
    byLetter: places(words.map((word) => word[0])),
    byUndoubled,
    automaton: lunr.TokenSet.fromArray([...byUndoubled.keys()].sort()),
    lunr,
  };
}

/** @param {string[]} keys @returns {Map<string, number[]>} */
function places(keys) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  keys.forEach((key, place) => {
    const known = found.get(key);
    if (known) known.push(place);
    else found.set(key, [place]);
  });
  return found;
}

/** @param {string} word @returns {string} */
export function stem(word) {
  let bare = word.replace(ENDING, "");
  if (bare.length < 4) bare = word.replace(SHORT_ENDINGS, "");
  return root(bare.length >= 3 ? bare : word);
}

/** @param {string} word @returns {string} */
export function undouble(word) {
  return word.replace(/(.)\1+/gu, "$1");
}

/** @param {number} length @returns {number} */
export function slipsAllowed(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The words of the index that `word` may mean, by place, each with a weight up to 1.
 * @param {string} word
 * @param {Terms} terms
 * @param {boolean} unfinished it is the last word, which may still be being typed
 * @param {boolean} unknown no index and no synonym has it, so it may be a slip
 * @returns {Map<number, number>}
 */
export function expand(word, terms, unfinished, unknown) {
  const found = sameRoot(word, terms);
  /** @param {number[]} places @param {number} weight */
  const add = (places, weight) => {
    for (const place of places) if (!found.has(place)) found.set(place, weight);
  };
  if (!LETTERS.test(word)) {
    if (unfinished && word.length > 1) add(beginning(word, terms), TYPED_SO_FAR);
    return found;
  }
  add(terms.byStem.get(stem(word)) ?? [], STEM);
  let sure = found.size > 0;
  if (unfinished || word.length >= ENOUGH_TO_BEGIN) {
    const begins = beginning(word, terms);
    add(begins, unfinished ? TYPED_SO_FAR : BEGINNING);
    sure ||= unfinished && begins.length > 0;
  }
  add(kin(root(word), terms), KIN);
  if (unknown && !sure) for (const [place, weight] of slips(word, terms, unfinished)) found.set(place, weight);
  return found;
}

/** The word of the index that is `word` in any number. @param {string} word @param {Terms} terms @returns {Map<number, number>} */
export function sameRoot(word, terms) {
  return new Map((terms.byRoot.get(root(word)) ?? []).map((place) => [place, SAME]));
}

/** The words that begin with some letters. @param {string} start @param {Terms} terms @returns {number[]} */
function beginning(start, terms) {
  const found = lookedUp(terms.lunr.TokenSet.fromString(`${undouble(start)}*`), terms);
  return found.filter((place) => terms.words[place].startsWith(start));
}

/** The words of the same family as a root. @param {string} bare @param {Terms} terms @returns {number[]} */
function kin(bare, terms) {
  if (bare.length < SHARED_BY_KIN) return [];
  return beginning(bare.slice(0, SHARED_BY_KIN), terms).filter((place) => {
    const other = terms.roots[place];
    return shared(bare, other) >= 0.6 * Math.max(bare.length, other.length);
  });
}

/**
 * The places, in order, of the words whose undoubled form the wanted automaton takes.
 * @param {any} wanted a TokenSet @param {Terms} terms
 * @returns {number[]}
 */
function lookedUp(wanted, terms) {
  const found = /** @type {string[]} */ (terms.automaton.intersect(wanted).toArray());
  return found.flatMap((bare) => terms.byUndoubled.get(bare) ?? []).sort((a, b) => a - b);
}

/** @param {string} one @param {string} other @returns {number} */
function shared(one, other) {
  const length = Math.min(one.length, other.length);
  let place = 0;
  while (place < length && one[place] === other[place]) place += 1;
  return place;
}

/**
 * Letters missing, added, changed or swapped (optimal string alignment), doubles apart.
 * @param {string} word @param {string} other @param {number} allowed
 * @returns {number} above `allowed`, allowed + 1
 */
export function slipsBetween(word, other, allowed) {
  if (Math.abs(word.length - other.length) > allowed + MOST_DOUBLES) return allowed + 1;
  return distance(undouble(word), undouble(other), allowed);
}

/**
 * The words fewest slips away. Short words must begin alike: there are too many others one slip away.
 * @param {string} word @param {Terms} terms @param {boolean} unfinished
 * @returns {Map<number, number>}
 */
function slips(word, terms, unfinished) {
  const allowed = slipsAllowed(word.length);
  if (word.length < 4) return new Map();
  const bare = undouble(word);
  for (let most = 1; most <= allowed; most += 1) {
    /** @type {number[][]} */
    const fewest = [[], [], []];
    for (const place of lookedUp(terms.lunr.TokenSet.fromFuzzyString(bare, most), terms)) {
      const other = terms.undoubled[place];
      const apart = distance(bare, other, most);
      if (apart <= most && (word.length >= SURE_BEGINNING || other[0] === word[0])) fewest[apart].push(place);
    }
    const least = fewest.findIndex((found) => found.length > 0);
    if (least >= 0) return new Map(fewest[least].map((place) => [place, SLIPS[least]]));
  }
  if (!unfinished || word.length < 5) return new Map();
  const begins = (terms.byLetter.get(word[0]) ?? []).filter((place) => {
    const other = terms.undoubled[place];
    return other.length > bare.length && beginsLike(bare, other);
  });
  return new Map(begins.map((place) => [place, HALF_TYPED_SLIP]));
}

/** @param {string} bare @param {string} other @returns {boolean} */
function beginsLike(bare, other) {
  return [-1, 0, 1].some((more) => distance(bare, other.slice(0, bare.length + more), 1) <= 1);
}

/**
 * The words most like `word`, for «forse cercavi»: up to three slips, fewest first, then in the index's order.
 * @param {string} word @param {Terms} terms @param {number} most
 * @returns {string[]}
 */
export function nearest(word, terms, most) {
  const bare = undouble(word);
  const limit = Math.min(3, Math.floor(word.length / 2));
  return terms.words
    .map((term, place) => ({ term, apart: distance(bare, terms.undoubled[place], 3) }))
    .filter(({ term, apart }) => apart <= limit && term.length >= 4 && LETTERS.test(term))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ term }) => term);
}

/** The rows of `distance`, made once: it is called for every word of an index. A word is at most 300 letters. */
const rows = [new Uint16Array(310), new Uint16Array(310), new Uint16Array(310)];

/**
 * Optimal string alignment distance; above `allowed` it is allowed + 1.
 * @param {string} one @param {string} other @param {number} allowed
 * @returns {number}
 */
export function distance(one, other, allowed) {
  const width = other.length;
  if (Math.abs(one.length - width) > allowed) return allowed + 1;
  let [before, above, row] = rows;
  for (let j = 0; j <= width; j += 1) above[j] = j;
  let leastAbove = 0;
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      let cost = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      if (above[j] + 1 < cost) cost = above[j] + 1;
      if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1;
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] && before[j - 2] + 1 < cost) {
        cost = before[j - 2] + 1;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A later swap can step over one row, so both must be out of reach.
    if (least > allowed && leastAbove > allowed) return allowed + 1;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[width], allowed + 1);
}
