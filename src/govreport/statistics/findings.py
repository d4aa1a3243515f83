"""What an annual report must have: the statutory sections, and numbers that agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govreport.statistics.checking import Finding
from govreport.statistics.checking import check as check_statistics
from govreport.statistics.reading import read as read_statistics
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
    statistics = read_statistics(report)
    if statistics is None and not _is_bound(report):
        return []
    findings = list(_sections(report))
    if statistics is not None:
        findings += check_statistics(statistics, read_statistics(previous) if previous is not None else None)
    return findings


def _is_bound(report: Report) -> bool:
    title = report.title or ""
    return (report.year or 0) >= _SINCE and "信息公开" in title and "报" in title


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
            yield Finding(MISSING, "violated", f"no section {title}", start=report.body.span[0])
            continue
        index, section = found[at]
        start = section.heading.start
        yield Finding(MISSING, "ok", title, start=start)
        early = index < reached
        reached = max(reached, index)
        yield Finding(
            ORDER,
            "violated" if early else "ok",
            f"{title} stands before the section that it should follow" if early else title,
            start=start,
        )
        if fold(section.heading.title) == fold(title):
            yield Finding(NAME, "ok", title, start=start)
        else:
            yield Finding(NAME, "violated", f"{section.heading.title}, in the format {title}", start=start)


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
