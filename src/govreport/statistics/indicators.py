"""The 政府信息公开情况统计表 that reports on 2014 to 2018 carry: 统计指标, 单位, 统计数.

Its basis is 国办发〔2014〕32号.  No complete official list of its rows could be confirmed and offices add their own, so
the rows are read as they stand, with no form behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, field

from govreport.statistics.layout import Mark, marks, tables
from govreport.statistics.records import Cell
from govreport.statistics.values import MONEY, read_value
from govreport.tree.report import Report
from govreport.words.disclosure_form import INDICATORS, UNITS
from govreport.words.disclosure_labels import fold
from govreport.words.section_numbers import match_marker
from govreport.words.traditional import variants

_BEGINS: Final = variants(INDICATORS[0][0])  # the first character of its header, in both forms


@define(slots=True)
class Indicator:
    """A row of the table.

    Attributes:
        path: the numbers it stands under, from the outermost to its own, as written: ``("一、", "（一）", "1.")``; a
            row without a number (其中：…) has those of the last row that has one.
        name: its label without the number.
        unit: 条, 件, 人次 …; empty for a row that only names a group.
        cell: its number; money in yuan.
        start: offset of its label in the source, in characters.
    """

    path: tuple[str, ...]
    name: str
    unit: str
    cell: Cell
    start: int | None


def indicators(report: Report) -> list[Indicator]:
    """Read the table of indicators of a report on 2014 to 2018.

    Args:
        report: a parsed report.

    Returns:
        Its rows in order; none where the report has no such table.
    """
    out: list[Indicator] = []
    for together, _ in tables(report):
        for part in together:
            out += _Reader().read(marks(part))
    return out


@define(slots=True)
class _Reader:
    """Takes label, unit and number in turn."""

    out: list[Indicator] = field(factory=list)
    label: list[Mark] = field(factory=list)
    unit: str | None = None
    numbers: list[tuple[int, str]] = field(factory=list)  # rank and marker of the rows that the next stands under

    def read(self, marks: list[Mark]) -> list[Indicator]:
        for mark in _after_header(marks):
            if self.label and mark.whole and mark.row != self.label[-1].row:
                self._row(None)
            if self.unit is not None:
                if mark.text and mark.kind != "value":
                    self._row(None)  # its number was blank, and the blank cell is gone
                    self.label.append(mark)
                else:
                    self._row(mark)
            elif self.label and (mark.text in UNITS or mark.kind == "value" or not mark.text):
                self.unit = mark.text if mark.text in UNITS else ""
                if mark.kind == "value" and read_value(mark.text)[0] is not None:  # a number where the unit should be
                    self.label.clear()
                    self.unit = None
            elif mark.text and mark.kind != "value":
                self.label.append(mark)
        if self.unit is not None:
            self._row(None)
        return self.out

    def _row(self, mark: Mark | None) -> None:
        label = "".join(one.text for one in self.label)
        marker = match_marker(label)
        if marker is not None:
            rank = marker.family.rank
            while self.numbers and self.numbers[-1][0] >= rank:
                self.numbers.pop()
            self.numbers.append((rank, label[: marker.length]))
            label = label[marker.length :]
        cell = Cell(status="blank")
        if mark is not None and mark.text:
            money = self.unit in MONEY
            value, status, unit = read_value(mark.text, "money" if money else "count", self.unit if money else None)
            cell = Cell(value, mark.text, status, mark.start, unit)
        path = tuple(number for _, number in self.numbers)
        self.out.append(Indicator(path, label, self.unit or "", cell, self.label[0].start))
        self.label, self.unit = [], None


def _after_header(marks: list[Mark]) -> Iterator[Mark]:
    """The marks after 统计指标, 单位, 统计数; none where these do not come one after the other."""
    header = "".join(INDICATORS)
    if not any(sign in mark.text for sign in _BEGINS for mark in marks):  # nearly every table
        return
    words = [(at, fold(mark.text)) for at, mark in enumerate(marks) if mark.text]
    for first in range(len(words)):
        text = ""
        for at, word in words[first : first + len(header)]:  # each of its characters may stand apart
            text += word
            if text == header:
                yield from marks[at + 1 :]
                return
            if not header.startswith(text):
                break
