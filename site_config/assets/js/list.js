// «La mia lista»: schede marked on this device, seen together, printed, or shared as a link that carries only their ids.
// The ids stand after the # of the link, which a browser does not send to the server.

import { keep, kept } from "./device.js";

const ROOT = new URL("../../", import.meta.url);
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const MOST = 100;

/**
 * The ids in the fragment of a shared link, `#schede=ambito/id,ambito/id`; what is not an id is left out.
 * @param {string} fragment
 * @returns {string[]}
 */
export function idsIn(fragment) {
  const told = decodeURIComponent(fragment).match(/^#schede=(.*)$/)?.[1] ?? "";
  return [...new Set(told.split(",").filter((id) => ID.test(id)))].slice(0, MOST);
}

/** The fragment of a link that shares these schede. @param {readonly string[]} ids */
export const fragmentOf = (ids) => `#schede=${ids.join(",")}`;

/** The schede kept on this device. @returns {string[]} */
function mine() {
  const found = kept("lista");
  return Array.isArray(found) ? found.filter((id) => ID.test(id)) : [];
}

/** The button of a scheda. @param {HTMLButtonElement} button */
function attach(button) {
  const id = button.dataset.schedaDaTenere ?? "";
  const label = /** @type {HTMLElement} */ (button.querySelector("span"));
  const show = () => {
    const inside = mine().includes(id);
    button.setAttribute("aria-pressed", String(inside));
    label.textContent = inside ? "È nella mia lista" : "Tieni nella mia lista";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const ids = mine();
    keep("lista", ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-MOST));
    show();
  });
  show();
}

/**
 * @typedef {{nome: string, in_breve: string, url: string, stato: string, stato_in_parole: string, telefono: string}} Entry
 */

/**
 * What is shown of some schede, in their order; those that are no longer there are left out.
 * @param {readonly string[]} ids
 * @returns {Promise<[id: string, entry: Entry][]>}
 */
async function entries(ids) {
  const ambiti = [...new Set(ids.map((id) => id.split("/")[0]))];
  /** @type {Map<string, Record<string, Entry>>} */
  const tables = new Map();
  await Promise.all(
    ambiti.map(async (ambito) => {
      const answer = await fetch(new URL(`dati/elenco/${ambito}.json`, ROOT));
      tables.set(ambito, answer.ok ? await answer.json() : {});
    }),
  );
  return ids.flatMap((id) => {
    const [ambito, name] = id.split("/");
    const entry = tables.get(ambito)?.[name];
    return entry ? [/** @type {[string, Entry]} */ ([id, entry])] : [];
  });
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {...(Node | string)} content
 */
function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** @param {string} id @param {Entry} entry @param {(() => void) | null} remove */
function card(id, entry, remove) {
  const link = element("a", "", entry.nome);
  link.href = new URL(entry.url, ROOT).href;
  const item = element("li", "aa-card", element("p", "aa-card__title", link), element("p", "aa-card__brief", entry.in_breve));
  item.dataset.scheda = id;
  const facts = element("p", "aa-card__facts", element("span", `aa-state aa-state--${entry.stato}`, entry.stato_in_parole));
  if (entry.telefono) {
    const phone = element("a", "aa-phone aa-above", entry.telefono);
    phone.href = `tel:${entry.telefono.replaceAll(/[^\d+]/g, "")}`;
    facts.append(" ", phone);
  }
  item.append(facts);
  if (remove) {
    const button = element("button", "aa-tool aa-above", "Togli");
    button.type = "button";
    button.setAttribute("aria-label", `Togli ${entry.nome}`);
    button.addEventListener("click", remove);
    item.append(button);
  }
  return item;
}

/** The page of the list. @param {HTMLElement} list */
function openList(list) {
  /** @param {string} id */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const shared = idsIn(location.hash);
  const isMine = shared.length === 0;

  /** Takes a scheda away, or all; the focus goes to what stands in its place. @param {string[]} ids @param {number} at */
  const change = async (ids, at) => {
    keep("lista", ids);
    await show();
    const buttons = list.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? byId("lista-vuota")).focus();
  };

  const show = async () => {
    const ids = isMine ? mine() : shared;
    const found = await entries(ids).catch(() => []);
    list.replaceChildren(
      ...found.map(([id, entry], at) =>
        card(id, entry, isMine ? () => change(mine().filter((one) => one !== id), at) : null),
      ),
    );
    const told = found.length === 1 ? "1 scheda." : `${found.length} schede.`;
    byId("lista-stato").textContent = ids.length > 0 || !isMine ? told : "";
    byId("lista-vuota").hidden = ids.length > 0;
    byId("lista-azioni").hidden = found.length === 0;
    byId("lista-ricevuta").hidden = isMine;
    const link = `${location.href.split("#")[0]}${fragmentOf(found.map(([id]) => id))}`;
    const body = `${found.map(([, { nome, telefono }]) => (telefono ? `${nome}, tel. ${telefono}` : nome)).join("\n")}\n${link}`;
    for (const [id, scheme] of [["lista-sms", "sms:?&"], ["lista-posta", "mailto:?"]]) {
      /** @type {HTMLAnchorElement} */ (byId(id)).href = `${scheme}body=${encodeURIComponent(body)}`;
    }
    byId("lista-indirizzo").textContent = link;
  };
  byId("lista-tieni").addEventListener("click", () => {
    keep("lista", [...new Set([...mine(), ...shared])].slice(-MOST));
    location.hash = "";
    location.reload();
  });
  byId("lista-stampa").addEventListener("click", () => print());
  byId("lista-svuota").addEventListener("click", () => change([], 0));
  byId("lista-svuota").hidden = !isMine;
  addEventListener("hashchange", () => location.reload());
  show();
}

if (typeof document !== "undefined") {
  for (const button of document.querySelectorAll("[data-scheda-da-tenere]")) {
    attach(/** @type {HTMLButtonElement} */ (button));
  }
  const list = document.getElementById("lista");
  if (list) openList(list);
}
