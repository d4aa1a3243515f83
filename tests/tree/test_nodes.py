"""The tree by itself: what a node knows without the parser."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import (
    Addressee,
    Attachment,
    Back,
    Body,
    Breadcrumb,
    Cell,
    FooterField,
    Front,
    Furniture,
    Heading,
    Metadata,
    Node,
    Paragraph,
    Report,
    Row,
    Section,
    SignedDate,
    Table,
    Title,
    to_text,
)
from govreport.tree.nodes import leaves
from govreport.words.blanks import clean

# --- clean -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("主动公开", "主动公开"),
        ("　　主动公开\r\n", "主动公开"),
        ("主 动 公 开", "主 动 公 开"),  # a single ordinary space stays
        ("主  动　公\xa0开\t情况", "主动公开情况"),
        ("全年公开信息\n462条", "全年公开信息462条"),
        ("全年公开信息\r\n　　462条", "全年公开信息462条"),
        ("Open  Government\nData", "Open Government Data"),
        ("共 3\n12 件", "共 3 12 件"),
        ("零\u200b宽\ufeff", "零宽"),
        ("一段话到页底\n- 3 -\n又到页顶", "一段话到页底又到页顶"),
        ("- 3 -", "- 3 -"),  # not between two lines
        ("", ""),
        (" \n　", ""),
    ],
)
def test_clean(source: str, text: str) -> None:
    assert clean(source) == text


@given(st.text(st.sampled_from("中文ab1。 \t\r\n\v\x85\u2028\u3000\xa0\u200b\ufeff")))
def test_clean_leaves_one_line_and_nothing_to_clean(source: str) -> None:
    text = clean(source)
    assert len(text.splitlines()) <= 1
    assert text == text.strip()
    assert clean(text) == text


# --- places ----------------------------------------------------------------------------------------------------------


def test_span_of_a_leaf_takes_in_the_white_space_around_it() -> None:
    #                    0123456 7
    source = "　　主动公开\n"
    leaf = Paragraph("主动公开", lead="　　", trail="\n", start=2)
    assert leaf.span == (0, len(source))
    assert source[slice(*leaf.span)] == to_text(leaf)


def test_span_of_what_is_built_by_hand_is_empty() -> None:
    assert Paragraph("主动公开").span == (0, 0)
    assert Section([Paragraph("主动公开")]).span == (0, 0)
    assert Table().span == (0, 0)


def test_span_of_a_branch_runs_from_its_first_leaf_to_its_last() -> None:
    source = "导航\n（一）公开。全年12条。\n"
    heading = Heading("（一）", "公开", "。", trail="", start=3)
    section = Section([Paragraph("全年12条。", start=9)], heading)
    assert heading.span == (3, 9)
    assert section.span == (3, 16)
    assert source[slice(*section.span)] == to_text(section)
    section.children.append(Paragraph("后来添上的。"))
    assert section.span == (3, 16)


def test_zones_meet_even_where_one_is_empty() -> None:
    report = Report(
        Front([Title("通知", trail="\n", start=0)], start=0),
        Body([], start=3),
        Back([Furniture("打印", trail="", start=3)], start=3),
    )
    assert (report.front.span, report.body.span, report.back.span) == ((0, 3), (3, 3), (3, 5))
    assert report.span == (0, 5)


def test_places_do_not_count_for_equality() -> None:
    assert Paragraph("同文", start=7) == Paragraph("同文")
    assert Heading("一、", "总则", start=7) == Heading("一、", "总则")
    assert Body([], start=7) == Body()
    other: Node = Title("同文")
    assert other != Paragraph("同文")
    assert Paragraph("同文") != Paragraph("同文", lead="　")


# --- order -----------------------------------------------------------------------------------------------------------


def small_report() -> Report:
    return Report(
        Front([Breadcrumb("首页>公开", start=0), Title("某局年报", start=6)], start=0),
        Body(
            [
                Section(
                    [
                        Paragraph("一年来，工作平稳。", start=17),
                        Table([Row([Cell("规章", trail="\t", start=27), Cell("2", start=30)])]),
                    ],
                    Heading("一、", "概述", start=11, ordinal=1),
                ),
                Attachment([Title("附：说明", start=32)]),
            ],
            start=11,
        ),
        Back([FooterField("icp", value="京ICP备00000000号", start=37)], start=37),
    )


def test_walk_goes_depth_first_in_source_order() -> None:
    kinds = "report front breadcrumb title body section heading paragraph table row cell cell attachment title back"
    assert [node.kind for node in small_report().walk()] == [*kinds.split(), "footer-field"]


def test_leaves_come_in_source_order() -> None:
    report = small_report()
    starts = [leaf.start for zone in (report.front, report.body, report.back) for leaf in leaves(zone)]
    assert starts == [0, 6, 11, 17, 27, 30, 32, 37]


def test_a_leaf_walks_itself() -> None:
    leaf = Paragraph("独立")
    assert list(leaf.walk()) == [leaf]


def test_parts_of_a_section_begin_with_its_heading() -> None:
    section = small_report().body.sections[0]
    assert section.parts() == [section.heading, *section.children]


def test_deep_trees_can_be_walked() -> None:
    node: Node = Paragraph("底")
    for _ in range(5000):
        node = Section([node])
    assert sum(1 for _ in node.walk()) == 10001
    assert to_text(node) == "\n" * 5000 + "底\n"


# --- what leaves say -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("当前位置: 首页>政务公开>水务信息", ["首页", "政务公开", "水务信息"]),
        ("您所在的位置：首页 > 政务公开 >> 年报", ["首页", "政务公开", "年报"]),
        ("首页 / 政府信息公开 / 正文", ["首页", "政府信息公开", "正文"]),
        ("首页＞公开指南＞", ["首页", "公开指南"]),
        ("首页 » 公开 › 年报", ["首页", "公开", "年报"]),
        ("当前位置：", []),
        ("", []),
    ],
)
def test_breadcrumb_names(raw: str, names: list[str]) -> None:
    assert Breadcrumb(raw).names == names


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2010年3月19日", datetime.date(2010, 3, 19)),
        ("二○一○年三月十九日", datetime.date(2010, 3, 19)),
        ("2010-03-19 11:09", datetime.date(2010, 3, 19)),
        ("2010年2月30日", None),
        ("某日", None),
    ],
)
def test_signed_date(raw: str, date: datetime.date | None) -> None:
    assert SignedDate(raw).date == date
    assert type(SignedDate(raw).date) in (datetime.date, type(None))


def test_addressee_without_its_colon() -> None:
    assert Addressee("各区人民政府，市政府各部门：").text == "各区人民政府，市政府各部门"


def test_raw_of_a_labelled_leaf() -> None:
    leaf = Metadata("published", "发布时间", ": ", "2010-03-19")
    assert leaf.raw == "发布时间: 2010-03-19"
    assert leaf.text == "发布时间: 2010-03-19"


def test_title_of_a_heading_is_clean_and_can_be_set() -> None:
    heading = Heading("一、", "总　则", "。")
    assert heading.title == "总则"
    assert heading.raw == "一、总　则。"
    heading.title = "附则"
    assert heading.title == "附则"
    assert heading.raw == "一、附则。"


def test_title_and_sections_of_an_enclosure() -> None:
    section = Section([], Heading("第一条", "", ordinal=1))
    enclosure = Attachment([Title("管理\n办法"), Paragraph("说明"), section])
    assert enclosure.title == "管理办法"
    assert enclosure.sections == [section]
    assert Attachment([Paragraph("无题")]).title is None


# --- edits -----------------------------------------------------------------------------------------------------------


def test_edits_show_in_the_text() -> None:
    report = small_report()
    section = report.body.sections[0]
    assert to_text(section) == "一、概述\n一年来，工作平稳。\n规章\t2\n"
    section.heading.title = "总体情况"
    paragraph = section.children[0]
    assert isinstance(paragraph, Paragraph)
    paragraph.raw = "一年来，公开工作平稳。"
    section.children.append(Paragraph("又及。"))
    del section.children[1]
    assert (
        to_text(report)
        == "首页>公开\n某局年报\n一、总体情况\n一年来，公开工作平稳。\n又及。\n附：说明\n京ICP备00000000号\n"
    )
