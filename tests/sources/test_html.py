"""HTML pages: what is seen of them, and what their markup says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from govreport import Heading, Paragraph, Report, Table, Title, from_json, parse_bytes, to_json, to_text
from govreport.sources.html import read_html
from govreport.sources.markup import flatten
from govreport.tree.nodes import leaves


def read(page: str, **options: bool) -> Report:
    return parse_bytes(f"<html><body>{page}</body></html>".encode(), **options)  # type: ignore[arg-type]


def lines(page: str) -> list[str]:
    return read_html(page).text.splitlines()


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<p>一段</p><p>又一段</p>", ["一段", "又一段"]),
        ("<div>上<div>中</div>下</div>", ["上", "中", "下"]),
        ("一行<br>又一行<br/><br />第三行", ["一行", "又一行", "第三行"]),
        ("<p>加<b>强</b><span>工\n  作</span> </p>", ["加强工 作"]),
        ("<p>&nbsp;&#12288;缩进&ldquo;引文&rdquo;</p><p>&nbsp;</p>", ["\u00a0\u3000缩进“引文”"]),
        ("<ul><li>首页<li>公开</ul>", ["首页", "公开"]),
        ("<a href=1>首页</a><a href=2>公开</a>", ["首页 公开"]),
        ("<pre>甲\n  乙</pre>", ["甲", "  乙"]),
        ("<span style='display:block'>甲</span>乙", ["甲", "乙"]),
        ("正文<script>var a='<p>脚本</p>'</script><style>p{}</style><!-- 注 -->", ["正文"]),
        (
            "正文<p style='DISPLAY : none'>藏</p><p hidden>藏</p><noscript>藏</noscript><template>藏</template>",
            ["正文"],
        ),
        ("<title>标题</title><iframe>框</iframe>正文", ["正文"]),
        ("<select><option>甲<option selected>乙</select>", ["乙"]),
        ("<p>没有结束<div>标记<p>的页面", ["没有结束", "标记", "的页面"]),
        ("", []),
    ],
)
def test_what_is_seen(page: str, seen: list[str]) -> None:
    assert lines(page) == seen


def test_a_page_that_a_script_uncovers_is_seen() -> None:
    assert lines(f"<p>首页</p><div style='display:none'>{'正文。' * 9}</div>") == ["首页", "正文。" * 9]


# --- tables ----------------------------------------------------------------------------------------------------------

SPANS = """
<table>
  <tr><th rowspan="2">项目</th><th colspan="2">申请人</th></tr>
  <tr><td>自然人</td><td>商业<br>企业</td></tr>
  <tr><td>新收</td><td>3</td><td></td></tr>
