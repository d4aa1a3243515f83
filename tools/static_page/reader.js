// Reads reports in a worker, so that the page goes on answering: Python with govreport, all of it beside this file.
import { loadPyodide } from "./python/pyodide.mjs";

const READ = `
import io
import govreport
from govreport import to_html

def read(data, name):
    content = io.BytesIO(data)
    content.name = name
    return to_html(govreport.read(content))

def parse(text):
    return to_html(govreport.parse(text))
`;

async function start() {
  const python = await loadPyodide({ indexURL: new URL("./python/", import.meta.url).href });
  const packages = await fetch(new URL("./packages.zip", import.meta.url));
  python.unpackArchive(await packages.arrayBuffer(), "zip", { extractDir: "/packages" });
  python.runPython("import sys; sys.path.insert(0, '/packages')");
  python.runPython(READ);
  return python;
}

const starting = start();
starting.then(
  () => postMessage({ ready: true }),
  (error) => postMessage({ error: String(error) }),
);

/** The last line of what Python says, without the name of the exception. */
function reason(error) {
  const lines = String(error.message ?? error).trim().split("\n");
  return lines[lines.length - 1].replace(/^[\w.]+: /, "");
}

onmessage = async ({ data: { id, text, bytes, name } }) => {
  try {
    const python = await starting;
    const html =
      text !== undefined
        ? python.globals.get("parse")(text)
        : python.globals.get("read")(python.toPy(new Uint8Array(bytes)), name);
    postMessage({ id, html });
  } catch (error) {
    postMessage({ id, error: reason(error) });
  }
};
