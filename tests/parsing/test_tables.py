"""Flattened tables: rows and cells, no headings."""

import pytest

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
    text = (
        "一、概述\n全年公开信息。\n| 指标 | 单位 | 数量 |\n| 一、主动公开情况 | 条 | 684 |\n"
        "| （一）规范性文件数 | 件 | |\n二、问题\n公开不够。"
    )
    assert outline(text) == ["1 一、 概述", "1 二、 问题"]
    table = next(child for child in parse(text).sections[0].children if isinstance(child, Table))
    assert [cell.text for cell in table.rows[2].cells] == ["（一）规范性文件数", "件", ""]
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


def everything_is_a_table(text: str) -> bool:
    """True where a section holds one table and nothing else."""
    (section,) = parse(f"二、主动公开政府信息情况\n{text}").sections
    return [type(child) for child in section.children] == [Table]


def test_pieces_of_a_header_that_a_pdf_broke() -> None:
    assert everything_is_a_table(
        "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未 总\n"
        "维持 纠正 结果 审结 计 结果 结果 其他 尚未 总\n"
        "维持 纠正 结果 审结 计\n1 0 0 0 1 0 0 0 0 0\n"
    )


def test_reviews_begin_a_table_where_lawsuits_follow() -> None:
    assert everything_is_a_table("行政复议\n行政诉讼\n结果维持\n结果纠正\n1\n0\n")
    assert not everything_is_a_table("行政复议\n本年没有发生。\n")


def test_a_label_with_words_of_the_office_s_own() -> None:
    assert everything_is_a_table(
        "第二十条第（一）项\n信息内容\n规章（设区的市以上人民政府填写，其他机关一律填写零，不得留空白）\n0\n"
        "其他公开文件，含以本机关名义印发的通知、通报和会议纪要\n7\n行政规范性文件\n3\n"
    )


def test_traditional_characters() -> None:
    assert everything_is_a_table(
        "第二十條第（六）項 |\n信息內容 |\n處理決定數量 |\n行政處罰 |\n減3 |\n行政強制 |\n0 |\n"
    )


def test_a_label_that_the_end_of_the_page_cuts() -> None:
    assert everything_is_a_table("第二十条第（六）项\n信息内容\n行政处罚\n4\n行政强\n")


def test_rows_of_the_table_of_indicators() -> None:
    text = (
        "统计指标\n单位\n统计数\n一、主动公开情况\n——\n——\n（一）主动公开政府信息数\n条\n86\n"
        "制发规范性文件总数\n件\n2\n"
    )
    assert everything_is_a_table(text)
    assert everything_is_a_table("统计指标 单位 统计数\n一、主动公开情况 —— ——\n（一）主动公开政府信息数 条 86\n")


def test_a_table_ends_before_the_next_heading() -> None:
    text = (
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 |\n行政许可 |\n46 |\n"
        "三、收到和处理政府信息公开申请情况\n|\n"
    )
    assert outline(text) == ["1 二、 主动公开政府信息情况", "1 三、 收到和处理政府信息公开申请情况"]


@pytest.mark.parametrize("bar", ["\t", "|"])
def test_a_line_between_rows_that_are_counted_on_heads_a_group_of_them(bar: str) -> None:
    rows = ["序号-渡口-乡镇", "1-上渡-东乡", "2-下渡-东乡", "3-南渡-西乡"]
    first, *others = [row.replace("-", bar) for row in rows]
    text = "\n".join(["青杨县渡口名单", first, "一、东乡（二处）", *others[:2], "二、西乡（一处）", others[2], ""])
    assert outline(text) == []
    assert [node.kind for node in parse(text).body.children] == ["table"]


def test_headings_between_tables_stay_headings() -> None:
    tables = ["规章|件数|备注\n新制定|1|无\n", "申请|件数|备注\n新收|2|无\n", "诉讼|件数|备注\n一审|3|无\n"]
    names = ["一、规章情况\n", "二、申请情况\n", "三、诉讼情况\n"]
    text = "青杨县水务局年度报告\n" + "".join(name + table for name, table in zip(names, tables, strict=True))
    assert [line[:3] for line in outline(text)] == ["1 一", "1 二", "1 三"]
