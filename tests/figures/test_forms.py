"""The same variables from the forms of seventeen years."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import govreport
from govreport.figures import VARIABLES, Fact
from govreport.figures import forms as data

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
TWO_COLUMNS = "指标名称 | 计量单位 | 代码 | 本期实际 | 本年累计 |\n"
HEAD = "苇渡市水务局2010年政府信息公开工作年度报告\n\n一、概述\n\n2010年，我局继续做好政府信息公开工作。\n\n附表：\n\n"

CODED = [
    ("主动公开信息数", "条", "01", "318"),
    ("其中：全文电子化的主动公开信息数", "条", "02", "300"),
    ("新增的行政规范性文件数", "条", "03", "4"),
    ("网站专栏页面访问量", "人次", "05", "86000"),
    ("申请总数", "条", "10", "12"),
    ("其中：1.当面申请数", "条", "11", "3"),
    ("3.电子邮件申请数", "条", "13", "2"),
    ("4.网上申请数", "条", "14", "7"),
    ("对申请的答复总数", "条", "17", "12"),
    ("其中：1.同意公开答复数", "条", "18", "8"),
    ("3.否决公开答复总数", "条", "20", "4"),
    ("其中：（1）“非《规定》所指政府信息”数", "条", "21", "1"),
    ("（2）“信息不存在”数", "条", "22", "3"),
    ("（8）“免予公开范围4”数", "条", "28", "0"),
    ("行政复议数", "件", "32", "1"),
    ("行政申诉数", "件", "34", "0"),
]
"""Rows of the table of 35 codes, with invented numbers."""

FROM_CODED = {
    "disclosed": 318,
    "electronic": 300,
    "normative_issued": 4,
    "site_visits": 86000,
    "received": 12,
    "received_in_person": 3,
    "received_email": 2,
    "received_online": 7,
    "answered": 12,
    "granted": 8,
    "denied_wide": 4,
    "not_government_information": 1,
    "nonexistent": 3,
    "reconsiderations": 1,
    "appeals": 0,
}

WAYS = {
    "bars": "指标名称 | 计量单位 | 代码 | 2010年度 |\n" + "\n".join(" | ".join(row) + " |" for row in CODED),
    "tabs": "指标名称\t计量单位\t代码\t数值\n" + "\n".join("\t".join(row) for row in CODED),
    "cells": "指标名称\n计量单位\n代码\n数值\n" + "\n".join("\n".join(row) for row in CODED),
    "cells with bars": "指 标 名 称\n| 计量\n单位\n| 代码\n| 数值\n" + "\n".join("\n| ".join(row) for row in CODED),
}


def facts(page: str, kind: str) -> list[Fact]:
    return [one for one in govreport.facts(govreport.parse(page)) if one.kind == kind]


@pytest.mark.parametrize("way", WAYS)
def test_the_table_of_35_codes(way: str) -> None:
    page = HEAD + WAYS[way] + "\n"
    found = facts(page, "codes")
    assert {one.variable: one.value for one in found} == FROM_CODED
    for one in found:
        assert one.span is not None
        assert page[slice(*one.span)] == str(one.value)


def test_the_column_of_the_year_counts() -> None:
    table = TWO_COLUMNS + "主动公开信息数 | 条 | 01 | 25 | 318 |\n"
    assert [(one.variable, one.value) for one in facts(HEAD + table, "codes")] == [("disclosed", 318)]


def test_a_lost_cell_of_two_is_not_guessed() -> None:
    table = TWO_COLUMNS + "主动公开信息数 | 条 | 01 | 25 |\n申请总数 | 条 | 10 | 1 | 12 |\n"
    assert [(one.variable, one.value) for one in facts(HEAD + table, "codes")] == [("received", 12)]


def test_the_form_of_fujian_has_a_column_of_all_years() -> None:
    rows = (
        "主动公开信息数 | 条 | 410 | 2960",
        "其中：1.政府网站 | 条 | 402 | 2800",
        "受理依申请公开信息总数 | 件 | 5 | 31",
    )
    found = facts(HEAD + "指标名称 | 计量单位 | 2010年度 | 历年累计 |\n" + " |\n".join(rows) + " |\n", "fujian")
    assert [(one.variable, one.scope, one.value) for one in found] == [
        ("disclosed", "year", 410),
        ("disclosed", "cumulative", 2960),
        ("disclosed_website", "year", 402),
        ("disclosed_website", "cumulative", 2800),
        ("received", "year", 5),
        ("received", "cumulative", 31),
    ]


def test_the_indicators_of_2014_to_2018() -> None:
    found = govreport.facts(govreport.read(FIXTURES / "annual-stats-2016.txt"))
    told = {one.variable: one.value for one in found if one.kind == "indicators"}
    assert told["disclosed_wechat"] == 241
    assert told["denied_trade_secret"] == 1
    assert told["reconsiderations_upheld"] == 1
    assert told["budget"] == Decimal(65000)
    assert len(told) == len(found) - 9  # each once, beside nine of its sentences


def test_the_tables_since_2019_fill_the_same_variables() -> None:
    found = govreport.facts(govreport.read(FIXTURES / "annual-2019-tables.txt"))
    told = {one.variable: one.value for one in found if one.kind == "2019"}
    assert told["received"] == 22
    assert told["granted"] == 11
    assert told["other_handling"] == 0
    assert told["lawsuits"] == told["lawsuits_direct"] + told["lawsuits_after_reconsideration"] == 2
    assert told["procurement_amount"] == Decimal(3862700)
    newer = {one.kind for one in govreport.facts(govreport.read(FIXTURES / "annual-2021-cells.txt"))}
    assert "2021" in newer


def test_every_row_of_a_form_fills_a_known_variable() -> None:
    maps = (data.CODED, data.INDICATORS, data.DISCLOSURE, data.RESULTS, data.APPLICANTS, data.REVIEW)
    filled = {variable for one in maps for variable in one.values()} - {""}
    assert filled <= set(VARIABLES)
    assert all(one.whole in VARIABLES or not one.whole for one in VARIABLES.values())
