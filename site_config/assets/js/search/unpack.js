/**
 * An index as it travels, made into what lunr loads: the same as `lunr_form` in generator/search/index.py.
 *
 * @typedef {{id: string, tipo: string, nome: string, in_breve: string, url: string, stato: string, comuni?: string[],
 *   telefono?: string, pubblico?: string[], aree?: string[], destinatari?: string[], diretto?: boolean,
 *   enti?: string[], orari?: import("../opening.js").Hours[], aperto?: boolean}} Scheda `aperto`: surely open now
 * @typedef {{versione: number, id: string, campi: [string, number, number][], termini: string,
 *   presenze: number[][][], schede: Scheda[]}} PackedIndex
 */

/**
 * What `lunr.Index.load` takes. A reference is a place in `schede`.
 * @param {PackedIndex} packed
 * @param {string} version that of lunr
 */
export function lunrForm(packed, version) {
  const names = packed.campi.map(([name]) => name);
  /** @type {Map<string, {field: number, places: number[]}>} */
  const vectors = new Map();
  const words = packed.termini === "" ? [] : packed.termini.split(" ");
  const inverted = words.map((word, place) => {
    /** @type {Record<string, any>} */
    const posting = { _index: place };
    for (const name of names) posting[name] = {};
    for (const [field, ...documents] of packed.presenze[place]) {
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
    fieldVectors: [...vectors].map(([key, { field, places }]) => {
      const [, weight, dilution] = packed.campi[field];
      const value = weight / (1 + dilution * (places.length - 1));
      return [key, places.flatMap((place) => [place, value])];
    }),
    invertedIndex: inverted,
    pipeline: [],
  };
}
