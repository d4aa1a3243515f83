"""The statutory statistics of a report as tables to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Any

from govreport.report import Report

Data = dict[str, Any]


def tables(report: Report, at: Callable[[int | None], int | None]) -> list[Data]:
    """Give the statistics of a report as tables.

    Args:
        report: any report.
        at: gives the number of the leaf at an offset of the source.

    Returns:
        JSON data, a table for each run of rows that have the same columns: ``name`` (of the
        section, where it is the first), ``columns`` (labels), ``rows``, each
        with ``label``, ``leaf`` and ``cells``, each with ``text``, ``leaf``, ``status``.  Empty where the report has no
        such tables, or the package no statistics.
    """
    try:
        statistics = import_module("govreport.statistics")
    except ModuleNotFoundError:
        return []
    found = statistics.read(report)
    return [] if found is None else tables_of(found, at)


def tables_of(statistics: Any, at: Callable[[int | None], int | None] = lambda _offset: None) -> list[Data]:
    """Give statistics as tables, as `tables` does.

    Args:
        statistics: what ``govreport.statistics.read`` gave.
        at: gives the number of the leaf at an offset of the source.
    """
    return [table for block in statistics.blocks for table in _tables(block, at)]


def _tables(block: Any, at: Callable[[int | None], int | None]) -> Iterator[Data]:
    found = [record for record in block if record.found]
    name = block.form.title
    for labels, records in groupby(found, lambda record: tuple(column.label for column, _ in record.items())):
        yield {"name": name, "columns": list(labels), "rows": [_row(record, at) for record in records]}
        name = ""


def _row(record: Any, at: Callable[[int | None], int | None]) -> Data:
    cells = [{"text": cell.raw, "leaf": at(cell.start), "status": cell.status} for cell in record.cells]
    return {"label": record.row.label, "leaf": at(record.start), "cells": cells}
