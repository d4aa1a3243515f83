// The text in the middle: each leaf in an element of its own, the white space around it kept.

const CONTENT = JSON.parse(document.getElementById("content").textContent);
const CHUNK = 40;  // lines that are laid out together, when they come into view
const SITE = new Set(["furniture", "breadcrumb", "footer-field"]);
const FOLDED = { lines: 3, length: 240 };  // lines or characters of the site in a row from which they are folded
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

/** Cut a part of a leaf's text where links begin and end. */
function withLinks(part, start, links) {
  const signs = [...part], pieces = [];
  let at = 0;
  for (const { from, to, target, href } of links) {
    const first = Math.max(from - start, at), last = Math.min(to - start, signs.length);
    if (first >= last) continue;
    pieces.push(shown(signs.slice(at, first).join("")));
    const place = href ? { href, target: "_blank", rel: "noopener noreferrer" } : {};
    pieces.push(element(href ? "a" : "span", { class: "out", title: target, ...place }, shown(signs.slice(first, last).join(""))));
    at = last;
  }
  return [...pieces, shown(signs.slice(at).join(""))];
}

function leafElement(leaf, number) {
  const classes = ["leaf", "k-" + leaf.kind];
  if (leaf.confidence != null) classes.push("runs-in");
  if (leaf.confidence < CONTENT.uncertain) classes.push("unsure");
  const made = element("span", { class: classes.join(" "), id: "leaf-" + number, "data-leaf": number });
  const names = PARTS[leaf.kind];
  let start = 0;
  leaf.parts.forEach((part, at) => {
    const content = leaf.links ? withLinks(part, start, leaf.links) : [shown(part)];
    if (part && names?.[at]) made.append(element("span", { class: names[at] }, ...content));
    else if (part) made.append(...content);
    if (leaf.links) start += [...part].length;
  });
  if (leaf.confidence != null) {
    made.append(element("span", { class: "boundary", title: word("confidence") + leaf.confidence }));
  }
  return made;
}

/** Lay leaves out line by line, some lines together in an element that is laid out when it comes into view. */
function drawLeaves(home, first, end) {
  let chunk = element("div", { class: "chunk" });
  let line = element("div", { class: "line" });
  for (let number = first; number < end; number++) {
    const leaf = CONTENT.leaves[number];
    line.append(shown(leaf.lead), leafElement(leaf, number), shown(leaf.trail));
    line.classList.add("of-" + leaf.kind);
    if (!NEW_LINE.test(leaf.trail)) continue;
    chunk.append(line);
    line = element("div", { class: "line" });
    if (chunk.childElementCount < CHUNK) continue;
    home.append(chunk);
    chunk = element("div", { class: "chunk" });
  }
  if (line.childNodes.length) chunk.append(line);
  if (chunk.childNodes.length) home.append(chunk);
}

// What the document alone shows too, and the lines under a law's title that say when it was adopted.
const OWN = new Set([...document.querySelectorAll("#document [data-leaf]")].map((one) => Number(one.dataset.leaf))
  .concat(CONTENT.history.map((event) => event.leaf)));

/** Whether a leaf is the site's own; a label without a value, such as 分享到：, is nothing but a widget of it. */
function ofSite(number) {
  const { kind, parts } = CONTENT.leaves[number];
  return !OWN.has(number) && (SITE.has(kind) || (kind === "metadata" && !parts[2].trim()));
}

/** How many lines of the site the leaves from one on are, up to the next of the document; and where that is. */
function siteFrom(first) {
  let end = first, text = "";
  for (; end < CONTENT.leaves.length && ofSite(end); end++) {
    const { lead, parts, trail } = CONTENT.leaves[end];
    text += lead + parts.join("") + trail;
  }
  return { end, lines: text.split(NEW_LINE).filter((line) => line.trim()).length, length: text.trim().length };
}

/** What belongs to the site, behind a button that says how many lines it is; the browser's own search looks in too. */
function fold(first, end, lines) {
  const name = "fold-" + lines;
  WORDS[name] = lines === 1 ? ["1 line of the site", "网站内容 1 行"] : [`${lines} lines of the site`, `网站内容 ${lines} 行`];
  const button = element("button", { type: "button", class: "unfold", "data-hint": name, "aria-expanded": "false" });
  const site = element("div", { class: "site", hidden: "until-found" });
  const mark = () => button.setAttribute("aria-expanded", String(!site.hidden));
  drawLeaves(site, first, end);
  button.addEventListener("click", () => { site.hidden = site.hidden ? false : "until-found"; mark(); });
  site.addEventListener("beforematch", () => { site.hidden = false; mark(); });
  return element("div", { class: "fold" }, button, site);
}

/** Unfold what hides a place of the text. */
function reveal(node) {
  const site = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".site");
  if (site?.hidden) site.previousElementSibling.click();
}

function drawText() {
  const original = document.getElementById("original");
  let drawn = 0;
  for (let number = 0; number < CONTENT.leaves.length;) {
    const { end, lines, length } = siteFrom(number);
    if (lines >= FOLDED.lines || length >= FOLDED.length) {
      drawLeaves(original, drawn, number);
      original.append(fold(number, end, lines));
      drawn = end;
    }
    number = Math.max(end, number + 1);
  }
  drawLeaves(original, drawn, CONTENT.leaves.length);
}

drawText();
