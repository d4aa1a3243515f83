"""Line ends lost: a document on one line is cut before the numbers that make series.

One family after the other is looked for, the outermost first, so that the units of an outer one tell where an inner
one may begin again, and which number stands right behind a heading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.parsing.lost_sites import FAIR, FIRM, MARKS, SENTENCE_ENDS, WEAK, Site, sites_in
from govreport.words.blanks import SPACES
from govreport.words.patterns import late
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
    Family,
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
    if not lines:
        return None
    share = _SHARE if len(lines) <= _FEW_LINES else _SHARE_OF_MANY
    # As soon as the other lines hold so many characters the longest one can no longer hold most: after a few of them.
    enough = (1 - share) * (lines[-1].start + len(lines[-1].text) - lines[0].start)
    at = longest = others = 0
    for index, line in enumerate(lines):
        size = len(line.text)
        if size > longest:
            at, longest, size = index, size, longest
        others += size
        if others >= enough:
            return None
    if longest <= share * (longest + others) or isinstance(lines[at], GridLine):
        return None
    if longest < LONG_LINE and len(lines) > 1:
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


def _cut(line: Line, places: list[int]) -> list[Line]:
    """Cut a line at some places; the marks of Markdown before them go to the white space of what follows."""
    out: list[Line] = []
    marks = ""
    for part in line.cut(places):
        if marks:
            part.lead = marks + part.lead
        bare = part.text.rstrip(MARKS + SPACES) if part.text[-1] in MARKS else part.text
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

_BLANK_BEHIND: Final = late(r"[^\s。；;！？!?：:，,]{1,28}[\u4e00-\u9fff”》）)] (?=[^\s\d]|20\d\d年)")
"""A heading with the blank that became of its line end."""
_REST_MIN: Final = 2  # characters behind it: 无。


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


# --- series ----------------------------------------------------------------------------------------------------------

_FAMILIES: Final = (PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN, HAN_PAREN, PLAIN, DIGIT, DIGIT_PAREN)
"""The families that are looked for, the outermost first."""
_HEADING_MAX: Final = 60  # characters of a heading that a number stands behind without a stop: 总则第一条…
_FEWEST: Final = 3  # numbers of a series that begins in its midst, or whose numbers are digits alone
_PLAIN_FIRSTS: Final = (PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN)
"""Families whose first number is told by the second alone."""


def _places(text: str) -> list[int]:
    """Where a line is to be cut: before the numbers that begin a series or go on with one."""
    sites, ends = sites_in(text)
    cuts: list[int] = []
    for family in _FAMILIES:
        kept = _series(text, family, sites.get(family, []), ends)
        cuts = sorted({*cuts, *(site.start for site in kept), *_lead_ins(text, kept, cuts)})
    return [cut for cut in cuts if cut]


_LEAD_IN_MAX: Final = 200  # characters of the longest sentence before a list


def _lead_ins(text: str, kept: list[Site], cuts: list[int]) -> Iterator[int]:
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
            elif site.firm < FIRM and (start := _title_start(text, site.start, floor)):
                yield start
                attached = _ATTACHMENT.match(text, start, site.start)
                if attached is not None:
                    yield attached.end()
        above = site.start


_NOTES: Final = late(r"[ \u3000]{0,4}(?:附|注|名词)[^。：:]{0,20}[：:]")
_ATTACHMENT: Final = late(r"[ \u3000]{0,4}附件[一二三四五六七八九十\d]{0,2}[ ：:]?(?=.)")


def _title_start(text: str, at: int, floor: int) -> int:
    """Where words begin that stand before a number without a stop, behind a sentence; 0 where they do not."""
    start = max(text.rfind(sign, max(floor, at - _HEADING_MAX), at) for sign in SENTENCE_ENDS) + 1
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


def _series(text: str, family: Family, sites: list[Site], ends: list[int]) -> list[Site]:
    """The numbers of one family that stand in series.

    Args:
        text: the line.
        family: the family.
        sites: its numbers in the line, in order.
        ends: where all numbers in the line end, in order.
    """
    kept: list[Site] = []
    last = 0
    for index, (site, firmer, followed) in enumerate(zip(sites, _firmer(sites), _followed(sites), strict=True)):
        behind = site.firm < FIRM and _is_behind_heading(text, site, ends)
        alone = site.firm <= WEAK and not behind
        if alone and (firmer or (site.firm < WEAK and family is not ARTICLE)):
            continue
        if family is PLAIN and site.firm < FIRM and not behind:
            continue
        if last and site.ordinal == last + 1:
            pass
        elif site.ordinal == 1:
            if alone and family not in _PLAIN_FIRSTS and not _follows_title(text, site.start):
                continue
            if not followed and not behind and not _is_sure(family, site, first=not kept):
                continue
        elif kept and site.ordinal == last and site.firm > kept[-1].firm <= WEAK:
            kept.pop()  # the same number, where it stands better
        elif not _enters(family, sites, index, last, behind):
            continue
        kept.append(site)
        last = site.ordinal
    return kept if len(kept) >= _FEWEST or family is not PLAIN else []


def _is_behind_heading(text: str, site: Site, ends: list[int]) -> bool:
    """True for a number right behind another and a few words without a stop: 第一章总则第一条…."""
    at = bisect_right(ends, site.start)
    if not at or site.start - ends[at - 1] > _HEADING_MAX:
        return False
    return not any(sign in _STOPS for sign in text[ends[at - 1] : site.start])


_STOPS: Final = frozenset("。；;！？!?")


def _is_sure(family: Family, site: Site, *, first: bool) -> bool:
    """True for a 1 that needs no 2 behind it."""
    if not family.is_sure:
        return False
    if site.firm == FIRM or family in (PART, BOOK, CHAPTER):
        return True
    return first and site.firm == FAIR


def _firmer(sites: list[Site]) -> list[bool]:
    """For each number, whether the same one stands better further on, before the next number."""
    out: list[bool] = []
    well: dict[int, int] = {}  # number: where it stands well next
    for index in range(len(sites) - 1, -1, -1):
        site = sites[index]
        same = well.get(site.ordinal)
        out.append(same is not None and same < well.get(site.ordinal + 1, len(sites)))
        if site.firm > WEAK:
            well[site.ordinal] = index
    return out[::-1]


def _followed(sites: list[Site]) -> list[bool]:
    """For each number, whether a 2 comes before the next 1 that stands well."""
    out: list[bool] = []
    followed = False
    for site in reversed(sites):
        out.append(followed)
        if site.ordinal == 2:
            followed = True
        elif site.ordinal == 1 and site.firm > WEAK:
            followed = False
    return out[::-1]


def _enters(family: Family, sites: list[Site], index: int, last: int, behind: bool) -> bool:
    """True where a series goes on behind numbers that are missing, or begins in its midst."""
    site = sites[index]
    following = [one.ordinal for one in sites[index + 1 : index + _FEWEST]]
    followed = following[:1] == [site.ordinal + 1]
    if last:
        missing = site.ordinal - last - 1
        if site.firm == FIRM:
            return 0 < missing <= (_MISSING_OF_SURE if family.is_sure else _MISSING)
        return missing == 1 and followed and (site.firm == FAIR or behind)
    if site.firm == FIRM and family.is_sure:
        return True
    return (site.firm >= FAIR or behind) and followed and (site.firm == FIRM or len(following) > 1)


_MISSING: Final = 1  # numbers of a series that may be missing in its midst
_MISSING_OF_SURE: Final = 4  # and of a family whose numbers are sure
