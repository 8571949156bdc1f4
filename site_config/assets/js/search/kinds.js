/** What the page and the search both call by the same name. */

/** The root of the site: this file is served as /risorse/js/search/kinds.js. */
export const ROOT = new URL("../../../", import.meta.url);

/** The groups of results: what the reader can use, what is not for their Comune, what is for bodies and operators. */
export const FOR_ME = 1;
export const ELSEWHERE = 2;
export const FOR_BODIES = 3;

/** The value of the Comune, or of the ente, by which a reader says: the one in my words is no filter. */
export const EVERY = "tutti";

/** What is found but is not a scheda, and what it is worth.
 * @type {Readonly<Record<string, number>>} */
export const PAGE_KINDS = { pagina: 0.6, avviso: 0.6, guida: 0.9 };

/** The folder of each kind of scheda, which is the first piece of its address.
 * @type {Readonly<Record<string, string>>} */
export const FOLDERS = {
  servizio: "servizi",
  sportello: "sportelli",
  progetto: "progetti",
  contributo: "contributi",
  struttura: "strutture",
};

/** Whether it is not for citizens. @param {{pubblico?: string[]}} scheda @returns {boolean} */
export function onlyForBodies({ pubblico }) {
  return pubblico !== undefined && !pubblico.includes("cittadini");
}
