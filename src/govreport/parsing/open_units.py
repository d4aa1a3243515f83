"""The units that are open as a document is read, and what is known of each and of its series so far."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.outline import Unit
from govreport.words.blanks import SPACES
from govreport.words.returning_words import is_contact
from govreport.words.section_numbers import ARTICLE, Family
from govreport.words.stops import COLONS, PARAGRAPH_ENDS

_ITEM_ENDS: Final = frozenset("。；;")
_SEMICOLONS: Final = frozenset("；;")
_BROKEN: Final = 40  # characters of an item that ends in mid-sentence where its siblings end in a stop


class Series:
    """The units of a series so far: what stands beneath them, and how they are closed.

    The counts are those of when `count_closed` was last called, since few series are asked for them.

    Attributes:
        level: theirs.
        above: the line before the first of them.
        ordinal: of the last of them; None for headings without a number.
        closed: those that are closed and have not been counted.
        count: how many they are, up to the one before the last.
        most: of the paragraphs that stand right beneath one of them.
        fewest: of these.
        tail: the most paragraphs that stand in one of them after its units.
        semicolons: how many of them end in ；.
        stops: how many of them end in a stop.
        titles: how many of them have a heading.
    """

    __slots__ = (
        "_beneath", "_has_contacts", "above", "closed", "count", "fewest", "level", "most", "ordinal", "semicolons",
        "stops", "tail", "titles",
    )  # fmt: skip

    def __init__(self, level: int, above: str) -> None:
        self.level = level
        self.above = above
        self.ordinal: int | None = None
        self.closed: list[OpenUnit] = []
        self.count = 0
        self.most = 0
        self.fewest = 0
        self.tail = 0
        self.semicolons = 0
        self.stops = 0
        self.titles = 0
        self._beneath: list[tuple[int, int]] = []  # lines that have not been asked whether they say whom to ask
        self._has_contacts = False

    def count_closed(self) -> None:
        """Count the units that were closed since it was last asked."""
        for one in self.closed:
            if one.paragraphs > self.most:
                self.most = one.paragraphs
            if one.paragraphs < self.fewest or not self.count:
                self.fewest = one.paragraphs
            if one.tail > self.tail:
                self.tail = one.tail
            self.count += 1
            last, split = one.text[-1], one.unit.split
            self.semicolons += last in _SEMICOLONS
            self.stops += last in PARAGRAPH_ENDS
            self.titles += split.end > split.start
            if one.beneath is not None:
                self._beneath.append(one.beneath)
        self.closed.clear()

    def has_contacts(self, lines: list[Line]) -> bool:
        """Whether what stands beneath one of them says whom to ask."""
        while self._beneath and not self._has_contacts:
            first, last = self._beneath.pop()
            self._has_contacts = any(is_contact(line.text) for line in lines[first:last])
        return self._has_contacts


class OpenUnit:
    """A unit that is open.

    How its line looks is told when asked, since most units have nothing beneath them that is weighed.

    Attributes:
        unit: the unit.
        text: its line.
        series: its series up to the unit before it.
        parent: the family of the unit around it; None where there is none.
        family: its own; None for a heading without a number.
        paragraphs: how many stand right beneath it so far.
        tail: how many stand in it after its last unit.
        holds_units: whether units stand in it.
        beneath: the lines right beneath it where all of them are its own, as the first and the one after the last.
    """

    __slots__ = ("beneath", "family", "holds_units", "paragraphs", "parent", "series", "tail", "text", "unit")

    def __init__(self, unit: Unit, text: str, series: Series, parent: Family | None) -> None:
        self.unit = unit
        self.text = text
        self.series = series
        self.parent = parent
        self.family = unit.marker.family if unit.marker is not None else None
        self.paragraphs = 0
        self.tail = 0
        self.holds_units = False
        self.beneath: tuple[int, int] | None = None

    def hold(self, first: int, last: int) -> None:
        """Take the lines from one to before another for its own."""
        self.paragraphs = last - first
        self.beneath = first, last

    @property
    def words(self) -> str:
        """Its line without its number."""
        return self.text[self.unit.marker.length :] if self.unit.marker is not None else self.text

    @property
    def subject(self) -> str:
        """Its number and heading, without the text that the heading runs into; its line where it has no heading."""
        split = self.unit.split
        return self.text[: len(self.text) - len(self.words) + split.end] if split.end > split.start else self.text

    @property
    def is_titled(self) -> bool:
        """Whether it has a heading."""
        split, series = self.unit.split, self.series
        if split.end <= split.start or (self.parent is ARTICLE and self.words[-1:] in _ITEM_ENDS):
            return False
        # A heading among units without one is none: text beneath made it look like one.
        return series.titles > 0 or not series.count

    @property
    def is_alone(self) -> bool:
        """Whether nothing stands on its line beside a heading or a number."""
        words = self.words
        return not words.strip(SPACES) or (self.is_titled and not words[self.unit.split.stop :].strip(SPACES))

    @property
    def announces(self) -> bool:
        """Whether its line ends in a colon."""
        return self.words[-1:] in COLONS

    @property
    def is_broken(self) -> bool:
        """Whether its line ends in mid-sentence, and those before it in a stop."""
        words, series = self.words, self.series
        return 0 < series.count == series.stops and len(words) >= _BROKEN and words[-1:] not in PARAGRAPH_ENDS


def open_unit(stack: list[OpenUnit], unit: Unit, lines: list[Line]) -> None:
    """Close the units that another closes, and open it.

    Args:
        stack: the units that are open, the outermost first.
        unit: the next one.
        lines: the document's lines.
    """
    level = unit.level
    series = None
    while stack and stack[-1].unit.level >= level:
        closed = stack.pop()
        series = closed.series
        series.closed.append(closed)
    ordinal = ordinal_of(unit)
    if series is None or series.level != level or not _follows(ordinal, series.ordinal):
        series = Series(level, lines[unit.line - 1].text if unit.line else "")
    series.ordinal = ordinal
    parent = None
    if stack:
        stack[-1].holds_units = True
        parent = stack[-1].family
    stack.append(OpenUnit(unit, lines[unit.line].text, series, parent))


def _follows(ordinal: int | None, last: int | None) -> bool:
    """True where a number goes on with a series, and where neither has one."""
    return ordinal is last if ordinal is None or last is None else ordinal > last


def ordinal_of(unit: Unit) -> int | None:
    """The number of a unit; None for a heading without one."""
    return unit.marker.ordinal if unit.marker is not None else None


def ends_of(units: list[Unit]) -> list[int]:
    """For each unit the index of the first one after it that does not stand in it."""
    ends = [len(units)] * len(units)
    open_units: list[int] = []
    for at, unit in enumerate(units):
        while open_units and units[open_units[-1]].level >= unit.level:
            ends[open_units.pop()] = at
        open_units.append(at)
    return ends


def shares_with_text(units: list[Unit]) -> dict[Family, float]:
    """For each family, how many of its units before which their series goes on have text beneath, 0 to 1."""
    counts: dict[Family, int] = {}
    with_text: dict[Family, int] = {}
    for unit, following in pairwise(units):
        if unit.marker is None or following.marker is None or following.level != unit.level:
            continue
        if following.marker.ordinal > unit.marker.ordinal:
            family = unit.marker.family
            counts[family] = counts.get(family, 0) + 1
            with_text[family] = with_text.get(family, 0) + (following.line > unit.line + 1)
    return {family: with_text[family] / count for family, count in counts.items()}
