// Search in the texts of the folder, which the server has: in all that it has read so far.

const found = { words: "", ids: null, searched: 0 };
const SEARCH_AFTER = 150;  // milliseconds without a key
let searching = 0;

function isSearching() {
  return found.ids !== null;
}

function isFound(row) {
  return found.ids === null || found.ids.has(row.id);
}

async function search() {
  const words = state.find.trim();
  const mine = ++searching;
  if (!words) Object.assign(found, { words: "", ids: null });
  else {
    const answer = await ask("search?words=" + encodeURIComponent(words));
    if (mine !== searching) return;  // somebody typed on
    Object.assign(found, { words, ids: new Set(answer.found), searched: answer.searched });
  }
  draw();
}

/** Put under each title what stands around the words that were found. */
async function showExcerpts(part) {
  if (!isSearching() || !part.length) return;
  const missing = part.filter((row) => row.excerptOf !== found.words);
  const words = found.words;
  if (missing.length) {
    for (const row of missing) row.excerptOf = words;
    const ids = missing.map((row) => row.id).join(",");
    const told = await ask(`excerpts?words=${encodeURIComponent(words)}&ids=${ids}`);
    for (const row of missing) row.excerpt = told[row.id];
  }
  if (words !== found.words) return;
  for (const row of part) {
    if (!row.element || !row.excerpt || row.element.querySelector(".excerpt")) continue;
    const [before, word, after] = row.excerpt;
    row.element.querySelector(".title").append(
      element("div", { class: "excerpt" }, "…" + before, element("mark", {}, word), after + "…"));
  }
}
