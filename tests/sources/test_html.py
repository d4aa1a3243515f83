"""HTML pages: what is seen of them, and what their markup says."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from govreport import Heading, Paragraph, Report, Table, Title, from_json, parse_bytes, to_json, to_text
from govreport.sources.html import read_html
from govreport.sources.markup import tamed
from govreport.tree.nodes import leaves
from govreport.words.page_head import head_value


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


@pytest.mark.parametrize("gap", ["&nbsp;&nbsp;", "\u3000\u3000", "&emsp;"])
def test_a_table_stays_one_though_blanks_space_out_its_letters(gap: str) -> None:
    cell = "绿地面积达到规定标准的，每满一公顷计两分，最高不超过二十分，按季度核定"
    rows = "".join(f"<tr><td>绿地{n}</td><td>{cell}</td><td>王{gap}某</td></tr>" for n in range(1, 6))
    report = read(
        f"<p>评分办法如下。</p><table><tr><td>类{gap}别</td><td>指标</td><td>姓{gap}名</td></tr>{rows}</table>"
    )
    (table,) = [node for node in report.walk() if isinstance(node, Table)]
    assert [[cell.text if cell else None for cell in row] for row in table.grid()][4] == ["绿地4", cell, "王某"]


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


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ('<meta name="PubDate" content="2022-03-02 09:00">', "PubDate", "2022-03-02 09:00"),
        ('<META NAME="pubdate" CONTENT="2022-03-02">', "PubDate", "2022-03-02"),
        ('<meta content="2022-03-02" name=publishdate>', "PubDate", "2022-03-02"),
        ('<meta property="og:title" content="水源保护这一年">', "ArticleTitle", "水源保护这一年"),
        ('<meta name="contentSource" content="市水务局">', "ContentSource", "市水务局"),
        (
            '<meta name="SiteIDCode" content=""><meta name="siteidcode" content="6309000001">',
            "SiteIDCode",
            "6309000001",
        ),
        ('<meta name="viewport" content="width=device-width">', "PubDate", ""),
    ],
)
def test_the_head_s_values_are_found_under_the_names_of_the_rules(head: str, name: str, value: str) -> None:
    meta = parse_bytes(f"<html><head>{head}</head><p>正文一段。</p>".encode()).source.meta
    assert head_value(meta, name) == value


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


# --- the element that holds the document --------------------------------------------------------------------------

MENU = "<div><ul><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>办事服务</a></ul></div>"
NEWS = (
    "<div><h3>热点新闻</h3><p><a href=4>全市水利建设进展顺利</a></p>"
    "<p>本报讯，全市水利建设年内完成投资过亿元。</p></div>"
)
FOOT = "<div><p>河阳市水务局　地址：河阳市前进路1号</p></div>"
TITLE = "<h1>关于节约用水的通知</h1><p>发布时间：2021-11-30　来源：河阳市水务局</p>"
TEXT = "<p>各科室：</p>" + "".join(
    f"<p>{number}、各科室要随手关水，做到人走水停，发现漏水及时报修。"
    f"{'每月底前报送用水数量，由办公室汇总后公布。' * 6}</p>"
    for number in "一二三"
)
CLOSING = "<p>河阳市水务局</p><p>2021年11月29日</p>"


def body(page: str) -> list[str]:
    return to_text(read(page).body).split()


WHOLE = [re.sub("<[^>]+>", "", line) for line in (TEXT + CLOSING).split("</p>")[:-1]]


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU}<div>{TITLE}<div>{TEXT}{CLOSING}</div></div>{NEWS}{FOOT}",
        f"{MENU}<div>{TITLE}<div id=zoom>{TEXT}{CLOSING}</div>{NEWS}</div>{FOOT}",
        f"{MENU}<div>{TITLE}<div class='view TRS_UEDITOR'>{TEXT}{CLOSING}</div>{NEWS}</div>{FOOT}",
        f"{MENU}{TITLE}<div><ucapcontent>{TEXT}{CLOSING}</ucapcontent>{NEWS}</div>{FOOT}",
        f"{MENU}{TITLE}<meta name=ContentStart>{TEXT}{CLOSING}<meta name=ContentEnd>{NEWS}{FOOT}",
        f"{MENU}{TITLE}<!--ZJEG_RSS.content.begin-->{TEXT}{CLOSING}<!--ZJEG_RSS.content.end-->{NEWS}{FOOT}",
        f"<div>欢迎来到水务网，本站提供水务信息。</div>{MENU}{TITLE}<article>{TEXT}{CLOSING}</article>{NEWS}{FOOT}",
        f"{MENU}{TITLE}<div class=TRS_Editor>{TEXT}</div><div class=TRS_Editor>{CLOSING}</div>{NEWS}{FOOT}",
        f"{MENU}{TITLE}<div class=TRS_Editor>{TEXT}</div>{CLOSING}{NEWS}{FOOT}",
        f"<table><tr><td>{MENU}<td>{TITLE}{TEXT}{CLOSING}<tr><td>{NEWS}<td>{FOOT}</table>",
        f"{MENU}<div>{TITLE}<div>{TEXT}{CLOSING}</div></div>{NEWS}<div class=phone>{TITLE}{TEXT}{CLOSING}</div>",
        f"{MENU}<a name=top>{TITLE}<div id=zoom>{TEXT}{CLOSING}</div>{NEWS}{FOOT}",
        f"{MENU}<div>{TITLE}<div>{TEXT}{CLOSING}</div>{NEWS}{MENU}{NEWS}</div>{FOOT}",
    ],
    ids="weight id class element marks comments greeting two closing table copies anchor teasers".split(),
)
def test_what_stands_outside_of_the_element_of_the_document_is_the_site_s(page: str) -> None:
    report = read(page)
    assert report.title == "关于节约用水的通知"
    assert str(report.published) == "2021-11-30"
    assert body(page) == WHOLE
    assert (report.signature, str(report.date)) == (["河阳市水务局"], "2021-11-29")


def test_rows_of_empty_cells_are_read_wherever_they_stand() -> None:
    rows = "<table><tr><td>甲<td>1<tr><td><td><tr><td>乙<td>2</table>"
    empty = "<table><tr><td><td><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    for page in (f"<div id=zoom>{TEXT}{rows}</div>{empty}", f"{empty}<div id=zoom>{rows}</div>", empty * 3):
        assert to_text(read(page)) == read_html(page).text


def test_positions_change_nothing_of_what_is_found() -> None:
    page = f"<html><body>{MENU}<div>{TITLE}<div>{TEXT}{CLOSING}</div></div>{NEWS}{FOOT}"
    assert read_html(page, True).hints == read_html(page).hints


def test_attachments_may_follow_the_element() -> None:
    files = "<ul><li><a href=a.doc>附件1：用水登记表.doc</a><li><a href=b.xls>用水汇总表.xls</a></ul>"
    page = f"{MENU}{TITLE}<div id=zoom>{TEXT}{CLOSING}</div>{files}{NEWS}{FOOT}"
    assert body(page) == [*WHOLE, "附件1：用水登记表.doc", "用水汇总表.xls"]


def test_an_element_of_little_text_beside_a_text_without_one_is_not_the_document_s() -> None:
    page = f"{MENU * 9}{TITLE}{TEXT}{CLOSING}<div>{'本报讯，全市水利建设年内完成投资过亿元。' * 5}</div>"
    assert read_html(page).hints.article is None


def test_paragraphs_that_begin_alike_are_no_copies() -> None:
    alike = "".join(
        f"<p>对违反本办法第十条规定的单位和个人，由水务部门责令改正，{n}日内不改正的处以罚款。</p>" for n in range(9)
    )
    page = f"{MENU}{TITLE}<div>{TEXT}{alike}</div>{NEWS}"
    start, end = places(page)
    assert read_html(page).text[start:end].count("对违反") == 9


def test_a_document_of_short_lines_is_found_by_its_element() -> None:
    lines = "<p>局长：王某</p><p>副局长：李某</p>"
    page = f"{MENU}<h1>河阳市水务局领导分工</h1><div id=zoom>{lines}</div>{NEWS}{FOOT}"
    assert read_html(page).text[slice(*places(page))].split() == ["局长：王某", "副局长：李某"]


def places(page: str) -> tuple[int, int]:
    article = read_html(page).hints.article
    assert article is not None
    return article.start, article.end


ENTRIES = "".join(
    f"<li><a href={n}>关于公布第{n}批办理事项的通知</a>"
    f"<p>为方便群众办事，现将第{n}批办理事项予以公布，{'请各单位遵照执行，' * 9}……</p></li>"
    for n in range(9)
)


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU * 3}{FOOT}",
        f"<div id=zoom>{MENU}</div>",
        MENU * 20 + "<p>今天天气晴。</p>",
        f"{MENU}<h2>通知公告</h2><div class=news_content><ul>{ENTRIES}</ul></div>{FOOT}",
        "",
    ],
)
def test_a_page_of_links_has_no_document(page: str) -> None:
    assert read_html(page).hints.article is None
    assert any(issue.code == "list-of-pages" for issue in read(page).issues) == bool(page)


def test_a_page_without_structure_has_no_element_and_nothing_is_said() -> None:
    page = TITLE + TEXT + CLOSING
    assert read_html(page).hints.article is None
    assert not any(issue.code == "list-of-pages" for issue in read(page).issues)
    assert body(page) == WHOLE


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
    spans = {leaf.raw: leaf.source_span for zone in (report.front, report.body) for leaf in leaves(zone)}
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
    spans = {leaf.raw: leaf.source_span for zone in (report.front, report.body) for leaf in leaves(zone)}
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
    flat, _ = tamed(page)
    assert flat.count("<div>") == flat.count("</div>") == 512
    assert lines(page) == ["正文", "后文"]


@pytest.mark.parametrize("unit", ["<div></x>", "<div></b>", "<div><object></div></object>", "<span></p></a>"])
def test_an_end_tag_that_closes_nothing_leaves_the_depth_as_it_is(unit: str) -> None:
    deepest = LexborHTMLParser(tamed(unit * 1500)[0]).css("div, span")[-1]
    depth = 0
    while deepest.parent is not None:
        deepest = deepest.parent
        depth += 1
    assert 2 < depth < 600


@pytest.mark.parametrize("value", ["=1", "", "/"])
def test_a_tag_with_far_too_many_attributes_loses_them(value: str) -> None:
    attributes = " ".join(f"a{n}{value}" for n in range(100_000))
    assert tamed(f"<p {attributes}>正文</p>") == ("<p>正文</p>", False)
    assert tamed("甲<p\n" + attributes.replace(" ", "\n") + ">正文</p>")[0] == "甲<p>正文</p>"
    picture = f'<img alt="图" src="data:image/png;base64,{"A" * 100_000}==">'
    assert tamed(picture)[0] == picture


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
