"""What the text of a report says about the numbers of its tables, where it says so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.statistics.records import Statement
from govreport.tree.nodes import Paragraph, Section
from govreport.tree.report import Report
from govreport.words.widths import half_width

_APPLICATIONS: Final = (
    "(?:各类|全部)?(?:政府)?(?:信息)?(?:依申请)?(?:公开)?(?:依申请公开)?(?:的)?(?:申请)?"
    "(?:数量|总数)?(?:共计|共|为|合计)?"
)
_NUMBER: Final = r"(?P<number>\d{1,6})(?:件|宗|份|起)(?![\d.])"

PATTERNS: Final = {
    "new_received": re.compile(rf"新(?:收到|收|接收){_APPLICATIONS}{_NUMBER}"),
    "carried_over": re.compile(rf"上(?:一)?年(?:度)?结转(?:办理)?{_APPLICATIONS}{_NUMBER}"),
    "handled": re.compile(rf"(?<!按时)(?<!按期)(?:办结|办理){_APPLICATIONS}{_NUMBER}"),
    "carried_forward": re.compile(
        rf"结转(?:至|到)?(?:下一年度|下一年|下年度|下年|次年)(?:继续)?(?:办理)?{_APPLICATIONS}{_NUMBER}"
    ),
    "received": re.compile(
        rf"(?<!新)(?<!新接)(?:收到|接收|受理)(?:公民、法人(?:和|或)其他组织)?(?:的)?{_APPLICATIONS}{_NUMBER}"
    ),
    "reconsideration": re.compile(rf"行政复议(?:案件|申请|案)?(?:共计|共)?{_NUMBER}"),
    "litigation": re.compile(rf"行政诉讼(?:案件|案)?(?:共计|共)?{_NUMBER}"),
}
"""What the text may count, with the words that count it; blanks are left out."""

_COUNTED: Final = re.compile(r"\d\s{0,4}[件宗份起]")
_OF_REVIEW: Final = frozenset({"reconsideration", "litigation"})
_SENTENCE: Final = re.compile(r"[^。；;！!]+")
# A part of the whole, another time, or a way: then the number is not the table's.
_NOT_PLAIN: Final = re.compile(
    r"其中|累计|同比|历年|去年|以来|近[两二三四五]年|比上年|较上年|季度|半年"
    r"|当面|信函|网上|网络|书面|邮寄|传真|下级|全市各|各县"
)
_YEAR: Final = re.compile(r"(20\d\d)年")
_DISCLOSURE: Final = "信息公开"


def statements(report: Report) -> list[Statement]:
    """Read what a report's paragraphs say about the numbers of its tables.

    A sentence that names a part (其中), a way (网络申请), or another year is left out: what it counts is not what the
    table counts.
    """
    return [one for paragraph, heading in _paragraphs(report) for one in _said(paragraph, heading, report.year)]


def _paragraphs(report: Report) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of the document with the title of the section that each stands in."""
    pending = [(child, "") for child in reversed(report.body.children)]
    while pending:
        node, heading = pending.pop()
        if isinstance(node, Section):
            title = heading + node.heading.title
            pending += [(child, title) for child in reversed(node.children)]
        elif isinstance(node, Paragraph):
            yield node, heading


def _said(paragraph: Paragraph, heading: str, year: int | None) -> Iterator[Statement]:
    if not _COUNTED.search(paragraph.words):
        return
    said = paragraph.words
    places = [at for at, sign in enumerate(said) if not sign.isspace()]
    text = half_width("".join(said[at] for at in places))
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if (
            not _COUNTED.search(words)
            or _NOT_PLAIN.search(words)
            or any(int(other) != year for other in _YEAR.findall(words) if year)
        ):
            continue
        found = {name: match for name, pattern in PATTERNS.items() if (match := pattern.search(words))}
        if "new_received" not in found:
            found.pop("handled", None)  # what is handled may be anything
        for name, match in found.items():
            if not _speaks_of(name, words, heading):
                continue
            at = places[sentence.start() + match.start()]
            raw = said[at : places[sentence.start() + match.end() - 1] + 1]
            start = None if paragraph.start is None else paragraph.start + paragraph.place(at)
            yield Statement(name, int(match["number"]), raw, start)


def _speaks_of(name: str, words: str, heading: str) -> bool:
    """True where a sentence is on applications for disclosure or on reviews of them, not on the office's other work."""
    if name in _OF_REVIEW:
        return _DISCLOSURE in words or "复议" in heading
    return "申请" in words and (name != "received" or "公开" in words)
