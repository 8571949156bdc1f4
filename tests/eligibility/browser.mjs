// Runs the browser's code of the guides on what it reads from the standard input, as JSON; the task is its argument.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const scripts = new URL("../../site_config/assets/js/guide/", import.meta.url);
const { asker, verdictOf, outcomeOf } = await import(new URL("verdicts.js", scripts));
const { ConditionError, ruleOf } = await import(new URL("conditions.js", scripts));
const { Interview } = await import(new URL("interview.js", scripts));

const asked = JSON.parse(readFileSync(0, "utf-8"));

/** A person from the place of each answer among those a fact may have; -1 for none. */
function personAt(places, answers) {
  return Object.fromEntries(
    Object.keys(answers).flatMap((fact, at) => (places[at] < 0 ? [] : [[fact, answers[fact][places[at]]]])),
  );
}

const told = ({ outcome, notNow, findings }) => [outcome, notNow, findings.map(({ truth, why }) => [truth, ...why])];

const TASKS = {
  // {data, today, answers: {fact: [answer, …]}, people: [[place, …], …], chunk} -> digests of the verdicts of each chunk
  digests({ data, today, answers, people, chunk }) {
    const interview = new Interview(data, today);
    const digests = [];
    for (let start = 0; start < people.length; start += chunk) {
      const hash = createHash("sha256");
      for (const places of people.slice(start, start + chunk)) {
        const person = interview.person(personAt(places, answers));
        hash.update(JSON.stringify(interview.subjects.map((subject) => told(verdictOf(subject, person)))));
      }
      digests.push(hash.digest("hex"));
    }
    return digests;
  },

  // {data, today, people: [answers, …]} -> the verdicts of each, by scheda
  verdicts({ data, today, people }) {
    const interview = new Interview(data, today);
    return people.map((answers) => {
      const person = interview.person(answers);
      return Object.fromEntries(interview.subjects.map((subject) => [subject.scheda.id, told(verdictOf(subject, person))]));
    });
  },

  // {ground, cases: [[condizione, person], …]} -> [truth, …why], or null for a condition that is refused
  conditions({ ground, cases }) {
    const facts = { ...ground, asking: asker(ground.fatti) };
    return cases.map(([condizione, person]) => {
      try {
        const rule = ruleOf(condizione, facts);
        const truth = rule.truth(person);
        return [truth, ...(truth === "non_so" ? new Set(rule.unknown(person)) : [])];
      } catch (error) {
        if (error instanceof ConditionError) return null;
        throw error;
      }
    });
  },

  // {data, today, people: [{fact: answer | null}, …]} -> the facts asked of each, in order, and how many more the page says
  // may come after each; null answers are «non lo so»
  walks({ data, today, people }) {
    const interview = new Interview(data, today);
    return people.map((all) => {
      const answers = {};
      const passed = new Set();
      const path = [];
      const left = [];
      for (let next = interview.next(answers, passed); next; next = interview.next(answers, passed)) {
        path.push(next.fatto);
        left.push(interview.remaining(answers, passed).filter(({ fatto }) => fatto !== next.fatto).length);
        const answer = all[next.fatto] ?? null;
        if (answer === null) passed.add(next.fatto);
        else answers[next.fatto] = answer;
      }
      const person = interview.person(answers);
      return { path, left, outcomes: interview.subjects.map((subject) => outcomeOf(subject, person)) };
    });
  },
};

process.stdout.write(JSON.stringify(TASKS[process.argv[2]](asked)));
