"""The statutory tables of a report as long-form rows: the one place that knows `govreport.statistics`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from govreport.report import Report


def statistics_rows(report: Report, report_id: str) -> Iterator[dict[str, Any]]:
    """Yield a row of the table ``statistics`` for each cell of the statutory tables that a report has.

    Args:
        report: any report.
        report_id: its id in the other tables.
    """
    if find_spec("govreport.statistics") is None:
        return
    found = import_module("govreport.statistics").read(report)
    if found is None:
        return
    for block, record, column, cell in found.cells():
        yield {
            "report_id": report_id,
            "block": block.form.name,
            "row": record.row.name,
            "column": column.name,
            "value": None if cell.value is None else float(cell.value),
            "raw": cell.raw,
            "status": cell.status,
        }
