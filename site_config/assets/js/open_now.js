// Says beside the hours whether the door is open now. Without this script the hours are there all the same.

import { inRome, stateAt, weekday } from "./opening.js";

const DAYS = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const HOLIDAYS = new URL("../../dati/festivi.json", import.meta.url);
const MINUTE = 60_000;

/** «9:00», as people write it. @param {string} time */
const clock = (time) => time.replace(/^0/, "");

/**
 * When the door opens again: «oggi alle 14:30», «domani alle 9:00», «lunedì alle 9:00».
 * @param {string} opens «AAAA-MM-GG HH:MM»
 * @param {string} today
 */
function when(opens, today) {
  const [day, time] = opens.split(" ");
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const name = ["oggi", "domani"][days] ?? DAYS[weekday(day)];
  return `${name} alle ${clock(time)}`;
}

/**
 * The state as a sentence.
 * @param {import("./opening.js").Opening} found
 * @param {string} today
 * @returns {string}
 */
export function sentence(found, today) {
  if (found.state === "aperto") return `Aperto ora, fino alle ${clock(found.until)}`;
  if (found.state === "appuntamento") return `Ora si riceve solo su appuntamento, fino alle ${clock(found.until)}`;
  if (found.state === "chiuso") return found.opens ? `Chiuso ora. Apre ${when(found.opens, today)}` : "Chiuso ora";
  return found.reason ? `Non sappiamo se ora è aperto (${found.reason}): telefona prima` : "";
}

async function show() {
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-orari]");
  const answer = await fetch(HOLIDAYS);
  if (!answer.ok) return;
  /** @type {Record<string, string>} */
  const holidays = await answer.json();
  const tell = () => {
    const [day, time] = inRome(new Date());
    for (const place of places) {
      const found = stateAt(JSON.parse(place.dataset.orari ?? "[]"), day, time, holidays);
      // beyond the last year of the table nobody knows whether a day is a holiday
      const known = day <= (Object.keys(holidays).at(-1) ?? "");
      place.textContent = known ? sentence(found, day) : "";
      place.dataset.stato = found.state;
      place.hidden = !place.textContent;
    }
  };
  tell();
  setInterval(tell, MINUTE);
}

if (typeof document !== "undefined") show();
