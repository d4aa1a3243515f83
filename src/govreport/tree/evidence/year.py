"""The year that a report is on: from its title, else nothing; period and first sentence can only confirm it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence import period
from govreport.tree.evidence.places import Passage, first_paragraphs, whole
from govreport.tree.evidence.weighing import Candidate
from govreport.tree.evidence.weights import weight
from govreport.words.numerals import parse_date
from govreport.words.patterns import late
from govreport.words.reading_form import reading_form

if TYPE_CHECKING:
    from govreport.tree.report import Report

_YEARLY: Final = r"(?:报告|公报|年报|总结|决算|综述|白皮书)"
"""The kinds of document that are on a year."""
_PERIODIC: Final = late(
    rf"{_YEARLY}(?:的?公[告示]|说明|摘要|[（(][^（）()]{{1,20}}[)）]|[》”\"\s]|\.\w{{2,4}}|全文){{0,3}}$"
)
"""A title that ends in such a kind, or that announces a document of such a kind."""
_CITES: Final = re.compile(r"转发|批转|印发|做好|开展|编制|解读|要求")
"""What makes the report of a title another's, or one that is still to be made."""
_ENDS_ELSEWHERE: Final = re.compile(r"(?:通知|意见|决定|批复|函|解读|方案|办法|答复|通报|纪要)[》”\"\s]{0,2}$")
_YEARS: Final = late(
    r"(?<!\d)(?P<year>(?:19|20)\d{2}|二[〇○零OΟ0][〇○零OΟ一二三四五六七八九0-9]{2})\s{0,4}"
    r"(?:年|财年|[-－—–~～至]{1,2}\s{0,2}(?:20)?\d{2}\s{0,4}(?:年|学年|财年)?|[）)]|(?=[\u4e00-\u9fff]))"
)
_PINYIN: Final = re.compile(r"[(（][a-zà-ÿāēīōūǎěǐǒǔǚǜ]{1,6}[)）]")
"""What a page for learners sets behind a character: 報(bào)告."""
_FULL_REPORT: Final = re.compile(r"[^。；]{0,30}(?:年度报告|公报|年报)")


def candidates(report: Report, title: Passage) -> Iterator[Candidate]:
    """Yield the years that a report may be on.

    Args:
        report: any report.
        title: its title.
    """
    found = in_title(title.text)
    if found is not None:
        year, start, end = found
        yield Candidate(year, title.part(start, end).span, "title", weight("year", "title"))
    for one in period.in_opening(report):
        yield Candidate(one.value[0].year, one.span, "period", weight("year", "period"))
    yield from _in_first_sentences(report)


def in_title(title: str) -> tuple[int, int, int] | None:
    """Find the year in the title of a report, bulletin or account; a notice that only cites one has none.

    Returns:
        The year, the first where it names two (2021-2022学年), and where it stands, in characters of the title.
    """
    text = reading_form(title)
    name = text.partition("——")[0]  # before 在溪原市第二届人民代表大会第三次会议上
    name = "".join(_PINYIN.sub("", name).split())  # a line may end in the middle of 报告
    if _ENDS_ELSEWHERE.search(name) or not _PERIODIC.search(name):
        return None
    match = _YEARS.search(text)
    if match is None or _CITES.search(text, 0, match.start()):
        return None
    year = _number(match["year"])
    return None if year is None else (year, match.start("year"), match.end("year"))


def _in_first_sentences(report: Report) -> Iterator[Candidate]:
    """A report's year as it speaks of itself: 现公布某局2021年政府信息公开工作年度报告."""
    for leaf in first_paragraphs(report):
        passage = whole(leaf)
        match = _YEARS.search(passage.text)
        if match is not None and _FULL_REPORT.match(passage.text, match.end()):
            year = _number(match["year"])
            if year is not None:
                part = passage.part(match.start("year"), match.end("year"))
                yield Candidate(year, part.span, "opening", weight("year", "opening"))
                return


def _number(digits: str) -> int | None:
    if digits.isdecimal():
        return int(digits)
    date = parse_date(digits.replace("0", "〇") + "年1月1日")
    return date.year if date else None
