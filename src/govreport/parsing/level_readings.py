"""What the numbers of a document can be read as, and the price of all that is odd in a reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from govreport.parsing.unnumbered.finding import Unnumbered
from govreport.words.section_numbers import DECIMALS, DIGIT, Family, Marker

UNNUMBERED: Final = Family("unnumbered", -1, "名词解释")
"""Headings without a number, which stand at any level."""

# --- prices: 1 is a number that is missing from its series -----------------------------------------------------------

SURE: Final = 2.0
"""For leaving out a number that is a heading even without a series: 一、, 第三条."""
USUAL: Final = 1.3
"""For leaving out another: 1., （1）.  Any single fault of a series is cheaper, two of them are not."""
DOUBTFUL: Final = 0.8
"""For leaving out a number that is likely cited or counted."""
CERTAIN: Final = 9.0
"""For leaving out a number that the file itself counts."""
_SKIPPED: Final = 1.0  # a number is missing
_SKIPPED_MORE: Final = 0.1  # and for each further one
_GAP: Final = 4  # the largest jump that counts as missing numbers
_JUMP: Final = 2.3  # a larger one: dearer than to leave the number out, cheaper than to leave out two
_REPEATED: Final = 1.2  # a number comes twice
_RESTARTED: Final = 1.2  # a series starts again at 1 though nothing above it has moved on
_BACK: Final = 2.3  # a series goes back to another number than 1
_MISTYPED: Final = 1.7  # a number stands in the place of the next one: 四、 一、 六、
_ORPHAN: Final = 1.2  # a series of sure numbers begins with 2
_ORPHAN_UNSURE: Final = 1.5  # another: dearer than to leave out its only number
_ORPHAN_MORE: Final = 0.12  # and for each further number that it lacks
_ORPHAN_MOST: Final = 1.0
_MOVED: Final = 1.4  # a series goes on under another kind of number than before
_INTERRUPTED: Final = 1.2  # a series goes on after another kind of number stood beside it
_UNUSUAL: Final = 1.0  # a family under one that usually stands below it, for the first time
_UNUSUAL_AGAIN: Final = 0.03
_SAME: Final = 1.8  # a family under itself
_SAME_OTHER_STYLE: Final = 0.8  # in another style: 1、 under 1.
_SAME_LED_IN: Final = 0.4  # right after a unit of its family that ends in a colon
_RESUMED: Final = 1.0  # given back when the outer series goes on with a number that the inner one cannot go on with
_MIXED: Final = 0.3  # a number continues the one of two open series whose style it has not
_PASSED: Final = 0.8  # a family hangs further out than under the innermost one that is above it usually, or here
_BEHIND_NOTES: Final = 0.1  # notes stand under a unit before them, not beside the outermost; for each level
_CLOSED: Final = 0.1  # a heading without a number ends the innermost series; for each series
_IN_ITEM: Final = 0.3  # such a heading stands in an item of a list
_IN_OTHER: Final = 0.3  # such a heading stands in a unit under one of its rank, not beside that
_BEGUN_BEFORE: Final = 0.05  # given back for each level of a text that may begin in the middle
_MIDDLE: Final = 0.4  # for each level of a text that does: it opens with such a number

_DEEPEST: Final = 9  # levels
_UNSEEN: Final = -1  # in place of a number put in: the series stood open before the text begins


class Candidate:
    """A number that may begin a unit.

    Attributes:
        line: the line it begins, by its index.
        marker: the number; None for a heading without one, which is never left out.
        worth: the price for leaving it out.
        is_led_in: whether a unit of its own family stands right before it and ends in a colon.
        heading: the heading without a number; None for a number.
        follows_item: whether an item of a list stands right before it.
    """

    __slots__ = ("follows_item", "heading", "is_led_in", "line", "marker", "worth")

    def __init__(
        self,
        line: int,
        marker: Marker | None,
        worth: float,
        is_led_in: bool = False,
        heading: Unnumbered | None = None,
        follows_item: bool = False,
    ) -> None:
        self.line = line
        self.marker = marker
        self.worth = worth
        self.is_led_in = is_led_in
        self.heading = heading
        self.follows_item = follows_item


class Level(NamedTuple):
    """An open series: its family and its last number; of a heading without a number its line and its rank."""

    family: Family
    ordinal: int
    put_in: int
    style: str


Stack = tuple[Level, ...]
Counts = dict[Family, tuple[int, Stack]]


def level_of(marker: Marker) -> Level:
    """The series that a number is the last of."""
    # As a tuple is made: the constructor that a NamedTuple has takes three times as long.
    return tuple.__new__(Level, (marker.family, marker.ordinal, marker.put_in, marker.style))


class Reading:
    """What the numbers so far are taken for.

    Attributes:
        cost: the price of all that is odd.
        stack: the open series, from the outermost.
        habits: the unusual nestings met, as family and family beneath.
        before: the reading without its last number.
        depth: the level of its last number; 0 where that was left out.
        code: the issue of its last number.
    """

    __slots__ = ("_counts", "before", "code", "cost", "depth", "habits", "stack")

    def __init__(
        self,
        cost: float,
        stack: Stack,
        counts: Counts | None,
        habits: frozenset[tuple[Family, Family]],
        before: Reading | None = None,
        depth: int = 0,
        code: str | None = None,
    ) -> None:
        self.cost = cost
        self.stack = stack
        self._counts = counts
        self.habits = habits
        self.before = before
        self.depth = depth
        self.code = code

    @property
    def counts(self) -> Counts:
        """The last number of each family, and the series that stood open above it.

        They are told when they are asked for, since most readings are given up before that.
        """
        waiting: list[Reading] = []
        one: Reading = self
        while one._counts is None:
            assert one.before is not None
            waiting.append(one)
            one = one.before
        counts = one._counts
        for one in reversed(waiting):
            counts = one._counts = one._counts_after(counts)
        return counts

    def _counts_after(self, counts: Counts) -> Counts:
        """Those of the reading before, with the last number."""
        if not self.depth:
            return counts
        above = self.stack[: self.depth - 1]
        if len(self.stack) == self.depth and self.stack[-1].family is not UNNUMBERED:
            last = self.stack[-1]
            return {**counts, last.family: (last.ordinal, above)}
        kept = {level.family for level in above}  # by a heading without a number
        return {family: count for family, count in counts.items() if family in kept or (above and family.runs_on)}


def readings_with(reading: Reading, candidate: Candidate) -> list[Reading]:
    """The readings that a further number makes of one; only the plain one where nothing speaks for another."""
    marker = candidate.marker
    if marker is None:
        assert candidate.heading is not None
        return _headed(reading, candidate.heading, candidate.line, candidate.follows_item)
    own = level_of(marker)  # in each of its readings
    found = _going_on(reading, marker, own) or [_begun(reading, marker, own, len(reading.stack))]
    if len(found) == 1 and found[0].cost <= reading.cost and candidate.worth > DOUBTFUL:
        return found
    _begin_anew(reading, marker, own, candidate.is_led_in, found)
    found.append(Reading(reading.cost + candidate.worth, reading.stack, None, reading.habits, reading))
    return found


def _headed(reading: Reading, heading: Unnumbered, line: int, follows_item: bool) -> list[Reading]:
    """A heading without a number stands beside the last of its rank, or in the last unit, or in one around that."""
    found: list[Reading] = []
    stack = reading.stack
    floor, beside = 0, None
    for at, level in enumerate(stack):
        if level.family is UNNUMBERED:
            if level.put_in >= heading.rank:
                beside = at
                break
            floor = at + 1
    own = Level(UNNUMBERED, line, heading.rank, "") if heading.holds_numbers else None
    for size in range(floor, len(stack) + 1):
        if beside is not None and size > beside:
            if size == beside + 1:
                continue
            cost = _IN_OTHER + _CLOSED * (len(stack) - size)
        elif beside is not None:
            cost = _CLOSED * (beside - size)
        elif heading.stands_beside:
            cost = _BEHIND_NOTES * (size - floor)
        else:
            cost = _CLOSED * (len(stack) - size)
            if follows_item and size == len(stack):
                cost += _IN_ITEM
        above = stack[:size]
        opened = (*above, own) if own is not None else above
        found.append(Reading(reading.cost + cost, opened, None, reading.habits, reading, size + 1))
    return found


def _going_on(reading: Reading, marker: Marker, own: Level) -> list[Reading]:
    """A number belongs to a series that is open."""
    found: list[Reading] = []
    stack, family = reading.stack, marker.family
    places = [at for at, level in enumerate(stack) if level.family is family]
    for at in places:
        cost, code = price_of_next(stack[at], marker)
        if len(places) > 1:
            if at < places[-1] and not cost and stack[places[-1]].ordinal + 1 != marker.ordinal:
                cost -= _RESUMED
            if stack[at].style != marker.style:
                cost += _MIXED
        above = stack[:at]
        found.append(Reading(reading.cost + cost, (*above, own), None, reading.habits, reading, at + 1, code))
        if code in ("repeated-number", "restarted-number", "skipped-number"):
            meant = Level(family, stack[at].ordinal + 1, 0, marker.style)
            cost = reading.cost + _MISTYPED
            found.append(Reading(cost, (*above, meant), None, reading.habits, reading, at + 1, code))
    return found


def _begin_anew(reading: Reading, marker: Marker, own: Level, led_in: bool, found: list[Reading]) -> None:
    """Add the readings in which a number begins a series, under any of those that are open."""
    stack, family = reading.stack, marker.family
    passed = 0.0
    open_series = 0
    for level in stack:
        if level.family is family:
            open_series += 1
    if open_series > 1 or (open_series == 1 and marker.ordinal != 1):
        return
    for size in range(len(stack), -1, -1):
        if size < len(stack):
            closed = stack[size].family
            if closed is family:
                return
            if closed.rank < family.rank or (closed, family) in reading.habits:
                passed += _PASSED
        if size < _DEEPEST:
            found.append(_begun(reading, marker, own, size, passed, led_in))


def _begun(
    reading: Reading, marker: Marker, own: Level, size: int, passed: float = 0.0, led_in: bool = False
) -> Reading:
    """A number begins a series under the outermost ``size`` of those that are open."""
    above, family, habits = reading.stack[:size], marker.family, reading.habits
    cost, code = price_of_beginning(reading.counts, above, marker)
    cost += reading.cost + passed
    same = None
    for level in above:
        if level.family is family:
            same = level
            break
    if same is not None:
        other_style = family is DIGIT and same.style != marker.style
        cost += _SAME_LED_IN if led_in and same is above[-1] else _SAME_OTHER_STYLE if other_style else _SAME
    parent = _parent(above)
    if parent is not None and parent is not family and parent.rank >= family.rank:
        nesting = (parent, family)
        cost += _UNUSUAL_AGAIN if nesting in habits else _UNUSUAL
        habits = habits | {nesting}
    return Reading(cost, (*above, own), None, habits, reading, size + 1, code)


def price_of_next(level: Level, marker: Marker) -> tuple[float, str | None]:
    """The price and the issue of going on from one number of a series to another."""
    step = marker.ordinal - level.ordinal
    if step == 1:
        return 0.0, "orphan-level" if level.put_in == _UNSEEN else None
    if marker.put_in and step == 0:  # 第十一条之二 after 第十一条之一
        return (0.0, None) if marker.put_in > level.put_in else (_BACK, "restarted-number")
    if marker.ordinal == 1 and marker.style != level.style and marker.family in DECIMALS:
        return 0.0, None  # 2.1 after 1.5
    if step > 1:
        return (_JUMP if step > _GAP else _SKIPPED + _SKIPPED_MORE * (step - 2)), "skipped-number"
    if step == 0:
        return _REPEATED, "repeated-number"
    return (_RESTARTED if marker.ordinal == 1 else _BACK), "restarted-number"


def price_of_beginning(counts: Counts, above: Stack, marker: Marker) -> tuple[float, str | None]:
    """The price and the issue of beginning a series under others, with the number that it begins with."""
    last, above_last = counts.get(marker.family, (0, ()))
    if marker.ordinal == 1 and not marker.put_in:
        return (_RESTARTED, "restarted-number") if last and above == above_last else (0.0, None)
    if last and last == marker.ordinal - (0 if marker.put_in else 1):
        if above == above_last:
            return _INTERRUPTED, None
        same = marker.family.runs_on or _parent(above) is _parent(above_last)
        return (0.0 if same else _MOVED), None
    return _orphan(marker), "orphan-level"


def _parent(above: Stack) -> Family | None:
    """The family of the innermost number of some open series."""
    for level in reversed(above):
        if level.family is not UNNUMBERED:
            return level.family
    return None


def _orphan(marker: Marker) -> float:
    first = _ORPHAN if marker.family.is_sure else _ORPHAN_UNSURE
    return first + min(_ORPHAN_MORE * (marker.ordinal - 2), _ORPHAN_MOST)


def begun_before(candidates: Sequence[Candidate]) -> Reading | None:
    """The reading of a text that begins in the middle: the series that stood open before its first number.

    These are the families that first come with another number than 1, each further out than all before it.
    """
    first: list[Marker] = []
    counts: Counts = {}  # of families that are counted through the whole document
    seen: set[Family] = set()
    outermost = 0  # of the families seen, by rank
    for candidate in candidates:
        marker = candidate.marker
        if marker is None:
            if candidate.heading is not None and candidate.heading.holds_numbers:
                break
            continue
        family = marker.family
        if family in seen:
            continue
        if not seen or family.rank < outermost:
            if marker.ordinal > 1:
                first.append(marker)
            elif seen:
                break
            outermost = family.rank
        elif family.runs_on and marker.ordinal > 1:
            counts[family] = (marker.ordinal - 1, ())
        seen.add(family)
    if not first:
        return None
    first.reverse()
    stack = tuple([Level(marker.family, marker.ordinal - 1, _UNSEEN, marker.style) for marker in first])
    if candidates[0].line == 0:
        cost = _MIDDLE * len(first)
    else:
        cost = sum([_orphan(marker) - _BEGUN_BEFORE for marker in first])
    return Reading(cost, stack, counts, frozenset())
