/**
 * How well each document answers what was asked: the same numbers as generator/search/matching.py, where the choices
 * are explained.
 *
 * @typedef {import("./concepts.js").Concepts} Concepts
 * @typedef {import("./index.js").LoadedIndex} LoadedIndex
 * @typedef {import("./query.js").Idea} Idea
 * @typedef {import("./query.js").Question} Question
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {{index: LoadedIndex, place: number, score: number, share: number}} Match
 * @typedef {{scores: Float64Array, marks: string[]}} Found how well each document answers a word, and what matched
 */

import { expand, sameRoot } from "./terms.js";

/** The name of the index of content pages, guides and notices. */
export const PAGES = "pagine";

const HALF = 10;
const OF_KIND = [10, 4, 2.5, 2];
const SOME = 2.4;
const PART_OF_A_COMPOUND = 0.1;
const KNOWN = 1.5;
const WEAK = 0.35;
const BARELY = 0.17;
const MOST_REMEMBERED = 400;

/**
 * The documents that have something of the question.
 * @param {Question} question @param {Concepts} concepts @param {LoadedIndex[]} indexes
 * @param {Set<string>} marks gets the words that matched
 * @returns {Match[]}
 */
export function weigh(question, concepts, indexes, marks) {
  /** @param {string} word @param {boolean} typed @param {boolean} unfinished @param {LoadedIndex} index */
  const ofWord = (word, typed, unfinished, index) => {
    const unknown = question.unknown.has(word);
    const found = remembered(index, `${word} ${typed} ${unfinished} ${unknown}`, () =>
      wordScores(word, typed, unfinished, unknown, concepts, index),
    );
    for (const mark of found.marks) marks.add(mark);
    return found.scores;
  };
  const found = question.ideas.map((idea) => indexes.map((index) => ideaScores(idea, index, ofWord)));
  const weights = question.ideas.map((idea, number) => weightOf(idea, found[number], indexes, ofWord));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  /** @type {Match[]} */
  const matches = [];
  indexes.forEach((index, number) => {
    for (let place = 0; place < index.schede.length; place += 1) {
      let share = 0;
      let score = 0;
      for (let idea = 0; idea < weights.length; idea += 1) {
        const value = found[idea][number][place];
        if (value === 0) continue;
        share += (weights[idea] * value) / (value + BARELY);
        score += weights[idea] * value;
      }
      if (share > 0) matches.push({ index, place, score: score / whole, share: share / whole });
    }
  });
  return matches;
}

/**
 * @typedef {(word: string, typed: boolean, unfinished: boolean, index: LoadedIndex) => Float64Array} OfWord
 * @param {LoadedIndex} index @param {string} key @param {() => Found} find
 * @returns {Found}
 */
function remembered(index, key, find) {
  let found = index.asked.get(key);
  if (!found) {
    found = find();
    if (index.asked.size >= MOST_REMEMBERED) index.asked.clear();
    index.asked.set(key, found);
  }
  return found;
}

/**
 * How well the documents answer an idea: each by its best wording.
 * @param {Idea} idea @param {LoadedIndex} index @param {OfWord} ofWord
 */
function ideaScores(idea, index, ofWord) {
  const best = new Float64Array(index.schede.length);
  for (const wording of idea.wordings) {
    const scores = wordingScores(wording, idea.unfinished, index, ofWord);
    for (let place = 0; place < best.length; place += 1) {
      const value = wording.weight * scores[place];
      if (value > best[place]) best[place] = value;
    }
  }
  return best;
}

/**
 * What an idea weighs among the others: the rarity of its own words; more if the synonyms know it. Words that no
 * index has are as rare as what they mean.
 * @param {Idea} idea @param {Float64Array[]} scores @param {LoadedIndex[]} indexes @param {OfWord} ofWord
 */
function weightOf(idea, scores, indexes, ofWord) {
  const much = idea.weak ? WEAK : 1;
  if (idea.wordings.length === 1) return much * rarityOf(scores, indexes);
  const own = indexes.map((index) => wordingScores(idea.wordings[0], idea.unfinished, index, ofWord));
  return much * KNOWN * (rarityOf(own, indexes) || rarityOf(scores, indexes));
}

/**
 * A compound is found where all its words are; a part of what the reader typed is found too, for less.
 * @param {Wording} wording @param {boolean} unfinished @param {LoadedIndex} index @param {OfWord} ofWord
 */
function wordingScores({ words, typed }, unfinished, index, ofWord) {
  const ofWords = words.map((word, place) => ofWord(word, typed, unfinished && place === words.length - 1, index));
  if (ofWords.length === 1) return ofWords[0];
  const scores = new Float64Array(index.schede.length);
  for (let place = 0; place < scores.length; place += 1) {
    let total = 0;
    let parts = 0;
    for (const found of ofWords) {
      total += found[place];
      if (found[place] > 0) parts += 1;
    }
    if (parts === ofWords.length) scores[place] = total / parts;
    else if (typed) scores[place] = PART_OF_A_COMPOUND * (total / ofWords.length);
  }
  return scores;
}

/**
 * @param {string} word @param {boolean} typed @param {boolean} unfinished @param {boolean} unknown
 * @param {Concepts} concepts @param {LoadedIndex} index
 * @returns {Found}
 */
function wordScores(word, typed, unfinished, unknown, concepts, index) {
  /** @param {import("./terms.js").Terms} terms */
  const meanings = (terms) => (typed ? expand(word, terms, unfinished, unknown) : sameRoot(word, terms));
  const scores = new Float64Array(index.schede.length);
  /** @type {string[]} */
  const marks = [];
  for (const [term, likeness] of meanings(index.terms)) {
    marks.push(index.terms.roots[term]);
    for (const [place, weight] of index.places[term]) scores[place] = Math.max(scores[place], likeness * weight);
  }
  const led = new Float64Array(concepts.ids.length);
  for (const [term, likeness] of meanings(concepts.terms)) {
    marks.push(concepts.terms.roots[term]);
    for (const [concept, times] of concepts.places[term]) {
      led[concept] = Math.max(led[concept], (likeness * times) / (times + SOME));
    }
  }
  index.schede.forEach(({ voci }, place) => {
    const worth = scores[place] + ledTo(voci ?? [], led, concepts);
    scores[place] = worth / (worth + HALF);
  });
  return { scores, marks };
}

/**
 * What the concepts of a document add, of those that a word leads to: the best of each kind.
 * @param {number[]} ofDocument @param {Float64Array} led @param {Concepts} concepts
 * @returns {number}
 */
function ledTo(ofDocument, led, { kinds }) {
  const best = [0, 0, 0, 0];
  for (const concept of ofDocument) {
    const kind = kinds[concept];
    best[kind] = Math.max(best[kind], OF_KIND[kind] * led[concept]);
  }
  return best[0] + best[1] + best[2] + best[3];
}

/**
 * How rare an idea is among the schede; one that barely has it counts for little. Pages count only for what no
 * scheda has.
 * @param {Float64Array[]} scores @param {LoadedIndex[]} indexes
 * @returns {number}
 */
function rarityOf(scores, indexes) {
  for (const counted of [indexes.map(({ id }) => id !== PAGES), indexes.map(() => true)]) {
    let all = 0;
    let total = 0;
    let most = 0;
    scores.forEach((values, number) => {
      if (!counted[number]) return;
      all += values.length;
      for (const value of values) {
        total += value;
        if (value > most) most = value;
      }
    });
    if (most > 0) return Math.log(1 + (all * most) / total);
  }
  return 0;
}
