import pytest

from govreport.words.section_numbers import DECIMAL3, PLAIN, match_marker


@pytest.mark.parametrize(
    ("text", "family", "number", "written"),
    [
        ("一、总体情况", "han", 1, "一、"), ("十二、其他", "han", 12, "十二、"), ("一.总体情况", "han", 1, "一."),
        ("一 、总体情况", "han", 1, "一 、"), ("（一）主动公开", "han-paren", 1, "（一）"),
        ("(二)主动公开", "han-paren", 2, "(二)"),
        ("（一）、主动公开", "han-paren", 1, "（一）、"), ("(一). 主动公开", "han-paren", 1, "(一)."),
        ("一）主动公开", "han-paren", 1, "一）"),
        ("1.加强领导", "digit", 1, "1."), ("１．加强领导", "digit", 1, "１．"), ("1、加强领导", "digit", 1, "1、"),
        ("（1）受理", "digit-paren", 1, "（1）"), ("(12)受理", "digit-paren", 12, "(12)"),
        ("3) 门户网站", "digit-half", 3, "3)"),
        ("第一章 总则", "chapter", 1, "第一章"), ("第三条 本办法", "article", 3, "第三条"),
        ("第 二 节 程序", "division", 2, "第 二 节"),
        ("第二十一条本办法", "article", 21, "第二十一条"), ("1.2 预警", "decimal", 2, "1.2"),
        ("3.2.1 分级", "decimal3", 1, "3.2.1"),
        ("01综合", "zero", 1, "01"), ("一 概述", "han-bare", 1, "一"), ("3.11月举办培训班", "digit", 3, "3."),
        ("(一)及时清理", "han-paren", 1, "(一)"),
    ],
)  # fmt: skip
def test_markers(text: str, family: str, number: int, written: str) -> None:
    marker = match_marker(text)
    assert marker is not None
    assert (marker.family.name, marker.ordinal, text[: marker.length]) == (family, number, written)


@pytest.mark.parametrize(
    "text",
    [
        "2009年,公安厅坚持", "一、二等奖", "一、二级", "正、副局长", "第三条第二款规定的", "第三条的规定",
        "第五条、第六条所列",
        "2.5万元", "12%的企业", "（十五）、（十六）项", "11.5.14.2的", "千万、亿万群众", "第一", "",
    ],
)  # fmt: skip
def test_cited_counted_and_listed_numbers_are_no_markers(text: str) -> None:
    marker = match_marker(text)
    assert marker is None or marker.family in (DECIMAL3, PLAIN)


def test_a_marker_can_stand_inside_a_text() -> None:
    marker = match_marker("如下：（一）主动公开", 3)
    assert marker is not None
    assert marker.ordinal == 1
