"""The long form: a line a cell."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import read, statistics
from govreport.statistics import Line, csv_of, frame_of
from govreport.statistics.frames import Engine

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-2019-tables.txt"


@pytest.fixture(scope="module")
def found() -> statistics.DisclosureStatistics:
    found = statistics.read(read(FIXTURE))
    assert found is not None
    return found


def test_a_line_names_the_place_of_its_cell(found: statistics.DisclosureStatistics) -> None:
    lines = list(found.lines())
    assert len(lines) == 22 + 23 * 7 + 15
    assert next(line for line in lines if line.unit == "元") == Line(
        "苇渡市文化广电和旅游局2019年政府信息公开工作年度报告",
        2019, "2019", "disclosure", "政府集中采购", "采购总金额", 3862700, "元", "reported", "386.27万元",
    )  # fmt: skip


def test_csv(found: statistics.DisclosureStatistics) -> None:
    rows = list(csv.DictReader(found.to_csv().splitlines()))
    assert len(rows) == 198
    total = next(row for row in rows if row["row"] == "（七）总计" and row["column"] == "总计")
    assert (total["value"], total["block"]) == ("23", "requests")


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_frames(found: statistics.DisclosureStatistics, engine: Engine) -> None:
    pytest.importorskip(engine)
    frame = found.to_frame(engine)
    assert type(frame).__module__.startswith(engine)
    assert list(frame.columns) == list(Line._fields)
    assert frame.shape == (198, 10)
    assert frame["value"].sum() == sum(line.value or 0 for line in found.lines())
    assert frame_of([], engine).shape == (0, 10)
    several = frame_of((line for one in (found, found) for line in one.lines()), engine)
    assert several.shape == (396, 10)


def test_another_library(found: statistics.DisclosureStatistics) -> None:
    with pytest.raises(ValueError, match='"pandas" or "polars", not \'excel\''):
        found.to_frame("excel")  # type: ignore[call-overload]


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_its_extra(engine: str) -> None:
    code = (
        f"import sys; sys.modules[{engine!r}] = None; "
        f"from govreport.statistics import frame_of; frame_of([], {engine!r})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.stderr.splitlines()[-1] == (
        f"govreport.extras.MissingExtra: this needs {engine}: pip install 'govreport[{engine}]'"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("＝1+1", "'＝1+1"),
        (" \t@SUM(1)", "' \t@SUM(1)"),
        ("-1+1", "'-1+1"),
        ("-1,234.5", "-1,234.5"),
        ("－", "－"),
        ("5=5", "5=5"),
    ],
)
def test_formulas_can_be_made_text(raw: str, expected: str) -> None:
    line = Line("=题", 2021, "2021", "review", "", "", -5, None, "reported", raw)
    (row,) = list(csv.DictReader(io.StringIO(csv_of([line], formulas=False))))
    assert (row["report"], row["value"], row["raw"]) == ("'=题", "-5", expected)
    (row,) = list(csv.DictReader(io.StringIO(csv_of([line]))))
    assert (row["report"], row["raw"]) == ("=题", raw)
