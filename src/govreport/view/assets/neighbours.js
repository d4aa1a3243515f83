// From one report of a folder to the next, in the order and by the filter of the list.

/** The address of the report so many places on from this one in the list; undefined where there is none. */
function neighbour(by) {
  const shown = JSON.parse(sessionRemembered.get("shown") ?? "[]");
  const here = shown.indexOf(location.search.replace("?file=", ""));
  return here < 0 ? undefined : shown[here + by];
}

function goTo(by) {
  const address = neighbour(by);
  const tables = document.body.dataset.view === "statistics" ? "#statistics" : "";
  if (address != null) location.href = "view?file=" + address + tables;
}

const home = document.querySelector(".home");
if (home && location.search) {
  for (const [by, sign, hint] of [[1, "›", "next_report"], [-1, "‹", "previous_report"]]) {
    const button = element("button", { type: "button", class: "neighbour", "data-hint": hint }, sign);
    button.disabled = neighbour(by) == null;
    button.addEventListener("click", () => goTo(by));
    home.after(button);
  }
}
