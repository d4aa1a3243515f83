"""Numbers in a line that lost its line ends, and how well a unit can begin with each."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.blanks import SPACES
from govreport.words.disclosure_labels import begins_row
from govreport.words.patterns import late
from govreport.words.section_numbers import (
    ARTICLE,
    DIGIT,
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

MARKS: Final = "#*"
"""Signs of Markdown before a number, of headings and of bold words: they are white space."""
_HAN: Final = "[一二三四五六七八九十]{1,4}"
_PUT_IN: Final = "(?:之[一二三四五六七八九十])?"
_ARTICLE: Final = rf"第[ ]?[一二三四五六七八九十百千零〇\d]{{1,9}}[ ]?(?:部分|[编編章節节條条]){_PUT_IN}"
_IN_HAN: Final = rf"(?<![一二三四五六七八九十])(?:{_HAN} ?[、．.]|[—－―─][、．.])|[（(]{_HAN}[）)]"
_IN_DIGITS: Final = r"(?<![\d.])\d{1,3}[.．、](?!\d(?!\d{3}年))|[（(]\d{1,2}[）)]"
_NO_DIGIT_BEFORE: Final = r"(?<![\d.．:：/-])"
_WITHOUT_POINT: Final = r"0[1-9](?=[ \u00a0\u3000]?[\u4e00-\u9fff])|[1-9]\d?(?=[\u4e00-\u9fff“])"
_FORMS: Final = (_ARTICLE, _IN_HAN, _IN_DIGITS, f"{_NO_DIGIT_BEFORE}(?:{_WITHOUT_POINT})")
# What all of them begin with is looked for first, to pass over other characters fast.
_SITE: Final = late(rf"(?=[第（(\d一二三四五六七八九十—－―─])(?:{'|'.join(_FORMS)})")
_NEVER_BEFORE: Final = frozenset("第、和或至～—-“《（(〔「【，,/")
"""What stands before a number that is cited, counted or bracketed."""
_SELDOM_BEFORE: Final = frozenset("条款项章节及与按据照依")
"""The same, but for a number behind a heading: 其他事项（一）…."""
_DIGITS: Final = frozenset("0123456789")
_BEFORE_CITED_ARTICLE: Final = frozenset("法例定程反本约规令施")  # 本法第三条, 违反第三条
_BEFORE_ONE: Final = frozenset("统唯之同专单万不")  # 统一、规范
_BEFORE_TOLD: Final = frozenset("括含由分为即")  # 全文包括（一）总体情况；（二）…
_PAGE_NUMBER_ENDS: Final = late(r"[-—－–] ?\d{1,3} ?[-—－–]$")
SENTENCE_ENDS: Final = frozenset("。！？!?…>")
_CLAUSE_ENDS: Final = frozenset("；;：:)）】〕”》’」]")
_WIDE_BLANKS: Final = re.compile(r"[ \t]{2}|[\u3000\u00a0]")
_QUOTED_MAX: Final = 400  # characters before and behind a number in which quotation marks around it are looked for
_DOUBTED_MAX: Final = 40  # characters from a number on by which one that seems cited is read
_NONE, DOUBTFUL, WEAK, FAIR, FIRM = range(5)
"""How well a unit can begin at a number: only behind a heading, behind any words, a clause, a sentence."""


class Site:
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


def sites_in(text: str) -> tuple[dict[Family, list[Site]], list[int]]:
    """The numbers in a line with which a unit could begin, by family, and where all of them end."""
    found: dict[Family, list[Site]] = {}
    ends: list[int] = []
    listed = 0  # where the list of attachments ends that is open
    blank = _ends_in_blanks(text)
    for match in _SITE.finditer(text):
        at = match.start()
        if at < listed or (blank and at and text[at - 1] not in _BLANKS):
            continue
        if _LISTED.match(text, match.end()) is not None:
            continue
        marker = match_marker(text, at)
        firm = _NONE
        if marker is None:
            marker = doubtful_marker(text[at : at + _DOUBTED_MAX])
            firm = _firmness(text, at, marker.family) if marker is not None else _NONE
            firm = firm if firm > WEAK else _NONE
        elif _ATTACHED.search(text, max(0, at - _ATTACHED_MAX), at) is not None:
            listed = _end_of_list(text, at)
        elif text[at + marker.length : at + marker.length + 1] in _CITED_BEFORE.get(marker.family, ()) or (
            at and marker.family is ARTICLE and text[at - 1] in _CITED_BEHIND
        ):
            continue
        elif not marker.put_in and not begins_row(text, at, marker.length):
            firm = _firmness(text, at, marker.family)
        if firm and marker is not None:
            site = Site(at, marker, firm)
            found.setdefault(PLAIN if marker.family is ZERO else marker.family, []).append(site)
            if firm > DOUBTFUL and marker.family not in (ZERO, PLAIN):
                ends.append(site.end)
    return found, ends


_LISTED: Final = late(r"[^。；\n]{1,40}?(?:[….·]{3}| ?[|｜])")
"""What stands behind a number in a contents page or a row."""
_BLANKS: Final = frozenset(SPACES + MARKS)
_BLANK_SITES: Final = late(
    r"[。；](?P<blank>[\s#*]*)(?:第[一二三四五六七八九十百]{1,4}[章条]|[（(]?[一二三四五六七八九十]{1,3}[、）)])"
)
_BLANK_SITES_MIN: Final = 3
_BLANK_SHARE: Final = 0.8


def _ends_in_blanks(text: str) -> bool:
    """True where blanks stand for the line ends: before nearly each number behind a sentence."""
    blank = [bool(match["blank"]) for match in _BLANK_SITES.finditer(text)]
    return len(blank) >= _BLANK_SITES_MIN and sum(blank) >= _BLANK_SHARE * len(blank)


_CITED_BEFORE: Final = {ARTICLE: "：:", PART: "是为"}
"""What follows a number that is cited: 增加一条，作为第十一条：“…, 第一部分是…."""
_CITED_BEHIND: Final = frozenset("将把按照依据")  # what stands before an article that is cited: 将第十条改为…
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
    while before and (text[before - 1] in SPACES or text[before - 1] in MARKS):
        before -= 1
    if not before:
        return FIRM
    firm = _firmness_after(text, before, at, family)
    if firm == _NONE:
        return _NONE
    return _NONE if _is_quoted(text, at) else firm


def _is_quoted(text: str, at: int) -> bool:
    """True for a place between two quotation marks; a mark that has lost its other one holds nothing."""
    opened = text.rfind("“", max(0, at - _QUOTED_MAX), at)
    if opened < 0 or text.find("”", opened, at) >= 0:
        return False
    closed = text.find("”", at, at + _QUOTED_MAX)
    return closed >= 0 and text.find("“", at, closed) < 0


def _firmness_after(text: str, before: int, at: int, family: Family) -> int:
    """The same by the last sign before it and the white space between, quotation marks aside."""
    sign = text[before - 1]
    if sign in SENTENCE_ENDS or any(mark in text[before:at] for mark in MARKS):
        return FIRM
    if sign in _NEVER_BEFORE:
        return FIRM if _PAGE_NUMBER_ENDS.search(text, max(0, before - 8), before) else _NONE
    if _WIDE_BLANKS.search(text, before, at):
        return FIRM
    if sign in _SELDOM_BEFORE or (family is ARTICLE and sign in _BEFORE_CITED_ARTICLE):
        return DOUBTFUL
    if sign in _CLAUSE_ENDS or before < at:
        return FAIR
    return _NONE if sign in _NOT_BEFORE.get(family, ()) else WEAK


_NOT_BEFORE: Final = {
    HAN: _BEFORE_ONE,
    HAN_PAREN: _BEFORE_TOLD,
    **dict.fromkeys((DIGIT, ZERO, PLAIN), _DIGITS),
}
"""What stands before a number that is none, by its family."""
