"""Tables that are drawn with lines around their cells on pages (PDF, OFD): which words stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeAlias

from govreport.parsing.tabular import is_tabular
from govreport.sources.grid_lines import GRID_MOST, ONE_EDGE, line_at, merged_lines
from govreport.sources.page import CellText
from govreport.sources.typeset import SAME_PLACE, Piece, SetTable, set_cell

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner of the page."""


def read_tables(
    drawn: list[list[Box]], pieces: list[Piece], before: SetTable | None
) -> tuple[list[SetTable], list[Piece]]:
    """Read the tables of a page.

    Args:
        drawn: the cells of each.
        pieces: the characters of the page.
        before: the last table of the page before, which may go on at the top of this one with a row or two.

    Returns:
        The data tables, from top to bottom, and the pieces outside of them; one that only lays the page out is none.
    """
    tables: list[SetTable] = []
    for cells in sorted(drawn, key=lambda cells: min(top for _, top, _, _ in cells)):
        columns = merged_lines((place for left, _, right, _ in cells for place in (left, right)), ONE_EDGE)
        goes_on = before is not None and not tables and _are_among(columns, before.columns)
        if goes_on and before is not None:
            columns = before.columns
            cells = [_snapped(cell, columns) for cell in cells]
        table, rest = _read_table(cells, columns, pieces)
        if table is not None and (goes_on or is_tabular(table.rows)):
            tables.append(table)
            pieces = rest
    return tables, pieces


def _are_among(columns: list[float], others: list[float]) -> bool:
    """Whether a table whose lines stand at these places can go on with one that has the others."""
    outermost = (columns[0], others[0]), (columns[-1], others[-1])
    if any(abs(place - other) > SAME_PLACE for place, other in outermost):
        return False
    return all(any(abs(place - other) <= SAME_PLACE for other in others) for place in columns)


def _snapped(cell: Box, columns: list[float]) -> Box:
    """A cell with its sides at the lines between columns that are nearest."""
    left, top, right, bottom = cell
    left, right = (min(columns, key=lambda line: abs(line - side)) for side in (left, right))
    return (left, top, right, bottom)


def _read_table(cells: list[Box], columns: list[float], pieces: list[Piece]) -> tuple[SetTable | None, list[Piece]]:
    """Read the cells of a table.

    Args:
        cells: their boxes.
        columns: the places of the lines between columns.
        pieces: the characters of its page.

    Returns:
        The table, None where it is too large to be one, and the pieces that stand outside of it.
    """
    lines = merged_lines((place for _, top, _, bottom in cells for place in (top, bottom)), ONE_EDGE)
    if (len(columns) - 1) * (len(lines) - 1) > GRID_MOST:
        return None, pieces
    taken: dict[tuple[int, int], Box] = {}  # the cell at each row and column
    for cell in cells:
        for row in range(line_at(lines, cell[1]), line_at(lines, cell[3])):
            for column in range(line_at(columns, cell[0]), line_at(columns, cell[2])):
                taken.setdefault((row, column), cell)
    inside: dict[Box, list[Piece]] = {}
    rest = []
    for piece in pieces:
        place = (bisect_right(lines, piece.middle) - 1, bisect_right(columns, (piece.left + piece.right) / 2) - 1)
        if place in taken:
            inside.setdefault(taken[place], []).append(piece)
        else:
            rest.append(piece)
    rows: list[list[CellText]] = []
    seen: set[Box] = set()
    for row in range(len(lines) - 1):
        rows.append([])
        for column in range(len(columns) - 1):
            found = taken.get((row, column))
            if found is None:
                rows[-1].append(CellText(""))  # where no cell is, so that those after it keep their columns
            elif found not in seen:
                seen.add(found)
                down, right = line_at(lines, found[3]) - row, line_at(columns, found[2]) - column
                rows[-1].append(set_cell(inside.get(found, []), down, right))
    rows = [row for row in rows if row]
    return SetTable((lines[0] + lines[-1]) / 2, rows, columns), rest
