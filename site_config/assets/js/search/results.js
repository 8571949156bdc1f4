/**
 * The results page. What to look for is read from the address and nowhere else; filters are links, so the back button
 * and a shared address do what one expects.
 */

import { callAddress, element, emergencyBox, marked } from "./elements.js";
import { emergencyNumbers, ofDanger } from "./emergencies.js";
import { addressOf, announced, FILTERS, labelOf, readState, withFilter } from "./state.js";
import { ELSEWHERE, EVERY, FOR_BODIES, FOR_ME, onlyForBodies, PAGE_KINDS, ROOT } from "./kinds.js";
import * as messages from "./messages.js";
import { only } from "./answers.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./lexicon.js").Shown} Contents
 * @typedef {import("./service.js").Results} Results
 */

const MOST_OPEN = 8;

/** @param {HTMLElement} list the list of results @param {import("./service.js").Service} service */
export async function showResults(list, service) {
  const state = readState(new URLSearchParams(location.search));
  const status = part("esito");
  fillForms(state);
  if (!state.text && !state.comune && !state.ente && Object.keys(state.filters).length === 0) return;
  if (state.text) document.title = `${state.text} – ${document.title}`;
  status.textContent = messages.LOADING;
  list.setAttribute("aria-busy", "true");
  try {
    const contents = await only(service.contents());
    for await (const results of service.results(state)) render(list, status, state, results, contents);
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
    if (field && comune && comune !== EVERY) {
      field.value = comune;
      field.disabled = false;
    }
  }
}

/**
 * @param {HTMLElement} list @param {HTMLElement} status @param {State} state @param {Results} results
 * @param {Contents} contents
 */
function render(list, status, state, { question, marks, complete, hits, facets, like }, contents) {
  const comune = nameOf(question.comune, contents);
  const count = announced(hits, question);
  const numbers = emergencyNumbers(contents, question.sensitive);
  part("numeri").replaceChildren(...(numbers.length > 0 ? [emergencyBox(numbers, messages.NUMBERS)] : []));
  if (ofDanger(numbers)) offerExit();
  part("scelte").replaceChildren(...chosen(state, question, comune, contents));
  list.replaceChildren(...items(hits, marks, comune, contents));
  if (!complete) return;
  const others = hits.filter(({ door }) => !door).length - count;
  status.textContent = messages.counted(count, state.text, comune, others);
  part("filtri").replaceChildren(...facets.map(facetElement));
  part("filtri").hidden = facets.length === 0;
  const nothing = hits.every(({ door }) => door) ? help(state, like) : [];
  document.documentElement.classList.toggle("aa-si-cerca", hits.length > 0);
  const noDoor = count === 0 && !hits.some(({ door }) => door);
  part("nessuno").replaceChildren(...nothing, ...(noDoor ? desks(question.ambito, contents) : []));
}

/** The quick exit of the pages about violence, here too when the words tell of it; at the foot, so that nothing moves. */
function offerExit() {
  const address = document.querySelector("[data-via]")?.getAttribute("data-via");
  if (!address || document.querySelector("[data-uscita]")) return;
  /** @param {string} name @param {string} words */
  const link = (name, words) => element("a", { class: name, href: address, rel: "noreferrer nofollow", "data-uscita": "" }, words);
  const bar = element("div", { class: "aa-uscita aa-uscita--fissa" }, link("aa-uscita__link", messages.EXIT));
  document.body.prepend(link("aa-skip", messages.EXIT), bar);
  import("../exit.js");
}

/** @param {string | null} comune @param {Contents} contents @returns {string | null} */
function nameOf(comune, contents) {
  return contents.comuni.find(({ id }) => id === comune)?.nome ?? null;
}

/**
 * The filters that hold, each with the link that takes it away; first what was read in the text.
 * @param {State} state @param {import("./query.js").Question} question @param {string | null} comune
 * @param {Contents} contents
 * @returns {HTMLElement[]}
 */
