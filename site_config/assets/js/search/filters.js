/**
 * The filters of the results page with their counts.
 *
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./lexicon.js").Contents} Contents
 * @typedef {import("./query.js").Question} Question
 * @typedef {import("./state.js").State} State
 * @typedef {{label: string, count: number, active: boolean, address: string}} Choice
 * @typedef {{title: string, choices: Choice[]}} Facet
 */

import { EVERY } from "./kinds.js";
import { FACETS } from "./messages.js";
import { addressOf, announced, FILTERS, labelOf, passes, VALUES, withFilter } from "./state.js";

/**
 * The filters. A count is what the page announces once the link is followed.
 * @param {Hit[]} hits of the text, not yet filtered
 * @param {State} state @param {Question} question @param {Contents} contents
 * @param {Map<string, number>} counts by Comune, how many hits pass the filters there
 * @returns {Facet[]}
 */
export function facetsOf(hits, state, question, contents, counts) {
  const facets = FILTERS.map((name) => {
    const open = hits.filter((hit) => passes(hit, state, name));
    const values = new Set([...open.flatMap(VALUES[name]), ...(state.filters[name] ? [state.filters[name]] : [])]);
    const choices = [...values].map((value) => ({
      label: labelOf(name, value, contents),
      count: announced(open.filter((hit) => VALUES[name](hit).includes(value)), question),
      active: state.filters[name] === value,
      address: addressOf(withFilter(state, name, state.filters[name] === value ? undefined : value)),
    }));
    return { title: FACETS[name], choices: ordered(choices) };
  });
  return [comuneFacet(state, question, contents, counts), ...facets].filter(({ choices }) => choices.length > 0);
}

/** @param {State} state @param {Question} question @param {Contents} contents @param {Map<string, number>} counts */
function comuneFacet(state, question, contents, counts) {
  const choices = contents.comuni
    .filter(({ id }) => counts.has(id) || id === question.comune)
    .map(({ id, nome }) => ({
      label: nome,
      count: counts.get(id) ?? 0,
      active: id === question.comune,
      address: addressOf({ ...state, comune: id === question.comune ? EVERY : id }),
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
