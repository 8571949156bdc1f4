/**
 * The entry. A guide is a [data-guida] with the address of its data: on its own page the questions and their data are read
 * at once, on a scheda's only when somebody begins, for most readers never do. Loaded with <script type="module">; without
 * it the page says everything in words.
 */

import { button, element } from "./dom.js";
import * as words from "./words.js";

/** Today in Italy, YYYY-MM-DD: thresholds and deadlines have their days. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());

/** @param {string} address @returns {Promise<import("./guide.js").GuideData>} */
async function read(address) {
  // on a page with the quick exit nothing stays on the device, not even that these questions were read
  const cache = document.querySelector("[data-uscita]") ? "no-store" : "default";
  const answer = await fetch(address, { cache, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** What asks and what it asks about. @param {string} address */
const load = (address) => Promise.all([import("./guide.js"), read(address)]);

/** @param {HTMLElement} section */
function prepare(section) {
  const { guida = "", radice = "", titolo = "", altri, subito } = section.dataset;
  const place = element("div", { class: "aa-guida__campo" });
  const ready = subito === undefined ? undefined : load(guida);
  ready?.catch(() => undefined);

  /** @param {boolean} others */
  async function begin(others) {
    place.replaceChildren(element("p", { role: "status" }, words.LOADING));
    try {
      const [{ Guide }, data] = await (ready ?? load(guida));
      new Guide(place, data, { root: radice, title: titolo, today: today(), others }).advance();
    } catch {
      place.replaceChildren(element("p", { class: "aa-notice", role: "alert" }, words.FAILED));
    }
  }

  function offer() {
    const both = altri === "anche";
    place.replaceChildren(
      element("p", { class: "aa-note" }, words.PRIVATE),
      element(
        "div",
        { class: "aa-guida__comandi", role: both && "group", "aria-label": both && words.FOR_WHOM },
        ...(both
          ? [button(words.START_SELF, () => begin(false)), button(words.START_OTHERS, () => begin(true))]
          : [button(words.START, () => begin(altri === "solo"))]),
      ),
    );
  }

  section.append(place);
  section.hidden = false;
  offer();
  // a page that the browser kept aside comes back as new
  addEventListener("pageshow", ({ persisted }) => persisted && offer());
}

for (const section of document.querySelectorAll("[data-guida]")) prepare(/** @type {HTMLElement} */ (section));
