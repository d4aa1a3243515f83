// What is dropped, chosen or pasted goes to the worker, and the page that it makes is shown in a frame of its own.
const worker = new Worker("reader.js", { type: "module" });
const frame = document.getElementById("report");
const state = document.getElementById("state");
const pasted = document.getElementById("pasted");
let asked = 0;

const WORDS = {
  starting: ["Starting: about ten megabytes are read once …", "正在启动（首次约十兆字节）……"],
  ready: ["Ready. Nothing leaves this browser.", "可以使用。内容不会离开本浏览器。"],
  reading: ["Reading …", "正在读取……"],
  failed: ["It cannot be read: ", "无法读取："],
  lead: [
    "Drop a report here, choose a file, or paste its text. It is read in this browser; nothing is sent anywhere.",
    "把报告拖到这里、选择文件，或粘贴正文。全部在本浏览器内读取，不向任何地方发送。",
  ],
  read: ["Read", "读取"],
  language: ["中文", "English"],
};
let chinese = navigator.language.startsWith("zh");
let shown = "starting";
let detail = "";

function word(key) {
  return WORDS[key][chinese ? 1 : 0];
}

function tell(key, more = "") {
  [shown, detail] = [key, more];
  state.textContent = word(key) + more;
}

function speak() {
  document.documentElement.lang = chinese ? "zh" : "en";
  for (const key of ["lead", "read", "language"]) document.getElementById(key).textContent = word(key);
  tell(shown, detail);
}

worker.onmessage = ({ data }) => {
  if (data.ready) {
    if (shown === "starting") tell("ready");
  } else if (data.error !== undefined) {
    if (data.id === undefined || data.id === asked) tell("failed", data.error);
  } else if (data.id === asked) {
    frame.hidden = false; // before the page comes, which asks how wide it is
    frame.srcdoc = data.html;
    tell("ready");
  }
};

function ask(question, transfer = []) {
  tell("reading");
  worker.postMessage({ id: ++asked, ...question }, transfer);
}

// --- pages of the web ------------------------------------------------------------------------------------------------

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P " +
    "PRE SECTION TABLE TBODY TFOOT THEAD TR UL").split(" "),
);
const UNSEEN = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SELECT OPTION TEXTAREA IFRAME OBJECT".split(" "));

/** The text that a person sees of a page, a line for each block; nothing of it is loaded or run. */
function textOfPage(html) {
  const parts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      parts.push(node.data.replace(/[ \t\r\n\f]+/g, " "));
    } else if (node.nodeType === Node.ELEMENT_NODE && !UNSEEN.has(node.tagName)) {
      const isBlock = BLOCKS.has(node.tagName);
      if (isBlock || node.tagName === "BR") parts.push("\n");
      node.childNodes.forEach(walk);
      if (isBlock) parts.push("\n");
      if (node.tagName === "TD" || node.tagName === "TH") parts.push("\t");
    }
  };
  walk(new DOMParser().parseFromString(html, "text/html").body);
  return parts.join("").replace(/ *\n[ \n]*/g, "\n").trim() + "\n";
}

/** The characters of a page, by the encoding that it names; of a Chinese page that names none, the one that fits. */
function decoded(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 2048));
  const named = /charset=["']?([\w-]+)/i.exec(head)?.[1] ?? "";
  for (const encoding of [named, "utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue; // no such encoding, or not this one
    }
  }
  return new TextDecoder(named.toLowerCase().startsWith("gb") ? "gb18030" : "utf-8").decode(bytes);
}

function isPage(bytes) {
  return /^\s*(?:<!doctype html|<html|<head|<body|<!--)/i.test(new TextDecoder("latin1").decode(bytes.slice(0, 512)));
}

async function take(file) {
  const bytes = await file.arrayBuffer();
  if (isPage(bytes)) ask({ text: textOfPage(decoded(bytes)) });
  else ask({ bytes, name: file.name }, [bytes]);
}

// --- what the reader does --------------------------------------------------------------------------------------------

document.getElementById("read").onclick = () => {
  const text = pasted.value;
  if (text.trim()) ask({ text: /^\s*<(?:!doctype|html|body)/i.test(text) ? textOfPage(text) : text });
};
document.getElementById("file").onchange = (event) => event.target.files[0] && take(event.target.files[0]);
document.getElementById("language").onclick = () => {
  chinese = !chinese;
  speak();
};
document.ondragover = (event) => event.preventDefault();
document.ondrop = (event) => {
  event.preventDefault();
  if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
};
speak();
