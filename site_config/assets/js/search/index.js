/**
 * An index as it travels, made ready to be asked: the same as `load_index` in generator/search/index.py.
 *
 * @typedef {{id: string, tipo: string, nome: string, in_breve: string, url: string, stato: string, comuni?: string[],
 *   telefono?: string, pubblico?: string[], voci?: number[], aree: string[], destinatari: string[], diretto?: boolean,
 *   enti?: string[], orari?: import("../opening.js").Hours[], aperto?: boolean}} Scheda `aperto`: surely open now
 * @typedef {{versione: number, id: string, campi: [string, number, number][], termini: string, presenze: string,
 *   schede: Scheda[]}} PackedIndex
 * @typedef {{id: string, terms: import("./terms.js").Terms, places: Map<number, number>[], schede: Scheda[],
 *   names: string[], asked: Map<string, import("./matching.js").Found>}} LoadedIndex
 *   `places` has for each word the documents with the weight that it has there; `names` are the names of the schede as
 *   tokens, joined by a space; `asked` is what words were worth: while somebody types, all but the last are asked again
 */

import { AREA, DESTINATARI, idsOf } from "./concepts.js";
import { FOLDERS } from "./kinds.js";
import { unpackPlaces, unpackWords } from "./packing.js";
import { root } from "./roots.js";
import { termsOf } from "./terms.js";
import { tokens } from "./tokens.js";

const NAME = 0;
const BRIEF = 3;

/**
 * @param {PackedIndex} packed @param {import("./lexicon.js").Lexicon} lexicon @param {any} lunr the library
 * @returns {LoadedIndex}
 */
export function loadIndex(packed, { stop, concepts }, lunr) {
  const words = unpackWords(packed.termini);
  const placeOf = new Map(words.map((word, place) => [root(word), place]));
  const places = unpackPlaces(packed.presenze).map(
    (ofWord) => new Map(ofWord.flatMap(([field, documents]) => documents.map((document) => [document, packed.campi[field][1]]))),
  );
  const names = packed.schede.map((scheda, document) => {
    const name = tokens(scheda.nome, stop);
    for (const [field, shown] of /** @type {[number, string[]][]} */ ([[NAME, name], [BRIEF, tokens(scheda.in_breve, stop)]])) {
      const found = new Map(shown.map((word) => [root(word), word]));
      const weight = packed.campi[field][1] / (1 + packed.campi[field][2] * (found.size - 1));
      for (const [stem, word] of found) {
        let place = placeOf.get(stem);
        if (place === undefined) {
          place = words.push(word) - 1;
          placeOf.set(stem, place);
          places.push(new Map());
        }
        places[place].set(document, Math.max(weight, places[place].get(document) ?? 0));
      }
    }
    return name.join(" ");
  });
  const schede = packed.schede.map((scheda) => ({
    ...scheda,
    url: scheda.url ?? `${FOLDERS[scheda.tipo]}/${packed.id}/${scheda.id}/`,
    aree: idsOf(scheda.voci ?? [], AREA, concepts),
    destinatari: idsOf(scheda.voci ?? [], DESTINATARI, concepts),
  }));
  return { id: packed.id, terms: termsOf(words, lunr), places, schede, names, asked: new Map() };
}
