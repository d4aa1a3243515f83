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

function issueList() {
  const list = element("ol", { class: "issues" });
  for (const issue of CONTENT.issues) {
    WORDS[issue.code] = [issue.meaning, CODES_IN_CHINESE[issue.code] ?? issue.meaning];
    list.append(element("li", {}, link(issue.leaf, { class: issue.severity },
      element("span", { class: "where" }, worded("b", issue.severity), " ", worded("span", "line"), " " + issue.line),
      element("span", { class: "message" }, worded("span", issue.code), issue.detail && ": " + issue.detail),
      element("code", {}, issue.code))));
    if (issue.leaf != null) document.getElementById("leaf-" + issue.leaf)?.classList.add("odd", issue.severity);
  }
  return list;
}

function statisticsTable({ name, columns, rows }) {
  const head = element("tr", {}, element("td"), ...columns.map((column) =>
    element("th", { scope: "col" }, element("span", {}, column))));
  const body = rows.map((row) => element("tr", {},
    element("th", { scope: "row" }, link(row.leaf, {}, row.label)),
    ...row.cells.map((cell) => element("td", { class: cell.status }, link(cell.leaf, { title: cell.status }, cell.text)))));
  const table = element("table", {}, name && element("caption", {}, name),
    element("thead", {}, head), element("tbody", {}, ...body));
  return element("div", { class: "wide", tabindex: 0 }, table);
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
if (CONTENT.issues.length) block("issues", issueList());
if (CONTENT.tables.length) block("statistics", ...CONTENT.tables.map(statisticsTable));
if (CONTENT.page.length) block("page", fieldList(CONTENT.page));
if (CONTENT.footer.length) block("footer", fieldList(CONTENT.footer));
block("kinds", kindList());
speak();
