// Setting the page right by clicking: what is said is kept beside the file by the server, or given as a file.

const EDITING = CONTENT.editing;
const FIX = EDITING?.fix;
const SETTABLE = ["title", "issuer", "year", "published", "source", "doc_number", "addressee", "signature", "date"];
const editor = element("section", { id: "editing", hidden: "" });
let target = null;  // the leaf that is chosen, and where in the source what is chosen begins and ends

function leafText(leaf) {
  return CONTENT.leaves[leaf].parts.join("");
}

/** How many characters of a leaf's source so many characters of what is shown are: two may be one line end. */
function inSource(leaf, count) {
  const signs = [...leafText(leaf)];
  let at = 0;
  for (; count > 0 && at < signs.length; count--) at += signs[at] === "\r" && signs[at + 1] === "\n" ? 2 : 1;
  return at;
}

/** The place in the source of a place of the page; null where that is in no leaf that was read. */
function offsetAt(node, at) {
  const home = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("#original [data-leaf]");
  const leaf = home && Number(home.dataset.leaf);
  if (leaf == null || CONTENT.leaves[leaf].start == null) return null;
  const range = document.createRange();
  range.setStart(home, 0);
  range.setEnd(node, at);
  return { leaf, at: CONTENT.leaves[leaf].start + inSource(leaf, [...range.toString()].length) };
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const first = offsetAt(range.startContainer, range.startOffset), last = offsetAt(range.endContainer, range.endOffset);
  if (!first || !last || first.at >= last.at) return null;
  return { leaf: first.leaf, start: first.at, end: last.at, words: String(selection).trim() };
}

function ofLeaf(leaf) {
  const { start } = CONTENT.leaves[leaf];
  if (start == null) return null;
  return { leaf, start, end: start + [...leafText(leaf)].length, words: leafText(leaf).trim(), whole: true };
}

/** The heading that what is chosen stands in, or right behind. */
function headingHere() {
  return [target.leaf, target.leaf - 1].find((leaf) => CONTENT.leaves[leaf]?.kind === "heading");
}

function say(change) {
  change();
  drawEditor();
}

function sayHeading(heading) {
  const alike = (one) => one.at === heading.at && one.do === heading.do;
  FIX.headings = [...(FIX.headings ?? []).filter((one) => !alike(one)), heading];
}

