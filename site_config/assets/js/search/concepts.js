/**
 * The concepts of the catalogue and the words that lead to them: the same as generator/search/concepts.py.
 *
 * @typedef {{voci: string[][], parole: string, dove: string}} PackedConcepts
 * @typedef {{kinds: number[], ids: string[], terms: import("./terms.js").Terms, places: [number, number][][]}} Concepts
 *   `kinds` and `ids` are those of each concept; `places` has for each word its concepts and by how many expressions
 */

import { unpackPlaces, unpackWords } from "./packing.js";
import { termsOf } from "./terms.js";

export const TIPOLOGIA = 0;
/** The kinds of concept that are filters too. */
export const DESTINATARI = 2;
export const AREA = 3;

/** @param {PackedConcepts} packed @param {any} lunr the library @returns {Concepts} */
export function conceptsOf({ voci, parole, dove }, lunr) {
  return {
    kinds: voci.flatMap((ids, kind) => ids.map(() => kind)),
    ids: voci.flat(),
    terms: termsOf(unpackWords(parole), lunr),
    places: unpackPlaces(dove).map((ofWord) =>
      ofWord.flatMap(([level, concepts]) => concepts.map((concept) => /** @type {[number, number]} */ ([concept, level + 1]))),
    ),
  };
}

/**
 * The ids of the concepts of a kind that a scheda has.
 * @param {number[]} places @param {number} kind @param {Concepts} concepts
 * @returns {string[]}
 */
export function idsOf(places, kind, { kinds, ids }) {
  return places.filter((place) => kinds[place] === kind).map((place) => ids[place]);
}
