"""How deep each number of a document stands: of all readings the one that breaks the fewest series.

A reading gives each number a level, or leaves it out as no unit.  What is odd in it has a price (a number skipped, a
series that starts again, an unusual nesting), and the cheapest reading wins.  Most documents have one that costs
nothing, which is found in one pass.  For the others the best few readings are kept from number to number, so that what
comes later decides: where 三、 follows 二、一、二、三、, the inner three stand under 二、.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final

from govreport.parsing.level_readings import (
    UNNUMBERED,
    Candidate,
    Counts,
    Level,
    Reading,
    Stack,
    begun_before,
    level_of,
    price_of_beginning,
    price_of_next,
    readings_with,
)
from govreport.words.section_numbers import Marker

_WIDTH: Final = 10  # readings that are kept from number to number
_SPREAD: Final = 3.5  # how much dearer than the best one of them may be
_MANY: Final = 2000  # numbers of a document from which on fewer readings are kept
_NARROW: Final = 3


class Placed:
    """A number, or a heading without one, with its level.

    Attributes:
        line: the line it begins, by its index.
        marker: the number; None for a heading without one.
        level: 1 for the outermost level.
        depth: the same, where headings without a number around a number do not count.
        code: of the issue that says what is odd about it; None where nothing is.
    """

    __slots__ = ("code", "depth", "level", "line", "marker")

    def __init__(self, line: int, marker: Marker | None, level: int, depth: int, code: str | None) -> None:
        self.line = line
        self.marker = marker
        self.level = level
        self.depth = depth
        self.code = code

    @property
    def length(self) -> int:
        """Characters of the number; 0 where there is none."""
        return 0 if self.marker is None else self.marker.length


def place(candidates: Sequence[Candidate]) -> list[Placed]:
    """Give each number its level, or leave it out.

    Args:
        candidates: the numbers of a document, in order.

    Returns:
        Those that are units, in order.
    """
    plain = _plain(candidates)
    if plain is not None:
        return plain
    last = _cheapest(candidates)
    placed: list[Placed] = []
    reading: Reading | None = last
    for candidate in reversed(candidates):
        assert reading is not None
        if reading.depth:
            placed.append(_placed(candidate, reading))
        reading = reading.before
    placed.reverse()
    return placed


def _placed(candidate: Candidate, reading: Reading) -> Placed:
    level = depth = reading.depth
    if candidate.marker is not None:
        depth -= _unnumbered(reading.stack[: level - 1])
    return Placed(candidate.line, candidate.marker, level, depth, reading.code)


def _unnumbered(stack: Stack) -> int:
    """How many of some open series are headings without a number."""
    return sum([level.family is UNNUMBERED for level in stack])


# --- documents with nothing odd --------------------------------------------------------------------------------------


def _plain(candidates: Sequence[Candidate]) -> list[Placed] | None:
    """The reading that costs nothing; None where something is odd."""
    stack: list[Level] = []
    counts: Counts = {}
    placed: list[Placed] = []
    for candidate in candidates:
        marker = candidate.marker
        if marker is None:
            if stack or candidate.heading is None or candidate.heading.holds_numbers:
                return None
            placed.append(Placed(candidate.line, None, 1, 1, None))
            continue
        family = marker.family
        at = len(stack) - 1
        while at >= 0 and stack[at].family is not family:
            at -= 1
        if at >= 0:
            # The next number of a series costs nothing.
            if marker.ordinal != stack[at].ordinal + 1 and price_of_next(stack[at], marker)[0]:
                return None
            del stack[at:]
            above = counts[family][1]
        else:
            while stack and stack[-1].family.rank >= family.rank:
                stack.pop()
            above = tuple(stack)
            # Nor does the first 1 of a family.
            is_first = marker.ordinal == 1 and not marker.put_in and family not in counts
            if not is_first and price_of_beginning(counts, above, marker)[0]:
                return None
        counts[family] = (marker.ordinal, above)
        stack.append(level_of(marker))
        placed.append(Placed(candidate.line, marker, len(stack), len(stack), None))
    return placed


# --- documents where something is odd --------------------------------------------------------------------------------


def _cheapest(candidates: Sequence[Candidate]) -> Reading:
    readings = [Reading(0.0, (), {}, frozenset())]
    begun = begun_before(candidates)
    if begun is not None:
        readings.append(begun)
    width = _WIDTH if len(candidates) <= _MANY else _NARROW
    for candidate in candidates:
        if len(readings) == 1:
            only = readings_with(readings[0], candidate)
            if len(only) == 1:
                readings = only
                continue
        found: dict[Stack, Reading] = {}
        limit = inf
        for reading in readings:
            for following in readings_with(reading, candidate):
                if following.cost > limit:
                    continue
                limit = min(limit, following.cost + _SPREAD)
                known = found.get(following.stack)
                if known is None or following.cost < known.cost:
                    found[following.stack] = following
        ordered = sorted(found.values(), key=_cost)
        readings = [reading for reading in ordered[:width] if reading.cost <= limit]
    return readings[0]


def _cost(reading: Reading) -> float:
    return reading.cost