</table>
"""


def test_a_data_table_is_a_table_node_with_its_spans_resolved() -> None:
    report = read(f"<h1>某局2022年政府信息公开工作年度报告</h1><p>一、申请情况</p>{SPANS}<p>二、其他</p>")
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["项目", "申请人", "申请人"],
        ["项目", "自然人", "商业企业"],
        ["新收", "3", ""],
    ]
    assert [(cell.rowspan, cell.colspan) for cell in table.rows[0].cells] == [(2, 1), (1, 2)]
    assert [section.heading.title for section in report.sections] == ["申请情况", "其他"]
    assert table in report.sections[0].children


def test_a_cell_of_a_grid_may_be_missing() -> None:
    report = read("<p>一、表</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr></table>")
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [
        ["甲", "乙"],
        ["丙", None],
        ["丁", None],
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"<table><tr><td>导航</td><td>{'正文一段很长。' * 60}</td></tr><tr><td>上</td><td>下</td></tr></table>",
        "<table><tr><td>甲</td><td><table><tr><td>乙</td></tr></table></td></tr>"
        "<tr><td>丙</td><td>丁</td></tr></table>",
        "<table><tr><td><a>首页</a></td><td><a>公开</a></td></tr>"
        "<tr><td><a>办事</a></td><td><a>互动</a></td></tr></table>",
        "<table role=presentation><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>",
    ],
)
def test_a_table_that_lays_the_page_out_is_none(page: str) -> None:
    assert read_html(page).hints.grids == []
    assert "\t" not in read_html(page).text


def test_a_metadata_block_is_read_from_its_table() -> None:
    report = read(
        "<table><tr><td>索 引 号</td><td>K1/2021-3</td><td>发布机构</td><td>河阳市水务局</td></tr>"
        "<tr><td>文号</td><td>河水发〔2021〕3号</td><td>成文日期</td><td>2021-02-03</td></tr></table>"
        "<h1>河阳市水务局关于加强水源保护的通知</h1><p>各区县水务局：</p><p>现将有关事项通知如下。</p>"
    )
    assert (report.doc_number, report.issuer) == ("河水发〔2021〕3号", "河阳市水务局")
    assert report.date is not None
    assert report.date.isoformat() == "2021-02-03"
    assert not any(isinstance(node, Table) for node in report.walk())


# --- hints -----------------------------------------------------------------------------------------------------------

HEAD = (
    '<meta name="ArticleTitle" content="水源保护这一年"><meta name="SiteName" content="河阳市水务局">'
    "<title>水源保护这一年_河阳市水务局</title>"
)


def test_the_head_is_kept() -> None:
    report = parse_bytes(f"<head>{HEAD}</head><p>正文一段，说的是水源保护。</p>".encode())
    assert report.source.meta == {
        "ArticleTitle": "水源保护这一年",
        "SiteName": "河阳市水务局",
        "title": "水源保护这一年_河阳市水务局",
    }


def test_the_head_names_the_title_where_the_text_leaves_it_open() -> None:
    body = "<p>河阳水务在线</p><p>水源保护这一年</p><p>全市水源保护工作稳步推进，群众饮水更加安全。</p>"
    assert parse_bytes(f"<head>{HEAD}</head>{body}".encode()).title == "水源保护这一年"


def test_the_head_does_not_overrule_the_text() -> None:
    body = "<h1>河阳市水务局2021年政府信息公开工作年度报告</h1><p>本报告根据有关规定编制，现予公布。</p>"
    report = parse_bytes(f"<head>{HEAD}</head>{body}".encode())
    assert report.title == "河阳市水务局2021年政府信息公开工作年度报告"
    assert str(report.source) == ""  # 来源 is what the text says, not what the head does


def test_the_head_chooses_between_values_that_the_page_shows() -> None:
    head = '<meta name="PubDate" content="2022-03-02 09:00"><meta name="ContentSource" content="市水务局">'
    lines = "<p>发布时间：2021-11-30　来源：市政府网</p><p>发布时间：2022-03-02　来源：市水务局</p>"
    body = f"<h1>关于节约用水的通知</h1>{lines}<p>各科室要随手关水，做到人走水停。</p>"
    report = parse_bytes(f"<head>{head}</head>{body}".encode())
    assert (str(report.published), report.source) == ("2022-03-02", "市水务局")
    report = parse_bytes(body.encode())
    assert (str(report.published), report.source) == ("2021-11-30", "市政府网")


@pytest.mark.parametrize("title", ["<h2>水源保护这一年</h2>", "<p align=center><b>水源保护这一年</b></p>"])
def test_a_line_that_is_set_like_a_title_is_it(title: str) -> None:
    body = f"<p>河阳水务在线</p>{title}<p>全市水源保护工作稳步推进，群众饮水更加安全。</p>"
    assert read(body).title == "水源保护这一年"


def test_a_title_over_two_lines_is_named_by_the_head() -> None:
    head = '<meta name="ArticleTitle" content="守护一泓清水 共建美丽河阳">'
    report = parse_bytes(
        f"<head>{head}</head><p>守护一泓清水<br>共建美丽河阳</p><p>本报讯，全市河湖面貌明显改善。</p>".encode()
    )
    assert [node.text for node in report.walk() if isinstance(node, Title)] == ["守护一泓清水共建美丽河阳"]


@pytest.mark.parametrize(
    "page",
    [
        "<p><strong>（二）加强工作指导</strong>公安厅制定下发文件三份。</p>",
        "<p><b>（二）</b><b>加强工作指导</b>公安厅制定下发文件三份。</p>",
        "<p>&nbsp;　<strong>（二）加强工作指导</strong>　公安厅制定下发文件三份。</p>",
        "<p>（二）<span style='font-weight: 700'>加强工作指导</span>公安厅制定下发文件三份。</p>",
        "<p><span style='font-family: 楷体_GB2312'>（二）加强工作指导</span>"
        "<span style='font-family:仿宋'>公安厅制定下发文件三份。</span></p>",
        "<p><font face='黑体'>（二）加强工作指导</font>公安厅制定下发文件三份。</p>",
    ],
)
def test_emphasis_gives_the_end_of_a_heading_away(page: str) -> None:
    report = read(f"<p>一、工作情况</p><p>（一）完善机制。全年运行平稳。</p>{page}")
    section = report.section(1, 2)
    assert section is not None
    assert (section.heading.title, section.heading.confidence) == ("加强工作指导", 1.0)
    assert [child.text for child in section.children if isinstance(child, Paragraph)] == ["公安厅制定下发文件三份。"]


def test_emphasis_within_a_paragraph_says_nothing() -> None:
    report = read(
        "<p>一、工作情况</p><p>1.受理申请<b>128</b>件，全部按期办结。</p><p>2.答复咨询<b>305</b>件，群众满意。</p>"
    )
    headings = [node.title for node in report.walk() if isinstance(node, Heading)]
    assert headings == ["工作情况", "", ""]


# --- places ----------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><head><title>甲 > 乙</title></head><body>
<!-- <p>注</p> --><script>"<p>脚本</p>"</script>
<h1 title="a > b"">河阳市水务局关于加强&ldquo;水源&rdquo;保护的通知</h1>
<p>  各区县水务局：</p>
<p>一、总体&nbsp;要求<br>
<b>（一）</b>加强
领导。各单位<i>要</i>高度重视。</p>
"""


