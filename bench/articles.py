"""``python -m bench.articles [FOLDER]``: how much of the document in an HTML page a tool keeps, and of the site.

The labelled texts say where the document begins and ends: sentences between are to be kept, other lines to be left out.
FOLDER holds pages without labels: of those the table says how far each tool and govreport agree.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import govreport
from bench.compare import Tool, bare, install
from bench.gold import GOLD, ROOT
from bench.peers.tools import PEERS
from govreport.sources.decode import decode

_SENTENCE: Final = re.compile("[^。；！？]{3,}[。；！？]?")
_LINE_MIN: Final = 4  # characters of the shortest line of the site that is looked for


def text_of(file: Path) -> str:
    """What govreport takes for the document in a page."""
    return govreport.to_text(govreport.read(file).body)


def tools() -> Iterator[tuple[str, Callable[[Path], str]]]:
    """Each tool that reads HTML and can be installed, by name, as a function from a page to its text."""
    yield "govreport", text_of
    for name, peer in PEERS.items():
        if peer.reads == "html" and install(name):
            tool = Tool(name)
            yield name, lambda file, tool=tool: _ask(tool, file)  # type: ignore[misc]
            tool.close()


def _ask(tool: Tool, file: Path) -> str:
    """The text that a tool gives of a page; it is given the page in UTF-8, as decoding is not what is compared."""
    folder = ROOT / "build/bench/pages"
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / file.name
    page.write_text(decode(file.read_bytes()).text, encoding="utf-8")
    return str(tool.ask(page, 1)[1].get("text") or "")


def labelled() -> dict[Path, tuple[list[str], list[str]]]:
    """The labelled pages, each with the sentences of its document and the lines of its site."""
    pages = {}
    for page in sorted(GOLD.glob("*.html")):
        labels = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        lines = [plain(line) for line in page.with_suffix(".txt").read_text(encoding="utf-8-sig").split("\n")]
        first, last = labels["body"]["first_line"] - 1, labels["body"]["last_line"]
        document = "".join(lines[first:last])
        site = [line for line in lines[:first] + lines[last:] if len(line) >= _LINE_MIN and line not in document]
        pages[page] = (sentences(lines[first:last]), [line for line in site if line != plain(labels["title"] or "")])
    return pages


def plain(text: str) -> str:
    """A text without white space and the bars of tables, of one width."""
    return bare(text).replace("|", "")


def sentences(lines: Iterable[str]) -> list[str]:
    """The sentences of some lines; a line without a stop is one."""
    return [sentence for line in lines for sentence in _SENTENCE.findall(plain(line))]


def share(pieces: list[list[str]], texts: list[str]) -> float:
    """How much of some pieces of each text stands in it, in characters."""
    held = sum(len(one) for text, ones in zip(texts, pieces, strict=True) for one in ones if one in text)
    return held / max(1, sum(len(one) for ones in pieces for one in ones))


def table(folder: Path | None) -> Iterator[str]:
    """The lines of the table.

    Args:
        folder: pages without labels; None for none.
    """
    pages = labelled()
    others = sorted(folder.glob("*.html")) if folder is not None else []
    ours = [text_of(file) for file in others]
    yield f"{len(pages)} labelled pages, {len(others)} others"
    yield f"  {'':20}{'kept':>10}{'left out':>10}{'whole':>10}{'has of ours':>14}{'ours has of it':>16}"
    for name, read in tools():
        texts = [plain(read(file)) for file in pages]
        document, site = [one for one, _ in pages.values()], [one for _, one in pages.values()]
        whole = sum(all(one in text for one in ones) for ones, text in zip(document, texts, strict=True))
        row = f"  {name:20}{share(document, texts):10.3f}{1 - share(site, texts):10.3f}{whole:7} of {len(pages)}"
        if others and name != "govreport":
            theirs = [read(file) for file in others]
            agreed = share([sentences(text.splitlines()) for text in ours], [plain(text) for text in theirs])
            back = share([sentences(text.splitlines()) for text in theirs], [plain(text) for text in ours])
            row += f"{agreed:11.3f}{back:14.3f}"
        yield row


if __name__ == "__main__":
    if not GOLD.is_dir():
        sys.exit("there are no labelled texts here: name their folder in GOVREPORT_GOLD")
    for line in table(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        print(line, flush=True)
