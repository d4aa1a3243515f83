"""Tables with bars, as GitHub's Markdown has them: a head, a row of dashes, rows."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.marks.found import Found
from govreport.parsing.marks.tables import MarkedCell, add_table

DASHES: Final = re.compile(
    r"^[ \t>]{0,8}\|?(?:[ \t]*+:?-{2,}+:?[ \t]*+\|)++(?:[ \t]*+:?-{2,}+:?)?[ \t]*+\r?$", re.MULTILINE
)
"""The row under the head of a table."""
_BAR: Final = re.compile(r"(?<!\\)\|")
_MARGIN: Final = " \t\r>"


def add_pipe_tables(text: str, found: Found) -> list[tuple[int, int]]:
    """Find the tables with bars.

    Args:
        text: the text.
        found: gets what is found.

    Returns:
        Where they stand, from and to.
    """
    spans: list[tuple[int, int]] = []
    floor = 0
    if "--" not in text or "|" not in text:
        return spans
    for dashes in DASHES.finditer(text):
        if dashes.start() < floor:
            continue
        head = text.rfind("\n", floor, max(floor, dashes.start() - 1)) + 1 or floor
        rows = [_row(text, head, dashes.start() - 1)] if dashes.start() > head else []
        if rows and (len(rows[0]) < 2 and "|" not in text[head : dashes.start()]):
            continue
        floor = dashes.end()
        while (at := floor + 1) < len(text) and "|" in text[at : (end := _end_of_line(text, at))]:
            rows.append(_row(text, at, end))
            floor = end
        rows = [row for row in rows if any(cell.text for cell in row)]  # a head of blank cells is none
        add_table(text, (head, floor), rows, found)
        spans.append((head, floor))
    return spans


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _row(text: str, start: int, end: int) -> list[MarkedCell]:
    """The cells of a line."""
    while start < end and text[start] in _MARGIN:
        start += 1
    while end > start and text[end - 1] in _MARGIN:
        end -= 1
    if text.startswith("|", start):
        start += 1
    if end > start and text[end - 1] == "|" and text[end - 2] != "\\":
        end -= 1
    cells: list[MarkedCell] = []
    at = start
    for cut in [*(bar.start() for bar in _BAR.finditer(text, start, end)), end]:
        words = text[at:cut]
        first = at + len(words) - len(words.lstrip())
        words = words.strip()
        first = first if words else at
        cells.append(MarkedCell(first, first + len(words), words))
        at = cut + 1
    return cells
