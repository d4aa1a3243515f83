"""The figures of the statutory tables since 2019 and of the indicators of 2014 to 2018, as variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govreport.figures.forms import APPLICANTS, DISCLOSURE, INDICATORS, RESULTS, REVIEW
from govreport.figures.records import Fact, Kind, Number
from govreport.figures.variables import VARIABLES
from govreport.statistics.indicators import indicators
from govreport.statistics.reading import read_tables
from govreport.statistics.records import Cell, DisclosureStatistics
from govreport.statistics.values import Status
from govreport.tree.report import Report
from govreport.words.disclosure_labels import fold

_OUTCOMES: Final = ("upheld", "corrected", "other", "pending", "total")
_NO_NAME: Final = re.compile(r"\([^)]*\)|^其中:?|:")


@frozen
class Place:
    """A cell of a form that fills a variable, whether it holds a number or not.

    Attributes:
        variable: code of the variable.
        kind: the form.
        label: the label of its row.
        status: ``reported``, ``blank``, ``not-applicable`` or ``unknown``.
        fact: the figure where it is reported; else None.
        start: offset of the cell or its row in the text, in characters.
    """

    variable: str
    kind: Kind
    label: str
    status: Status
    fact: Fact | None = None
    start: int | None = None


def places(report: Report) -> Iterator[Place]:
    """Yield the cells of a report's tables that fill variables.

    Args:
        report: any report.
    """
    found = read_tables(report)
    if found is not None:
        yield from _statutory(found)
        return
    part = ""
    for row in indicators(report):
        part = row.path[0].strip("、.(（）)") if row.path else part
        variable = INDICATORS.get((part, _NO_NAME.sub("", fold(row.name))))
        if variable:
            yield _place(variable, "indicators", row.name, row.cell, row.unit)


def _statutory(found: DisclosureStatistics) -> Iterator[Place]:
    kind: Kind = "2019" if found.format == "2019" else "2021"
    for block, record, column, cell in found.cells():
        row = record.row.name
        if block.form.name == "disclosure":
            variable = DISCLOSURE.get((row, column.name), "")
        elif block.form.name == "review":
            variable = REVIEW.get((row, column.name), "")
        elif column.name == "total":
            variable = RESULTS.get(row, "")
        else:
            variable = APPLICANTS[column.name] if row == "new_received" else ""
        if variable:
            yield _place(variable, kind, record.row.label, cell, "")
    if found.review.found:
        for outcome in _OUTCOMES:
            yield from _lawsuits(found, outcome, kind)


def _lawsuits(found: DisclosureStatistics, outcome: str, kind: Kind) -> Iterator[Place]:
    """Lawsuits of both kinds together: their sum, where both are told."""
    cells: list[Cell] = [
        getattr(record, outcome)
        for record in (found.review.direct_litigation, found.review.litigation_after_reconsideration)
        if record.found
    ]
    variable = "lawsuits" if outcome == "total" else f"lawsuits_{outcome}"
    if len(cells) < 2 or any(cell.status == "unknown" for cell in cells):
        return
    told = [cell for cell in cells if cell.value is not None]
    total: Number = sum((cell.value or 0 for cell in told), 0)
    status: Status = "reported" if told else cells[0].status
    first = told[0] if told else cells[0]
    cell = Cell(total if told else None, first.raw, status, first.start)
    yield _place(variable, kind, "行政诉讼", cell, "")


def _place(variable: str, kind: Kind, label: str, cell: Cell, unit: str) -> Place:
    one = VARIABLES[variable]
    if cell.value is None or cell.status != "reported" or (one.unit == "元" and cell.unit is None):
        status: Status = "unknown" if cell.status == "reported" else cell.status
        return Place(variable, kind, label, status, None, cell.start)
    end = None if cell.start is None else cell.start + len(cell.raw)
    fact = Fact(
        variable, one.label, cell.value, one.unit, cell.unit or unit,
        part_of=one.whole or None, start=cell.start, end=end, sentence=label, confidence=0.99, kind=kind,
    )  # fmt: skip
    return Place(variable, kind, label, "reported", fact, cell.start)
