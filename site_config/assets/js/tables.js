// Tables that can be sorted: without this script they are plain tables, in the order of the page.

const NUMBER = /^-?[\d.]+(?:,\d+)?/;

/**
 * What a cell is sorted by: its number if it begins with one, else its text.
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @returns {number | string}
 */
export function sortKey(row, column) {
  const text = (row.cells[column]?.textContent ?? "").trim();
  const found = NUMBER.exec(text);
  return found ? Number(found[0].replaceAll(".", "").replace(",", ".")) : text;
}

/**
 * Numbers before texts, empty cells last.
 * @param {number | string} one
 * @param {number | string} other
 * @returns {number}
 */
export function compare(one, other) {
  if (one === "" || other === "") return (one === "" ? 1 : 0) - (other === "" ? 1 : 0);
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return String(one).localeCompare(String(other), "it");
}

/**
 * Puts a button in each heading of a table; pressing it sorts the rows, pressing again turns them round.
 * @param {HTMLTableElement} table
 */
export function makeSortable(table) {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = table.tBodies[0];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "aa-sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => ({ row, key: sortKey(row, column) }));
      rows.sort((a, b) => compare(a.key, b.key) * (down && a.key !== "" && b.key !== "" ? -1 : 1));
      body.append(...rows.map(({ row }) => row));
    });
  });
}

if (typeof document !== "undefined") {
  for (const table of document.querySelectorAll("table[data-ordinabile]")) {
    makeSortable(/** @type {HTMLTableElement} */ (table));
  }
}
