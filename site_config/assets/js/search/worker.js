/**
 * The search in a thread of its own: to read an index takes a slow phone a tenth of a second, in which the page would
 * not answer. Loaded by remote.js as a module worker.
 */

import { openLibrary } from "./loader.js";
import { openService } from "./service.js";

/** @type {Record<string, (...asked: any[]) => AsyncGenerator<any>>} */
const service = openService(openLibrary());

addEventListener("message", async ({ data: { id, name, asked } }) => {
  try {
    for await (const value of service[name](...asked)) postMessage({ id, value });
    postMessage({ id, done: true });
  } catch (failure) {
    postMessage({ id, failure: String(failure) });
  }
});
postMessage({ ready: true });
