// The reports of the folder as rows: their order, the filter, and how one looks.

const rows = new Map();  // by the number of the file
let ordered = [];  // the same, in the order of the list
const chosen = [];  // at most two that are ticked, in the order in which they were
const comparer = new Intl.Collator("zh", { numeric: true }).compare;

function newRow([id, name, address]) {
  return { id, name, key: address ? "%" + address : name, address: address ?? encodeURIComponent(name), read: false,
    text: name.toLowerCase() };
}

/** Take what the server has read of a file. */
function update(row, told) {
  Object.assign(row, { title: null, issuer: null, problem: null }, told, { read: true, element: null });
  row.text = [row.title, row.issuer, row.year, row.published, row.name].join(" ").toLowerCase();
}

/** Order two rows; what a row does not say comes last, whichever way the list goes. */
function inOrder(one, other) {
  const a = one[state.sort], b = other[state.sort];
  if (a == null || b == null) return (a == null) - (b == null) || one.id - other.id;
  return (typeof a === "number" ? a - b : comparer(a, b)) * (state.down ? -1 : 1) || one.id - other.id;
}

/** Put the rows that have changed in their places: the others are in order, and need no sorting. */
function reorder(changed) {
  const moved = new Set(changed);
  const rest = ordered.filter((row) => !moved.has(row));
  changed.sort(inOrder);
  ordered = [];
  let at = 0;
  for (const row of rest) {
    while (at < changed.length && inOrder(changed[at], row) < 0) ordered.push(changed[at++]);
    ordered.push(row);
  }
  ordered.push(...changed.slice(at));
}

const ONLY = {
  look: (row) => row.issues || row.violated || row.doubtful || row.problem,
  wrong: (row) => row.violated,
  doubtful: (row) => row.doubtful,
  unplaced: (row) => row.read && !row.problem && !isPlaced(row),
  unreadable: (row) => row.problem,
};

/** Tells whether a row has all words of the filter. */
function byFilter() {
  const words = state.filter.toLowerCase().split(/\s+/);
  return (row) => words.every((word) => row.text.includes(word));
}

function wantedRows() {
  const only = ONLY[state.only] ?? (() => true), named = byFilter();
  return ordered.filter((row) => only(row) && named(row) && isFound(row));
}

function cell(name, ...content) {
  return element("td", { class: name }, ...content);
}

function viewAddress(row) {
  return "view?file=" + row.address + (found.words ? "#find=" + encodeURIComponent(found.words) : "");
}

function percent(share) {
  return Math.round(share * 100) + " %";
}

function rowElement(row) {
  const tick = element("input", { type: "checkbox", "aria-label": row.name });
  tick.checked = chosen.includes(row);
  tick.addEventListener("change", () => choose(row, tick.checked));
  const title = row.title ?? (row.read ? worded("i", row.problem ? "unreadable" : "untitled") : row.name);
  const under = row.problem ? [element("div", { class: "problem" }, row.problem)] : [];
  const issues = row.issues ? [String(row.issues), worded("span", "issues", { class: "unit" })] : [];
  const checks = row.checked ? [said("span", row.checked, { class: row.violated ? "violated" : "" })] : [];
  const doubts = row.doubts ? [`${row.doubts} · `, said("span", row.worst)] : [];
  const sure = row.confidence == null ? [] : [element("span", { class: row.doubtful ? "doubtful" : "" },
    percent(row.confidence)), worded("span", "sure", { class: "unit" })];
  return element("tr", { class: row.read ? null : "unread", "data-row": row.id }, cell("tick", tick),
    cell("title", element("a", { href: viewAddress(row) }, title), ...under), cell("issuer", row.issuer ?? ""),
    cell("year", String(row.on ?? "")), cell("published", row.published ?? ""), cell("checks", ...checks),
    cell("sure", ...sure), cell("doubts", ...doubts), cell("issues", ...issues), cell("file", row.name));
}

function choose(row, ticked) {
  if (ticked) chosen.push(row);
  else chosen.splice(chosen.indexOf(row), 1);
  if (chosen.length > 2) untick(chosen.shift());
  compare.disabled = chosen.length !== 2;
}

function untick(row) {
  const tick = row.element?.querySelector("input");
  if (tick) tick.checked = false;
}

let shown = [];  // the rows of the list, on all of its pages

function drawRows() {
  shown = wantedRows();
  if (state.at && lighting) turnTo(shown, (row) => row.key === state.at);
  const part = onPage(shown);
  for (const row of part) {
    if (!row.element || row.drawnFor !== found.words) Object.assign(row, { element: rowElement(row), drawnFor: found.words });
    row.element.classList.toggle("lit", row.key === state.at);
  }
  document.querySelector("#list tbody").replaceChildren(...part.map((row) => row.element));
  for (const one of document.querySelectorAll("#list th")) {
    const mine = one.firstElementChild.dataset.sort === state.sort;
    one.setAttribute("aria-sort", mine ? (state.down ? "descending" : "ascending") : "none");
  }
  showExcerpts(part).catch(() => {});
  return part;
}
