// The quick exit of the pages about violence: the link leaves without a trace of this page in the history, and so does
// pressing Shift three times. After GOV.UK's «Exit this page».

const PRESSES = 3;
/** Milliseconds within which the presses must come. */
const WITHIN = 5000;

/**
 * Whether the last presses of Shift, by their times in milliseconds, mean that the person wants to leave.
 * @param {readonly number[]} times
 * @returns {boolean}
 */
export function wantsToLeave(times) {
  const last = times.slice(-PRESSES);
  return last.length === PRESSES && last[PRESSES - 1] - last[0] <= WITHIN;
}

/** Covers the page, so that nothing stays on view while the other one loads, and leaves. @param {string} address */
function leave(address) {
  document.title = "…";
  document.body.replaceChildren();
  location.replace(address);
}

/** @param {Document} page */
function watch(page) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll("[data-uscita]"));
  const address = links[0].href;
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(address);
    });
  }
  /** @type {number[]} */
  let times = [];
  page.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    times = event.key === "Shift" ? [...times, event.timeStamp].slice(-PRESSES) : [];
    if (wantsToLeave(times)) leave(address);
  });
  // who comes back with the browser's button must not see the page as it was left
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

if (typeof document !== "undefined") watch(document);
