"""Digits that ran together parted into the cells of a row, where the form's own sums leave exactly one way.

``640020470`` behind 一、本年新收…数量 is 64 0 0 2 0 4 70, since the applicants add up to 总计 in no other way.  A row
that more than one way fits is read only where the sums of the columns leave one of them.  Nothing is parted in a table
that may have blank cells: where any row of it has no way at all, or no digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Final, TypeAlias

from attrs import evolve

from govreport.statistics.layout import Mark
from govreport.statistics.placing import Run
from govreport.words.disclosure_form import APPLICANTS, DISCLOSURE, OUTCOMES, REQUESTS, REVIEW, Block, result_rows

Way: TypeAlias = tuple[int, ...]
"""How many digits each cell of a row has."""

_DIGITS_MOST: Final = 24  # digits of a row of requests that are parted
_DIGITS_MOST_OF_REVIEW: Final = 45
_WAYS_MOST: Final = 2_000  # ways of all rows together that are tried against the sums of the columns
_RESULTS: Final = frozenset(result_rows())
_TOTAL, _NEW, _BEFORE, _AFTER = "total", "new_received", "carried_over", "carried_forward"


def part_digits(forms: list[Block], runs: list[list[Run]]) -> None:
    """Part the cells of the rows whose digits ran together; other rows stay as they are.

    Args:
        forms: the tables.
        runs: the rows of each on the page, in order; their cells are replaced.
    """
    if not any(_ran_together(run) for some in runs for run in some):
        return
    printed = False  # the rows of requests have all their cells
    for form, some in zip(forms, runs, strict=True):
        if form.name == DISCLOSURE:
            for run in some:
                if _ran_together(run) and set(_digits(run)) == {"0"} and len(_digits(run)) == run.width:
                    _part(run, (1,) * run.width)  # there are no sums, but noughts can be read in one way only
        elif form.name == REQUESTS:
            printed = _part_rows(form, some)
        elif printed:  # of a table of one row alone nothing tells whether it has blank cells
            _part_rows(form, some)


def _part_rows(form: Block, runs: list[Run]) -> bool:
    """Part the cells of a table's rows; False where it may have blank cells, and nothing is parted."""
    ways = [_ways(form, run) for run in runs]
    if not runs or not all(ways):
        return False
    for run, way in zip(runs, _agreed(form, runs, ways), strict=True):
        if way is not None and _ran_together(run):
            _part(run, way)
    return True


def _ran_together(run: Run) -> bool:
    """True for a row with fewer values than columns, all of them digits, and no trace of how they were parted."""
    if not 0 < len(run.values) < run.width or len(run.values) < len(run.cells):
        return False
    return all(mark.text.isascii() and mark.text.isdigit() and not mark.parted for mark in run.values)


def _digits(run: Run) -> str:
    return "".join([mark.text for mark in run.values])


def _ways(form: Block, run: Run) -> list[Way]:
    """The ways in which a row can be parted so that its sums hold; none where it cannot."""
    if run.full and all(mark.text.isdigit() for mark in run.values):
        return [tuple(len(mark.text) for mark in run.values)]
    if not _ran_together(run):
        return []
    digits = _digits(run)
    ends = set()  # a blank parts two numbers
    for mark in run.values:
        ends.add(sum(map(len, (other.text for other in run.values[: run.values.index(mark) + 1]))))
    if form.name == REVIEW:
        if run.width != len(OUTCOMES) * len(form.rows) or len(digits) > _DIGITS_MOST_OF_REVIEW:
            return []
        found = _ways_of_groups(digits, len(form.rows), len(OUTCOMES))
    elif run.width != len(APPLICANTS) or len(digits) > _DIGITS_MOST:
        return []
    else:
        found = list(_sums(digits, run.width))
    return [way for way in found if ends <= _places(way)]


def _places(way: Way) -> set[int]:
    """Where the cells of a row end, in digits from its beginning."""
    places, at = set(), 0
    for size in way:
        at += size
        places.add(at)
    return places


def _sums(digits: str, width: int) -> Iterator[Way]:
    """Yield the ways to part digits into numbers of which the last is the sum of the others."""
    for size in range(1, len(digits) - width + 2):
        total = digits[len(digits) - size :]
        if size == 1 or total[0] != "0":
            yield from ((*way, size) for way in _addends(digits[: len(digits) - size], width - 1, int(total)))


def _addends(digits: str, count: int, total: int) -> Iterator[Way]:
    """Yield the ways to part digits into some numbers that add up to a total."""
    if count == 1:
        if digits and (len(digits) == 1 or digits[0] != "0") and int(digits) == total:
            yield (len(digits),)
        return
    for size in range(1, len(digits) - count + 2):
        number = digits[:size]
        if (size > 1 and number[0] == "0") or int(number) > total:
            return
        yield from ((size, *way) for way in _addends(digits[size:], count - 1, total - int(number)))


def _ways_of_groups(digits: str, groups: int, width: int) -> list[Way]:
    """The ways to part digits into groups of numbers, of each of which the last is the sum of the others."""
    if groups == 1:
        return list(_sums(digits, width))
    found: list[Way] = []
    for size in range(width, len(digits) - width * (groups - 1) + 1):
        heads = list(_sums(digits[:size], width))
        if heads:
            rests = _ways_of_groups(digits[size:], groups - 1, width)
            found += [(*head, *rest) for head in heads for rest in rests]
    return found


def _agreed(form: Block, runs: list[Run], ways: list[list[Way]]) -> list[Way | None]:
    """For each row the one way that is left; None where there are several."""
    if form.name == REVIEW or all(len(some) == 1 for some in ways):
        return [some[0] if len(some) == 1 else None for some in ways]
    if prod(map(len, ways)) > _WAYS_MOST or len({run.row for run in runs}) < len(runs):
        return [some[0] if len(some) == 1 else None for some in ways]
    fitting = [way for way in product(*ways) if _columns_agree(runs, way)]
    if not fitting:
        return [None] * len(runs)
    return [way if all(other[at] == way for other in fitting) else None for at, way in enumerate(fitting[0])]


def _columns_agree(runs: list[Run], ways: tuple[Way, ...]) -> bool:
    """True where in each column the results add up to 总计, and what came in is what went out or is left."""
    rows = {run.row: _numbers(run, way) for run, way in zip(runs, ways, strict=True)}
    total = rows.get(_TOTAL)
    if total is None:
        return True
    results = [numbers for row, numbers in rows.items() if row in _RESULTS]
    if [sum(column) for column in zip(*results, strict=True)] != total:
        return False
    if not {_NEW, _BEFORE, _AFTER} <= rows.keys():
        return True
    came, went = zip(rows[_NEW], rows[_BEFORE], strict=True), zip(total, rows[_AFTER], strict=True)
    return [sum(pair) for pair in came] == [sum(pair) for pair in went]


def _numbers(run: Run, way: Way) -> list[int]:
    digits, at, numbers = _digits(run), 0, []
    for size in way:
        numbers.append(int(digits[at : at + size]))
        at += size
    return numbers


def _part(run: Run, way: Way) -> None:
    """Give a row a cell for each of its numbers."""
    places: list[tuple[Mark, int]] = [(mark, at) for mark in run.values for at in range(len(mark.text))]
    run.cells, run.values, at = [], [], 0
    for size in way:
        mark, offset = places[at]
        start = None if mark.start is None else mark.start + offset
        run.add(evolve(mark, text=mark.text[offset : offset + size], start=start))
        at += size
