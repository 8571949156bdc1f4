/** Elements of the page. Every text goes in as text, so nothing that was typed or read can become code. */

import { root } from "./roots.js";
import { pieces } from "./tokens.js";

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | null | undefined>} attributes those without a value are left out
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * The text with the words that matched in <mark>.
 * @param {string} text @param {ReadonlySet<string>} marks roots of words
 * @returns {DocumentFragment}
 */
export function marked(text, marks) {
  const fragment = document.createDocumentFragment();
  for (const piece of pieces(text)) {
    fragment.append(piece.word && marks.has(root(piece.word)) ? element("mark", {}, piece.text) : piece.text);
  }
  return fragment;
}

/** The address that calls a number. @param {string} number @returns {string} */
export function callAddress(number) {
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}

/**
 * The numbers that come before everything else.
 * @param {import("./lexicon.js").PhoneNumber[]} numbers @param {string} title
 * @returns {HTMLElement}
 */
export function emergencyBox(numbers, title) {
  const items = numbers.map(({ numero, nome, a_che_serve }) =>
    element(
      "li",
      {},
      element("a", { class: "aa-ricerca-numero", href: callAddress(numero) }, element("strong", {}, numero), ` ${nome}`),
      element("span", {}, a_che_serve),
    ),
  );
  return element("section", { class: "aa-ricerca-emergenza", "aria-label": title }, element("p", {}, title), element("ul", {}, ...items));
}
