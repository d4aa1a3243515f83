// Two reports side by side: fade what both say, or not; from change to change; a place has an address.

const fade = document.getElementById("fade");
const changed = new Map();  // number of a change → its elements, on one side or on both
for (const one of document.querySelectorAll("[data-change]")) {
  const number = Number(one.dataset.change);
  if (!changed.has(number)) changed.set(number, []);
  changed.get(number).push(one);
}
let now = 0;  // the change that one is at; 0 for none

function mark(number) {
  for (const one of document.querySelectorAll(".now")) one.classList.remove("now");
  for (const one of changed.get(number) ?? []) one.classList.add("now");
  now = number;
  document.getElementById("place").value = changed.size ? `${now} / ${changed.size}` : "";
}

function goTo(number) {
  mark(number);
  changed.get(number)[0].scrollIntoView({ block: "center" });
  putInAddress("#change-" + number);
}

/** Go to the next change or the one before, round the end. */
function step(by) {
  if (changed.size) goTo((now + by - 1 + changed.size + (now || by > 0 ? 0 : 1)) % changed.size + 1);
}

function putInAddress(fragment) {
  try { history.replaceState(null, "", fragment); } catch { /* a page without address */ }
}

function openPlace() {
  const number = Number(/^#change-(\d+)$/.exec(location.hash)?.[1]);
  if (changed.has(number)) goTo(number);
}

fade.addEventListener("click", () => {
  fade.setAttribute("aria-pressed", String(document.body.classList.toggle("faded")));
});
document.body.classList.add("faded");
document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" || event.key === "j") step(1);
  if (event.key === "N" || event.key === "k") step(-1);
});
document.querySelector("main").addEventListener("click", (event) => {
  if (String(getSelection()).length) return;
  const change = event.target.closest("[data-change]"), row = event.target.closest(".row");
  if (change) { mark(Number(change.dataset.change)); putInAddress("#change-" + now); }
  else if (row) putInAddress("#" + row.id);
});
speak();
mark(0);
openPlace();
addEventListener("hashchange", openPlace);
