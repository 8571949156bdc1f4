/**
 * What somebody typed, understood: the same as generator/search/query.py, where the choices are explained.
 *
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{words: string[], weight: number, typed: boolean}} Wording
 * @typedef {{wordings: Wording[], unfinished: boolean, weak: boolean}} Idea
 * @typedef {{words: string[], ideas: Idea[], comune: string | null, ambito: string | null, recognised: string | null,
 *   sensitive: string[], unknown: Set<string>, everything: boolean, ente: string | null, recognisedEnte: boolean,
 *   lost: boolean, body: boolean}} Question
 */

import { EVERY } from "./kinds.js";
import { missing, termOfMissing } from "./negation.js";
import { root } from "./roots.js";
import { slipsAllowed, slipsBetween, stem } from "./terms.js";
import { words } from "./tokens.js";

const MOST_LETTERS = 300;
const MOST_WORDS = 24;
const LETTERS = /^\p{L}+$/u;
/** @type {Set<string>} */
const NOTHING = new Set();
const ENDS_IN_A_WORD = /[\p{L}\p{N}]$/u;

/**
 * The question that a text asks. One with a word that nobody knows may be in dialect: then it is the question that its
 * Italian asks.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @param {string | null} comune
 * @param {(stem: string) => boolean} known tells the roots of the indexes' words: those are no slips
 * @param {string | null} ente as `comune`, what the page says: an id, EVERY or nothing
 * @returns {Question}
 */
export function understand(text, lexicon, comune, known, ente = null) {
  const typed = words([...text].slice(0, MOST_LETTERS).join("")).slice(0, MOST_WORDS);
  const openEnd = ENDS_IN_A_WORD.test(text);
  const question = understood(typed, openEnd, lexicon, comune, known, ente);
  if (!lexicon.inItalian || question.unknown.size === 0) return question;
  const turned = lexicon.inItalian(typed, question.unknown).slice(0, MOST_WORDS);
  if (turned.length === 0 || turned.join(" ") === typed.join(" ")) return question;
  const sameEnd = turned[turned.length - 1] === typed[typed.length - 1];
  const italian = understood(turned, openEnd && sameEnd, lexicon, comune, known, ente);
  return { ...italian, sensitive: [...new Set([...question.sensitive, ...italian.sensitive])] };
}

/**
 * The question that some words ask.
 * @param {string[]} typed @param {boolean} openEnd whether the last one may still be being typed
 * @param {Lexicon} lexicon @param {string | null} comune @param {(stem: string) => boolean} known
 * @param {string | null} ente
 * @returns {Question}
 */
function understood(typed, openEnd, lexicon, comune, known, ente) {
  let meant = typed.filter((word) => !lexicon.stop.has(word));
  let unfinished = typed.length > 0 && openEnd && !lexicon.stop.has(typed[typed.length - 1]);
  const body = ente === null ? namedIn(meant, lexicon.enti) : { meaning: ente, start: 0, end: 0 };
  unfinished = unfinished && !(body.start < body.end && body.end === meant.length);
  meant = [...meant.slice(0, body.start), ...meant.slice(body.end)];
  const called = body.meaning !== null && body.meaning !== EVERY;
  const named = namedIn(meant, lexicon.comuni);
  const given = comune !== null && lexicon.ambitoOf.has(comune) ? comune : null;
  const recognised = given || comune === EVERY ? null : named.meaning;
  if (recognised || given || named.end - named.start < meant.length) {
    unfinished = unfinished && named.end < meant.length;
    meant = [...meant.slice(0, named.start), ...meant.slice(named.end)];
  }
  const unknown = new Set(meant.filter((word) => !known(root(word)) && !lexicon.roots.has(root(word))));
  const about = recognised ?? given;
  return {
    words: meant,
    ideas: [...ideas(meant, lexicon, unfinished, unknown), ...missingIdeas(typed, lexicon)],
    comune: about,
    ambito: lexicon.ambitoOf.get(about ?? "") ?? null,
    recognised,
    sensitive: emergencies(typed, lexicon),
    unknown,
    everything: meant.length === 0 && (named.end > named.start || called || typed.length === 0),
    ente: called ? body.meaning : null,
    recognisedEnte: called && ente === null,
    lost: meant.length === 0 && typed.length > 0 && named.end === named.start && !called,
    body: forABody(typed, lexicon, unknown),
  };
}

/**
 * The Comune that a search is about, before any index is there: it says which index to load.
 * @param {string} text @param {Lexicon} lexicon @param {string | null} comune
 * @returns {string | null}
 */
export function comuneIn(text, lexicon, comune) {
  return understand(text, lexicon, comune, () => true).comune;
}

/**
 * What the longest of the names among the words means, and from which to which place it stands.
 * @param {string[]} meant @param {import("./lexicon.js").Name[]} names
 * @returns {{meaning: string | null, start: number, end: number}}
 */
function namedIn(meant, names) {
  /** @type {{meaning: string | null, start: number, end: number}} */
  let found = { meaning: null, start: 0, end: 0 };
  for (const { name, meaning } of names) {
    if (name.length <= found.end - found.start) continue;
    const start = meant.findIndex((_, place) => name.every((word, i) => meant[place + i] === word));
    if (start >= 0) found = { meaning, start, end: start + name.length };
  }
  return found;
}

/**
 * @param {string[]} meant @param {Lexicon} lexicon @param {boolean} unfinished @param {Set<string>} unknown
 * @returns {Idea[]}
 */
