/**
 * Finding and ranking: the same results in the same order as generator/search/engine.py, where the choices are
 * explained. A test asks both the same questions.
 *
 * @typedef {import("./index.js").LoadedIndex} LoadedIndex
 * @typedef {import("./index.js").Scheda} Scheda
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./matching.js").Match} Match
 * @typedef {import("./query.js").Question} Question
 * @typedef {{key: string, score: number, group: number, index: string, scheda: Scheda, door?: boolean}} Hit `door`: nothing
 *   was found, nothing sure, or nothing for the reader's Comune, and this is the desk where to ask
 * @typedef {{question: Question, hits: Hit[], marks: Set<string>}} Answer
 *   `marks` are the roots of the words that matched
 */

import { TIPOLOGIA } from "./concepts.js";
import { ELSEWHERE, EVERY, FOR_BODIES, FOR_ME, onlyForBodies, PAGE_KINDS } from "./kinds.js";
import { PAGES, weigh } from "./matching.js";
import { understand } from "./query.js";

const LEAST_SHARE = 0.25;
const REQUIRED = 0.6;
const SHARE_OF_THE_BEST = 0.5;
const SCORE_OF_THE_BEST = 0.2;
const CALLED_BY_NAME = 1.5;
const BETTER = 1.2;
const FOR_WHO_ASKS = 1.4;
const SURE = 0.5;
const OF_ITS_KIND = 0.85;
const BEFORE_THE_DESK = 3;
/** @type {Record<string, number>} */
const STATES = { attivo: 1, in_avvio: 0.98, previsto: 0.92, proposta: 0.85, sospeso: 0.8, concluso: 0.5 };

/**
 * The question that a text asks, and its results in the indexes that are loaded.
 * @param {string} text @param {Lexicon} lexicon @param {string | null} comune @param {LoadedIndex[]} indexes
 * @param {string | null} [ente]
 * @returns {Answer}
 */
export function ask(text, lexicon, comune, indexes, ente = null) {
  const known = (/** @type {string} */ stem) => indexes.some(({ terms }) => terms.byRoot.has(stem));
  const question = understand(text, lexicon, comune, known, ente);
  /** @type {Set<string>} */
  const marks = new Set();
  const hits = find(question, lexicon, indexes, marks);
  if (question.recognisedEnte && hits.every(({ door }) => door)) return ask(text, lexicon, comune, indexes, EVERY);
  return { question, hits, marks };
}

/**
 * @param {Question} question @param {Lexicon} lexicon @param {LoadedIndex[]} indexes @param {Set<string>} marks
 * @returns {Hit[]}
 */
function find(question, lexicon, indexes, marks) {
  if (question.lost) return doors(question, lexicon, indexes, false);
  const near = worthShowing(grouped(matching(question, lexicon, indexes, marks), question), question.comune);
  const shown = question.ideas.length > 0 ? kindsApart(near, lexicon) : near;
  const bodies = askedByABody(shown);
  const sorted = shown.sort(
    (a, b) =>
      order(a.hit, bodies) - order(b.hit, bodies) ||
      Number(a.over) - Number(b.over) ||
      b.hit.score - a.hit.score ||
      (a.hit.key < b.hit.key ? -1 : 1),
  );
  const found = sorted.map(({ hit }) => hit);
  if (question.ente || (found.length > 0 && !question.comune)) return found;
  const desks = doors(question, lexicon, indexes, true);
  if (!found.some(({ group }) => group === FOR_ME)) return [...desks, ...found];
  return question.ideas.length > 0 ? withDoors(found, desks) : found;
}

/**
 * The results, and among the first the desk where to ask when none of them is sure.
 * @param {Hit[]} found @param {Hit[]} desks
 * @returns {Hit[]}
 */
