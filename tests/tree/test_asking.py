"""Ways to ask a tree: find, section, parent, path, line, text, and what nodes show of themselves."""

from __future__ import annotations

import copy
import gc
import pickle
import unicodedata

import pytest
from hypothesis import given

from govreport import (
    Attachment,
    Body,
    Cell,
    Furniture,
    Heading,
    Paragraph,
    Report,
    Row,
    Section,
    Table,
    Title,
    chunks,
    from_json,
    parse,
    to_json,
    to_text,
)
from govreport.tree.nodes import Leaf
from tests.strategies import pages

TEXT = """\
溪原市水务局2015年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》规定，编制本报告。
一、总体情况
全年公开信息128条。
二、主要做法
（一）加强领导。局长任组长，明确分工。
（二）健全制度。印发管理办法，存在的问题有所减少。
规章\t2
规范性文件\t1
三、存在的主要问题
公开不够及时。
溪原市水务局
2016年3月15日
"""


def report() -> Report:
    return parse(TEXT)


# --- find ------------------------------------------------------------------------------------------------------------


def test_find_by_what_the_text_says() -> None:
    found = report().find("存在.*问题")
    assert [(node.kind, node.text) for node in found] == [
        ("paragraph", "印发管理办法，存在的问题有所减少。"),
        ("heading", "三、存在的主要问题"),
    ]


def test_find_by_class_kind_and_title() -> None:
    tree = report()
    assert [len(table.rows) for table in tree.find(Table)] == [2]
    assert tree.find(kind="date") == [tree.body.children[-1]]
    assert [one.heading.title for one in tree.find(title="问题|做法")] == ["主要做法", "存在的主要问题"]
    assert tree.find(Cell, title="做法") == []
    assert [one.text for one in tree.find("公开", kind="paragraph", within="一")] == ["全年公开信息128条。"]
    assert tree.find(Table, within="三") == []
    assert tree.find(Title, within="front") == [tree.front.children[0]]
    assert tree.section(2).find(Cell) == tree.find(Cell)


def test_find_says_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="no kind 'chapter'; there are front, body"):
        report().find(kind="chapter")
    with pytest.raises(TypeError, match="a pattern or a class such as Table, not int"):
        report().find(3)  # type: ignore[arg-type]
    with pytest.raises(LookupError, match="no section '九'"):
        report().find(within="九")


# --- section ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [(2, 1), ("2.1",), ("2/1",), ("二/(一)",), ("二", "（一）"), ("二、/（一）",)])
def test_sections_by_their_numbers(path: tuple[int | str, ...]) -> None:
    assert report().section(*path).heading.title == "加强领导"


@pytest.mark.parametrize("name", ["健全制度", "（二）健全制度", "主要做法/健全制度", "二/健全制度", " 健全 制度 "])
def test_sections_by_their_titles(name: str) -> None:
    assert report().section(name).heading.title == "健全制度"


def test_an_article_is_found_through_its_chapters() -> None:
    law = parse(
        "第一章　总则\n第一条　为了节水，制定本法。\n第二章　用水\n第二条　用水应当计量。\n第三条　水费按月收取。\n"
    )
    assert law.section("第三条").text == "水费按月收取。"
    assert law.section("第二章").heading.title == "用水"
    assert law.section("2.3") is law.section("第三条")


