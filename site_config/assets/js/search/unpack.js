/**
 * An index as it travels, made into what lunr loads: the same as `lunr_form` in generator/search/index.py.
 *
 * @typedef {{id: string, tipo: string, nome: string, in_breve: string, url: string, stato: string, comuni?: string[],
 *   telefono?: string, pubblico?: string[], aree?: string[], destinatari?: string[], diretto?: boolean,
 *   enti?: string[], orari?: import("../opening.js").Hours[], aperto?: boolean}} Scheda `aperto`: surely open now
 * @typedef {{versione: number, id: string, campi: [string, number, number][], termini: string, presenze: string,
 *   schede: Scheda[]}} PackedIndex
 */

const BASE = 36;
const FIRST_FIELD = 65;

/** The words as generator/search/packing.py packed them. @param {string} packed @returns {string[]} */
export function unpackWords(packed) {
  let word = "";
  return packed === "" ? [] : packed.split(" ").map((piece) => (word = word.slice(0, parseInt(piece[0], BASE)) + piece.slice(1)));
}

/** The places of a word: fields with their documents. @param {string} packed @returns {[number, number[]][]} */
function unpackPlaces(packed) {
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map((piece) => {
    let document = 0;
    const documents = piece.slice(1).split(".").map((step) => (document += parseInt(step, BASE)));
    return [piece.charCodeAt(0) - FIRST_FIELD, documents];
  });
}

/**
 * What `lunr.Index.load` takes. A reference is a place in `schede`.
 * @param {PackedIndex} packed
 * @param {string} version that of lunr
 */
export function lunrForm(packed, version) {
  const names = packed.campi.map(([name]) => name);
  /** @type {Map<string, {field: number, places: number[]}>} */
  const vectors = new Map();
  const places = packed.presenze.split(" ");
  const inverted = unpackWords(packed.termini).map((word, place) => {
    /** @type {Record<string, any>} */
    const posting = { _index: place };
    for (const name of names) posting[name] = {};
    for (const [field, documents] of unpackPlaces(places[place])) {
      for (const document of documents) {
        posting[names[field]][document] = {};
        const key = `${names[field]}/${document}`;
        const vector = vectors.get(key);
        if (vector) vector.places.push(place);
        else vectors.set(key, { field, places: [place] });
      }
    }
    return [word, posting];
  });
  return {
    version,
    fields: names,
    fieldVectors: [...vectors].map(([key, { field, places: words }]) => {
      const [, weight, dilution] = packed.campi[field];
      const value = weight / (1 + dilution * (words.length - 1));
      return [key, words.flatMap((place) => [place, value])];
    }),
    invertedIndex: inverted,
    pipeline: [],
  };
}
