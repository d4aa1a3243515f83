"""Places in words, for files in which people count no lines."""

from __future__ import annotations

import pytest

from govreport import parse, read, to_text
from govreport.serialize.whereabouts import Whereabouts

DOCX = "fixtures/ways/report.docx"


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        ("按照政府信息公开年度报告", "paragraph 1", "第1段"),
        ("政府信息公开工作年度报告", "title", "标题"),
        ("临时停水半小时内", "一、（一）把停水通知发到楼门口, paragraph 1", "一、（一）把停水通知发到楼门口 第1段"),
        ("三、收到和处理", "三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况"),
    ],
)
def test_a_place_in_a_word_file_is_its_section_and_paragraph(words: str, english: str, chinese: str) -> None:
    pytest.importorskip("docx")
    report = read(DOCX)
    start = to_text(report).index(words)
    assert Whereabouts(report).words(start) == english
    assert Whereabouts(report).words(start, "zh") == chinese


def test_a_place_in_a_table_is_its_row() -> None:
    pytest.importorskip("docx")
    report = read(DOCX)
    row = report.find(kind="table")[1].rows[7]
    where = Whereabouts(report)
    assert where.words(row.span[0]) == "三、收到和处理政府信息公开申请情况, table 2 row 8"
    assert where.words(row.span[0], "zh") == "三、收到和处理政府信息公开申请情况 表2第8行"


def test_a_file_with_pages_has_the_page_too() -> None:
    pytest.importorskip("pdfplumber")
    report = read("fixtures/ways/report.pdf")
    start = to_text(report).index("六、其他")
    assert Whereabouts(report).words(start + 20) == "page 3, 六、其他需要报告的事项, paragraph 1"


def test_what_is_around_the_document_is_head_or_foot() -> None:
    pytest.importorskip("selectolax")
    report = read("fixtures/annual-page.html")
    where = Whereabouts(report)
    assert where.words(0) == "head of the page"
    assert where.words(report.span[1] - 1, "zh") == "页尾"


def test_of_a_text_people_count_lines() -> None:
    text = "一、总体情况\n全年公开信息62条，均按时更新。\n二、存在问题\n没有。\n"
    where = Whereabouts(parse(text))
    assert where.words(text.index("二、")) is None
    assert (where.line(None), where.line(0), where.line(text.index("二、"))) == (1, 1, 3)