/** The value of a field in some words: a date as ISO 8601 writes it, a year, a list of names. */
function valueOf(name, words) {
  const text = words.replace(/\s+/g, " ").trim();
  if (!text) return null;
  const [, year, month, day] = /(\d{4})\s*[年.\/-]\s*(\d{1,2})\s*[月.\/-]\s*(\d{1,2})/.exec(text) ?? [];
  if (name === "year") return Number(/\d{4}/.exec(text)?.[0] ?? NaN);
  if (name === "signature") return [text];
  if (name !== "date" && name !== "published") return text;
  return day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

function action(name, change) {
  const button = worded("button", name, { type: "button", "data-edit": name });
  button.addEventListener("click", () => say(change));
  return button;
}

function headingActions() {
  const { leaf, start, end, whole } = target;
  const { kind, section } = CONTENT.leaves[leaf], made = [];
  if (kind === "heading") {
    const at = CONTENT.leaves[leaf].start;
    const said = FIX.headings?.findLast((one) => one.at === at && one.do === "level");
    const level = said?.level ?? CONTENT.outline[section].level;
    made.push(action("edit_drop", () => sayHeading({ do: "drop", at })));
    if (level > 1) made.push(action("edit_out", () => sayHeading({ do: "level", at, level: level - 1 })));
    made.push(action("edit_in", () => sayHeading({ do: "level", at, level: level + 1 })));
  } else if (kind !== "cell") {
    made.push(action("edit_add", () => sayHeading({ do: "add", at: start, ...(whole ? {} : { end }) })));
  }
  const heading = headingHere();
  if (!whole && heading != null) {
    made.push(action("edit_end", () => sayHeading({ do: "end", at: CONTENT.leaves[heading].start, end })));
  }
  return made;
}

function fieldAction() {
  const name = element("select", { "aria-label": word("fields") }, ...SETTABLE.map((one) => worded("option", one, { value: one })));
  const value = element("input", { "aria-label": word("edit_field") });
  const fill = () => { value.value = String(valueOf(name.value, target.words) ?? ""); };
  const button = action("edit_field", () => {
    const said = valueOf(name.value, value.value), own = String(valueOf(name.value, target.words) ?? "") === value.value;
    FIX.fields = { ...FIX.fields, [name.value]: { value: said, ...(own && said != null ? { span: [target.start, target.end] } : {}) } };
  });
  name.addEventListener("change", fill);
  fill();
  return element("div", { class: "field" }, name, value, button);
}

/** What was said, each with its name, its words, and how to take it back. */
function sayings() {
  const found = [];
  const list = (value) => (Array.isArray(value) ? value.join(", ") : value);
  for (const [name, { value }] of Object.entries(FIX.fields ?? {})) {
    found.push([name, value == null ? worded("i", "edit_nothing") : String(list(value)), () => delete FIX.fields[name]]);
  }
  const names = { drop: "edit_drop", add: "edit_add", end: "edit_end", level: "level" };
  for (const one of FIX.headings ?? []) {
    const leaf = CONTENT.leaves.findIndex(({ start, parts }) => start != null && start + [...parts.join("")].length > one.at);
    const words = [...leafText(Math.max(leaf, 0))].slice(Math.max(one.at - (CONTENT.leaves[leaf]?.start ?? 0), 0)).join("");
    const more = one.level == null ? "" : " → " + one.level;
    found.push([names[one.do], words.slice(0, 24) + more, () => { FIX.headings = FIX.headings.filter((other) => other !== one); }]);
  }
  for (const side of ["start", "end"]) {
    if (FIX.body?.[side] == null) continue;
    found.push([side === "start" ? "edit_start" : "edit_last", "", () => delete FIX.body[side]]);
  }
  return found;
}

function saidList() {
  const list = element("ol", { class: "entries said" });
  for (const [name, words, takeBack] of sayings()) {
    const button = element("button", { type: "button", "data-hint": "edit_take_back", "aria-label": word("edit_take_back") }, "×");
    button.addEventListener("click", () => say(takeBack));
    list.append(element("li", {}, button, " ", worded("span", name, { class: "quiet" }), " ", words));
  }
  return list;
}

async function save() {
  const text = JSON.stringify(FIX, null, 1) + "\n";
  const outcome = editor.querySelector("output");
  if (!EDITING.address) {
    const link = element("a", { download: EDITING.file, href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
    link.click();
    outcome.replaceChildren(worded("span", "edit_saved"));
    return;
  }
  const headers = { "Content-Type": "application/json", "X-Govreport-Token": EDITING.token };
  const answer = await fetch(EDITING.address, { method: "POST", headers, body: text });
  if (!answer.ok) return outcome.replaceChildren(await answer.text());
  sessionRemembered.set("editing", "1");
  location.reload();
}

function drawEditor() {
  const seen = element("input", { type: "checkbox" });
  seen.checked = FIX.reviewed ?? false;
  seen.addEventListener("change", () => { FIX.reviewed = seen.checked; });
  const button = worded("button", EDITING.address ? "edit_save" : "edit_download", { type: "button", class: "save" });
  button.addEventListener("click", save);
  const bounds = () => [
    action("edit_start", () => { FIX.body = { ...FIX.body, start: target.start }; }),
    action("edit_last", () => { FIX.body = { ...FIX.body, end: target.end }; }),
  ];
  const actions = target ? [element("div", { class: "actions" }, ...headingActions(), ...bounds()), fieldAction()] : [];
  const place = target ? [element("p", { class: "place" }, target.words.slice(0, 60))] : [];
  editor.replaceChildren(worded("h2", "edit"), worded("p", "edit_hint", { class: "quiet" }), ...place, ...actions,
    saidList(), element("label", {}, seen, " ", worded("span", "edit_reviewed")), button, element("output"));
}

function switchEditing() {
  editor.hidden = !editor.hidden;
  document.getElementById("edit").setAttribute("aria-pressed", String(!editor.hidden));
  sessionRemembered.set("editing", editor.hidden ? "" : "1");
  if (!editor.hidden) pane.beside.scrollTop = 0;
}

/** Take what is selected, or the leaf that was clicked, for what is to be set right. */
function aim(event) {
  if (editor.hidden || editor.contains(event.target)) return;
  const leaf = leafAt(event.target);
  const found = selected() ?? (leaf == null ? null : ofLeaf(leaf));
  if (found) target = found;
  if (found) drawEditor();
}

if (EDITING) {
  const button = document.getElementById("edit");
  button.hidden = false;
  button.addEventListener("click", switchEditing);
  pane.beside.prepend(editor);
  drawEditor();
  document.addEventListener("click", aim);
  if (EDITING.address && sessionRemembered.get("editing")) switchEditing();
}
