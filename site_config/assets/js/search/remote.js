/**
 * Asks the search in a worker; in the page itself where a browser has no module workers.
 *
 * @typedef {import("./service.js").Service} Service
 * @typedef {{value: (value: any) => void, done: () => void, fail: (failure: Error) => void}} Waiting
 */

/** How long a worker may take to come before the page does without. */
const PATIENCE = 4000;

/** @returns {Promise<Service>} */
async function ownService() {
  const [{ openLibrary }, { openService }] = await Promise.all([import("./loader.js"), import("./service.js")]);
  return openService(openLibrary());
}

/** @returns {Promise<Worker>} a worker that has loaded its modules */
function startWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    const late = setTimeout(reject, PATIENCE, new Error("the worker does not come"));
    worker.addEventListener("message", () => resolve(worker), { once: true });
    worker.addEventListener("error", () => reject(new Error("no module worker")), { once: true });
    worker.addEventListener("message", () => clearTimeout(late), { once: true });
  });
}

/**
 * The service, wherever it runs.
 * @returns {Promise<Service>}
 */
export async function openSearch() {
  try {
    return overThere(await startWorker());
  } catch {
    return ownService();
  }
}

/** @param {Worker} worker @returns {Service} */
function overThere(worker) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, value, done, failure } }) => {
    const who = waiting.get(id);
    if (!who) return;
    if (failure) who.fail(new Error(failure));
    else if (done) who.done();
    else who.value(value);
  });

  /** @param {string} name @returns {(...asked: any[]) => AsyncGenerator<any>} */
  const asking = (name) =>
    async function* (...asked) {
      const id = (last += 1);
      /** @type {any[]} */
      const arrived = [];
      let over = false;
      /** @type {Error | undefined} */
      let failed;
      let wake = () => {};
      waiting.set(id, {
        value: (value) => (arrived.push(value), wake()),
        done: () => ((over = true), wake()),
        fail: (failure) => ((failed = failure), wake()),
      });
      try {
        worker.postMessage({ id, name, asked });
        while (!over || arrived.length > 0) {
          if (arrived.length > 0) yield arrived.shift();
          else if (failed) throw failed;
          else await new Promise((resolve) => (wake = () => resolve(undefined)));
        }
      } finally {
        waiting.delete(id);
      }
    };
  const names = ["contents", "comuneOf", "prepare", "suggest", "results"];
  return /** @type {any} */ (Object.fromEntries(names.map((name) => [name, asking(name)])));
}
