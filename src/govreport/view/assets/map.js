// The map of the folder: an issuer a line, a year a column, and in each cell what is there.

const SIGNS = { there: "●", twice: "●", doubtful: "?", wrong: "✗", missing: "·" };
const WORST_FIRST = ["wrong", "doubtful", "twice", "there"];

function isPlaced(row) {
  return row.issuer != null && row.on != null;
}

/** What a cell is: the worst of its reports, or that there are two, or none. */
function stateOf(reports) {
  if (!reports.length) return "missing";
  const is = { wrong: reports.some((row) => row.violated), doubtful: reports.some((row) => row.doubtful),
    twice: reports.length > 1, there: true };
  return WORST_FIRST.find((name) => is[name]);
}

let folderMap = null;  // until more reports are read

/** The issuers of the folder, each with its cells; and the years of them all. */
function mapOfFolder() {
  const issuers = new Map();
  let first = Infinity, last = -Infinity;
  for (const row of rows.values()) {
    if (!isPlaced(row)) continue;
    if (!issuers.has(row.issuer)) issuers.set(row.issuer, new Map());
    const cells = issuers.get(row.issuer);
    if (!cells.has(row.on)) cells.set(row.on, []);
    cells.get(row.on).push(row);
    first = Math.min(first, row.on);
    last = Math.max(last, row.on);
  }
  const years = [];
  for (let year = first; year <= last; year++) years.push(year);
  const lines = [...issuers.keys()].sort(comparer)
    .map((issuer) => ({ issuer, cells: years.map((year) => issuers.get(issuer).get(year) ?? []) }));
  return { years, lines };
}

function told(issuer, year, reports, name) {
  const many = reports.length > 1 ? `${reports.length} ${word("reports")}, ` : "";
  return `${issuer} ${year}: ${many}${word(`state_${name}`)}`;
}

function mapCell(issuer, year, reports) {
  const name = stateOf(reports);
  const label = told(issuer, year, reports, name);
  const sign = (reports.length > 1 ? reports.length : "") + (name === "twice" ? "" : SIGNS[name]);
  const lit = reports.some((row) => row.key === state.at) ? " lit" : "";
  if (!reports.length) return element("td", { class: name }, element("span", { title: label, "aria-label": label }, sign));
  const several = "?" + new URLSearchParams({ filter: `${issuer} ${year}` });
  const href = reports.length === 1 ? "view?file=" + reports[0].address : several;
  return element("td", { class: name + lit }, element("a", { href, title: label, "aria-label": label }, sign));
}

/** The legend, which tells how many cells there are of each kind; a click leaves the issuers that have one. */
function drawStates(lines) {
  const counts = {};
  for (const { cells } of lines) for (const one of cells) counts[stateOf(one)] = (counts[stateOf(one)] ?? 0) + 1;
  document.getElementById("states").replaceChildren(...Object.keys(SIGNS).map((name) => {
    const sign = element("span", { class: "sign " + name, "aria-hidden": "true" }, name === "twice" ? "2" : SIGNS[name]);
    const button = element("button", { type: "button", "aria-pressed": String(state.cells === name) }, sign, " ",
      worded("span", `state_${name}`), ` ${counts[name] ?? 0}`);
    button.addEventListener("click", () => change({ cells: state.cells === name ? "" : name, page: 1 }));
    return element("li", {}, button);
  }));
}

function drawMap() {
  folderMap ??= mapOfFolder();
  const { years } = folderMap, named = byFilter();
  const lines = folderMap.lines.filter(({ cells }) => cells.some((reports) => reports.some(named)));
  drawStates(lines);
  const wanted = lines.filter(({ cells }) => !state.cells || cells.some((one) => stateOf(one) === state.cells));
  if (state.at && lighting) turnTo(wanted, ({ cells }) => cells.some((one) => one.some((row) => row.key === state.at)));
  const head = element("tr", {}, worded("th", "issuer", { scope: "col" }),
    ...years.map((year) => element("th", { scope: "col" }, String(year))));
  const body = onPage(wanted).map(({ issuer, cells }) => element("tr", {}, element("th", { scope: "row" }, issuer),
    ...cells.map((reports, at) => mapCell(issuer, years[at], reports))));
  document.querySelector("#map table").replaceChildren(element("thead", {}, head), element("tbody", {}, ...body));
  const outside = [...rows.values()].filter(ONLY.unplaced).length;
  document.getElementById("unplaced").replaceChildren(...(outside ? [element("a",
    { href: "?only=unplaced" }, `${outside} `, worded("span", "unplaced"))] : []));
}
