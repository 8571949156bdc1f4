/**
 * The results page. What to look for is read from the address and nowhere else; filters are links, so the back button
 * and a shared address do what one expects.
 */

import { ELSEWHERE, FOR_BODIES, FOR_ME } from "./engine.js";
import { callAddress, element, emergencyBox, marked } from "./elements.js";
import { addressOf, announced, facetsOf, FILTERS, labelOf, passes, readState, withFilter } from "./filters.js";
import { emergencyNumbers } from "./lexicon.js";
import { ROOT } from "./loader.js";
import * as messages from "./messages.js";
import { EVERY_COMUNE } from "./query.js";
import { nearest } from "./terms.js";

/**
 * @typedef {import("./filters.js").State} State
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./loader.js").Knowledge} Knowledge
 * @typedef {import("./loader.js").Library} Library
 * @typedef {import("./loader.js").Reply} Reply
 */

const MOST_OPEN = 8;

/** @param {HTMLElement} list the list of results @param {Library} library */
export async function showResults(list, library) {
  const state = readState(new URLSearchParams(location.search));
  const status = part("esito");
  fillForms(state);
  if (!state.text && !state.comune && Object.keys(state.filters).length === 0) return;
  if (state.text) document.title = `${state.text} – ${document.title}`;
  status.textContent = messages.LOADING;
  list.setAttribute("aria-busy", "true");
  try {
    const knowledge = await library.knowledge();
    for await (const reply of library.replies(state.text, state.comune, list.dataset.ambito || null)) {
      await render(list, status, state, reply, knowledge, library);
    }
  } catch {
    status.textContent = `${messages.FAILED} `;
    status.append(element("a", { href: new URL("a-z/", ROOT).href }, messages.TO_THE_LIST));
  }
  list.removeAttribute("aria-busy");
}

/** A part of the page, by the end of its id. @param {string} name @returns {HTMLElement} */
function part(name) {
  const found = document.getElementById(`ricerca-${name}`);
  if (!found) throw new Error(`ricerca-${name} is not on the page`);
  return found;
}

/** Every search box of the page says what was looked for and keeps the Comune. @param {State} state */
function fillForms({ text, comune }) {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-ricerca]"))) {
    const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("comune"));
    if (!input.value) input.value = text;
    if (field && comune && comune !== EVERY_COMUNE) {
      field.value = comune;
      field.disabled = false;
    }
  }
}

/**
 * @param {HTMLElement} list @param {HTMLElement} status @param {State} state @param {Reply} reply
 * @param {Knowledge} knowledge @param {Library} library
 */
async function render(list, status, state, reply, knowledge, library) {
  const { question, marks, complete } = reply;
  const hits = reply.hits.filter((hit) => passes(hit, state));
  const comune = nameOf(question.comune, knowledge);
  const count = announced(hits, question);
  const numbers = emergencyNumbers(knowledge.contents, question.sensitive);
  const indexes = await library.loaded();
  part("numeri").replaceChildren(...(numbers.length > 0 ? [emergencyBox(numbers, messages.NUMBERS)] : []));
  part("scelte").replaceChildren(...chosen(state, question.recognised, comune, knowledge));
  list.replaceChildren(...items(hits, marks, comune, knowledge));
  if (!complete) return;
  status.textContent = messages.counted(count, state.text, comune, hits.length - count);
  const facets = facetsOf(reply.hits, state, question, knowledge, indexes);
  part("filtri").replaceChildren(...facets.map(facetElement));
  part("filtri").hidden = facets.length === 0;
  const nothing = hits.length === 0 ? help(state, question.words, indexes) : [];
  part("nessuno").replaceChildren(...(count === 0 ? [...nothing, ...desks(question.ambito, knowledge)] : []));
}

/** @param {string | null} comune @param {Knowledge} knowledge @returns {string | null} */
function nameOf(comune, { contents }) {
  return contents.comuni.find(({ id }) => id === comune)?.nome ?? null;
}

/**
 * The filters that hold, each with the link that takes it away.
 * @param {State} state @param {string | null} recognised @param {string | null} comune @param {Knowledge} knowledge
 * @returns {HTMLElement[]}
 */
function chosen(state, recognised, comune, knowledge) {
  const made = FILTERS.flatMap((name) => {
    const value = state.filters[name];
    if (!value) return [];
    return [chip(labelOf(name, value, knowledge), addressOf(withFilter(state, name)))];
  });
  if (!comune) return made;
  const anywhere = addressOf({ ...state, comune: EVERY_COMUNE });
  if (!recognised) return [chip(comune, anywhere), ...made];
  const link = element("a", { href: anywhere }, messages.notAFilter(comune));
  return [element("p", { class: "aa-ricerca-letto" }, `${messages.readInText(comune)} `, link), ...made];
}

/** @param {string} label @param {string} address */
function chip(label, address) {
  return element("a", { class: "aa-ricerca-scelta", href: address }, `${label} `, element("span", {}, messages.REMOVE));
}

