"""Words of what closes a document: notes, the list of what is attached.  GB/T 9704-2012, 7.3.4 and 7.3.7 to 7.4.3."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.vocabulary import one_of

NOTES: Final = (
    # 附注: who may read it
    "此件", "本文有", "本件", "公开方式", "公开属性", "信息公开选项", "依申请公开", "主动公开", "附注",
    "备注:", "备注：", "此页无正文",
    # whom to ask
    "联系人", "联系电话", "联系科室", "联系单位", "联系方式", "联系地址", "政策咨询", "咨询电话", "通信地址",
    "邮政编码",
    # 版记: copies, subject words, printing
    "抄送", "抄报", "主题词", "印发日期",
)  # fmt: skip
"""What a note after a document begins with."""
_PRINTED: Final = r"(?:[\u4e00-\u9fff]{2,24}[ \u3000]{0,20})?[12]\d{3}年\d{1,2}月\d{1,2}日[ \u3000]?印发"
_NOTE: Final = re.compile(rf"[（(【\[]?(?:{one_of(NOTES)}|{_PRINTED})")
_ATTACHED: Final = re.compile(
    r"附[ \u3000]{0,4}(?:件|表|图)?[ \u3000]{0,2}"
    r"(?:[一二三四五六七八九十]{1,2}|\d{1,2}(?:[-－—]\d{1,2})?)?[ \u3000]{0,2}[:：.．、]?"
)
_ATTACHED_MAX: Final = 12  # characters of such a line
_NUMBERED: Final = re.compile(r"附件[\d一二三四五六七八九十]")
FILE_TYPES: Final = tuple("pdf doc docx xls xlsx ppt pptx zip rar wps ofd et jpg png".split())
"""The endings of files that are attached to documents."""
_FILE: Final = re.compile(rf"\.{one_of(FILE_TYPES)}\b", re.IGNORECASE)


def begins_note(text: str) -> bool:
    """True where a line begins as notes do: （此件公开发布）, 联系人：…, 抄送：…."""
    return _NOTE.match(text) is not None


def is_attachment_line(text: str) -> bool:
    """True for 附件, 附件2, 附表: alone on its line."""
    return len(text) <= _ATTACHED_MAX and text[0] == "附" and _ATTACHED.fullmatch(text) is not None


def opens_attachments(text: str) -> bool:
    """True where a line begins the list of what is attached: 附件：1.…."""
    if text[0] != "附":
        return False
    match = _ATTACHED.match(text)
    return match is not None and text[match.end() - 1] in ":："


def is_numbered_attachment(text: str) -> bool:
    """True where a line begins with 附件2."""
    return _NUMBERED.match(text) is not None


def names_file(text: str) -> bool:
    """True where a text holds the name of a file."""
    return "." in text and _FILE.search(text) is not None
