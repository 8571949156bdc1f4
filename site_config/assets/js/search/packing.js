/** Words and their places as generator/search/packing.py packed them. */

const BASE = 36;
const FIRST_FIELD = 65;

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
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map((piece) => {
    let document = 0;
    const documents = piece.slice(1).split(".").map((step) => (document += parseInt(step, BASE)));
    return [piece.charCodeAt(0) - FIRST_FIELD, documents];
  });
}
