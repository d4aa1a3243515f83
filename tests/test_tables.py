"""Flattened tables: rows and cells, no headings."""

from govreport import Table, parse, to_text
from tests.sketch import outline

TABS = """\
一、总体情况
全年公开信息128条。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t3\t1\t11
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
一、本年新收政府信息公开申请数量\t8\t0\t0\t0\t1\t0\t9
三、本年度办理结果\t（一）予以公开\t4\t0\t0\t0\t0\t0\t4
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0
四、政府信息公开行政复议、行政诉讼情况
未发生行政复议、行政诉讼。
"""
SECTIONS = [
    "1 一、 总体情况",
    "1 二、 主动公开政府信息情况",
    "1 三、 收到和处理政府信息公开申请情况",
    "1 四、 政府信息公开行政复议、行政诉讼情况",
]


def cells(text: str) -> str:
    """The same table, a cell a line, blank lines between."""
    return text.replace("\t", "\n\n")


def numbers(text: str) -> str:
    """The same table as PDF text has it: blanks between the cells."""
    return text.replace("\t", " ")


def test_rows_with_tabs() -> None:
    report = parse(TABS)
    assert outline(TABS) == SECTIONS
    table = next(child for child in report.sections[1].children if isinstance(child, Table))
    assert [[cell.text for cell in row.children] for row in table.children][2:] == [  # type: ignore[union-attr]
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "3", "1", "11"],
    ]
    assert to_text(report) == TABS


def test_bars() -> None:
    text = "一、概述\n全年公开信息。\n| 指标 | 单位 | 数量 |\n| 一、主动公开情况 | 条 | 684 |\n| （一）规范性文件数 | 件 | |\n二、问题\n公开不够。"
    assert outline(text) == ["1 一、 概述", "1 二、 问题"]
    table = next(child for child in parse(text).sections[0].children if isinstance(child, Table))
    assert [cell.text for cell in table.children[2].children] == ["（一）规范性文件数", "件", ""]  # type: ignore[union-attr]
    assert to_text(parse(text)) == text


def test_a_cell_a_line() -> None:
    assert outline(cells(TABS)) == SECTIONS
    assert to_text(parse(cells(TABS))) == cells(TABS)


def test_cells_parted_by_blanks() -> None:
    assert outline(numbers(TABS)) == SECTIONS
    assert to_text(parse(numbers(TABS))) == numbers(TABS)


def test_a_run_of_short_cells_without_labels_is_a_table() -> None:
    text = "一、计划\n招生计划见下表。\n江苏\n100\n120\n上海\n105\n70\n辽宁\n90\n45\n二、要求\n各地抓好落实。"
    assert any(isinstance(child, Table) for child in parse(text).sections[0].children)
