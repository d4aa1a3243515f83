// The right: fields, what to look at, and what the document says of itself.

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
function remark({ leaf, line, code, severity, said: message }) {
  return element("li", {}, link(leaf, { class: severity },
    element("span", { class: "where" }, worded("b", severity), " ", worded("span", "line"), " " + line),
    said("span", message, { class: "message" }),
    element("code", {}, code)));
}

/** What the checks and the parser found, in the order of the text; what it is about is marked there. */
function remarkList() {
  const list = element("ol", { class: "issues" });
  const remarks = [...CONTENT.violations, ...CONTENT.issues].sort((one, other) => (one.leaf ?? -1) - (other.leaf ?? -1));
  for (const one of remarks) list.append(remark(one));
  for (const { leaf, severity } of CONTENT.issues) document.getElementById("leaf-" + leaf)?.classList.add("odd", severity);
  for (const { leaves } of CONTENT.violations) {
    for (const leaf of leaves) document.getElementById("leaf-" + leaf)?.classList.add("wrong");
  }
  return list;
}

function statusLine() {
  const line = said("p", CONTENT.checked.line, { class: "status " + state() });
  if (!CONTENT.tables.length) return line;
  return element("div", {}, line, element("button", { type: "button", "data-view": "statistics", "data-word": "statistics" }));
}

/** Where words lead, from a page that stands anywhere; no link where the address is not whole. */
function outward({ href, target }) {
  if (target == null) return [];
  const place = href ? { href, target: "_blank", rel: "noopener noreferrer" } : {};
  return [" ", element(href ? "a" : "span", { class: "out address", ...place, title: target }, href ? "↗" : target)];
}

function enclosureList() {
  const list = element("ol", { class: "entries" });
  for (const { ordinal, name, leaf, document: there, ...address } of CONTENT.enclosures) {
    const answer = there == null ? worded("span", "not_on_page", { class: "quiet" }) :
      link(there, { class: "answer" }, worded("span", "on_page"));
    list.append(element("li", {}, link(leaf, {}, (ordinal == null ? "" : ordinal + ". ") + name), " ", answer, ...outward(address)));
  }
  return list;
}

function linkList() {
  const list = element("ol", { class: "entries" });
  CONTENT.leaves.forEach(({ links }, leaf) => {
    if (ofSite(leaf)) return;
    for (const one of links ?? []) {
      const words = one.text || worded("i", one.kind === "image" ? "picture" : "untitled");
      list.append(element("li", {}, link(leaf, {}, words), ...outward(one)));
    }
  });
  return list;
}

function events() {
  return CONTENT.history.map(({ kind, date, body, leaf }) =>
    ({ name: "event_" + kind, value: date + (body && " " + body), leaf }));
}

function drawBeside() {
  const links = linkList();
  block("fields", fieldList(CONTENT.fields));
  if (CONTENT.corrections.length) block("corrections", fieldList(CONTENT.corrections));
  block("remarks", statusLine(), remarkList());
  if (CONTENT.enclosures.length) block("enclosures", enclosureList());
  if (CONTENT.history.length) block("history", fieldList(events()));
  if (CONTENT.contacts.length) block("contacts", fieldList(CONTENT.contacts.map((one) => ({ ...one, name: one.label }))));
  if (links.childElementCount) block("links", links);
  if (CONTENT.page.length) block("page", fieldList(CONTENT.page));
  if (CONTENT.footer.length) block("footer", fieldList(CONTENT.footer));
}

drawBeside();
speak();
