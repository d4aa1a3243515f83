"""Links on leaves: what becomes of them when the leaf is edited, and how they are printed."""

from __future__ import annotations

import pytest

from govreport import Body, Cell, Heading, Link, Origin, Paragraph, Report, Row, Section, Table, to_html, to_markdown
from govreport.tree.links import absolute, is_address, kind_of

GUIDE = Link("《节水指南》", "../zn/P0203.pdf", (3, 9), "file")


def paragraph() -> Paragraph:
    return Paragraph("请参照《节水指南》办理。", links=[GUIDE])


def test_words_that_an_edit_leaves_keep_their_link() -> None:
    leaf = paragraph()
    leaf.raw = "各科室请参照《节水指南》办理。"
    assert leaf.links == (Link("《节水指南》", "../zn/P0203.pdf", (6, 12), "file"),)
    assert leaf.raw[6:12] == "《节水指南》"


@pytest.mark.parametrize("raw", ["请参照上年办法办理。", "", "《节水指南》即《节水指南》。"])
def test_words_that_an_edit_takes_away_or_doubles_have_none(raw: str) -> None:
    leaf = paragraph()
    leaf.raw = raw
    assert leaf.links == ()
    leaf.raw = "请参照《节水指南》办理。"
    assert leaf.links == (GUIDE,)


def test_links_can_be_added_and_count() -> None:
    leaf = Paragraph("见附表。")
    assert leaf.links == ()
    leaf.links = [*leaf.links, Link("附表", "fb.xls", (1, 3))]
    assert leaf != Paragraph("见附表。")
    assert leaf == Paragraph("见附表。", links=[Link("附表", "fb.xls", (1, 3))])


@pytest.mark.parametrize(
    ("target", "kind"),
    [("../P02.pdf", "file"), ("a/b.DOCX?v=1", "file"), ("t2022.html", "link"), ("http://x.cn/pdf", "link")],
)
def test_files_are_told_by_their_ending(target: str, kind: str) -> None:
    assert kind_of(target) == kind


@pytest.mark.parametrize(
    "target", ["javascript:void(0)", " java\nscript:alert(1)", "data:image/png;base64,AA", "#top", "", "x" * 3000]
)
def test_scripts_and_data_are_no_addresses(target: str) -> None:
    assert not is_address(target)
    leaf = Paragraph("打印本页", links=[Link("打印", target, (0, 2))])
    report = Report(body=Body([leaf]))
    assert to_markdown(report) == "打印本页\n"
    assert "<p>打印本页</p>" in to_html(report, fragment=True)


def test_addresses_are_made_whole() -> None:
    assert Origin(url="http://www.example.cn/gk/nb/t1.html").absolute("../P1.pdf") == "http://www.example.cn/gk/P1.pdf"
    assert Origin().absolute("../P1.pdf") == "../P1.pdf"
    assert absolute("http://[", "http://www.example.cn/") == "http://["


def linked_report() -> Report:
    """Links and a picture in every kind of line that is printed."""
    numbered = Section([Paragraph("按指南办理。", links=[Link("指南", "z.html", (1, 3))])], Heading("1.", trail=""))
    heading = Heading("一、", "总　则", links=[Link("总　则", "zz.html", (2, 5))])
    chart = Paragraph("水量如图。", links=[Link("水量图", "t.png", (4, 4), "image")])
    cell = Cell("附表", links=[Link("附表", "f b.xls", (0, 2), "file")])
    return Report(body=Body([Section([chart, numbered, Table([Row([cell])])], heading)]))


def test_links_in_markdown() -> None:
    assert to_markdown(linked_report()) == (
        "## 一、[总则](zz.html)\n\n水量如图![水量图](t.png)。\n\n1.按[指南](z.html)办理。\n\n"
        "| [附表](f%20b.xls) |\n| --- |\n"
    )


def test_links_in_html() -> None:
    assert to_html(linked_report(), fragment=True) == (
        '<article lang="zh">\n<section>\n'
        '<h2><span class="marker">一、</span><a href="zz.html">总则</a></h2>\n'
        '<p>水量如图<img src="t.png" alt="水量图">。</p>\n<section>\n'
        '<p><span class="marker">1.</span>按<a href="z.html">指南</a>办理。</p>\n</section>\n'
        '<table>\n<tr><td><a href="f b.xls">附表</a></td></tr>\n</table>\n</section>\n</article>\n'
    )


def test_the_same_words_before_a_link_are_not_taken_for_it() -> None:
    leaf = Paragraph("附件在附件栏。", links=[Link("附件", "f.html", (3, 5))])
    assert to_markdown(Report(body=Body([leaf]))) == "附件在[附件](f.html)栏。\n"
