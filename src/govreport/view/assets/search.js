// Search in the text that is shown: white space, case and width do not count, so that a word broken over two lines is found.

const query = document.getElementById("query");
const hits = { all: [], at: -1 };
const MOST = 2000;
let index = null;  // the text shown, folded, with the node and offset of each of its characters

/** A character as it is compared; empty for white space. */
function folded(character) {
  return character.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

function buildIndex() {
  const nodes = [], text = [], node = [], offset = [];
  const root = document.getElementById(document.body.dataset.view === "clean" ? "document" : "original");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const data = walker.currentNode.data;
    nodes.push(walker.currentNode);
    for (let at = 0; at < data.length; at++) {
      for (const unit of folded(data[at])) { text.push(unit); node.push(nodes.length - 1); offset.push(at); }
    }
  }
  return { nodes, text: text.join(""), node, offset };
}

/** Find what is asked for, and go to the first place of it from some leaf on. */
function find(from = 0) {
  if (query.value && document.body.dataset.view === "statistics") setView("original");
  index ??= buildIndex();
  const wanted = [...query.value].map(folded).join("");
  hits.all = [];
  hits.at = -1;
  for (let at = wanted ? index.text.indexOf(wanted) : -1; at >= 0 && hits.all.length < MOST;
    at = index.text.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1;
    const range = new Range();
    range.setStart(index.nodes[index.node[at]], index.offset[at]);
    range.setEnd(index.nodes[index.node[last]], index.offset[last] + 1);
    hits.all.push(range);
  }
  CSS.highlights?.set("hit", new Highlight(...hits.all));
  hits.at = Math.max(0, hits.all.findIndex((range) => leafAt(range.startContainer.parentElement) >= from)) - 1;
  if (hits.all.length) toHit(1);
  else { CSS.highlights?.delete("hit-now"); count(); }
}

function toHit(by) {
  if (!hits.all.length) return;
  hits.at = (hits.at + by + hits.all.length) % hits.all.length;
  const range = hits.all[hits.at];
  CSS.highlights?.set("hit-now", new Highlight(range));
  showPane("text");
  reveal(range.startContainer);
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
  const box = range.getBoundingClientRect(), frame = pane.text.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) {
    pane.text.scrollTop += box.top - frame.top - frame.height / 3;
  }
  count();
}

function count() {
  const most = hits.all.length === MOST ? "+" : "";
  document.getElementById("hits").value = query.value ? `${hits.at + 1}/${hits.all.length}${most}` : "";
}

query.addEventListener("input", () => find());
query.form.addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) toHit(event.shiftKey ? -1 : 1);
});
document.getElementById("next").addEventListener("click", () => toHit(1));
document.getElementById("previous").addEventListener("click", () => toHit(-1));
pane.text.addEventListener("view", () => { index = null; if (query.value && document.body.dataset.view !== "statistics") find(); });

const asked = /^#find=(.+)$/.exec(location.hash)?.[1];
if (asked) {  // who comes from a search in all texts goes on with its first words here
  try { query.value = decodeURIComponent(asked).trim().split(/\s+/)[0]; } catch { /* no words */ }
  find(CONTENT.opens ?? 0);
}
