// What the results page would show, without a page. Reads {"folder": …, "addresses": ["?q=…", …]}; for each it writes the
// number announced and every filter with its count and what following it announces, and at last what was asked of the site.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const scripts = new URL("../../site_config/assets/js/search/", import.meta.url);
const { openLibrary } = await import(new URL("loader.js", scripts));
const { openService } = await import(new URL("service.js", scripts));
const { announced, readState } = await import(new URL("state.js", scripts));

const { folder, addresses, missing = [], now = "2026-11-20T10:00+01:00" } = JSON.parse(readFileSync(0, "utf-8"));
const requests = [];

function open() {
  return openLibrary(
    async (path) => {
      requests.push(path);
      if (missing.includes(path)) throw new Error("404");
      return JSON.parse(readFileSync(`${folder}/${path.split("/").at(-1)}`, "utf-8"));
    },
    async () => (await import(pathToFileURL(`${folder}/lunr.mjs`))).default,
  );
}

async function show(address, library) {
  let last;
  const stages = [];
  for await (const results of openService(library, () => new Date(now)).results(readState(new URLSearchParams(address)))) {
    last = results;
    stages.push({ complete: results.complete, hits: results.hits.length });
  }
  const { hits, facets, question } = last;
  return { stages, announced: announced(hits, question), keys: hits.map(({ key }) => key), facets, ente: question.ente };
}

const shown = [];
for (const address of addresses) {
  try {
    const page = await show(address, open());
    const choices = page.facets.flatMap(({ title, choices }) => choices.map((choice) => ({ title, ...choice })));
    for (const choice of choices) choice.follows = (await show(choice.address, open())).announced;
    shown.push({ address, ente: page.ente, stages: page.stages, announced: page.announced, keys: page.keys, choices });
  } catch (failure) {
    shown.push({ address, failure: failure.message });
  }
}
process.stdout.write(JSON.stringify({ shown, requests: [...new Set(requests)] }));
