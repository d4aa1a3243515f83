"""The enclosures that a document announces, and the enclosed documents that answer them."""

import pytest

from govreport import Link, Note, parse, to_text

NOTICE = "各县区水务局：\n现就开展节水检查有关事项通知如下，请认真抓好落实。\n{}\n澄岚市水务局\n2025年10月21日\n"


def names(text: str) -> list[tuple[int | None, str]]:
    """Numbers and names of what a text announces."""
    return [(one.ordinal, one.name) for one in parse(text).enclosures]


@pytest.mark.parametrize(
    ("list_", "expected"),
    [
        ("附件：节水检查表", [(None, "节水检查表")]),
        ("附：节水检查表", [(None, "节水检查表")]),
        ("附件：1.检查方案\n2.检查清单", [(1, "检查方案"), (2, "检查清单")]),
        ("附件：1. 检查方案；2. 检查清单；3. 名单", [(1, "检查方案"), (2, "检查清单"), (3, "名单")]),
        ("附件：1.2014年目录.doc 2.申请表.doc", [(1, "2014年目录.doc"), (2, "申请表.doc")]),
        ("附件：\n１．检查方案\n２．检查清单", [(1, "检查方案"), (2, "检查清单")]),
        ("附件1：检查方案.docx\n附件2：检查清单.xlsx", [(1, "检查方案.docx"), (2, "检查清单.xlsx")]),
        ("附件：1.附件1 报名表.docx\n2.附件2 大纲.pdf", [(1, "报名表.docx"), (2, "大纲.pdf")]),
        ("附件下载：节水检查表.docx", [(None, "节水检查表.docx")]),
        ("附件：三级水厂名单", [(None, "三级水厂名单")]),
        ("附件：", []),
        ("（此件公开发布）", []),
    ],
)
def test_lists(list_: str, expected: list[tuple[int | None, str]]) -> None:
    assert names(NOTICE.format(list_)) == expected


def test_a_list_after_the_date_is_a_list() -> None:
    report = parse(NOTICE.format("请于月底前报送。") + "附件：1.节水检查实施方案\n2.节水检查责任清单\n")
    assert [one.name for one in report.enclosures] == ["节水检查实施方案", "节水检查责任清单"]
    assert not report.attachments


def test_places_in_the_source() -> None:
    report = parse(NOTICE.format("附件：1. 检查方案\n　　　2. 检查清单"))
    source = to_text(report)
    assert [source[start:end] for start, end in (one.span for one in report.enclosures)] == ["检查方案", "检查清单"]


def test_enclosed_documents_answer_by_name_and_by_number() -> None:
    report = parse(
        NOTICE.format("附件：1.节水检查办法\n2.责任分工")
        + "附件1\n节水检查办法\n第一条 每月检查一次，由水务局组织。\n第二条 检查的结果应当公布。\n"
        + "附件2\n各部门工作安排表\n水务局负责检查水厂，住建局负责检查管网。\n"
    )
    first, second = report.enclosures
    assert first.attachment is report.attachments[0]
    assert second.attachment is report.attachments[1]
    assert second.attachment is not None
    assert second.attachment.title == "各部门工作安排表"


def test_what_is_not_on_the_page_has_no_answer() -> None:
    report = parse(
        NOTICE.format("附件：节水检查登记表") + "节水检查办法\n第一条 每月检查一次，由水务局组织。\n第二条 略。\n"
    )
    assert [one.attachment for one in report.enclosures] == [None]


def test_files_that_only_repeat_the_numbers_lend_their_links() -> None:
    report = parse(NOTICE.format("附件：1.检查方案\n2.检查清单") + "附件1.docx\n附件2.docx\n")
    last = [leaf for leaf in report.walk() if isinstance(leaf, Note)][-1]
    last.links = (Link("附件2.docx", "/files/2.docx", (0, 8), "file"),)
    assert [(one.name, one.link) for one in report.enclosures] == [("检查方案", None), ("检查清单", "/files/2.docx")]


def test_edits_show() -> None:
    report = parse(NOTICE.format("附件：节水检查表"))
    note = next(leaf for leaf in report.walk() if isinstance(leaf, Note))
    note.raw = "附件：1.水厂检查表 2.管网检查表"
    assert [one.name for one in report.enclosures] == ["水厂检查表", "管网检查表"]
