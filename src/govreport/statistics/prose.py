"""What the text of a report says about the numbers of its tables."""

from __future__ import annotations

from govreport.report import Report
from govreport.statistics.records import Statement


def statements(report: Report) -> list[Statement]:
    return []
