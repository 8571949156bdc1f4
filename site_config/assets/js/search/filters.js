/**
 * The state of the results page, which is its address, and the filters with their counts. No DOM here.
 *
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./engine.js").LoadedIndex} LoadedIndex
 * @typedef {import("./loader.js").Knowledge} Knowledge
 * @typedef {import("./query.js").Question} Question
 * @typedef {"tipo" | "area" | "destinatari" | "diretto"} FilterName
 * @typedef {{text: string, comune: string | null, filters: Partial<Record<FilterName, string>>}} State
 * @typedef {{label: string, count: number, active: boolean, address: string}} Choice
 * @typedef {{title: string, choices: Choice[]}} Facet
 */

import { countByComune, FOR_ME } from "./engine.js";
import { FACETS, KINDS, YES_ALONE } from "./messages.js";

/** @type {FilterName[]} */
export const FILTERS = ["tipo", "area", "destinatari", "diretto"];

/** @type {Record<FilterName, (hit: Hit) => string[]>} */
const VALUES = {
  tipo: ({ scheda }) => [scheda.tipo],
  area: ({ scheda }) => scheda.aree ?? [],
  destinatari: ({ scheda }) => scheda.destinatari ?? [],
  diretto: ({ scheda }) => (scheda.diretto ? ["si"] : []),
};

/** @param {URLSearchParams} parameters @returns {State} */
export function readState(parameters) {
  /** @type {State["filters"]} */
  const filters = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return { text: (parameters.get("q") ?? "").trim(), comune: parameters.get("comune") || null, filters };
}

/** The address of a state, from the results page. @param {State} state @returns {string} */
export function addressOf({ text, comune, filters }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  if (comune) parameters.set("comune", comune);
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  return `?${parameters}`;
}

/** Whether a hit passes the filters, all but one. @param {Hit} hit @param {State} state @param {FilterName} [but] */
export function passes(hit, { filters }, but) {
  return FILTERS.every((name) => name === but || !filters[name] || VALUES[name](hit).includes(filters[name]));
}

/**
 * How many results the page announces: all, or with a Comune what its residents can use.
 * @param {Hit[]} hits @param {Question} question
 * @returns {number}
 */
export function announced(hits, question) {
  return hits.filter(({ group }) => !question.comune || group === FOR_ME).length;
}

/**
 * The filters. A count is what the page announces once the link is followed.
 * @param {Hit[]} hits of the text, not yet filtered
 * @param {State} state @param {Question} question @param {Knowledge} knowledge @param {LoadedIndex[]} indexes
 * @returns {Facet[]}
 */
export function facetsOf(hits, state, question, knowledge, indexes) {
  const facets = FILTERS.map((name) => {
    const open = hits.filter((hit) => passes(hit, state, name));
    const values = new Set([...open.flatMap(VALUES[name]), ...(state.filters[name] ? [state.filters[name]] : [])]);
    const choices = [...values].map((value) => ({
      label: labelOf(name, value, knowledge),
      count: announced(open.filter((hit) => VALUES[name](hit).includes(value)), question),
      active: state.filters[name] === value,
      address: addressOf(withFilter(state, name, state.filters[name] === value ? undefined : value)),
    }));
    return { title: FACETS[name], choices: ordered(choices) };
  });
  return [comuneFacet(state, question, knowledge, indexes), ...facets].filter(({ choices }) => choices.length > 0);
}

/** @param {State} state @param {FilterName} name @param {string} [value] @returns {State} */
export function withFilter(state, name, value) {
  return { ...state, filters: { ...state.filters, [name]: value } };
}

/** @param {FilterName} name @param {string} value @param {Knowledge} knowledge @returns {string} */
export function labelOf(name, value, { contents }) {
  if (name === "tipo") return KINDS[value] ?? value;
  if (name === "diretto") return YES_ALONE;
  return (name === "area" ? contents.aree : contents.destinatari)[value] ?? value;
}

/** @param {State} state @param {Question} question @param {Knowledge} knowledge @param {LoadedIndex[]} indexes */
function comuneFacet(state, question, { contents, lexicon }, indexes) {
  const counts = countByComune(state.text, lexicon, indexes, (hit) => passes(hit, state));
  const choices = contents.comuni
    .filter(({ id }) => counts.has(id) || id === question.comune)
    .map(({ id, nome }) => ({
      label: nome,
      count: counts.get(id) ?? 0,
      active: id === question.comune,
      address: addressOf({ ...state, comune: id === question.comune ? "tutti" : id }),
    }))
    .filter(({ count, active }) => count > 0 || active);
  return { title: FACETS.comune, choices };
}

/** @param {Choice[]} choices @returns {Choice[]} the fullest first */
function ordered(choices) {
  return choices
    .filter(({ count, active }) => count > 0 || active)
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "it"));
}
