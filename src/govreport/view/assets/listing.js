// The list of a folder: rows as the server has read them, sorted and filtered here.

const rows = [];
const chosen = [];  // names of at most two, in the order in which they were ticked
const body = document.querySelector("tbody");
const filter = document.getElementById("filter");
const odd = document.getElementById("odd");
const compare = document.getElementById("compare");
const order = { by: "name", down: false };
const comparer = new Intl.Collator("zh", { numeric: true }).compare;
let reading = true;

function cell(name, ...content) {
  return element("td", { class: name }, ...content);
}

function rowElement(row) {
  const tick = element("input", { type: "checkbox", "aria-label": row.name });
  tick.addEventListener("change", () => choose(row, tick));
  const name = row.title ?? worded("i", row.problem ? "unreadable" : "untitled");
  const link = element("a", { href: "view?file=" + row.address }, name);
  const problem = row.problem ? [element("div", { class: "problem" }, row.problem)] : [];
  const issues = row.issues ? [String(row.issues), worded("span", "issues", { class: "unit" })] : [];
  const checks = row.checked ? [said("span", row.checked, { class: row.violated ? "violated" : "" })] : [];
  return element("tr", {}, cell("tick", tick), cell("title", link, ...problem),
    cell("issuer", row.issuer ?? ""), cell("year", String(row.year ?? "")), cell("published", row.published ?? ""),
    cell("checks", ...checks), cell("issues", ...issues), cell("file", row.name));
}

function choose(row, tick) {
  if (tick.checked) chosen.push({ row, tick });
  else chosen.splice(chosen.findIndex((one) => one.tick === tick), 1);
  if (chosen.length > 2) chosen.shift().tick.checked = false;
  compare.disabled = chosen.length !== 2;
}

function wanted(row) {
  const words = filter.value.toLowerCase().split(/\s+/);
  const text = [row.title, row.issuer, row.year, row.published, row.name].join(" ").toLowerCase();
  return (!odd.checked || row.issues || row.violated || row.problem) && words.every((one) => text.includes(one));
}

/** Order two rows; what a row does not say comes last, whichever way the list goes. */
function inOrder(one, other) {
  const a = one[order.by], b = other[order.by];
  if (a == null || b == null) return (a == null) - (b == null);
  return (typeof a === "number" ? a - b : comparer(a, b)) * (order.down ? -1 : 1);
}

function draw() {
  const shown = rows.filter(wanted).sort(inOrder);
  for (const row of shown) row.element ??= rowElement(row);
  body.replaceChildren(...shown.map((row) => row.element));
  for (const one of document.querySelectorAll("th")) {
    const mine = one.firstElementChild.dataset.sort === order.by;
    one.setAttribute("aria-sort", mine ? (order.down ? "descending" : "ascending") : "none");
  }
  keep(shown);
  const told = shown.length === rows.length ? String(rows.length) : `${shown.length} / ${rows.length}`;
  document.getElementById("count").replaceChildren(told + " ", worded("span", reading ? "reading" : "reports"));
}

/** Keep filter and order for who comes back, and the reports that are shown for who goes on from one to the next. */
function keep(shown) {
  const list = { filter: filter.value, odd: odd.checked, by: order.by, down: order.down };
  sessionRemembered.set("list", JSON.stringify(list));
  sessionRemembered.set("shown", JSON.stringify(shown.map((row) => row.address)));
}

function restore() {
  const kept = JSON.parse(sessionRemembered.get("list") ?? "{}");
  filter.value = kept.filter ?? "";
  odd.checked = kept.odd ?? false;
  if (kept.by) Object.assign(order, { by: kept.by, down: kept.down });
}

async function load() {
  for (let after = ""; after != null;) {
    const answer = await (await fetch("reports?after=" + after)).json();
    rows.push(...answer.rows);
    after = answer.after;
    reading = after != null;
    draw();
  }
}

for (const one of document.querySelectorAll("[data-sort]")) {
  one.addEventListener("click", () => {
    order.down = order.by === one.dataset.sort && !order.down;
    order.by = one.dataset.sort;
    draw();
  });
}
filter.form.addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("input", draw);
odd.addEventListener("change", draw);
compare.addEventListener("click", () => {
  const [one, other] = chosen;
  location.href = `diff?one=${one.row.address}&other=${other.row.address}`;
});
speak();
restore();
load();
