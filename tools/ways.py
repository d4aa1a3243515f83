"""One report brought to its readers in every way that reports come: what `tests/sources/test_ways.py` compares.

``python -m tools.ways FOLDER`` takes ``report.html`` in a folder and writes beside it what the tools in use make of it:
``report.docx``, ``report.doc`` and ``report.pdf`` by LibreOffice (``soffice``), three texts by ``pdftotext``, an OFD
with the words where the PDF has them, Markdown with pipe tables and with ``<table>``, and plain text: a row a line
with tabs, a cell a line, and all on one line.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

import pdfplumber
from selectolax.lexbor import LexborHTMLParser, LexborNode

_OFFICE: Final = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "pdf": "pdf:writer_pdf_Export"}
_PDFTOTEXT: Final = {"pdf-plain.txt": [], "pdf-layout.txt": ["-layout"], "pdf-raw.txt": ["-raw"]}
_MARKS: Final = {"h1": "# ", "h2": "## ", "h3": "### "}
_POINT: Final = 25.4 / 72  # millimetres
_MADE: Final = (2024, 1, 19, 0, 0, 0)  # the same bytes whenever the archive is made
_OFD: Final = 'xmlns:ofd="http://www.ofdspec.org/2016"'


class Block(NamedTuple):
    """A heading, a paragraph or a table of the report.

    Attributes:
        tag: of the element.
        text: its words; empty for a table.
        rows: for a table, the words of each cell; what a merged cell covers has None.
        html: the element as it stands.
    """

    tag: str
    text: str
    rows: list[list[str | None]]
    html: str


def blocks(html: str) -> Iterator[Block]:
    """Yield the blocks of a page whose body has nothing else."""
    body = LexborHTMLParser(html).body
    assert body is not None
    for node in body.iter():
        rows = _grid(node) if node.tag == "table" else []
        yield Block(str(node.tag), "" if rows else node.text(strip=True), rows, node.html or "")


def _grid(table: LexborNode) -> list[list[str | None]]:
    """The cells of a table by row and column; what a merged cell covers has None."""
    places: dict[tuple[int, int], str | None] = {}
    for down, row in enumerate(table.css("tr")):
        right = 0
        for cell in row.css("td"):
            while (down, right) in places:
                right += 1
            wide, high = (int(cell.attributes.get(name) or 1) for name in ("colspan", "rowspan"))
            places.update({(down + y, right + x): None for y in range(high) for x in range(wide)})
            places[down, right] = cell.text(strip=True)
    height, width = (1 + max(place[axis] for place in places) for axis in (0, 1))
    return [[places.get((down, right)) for right in range(width)] for down in range(height)]


def pipe_markdown(page: list[Block]) -> str:
    """Markdown as markitdown and its like write it: what a merged cell covers is left empty."""
    parts = []
    for block in page:
        lines = ["| " + " | ".join(cell or "" for cell in row) + " |" for row in block.rows]
        if lines:
            lines.insert(1, "|" + " --- |" * len(block.rows[0]))
        parts.append("\n".join(lines) or _MARKS.get(block.tag, "") + block.text)
    return "\n\n".join(parts) + "\n"


def tables_markdown(page: list[Block]) -> str:
    """Markdown as MinerU writes it: every heading of the first level, tables as HTML on one line."""
    parts = []
    for block in page:
        mark = "# " if block.tag in _MARKS else ""
        parts.append(re.sub(r"\n\s*", "", block.html) if block.rows else mark + block.text)
    return "\n\n".join(parts) + "\n"


def lines(page: list[Block], between: str) -> str:
    """Plain text, the cells of a row parted by a tab or an end of line; covered places are left out."""
    parts = []
    for block in page:
        rows = [between.join(cell for cell in row if cell is not None) for row in block.rows]
        parts.append("\n".join(rows) or block.text)
    return "\n".join(parts) + "\n"


def ofd(pdf: Path) -> bytes:
    """An OFD file with the lines and each run of letters of a PDF in their places."""
    with pdfplumber.open(pdf) as document:
        pages = [[*map(_ofd_path, page.edges), *map(_ofd_text, _runs(page.chars))] for page in document.pages]
    return _ofd_package(["".join(page) for page in pages])


def _runs(chars: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Letters that stand side by side on one line, in the order in which they are drawn."""
    run: list[dict[str, Any]] = []
    for char in chars:
        if run and (char["top"] != run[-1]["top"] or abs(char["x0"] - run[-1]["x1"]) > char["size"] / 2):
            yield run
            run = []
        run.append(char)
    if run:
        yield run


def _ofd_path(edge: dict[str, Any]) -> str:
    left, top, right, bottom = (float(edge[name]) * _POINT for name in ("x0", "top", "x1", "bottom"))
    wide, high = right - left, bottom - top
    drawn = f"<ofd:AbbreviatedData>M 0 0 L {wide:.3f} {high:.3f}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{left:.3f} {top:.3f} {wide:.3f} {high:.3f}">{drawn}</ofd:PathObject>'


def _ofd_text(run: list[dict[str, Any]]) -> str:
    left, right, top = (float(place) * _POINT for place in (run[0]["x0"], run[-1]["x1"], run[0]["top"]))
    high = float(run[0]["bottom"]) * _POINT - top
    deltas = " ".join(f"{(after['x0'] - char['x0']) * _POINT:.3f}" for char, after in pairwise(run))
    words = escape("".join(char["text"] for char in run))
    code = f'<ofd:TextCode X="0" Y="{high * 0.8:.3f}" DeltaX="{deltas}">{words}</ofd:TextCode>'
    box = f"{left:.3f} {top:.3f} {right - left:.3f} {high:.3f}"
    return f'<ofd:TextObject Boundary="{box}" Size="{run[0]["size"] * _POINT:.3f}">{code}</ofd:TextObject>'


def _ofd_package(pages: list[str]) -> bytes:
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/P{n}.xml"/>' for n in range(len(pages)))
    parts = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        "</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        content = f"<ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content>"
        parts[f"Doc_0/Pages/P{number}.xml"] = f"<ofd:Page {_OFD}>{content}</ofd:Page>"
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(zipfile.ZipInfo(name, _MADE), content)
        file.seek(0)
        return file.read()


def _convert(page: Path, kind: str) -> None:
    """Let LibreOffice make a file of a kind beside a page."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--infilter=HTML (StarWriter)"]
        command += ["--convert-to", _OFFICE[kind], "--outdir", str(page.parent), str(page)]
        subprocess.run(command, check=True, capture_output=True)


def make(folder: Path) -> None:
    """Write all ways of ``report.html`` in a folder."""
    source = folder / "report.html"
    page = list(blocks(source.read_text(encoding="utf-8")))
    for kind in _OFFICE:
        _convert(source, kind)
    pdf = folder / "report.pdf"
    for name, options in _PDFTOTEXT.items():
        subprocess.run(["pdftotext", *options, str(pdf), str(folder / name)], check=True)
    (folder / "report.ofd").write_bytes(ofd(pdf))
    texts = {
        "pipes.md": pipe_markdown(page),
        "tables.md": tables_markdown(page),
        "rows.txt": lines(page, "\t"),
        "cells.txt": lines(page, "\n"),
        "one-line.txt": lines(page, "\n").replace("\n", ""),
        "one-line-blanks.txt": lines(page, "\n").replace("\n", " "),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    make(arguments.parse_args().folder)
