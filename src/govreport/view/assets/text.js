// The text in the middle: each leaf in an element of its own, the white space around it kept.

const CONTENT = JSON.parse(document.getElementById("content").textContent);
const CHUNK = 40;  // lines that are laid out together, when they come into view
const PARTS = {
  heading: ["marker", "", "stop"],
  metadata: ["label", "gap", "value"],
  "footer-field": ["label", "gap", "value"],
};
const LINE_END = /\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g;
const NEW_LINE = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** A piece of source as a browser shows it: every kind of line end as the one it knows. */
function shown(text) {
  return text.replace(LINE_END, "\n");
}

function leafElement(leaf, number) {
  const classes = ["leaf", "k-" + leaf.kind];
  if (leaf.confidence != null) classes.push("runs-in");
  if (leaf.confidence < CONTENT.uncertain) classes.push("unsure");
  const made = element("span", { class: classes.join(" "), id: "leaf-" + number, "data-leaf": number });
  const names = PARTS[leaf.kind];
  leaf.parts.forEach((part, at) => {
    if (part) made.append(names?.[at] ? element("span", { class: names[at] }, shown(part)) : shown(part));
  });
  if (leaf.confidence != null) {
    made.append(element("span", { class: "boundary", title: word("confidence") + leaf.confidence }));
  }
  return made;
}

function drawText() {
  const original = document.getElementById("original");
  let chunk = element("div", { class: "chunk" });
  let line = element("div", { class: "line" });
  CONTENT.leaves.forEach((leaf, number) => {
    line.append(shown(leaf.lead), leafElement(leaf, number), shown(leaf.trail));
    line.classList.add("of-" + leaf.kind);
    if (!NEW_LINE.test(leaf.trail)) return;
    chunk.append(line);
    line = element("div", { class: "line" });
    if (chunk.childElementCount < CHUNK) return;
    original.append(chunk);
    chunk = element("div", { class: "chunk" });
  });
  if (line.childNodes.length) chunk.append(line);
  original.append(chunk);
}

drawText();
