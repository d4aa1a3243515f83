"""What a line is by its look, where the question is whether the document still goes on or the site has begun again.

As in `govreport.parsing.looks`, an answer is about the line alone; `govreport.parsing.ending` weighs the answers.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.kinds import EndKind
from govreport.parsing.labels import FOOTER
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import can_sign, is_date_line, is_prose, is_row
from govreport.words.closing_words import begins_note, names_file, opens_attachments
from govreport.words.disclosure_form import UNITS
from govreport.words.page_furniture import (
    AFTER_DOCUMENT_ALONE,
    BREADCRUMB_SIGNS,
    CREDITS,
    CREDITS_IN_BRACKETS,
    DISCLAIMERS,
    FILES_BELOW,
    FOOTER_LINKS,
    FOOTER_SIGNS,
    NEIGHBOURS,
    PHRASES,
    RANKINGS,
    TOOLS,
    TOOLS_BELOW,
    is_breadcrumb,
    is_button,
    is_widget,
)
from govreport.words.page_labels import FOOTER_KEY, LICENCE
from govreport.words.patterns import late
from govreport.words.section_numbers import ARTICLE, BARE, BOOK, CHAPTER, HAN, HAN_PAREN, PART
from govreport.words.stops import COLONS
from govreport.words.vocabulary import begins_with, by_first_sign, first_signs, one_of

_SENTENCE_MIN: Final = 16  # characters of the shortest line that its stop makes a sentence
_LONG_MIN: Final = 60  # and of a long one
_SENTENCE_ENDS: Final = frozenset("。！？!?；;")
_CALLS: Final = frozenset("！!")  # what sites end with too: 欢迎扫码关注我们！
_SITE_LINE_MAX: Final = 200  # characters of a line that its first words make the site's
_SIGNED_LINE_MAX: Final = 400  # and of one that a licence number in it makes a footer's
_FOOTER_COMMAS: Final = 1  # commas of a footer's line at most
_BULLETS: Final = "【[(（·•▪■◆●★>＞«»‹›←→|- \t\u00a0\u3000"
_CONTACTS: Final = frozenset({"address", "phone", "report_phone", "fax", "postcode", "email"})
_KIND_OF_KEY: Final[dict[str, EndKind]] = {
    "icp": "licence", "police": "licence", "site_id": "licence", "copyright": "copyright",
    "organizer": "footer", "contractor": "footer", "support": "footer",
}  # fmt: skip
_FOOTER_HEADS: Final = (
    "主办 承办 协办 开办 主管 版权 版權 技术支持 网站标识 政府网站标识 党政机关 ICP 备案 © copyright Copyright "
    "copyRight CopyRight COPYRIGHT".split()
)
_ANY_TOOL: Final = frozenset(TOOLS)
_LINKS_MIN: Final = 3  # words of a row of links
_LINK_MAX: Final = 12  # characters of each
_LINK_GAP: Final = re.compile(r"[ \t\u00a0\u3000|]{1,9}")


_FOOTER_SIGN: Final = re.compile(one_of(FOOTER_SIGNS))
_FOOTER_HEAD: Final = by_first_sign(_FOOTER_HEADS)
_CREDIT: Final = by_first_sign([credit + colon for credit in CREDITS for colon in ":："])
_BRACKETED_CREDIT: Final = by_first_sign(CREDITS_IN_BRACKETS)
_NEIGHBOUR: Final = by_first_sign(NEIGHBOURS)
_TOOL: Final = by_first_sign(TOOLS_BELOW)
_LINKS: Final = by_first_sign(FOOTER_LINKS)
_SITE_OF_PLACE: Final = late(r"各[省区县市].{0,6}网站|[\u4e00-\u9fff]{2,12}网站$")


def end_kind(line: Line) -> EndKind:
    """Tell what a line is, document or site, by its own look."""
    if line.look is None:  # several steps ask
        line.look = _end_kind(line)
    return line.look


def _end_kind(line: Line) -> EndKind:
    text = line.text
    size = len(text)
    last = line.last
    stops = last in _SENTENCE_ENDS
    if stops and size >= _SENTENCE_MIN and last not in _CALLS and not _is_licensed(text):
        if text[:4] in DISCLAIMERS and text[4] in COLONS:
            return "copyright"
        return "long" if size >= _LONG_MIN else "sentence"
    if line.marker is not None:
        return _unit(line, stops)
    if isinstance(line, GridLine):
        return "row"
    if text.isdecimal():  # a cell of a table, nothing else to ask
        return "plain"
    if size <= _SITE_LINE_MAX and (kind := _site_kind(text)) is not None and not (last in "。；" and kind in _SAID):
        return kind
    if size <= _SIGNED_LINE_MAX and _FOOTER_SIGN.search(text) is not None and not _has_clauses(text):
        return "licence"
    if (stops or "。" in text) and size >= _SENTENCE_MIN:
        return "long" if size >= _LONG_MIN else "sentence"
    if stops:
        return "short"
    return _other(text)


_SAID: Final = frozenset({"tool", "footer", "links", "contact", "neighbour", "copyright", "credit"})
"""Kinds that a line with a stop at its end is none of: it is said, by the document."""


def says(text: str) -> bool:
    """True for a sentence, which is read for no fields: running text, with a stop at its end."""
    return text[-1] in "。；" and len(text) >= _SENTENCE_MIN and not _is_licensed(text)


def opens_back(text: str) -> bool:
    """True where a short line begins like those that stand under a document: credits, page tools, links, the footer."""
    return len(text) <= _SITE_LINE_MAX and _site_kind(text) in _BELOW


_BELOW: Final = frozenset({"credit", "neighbour", "ranking", "footer", "licence", "copyright", "links", "tool"})


def is_running(line: Line) -> bool:
    """True for a line that says something, by its stop or its number: what every document has and no list of pages."""
    return end_kind(line) in _RUNNING


_RUNNING: Final = frozenset({"long", "sentence", "short", "article", "unit", "date", "row"})


def heads_files(text: str) -> bool:
    """True for 相关附件 and the like, which belong to the document where the names of files follow."""
    return text.lstrip(_BULLETS).startswith(FILES_BELOW)


def says_much(lines: list[Line], index: int) -> bool:
    """True for a line that a site seldom holds: a long sentence, or a date with the name that signs above it."""
    line = lines[index]
    if len(line.text) >= _LONG_MIN:
        return end_kind(line) == "long"
    return "年" in line.text and index > 0 and end_kind(line) == "date" and can_sign(lines[index - 1])


def _unit(line: Line, stops: bool) -> EndKind:
    """What a line that begins with a number is."""
    assert line.marker is not None
    family = line.marker.family
    if family in (ARTICLE, CHAPTER, PART, BOOK):
        return "article"
    text = line.text
    if family is BARE or text.endswith(("...", "…")):  # a ranking; the document given again for sharing, cut short
        return "plain"
    if is_date_line(text):
        return _date(text)
    if _is_licensed(text):
        return "licence"
    if stops or "。" in text or family in (HAN, HAN_PAREN):
        return "unit"
    return "item"


def _is_licensed(text: str) -> bool:
    """True where a line holds a licence number."""
    if "ICP" not in text and ("备" not in text or ("公网安备" not in text and "bm" not in text)):
        return False
    return LICENCE.search(text) is not None


def _has_clauses(text: str) -> bool:
    """True for a line that says something, whatever sign of a footer it holds."""
    return text[-1] in "。；" or text.count("，") + text.count(",") > _FOOTER_COMMAS


_CELL_END: Final = " |｜"
_UNITS: Final = frozenset(UNITS)
"""次 is a cell of the table of indicators more often than what a counter left."""
_UNIT_STARTS: Final = first_signs(UNITS)


def _site_kind(text: str) -> EndKind | None:
    """What a short line of a site is by the words that it begins with."""
    words = text.lstrip(_BULLETS)
    if not words or (words[0] in _UNIT_STARTS and words.rstrip(_CELL_END) in _UNITS):
        return "plain"
    opens = words[0] in _STARTS
    if not (opens and begins_with(words, _OPENING)) and _SITE_SIGN.search(text) is None and not is_button(text):
        return None  # most lines: two looks instead of all the questions below
    if not opens and not (is_widget(text) or _ends_in_tool(text) or words.endswith("网站") or _is_row_of_links(text)):
        return "breadcrumb" if text[0] != ">" and is_breadcrumb(text) else _ranks(words)
    return _kind_of_words(text, words)


def _kind_of_words(text: str, words: str) -> EndKind | None:
    """What a line is that may be a site's, its bullets aside."""
    if begins_with(words, _CREDIT) or (words is not text and begins_with(words, _BRACKETED_CREDIT)):
        return "credit"
    if (ranked := _ranks(words)) is not None:
        return ranked
    if "上一页" in words and "下一页" in words:
        return "neighbour"
    if begins_with(words, _NEIGHBOUR):
        return "files" if words.startswith(FILES_BELOW) and names_file(words) else "neighbour"
    key = FOOTER.key_at_head(words) or FOOTER.keys.get(words)
    if key is not None:
        kind = "contact" if key in _CONTACTS else _KIND_OF_KEY.get(key, "footer")
        return "plain" if kind == "footer" and _lists_many(text) else kind
    if "\t" not in text and begins_with(words, _FOOTER_HEAD):  # 承办单位, 联系电话 head columns too
        return "footer"
    if begins_with(words, _LINKS) or _SITE_OF_PLACE.match(words) is not None or words in AFTER_DOCUMENT_ALONE:
        return "links"
    if begins_with(words, _TOOL) or is_widget(text) or _ends_in_tool(text):
        return "tool"
    if text[0] != ">" and is_breadcrumb(text):  # > is a quotation's sign too
        return "breadcrumb"
    return "links" if _is_row_of_links(text) else None


