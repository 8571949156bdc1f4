// Without a network: looks after the service worker, says when a page comes from memory and when there is a new version.

import { kept } from "./device.js";

const ROOT = new URL("../../", import.meta.url);

/** A bar above everything, said aloud too. @param {string} words @param {HTMLElement} [action] */
function announce(words, action) {
  const bar = document.createElement("div");
  bar.className = "aa-offline";
  bar.setAttribute("role", "status");
  const inner = document.createElement("p");
  inner.className = "aa-wrap";
  bar.append(inner);
  document.body.prepend(bar);
  inner.append(words, " ", ...(action ? [action] : []));
}

/** The worker marks a page that comes from memory. */
function tellFromMemory() {
  if (!("dallaMemoria" in document.body.dataset)) return;
  const date = document.querySelector("[data-data-pagina]")?.textContent;
  announce(`Sei senza rete. Questa pagina è del ${date}: qualcosa può essere cambiato.`);
}

/** @param {ServiceWorkerRegistration} registration */
function tellNewVersion(registration) {
  /** @param {ServiceWorker | null} worker */
  const offer = (worker) => {
    if (!worker || !navigator.serviceWorker.controller) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "aa-button aa-button--plain";
    button.textContent = "Ricarica";
    button.addEventListener("click", () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      worker.postMessage({ chiede: "entra" });
    });
    announce("C'è una versione nuova del sito.", button);
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
  });
  // A page left open looks for a new version when it is seen again or the network is back.
  const look = () => document.visibilityState === "visible" && registration.update().catch(() => undefined);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
}

/** Asks the worker to keep the emergency page and the reader's Comune with its desks, if the reader asked to remember it. */
function keepAtHand() {
  const comune = kept("comune");
  const pages = [new URL("emergenza/", ROOT).href];
  if (comune) pages.push(new URL(`comuni/${comune}/`, ROOT).href);
  if (location.href.split(/[?#]/)[0] === pages[1]) {
    const desks = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".aa-desks > li > p:first-child a"));
    pages.push(...[...desks].map((link) => link.href));
  }
  navigator.serviceWorker.controller?.postMessage({ tieni: pages });
}

/** On the page for who has no network: the pages that can be read. @param {HTMLElement} list */
async function listKept(list) {
  if (!("caches" in globalThis)) return;
  const cache = await caches.open("aa-pagine");
  for (const request of await cache.keys()) {
    const html = await (await cache.match(request))?.text();
    const title = html && new DOMParser().parseFromString(html, "text/html").title.split(" · ")[0];
    if (!title) continue;
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const section = list.closest("section");
  if (section) section.hidden = list.children.length === 0;
}

async function start() {
  const list = document.getElementById("pagine-tenute");
  if (list) listKept(list);
  tellFromMemory();
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const registration = await navigator.serviceWorker.register(new URL("sw.js", ROOT)).catch(() => null);
  if (!registration) return;
  tellNewVersion(registration);
  keepAtHand();
}

if (typeof document !== "undefined") {
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
