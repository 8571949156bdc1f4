// Reads from the standard input what to ask, as JSON, and writes what the browser's code answers:
// {"tokens": [text, …], "stop": [word, …]} or {"folder": path of indice.json, and *.json, "questions": [[text, comune], …]}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const scripts = new URL("../../site_config/assets/js/search/", import.meta.url);
const { tokens } = await import(new URL("tokens.js", scripts));
const { lexiconOf } = await import(new URL("lexicon.js", scripts));
const { dialectsOf, inItalian } = await import(new URL("dialects.js", scripts));
const { emergencyNumbers } = await import(new URL("emergencies.js", scripts));
const { comuneIn } = await import(new URL("query.js", scripts));
const { ask } = await import(new URL("engine.js", scripts));
const { loadIndex } = await import(new URL("index.js", scripts));
const { PAGES } = await import(new URL("matching.js", scripts));

const wanted = JSON.parse(readFileSync(0, "utf-8"));

async function answers({ folder, questions }) {
  const { default: lunr } = await import(pathToFileURL(`${folder}/lunr.mjs`));
  const read = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf-8"));
  const contents = read("indice");
  const dialects = dialectsOf(read("dialetti"));
  const lexicon = { ...lexiconOf(contents, lunr), inItalian: (typed, unknown) => inItalian(typed, dialects, unknown) };
  const loaded = new Map(contents.indici.map((id) => [id, loadIndex(read(id), lexicon, lunr)]));
  return questions.map(([text, comune]) => {
    const about = comuneIn(text, lexicon, comune);
    const own = about ? [lexicon.ambitoOf.get(about), PAGES].flatMap((name) => loaded.get(name) ?? []) : [];
    let answer = own.length > 0 ? ask(text, lexicon, comune, own) : null;
    if (!answer?.hits.some(({ index, door }) => index !== PAGES && !door)) answer = ask(text, lexicon, comune, [...loaded.values()]);
    const { question, hits } = answer;
    return {
      comune: question.comune,
      recognised: question.recognised,
      numbers: emergencyNumbers(contents, question.sensitive).map(({ numero }) => numero),
      hits: hits.map(({ key, score, group, door }) => [key, score, group, door ?? false]),
    };
  });
}

const answer = wanted.tokens
  ? wanted.tokens.map((text) => tokens(text, new Set(wanted.stop)))
  : await answers(wanted);
process.stdout.write(JSON.stringify(answer));
