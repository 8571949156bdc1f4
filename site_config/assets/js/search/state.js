/**
 * The state of the results page, which is its address, and what passes its filters. No DOM here.
 *
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./query.js").Question} Question
 * @typedef {"tipo" | "area" | "destinatari" | "diretto" | "aperto"} FilterName
 * @typedef {{text: string, comune: string | null, ente: string | null,
 *   filters: Partial<Record<FilterName, string>>}} State
 */

import { FOR_ME } from "./kinds.js";
import { KINDS, OPEN_NOW, YES_ALONE } from "./messages.js";

/** @type {FilterName[]} */
export const FILTERS = ["aperto", "diretto", "tipo", "area", "destinatari"];

/** @type {Record<FilterName, (hit: Hit) => string[]>} */
export const VALUES = {
  tipo: ({ scheda }) => [scheda.tipo],
  area: ({ scheda }) => scheda.aree,
  destinatari: ({ scheda }) => scheda.destinatari,
  diretto: ({ scheda }) => (scheda.diretto ? ["si"] : []),
  aperto: ({ scheda }) => (scheda.aperto ? ["ora"] : []),
};

/** @param {URLSearchParams} parameters @returns {State} */
export function readState(parameters) {
  /** @type {State["filters"]} */
  const filters = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  const [comune, ente] = ["comune", "ente"].map((name) => parameters.get(name) || null);
  return { text: (parameters.get("q") ?? "").trim(), comune, ente, filters };
}

/** The address of a state, from the results page. @param {State} state @returns {string} */
export function addressOf({ text, comune, ente, filters }) {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  if (comune) parameters.set("comune", comune);
  if (ente) parameters.set("ente", ente);
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
  return hits.filter(({ group, door }) => !door && (!question.comune || group === FOR_ME)).length;
}

/** @param {State} state @param {FilterName} name @param {string} [value] @returns {State} */
export function withFilter(state, name, value) {
  return { ...state, filters: { ...state.filters, [name]: value } };
}

/** @param {FilterName} name @param {string} value @param {import("./lexicon.js").Shown} contents @returns {string} */
export function labelOf(name, value, contents) {
  if (name === "tipo") return KINDS[value] ?? value;
  if (name === "diretto") return YES_ALONE;
  if (name === "aperto") return OPEN_NOW;
  return (name === "area" ? contents.aree : contents.destinatari)[value] ?? value;
}
