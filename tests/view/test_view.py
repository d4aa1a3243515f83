"""The pages to look at: their data, their one file, two reports side by side."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

import pytest
from hypothesis import given, settings

from govreport import (
    CODES,
    Body,
    Heading,
    Issue,
    Link,
    Paragraph,
    Report,
    Section,
    parse,
    read,
    statistics,
    to_html,
    to_text,
)
from govreport.statistics.values import Status
from govreport.tree.history import ACTS
from govreport.tree.issues import UNCERTAIN
from govreport.tree.issues_in_chinese import MEANINGS
from govreport.view.comparison import comparison
from govreport.view.content import Content
from govreport.view.page import page
from govreport.view.pairs import pairs
from govreport.view.wording import Sentence, changes
from govreport.view.years import OnYear, years
from tests.elements import elements
from tests.strategies import pages

ROOT = Path(__file__).parent.parent.parent
ASSETS = ROOT / "src/govreport/view/assets"
HOSTILE = "</script><script>document.title = 'x'</script><img src=x onerror=alert(1)>"
PAGE = (
    "当前位置：首页 > 政务公开\n某市水务局2009年政府信息公开年度报告\n发布时间：2010-03-11　来源：某市水务局\n"
    "一、总体情况\n（一）公开渠道。全年公开信息62条，均按时更新。\n（二）组织领导。局办公室负责此项工作。\n"
    "三、存在问题\n更新不够及时。\n　　　　　　　　某市水务局\n　　　　　　　　2010年3月10日\n主办单位：某市水务局\n"
)


def told(report: Report) -> dict[str, Any]:
    return Content(report).data()


def words(data: dict[str, Any], leaf: int | None) -> str:
    return "" if leaf is None else "".join(data["leaves"][leaf]["parts"])


# --- the data ---------------------------------------------------------------------------------------------------------


def test_fields_name_the_place_that_says_them() -> None:
    data = told(parse(PAGE))
    assert [(field["name"], field["value"], words(data, field["leaf"])) for field in data["fields"]] == [
        ("title", "某市水务局2009年政府信息公开年度报告", "某市水务局2009年政府信息公开年度报告"),
        ("issuer", "某市水务局", "某市水务局"),
        ("year", "2009", "某市水务局2009年政府信息公开年度报告"),
        ("published", "2010-03-11", "发布时间：2010-03-11"),
        ("source", "某市水务局", "来源：某市水务局"),
        ("signature", "某市水务局", "某市水务局"),
        ("date", "2010-03-10", "2010年3月10日"),
    ]
    assert [(field["name"], field["value"]) for field in data["page"]] == [
        ("发布时间", "2010-03-11"),
        ("来源", "某市水务局"),
    ]
    assert [(field["name"], field["value"]) for field in data["footer"]] == [("主办单位", "某市水务局")]


def test_outline_with_levels_and_issues_with_lines() -> None:
    data = told(parse(PAGE))
    assert [(one["level"], one["marker"], one["title"]) for one in data["outline"]] == [
        (1, "一、", "总体情况"),
        (2, "（一）", "公开渠道"),
        (2, "（二）", "组织领导"),
        (1, "三、", "存在问题"),
    ]
    (issue,) = [one for one in data["issues"] if one["severity"] == "warning"]
    assert (issue["code"], issue["line"], words(data, issue["leaf"])) == ("skipped-number", 7, "三、存在问题")
    assert issue["said"] == ["a number of the series is missing: 三、存在问题", "序号有缺：三、存在问题"]


def test_a_heading_on_its_paragraphs_line_says_how_sure_it_is() -> None:
    data = told(parse(PAGE))
    assert [("".join(leaf["parts"]), leaf["confidence"]) for leaf in data["leaves"] if "confidence" in leaf] == [
        ("（一）公开渠道。", 1.0),
        ("（二）组织领导。", 1.0),
    ]
    assert data["uncertain"] == UNCERTAIN


def test_a_leaf_says_in_which_section_it_stands() -> None:
    data = told(parse(PAGE))
    inside = {"".join(leaf["parts"]): leaf["section"] for leaf in data["leaves"]}
    assert inside["局办公室负责此项工作。"] == 2
    assert inside["更新不够及时。"] == 3
    assert inside["2010年3月10日"] is None


@settings(deadline=None)
@given(pages)
def test_the_leaves_are_the_text(text: str) -> None:
    report = parse(text)
    assert "".join(leaf["lead"] + "".join(leaf["parts"]) + leaf["trail"] for leaf in told(report)["leaves"]) == text


def test_what_is_added_by_hand_stands_on_its_own_line() -> None:
    report = parse("一、总体情况\n全年公开信息128条。")
    report.sections[0].children.append(Paragraph("其中规划类12条。"))
    assert "".join(leaf["lead"] + "".join(leaf["parts"]) + leaf["trail"] for leaf in told(report)["leaves"]) == to_text(
        report
    )


def test_a_report_by_hand_has_no_places_for_its_issues() -> None:
    report = Report(body=Body([Paragraph("甲。")]), issues=[Issue("no-text", "warning", "there is no text", 0, 0)])
    assert [issue["leaf"] for issue in told(report)["issues"]] == [None]


def test_statistics_are_tables_whose_cells_have_their_places() -> None:
    data = told(read(ROOT / "fixtures/annual-2019-tables.txt"))
    cells = [cell for table in data["tables"] for row in table["rows"] for cell in row["cells"]]
    assert len(cells) > 50
    assert all(len(row["cells"]) == len(table["columns"]) for table in data["tables"] for row in table["rows"])
    placed = [cell for cell in cells if cell["text"] and cell["leaf"] is not None]
    assert len(placed) > 50
    assert [cell for cell in placed if cell["text"] not in words(data, cell["leaf"])] == []


def test_what_is_violated_is_told_with_the_places_of_its_numbers() -> None:
    data = told(read(ROOT / "fixtures/annual-2022-faults.txt"))
    assert data["checked"]["line"] == ["31 passed, 6 violated, 26 not assessable", "31 项通过，6 项不符，26 项无法判断"]
    name, balance = data["violations"][:2]
    assert (name["code"], name["severity"]) == ("section-name", "error")
    assert name["said"][1] == "“存在问题和下一步打算”，规定的标题是“存在的主要问题及改进情况”"
    assert (balance["code"], balance["line"]) == ("requests-balance", 51)
    assert balance["said"] == [
        "自然人: 本年新收政府信息公开申请数量 5 + 上年结转政府信息公开申请数量 0 = 5, "
        "but 总计 4 + 结转下年度继续办理 2 = 6",
        "自然人：本年新收政府信息公开申请数量 5 + 上年结转政府信息公开申请数量 0 = 5，"
        "而 总计 4 + 结转下年度继续办理 2 = 6",
    ]
    assert [words(data, leaf) for leaf in balance["leaves"]] == ["5", "4", "2"]
    cells = [cell for table in data["tables"] for row in table["rows"] for cell in row["cells"] if 1 in cell["faults"]]
    assert [cell["text"] for cell in cells] == ["5", "", "4", "2"]


def test_what_the_tree_says_when_asked() -> None:
    law = parse(
        "河阳市供水条例\n（2019年3月28日河阳市人民代表大会常务委员会第九次会议通过）\n第一条　为了供水，制定本条例。\n"
        "第二条　联系人：某某　联系电话：0999-2233445\n第三条　本条例自2019年6月1日起施行。\n"
    )
    data = told(law)
    assert [(one["kind"], one["date"]) for one in data["history"]] == [
        ("adopted", "2019-03-28"),
        ("effective", "2019-06-01"),
    ]
    assert [(one["key"], one["value"]) for one in data["contacts"]] == [("person", "某某"), ("phone", "0999-2233445")]
    assert words(data, data["opens"]) == "河阳市供水条例"
    notice = told(read(ROOT / "fixtures/notice-enclosure.txt"))
    assert [(one["ordinal"], one["name"], one["document"]) for one in notice["enclosures"]] == [
        (1, "屋顶菜园登记表", None),
        (2, "屋顶菜园管护承诺书", None),
    ]


def test_links_say_where_they_lead_and_scripts_lead_nowhere() -> None:
    report = parse("各科室要在周五前报送。\n")
    (paragraph,) = report.find(Paragraph)
    paragraph.links = [
        Link("各科室", "javascript:alert(1)", (0, 3)),
        Link("周五", "../b.html", (5, 7)),
        Link("报送", "https://example.org/a.html", (8, 10)),
    ]
    (leaf,) = told(report)["leaves"]
    assert [(one["text"], one["target"], one["href"]) for one in leaf["links"]] == [
        ("周五", "../b.html", None),  # the page's own address is not known
        ("报送", "https://example.org/a.html", "https://example.org/a.html"),
    ]


def test_a_page_says_why_nothing_was_checked() -> None:
    checked = told(parse(PAGE))["checked"]
    assert checked["line"] == ["report on 2009: tables not checked", "2009年的报告：未检查统计表"]
    assert (checked["unbound"], checked["violated"]) == ("earlier-year", 0)
    assert told(parse("各科室要在周五前报送。\n"))["checked"]["unbound"] == "other-document"


# --- the file ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("html", [to_html(parse(PAGE)), comparison(parse(PAGE), parse(PAGE))], ids=["one", "two"])
def test_a_page_asks_for_nothing_and_runs_its_own_script_alone(html: str) -> None:
    found = elements(html)
    assert [one for one in found if {"src", "srcset"} & set(one.attributes) or one.tag == "iframe"] == []
    assert {one.attributes["href"] for one in found if one.tag == "link"} == {"data:,"}
    assert [one for one in found if any(name.startswith("on") or name == "style" for name in one.attributes)] == []
    policy = next(one.attributes["content"] or "" for one in found if "http-equiv" in one.attributes)
    scripts = [one.text for one in found if one.tag == "script" and "type" not in one.attributes]
    (style,) = [one.text for one in found if one.tag == "style"]
    for text, kind in [*((script, "script") for script in scripts), (style, "style")]:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_a_picture_is_a_link_in_a_page_that_asks_for_nothing() -> None:
    report = parse("关于开放查询点的通知\n各科室要在周五前报送。\n![示意图](http://example.org/a.png)\n")
    (link,) = [one for one in elements(page(report)) if one.attributes.get("href") == "http://example.org/a.png"]
    assert (link.tag, link.text) == ("a", "示意图")
    assert "<img" not in page(report)
    assert "<img" in to_html(report, fragment=True)


@pytest.mark.parametrize(
    "text", [HOSTILE, f"关于{HOSTILE}的通知\n各科室要在周五前报送。\n{HOSTILE}", "<!--", "{{script}}"]
)
def test_a_hostile_page_shows_its_text(text: str) -> None:
    report = parse(text)
    for html in (page(report, HOSTILE, HOSTILE), comparison(report, report, (HOSTILE, HOSTILE), HOSTILE)):
        assert {one.tag for one in elements(html)}.isdisjoint({"img"})
        scripts = [one for one in elements(html) if one.tag == "script"]
        assert [one.attributes.get("type") for one in scripts] in ([None], ["application/json", None])
    data = json.loads(next(one.text for one in elements(page(report)) if one.attributes.get("id") == "content"))
    assert "".join(leaf["lead"] + "".join(leaf["parts"]) + leaf["trail"] for leaf in data["leaves"]) == text


@settings(max_examples=25, deadline=None)
@given(pages)
def test_any_page_can_be_written(text: str) -> None:
    report = parse(text + "\udc80")
    page(report, "甲\udc80.txt").encode()
    comparison(report, report, ("甲\udc80.txt", "")).encode()


def test_every_word_of_the_pages_is_there_in_both_languages() -> None:
    script = (ASSETS / "words.js").read_text(encoding="utf-8")
    known = set(re.findall(r'^  "?([\w-]+)"?: \["[^"]+", "[^"]+"\],$', script, re.MULTILINE))
    uses = re.compile(
        r'(?:data-word|data-hint)="([\w-]+)"|\bworded\("\w+", "([\w-]+)"|\bword\("([\w-]+)"|\["(key_\w+)"'
    )
    used = {"".join(groups) for file in ASSETS.iterdir() for groups in uses.findall(file.read_text(encoding="utf-8"))}
    assert {"outline", "untitled", "confidence", "key_clean"} <= used <= known
    assert {field["name"] for field in told(parse(PAGE))["fields"]} <= known
    assert {leaf["kind"] for leaf in told(parse(PAGE))["leaves"]} <= known
    assert {f"event_{kind}" for kind in ACTS} <= known
    assert {f"state_{cell}" for cell in ("there", "twice", "doubtful", "wrong", "missing")} <= known
    assert set(get_args(Status)) <= known
    assert set(MEANINGS) == set(CODES)


# --- the years of an office -------------------------------------------------------------------------------------------


def test_the_years_of_an_office_are_links_and_gaps_are_told() -> None:
    found = elements(
        years(
            "某市水务局",
            [
                OnYear(2009, "a.txt", "there"),
                OnYear(2009, "copy.txt", "there"),
                OnYear(2011, "b.txt", "wrong"),
                OnYear(2012, "c.txt", "doubtful", here=True),
            ],
        )
    )
    line = [(one.tag, one.text, one.attributes.get("class"), one.attributes.get("href")) for one in found[1:]]
    assert line == [
        ("a", "2009 (2)", "there", "/?filter=" + quote("某市水务局 2009")),
        ("span", "2010", "missing", None),
        ("a", "2011 ✗", "wrong", "view?file=b.txt"),
        ("b", "2012 ?", "doubtful lit", None),
        ("a", "", "beside", "diff?one=c.txt&other=b.txt"),
    ]


def test_a_report_alone_has_no_line_of_years() -> None:
    assert years("某市水务局", [OnYear(2009, "a.txt", "there", here=True)]) == ""


# --- two reports ------------------------------------------------------------------------------------------------------


def titles(found: list[tuple[Section | None, Section | None]]) -> list[tuple[str | None, str | None]]:
    return [(one.heading.title if one else None, other.heading.title if other else None) for one, other in found]


def sections(*names: str) -> list[Section]:
    return [Section([], Heading("一、", name)) for name in names]


def test_sections_are_paired_by_their_titles_in_the_order_of_both() -> None:
    found = pairs(
        sections("总体情况", "2010年主要做法", "人员培训", "存在的问题"),
        sections("概述", "2009年主要做法", "存在的主要问题", "附则"),
    )
    assert titles(found) == [
        ("总体情况", None),
        (None, "概述"),
        ("2010年主要做法", "2009年主要做法"),
        ("人员培训", None),
        ("存在的问题", "存在的主要问题"),
        (None, "附则"),
    ]


def test_numbered_paragraphs_are_paired_by_their_first_words() -> None:
    one = parse("1.每周巡查一次公园。\n2.每月汇总一次问题。\n").sections
    other = parse("1.每月汇总一次问题，并公布。\n2.每季开会一次。\n").sections
    assert [(a and a.heading.ordinal, b and b.heading.ordinal) for a, b in pairs(one, other)] == [
        (1, None),
        (2, 1),
        (None, 2),
    ]


def test_very_long_lists_are_paired_by_place() -> None:
    many = sections(*["总则"] * 300)
    assert titles(pairs(many, many[:299]))[-2:] == [("总则", "总则"), ("总则", None)]


def test_two_reports_side_by_side() -> None:
    last = parse(
        PAGE.replace("2009", "2008").replace("2010", "2009").replace("62条，", "51条，").replace("组织领导", "业务培训")
    )
    found = elements(comparison(parse(PAGE), last, ("this.txt", "last.txt")))
    rows = [one for one in found if (one.attributes.get("class") or "").startswith("row")]
    sides: dict[str, list[str]] = {"one": [], "other": []}
    for one in found:
        if one.attributes.get("class") in sides:
            sides[str(one.attributes["class"])].append(one.text)
    assert len(rows) == len(sides["one"]) == len(sides["other"])
    assert ("（一）公开渠道全年公开信息62条，均按时更新。", "（一）公开渠道全年公开信息51条，均按时更新。") in zip(
        sides["one"], sides["other"], strict=True
    )
    assert ("（二）组织领导局办公室负责此项工作。", "") in zip(sides["one"], sides["other"], strict=True)
    shared = [one.text for one in found if one.tag == "span" and one.attributes.get("class") == "shared"]
    assert "局办公室负责此项工作。" in shared
    assert "全年公开信息62条，" not in shared
    assert "this.txt" in sides["one"][0]


YEARS = "某市水务局{}年政府信息公开工作年度报告\n一、总体情况\n{}\n二、措施\n按时答复。\n"
THIS_YEAR = YEARS.format(2016, "全年公开信息64条，其中规划类12条，均在期限内更新。新增两个查阅点。")
LAST_YEAR = YEARS.format(2015, "开展业务培训活动。全年公开信息52条，其中规划类12条，均在期限内更新。")


def test_words_that_changed_are_marked_within_their_sentence() -> None:
    found = elements(comparison(parse(THIS_YEAR), parse(LAST_YEAR)))
    assert [one.text for one in found if one.tag == "mark"] == ["64", "52"]
    changed = [(one.attributes["data-change"], one.text) for one in found if one.attributes.get("class") == "change"]
    assert changed == [
        ("2", "全年公开信息64条，其中规划类12条，均在期限内更新。"),
        ("3", "新增两个查阅点。"),  # stands in this year's alone: nothing in it is marked
        ("1", "开展业务培训活动。"),
        ("2", "全年公开信息52条，其中规划类12条，均在期限内更新。"),
    ]


def differing(one: str, other: str) -> list[tuple[list[str], list[str]]]:
    """The words of paired sentences that each has and the other has not."""
    texts = one.split("/"), other.split("/")

    def words(side: int, sentence: Sentence | None) -> list[str]:
        return [] if sentence is None else [texts[side][sentence[0]][a:b] for a, b in sentence[1]]

    return [(words(0, a), words(1, b)) for a, b in changes(*texts)]


def test_a_number_is_one_word() -> None:
    assert differing("占全部申请的12.5%。", "占全部申请的12.7%。") == [(["12.5%"], ["12.7%"])]


def test_what_is_added_is_marked_on_its_side() -> None:
    assert differing("各科室向社区和街道报送目录。", "各科室向社区报送目录。") == [(["和街道"], [])]


def test_one_character_between_two_changes_is_part_of_them() -> None:
    assert differing("公开渠道更加畅通有序推进。", "公开渠道逐步畅达有序推进。") == [(["更加畅通"], ["逐步畅达"])]


def test_sentences_are_paired_in_the_order_of_both() -> None:
    one = "各科室指定专人负责。/全年举办培训3次。"
    other = "开设网上查询专栏。/全年举办业务培训2次。"
    assert differing(one, other) == [([], []), ([], []), (["3"], ["业务", "2"])]


def test_a_sentence_without_end_is_marked_as_a_whole() -> None:
    assert differing("公开" * 200 + "。", "公开" * 200 + "！") == [(["公开" * 200 + "。"], ["公开" * 200 + "！"])]


def test_figures_of_two_years_stand_beside_each_other_with_their_change() -> None:
    page = "某市水务局{}年政府信息公开工作年度报告\n一、申请情况\n全年收到政府信息公开申请{}件。\n全年举办培训{}次。\n"
    html = comparison(parse(page.format(2016, 64, 3)), parse(page.format(2015, 52, 3)))
    cells = [one.text for one in elements(html) if one.tag in ("th", "td")]
    assert cells[:4] == ["", "2016", "2015", ""]
    received = cells.index("收到申请数 件")
    assert cells[received : received + 5] == ["收到申请数 件", "64", "52", "+12", "+23 %"]
    assert "<table" not in comparison(parse("各科室要在周五前报送。\n"), parse("各科室要在周六前报送。\n"))


def test_name_of_an_article_keeps_its_brackets_beside_another() -> None:
    report = Report(body=Body([Section([Paragraph("是指公开。")], Heading("第三条", "定义", "）", "（", trail=""))]))
    assert [one.text for one in elements(comparison(report, report)) if one.tag == "h2"] == ["第三条（定义）"] * 2


# --- notebooks --------------------------------------------------------------------------------------------------------


def test_a_notebook_shows_fields_issues_and_the_document() -> None:
    html = parse(PAGE)._repr_html_()
    cells = [one.text for one in elements(html) if one.tag in ("th", "td")]
    shown = dict(zip(cells[::2], cells[1::2], strict=True))
    assert {name: text for name, text in shown.items() if not name.startswith("info: ")} == {
        "issuer": "某市水务局",
        "year": "2009",
        "published": "2010-03-11",
        "source": "某市水务局",
        "signature": "某市水务局",
        "date": "2010-03-10",
        "warning: skipped-number": "a number of the series is missing: 三、存在问题",
    }
    assert to_html(parse(PAGE), fragment=True) in html


def test_a_notebook_runs_nothing_that_a_page_says() -> None:
    tags = {one.tag for one in elements(parse(f"关于{HOSTILE}的通知\n各科室要在周五前报送。\n")._repr_html_())}
    assert tags.isdisjoint({"script", "img"})


def test_a_notebook_shows_statistics_as_tables() -> None:
    found = statistics.read(read(ROOT / "fixtures/annual-2019-tables.txt"))
    assert found is not None
    html = found._repr_html_()
    assert [one.text for one in elements(html) if one.tag == "caption" and one.text] == [
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    ]
