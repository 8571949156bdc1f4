/** The numbers that come before the results. */

const DANGER = "emergenza";

/** Whether these numbers are for who may be in danger. @param {import("./lexicon.js").PhoneNumber[]} numbers */
export function ofDanger(numbers) {
  return numbers.some(({ emergenza }) => emergenza === DANGER);
}

/**
 * The numbers to show before the results: that for danger first, then those of each emergency.
 * @param {import("./lexicon.js").Shown} contents @param {string[]} emergencies
 * @returns {import("./lexicon.js").PhoneNumber[]}
 */
export function emergencyNumbers(contents, emergencies) {
  const danger = contents.sensibili.some(({ emergenza, pericolo }) => pericolo && emergencies.includes(emergenza));
  const wanted = danger ? [DANGER, ...emergencies] : emergencies;
  return wanted.flatMap((name) => contents.numeri.filter(({ emergenza }) => emergenza === name));
}
