"""Tree → text: exact, edited, canonical."""

from __future__ import annotations

from typing import Any

import pytest

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
    Note,
    Paragraph,
    Report,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
    to_text,
)

SOURCE = """首页>政务公开
某市水务局2009年报告

发布时间:2010-03-11\u3000
某水〔2010〕4号
各科室：
　　一年来工作平稳。
　　一、  总体情况
　　(一)公开渠道。 全年62条。
　　(二)加强领导市水务局订立制度。
　　1. 5G专栏上线。
规章\t0\t2
        某市水务局
        2010年3月10日
打印"""


def report() -> Report:
    """The tree of `SOURCE`, as the parser makes it."""
    at = SOURCE.index
    return Report(
        Front(
            [
                Breadcrumb("首页>政务公开", start=0),
                Title("某市水务局2009年报告", trail="\n\n", start=8),
                Metadata("published", "发布时间", ":", "2010-03-11", trail="　\n", start=at("发布")),
                Metadata("doc_number", value="某水〔2010〕4号", start=at("某水〔")),
            ]
        ),
        Body(
            [
                Addressee("各科室：", start=at("各科室")),
                Paragraph("一年来工作平稳。", lead="　　", start=at("一年来")),
                Section(
                    [
                        Section(
                            [Paragraph("全年62条。", start=at("全年"))],
                            Heading("(一)", "公开渠道", "。", "", "　　", " ", at("(一)"), 1, 2),
                        ),
                        Section(
                            [
                                Paragraph("市水务局订立制度。", start=at("市水务局订")),
                                Section(
                                    [
                                        Paragraph("5G专栏上线。", start=at("5G")),
                                        Table(
                                            [
                                                Row(
                                                    [
                                                        Cell("规章", trail="\t", start=at("规章")),
                                                        Cell("0", trail="\t", start=at("\t0") + 1),
                                                        Cell("2", start=at("\t2") + 1),
                                                    ]
                                                )
                                            ]
                                        ),
                                    ],
                                    Heading("1.", "", "", "", "　　", " ", at("1. "), 1, 3),
                                ),
                            ],
                            Heading("(二)", "加强领导", "", "", "　　", "", at("(二)"), 2, 2, 0.9),
                        ),
                    ],
                    Heading("一、", "总体情况", "", "  ", "　　", "\n", at("一、"), 1),
                ),
                Signature("某市水务局", lead=" " * 8, start=at("        某") + 8),
                SignedDate("2010年3月10日", lead=" " * 8, start=at("2010年")),
            ],
            start=at("各科室"),
        ),
        Back([Furniture("打印", trail="", start=at("打印"))], start=at("打印")),
    )


# --- exact -----------------------------------------------------------------------------------------------------------


def test_exact_text_is_the_source() -> None:
    assert to_text(report()) == SOURCE


def test_exact_text_of_one_node() -> None:
    tree = report()
    assert to_text(tree.body.sections[0].heading) == "　　一、  总体情况\n"
    assert to_text(tree.front) + to_text(tree.body) + to_text(tree.back) == SOURCE


def test_spans_tile_the_source() -> None:
    tree = report()
    assert [zone.span for zone in (tree.front, tree.body, tree.back)] == [
        (0, SOURCE.index("各科室")),
        (SOURCE.index("各科室"), SOURCE.index("打印")),
        (SOURCE.index("打印"), len(SOURCE)),
    ]
    for node in tree.walk():
        assert SOURCE[slice(*node.span)] == to_text(node)


def test_nothing_prints_nothing() -> None:
    for node in (Report(), Body(), Table(), Section(), Paragraph(trail="")):
        assert to_text(node, clean=True) == ""
    assert to_text(Report()) == ""


# --- edited ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leaves", "text"),
    [
        # What was parsed is never torn apart, what was built by hand is never joined to it.
        ([Paragraph("甲", trail="", start=0), Paragraph("乙", trail="", start=1)], "甲乙"),
        ([Paragraph("甲", trail="", start=0), Paragraph("乙")], "甲\n乙\n"),
        ([Paragraph("甲", trail="\r", start=0), Paragraph("乙")], "甲\r乙\n"),
        ([Paragraph("甲", trail="\u2028", start=0), Paragraph("乙")], "甲\u2028乙\n"),
        ([Paragraph("甲", trail=" ", start=0), Paragraph("乙"), Paragraph("丙")], "甲 \n乙\n丙\n"),
        ([Paragraph("甲", trail=""), Paragraph("乙")], "甲乙\n"),
        ([Paragraph("甲", trail=""), Paragraph("乙", start=0)], "甲乙\n"),
        ([Paragraph("甲", trail="", start=0), Paragraph("", trail=""), Paragraph("乙", start=1)], "甲乙\n"),
        ([Paragraph("乙")], "乙\n"),
    ],
)
def test_line_end_before_what_was_built_by_hand(leaves: list[Node], text: str) -> None:
    assert to_text(Body(leaves)) == text


def test_new_paragraph_leaves_the_line_of_a_run_in_heading() -> None:
    section = Section([Paragraph("旧文。", start=7)], Heading("(二)", "加强领导", trail="", start=0))
    assert to_text(section) == "(二)加强领导旧文。\n"
    section.children[0] = Paragraph("新文。")
    assert to_text(section) == "(二)加强领导\n新文。\n"
    assert to_text(section, clean=True) == "(二)加强领导\n新文。\n"


def test_line_end_between_zones() -> None:
    tree = report()
    tree.back.children = [Furniture("打印", trail="", start=0), FooterField("icp", value="京ICP备00000000号")]
    assert to_text(tree).endswith("打印\n京ICP备00000000号\n")


