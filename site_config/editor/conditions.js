/**
 * A condition in the file is a group with one key (`{ eta: { almeno: 65 } }`); in the form it is a list of items that say
 * their kind (`{ tipo: "eta", almeno: "65" }`), and all of them must hold.
 */

const DEPTH = 3;
const NESTING = new Set(["tutte", "almeno_una", "non"]);

/** The list for the form; null where the condition is deeper than the form shows. */
export function conditionToForm(condition, depth = DEPTH) {
  if (!depth) return null;
  const items = ("tutte" in condition && depth === DEPTH ? condition.tutte : [condition]).map((one) => itemToForm(one, depth));
  return items.includes(null) ? null : items;
}

function itemToForm(condition, depth) {
  const [tipo] = Object.keys(condition);
  const value = condition[tipo];
  if (NESTING.has(tipo)) {
    const inner = (tipo === "non" ? [value] : value).map((one) => (depth > 1 ? itemToForm(one, depth - 1) : null));
    return inner.includes(null) ? null : { tipo, [tipo]: inner };
  }
  if (Array.isArray(value) || typeof value === "string") return { tipo, [tipo]: tipo === "residenza" ? [value].flat() : value };
  return { tipo, ...value };
}

/** The condition for the file; undefined where the list says nothing. */
export function conditionFromForm(items, words) {
  const found = (items ?? []).map((one) => itemFromForm(one, words)).filter(Boolean);
  return found.length > 1 ? { tutte: found } : found[0];
}

function itemFromForm({ tipo, ...rest }, words) {
  if (!tipo) return undefined;
  if (tipo === "non") {
    const inner = conditionFromForm(rest.non, words);
    return inner && { non: inner };
  }
  if (NESTING.has(tipo)) {
    const inner = (rest[tipo] ?? []).map((one) => itemFromForm(one, words)).filter(Boolean);
    return inner.length ? { [tipo]: inner } : undefined;
  }
  const value = tipo in rest ? (tipo === "residenza" ? wordOrList(rest[tipo], words) : rest[tipo]) : rest;
  return value === "" || Object.keys(value).length === 0 ? undefined : { [tipo]: value };
}

/** A word that stands for the whole («tutti») alone, else the list. */
export function wordOrList(chosen, words) {
  return chosen.find((one) => words.has(one)) ?? chosen;
}
