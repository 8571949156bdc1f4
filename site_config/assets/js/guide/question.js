/**
 * One question as a form: it shows the choices, reads what was chosen, and says what is missing.
 *
 * @typedef {import("./interview.js").Question} Question
 * @typedef {import("./rules.js").Answer} Answer
 * @typedef {{answer: Answer | null, missing: string}} Read null for «non lo so»; `missing` says what to mend
 */

import { element } from "./dom.js";
import { AGE, CHOOSE, CHOOSE_COMUNE, CHOOSE_MANY, NONE, NOT_SURE, UNKNOWN_ANSWER, YEARS } from "./words.js";

const OLDEST = 120;
const [UNSURE, NOTHING, PASS] = ["altri", "nessuno", "non-lo-so"];

/** @param {Question} question @param {boolean} others @returns {string} */
export const asked = (question, others) => (others ? question.altri : question.domanda);

/**
 * The fields of a question, with the answer that was given before, if any.
 * @param {Question} question @param {boolean} others whether it is about somebody else
 * @param {Answer | null | undefined} before null if it was «non lo so»
 * @param {string} key what tells its fields from those of others
 * @returns {{fields: HTMLElement[], read: () => Read}}
 */
export function questionFields(question, others, before, key) {
  const texts = question.opzioni.map(({ testo, altri }) => (others && altri) || testo);
  const pass = choice("radio", key, PASS, question.non_lo_so ?? UNKNOWN_ANSWER, before === null);
  const passed = () => /** @type {HTMLInputElement} */ (pass.querySelector("input")).checked;
  if (question.chiave === "eta") return ageFields(key, before, pass, passed);
  if (question.chiave === "residenza") return comuneFields(question, key, before, pass, passed);
  if (isMany(question)) return manyFields(question, texts, key, before);
  const given = JSON.stringify(before ?? null);
  const choices = texts.map((text, place) =>
    choice("radio", key, String(place), text, JSON.stringify(question.opzioni[place].risposta) === given),
  );
  return {
    fields: [...choices, pass],
    read: () => {
      const place = choices.findIndex((one) => one.querySelector("input")?.checked);
      if (place < 0) return { answer: null, missing: passed() ? "" : CHOOSE };
      return { answer: question.opzioni[place].risposta, missing: "" };
    },
  };
}

/** @param {Question} question */
const isMany = ({ chiave }) => chiave === "situazione" || chiave === "percepisce" || chiave === "eta_dei_figli";

/** @param {string} key @param {any} before @param {HTMLElement} pass @param {() => boolean} passed */
function ageFields(key, before, pass, passed) {
  const id = `${key}-anni`;
  const input = element("input", {
    id,
    type: "text",
    inputmode: "numeric",
    maxlength: "3",
    autocomplete: "off",
    class: "aa-guida__numero",
    value: before ? String(before[0]) : null,
  });
  return {
    fields: [element("p", {}, element("label", { for: id }, AGE), input), pass],
    read: () => {
      const years = input.value.trim();
      if (!years) return { answer: null, missing: passed() ? "" : YEARS };
      const sound = /^\d{1,3}$/.test(years) && Number(years) <= OLDEST;
      return sound ? { answer: span(Number(years)), missing: "" } : { answer: null, missing: YEARS };
    },
  };
}

/** @param {number} years @returns {Answer} */
const span = (years) => [years, years];

/** @param {Question} question @param {string} key @param {any} before @param {HTMLElement} pass @param {() => boolean} passed */
function comuneFields(question, key, before, pass, passed) {
  const id = `${key}-comune`;
  const given = JSON.stringify(before ?? null);
  const select = element(
    "select",
    { id, autocomplete: "off", class: "aa-guida__scelta" },
    element("option", { value: "" }, CHOOSE_COMUNE),
    ...question.opzioni.map(({ testo, risposta }, place) =>
      element("option", { value: String(place), selected: JSON.stringify(risposta) === given }, testo),
    ),
  );
  return {
    fields: [element("p", {}, element("label", { for: id }, question.nome), select), pass],
    read: () => {
      if (!select.value) return { answer: null, missing: passed() ? "" : CHOOSE };
      return { answer: question.opzioni[Number(select.value)].risposta, missing: "" };
    },
  };
}

/** @param {Question} question @param {string[]} texts @param {string} key @param {any} before */
function manyFields(question, texts, key, before) {
  const spans = question.chiave === "eta_dei_figli";
  const given = new Set((spans ? before : before?.si)?.map((/** @type {any} */ one) => JSON.stringify(one)) ?? []);
  const choices = texts.map((text, place) =>
    choice("checkbox", key, String(place), text, given.has(JSON.stringify(question.opzioni[place].risposta))),
  );
  const none = choice("checkbox", key, NOTHING, question.nessuno ?? NONE, before != null && given.size === 0 && before.altri !== "non_so");
  const unsure = !spans && texts.length > 1 && choice("checkbox", key, UNSURE, NOT_SURE, given.size > 0 && before?.altri === "non_so");
  const pass = choice("checkbox", key, PASS, question.non_lo_so ?? UNKNOWN_ANSWER, before === null);
  const own = [...choices, ...(unsure ? [unsure] : [])];
  exclusive(own, [none], [pass]);
  const checked = (/** @type {HTMLElement} */ one) => Boolean(one.querySelector("input")?.checked);
  return {
    fields: [element("p", { class: "aa-note" }, CHOOSE_MANY), ...own, none, pass],
    read: () => {
      const found = choices.flatMap((one, place) => (checked(one) ? [question.opzioni[place].risposta] : []));
      if (checked(pass) || (unsure && checked(unsure) && found.length === 0)) return { answer: null, missing: "" };
      if (found.length === 0 && !checked(none)) return { answer: null, missing: CHOOSE };
      if (spans) return { answer: found, missing: "" };
      return { answer: { si: found, altri: unsure && checked(unsure) ? "non_so" : "no" }, missing: "" };
    },
  };
}

/** Ticking in one group clears the others. @param {HTMLElement[][]} groups */
function exclusive(...groups) {
  for (const group of groups) {
    for (const one of group) {
      one.addEventListener("change", () => {
        if (!one.querySelector("input")?.checked) return;
        for (const other of groups.filter((some) => some !== group).flat()) {
          const input = other.querySelector("input");
          if (input) input.checked = false;
        }
      });
    }
  }
}

/** @param {"radio" | "checkbox"} type @param {string} key @param {string} value @param {string} text @param {boolean} checked */
function choice(type, key, value, text, checked) {
  const input = element("input", { type, name: key, value, id: `${key}-${value}`, autocomplete: "off", checked });
  return element("p", { class: "aa-guida__risposta" }, input, element("label", { for: input.id }, text));
}

/** What was answered, in words. @param {Question} question @param {any} answer @param {boolean} others */
export function answerWords(question, answer, others) {
  if (answer === null) return question.non_lo_so ?? UNKNOWN_ANSWER;
  if (question.chiave === "eta") return `${answer[0]} anni`;
  const many = isMany(question);
  const given = new Set((many ? (answer.si ?? answer) : [answer]).map((/** @type {any} */ one) => JSON.stringify(one)));
  const said = question.opzioni.filter(({ risposta }) => given.has(JSON.stringify(risposta)));
  return said.map(({ testo, altri }) => (others && altri) || testo).join("; ") || question.nessuno || NONE;
}
