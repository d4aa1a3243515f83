// The statutory statistics as tables in the middle, as wide as it is.

/** A number of a table: red where a sum with it is wrong, which is spelled out for who points at it. */
function numberCell(cell) {
  const sums = cell.faults.map((at) => CONTENT.violations[at].said[language === "zh" ? 1 : 0]);
  const title = sums.length ? sums.join("\n") : cell.status === "reported" ? null : word(cell.status);
  return element("td", { class: cell.status + (sums.length ? " wrong" : "") }, link(cell.leaf, { title }, cell.text));
}

/** The sums of a table that are wrong, in words. */
function wrongSums(rows) {
  const numbers = new Set(rows.flatMap((row) => row.cells.flatMap((cell) => cell.faults)));
  return [...numbers].sort((a, b) => a - b).map((at) =>
    element("p", { class: "sum" }, said("span", CONTENT.violations[at].said)));
}

function groupRow(label, width) {
  return element("tr", { class: "group" }, element("th", { scope: "rowgroup", colspan: width }, label));
}

/** The rows of a table, each group under its own label. */
function tableRows(rows, width) {
  const seen = new Set(), made = [];
  for (const row of rows) {
    if (row.group && !seen.has(row.group)) {
      seen.add(row.group);
      made.push(groupRow(row.group, width));
    }
    const total = /总计$/.test(row.label) ? " total" : "";
    made.push(element("tr", { class: (row.group ? "under" : "") + total },
      element("th", { scope: "row" }, link(row.leaf, {}, row.label)), ...row.cells.map(numberCell)));
  }
  return made;
}

function statisticsTable({ name, columns, rows }) {
  const head = element("tr", {}, element("td"), ...columns.map((column) =>
    element("th", { scope: "col" }, element("span", {}, column))));
  const classes = (columns.at(-1) === "总计" ? "totals" : "") + (columns.length > 4 ? " many" : "");
  const table = element("table", { class: classes }, name && element("caption", {}, name),
    element("thead", {}, head), element("tbody", {}, ...tableRows(rows, columns.length + 1)));
  return element("div", { class: "wide", tabindex: 0 }, table, ...wrongSums(rows));
}

function drawStatistics() {
  if (!CONTENT.tables.length) return;
  document.getElementById("tables").hidden = false;
  document.getElementById("statistics").append(
    said("p", CONTENT.checked.line, { class: "status " + state() }), ...CONTENT.tables.map(statisticsTable));
}

function state() {
  const { violated, unbound } = CONTENT.checked;
  return violated ? "violated" : unbound ? "unchecked" : "agrees";
}

drawStatistics();
