"""The table of indicators that reports on 2014 to 2018 carry."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from govreport import parse
from govreport.statistics import Indicator, indicators

PAGE = (Path(__file__).parent.parent.parent / "fixtures" / "annual-stats-2016.txt").read_text(encoding="utf-8")
BEGIN, END = PAGE.index("统计指标 |"), PAGE.index("单位负责人")
TABLE = PAGE[BEGIN:END]

WAYS = {
    "bars": TABLE,
    "tabs": TABLE.replace(" | ", "\t").replace(" |", ""),
    "cells": TABLE.replace(" | ", "\n").replace(" |", ""),
    "spaced cells": TABLE.replace(" | ", "\n\n").replace(" |", "\n"),
    "cells with bars": TABLE.replace(" | ", " |\n"),
    "spaces": TABLE.replace(" | ", " ").replace(" |", ""),
}


def rows(table: str) -> list[Indicator]:
    return indicators(parse(PAGE[:BEGIN] + table + PAGE[END:]))


@pytest.mark.parametrize("way", WAYS)
def test_rows_with_their_numbers(way: str) -> None:
    found = rows(WAYS[way])
    assert len(found) == TABLE.count("\n") - 1
    told = {(*one.path, one.name): (one.unit, one.cell.value) for one in found}
    assert told["一、", "（二）", "2.", "政府网站公开政府信息数"] == ("条", 874)
    assert told["三、", "（三）", "4.", "其中：涉及商业秘密"] == ("件", 1)
    assert told["三、", "（三）", "4.", "涉及个人隐私"] == ("件", 1)
    assert told["九、", "（三）", "接受培训人员数"] == ("人次", 134)
    assert told["八、", "机构建设和保障经费情况"] == ("", None)


def test_money_is_in_yuan() -> None:
    (funds,) = [one for one in rows(TABLE) if "专项经费" in one.name]
    assert (funds.cell.value, funds.cell.raw, funds.unit) == (Decimal(65000), "6.5", "万元")


def test_the_place_in_the_source() -> None:
    found = {one.name: one.start for one in rows(TABLE)}
    assert found["政府网站公开政府信息数"] == PAGE.index("2.政府网站公开政府信息数")
    assert found["涉及个人隐私"] == PAGE.index("涉及个人隐私")


def test_a_report_without_the_table() -> None:
    assert indicators(parse(PAGE[:BEGIN])) == []
