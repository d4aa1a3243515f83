"""What a reader says, put into a tree."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govreport import (
    Correction,
    FieldFix,
    Fix,
    HeadingFix,
    Link,
    Paragraph,
    Report,
    Section,
    correct,
    from_json,
    json_schema,
    parse,
    parse_bytes,
    to_dict,
    to_json,
    to_markdown,
    to_text,
)
from govreport.corrections.fix import ACTIONS, Action
from govreport.corrections.outline import laid_out, nested
from govreport.tree.corrections import FIELD_TYPES
from govreport.tree.nodes import Attachment, Body, leaves
from tests.strategies import pages

VALID = Draft202012Validator(json_schema())
PAGE = (
    "首页 > 水务\n"
    "关于停水检修的公告\n"
    "现将有关事项公告如下。\n"
    "一、停水范围\n"
    "城东片。\n"
    "（一）时间安排6月20日8时停水。\n"
    "请提前储水。\n"
    "二、其他事项\n"
    "请互相转告。\n"
    "墨溪区水务局\n"
    "2024年6月19日\n"
    "主办单位：墨溪区水务局\n"
)


def at(words: str, text: str = PAGE) -> int:
    return text.index(words)


def corrected(text: str = PAGE, **said: Any) -> Report:
    """Parse a page and set right what is said."""
    report = parse(text)
    fix = Fix.for_report(report)
    for name, value in said.items():
        setattr(fix, name, value)
    correct(report, fix)
    assert to_text(report) == text
    assert from_json(to_json(report)) == report
    VALID.validate(to_dict(report))
    return report


def outline(report: Report) -> list[str]:
    """Headings with their paragraphs, each as deep as it stands."""
    lines = []
    for node in report.body.walk():
        around, parent = 0, report.parent_of(node)
        while parent is not None and parent is not report:
            around, parent = around + isinstance(parent, Section), parent.parent
        if isinstance(node, Section):
            lines.append("  " * around + f"{node.heading.text} [{node.heading.depth}]")
        elif isinstance(node, Paragraph):
            lines.append("  " * around + node.text)
    return lines


def codes(report: Report) -> list[str]:
    return [issue.code for issue in report.issues if issue.chance is None]


# --- headings ---------------------------------------------------------------------------------------------------------


def test_a_heading_ends_elsewhere() -> None:
    report = corrected(headings=[HeadingFix("end", at("（一）"), end=at("6月20日8时"))])
    heading = report.section("1/1").heading
    assert (heading.marker, heading.title, heading.ordinal, heading.confidence) == ("（一）", "时间安排", 1, 1.0)
    assert report.section("1/1").text == "6月20日8时停水。\n请提前储水。"
    (correction,) = report.corrections
    assert (correction.what, correction.old, correction.new) == ("heading-ended", "（一）", "（一）时间安排")


def test_a_heading_ends_with_its_number() -> None:
    report = corrected(headings=[HeadingFix("end", at("二、"), end=at("其他事项"))])
    assert report.section(2).heading.title == ""
    assert report.section(2).text == "其他事项\n请互相转告。"


def test_a_stop_closes_a_heading_and_is_none_of_its_words() -> None:
    text = "一、公开情况。全年公开信息12条。办结率100%。\n二、其他\n无。\n"
    report = corrected(text, headings=[HeadingFix("end", 0, end=at("办结率", text))])
    assert (report.section(1).heading.title, report.section(1).heading.stop) == ("公开情况。全年公开信息12条", "。")


def test_a_heading_that_is_none() -> None:
    report = corrected(headings=[HeadingFix("drop", at("二、"))])
    assert outline(report)[-2:] == ["  二、其他事项", "  请互相转告。"]
    assert len(report.sections) == 1


def test_what_stands_under_a_heading_that_is_none_goes_to_the_one_before() -> None:
    text = "一、甲项工作\n好。\n二、乙项工作\n（一）丙\n好。\n三、丁项工作\n好。\n"
    report = corrected(text, headings=[HeadingFix("drop", at("二、", text))])
    assert outline(report) == [
        "一、甲项工作 [1]", "  好。", "  二、乙项工作", "  （一）丙 [2]", "    好。", "三、丁项工作 [1]", "  好。",
    ]  # fmt: skip


def test_a_heading_that_was_missed() -> None:
    start = at("请提前")
    report = corrected(headings=[HeadingFix("add", start, start + 3, level=2)])
    assert outline(report)[3:7] == ["  （一） [2]", "    时间安排6月20日8时停水。", "  请提前 [2]", "    储水。"]


def test_a_heading_in_the_middle_of_a_paragraph() -> None:
    text = "好。其一是乙项工作。今年办结三件。\n仍在办的两件。\n"
    report = corrected(text, headings=[HeadingFix("add", 2, at("今年", text))])
    assert outline(report) == ["好。", "其一是乙项工作。 [1]", "  今年办结三件。", "  仍在办的两件。"]
    assert report.sections[0].heading.title == "其一是乙项工作"


def test_a_numbered_heading_stands_where_its_like_do() -> None:
    text = "一、甲项工作\n好。\n（一）乙项工作\n好。\n二、丙项工作\n好。\n"
    report = parse(text)
    dropped = HeadingFix("drop", at("（一）", text))
    report = corrected(text, headings=[dropped, HeadingFix("add", at("（一）", text))])
    assert outline(report) == outline(parse(text))
    report = corrected(text, headings=[HeadingFix("drop", at("二、", text)), HeadingFix("add", at("二、", text))])
    assert outline(report) == outline(parse(text))


def test_a_heading_at_another_level_takes_along_what_stands_under_it() -> None:
    text = "一、甲项工作\n好。\n二、乙项工作\n（一）丙\n好。\n三、丁项工作\n好。\n"
    report = corrected(text, headings=[HeadingFix("level", at("二、", text), level=2)])
    assert outline(report) == [
        "一、甲项工作 [1]", "  好。", "  二、乙项工作 [2]", "    （一）丙 [3]", "      好。",
        "三、丁项工作 [1]", "  好。",
    ]  # fmt: skip
    (correction,) = report.corrections
    assert (correction.old, correction.new) == (1, 2)


def test_headings_of_an_enclosed_document() -> None:
    text = (
        "关于印发节水方案的通知\n各科室：\n现将《节水方案》印发给你们，请遵照执行。\n"
        "墨溪区水务局\n2024年3月1日\n节水实施方案\n一、目标任务\n全年节水一成。\n二、主要措施\n更换旧管道。\n"
    )
    assert [len(one.sections) for one in parse(text).attachments] == [2]
    report = corrected(text, headings=[HeadingFix("drop", at("二、", text))])
    assert [len(one.sections) for one in report.attachments] == [1]
    assert report.attachments[0].sections[0].text == "全年节水一成。\n二、主要措施\n更换旧管道。"


def test_marks_and_links_stay_with_their_words() -> None:
    html = (
        '<p>一、公开情况全年公开<a href="a.html">目录</a>12条。</p>'
        '<p>二、其他</p><p>请看<a href="b.html">附表</a>。</p>'
    )
    report = parse_bytes(html.encode())
    text = to_text(report)
    fix = Fix.for_report(report)
    fix.headings = [HeadingFix("end", 0, end=text.index("全年")), HeadingFix("drop", text.index("二、"))]
    correct(report, fix)
    assert report.section(1).heading.title == "公开情况"
    assert report.body.find(Paragraph)[0].links == (Link("目录", "a.html", (4, 6)),)

    text = "一、甲项工作\n好。\n**二、乙项工作**已经办结。\n三、丙项工作\n好。\n"
    report = corrected(text, headings=[HeadingFix("drop", at("二、", text))])
    assert "二、乙项工作已经办结。" in [leaf.text for leaf in leaves(report.body)]


def test_what_is_right_already_stays() -> None:
    report = corrected(
        headings=[
            HeadingFix("add", at("一、")),
            HeadingFix("end", at("二、"), end=at("\n请互相")),
            HeadingFix("level", at("（一）"), level=2),
            HeadingFix("drop", at("城东")),
        ],
        body_start=at("现将"),
        body_end=at("主办单位"),
    )
    assert report == parse(PAGE)


def test_who_says_where_a_heading_ends_says_that_there_is_one() -> None:
    report = corrected(headings=[HeadingFix("end", at("请提前"), end=at("储水"))])
    assert [one.what for one in report.corrections] == ["heading-added"]
    report = corrected(headings=[HeadingFix("add", at("（一）"), at("6月20日8时"), level=1)])
    assert [(one.what, one.new) for one in report.corrections] == [
        ("heading-ended", "（一）时间安排"),
        ("heading-level", 1),
    ]


# --- bounds -----------------------------------------------------------------------------------------------------------


def test_the_document_begins_earlier() -> None:
    text = "首页 > 水务\n停水通知\n发布时间：2024-06-19\n一、范围\n城东片。\n二、时间\n6月20日。\n"
    late = corrected(text, body_start=at("二、", text))
    assert [section.heading.title for section in late.sections] == ["时间"]
    again = Fix.for_report(late)
    again.body_start = at("一、", text)
    correct(late, again)
    assert to_text(late) == text
    assert outline(late) == outline(parse(text))
    assert [one.what for one in late.corrections] == ["body-start", "body-start"]


def test_the_document_ends_later() -> None:
    early = corrected(body_end=at("二、"))
    assert [section.heading.title for section in early.sections] == ["停水范围"]
    assert early.signature == []
    again = Fix.for_report(early)
    again.body_end = at("主办单位")
    correct(early, again)
    assert to_text(early) == PAGE
    assert outline(early) == outline(parse(PAGE))
    assert early.signature == ["墨溪区水务局"]


def test_what_leaves_the_document_is_read_as_the_sites() -> None:
    text = "一、范围\n城东片。\n二、时间\n6月20日。\n联系我们\n主办单位：墨溪区水务局\n"
    report = corrected(text, body_end=at("联系我们", text))
    assert report.footer is not None
    assert report.footer.organizer == "墨溪区水务局"
    assert report.back.span[0] == at("联系我们", text)


def test_the_document_begins_in_the_middle_of_a_line() -> None:
    report = corrected(body_start=at("停水检修"))
    assert report.body.span[0] == at("停水检修")
    assert report.body.children[0].text == "停水检修的公告"


# --- fields -----------------------------------------------------------------------------------------------------------


def test_a_field_keeps_what_the_page_says() -> None:
    report = corrected(fields={"issuer": FieldFix("墨溪区水务局办公室")})
    assert report.issuer == "墨溪区水务局办公室"
    said = report.evidence("issuer")
    assert (said.where, said.confidence, said.span) == ("correction", 1.0, None)
    assert said.others[0].value == "墨溪区水务局"
    assert repr(report.corrections) == "[<Correction issuer: '墨溪区水务局' to '墨溪区水务局办公室'>]"


def test_values_of_every_type() -> None:
    values: dict[str, tuple[Any, object]] = {
        "year": (2024, 2024),
        "date": ("2024-06-18", datetime.date(2024, 6, 18)),
        "published": ("2024-06-19T08:30", datetime.datetime(2024, 6, 19, 8, 30)),
        "period": (["2024-01-01", "2024-12-31"], (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))),
        "signature": (["墨溪区水务局", "墨溪区林业局"], ["墨溪区水务局", "墨溪区林业局"]),
        "doc_number": ("墨水发〔2024〕3号", "墨水发〔2024〕3号"),
    }
    report = corrected(fields={name: FieldFix(plain) for name, (plain, _) in values.items()})
    for name, (_, value) in values.items():
        assert getattr(report, name) == value
        assert getattr(from_json(to_json(report)), name) == value


def test_a_page_that_does_not_say_a_field() -> None:
    report = corrected(fields={"signature": FieldFix(None), "date": FieldFix(None), "issuer": FieldFix(None)})
    assert (report.signature, report.date, report.issuer) == ([], None, None)
    assert outline(report)[-2:] == ["墨溪区水务局", "2024年6月19日"]  # paragraphs now


def test_the_words_of_a_title_become_its_leaf() -> None:
    text = PAGE.replace("关于停水检修的公告", "水务局通知栏\n停水检修公告")
    start = at("停水检修公告", text)
    report = corrected(text, fields={"title": FieldFix("停水检修公告", (start, start + 6))})
    assert to_markdown(report).startswith("# 停水检修公告\n")
    assert to_text(report, clean=True).startswith("停水检修公告\n")


def test_a_title_over_two_lines() -> None:
    text = PAGE.replace("关于停水检修的公告", "水务局通知栏\n墨溪区水务局\n停水检修公告（续）")
    start = at("墨溪区水务局\n停水", text)
    report = corrected(text, fields={"title": FieldFix("墨溪区水务局停水检修公告", (start, start + 13))})
    assert [leaf.text for leaf in leaves(report.front) if leaf.kind == "title"] == ["墨溪区水务局停水检修公告"]
    assert [leaf.text for leaf in leaves(report.front)][-1] == "（续）"


def test_a_document_begins_behind_its_title() -> None:
    text = "停水公告\n一、范围\n城东片。\n二、其他\n请提前储水。\n"
    assert parse(text).front.children == []
    report = corrected(text, fields={"title": FieldFix("停水公告", (0, 4))})
    assert [leaf.kind for leaf in leaves(report.front)] == ["title"]
    assert [one.what for one in report.corrections] == ["body-start", "title"]
    late = corrected(text, fields={"title": FieldFix("城东片", (at("城东片", text), at("城东片", text) + 3))})
    assert late.title == "城东片"
    assert late.front.children == []


def test_the_names_that_sign_become_leaves() -> None:
    text = PAGE.replace("墨溪区水务局\n2024", "墨溪区水务局 城东供水站\n2024")
    start = at("墨溪区水务局 城东", text)
    names = ["墨溪区水务局", "城东供水站"]
    report = corrected(text, fields={"signature": FieldFix(list(names), (start, start + 12))})
    assert report.signature == names
    assert [leaf.text for leaf in leaves(report.body) if leaf.kind == "signature"] == names


def test_a_corrected_title_says_the_year() -> None:
    report = corrected(fields={"title": FieldFix("墨溪区水务局2023年政府信息公开工作年度报告")})
    assert report.year == 2023
    assert [one.value for one in report.evidence("title").others] == ["关于停水检修的公告"]
    assert corrected(fields={"title": FieldFix(None)}).title is None


# --- what does not fit ------------------------------------------------------------------------------------------------


def test_a_fix_for_another_text_changes_nothing() -> None:
    report = parse(PAGE)
    fix = Fix.for_report(parse(PAGE + "尾。\n"))
    fix.fields["title"] = FieldFix("别的")
    assert correct(report, fix) == []
    assert report.title == "关于停水检修的公告"
    (refused,) = [issue for issue in report.issues if issue.code == "refused-correction"]
    assert refused.message == "a correction does not fit the page and was left out: it is for another text"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"headings": [HeadingFix("drop", at("停水范围"))]}, "heading drop: no heading begins there"),
        ({"headings": [HeadingFix("level", at("城东"), level=1)]}, "heading level: no heading begins there"),
        ({"headings": [HeadingFix("drop", 9_999)]}, "heading drop: it stands outside of the document"),
        (
            {"headings": [HeadingFix("add", at("城东"), at("城东") + 9)]},
            "heading add: the paragraph does not reach to its end",
        ),
        (
            {"headings": [HeadingFix("end", at("（一）"), at("请提前") + 3)]},
            "heading end: the heading and its paragraph do not reach to its end",
        ),
        (
            {"headings": [HeadingFix("level", at("一、"), level=2)]},
            "heading level: there is no place at level 2: the deepest there is 1",
        ),
        ({"body_start": at("停水范围")}, "body start: it stands in a heading"),
        ({"body_end": 0}, "body end: the document would be empty"),
        ({"body_end": 9_999}, f"body end: the text has {len(PAGE)} characters"),
        ({"fields": {"title": FieldFix("甲", (5, 9_999))}}, f"title: the text has {len(PAGE)} characters"),
    ],
)
def test_what_does_not_fit_is_an_issue_and_changes_nothing(said: dict[str, Any], why: str) -> None:
    report = corrected(**said)
    (refused,) = [issue for issue in report.issues if issue.code == "refused-correction"]
    assert refused.message.endswith(f"left out: {why}")
    assert report.corrections == []
    assert report == Report(report.front, report.body, report.back, report.issues)
    report.issues.remove(refused)
    assert report == parse(PAGE)


def test_what_fits_is_done_all_the_same() -> None:
    report = corrected(headings=[HeadingFix("drop", 0)], fields={"year": FieldFix(2024)})
    assert report.year == 2024
    assert [one.what for one in report.corrections] == ["year"]


def test_a_page_that_a_reader_has_seen_has_no_doubts() -> None:
    text = (
        "首页 > 水务\n关于停水检修的公告\n因管道检修，6月20日8时至18时城东片停水。\n"
        "特此公告\n墨溪区水务局 张三\n2024年6月\n"
    )
    assert parse(text).doubts != []
    report = corrected(text, reviewed=True, by="甲", when="2024-07-01")
    assert report.doubts == []
    assert report.confidence == 1.0
    assert report.corrections == [Correction("reviewed", by="甲", when="2024-07-01")]


# --- whatever is said -------------------------------------------------------------------------------------------------


@given(pages)
def test_an_outline_that_is_laid_out_nests_as_it_was(page: str) -> None:
    report = parse(page)
    for node in report.body.walk():
        if isinstance(node, (Body, Attachment)):
            assert nested(laid_out(node)) == node.children


@given(pages, st.data())
def test_whatever_is_said_the_text_stays(page: str, data: st.DataObject) -> None:
    report = parse(page)
    fix = Fix.for_report(report)
    starts = [leaf.start or 0 for part in (report.front, report.body, report.back) for leaf in leaves(part)]
    places = st.integers(0, len(page) + 2) | st.sampled_from(starts or [0])
    actions: st.SearchStrategy[Action] = st.sampled_from(ACTIONS)
    for _ in range(data.draw(st.integers(1, 4))):
        one = HeadingFix(data.draw(actions), data.draw(places))
        one.end, one.level = data.draw(places | st.none()), data.draw(st.integers(1, 4) | st.none())
        fix.headings.append(one)
    fix.body_start, fix.body_end = data.draw(st.none() | places), data.draw(st.none() | places)
    for name in data.draw(st.sets(st.sampled_from(["title", "addressee", "signature", "date"]), max_size=2)):
        first, last = data.draw(places), data.draw(places)
        value = "2024-01-01" if FIELD_TYPES[name] == "date" else "甲"
        fix.fields[name] = FieldFix(value, (min(first, last), max(first, last)))
    correct(report, fix)
    assert to_text(report) == page
    start = 0
    for part in (report.front, report.body, report.back):
        for leaf in leaves(part):
            assert leaf.span[0] == start
            start = leaf.span[1]
    assert report.front.span[1] == report.body.span[0]
    assert report.body.span[1] == report.back.span[0]
    assert from_json(to_json(report)) == report
    VALID.validate(to_dict(report))
    to_text(report, clean=True)
    to_markdown(report)
    for node in report.body.walk():
        assert report.parent_of(node) is not None
