"""Numbered lines → nested sections.  Each test is a short text and the outline expected of it."""

import pytest

from govreport import parse
from tests.sketch import outline


def issues(text: str) -> list[str]:
    return [issue.code for issue in parse(text).issues]


def test_levels_follow_the_document() -> None:
    text = (
        "一、概述\n正文。\n二、做法\n(一)组织\n正文。\n1.领导\n正文。\n(1)分工\n正文。\n(二)培训\n正文。\n"
        "三、问题\n正文。"
    )
    assert outline(text) == [
        "1 一、 概述", "1 二、 做法", "2 (一) 组织", "3 1. 领导", "4 (1) 分工", "2 (二) 培训", "1 三、 问题",
    ]  # fmt: skip


def test_arabic_numbers_may_hang_straight_under_han() -> None:
    assert outline("一、任务\n1.清查\n正文。\n2.整改\n正文。\n二、措施\n1.领导\n正文。") == [
        "1 一、 任务", "2 1. 清查", "2 2. 整改", "1 二、 措施", "2 1. 领导",
    ]  # fmt: skip


def test_a_level_may_go_on_counting_across_its_parents() -> None:
    text = "一、总则\n（一）目标\n正文。\n（二）原则\n正文。\n二、任务\n（三）公开\n正文。\n（四）记录\n正文。"
    assert [line[:1] for line in outline(text)] == ["1", "2", "2", "1", "2", "2"]
    assert not issues(text)


def test_chapters_and_articles() -> None:
    text = (
        "第一章　总　则\n第一条　为了规范管理，制定本办法。\n第二条　下列人员适用本办法：\n（一）公职人员；\n"
        "（二）其他人员。\n第二章　附则\n第三条　本办法自公布之日起施行。"
    )
    assert outline(text) == [
        "1 第一章 总则",
        "2 第一条",
        "2 第二条",
        "3 （一）",
        "3 （二）",
        "1 第二章 附则",
        "2 第三条",
    ]


def test_a_name_in_brackets_is_an_articles_title() -> None:
    assert outline("第一条　【目的】为了规范管理，制定本办法。\n第二条（适用范围）本市适用本办法。") == [
        "1 第一条 目的",
        "1 第二条 适用范围",
    ]


def test_decimal_numbers() -> None:
    text = (
        "1总则\n1.1 目的\n为了应对事件，制定本预案。\n1.2 依据\n依据法律制定本预案。\n2组织\n2.1 机构\n"
        "设立指挥部，负责指挥。"
    )
    assert outline(text) == ["1 1 总则", "2 1.1 目的", "2 1.2 依据", "1 2 组织", "2 2.1 机构"]


def test_numbers_without_punctuation_need_a_series() -> None:
    assert outline("01综合\n全年生产总值增长。\n02农业\n全年粮食产量增长。") == ["1 01 综合", "1 02 农业"]
    assert outline("一 概述\n正文。\n二 公开情况\n正文。") == ["1 一 概述", "1 二 公开情况"]
    assert outline("一 概述\n只有一个。") == []


@pytest.mark.parametrize(
    "line",
    [
        "2009年，全市公开信息51条。",
        "第三条第二款规定的情形除外。",
        "一、二等奖各一名，奖金一千元。",
        "11.5.14.2的试验结果合格。",
    ],
)
def test_dates_citations_and_lists_are_no_headings(line: str) -> None:
    assert outline(f"一、概述\n正文一句。\n{line}\n二、做法\n正文一句。") == ["1 一、 概述", "1 二、 做法"]


def test_a_number_that_fits_nowhere_is_text() -> None:
    assert outline("一、概述\n正文一句。\n7.本年度办\n正文一句。\n二、做法\n正文一句。") == [
        "1 一、 概述",
        "1 二、 做法",
    ]


def test_odd_numbers_are_kept_and_reported() -> None:
    assert issues("一、甲\n正文。\n三、丙\n正文。\n四、丁\n正文。") == ["skipped-number"]
    assert issues("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。") == ["repeated-number"]
    assert issues("一、甲\n正文。\n二、乙\n正文。\n一、丙\n正文。\n二、丁\n正文。") == ["restarted-number"]
    assert issues("二、乙\n正文。\n三、丙\n正文。") == ["orphan-level"]


def test_a_contents_page_is_no_outline() -> None:
    text = "目录\n一、概述……1\n二、做法……2\n一、概述\n正文一句。\n二、做法\n正文一句。"
    assert outline(text) == ["1 一、 概述", "1 二、 做法"]


def test_a_marker_alone_takes_the_next_line() -> None:
    report = parse("一、\n总体情况\n全年公开信息。\n二、\n主要问题\n公开不够。")
    assert [section.heading.title for section in report.sections] == ["总体情况", "主要问题"]


def test_notes_begin_a_count_of_their_own() -> None:
    text = "一、概述\n1.甲。\n正文。\n2.乙。\n正文。\n注释：\n1.“一网通办”是指网上办理。\n2.“好差评”是指评价。"
    assert outline(text)[-2:] == ["1 1. ", "1 2. "] or [line[:1] for line in outline(text)[-2:]] == ["1", "1"]
