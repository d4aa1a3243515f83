"""A table as rows of words, each cell under its own column: what Markdown, blocks and chunks print."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from govreport.tree.nodes import Cell, Table
from govreport.words.blanks import clean

_COVERED_MOST: Final = 40  # places that a table's cells cover, for each cell; more mean harm
_NUMBER: Final = re.compile(r"[-－+]?[\d,，.．]+\s?[%％]?")


def _words(cell: Cell) -> str:
    return clean(cell.words)


def words_of(table: Table, say: Callable[[Cell], str] = _words) -> list[list[str]]:
    """Give the words of each place of a table.

    A cell that covers several rows stands in each of them, so that every row can be read by itself; of several columns
    it stands in the first, the others are empty.

    Args:
        table: any table.
        say: gives the words of a cell.

    Returns:
        Its rows, all of one length; where cells say that they cover more than they can, as if each covered one place.
    """
    rows = [row.cells for row in table.rows]
    covered = sum(cell.rowspan * cell.colspan for row in rows for cell in row)
    if covered > _COVERED_MOST * sum(map(len, rows)):
        width = max(map(len, rows), default=0)
        return [[*map(say, row), *[""] * (width - len(row))] for row in rows]
    return [
        ["" if cell is None or _is_repeated(row, at) else say(cell) for at, cell in enumerate(row)]
        for row in table.grid()
    ]


def _is_repeated(row: list[Cell | None], at: int) -> bool:
    return at > 0 and row[at - 1] is row[at]


def header_rows(table: Table) -> int:
    """Count the rows at the top of a table that say what stands in its columns.

    They are the first row, and those that its cells reach down to; none where it holds a number beside its first cell,
    covers all columns with one cell, or leaves no other row.

    Args:
        table: any table.
    """
    grid = table.grid()
    if not grid or len(grid[0]) < 2:
        return 0
    first = grid[0]
    labels = {id(cell): cell for cell in first if cell is not None}.values()
    high = max((cell.rowspan for cell in labels), default=1)
    has_number = any(_NUMBER.fullmatch(clean(cell.words)) for cell in first[1:] if cell is not None)
    if len(labels) < 2 or has_number or high >= len(grid):
        return 0
    return high


def line(words: list[str]) -> str:
    """A row as a line, with tabs between its places; empty ones at its end are left out."""
    return "\t".join(words).rstrip("\t")
