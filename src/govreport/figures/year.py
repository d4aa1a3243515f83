"""The year that a report on disclosure is on, where its title does not say it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from govreport.tree.nodes import Leaf, Paragraph
from govreport.tree.report import Report
from govreport.words.widths import half_width

_YEAR: Final = re.compile(r"(?<!\d)(?P<year>20[0-3]\d)\s{0,2}年(?![^,，。;；]{0,8}(?:以来|起|印发|制定|施行))")
_REPORT: Final = re.compile(
    r"(?<!\d)(?P<year>20[0-3]\d)\s{0,2}年度?(?:政府信息|政务|信息)公开(?:工作)?(?:年度)?(?:报告|年报)"
)
_SINCE: Final = re.compile(r"(?<!\d)(?P<year>20[0-3]\d)\s{0,2}年以来")
_CITED: Final = re.compile("《[^》]{0,60}》|[〔\\[(（]20\\d\\d[〕\\])）]")


def year_on(report: Report) -> int | None:
    """Tell the year that a report is on: by its title, the period of its figures, else the year that it names most.

    Args:
        report: a report on disclosure.

    Returns:
        The year; None where nothing tells, or two years are named as often.
    """
    if report.year is not None:
        return report.year
    period = report.period
    if period is not None and period[0].year == period[1].year:
        return period[1].year
    named: Counter[int] = Counter()
    for node in report.body.walk():
        if isinstance(node, Paragraph) and "年" in node.raw:
            named.update(int(one["year"]) for one in _YEAR.finditer(_CITED.sub("", half_width(node.raw))))
    most = named.most_common(2)
    if not most:
        return _named_report(report)
    return None if len(most) > 1 and most[0][1] == most[1][1] else most[0][0]


def _named_report(report: Report) -> int | None:
    """The year of a report whose sentences name none: what a running line calls it, else 2022年以来."""
    texts = [half_width(node.raw) for node in report.walk() if isinstance(node, Leaf) and "年" in node.raw]
    for pattern in (_REPORT, _SINCE):
        found = {int(one["year"]) for text in texts for one in pattern.finditer(text)}
        if len(found) == 1:
            return found.pop()
    return None