function chosen(state, question, comune, contents) {
  const made = FILTERS.flatMap((name) => {
    const value = state.filters[name];
    if (!value) return [];
    return [chip(labelOf(name, value, contents), addressOf(withFilter(state, name)))];
  });
  if (comune && question.recognised) {
    const everywhere = addressOf({ ...state, comune: EVERY });
    made.unshift(readInText(messages.readInText(comune), everywhere, messages.notAFilter(comune)));
  } else if (comune) made.unshift(chip(comune, addressOf({ ...state, comune: EVERY })));
  const ente = question.ente && contents.enti[question.ente]?.nome;
  if (ente && question.recognisedEnte) {
    const anybody = addressOf({ ...state, ente: EVERY });
    made.unshift(readInText(messages.enteInText(ente), anybody, messages.notThatEnte(ente)));
  } else if (ente) made.unshift(chip(ente, addressOf({ ...state, ente: EVERY })));
  return made;
}

/** @param {string} told @param {string} address @param {string} way out of it */
function readInText(told, address, way) {
  return element("p", { class: "aa-ricerca-letto" }, `${told} `, element("a", { href: address }, way));
}

/** @param {string} label @param {string} address */
function chip(label, address) {
  return element("a", { class: "aa-ricerca-scelta", href: address }, `${label} `, element("span", {}, messages.REMOVE));
}

/**
 * The results, with a line before each group that is not for the reader.
 * @param {Hit[]} hits @param {ReadonlySet<string>} marks @param {string | null} comune @param {Contents} contents
 * @returns {HTMLElement[]}
 */
function items(hits, marks, comune, contents) {
  /** @type {Record<number, string>} */
  const titles = {
    [FOR_ME]: messages.FOR_CITIZENS,
    [ELSEWHERE]: messages.elsewhere(comune ?? ""),
    [FOR_BODIES]: messages.FOR_BODIES,
  };
  let group = FOR_ME;
  return hits.flatMap((hit) => {
    const item = resultElement(hit, marks, contents);
    if (hit.group === group) return [item];
    group = hit.group;
    const title = titles[group];
    return [element("li", { class: "aa-ricerca-gruppo" }, title), item];
  });
}

/** @param {Hit} hit @param {ReadonlySet<string>} marks @param {Contents} contents @returns {HTMLElement} */
function resultElement({ key, group, index, scheda, door }, marks, contents) {
  const page = scheda.tipo in PAGE_KINDS;
  const ambito = contents.ambiti.find(({ id }) => id === index)?.nome ?? "";
  const names = scheda.comuni?.map((id) => contents.comuni.find((comune) => comune.id === id)?.nome ?? id);
  const labels = [element("span", { class: "aa-ricerca-tipo" }, messages.KINDS[scheda.tipo])];
  if (!page) labels.push(element("span", { class: "aa-ricerca-stato-scheda", "data-stato": scheda.stato }, messages.STATES[scheda.stato]));
  if (scheda.aperto) labels.push(element("span", { class: "aa-ricerca-aperto" }, messages.OPEN_NOW));
  if (door) labels.push(element("span", { class: "aa-ricerca-pubblico" }, messages.ASK_HERE));
  if (onlyForBodies(scheda)) {
    const who = scheda.pubblico?.includes("ets") ? messages.FOR_ETS : messages.FOR_OPERATORS;
    labels.push(element("span", { class: "aa-ricerca-pubblico" }, who));
  }
  return element(
    "li",
    { "data-scheda": page ? null : key, "data-pagina": page ? scheda.url : null, "data-gruppo": String(group) },
    element("h2", {}, element("a", { href: new URL(scheda.url, ROOT).href }, marked(scheda.nome, marks))),
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
 * @param {State} state @param {string[]} like
 * @returns {HTMLElement[]}
 */
function help(state, like) {
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
 * @param {string | null} ambito @param {Contents} contents
 * @returns {HTMLElement[]}
 */
function desks(ambito, contents) {
  const links = contents.ambiti.flatMap(({ id, nome, sportello }) => {
    if (!sportello || (ambito && id !== ambito)) return [];
    const link = element("a", { href: new URL(sportello.url, ROOT).href }, `${sportello.nome} (${nome})`);
    return [element("li", {}, link)];
  });
  return links.length > 0 ? [element("p", {}, messages.ASK_SOMEBODY), element("ul", {}, ...links)] : [];
}
