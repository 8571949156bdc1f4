/**
 * How a value is written in a file of the catalogue: the same form as `ambito formatta` (generator/editing/formatting.py
 * and scalars.py; tests/editing/test_form_format.py holds the two together), so that a change made here and one made by hand
 * look the same in a comparison. Values are texts, lists and groups of keys; `fields` says what the model knows of a key.
 */

export const WIDTH = 120;

const MISTAKEN = new Set(["y", "n", "=", "<<", "~", ""]);
const DIGITS = /^[\d.,:/+ -]*\d[\d.,:/+ -]*$/;
const NUMBER_1_2 = /^[-+]?(?:0o[0-7]+|0x[0-9a-f]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
const RESOLVED_1_1 = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|null|Null|NULL)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/,
];
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x85": "\\N" };
const UNQUOTED = new Set(["whole", "number", "amount", "degrees", "yes_no"]);
const ALWAYS_QUOTED = new Set(["day", "time", "line_ranges"]);
const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const TRUE = /^(?:sì|si|true|vero|yes)$/;
const FALSE = /^(?:no|false|falso)$/;
const BLOCK_LISTS = new Set(["markdown", "prose", "record"]);

const isList = Array.isArray;
const isGroup = (value) => typeof value === "object" && value !== null && !isList(value);
const length = (text) => [...text].length;

/** The lines of the keys of a group, those that the model knows first and in its order. */
export function linesOf(group, fields, groups, indent = 0) {
  return ordered(group, fields).flatMap((key) => entry(key, group[key], fields[key], groups, indent));
}

/** The keys of a group in the canonical order. */
export function ordered(group, fields) {
  const known = Object.keys(fields);
  const place = (key) => (key in fields ? known.indexOf(key) : known.length);
  return Object.keys(group).sort((one, other) => place(one) - place(other));
}

/** The fields of what a value holds. */
function below(shape, groups) {
  if (shape?.gruppo) return groups[shape.gruppo];
  return shape?.tipo === "condition" ? groups.Condizione : {};
}

/** A key and its value. */
export function entry(key, value, shape, groups, indent) {
  const start = `${" ".repeat(indent)}${inline(key, undefined, false)}:`;
  const short = flow(value, shape, groups, length(start) + 1);
  if (short !== null) return [`${start} ${short}`.trimEnd()];
  const [sign, lines] = block(value, shape, groups, indent + 2);
  return [`${start} ${sign}`.trimEnd(), ...lines];
}

function block(value, shape, groups, indent) {
  if (isGroup(value)) return ["", linesOf(value, below(shape, groups), groups, indent)];
  if (isList(value)) return ["", value.flatMap((one) => item(one, shape?.voce, groups, indent))];
  const text = canonical(value, shape);
  const kept = literal(text);
  if (kept) return ["|-", indented(kept, indent)];
  const broken = folded(text, indent);
  return broken ? [">-", indented(broken, indent)] : [quoted(text), []];
}

function item(value, shape, groups, indent) {
  const lead = " ".repeat(indent);
  const alone = isGroup(value) && Object.keys(value).length === 1; // no brackets: a comma in its sentence breaks nothing
  const short = alone ? null : flow(value, shape, groups, indent + 2);
  if (short !== null) return [`${lead}- ${short}`];
  if (isGroup(value)) {
    const [first, ...rest] = linesOf(value, below(shape, groups), groups, indent + 2);
    return [`${lead}- ${first.trimStart()}`, ...rest];
  }
  const [sign, lines] = block(value, shape, groups, indent + 2);
  return [`${lead}- ${sign}`.trimEnd(), ...lines];
}

