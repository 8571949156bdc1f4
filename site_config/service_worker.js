/*
 * Reads without a network: the pages seen, the reader's Comune and its desks, the emergency page. A page always comes from
 * the network if there is one. The build puts before this VERSION and SHELL, the files to have at once.
 * What is never kept: pages about violence (their quick exit says which they are), what they ask not to store, and addresses
 * with the words of a search.
 */
/* global VERSION, SHELL */

const SHELL_CACHE = `aa-guscio-${VERSION}`;
const PAGES_CACHE = "aa-pagine";
const FILES_CACHE = `aa-file-${VERSION}`;
const MOST_PAGES = 60;
const PATIENCE = 5000;
const DAY = 86_400_000;
const SENSITIVE = "data-uscita";
const ROOT = new URL("./", self.location.href).href;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.addAll(SHELL.map((path) => new Request(ROOT + path, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  const current = [SHELL_CACHE, PAGES_CACHE, FILES_CACHE];
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("aa-") && !current.includes(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.cache === "no-store") return;
  const answer = request.mode === "navigate" ? page : /\/dati\//.test(request.url) ? data : /\/(?:risorse|assets)\//.test(request.url) ? file : null;
  if (answer) event.respondWith(answer(event).catch(() => fetch(request))); // whatever fails here, the network still answers
});

self.addEventListener("message", (event) => {
  const { chiede, tieni } = event.data ?? {};
  if (chiede === "entra") self.skipWaiting();
  if (Array.isArray(tieni)) event.waitUntil(Promise.all(tieni.filter((url) => url.startsWith(ROOT)).map(refresh)));
});

async function page(event) {
  const { request } = event;
  const kept = await lookUp(request);
  const answer = await fromNetwork(request, kept);
  if (answer?.ok) event.waitUntil(keepPage(request.url, answer.clone()));
  if (answer) return answer;
  return kept ? fromMemory(kept) : ((await caches.match(`${ROOT}senza-rete/`)) ?? Response.error());
}

/** Hours, thresholds, what a search finds: from memory only when there is no network, as the page that shows them. */
async function data(event) {
  const { request } = event;
  const kept = await caches.match(request);
  const answer = await fromNetwork(request, kept);
  if (answer?.ok) event.waitUntil(keepFile(request, answer.clone()));
  return answer ?? kept ?? Response.error();
}

/** What the network answers, never stale in silence; nothing if there is no network, or it is slow and we have one. */
async function fromNetwork(request, kept) {
  const controller = new AbortController();
  const timer = kept && setTimeout(() => controller.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: controller.signal, cache: "no-cache" });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The page with a mark that says where it comes from: offline.js reads it, and nothing is lost if the worker sleeps. */
async function fromMemory(kept) {
  const html = await kept.text();
  return new Response(html.replace("<body", "<body data-dalla-memoria"), {
    headers: { "content-type": kept.headers.get("content-type") ?? "text/html; charset=utf-8" },
  });
}

async function lookUp(request) {
  const pages = await caches.open(PAGES_CACHE);
  return (await pages.match(request, { ignoreSearch: true })) ?? caches.match(request, { ignoreSearch: true });
}

async function keepPage(url, answer) {
  if (new URL(url).search || answer.redirected || !answer.headers.get("content-type")?.includes("text/html")) return;
  if ((await answer.clone().text()).includes(SENSITIVE)) return;
  const cache = await caches.open(PAGES_CACHE);
  const key = url.split("#")[0];
  await cache.delete(key); // put again at the end: the first are the oldest
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PAGES)).map((old) => cache.delete(old)));
}

async function refresh(url) {
  const cache = await caches.open(PAGES_CACHE);
  const kept = await cache.match(url);
  const age = kept ? Date.now() - Date.parse(kept.headers.get("date") ?? "") : Infinity;
  if (age < DAY) return;
  const answer = await fetch(url).catch(() => null);
  if (answer?.ok) await keepPage(url, answer);
}

async function file(event) {
  const { request } = event;
  const known = await caches.match(request);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await keepFile(request, answer.clone());
    return answer;
  });
  if (!known) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return known;
}

async function keepFile(request, answer) {
  await (await caches.open(FILES_CACHE)).put(request, answer);
}
