"""Which lines go on with the one above, in text that was broken at one width or in the middle of a sentence.

A width is looked for in stretches, so that a table or a contents page on the way does not hide it.  Widths and indents
are in columns: an ideograph takes two, a digit or a Latin letter one, as they are set.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import define

from govreport.parsing.inline_breaks import inline_breaks
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import is_addressee, is_date_line, is_row
from govreport.parsing.page_fields import has_label
from govreport.parsing.sentence_breaks import NO_STARTS, breaks_sentence, can_break
from govreport.parsing.tables import mark_tables
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_organ
from govreport.words.section_numbers import Family, Marker
from govreport.words.stops import PARAGRAPH_ENDS

_Seen: TypeAlias = dict[Family, tuple[int, int]]
"""The last number of each family that began a paragraph, and the indent before it."""
_SENTENCE_ENDS: Final = frozenset("。！!？?；;：:…")
_PROSE: Final = re.compile("[，。；、,;：]")
_NONE: Final = (0, 0)
_FULL_STOPS: Final = frozenset("。！？；!?;")
_LEADER: Final = re.compile(r"[.．…·]{6,400}[\s\d-]{0,8}$")
_TOKEN: Final = re.compile(r"[!-~]{1,40}")  # what is not broken at a line's end
_HANGING: Final = "，。、；：！？）》”’】〕」"
_NO_STARTS: Final = frozenset(_HANGING + ",.;:!?)%")
_CITING: Final = frozenset("第前和至及或与、，")  # what stands before a number that is cited
_TAB: Final = 4  # columns

_NARROWEST: Final = 24  # columns of the narrowest text that counts as wrapped
_WIDEST: Final = 200
_SPREAD: Final = 6  # columns by which full lines differ at most: digits and marks are set wider or narrower than here
_STEP: Final = 16  # lines of a stretch whose width is looked for at once
_AROUND: Final = 16  # lines before them and after them that are asked too
_FEW: Final = 2  # full lines that show a width, where they agree and nothing is wider
_SOME: Final = 3  # and in other text
_MANY: Final = 6  # and so many, that wider lines say little
_SLACK_MAX: Final = 4  # columns
_SHARE: Final = 0.6  # of a stretch's full lines that are broken in mid-sentence
_OVERLONG: Final = 0.2  # of the full lines: so many wider ones at most
_PROSE_SHARE: Final = 0.3  # of the full lines that hold the end of a clause: names and links hold none
_PARTED: Final = 0.8  # of the short lines that end a sentence: below so many stands a blank line where it parts all
_INDENT: Final = 2  # columns of the smallest indent
_LONG_CLAUSE: Final = 20  # characters of a line that ends with a comma, in text of no width: 各位代表， has five
_INDENTED_SLACK: Final = 4  # columns more by which a full line may fall short where indents tell paragraphs apart
_CENTRED: Final = 12  # and of one that sets a title in the middle


@define(slots=True)
class _Row:
    """A line that can be a part of a paragraph.

    Attributes:
        index: its place among the lines.
        line: the line.
        indent: columns before it.
        sizes: columns from the page's edge to its end; the same where every character is as wide as an ideograph, since
            some programs count characters.
        blanks: columns by which it would be wider if its blanks were as wide as digits.
        apart: whether a blank line stands below it.
    """

    index: int
    line: Line
    indent: int
    sizes: tuple[int, int]
    blanks: int
    apart: bool


@define(slots=True)
class _Stretch:
    """How some lines are set.

    Attributes:
        measure: which of the sizes of a line counts.
        width: columns of a full line; 0 where no width shows.
        slack: columns by which full lines fall short of it.
        base: indent of the lines that go on with a paragraph.
        indented: whether the first lines of paragraphs are indented more than those.
        parted: whether blank lines stand between paragraphs.
    """

    measure: int = 0
    width: int = 0
    slack: int = 0
    base: int = 0
    indented: bool = False
    parted: bool = False


def going_on(lines: list[Line], running: list[bool], written: str) -> list[int]:
    """Find the lines that go on with a paragraph.

    Args:
        lines: a text's lines, in order.
        running: which of them are page numbers and running lines, which a paragraph may go on across.
        written: the text as it was typed, since a full-width digit takes two columns.

    Returns:
        For each line the index of the line that it goes on with; -1 for the others.
    """
    found = [-1] * len(lines)
    inline = inline_breaks(lines)
    for index in inline:
        found[index] = index - 1
    if not _can_be_wrapped(lines):
        return found
    rows = _rows(lines, running, inline, written)
    stretches = _stretches(rows)
    seen: _Seen = {}
    first: _Row | None = None  # of the paragraph so far
    for above, row in pairwise(rows):
        if above is not None and (first is None or found[above.index] < 0):
            first = above
            if (marker := above.line.marker) is not None:
                seen[marker.family] = (marker.ordinal, above.indent)
        if above is None or row is None or first is None or row.index in inline:
            continue
        if _goes_on(above, row, first, stretches[above.index], seen):
            found[row.index] = above.index
    return found


def _can_be_wrapped(lines: list[Line]) -> bool:
    """True where lines seem to be broken: no other text is looked at any closer."""
    broken = 0
    for line, below in pairwise(lines):
        text = line.text
        if text[-1] in PARAGRAPH_ENDS:
            if below.text[0] in NO_STARTS and breaks_sentence(text, below.text):
                return True
        elif len(text) <= _WIDEST:
            if below.marker is None and ("，" in text or "," in text or "。" in text):
                broken += 1
            if broken == _FEW or (can_break(text, below.text) and breaks_sentence(text, below.text)):
                return True
    return False


def _rows(lines: list[Line], running: list[bool], inline: set[int], written: str) -> list[_Row | None]:
    """The lines that can be parts of paragraphs; None where something else stands between two of them."""
    tables = mark_tables(lines)
    rows: list[_Row | None] = []
    for index, line in enumerate(lines):
        if running[index]:
            if rows and rows[-1] is not None:
                rows[-1].apart = False
            continue
        if (
            (tables[index] and index not in inline and index + 1 not in inline)
            or isinstance(line, GridLine)
            or is_row(line.text)
            or _LEADER.search(line.text)
        ):
            rows.append(None)
            continue
        lead = line.indent
        edge = len(lead) + lead.count("\u3000") + (_TAB - 1) * lead.count("\t")
        indent = edge if lead.isspace() else 0  # the marks of a Markdown heading are none
        text = written[line.start : line.end]
        apart = line.trail.count("\n") > 1 and "\f" not in line.trail
        sizes = (edge + columns(text), edge + 2 * len(text))
        rows.append(_Row(index, line, indent, sizes, text.count(" ") // 2, apart))
    return rows


def columns(text: str) -> int:
    """How many columns a text takes; a blank beside a digit is set half as wide as one."""
    narrow = len(text.encode("ascii", "ignore"))
    return 2 * len(text) - narrow - text.count(" ") // 2


# --- how a stretch is set --------------------------------------------------------------------------------------------


def _stretches(rows: list[_Row | None]) -> dict[int, _Stretch]:
    """How the lines around each line are set, by its index; where too few tell, as the last ones before that do."""
    lines = [row for row in rows if row is not None]
    # A line that is broken off has one below it that can go on with it.
    broken = {
        above.index for above, row in pairwise(rows) if above is not None and row is not None and _is_broken(above, row)
    }
    followers = {above.index: row.indent for above, row in pairwise(rows) if above is not None and row is not None}
    out: dict[int, _Stretch] = {}
    blocks: list[tuple[list[_Row], list[_Row], _Stretch]] = []
    for start in range(0, len(lines), _STEP):
        around = lines[max(0, start - _AROUND) : start + _STEP + _AROUND]
        blocks.append((lines[start : start + _STEP], around, _stretch(around, broken, followers)))
    for block in (blocks, blocks[::-1]):
        last = _Stretch()
        for number, (some, around, stretch) in enumerate(block):
            if stretch.width:
                last = stretch
            elif last.width and _fits(around, last):
                block[number] = (some, around, last)
    for some, _, stretch in blocks:
        out.update({row.index: stretch for row in some})
    return out


def _is_broken(row: _Row, below: _Row) -> bool:
    return (
        row.line.text[-1] not in PARAGRAPH_ENDS
        and below.line.marker is None
        and not row.apart
        and below.indent <= row.indent
        and _NARROWEST <= row.sizes[0] <= _WIDEST
    )


def _stretch(rows: list[_Row], broken: set[int], followers: dict[int, int]) -> _Stretch:
    """Find how some lines are set, in the measure in which more of them are of one width."""
    if sum(row.index in broken for row in rows) < _FEW:
        return _Stretch()
    found = [_measured(rows, broken, followers, measure) for measure in (0, 1)]
    return max(found, key=lambda one: (one[1].width > 0, one[0]))[1]


def _measured(rows: list[_Row], broken: set[int], followers: dict[int, int], measure: int) -> tuple[int, _Stretch]:
    """Find how some lines are set, in one measure; and how many of them are nearly of the width."""
    # A stop may hang over the edge.
    sizes = sorted(row.sizes[measure] - _hanging(row) for row in rows if row.index in broken)
    width, members = _most_at_one_width(sizes)
    full = [row for row in rows if abs(row.sizes[measure] - width) <= _SPREAD]
    wider = sum(row.sizes[measure] > width + _SPREAD for row in rows)
    near = sum(abs(size - width) <= _INDENT for size in members)
    if len(members) < (_FEW if near == len(members) and not wider else _SOME):
        return 0, _Stretch()
    if wider > (_OVERLONG if len(members) < _MANY else 1) * len(members):
        return 0, _Stretch()
    if len(members) < _SHARE * len(full) or len(members) < _SHARE * len(sizes):
        return 0, _Stretch()
    if sum(_PROSE.search(row.line.text) is not None for row in full) < _PROSE_SHARE * len(full):
        return 0, _Stretch()
    base = Counter(followers[row.index] for row in full if row.index in broken).most_common(1)[0][0]
    indented = sum(base + _INDENT <= row.indent < base + _CENTRED for row in rows) > 1
    ends = [row.apart for row in rows if row.line.text[-1] in _SENTENCE_ENDS and row.sizes[measure] < width - _SPREAD]
    parted = bool(ends) and sum(ends) >= _PARTED * len(ends)
    slack = max(0, min(_SLACK_MAX, width - members[len(members) // 10] - 1))
    return near, _Stretch(measure, width, slack, base, indented, parted)


def _hanging(row: _Row) -> int:
    """Columns of the stops at a line's end."""
    end = row.line.text[-3:]
    return 2 * (len(end) - len(end.rstrip(_HANGING)))


