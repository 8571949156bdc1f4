/**
 * What is known of who answers, and which question to ask next, as in generator/eligibility/questions.py.
 *
 * @typedef {import("./rules.js").Person} Person
 * @typedef {import("./rules.js").Answer} Answer
 * @typedef {import("./rules.js").Span} Span
 * @typedef {import("./verdicts.js").Subject} Subject
 * @typedef {import("./verdicts.js").Rules} Rules
 * @typedef {{testo: string, altri?: string, risposta: any}} Option
 * @typedef {{fatto: string, chiave: string, nome: string, domanda: string, altri: string, aiuto?: string, nessuno?: string,
 *   non_lo_so?: string, sensibile?: boolean, opzioni: Option[], ipotesi: [Answer, number][]}} Question
 */

import { UNKNOWN, allOf } from "./truth.js";
import { outcomeFrom, outcomeOf, subjectOf } from "./verdicts.js";

const PATIENCE = 4096;
const MOST_QUESTIONS = 12;
const ADULT = 18;

/**
 * The person with what follows from the answers: the ages of the children say how many are minors at least, or none. Against
 * another answer on how many, the ages count.
 * @param {Person} person @param {import("./verdicts.js").Fact[]} facts @returns {Person}
 */
export function known(person, facts) {
  const ages = facts.find(({ chiave, id }) => chiave === "eta_dei_figli" && id in person);
  const minors = facts.find(({ chiave }) => chiave === "figli_minori");
  if (!ages || !minors) return person;
  const spans = /** @type {Span[]} */ (person[ages.id]);
  const surely = spans.filter(([, to]) => to !== null && to < ADULT).length;
  if (surely > 0) return { ...person, [minors.id]: narrowed(/** @type {Span | undefined} */ (person[minors.id]), surely) };
  return spans.every(([from]) => from >= ADULT) ? { ...person, [minors.id]: [0, 0] } : person;
}

/** What was said, as far as it can be true. @param {Span | undefined} said @param {number} least @returns {Span} */
const narrowed = (said, least) =>
  !said || (said[1] !== null && said[1] < least) ? [least, null] : [Math.max(said[0], least), said[1]];

/** An answer with what the guide takes for granted. @param {any} premise @param {any} answer @returns {Answer} */
function merged(premise, answer) {
  return premise?.si && answer.si ? { si: [...new Set([...premise.si, ...answer.si])], altri: answer.altri } : answer;
}

export class Interview {
  /** @param {Rules} data @param {string} today YYYY-MM-DD */
  constructor(data, today) {
    this.data = data;
    this.subjects = data.schede.map((scheda) => subjectOf(scheda, data, today));
    this.questions = data.domande;
    this.minors = data.fatti.find(({ chiave }) => chiave === "figli_minori")?.id ?? "";
    /** @type {Map<string, [Subject, number]>} those with the same rules once, with their number */
    const groups = new Map();
    for (const subject of this.subjects) {
      const key = JSON.stringify([subject.notNow !== "", rulesOf(subject)]);
      const [first, number] = groups.get(key) ?? [subject, 0];
      groups.set(key, [first, number + 1]);
    }
    this.groups = [...groups.values()];
  }

  /** @param {Record<string, Answer>} answers @returns {Person} */
  person(answers) {
    const { premesse, fatti } = this.data;
    const given = Object.entries(answers).map(([fact, answer]) => [fact, merged(premesse[fact], answer)]);
    return known({ ...premesse, ...Object.fromEntries(given) }, fatti);
  }

  /**
   * The next question; undefined when none can matter, or when twelve were answered or passed on. The first is the same for everybody: the build has chosen it.
   * @param {Record<string, Answer>} answers @param {ReadonlySet<string>} [passed] facts answered «non lo so»
   * @returns {Question | undefined}
   */
  next(answers, passed = new Set()) {
    const past = Object.keys(answers).length + passed.size;
    if (past >= MOST_QUESTIONS) return undefined;
    const left = this.left(answers, passed);
    if (past === 0) return left.find(({ fatto }) => fatto === this.data.prima);
    const open = this.open(answers);
    let best;
    let most = 0;
    for (const question of left) {
      const score = this.score(question, answers, open);
      if (score > most) [best, most] = [question, score];
    }
    return best ?? left.find((question) => this.mayMatter(question, left, answers, open));
  }

