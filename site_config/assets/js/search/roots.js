/** The root of a word, on its own: it is all that a page needs of `terms.js` to mark what matched. */

/** @param {string} word @returns {string} */
export function root(word) {
  let bare = word.replace(/[aeiou]+$/, "");
  if (bare.endsWith("h")) bare = bare.slice(0, -1);
  return bare.length >= 3 ? bare : word;
}