function ideas(meant, lexicon, unfinished, unknown) {
  /** @type {Idea[]} */
  const found = [];
  let place = 0;
  while (place < meant.length) {
    const here = place;
    const said = openings(meant[place], lexicon, unknown).filter(({ phrase }) => says(meant, here, phrase, unknown));
    const length = Math.max(1, ...said.map(({ phrase }) => phrase.length));
    const own = meant.slice(place, place + length);
    /** @type {Map<import("./lexicon.js").Synonym, Set<string>>} */
    const matched = new Map();
    for (const { phrase, synonym } of said) {
      if (phrase.length === length) matched.set(synonym, (matched.get(synonym) ?? new Set()).add(phrase.join(" ")));
    }
    /** @type {Map<string, {words: string[], weight: number}>} */
    const others = new Map();
    for (const synonym of [...matched.keys()].sort((a, b) => a.place - b.place)) {
      for (const phrase of synonym.meant) {
        const key = phrase.join(" ");
        const worth = matched.get(synonym)?.has(key) ? 1 : synonym.weight;
        others.set(key, { words: phrase, weight: Math.max(worth, others.get(key)?.weight ?? 0) });
      }
    }
    others.delete(own.join(" "));
    place += length;
    found.push({
      wordings: [
        { words: own, weight: 1, typed: true },
        ...[...others.values()].map((other) => ({ ...other, typed: false })),
      ],
      unfinished: unfinished && place === meant.length,
      weak: length === 1 && weak(own[0], lexicon),
    });
  }
  return found;
}

/**
 * What the words, or others that mean the same, say there is not, where some concept is about that.
 * @param {string[]} typed @param {Lexicon} lexicon
 * @returns {Idea[]}
 */
function missingIdeas(typed, lexicon) {
  return [...new Set(missing(typed, lexicon.stop))].flatMap((word) => {
    /** @type {Map<string, number>} */
    const terms = new Map([[termOfMissing(word), 1]]);
    for (const { phrase, synonym } of lexicon.openings.get(root(word)) ?? []) {
      if (phrase.length > 1 || !same(phrase[0], word, NOTHING)) continue;
      for (const other of synonym.meant.filter(({ length }) => length === 1)) {
        const term = termOfMissing(other[0]);
        if (!terms.has(term)) terms.set(term, synonym.weight);
      }
    }
    const wordings = [...terms]
      .filter(([term]) => lexicon.concepts.terms.byRoot.has(root(term)))
      .map(([term, weight]) => ({ words: [term], weight, typed: false }));
    return wordings.length > 0 ? [{ wordings, unfinished: false, weak: false }] : [];
  });
}

/** Whether a word says little: a common one, or a number of two digits, which is an age. @param {string} word @param {Lexicon} lexicon */
function weak(word, lexicon) {
  return /^\d{1,2}$/.test(word) || lexicon.weak.has(word) || lexicon.weakVerbs.has(stem(word));
}

/**
 * The phrases that may begin with this word; for an unknown word, also those that begin much like it.
 * @param {string} word @param {Lexicon} lexicon @param {Set<string>} unknown
 * @returns {import("./lexicon.js").Opening[]}
 */
function openings(word, lexicon, unknown) {
  if (!unknown.has(word)) return lexicon.openings.get(root(word)) ?? [];
  return [...lexicon.openings].flatMap(([opening, found]) => (opening[0] === word[0] ? found : []));
}

/**
 * Whether the words from `place` on are this phrase, in any number, or misspelled if unknown.
 * @param {string[]} meant @param {number} place @param {string[]} phrase @param {Set<string>} unknown
 * @returns {boolean}
 */
function says(meant, place, phrase, unknown) {
  if (place + phrase.length > meant.length) return false;
  return phrase.every((word, i) => same(word, meant[place + i], unknown));
}

/** @param {string} word @param {string} typed @param {Set<string>} unknown @returns {boolean} */
function same(word, typed, unknown) {
  if (word === typed || (word.length >= 4 && root(word) === root(typed))) return true;
  if (typed.length < 5 || !LETTERS.test(typed) || typed[0] !== word[0] || !unknown.has(typed)) return false;
  const allowed = slipsAllowed(typed.length);
  return slipsBetween(typed, word, allowed) <= allowed;
}

/**
 * Whether the words are those of who writes for a body, also misspelled.
 * @param {string[]} typed @param {Lexicon} lexicon @param {Set<string>} unknown
 */
function forABody(typed, lexicon, unknown) {
  return lexicon.bodies.some((phrase) => typed.some((_, place) => says(typed, place, phrase, unknown)));
}

/**
 * The emergencies that the words speak of, each once. Stop words count: «mi segue» is not «segue».
 * @param {string[]} typed @param {Lexicon} lexicon
 * @returns {string[]}
 */
function emergencies(typed, lexicon) {
  const found = lexicon.sensitive
    .filter(({ phrase }) =>
      typed.some((_, i) => i + phrase.length <= typed.length && alarming(phrase, typed.slice(i, i + phrase.length))),
    )
    .map(({ emergency }) => emergency);
  return [...new Set(found)];
}

/**
 * Whether the words are this phrase; long ones also half typed or misspelled: better once too often.
 * @param {string[]} phrase @param {string[]} typed
 * @returns {boolean}
 */
function alarming(phrase, typed) {
  return phrase.every((word, i) => {
    const other = typed[i];
    const halfTyped = other.length >= 6 && word.startsWith(other);
    const misspelled = word.length >= 8 && slipsBetween(word, other, 1) <= 1;
    return word === other || (word.length >= 5 && root(word) === root(other)) || halfTyped || misspelled;
  });
}
