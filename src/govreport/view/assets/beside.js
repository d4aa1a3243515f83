// The outline on the left; fields, issues, statistics and the kinds of leaves on the right.

/** A link to a leaf, or plain text where no leaf says it. */
function link(leaf, attributes, ...children) {
  const place = leaf == null ? {} : { href: "#leaf-" + leaf, "data-leaf": leaf };
  return element(leaf == null ? "span" : "a", { ...attributes, ...place }, ...children);
}

function drawOutline() {
  const list = document.querySelector("#outline ol");
  CONTENT.outline.forEach((entry, number) => {
    const title = entry.title ? entry.title : worded("i", "untitled");
    const item = link(entry.leaf, { class: entry.preview ? "preview" : "", "data-section": number },
      element("span", { class: "marker" }, entry.marker), " ", title);
    item.style.setProperty("--level", Math.min(entry.level, 6) - 1);
    list.append(element("li", {}, item));
  });
  if (!CONTENT.outline.length) list.append(element("li", { class: "none" }, worded("span", "none")));
}

function block(heading, ...content) {
  const made = element("section", { id: heading }, worded("h2", heading), ...content);
  document.getElementById("beside").append(made);
}

function fieldList(entries) {
  const list = element("dl");
  for (const { name, value, leaf } of entries) list.append(worded("dt", name), element("dd", {}, link(leaf, {}, value)));
  return list;
}

/** A line of the list of what to look at: its severity, its line, what there is to say, its code. */
function remark({ leaf, line, code, severity }, ...message) {
  return element("li", {}, link(leaf, { class: severity },
    element("span", { class: "where" }, worded("b", severity), " ", worded("span", "line"), " " + line),
    element("span", { class: "message" }, ...message),
    element("code", {}, code)));
}

function issueMessage(issue) {
  const meaning = said("span", [issue.meaning, CODES_IN_CHINESE[issue.code] ?? issue.meaning]);
  return issue.detail ? [meaning, ": " + issue.detail] : [meaning];
}

/** What the checks and the parser found, in the order of the text; what it is about is marked there. */
function remarkList() {
  const list = element("ol", { class: "issues" });
  const remarks = [...CONTENT.violations, ...CONTENT.issues].sort((one, other) => (one.leaf ?? -1) - (other.leaf ?? -1));
  for (const one of remarks) list.append(remark(one, ...(one.said ? [said("span", one.said)] : issueMessage(one))));
  for (const { leaf, severity } of CONTENT.issues) document.getElementById("leaf-" + leaf)?.classList.add("odd", severity);
  for (const { leaves } of CONTENT.violations) {
    for (const leaf of leaves) document.getElementById("leaf-" + leaf)?.classList.add("wrong");
  }
  return list;
}

function statusLine() {
  const { violated, unbound, line } = CONTENT.checked;
  return said("p", line, { class: "status " + (violated ? "violated" : unbound ? "unchecked" : "agrees") });
}

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

function statisticsTable({ name, columns, rows }) {
  const head = element("tr", {}, element("td"), ...columns.map((column) =>
    element("th", { scope: "col" }, element("span", {}, column))));
  const body = rows.map((row) => element("tr", {},
    element("th", { scope: "row" }, link(row.leaf, {}, row.label)),
    ...row.cells.map(numberCell)));
  const table = element("table", {}, name && element("caption", {}, name),
    element("thead", {}, head), element("tbody", {}, ...body));
  return element("div", { class: "wide", tabindex: 0 }, table, ...wrongSums(rows));
}

function kindList() {
  const counts = new Map();
  CONTENT.leaves.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const list = element("ul", { class: "kinds" });
  for (const [kind, count] of counts) {
    list.append(element("li", {}, element("button", { type: "button", "data-kind": kind },
      worded("span", kind, { class: "leaf k-" + kind }), " " + count)));
  }
  return list;
}

drawOutline();
block("fields", fieldList(CONTENT.fields));
block("remarks", statusLine(), remarkList());
if (CONTENT.tables.length) block("statistics", ...CONTENT.tables.map(statisticsTable));
if (CONTENT.page.length) block("page", fieldList(CONTENT.page));
if (CONTENT.footer.length) block("footer", fieldList(CONTENT.footer));
block("kinds", kindList());
speak();
