"""Reading statistics of twice the cells costs twice as much, whatever stands in them."""

from __future__ import annotations

import pytest

from bench.growth import slopes
from govreport import Body, Cell, Report, Row, Table, statistics
from tests.project.test_growth import ATTEMPTS, LINEAR

pytestmark = [pytest.mark.slow, pytest.mark.alone]

CELLS = 4_000
"""Characters of the smaller table of the first attempt."""


def read_cells(text: str) -> None:
    """Read a table that has a cell for every line."""
    report = Report(body=Body([Table([Row([Cell(line)]) for line in text.split("\n")])]))
    statistics.read(report)
    statistics.indicators(report)


@pytest.mark.parametrize("unit", ["规章", "规章（\n", "\n", "信息内容\n规章\n0\n", "统计指标\n统计\n"])
def test_cost_grows_with_the_cells_and_no_more(unit: str) -> None:
    def make(size: int) -> str:
        return unit * (size // len(unit))

    for attempt in range(ATTEMPTS):
        time, memory = slopes(read_cells, make, CELLS << attempt)
        if time <= LINEAR and memory <= LINEAR:
            return
    assert time <= LINEAR
    assert memory <= LINEAR
