// The outline on the left, which folds, and the legend of the kinds of leaves under the text.

const OPEN = 60;  // entries that are shown at first: as many levels as hold no more

/** A link to a leaf, or plain text where no leaf says it. */
function link(leaf, attributes, ...children) {
  const place = leaf == null ? {} : { href: "#leaf-" + leaf, "data-leaf": leaf };
  return element(leaf == null ? "span" : "a", { ...attributes, ...place }, ...children);
}

/** Whether an entry of the outline has entries under it. */
function holds(number) {
  return (CONTENT.outline[number + 1]?.level ?? 0) > CONTENT.outline[number].level;
}

function drawOutline() {
  const list = document.querySelector("#outline ol");
  const levels = CONTENT.outline.map(({ level }) => level);
  const shown = Math.max(1, ...levels.filter((deepest) => levels.filter((level) => level <= deepest).length <= OPEN));
  CONTENT.outline.forEach((entry, number) => {
    const title = entry.title ? entry.title : worded("i", "untitled");
    const kind = entry.preview ? "preview" : entry.question ? "question" :
      entry.question === false && !entry.marker ? "unnumbered" : "";  // enclosures ask nothing and have no number
    const item = link(entry.leaf, { class: kind, "data-section": number },
      element("span", { class: "marker" }, entry.marker), " ", title);
    const line = element("li", {});
    line.style.setProperty("--level", Math.min(entry.level, 6) - 1);
    if (holds(number)) {
      const toggle = element("button", { type: "button", class: "toggle", "data-hint": "fold", "aria-expanded": String(entry.level < shown) });
      toggle.addEventListener("click", () => setOpen(number, toggle.getAttribute("aria-expanded") !== "true"));
      line.append(toggle);
    }
    line.append(item);
    list.append(line);
  });
  if (!CONTENT.outline.length) list.append(element("li", { class: "none" }, worded("span", "none")));
  hideFolded();
}

function setOpen(number, open) {
  document.querySelectorAll("#outline li")[number].querySelector(".toggle")?.setAttribute("aria-expanded", String(open));
  hideFolded();
}

/** Hide the entries under those that are folded. */
function hideFolded() {
  let folded = Infinity;  // level of the entry under which all is hidden
  const lines = document.querySelectorAll("#outline li");
  CONTENT.outline.forEach(({ level }, number) => {
    if (level <= folded) folded = Infinity;
    lines[number].hidden = folded < Infinity;
    const toggle = lines[number].querySelector(".toggle");
    if (folded === Infinity && toggle?.getAttribute("aria-expanded") === "false") folded = level;
  });
}

/** The entry of a section, or the one it is folded under. */
function entryOf(section) {
  const lines = document.querySelectorAll("#outline li");
  let number = section;
  while (number > 0 && lines[number].hidden) number--;
  return lines[number]?.querySelector("[data-section]");
}

/** The kinds of leaves with how many there are, and the signs in the text. */
function drawLegend() {
  const counts = new Map();
  CONTENT.leaves.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const list = document.querySelector("#legend ul");
  for (const [kind, count] of counts) {
    list.append(element("li", {}, element("button", { type: "button", "data-kind": kind },
      worded("span", kind, { class: "leaf k-" + kind }), " " + count)));
  }
  const signs = {
    sign_boundary: CONTENT.leaves.some((leaf) => leaf.confidence != null),
    sign_issue: CONTENT.issues.length, sign_wrong: CONTENT.violations.length,
  };
  for (const [sign, there] of Object.entries(signs)) {
    if (there) list.append(element("li", { class: "sign " + sign }, worded("span", sign)));
  }
}

drawOutline();
drawLegend();