def test_each_leaf_says_where_in_the_page_it_came_from() -> None:
    report = parse_bytes(PAGE.encode(), keep_source_positions=True)
    found = {leaf.raw: PAGE[slice(*leaf.source_span)] for leaf in leaves(report.front) if leaf.source_span}
    found |= {leaf.raw: PAGE[slice(*leaf.source_span)] for leaf in leaves(report.body) if leaf.source_span}
    assert found == {
        "河阳市水务局关于加强“水源”保护的通知": "河阳市水务局关于加强&ldquo;水源&rdquo;保护的通知",
        "各区县水务局：": "各区县水务局：",
        "一、总体\u00a0要求": "一、总体&nbsp;要求",
        "（一）加强 领导。": "（一）</b>加强\n领导。",
        "各单位要高度重视。": "各单位<i>要</i>高度重视。",
    }


def test_text_that_the_parser_moves_keeps_its_places() -> None:
    page = "<p>正文</p><table><tr><td>1<td>2<tr>\t\t移出<b>表格</b>的文字<td>3<td>4</table>"
    report = parse_bytes(f"<html>{page}".encode(), keep_source_positions=True)
    spans = {leaf.raw: leaf.source_span for leaf in leaves(report.body)}
    assert {raw: f"<html>{page}"[slice(*span)] for raw, span in spans.items() if span} == {
        "正文": "正文",
        "移出表格的文字": "移出<b>表格</b>的文字",
        "1": "1",
        "2": "2",
        "3": "3",
        "4": "4",
    }


def test_a_word_of_any_length_has_its_place() -> None:
    page = "<html><p>" + "政府信息" * 300_000
    (place,) = read_html(page, True).places
    assert page[place.file_start : place.file_end] == "政府信息" * 300_000


def test_a_page_cannot_claim_places() -> None:
    page = "<html><p>甲\U000f00007,9\U000f0001乙"
    for positions in (False, True):
        assert read_html(page, positions).text == "甲\ufffd7,9\U000f0001乙\n"


def test_the_lines_of_a_cell_keep_their_places() -> None:
    page = (
        "<table><tr><td>一</td><td> <p>\u3000商业</p>\n"
        "<p>企业&ensp;</p></td></tr><tr><td>二</td><td>3</td></tr></table>"
    )
    report = parse_bytes(f"<html>{page}".encode(), keep_source_positions=True)
    spans = {leaf.raw: leaf.source_span for leaf in leaves(report.body)}
    assert {raw: f"<html>{page}"[slice(*span)] for raw, span in spans.items() if span} == {
        "一": "一",
        "商业企业": "商业</p>\n<p>企业",
        "二": "二",
        "3": "3",
    }


