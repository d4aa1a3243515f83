// A file that is dropped on the list, or chosen: the server reads it, shows it, and keeps it nowhere.

const MOST_BYTES = 32 << 20;
const fileChooser = document.getElementById("file");
const message = document.getElementById("told");

function tell(...what) {
  message.replaceChildren(...what);
  message.hidden = !what.length;
}

async function look(file) {
  if (!file) return;
  if (file.size > MOST_BYTES) return tell(file.name, ": ", worded("span", "too_large"));
  tell(file.name, ": ", worded("span", "reading"));
  const headers = { "X-Govreport-Token": document.body.dataset.token, "Content-Type": "application/octet-stream" };
  const answer = await fetch("drop?name=" + encodeURIComponent(file.name), { method: "POST", headers, body: file });
  if (!answer.ok) return tell(file.name, ": ", (await answer.text()).trim());
  tell();
  location.href = "dropped?key=" + (await answer.json()).key;
}

document.getElementById("choose").addEventListener("click", () => fileChooser.click());
fileChooser.addEventListener("change", () => look(fileChooser.files[0]));
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  look(event.dataTransfer.files[0]);
});
