// The keyboard.

const issueLeaves = [...new Set([...CONTENT.violations, ...CONTENT.issues].map((one) => one.leaf))]
  .filter((leaf) => leaf != null)
  .sort((a, b) => a - b);
const sectionLeaves = CONTENT.outline.map((entry) => entry.leaf);
const help = document.getElementById("keys");

const KEYS = {
  "/": ["key_search", () => { query.focus(); query.select(); }],
  j: ["key_heading", () => step(sectionLeaves, true)],
  k: [null, () => step(sectionLeaves, false)],
  i: ["key_issue", () => step(issueLeaves, true)],
  I: [null, () => step(issueLeaves, false)],
  n: ["key_match", () => toHit(1)],
  N: [null, () => toHit(-1)],
  c: ["key_clean", () => switchView("clean")],
  s: ["key_statistics", () => { if (CONTENT.tables.length) switchView("statistics"); }],
  e: ["key_edit", () => { if (CONTENT.editing) switchEditing(); }],
  "[": ["key_report", () => goTo(-1)],
  "]": [null, () => goTo(1)],
  1: ["key_pane", () => enter("outline")],
  2: [null, () => enter("text")],
  3: [null, () => enter("beside")],
  t: ["key_scheme", switchScheme],
  Escape: ["key_leave", () => { query.blur(); choose(null); }],
  "?": ["keys", () => help.showModal()],
};

function enter(name) {
  showPane(name);
  (pane[name].querySelector("a") ?? pane[name]).focus();
}

/** Move the focus from link to link of a pane. */
function walkLinks(event) {
  const home = event.target.closest?.("#outline, #beside");
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!home || !by) return;
  const links = [...home.querySelectorAll("a, button")];
  links[links.indexOf(document.activeElement) + by]?.focus();
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target === query && event.key !== "Escape") return;
  walkLinks(event);
  if (!KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key][1]();
});

let told = null;
for (const [key, [name]] of Object.entries(KEYS)) {
  const cap = element("kbd", {}, key === "Escape" ? "Esc" : key);
  if (name) {
    told = element("dt", {}, cap);
    help.querySelector("dl").append(told, worded("dd", name));
  } else told.append(" ", cap);
}
document.getElementById("help").addEventListener("click", () => help.showModal());
