"""Numbers that lost their line, or their line end: lines cut before a number, and numbers joined with their heading.

Each function gets lines and gives lines that tile the same text.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import is_row
from govreport.words.blanks import SPACES
from govreport.words.patterns import late
from govreport.words.section_numbers import (
    HAN,
    HAN_BARE,
    HAN_PAREN,
    Family,
    Marker,
    match_marker,
    written,
)
from govreport.words.stops import STOPS

# --- a number in mid-line whose series stands on line starts ---------------------------------------------------------

_BACK: Final = 60  # lines before a number in which the one before it is looked for
_HEADING_MAX: Final = 30  # characters of a heading that a number stands behind without a stop: 一、基本情况（一）…
_ITEM_ENDS: Final = frozenset("。；;！!？?")  # what parts two units on one line
_CITING: Final = frozenset("第条款项和、至或及与～-—")  # what stands before a number that is cited
_LEADS_IN: Final = frozenset("。：:")  # what stands before the first of them
_CUT_BLANKS: Final = ("\u3000", "  ", "\u00a0\u00a0")  # the trace of a line end


def cut_at_numbers(lines: list[Line]) -> list[Line]:
    """Cut lines before numbers in their middle that the numbers at line starts lack.

    ``…如下：一、范围`` before ``二、标准``, ``第五章 措施`` behind a paragraph,
    ``（一）身份证；（二）户口簿。`` on one line.

    Args:
        lines: a document's lines, in order.
    """
    lines = _cut_at(_cut_first(lines), outer=True)
    lines = _cut_items(lines)
    return _cut_at(lines, outer=False)


def _cut_at(lines: list[Line], *, outer: bool) -> list[Line]:
    """Cut lines at numbers of 一、 and what is above it, or of the other families.

    The outer ones are cut first: （一） can then stand behind the heading of 一、.
    """
    numbers = [
        (index, marker)
        for index, line in enumerate(lines)
        if (marker := line.marker) is not None and (marker.family.rank <= HAN.rank) is outer
    ]
    if not numbers:
        return lines
    out: list[Line] = []
    copied = 0  # lines that are in it, cut or whole
    seen: dict[Family, int] = {}
    for (index, marker), follower in zip(numbers, _followers(numbers), strict=True):
        ordinal = marker.ordinal
        if ordinal > 1 and seen.get(marker.family) != ordinal - 1 and not marker.put_in:
            out += lines[copied:index]
            copied = index
            _cut_before(out, marker)
        seen[marker.family] = ordinal
        if follower == ordinal + 1 or marker.put_in:
            continue
        parts = _cut_within(lines[index], marker, follower)
        if len(parts) > 1:
            out += lines[copied:index] + parts
            copied = index + 1
            seen[marker.family] += len(parts) - 1
    return out + lines[copied:]


def _cut_first(lines: list[Line]) -> list[Line]:
    """Cut the first line that holds 一、 behind a stop, where no 一、 or 二、 begins a line."""
    for line in lines:
        if line.marker is not None and line.marker.family is HAN:
            return lines
    for index, line in enumerate(lines):
        at = _place_of(line, HAN, 1) if "一" in line.text else 0
        if at and line.text[:at].rstrip(SPACES)[-1] in STOPS:
            return [*lines[:index], *line.cut([at]), *lines[index + 1 :]]
    return lines


def _cut_before(out: list[Line], marker: Marker) -> None:
    """Cut the lines so far at the numbers that come before one at a line start, the last of them first."""
    family, wanted = marker.family, marker.ordinal - 1
    for index in range(len(out) - 1, max(-1, len(out) - 1 - _BACK), -1):
        line = out[index]
        own = line.marker
        if own is not None and own.family is family and own.ordinal >= wanted:
            return
        while wanted and (cut := _place_of(line, family, wanted)):
            out[index : index + 1] = line.cut([cut])
            line = out[index]
            wanted -= 1
        if not wanted or (own is not None and own.family.rank <= family.rank):
            return


def _cut_within(line: Line, marker: Marker, follower: int) -> list[Line]:
    """Cut a line that begins with a number before the next ones of its series, up to the one that begins a line."""
    parts = [line]
    wanted = marker.ordinal + 1
    while follower != wanted:
        last = parts[-1]
        at = _place_of(last, marker.family, wanted)
        if not at or last.text[:at].rstrip(SPACES)[-1] not in _ITEM_ENDS:
            break
        parts[-1:] = last.cut([at])
        wanted += 1
    return parts


def _cut_items(lines: list[Line]) -> list[Line]:
    """Cut lines before the （一） and （二） that stand in them: the items of a unit.

    What stands before the first unit only tells what the document holds: 本报告由（一）概述；（二）…组成.
    """
    out: list[Line] = []
    inside = False
    for line in lines:
        inside = inside or line.marker is not None
        text = line.text
        if inside and "二" in text and ("二）" in text or "二)" in text):  # the one sign is found faster than the two
            out += _items(line)
        else:
            out.append(line)
    return out


def _items(line: Line) -> list[Line]:
    """A line cut before the （一） in it and its followers, where a unit can begin with each; else as it is."""
    text = line.text
    first, second = _place_of(line, HAN_PAREN, 1), _place_of(line, HAN_PAREN, 2)
    if not 0 < first < second or text[:second].rstrip(SPACES)[-1] not in _ITEM_ENDS:
        return [line]
    if text[:first].rstrip(SPACES)[-1] not in _LEADS_IN:
        return [line]
    head, rest = line.cut([first])
    return [head, *_cut_within(rest, rest.marker, 0)] if rest.marker is not None else [head, rest]


def _place_of(line: Line, family: Family, number: int) -> int:
    """Place in a line of a number, where a unit could begin with it; 0 where there is none."""
    text = line.text
    for form in written(family, number):
        at = text.find(form, 1)
        if at > 0 and (isinstance(line, GridLine) or text[0] == "附" or is_row(text)):
            return 0
        while at > 0:
            marker = match_marker(text, at)
            if (
                marker is not None
                and marker.family is family
                and marker.ordinal == number
                and _can_begin(line, at, marker)
            ):
                return at
            at = text.find(form, at + 1)
    return 0


def _can_begin(line: Line, at: int, marker: Marker) -> bool:
    """True where a unit can begin in mid-line: behind a stop, wide blanks, brackets or a short heading."""
    text = line.text
    before = text[:at].rstrip(SPACES)
    if before.count("“") > before.count("”"):
        return False
    gap = text[len(before) : at]
    if before[-1] in STOPS or any(blank in gap for blank in _CUT_BLANKS):
        return True
    if before[-1] in _CITING:
        return False
    if before[-1] in "）)":
        return marker.family is HAN_PAREN
    above = line.marker
    if above is None or above.family.rank >= marker.family.rank:
        return False
    return above.length < len(before) <= _HEADING_MAX and text[above.length].isalpha()


def _followers(numbers: list[tuple[int, Marker]]) -> list[int]:
    """For each number with its place, the next one of its family; 0 where there is none."""
    out = []
    following: dict[Family, int] = {}
    for _, marker in reversed(numbers):
        out.append(following.get(marker.family, 0))
        following[marker.family] = marker.ordinal
    return out[::-1]


# --- a page number before a number -----------------------------------------------------------------------------------

_PAGE_NUMBER: Final = late(r"([-—－–~]{1,2}) ?[0-9]{1,4} ?\1")
_PAGE_NUMBER_STARTS: Final = frozenset("-—－–~")


def cut_page_numbers(lines: list[Line]) -> list[Line]:
    """Cut a page number off a number that it is glued to: ``-2-第四条``.

    Args:
        lines: a document's lines, in order.
    """
    for line in lines:
        if line.first in _PAGE_NUMBER_STARTS:
            break
    else:
        return lines
    out: list[Line] = []
    for line in lines:
        page = _PAGE_NUMBER.match(line.text) if line.first in _PAGE_NUMBER_STARTS else None
        if page is not None and match_marker(line.text[page.end() :].lstrip(SPACES)) is not None:
            out += line.cut([page.end()])
        else:
            out.append(line)
    return out


# --- numbers beside their words --------------------------------------------------------------------------------------

_CITED_ITEMS: Final = re.compile(r"[（(][一二三四五六七八九十0-9]{1,3}[）)][项款]")
_BROKEN_AT: Final = frozenset("第条款项")  # a line that ends so may be broken before an item that it cites


def join_cited_numbers(lines: list[Line]) -> list[Line]:
    """Join a line that is broken before an item with the one that begins with it: ``…属于前条第`` / ``（二）项规定…``.

    Args:
        lines: a document's lines, in order.
    """
    for line in lines:
        if line.last in _BROKEN_AT:
            break
    else:
        return lines
    out: list[Line] = []
    for line in lines:
        if out and out[-1].last in _BROKEN_AT and _CITED_ITEMS.match(line.text) is not None:
            out[-1].take(line)
        else:
            out.append(line)
    return out


_TITLE_MAX: Final = 40  # characters of a heading that stands under its number


def join_lone_numbers(lines: list[Line]) -> list[Line]:
    """Join a number alone on its line with the heading on the next: ``一、`` / ``总体情况``.

    Args:
        lines: a document's lines, in order.
    """
    for line in lines:
        if line.marker is not None and line.marker.length == len(line.text):
            break
    else:
        return lines
    out: list[Line] = []
    numerals = {line.marker.ordinal for line in lines if line.marker is not None and line.marker.family is HAN_BARE}
    for line in lines:
        above = out[-1] if out else line
        if (
            len(line.text) <= _TITLE_MAX
            and line.marker is None
            and (marker := above.marker) is not None
            and marker.length == len(above.text) <= 8
            and (marker.family is not HAN_BARE or numerals & {marker.ordinal - 1, marker.ordinal + 1})
            and "。" not in line.text
        ):
            above.take(line)
        else:
            out.append(line)
    return out