def test_sections_without_a_number_and_numbers_that_come_again() -> None:
    first, second = (Section([Paragraph(text)], Heading("1.", "", ordinal=1)) for text in ("甲。", "乙。"))
    terms = Section([Paragraph("丙。")], Heading("", "名词解释"))
    tree = Report(body=Body([first, second, terms]))
    assert [one.path for one in (first, second, terms)] == ["1", "#2", "#3"]
    assert tree.section("1") is first
    assert tree.section("#2") is second
    assert tree.section("#3") is tree.section("名词解释") is terms


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ((3, 1), "no section '3/1': there are none here"),
        ((9,), "no section '9': there are 1 总体情况, 2 主要做法, 3 存在的主要问题"),
        (("二/九",), "no section '二/九': under '主要做法' there are 1 加强领导, 2 健全制度"),
        (("附录",), "no section '附录': there are 1 总体情况, 2 主要做法, 3 存在的主要问题"),
        (("",), "no section '': there are 1 总体情况"),
        (("A1",), "no section 'A1': there are 1 总体情况"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(path: tuple[int | str, ...], message: str) -> None:
    with pytest.raises(LookupError) as caught:
        report().section(*path)
    assert str(caught.value).startswith(message)


@given(pages)
def test_paths_of_chunks_and_of_nodes_lead_back(text: str) -> None:
    tree = parse(text)
    for section in tree.find(Section):
        assert tree.section(section.path) is section
    for chunk in chunks(tree):
        if chunk.path:
            found = tree.section(chunk.path)
            heading = found.title if isinstance(found, Attachment) else found.heading.marker + found.heading.title
            assert not chunk.headings or heading == chunk.headings[-1]


# --- parent and line -------------------------------------------------------------------------------------------------


@given(pages)
def test_every_node_knows_where_it_stands(text: str) -> None:
    tree = parse(text)
    for one in (tree, from_json(to_json(tree)), pickle.loads(pickle.dumps(tree)), copy.deepcopy(tree)):
        assert one.parent is None
        for node in one.walk():
            for part in node.parts():
                assert part.parent is node
                assert one.parent_of(part) is node
    for leaf in tree.walk():
        if isinstance(leaf, Leaf) and leaf.start is not None:
            before = text[: leaf.start].replace("\r\n", "\n").replace("\r", "\n")
            assert leaf.line == before.count("\n") + 1


def test_parents_after_edits() -> None:
    tree = report()
    one, two = tree.section(1), tree.section(2)
    paragraph = one.children.pop(0)
    assert not paragraph.parent
    two.children.append(paragraph)
    assert paragraph.parent is two
    assert (paragraph.path, paragraph.line) == ("2", 9)
    added = Paragraph("其中规划类12条。")
    assert not added.parent
    two.children.append(added)
    assert tree.parent_of(added) is two
    assert added.parent is two
    assert to_text(tree).splitlines().index("其中规划类12条。") + 1 == added.line
    assert Report().parent_of(added) is None


def test_a_node_does_not_keep_its_report() -> None:
    section = report().section(1)
    gc.collect()
    with pytest.raises(ReferenceError, match="the report that this section stood in is gone"):
        _ = section.parent
    assert section.text == "全年公开信息128条。"


def test_a_node_by_itself_stands_nowhere() -> None:
    assert (Paragraph("独立").parent, Paragraph("独立").path, Paragraph("独立").line) == (None, "", None)
    section = Section([Paragraph("独立")], Heading("一、", "概述", ordinal=1))
    assert section.find(Paragraph)[0].parent is section


def test_the_line_of_what_is_put_in_counts_the_line_end_before_it() -> None:
    tree = parse("一、总体情况\n全年公开信息128条。")
    tree.section(1).children.append(Paragraph("又及。"))
    added = tree.find("又及")[0]
    assert to_text(tree).split("\n")[added.line - 1] == "又及。"
    assert [node.line for node in tree.find(Section)] == [1]
    assert tree.line == 1


# --- text ------------------------------------------------------------------------------------------------------------


def test_the_text_of_a_section() -> None:
    section = report().section(2)
    assert section.text == ""
    assert section.sections[1].text == "印发管理办法，存在的问题有所减少。\n规章\t2\n规范性文件\t1"
    assert section.full_text == (
        "二、主要做法\n（一）加强领导。局长任组长，明确分工。\n"
        "（二）健全制度。印发管理办法，存在的问题有所减少。\n规章\t2\n规范性文件\t1"
    )
    assert report().find(Table)[0].text == "规章\t2\n规范性文件\t1"


def test_the_text_leaves_the_site_out() -> None:
    section = Section([Paragraph("甲。"), Furniture("- 3 -"), Paragraph("乙。")], Heading("一、", "概述", ordinal=1))
    assert section.text == "甲。\n乙。"
    assert section.full_text == "一、概述\n甲。\n乙。"


# --- repr and match --------------------------------------------------------------------------------------------------


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


@given(pages)
def test_what_nodes_show_fits_a_line(text: str) -> None:
    tree = parse(text)
    for node in [*tree.walk(), *tree.issues, tree.origin, *chunks(tree), tree.evidence("title")]:
        line = repr(node)
        assert len(line.splitlines()) == 1
        assert width(line) < 120


def test_what_nodes_show() -> None:
    tree = report()
    assert repr(tree) == "<Report '溪原市水务局2015年政府信息公开工作年度报告', 3 sections, 1 issue>"
    assert repr(tree.body) == "<Body 6 children at 24>"
    assert repr(tree.section(1)) == "<Section '一、总体情况', 1 child at 53>"
    assert repr(tree.section(1).heading) == "<Heading '一、总体情况' at 53>"
    assert repr(tree.find(Table)[0]).startswith("<Table 2 rows at ")
    assert repr(Paragraph("一\n二")) == "<Paragraph '一二'>"
    assert repr(Row([Cell("甲")])) == "<Row 1 cell>"


def test_nodes_can_be_matched() -> None:
    titles, texts = [], []
    for node in report().walk():
        match node:
            case Section(heading=Heading(marker, title)) if marker == "二、":
                titles.append(title)
            case Section([Paragraph(text), *_]):
                texts.append(text)
    assert titles == ["主要做法"]
    assert texts == [
        "全年公开信息128条。",
        "局长任组长，明确分工。",
        "印发管理办法，存在的问题有所减少。",
        "公开不够及时。",
    ]