def _most_at_one_width(sizes: list[int]) -> tuple[int, list[int]]:
    """The width of most of the lines that are nearly equally long, and the sizes of these lines."""
    members = _most_within(sizes, _SPREAD)
    return _most_within(members, 1)[-1], members


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


def _fits(rows: list[_Row], stretch: _Stretch) -> bool:
    """True where lines that show no width can be set as others are."""
    wider = sum(row.sizes[stretch.measure] > stretch.width + _SPREAD for row in rows)
    return wider <= _OVERLONG * len(rows)


# --- one line after another ------------------------------------------------------------------------------------------


def _goes_on(above: _Row, row: _Row, first: _Row, stretch: _Stretch, seen: _Seen) -> bool:
    """True where a line goes on with the paragraph of the line above.

    Args:
        above: the line above.
        row: the line.
        first: the first line of the paragraph so far.
        stretch: how the lines around are set.
        seen: the numbers before.
    """
    if above.apart:
        return False
    text, below = above.line.text, row.line.text
    broken = breaks_sentence(text, below)
    if row.indent >= stretch.base + _INDENT and (stretch.indented or not stretch.width or row.indent > above.indent):
        return broken == "surely" and row.indent < _CENTRED and row.indent <= above.indent
    full = stretch.width > 0 and _is_full(above, row, stretch)
    marker = row.line.marker
    if marker is not None and not _is_chance(marker, seen):
        return _cites(above, row, first, stretch, full, seen) or (broken == "surely" and marker.length > 3)
    if broken == "surely" or (broken and (stretch.width or not _is_of_page(text, below))):
        return True
    return full and _fills(above, row, first, stretch, seen)