function withDoors(found, desks) {
  const sure = found.some(({ group, score, scheda }) => group === FOR_ME && score >= SURE && !(scheda.tipo in PAGE_KINDS));
  if (sure) return found;
  const first = found.slice(0, BEFORE_THE_DESK);
  const rest = found.slice(BEFORE_THE_DESK);
  const missing = desks.filter(({ key }) => first.every((hit) => hit.key !== key));
  const third = missing.map((desk) => rest.find(({ key }) => key === desk.key) ?? desk);
  return [...first, ...third, ...rest.filter((hit) => !third.includes(hit))];
}

/**
 * The hits, of which each that follows another of its tipologia in its group is worth less.
 * @param {Found[]} shown @param {Lexicon} lexicon
 * @returns {Found[]}
 */
function kindsApart(shown, { concepts }) {
  /** @type {Map<string, number>} */
  const before = new Map();
  return shown.sort((a, b) => b.hit.score - a.hit.score || (a.hit.key < b.hit.key ? -1 : 1)).map((found) => {
    const { hit } = found;
    const kind = (hit.scheda.voci ?? []).find((concept) => concepts.kinds[concept] === TIPOLOGIA);
    if (kind === undefined) return found;
    const key = `${hit.group} ${kind}`;
    const others = before.get(key) ?? 0;
    before.set(key, others + 1);
    return { ...found, hit: { ...hit, score: rounded(hit.score * OF_ITS_KIND ** others) } };
  });
}

/** Whether what is for bodies and operators answers better than anything for citizens. @param {Found[]} shown */
function askedByABody(shown) {
  let [citizens, bodies] = [0, 0];
  for (const { hit } of shown) {
    if (hit.group === FOR_BODIES) bodies = Math.max(bodies, hit.score);
    else citizens = Math.max(citizens, hit.score);
  }
  return bodies > BETTER * citizens;
}

/** @param {Hit} hit @param {boolean} bodies */
function order({ group }, bodies) {
  return bodies && group === FOR_BODIES ? 0 : group;
}

/**
 * The desks where to ask, of the question's Ambito or of all that are loaded, by key.
 * @param {Question} question @param {Lexicon} lexicon @param {LoadedIndex[]} indexes @param {boolean} door
 * @returns {Hit[]}
 */
function doors(question, lexicon, indexes, door) {
  const desks = indexes.flatMap((index) => {
    const place = index.schede.findIndex(({ url }) => url === lexicon.doors.get(index.id));
    return place < 0 || (question.ambito && question.ambito !== index.id) ? [] : [{ index, place, score: 1, share: 1 }];
  });
  const hits = grouped(desks, question).map(({ hit }) => (door ? { ...hit, door } : hit));
  return hits.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * How many results of the first group the same text has in each Comune of the loaded Ambiti: what `ask` would find
 * there, without asking once for each.
 * @param {string} text @param {Lexicon} lexicon @param {LoadedIndex[]} indexes
 * @param {(hit: Hit) => boolean} wanted the other filters
 * @param {string | null} [ente]
 * @returns {Map<string, number>}
 */
export function countByComune(text, lexicon, indexes, wanted, ente = null) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const index of indexes) {
    const comuni = [...lexicon.ambitoOf].filter(([, ambito]) => ambito === index.id).map(([comune]) => comune);
    if (comuni.length === 0) continue;
    const asked = [index, ...indexes.filter(({ id }) => id === PAGES)];
    const known = (/** @type {string} */ stem) => asked.some(({ terms }) => terms.byRoot.has(stem));
    let question = understand(text, lexicon, comuni[0], known, ente);
    let weighed = matching(question, lexicon, asked, new Set());
    if (weighed.length === 0 && question.recognisedEnte) {
      question = understand(text, lexicon, comuni[0], known, EVERY);
      weighed = matching(question, lexicon, asked, new Set());
    }
    for (const comune of comuni) {
      const shown = worthShowing(grouped(weighed, { ...question, comune }), comune);
      counts.set(comune, shown.filter(({ hit }) => hit.group === FOR_ME && wanted(hit)).length);
    }
  }
  return counts;
}

