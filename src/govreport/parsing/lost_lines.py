"""Line ends lost: a document on one line is cut before the numbers that make series.

One family after the other is looked for, the outermost first, so that the units of an outer one tell where an inner
one may begin again, and which number stands right behind a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.words.blanks import SPACES
from govreport.words.disclosure_labels import begins_row
from govreport.words.section_numbers import (
    ARTICLE,
    BOOK,
    CHAPTER,
    DIGIT,
    DIGIT_PAREN,
    DIVISION,
    HAN,
    HAN_PAREN,
    PART,
    PLAIN,
    ZERO,
    Family,
    Marker,
    match_marker,
)

LONG_LINE: Final = 160
"""Characters from which a line may be several lines run together."""
_SHARE: Final = 0.5  # of a text's characters on one line before its line ends count as lost
_SHARE_OF_MANY: Final = 0.9  # and where it has more than a few lines
_FEW_LINES: Final = 6


def split_at_numbers(lines: list[Line]) -> list[Line]:
    """Give a document that lost its line ends its outline back; other documents stay as they are.

    Args:
        lines: a text's or a body's lines, in order.

    Returns:
        The lines; where one of them holds most of the text, it is cut at the numbers that make series.
    """
    at = longest = total = 0
    for index, line in enumerate(lines):
        size = 0 if isinstance(line, GridLine) else len(line.text)
        total += size
        if size > longest:
            at, longest = index, size
    share = _SHARE if len(lines) <= _FEW_LINES else _SHARE_OF_MANY
    if (longest < LONG_LINE and len(lines) > 1) or longest <= share * total:
        return lines
    if any(
        line.marker is not None and line.marker.family is HAN and line.marker.ordinal == 1 for line in lines[at + 1 :]
    ):
        return lines  # a long preamble before 一、
    places = _places(lines[at].text)
    return lines if len(places) < 2 else [*lines[:at], *_cut(lines[at], places), *lines[at + 1 :]]


_MARKS: Final = "#"  # of headings in Markdown: white space before a number


def _cut(line: Line, places: list[int]) -> list[Line]:
    """Cut a line before its numbers; the marks of Markdown before them go to their white space."""
    parts = line.cut(places)
    out: list[Line] = []
    for part in parts:
        text = part.text
        if text[-1] in _MARKS and out:
            bare = text.rstrip(_MARKS + SPACES)
            if bare:
                part = Line(part.start, part.lead, bare, text[len(bare) :] + part.trail)
            else:
                out[-1].trail += part.lead + text + part.trail
                continue
        out.append(part)
    return out


# --- places where a unit can begin -----------------------------------------------------------------------------------

_SITE: Final = re.compile(
    r"第[ ]?[一二三四五六七八九十百零〇\d]{1,6}[ ]?(?:部分|[编章节条])(?:之[一二三四五六七八九十])?"
    r"|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,4}[、．.]|[（(][一二三四五六七八九十]{1,4}[）)]"
    r"|(?<![\d.])\d{1,3}[.．、](?!\d)|[（(]\d{1,2}[）)]"
    r"|(?<=[。；#\u3000])\d{1,2}(?=[\u4e00-\u9fff“《])"
)
_FAMILIES: Final = (PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN, HAN_PAREN, ZERO, PLAIN, DIGIT, DIGIT_PAREN)
"""The families that are looked for, the outermost first."""
_NEVER_BEFORE: Final = frozenset("第条款项章节和、至或及与按依据照～-—“《（(〔「【，,/")
"""What stands before a number that is cited, counted or bracketed."""
_SENTENCE_ENDS: Final = frozenset("。！？!?…")
_CLAUSE_ENDS: Final = frozenset("；;：:)）】〕”》’」")
_WIDE_BLANKS: Final = re.compile(r"[ \t]{2}|[\u3000\u00a0]")
_QUOTED_MAX: Final = 400  # characters before a number in which the quotation mark that opens before it is looked for
_NONE, _WEAK, _FAIR, _FIRM = range(4)


class _Site:
    """A number in a line.

    Attributes:
        start: where it begins, in characters.
        end: where it ends.
        ordinal: its number.
        firm: how well a unit can begin there, by what stands before it.
    """

    __slots__ = ("end", "firm", "ordinal", "start")

    def __init__(self, start: int, marker: Marker, firm: int) -> None:
        self.start = start
        self.end = start + marker.length
        self.ordinal = marker.ordinal
        self.firm = firm


def _sites(text: str) -> dict[Family, list[_Site]]:
    """The numbers in a line with which a unit could begin, by family."""
    found: dict[Family, list[_Site]] = {}
    for match in _SITE.finditer(text):
        at = match.start()
        marker = match_marker(text, at)
        if marker is None or marker.put_in or begins_row(text, at, marker.length):
            continue
        firm = _firmness(text, at, marker.family)
        if firm:
            found.setdefault(marker.family, []).append(_Site(at, marker, firm))
    return found


def _firmness(text: str, at: int, family: Family) -> int:
    """How well a unit can begin at a number, by what stands before it."""
    before = at
    while before and text[before - 1] in SPACES:
        before -= 1
    if not before:
        return _FIRM
    sign = text[before - 1]
    if sign in _SENTENCE_ENDS or sign == "#":
        firm = _FIRM
    elif sign in _NEVER_BEFORE:
        return _NONE
    elif _WIDE_BLANKS.search(text, before, at):
        firm = _FIRM
    elif sign in _CLAUSE_ENDS or before < at:
        firm = _FAIR
    elif sign.isdecimal() and family in (DIGIT, ZERO, PLAIN):
        return _NONE
    else:
        firm = _WEAK
    opened = text.rfind("“", max(0, at - _QUOTED_MAX), at)
    if opened >= 0 and text.find("”", opened, at) < 0:
        return _NONE
    return firm


# --- series ----------------------------------------------------------------------------------------------------------

_HEADING_MAX: Final = 40  # characters of a heading that a number stands behind without a stop: 总则第一条…
_FEWEST: Final = 3  # numbers of a series that begins in its midst, or whose numbers are digits alone
_DIGITS_ALONE: Final = (ZERO, PLAIN)


def _places(text: str) -> list[int]:
    """Where a line is to be cut: before the numbers that begin a series or go on with one."""
    sites = _sites(text)
    cuts: list[int] = []  # before outer numbers, in order
    ends: list[int] = []  # and where these numbers end
    for family in _FAMILIES:
        kept = _series(text, family, sites.get(family, []), cuts, ends)
        if kept:
            cuts = sorted({*cuts, *(site.start for site in kept)})
            ends = sorted({*ends, *(site.end for site in kept)})
    return [cut for cut in cuts if cut]


def _series(text: str, family: Family, sites: list[_Site], cuts: list[int], ends: list[int]) -> list[_Site]:
    """The numbers of one family that stand in series.

    Args:
        text: the line.
        family: the family.
        sites: its numbers in the line, in order.
        cuts: where outer units begin.
        ends: where the numbers of these end.
    """
    kept: list[_Site] = []
    last = 0
    for index, site in enumerate(sites):
        wanted = last + 1
        behind = _is_behind_heading(text, site, ends)
        if family is ARTICLE and site.firm < _FAIR and not behind:
            continue
        if last and site.ordinal == wanted:
            if site.firm == _WEAK and not behind and _comes_firmer(sites, index):
                continue
        elif site.ordinal == 1:
            if not (site.firm >= _FAIR or behind) or not _is_followed(sites, index, cuts):
                continue
        elif not _enters(sites, index, last):
            continue
        if family in _DIGITS_ALONE and site.firm < _FIRM and not behind:
            continue
        kept.append(site)
        last = site.ordinal
    return kept if len(kept) >= (_FEWEST if family in _DIGITS_ALONE else 2) else []


def _is_behind_heading(text: str, site: _Site, ends: list[int]) -> bool:
    """True for a number right behind the heading of an outer unit: 第一章总则第一条…."""
    at = bisect_right(ends, site.start)
    if not at or site.start - ends[at - 1] > _HEADING_MAX:
        return False
    return not any(sign in _STOPS for sign in text[ends[at - 1] : site.start])


_STOPS: Final = frozenset("。；;！？!?")


def _comes_firmer(sites: list[_Site], index: int) -> bool:
    """True where the same number stands better further on, before the next one."""
    own = sites[index].ordinal
    for site in sites[index + 1 :]:
        if site.ordinal == own and site.firm > _WEAK:
            return True
        if site.ordinal != own:
            return False
    return False


def _is_followed(sites: list[_Site], index: int, cuts: list[int]) -> bool:
    """True where a 1 has a 2 behind it, before the next 1."""
    for site in sites[index + 1 :]:
        if site.ordinal == 2:
            return True
        if site.ordinal == 1 and site.firm > _WEAK:
            return False
    return False


def _enters(sites: list[_Site], index: int, last: int) -> bool:
    """True where a series goes on behind a number that is missing, or begins in its midst."""
    site = sites[index]
    if site.firm < _FIRM:
        return False
    following = [one.ordinal for one in sites[index + 1 : index + _FEWEST]]
    if last:
        return site.ordinal == last + 2 and following[:1] == [site.ordinal + 1]
    return following == [site.ordinal + 1, site.ordinal + 2]
