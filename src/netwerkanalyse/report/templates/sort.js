"use strict";
// A heading becomes a button that sorts its column; what is missing stays below, whichever way.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

function value(row, at) {
  const cell = row.cells[at];
  if ("value" in cell.dataset) return Number(cell.dataset.value);
  return cell.classList.contains("missing") ? null : cell.textContent.trim() || null;
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
}

function sort(table, head) {
  const at = head.cellIndex;
  const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
  const rows = [...table.tBodies[0].rows];
  const known = rows.filter((row) => value(row, at) !== null);
  known.sort((a, b) => sign * compare(value(a, at), value(b, at)));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
  table.tBodies[0].append(...known, ...rows.filter((row) => value(row, at) === null));
}

for (const table of document.querySelectorAll("table.sortable")) {
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head));
  }
}
