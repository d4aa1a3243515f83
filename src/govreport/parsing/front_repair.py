"""Lines before a text cut and joined: a title that shares its line with a number, a date, the first sentence."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.looks import is_prose, is_yearly_title
from govreport.parsing.page_fields import FIELDS_MAX, SEPARATORS, fields_on
from govreport.words.blanks import SPACES
from govreport.words.document_kinds import KINDS, ends_in_kind
from govreport.words.document_numbers import DOC_NUMBER
from govreport.words.numerals import date_span
from govreport.words.organizations import is_organ
from govreport.words.page_furniture import is_breadcrumb
from govreport.words.patterns import late
from govreport.words.section_numbers import match_marker
from govreport.words.stops import holds_colon
from govreport.words.vocabulary import one_of

_HEAD_MAX: Final = 400  # lines among which a document's beginning is looked for
_PROSE_MOST: Final = 2  # lines of running text after which nothing belongs before a text: the site's, and the text's
_TITLE_MIN: Final = 8  # characters of the shortest title that something is cut off from
_TITLE_MAX: Final = 90  # and of the longest
_WORDS_MIN: Final = 4  # characters of the shortest line of one
_CUT_MIN: Final = 8  # characters of the shortest line that is cut, but for the bars after it
_DATE_MAX: Final = 30  # characters of a date with its time and brackets


def repair_front(lines: list[Line]) -> list[Line]:
    """Cut and join the lines before a text.

    Args:
        lines: a text's lines, in order.

    Returns:
        Lines that tile the same text.
    """
    out: list[Line] = []
    prose = 0
    for index, line in enumerate(lines):
        if index == _HEAD_MAX or prose == _PROSE_MOST or (line.marker and line.marker.family.opens_document):
            return out + lines[index:]
        if out and out[-1].first in "（(" and _opens_bracket(out[-1].text) and len(line.text) <= _TITLE_MAX:
            out[-1].take(line)
            continue
        prose += is_prose(line.text)
        if len(line.text) < _CUT_MIN and line.last not in "|｜":
            out.append(line)
            continue
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        out += _cut(line, out[-1].text if out else "", below)
    return out


# （2019年8月27日某市第八届人民代表大会, with no closing bracket on the line: the adoption of a law over several lines.
_ADOPTION: Final = late(r"[（(][12]\d{3}年\d{1,2}月\d{1,2}日[^）)。]{4,200}$")


def _opens_bracket(text: str) -> bool:
    return _ADOPTION.match(text) is not None


def _cut(line: Line, above: str, below: str) -> list[Line]:
    """Cut one line, which stands between two others."""
    text = line.text
    if line.first == "[" and (linked := _LINK.fullmatch(text)) is not None:
        return [_without(line, *linked.span("words"))]
    if "](" in text and (picture := _PICTURE.match(text)) is not None and picture.end() < len(text):
        line = _without(line, picture.end(), len(text))
        text = line.text
    if line.last in "|｜" and (bare := _without_bars(line)) is not None:
        line, text = bare, bare.text
    if "号" in text or "號" in text:
        parts = _cut_number(line)
        if len(parts) > 1:
            return parts
    if holds_colon(text) and not line.first.isdecimal() and (at := _before_label(line)):
        return line.cut([at])
    if line.first in "【[（(" and (at := _after_date(text)):
        return line.cut([at])
    if line.last in _DATE_ENDS:
        at = _before_date(text, above, below)
        if at:
            return line.cut([at])
    at = _before_text(text, above) or _before_first(text)
    return line.cut([at]) if at else [line]


_FIRST: Final = late("第一[章条]|一、")


def _before_first(text: str) -> int:
    """Where the first number of a document begins behind its title: …实施细则（试行）第一条补助对象; 0 for nowhere."""
    match = _FIRST.search(text, _TITLE_MIN, _TITLE_MAX) if "一" in text else None
    if match is None or match_marker(text, match.start()) is None:
        return 0
    title = text[: match.start()].rstrip(SPACES)
    return match.start() if ends_in_kind(title) and "。" not in title and "，" not in title else 0


def _without_bars(line: Line) -> Line | None:
    """A cell alone in a row of empty ones, without the bars after it; None for another row."""
    bare = line.text.rstrip(SPACES + "|｜")
    if len(bare) < 4 or "|" in bare or "｜" in bare or holds_colon(bare) or not ends_in_kind(bare):
        return None
    return _without(line, 0, len(bare))


# A list's mark and a picture before what a line says, in Markdown.
_PICTURE: Final = late(r"[•·*_ -]{0,6}!\[[^\[\]]{0,60}\]\([^()\s]{0,400}\)_?[ \u00a0]{0,9}")
# A title that is a link, in Markdown.
_LINK: Final = late(r"\[(?P<words>[^\[\]]{6,120})\]\([^()\s]{1,400}\)")


def _without(line: Line, start: int, end: int) -> Line:
    """A piece of a line, with what stands around it as its white space."""
    text = line.text
    return Line(line.start + start, line.lead + text[:start], text[start:end], text[end:] + line.trail)


_SIGNER: Final = late(r"[ \u00a0\u3000]{0,40}(?:签发人|簽發人)[:：][ ]{0,4}[\u4e00-\u9fff]{2,4}(?=[ \u00a0\u3000]|$)")
_NUMBER_AT_END: Final = late(
    r"(?:[ \u00a0\u3000]{1,20}|(?P<open>[（(]))"
    r"(?:[\u4e00-\u9fff]{1,14}[ ]?[〔\[【［﹝﹙（(](?:19|20)\d{2}[〕\]】］﹞﹚）)])"
    r"[ ]?\d{1,5}[号號](?(open)[）)])$"
)

_NUMBER_ENDS: Final = frozenset("号號）)")


def _cut_number(line: Line) -> list[Line]:
    """Cut a document number off the title on its line, before it or behind it, and who signs off both."""
    text = line.text
    match = DOC_NUMBER.match(text)
    if match is not None and match.end() < len(text):
        signer = _SIGNER.match(text, match.end())
        rest = (signer.end() if signer else match.end()), len(text)
        title = text[slice(*rest)].strip(SPACES)
        if signer is None and not (ends_in_kind(title) and len(title) >= _TITLE_MIN):
            return [line]
        return line.cut([match.end(), *([signer.end()] if signer else [])])
    match = _NUMBER_AT_END.search(text, max(0, len(text) - 40)) if text[-1] in _NUMBER_ENDS else None
    if match is None:
        return [line]
    title = text[: match.start()].rstrip(SPACES)
    if not (len(title) >= _TITLE_MIN and ends_in_kind(title)):
        return [line]
    return line.cut([match.start()])


def _before_label(line: Line) -> int:
    """Where a title ends that a publish line follows on its line; 0 where none does."""
    text = line.text
    if len(text) > FIELDS_MAX or text.replace("：", ":").find(":") < _TITLE_MIN:
        return 0
    fields = fields_on(line)
    if not fields or fields[0].key not in ("published", "source", "issuer", "author"):
        return 0
    title = text[: fields[0].start].rstrip(SEPARATORS)
    return len(title) if len(title) >= _TITLE_MIN and ends_in_kind(title) else 0


def _after_date(text: str) -> int:
    """Where a title begins behind a date in brackets; 0 where there is none."""
    date = date_span(text[:_DATE_MAX])
    if date is None or date[0] != 1 or text[date[1] : date[1] + 1] not in ("】", "]", "）", ")"):
        return 0
    return date[1] + 1 if ends_in_kind(text) and len(text) - date[1] > _TITLE_MIN else 0


_DATE_ENDS: Final = frozenset("0123456789日分秒)）]】")
_NO_TITLE: Final = re.compile(r"[。；：:|>＞]|】$|^[（(—－–-]")


def _before_date(text: str, above: str, below: str) -> int:
    """Where a date behind a title is cut off; 0 where there is none, or where lines of a list are all built so."""
    title = _dated_title(text)
    if not title or is_organ(title) or _NO_TITLE.search(title):
        return 0
    if any(_dated_title(other) for other in (above, below) if other):
        return 0
    if not ends_in_kind(title) and above and not is_breadcrumb(above):
        return 0
    return len(title)


def _dated_title(text: str) -> str:
    """What stands before the date that ends a line; empty where a line ends in no date."""
    start = max(_WORDS_MIN, len(text) - _DATE_MAX)
    date = date_span(text, start) if text[-1] in _DATE_ENDS else None
    if date is None or text[date[1] :].strip(SPACES + ")）]】"):
        return ""
    head = text[: date[0]]
    title = head.rstrip(SPACES + "(（[【").rstrip(SPACES)
    return title if _WORDS_MIN <= len(title) <= _TITLE_MAX else ""


# The words with which a text begins right behind its title.
_SELF: Final = r"(?:本报告|本年度报告|本年报|本報告|本年度報告|本年報)"
_KIND: Final = one_of(KINDS)
_GLUED: Final = late(
    rf"[^。，,；;：:]{{8,90}}?{_KIND}"
    rf"(?={_SELF}(?:是|由|根据|按照|依据|依照|全文|中|所|编制|的|按|主要)|根据|按照|依据|依照)"
)
_TURN: Final = re.compile("[本根按依][报報年据照]")  # nearly no line that is long enough holds one of them
_SPEAKS_OF_ITSELF: Final = ("本报告", "本年报", "编制", "公布", "如下")
"""One of them stands in the first sentence of a report; without one, what looks like title and text is a sentence."""
# 某某管理暂行规定(试行)为了规范…，制定本规定。
_GLUED_LAW: Final = late(
    r"[^。，,；;：:]{6,90}?(?P<kind>条例|规定|办法|细则|规则|规程)(?:[（(][试暂修][^（）()]{1,6}[）)])?(?=为)"
)
_MAKES: Final = ("制定", "制订")
_SENTENCE_MAX: Final = 200
_SENTENCE_MIN: Final = 8  # characters of the shortest sentence behind a title and a blank
_SESSION: Final = re.compile(r"——[12]\d{3}年\d{1,2}月\d{1,2}日在[^。；]{4,60}会议?上")
"""When and where a report was given: ——2016年3月5日在…会议上."""
_GLUED_MIN: Final = 32  # characters of the shortest line of a title and a sentence


def _before_text(text: str, above: str) -> int:
    """Where a title ends that runs on into its subtitle or the first sentence; 0 where none does."""
    session = text.find("——", _WORDS_MIN, _TITLE_MAX)
    if session > 0 and len(text) <= _TITLE_MAX and ends_in_kind(text[:session]) and _SESSION.match(text, session):
        return session
    gap = _GAP.search(text, _TITLE_MIN, _TITLE_MAX)
    while gap is not None:
        at = gap.start()
        title = text[:at]
        if ends_in_kind(title) and _is_title(title):
            rest = text[at:].lstrip(SPACES)
            if is_prose(rest) or match_marker(rest) is not None or (rest[-1:] == "。" and len(rest) >= _SENTENCE_MIN):
                return at
        gap = _GAP.search(text, gap.end(), _TITLE_MAX)
    if len(text) >= _GLUED_MIN and "为" in text and (law := _GLUED_LAW.match(text[: _TITLE_MAX + 40])) is not None:
        own = f"本{law['kind']}"
        if any(f"{makes}{own}" in text[law.end() :] for makes in _MAKES):
            return law.end()
    if len(text) < _GLUED_MIN or _TURN.search(text, _TITLE_MIN, _TITLE_MAX + 40) is None:
        return 0
    match = _GLUED.match(text[: _TITLE_MAX + 40])
    rest = text[match.end() : match.end() + _SENTENCE_MAX] if match is not None else ""
    if match is None or not any(sign in rest for sign in _SPEAKS_OF_ITSELF):
        return 0
    if _is_title(match.group()) and not is_yearly_title(above) and text[0] != "本":  # 本年度报告根据… is a sentence
        return match.end()
    return 0


def _is_title(text: str) -> bool:
    """True for the title of a document that says on what or on which year."""
    return (
        _TITLE_MIN <= len(text) <= _TITLE_MAX
        and not any(sign in text for sign in "。；，,：:")
        and (is_yearly_title(text) or "关于" in text or "關於" in text)
    )


_GAP: Final = re.compile(r"[ \t\u00a0\u3000]{1,400}")
