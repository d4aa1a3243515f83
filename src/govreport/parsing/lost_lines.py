"""Line ends lost: a document on one line is cut before the numbers that make series.

One family after the other is looked for, the outermost first, so that the units of an outer one tell where an inner
one may begin again, and which number stands right behind a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.words.blanks import SPACES
from govreport.words.disclosure_labels import begins_row
from govreport.words.section_names import section_name_end
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
    doubtful_marker,
    match_marker,
)

LONG_LINE: Final = 160
"""Characters from which a line may be several lines run together."""
_SHARE: Final = 0.5  # of a text's characters on one line before its line ends count as lost
_SHARE_OF_MANY: Final = 0.9  # and where it has more than a few lines
_FEW_LINES: Final = 6


def split_at_numbers(lines: list[Line]) -> list[Line]:
    """Give a body that lost its line ends its outline back; others stay as they are.

    Args:
        lines: a body's lines, in order.

    Returns:
        The lines; where one of them holds most of the text, it is cut at the numbers that make series.
    """
    at = lost_line(lines)
    return lines if at is None else [*lines[:at], *cut_line(lines[at]), *lines[at + 1 :]]


def lost_line(lines: list[Line]) -> int | None:
    """Index of the line that holds most of a text, whose line ends are lost then; None where there is none."""
    at = longest = total = 0
    for index, line in enumerate(lines):
        size = 0 if isinstance(line, GridLine) else len(line.text)
        total += size
        if size > longest:
            at, longest = index, size
    share = _SHARE if len(lines) <= _FEW_LINES else _SHARE_OF_MANY
    if (longest < LONG_LINE and len(lines) > 1) or longest <= share * total:
        return None
    if any(
        line.marker is not None and line.marker.family is HAN and line.marker.ordinal == 1 for line in lines[at + 1 :]
    ):
        return None  # a long preamble before 一、
    return at


def cut_line(line: Line) -> list[Line]:
    """Cut a line that lost its line ends at the numbers that make series, and behind the headings of these."""
    places = _places(line.text)
    return _cut(line, places) if places else [line]


_MARKS: Final = "#*"
"""Signs of Markdown before a number, of headings and of bold words: they are white space."""


def _cut(line: Line, places: list[int]) -> list[Line]:
    """Cut a line at some places; the marks of Markdown before them go to the white space of what follows."""
    out: list[Line] = []
    marks = ""
    for part in line.cut(places):
        if marks:
            part.lead = marks + part.lead
        bare = part.text.rstrip(_MARKS + SPACES) if part.text[-1] in _MARKS else part.text
        marks = ""
        if len(bare) < len(part.text) and part.start + len(part.text) < line.end:
            marks = part.text[len(bare) :] + part.trail
            part = Line(part.start, part.lead, bare, "") if bare else part
            if not bare:
                marks = part.lead + marks
                continue
        out.append(part)
    return _part_headings(out)


# --- headings and what follows them ----------------------------------------------------------------------------------

_BLANK_BEHIND: Final = re.compile(r"[^\s。；;！？!?：:，,]{1,28}[\u4e00-\u9fff”》）)] (?=[^\s\d]|20\d\d年)")
"""A heading with the blank that became of its line end."""
_REST_MIN: Final = 4  # characters behind it


def _part_headings(parts: list[Line]) -> list[Line]:
    """Cut the headings of sections that rules name, and those that a blank ends, where more than one is so, off what
    follows them.
    """
    ends = [_heading_end(part) for part in parts]
    several = sum(end > 0 for end in ends) > 1
    out: list[Line] = []
    for part, end in zip(parts, ends, strict=True):
        named = _name_end(part)
        at = named or (end if several else 0)
        out += part.cut([at]) if at else [part]
    return out


def _name_end(line: Line) -> int:
    """Where the heading of a section ends that rules name; 0 where it is none, or nothing follows it."""
    marker = line.marker
    if marker is None or marker.family is not HAN:
        return 0
    words = line.text[marker.length :]
    start = len(words) - len(words.lstrip(SPACES))
    size = section_name_end(words[start:])
    end = marker.length + start + size
    return end if size and end < len(line.text) and line.text[end] not in _STOPPED else 0


_STOPPED: Final = frozenset("。．.：:；;，,")


def _heading_end(line: Line) -> int:
    """Where a heading ends that a blank stands behind; 0 where none does."""
    marker = line.marker
    if marker is None or marker.family is ARTICLE:
        return 0
    match = _BLANK_BEHIND.match(line.text, marker.length)
    return match.end() if match is not None and len(line.text) - match.end() >= _REST_MIN else 0


# --- places where a unit can begin -----------------------------------------------------------------------------------

_SITE: Final = re.compile(
    r"第[ ]?[一二三四五六七八九十百千零〇\d]{1,9}[ ]?(?:部分|[编編章节節条條])(?:之[一二三四五六七八九十])?"
    r"|(?<![一二三四五六七八九十])(?:[一二三四五六七八九十]{1,4} ?[、．.]|[—－―─][、．.])|[（(][一二三四五六七八九十]{1,4}[）)]"
    r"|(?<![\d.])\d{1,3}[.．、](?!\d(?!\d{3}年))|[（(]\d{1,2}[）)]"
    r"|(?<![\d.．:：/-])0[1-9](?= ?[\u4e00-\u9fff])|(?<=[。；#\u3000])\d{1,2}(?=[\u4e00-\u9fff“《])"
)
_FAMILIES: Final = (PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN, HAN_PAREN, ZERO, PLAIN, DIGIT, DIGIT_PAREN)
"""The families that are looked for, the outermost first."""
_NEVER_BEFORE: Final = frozenset("第、和或至～—-“《（(〔「【，,/")
"""What stands before a number that is cited, counted or bracketed."""
_SELDOM_BEFORE: Final = frozenset("条款项章节及与按据照依")
"""The same, but for a number behind a heading: 其他事项（一）…."""
_DIGITS: Final = frozenset("0123456789")
_BEFORE_CITED_ARTICLE: Final = frozenset("法例定程反本约规令施")  # 本法第三条, 违反第三条
_BEFORE_ONE: Final = frozenset("统唯之同专单万不")  # 统一、规范
_BEFORE_TOLD: Final = frozenset("括含由分为即")  # 全文包括（一）总体情况；（二）…
_PAGE_NUMBER_ENDS: Final = re.compile(r"[-—－–] ?\d{1,3} ?[-—－–]$")
_SENTENCE_ENDS: Final = frozenset("。！？!?…>")
_CLAUSE_ENDS: Final = frozenset("；;：:)）】〕”》’」]")
_WIDE_BLANKS: Final = re.compile(r"[ \t]{2}|[\u3000\u00a0]")
_QUOTED_MAX: Final = 400  # characters before a number in which the quotation mark that opens before it is looked for
_DOUBTED_MAX: Final = 40  # characters from a number on by which one that seems cited is read
_NONE, _DOUBTFUL, _WEAK, _FAIR, _FIRM = range(5)


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


def _sites(text: str) -> tuple[dict[Family, list[_Site]], list[int]]:
    """The numbers in a line with which a unit could begin, by family, and where all of them end."""
    found: dict[Family, list[_Site]] = {}
    ends: list[int] = []
    listed = 0  # where the list of attachments ends that is open
    blank = _ends_in_blanks(text)
    for match in _SITE.finditer(text):
        at = match.start()
        if at < listed or (blank and at and text[at - 1] not in _BLANKS):
            continue
        marker = match_marker(text, at)
        firm = _NONE
        if marker is None:
            marker = doubtful_marker(text[at : at + _DOUBTED_MAX])
            firm = _firmness(text, at, marker.family) if marker is not None else _NONE
            firm = firm if firm > _WEAK else _NONE
        elif _ATTACHED.search(text, max(0, at - _ATTACHED_MAX), at) is not None:
            listed = _end_of_list(text, at)
        elif marker.family is ARTICLE and text[at + marker.length : at + marker.length + 1] in ("：", ":"):
            continue  # 增加一条，作为第十一条：“…
        elif not marker.put_in and not begins_row(text, at, marker.length):
            firm = _firmness(text, at, marker.family)
        if firm and marker is not None:
            site = _Site(at, marker, firm)
            found.setdefault(marker.family, []).append(site)
            if firm > _DOUBTFUL:
                ends.append(site.end)
    return found, ends


_BLANKS: Final = frozenset(SPACES + _MARKS)
_BLANK_SITES: Final = re.compile(
    r"[。；](?P<blank>[\s#*]*)(?:第[一二三四五六七八九十百]{1,4}[章条]|[一二三四五六七八九十（(]{2,4}[、）)])"
)
_BLANK_SITES_MIN: Final = 3
_BLANK_SHARE: Final = 0.8


def _ends_in_blanks(text: str) -> bool:
    """True where blanks stand for the line ends: before nearly each number behind a sentence."""
    blank = [bool(match["blank"]) for match in _BLANK_SITES.finditer(text)]
    return len(blank) >= _BLANK_SITES_MIN and sum(blank) >= _BLANK_SHARE * len(blank)


_ATTACHED: Final = re.compile(r"附件[:：]?[ \u3000]{0,4}$")
_ATTACHED_MAX: Final = 8  # characters of 附件： before the first number of its list
_LIST_MAX: Final = 600  # characters of a list of attachments
_LIST_ENDS: Final = re.compile(r"。|[12]\d{3}年\d|附件[ ]?[1一]|[一二]、|第一[章条]")


def _end_of_list(text: str, start: int) -> int:
    """Where a list of attachments ends: before the next sentence, date, attachment or outer number."""
    end = _LIST_ENDS.search(text, start, start + _LIST_MAX)
    return end.start() if end is not None else min(len(text), start + _LIST_MAX)


def _firmness(text: str, at: int, family: Family) -> int:
    """How well a unit can begin at a number, by what stands before it."""
    before = at
    while before and (text[before - 1] in SPACES or text[before - 1] in _MARKS):
        before -= 1
    if not before:
        return _FIRM
    firm = _firmness_after(text, before, at, family)
    if firm == _NONE:
        return _NONE
    opened = text.rfind("“", max(0, at - _QUOTED_MAX), at)
    if opened >= 0 and text.find("”", opened, at) < 0:
        return _NONE
    return firm


def _firmness_after(text: str, before: int, at: int, family: Family) -> int:
    """The same by the last sign before it and the white space between, quotation marks aside."""
    sign = text[before - 1]
    if sign in _SENTENCE_ENDS or any(mark in text[before:at] for mark in _MARKS):
        return _FIRM
    if sign in _NEVER_BEFORE:
        return _FIRM if _PAGE_NUMBER_ENDS.search(text, max(0, before - 8), before) else _NONE
    if _WIDE_BLANKS.search(text, before, at):
        return _FIRM
    if sign in _SELDOM_BEFORE or (family is ARTICLE and sign in _BEFORE_CITED_ARTICLE):
        return _DOUBTFUL
    if sign in _CLAUSE_ENDS or before < at:
        return _FAIR
    return _NONE if sign in _NOT_BEFORE.get(family, ()) else _WEAK


_NOT_BEFORE: Final = {
    HAN: _BEFORE_ONE,
    HAN_PAREN: _BEFORE_TOLD,
    **dict.fromkeys((DIGIT, ZERO, PLAIN), _DIGITS),
}
"""What stands before a number that is none, by its family."""


# --- series ----------------------------------------------------------------------------------------------------------

_HEADING_MAX: Final = 40  # characters of a heading that a number stands behind without a stop: 总则第一条…
_FEWEST: Final = 3  # numbers of a series that begins in its midst, or whose numbers are digits alone
_DIGITS_ALONE: Final = (ZERO, PLAIN)
_PLAIN_FIRSTS: Final = (PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN)
"""Families whose first number is told by the second alone."""


def _places(text: str) -> list[int]:
    """Where a line is to be cut: before the numbers that begin a series or go on with one."""
    sites, ends = _sites(text)
    cuts: list[int] = []
    for family in _FAMILIES:
        kept = _series(text, family, sites.get(family, []), ends)
        cuts = sorted({*cuts, *(site.start for site in kept), *_lead_ins(text, kept, cuts)})
    return [cut for cut in cuts if cut]


_LEAD_IN_MAX: Final = 200  # characters of the longest sentence before a list


def _lead_ins(text: str, kept: list[_Site], cuts: list[int]) -> Iterator[int]:
    """Where the words begin that lead to a list.

    They are a sentence between two lists of the same unit (（四）…。有下列情形的：（一）…), or a title that stands for
    itself (…。名词解释1.…).

    Args:
        text: the line.
        kept: the numbers of one family that stand in series, in order.
        cuts: where outer units begin.
    """
    above = 0
    for site in kept:
        if site.ordinal == 1:
            floor = max(above, site.start - _LEAD_IN_MAX)
            if _before(text, site.start) in ("：", ":"):
                start = max(text.rfind(sign, floor, site.start) for sign in "。！？") + 1
                same = above and bisect_right(cuts, site.start) == bisect_right(cuts, above)
                if start and (same or _NOTES.match(text, start, site.start) is not None):
                    yield start
            elif site.firm < _FIRM and (start := _title_start(text, site.start, floor)):
                yield start
                attached = _ATTACHMENT.match(text, start, site.start)
                if attached is not None:
                    yield attached.end()
        above = site.start


_NOTES: Final = re.compile(r"[ \u3000]{0,4}(?:附|注|名词)[^。：:]{0,20}[：:]")
_ATTACHMENT: Final = re.compile(r"[ \u3000]{0,4}附件[一二三四五六七八九十\d]{0,2}[ ：:]?(?=.)")


def _title_start(text: str, at: int, floor: int) -> int:
    """Where words begin that stand before a number without a stop, behind a sentence; 0 where they do not."""
    start = max(text.rfind(sign, max(floor, at - _HEADING_MAX), at) for sign in _SENTENCE_ENDS) + 1
    return start if 0 < start < at and not any(sign in _STOPS for sign in text[start:at]) else 0


def _follows_title(text: str, at: int) -> bool:
    """True for a number behind words without a stop that begin the text or stand behind a sentence."""
    if at <= _HEADING_MAX:
        return not any(sign in _STOPS for sign in text[:at])
    return _title_start(text, at, 0) > 0


def _before(text: str, at: int) -> str:
    """The last sign before a place, white space aside; empty where there is none near."""
    return text[max(0, at - _BLANKS_MAX) : at].rstrip(SPACES)[-1:]


_BLANKS_MAX: Final = 20  # characters of white space before a number through which is looked


def _series(text: str, family: Family, sites: list[_Site], ends: list[int]) -> list[_Site]:
    """The numbers of one family that stand in series.

    Args:
        text: the line.
        family: the family.
        sites: its numbers in the line, in order.
        ends: where all numbers in the line end, in order.
    """
    kept: list[_Site] = []
    last = 0
    for index, (site, firmer, followed) in enumerate(zip(sites, _firmer(sites), _followed(sites), strict=True)):
        behind = site.firm < _FIRM and _is_behind_heading(text, site, ends)
        alone = site.firm <= _WEAK and not behind
        if alone and (firmer or (site.firm < _WEAK and family is not ARTICLE)):
            continue
        if family in _DIGITS_ALONE and site.firm < _FIRM and not behind:
            continue
        if last and site.ordinal == last + 1:
            pass
        elif site.ordinal == 1:
            if alone and family not in _PLAIN_FIRSTS and not _follows_title(text, site.start):
                continue
            if not followed and not behind and not _is_sure(family, site, first=not kept):
                continue
        elif kept and site.ordinal == last and site.firm > kept[-1].firm <= _WEAK:
            kept.pop()  # the same number, where it stands better
        elif not _enters(sites, index, last, behind):
            continue
        kept.append(site)
        last = site.ordinal
    return kept if len(kept) >= _FEWEST or family not in _DIGITS_ALONE else []


def _is_behind_heading(text: str, site: _Site, ends: list[int]) -> bool:
    """True for a number right behind another and a few words without a stop: 第一章总则第一条…."""
    at = bisect_right(ends, site.start)
    if not at or site.start - ends[at - 1] > _HEADING_MAX:
        return False
    return not any(sign in _STOPS for sign in text[ends[at - 1] : site.start])


_STOPS: Final = frozenset("。；;！？!?")


def _is_sure(family: Family, site: _Site, *, first: bool) -> bool:
    """True for a 1 that needs no 2 behind it."""
    if not family.is_sure:
        return False
    if site.firm == _FIRM or family in (PART, BOOK, CHAPTER):
        return True
    return first and site.firm == _FAIR


def _firmer(sites: list[_Site]) -> list[bool]:
    """For each number, whether the same one stands better further on, before the next number."""
    out: list[bool] = []
    well: dict[int, int] = {}  # number: where it stands well next
    for index in range(len(sites) - 1, -1, -1):
        site = sites[index]
        same = well.get(site.ordinal)
        out.append(same is not None and same < well.get(site.ordinal + 1, len(sites)))
        if site.firm > _WEAK:
            well[site.ordinal] = index
    return out[::-1]


def _followed(sites: list[_Site]) -> list[bool]:
    """For each number, whether a 2 comes before the next 1 that stands well."""
    out: list[bool] = []
    followed = False
    for site in reversed(sites):
        out.append(followed)
        if site.ordinal == 2:
            followed = True
        elif site.ordinal == 1 and site.firm > _WEAK:
            followed = False
    return out[::-1]


def _enters(sites: list[_Site], index: int, last: int, behind: bool) -> bool:
    """True where a series goes on behind a number that is missing, or begins in its midst."""
    site = sites[index]
    if site.firm < _FAIR and not behind:
        return False
    following = [one.ordinal for one in sites[index + 1 : index + _FEWEST]]
    if last:
        return site.ordinal == last + 2 and following[:1] == [site.ordinal + 1]
    return (site.firm == _FIRM or behind) and following == [site.ordinal + 1, site.ordinal + 2]
