"""How the lines of a text are set: their width, their indents, the blank lines between them.

All this is looked for in stretches, so that a table or a contents page on the way does not hide it.  Widths and indents
are in columns: an ideograph takes two, a digit or a Latin letter one, as they are set.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from govreport.parsing.line import Line
from govreport.words.stops import CLAUSE_END, PARAGRAPH_ENDS

SENTENCE_ENDS: Final = frozenset("。！!？?；;：:…")
_HANGING: Final = "，。、；：！？）》”’】〕」"

_NARROWEST: Final = 24  # columns of the narrowest text that counts as wrapped
WIDEST: Final = 200
SPREAD: Final = 6  # columns by which full lines differ at most: digits and marks are set wider or narrower than here
_STEP: Final = 16  # lines of a stretch whose width is looked for at once
_AROUND: Final = 16  # lines before them and after them that are asked too
_CLOSE: Final = 4  # lines before and after them that may tell more, since they are on one page
_CLEARLY: Final = 1.05  # times as many lines that are equally long in characters show that these were counted
_SPACED: Final = 0.3  # of the broken lines that hold blanks, where characters are no measure
_HIDDEN: Final = 4  # columns of an indent that the text lost: the first lines of paragraphs are shorter by it
_HIDDEN_SHARE: Final = 0.5  # of these that are so
FEW: Final = 2  # full lines that show a width, where they agree and nothing is wider
_SOME: Final = 3  # and in other text
_MANY: Final = 6  # and so many, that wider lines say little
_SLACK_MAX: Final = 4  # columns
_SHARE: Final = 0.6  # of a stretch's full lines that are broken in mid-sentence
_OVERLONG: Final = 0.2  # of the full lines: so many wider ones at most
_PROSE_SHARE: Final = 0.3  # of the full lines that hold the end of a clause: names and links hold none
_PARTED: Final = 0.8  # of the short lines that end a sentence: below so many stands a blank line where it parts all
INDENT: Final = 2  # columns of the smallest indent
CENTRED: Final = 12  # and of one that sets a title in the middle


class Row:
    """A line that can be a part of a paragraph.

    Attributes:
        index: its place among the lines; of its first piece, where it was cut into several.
        line: the line, with all its pieces.
        indent: columns before it.
        sizes: columns from the page's edge to its end; the same where every character is as wide as an ideograph, since
            some programs count characters.
        blanks: columns by which it would be wider if its blanks were as wide as digits.
        apart: whether a blank line stands below it.
        last: the place of its last piece among the lines.
        broken: whether it is broken off: the line below can go on with it.
        below: indent of the line below.
        hanging: columns of the stops at its end, which may hang over the edge.
        holds_clause: whether a clause ends in it.  This and the three before are set by `find_stretches`.
    """

    __slots__ = (
        "apart", "below", "blanks", "broken", "hanging", "holds_clause", "indent", "index", "last", "line", "sizes",
    )  # fmt: skip

    def __init__(self, index: int, line: Line, indent: int, sizes: list[int], blanks: int) -> None:
        self.index = index
        self.line = line
        self.indent = indent
        self.sizes = sizes
        self.blanks = blanks
        self.apart = is_apart(line)
        self.last = index
        self.broken = self.holds_clause = False
        self.below = self.hanging = 0

    def go_on(self, piece: Line, size: int) -> None:
        """Add the next piece of the line, of so many columns."""
        self.line = Line(self.line.start, self.line.lead, self.line.text + piece.text, piece.trail)
        self.sizes = [self.sizes[0] + size, self.sizes[1] + 2 * len(piece.text)]
        self.apart = is_apart(piece)
        self.last += 1


def is_apart(line: Line) -> bool:
    """True where a blank line stands below a line, and no page ends there."""
    return line.trail.count("\n") > 1 and "\f" not in line.trail


class Stretch:
    """How some lines are set.

    Attributes:
        measure: which of the sizes of a line counts.
        width: columns of a full line; 0 where no width shows.
        slack: columns by which full lines fall short of it.
        base: indent of the lines that go on with a paragraph.
        indented: whether the first lines of paragraphs are indented more than those.
        parted: whether blank lines stand between paragraphs.
        hidden: columns of an indent that the first lines of paragraphs have lost.
    """

    __slots__ = ("base", "hidden", "indented", "measure", "parted", "slack", "width")

    def __init__(
        self,
        measure: int = 0,
        width: int = 0,
        slack: int = 0,
        base: int = 0,
        indented: bool = False,
        parted: bool = False,
        hidden: int = 0,
    ) -> None:
        self.measure = measure
        self.width = width
        self.slack = slack
        self.base = base
        self.indented = indented
        self.parted = parted
        self.hidden = hidden


def columns(text: str) -> int:
    """How many columns a text takes; a blank beside a digit is set half as wide as one."""
    narrow = len(text.encode("ascii", "ignore"))
    return 2 * len(text) - narrow - text.count(" ") // 2


def find_stretches(rows: list[Row | None]) -> dict[int, Stretch]:
    """How the lines around each line are set, by its index; where too few tell, as the last ones before that do."""
    lines = [row for row in rows if row is not None]
    broken = 0
    for above, row in pairwise(rows):
        if above is not None and row is not None:
            above.below = row.indent
            above.broken = _is_broken(above, row)
            broken += above.broken
    if broken < FEW:
        none = Stretch()
        return {row.index: none for row in lines}
    for row in lines:
        row.hanging = _hanging(row.line.text)
        row.holds_clause = CLAUSE_END.search(row.line.text) is not None
    out: dict[int, Stretch] = {}
    blocks: list[tuple[list[Row], list[Row], Stretch]] = []
    for start in range(0, len(lines), _STEP):
        around = lines[max(0, start - _AROUND) : start + _STEP + _AROUND]
        stretch = _stretch(around)
        # A page may be set in another size than the pages around it.
        page = _stretch(lines[max(0, start - _CLOSE) : start + _STEP + _CLOSE])
        if page.width and abs(page.width - stretch.width) > SPREAD:
            stretch = page
        blocks.append((lines[start : start + _STEP], around, stretch))
    for block in (blocks, blocks[::-1]):
        last = Stretch()
        for number, (some, around, stretch) in enumerate(block):
            if stretch.width:
                last = stretch
            elif last.width and _fits(around, last):
                block[number] = (some, around, last)
    for some, _, stretch in blocks:
        out.update({row.index: stretch for row in some})
    return out


def _is_broken(row: Row, below: Row) -> bool:
    return (
        row.line.last not in PARAGRAPH_ENDS
        and below.line.marker is None
        and not row.apart
        and below.indent <= row.indent
        and _NARROWEST <= row.sizes[0] <= WIDEST
    )


class _Measured:
    """Lines that are full in one measure.

    Attributes:
        measure: which of the sizes of a line it is.
        members: sizes of the broken ones that are nearly equally long, in order.
        width: the width of most of these.
        near: how many of them are nearly of it.
        full: the lines of nearly that size, broken or not.
    """

    __slots__ = ("full", "measure", "members", "near", "width")

    def __init__(self, measure: int, members: list[int], width: int, full: list[Row]) -> None:
        self.measure = measure
        self.members = members
        self.width = width
        self.near = sum([abs(size - width) <= INDENT for size in members])
        self.full = full


def _stretch(rows: list[Row]) -> Stretch:
    """Find how some lines are set, in the measure in which more of them are of one width."""
    spaced = [" " in row.line.text for row in rows if row.broken]
    if len(spaced) < FEW:
        return Stretch()
    measured = _measured(rows, 0)
    near = 0 if measured is None else measured.near * _CLEARLY
    # Blanks of a PDF are no characters; and no measure can have more lines of one width than are broken.
    if near < len(spaced) and sum(spaced) <= _SPACED * len(spaced):
        in_characters = _measured(rows, 1)
        if measured is None or (in_characters is not None and near < in_characters.near):
            measured = in_characters
    return Stretch() if measured is None else _set_so(rows, measured)


def _measured(rows: list[Row], measure: int) -> _Measured | None:
    """Find the lines that are of one width in one measure; None where too few are, or others are wider."""
    # A stop may hang over the edge.
    sizes = sorted([row.sizes[measure] - row.hanging for row in rows if row.broken])
    members = _most_within(sizes, SPREAD)
    width = _most_within(members, 1)[-1]
    full: list[Row] = []
    wider = 0
    for row in rows:
        size = row.sizes[measure]
        if size > width + SPREAD:
            wider += 1
        elif size >= width - SPREAD:
            full.append(row)
    found = _Measured(measure, members, width, full)
    if len(members) < (FEW if found.near == len(members) and not wider else _SOME):
        return None
    if wider > (_OVERLONG if len(members) < _MANY else 1) * len(members):
        return None
    if len(members) < _SHARE * len(full) or len(members) < _SHARE * len(sizes):
        return None
    if sum([row.holds_clause for row in full]) < _PROSE_SHARE * len(full):
        return None
    return found


def _set_so(rows: list[Row], found: _Measured) -> Stretch:
    """How some lines are set whose width is known."""
    measure, width, members = found.measure, found.width, found.members
    followers: dict[int, int] = {}  # how many lines of each indent stand below full ones
    for row in found.full:
        if row.broken:
            followers[row.below] = followers.get(row.below, 0) + 1
    base = max(followers, key=followers.__getitem__)
    indented = sum([base + INDENT <= row.indent < base + CENTRED for row in rows]) > 1
    ends = [row.apart for row in rows if row.line.last in SENTENCE_ENDS and row.sizes[measure] < width - SPREAD]
    parted = bool(ends) and sum(ends) >= _PARTED * len(ends)
    slack = max(0, min(_SLACK_MAX, width - members[len(members) // 10] - 1))
    firsts = [
        width - row.sizes[measure] + row.hanging for above, row in pairwise(rows) if row.broken and not above.broken
    ]
    short = sum([abs(lacking - _HIDDEN) <= 1 for lacking in firsts])
    hidden = _HIDDEN if not indented and short > 1 and short >= _HIDDEN_SHARE * len(firsts) else 0
    return Stretch(measure, width, slack, base, indented, parted, hidden)


def _hanging(text: str) -> int:
    """Columns of the stops at a line's end."""
    end = text[-3:]
    return 2 * (len(end) - len(end.rstrip(_HANGING)))


def _most_within(sizes: list[int], spread: int) -> list[int]:
    """The most sizes that differ by so much at most; of several such runs the last.  In order, as they are given."""
    best = (0, 0)
    first = 0
    for end, size in enumerate(sizes, 1):
        while sizes[first] < size - spread:
            first += 1
        if end - first >= best[1] - best[0]:
            best = (first, end)
    return sizes[best[0] : best[1]]


def _fits(rows: list[Row], stretch: Stretch) -> bool:
    """True where lines that show no width can be set as others are."""
    wider = sum(row.sizes[stretch.measure] > stretch.width + SPREAD for row in rows)
    return wider <= _OVERLONG * len(rows)
