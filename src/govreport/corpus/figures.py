"""The statutory tables of a report as long-form rows: the one place that knows `govreport.statistics`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govreport.statistics import read
from govreport.tree.report import Report


def statistics_rows(report: Report, report_id: str) -> Iterator[dict[str, Any]]:
    """Yield a row of the table ``statistics`` for each cell of the statutory tables that a report has.

    Args:
        report: any report.
        report_id: its id in the other tables.
    """
    found = read(report)
    if found is None:
        return
    for line in found.lines():
        cell = line._asdict()
        del cell["report"], cell["year"]  # they are in ``reports``
        yield {"report_id": report_id, **cell}