/**
 * The results, with a line before each group that is not for the reader.
 * @param {Hit[]} hits @param {ReadonlySet<string>} marks @param {string | null} comune @param {Knowledge} knowledge
 * @returns {HTMLElement[]}
 */
function items(hits, marks, comune, knowledge) {
  let group = FOR_ME;
  return hits.flatMap((hit) => {
    const item = resultElement(hit, marks, knowledge);
    if (hit.group === group) return [item];
    group = hit.group;
    const title = group === ELSEWHERE ? messages.elsewhere(comune ?? "") : messages.FOR_BODIES;
    return [element("li", { class: "aa-ricerca-gruppo" }, title), item];
  });
}

/** @param {Hit} hit @param {ReadonlySet<string>} marks @param {Knowledge} knowledge @returns {HTMLElement} */
function resultElement({ key, group, index, scheda }, marks, { contents }) {
  const page = scheda.tipo === "pagina";
  const ambito = contents.ambiti.find(({ id }) => id === index)?.nome ?? "";
  const names = scheda.comuni?.map((id) => contents.comuni.find((comune) => comune.id === id)?.nome ?? id);
  const labels = [element("span", { class: "aa-ricerca-tipo" }, messages.KINDS[scheda.tipo])];
  if (!page) labels.push(element("span", { class: "aa-ricerca-stato-scheda", "data-stato": scheda.stato }, messages.STATES[scheda.stato]));
  if (group === FOR_BODIES) {
    const who = scheda.pubblico?.includes("ets") ? messages.FOR_ETS : messages.FOR_OPERATORS;
    labels.push(element("span", { class: "aa-ricerca-pubblico" }, who));
  }
  return element(
    "li",
    { "data-scheda": page ? null : key, "data-pagina": page ? scheda.url : null, "data-gruppo": String(group) },
    element("h3", {}, element("a", { href: new URL(scheda.url, ROOT).href }, marked(scheda.nome, marks))),
    element("p", { class: "aa-ricerca-etichette" }, ...labels),
    element("p", {}, marked(scheda.in_breve, marks)),
    page ? null : element("p", { class: "aa-ricerca-dove" }, names ? messages.onlyIn(names) : messages.everywhere(ambito)),
    scheda.telefono
      ? element(
          "a",
          { class: "aa-ricerca-telefona", href: callAddress(scheda.telefono), "aria-label": `${messages.call(scheda.telefono)}, ${scheda.nome}` },
          messages.call(scheda.telefono),
        )
      : null,
  );
}

/** @param {import("./filters.js").Facet} facet @returns {HTMLElement} */
function facetElement({ title, choices }) {
  const links = choices.map(({ label, count, active, address }) =>
    element(
      "li",
      {},
      element("a", { href: address, "aria-current": active ? "true" : null }, label),
      element("span", { class: "aa-ricerca-quanti" }, ` (${count})`),
    ),
  );
  // On a phone the filters stand above the results: closed, so that the first result is seen.
  const open = matchMedia("(min-width: 60rem)").matches && choices.length <= MOST_OPEN;
  return element(
    "details",
    { class: "aa-ricerca-filtro", open: open ? "" : null },
    element("summary", {}, title),
    element("ul", {}, ...links),
  );
}

/**
 * What helps when nothing was found: like words, fewer filters.
 * @param {State} state @param {string[]} words @param {import("./engine.js").LoadedIndex[]} indexes
 * @returns {HTMLElement[]}
 */
function help(state, words, indexes) {
  const like = [...new Set(words.flatMap((word) => indexes.flatMap(({ terms }) => nearest(word, terms, 2))))].slice(0, 5);
  const made = [element("p", {}, messages.NOTHING)];
  if (Object.values(state.filters).some(Boolean)) {
    made.push(element("p", {}, element("a", { href: addressOf({ ...state, filters: {} }) }, messages.WITHOUT_FILTERS)));
  }
  if (like.length > 0) {
    const links = like.map((text) => element("li", {}, element("a", { href: addressOf({ ...state, text }) }, text)));
    made.push(element("p", {}, messages.TRY_WITH), element("ul", { class: "aa-ricerca-simili" }, ...links));
  } else made.push(element("p", {}, messages.FEWER));
  return made;
}

/**
 * The desks where to ask: that of the reader's Ambito, or of all.
 * @param {string | null} ambito @param {Knowledge} knowledge
 * @returns {HTMLElement[]}
 */
function desks(ambito, { contents }) {
  const links = contents.ambiti.flatMap(({ id, nome, sportello }) => {
    if (!sportello || (ambito && id !== ambito)) return [];
    const link = element("a", { href: new URL(sportello.url, ROOT).href }, `${sportello.nome} (${nome})`);
    return [element("li", {}, link)];
  });
  return links.length > 0 ? [element("p", {}, messages.ASK_SOMEBODY), element("ul", {}, ...links)] : [];
}
