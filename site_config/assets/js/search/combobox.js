/**
 * The search box of the header as an ARIA combobox with a list of suggestions (WAI-ARIA 1.2, list autocomplete,
 * manual selection). Without this file the box is a plain form that leads to /cerca/.
 */

import { ELSEWHERE, onlyForBodies, PAGE_KINDS, ROOT } from "./kinds.js";
import { element, emergencyBox, marked } from "./elements.js";
import { emergencyNumbers } from "./emergencies.js";
import * as messages from "./messages.js";
import { only } from "./answers.js";

const MOST = 7;

/**
 * @param {HTMLFormElement} form
 * @param {import("./service.js").Service} service
 */
export function attachCombobox(form, service) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const comuneField = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("comune"));
  const panel = element("div", { class: "aa-ricerca-pannello", hidden: "" });
  const warning = element("div", { class: "aa-ricerca-avviso" });
  const listbox = element("ul", { id: `${input.id}-elenco`, role: "listbox", "aria-label": messages.SUGGESTIONS });
  const status = element("p", { class: "aa-ricerca-stato", role: "status" });
  panel.append(warning, listbox);
  form.append(panel, status);
  input.setAttribute("aria-controls", listbox.id);

  /** The place of the chosen option; -1 for none. */
  let chosen = -1;
  let asked = 0;
  /** @type {Promise<import("./lexicon.js").Shown> | undefined} */
  let known;

  const options = () => /** @type {HTMLElement[]} */ ([...listbox.children]);

  /** What the box needs to know, asked for once; after a failure, again. */
  function shown() {
    known ??= only(service.contents());
    known.catch(() => (known = undefined));
    return known;
  }

  /** @param {boolean} open */
  function show(open) {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && listbox.childElementCount > 0));
    if (!open) choose(-1);
  }

  /** @param {number} place */
  function choose(place) {
    chosen = place;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
    const option = options()[place];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  /** @param {HTMLElement | undefined} option */
  function follow(option) {
    if (option?.dataset.url) location.assign(new URL(option.dataset.url, ROOT));
    else form.requestSubmit();
  }

  async function suggest() {
    const text = input.value.trim();
    const turn = (asked += 1);
    choose(-1);
    if (text.length < 2) {
      listbox.replaceChildren();
      warning.replaceChildren();
      status.textContent = "";
      show(false);
      return;
    }
    try {
      const contents = await shown();
      for await (const reply of service.suggest(text, comuneField?.value || null, form.dataset.ambito || null, MOST)) {
        // The results of the other Ambiti come after: under who is choosing the list does not change.
        if (turn !== asked || chosen >= 0) return;
        const numbers = emergencyNumbers(contents, reply.question.sensitive);
        warning.replaceChildren(...(numbers.length > 0 ? [emergencyBox(numbers, messages.NUMBERS)] : []));
        listbox.replaceChildren(...optionsFor(reply, text, input.id));
        status.textContent = messages.suggested(reply.hits.filter(({ door }) => !door).length);
        choose(-1);
        show(true);
      }
    } catch {
      if (turn !== asked) return;
      listbox.replaceChildren();
      const list = element("a", { href: new URL("a-z/", ROOT).href }, messages.TO_THE_LIST);
      warning.replaceChildren(element("p", {}, `${messages.FAILED} `, list));
      status.textContent = messages.FAILED;
      show(true);
    }
  }

  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    const open = !panel.hidden && last >= 0;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => (open ? choose(chosen < last ? chosen + 1 : 0) : suggest()),
      ArrowUp: () => open && choose(chosen > 0 ? chosen - 1 : last),
      Home: () => choose(0),
      End: () => choose(last),
      Enter: () => follow(options()[chosen]),
      Escape: () => (panel.hidden ? clear() : dismiss()),
    };
    // Home, End and Enter belong to the text until an option is chosen.
    const ofTheList = ["Home", "End", "Enter"].includes(event.key);
    if (!(event.key in keys) || (ofTheList && (!open || chosen < 0)) || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  listbox.addEventListener("pointerdown", (event) => event.preventDefault());
  listbox.addEventListener("click", (event) => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option instanceof HTMLElement) follow(option);
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) dismiss();
  });
  keepTypedComune(form, service);

  /** Closes the list; what is still on its way does not open it again. */
  function dismiss() {
    asked += 1;
    show(false);
  }

  function clear() {
    input.value = "";
    suggest();
  }

  only(service.prepare(form.dataset.ambito || null)).catch(() => undefined);
  shown().catch(() => undefined);
  if (document.activeElement === input) suggest();
}

/**
 * A Comune that stands in the words holds before the one that the page carries along.
 * @param {HTMLFormElement} form @param {import("./service.js").Service} service
 */
export function keepTypedComune(form, service) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("comune"));
  if (!field) return;
  input.addEventListener("input", async () => {
    if (field.value === "") return;
    const inText = await only(service.comuneOf(input.value)).catch(() => null);
    field.disabled = inText !== null;
  });
}

/**
 * @param {import("./service.js").Suggestions} reply @param {string} text @param {string} id
 * @returns {HTMLElement[]}
 */
function optionsFor(reply, text, id) {
  const { hits, marks, question } = reply;
  const made = hits.map(({ key, group, scheda, door }, place) => {
    const notes = [messages.KINDS[scheda.tipo]];
    if (door) notes.push(messages.ASK_HERE);
    if (scheda.stato !== "attivo") notes.push(messages.STATES[scheda.stato]);
    if (onlyForBodies(scheda)) notes.push(messages.FOR_BODIES);
    if (group === ELSEWHERE) notes.push("non nel tuo Comune");
    return element(
      "li",
      {
        id: `${id}-${place}`,
        role: "option",
        "aria-selected": "false",
        "data-scheda": scheda.tipo in PAGE_KINDS ? null : key,
        "data-url": scheda.url,
      },
      element("span", { class: "aa-ricerca-nome" }, marked(scheda.nome, marks)),
      element("span", { class: "aa-ricerca-nota" }, notes.join(" · ")),
      element("span", { class: "aa-ricerca-breve" }, marked(scheda.in_breve, marks)),
    );
  });
  const everything = element("li", { id: `${id}-tutti`, role: "option", "aria-selected": "false" }, messages.allResults(text));
  return [...made, everything];
}