def _is_chance(marker: Marker, seen: _Seen) -> bool:
    """True for the number of a line that can be one in mid-sentence: 7层以上 where there is no 6总则."""
    return marker.family.needs_series and marker.ordinal not in (1, seen.get(marker.family, _NONE)[0] + 1)


def _is_of_page(text: str, below: str) -> bool:
    """True for lines that may be a salutation or the page's, though the first of them ends with a comma."""
    if text[-1] not in "，,、":
        return False
    return len(text) < _LONG_CLAUSE or not ("。" in below or "；" in below) or has_label(below) or has_label(text)


def _is_full(above: _Row, row: _Row, stretch: _Stretch) -> bool:
    """True where the first thing of a line had no room at the end of the line above."""
    below = row.line.text
    size = above.sizes[stretch.measure]
    token = _TOKEN.match(below) if stretch.measure == 0 else None
    needs = columns(token.group()) if token else 2
    if below[1:2] in _NO_STARTS:  # is not parted from what stands before it
        needs += 2
    slack = stretch.slack + (_INDENTED_SLACK if stretch.indented else 0)
    if size > stretch.width + 2 * _SPREAD:  # of another width, if of any
        return False
    return size + above.blanks + needs + slack > stretch.width and size * 2 > stretch.width


def _cites(above: _Row, row: _Row, first: _Row, stretch: _Stretch, full: bool, seen: _Seen) -> bool:
    """True where the number that a line begins with stands in the middle of a sentence."""
    marker, text = row.line.marker, above.line.text
    assert marker is not None
    if not full:
        return False
    last, indent = seen.get(marker.family, _NONE)
    if (stretch.parted and text[-1] not in _SENTENCE_ENDS) or (stretch.indented and indent >= stretch.base + _INDENT):
        return row.indent < stretch.base + _INDENT
    if text[-1] in PARAGRAPH_ENDS:
        return False
    if text[-1] in _CITING:
        own = first.line.marker
        return own is None or own.family is not marker.family or marker.ordinal != own.ordinal + 1
    return marker.ordinal != 1 and marker.ordinal != last + 1


