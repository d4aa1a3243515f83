"""Digits and Latin letters of either width are read alike."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given, settings

from govreport import Report, from_json, parse, statistics, to_dict, to_json, to_text
from govreport.words.numerals import find_date, parse_date
from govreport.words.widths import half_width
from tests import pages as generated
from tests.strategies import pages

FULL = str.maketrans("0123456789", "０１２３４５６７８９")

PAGE = """\
当前位置：首页 > 政务公开
溪原市水务局２０２１年政府信息公开工作年度报告
溪水发〔２０２２〕１３号
发布时间：２０２２－０１－１８　０９：３０　来源：溪原市水务局
根据条例的要求，编制本报告，欢迎查阅。
１．总体情况
（１）全年公开信息１２０条。
（２）新收申请５件，办结５件。
２．存在的问题
更新不够及时。
溪原市水务局
２０２２年１月１５日
主办单位：溪原市水务局　电话：０９８０－６６９９０１２
青ＩＣＰ备０９０９１１７７号－２　网站标识码：６３０１００００１２
"""


def test_a_page_in_full_width_digits() -> None:
    report = parse(PAGE)
    assert to_text(report) == PAGE
    assert (report.year, report.date) == (2021, datetime.date(2022, 1, 15))
    assert report.published == datetime.datetime(2022, 1, 18, 9, 30)
    assert report.title == "溪原市水务局２０２１年政府信息公开工作年度报告"  # as written
    assert report.doc_number == "溪水发〔２０２２〕１３号"
    assert [(section.heading.marker, section.heading.ordinal) for section in report.sections] == [
        ("１．", 1),
        ("２．", 2),
    ]
    assert report.footer is not None
    assert (report.footer.phone, report.footer.site_id) == ("０９８０－６６９９０１２", "６３０１００００１２")
    assert report.footer.icp == "青ＩＣＰ备０９０９１１７７号－２"
    assert from_json(to_json(report)) == report


def folded(report: Report) -> Any:
    """The tree with every digit in half width."""
    return json.loads(half_width(json.dumps(to_dict(report), ensure_ascii=False)))


@given(pages)
@settings(max_examples=200)
def test_the_width_of_digits_does_not_change_a_tree(text: str) -> None:
    half, full = half_width(text), half_width(text).translate(FULL)
    one, other = parse(half), parse(full)
    assert folded(other) == to_dict(one)
    assert to_text(other) == full
    assert half_width(to_text(other, clean=True)) == to_text(one, clean=True)
    for name in ("year", "published", "date"):
        assert getattr(one, name) == getattr(other, name)
    for name in ("title", "issuer", "doc_number"):
        assert getattr(one, name) == half_width(getattr(other, name) or "") or getattr(other, name) is None


@pytest.mark.parametrize("number", range(0, 5000, 125))
def test_nor_does_it_change_the_tree_of_a_page_or_its_statistics(number: int) -> None:
    text = half_width(generated.page(number))
    one, other = parse(text), parse(text.translate(FULL))
    assert folded(other) == to_dict(one)
    assert (one.year, one.published, one.date) == (other.year, other.published, other.date)
    found, again = statistics.read(one), statistics.read(other)
    assert (found is None) == (again is None)
    if found is not None and again is not None:
        assert [half_width(str(cell)) for cell in cells(again)] == [str(cell) for cell in cells(found)]


def cells(found: statistics.DisclosureStatistics) -> list[object]:
    return [
        cell for block in (found.disclosure, found.requests, found.review) for record in block for cell in record.cells
    ]


def test_dates_have_digits_signs_and_zeros_of_either_width() -> None:
    assert parse_date("２０２２－０１－１８　１０：３０") == datetime.datetime(2022, 1, 18, 10, 30)
    assert parse_date("２０２２／１／８") == parse_date("２０２２．１．８") == datetime.date(2022, 1, 8)
    assert find_date("于２０２０年２月３０日") == (1, 11, None)


def test_half_width_keeps_offsets_and_what_is_half_width_already() -> None:
    text = "一、2021年（条例）：。"
    assert half_width(text) is text
    assert half_width("２０２１年ＩＣＰ备ａ：") == "2021年ICP备a："
