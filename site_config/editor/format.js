/**
 * The format of the catalogue's files, for the form: what is read becomes fields, and what is saved changes only the keys
 * that were changed. All the rest of the file stays as it was, byte for byte: comments, quotes, keys that the form has not.
 */
import { parseDocument, visit } from "yaml";
import { entry, linesOf, ordered } from "./canonical.js";
import { conditionFromForm, conditionToForm, wordOrList } from "./conditions.js";

/** What the form carries along unseen: the text of the file as it was read. */
const TEXT = "testo_del_file";
const STILL_TRUE = "ancora_vero";
/** A condition too deep for the form keeps its place under this key. */
const BY_HAND = "_a_mano";
/** Words that stand for a list. */
const WORDS = new Set(["tutti", "comuni_della_scheda", "comuni_dell_ambito"]);
const MONTHS = "12";

/** The format of a collection: `fromFile` and `toFile`, as `CMS.registerCustomFormat` wants them. */
export function formatOf({ gruppo, prima_riga: firstLine, ufficio: office, molti: many }, groups, today = todayInItaly) {
  const fields = many ? undefined : groups[gruppo];
  const shapeOf = (key) => (many ? { tipo: "record", gruppo } : fields[key]);
  const toForm = (record) => byKey(record, (key, value) => fieldToForm(key, value, shapeOf(key), groups));
  const fromForm = (record) => pruned(byKey(record, (key, value) => fieldFromForm(key, value, shapeOf(key), groups)));

  function fromFile(text) {
    return { ...toForm(valuesOf(parsed(text))), [TEXT]: text };
  }

  function toFile({ [TEXT]: text, [STILL_TRUE]: stillTrue, ...form }) {
    const after = fromForm(form);
    if (stillTrue === true) after.verificato = verified(after, office, today());
    if (!text) return `${firstLine}\n${(many ? written(after) : linesOf(after, fields, groups)).join("\n")}\n`;
    return spliced(text, fromForm(toForm(valuesOf(parsed(text)))), after);
  }

  const lines = (key, value) => {
    if (!many) return entry(key, value, fields[key], groups, 0);
    return [`${key}:`, ...linesOf(value, groups[gruppo], groups, 2)];
  };
  const written = (record) => Object.keys(record).flatMap((key) => lines(key, record[key]));

  /** The text with the keys that changed written again, each where it was or where the canonical order wants it. */
  function spliced(text, before, after) {
    const document = parsed(text);
    const pairs = document.contents.items;
    if (document.contents.flow) {
      const comments = text.split("\n").filter((line) => line.startsWith("#"));
      return `${[...comments, ...(many ? written(after) : linesOf(after, fields, groups))].join("\n")}\n`;
    }
    const source = text.split("\n");
    const lineOf = (offset) => text.slice(0, offset).split("\n").length - 1;
    const places = pairs.map(({ key, value }) => [key.value, lineOf(key.range[0]), lineOf(Math.max(value.range[1] - 1, key.range[0]))]);
    const edits = [];
    for (const [number, [key, first, last]] of places.entries()) {
      const was = key in before ? lines(key, before[key]) : [];
      const now = key in after ? lines(key, after[key]) : [];
      if (was.join("\n") !== now.join("\n")) edits.push([first, last + 1, [...(now.length ? commentsIn(pairs[number]) : []), ...now]]);
    }
    const order = ordered(Object.fromEntries([...places.map(([key]) => [key]), ...Object.keys(after).map((key) => [key])]), fields ?? {});
    const end = places.length ? places.at(-1)[2] + 1 : source.length;
    const added = new Map(); // lines by where they go: those that go to one place stay in the canonical order
    for (const key of order) {
      if (!(key in after) || places.some(([known]) => known === key)) continue;
      const next = places.find(([known]) => order.indexOf(known) > order.indexOf(key));
      const at = next ? beforeComments(source, next[1]) : end;
      added.set(at, [...(added.get(at) ?? []), ...lines(key, after[key])]);
    }
    for (const [at, now] of added) edits.push([at, at, now]);
    edits.sort(([one], [other]) => other - one); // from the end, so that the places before stay true
    for (const [first, past, now] of edits) source.splice(first, past - first, ...now);
    return `${source.join("\n").trimEnd()}\n`;
  }

  return { fromFile, toFile };
}

