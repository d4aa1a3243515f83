"""Markup that converters left in a text: it hides nothing, and no word of it is in what people read."""

from __future__ import annotations

import datetime

import pytest

from govreport import Report, from_json, parse, read, to_json, to_markdown, to_text
from govreport.tree.nodes import Heading, Table

SENTENCE = "全县普降大雨，平均雨量六十毫米，各水库运行正常。"


def parsed(text: str) -> Report:
    report = parse(text)
    assert to_text(report) == text
    assert from_json(to_json(report)) == report
    return report


def headings(report: Report) -> list[tuple[str, int, str]]:
    found = [node for node in report.walk() if isinstance(node, Heading)]
    return [(node.marker, node.depth, node.title) for node in found if node.marker]


def grid(report: Report) -> list[list[str]]:
    table = next(node for node in report.walk() if isinstance(node, Table))
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


# --- whether a text is Markdown --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "由张**和李**负责。",
        "咨询电话138****1234。",
        "当事人李**，住**街12号。",
        "按照2*3*4的规格办理。",
        "C:\\报告\\二〇二〇",
    ],
)
def test_stars_that_mask_names_and_numbers_stay(line: str) -> None:
    assert line in to_text(parsed(f"岚溪县水务局公告\n{SENTENCE}\n{line}\n"), clean=True)


