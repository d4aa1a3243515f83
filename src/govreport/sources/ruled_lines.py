"""Lines drawn on a page → the cells that they are drawn around."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from govreport.sources.grid_lines import GRID_MOST, LINE_PAIRS, ONE_EDGE, merged_lines
from govreport.sources.set_tables import Box


class Rule(NamedTuple):
    """A line, level or upright.

    Attributes:
        place: its height on the page if it is level, else how far from the left it stands; in points.
        start: where it begins, along its length.
        end: where it ends.
    """

    place: float
    start: float
    end: float


def ruled_tables(level: list[Rule], upright: list[Rule]) -> list[list[Box]]:
    """Find the cells that lines are drawn around.

    Args:
        level: the level lines of a page.
        upright: its upright ones.

    Returns:
        The cells of each table; none where there are too many lines to look.
    """
    if len(level) * len(upright) > LINE_PAIRS:
        return []
    return [cells for group in _groups(level, upright) if (cells := _cells(*group))]


def _groups(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or by others: those of one table."""
    left, right = list(range(len(level))), list(range(len(upright)))
    groups = []
    while left:
        across, down, front = [], [], [left.pop()]
        while front:
            met = {at for at in right if any(_meet(level[one], upright[at]) for one in front)}
            across += front
            down += sorted(met)
            right = [at for at in right if at not in met]
            front = [at for at in left if any(_meet(level[at], upright[one]) for one in met)]
            left = sorted(set(left).difference(front))
        groups.append(([level[at] for at in across], [upright[at] for at in down]))
    return groups


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - ONE_EDGE <= upright.place <= level.end + ONE_EDGE
        and upright.start - ONE_EDGE <= level.place <= upright.end + ONE_EDGE
    )


def _cells(level: list[Rule], upright: list[Rule]) -> list[Box]:
    """The cells of one table: places of its grid between which no line is drawn are one cell."""
    rows = merged_lines((rule.place for rule in level), ONE_EDGE)
    columns = merged_lines((rule.place for rule in upright), ONE_EDGE)
    wide, high = len(columns) - 1, len(rows) - 1
    if wide < 1 or high < 1 or wide * high > GRID_MOST:
        return []
    above = _covered(level, rows, columns)  # (line, column): whether a level line is drawn there
    beside = _covered(upright, columns, rows)  # (line, row)
    taken: set[tuple[int, int]] = set()
    boxes = []
    for row in range(high):
        for column in range(wide):
            if (row, column) in taken:
                continue
            right = next(line for line in range(column + 1, wide + 1) if line == wide or (line, row) in beside)
            bottom = next(line for line in range(row + 1, high + 1) if line == high or (line, column) in above)
            places = {(y, x) for y in range(row, bottom) for x in range(column, right)}
            taken |= places
            if _is_closed(row, column, bottom, right, above, beside):
                boxes.append((columns[column], rows[row], columns[right], rows[bottom]))
    return boxes


def _covered(rules: Iterable[Rule], lines: list[float], across: list[float]) -> set[tuple[int, int]]:
    """For lines of a grid, the gaps between the lines across that something is drawn over, by number."""
    middles = [(start + end) / 2 for start, end in pairwise(across)]
    covered: set[tuple[int, int]] = set()
    for rule in rules:
        line = bisect_right(lines, rule.place) - 1
        covered.update((line, gap) for gap in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end)))
    return covered


def _is_closed(
    row: int, column: int, bottom: int, right: int, above: set[tuple[int, int]], beside: set[tuple[int, int]]
) -> bool:
    """Whether a line is drawn all around a part of a grid."""
    level = all((row, x) in above and (bottom, x) in above for x in range(column, right))
    return level and all((column, y) in beside and (right, y) in beside for y in range(row, bottom))