/** The value on one line after `begun` characters; null where it does not fit. */
function flow(value, shape, groups, begun) {
  if (!isList(value) && !isGroup(value)) {
    const text = canonical(value, shape);
    if (text.includes("\n") && literal(text)) return null;
    const written = inline(text, shape, false);
    return begun + length(written) <= WIDTH || folded(text, begun) === null ? written : null;
  }
  if (!Object.keys(value).length) return isList(value) ? "[]" : "{}";
  if (isList(value) && (value.some((one) => typeof one === "object") || BLOCK_LISTS.has(shape?.voce?.tipo))) return null;
  const bracketed = brackets(value, shape, groups);
  return bracketed !== null && begun + length(bracketed) <= WIDTH ? bracketed : null;
}

function brackets(value, shape, groups) {
  if (isList(value)) {
    const pieces = value.map((one) => brackets(one, shape?.voce, groups));
    return pieces.includes(null) ? null : `[${pieces.join(", ")}]`;
  }
  if (isGroup(value)) {
    const fields = below(shape, groups);
    const keys = ordered(value, fields);
    const pieces = keys.map((key) => brackets(value[key], fields[key], groups));
    if (pieces.includes(null)) return null;
    return `{ ${keys.map((key, number) => `${inline(key, undefined, true)}: ${pieces[number]}`).join(", ")} }`;
  }
  const text = canonical(value, shape);
  return text.includes("\n") ? null : inline(text, shape, true);
}

/** The text itself, tidied as its field wants it. */
function canonical(value, shape) {
  const text = String(value).trim();
  const kind = shape?.tipo;
  const word = text.toLowerCase();
  if (kind === "yes_no" && (TRUE.test(word) || FALSE.test(word))) return TRUE.test(word) ? "sì" : "no";
  if (kind === "whole" && /^\d{1,9}$/.test(text)) return bare(text);
  if (kind === "number" && /^\d{1,9}([.,]\d{1,2})?$/.test(text)) {
    const [whole, decimals = ""] = text.split(/[.,]/);
    const left = decimals.replace(/0+$/, "");
    return left ? `${bare(whole)}.${left}` : bare(whole);
  }
  if ((kind === "amount" || kind === "number_or_threshold") && AMOUNT.test(text)) {
    const [whole, cents = ""] = text.split(".");
    return `${bare(whole)}.${cents.padEnd(2, "0")}`;
  }
  return text;
}

const bare = (digits) => digits.replace(/^0+(?=\d)/, "");

function inline(text, shape, inFlow) {
  const kind = shape?.tipo;
  if (UNQUOTED.has(kind) && /^(?:-?[\d.]+|sì|no)$/.test(text)) return text;
  if (kind === "number_or_threshold" && AMOUNT.test(text)) return text;
  if (ALWAYS_QUOTED.has(kind)) return quoted(text);
  return isPlain(text, inFlow) ? text : quoted(text);
}

const quoted = (text) => `"${[...text].map((sign) => ESCAPES[sign] ?? sign).join("")}"`;

/** Whether a text needs no quotes: no reader of YAML 1.1 or 1.2 takes it for something else. */
function isPlain(text, inFlow) {
  if (MISTAKEN.has(text.toLowerCase()) || /^[-?:,[\]{}#&*!|>'"%@` \t]/.test(text) || /[ \t:]$/.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text) || /[\n\r\t\x85]|: | #/.test(text) || DIGITS.test(text)) return false;
  if (inFlow && /[,[\]{}:]/.test(text)) return false;
  return !NUMBER_1_2.test(text) && !RESOLVED_1_1.some((pattern) => pattern.test(text));
}

/** The lines of a long text after `>-`, broken at words; null where breaking would change it. */
function folded(text, indent) {
  if (/ {2}|[\n\r\t\x85]/.test(text)) return null;
  const room = WIDTH - indent;
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && length(line) + 1 + length(word) > room) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** The lines of a text after `|-`; null where that could not give the same text back. */
const literal = (text) => (!text.includes("\n") || /[\r\x85]/.test(text) || /^[ \t]/.test(text) ? null : text.split("\n"));

const indented = (lines, indent) => lines.map((line) => (line ? " ".repeat(indent) + line : ""));
