"""Words of what closes a document: notes, the list of what is attached.  GB/T 9704-2012, 7.3.4 and 7.3.7 to 7.4.3."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.ideographs import FAR_LETTER
from govreport.words.patterns import late
from govreport.words.vocabulary import BLANK, first_signs, one_of

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
_NOTE_STARTS: Final = frozenset("（(【[") | first_signs(NOTES)
_ATTACHED: Final = late(
    r"附[ \u3000]{0,4}(?:件|表|图)?[ \u3000]{0,2}"
    r"(?:[一二三四五六七八九十]{1,2}|\d{1,2}(?:[-－—]\d{1,2})?)?[ \u3000]{0,2}[:：.．、]?"
)
_ATTACHED_MAX: Final = 12  # characters of such a line
_NUMBERED: Final = late(r"附件[\d一二三四五六七八九十]")
FILE_TYPES: Final = tuple("pdf doc docx xls xlsx ppt pptx zip rar wps ofd et jpg png".split())
"""The endings of files that are attached to documents."""
_FILE: Final = re.compile(rf"\.{one_of(FILE_TYPES)}\b", re.IGNORECASE)


OFFICES: Final = (
    "省长", "市长", "区长", "县长", "州长", "盟长", "旗长", "镇长", "乡长", "主席", "总理", "主任", "局长", "厅长",
    "部长", "委员长", "院长", "检察长", "会长", "署长", "行长", "校长", "书记", "秘书长", "理事长", "政委", "司令员",
)  # fmt: skip
"""How offices end by which people sign."""
_OFFICE: Final = rf"(?P<office>[\u4e00-\u9fff]{{0,12}}{one_of(OFFICES)}|签发人)"
_NAME: Final = rf"(?P<name>[\u4e00-\u9fff·](?:{BLANK}{{0,4}}[\u4e00-\u9fff·]){{1,7}})"
_PERSON: Final = late(rf"{_OFFICE}[:： \u00a0\u3000]{{1,12}}{_NAME}")
_PERSON_MAX: Final = 40  # characters
_NEXT_PERSON: Final = re.compile(rf"(?<={BLANK})(?={FAR_LETTER}{{0,8}}{one_of(OFFICES)}[:： \u00a0\u3000])")
_PERSONS_MOST: Final = 4  # who sign on one line


def names_person(text: str) -> bool:
    """True for a person who signs by the office: 市长　李某某.  GB/T 9704-2012, 7.3.5.3 (命令), 8.2."""
    if len(text) <= _PERSON_MAX and _PERSON.fullmatch(text) is not None:
        return True
    return len(split_persons(text)) > 1


def person(text: str) -> tuple[str, str] | None:
    """Read the office and the name of a person who signs.

    Args:
        text: what signs.

    Returns:
        Both without blanks in them (市长, 李某某); None where it is no person's.
    """
    match = _PERSON.fullmatch(text) if len(text) <= _PERSON_MAX else None
    return None if match is None else (match["office"], "".join(match["name"].split()))


def split_persons(text: str) -> list[str]:
    """Split a line that several people sign (省长　李某某　　市长　王某某).

    Returns:
        Each with the office, in order; nothing where that is not what the line holds.
    """
    if len(text) > _PERSON_MAX * _PERSONS_MOST:
        return []
    starts = [0, *(match.start() for match in _NEXT_PERSON.finditer(text))]
    if not 1 < len(starts) <= _PERSONS_MOST:
        return []
    pieces = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return pieces if all(person(piece) for piece in pieces) else []


def begins_note(text: str) -> bool:
    """True where a line begins as notes do: （此件公开发布）, 联系人：…, 抄送：…."""
    return (text[:1] in _NOTE_STARTS or "印发" in text) and _NOTE.match(text) is not None


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


_PICTURES: Final = tuple(".jpg .jpeg .png .gif .bmp".split())


def names_picture(text: str) -> bool:
    """True for the name of a picture, which stands where the picture stood: 会场.jpg."""
    return text.lower().endswith(_PICTURES)
