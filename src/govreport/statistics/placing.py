"""Which column each cell of a row belongs to, where that can be known.

As many values as columns are in order, whatever stands between.  With fewer, only the blank cells tell the places, and
only where scraping kept them there: it also drops them, or moves them to the end of the row as padding.  So a row with
too few values is placed only where other rows of the same make show that blanks stay where they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import define, field

from govreport.statistics.labelling import Spotted
from govreport.statistics.layout import Mark
from govreport.statistics.values import read_value
from govreport.words.disclosure_form import REVIEW

Place: TypeAlias = "Mark | Literal['blank', 'unknown']"

_FAR: Final = 3  # blank cells before a value that no label's padding explains: a label spans three columns at most


@define(slots=True)
class Run:
    """A label and the cells that follow it.

    Attributes:
        row: name of the row in its table.
        label: the label.
        width: how many columns the row has; 0 until the edition is known.
        cells: values and blank cells up to the next label.
        values: the cells that hold something.
        last: place of the last value among the cells; -1 where there is none.
        ended: True where another label, or other text of the document, follows; False where the page may be cut.
        closed: True where another label follows, so that no cell of it can be lost behind it.
        unit: the unit of money that the page's own column label names, which goes before the form's.
    """

    row: str
    label: Spotted
    width: int = 0
    cells: list[Mark] = field(factory=list)
    values: list[Mark] = field(factory=list)
    last: int = -1
    ended: bool = False
    closed: bool = False
    unit: str | None = None

    def add(self, cell: Mark) -> None:
        """Add the next cell."""
        if cell.kind == "value":
            self.last = len(self.cells)
            self.values.append(cell)
        self.cells.append(cell)

    def drop_last_value(self) -> None:
        """Take the last cell away, which is a value."""
        self.cells.pop()
        self.values.pop()
        self.last = self.cells.index(self.values[-1]) if self.values else -1

    @property
    def full(self) -> bool:
        """True where there is a value for every column."""
        return len(self.values) == self.width

    @property
    def make(self) -> tuple[bool, bool]:
        """How its cells are laid out: with bars or tabs, and all on one line."""
        mark = self.cells[0] if self.cells else self.label.mark
        return mark.parted, mark.whole

    @property
    def lead(self) -> int:
        """How many blank cells stand before the first value."""
        return next((at for at, cell in enumerate(self.cells) if cell.kind == "value"), len(self.cells))

    @property
    def gaps(self) -> bool:
        """True where a blank cell stands between two values."""
        return self.last - self.lead + 1 > len(self.values) > 0


@define(slots=True)
class Habit:
    """What the rows of one make show about their blank cells.

    Attributes:
        kept: blank cells stay in their places.
        leads: how many blank cells stand between label and first column, in the rows where that is plain.
        padded: full rows end with blank cells that belong to no column.
    """

    kept: bool
    leads: set[int]
    padded: bool


def habits(runs: Iterable[Run]) -> dict[tuple[bool, bool], Habit]:
    """Learn from all rows of a report what their blank cells mean, for each make."""
    by_make: dict[tuple[bool, bool], list[Run]] = {}
    for run in runs:
        if run.row == REVIEW:  # what pads its header stands before its first cell
            continue
        by_make.setdefault(run.make, []).append(run)
    none = Habit(kept=False, leads=set(), padded=False)
    return defaultdict(lambda: none, {make: _habit(some) for make, some in by_make.items()})


def _habit(runs: list[Run]) -> Habit:
    full = [run for run in runs if run.full]
    part = [run for run in runs if run.values and len(run.values) < run.width]
    spaced = any(run.gaps for run in full)  # blank cells that are no columns stand between the values
    kept = not spaced and any(run.gaps or run.lead >= _FAR for run in part)
    begun = [run for run in part if run.lead == 0]  # its first column is the first cell
    padded = any(len(run.cells) > run.last + 1 for run in full) or any(len(run.cells) > run.width for run in begun)
    return Habit(kept, {run.lead for run in [*full, *begun]}, padded)


def place(run: Run, habit: Habit) -> list[Place]:
    """Give each column of a row its cell.

    Args:
        run: the row.
        habit: what rows of its make show.

    Returns:
        For each column the mark of its value, ``blank``, or ``unknown`` where the places cannot be known.
    """
    unknown: list[Place] = ["unknown"] * run.width
    if run.full:
        return list(run.values)
    if not run.values:
        return ["blank"] * run.width if run.ended or len(run.cells) >= run.width else unknown
    if len(run.values) > run.width or not habit.kept:
        return unknown
    if run.row == REVIEW and not (run.ended and len(run.cells) == run.width):
        return unknown
    if any(cell.kind == "covered" for cell in run.cells):
        return unknown
    lead = _lead(run, habit)
    if lead is None or run.lead < lead or run.last >= lead + run.width:
        return unknown
    placed: list[Place] = [cell if cell.kind == "value" else "blank" for cell in run.cells[lead : lead + run.width]]
    rest: Place = "blank" if run.ended else "unknown"
    return placed + [rest] * (run.width - len(placed))


def _lead(run: Run, habit: Habit) -> int | None:
    """How many blank cells lie between the label and the first column; None where that is open."""
    if len(habit.leads) == 1 and (habit.leads != {0} or habit.padded or len(run.cells) <= run.width):
        return next(iter(habit.leads))
    return 0 if len(run.cells) == run.width or (not habit.leads and len(run.cells) < run.width) else None


def are_totals(runs: list[Run]) -> bool:
    """True where the last value of each of these rows, none of which could be placed, is plainly its total.

    Blank cells were dropped, so that only the last column can be told, and only where it is the sum of what precedes it
    in every row.  A row with a single value, or one whose last value is no sum, shows that totals are left out.
    """
    plain = any(len(run.values) > 2 and _number(run.values[-1]) for run in runs)  # two that are equal may be chance
    return plain and all(is_sum(run.values) for run in runs)


def is_sum(values: list[Mark]) -> bool:
    """True where the last of some values is the sum of the others."""
    return len(values) > 1 and _number(values[-1]) == sum(map(_number, values[:-1]))


def _number(mark: Mark) -> int | Decimal:
    return read_value(mark.text)[0] or 0
