/**
 * Brings the library and the indexes, each once, and asks them. Only files of this site are asked for, and never
 * with anything of what was typed: the name of an Ambito, or that some word is unknown, is all that a request tells.
 *
 * @typedef {import("./engine.js").Answer} Answer
 * @typedef {import("./index.js").LoadedIndex} LoadedIndex
 * @typedef {import("./lexicon.js").Contents} Contents
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{contents: Contents, lexicon: Lexicon}} Knowledge
 * @typedef {Answer & {complete: boolean}} Reply
 */

import { ask } from "./engine.js";
import { loadIndex } from "./index.js";
import { PAGE_KINDS, ROOT } from "./kinds.js";
import { FORMAT, lexiconOf } from "./lexicon.js";
import { PAGES } from "./matching.js";
import { comuneIn } from "./query.js";

/** @param {string} path @returns {Promise<any>} */
async function fetchJson(path) {
  const response = await fetch(new URL(path, ROOT), { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const importLunr = async () => (await import(new URL("risorse/js/lunr.js", ROOT).href)).default;

/**
 * A library of indexes. What failed is tried again at the next question.
 * @param {(path: string) => Promise<any>} [read] brings a JSON file of the site
 * @param {() => Promise<any>} [library] brings lunr
 */
export function openLibrary(read = fetchJson, library = importLunr) {
  /** @type {Map<string, Promise<any>>} */
  const arriving = new Map();
  /** @type {Map<string, LoadedIndex>} */
  const here = new Map();

  /** @template T @param {string} name @param {() => Promise<T>} bring @returns {Promise<T>} */
  function once(name, bring) {
    const known = arriving.get(name);
    if (known) return known;
    const promise = bring();
    arriving.set(name, promise);
    promise.catch(() => arriving.delete(name));
    return promise;
  }

  /** @param {string} path */
  async function readOfThisFormat(path) {
    const content = await read(path);
    if (content.versione !== FORMAT) throw new Error(`${path}: format ${content.versione}`);
    return content;
  }

  /** @returns {Promise<Knowledge>} */
  const knowledge = () =>
    once("", async () => {
      const [contents, lunr] = await Promise.all([readOfThisFormat("dati/ricerca/indice.json"), once("lunr", library)]);
      return { contents, lexicon: lexiconOf(contents, lunr) };
    });

  /** @param {string} name @returns {Promise<LoadedIndex>} */
  const index = (name) =>
    once(name, async () => {
      const [{ lexicon }, lunr, packed] = await Promise.all([
        knowledge(),
        once("lunr", library),
        readOfThisFormat(`dati/ricerca/${name}.json`),
      ]);
      const loaded = loadIndex(packed, lexicon, lunr);
      here.set(name, loaded);
      return loaded;
    });

  /** The dialect words, from then on in the lexicon. @param {Lexicon} lexicon */
  const dialects = (lexicon) =>
    once("dialetti", async () => {
      const [{ dialectsOf, inItalian }, packed] = await Promise.all([
        import("./dialects.js"),
        readOfThisFormat("dati/ricerca/dialetti.json"),
      ]);
      const dialects = dialectsOf(packed);
      lexicon.inItalian = (typed, unknown) => inItalian(typed, dialects, unknown);
    });

  /**
   * The replies to a text: the first as soon as one index is there, the last when all that matter are.
   * With a Comune its Ambito is enough, and the others are asked when that has nothing. A word that nobody knows may be
   * dialect: then those words are brought, and the text is asked again.
   * @param {string} text @param {string | null} comune @param {string | null} nearest the Ambito to begin with
   * @param {string | null} ente @param {boolean} typing whether the last word may still be being typed
   * @returns {AsyncGenerator<Reply>}
   */
  async function* replies(text, comune, nearest, ente, typing) {
    const { lexicon } = await knowledge();
    let strange = false;
    for await (const reply of repliesNow(text, comune, nearest, ente)) {
      const { unknown, words } = reply.question;
      const beingTyped = typing ? words[words.length - 1] : null;
      strange = reply.complete && !lexicon.inItalian && [...unknown].some((word) => word !== beingTyped);
      yield strange ? { ...reply, complete: false } : reply;
    }
    if (!strange) return;
    await dialects(lexicon).catch(() => undefined);
    for await (const reply of repliesNow(text, comune, nearest, ente)) yield reply;
  }

  /**
   * The replies with what is known now.
   * @param {string} text @param {string | null} comune @param {string | null} nearest @param {string | null} ente
   * @returns {AsyncGenerator<Reply>}
   */
  async function* repliesNow(text, comune, nearest, ente) {
    const { contents, lexicon } = await knowledge();
    /** @param {string[]} names */
    const asked = async (names) => ask(text, lexicon, comune, await Promise.all(names.map(index)), ente);
    const about = comuneIn(text, lexicon, comune);
    const pages = contents.indici.filter((name) => name === PAGES);
    if (about) {
      const own = lexicon.ambitoOf.get(about) ?? "";
      const answer = await asked([own, ...pages]);
      const enough = answer.hits.some(({ scheda, door }) => !door && !(scheda.tipo in PAGE_KINDS));
      yield { ...answer, complete: enough };
      if (enough) return;
    } else {
      const ambiti = contents.indici.filter((name) => name !== PAGES);
      const first = nearest && ambiti.includes(nearest) ? nearest : ambiti[0];
      if (!contents.indici.every((name) => here.has(name))) {
        for (const name of contents.indici) index(name).catch(() => undefined);
        yield { ...(await asked([first])), complete: false };
      }
    }
    yield { ...(await asked(contents.indici)), complete: true };
  }

  /** The indexes that have arrived, in the order of `indice.json`. */
  const loaded = async () => (await knowledge()).contents.indici.flatMap((name) => here.get(name) ?? []);

  /** The holidays by day, of the years that are known. @returns {Promise<Record<string, string>>} */
  const holidays = () => once("festivi", () => read("dati/festivi.json"));

  return { knowledge, index, replies, loaded, holidays };
}

/** @typedef {ReturnType<typeof openLibrary>} Library */
