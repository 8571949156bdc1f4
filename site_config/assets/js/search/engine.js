/**
 * Finding and ranking: the same results in the same order as generator/search/engine.py, where the choices are
 * explained. A test asks both the same questions.
 *
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./query.js").Idea} Idea
 * @typedef {import("./query.js").Question} Question
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {import("./terms.js").Terms} Terms
 * @typedef {import("./unpack.js").Scheda} Scheda
 * @typedef {{id: string, lunr: any, terms: Terms, roots: Set<string>, schede: Scheda[], names: string[],
 *   asked: Map<string, {terms: string[], scores: Map<string, number>}>, worths: Map<string, [string, number][]>}}
 *   LoadedIndex
 *   `names` are the names of the schede as tokens, joined by a space; `asked` is what words were worth: while
 *   somebody types, all but the last are asked again at each letter
 * @typedef {{key: string, score: number, group: number, index: string, scheda: Scheda, door?: boolean}} Hit `door`: nothing
 *   was found for the reader's Comune, and this is the desk where to ask
 * @typedef {{question: Question, hits: Hit[], marks: Set<string>}} Answer
 *   `marks` are the words of the indexes that matched, folded
 */

import { ELSEWHERE, EVERY, FOR_BODIES, FOR_ME, PAGE_KINDS } from "./kinds.js";
import { understand } from "./query.js";
import { expand, inflections, termsOf } from "./terms.js";
import { tokens } from "./tokens.js";
import { lunrForm, unpackWords } from "./unpack.js";

/** The name of the index of content pages, guides and notices. */
export const PAGES = "pagine";

const HALF = 6;
const PART_OF_A_COMPOUND = 0.1;
const KNOWN = 2.5;
const BARELY = 0.2;
const LEAST_SHARE = 0.25;
const SHARE_OF_THE_BEST = 0.6;
const SCORE_OF_THE_BEST = 0.2;
const CALLED_BY_NAME = 1.5;
/** @type {Record<string, number>} */
const STATES = { attivo: 1, in_avvio: 0.95, previsto: 0.85, proposta: 0.7, sospeso: 0.6, concluso: 0.5 };
const MOST_REMEMBERED = 400;

/**
 * An index ready to be asked.
 * @param {import("./unpack.js").PackedIndex} packed
 * @param {any} lunr the library
 * @param {Set<string>} stop
 * @returns {LoadedIndex}
 */
export function loadIndex(packed, lunr, stop) {
  const terms = termsOf(unpackWords(packed.termini));
  return {
    id: packed.id,
    lunr: lunr.Index.load(lunrForm(packed, lunr.version)),
    terms,
    roots: new Set(terms.roots),
    schede: packed.schede,
    names: packed.schede.map(({ nome }) => tokens(nome, stop).join(" ")),
    asked: new Map(),
    worths: new Map(),
  };
}

/**
 * The question that a text asks, and its results in the indexes that are loaded.
 * @param {string} text @param {Lexicon} lexicon @param {string | null} comune @param {LoadedIndex[]} indexes
 * @param {string | null} [ente]
 * @returns {Answer}
 */
export function ask(text, lexicon, comune, indexes, ente = null) {
  const known = (/** @type {string} */ stem) => indexes.some(({ roots }) => roots.has(stem));
  const question = understand(text, lexicon, comune, known, ente);
  /** @type {Set<string>} */
  const marks = new Set();
  const hits = find(question, lexicon, indexes, marks);
  if (hits.length === 0 && question.recognisedEnte) return ask(text, lexicon, comune, indexes, EVERY);
  return { question, hits, marks };
}

/**
 * @param {Question} question @param {Lexicon} lexicon @param {LoadedIndex[]} indexes @param {Set<string>} marks
 * @returns {Hit[]}
 */
