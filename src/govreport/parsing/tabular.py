"""Which tables hold data, and which only lay a page out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from govreport.parsing.labels import METADATA
from govreport.parsing.page_fields import has_label
from govreport.tree.nodes import COVERED_MOST

CELL_MAX: Final = 400
"""Characters of the longest cell of a data table."""
_FILLED_ACROSS: Final = 2  # filled cells of the fullest row of the smallest table
_FILLED_LEAST: Final = 4  # filled cells of the smallest table
_LABEL_SHARE: Final = 0.5  # of the filled cells but each row's last that are labels in a metadata block, or of all
_LABEL: Final = re.compile(r"[^。，]{1,12}[:：]$")


class TableCell(Protocol):
    """A cell as far as these questions go: its words, and the rows and columns that it covers."""

    text: str
    rowspan: int
    colspan: int


def is_tabular(rows: Sequence[Sequence[TableCell]]) -> bool:
    """Tell a table from one that only lays a page out, a frame around an article.

    Args:
        rows: its cells.
    """
    cells = [cell for row in rows for cell in row]
    sizes = [len(cell.text) for cell in cells]
    if not cells or max(sizes) > CELL_MAX:
        return False
    filled = [sum(bool(cell.text) for cell in row) for row in rows]
    if max(filled) < _FILLED_ACROSS or sum(filled) < _FILLED_LEAST:
        return False
    # Cells that cover any number of places only mean harm.
    return sum(cell.rowspan * cell.colspan for cell in cells) <= COVERED_MOST * len(cells)


def may_be_tabular(sizes: Sequence[int]) -> bool:
    """Tell a table that has cells enough for one of data, before any is read.

    Args:
        sizes: how many cells each of its rows has.
    """
    return max(sizes, default=0) >= _FILLED_ACROSS and sum(sizes) >= _FILLED_LEAST


def holds_labels(rows: Sequence[Sequence[TableCell]]) -> bool:
    """Tell a metadata block, labels with their values beside them or in the same cell, from a table of data.

    Args:
        rows: its cells.
    """
    heads = [cell.text for row in rows for cell in row[:-1] if cell.text]
    if heads and sum(map(_is_label, heads)) >= _LABEL_SHARE * len(heads):
        return True
    filled = [cell.text for row in rows for cell in row if cell.text]
    return sum(map(has_label, filled)) >= _LABEL_SHARE * len(filled)


def _is_label(text: str) -> bool:
    return _LABEL.match(text) is not None or METADATA.key(text) is not None