_OPENING: Final = by_first_sign(
    CREDITS, CREDITS_IN_BRACKETS, NEIGHBOURS, FOOTER_LINKS, AFTER_DOCUMENT_ALONE, FOOTER_KEY, _FOOTER_HEADS,
    TOOLS, TOOLS_BELOW,
)  # fmt: skip
_SITE_SIGN: Final = re.compile(one_of(PHRASES, BREADCRUMB_SIGNS, (":", "：", "排行", "网站", "】", "<")))
"""A site's line that is no button begins with one of the former or holds one of the latter."""


def _lists_many(text: str) -> bool:
    """True for one label and several bodies behind it: 主办单位：市教育局，各县人民政府 is said by a document."""
    return ("，" in text or "、" in text) and text.count(":") + text.count("：") == 1


def _ranks(words: str) -> EndKind | None:
    return "ranking" if "排行" in words and any(ranking in words for ranking in RANKINGS) else None


_STARTS: Final = frozenset("主承协开版技网政党IC备©cC各国省县上") | first_signs(
    CREDITS, CREDITS_IN_BRACKETS, NEIGHBOURS, FILES_BELOW, TOOLS_BELOW, FOOTER_LINKS, AFTER_DOCUMENT_ALONE, TOOLS,
    FOOTER_KEY, ("共", "第", "当前", "<"),
)  # fmt: skip
"""The characters that a line of a site's own words begins with: one look tells most lines from them."""


