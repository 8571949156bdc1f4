/**
 * The search as the page asks for it, with answers that can travel between threads. Every function is an async
 * generator, those with one answer too, so that the page asks a worker and its own thread alike.
 *
 * @typedef {import("./loader.js").Library} Library
 * @typedef {import("./loader.js").Reply} Reply
 * @typedef {import("./state.js").State} State
 * @typedef {Reply} Suggestions
 * @typedef {Reply & {facets: import("./filters.js").Facet[], like: string[]}} Results
 *   `hits` are those that pass the filters; `like` are words to try when there is none
 */

import { countByComune } from "./engine.js";
import { comuneIn } from "./query.js";
import { nearest } from "./terms.js";

const MOST_LIKE = 5;

/** @param {Library} library @param {() => Date} [clock] */
export function openService(library, clock = () => new Date()) {
  /** What every box of a page needs to know: without the words, which are many and stay where they are asked. */
  async function* contents() {
    const { ambiti, comuni, enti, aree, destinatari, sensibili, numeri } = (await library.knowledge()).contents;
    yield { ambiti, comuni, enti, aree, destinatari, sensibili, numeri };
  }

  /** The Comune that stands in a text. @param {string} text */
  async function* comuneOf(text) {
    yield comuneIn(text, (await library.knowledge()).lexicon, null);
  }

  /** What will be needed begins to arrive while the first word is being typed. @param {string | null} ambito */
  async function* prepare(ambito) {
    const { contents: known } = await library.knowledge();
    await library.index(ambito || known.indici[0]);
    yield true;
  }

  /**
   * @param {string} text @param {string | null} comune @param {string | null} ambito @param {number} most
   * @returns {AsyncGenerator<Suggestions>}
   */
  async function* suggest(text, comune, ambito, most) {
    for await (const reply of library.replies(text, comune, ambito, null, true)) {
      yield { ...reply, hits: reply.hits.slice(0, most) };
    }
  }

  /** @param {State} state @returns {AsyncGenerator<Results>} */
  async function* results(state) {
    const [{ contents, lexicon }, { refined, tellOpening }] = await Promise.all([library.knowledge(), import("./refining.js")]);
    for await (const reply of library.replies(state.text, state.comune, null, state.ente, false)) {
      const indexes = await library.loaded();
      const withHours = indexes.flatMap(({ schede }) => schede.filter(({ orari }) => orari));
      if (withHours.length > 0) tellOpening(withHours, await library.holidays(), clock());
      const { hits, facets } = refined(reply, state, contents, (passing) =>
        countByComune(state.text, lexicon, indexes, passing, state.ente),
      );
      const like = reply.question.words.flatMap((word) => indexes.flatMap(({ terms }) => nearest(word, terms, 2)));
      yield { ...reply, hits, facets, like: hits.every(({ door }) => door) ? [...new Set(like)].slice(0, MOST_LIKE) : [] };
    }
  }

  return { contents, comuneOf, prepare, suggest, results };
}

/** @typedef {ReturnType<typeof openService>} Service */
