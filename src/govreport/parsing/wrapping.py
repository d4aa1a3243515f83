"""Which lines go on with the one above, in text that was broken at one width or in the middle of a sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, TypeAlias

from govreport.parsing.contents import is_contents_entry
from govreport.parsing.inline_breaks import inline_breaks
from govreport.parsing.line import GridLine, Line
from govreport.parsing.line_pieces import line_pieces
from govreport.parsing.looks import is_addressee, is_date_line, is_row
from govreport.parsing.page_fields import has_label
from govreport.parsing.reading_copy import ReadingCopy
from govreport.parsing.sentence_breaks import NO_STARTS, breaks_sentence, can_break
from govreport.parsing.stretches import (
    CENTRED,
    FEW,
    INDENT,
    SENTENCE_ENDS,
    SPREAD,
    WIDEST,
    Row,
    Stretch,
    columns,
    find_stretches,
    is_apart,
)
from govreport.parsing.tables import mark_tables
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_organ
from govreport.words.section_numbers import Family, Marker
from govreport.words.stops import CLAUSE_END, COLONS, PARAGRAPH_ENDS

_Seen: TypeAlias = dict[Family, tuple[int, int]]
"""The last number of each family that began a paragraph, and the indent before it."""
_NONE: Final = (0, 0)
_FULL_STOPS: Final = frozenset("。！？；!?;")
_TOKEN: Final = re.compile(r"[!-~]{1,40}")  # what is not broken at a line's end
_NO_STARTS: Final = frozenset("，。、；：！？）》”’】〕」,.;:!?)%")
_CITING: Final = frozenset("第前和至及或与、，")  # what stands before a number that is cited
_TAB: Final = 4  # columns

_LONG_CLAUSE: Final = 20  # characters of a line that ends with a comma, in text of no width: 各位代表， has five
_INDENTED_SLACK: Final = 4  # columns more by which a full line may fall short where indents tell paragraphs apart


def going_on(lines: list[Line], running: list[bool], copy: ReadingCopy) -> list[int]:
    """Find the lines that go on with a paragraph.

    Args:
        lines: a text's lines, in order.
        running: which of them are page numbers and running lines, which a paragraph may go on across.
        copy: the text, with what it was copied from: a full-width digit takes two columns there, and ## some too.

    Returns:
        For each line the index of the line that it goes on with; -1 for the others.
    """
    found = [-1] * len(lines)
    inline = inline_breaks(lines)
    for index in inline:
        found[index] = index - 1
    if not _can_be_wrapped(lines, True in running):
        return found
    rows = _rows(lines, running, inline, copy)
    for row in rows:
        if row is not None:
            found[row.index + 1 : row.last + 1] = range(row.index, row.last)
    stretches = find_stretches(rows)
    seen: _Seen = {}
    first: Row | None = None  # of the paragraph so far
    for above, row in pairwise(rows):
        if above is not None and (first is None or found[above.index] < 0):
            first = above
            if (marker := above.line.marker) is not None:
                seen[marker.family] = (marker.ordinal, above.indent)
        if above is None or row is None or first is None or row.index in inline:
            continue
        if _goes_on(above, row, first, stretches[above.index], seen):
            found[row.index] = above.last
    return found


def _can_be_wrapped(lines: list[Line], across: bool) -> bool:
    """True where lines seem to be broken: no other text is looked at any closer.

    Args:
        lines: a text's lines, in order.
        across: whether running lines stand among them, across which a paragraph may go on.
    """
    broken = 0  # lines that hold clauses and end none
    close = FEW if across else 0  # lines that end no sentence, and no blank line below
    for line, below in pairwise(lines):
        if line.last in PARAGRAPH_ENDS:
            if (below.first in NO_STARTS or line.last in COLONS) and breaks_sentence(line.text, below.text):
                return True
            continue
        text = line.text
        if close < FEW and below.marker is None and not is_apart(line):
            close += 1
        if len(text) <= WIDEST:
            if broken < FEW and below.marker is None and ("，" in text or "," in text or "。" in text):
                broken += 1
            if can_break(line, below) and breaks_sentence(text, below.text):
                return True
        if broken == close == FEW:
            return True
    return False


def _rows(lines: list[Line], running: list[bool], inline: set[int], copy: ReadingCopy) -> list[Row | None]:
    """The lines that can be parts of paragraphs; None where something else stands between two of them.

    Pieces of a line are one row with the line that they go on with.
    """
    tables = mark_tables(lines, copy.text)
    pieces = line_pieces(lines, running)
    rows: list[Row | None] = []
    for index, line in enumerate(lines):
        if running[index]:
            if rows and rows[-1] is not None:
                rows[-1].apart = False
            continue
        if (
            (tables[index] and index not in inline and index + 1 not in inline)
            or isinstance(line, GridLine)
            or is_row(line.text)
            or is_contents_entry(line.text)
        ):
            rows.append(None)
            continue
        if index in pieces and rows and rows[-1] is not None:
            rows[-1].go_on(line, columns(copy.typed(line.start, line.end)))
            continue
        lead = line.indent
        before = copy.typed(line.start - len(lead), line.start)
        edge = len(before) + before.count("\u3000") + (_TAB - 1) * before.count("\t")
        indent = edge if before.isspace() else 0  # the marks of a Markdown heading are none
        text = copy.typed(line.start, line.end)
        sizes = [edge + columns(text), edge + 2 * len(text)]
        rows.append(Row(index, line, indent, sizes, text.count(" ") // 2))
    return rows


# --- one line after another ------------------------------------------------------------------------------------------


def _goes_on(above: Row, row: Row, first: Row, stretch: Stretch, seen: _Seen) -> bool:
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
    if row.indent >= stretch.base + INDENT and (stretch.indented or not stretch.width or row.indent > above.indent):
        return broken == "surely" and row.indent < CENTRED and row.indent <= above.indent
    full = stretch.width > 0 and _is_full(above, row, stretch, first is above)
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


def _is_full(above: Row, row: Row, stretch: Stretch, is_first: bool) -> bool:
    """True where the first thing of a line had no room at the end of the line above."""
    below = row.line.text
    size = above.sizes[stretch.measure]
    token = _TOKEN.match(below) if stretch.measure == 0 else None
    needs = columns(token.group()) if token else 2
    if below[1:2] in _NO_STARTS:  # is not parted from what stands before it
        needs += 2
    slack = stretch.slack + (_INDENTED_SLACK if stretch.indented else stretch.hidden if is_first else 0)
    if size > stretch.width + 2 * SPREAD:  # of another width, if of any
        return False
    return size + above.blanks + needs + slack > stretch.width and size * 2 > stretch.width


def _cites(above: Row, row: Row, first: Row, stretch: Stretch, full: bool, seen: _Seen) -> bool:
    """True where the number that a line begins with stands in the middle of a sentence."""
    marker, text = row.line.marker, above.line.text
    assert marker is not None
    if not full:
        return False
    last, indent = seen.get(marker.family, _NONE)
    if (stretch.parted and text[-1] not in SENTENCE_ENDS) or (stretch.indented and indent >= stretch.base + INDENT):
        return row.indent < stretch.base + INDENT
    if text[-1] in PARAGRAPH_ENDS:
        return False
    if text[-1] in _CITING:
        own = first.line.marker
        return own is None or own.family is not marker.family or marker.ordinal != own.ordinal + 1
    return marker.ordinal != 1 and marker.ordinal != last + 1


def _fills(above: Row, row: Row, first: Row, stretch: Stretch, seen: _Seen) -> bool:
    """True where the line above is full and its paragraph can go on."""
    text, below = above.line.text, row.line.text
    closes = is_date_line(below) or is_organ(below)
    if text[-1] in SENTENCE_ENDS and not _in_brackets(text):
        if closes:
            return False
        if stretch.indented or stretch.parted:
            return True
        fits = above.sizes[stretch.measure] + 2 <= stretch.width
        is_text = CLAUSE_END.search(below) is not None or row.sizes[stretch.measure] + SPREAD >= stretch.width
        return text[-1] in _FULL_STOPS and not fits and is_text and not has_label(below)
    is_indented = stretch.indented and stretch.base + INDENT <= above.indent < CENTRED
    is_numbered = bool(seen) or above.line.marker is not None
    if first is above and not (is_indented or is_numbered) and CLAUSE_END.search(text) is None and ends_in_kind(text):
        # A title: what is below may go on with it, but is no text.
        return not (closes or has_label(below) or CLAUSE_END.search(below) is not None or is_addressee(below))
    return not (closes and text[-1] in PARAGRAPH_ENDS)


def _in_brackets(text: str) -> bool:
    """True where a line ends within brackets: （责任单位：."""
    return max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")"))
