"""A table as rows of words, each cell under its own column: what Markdown, blocks and chunks print."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from govreport.tree.nodes import COVERED_MOST, Cell, Table
from govreport.words.blanks import clean

_NUMBER: Final = re.compile(r"[-－+]?[\d,，.．]+\s?[%％]?")


def cells_of(table: Table) -> list[list[Cell | None]]:
    """Give the cell whose words are printed in each place of a table.

    A cell that covers several rows stands in each of them, so that every row can be read by itself; of several columns
    it stands in the first, the others are empty.

    Args:
        table: any table.

    Returns:
        Its rows, all of one length; where cells say that they cover more than they can, as if each covered one place.
    """
    rows = [row.cells for row in table.rows]
    covered = sum(cell.rowspan * cell.colspan for row in rows for cell in row)
    if covered > COVERED_MOST * sum(map(len, rows)):
        return _as_they_are(rows)
    return [[None if _is_repeated(row, at) else cell for at, cell in enumerate(row)] for row in _grid(table)]


def _grid(table: Table) -> list[list[Cell | None]]:
    """`Table.grid`, several times as fast for a table whose cells cover one place each, as nearly all do."""
    rows = [row.cells for row in table.rows]
    return table.grid() if any(map(_covers, chain.from_iterable(rows))) else _as_they_are(rows)


def _as_they_are(rows: list[list[Cell]]) -> list[list[Cell | None]]:
    """Rows of cells that cover one place each, made one length."""
    width = max(map(len, rows), default=0)
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _covers(cell: Cell) -> bool:
    return cell.rowspan != 1 or cell.colspan != 1


def words_of(table: Table) -> list[list[str]]:
    """Give the words of each place of a table, as `cells_of` has them."""
    return [["" if cell is None else clean(cell.words) for cell in row] for row in cells_of(table)]


def _is_repeated(row: list[Cell | None], at: int) -> bool:
    return at > 0 and row[at - 1] is row[at]


def header_rows(table: Table) -> int:
    """Count the rows at the top of a table that say what stands in its columns.

    They are the first row, and those that its cells reach down to; none where it holds a number beside its first cell,
    covers all columns with one cell, or leaves no other row.

    Args:
        table: any table.
    """
    grid = _grid(table)
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
