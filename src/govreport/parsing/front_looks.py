"""Every question about one line before a document: is it a publish line, a label that waits for its value, a page tool?

What lines of the document are, `govreport.parsing.looks` says; what lines after it are, `govreport.parsing.site_looks`.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.kinds import FrontKind
from govreport.parsing.labels import METADATA
from govreport.parsing.line import Line
from govreport.parsing.looks import is_date_line, is_prose
from govreport.parsing.page_fields import (
    FIELDS_MAX,
    SEPARATORS,
    begins_with_field,
    fields_on,
    has_label,
)
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.document_kinds import ends_in_kind
from govreport.words.document_numbers import is_document_number
from govreport.words.numerals import date_span
from govreport.words.organizations import is_organ
from govreport.words.page_furniture import is_breadcrumb, is_site_name, is_widget
from govreport.words.page_labels import VALUELESS
from govreport.words.patterns import late
from govreport.words.stops import holds_colon

# --- publish lines ---------------------------------------------------------------------------------------------------

_PUBLISHED_MAX: Final = 80  # characters of a publish line without labels
_DATE_SIGN: Final = re.compile("[-/.．年－—]")
_BULLETS: Final = SPACES + "•·◆■▪*-_"
_PUBLISHER: Final = late(r"[^。，；、：:！？《》]{0,30}")  # who published, before the date
_ADDRESS: Final = re.compile(r"www\.|http|\.(?:cn|com|net|org)")
_PUBLISHING: Final = late(r"发表于|发布于|来自|来源|字号|字体|点击|浏览|阅读|网站|打印|编辑|\|")


def is_publish_line(text: str) -> bool:
    """True for a publish line whose label is lost: a date alone or before fields, or who published and then when.

    A body and its date on one line are one where the date is of a kind that machines write (2016-01-30, a time of
    day, 01月); what a document is signed with is not.
    """
    if len(text) >= _PUBLISHED_MAX or _DATE_SIGN.search(text) is None:
        return False
    date = date_span(text)
    if date is None:
        return False
    before, dated, after = text[: date[0]], text[date[0] : date[1]], text[date[1] :]
    before = before.strip(_BULLETS + "[(（【").replace("://", "")
    after = after.strip(SEPARATORS + "])】）")
    timed = _is_timed(dated)
    if not before:
        who = (timed and _says_who(after)) or (_is_of_a_machine(dated) and is_organ(after))
        return not after or bool(METADATA.fields(after)) or who
    if _PUBLISHER.fullmatch(before) is None or ends_in_kind(before) or not _is_of_a_machine(dated):
        return False
    if after and not _says_who(after) and not METADATA.fields(after):
        return False
    named = (
        is_organ(before) or is_site_name(before) or is_document_number(before) or _ADDRESS.search(before) is not None
    )
    return named or (timed and (not after or _PUBLISHING.search(after) is not None))


_WHO_MAX: Final = 30  # characters of who published, behind the time


def _says_who(text: str) -> bool:
    """True for what stands behind the time on a publish line: a name, a place, page tools; no sentence."""
    return (
        (len(text) <= _WHO_MAX or "|" in text)
        and not any(sign in text for sign in "。，；、！？《》")
        and _ENACTED.search(text) is None
    )


def _is_of_a_machine(dated: str) -> bool:
    """True for a date as machines write it: 2016-01-30, 2024年01月08日, or with a time of day."""
    return "年" not in dated or _is_timed(dated) or re.search(r"年0\d月|月0\d日", dated) is not None


def _is_timed(dated: str) -> bool:
    return holds_colon(dated) or dated[-1] in "分秒"


def is_publish_date(text: str) -> bool:
    """True for a date line as machines write it: 2016-01-30, 2025年06月03日 13:44; documents write 2016年1月30日."""
    date = date_span(text)
    return date is not None and _is_of_a_machine(text[date[0] : date[1]])


_ENACTED: Final = late(r"通过|发布|公布|修[正订改]|施行|批准|废止|会议")
_ENACTMENT_MAX: Final = 220  # characters
_ENACTMENT_STARTS: Final = frozenset({*"12１２二"})


def is_enactment(text: str) -> bool:
    """True for a line of a law's history: 1999年8月30日 第九届全国人民代表大会…通过."""
    if text[0] in "（(":
        text = text[1:].rstrip(")）")
    if text[:1] not in _ENACTMENT_STARTS or len(text) > _ENACTMENT_MAX or "。" in text[:-1]:
        return False
    date = date_span(text[:40])
    return date is not None and date[0] <= 3 and _ENACTED.search(text) is not None


# --- labels and values -----------------------------------------------------------------------------------------------

