"""The period that a report's figures cover: 统计期限自2021年1月1日起至12月31日止.

国办公开办函〔2021〕30号 asks annual reports for the figures of a calendar year; universities count school years.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.places import Words, first_paragraphs
from govreport.tree.evidence.weighing import Candidate
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Leaf, Title, leaves
from govreport.words.numerals import ordinal
from govreport.words.patterns import late

if TYPE_CHECKING:
    from govreport.tree.report import Report

Period = tuple[datetime.date, datetime.date]

_LEAVES: Final = 40  # leaves of the body among which a sentence on figures is looked for
_SENTENCE: Final = 160  # characters before a span of dates that say what it is
_AFTER: Final = 60  # characters after words on figures among which their dates stand
_NEAR: Final = 12  # characters before a span of dates that lead up to it
_LONGEST: Final = 800  # days of a period that only the words around it make one

_GAP: Final = r"\s{0,4}"
_YEAR: Final = r"(?:[12]\d{3}|二[〇○零OΟ0-9一二三四五六七八九]{3})"
_SMALL: Final = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_HOUR: Final = rf"(?:{_GAP}(?:零|[012]?\d){_GAP}[时点])?(?:[（(][^（）()]{{1,20}}[)）])?"
_YEAR_OR_SAME: Final = rf"(?:(?P<y%d>{_YEAR}){_GAP}年?|同年|当年|本年度?)?{_GAP}"
_MONTH: Final = rf"(?P<m%d>{_SMALL}){_GAP}(?:月|(?=[-—–－―─~～至]))"
_DAY: Final = rf"{_GAP}(?P<d%d>{_SMALL}){_GAP}日"
# A date of which the signs for year, month or day are lost: 201411日, 1231日.
_DAMAGED: Final = rf"(?P<x%d>[12]\d{{5,7}}|\d{{2,4}}){_GAP}日?(?!\d)"
_ISO: Final = r"(?P<i%d>(?:[12]\d{3}[-./])?\d{1,2}[-./]\d{1,2})(?!\d)"
_DATE: Final = rf"(?:{_YEAR_OR_SAME}{_MONTH}(?:{_DAY})?{_HOUR}|{_ISO}|{_DAMAGED})"
_TO: Final = r"(?:(?:截止?)?(?:至|到)|截?止于?|截止(?:日期|时间)为|迄|[-—–－―─﹣~～]{1,3}|(?<=起))"
_JOINT: Final = rf"{_GAP}(?:起|始|开始|起始)?{_GAP}[,，、]?{_GAP}{_TO}{_GAP}"
_SPAN: Final = late((_DATE % ((1,) * 5)) + _JOINT + (_DATE % ((2,) * 5)))
_BEGINS: Final = re.compile(rf"(?<![\d.]){_YEAR}")

_ON_FIGURES: Final = re.compile(
    r"统计(?:数据|资料)?的?(?:期限|时限|时间|时段|期间|范围|周期|期|区间)|起止(?:时间|日期)|数据(?:的)?统计|"
    r"统计数据|(?:列|用|中)的?数据"
)
"""What says that a span of dates is the one of the figures."""
_REPORTS: Final = "报報总總决決"
"""A character of 报告, 年报, 公报, 总结, 决算, in either script."""
_OF_THE_REPORT: Final = re.compile(r"报告|年报|数据|统计期")
_LEADS_UP: Final = late(r"(?:期限|时间|时段|时限|期间|内容|反映|涵盖|涉及|数据|范围|自|从)[^。；，,]{0,8}$")
_FOLLOWS: Final = re.compile(rf"{_GAP}(?:期间|止|的(?:工作|情况|政府信息))")


def candidates(report: Report) -> Iterator[Candidate]:
    """Yield the periods that a report says its figures cover: in its first paragraphs, else near its beginning."""
    found = list(in_opening(report))
    yield from found if found or not _may_report(report) else _in_text(report)


def _may_report(report: Report) -> bool:
    """True where the title is a report's, or there is none."""
    titles = [child.words for child in report.front.children if isinstance(child, Title)]
    return not titles or any(sign in title for title in titles for sign in _REPORTS)