# --- canonical -------------------------------------------------------------------------------------------------------


def test_canonical_form() -> None:
    assert to_text(report(), clean=True) == (
        "某市水务局2009年报告\n"
        "某水〔2010〕4号\n"
        "各科室：\n"
        "一年来工作平稳。\n"
        "一、总体情况\n"
        "(一)公开渠道。全年62条。\n"
        "(二)加强领导\n"
        "市水务局订立制度。\n"
        "1. 5G专栏上线。\n"
        "规章\t0\t2\n"
        "某市水务局\n"
        "2010年3月10日\n"
    )


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Furniture("分享到"), ""),
        (Breadcrumb("首页>公开"), ""),
        (FooterField("organizer", "主办", "：", "某局"), ""),
        (Metadata("published", "发布时间", ":", "2010-03-11"), ""),
        (Metadata("doc_number", "文号", "：", "国办发〔2017〕47号"), ""),
        (Metadata("doc_number", value="国办发〔2017〕 47号"), "国办发〔2017〕 47号\n"),
        (Title("某市人民政府\n　关于开展普查的\n通知"), "某市人民政府关于开展普查的通知\n"),
        (Addressee("各区：", lead="\n"), "各区：\n"),
        (Note("（此件公开发布）", lead="    "), "（此件公开发布）\n"),
        (Paragraph(" \u200b\n"), ""),
        (Attachment([Title("办法"), Paragraph("细则。")]), "办法\n细则。\n"),
    ],
)
def test_canonical_leaf(node: Node, text: str) -> None:
    assert to_text(node, clean=True) == text


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        (Heading("一、", "总体情况", gap="　　"), "一、总体情况"),
        (Heading("（一）", "总体 情况", "。", gap="\n"), "（一）总体 情况。"),
        (Heading("一　、", "总体情况"), "一、总体情况"),
        (Heading("第一章", "总　则", gap="　　"), "第一章 总则"),
        (Heading("第一章", "总则"), "第一章总则"),
        (Heading("第三条", "定义", "）", gap="（"), "第三条（定义）"),
        (Heading("第三条", "定义", "）", gap="　（"), "第三条 （定义）"),
        (Heading("第三条", gap="　"), "第三条"),
        # Without its space the number would be another one, or none.
        (Heading("1.", "5G应用", gap="  "), "1. 5G应用"),
        (Heading("（二）", "第一季度情况", gap="　"), "（二） 第一季度情况"),
        (Heading("一 ", "概述"), "一 概述"),
        (Heading("1.1 ", "Overview"), "1.1 Overview"),
        (Heading("1.1 ", "概述"), "1.1概述"),
        (Heading("", "没有编号", gap=" "), "没有编号"),
    ],
)
def test_canonical_heading(heading: Heading, line: str) -> None:
    assert to_text(heading, clean=True) == line + "\n"
    assert to_text(Section([Paragraph("下文。")], heading), clean=True) == f"{line}\n下文。\n"


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        (Heading("（一）", "公开渠道", "。", trail="　"), "（一）公开渠道。全年62条。\n下文。\n"),
        (Heading("（一）", "公开渠道", "。", trail="\n"), "（一）公开渠道。\n全年62条。\n下文。\n"),
        (Heading("（一）", "公开渠道", trail=""), "（一）公开渠道\n全年62条。\n下文。\n"),
        (Heading("（一）", "公开渠道", trail="\n"), "（一）公开渠道\n全年62条。\n下文。\n"),
        (Heading("（一）", trail=""), "（一）全年62条。\n下文。\n"),
        (Heading("（一）", trail="\x85"), "（一）\n全年62条。\n下文。\n"),
        (Heading("第三条", trail="　"), "第三条 全年62条。\n下文。\n"),
        (Heading("第三条", trail=""), "第三条全年62条。\n下文。\n"),
        (Heading("第三条", "定义", "）", "（", trail=" "), "第三条（定义）全年62条。\n下文。\n"),
    ],
)
def test_canonical_heading_and_its_paragraph(heading: Heading, lines: str) -> None:
    section = Section([Paragraph("全年62条。"), Paragraph("下文。", lead="　　")], heading)
    assert to_text(section, clean=True) == lines


def test_only_a_paragraph_stands_on_the_line_of_a_heading() -> None:
    heading = Heading("（一）", trail="")
    table = Table([Row([Cell("规章")])])
    assert to_text(Section([table, Paragraph("下文。")], heading), clean=True) == "（一）\n规章\n下文。\n"
    assert to_text(Section([Paragraph("下文。", lead="\n")], heading), clean=True) == "（一）\n下文。\n"


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["规章", "0", "2"], "规章\t0\t2\n"),
        (["规章", "", "2"], "规章\t\t2\n"),
        (["规范性\n文件"], "规范性文件\n"),
        # Tabs at the ends of a line would not be read as cells.
        (["", "新收", "结转"], "||新收|结转|\n"),
        (["规章", "0", ""], "|规章|0||\n"),
        (["", ""], ""),
        ([], ""),
    ],
)
def test_canonical_row(cells: list[str], line: str) -> None:
    assert to_text(Table([Row([Cell(raw) for raw in cells])]), clean=True) == line


# --- errors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("clean", [False, True])
def test_what_is_no_node(clean: bool) -> None:
    nothing: Any = "某市水务局2009年报告"
    with pytest.raises(TypeError, match=r"takes a report or a node, not str; make a report with parse\(\)"):
        to_text(nothing, clean=clean)
    for tree in (Body([nothing]), Section([nothing]), Table([Row([nothing])])):
        with pytest.raises(TypeError, match=r"a child is str, not a node; a piece of text is a Paragraph\(text\)"):
            to_text(tree, clean=clean)
