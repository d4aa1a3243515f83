// What the list shows and how: kept in the page's address, so that it can be shared, and for who comes back.

const state = { view: "list", filter: "", only: "", find: "", sort: "name", down: false, cells: "", page: 1, at: "" };
const AS_EVER = { ...state };
const ROWS_OF_PAGE = 50;  // more make a key in the filter slow

function readState() {
  const asked = new URLSearchParams(location.search);
  for (const name of Object.keys(state)) {
    if (!asked.has(name)) state[name] = AS_EVER[name];
    else if (name === "page") state.page = Math.max(1, parseInt(asked.get("page"), 10) || 1);
    else state[name] = name === "down" ? true : asked.get(name);
  }
}

function writeState() {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== AS_EVER[name]) asked.set(name, value);
  const search = asked.size ? "?" + asked : "";
  if (search !== location.search) history.replaceState(null, "", location.pathname + search);
  sessionRemembered.set("list", search);
}

/** The part of a list that stands on the page; the page is one that there is. */
function onPage(all) {
  const pages = Math.max(1, Math.ceil(all.length / ROWS_OF_PAGE));
  state.page = Math.min(state.page, pages);
  const first = (state.page - 1) * ROWS_OF_PAGE;
  const part = all.slice(first, first + ROWS_OF_PAGE);
  document.querySelector(".pager").hidden = pages === 1;
  document.getElementById("back").disabled = state.page === 1;
  document.getElementById("on").disabled = state.page === pages;
  document.getElementById("range").value = `${first + 1}–${first + part.length} / ${all.length}`;
  return part;
}

/** Go to the page on which the place that is asked for stands, once. */
function turnTo(all, at) {
  const place = all.findIndex(at);
  if (place >= 0) state.page = Math.floor(place / ROWS_OF_PAGE) + 1;
}
