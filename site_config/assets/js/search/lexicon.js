/**
 * What a search needs to know beside the indexes, from `indice.json`: the same as generator/search/lexicon.py.
 *
 * @typedef {{typed: string[][], meant: string[][], weight: number}} Synonym
 * @typedef {{numero: string, nome: string, a_che_serve: string, emergenza: string}} PhoneNumber
 * @typedef {{id: string, nome: string, ambito: string}} Comune
 * @typedef {{id: string, nome: string, sportello?: {nome: string, url: string}}} Ambito
 * @typedef {{versione: number, indici: string[], ambiti: Ambito[], comuni: Comune[], aree: Record<string, string>,
 *   destinatari: Record<string, string>, vuote: string[],
 *   sinonimi: {uguali?: string[], cerca?: string[], trova?: string[]}[],
 *   sensibili: {emergenza: string, pericolo: boolean, parole: string[]}[], numeri: PhoneNumber[]}} Contents
 * @typedef {{stop: Set<string>, synonyms: Synonym[], comuni: {name: string[], comune: string}[],
 *   sensitive: {phrase: string[], emergency: string}[], ambitoOf: Map<string, string>, roots: Set<string>}} Lexicon
 */

import { root } from "./terms.js";
import { tokens, words } from "./tokens.js";

/** The version of the files that this code reads. */
export const FORMAT = 1;

const BOTH_WAYS = 0.8;
const ONE_WAY = 0.6;
const DANGER = "emergenza";
const SHORT_NAME = 5;

/** @param {Contents} contents @returns {Lexicon} */
export function lexiconOf(contents) {
  const stop = new Set(contents.vuote);
  /** @param {string[]} texts */
  const phrases = (texts) => texts.map((text) => tokens(text, stop)).filter((phrase) => phrase.length > 0);
  const synonyms = contents.sinonimi.map(({ uguali, cerca, trova }) =>
    uguali
      ? { typed: phrases(uguali), meant: phrases(uguali), weight: BOTH_WAYS }
      : { typed: phrases(cerca ?? []), meant: phrases(trova ?? []), weight: ONE_WAY },
  );
  return {
    stop,
    synonyms,
    comuni: names(contents.comuni, stop),
    sensitive: contents.sensibili.flatMap(({ emergenza, parole }) =>
      parole.map((text) => ({ phrase: words(text), emergency: emergenza })),
    ),
    ambitoOf: new Map(contents.comuni.map(({ id, ambito }) => [id, ambito])),
    roots: new Set(synonyms.flatMap(({ typed, meant }) => [...typed, ...meant].flat().map(root))),
  };
}

/**
 * The numbers to show before the results: that for danger first, then those of each emergency.
 * @param {Contents} contents @param {string[]} emergencies
 * @returns {PhoneNumber[]}
 */
export function emergencyNumbers(contents, emergencies) {
  const danger = contents.sensibili.some(({ emergenza, pericolo }) => pericolo && emergencies.includes(emergenza));
  const wanted = danger ? [DANGER, ...emergencies] : emergencies;
  return wanted.flatMap((name) => contents.numeri.filter(({ emergenza }) => emergenza === name));
}

/**
 * The whole names, and the first words that mean one Comune only.
 * @param {Comune[]} comuni @param {Set<string>} stop
 */
function names(comuni, stop) {
  const whole = comuni.map(({ id, nome }) => ({ name: tokens(nome, stop), comune: id }));
  /** @type {Map<string, number>} */
  const first = new Map();
  for (const { name } of whole) first.set(name[0], (first.get(name[0]) ?? 0) + 1);
  const short = whole
    .filter(({ name }) => name.length > 1 && first.get(name[0]) === 1 && name[0].length >= SHORT_NAME)
    .map(({ name, comune }) => ({ name: name.slice(0, 1), comune }));
  return [...whole, ...short];
}
