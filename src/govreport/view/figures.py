"""The statutory statistics of a report as tables to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from govreport.tree.report import Report

if TYPE_CHECKING:
    from govreport.statistics import Block, DisclosureStatistics, Record

Data: TypeAlias = dict[str, Any]


def tables(report: Report, at: Callable[[int | None], int | None]) -> list[Data]:
    """Give the statistics of a report as tables.

    Args:
        report: any report.
        at: gives the number of the leaf at an offset of the source.

    Returns:
        JSON data, a table for each run of rows that have the same columns: ``name`` (of the section, where it is the
        first), ``columns`` (labels), ``rows``, each with ``label``, ``leaf`` and ``cells``, each with ``text``,
        ``leaf``, ``status``.  Empty where the report has no such tables.
    """
    from govreport.statistics import read  # loaded where a page is made, by no other printer

    found = read(report)
    return [] if found is None else tables_of(found, at)


def tables_of(
    statistics: DisclosureStatistics, at: Callable[[int | None], int | None] = lambda _offset: None
) -> list[Data]:
    """Give statistics as tables, as `tables` does.

    Args:
        statistics: what ``govreport.statistics.read`` gave.
        at: gives the number of the leaf at an offset of the source.
    """
    return [table for block in statistics.blocks for table in _tables(block, at)]


def _tables(block: Block, at: Callable[[int | None], int | None]) -> Iterator[Data]:
    found = [record for record in block if record.found]
    name = block.form.title
    for labels, records in groupby(found, _labels):
        yield {"name": name, "columns": list(labels), "rows": [_row(record, at) for record in records]}
        name = ""


def _labels(record: Record) -> tuple[str, ...]:
    return tuple(column.label for column, _ in record.items())


def _row(record: Record, at: Callable[[int | None], int | None]) -> Data:
    cells = [{"text": cell.raw, "leaf": at(cell.start), "status": cell.status} for cell in record.cells]
    return {"label": record.row.label, "leaf": at(record.start), "cells": cells}
