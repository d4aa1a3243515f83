"""What a parse is not sure of, and says so."""

from __future__ import annotations

import pytest

from govreport import CODES, from_json, parse, parse_bytes, to_json
from govreport.parsing.doubts import weighing
from govreport.parsing.doubts.comparing import Difference, differences
from govreport.parsing.doubts.steps import Steps
from govreport.parsing.doubts.weighing import weigh_differences
from govreport.parsing.doubts.weights import ANSWERS, DIFFERENT, PAGES
from govreport.second_reading import compared
from govreport.tree.report import Report

SURE = """首页 > 水务 > 公示公告
墨溪区2023年政府信息公开工作年度报告
发布时间：2024-01-20 来源：墨溪区水务局
根据《条例》编制本报告，全年公开信息一百二十八条，均已按时更新，未收取任何费用。
一、总体情况
全年公开信息128条，均已按时更新。
二、改进措施
每周巡查一次，结果通报全局。
墨溪区水务局
2024年1月18日
打印本页
主办单位：墨溪区水务局
"""
# Units of one series with and without headings, and short lines that may be headings.
UNSURE = (
    "枫渡县水务局用水须知\n"
    "一、缴费时间\n"
    "（一）窗口：每月10日前。\n"
    "二、停水检修\n"
    "（一）停水通知提前一天张贴。\n"
    "（二）储水提示\n"
    "请各户提前储水，并关好水龙头。\n"
    "重要提示\n"
    "请各户储水\n"
    "城东片\n"
    "每日值守，电话畅通。\n"
)


def test_a_plain_page_has_no_doubts() -> None:
    report = parse(SURE)
    assert report.doubts == []
    assert report.confidence is not None
    assert report.confidence > 0.75


def test_an_odd_page_has_doubts_the_likeliest_first() -> None:
    report = parse(UNSURE)
    assert report.confidence is not None
    assert report.confidence < 0.7
    assert report.doubts[0].code == "possible-heading"
    assert UNSURE[report.doubts[0].start : report.doubts[0].end] == "请各户储水"
    chances = [doubt.chance or 0.0 for doubt in report.doubts]
    assert chances == sorted(chances, reverse=True)


def test_what_is_odd_is_no_doubt() -> None:
    (odd,) = [
        issue for issue in parse("一、总体情况\n公开128条。\n三、措施\n每周巡查。\n").issues if issue.chance is None
    ]
    assert odd.code == "skipped-number"


def test_a_report_made_by_hand_has_no_confidence() -> None:
    assert Report().confidence is None
    assert parse("").confidence is None


def test_doubts_come_back_from_json() -> None:
    report = parse(UNSURE)
    again = from_json(to_json(report))
    assert again == report
    assert (again.confidence, again.doubts) == (report.confidence, report.doubts)


def test_doubts_stand_where_the_page_has_the_words() -> None:
    # The reading copy lacks the marks, so offsets differ.
    page = "<b></b>" + UNSURE.replace("每月", "<b>每月</b>")
    for doubt in parse(page).doubts:
        if doubt.code == "possible-heading":
            assert doubt.message.endswith(page[doubt.start : doubt.end])


def test_the_tables_speak_of_codes_that_there_are() -> None:
    assert set(ANSWERS) <= set(CODES)
    assert all("bias" in table for table in (*ANSWERS.values(), PAGES))


@pytest.mark.parametrize("looks", [["a", "b", "c"], ["c", "a", "b"]])
def test_the_order_of_looks_does_not_count(looks: list[str]) -> None:
    table = {"bias": 0.1, "a": 0.2, "b": 0.3, "c": -1e-17}
    assert weighing.chance_of(looks, table) == weighing.chance_of(["a", "b", "c"], table)
    assert weighing.chance_of([], {"bias": 0.0}) == 0.5


# --- read again -------------------------------------------------------------------------------------------------------


def test_a_page_that_reads_the_same_again_has_no_further_doubts() -> None:
    report = parse(SURE, check=True)
    assert report.doubts == []
    assert report == parse(SURE)
    assert list(compared(report, SURE, "confident", None)) == []


def test_what_comes_out_otherwise_is_a_doubt_with_its_place() -> None:
    """Headings that no stop parts; in one reading they are parted as soon as that is likelier than not."""
    page = "一、工作安排\n推进示范创建评比，全县评出示范窗口12个。\n二、强化宣传引导活动每年两次，受训87人次。\n"
    report = parse(page, "never")
    found = list(differences(report, parse(page, "always"), "parted"))
    assert [(one.look, page[one.start : one.end]) for one in found] == [("parted heading", "二、")]


def test_a_tree_is_compared_with_another_by_its_words() -> None:
    one = parse("一、总体情况\n公开128条。\n二、措施\n每周巡查。\n")
    other = parse("一、总体情况\n公开128条。\n\n　　二、措施\n每周巡查。\n溪原市水务局\n2024年1月8日\n")
    assert list(differences(one, one, "canonical")) == []
    assert {found.look for found in differences(one, other, "canonical")} == {"canonical end", "canonical closing"}


def test_what_differs_changes_the_confidence_and_the_doubts() -> None:
    report = parse(SURE)
    before = report.confidence
    assert before is not None
    weigh_differences(report, [Difference("parted heading", "possible-heading", 5, 9, "水务")])
    assert report.confidence is not None
    assert report.confidence < before
    assert [(one.code, one.start, one.chance) for one in report.doubts] == [
        ("possible-heading", 5, DIFFERENT["parted heading"])
    ]


def test_bytes_are_read_again_too() -> None:
    assert parse_bytes(SURE.encode(), check=True).confidence == parse(SURE, check=True).confidence
    assert parse("", check=True).confidence is None


def test_a_step_is_named_by_the_bound_that_is_not_reached() -> None:
    steps = Steps(0.5, 2.0, 10.0)
    assert [steps.of(value) for value in (-1, 0.5, 1.99, 2, 9, 10, 99)] == [
        "<0.5", "<2", "<2", "<10", "<10", ">=10", ">=10"
    ]  # fmt: skip
    assert (steps.least, steps.most) == (0.5, 10.0)
