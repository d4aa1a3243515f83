"""What layout models make of PDF files and scans, as JSON: MinerU's ``content_list.json``, DoclingDocument.

Both say of each block what it is, on which page it stands, and of a table its cells.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field

from govreport.parsing.hints import TitleMark
from govreport.parsing.tabular import holds_labels, is_tabular
from govreport.sources.kinds import UnreadableFile
from govreport.sources.page import CellText, Page, covered
from govreport.sources.page_text import PageText
from govreport.tree.origin import CONTENT_LIST, DOCLING

_HEADINGS_MOST: Final = 6  # levels of headings
_HEAD, _FOOT, _UNSEEN = "head", "foot", "unseen"
# What blocks are that are no part of the text, by MinerU's types and Docling's labels.
_MARGINS: Final = {
    "header": _HEAD,
    "page_header": _HEAD,
    "footer": _FOOT,
    "page_footer": _FOOT,
    "page_number": _UNSEEN,
}


@define(slots=True)
class _Block:
    """A block of a page.

    Attributes:
        page: its page, from 1; 0 where that is not said.
        lines: its lines.
        level: its level as a heading; 0 for none.
        is_title: whether it is said to be the title.
        rows: its cells, where it is a table.
        margin: where it stands if it is no part of the text.
    """

    page: int
    lines: list[str] = field(factory=list)
    level: int = 0
    is_title: bool = False
    rows: list[list[CellText]] = field(factory=list)
    margin: str = ""


def read_content_list(data: bytes) -> Page:
    """Read MinerU's list of blocks.

    Args:
        data: the file.

    Returns:
        A paragraph a line, tables a row a line with cells parted by tabs.

    Raises:
        UnreadableFile: it is no such list.
        MissingExtra: it holds tables, which are HTML, and selectolax is not installed.
    """
    found = _parsed(data, CONTENT_LIST)
    if not isinstance(found, list):
        raise UnreadableFile("this content_list.json is damaged: it holds no list", CONTENT_LIST)
    return _page([_listed(block) for block in found if isinstance(block, dict)])


def read_docling(data: bytes) -> Page:
    """Read a DoclingDocument.

    Args:
        data: the file.

    Returns:
        As `read_content_list`.

    Raises:
        UnreadableFile: it is no such document.
    """
    found = _parsed(data, DOCLING)
    if not isinstance(found, dict):
        raise UnreadableFile("this DoclingDocument is damaged: it holds no document", DOCLING)
    return _page(list(_referred(found)))


def _parsed(data: bytes, kind: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"this {kind} file is damaged: {error}", kind) from error


def _page(blocks: list[_Block]) -> Page:
    text = PageText()
    _add_margin(text, blocks, _HEAD)
    text.hints.head = text.size
    starts: list[int] = []
    for block in blocks:
        if block.margin:
            continue
        starts += [text.size] * (min(block.page, len(blocks)) - len(starts))
        first = len(text.words)
        for line in block.lines:
            text.add(line)
            text.end_line(block.level)
        if block.is_title and len(text.words) > first:
            text.hints.titles[text.words[first]] = TitleMark(text.words[-1], named=True)
        if is_tabular(block.rows):
            text.add_rows(block.rows, data=not holds_labels(block.rows))
        else:
            for cell in (cell for row in block.rows for cell in row):
                text.add(cell.text)
                text.end_line()
    text.hints.foot = text.size
    _add_margin(text, blocks, _FOOT)
    page = text.page({})
    page.starts = starts
    return page


def _add_margin(text: PageText, blocks: list[_Block], margin: str) -> None:
    for line in dict.fromkeys(line for block in blocks if block.margin == margin for line in block.lines):
        text.add(line)
        text.end_line()


def _lines(*values: Any) -> list[str]:
    """The lines of some texts and lists of texts."""
    out: list[str] = []
    for value in values:
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                out += text.split("\n")
    return out


def _number(value: Any, most: int) -> int:
    return min(value, most) if isinstance(value, int) and value > 0 else 0


# --- MinerU ----------------------------------------------------------------------------------------------------------


def _listed(block: dict[str, Any]) -> _Block:
    kind = block.get("type")
    page = block.get("page_idx")
    out = _Block(page + 1 if isinstance(page, int) and page >= 0 else 0)
    out.margin = _MARGINS.get(kind, "") if isinstance(kind, str) else ""
    out.level = _number(block.get("text_level"), _HEADINGS_MOST)
    out.lines = _lines(block.get("text"), block.get("list_items"))
    if kind in ("table", "image"):
        out.lines = _lines(
            *(block.get(f"{kind}_{part}") or block.get(f"img_{part}") for part in ("caption", "footnote"))
        )
    if isinstance(block.get("table_body"), str):
        out.rows = _html_rows(block["table_body"])
    return out


def _html_rows(markup: str) -> list[list[CellText]]:
    from govreport.sources.html import read_html

    table = read_html(markup, False)
    return [
        [CellText(table.text[cell.start : cell.end], [], cell.rowspan, cell.colspan) for cell in row]
        for grid in table.hints.grids
        for row in grid.rows
    ] or [[CellText(line)] for line in table.text.splitlines()]


# --- Docling ---------------------------------------------------------------------------------------------------------


def _referred(document: dict[str, Any]) -> Iterator[_Block]:
    """The blocks of a document in reading order: its body refers to them, and they to those within."""
    stack = [document.get("body")]
    seen: set[str] = set()
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        place = node.get("$ref")
        if isinstance(place, str):
            if place not in seen:
                seen.add(place)
                stack.append(_at(document, place))
            continue
        yield _docling_block(node)
        children = node.get("children")
        stack += reversed(children if isinstance(children, list) else [])


def _at(document: dict[str, Any], place: str) -> Any:
    """What a reference leads to: ``#/texts/12``."""
    _, _, path = place.partition("#/")
    name, _, index = path.partition("/")
    items = document.get(name)
    known = isinstance(items, list) and index.isdecimal() and len(index) < 9 and int(index) < len(items)
    return items[int(index)] if known and isinstance(items, list) else None


def _docling_block(node: dict[str, Any]) -> _Block:
    places = node.get("prov")
    place = places[0] if isinstance(places, list) and places and isinstance(places[0], dict) else {}
    out = _Block(_number(place.get("page_no"), 1 << 20))
    label = node.get("label")
    out.margin = _MARGINS.get(label, "") if isinstance(label, str) else ""
    out.is_title = label == "title"
    if label == "section_header":
        out.level = _number(node.get("level"), _HEADINGS_MOST) or 1
    marker = node.get("marker")
    text = node.get("text")
    if isinstance(text, str):
        numbered = node.get("enumerated") is True and isinstance(marker, str) and not text.startswith(marker)
        out.lines = _lines(f"{marker}{text}" if numbered else text)
    data = node.get("data")
    if isinstance(data, dict) and isinstance(data.get("table_cells"), list):
        out.rows = _docling_rows(data["table_cells"])
    return out


def _docling_rows(cells: list[Any]) -> list[list[CellText]]:
    rows: dict[int, list[tuple[int, CellText]]] = {}
    for cell in cells:
        if isinstance(cell, dict) and isinstance(cell.get("text"), str):
            row, column = (_number(cell.get(f"start_{side}_offset_idx"), 1 << 20) for side in ("row", "col"))
            down, right = (covered(str(cell.get(f"{side}_span", 1))) for side in ("row", "col"))
            text = " ".join(cell["text"].split())
            rows.setdefault(row, []).append((column, CellText(text, [], down, right)))
    return [[cell for _, cell in sorted(rows[row], key=lambda one: one[0])] for row in sorted(rows)]
