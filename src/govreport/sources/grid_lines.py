"""The lines between the cells of a table, where files say only where each cell lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

ONE_EDGE: Final = 2.0
"""Points within which the lines that are drawn around several cells are meant as one, and meet."""
GRID_MOST: Final = 20_000
"""Places of a table, rows by columns, beyond which it is not read."""
LINE_PAIRS: Final = 1_000_000
"""Level by upright lines of a page beyond which no tables are looked for there."""
LINE_WIDTH: Final = 3.0
"""Points of the widest line that is drawn as a filled area."""


def merged_lines(places: Iterable[float], within: float) -> list[float]:
    """Put lines in order, those that are meant as one taken as one.

    Args:
        places: where the edges of cells lie.
        within: how far those of one line lie apart at most.
    """
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > within:
            out.append(place)
    return out


def line_at(lines: list[float], place: float) -> int:
    """Which of some lines an edge belongs to."""
    return bisect_right(lines, place) - 1