/**
 * What is worth something before it is known for whom: its score and its share of the ideas.
 * @typedef {{hit: Hit, over: boolean, share: number}} Found
 * @param {Question} question @param {Lexicon} lexicon @param {LoadedIndex[]} indexes @param {Set<string>} marks
 * @returns {Match[]}
 */
function matching(question, lexicon, indexes, marks) {
  if (question.ideas.length > 0) {
    return weigh(question, lexicon.concepts, indexes, marks)
      .filter(({ index, place }) => ofTheEnte(index.schede[place], question))
      .map((match) => ({ ...match, score: match.score * match.share ** REQUIRED * standing(match.index, match.place, question) }));
  }
  if (!question.everything) return [];
  return indexes.flatMap((index) =>
    index.schede.flatMap((scheda, place) =>
      scheda.tipo in PAGE_KINDS || !ofTheEnte(scheda, question)
        ? []
        : [{ index, place, score: STATES[scheda.stato], share: 1 }],
    ),
  );
}

/**
 * Those near the best. With a Comune, what its residents can use is measured by the best of that.
 * @param {Found[]} weighed @param {string | null} comune
 * @returns {Found[]}
 */
function worthShowing(weighed, comune) {
  if (!comune) return near(weighed, weighed);
  const mine = weighed.filter(({ hit }) => hit.group === FOR_ME);
  const rest = weighed.filter(({ hit }) => hit.group !== FOR_ME);
  return [...near(mine, mine), ...near(rest, weighed)];
}

/** @param {Found[]} group @param {Found[]} measure @returns {Found[]} */
function near(group, measure) {
  const least = Math.max(LEAST_SHARE, SHARE_OF_THE_BEST * Math.max(...measure.map(({ share }) => share)));
  const lowest = SCORE_OF_THE_BEST * Math.max(...measure.map(({ hit }) => hit.score));
  return group.filter(({ hit, share }) => share >= least && hit.score >= lowest);
}

/** What the state and the kind of a document are worth, and whether it was called by its name.
 * @param {LoadedIndex} index @param {number} place @param {Question} question @returns {number} */
function standing(index, place, question) {
  const scheda = index.schede[place];
  let value = PAGE_KINDS[scheda.tipo] ?? STATES[scheda.stato];
  if (question.body && onlyForBodies(scheda)) value *= FOR_WHO_ASKS;
  return named(index, place, question) ? value * CALLED_BY_NAME : value;
}

/** @param {LoadedIndex} index @param {number} place @param {Question} question @returns {boolean} */
function named(index, place, question) {
  return index.names[place] === question.words.join(" ");
}

/** @param {Match[]} weighed @param {Question} question @returns {Found[]} */
function grouped(weighed, question) {
  return weighed.map(({ index, place, score, share }) => {
    const scheda = index.schede[place];
    let group = FOR_ME;
    if (onlyForBodies(scheda) && !question.body) group = FOR_BODIES;
    else if (question.comune && !holds(question, index, scheda)) group = ELSEWHERE;
    const key = scheda.tipo in PAGE_KINDS ? scheda.url : `${index.id}/${scheda.id}`;
    const hit = { key, score: rounded(score), group, index: index.id, scheda };
    return { hit, over: scheda.stato === "concluso" && !named(index, place, question), share };
  });
}

/** The last digit of a sum depends on its order and must decide nothing. @param {number} score */
function rounded(score) {
  return Math.floor(score * 1e6 + 0.5) / 1e6;
}

/** Whether it is there for who lives in the question's Comune.
 * @param {Question} question @param {LoadedIndex} index @param {Scheda} scheda @returns {boolean} */
function holds(question, index, scheda) {
  if (scheda.tipo in PAGE_KINDS) return true;
  return index.id === question.ambito && (!scheda.comuni || scheda.comuni.includes(question.comune ?? ""));
}

/** @param {Scheda} scheda @param {Question} question @returns {boolean} */
function ofTheEnte(scheda, question) {
  return !question.ente || (scheda.enti ?? []).includes(question.ente);
}
