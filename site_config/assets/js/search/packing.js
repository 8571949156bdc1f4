/** Words and their places as generator/search/packing.py packed them. */

const BASE = 36;
const FIRST_FIELD = 65;
const STEPS = new Map([..."abcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~'"].map((sign, step) => [sign, step]));
const FAR = "`";

/** @param {string} packed @returns {string[]} */
export function unpackWords(packed) {
  let word = "";
  return packed === "" ? [] : packed.split(" ").map((piece) => (word = word.slice(0, parseInt(piece[0], BASE)) + piece.slice(1)));
}

/**
 * The places of each word: fields with their documents.
 * @param {string} packed
 * @returns {[number, number[]][][]}
 */
export function unpackPlaces(packed) {
  return packed === "" ? [] : packed.split(" ").map(placesOfOne);
}

/** @param {string} packed @returns {[number, number[]][]} */
function placesOfOne(packed) {
  /** @type {[number, number[]][]} */
  const found = [];
  let document = 0;
  for (const sign of packed) {
    if (sign >= "A" && sign <= "Z") {
      found.push([sign.charCodeAt(0) - FIRST_FIELD, []]);
      document = 0;
    } else if (sign === FAR) {
      document += STEPS.size;
    } else {
      document += STEPS.get(sign) ?? 0;
      found[found.length - 1][1].push(document);
    }
  }
  return found;
}