/** Every scalar is the text that was written, as for the catalogue's own reader. */
function parsed(text) {
  const document = parseDocument(text, { schema: "failsafe", strict: true, uniqueKeys: true, maxAliasCount: 0 });
  if (document.errors.length) throw document.errors[0];
  if (!document.contents?.items?.every((pair) => pair.key && pair.value)) throw new Error("Il file non è fatto di righe «chiave: valore».");
  return document;
}

const valuesOf = (document) => document.toJS({ maxAliasCount: 0 });

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function byKey(record, change) {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => change(key, value)));
}

function fieldToForm(key, value, shape, groups) {
  if (shape?.tipo === "condition" && isGroup(value)) {
    const items = conditionToForm(value);
    return [items ? [key, items] : [key + BY_HAND, value]];
  }
  return [[key, toFormValue(value, shape, groups)]];
}

function toFormValue(value, shape, groups) {
  if (shape?.tipo === "by_year" && isGroup(value)) return Object.entries(value).map(([anno, valore]) => ({ anno, valore }));
  if (shape?.tipo === "word_or_list") return [value].flat();
  if (Array.isArray(value)) return value.map((one) => toFormValue(one, shape?.voce, groups));
  if (!isGroup(value)) return value;
  const fields = groups[shape?.gruppo] ?? {};
  return byKey(value, (key, inner) => fieldToForm(key, inner, fields[key], groups));
}

function fieldFromForm(key, value, shape, groups) {
  if (key.endsWith(BY_HAND)) return [[key.slice(0, -BY_HAND.length), value]];
  if (shape?.tipo === "condition" && Array.isArray(value)) {
    const condition = conditionFromForm(pruned(value), WORDS);
    return condition ? [[key, condition]] : [];
  }
  return [[key, fromFormValue(value, shape, groups)]];
}

function fromFormValue(value, shape, groups) {
  if (shape?.tipo === "by_year" && Array.isArray(value)) {
    return Object.fromEntries(value.filter((one) => one.anno).map(({ anno, valore }) => [anno, valore]));
  }
  if (shape?.tipo === "word_or_list" && Array.isArray(value)) return wordOrList(value, WORDS);
  if (Array.isArray(value)) return value.map((one) => fromFormValue(one, shape?.voce, groups));
  if (!isGroup(value)) return shape?.tipo === "line" ? String(value ?? "").replace(/\s*\n\s*/g, " ") : value;
  const fields = groups[shape?.gruppo] ?? {};
  return byKey(value, (key, inner) => fieldFromForm(key, inner, fields[key], groups));
}

/** Without what is empty: a field that was left alone is not known, and is not written. */
function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned).filter((one) => !isEmpty(one));
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pruned(one)]).filter(([, one]) => !isEmpty(one)));
}

function isEmpty(value) {
  if (value === undefined || value === null) return true;
  return typeof value === "string" ? !value.trim() : typeof value === "object" && !Object.keys(value).length;
}

/** The verification that `ambito verifica` would write: by who did it before, else by who answers for the scheda. */
function verified({ verificato: before, gestore, titolare }, office, il) {
  return { il, da: before?.da ?? gestore ?? titolare ?? office, ogni_mesi: before?.ogni_mesi ?? MONTHS };
}

const todayInItaly = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());

/** The comments inside a value: they stand before the key when it is written again. */
function commentsIn(pair) {
  const found = [];
  const keep = (comment) => comment && found.push(...comment.split("\n").filter((line) => line.trim()).map((line) => `#${line}`));
  visit(pair, (_, node) => {
    if (node !== pair.key) keep(node?.commentBefore);
    keep(node?.comment);
  });
  return found;
}

/** The first of the comment lines right above a line. */
function beforeComments(source, line) {
  let at = line;
  while (at > 0 && source[at - 1].startsWith("#") && at - 1 > 0) at -= 1;
  return at;
}
