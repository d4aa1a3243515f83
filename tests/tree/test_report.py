"""The shortcuts on a report."""

import datetime

import pytest

from govreport import Body, Front, Heading, Paragraph, Report, Section, Signature, SignedDate, Title, parse, to_text

TEXT = """\
溪原市水务局2015年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》规定，编制本报告。
一、概述
全年公开信息128条。
二、做法
（一）加强领导。局长任组长，明确分工。
（二）健全制度。印发管理办法，明确流程。
溪原市水务局
2016年3月15日
"""


def test_fields() -> None:
    report = parse(TEXT)
    assert report.title == "溪原市水务局2015年政府信息公开工作年度报告"
    assert report.issuer == "溪原市水务局"
    assert report.year == 2015
    assert report.date == datetime.date(2016, 3, 15)
    assert [paragraph.text for paragraph in report.preamble] == [
        "根据《中华人民共和国政府信息公开条例》规定，编制本报告。"
    ]
    assert (report.published, report.doc_number, report.addressee, report.footer) == (None,) * 4
    assert report.source == ""


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("溪原市水务局2015年政府信息公开工作年度报告", "溪原市水务局", 2015),
        ("2009年青屏省公安厅政府信息公开工作年度报告", "青屏省公安厅", 2009),
        ("溪原县人民政府关于加强防汛工作的通知", "溪原县人民政府", None),
        ("东街街道2023年度政府信息公开工作年度报告", "东街街道", 2023),
        ("2015年政府信息公开工作年度报告", None, 2015),
        ("关于加强防汛工作的通知", None, None),
        ("溪原市公安局二〇一二年度政府信息公开年度报告", "溪原市公安局", 2012),
    ],
)
def test_issuer_and_year_from_the_title(title: str, issuer: str | None, year: int | None) -> None:
    report = parse(f"{title}\n根据《条例》规定，编制本报告，现予公布。\n一、概述\n全年公开信息。")
    assert (report.issuer, report.year) == (issuer, year)


def test_a_place_in_the_title_stands_for_its_government_where_the_text_says_so() -> None:
    text = (
        "溪原市2017年政府信息公开工作年度报告\n"
        "本报告由溪原市人民政府办公室编制。溪原市人民政府高度重视公开工作。\n一、概述\n全年公开信息。"
    )
    assert parse(text).issuer == "溪原市人民政府"


def test_the_body_that_compiled_a_report_without_title() -> None:
    assert (
        parse("本年度报告由溪原市东街街道办事处编制，全文包括总体情况等部分。\n一、总体情况\n全年公开信息。").issuer
        == "溪原市东街街道办事处"
    )


def test_sections_by_their_numbers() -> None:
    report = parse(TEXT)
    found = report.section(2, 1)
    assert found is not None
    assert found.heading.title == "加强领导"
    assert report.section("二/(一)") is found
    assert report.section("2/1") is found
    with pytest.raises(ValueError, match="path of numbers"):
        report.section()
    with pytest.raises(TypeError, match="takes numbers"):
        report.section(None)  # type: ignore[arg-type]


def test_edits_show() -> None:
    report = parse(TEXT)
    report.sections[0].heading.title = "总体情况"
    report.sections[0].children.append(Paragraph("又一段话。"))
    del report.sections[1].children[0]
    text = to_text(report)
    assert "一、总体情况\n全年公开信息128条。\n又一段话。\n二、做法\n（二）健全制度。" in text
    assert "加强领导" not in text


def test_a_report_built_by_hand() -> None:
    section = Section([Paragraph("全年公开信息。")], Heading("一、", "概述", ordinal=1))
    closing = [Signature("溪原市水务局"), SignedDate("2016年3月15日")]
    report = Report(Front([Title("溪原市水务局2015年度报告")]), Body([section, *closing]))
    assert to_text(report) == "溪原市水务局2015年度报告\n一、概述\n全年公开信息。\n溪原市水务局\n2016年3月15日\n"
    assert (report.title, report.year, report.issuer) == ("溪原市水务局2015年度报告", 2015, "溪原市水务局")
    assert parse(to_text(report)).sections[0].heading.title == "概述"