def _ends_in_tool(text: str) -> bool:
    """True where a line ends in a page tool in brackets: ``【发布：…】 【关闭窗口】``."""
    return text[-1] == "】" and text[text.rfind("【") + 1 : -1].strip() in _ANY_TOOL


def _is_row_of_links(text: str) -> bool:
    """True for words in a row, the first of them a page tool's (``首页 公开 服务``), or several a footer's."""
    if not (" " in text or "|" in text or "\u3000" in text or "\u00a0" in text):
        return False
    links = _LINK_GAP.split(text)
    if len(links) < _LINKS_MIN or max(map(len, links)) > _LINK_MAX:
        return False
    return links[0] in _ANY_TOOL or sum(link in FOOTER_LINKS for link in links) > 1


def _date(text: str) -> EndKind:
    """A date alone: as documents write it, or as lists of pages do, in digits or with the time of day."""
    return "date" if "年" in text and ":" not in text and "：" not in text else "digits-date"


def _other(text: str) -> EndKind:
    """What a line is that neither its stop nor its first words tell."""
    if is_date_line(text):
        return _date(text)
    if begins_note(text) or opens_attachments(text):
        return "note"
    if "." in text and names_file(text[-6:]):
        return "files"
    if is_row(text):
        return "row"
    return "sentence" if is_prose(text) else "plain"
