// Whether a door is open: the same function as generator/site/opening.py, proved on the same table of cases.

/**
 * @typedef {{giorni: number[], dalle: string, alle: string, dal?: string, al?: string, appuntamento?: boolean,
 *   nota?: string}} Hours Days from 0, Monday; times HH:MM; dates AAAA-MM-GG.
 * @typedef {{state: "aperto" | "chiuso" | "appuntamento" | "ignoto", until: string, opens: string, reason: string}}
 *   Opening `until` HH:MM, `opens` «AAAA-MM-GG HH:MM»; what is unknown is empty.
 */

const WEEK = 7;

/**
 * The state on a day (AAAA-MM-GG) at a time (HH:MM), both in Europe/Rome.
 * @param {readonly Hours[]} hours
 * @param {string} day
 * @param {string} time
 * @param {Readonly<Record<string, string>>} holidays names by day
 * @returns {Opening}
 */
export function stateAt(hours, day, time, holidays) {
  const inForce = hours.filter((one) => isInForce(one, day));
  if (inForce.length === 0) return told("ignoto");
  const today = inForce.filter((one) => one.giorni.includes(weekday(day))).sort(byStart);
  if (today.length > 0 && day in holidays) return told("ignoto", { reason: holidays[day] });
  const now = today.filter((one) => one.dalle <= time && time < one.alle);
  if (now.some(isCertain)) return told("aperto", { until: endOf(today.filter(isCertain), time) });
  const noted = now.find((one) => !one.appuntamento);
  if (noted) return told("ignoto", { reason: noted.nota });
  if (now.length > 0) return told("appuntamento", { until: endOf(today.filter((one) => one.appuntamento), time) });
  return told("chiuso", { opens: nextOpening(hours, day, time, holidays) });
}

/**
 * @param {Opening["state"]} state
 * @param {Partial<Opening>} more
 * @returns {Opening}
 */
const told = (state, more = {}) => ({ state, until: "", opens: "", reason: "", ...more });

/** @param {Hours} hours */
const isCertain = (hours) => !hours.appuntamento && !hours.nota;

/** @param {Hours} hours @param {string} day */
const isInForce = (hours, day) => (!hours.dal || hours.dal <= day) && (!hours.al || day <= hours.al);

/** @param {Hours} one @param {Hours} other */
const byStart = (one, other) => (one.dalle < other.dalle ? -1 : Number(one.dalle > other.dalle));

/** Days from Monday. @param {string} day */
export const weekday = (day) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % WEEK;

/** @param {string} day @param {number} ahead */
function later(day, ahead) {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

/**
 * When the last of the hours that follow one another ends.
 * @param {readonly Hours[]} today
 * @param {string} time
 */
function endOf(today, time) {
  let end = time;
  for (const one of today) if (one.dalle <= end && end < one.alle) end = one.alle;
  return end;
}

/**
 * The next certain opening within a week; nothing if something uncertain comes before it.
 * @param {readonly Hours[]} hours
 * @param {string} day
 * @param {string} time
 * @param {Readonly<Record<string, string>>} holidays
 */
function nextOpening(hours, day, time, holidays) {
  for (let ahead = 0; ahead <= WEEK; ahead += 1) {
    const then = later(day, ahead);
    const starts = hours
      .filter((one) => isInForce(one, then) && one.giorni.includes(weekday(then)) && !one.appuntamento)
      .filter((one) => ahead > 0 || one.dalle > time)
      .sort((one, other) => byStart(one, other) || Number(!isCertain(one)) - Number(!isCertain(other)));
    if (starts.length === 0) continue;
    return then in holidays || !isCertain(starts[0]) ? "" : `${then} ${starts[0].dalle}`;
  }
  return "";
}

/**
 * The day and the time in Rome, whatever the clock of the device is set to.
 * @param {Date} moment
 * @returns {[day: string, time: string]}
 */
export function inRome(moment) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Rome",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  /** @param {string} type */
  const part = (type) => parts.find((one) => one.type === type)?.value ?? "";
  return [`${part("year")}-${part("month")}-${part("day")}`, `${part("hour")}:${part("minute")}`];
}
