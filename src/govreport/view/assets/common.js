// What every page has: words in the reader's language, light and dark, and a memory for both.

/** A memory that is as if empty where there is none, as for the page of a file. */
function memory(name) {
  const store = () => window[name];  // even to ask for it may be forbidden
  return {
    get(key) {
      try { return store().getItem("govreport." + key); } catch { return null; }
    },
    set(key, value) {
      try { store().setItem("govreport." + key, value); } catch { /* then it holds for this page */ }
    },
  };
}

const remembered = memory("localStorage");
const sessionRemembered = memory("sessionStorage");

let language = remembered.get("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

/** The word for something, in the reader's language; what has none is shown as it is. */
function word(key) {
  return WORDS[key]?.[language === "zh" ? 1 : 0] ?? key;
}

/** Make an element; strings become text, never markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** An element whose text is a word, and changes with the language. */
function worded(tag, key, attributes = {}) {
  return element(tag, { ...attributes, "data-word": key }, word(key));
}

/** An element whose text is given in English and in Chinese, and changes with the language. */
function said(tag, [english, chinese], attributes = {}) {
  WORDS[english] = [english, chinese];
  return worded(tag, english, attributes);
}

function speak() {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-hint]")) {
    one.setAttribute("aria-label", word(one.dataset.hint));
    if (one.tagName === "INPUT") one.placeholder = word(one.dataset.hint);
    else if (one.tagName === "BUTTON") one.title = word(one.dataset.hint);
  }
}

function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  remembered.set("language", language);
  speak();
}

function paint(scheme) {
  document.documentElement.style.colorScheme = scheme;
}

function switchScheme() {
  const now = document.documentElement.style.colorScheme ||
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const other = now === "dark" ? "light" : "dark";
  remembered.set("scheme", other);
  paint(other);
}

if (remembered.get("scheme")) paint(remembered.get("scheme"));
document.getElementById("language")?.addEventListener("click", switchLanguage);
document.getElementById("scheme")?.addEventListener("click", switchScheme);
