// How many days are left, counted today: the page may be older. The same words as generator/site/labels.py.

import { inRome } from "./opening.js";

const DAY = 86_400_000;

/**
 * @param {string} date the last day, AAAA-MM-GG
 * @param {string} today
 * @returns {string}
 */
export function left(date, today) {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  if (days < 0) return "Scaduto";
  return ["Scade oggi", "Scade domani"][days] ?? `Mancano ${days} giorni`;
}

if (typeof document !== "undefined") {
  const [today] = inRome(new Date());
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-entro]"))) {
    element.textContent = left(element.dataset.entro ?? "", today);
  }
}
