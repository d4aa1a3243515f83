// One place, lit up wherever it is shown; the view of the document; the panes of a narrow screen.

const pane = { outline: document.getElementById("outline"), text: document.getElementById("text"),
  beside: document.getElementById("beside") };
const places = new Map();  // number of a leaf → its elements
for (const one of document.querySelectorAll("[data-leaf]")) {
  const leaf = Number(one.dataset.leaf);
  if (!places.has(leaf)) places.set(leaf, []);
  places.get(leaf).push(one);
}
let chosen = null;

/** Every element that shows a leaf, and the line of the outline that it stands under. */
function elementsOf(leaf) {
  const { section } = CONTENT.leaves[leaf];
  return [...(places.get(leaf) ?? []), ...(section == null ? [] : [entryOf(section)])];
}

function light(leaf, name) {
  for (const one of document.querySelectorAll("." + name)) one.classList.remove(name);
  if (leaf != null) for (const one of elementsOf(leaf)) one.classList.add(name);
}

function leafAt(node) {
  const found = node?.closest?.("[data-leaf]");
  return found ? Number(found.dataset.leaf) : null;
}

function visible(one) {
  return one.offsetParent !== null && !one.closest(".site[hidden]");
}

/** Mark a leaf everywhere and bring it into view, but where the reader is already. */
function choose(leaf, from = null) {
  chosen = leaf;
  light(leaf, "chosen");
  remember();
  if (leaf == null) return;
  if (from !== "text") {
    showPane("text");
    places.get(leaf)?.forEach(reveal);
    if (!places.get(leaf)?.some((one) => pane.text.contains(one) && visible(one))) setView("original");
  }
  for (const one of elementsOf(leaf)) {
    const home = Object.keys(pane).find((name) => pane[name].contains(one));
    if (home === from || !visible(one)) continue;
    const heading = CONTENT.leaves[leaf].kind === "heading";
    one.scrollIntoView({ block: home !== "text" ? "nearest" : heading ? "start" : "center" });
  }
}

function showPane(name) {
  document.body.dataset.pane = name;
  for (const one of document.querySelectorAll("[data-shows]")) {
    one.setAttribute("aria-pressed", String(one.dataset.shows === name));
  }
}

/** The leaf that stands first in what is seen of the text. */
function firstSeen() {
  const box = pane.text.getBoundingClientRect();
  for (let y = box.top + 8; y < box.bottom; y += 24) {
    for (let x = box.left + 48; x < box.right; x += 160) {
      const at = document.elementFromPoint(x, y);
      const leaf = leafAt(at) ?? leafAt(at?.querySelector?.("[data-leaf]"));
      if (leaf != null && pane.text.contains(at) && at !== pane.text) return leaf;
    }
  }
  return null;
}

/** Put the place that is chosen, or the tables, into the page's address, so that it can be shared. */
function remember() {
  const tables = document.body.dataset.view === "statistics";
  const fragment = chosen != null ? "#leaf-" + chosen : tables ? "#statistics" : "";
  try { history.replaceState(null, "", fragment || location.pathname + location.search); } catch { /* a page without address */ }
}

/** Go to the place that the page's address names; else to where the document begins. */
function openPlace() {
  const named = /^#leaf-(\d+)$/.exec(location.hash);
  if (named && CONTENT.leaves[named[1]]) return choose(Number(named[1]));
  if (location.hash === "#statistics" && CONTENT.tables.length) return setView("statistics");
  const first = document.getElementById("leaf-" + CONTENT.opens);
  const frame = pane.text.getBoundingClientRect();
  if (first && first.getBoundingClientRect().bottom > frame.top + frame.height / 2) first.scrollIntoView({ block: "start" });
}

/** Show all of the text, the document alone or the statistics. */
function setView(name) {
  document.body.dataset.view = name;
  for (const one of document.querySelectorAll("[data-view][aria-pressed]")) {
    one.setAttribute("aria-pressed", String(one.dataset.view === name));
  }
  pane.text.scrollTop = 0;
  pane.text.dispatchEvent(new Event("view"));
}

/** Show the document alone, or the statistics; or all again, at the same place. */
function switchView(name = "clean") {
  const here = firstSeen();
  setView(document.body.dataset.view === name ? "original" : name);
  remember();
  if (document.body.dataset.view === "statistics") return;
  for (let leaf = here; leaf != null && leaf < CONTENT.leaves.length; leaf++) {
    const there = places.get(leaf)?.find((one) => pane.text.contains(one) && visible(one));
    if (there) { there.scrollIntoView({ block: "start" }); break; }
  }
}

/** Choose the next leaf of those numbered, in one direction, round the end. */
function step(leaves, forward) {
  const from = chosen ?? (forward ? -1 : CONTENT.leaves.length);
  const next = forward ? leaves.find((leaf) => leaf > from) : leaves.findLast((leaf) => leaf < from);
  const around = forward ? leaves[0] : leaves.at(-1);
  if (leaves.length) choose(next ?? around);
}

function leavesOf(kind) {
  return CONTENT.leaves.flatMap((leaf, number) => (leaf.kind === kind ? [number] : []));
}

function follow() {
  const leaf = firstSeen();
  const number = leaf == null ? null : CONTENT.leaves[leaf].section;
  const section = number == null ? null : entryOf(number);
  for (const one of document.querySelectorAll(".current")) one.classList.remove("current");
  section?.classList.add("current");
  section?.scrollIntoView({ block: "nearest" });
}

let following = false;
pane.text.addEventListener("scroll", () => {
  if (following) return;
  following = true;
  requestAnimationFrame(() => { following = false; follow(); });
}, { passive: true });

document.addEventListener("pointerover", (event) => light(leafAt(event.target), "lit"));
document.addEventListener("focusin", (event) => light(leafAt(event.target), "lit"));
document.addEventListener("click", (event) => {
  if (event.target.closest("a.out[href], #document a[href]:not([data-leaf])")) return;  // leads out of the page
  const kind = event.target.closest("[data-kind]")?.dataset.kind;
  if (kind) return step(leavesOf(kind), true);
  const leaf = leafAt(event.target);
  if (leaf == null || String(getSelection()).length) return;
  event.preventDefault();
  if (event.target.closest("#statistics")) { setView("original"); return choose(leaf); }
  choose(leaf, Object.keys(pane).find((name) => pane[name].contains(event.target)));
});
for (const one of document.querySelectorAll("[data-shows]")) one.addEventListener("click", () => showPane(one.dataset.shows));
for (const one of document.querySelectorAll("button[data-view]")) {
  one.addEventListener("click", () => { showPane("text"); switchView(one.dataset.view); });
}
for (const one of document.querySelectorAll("#document a[href]:not([data-leaf])")) {
  one.target = "_blank";
  one.rel = "noopener noreferrer";
}

showPane("text");
openPlace();
addEventListener("hashchange", openPlace);
