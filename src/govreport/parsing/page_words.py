"""Words of the page above and below a text that no list knows, told by where they stand: 播放速度, 信息员：某某.

A document whose parts are numbered begins with its text or with the first number.  What stands above that is no part
of it by name (引言) or by look (附件：…, an addressee) is the page's.  Other short lines right above a text may be its
own headings, so one more that is built like them is a reason to leave all where they are.

Below, a word alone is the page's between the line that closes a document and the first that is plainly the site's.
"""

from __future__ import annotations

from typing import Final

from govreport.parsing.labels import FOOTER
from govreport.parsing.line import GridLine, Line, TableLine
from govreport.parsing.looks import (
    can_sign,
    is_addressee,
    is_closing_date,
    is_prose,
    is_pushed_right,
    is_row,
    is_yearly_title,
)
from govreport.parsing.page_fields import fields_on
from govreport.words.closing_words import OFFICES, begins_note, names_file
from govreport.words.document_kinds import ends_in_kind
from govreport.words.heading_names import SURNAMES, counts, is_heading_name
from govreport.words.organizations import is_addressed
from govreport.words.patterns import late
from govreport.words.section_numbers import ARTICLE, CHAPTER, HAN, PART
from govreport.words.stops import COMMAS, holds_colon

_MOST: Final = 3  # lines between title and text that can all be the page's
_WORD_MAX: Final = 12  # characters of a word of the page: a button, the name of a part of it
_NOTE_MAX: Final = 30  # and of a label with its value
_LABELLED: Final = late(r"[\u4e00-\u9fffA-Za-z]{2,8}[ \u3000]?[:：][ \u3000]{0,4}\w[^:：]{0,23}$")
_OWN: Final = late(
    r"附|注|编者|[图表][ \u3000]?[0-9一二三四五六七八九十:：]|主持|地点|嘉宾|出席|统计|报告|编制|说明"
    r"|[第一二三四五六七八九十0-9Ⅰ-Ⅻ]|[^\w【\[]|.{0,20}如下$"
)
"""What lines of a document begin with: its files, notes and captions, facts of a meeting or of itself, a number."""
_NEVER_LAST: Final = frozenset("。！？!?；;，,、：:…")
_HEADING_MAX: Final = 24  # characters of a heading of the document without a number
_BELOW: Final = 200  # lines of the text among which its numbers, and headings without one, are looked for
_OUTERMOST: Final = (PART, CHAPTER, ARTICLE, HAN)
"""How the parts of a document are numbered."""
_SELF: Final = ("本报告", "本年度", "本年报", "根据", "按照", "依据", "依照", "为")
"""Words with which yearly reports begin."""


def after_page_words(lines: list[Line], first: int, text: int, title: str) -> int:
    """Find the first line of a document after words of the page that no list knows.

    Args:
        lines: the text's lines, in order.
        first: index of the first line that can be the document's.
        text: index of the first line that can only be the document's.
        title: the document's title.

    Returns:
        ``text`` where all lines before it are the page's by what they are and by what stands below, else ``first``.
    """
    if not first < text <= min(first + _MOST, len(lines) - 1) or not all(map(_is_of_page, lines[first:text])):
        return first
    return text if _begins_without_heading(lines, text, title) else first


def _is_of_page(line: Line) -> bool:
    """True for a line that can be a word of the page, or a label with its value, and is nothing of the document's."""
    text = line.text
    if "#" in line.lead:  # a heading in Markdown
        return False
    if (
        line.marker is not None
        or isinstance(line, GridLine)
        or line.last in _NEVER_LAST
        or _OWN.match(text) is not None
    ):
        return False
    labelled = len(text) <= _NOTE_MAX and _LABELLED.match(text) is not None
    if labelled and FOOTER.key_at_head(text) is not None:  # 地址：…, whom to ask
        return False
    if not labelled and (len(text) > _WORD_MAX or holds_colon(text)):
        return False
    if any(comma in text for comma in COMMAS) or is_heading_name(text) or counts(text):
        return False
    if not labelled and is_addressed(text):
        return False
    return not (is_addressee(text) or begins_note(text) or names_file(text) or is_row(text))


def _begins_without_heading(lines: list[Line], text: int, title: str) -> bool:
    """True where the parts of a document are numbered once through, and no line is a heading without a number."""
    yearly = is_yearly_title(title)
    above = lines[text]
    numbered = yearly and above.marker is None and above.text.startswith(_SELF)
    if above.marker is not None and not yearly:
        return False  # the heading of a part whose sections are numbered anew
    firsts = 0
    for index in range(text, min(text + _BELOW, len(lines))):
        line = lines[index]
        if line.marker is not None:
            firsts += line.marker.ordinal == 1 and line.marker.family in _OUTERMOST
        elif above.last in "。；" and _heads(lines, index):
            return False
        above = line
    return firsts == 1 or (numbered and not firsts)


