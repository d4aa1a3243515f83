"""PDF files with a text layer → their text, line by line, and their tables.  Needs the extra ``pdf``."""

from __future__ import annotations

from codecs import BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from govreport.extras import require
from govreport.sources.grid_lines import LINE_PAIRS, LINE_WIDTH
from govreport.sources.kinds import UnreadableFile
from govreport.sources.page import Page, Style, face_of
from govreport.sources.set_tables import Box, read_tables
from govreport.sources.typeset import Piece, SetPage, SetTable, set_lines, set_text
from govreport.tree.origin import PDF
from govreport.words.charsets import REPLACEMENT

_CROSSINGS: Final = 5_000  # places where they may
_UNMAPPED: Final = "(cid:"  # how pdfminer writes a character that its font has no meaning for
_UNMAPPED_SHARE: Final = 0.3  # of a text's characters from which on it is none
_FONTS: Final = 1_000  # names of fonts whose style is kept
_SCANNED: Final = 10  # characters a page, below which pages that are pictures have no text layer
_PROPERTIES: Final = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_RECOGNISE: Final = "recognise its text with MinerU or PaddleOCR, whose output (.md, content_list.json) is read"


def read_pdf(data: bytes) -> Page:
    """Turn a PDF file into its text.

    Args:
        data: the file.

    Returns:
        A line of the page a line; data tables that are drawn with lines a row a line, cells parted by tabs.

    Raises:
        UnreadableFile: the file is damaged, protected by a password, has no text layer, or unpacks to or draws more
            than is read.
        MissingExtra: pdfplumber is not installed.
    """
    require("pdfplumber", "pdf")
    from govreport.sources.pdf_limits import open_pages  # which cannot be imported without it

    try:
        properties, found = open_pages(data)
        pages: list[SetPage] = []
        scanned = 0
        for page in found:
            pages.append(_read_page(page, pages[-1].tables[-1] if pages and pages[-1].tables else None))
            scanned += bool(page.images)
            page.close()
        _check_text(pages, scanned)
        return set_text(pages, _meta(properties))
    except UnreadableFile:
        raise
    except Exception as error:  # what a damaged file raises is not documented, and of dozens of kinds
        raise UnreadableFile(_reason(error), PDF) from error


def _reason(error: Exception) -> str:
    name = type(error).__name__
    if name == "PDFPasswordIncorrect":
        return "this PDF file is protected by a password"
    if name == "PDFEncryptionError":
        return f"this PDF file is encrypted in a way that is not read: {error}"
    return f"this PDF file is damaged: {error or name}"


def _check_text(pages: list[SetPage], scanned: int) -> None:
    """Make sure that the pages have text.

    Args:
        pages: the pages.
        scanned: how many of them have pictures.

    Raises:
        UnreadableFile: they have none, or none that can be made out.
    """
    size = lost = 0
    for text in _texts(pages):
        size += len(text)
        lost += text.count(REPLACEMENT)
    if not pages:
        raise UnreadableFile("this PDF file is damaged: it has no pages", PDF)
    if size == 0 or (size < _SCANNED * len(pages) and scanned == len(pages)):
        what = "is scanned: its pages are pictures" if scanned else "draws its text as lines"
        raise UnreadableFile(f"this PDF file {what}, without a text layer; {_RECOGNISE}", PDF)
    if lost > _UNMAPPED_SHARE * size:
        raise UnreadableFile(f"the fonts of this PDF file do not say which characters they draw; {_RECOGNISE}", PDF)


def _texts(pages: list[SetPage]) -> Iterator[str]:
    for page in pages:
        for line in page.lines:
            yield from (piece.text for piece in line.pieces)
        for table in page.tables:
            yield from (cell.text for row in table.rows for cell in row)


def _meta(properties: dict[str, Any]) -> dict[str, str]:
    """What the file says of itself."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    meta = {}
    for name in _PROPERTIES:
        value = resolve1(properties.get(name))
        if isinstance(value, bytes):
            # UTF-16 in this order is against the standard; WPS writes it.
            text = value.decode("utf-16", "replace") if value.startswith(BOM_UTF16_LE) else decode_text(value)
            if text := text.strip("\0 "):
                meta[name] = text
    return meta


# --- pages -----------------------------------------------------------------------------------------------------------


def _read_page(page: Any, before: SetTable | None) -> SetPage:
    """Read a page; the last table of the page before may go on at its top."""
    tables, rest = read_tables(_drawn_tables(page), [_piece(char) for char in page.chars], before)
    return SetPage(set_lines(rest), tables)


def _piece(char: dict[str, Any]) -> Piece:
    text = char["text"]
    font = str(char["fontname"])
    return Piece(
        REPLACEMENT if text.startswith(_UNMAPPED) else text,
        char["x0"],
        char["x1"],
        (char["top"] + char["bottom"]) / 2,
        char["size"],
        _style(font),
    )


@lru_cache(_FONTS)
def _style(font: str) -> Style:
    return Style("bold" in font.lower() or "black" in font.lower(), face_of(font))


def _drawn_tables(page: Any) -> list[list[Box]]:
    """The cells of each table that lines are drawn around."""
    from pdfplumber.table import TableFinder

    class Finder(TableFinder):
        def get_edges(self) -> list[dict[str, Any]]:
            """The lines, unless there are so many that looking for cells among them would take too long."""
            edges: list[dict[str, Any]] = super().get_edges()
            across = [edge["x0"] for edge in edges if edge["orientation"] == "v"]
            down = [edge["top"] for edge in edges if edge["orientation"] == "h"]
            few = len(across) * len(down) <= LINE_PAIRS and len(set(across)) * len(set(down)) <= _CROSSINGS
            return edges if few else []

    areas = Counter(round(rect["top"]) for rect in page.rects if not rect["stroke"])

    def is_border(thing: dict[str, Any]) -> bool:
        """Whether something may be a border: no letter, and no filled area alone in its row, as behind a text."""
        kind = thing["object_type"]
        if kind == "rect" and not thing["stroke"] and min(thing["width"], thing["height"]) > LINE_WIDTH:
            return areas[round(thing["top"])] > 1
        return kind in ("rect", "line", "curve")

    return [table.cells for table in Finder(page.filter(is_border)).tables]
