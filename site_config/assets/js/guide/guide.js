/**
 * A guide on the page: one question at a time, the verdicts beside. All it knows is in this object and ends with it: no
 * request carries it, nothing stores it, no address shows it.
 *
 * @typedef {import("./rules.js").Answer} Answer
 * @typedef {import("./interview.js").Question} Question
 * @typedef {import("./verdicts.js").Rules & {comuni: Record<string, [string, string]>,
 *   stati: Record<string, [string, string]>}} GuideData
 */

import { button, element } from "./dom.js";
import { Interview } from "./interview.js";
import { answerWords, asked, questionFields } from "./question.js";
import { counts, resultGroups } from "./results.js";
import { sheet } from "./summary.js";
import { verdictOf } from "./verdicts.js";
import * as words from "./words.js";

let guides = 0;

export class Guide {
  /** @param {HTMLElement} place @param {GuideData} data @param {{root: string, title: string, today: string, others: boolean}} about */
  constructor(place, data, about) {
    this.data = data;
    this.about = about;
    this.key = `guida-${(guides += 1)}`;
    this.interview = new Interview(data, about.today);
    /** @type {Record<string, Answer>} */
    this.answers = {};
    /** @type {Set<string>} facts answered «non lo so» */
    this.passed = new Set();
    /** @type {string[]} the facts in the order in which they were asked */
    this.path = [];
    this.step = element("div", { class: "aa-guida__passo" });
    this.given = element("div", { class: "aa-guida__date" });
    this.results = element("section", { class: "aa-guida__esiti", "aria-labelledby": `${this.key}-esiti` });
    this.status = element("p", { class: "aa-guida__stato", role: "status" });
    this.paper = element("div", {});
    place.replaceChildren(
      this.status,
      element("div", { class: "aa-guida__colonne" }, element("div", {}, this.step, this.given), this.results),
      this.paper,
    );
  }

  /** Goes to the next question, or to the result. */
  advance() {
    const question = this.interview.next(this.answers, this.passed);
    if (question) this.ask(question);
    else this.finish(words.NO_MORE);
  }

  /** @param {string} fact @returns {Question} */
  question(fact) {
    return /** @type {Question} */ (this.interview.questions.find((one) => one.fatto === fact));
  }

  /** @param {Question} question */
  ask(question) {
    if (!this.path.includes(question.fatto)) this.path.push(question.fatto);
    const number = this.path.indexOf(question.fatto) + 1;
    const before = this.passed.has(question.fatto) ? null : this.answers[question.fatto];
    const { fields, read } = questionFields(question, this.about.others, before, this.key);
    const heading = element("h3", { tabindex: "-1", id: `${this.key}-domanda` }, asked(question, this.about.others));
    const error = element("p", { class: "aa-guida__errore", role: "alert" });
    const left = this.interview.remaining(this.answers, this.passed).filter(({ fatto }) => fatto !== question.fatto).length;
    const told = words.progress(number, left);
    const form = element(
      "form",
      { autocomplete: "off", novalidate: true },
      element("progress", { max: String(number + left), value: String(number - 1), "aria-label": told }),
      element("p", { class: "aa-note" }, told),
      element(
        "fieldset",
        { "aria-labelledby": heading.id },
        heading,
        question.aiuto && element("p", { class: "aa-note" }, question.aiuto),
        ...fields,
      ),
      error,
      element(
        "p",
        { class: "aa-guida__comandi" },
        element("button", { type: "submit", class: "aa-button" }, words.NEXT),
        number > 1 && button(words.BACK, () => this.ask(this.question(this.path[number - 2])), "aa-guida__leggero"),
        number > 1 && button(words.ENOUGH, () => this.finish(""), "aa-guida__leggero"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { answer, missing } = read();
      error.textContent = missing;
      if (missing) form.querySelector("input, select")?.focus();
      else this.take(question, answer);
    });
    this.show(form, heading, told, false);
    // while the person reads, the answer «non lo so» is tried: on a slow phone the first calls are the slow ones
    setTimeout(() => this.interview.next(this.answers, new Set([...this.passed, question.fatto])));
  }

  /** @param {Question} question @param {Answer | null} answer null for «non lo so» */
  take(question, answer) {
    delete this.answers[question.fatto];
    this.passed.delete(question.fatto);
    if (answer === null) this.passed.add(question.fatto);
    else this.answers[question.fatto] = answer;
    this.advance();
  }

  /** @param {string} why */
  finish(why) {
    const heading = element("h3", { tabindex: "-1" }, words.RESULT);
    const told = words.counted(counts(this.verdicts()));
    const end = element(
      "div",
      { "data-fine": "" },
      heading,
      element("p", {}, `${told} ${why}`.trim()),
      element("p", { class: "aa-notice" }, words.ONLY_THE_DESK),
      element(
        "p",
        { class: "aa-guida__comandi" },
        button(words.SHEET, () => this.prepareSheet()),
        this.path.length > 0 &&
          button(words.BACK, () => this.ask(this.question(this.path[this.path.length - 1])), "aa-guida__leggero"),
        button(words.RESTART, () => this.restart(), "aa-guida__leggero"),
      ),
    );
    this.show(end, heading, told, true);
  }

  /** Forgets everything and begins again. */
  restart() {
    this.answers = {};
    this.passed.clear();
    this.path = [];
    this.advance();
  }

  verdicts() {
    const person = this.interview.person(this.answers);
    return this.interview.subjects.map((subject) => ({ subject, verdict: verdictOf(subject, person) }));
  }

  /** The person's Comune, if it is known. @returns {string | undefined} */
  comune() {
    const fact = this.data.fatti.find(({ chiave }) => chiave === "residenza")?.id ?? "";
    return /** @type {any} */ (this.answers[fact])?.uno[0];
  }

  prepareSheet() {
    const { root, title, today } = this.about;
    const made = sheet(this.verdicts(), this.data, root, this.comune(), title, today);
    this.paper.replaceChildren(made);
    made.querySelector("h2")?.focus();
  }

  /**
   * Shows a step, moves the focus to it and tells it to who does not see it.
   * @param {HTMLElement} step @param {HTMLElement} heading @param {string} told @param {boolean} finished
   */
  show(step, heading, told, finished) {
    const results = this.verdicts();
    this.step.replaceChildren(step);
    this.paper.replaceChildren();
    this.given.replaceChildren(...this.givenAnswers());
    this.results.replaceChildren(
      element("h3", { id: `${this.key}-esiti` }, words.RESULTS),
      ...resultGroups(results, this.data, this.about.root, this.comune(), finished),
    );
    this.status.textContent = finished ? told : `${told}. ${words.counted(counts(results))}`;
    heading.focus();
  }

  /** The answers so far, each with a button to change it. @returns {HTMLElement[]} */
  givenAnswers() {
    const done = this.path.filter((fact) => fact in this.answers || this.passed.has(fact));
    if (done.length === 0) return [];
    const rows = done.map((fact) => {
      const question = this.question(fact);
      const said = answerWords(question, this.passed.has(fact) ? null : this.answers[fact], this.about.others);
      const change = button(words.CHANGE, () => this.ask(question), "aa-guida__leggero");
      change.setAttribute("aria-label", `${words.CHANGE}: ${question.nome}`);
      return element("li", {}, element("span", {}, `${question.nome}: `, element("strong", {}, said)), " ", change);
    });
    return [
      element("details", { class: "aa-details" }, element("summary", {}, words.YOUR_ANSWERS), element("ul", { class: "aa-rows" }, ...rows)),
    ];
  }
}