_LONE_LABEL_MAX: Final = 16  # characters of the longest label alone on its line
_DATED: Final = frozenset({"published", "issued", "dated", "generated", "effective", "expires"})
_NUMBERED: Final = frozenset({"index", "doc_number"})
_NAMING: Final = frozenset({"source", "author", "editor", "issuer", "department", "signatory"})
_NAME_MAX: Final = 30  # characters of a name on a line of its own
_VALUE_MAX: Final = 60  # and of another value
_WORD_MAX: Final = 8  # and of one of a word or two: 有效, 主动公开
_TITLE_VALUE_MAX: Final = 120
_NONE: Final = frozenset({"无", "暂无", "無"})


def takes_next(line: Line) -> str | None:
    """The key of a label alone on its line, whose value may be the next line; None for a line of any other kind."""
    text = line.text
    if len(text) > _LONE_LABEL_MAX or "|" in text:
        return None
    fields = fields_on(line)
    if len(fields) != 1 or fields[0].key in VALUELESS or fields[0].value < len(text):
        return None
    return fields[0].key


def can_be_value(key: str, line: Line, below: str) -> bool:
    """True where the line after a label alone on its line can be its value, by the form that the label asks for.

    Args:
        key: what the label says.
        line: the line after it.
        below: the line after that; empty where the text begins there.
    """
    text = line.text
    size = len(text)
    if text in _NONE:
        return True
    if line.marker is not None or is_prose(text):
        return False
    if key in _DATED:
        return size <= _NAME_MAX and date_span(text) is not None
    if key in _NUMBERED:
        return size <= _VALUE_MAX and any(sign.isdecimal() for sign in text) and not _reads_as_title(text)
    if key == "title":
        return size <= _TITLE_VALUE_MAX
    if key in _NAMING:
        return size <= _NAME_MAX and not ends_in_kind(text) and date_span(text) is None
    if is_organ(text):
        return False
    if key == "validity":
        return size <= _WORD_MAX and not ends_in_kind(text)
    if below and has_label(below):
        return size <= _VALUE_MAX and not _reads_as_title(text)
    # The title may stand right under a label without a value.
    return (size <= _WORD_MAX or " " in text) and not ends_in_kind(text) and _TITLE_SIGNS.search(text) is None


_TITLE_SIGNS: Final = re.compile(r"关于|關於|[12]\d{3}年")


def _reads_as_title(text: str) -> bool:
    """True for a line that names its kind of document and says on what, or of which year."""
    return ends_in_kind(text) and _TITLE_SIGNS.search(text) is not None


# --- what a line is --------------------------------------------------------------------------------------------------

_WORDLESS: Final = (
    # bars and dashes
    r"[^\w\u4e00-\u9fff]{1,200}",
    # ==== 正文 ====, 正文：, 内容：
    r"[=*—-]{3,60}[ ]?[\u4e00-\u9fff]{1,8}[ ]?[=*—-]{3,60}",
    r"(?:正文|内容|正文内容|详细内容|信息内容|文章内容)[:：]",
    # a counter that lost its number, a number that lost its counter, the button that closes a window
    r"[-—+×xX·•/|]{0,3}[ ]?[次条]",
    r"\d{1,6}",
    r"[xX×]",
)
_BLANK: Final = late("|".join(_WORDLESS))
_BLANK_STARTS: Final = frozenset("xX次条正内详信文")  # the letters among what such a line begins with
_FRONT_DATE_MAX: Final = 30  # characters
_FRONT_NUMBER_MAX: Final = 60


# What a page says of how it was passed, between title and text: 保密审查情况：已审查.
_PAGE_NOTE: Final = late(r"[\u4e00-\u9fff]{2,14}(?:情况|状态|属性|方式|类型|类别|程度)[:：] ?[\u4e00-\u9fff]{1,8}")


def _is_page_note(text: str) -> bool:
    return holds_colon(text) and _PAGE_NOTE.fullmatch(text) is not None


_CAPTION_MAX: Final = 120  # characters


def is_caption(text: str) -> bool:
    """True for the words under a picture, which end in who took it: …。记者 某某 摄."""
    return text[-1] in "摄攝" and len(text) <= _CAPTION_MAX


def front_kind(line: Line) -> FrontKind | None:
    """What a line before the text is, by its own look; None where only its place can tell."""
    text = line.text
    size = len(text)
    if size > FIELDS_MAX:
        return None
    if is_breadcrumb(text):
        return "breadcrumb"
    if begins_with_field(line):
        return "label"
    if size <= _FRONT_DATE_MAX and is_date_line(text):
        return "date"
    if size <= _FRONT_NUMBER_MAX and ("号" in text[-3:] or "號" in text[-3:]) and is_document_number(text):
        return "number"
    if line.marker is None and (is_widget(text) or _is_page_note(text)):
        return "widget"
    if is_publish_line(text):
        return "label"
    first = text[0]
    wordless = (first in _BLANK_STARTS or first.isdecimal() or not first.isalnum()) and _BLANK.fullmatch(
        text
    ) is not None
    if wordless or is_page_mark(text):
        return "blank"
    return "enactment" if is_enactment(text) else None
