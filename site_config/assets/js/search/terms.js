/**
 * Which words of an index a typed word may mean, and how surely: the same as generator/search/terms.py, where the
 * choices are explained.
 *
 * @typedef {{words: string[], roots: string[], undoubled: string[], letters: number[], byRoot: Map<string, number[]>,
 *   byStem: Map<string, number[]>, byLetter: Map<string, number[]>}} Terms `letters` tells which letters the undoubled
 *   word has, one bit for each
 */

const SAME = 1;
const STEM = 0.5;
const TYPED_SO_FAR = 0.5;
const SLIPS = [0.7, 0.5, 0.3];
const BEGINNING = 0.3;
const KIN = 0.3;
const HALF_TYPED_SLIP = 0.25;

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

/** @param {string[]} words @returns {Terms} */
export function termsOf(words) {
  const roots = words.map(root);
  const undoubled = words.map(undouble);
  return {
    words,
    roots,
    undoubled,
    letters: undoubled.map(lettersOf),
    byRoot: places(roots),
    byStem: places(words.map(stem)),
    byLetter: places(words.map((word) => word[0])),
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

/** Which letters a word has, one bit for each. @param {string} word @returns {number} */
function lettersOf(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << word.charCodeAt(i) % 32;
  return bits;
}

/** How many letters only one of two words has: a slip adds at most two. @param {number} one @param {number} other */
function unlike(one, other) {
  let bits = one ^ other;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** @param {string} word @returns {string} */
export function root(word) {
  let bare = word.replace(/[aeiou]+$/, "");
  if (bare.endsWith("h")) bare = bare.slice(0, -1);
  return bare.length >= 3 ? bare : word;
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
  const beginning = terms.byLetter.get(word[0]) ?? [];
  if (!LETTERS.test(word)) {
    if (!unfinished || word.length < 2) return found;
    for (const place of beginning) {
      if (!found.has(place) && terms.words[place].startsWith(word)) found.set(place, TYPED_SO_FAR);
    }
    return found;
  }
  for (const place of terms.byStem.get(stem(word)) ?? []) if (!found.has(place)) found.set(place, STEM);
  let sure = found.size > 0;
  const bare = root(word);
  for (const place of beginning) {
    if (found.has(place)) continue;
    const weight = likeness(word, bare, terms.words[place], terms.roots[place], unfinished);
    if (weight) found.set(place, weight);
    if (weight >= TYPED_SO_FAR) sure = true;
  }
  if (unknown && !sure) for (const [place, weight] of slips(word, terms, unfinished)) found.set(place, weight);
  return found;
}

/** The word of the index that is `word` in any number. @param {string} word @param {Terms} terms @returns {Map<number, number>} */
export function sameRoot(word, terms) {
  return new Map((terms.byRoot.get(root(word)) ?? []).map((place) => [place, SAME]));
}

/**
 * @param {string} word @param {string} bare its root @param {string} term @param {string} termRoot
 * @param {boolean} unfinished
 * @returns {number}
 */
function likeness(word, bare, term, termRoot, unfinished) {
  if (unfinished && term.startsWith(word)) return TYPED_SO_FAR;
  if (word.length >= 4 && term.startsWith(word)) return BEGINNING;
  const same = shared(bare, termRoot);
  return same >= 5 && same >= 0.6 * Math.max(bare.length, termRoot.length) ? KIN : 0;
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
  const letters = lettersOf(bare);
  /** @type {number[][]} */
  const fewest = [[], [], []];
  terms.undoubled.forEach((other, place) => {
    if (Math.abs(other.length - bare.length) > allowed || (word.length < 6 && other[0] !== word[0])) return;
    if (unlike(letters, terms.letters[place]) > 2 * allowed) return;
    const apart = distance(bare, other, allowed);
    if (apart <= allowed) fewest[apart].push(place);
  });
  const least = fewest.findIndex((found) => found.length > 0);
  if (least >= 0) return new Map(fewest[least].map((place) => [place, SLIPS[least]]));
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
