// What the site keeps on the device, only when asked: every value under one prefix, so that it can all be erased.

const PREFIX = "aa-";

/**
 * A kept value, or null: nothing is kept, or the browser forbids it.
 * @param {string} name
 * @returns {any}
 */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keeps a value. Returns whether the browser let it.
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean}
 */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a value. @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // nothing was kept
  }
}

/** Erases all that the site keeps: values, pages for reading without a network, and what looks after them. */
export async function forgetAll() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
  if ("caches" in globalThis) {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  if ("serviceWorker" in navigator) {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  }
}
