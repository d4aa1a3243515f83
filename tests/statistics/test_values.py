"""What a cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.statistics.values import is_value, read_value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", 0),
        ("１２", 12),
        (" 821 ", 821),
        ("1,204", 1204),
        ("1，204，300", 1204300),
        ("25件", 25),
        ("-3", -3),
        ("? 0", 0),
    ],
)
def test_counts(raw: str, value: int) -> None:
    assert is_value(raw)
    assert read_value(raw)[:2] == (value, "reported")


@pytest.mark.parametrize(
    ("raw", "value"), [("-417", -417), ("减3", -3), ("減 3", -3), ("增加12", 12), ("+5", 5), ("－8", -8)]
)
def test_changes(raw: str, value: int) -> None:
    assert read_value(raw, "change")[:2] == (value, "reported")


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("160.5964万元", Decimal(1605964), "元"),
        ("251000元", Decimal(251000), "元"),
        ("0.31 亿元", Decimal(31_000_000), "元"),
        ("808", Decimal(808), None),
    ],
)
def test_money(raw: str, value: Decimal, unit: str | None) -> None:
    assert read_value(raw, "money") == (value, "reported", unit)


def test_the_unit_of_a_cell_goes_before_that_of_its_column() -> None:
    assert read_value("12.5", "money", "万元") == (Decimal(125000), "reported", "元")
    assert read_value("1250元", "money", "万元") == (Decimal(1250), "reported", "元")


@pytest.mark.parametrize("raw", ["/", "／", "-", "—", "——", "无", "無", "N/A", "不适用"])
def test_signs_for_nothing(raw: str) -> None:
    assert is_value(raw)
    assert read_value(raw) == (None, "not-applicable", None)


def test_a_blank_cell() -> None:
    assert read_value("　") == (None, "blank", None)


@pytest.mark.parametrize(
    ("raw", "measure"), [("约5件", "count"), ("减3", "count"), ("12万元", "count"), ("3件", "money"), ("五", "count")]
)
def test_what_is_no_number_of_its_column(raw: str, measure: str) -> None:
    assert read_value(raw, measure)[:2] == (None, "unknown")  # type: ignore[arg-type]


@given(st.text(max_size=40))
def test_any_text_is_something(raw: str) -> None:
    value, status, _ = read_value(raw)
    assert (value is not None) == (status == "reported")
    assert is_value(raw) or status in ("blank", "unknown")