def _fills(above: _Row, row: _Row, first: _Row, stretch: _Stretch, seen: _Seen) -> bool:
    """True where the line above is full and its paragraph can go on."""
    text, below = above.line.text, row.line.text
    closes = is_date_line(below) or is_organ(below)
    if text[-1] in _SENTENCE_ENDS and not _in_brackets(text):
        if closes:
            return False
        if stretch.indented or stretch.parted:
            return True
        fits = above.sizes[stretch.measure] + 2 <= stretch.width
        is_text = _PROSE.search(below) is not None or row.sizes[stretch.measure] + _SPREAD >= stretch.width
        return text[-1] in _FULL_STOPS and not fits and is_text and not has_label(below)
    is_indented = stretch.indented and stretch.base + _INDENT <= above.indent < _CENTRED
    is_numbered = bool(seen) or above.line.marker is not None
    if first is above and not (is_indented or is_numbered) and _PROSE.search(text) is None and ends_in_kind(text):
        # A title: what is below may go on with it, but is no text.
        return not (closes or has_label(below) or _PROSE.search(below) is not None or is_addressee(below))
    return not (closes and text[-1] in PARAGRAPH_ENDS)


def _in_brackets(text: str) -> bool:
    """True where a line ends within brackets: （责任单位：."""
    return max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")"))
