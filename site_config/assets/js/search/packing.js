/** Words and their places as generator/search/packing.py packed them. */

const FIRST = 65;
const FIELDS = 13;
const STEPS = new Map([..."abcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~'"].map((sign, step) => [sign, step]));
const FAR = "`";

/** @param {string} packed @returns {string[]} */
export function unpackWords(packed) {
  let word = "";
  return piecesOf(packed).map((piece) => (word = word.slice(0, capital(piece)) + piece.slice(1)));
}

/**
 * The places of each word: fields with their documents.
 * @param {string} packed
 * @returns {[number, number[]][][]}
 */
export function unpackPlaces(packed) {
  /** @type {[number, number[]][][]} */
  const found = [];
  for (const piece of piecesOf(packed)) {
    const field = capital(piece);
    if (field < FIELDS) found.push([]);
    found[found.length - 1].push([field % FIELDS, documentsOf(piece)]);
  }
  return found;
}

/** @param {string} packed @returns {string[]} */
function piecesOf(packed) {
  return packed.match(/[A-Z][^A-Z]*/g) ?? [];
}

/** @param {string} piece */
function capital(piece) {
  return piece.charCodeAt(0) - FIRST;
}

/** @param {string} piece */
function documentsOf(piece) {
  const documents = [];
  let document = 0;
  for (let place = 1; place < piece.length; place++) {
    if (piece[place] === FAR) document += STEPS.size;
    else documents.push((document += STEPS.get(piece[place]) ?? 0));
  }
  return documents;
}
