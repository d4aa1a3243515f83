"""What issues say in Chinese, for people who look at a report; `report.issues` itself speaks English."""

from __future__ import annotations

import re
from typing import Final

from govreport.tree.issues import CODES, Issue

MEANINGS: Final[dict[str, str]] = {
    "no-text": "没有文字",
    "title-not-found": "正文之前没有找到标题",
    "restarted-number": "同一层的序号重新开始",
    "skipped-number": "序号有缺",
    "repeated-number": "序号重复",
    "orphan-level": "序号不从一开始",
    "uncertain-heading": "标题到哪里为止没有把握",
    "possible-heading": "是不是标题没有把握",
    "uncertain-title": "哪一行是文件标题没有把握",
    "uncertain-beginning": "正文从哪里开始没有把握",
    "uncertain-end": "正文到哪里为止没有把握",
    "uncertain-field": "由谁、何时发布或署名没有把握",
    "impossible-date": "历法上没有的日期，按原文保留",
    "replacement-characters": "有无法解码的字节（U+FFFD）",
    "wrong-encoding": "文字像是用错误的编码读出来的",
    "mixed-encodings": "文件的一部分用了另一种编码",
    "list-of-pages": "页面只列出其他页面，没有找到文件",
    "text-outside": "正文以外还有成段的文字或署名",
    "copied-document": "页面把文件给出了两次，第二次算作网站的内容",
    "no-running-text": "标题和页脚之间没有成段的文字",
    "markup-left-out": "过多的标记已略去，文字保留",
    "refused-correction": "改正与页面不符，没有采用",
    "unreadable-file": "文件不能作为报告读取",
}
"""The meaning of each code of `govreport.tree.issues.CODES`."""

_COUNT: Final = re.compile(r"(?<!\d)(\d{1,12}) of them, at ")


def meaning_and_detail(issue: Issue) -> tuple[str, str]:
    """Part an issue's message.

    Args:
        issue: any issue.

    Returns:
        The meaning of its code, and what names the place; the whole message where the code is none of `CODES`.
    """
    meaning = CODES.get(issue.code, ("", issue.message))[1]
    return meaning, issue.message.removeprefix(meaning).removeprefix(": ")


def in_chinese(issue: Issue) -> str:
    """Give an issue's message in Chinese; as it is where its code is none of `CODES`."""
    meaning, detail = meaning_and_detail(issue)
    said = MEANINGS.get(issue.code, meaning)
    return f"{said}：{_COUNT.sub(_counted, detail)}" if detail else said


def _counted(count: re.Match[str]) -> str:
    return f"共 {count[1]} 处，位于 "
