"""Tree → HTML element, read back with an HTML parser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from govreport import (
    Attachment,
    Body,
    Cell,
    Front,
    Furniture,
    Heading,
    Metadata,
    Node,
    Paragraph,
    Report,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
    parse,
    read,
    to_html,
)
from govreport.serialize.article import escaped
from govreport.serialize.text import belongs
from govreport.tree.nodes import leaves
from govreport.words.blanks import clean
from tests.elements import Element, elements
from tests.strategies import pages

FIXTURES = sorted((Path(__file__).parent.parent.parent / "fixtures").glob("annual*")) + sorted(
    (Path(__file__).parent.parent.parent / "fixtures").glob("notice*")
)


def body(*children: Node) -> str:
    return to_html(Report(body=Body(list(children))), fragment=True)


def headings(html: str) -> list[tuple[str, str]]:
    return [(one.tag, one.text) for one in elements(html) if re.fullmatch("h[1-6]", one.tag)]


def test_a_title_that_the_page_tells_only_in_its_metadata() -> None:
    page = "标题：关于公布某区供水办法的通知\n索引号：X1\n发文机关：某区人民政府\n\n各单位：\n现将办法予以公布。\n"
    assert headings(to_html(parse(page), fragment=True)) == [("h1", "关于公布某区供水办法的通知")]
    assert "<h1>关于公布某区供水办法的通知</h1>" in to_html(parse(page))


def test_a_report() -> None:
    page = (
        "打印本页\n某市水务局2009年政府信息公开年度报告\n发布时间：2010-03-11\n"
        "一、总体情况\n（一）公开渠道。全年公开信息62条，均按时更新。\n（二）组织领导。局办公室负责此项工作。\n"
        "1.每周巡查一次。\n2.每月汇总一次。\n二、存在问题\n更新不够及时。\n"
        "　　　　　　　　某市水务局\n　　　　　　　　2010年3月10日\n主办单位：某市水务局\n"
    )
    assert to_html(parse(page), fragment=True) == (
        '<article lang="zh">\n'
        "<header>\n"
        "<h1>某市水务局2009年政府信息公开年度报告</h1>\n"
        "</header>\n"
        "<section>\n"
        '<h2><span class="marker">一、</span>总体情况</h2>\n'
        "<section>\n"
        '<h3><span class="marker">（一）</span>公开渠道</h3>\n'
        '<p class="run-in">全年公开信息62条，均按时更新。</p>\n'
        "</section>\n"
        "<section>\n"
        '<h3><span class="marker">（二）</span>组织领导</h3>\n'
        '<p class="run-in">局办公室负责此项工作。</p>\n'
        "<section>\n"
        '<p><span class="marker">1.</span>每周巡查一次。</p>\n'
        "</section>\n"
        "<section>\n"
        '<p><span class="marker">2.</span>每月汇总一次。</p>\n'
        "</section>\n"
        "</section>\n"
        "</section>\n"
        "<section>\n"
        '<h2><span class="marker">二、</span>存在问题</h2>\n'
        "<p>更新不够及时。</p>\n"
        "</section>\n"
        '<p class="signature">某市水务局</p>\n'
        '<p class="date"><time datetime="2010-03-10">2010年3月10日</time></p>\n'
        "</article>\n"
    )


def test_number_and_names_stand_under_the_title_once() -> None:
    number = Metadata("doc_number", "", "", "某政发〔2010〕3号")
    again = Metadata("doc_number", "", "", "某政发〔2010〕3号")
    front = Front([number, Title("某市统计公报[1]"), again, Signature("某市统计局"), SignedDate("2010年2月30日")])
    assert elements(to_html(Report(front), fragment=True))[1:] == [
        Element("header", {}, "\n某市统计公报\n某政发〔2010〕3号\n某市统计局\n2010年2月30日\n"),
        Element("h1", {}, "某市统计公报"),
        Element("p", {"class": "metadata"}, "某政发〔2010〕3号"),
        Element("p", {"class": "signature"}, "某市统计局"),
        Element("p", {"class": "date"}, "2010年2月30日"),
    ]


def test_an_enclosed_document_is_an_article_with_its_own_levels() -> None:
    chapter = Section([Paragraph("为公开，制定本办法。")], Heading("第一章", "总则", gap="　"))
    html = body(Attachment([Title("管理办法"), chapter]), Attachment([Paragraph("无题的附件。"), chapter]))
    assert headings(html) == [("h2", "管理办法"), ("h3", "第一章 总则"), ("h2", "第一章 总则")]
    assert [one.tag for one in elements(html)].count("article") == 3


def test_cells_keep_the_rows_and_columns_they_cover() -> None:
    table = Table([Row([Cell("事项", rowspan=2), Cell("件数", colspan=2)]), Row([Cell("1"), Cell("")])])
    cells = [(one.text, one.attributes) for one in elements(body(table)) if one.tag == "td"]
    assert cells == [("事项", {"rowspan": "2"}), ("件数", {"colspan": "2"}), ("1", {}), ("", {})]


def test_name_of_an_article_keeps_its_brackets() -> None:
    section = Section([Paragraph("是指公开。")], Heading("第三条", "定义", "）", "（", trail=""))
    assert headings(body(section)) == [("h2", "第三条（定义）")]


@pytest.mark.parametrize(("depth", "level"), [(0, 2), (1, 2), (2, 3), (5, 6), (40, 6)])
def test_heading_level(depth: int, level: int) -> None:
    assert headings(body(Section([], Heading("一、", "总则", depth=depth)))) == [(f"h{level}", "一、总则")]


def test_nothing_prints_an_empty_article() -> None:
    assert body(Paragraph(" "), Table(), Table([Row()]), Furniture("打印")) == '<article lang="zh">\n</article>\n'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&nbsp;\"'", "&amp;nbsp;&quot;&#x27;"),
        ("甲\0乙\ud800丙", "甲\ufffd乙\ufffd丙"),
    ],
)
def test_text_is_escaped(text: str, html: str) -> None:
    assert escaped(text) == html
    assert body(Paragraph(text)) == f'<article lang="zh">\n<p>{html}</p>\n</article>\n'


def outline(report: Report) -> list[tuple[str, str]]:
    """Each heading's number and title as the tree has them, the document's title first."""
    found = [("", report.title)] if report.title else []
    for node in report.body.walk():
        if isinstance(node, Heading) and node.title:
            found.append((clean(node.marker), node.title))
        elif isinstance(node, Title):
            found.append(("", node.text))
    return [(marker, title) for marker, title in found if marker + title]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_outline_and_text_are_those_of_the_tree(path: Path) -> None:
    check(read(path))


@settings(deadline=None)
@given(pages)
@example("一、一、\n一、根据《条例》规定，编制本报告。- 3 -")
def test_outline_and_text_are_those_of_the_tree_of_any_page(page: str) -> None:
    check(parse(page))


def check(report: Report) -> None:
    """Compare the element, read back, with the tree it was printed from."""
    html = to_html(report, fragment=True)
    printed = [text for _, text in headings(html)]
    told = outline(report)
    assert len(printed) == len(told)
    for line, (marker, title) in zip(printed, told, strict=True):
        assert line.startswith(escaped_back(marker))
        assert bare(title) in bare(line)
    text = bare(elements(html)[0].text)
    at = 0
    for leaf in leaves(report.body):
        if belongs(leaf):
            words = bare(leaf.title if isinstance(leaf, Heading) and leaf.title else clean(leaf.words))
            assert words in text[at:]
            at = text.index(words, at) + len(words)


def bare(text: str) -> str:
    """A text without white space, and with what HTML cannot hold replaced."""
    return re.sub(r"\s+", "", escaped_back(text))


def escaped_back(text: str) -> str:
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def test_what_is_no_report() -> None:
    nothing: Any = Paragraph("一年来工作平稳。")
    with pytest.raises(TypeError, match=r"takes a Report, not Paragraph; make one with parse\(\)"):
        to_html(nothing)