def in_opening(report: Report) -> Iterator[Candidate]:
    """The periods in the first paragraphs, where a report speaks of itself."""
    words = Words(first_paragraphs(report))
    if not _OF_THE_REPORT.search(words.text):
        return
    for match in _spans(words.text, 0, len(words.text)):
        where = _says_what(words.text, match)
        if where is not None:
            yield from _candidate(words, match, where)


def _in_text(report: Report) -> Iterator[Candidate]:
    """The periods behind words on figures, wherever they stand."""
    words = Words(_leaves_on_figures(report))
    for figures in _ON_FIGURES.finditer(words.text):
        stop = words.text.find("。", figures.end())
        limit = figures.end() + _AFTER
        match = next(_spans(words.text, figures.end(), limit if stop < 0 else min(stop, limit)), None)
        if match is not None:
            yield from _candidate(words, match, "figures")


def _spans(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The spans of two dates in a piece of a text; each begins with a year."""
    for year in _BEGINS.finditer(text, start, end):
        match = _SPAN.match(text, year.start(), end)
        if match is not None:
            yield match


def _leaves_on_figures(report: Report) -> Iterator[Leaf]:
    """The leaves that may say what figures cover, each with the next: lines may be broken between the two."""
    before = False
    for leaf in chain(islice(leaves(report.body), _LEAVES), report.front.children):
        if not isinstance(leaf, Leaf):
            continue
        raw = leaf.words
        here = "统计" in raw or "統計" in raw or "起止" in raw
        if here or before:
            yield leaf
        before = here


def _says_what(text: str, match: re.Match[str]) -> str | None:
    """Tell what the words around a span of dates in the first paragraphs make of it; None where they say nothing."""
    before = text[max(0, match.start() - _SENTENCE) : match.start()]
    sentence = before[max(before.rfind("。"), before.rfind("；")) + 1 :]
    if _ON_FIGURES.search(sentence):
        return "figures"
    if not _OF_THE_REPORT.search(before):
        return None
    near = _LEADS_UP.search(before[-_NEAR:]) or _FOLLOWS.match(text, match.end())
    return "opening" if near else None


def _candidate(words: Words, match: re.Match[str], where: str) -> Iterator[Candidate]:
    period = _read(match)
    if period is not None and (where == "figures" or (period[1] - period[0]).days <= _LONGEST):
        yield Candidate(period, words.span(*match.span()), where, weight("period", where))


def _read(match: re.Match[str]) -> Period | None:
    """The two days of a span; None where they are none, or not in order."""
    first = _date(match, 1, None)
    last = _date(match, 2, first.year) if first else None
    return (first, last) if first and last and first < last else None


def _date(match: re.Match[str], which: int, year: int | None) -> datetime.date | None:
    """One of the two dates; of the year of the first, where it names none."""
    y, m, d, iso, damaged = (match[f"{name}{which}"] for name in "ymdix")
    if iso is not None:
        *years, month_, day_ = [int(number) for number in re.split("[-./]", iso)]
        of = years[0] if years else year
        return None if of is None else _day(of, month_, day_)
    if damaged is not None:
        return _mended(damaged, year)
    stated = _number(y) if y else year
    month = _number(m)
    if stated is None or month is None or not 1 <= month <= 12:
        return None
    if d is None:
        return _day(stated, month, 1 if which == 1 else calendar.monthrange(stated, month)[1])
    return _day(stated, month, _number(d))


def _mended(digits: str, year: int | None) -> datetime.date | None:
    """The day of digits that lost the signs between them, where they can be read in one way only."""
    if len(digits) > 4:
        year, digits = int(digits[:4]), digits[4:]
    if year is None:
        return None
    read = [_day(year, int(digits[:at]), int(digits[at:])) for at in (1, 2) if 0 < len(digits) - at < 3]
    days = [day for day in read if day is not None]
    return days[0] if len(days) == 1 else None


def _number(text: str) -> int | None:
    return 1 if text == "元" else ordinal("".join(text.split()))


def _day(year: int, month: int, day: int | None) -> datetime.date | None:
    try:
        return None if day is None else datetime.date(year, month, day)
    except ValueError:
        return None
