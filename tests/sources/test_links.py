"""Links and pictures of HTML and Word, on the leaves whose words they are."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from fuzz.harnesses import check
from govreport import Link, Report, parse, parse_bytes, to_text
from govreport.tree.nodes import Leaf


def of(html: str, **options: str) -> Report:
    return parse_bytes(f"<html>{html}".encode(), **options)  # type: ignore[arg-type]


def links(report: Report) -> list[tuple[str, Link]]:
    """Every link, with the kind of its leaf."""
    return [(leaf.kind, link) for leaf in report.walk() if isinstance(leaf, Leaf) for link in leaf.links]


TEXT = "各科室要在周五前报送节水宣传的安排，逾期由办公室通报。"


def test_links_of_a_page() -> None:
    report = of(
        f"""<div><a href="/">首页</a> <a href="javascript:print()">打印</a></div><h1>关于节水宣传的通知</h1>
        <p>请参照<a href="/zn.html">《节水<b>指南</b>》</a>。{TEXT}</p>
        <table><tr><td>名称</td><td>数量</td></tr><tr><td><a href="b.xls">宣传表</a></td><td>3</td></tr></table>
        <p>附件：<a href="./P01.pdf">1.宣传表</a></p>"""
    )
    assert links(report) == [
        ("furniture", Link("首页", "/", (0, 2))),
        ("paragraph", Link("《节水指南》", "/zn.html", (3, 9))),
        ("cell", Link("宣传表", "b.xls", (0, 3), "file")),
        ("note", Link("1.宣传表", "./P01.pdf", (3, 8), "file")),
    ]


def test_a_link_over_lines_is_on_each() -> None:
    report = of(f'<h1>关于节水宣传的通知</h1><a href="t.html"><p>{TEXT}</p><p>{TEXT}</p></a>')
    assert links(report) == [("paragraph", Link(TEXT, "t.html", (0, 27)))] * 2


def test_pictures_stand_where_they_are_drawn() -> None:
    report = of(
        f"""<img src="logo.png" alt="徽标"><h1>关于节水宣传的通知</h1><p>{TEXT}<img src="t.png" alt="图一">见图。</p>
        <p><img data-src="z.jpg" src="data:image/gif;base64,R0"></p><p>主办单位：溪原市水务局</p>"""
    )
    assert links(report) == [
        ("title", Link("徽标", "logo.png", (0, 0), "image")),
        ("paragraph", Link("图一", "t.png", (27, 27), "image")),
        ("paragraph", Link("", "z.jpg", (30, 30), "image")),
    ]


def test_a_picture_before_a_heading_belongs_to_the_text_above() -> None:
    report = of(f'<h1>全市概况</h1><p>一、农业</p><p>{TEXT}</p><p><img src="t1.png"></p><p>二、工业</p><p>{TEXT}</p>')
    assert links(report) == [("paragraph", Link("", "t1.png", (27, 27), "image"))]


def test_files_are_told_by_their_words_where_a_program_gives_them_out() -> None:
    report = of(f'<p>{TEXT}</p><p>附件：<a href="/down.jsp?id=7">登记表.docx</a></p>')
    assert [link for _, link in links(report)] == [Link("登记表.docx", "/down.jsp?id=7", (3, 11), "file")]


def test_a_base_makes_targets_whole() -> None:
    report = of(f'<base href="http://www.example.cn/gk/"><p><a href="a.pdf">{TEXT}</a></p>')
    assert [link.target for _, link in links(report)] == ["http://www.example.cn/gk/a.pdf"]


def test_a_link_that_is_never_closed_does_not_fill_the_memory() -> None:
    html = f'<a href="{"x" * 2000}">' + "<p>节水</p>" * 5000
    report = of(html)
    assert sum(len(link.target) for _, link in links(report)) <= 8 * len(html)


def test_the_address_of_a_page() -> None:
    head = '<meta name="Url" content="http://www.example.cn/t1.html"><link rel="canonical" href="http://x.example/2">'
    assert of(f"{head}<p>{TEXT}</p>").origin.url == "http://www.example.cn/t1.html"
    assert of(f"{head}<p>{TEXT}</p>", url="http://y.example/").origin.url == "http://y.example/"
    canonical = '<link rel="canonical" href="/t2.html"><meta name="SiteDomain" content="www.example.cn">'
    assert of(f"{canonical}<p>{TEXT}</p>").origin.url == "http://www.example.cn/t2.html"
    saved = "<!-- saved from url=(0029)http://www.example.cn/t3.html -->"
    assert of(f"{saved}<p>{TEXT}</p>").origin.url == "http://www.example.cn/t3.html"
    assert of(f"<p>{TEXT}</p>").origin.url is None
    assert parse(TEXT, url="http://y.example/").origin.url == "http://y.example/"


def test_links_of_word() -> None:
    document = docx.Document()
    document.add_paragraph("关于节水宣传的通知")
    body = document.add_paragraph("请参照")
    relation = document.part.relate_to("http://www.example.cn/zn.html", RELATIONSHIP_TYPE.HYPERLINK, True)
    run = body.add_run("《节水指南》")._r
    around = body._p.makeelement(qn("w:hyperlink"), {qn("r:id"): relation})
    run.addprevious(around)
    around.append(run)
    body.add_run(f"。{TEXT}")
    file = BytesIO()
    document.save(file)
    report = parse_bytes(file.getvalue())
    assert links(report) == [("paragraph", Link("《节水指南》", "http://www.example.cn/zn.html", (3, 9)))]


_TAGS = st.sampled_from(
    [
        '<a href="t.html">', "</a>", '<a href="b.pdf">', "<p>", "</p>", '<img src="z.png" alt="图">', "<b>", "</b>",
        "<table><tr><td>", "</td><td>", "</td></tr><tr><td>", "</td></tr></table>", "<br>", "<h1>", "</h1>",
        "一、总体情况", "（一）加强领导。", TEXT, "附件：1.清单", "主办单位：溪原市水务局", " ", "\u3000\u3000",
        "首页 | 打印",
        "溪原市水务局", "2016年3月15日", "关于节水宣传的通知",
    ]
)  # fmt: skip


@given(st.lists(_TAGS, max_size=40).map("".join))
def test_links_stand_in_their_leaves(html: str) -> None:
    report = of(f"<html><body>{html}")
    check(report, to_text(report))
    for leaf in report.walk():
        if isinstance(leaf, Leaf):
            assert leaf.links == tuple(leaf._links)
            for link in leaf.links:
                assert link.stands_in(leaf.raw)
                assert link.kind == "image" or link.text == link.text.strip()


def test_plain_text_has_none_but_those_of_markdown() -> None:
    report = parse(f"关于节水宣传的通知\n请看 http://www.example.cn 。{TEXT}\n")
    assert links(report) == []
    report = parse(f"关于节水宣传的通知\n请看[指南](http://www.example.cn)。{TEXT}\n")
    assert [link.target for _, link in links(report)] == ["http://www.example.cn"]
