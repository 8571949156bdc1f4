/**
 * Kleene's strong three-valued logic, as in generator/eligibility/truth.py.
 * @typedef {"si" | "no" | "non_so"} Truth
 */

/** @type {Truth} */
export const YES = "si";
/** @type {Truth} */
export const NO = "no";
/** @type {Truth} */
export const UNKNOWN = "non_so";

/**
 * @template Item
 * @param {Item[]} items @param {(item: Item) => Truth} truthOf
 * @returns {Truth} no if one is no, else not known if one is not known
 */
export function allOf(items, truthOf) {
  let found = YES;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === NO) return NO;
    if (truth === UNKNOWN) found = UNKNOWN;
  }
  return found;
}

/**
 * @template Item
 * @param {Item[]} items @param {(item: Item) => Truth} truthOf
 * @returns {Truth} yes if one is yes, else not known if one is not known
 */
export function anyOf(items, truthOf) {
  return opposite(allOf(items, (item) => opposite(truthOf(item))));
}

/** @param {Truth} truth @returns {Truth} */
export function opposite(truth) {
  if (truth === UNKNOWN) return UNKNOWN;
  return truth === YES ? NO : YES;
}
