"""What a report says of itself that is no fault of one place."""

from __future__ import annotations

from govreport import parse


def test_a_text_that_was_read_in_a_wrong_encoding() -> None:
    text = "一、总体情况\n全年公开信息一百二十八条，均已按时更新。\n"
    for wrong in ("latin-1", "cp1252"):
        report = parse(text.encode("gb18030").decode(wrong, "replace"))
        assert "wrong-encoding" in [issue.code for issue in report.issues]
    for right in (text, "Annual report on the disclosure of information\n", "一、停水\n3月2日停水。\n"):
        assert [issue.code for issue in parse(right).issues if issue.chance is None] == []


def test_a_list_of_pages_is_no_document() -> None:
    lists = (
        "首页 > 通知公告\n枫渡县第三季度用水公报 2023-10-09\n枫渡县节水宣传活动方案 2023-09-21\n"
        "主办单位：枫渡县水务局\n"
    )
    assert [parse(text).is_document for text in ("", lists, "一、停水\n3月2日停水。\n")] == [False, False, True]
