/**
 * The verdict on a scheda for a person, with its reasons, as in generator/eligibility/verdicts.py.
 *
 * @typedef {import("./rules.js").Rule} Rule
 * @typedef {import("./rules.js").Person} Person
 * @typedef {import("./truth.js").Truth} Truth
 * @typedef {"probabile" | "da_verificare" | "no"} Outcome
 * @typedef {{truth: Truth, why: string[]}} Finding
 * @typedef {{outcome: Outcome, notNow: string, findings: Finding[]}} Verdict
 * @typedef {{testo: string, fonte?: string, condizione?: any, gruppi?: string[], residenza?: boolean}} Requirement
 * @typedef {{id: string, nome: string, breve: string, url: string, ambito: string, comuni?: string[], stato: string,
 *   motivo?: string, dal?: string, al?: string, requisiti: Requirement[], telefoni?: [string, string, string][],
 *   dove?: string[], serve?: string[], mancano?: string[], passo?: string, altro?: boolean}} Scheda
 * @typedef {{condizione?: any, basta?: boolean, chiunque?: boolean}} Group
 * @typedef {{id: string, chiave: string, nome: string, parole?: string[]}} Fact
 * @typedef {{fatti: Fact[], gruppi: Record<string, Group>, soglie: Record<string, import("./conditions.js").Soglia & {nome: string}>,
 *   ambiti: Record<string, {nome: string, comuni: string[], sportello?: [string, string]}>, schede: Scheda[],
 *   comune_esclude: boolean, premesse: Person, prima?: string, domande: import("./interview.js").Question[]}} Rules
 * @typedef {{scheda: Scheda, rules: Rule[], facts: Set<string>, notNow: string}} Subject
 */

import { ruleOf } from "./conditions.js";
import { always, among, either, neverEnough, neverExcludes, unknowable } from "./rules.js";
import { NO, UNKNOWN, YES, allOf } from "./truth.js";

/** @type {Outcome[]} */
export const OUTCOMES = ["probabile", "da_verificare", "no"];

/** Which fact answers a key of the conditions, or one of its words. @param {Fact[]} facts */
export function asker(facts) {
  /** @param {string} key @param {string} [word] */
  return (key, word) => {
    if (word === undefined) return facts.find(({ chiave }) => chiave === key)?.id ?? key;
    return facts.find(({ chiave, parole }) => chiave === key && parole?.includes(word))?.id ?? `${key}:${word}`;
  };
}

/** @param {Scheda} scheda @param {Rules} data @param {string} today YYYY-MM-DD @returns {Subject} */
export function subjectOf(scheda, data, today) {
  const ofAmbito = data.ambiti[scheda.ambito].comuni;
  const ground = {
    today,
    asking: asker(data.fatti),
    soglie: data.soglie,
    comuni: scheda.comuni ?? ofAmbito,
    comuniOfAmbito: ofAmbito,
  };
  const belongs = (/** @type {string} */ id) => {
    const { condizione, basta = true, chiunque = false } = data.gruppi[id];
    if (chiunque) return always;
    if (!condizione) return unknowable();
    return basta ? ruleOf(condizione, ground) : neverEnough(ruleOf(condizione, ground));
  };
  const rules = scheda.requisiti.map(({ condizione, gruppi, residenza }) => {
    if (gruppi) return either(gruppi.map(belongs));
    if (!residenza) return condizione ? ruleOf(condizione, ground) : unknowable();
    const here = among(ground.asking("residenza"), ground.comuni);
    return data.comune_esclude ? here : neverExcludes(here);
  });
  return { scheda, rules, facts: new Set(rules.flatMap(({ facts }) => facts)), notNow: notNow(scheda, today) };
}

/** Why the scheda cannot be asked for today; empty if it can. @param {Scheda} scheda @param {string} today */
function notNow({ stato, dal, al }, today) {
  if (stato !== "attivo") return "stato";
  if (al && al < today) return "finito";
  return dal && dal > today ? "non_ancora" : "";
}

/** @param {Subject} subject @param {Person} person @returns {Outcome} */
export const outcomeOf = ({ rules, notNow }, person) => outcomeFrom(allOf(rules, (rule) => rule.truth(person)), notNow);

/** @param {Truth} met whether all the rules hold @param {string} notNow @returns {Outcome} */
export function outcomeFrom(met, notNow) {
  if (met === NO) return "no";
  return met === YES && !notNow ? "probabile" : "da_verificare";
}

/** @param {Subject} subject @param {Person} person @returns {Verdict} */
export function verdictOf(subject, person) {
  const findings = subject.rules.map((rule) => {
    const truth = rule.truth(person);
    return { truth, why: truth === UNKNOWN ? [...new Set(rule.unknown(person))] : [] };
  });
  return { outcome: outcomeOf(subject, person), notNow: subject.notNow, findings };
}