function find(question, lexicon, indexes, marks) {
  if (question.lost) return doors(question, lexicon, indexes, false);
  const sorted = worthShowing(grouped(weigh(question, indexes, marks), question), question.comune).sort(
    (a, b) =>
      a.hit.group - b.hit.group ||
      Number(a.over) - Number(b.over) ||
      b.hit.score - a.hit.score ||
      (a.hit.key < b.hit.key ? -1 : 1),
  );
  const found = sorted.map(({ hit }) => hit);
  if (!question.comune || question.ente || found.length === 0 || found[0].group === FOR_ME) return found;
  return [...doors(question, lexicon, indexes, true), ...found];
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
    const known = (/** @type {string} */ stem) => asked.some(({ roots }) => roots.has(stem));
    let question = understand(text, lexicon, comuni[0], known, ente);
    let weighed = weigh(question, asked, new Set());
    if (weighed.length === 0 && question.recognisedEnte) {
      question = understand(text, lexicon, comuni[0], known, EVERY);
      weighed = weigh(question, asked, new Set());
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
 * @typedef {{index: LoadedIndex, place: number, score: number, share: number}} Weighed
 * @typedef {{hit: Hit, over: boolean, share: number}} Found
 * @param {Question} question @param {LoadedIndex[]} indexes @param {Set<string>} marks
 * @returns {Weighed[]}
 */
function weigh(question, indexes, marks) {
  if (question.ideas.length > 0) return matching(question, indexes, marks);
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
 * @param {Question} question @param {LoadedIndex[]} indexes @param {Set<string>} marks
 * @returns {Weighed[]}
 */
function matching(question, indexes, marks) {
  const scores = question.ideas.map((idea) => indexes.map((index) => ideaScores(idea, index, question.unknown, marks)));
  const weights = question.ideas.map((idea, number) => weightOf(idea, scores[number], indexes, question.unknown, marks));
  const whole = sum(weights);
  /** @type {Weighed[]} */
  const weighed = [];
  indexes.forEach((index, number) => {
    index.schede.forEach((scheda, place) => {
      if (!ofTheEnte(scheda, question)) return;
      let share = 0;
      let score = 0;
      weights.forEach((weight, idea) => {
        const ofIdea = scores[idea][number].get(String(place));
        if (ofIdea === undefined) return;
        share += (weight * ofIdea) / (ofIdea + BARELY);
        score += weight * ofIdea;
      });
      if (share === 0) return;
      const value = (score / whole) * (share / whole) * standing(index, place, question);
      weighed.push({ index, place, score: value, share: share / whole });
    });
  });
  return weighed;
}

/**
 * What an idea weighs among the others: the rarity of its own words; more if the synonyms know it.
 * @param {Idea} idea @param {Map<string, number>[]} byIndex @param {LoadedIndex[]} indexes @param {Set<string>} unknown
 * @param {Set<string>} marks
 */
function weightOf(idea, byIndex, indexes, unknown, marks) {
  if (idea.wordings.length === 1) return rarityOf(byIndex, indexes);
  const own = indexes.map((index) => wordingScores(idea.wordings[0], index, idea.unfinished, unknown, marks));
  const documents = sum(indexes.map(({ id, schede }) => (id === PAGES ? 0 : schede.length)));
  return KNOWN * (rarityOf(own, indexes) || Math.log(1 + documents));
}

/**
 * How rare an idea is among the schede; one that barely has it counts for little. Pages count only for what no
 * scheda has.
 * @param {Map<string, number>[]} byIndex @param {LoadedIndex[]} indexes
 * @returns {number}
 */
function rarityOf(byIndex, indexes) {
  const schede = indexes.map(({ id }) => id !== PAGES);
  for (const counted of [schede, indexes.map(() => true)]) {
    const values = byIndex.flatMap((found, number) => (counted[number] ? [...found.values()] : []));
    const documents = sum(indexes.map((index, number) => (counted[number] ? index.schede.length : 0)));
    if (values.length > 0) return Math.log(1 + (documents * Math.max(...values)) / sum(values));
  }
  return 0;
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

/**
 * By document, how well it answers an idea: its best wording, between 0 and 1.
 * @param {Idea} idea @param {LoadedIndex} index @param {Set<string>} unknown @param {Set<string>} marks
 * @returns {Map<string, number>}
 */
function ideaScores(idea, index, unknown, marks) {
  /** @type {Map<string, number>} */
  const best = new Map();
  for (const wording of idea.wordings) {
    for (const [reference, score] of wordingScores(wording, index, idea.unfinished, unknown, marks)) {
      best.set(reference, Math.max(best.get(reference) ?? 0, wording.weight * score));
    }
  }
  return best;
}

/**
 * A compound is found where all its words are; a part of what the reader typed is found too, for less.
 * @param {Wording} wording @param {LoadedIndex} index @param {boolean} unfinished @param {Set<string>} unknown
 * @param {Set<string>} marks
 * @returns {Map<string, number>}
 */
function wordingScores(wording, index, unfinished, unknown, marks) {
  const last = wording.words.length - 1;
  const ofWords = wording.words.map((word, place) => {
    const found = ofWord(word, wording.typed, unfinished && place === last, unknown.has(word), index);
    for (const term of found.terms) marks.add(term);
    return found.scores;
  });
  if (ofWords.length === 1) return ofWords[0];
  /** @type {Map<string, number>} */
  const scores = new Map();
  for (const reference of new Set(ofWords.flatMap((found) => [...found.keys()]))) {
    const parts = ofWords.flatMap((found) => found.get(reference) ?? []);
    const mean = sum(parts) / ofWords.length;
    if (parts.length === ofWords.length) scores.set(reference, mean);
    else if (wording.typed) scores.set(reference, PART_OF_A_COMPOUND * mean);
  }
  return scores;
}

/**
 * What a word means in an index and how well each document answers it.
 * @param {string} word @param {boolean} typed @param {boolean} unfinished @param {boolean} unknown
 * @param {LoadedIndex} index
 */
function ofWord(word, typed, unfinished, unknown, index) {
  const key = `${word} ${typed} ${unfinished} ${unknown}`;
  let found = index.asked.get(key);
  if (!found) {
    const meanings = typed ? expand(word, index.terms, unfinished, unknown) : inflections(word, index.terms);
    found = { terms: [...meanings.keys()], scores: wordScores(index, meanings) };
    if (index.asked.size >= MOST_REMEMBERED) index.asked.clear();
    index.asked.set(key, found);
  }
  return found;
}

/**
 * What lunr's index has for a word's meanings: the same as its `query`, without the division by the length of the
 * query's vector. `query` makes an object of each match and multiplies whole vectors, where of each of ours one number
 * is enough: all the words of a document's field weigh the same.
 * @param {LoadedIndex} index @param {Map<string, number>} meanings
 * @returns {Map<string, number>}
 */
function wordScores(index, meanings) {
  /** @type {Map<string, number>} */
  const scores = new Map();
  for (const [term, weight] of meanings) {
    for (const [document, worth] of worthOf(term, index)) {
      scores.set(document, (scores.get(document) ?? 0) + weight * worth);
    }
  }
  for (const [document, score] of scores) scores.set(document, score / (score + HALF));
  return scores;
}

/** What a word is worth in each document that has it. @param {string} term @param {LoadedIndex} index */
function worthOf(term, { lunr, worths }) {
  let found = worths.get(term);
  if (!found) {
    const posting = lunr.invertedIndex[term];
    found = lunr.fields.flatMap((/** @type {string} */ field) =>
      Object.keys(posting[field]).map((document) => [document, lunr.fieldVectors[`${field}/${document}`].elements[1]]),
    );
    worths.set(term, found);
  }
  return found;
}

/** What the state and the kind of a document are worth, and whether it was called by its name.
 * @param {LoadedIndex} index @param {number} place @param {Question} question @returns {number} */
function standing(index, place, question) {
  const scheda = index.schede[place];
  const value = PAGE_KINDS[scheda.tipo] ?? STATES[scheda.stato];
  return named(index, place, question) ? value * CALLED_BY_NAME : value;
}

/** @param {LoadedIndex} index @param {number} place @param {Question} question @returns {boolean} */
function named(index, place, question) {
  return index.names[place] === question.words.join(" ");
}

/** @param {Weighed[]} weighed @param {Question} question @returns {Found[]} */
function grouped(weighed, question) {
  return weighed.map(({ index, place, score, share }) => {
    const scheda = index.schede[place];
    let group = FOR_ME;
    if (scheda.pubblico && !scheda.pubblico.includes("cittadini")) group = FOR_BODIES;
    else if (question.comune && !holds(question, index, scheda)) group = ELSEWHERE;
    const key = scheda.tipo in PAGE_KINDS ? scheda.url : `${index.id}/${scheda.id}`;
    // Rounded: the last digit of a sum depends on its order and must decide nothing.
    const hit = { key, score: Math.floor(score * 1e6 + 0.5) / 1e6, group, index: index.id, scheda };
    return { hit, over: scheda.stato === "concluso" && !named(index, place, question), share };
  });
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

/** @param {number[]} numbers @returns {number} */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
