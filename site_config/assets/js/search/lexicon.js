/**
 * What a search needs to know beside the indexes, from `indice.json`: the same as generator/search/lexicon.py.
 *
 * @typedef {{typed: string[][], meant: string[][], weight: number, place: number}} Synonym
 * @typedef {{numero: string, nome: string, a_che_serve: string, emergenza: string}} PhoneNumber
 * @typedef {{id: string, nome: string, ambito: string}} Comune
 * @typedef {{id: string, nome: string, sportello?: {nome: string, url: string}}} Ambito
 * @typedef {{versione: number, indici: string[], ambiti: Ambito[], comuni: Comune[],
 *   enti: Record<string, {nome: string, nomi: string[]}>, aree: Record<string, string>,
 *   destinatari: Record<string, string>, vuote: string[],
 *   sinonimi: string, concetti: import("./concepts.js").PackedConcepts,
 *   enti_che_scrivono: string[], deboli: {parole: string[], verbi: string[]},
 *   sensibili: {emergenza: string, pericolo: boolean, parole: string[]}[], numeri: PhoneNumber[]}} Contents
 * @typedef {Pick<Contents, "ambiti" | "comuni" | "enti" | "aree" | "destinatari" | "sensibili" | "numeri">} Shown what
 *   the page needs of it
 * @typedef {{name: string[], meaning: string}} Name
 * @typedef {{phrase: string[], synonym: Synonym}} Opening
 * @typedef {{stop: Set<string>, synonyms: Synonym[], openings: Map<string, Opening[]>, comuni: Name[], enti: Name[],
 *   doors: Map<string, string>, sensitive: {phrase: string[], emergency: string}[], ambitoOf: Map<string, string>,
 *   roots: Set<string>, concepts: import("./concepts.js").Concepts,
 *   bodies: string[][], inItalian: ((typed: string[], unknown: ReadonlySet<string>) => string[]) | null,
 *   weak: Set<string>, weakVerbs: Set<string>}} Lexicon `openings` has, by the root of its first word, each phrase that
 *   can be typed; `inItalian` is null until the words of the dialects have arrived
 */

import { conceptsOf } from "./concepts.js";
import { root } from "./roots.js";
import { tokens, words } from "./tokens.js";

/** The version of the files that this code reads. */
export const FORMAT = 5;

const BOTH_WAYS = 0.9;
const ONE_WAY = 0.9;
const SHORT_NAME = 5;

/** @param {Contents} contents @param {any} lunr the library @returns {Lexicon} */
export function lexiconOf(contents, lunr) {
  const stop = new Set(contents.vuote);
  /** @param {string} joined */
  const phrases = (joined) => (joined === "" ? [] : joined.split("|").map((phrase) => phrase.split(" ")));
  const synonyms = contents.sinonimi.split("\n").map((line, place) => {
    const [typed, meant] = line.split(">").map(phrases);
    return { typed, meant: meant ?? typed, weight: meant ? ONE_WAY : BOTH_WAYS, place };
  });
  /** @type {Lexicon["openings"]} */
  const openings = new Map();
  for (const synonym of synonyms) {
    for (const phrase of synonym.typed) {
      const opening = root(phrase[0]);
      const found = openings.get(opening);
      if (found) found.push({ phrase, synonym });
      else openings.set(opening, [{ phrase, synonym }]);
    }
  }
  const concepts = conceptsOf(contents.concetti, lunr);
  const ofSynonyms = synonyms.flatMap(({ typed, meant }) => [...typed, ...meant].flat().map(root));
  return {
    stop,
    synonyms,
    openings,
    comuni: names(contents.comuni, stop),
    enti: Object.entries(contents.enti).flatMap(([meaning, { nomi }]) =>
      nomi.map((name) => ({ name: name.split(" "), meaning })),
    ),
    doors: new Map(contents.ambiti.flatMap(({ id, sportello }) => (sportello ? [[id, sportello.url]] : []))),
    sensitive: contents.sensibili.flatMap(({ emergenza, parole }) =>
      parole.map((text) => ({ phrase: words(text), emergency: emergenza })),
    ),
    ambitoOf: new Map(contents.comuni.map(({ id, ambito }) => [id, ambito])),
    roots: new Set([...ofSynonyms, ...concepts.terms.roots]),
    concepts,
    inItalian: null,
    bodies: contents.enti_che_scrivono.map(words),
    weak: new Set(contents.deboli.parole),
    weakVerbs: new Set(contents.deboli.verbi),
  };
}

/**
 * The whole names, and the first words that mean one Comune only.
 * @param {Comune[]} comuni @param {Set<string>} stop
 */
function names(comuni, stop) {
  const whole = comuni.map(({ id, nome }) => ({ name: tokens(nome, stop), meaning: id }));
  /** @type {Map<string, number>} */
  const first = new Map();
  for (const { name } of whole) first.set(name[0], (first.get(name[0]) ?? 0) + 1);
  const short = whole
    .filter(({ name }) => name.length > 1 && first.get(name[0]) === 1 && name[0].length >= SHORT_NAME)
    .map(({ name, meaning }) => ({ name: name.slice(0, 1), meaning }));
  return [...whole, ...short];
}
