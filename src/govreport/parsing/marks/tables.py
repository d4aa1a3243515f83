"""Tables that the markup in a text shows: cuts that leave a row a line with tabs between its cells, and their grids."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from govreport.parsing.hints import Grid, Slot
from govreport.parsing.marks.found import Found
from govreport.parsing.reading_copy import Cut
from govreport.parsing.tabular import holds_labels, is_tabular
from govreport.words.blanks import is_page_mark

_BETWEEN_MOST: Final = 200  # characters of what may stand between a table and its continuation
_CONTINUED: Final = re.compile(r"[（(]?(?:续表|续上表|接上表)[）)]?")
_MARKUP: Final = re.compile(r"<[^<>\n]{0,200}>")


@define(slots=True)
class MarkedCell:
    """A cell of a table.

    Attributes:
        start: offset of its words, in characters of the text.
        end: offset of their end.
        text: its words without tags.
        rowspan: rows that it covers.
        colspan: columns that it covers.
    """

    start: int
    end: int
    text: str
    rowspan: int = 1
    colspan: int = 1


def add_table(text: str, span: tuple[int, int], rows: list[list[MarkedCell]], found: Found) -> None:
    """Take note of a table.

    Args:
        text: the text.
        span: where the table stands, from and to.
        rows: its cells.
        found: gets its cuts, and its grid where it is a table of data.
    """
    start, end = span
    if not rows:
        found.cuts.append(Cut(start, end))
        return
    slots = [[Slot(cell.start, cell.end, cell.rowspan, cell.colspan) for cell in row] for row in rows]
    above = found.hints.grids[-1] if found.hints.grids else None
    if above is not None and not (_is_between_pages(text[above.end : start]) and _continues(text, above.rows, slots)):
        above = None
    tabular = above is not None or is_tabular(rows)
    first, last = rows[0][0], rows[-1][-1]
    found.cuts.append(Cut(start, first.start, "" if text[start - 1 : start] in ("", "\n") else "\n"))
    before = first
    for row in rows:
        for cell in row:
            if cell is not first:
                put = "\t" if tabular and cell is not row[0] else "\n"
                found.cuts.append(Cut(before.end, cell.start, put))
            before = cell
    found.cuts.append(Cut(last.end, end, "" if text[end : end + 1] in ("", "\n", "\r") else "\n"))
    if above is not None:
        above.rows += slots
        above.end = last.end
    elif tabular and not holds_labels(rows):
        found.hints.grids.append(Grid(first.start, last.end, slots))


def _is_between_pages(gap: str) -> bool:
    """True where nothing stands between two tables but what parts pages."""
    if len(gap) > _BETWEEN_MOST:
        return False
    lines = (line.strip(" \t\r|") for line in _MARKUP.sub("", gap).split("\n"))
    return all(not line or is_page_mark(line) or _CONTINUED.fullmatch(line) for line in lines)


def _continues(text: str, above: list[list[Slot]], rows: list[list[Slot]]) -> bool:
    """True where rows go on with a table above: as wide, beside cells that reach down to them, under no new head."""
    reach: list[int] = []  # for each column of the table above, the rows below the last that its cell covers
    for row in above:
        reach = [max(0, left - 1) for left in reach]
        _place(row, reach)
    width = len(reach)
    open_ = [max(0, left - 1) for left in reach]
    if any(open_) and sum(cell.colspan for cell in rows[0]) == width:
        for row_at, row in enumerate(above):  # the table begins anew: no cell reaches into it
            for cell in row:
                cell.rowspan = min(cell.rowspan, len(above) - row_at)
        return True
    if sum(cell.colspan for cell in rows[0]) != width - sum(map(bool, open_)):
        return False
    head, first = (["".join(text[cell.start : cell.end].split()) for cell in row] for row in (above[0], rows[0]))
    return any(open_) or head == first or (_holds_digits(first) and not _holds_digits(head))


def _holds_digits(cells: list[str]) -> bool:
    return any(sign.isdigit() for cell in cells for sign in cell)


def _place(row: list[Slot], reach: list[int]) -> None:
    """Put the cells of a row into the columns that no cell from above covers."""
    at = 0
    for cell in row:
        while at < len(reach) and reach[at]:
            at += 1
        end = at + cell.colspan
        reach += [0] * (end - len(reach))
        reach[at:end] = [cell.rowspan] * cell.colspan
        at = end
