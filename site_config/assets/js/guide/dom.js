/** Elements of the page. Every text goes in as text, so nothing that was read or written can become code. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean | null | undefined>} attributes those that are false or have no value are left out
 * @param {(Node | string | null | undefined | false)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return made;
}

/** @param {string} text @param {() => void} press @param {string} [look] @returns {HTMLButtonElement} */
export function button(text, press, look = "aa-button") {
  const made = element("button", { type: "button", class: look }, text);
  made.addEventListener("click", press);
  return made;
}

/** A list of texts or links; nothing for none. @param {(Node | string)[]} items @param {string} [look] */
export function list(items, look) {
  return items.length > 0 && element("ul", { class: look }, ...items.map((item) => element("li", {}, item)));
}
