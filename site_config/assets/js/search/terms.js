/**
 * Which words of an index a typed word may mean, and how surely: the same as generator/search/terms.py, where the
 * choices are explained.
 *
 * @typedef {{words: string[], roots: string[], undoubled: string[]}} Terms
 */

const SAME = 1;
const INFLECTED = 0.8;
const TYPED_SO_FAR = 0.5;
const SLIPS = [0.7, 0.5, 0.3];
const DERIVED = 0.45;
const BEGINNING = 0.3;
const KIN = 0.3;
const HALF_TYPED_SLIP = 0.25;

const LETTERS = /^\p{L}+$/u;

/** @param {string[]} words @returns {Terms} */
export function termsOf(words) {
  return { words, roots: words.map(root), undoubled: words.map(undouble) };
}

/** @param {string} word @returns {string} */
export function root(word) {
  let bare = word.replace(/[aeiou]+$/, "");
  if (bare.endsWith("h")) bare = bare.slice(0, -1);
  return bare.length >= 3 ? bare : word;
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
 * The words of the index that `word` may mean, each with a weight up to 1.
 * @param {string} word
 * @param {Terms} terms
 * @param {boolean} unfinished it is the last word, which may still be being typed
 * @param {boolean} unknown no index and no synonym has it, so it may be a slip
 * @returns {Map<string, number>}
 */
export function expand(word, terms, unfinished, unknown) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const stem = root(word);
  const letters = LETTERS.test(word);
  let sure = false;
  for (let place = 0; place < terms.words.length; place += 1) {
    const term = terms.words[place];
    if (term[0] !== word[0]) continue;
    const weight = likeness(word, stem, term, terms.roots[place], unfinished, letters);
    if (weight) found.set(term, weight);
    if (weight >= DERIVED) sure = true;
  }
  if (unknown && letters && !sure) for (const [term, weight] of slips(word, terms, unfinished)) found.set(term, weight);
  return found;
}

/**
 * The words of the index that are `word` itself, its singular or its plural.
 * @param {string} word
 * @param {Terms} terms
 * @returns {Map<string, number>}
 */
export function inflections(word, terms) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const stem = root(word);
  terms.words.forEach((term, place) => {
    if (term === word) found.set(term, SAME);
    else if (terms.roots[place] === stem) found.set(term, INFLECTED);
  });
  return found;
}

/**
 * @param {string} word @param {string} stem @param {string} term @param {string} termRoot
 * @param {boolean} unfinished @param {boolean} letters
 * @returns {number}
 */
function likeness(word, stem, term, termRoot, unfinished, letters) {
  if (term === word) return SAME;
  if (letters && termRoot === stem) return INFLECTED;
  if (unfinished && word.length >= 2 && term.startsWith(word)) return TYPED_SO_FAR;
  if (!letters) return 0;
  if ((stem.length >= 4 && term.startsWith(stem)) || (termRoot.length >= 4 && word.startsWith(termRoot))) return DERIVED;
  if (word.length >= 4 && term.startsWith(word)) return BEGINNING;
  const same = shared(stem, termRoot);
  return same >= 5 && same >= 0.6 * Math.max(stem.length, termRoot.length) ? KIN : 0;
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
  return distance(undouble(word), undouble(other), allowed);
}

/**
 * The words fewest slips away. Short words must begin alike: there are too many others one slip away.
 * @param {string} word @param {Terms} terms @param {boolean} unfinished
 * @returns {Map<string, number>}
 */
function slips(word, terms, unfinished) {
  const allowed = slipsAllowed(word.length);
  if (word.length < 4) return new Map();
  const bare = undouble(word);
  /** @type {string[][]} */
  const fewest = [[], [], []];
  terms.undoubled.forEach((other, place) => {
    const term = terms.words[place];
    if (Math.abs(other.length - bare.length) > allowed || (word.length < 6 && term[0] !== word[0])) return;
    const apart = distance(bare, other, allowed);
    if (apart <= allowed) fewest[apart].push(term);
  });
  const least = fewest.findIndex((found) => found.length > 0);
  if (least >= 0) return new Map(fewest[least].map((term) => [term, SLIPS[least]]));
  if (!unfinished || word.length < 5) return new Map();
  const begins = terms.words.filter((term, place) => {
    const other = terms.undoubled[place];
    return other.length > bare.length && term[0] === word[0] && beginsLike(bare, other);
  });
  return new Map(begins.map((term) => [term, HALF_TYPED_SLIP]));
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

/**
 * Optimal string alignment distance; above `allowed` it is allowed + 1.
 * @param {string} one @param {string} other @param {number} allowed
 * @returns {number}
 */
export function distance(one, other, allowed) {
  if (Math.abs(one.length - other.length) > allowed) return allowed + 1;
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const changed = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      let cost = Math.min(changed, above[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A later swap can step over one row, so both must be out of reach.
    if (least > allowed && Math.min(...above) > allowed) return allowed + 1;
    before = above;
    above = row;
  }
  return Math.min(above[other.length], allowed + 1);
}
