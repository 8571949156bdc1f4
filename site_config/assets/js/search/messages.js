/** The words of the search, all in one place. */

/** @type {Record<string, string>} */
export const KINDS = {
  servizio: "Servizio",
  sportello: "Sportello",
  progetto: "Progetto",
  contributo: "Contributo",
  struttura: "Struttura",
  pagina: "Pagina",
  guida: "Guida",
  avviso: "Avviso",
};

/** @type {Record<string, string>} */
export const STATES = {
  attivo: "Attivo",
  in_avvio: "In avvio",
  previsto: "Previsto",
  proposta: "Proposta",
  sospeso: "Sospeso",
  concluso: "Concluso",
};

export const EXIT = "Esci subito da questa pagina";

export const FACETS = {
  comune: "Comune",
  tipo: "Che cosa",
  area: "Area",
  destinatari: "Per chi",
  diretto: "Come si chiede",
  aperto: "Quando",
};

export const YES_ALONE = "Posso chiederlo da solo";
export const OPEN_NOW = "Aperto ora";

export const FOR_ETS = "Per enti del Terzo settore";
export const FOR_OPERATORS = "Per operatori";
export const FOR_BODIES = "Per enti e operatori, non per i cittadini";

export const FOR_CITIZENS = "Per i cittadini";

export const LOADING = "Sto cercando…";
export const FAILED = "La ricerca non è arrivata: forse manca la connessione.";
export const TO_THE_LIST = "Guarda l'elenco dalla A alla Z";
export const NUMBERS = "Se c'è un pericolo, o hai bisogno di parlare con qualcuno adesso";
export const SUGGESTIONS = "Suggerimenti";
export const REMOVE = "togli";

/** @param {number} count */
export const suggested = (count) =>
  count === 0 ? "Nessun suggerimento" : count === 1 ? "1 suggerimento" : `${count} suggerimenti`;

/** @param {string} text */
export const allResults = (text) => `Tutti i risultati per «${text}»`;

/**
 * @param {number} count @param {string} text @param {string | null} comune its name @param {number} others
 * @returns {string}
 */
export function counted(count, text, comune, others) {
  const results = count === 0 ? "Nessun risultato" : count === 1 ? "1 risultato" : `${count} risultati`;
  const about = text ? ` per «${text}»` : "";
  const where = comune ? ` a ${comune}` : "";
  const more = others > 0 ? `. Più sotto, ${others} che non ${others === 1 ? "è" : "sono"} per chi abita lì` : "";
  return `${results}${about}${where}${more}`;
}

/** @param {string} comune */
export const elsewhere = (comune) => `Non per chi abita a ${comune}`;

/** @param {string[]} comuni */
export const onlyIn = (comuni) => `Per chi abita a ${list(comuni)}`;

/** @param {string} ambito */
export const everywhere = (ambito) => `In tutti i Comuni dell'Ambito di ${ambito}`;

/** @param {string} comune */
export const readInText = (comune) => `Hai scritto ${comune}: prima vedi quello che c'è per chi abita lì.`;

/** @param {string} comune */
export const notAFilter = (comune) => `Cerca in tutti i Comuni, non solo a ${comune}`;

/** @param {string} ente */
export const enteInText = (ente) => `Hai scritto ${ente}: vedi solo quello che fa questo ente.`;

/** @param {string} ente */
export const notThatEnte = (ente) => `Cerca tutto, non solo ${ente}`;

/** @param {string} number */
export const call = (number) => `Telefona: ${number}`;

export const NOTHING = "Non abbiamo trovato niente con queste parole.";
export const TRY_WITH = "Forse cercavi:";
export const FEWER = "Prova con meno parole, o con parole più semplici: per esempio «badante», «affitto», «scuola».";
export const WITHOUT_FILTERS = "Cerca senza filtri";
export const ASK_HERE = "Non c'è una risposta precisa: chiedi qui";
export const ASK_SOMEBODY = "Non sai a chi chiedere? Comincia da qui:";

/** @param {string[]} words @returns {string} */
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} e ${words[words.length - 1]}`;
}
