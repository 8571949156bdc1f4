// The entry that every page loads: it looks at what the page has and fetches only what that needs. Without it all pages
// still read, and every link still leads somewhere.

/** What a page may have, and the module that looks after it. @type {[string, () => Promise<unknown>][]} */
const PARTS = [
  ["[data-uscita]", () => import("./exit.js")],
  ["[data-orari]", () => import("./open_now.js")],
  ["[data-entro]", () => import("./deadlines.js")],
  ["[data-azioni]", () => import("./actions.js")],
  ["[data-scheda-da-tenere], #lista", () => import("./list.js")],
  ["[data-dove-abiti], [data-tieni-comune], [data-dimentica]", () => import("./home_place.js")],
  ["[data-element=feedback]", () => import("./feedback.js")],
  ["table[data-ordinabile]", () => import("./tables.js")],
];

for (const [selector, load] of PARTS) {
  if (document.querySelector(selector)) load();
}
import("./offline.js");