  /** @param {Record<string, Answer>} answers @param {ReadonlySet<string>} passed */
  left(answers, passed) {
    return this.questions.filter(({ fatto }) => !(fatto in answers) && !passed.has(fatto));
  }

  /**
   * The questions that may still be asked: those of which an open scheda does not know the answer.
   * @param {Record<string, Answer>} answers @param {ReadonlySet<string>} passed
   */
  remaining(answers, passed) {
    const person = this.person(answers);
    const unknown = this.open(answers).flatMap(([{ rules }]) => rules.filter((rule) => rule.truth(person) === UNKNOWN));
    const why = new Set(unknown.flatMap((rule) => [...rule.unknown(person)]));
    return this.left(answers, passed).filter(
      ({ fatto, chiave }) => why.has(`fatto:${fatto}`) || (chiave === "eta_dei_figli" && why.has(`fatto:${this.minors}`)),
    );
  }

  /** The groups whose outcome may still change. @param {Record<string, Answer>} answers */
  open(answers) {
    const person = this.person(answers);
    return this.groups.filter(([subject]) => outcomeOf(subject, person) === "da_verificare");
  }

  /**
   * How much the answers to a question divide the outcomes: quadratic (Gini) entropy, summed over the schede.
   * @param {Question} question @param {Record<string, Answer>} answers @param {[Subject, number][]} subjects
   */
  score({ fatto, chiave, ipotesi, sensibile }, answers, subjects) {
    const now = this.person(answers);
    const people = ipotesi.map(([answer]) => this.person({ ...answers, [fatto]: answer }));
    const whole = ipotesi.reduce((sum, [, weight]) => sum + weight, 0);
    const turned = chiave === "eta_dei_figli" ? [fatto, this.minors] : [fatto];
    let divided = 0;
    for (const [{ rules, notNow }, number] of subjects) {
      // only the rules that ask the fact can change: the others are tried once
      const asking = rules.filter(({ facts }) => turned.some((one) => facts.includes(one)));
      if (asking.length === 0) continue;
      const others = allOf(rules.filter((rule) => !asking.includes(rule)), (rule) => rule.truth(now));
      /** @type {Record<string, number>} */
      const shares = {};
      people.forEach((person, place) => {
        const met = allOf(asking, (rule) => rule.truth(person));
        const outcome = outcomeFrom(allOf([others, met], (truth) => truth), notNow);
        shares[outcome] = (shares[outcome] ?? 0) + ipotesi[place][1];
      });
      const alike = Object.values(shares).reduce((sum, share) => sum + share * share, 0);
      divided += number * (whole * whole - alike);
    }
    return divided / (whole * whole) / (sensibile ? 2 : 1);
  }

  /**
   * Whether together with other answers still to come a question can change an outcome.
   * @param {Question} question @param {Question[]} left @param {Record<string, Answer>} answers
   * @param {[Subject, number][]} subjects
   */
  mayMatter(question, left, answers, subjects) {
    return subjects.some(([subject]) => {
      if (!subject.facts.has(question.fatto)) return false;
      const others = left.filter((one) => one !== question && subject.facts.has(one.fatto));
      let tried = 0;
      for (const chosen of combinations(others)) {
        const outcomes = new Set(
          question.ipotesi.map(([answer]) =>
            outcomeOf(subject, this.person({ ...answers, ...chosen, [question.fatto]: answer })),
          ),
        );
        if (outcomes.size > 1 || ++tried > PATIENCE) return true;
      }
      return false;
    });
  }
}

/** What makes two subjects equal. @param {Subject} subject */
function rulesOf({ scheda }) {
  const where = scheda.comuni ?? scheda.ambito;
  return scheda.requisiti.map(({ condizione, gruppi, residenza }) => [condizione, gruppi, residenza, where, scheda.ambito]);
}

/** Every combination of likely answers. @param {Question[]} questions @returns {Generator<Record<string, Answer>>} */
function* combinations(questions) {
  if (questions.length === 0) {
    yield {};
    return;
  }
  const [first, ...rest] = questions;
  for (const [answer] of first.ipotesi) {
    for (const others of combinations(rest)) yield { [first.fatto]: answer, ...others };
  }
}
