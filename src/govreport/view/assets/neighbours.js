// From one report of a folder to the next, in the order and by the filter of the list, and back to where one came from.

const address = /^\?file=(.+)$/.exec(location.search)?.[1];
const key = address && keyOf(address);

/** What the list calls the report of an address: its path, or for a path that is no UTF-8 the address itself. */
function keyOf(address) {
  try { return decodeURIComponent(address); } catch { return "%" + address; }
}

/** The address of the report so many places on from this one in the list; undefined where there is none. */
function neighbour(by) {
  const shown = JSON.parse(sessionRemembered.get("shown") ?? "[]");
  const here = shown.indexOf(key);
  const other = here < 0 ? undefined : shown[here + by];
  return other?.startsWith("%") ? other.slice(1) : other && encodeURIComponent(other);
}

function goTo(by) {
  const other = neighbour(by);
  const tables = document.body.dataset.view === "statistics" ? "#statistics" : "";
  if (other != null) location.href = "view?file=" + other + tables;
}

/** The address of the list, or of the map, as it was left, with this report lit. */
function listAddress(view) {
  const asked = new URLSearchParams(sessionRemembered.get("list") ?? "");
  if (view) asked.set("view", view);
  if (key) asked.set("at", key);
  return "/" + (asked.size ? "?" + asked : "");
}

const home = document.querySelector(".home");
if (home && sessionRemembered.get("list") != null) home.href = listAddress();
if (home && key) {
  home.after(worded("a", "as_map", { class: "home", href: listAddress("map") }));
  for (const [by, sign, hint] of [[1, "›", "next_report"], [-1, "‹", "previous_report"]]) {
    const button = element("button", { type: "button", class: "neighbour", "data-hint": hint }, sign);
    button.disabled = neighbour(by) == null;
    button.addEventListener("click", () => goTo(by));
    home.after(button);
  }
}
document.querySelector("#years .lit")?.scrollIntoView({ block: "nearest", inline: "center" });