def test_places_are_kept_only_when_asked_for_and_go_through_json() -> None:
    plain, placed = parse_bytes(PAGE.encode()), parse_bytes(PAGE.encode(), keep_source_positions=True)
    assert to_text(plain) == to_text(placed)
    assert plain == placed
    assert all(leaf.source_span is None for leaf in leaves(plain.body))
    again = from_json(to_json(placed))
    assert again == placed
    spans = [leaf.source_span for leaf in leaves(placed.body)]
    assert [leaf.source_span for leaf in leaves(again.body)] == spans


# --- pages that mean harm --------------------------------------------------------------------------------------------


def test_tags_beyond_the_depth_that_a_browser_keeps_are_left_out() -> None:
    page = "<div>" * 100_000 + "<p>正文</p>" + "</div>" * 100_000 + "<p>后文</p>"
    flat = flatten(page)
    assert flat.count("<div>") == flat.count("</div>") == 512
    assert lines(page) == ["正文", "后文"]


@pytest.mark.parametrize("unit", ["<div></x>", "<div></b>", "<div><object></div></object>", "<span></p></a>"])
def test_an_end_tag_that_closes_nothing_leaves_the_depth_as_it_is(unit: str) -> None:
    deepest = LexborHTMLParser(flatten(unit * 1500)).css("div, span")[-1]
    depth = 0
    while deepest.parent is not None:
        deepest = deepest.parent
        depth += 1
    assert 2 < depth < 600


@pytest.mark.parametrize("value", ["=1", "", "/"])
def test_a_tag_with_far_too_many_attributes_loses_them(value: str) -> None:
    attributes = " ".join(f"a{n}{value}" for n in range(100_000))
    assert flatten(f"<p {attributes}>正文</p>") == "<p>正文</p>"
    assert flatten("甲<p\n" + attributes.replace(" ", "\n") + ">正文</p>") == "甲<p>正文</p>"
    picture = f'<img alt="图" src="data:image/png;base64,{"A" * 100_000}==">'
    assert flatten(picture) == picture


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<b>" * 100_000 + "正文", ["正文"]),
        ("<table><tr><td>" * 30_000 + "正文", ["正文"]),
        ("<!--" * 100_000 + "正文", []),
        ('<a href="' * 100_000 + "正文", []),
        ("<" * 100_000, ["<" * 100_000]),
        ("&" * 100_000, ["&" * 100_000]),
        ("<p>\ud800正文", ["?正文"]),
    ],
    ids=["bolds", "tables", "comments", "quotes", "brackets", "ampersands", "surrogate"],
)
@pytest.mark.parametrize("positions", [False, True])
def test_hostile_pages_are_read(page: str, seen: list[str], positions: bool) -> None:
    assert read_html(f"<html><body>{page}", positions).text.splitlines() == seen


FONTS = "".join(f"<font size={n}>" for n in range(500))


@pytest.mark.parametrize("paragraph", ["<p>正文", "<p>正文</p>", "<div>正文</div>", "<li>正文", "<p><b>正文</b></p>"])
def test_type_that_is_opened_again_in_each_paragraph_is_left_out(paragraph: str) -> None:
    report = read(f"<p>{FONTS}</p>" + paragraph * 1000)
    assert to_text(report).split() == ["正文"] * 1000
    assert [one.code for one in report.issues if one.code == "markup-left-out"] == ["markup-left-out"]


def test_type_within_bounds_is_kept() -> None:
    page = "<p><b>" + "<font face=黑体>一、总则</font></b>为了公开。</p>" * 5000
    assert not any(one.code == "markup-left-out" for one in read(page).issues)


LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, ({bytes}, {bytes}))
from govreport.sources.html import read_html
print(len(read_html({page}).text))
"""


@pytest.mark.parametrize(
    "page",
    [
        "'<p>' + ''.join(f'<font size={n}>' for n in range(500)) + '</p>' + '<p>x' * 20_000",
        "'<div></x>' * 40_000",
        "'<title>' + ''.join(f'甲乙丙丁{n}_' for n in range(20_000)) + '</title>' + '<p>甲</p>' * 300",
    ],
    ids=["type opened again", "stray end tags", "a title of many parts"],
)
def test_a_small_page_takes_little_memory(page: str) -> None:
    code = LIMITED.format(bytes=1 << 29, page=page)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr


def test_cells_that_claim_to_cover_everything_make_no_grid() -> None:
    page = "<table>" + "<tr><td rowspan=9999 colspan=9999>1</td><td>2</td></tr>" * 50 + "</table>"
    assert read_html(page).hints.grids == []
