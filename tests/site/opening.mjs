// Reads from the standard input {"cases": [[hours, day, time], …], "holidays": {day: name}, "moments": [ISO, …]} and
// writes what the browser's code answers.
import { readFileSync } from "node:fs";

const scripts = new URL("../../site_config/assets/js/", import.meta.url);
const { inRome, stateAt } = await import(new URL("opening.js", scripts));
const { sentence } = await import(new URL("open_now.js", scripts));

const { cases = [], holidays = {}, moments = [] } = JSON.parse(readFileSync(0, "utf-8"));
const states = cases.map(([hours, day, time]) => stateAt(hours, day, time, holidays));
process.stdout.write(
  JSON.stringify({
    states,
    sentences: states.map((state, at) => sentence(state, cases[at][1])),
    moments: moments.map((moment) => inRome(new Date(moment))),
  }),
);
