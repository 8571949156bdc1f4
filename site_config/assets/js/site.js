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

// A link to a part that is folded away opens it: not every browser does it by itself.
const openTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target && target.closest("details"); fold; fold = fold.parentElement && fold.parentElement.closest("details")) {
    fold.open = true;
  }
};
addEventListener("hashchange", openTarget);
// On paper everything is open.
/** @type {Element[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".aa-folds > details:not([open])")];
  for (const fold of opened) fold.setAttribute("open", "");
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.removeAttribute("open");
});
openTarget();
