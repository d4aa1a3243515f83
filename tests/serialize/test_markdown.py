"""Tree → Markdown, read back with a CommonMark parser."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govreport import (
    Addressee,
    Attachment,
    Back,
    Body,
    Cell,
    FooterField,
    Front,
    Furniture,
    Heading,
    Issue,
    Metadata,
    Node,
    Note,
    Paragraph,
    Report,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
    parse,
    parse_bytes,
    to_markdown,
)
from govreport.words.blanks import clean


class Block(NamedTuple):
    """A block as the parser shows it: its element and its text."""

    tag: str
    text: str


def blocks(markdown: str) -> list[Block]:
    """Every heading, paragraph, table cell and rule of a Markdown text; anything else by its token type."""
    found = []
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            assert before is not None
            assert all(child.type == "text" for child in token.children or []), token.content
            found.append(Block(before.tag, "".join(child.content for child in token.children or [])))
        elif token.type == "hr":
            found.append(Block("hr", ""))
        elif token.type in ("bullet_list_open", "ordered_list_open", "blockquote_open", "html_block", "code_block"):
            found.append(Block(token.type, token.content))
    return found


def body(*children: Node) -> str:
    return to_markdown(Report(body=Body(list(children))))


def test_number_and_names_stand_under_the_title_once() -> None:
    number = Metadata("doc_number", "", "", "某政发〔2010〕3号")
    again = Metadata("doc_number", "", "", "某政发〔2010〕3号")
    front = Front([number, Title("某市统计公报"), again, Signature("某市统计局"), SignedDate("2010年3月10日")])
    assert to_markdown(Report(front, Body([Paragraph("一年来工作平稳。")]))) == (
        "# 某市统计公报\n\n某政发〔2010〕3号\n\n某市统计局\n\n2010年3月10日\n\n一年来工作平稳。\n"
    )


def test_a_report() -> None:
    report = Report(
        Front(
            [
                Furniture("打印本页"),
                Title("某市水务局2009年\n政府信息公开年度报告"),
                Metadata("published", "发布时间", ":", "2010-03-11"),
            ]
        ),
        Body(
            [
                Addressee("各科室："),
                Paragraph("一年来工作平稳。", lead="　　"),
                Section(
                    [
                        Section(
                            [Paragraph("全年62条。")],
                            Heading("（一）", "公开渠道", "。", trail="", ordinal=1, depth=2),
                        ),
                        Section(
                            [
                                Paragraph("市水务局订立制度。"),
                                Section([Paragraph("专栏上线。")], Heading("1.", trail=" ", ordinal=1, depth=3)),
                                Furniture("- 3 -"),
                                Table(
                                    [
                                        Row([Cell("事项"), Cell("件数")]),
                                        Row([Cell("规章"), Cell("0"), Cell("|无|")]),
                                        Row([Cell("许可")]),
                                    ]
                                ),
                            ],
                            Heading("（二）", "加强领导", trail="", ordinal=2, depth=2),
                        ),
                    ],
                    Heading("一、", "总体情况", gap="　", ordinal=1),
                ),
                Signature("某市水务局", lead=" " * 20),
                SignedDate("2010年3月10日", lead=" " * 20),
                Note("（此件公开发布）"),
                Attachment(
                    [
                        Title("管理办法"),
                        Section(
                            [Section([Paragraph("为公开，制定本办法。")], Heading("第一条", trail="　", depth=2))],
                            Heading("第一章", "总则", gap="　"),
                        ),
                    ]
                ),
                Attachment([Note("附件2"), Paragraph("无题的附件。")]),
            ]
        ),
        Back([FooterField("organizer", "主办单位", "：", "某市水务局")]),
    )
    assert to_markdown(report) == (
        "# 某市水务局2009年政府信息公开年度报告\n\n"
        "各科室：\n\n"
        "一年来工作平稳。\n\n"
        "## 一、总体情况\n\n"
        "### （一）公开渠道\n\n"
        "全年62条。\n\n"
        "### （二）加强领导\n\n"
        "市水务局订立制度。\n\n"
        "1.专栏上线。\n\n"
        "| 事项 | 件数 |  |\n"
        "| --- | --- | --- |\n"
        "| 规章 | 0 | \\|无\\| |\n"
        "| 许可 |  |  |\n\n"
        "某市水务局\n\n"
        "2010年3月10日\n\n"
        "（此件公开发布）\n\n"
        "## 管理办法\n\n"
        "### 第一章 总则\n\n"
        "第一条 为公开，制定本办法。\n\n"
        "---\n\n"
        "附件2\n\n"
        "无题的附件。\n"
    )
    assert [block for block in blocks(to_markdown(report)) if block.tag in ("h1", "h2", "h3", "hr", "td")] == [
        Block("h1", "某市水务局2009年政府信息公开年度报告"),
        Block("h2", "一、总体情况"),
        Block("h3", "（一）公开渠道"),
        Block("h3", "（二）加强领导"),
        *(Block("td", text) for text in ("规章", "0", "|无|", "许可", "", "")),
        Block("h2", "管理办法"),
        Block("h3", "第一章 总则"),
        Block("hr", ""),
    ]


def test_nothing_prints_nothing() -> None:
    assert to_markdown(Report()) == ""
    assert body(Paragraph(" "), Table(), Table([Row()]), Section(), Furniture("打印")) == ""


def test_a_report_without_title() -> None:
    assert body(Paragraph("一年来工作平稳。")) == "一年来工作平稳。\n"


@pytest.mark.parametrize(("depth", "level"), [(0, 2), (1, 2), (2, 3), (5, 6), (6, 6), (40, 6)])
def test_heading_level(depth: int, level: int) -> None:
    assert blocks(body(Section([], Heading("一、", "总则", depth=depth)))) == [Block(f"h{level}", "一、总则")]


def test_name_of_an_article_keeps_its_brackets() -> None:
    section = Section([Paragraph("是指公开。")], Heading("第三条", "定义", "）", "（", trail=""))
    assert body(section) == "## 第三条（定义）\n\n是指公开。\n"


def test_number_alone() -> None:
    assert body(Section([Paragraph("下文。")], Heading("1.", trail="\n"))) == "1\\.\n\n下文。\n"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. 总体情况", "1\\. 总体情况"),
        ("12) 总体情况", "12\\) 总体情况"),
        ("1.总体情况", "1.总体情况"),
        ("1.5万件", "1.5万件"),
        ("- 3 -", "\\- 3 -"),
        ("+ 增长", "\\+ 增长"),
        ("> 首页", "\\> 首页"),
        ("---", "\\---"),
        ("# 井号 #", "\\# 井号 \\#"),
        ("*注 _x_ `y` ~~z~~", "\\*注 \\_x\\_ \\`y\\` \\~\\~z\\~\\~"),
        ("[甲](http://x.example)<br>&nbsp;", "\\[甲\\](http://x.example)\\<br>\\&nbsp;"),
        ("反斜杠\\", "反斜杠\\\\"),
        ("甲|乙", "甲\\|乙"),
    ],
)
def test_escapes(text: str, markdown: str) -> None:
    assert body(Paragraph(text)) == markdown + "\n"
    assert blocks(body(Paragraph(text))) == [Block("p", text)]


# Markdown has no NUL: it reads as U+FFFD.
plain = st.text(
    st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from("\\`*_[]()<>&#|~-+=.!1a :;\t\n")
)


@given(plain)
@example("1. x")
@example("==")
@example("***")
@example("![x](y)")
@example("<http://x.example>")
@example("\\|")
def test_text_survives_wherever_it_stands(source: str) -> None:
    text = clean(source)
    wanted = [Block("p", text)] if text else []
    assert blocks(body(Paragraph(source))) == wanted
    # Under another paragraph a line of === would make a heading of it.
    assert blocks(body(Paragraph("上文。"), Paragraph(source))) == [Block("p", "上文。"), *wanted]
    assert blocks(body(Section([], Heading("", source)))) == ([Block("h2", text)] if text else [])
    assert blocks(body(Table([Row([Cell("甲"), Cell(source)]), Row([Cell(source)])]))) == [
        Block("th", "甲"),
        Block("th", text),
        Block("td", text),
        Block("td", ""),
    ]


FIELDS = (
    '某市水务局2009年"政府信息公开"年度报告\n发布时间：2010-03-11 16:42　来源：某市水务局\n'
    "一、总体情况\n全年公开信息62条。\n三、存在问题\n更新不够及时。\n"
    "　　　　　　　某市水务局　某市档案局\n　　　　　　　2010年3月10日\n"
)


def test_front_matter_holds_the_fields() -> None:
    assert to_markdown(parse(FIELDS), front_matter=True).startswith(
        "---\n"
        'title: "某市水务局2009年\\"政府信息公开\\"年度报告"\n'
        'issuer: "某市水务局"\n'
        "year: 2009\n"
        'published: "2010-03-11 16:42:00"\n'
        'source: "某市水务局"\n'
        'signature: ["某市水务局", "某市档案局"]\n'
        'date: "2010-03-10"\n'
        "---\n\n"
        '# 某市水务局2009年"政府信息公开"年度报告\n'
    )
    assert to_markdown(Report(), front_matter=True) == "---\n---\n"


@settings(deadline=None)  # the first one imports a package
@given(st.text(min_size=1))
@example("\x85\u2028\ud800'\": #")
def test_front_matter_is_yaml(title: str) -> None:
    yaml = pytest.importorskip("yaml", reason="comes with the documentation's packages")
    report = Report(Front([Title(title)]))
    head = to_markdown(report, front_matter=True).split("\n---\n")[0].removeprefix("---\n")
    assert (yaml.safe_load(head) or {}).get("title") == report.title


def test_issues_are_footnotes_where_they_begin() -> None:
    markdown = to_markdown(parse(FIELDS), footnotes=True)
    assert "## 一、总体情况\n" in markdown
    (number,) = re.findall(r"## 三、存在问题\[\^(\d)\]\n", markdown)
    assert f"\n[^{number}]: a number of the series is missing: 三、存在问题\n" in markdown


def test_a_cell_over_rows_stands_in_each_and_one_over_columns_in_the_first() -> None:
    page = (
        "<h1>水井目录</h1><p>全镇的水井如下，请各村核对，有差错的在周五以前报来。</p><table>"
        "<tr><td rowspan=2>镇</td><td colspan=2>水井</td></tr><tr><td>村</td><td>口数</td></tr>"
        "<tr><td rowspan=2>石桥</td><td>河东</td><td>9</td></tr><tr><td>河西</td><td>7</td></tr></table>"
    )
    assert to_markdown(parse_bytes(page.encode())).splitlines()[-5:] == [
        "| 镇 | 水井 |  |",
        "| --- | --- | --- |",
        "| 镇 | 村 | 口数 |",
        "| 石桥 | 河东 | 9 |",
        "| 石桥 | 河西 | 7 |",
    ]


def test_footnotes_of_tables_and_of_what_is_not_printed() -> None:
    page = "一、统计\n信息内容\t本年制发件数\n规范性文\ufffd件\t2\n"
    markdown = to_markdown(parse(page), footnotes=True)
    assert "件 | 2 |\n\n[^1]\n\n[^1]: U+FFFD" in markdown
    by_hand = Report(body=Body([Paragraph("甲。")]), issues=[Issue("no-text", "warning", "there is no [text]", 0, 0)])
    assert to_markdown(by_hand, footnotes=True) == "甲。\n\n[^1]\n\n[^1]: there is no \\[text\\]\n"


def test_what_is_no_report() -> None:
    nothing: Any = Paragraph("一年来工作平稳。")
    with pytest.raises(TypeError, match=r"takes a Report, not Paragraph; make one with parse\(\)"):
        to_markdown(nothing)
