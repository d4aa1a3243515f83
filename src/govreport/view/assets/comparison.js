// Two reports side by side: fade what both say, or not.

const fade = document.getElementById("fade");
document.body.classList.add("faded");
fade.addEventListener("click", () => {
  fade.setAttribute("aria-pressed", String(document.body.classList.toggle("faded")));
});
speak();
