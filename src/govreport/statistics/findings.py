"""What an annual report must have: the statutory sections, and numbers that agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from govreport.statistics.checking import Finding, Verdict
from govreport.statistics.checking import check as check_statistics
from govreport.statistics.reading import read as read_statistics
from govreport.statistics.records import DisclosureStatistics
from govreport.statistics.rules import Rule
from govreport.tree.nodes import Section
from govreport.tree.report import Report
from govreport.tree.sections import outermost_sections
from govreport.words.disclosure_form import FORMATS, SECTIONS
from govreport.words.disclosure_labels import fold

_SINCE: Final = 2019  # the first year whose reports have the six sections
_SOURCE: Final = "the section titles of the format, " + ", ".join(edition.source for edition in FORMATS.values())

_REVIEWS: Final = 3  # 因政府信息公开申请行政复议… names applications too

MISSING: Final = Rule("section-missing", "every section of the format is there", True, _SOURCE)
ORDER: Final = Rule("section-order", "the sections stand in the order of the format", True, _SOURCE)
NAME: Final = Rule("section-name", "a section has the title that the format gives it", True, _SOURCE)


Unbound = Literal["", "earlier-year", "other-document"]
"""Why a document is not checked: it is on a year before the format, or no annual report on disclosure at all."""


@frozen
class Checked:
    """What checking a report came to.

    Attributes:
        findings: a finding for every rule in every place.
        statistics: the tables that were checked; None where the report has none.
        unbound: why nothing was checked; empty where something was.
        year: the year the report is on; None where its title says none.
    """

    findings: list[Finding]
    statistics: DisclosureStatistics | None
    unbound: Unbound
    year: int | None

    def count(self, status: Verdict) -> int:
        """Count the findings of one status."""
        return sum(one.status == status for one in self.findings)

    def status_line(self, language: str = "en") -> str:
        """Say in one line what was checked and what came of it.

        Args:
            language: ``zh`` for Chinese, English for any other.
        """
        chinese = language == "zh"
        if self.unbound == "earlier-year":
            return f"{self.year}年的报告：未检查统计表" if chinese else f"report on {self.year}: tables not checked"
        if self.unbound:
            return "不是2019年以后的年度报告：未检查" if chinese else "no annual report on 2019 or later: not checked"
        counts = self.count("ok"), self.count("violated"), self.count("not assessable")
        if chinese:
            line = "{} 项通过，{} 项不符，{} 项无法判断".format(*counts)
            return line if self.statistics else f"{line}；没有找到统计表"
        line = "{} passed, {} violated, {} not assessable".format(*counts)
        return line if self.statistics else f"{line}; no statutory table found"


def checked(report: Report, previous: Report | None = None) -> Checked:
    """Check a report as `check` does, and tell what was checked.

    Args:
        report: a parsed report.
        previous: the same office's report on the year before.

    Raises:
        TypeError: ``report`` is no report.
        ValueError: the titles of the two say that ``previous`` is not on the year before.
    """
    statistics = read_statistics(report)
    year = report.year
    if statistics is None and not (_is_on_disclosure(report) and (year or 0) >= _SINCE):
        return Checked([], None, "earlier-year" if year and _is_on_disclosure(report) else "other-document", year)
    findings = list(_sections(report))
    if statistics is not None:
        findings += check_statistics(statistics, read_statistics(previous) if previous is not None else None)
    return Checked(findings, statistics, "", year)


def check(report: Report, previous: Report | None = None) -> list[Finding]:
    """Check an annual report on government information disclosure (政府信息公开工作年度报告) on 2019 or later.

    Args:
        report: a parsed report.
        previous: the same office's report on the year before, for the rules that go from year to year.

    Returns:
        A finding for every rule in every place: the sections first, then the numbers of the tables.  None for a
        document of another kind or an earlier year, which the format does not bind.

    Raises:
        TypeError: ``report`` is no report.
        ValueError: the titles of the two say that ``previous`` is not on the year before.
    """
    return checked(report, previous).findings


def _is_on_disclosure(report: Report) -> bool:
    title = report.title or ""
    return "信息公开" in title and "报" in title


def _sections(report: Report) -> Iterator[Finding]:
    """Compare the outermost sections with those of the format."""
    found: dict[int, tuple[int, Section]] = {}
    for index, section in enumerate(outermost_sections(report.sections)):
        at, named = _place(section)
        if named or at not in found:
            found[at] = (index, section)
    reached = -1
    for at, (title, _) in enumerate(SECTIONS):
        if at not in found:
            missing = Finding(MISSING, "violated", f"no section {title}", start=report.body.span[0])
            missing.in_chinese = f"缺少“{title}”一节"
            yield missing
            continue
        index, section = found[at]
        start = section.heading.start
        yield Finding(MISSING, "ok", title, start=start)
        if index < reached:
            early = Finding(ORDER, "violated", f"{title} stands before the section that it should follow", start=start)
            early.in_chinese = f"“{title}”提前，应在后面的章节之后"
            yield early
        else:
            yield Finding(ORDER, "ok", title, start=start)
        reached = max(reached, index)
        if fold(section.heading.title) == fold(title):
            yield Finding(NAME, "ok", title, start=start)
        else:
            renamed = Finding(NAME, "violated", f"{section.heading.title}, in the format {title}", start=start)
            renamed.in_chinese = f"“{section.heading.title}”，规定的标题是“{title}”"
            yield renamed


def _place(section: Section) -> tuple[int, bool]:
    """Which of the statutory sections one is, -1 for another, and whether its title is that of the format."""
    folded = fold(section.heading.title)
    matches = []
    for at, (title, words) in enumerate(SECTIONS):
        if folded == fold(title):
            return at, True
        if any(word in folded for word in words):
            matches.append(at)
    if not matches:
        return -1, False
    return (_REVIEWS if _REVIEWS in matches else matches[0]), False
