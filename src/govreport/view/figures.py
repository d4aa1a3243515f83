"""The statutory statistics of a report as tables to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from govreport.statistics import Block, DisclosureStatistics, Record

Data: TypeAlias = dict[str, Any]


At: TypeAlias = Callable[[int | None], int | None]
"""Gives the number of the leaf at an offset of the source."""


def tables_of(
    statistics: DisclosureStatistics, at: At = lambda _offset: None, faults: dict[int, list[int]] | None = None
) -> list[Data]:
    """Give statistics as tables.

    Args:
        statistics: what ``govreport.statistics.read`` gave.
        at: gives the number of the leaf at an offset of the source.
        faults: by the ``id`` of a cell, the numbers of what is violated with it.

    Returns:
        JSON data, a table for each run of rows that have the same columns: ``name`` (of the section, where it is the
        first), ``columns`` (labels), ``rows``, each with ``label``, ``group`` (the label that it stands under),
        ``leaf`` and ``cells``, each with ``text``, ``leaf``, ``status``, ``faults``.
    """
    return [table for block in statistics.blocks for table in _tables(block, at, faults or {})]


def _tables(block: Block, at: At, faults: dict[int, list[int]]) -> Iterator[Data]:
    found = [record for record in block if record.found]
    name = block.form.title
    for labels, records in groupby(found, _labels):
        yield {"name": name, "columns": list(labels), "rows": [_row(record, at, faults) for record in records]}
        name = ""


def _labels(record: Record) -> tuple[str, ...]:
    return tuple(column.label for column, _ in record.items())


def _row(record: Record, at: At, faults: dict[int, list[int]]) -> Data:
    cells = [
        {"text": cell.raw, "leaf": at(cell.start), "status": cell.status, "faults": faults.get(id(cell), [])}
        for cell in record.cells
    ]
    return {"label": record.row.label, "group": record.row.group, "leaf": at(record.start), "cells": cells}
