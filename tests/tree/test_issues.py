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
