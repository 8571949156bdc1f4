/**
 * Dialect words turned into Italian before a search is understood: the same as generator/search/dialects.py, where the
 * choices are explained. Loaded with its words, when a search has one that it does not know.
 *
 * @typedef {{italian: string[], sure: boolean}} Form
 * @typedef {{forms: Map<string, Form>, byShape: Map<string, string[]>}} Dialects by their words with spaces between
 */

import { undouble } from "./terms.js";
import { words } from "./tokens.js";

const NOT_SURE = "*";
const MOST_WORDS = 3;
const SURE_SHARE = 0.2;
const SPELLINGS = /oeu|eu|[kjy]|[cgs]h/g;
/** @type {Record<string, string>} */
const PLAIN = { oeu: "o", eu: "o", k: "c", j: "i", y: "i", ch: "c", gh: "g", sh: "s" };

/** @param {{parole: string}} packed what `dialetti.json` holds @returns {Dialects} */
export function dialectsOf({ parole }) {
  /** @type {Dialects["forms"]} */
  const forms = new Map();
  /** @type {Dialects["byShape"]} */
  const byShape = new Map();
  for (const line of parole.split("\n")) {
    const [meant, joined] = line.split("=");
    const italian = words(meant);
    for (const form of joined.split(",")) {
      const sure = !form.endsWith(NOT_SURE);
      const said = sure ? form : form.slice(0, -NOT_SURE.length);
      forms.set(said, { italian, sure });
      const shapes = said.split(" ").map(shape).join(" ");
      if (sure && !byShape.has(shapes)) byShape.set(shapes, italian);
    }
  }
  return { forms, byShape };
}

/** What the spellings of one dialect word have alike. @param {string} word @returns {string} */
export function shape(word) {
  const plain = undouble(word).replace(SPELLINGS, (found) => PLAIN[found]);
  const bare = plain.replace(/[aeiou]+$/, "");
  return bare.length > 1 ? bare : plain;
}

/**
 * The typed words with those in dialect turned into Italian.
 * @param {string[]} typed @param {Dialects} dialects @param {ReadonlySet<string>} unknown those that the search does not know
 * @returns {string[]}
 */
export function inItalian(typed, dialects, unknown) {
  const found = typed.map((_, place) => at(typed, place, dialects, unknown));
  const sure = found.filter((one) => one?.sure).length;
  const inDialect = sure >= Math.max(1, SURE_SHARE * typed.length);
  /** @type {string[]} */
  const turned = [];
  for (let place = 0; place < typed.length; ) {
    const one = found[place];
    if (one && (one.sure || inDialect)) {
      turned.push(...one.italian);
      place += one.length;
    } else {
      turned.push(typed[place]);
      place += 1;
    }
  }
  return turned;
}

/**
 * How many words the longest form at a place has, its Italian, and whether it is surely dialect.
 * @param {string[]} typed @param {number} place @param {Dialects} dialects @param {ReadonlySet<string>} unknown
 * @returns {(Form & {length: number}) | null}
 */
function at(typed, place, { forms, byShape }, unknown) {
  for (let length = Math.min(MOST_WORDS, typed.length - place); length > 0; length -= 1) {
    const said = typed.slice(place, place + length);
    const form = forms.get(said.join(" "));
    if (form) return { length, ...form };
    const italian = said.every((word) => unknown.has(word)) && byShape.get(said.map(shape).join(" "));
    if (italian) return { length, italian, sure: false };
  }
  return null;
}