def _heads(lines: list[Line], index: int) -> bool:
    """True for a short line without a number over a sentence or a number."""
    text = lines[index].text
    if len(text) > _HEADING_MAX or text[-1] in _NEVER_LAST or is_heading_name(text) or index + 1 == len(lines):
        return False
    return lines[index + 1].marker is not None or is_prose(lines[index + 1].text)


_BELOW_MOST: Final = 2  # words of the page under a document
_BELOW_MAX: Final = 8  # characters of each
_PERSON_MAX: Final = 4  # characters of a person's name
_WORDS: Final = late(r"[\u4e00-\u9fffA-Za-z+ \u00a0\u3000]+")
_LAST_WORDS: Final = late(r"特此|此[致复令布]|以上|敬礼|谢谢|完$|全文完|终$|.{0,6}年.{0,4}[月日]$")
"""What documents close with that is no sentence: 特此通知, 此致, a date."""
_OF_PAGES: Final = frozenset(
    {"views", "author", "editor", "font", "share", "search", "related", "source", "subject", "index"}
)
"""Keys of what pages say under a text, as above it."""
_RUNS_SITE: Final = ("主办", "承办", "协办", "主管", "维护", "版权所有")
"""What a footer says behind the bodies that it names."""


def above_site(lines: list[Line], index: int, body: int) -> int:
    """Find the first word of the page above the lines of a site.

    Args:
        lines: the text's lines, in order.
        index: index of the first line that is plainly the site's.
        body: index of the document's first line.

    Returns:
        ``index`` where the line above closes the document or goes on with it.
    """
    first = index
    while first > max(body + 1, index - _BELOW_MOST) and _is_below(lines[first - 1]):
        first -= 1
    return first if _closes(lines[first - 1].text) else index


_AFTER_MOST: Final = 6  # lines behind a name and date that can all be the page's
_AFTER_MAX: Final = 60  # characters of each
_PRINTED: Final = late(r"共印|打字|分送|[发送报抄]至|报送")
"""What stands at the foot of a document as it is printed (版记)."""


def after_closing(lines: list[Line], index: int, body: int) -> int:
    """Find the first line after a name and date that close a document, where nothing follows but words of the page.

    Args:
        lines: the text's lines, in order.
        index: index after the last line that can be the document's.
        body: index of the document's first line.

    Returns:
        ``index`` where no such name and date stand right above, or where what follows them may belong to the document.
    """
    at = index
    while at > max(body + 2, index - _AFTER_MOST):
        above = lines[at - 1]
        if "年" in above.text and is_closing_date(above.text):
            return at if can_sign(lines[at - 2]) else index
        if not _can_follow(above):
            return index
        at -= 1
    return index


def _can_follow(line: Line) -> bool:
    """True for a line behind a closing that is no note, enclosure or cell, nor names who signs."""
    text = line.text
    if line.marker is not None or isinstance(line, (GridLine, TableLine)) or is_row(text) or is_pushed_right(line):
        return False
    if len(text) > _AFTER_MAX or text[-1] in "。；" or text[0] in "（(附" or _PRINTED.match(text) is not None:
        return False
    if holds_colon(text):
        return _is_field_of_page(line)
    is_name = len(text) <= _PERSON_MAX and text[0] in SURNAMES
    return not (is_name or begins_note(text) or names_file(text) or can_sign(line) or ends_in_kind(text))


def _closes(text: str) -> bool:
    """True where the line above a site's closes a document."""
    return text[-1] == "。" or begins_note(text) or is_closing_date(text)


def _is_field_of_page(line: Line) -> bool:
    """True for a line that begins with a label of what pages say under a text."""
    fields = fields_on(line) if len(line.text) <= _NOTE_MAX else []
    return bool(fields) and not fields[0].start and fields[0].key in _OF_PAGES


def _is_below(line: Line) -> bool:
    """True for a word alone that no document closes with, or a field of the page."""
    text = line.text
    if line.marker is not None or isinstance(line, (GridLine, TableLine)) or begins_note(text):
        return False
    if holds_colon(text):
        return _is_field_of_page(line)
    if all(piece.endswith(_RUNS_SITE) for piece in text.split()):  # 某局主办　某中心承办
        return True
    if len(text) > _BELOW_MAX or _WORDS.fullmatch(text) is None or _LAST_WORDS.match(text) is not None:
        return False
    is_name = (len(text) <= _PERSON_MAX and text[0] in SURNAMES) or text.split()[0].endswith(OFFICES)
    return not (is_name or text[0] == "附" or is_pushed_right(line) or is_heading_name(text) or can_sign(line))
