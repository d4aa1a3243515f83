// The list of a folder and its map: what is asked for, what the server has read, and drawing both.

const fields = { filter: document.getElementById("filter"), only: document.getElementById("only"),
  find: document.getElementById("find") };
const compare = document.getElementById("compare");
const DRAW_EVERY = 400;  // milliseconds, while reports are read
const SEARCH_EVERY = 4000;
let left = Infinity;  // how many files are still to be read
let reading = true;
let lighting = true;  // until somebody turns the page, the one with the place that is asked for is shown
let pageShown = [];

function draw() {
  const map = state.view === "map";
  document.getElementById("list").hidden = map;
  document.getElementById("map").hidden = !map;
  fields.only.hidden = fields.find.hidden = compare.hidden = map;
  for (const one of document.querySelectorAll("[data-view]")) {
    one.setAttribute("aria-pressed", String(one.dataset.view === state.view));
  }
  if (map) drawMap();
  else pageShown = drawRows();
  if (lighting && state.at) document.querySelector(".lit")?.scrollIntoView({ block: "center", inline: "center" });
  count();
  writeState();
}

function count() {
  const all = rows.size;
  const many = state.view === "map" || shown.length === all ? `${all} ` : `${shown.length} / ${all} `;
  const more = [];
  if (reading) more.push(" · ", worded("span", "reading"), left < Infinity ? ` ${all - left} / ${all}` : "");
  if (isSearching() && state.view === "list") more.push(" · ", worded("span", "searched"), ` ${found.searched}`);
  document.getElementById("count").replaceChildren(many, worded("span", "reports"), ...more);
}

/** Show something else, from its beginning. */
function change(wanted) {
  const sorted = [state.sort, state.down].join();
  lighting = false;
  Object.assign(state, wanted);
  if ([state.sort, state.down].join() !== sorted) ordered.sort(inOrder);
  draw();
}

/** Keep the reports that are shown, for who goes on from one to the next. */
function keepShown() {
  sessionRemembered.set("shown", JSON.stringify(shown.map((row) => row.key)));
}

/** What the server says; where it is gone, that is told, and nothing else happens. */
async function ask(address) {
  try {
    return await (await fetch(address)).json();
  } catch (error) {
    tell(worded("span", "gone"));
    throw error;
  }
}

async function load() {
  const { files } = await ask("files");
  for (const file of files) rows.set(file[0], newRow(file));
  ordered = [...rows.values()].sort(inOrder);
  draw();
  let drawn = performance.now(), searched = drawn;
  let changed = [];
  for (let since = 0; reading;) {
    const first = pageShown.filter((row) => !row.read).map((row) => row.id).join(",");
    const answer = await ask(`rows?since=${since}&first=${first}`);
    ({ since, left } = answer);
    reading = left > 0;
    for (const one of answer.rows) if (rows.has(one.id)) { update(rows.get(one.id), one); changed.push(rows.get(one.id)); }
    const now = performance.now();
    if (reading && now - drawn < DRAW_EVERY) continue;
    reorder(changed);
    changed = [];
    folderMap = null;
    drawn = now;
    if (state.find && (!reading || now - searched > SEARCH_EVERY)) { searched = now; search().catch(() => {}); }
    else draw();
  }
}

for (const one of document.querySelectorAll("[data-sort]")) {
  one.addEventListener("click", () => {
    const down = state.sort === one.dataset.sort && !state.down;
    change({ sort: one.dataset.sort, down, page: 1 });
  });
}
for (const one of document.querySelectorAll("[data-view]")) {
  one.addEventListener("click", () => { lighting = true; Object.assign(state, { view: one.dataset.view, page: 1 }); draw(); });
}
fields.filter.form.addEventListener("submit", (event) => event.preventDefault());
fields.filter.addEventListener("input", () => change({ filter: fields.filter.value, page: 1 }));
fields.only.addEventListener("change", () => change({ only: fields.only.value, page: 1 }));
let typing = 0;
fields.find.addEventListener("input", () => {
  Object.assign(state, { find: fields.find.value, page: 1 });
  lighting = false;
  clearTimeout(typing);
  typing = setTimeout(() => search().catch(() => {}), SEARCH_AFTER);
});
for (const [id, by] of [["back", -1], ["on", 1]]) {
  document.getElementById(id).addEventListener("click", () => { change({ page: state.page + by }); scrollTo(0, 0); });
}
compare.addEventListener("click", () => {
  location.href = `diff?one=${chosen[0].address}&other=${chosen[1].address}`;
});
document.getElementById("language").addEventListener("click", draw);
for (const kind of ["click", "auxclick"]) {
  document.querySelector("main").addEventListener(kind, (event) => { if (event.target.closest("a")) keepShown(); });
}

readState();
for (const [name, field] of Object.entries(fields)) field.value = state[name];
speak();
if (state.find) search().catch(() => {});
load().catch(() => {});