def test_a_file_of_markdown_need_not_show_that_it_is(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "page.md"
    path.write_text(f"岚溪县水务局公告\n\n- {SENTENCE}\n", "utf-8")
    assert "- " not in to_text(read(path), clean=True)
    path = path.with_suffix(".txt")
    path.write_text(f"岚溪县水务局公告\n\n- {SENTENCE}\n", "utf-8")
    assert "- " in to_text(read(path), clean=True)


# --- lines -----------------------------------------------------------------------------------------------------------


def test_the_depth_of_a_numbered_heading_is_by_its_number() -> None:
    numbered = ("一、总则", "（一）目的", SENTENCE, "（二）范围", SENTENCE, "二、附则", SENTENCE)
    text = "\n\n".join(["# 岚溪县水务局公告", *(f"# {line}" if line != SENTENCE else line for line in numbered)])
    assert headings(parsed(text)) == [
        ("一、", 1, "总则"),
        ("（一）", 2, "目的"),
        ("（二）", 2, "范围"),
        ("二、", 1, "附则"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "**一、总则**",
        "**一、**总则",
        "**一、****总则**",
        "## **一、总则**",
        "> **一、总则**",
        "- 一、总则",
        "__一、总则__",
        "** 一、总则 **",
        "[一、总则](https://www.example.cn/1.html)",
        '一、[总则](/a_b_c.html "总则")',
        "<b>一、总则</b>",
        "一、<span style='color:red'>总则</span>",
    ],
)
def test_marks_hide_no_heading(heading: str) -> None:
    text = f"# 岚溪县水务局公告\n\n{heading}\n\n{SENTENCE}\n\n二、附则\n\n{SENTENCE}\n"
    assert headings(parsed(text)) == [("一、", 1, "总则"), ("二、", 1, "附则")]


def test_escaped_points_and_dashes() -> None:
    text = (
        f"# 岚溪县水务局公告\n\n1\\. 总则\n\n{SENTENCE}\n\n2\\. 附则\n\n{SENTENCE}\n\n岚溪县水务局\n\n2021\\-06\\-03\n"
    )
    report = parsed(text)
    assert headings(report) == [("1.", 1, "总则"), ("2.", 1, "附则")]
    assert "\\" not in to_text(report, clean=True)
    assert str(report.date) == "2021-06-03"


def test_pictures_rules_and_notes_are_no_text() -> None:
    text = (
        f"# 岚溪县水务局公告\n\n---\n\n![图](https://www.example.cn/a_1.png)\n\n{SENTENCE}[^1]\n\n***\n\n"
        f"[^1]: 数据来自气象站。\n\n[1]: https://www.example.cn/2.html\n"
    )
    clean = to_text(parsed(text), clean=True)
    assert clean == f"岚溪县水务局公告\n{SENTENCE}\n数据来自气象站。\n"


def test_metadata_in_a_list() -> None:
    report = parsed(f"# 岚溪县春播工作部署\n\n* **来源：** 岚溪县农业局\n* _时间_：2024-03-11 08:30\n\n{SENTENCE}\n")
    assert report.source == "岚溪县农业局"
    assert str(report.published) == "2024-03-11 08:30:00"


def test_front_matter_gives_fields() -> None:
    text = (
        '---\ntitle: "岚溪县水务局关于防汛的通知"\ntags:\n  - 防汛\n  - 值班\nstatus: active\npublished: 2024-03-11\n'
        f"source: 岚溪县水务局\n---\n\n{SENTENCE}\n\n一、加强值班\n\n{SENTENCE}\n"
    )
    report = parsed(text)
    assert report.title == "岚溪县水务局关于防汛的通知"
    assert str(report.published) == "2024-03-11"
    assert report.source == "岚溪县水务局"
    assert to_text(report.body, clean=True) == f"{SENTENCE}\n一、加强值班\n{SENTENCE}\n"


def test_the_page_of_a_reader_for_web_pages() -> None:
    text = (
        "Title: 岚溪县水务局关于防汛的通知\n\nURL Source: https://www.example.cn/1.html\n\n"
        "Published Time: 2024-03-11T08:30:00Z\n\nMarkdown Content:\n"
        f"[首页](https://www.example.cn/)\n\n{SENTENCE}\n\n一、加强值班\n\n{SENTENCE}\n"
    )
    report = parsed(text)
    assert report.title == "岚溪县水务局关于防汛的通知"
    assert str(report.published)[:10] == "2024-03-11"


def test_tags_comments_and_scripts_are_no_text() -> None:
    text = (
        "<style>p {margin: 0}</style>\n<p align='center'><img src='https://www.example.cn/1.png'></p>\n"
        f"<!-- 图 -->\n岚溪县水务局关于防汛的通知\n<div>{SENTENCE}</div><p>浓度<5mg/L，根据<条例>的规定。</p>\n"
        "<script type='text/javascript'>show(1);</script>\n"
    )
    clean = to_text(parsed(text), clean=True)
    assert clean == f"岚溪县水务局关于防汛的通知\n{SENTENCE}\n浓度<5mg/L，根据<条例>的规定。\n"


# --- tables ----------------------------------------------------------------------------------------------------------

ROWS = [["线路", "首班", "末班"], ["6路", "6:10", ""], ["11路", "6:30", "21:00"]]


@pytest.mark.parametrize(
    "table",
    [
        "| 线路 | 首班 | 末班 |\n|---|:--:|---|\n| 6路 | 6:10 |  |\n| **11路** | 6:30 | 21:00 |",
        "线路 | 首班 | 末班\n--- | --- | ---\n6路 | 6:10 |\n11路 | 6:30 | 21:00",
        "|  |  |  |\n|---|---|---|\n| 线路 | 首班 | 末班 |\n| 6路 | 6:10 |  |\n| 11路 | 6:30 | 21:00 |",
        "<table><tr><td>线路</td><td>首班</td><td>末班</td></tr><tr><td>6路</td><td>6:10</td><td></td></tr>"
        "<tr><td>11<br>路</td><td>6:30</td><td>21:00</td></tr></table>",
        "<table>\n<thead>\n<tr>\n<th>线路</th>\n<th>首班</th>\n<th>末班</th>\n</tr>\n</thead>\n<tr>\n<td>6路</td>\n"
        "<td>6:10</td>\n<td></td>\n</tr>\n<tr>\n<td>11路</td>\n<td>6:30</td>\n<td>21:00</td>\n</tr>\n</table>",
        "<table><tr><td>线路</td><td>首班</td><td>末班</td></tr><tr><td>6路</td><td>6:10</td><td></td></tr></table>\n\n"
        "- 2 -\n\n<table><tr><td>11路</td><td>6:30</td><td>21:00</td></tr></table>",
    ],
)
def test_tables(table: str) -> None:
    report = parsed(f"# 岚溪县公交公告\n\n{SENTENCE}\n\n{table}\n\n调整期间志愿者在站台引导。\n")
    assert [row[:3] for row in grid(report)] == [ROWS[0], [*ROWS[1][:2], ""], ROWS[2]]
    assert to_text(report, clean=True).endswith("调整期间志愿者在站台引导。\n")
    assert "| 11路 | 6:30 | 21:00 |" in to_markdown(report)


def test_bold_words_that_end_in_a_comma_are_a_clause() -> None:
    text = f"# 岚溪县退费说明\n\n**1.重复缴费的，**凭两张票据退还。\n\n**2.误划账户的，**凭回单退还。\n\n{SENTENCE}\n"
    assert [title for _, _, title in headings(parsed(text))] == ["", ""]


def test_a_merged_cell_reaches_over_the_page() -> None:
    head = "<tr><td>镇</td><td>位置</td><td>时间</td></tr>"
    above = f"{head}<tr><td rowspan='3'>石桥镇</td><td>车站</td><td>全天</td></tr>"
    below = "<tr><td>菜场</td><td>半天</td></tr><tr><td>广场</td><td>全天</td></tr>"
    text = f"# 岚溪县公厕表\n\n{SENTENCE}\n\n<table>{above}</table>\n\n续表\n\n<table>{below}</table>\n"
    assert grid(parsed(text)) == [
        ["镇", "位置", "时间"],
        ["石桥镇", "车站", "全天"],
        ["石桥镇", "菜场", "半天"],
        ["石桥镇", "广场", "全天"],
    ]


def test_two_tables_with_heads_of_their_own_stay_two() -> None:
    one, other = (f"| {head} | 首班 | 末班 |\n|---|---|---|\n| 6路 | 6:10 | 20:40 |" for head in ("线路", "支线"))
    report = parsed(f"# 岚溪县公交公告\n\n{SENTENCE}\n\n{one}\n\n{other}\n")
    assert sum(isinstance(node, Table) for node in report.walk()) == 2


# --- other signs -----------------------------------------------------------------------------------------------------


def test_spaced_letters() -> None:
    report = parsed(f"关 于 防 汛 的 通 知\n各 乡 镇 人 民 政 府 ：\n{SENTENCE}\n岚 溪 县 水 务 局\n2021年6月3日\n")
    assert report.title == "关于防汛的通知"
    assert report.addressee == "各乡镇人民政府"
    assert report.signature == ["岚溪县水务局"]


def test_the_blank_behind_a_number_is_no_blank_between_letters() -> None:
    report = parsed(f"一 概 述\n{SENTENCE}\n二 主动公开情况\n{SENTENCE}\n三 申请情况\n{SENTENCE}\n")
    assert headings(report) == [("一", 1, "概述"), ("二", 1, "主动公开情况"), ("三", 1, "申请情况")]


def test_a_date_of_spaced_numerals_is_joined() -> None:
    report = parsed(f"岚溪县公告\n{SENTENCE}\n{SENTENCE}\n岚 溪 县 水 务 局\n二 〇 一 二 年 三 月 五 日\n")
    assert report.date == datetime.date(2012, 3, 5)


def test_cells_of_one_letter_are_not_joined() -> None:
    assert "无 无 无" in to_text(parsed(f"岚溪县公告\n{SENTENCE}\n无 无 无\n{SENTENCE}\n"), clean=True)


def test_brackets_of_latin_letters_are_no_pinyin() -> None:
    report = parsed(f"岚溪县公告\n一、甲(a)类\n{SENTENCE}\n二、乙(b)类\n{SENTENCE}\n")
    assert [title for _, _, title in headings(report)] == ["甲(a)类", "乙(b)类"]


def test_the_title_s_span_is_that_of_the_source() -> None:
    text = f"# 岚溪县**水务局**关于防汛的通知\n\n{SENTENCE}\n"
    found = parsed(text).evidence("title")
    assert found.value == "岚溪县水务局关于防汛的通知"
    assert found.span is not None
    assert text[slice(*found.span)] == "岚溪县**水务局**关于防汛的通知"


def test_links_of_markdown_are_the_leafs() -> None:
    text = (
        "# 关于节水的通知\n\n"
        '各科室要按照[《节水**指南**》](https://a.example/zn.pdf "指南")报送安排。\n\n![水表](1.png)\n'
    )
    report = parse(text)
    (paragraph,) = report.preamble
    assert [(link.kind, link.target) for link in paragraph.links] == [
        ("file", "https://a.example/zn.pdf"),
        ("image", "1.png"),
    ]
    assert "[《节水指南》](https://a.example/zn.pdf)报送安排。" in to_markdown(report)
    assert to_text(report) == text
