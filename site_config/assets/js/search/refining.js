/**
 * What only the results page asks: filters with their counts, and what is open now. The worker brings it there alone, so
 * that a suggestion does not wait for it.
 *
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./index.js").Scheda} Scheda
 * @typedef {import("./state.js").State} State
 */

import { inRome, stateAt } from "../opening.js";
import { facetsOf } from "./filters.js";
import { passes } from "./state.js";

/**
 * The hits that pass the filters, and the filters themselves once nothing more is on its way.
 * @param {import("./loader.js").Reply} reply @param {State} state @param {import("./lexicon.js").Contents} contents
 * @param {(passing: (hit: Hit) => boolean) => Map<string, number>} countComuni how many of the hits each Comune has
 */
export function refined(reply, state, contents, countComuni) {
  const hits = reply.hits.filter((hit) => passes(hit, state));
  if (!reply.complete) return { hits, facets: [] };
  const counts = countComuni((hit) => passes(hit, state));
  return { hits, facets: facetsOf(reply.hits, state, reply.question, contents, counts) };
}

/**
 * Tells of schede whose hours are known whether they are surely open now.
 * @param {Scheda[]} schede @param {Record<string, string>} holidays by day @param {Date} now
 */
export function tellOpening(schede, holidays, now) {
  const [day, time] = inRome(now);
  // Beyond the last year of the table nobody knows whether a day is a holiday.
  const told = day <= (Object.keys(holidays).at(-1) ?? "");
  for (const scheda of schede) {
    scheda.aperto = told && stateAt(scheda.orari ?? [], day, time, holidays).state === "aperto";
  }
}
