/** The sentences of the guides, all in one place. Careful words: a guide never promises a right. */

/**
 * @typedef {import("./verdicts.js").Verdict} Verdict
 * @typedef {import("./verdicts.js").Subject} Subject
 * @typedef {import("./verdicts.js").Outcome} Outcome
 */

export const START = "Comincia";
export const START_SELF = "Rispondo per me";
export const START_OTHERS = "Rispondo per un'altra persona";
export const FOR_WHOM = "Per chi rispondi?";
export const PRIVATE =
  "Le risposte restano in questa pagina: non le mandiamo a nessuno e non le conserviamo. Quando chiudi la pagina spariscono.";
export const ONLY_THE_DESK =
  "È un'indicazione, non una decisione: se un aiuto ti spetta lo decide solo lo sportello, che guarda i documenti.";
export const NEXT = "Avanti";
export const BACK = "Indietro";
export const RESTART = "Ricomincia da capo";
export const ENOUGH = "Basta così, vedi il risultato";
export const CHANGE = "Cambia";
export const YOUR_ANSWERS = "Le tue risposte";
export const UNKNOWN_ANSWER = "Non lo so";
export const NONE = "Nessuna di queste";
export const NOT_SURE = "Delle altre non sono sicuro";
export const CHOOSE = "Scegli una risposta. Se non la sai, scegli «Non lo so».";
export const CHOOSE_MANY = "Puoi scegliere più risposte.";
export const YEARS = "Scrivi gli anni con le cifre, per esempio 72. Se non lo sai, scegli «Non lo so».";
export const AGE = "Età in anni";
export const CHOOSE_COMUNE = "Scegli il Comune";
export const RESULT = "Il risultato";
export const NO_MORE = "Non ci sono altre domande: un'altra risposta non cambierebbe il risultato.";
export const RESULTS = "Che cosa potrebbe spettarti";
export const WHY = "Perché";
export const SHEET = "Prepara il foglio per lo sportello";
export const PRINT = "Stampa";
export const SHEET_TITLE = "Il foglio da portare allo sportello";
export const PAPERS = "Documenti da portare";
export const WHERE = "Dove";
export const TO_ASK = "Che cosa chiedere";
export const FOR_ME = "Vale anche per me?";
export const NOT_WRITTEN = "Chiedi anche questo, che non sappiamo";
export const FIRST_STEP = "Che cosa fare";
export const FAILED = "Le domande non sono arrivate: forse manca la connessione. Tutte le schede sono qui sotto.";
export const LOADING = "Preparo le domande…";
export const OWN_COMUNE = "il servizio sociale del tuo Comune";

/** @type {Record<Outcome, string>} */
export const GROUPS = {
  probabile: "Potresti averne diritto",
  da_verificare: "Da verificare",
  no: "Non sembrano adatti",
};

/** @type {Record<import("./truth.js").Truth, string>} */
export const FINDINGS = { si: "Sì", no: "No", non_so: "Da verificare" };

/** @param {number} asked @param {number} left */
export const progress = (asked, left) =>
  left === 0 ? `Domanda ${asked}, l'ultima` : `Domanda ${asked}. Dopo questa, al massimo ${left === 1 ? "un'altra" : `altre ${left}`}`;

/** @param {Record<Outcome, number>} counts */
export const counted = ({ probabile, da_verificare, no }) =>
  `${probabile} ${probabile === 1 ? "scheda potrebbe" : "schede potrebbero"} andare bene, ${da_verificare} da verificare, ` +
  `${no} non ${no === 1 ? "sembra adatta" : "sembrano adatte"}.`;

/**
 * The verdict in a sentence, without whom to ask.
 * @param {Verdict} verdict @param {Subject} subject @param {import("./verdicts.js").Rules & {stati: Record<string, [string, string]>}} data
 */
export function verdictWords(verdict, { scheda }, data) {
  if (verdict.outcome === "probabile") return "Potresti averne diritto.";
  const failed = scheda.requisiti.filter((_, place) => verdict.findings[place].truth === "no").map(({ testo }) => testo);
  if (verdict.outcome === "no") {
    return `Da quello che hai scritto non sembra adatto, perché una condizione è: «${failed[0].replace(/\.$/, "")}».`;
  }
  const why = [...notNowWords(verdict.notNow, scheda, data), ...unknownWords(verdict, data)];
  return `Da verificare. ${why.join(" ")}`.trim();
}

/** @param {string} notNow @param {import("./verdicts.js").Scheda} scheda @param {{stati: Record<string, [string, string]>}} data */
function notNowWords(notNow, { stato, motivo, dal, al }, { stati }) {
  if (notNow === "stato") return [`${stati[stato][0]}: ${motivo ?? stati[stato][1]}`];
  if (notNow === "finito") return [`Si poteva chiedere fino al ${day(al)}: chiedi se continua.`];
  return notNow === "non_ancora" ? [`Si potrà chiedere dal ${day(dal)}.`] : [];
}

/** @param {Verdict} verdict @param {import("./verdicts.js").Rules} data */
function unknownWords({ findings }, { fatti, soglie }) {
  const why = [...new Set(findings.flatMap((finding) => finding.why))];
  const named = (/** @type {string} */ kind) =>
    why.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
  const facts = named("fatto").map((id) => fatti.find((fact) => fact.id === id)?.nome.toLowerCase() ?? id);
  const sentences = named("soglia").map((id) => `La soglia «${soglie[id]?.nome ?? id}» non vale oggi: chiedi quella nuova.`);
  if (facts.length > 0) sentences.push(`Dipende da: ${facts.join(", ")}.`);
  if (why.includes("sportello")) sentences.push("Una parte la può valutare solo lo sportello.");
  return sentences;
}

/** @param {string | undefined} iso YYYY-MM-DD */
export function day(iso) {
  return new Intl.DateTimeFormat("it-IT", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T12:00:00Z`));
}
