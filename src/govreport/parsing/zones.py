"""Where the site ends and the document begins, and where the site begins again.

Evidence, in order of weight: running text and numbered headings (the document); labels, breadcrumb, licence
numbers, page tools (the site); what stands between by its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from govreport.parsing.hints import Hints
from govreport.parsing.line import STOPS, Line, is_echo
from govreport.parsing.page_fields import FIELDS_MAX
from govreport.parsing.page_front import DOC_NUMBER, ORDER_NUMBER, has_label, is_breadcrumb, is_widget
from govreport.parsing.title import ends_in_kind, find_title, is_subtitle
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.disclosure_labels import opens_table
from govreport.words.numerals import date_span
from govreport.words.organizations import are_organs, is_addressed
from govreport.words.page_labels import STRONG_FOOTER


class Zones(NamedTuple):
    """The parts of a text, as indexes into its lines.

    Attributes:
        kinds: what each line before the first running text is (`front_kind`).
        titles: runs ``(first, end)`` of lines that hold the title, in the front; more than one where it is repeated.
        body: index of the body's first line.
        back: index of the back's first line; the number of lines where there is none.
    """

    kinds: list[str | None]
    titles: list[tuple[int, int]]
    body: int
    back: int


_PROSE_MIN: Final = 16  # characters of the shortest line that can be running text
_FRONT_MAX: Final = 400  # lines among which a document's beginning is looked for
_AFTER_SHARE: Final = 0.08  # of a document's running text that may follow the line where the back begins
_BACK_LINE_MAX: Final = 200
# A text for sharing gives the document's beginning again: so long at least, with so much running text after it at most.
_ECHO_MIN: Final = 200
_ECHO_MOST: Final = 2000
_LABEL_MAX: Final = 12  # characters of the longest label alone on its line
_OPENING_FAMILIES: Final = frozenset({"han", "han-paren", "chapter", "article", "book", "part"})
_NO_TEXT: Final = frozenset({"label", "breadcrumb", "date", "number", "blank"})
_OPENING_WORDS: Final = frozenset({"目录", "引言", "前言", "目錄"})
_SALUTATION: Final = re.compile(r"(?:各位|同志们|朋友们|女士们|尊敬的)[^。]{0,30}[:：!！,，]?$")
_DIGITS: Final = frozenset("12１２二")
_ENACTED: Final = re.compile(r"通过|发布|公布|修[正订改]|施行|批准|废止|会议")
# Bars, dashes, a counter that lost its number: no word at all.
_BLANK: Final = re.compile(r"[^\w\u4e00-\u9fff]{1,200}|[-—+×xX·•/|]{0,3}[ ]?[次条]")
_BLANK_STARTS: Final = frozenset("xX次条")  # the letters among what such a line begins with
_BACK_LINE: Final = re.compile(
    r"[【\[(（ \u00a0\u3000]{0,3}(?:"
    r"(?:信息|文章|稿件|文字|新闻)?来源[:：]|(?:责任|网络|本文|本期)?编辑[:：]|责编[:：]|[审编校][核审校对][:：]|初审[:：]|复审[:：]|终审[:：]|作者[:：]"
    r"|上一[篇条页个]|下一[篇条页个]|前一篇|后一篇"
    r"|相关(?:链接|附件|新闻|文章|阅读|推荐|解读|文件|信息|稿件|报道|文档|内容|政策|专题|下载|主题)|推荐阅读|延伸阅读|热点新闻|关联稿件|图解|政策解读$|热门推荐"
    r"|分享|打印|关闭|返回|字[号体]|回到顶部|扫一扫|扫码|微信扫|用微信|浏览次数|浏览量|点击数|点击量|访问量|阅读次数|阅读量|收藏"
    r"|主办|承办|协办|版权|版權|网站标识|政府网站标识|技术支持|联系我们|关于我们|关于本站|网站地图|网站声明|网站导航|友情链接|隐私|内容纠错|我要纠错"
    r"|附件下载|下载附件|文件下载|所属分类|所属栏目|标签[:：]|关键词[:：]|Copyright|CopyRight|copyright|©|ICP|备案|建议使用|最佳浏览|我要评论|发表评论|网友评论"
    r"|(?:发布|发表|更新)(?:时间|日期)[:：]|时间[:：]|市政府网站|各[省区县市].{0,6}网站|您是第|访问统计|本站|免责声明|政府信息公开$|网站管理|维护[:：]|站点地图"
    r"|【我要|【责任|【编辑|（责任编辑|\(责任编辑|（编辑|\(编辑"
    r")"
)


def find_zones(lines: list[Line], source: str, hints: Hints | None = None) -> Zones:
    """Divide a text.

    Args:
        lines: the text's lines, in order.
        source: the text.
        hints: what the markup says; None where there was none.

    Returns:
        The zones.  Text with no site around it has ``body == 0`` (or the number of title lines) and no back.
    """
    kinds = _front_kinds(lines)
    if hints is not None and hints.head:
        kinds = ["widget" if line.start < hints.head else kind for line, kind in zip(lines, kinds, strict=False)]
    stop = len(kinds)
    front_end = _front_end(lines, kinds)
    titles = find_title(lines, kinds, front_end, hints.titles if hints else {})
    if titles and titles[-1][1] > front_end:
        front_end = titles[-1][1]
    body = front_end
    if titles:
        # An addressee is the first thing a document says; what stands above it is the page's.
        body = stop if _is_addressee(lines, stop) else _skip_subtitles(lines, kinds, front_end)
    back = _back(lines, body, source)
    if hints is not None and hints.foot is not None:
        back = max(body, min(back, bisect_left([line.start for line in lines], hints.foot)))
    return Zones(kinds, titles, body, back)


def is_prose(text: str) -> bool:
    """True where a line is running text: a sentence, or most of one."""
    size = len(text)
    if size < _PROSE_MIN:
        return False
    if "。" in text or "；" in text:
        return text[-1] not in "】]"
    return size >= 60 and text.count("，") + text.count(",") >= 2 and "|" not in text


def _front_kinds(lines: list[Line]) -> list[str | None]:
    """What each line is (`front_kind`) before the first that can only be the document's: running text, 一、, an
    addressee.
    """
    kinds: list[str | None] = []
    for index, line in enumerate(lines[:_FRONT_MAX]):
        text = line.text
        if line.marker is not None and line.marker.family in _OPENING_FAMILIES:
            return kinds
        if opens_table(text, lines[index + 1].text if index + 1 < len(lines) else ""):
            return kinds
        kind = front_kind(line)
        if kind in _NO_TEXT or (kind == "enactment" and (text[-1] != "。" or "会议上" in text)):
            kinds.append(kind)
            continue
        if is_prose(text) or (text[-1] in ":：" and _is_addressee(lines, index)):
            return kinds
        if len(text) <= 8 and "".join(text.split()) in _OPENING_WORDS:
            return kinds
        kinds.append(kind)
    return kinds if len(kinds) == len(lines) else kinds[:0]


def _is_addressee(lines: list[Line], index: int) -> bool:
    """True for 各县人民政府： and for 各位代表：."""
    if index >= len(lines) or lines[index].text[-1] not in ":：":
        return False
    text = lines[index].text
    return _SALUTATION.match(text) is not None or (is_addressed(text[:-1]) and not has_label(text))


def _is_enactment(text: str) -> bool:
    """True for a line of a law's history: 1999年8月30日 第九届全国人民代表大会…通过."""
    if len(text) > 220 or "。" in text[:-1]:
        return False
    date = date_span(text[:40])
    return date is not None and date[0] <= 3 and _ENACTED.search(text) is not None


def front_kind(line: Line) -> str | None:
    """What a line before the text is, by its own look: ``label``, ``breadcrumb``, ``widget``, ``number``, ``date``,
    ``enactment``, ``blank``; None where only its place can tell.
    """
    text = line.text
    size = len(text)
    if size > FIELDS_MAX:
        return None
    if is_breadcrumb(text):
        return "breadcrumb"
    if has_label(text):
        return "label"
    if size <= 30 and is_date_line(text):
        return "date"
    if size <= 60 and "号" in text[-3:] and (DOC_NUMBER.fullmatch(text) or ORDER_NUMBER.fullmatch(text)):
        return "number"
    if line.marker is None and is_widget(text):
        return "widget"
    first = text[0]
    blank = (first in _BLANK_STARTS or not first.isalnum()) and _BLANK.fullmatch(text) is not None
    if blank or is_page_mark(text):
        return "blank"
    return "enactment" if first in _DIGITS and _is_enactment(text) else None


_DATE_STARTS: Final = frozenset(SPACES + "(（[【0123456789０１２３４５６７８９〇零○◯OoΟο一二三四五六七八九")
_DATE_ENDS: Final = frozenset("日)）]】0123456789０１２３４５６７８９号")


def is_date_line(text: str) -> bool:
    """True where a line holds a date, perhaps in brackets, and nothing else."""
    if len(text) > 30 or text[-1] not in _DATE_ENDS or text[0] not in _DATE_STARTS:
        return False
    date = date_span(text)
    if date is None:
        return False
    start, end = date
    if start == 0 and end == len(text):
        return True
    return not text[:start].strip(SPACES + "(（[【") and not text[end:].strip(SPACES + ")）]】")


def _front_end(lines: list[Line], kinds: list[str | None]) -> int:
    """Index after the last line before the text that is plainly the site's or the page's."""
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] is None:
            continue
        end, text = index + 1, lines[index].text
        # A label alone on its line takes the next line as its value.
        alone = kinds[index] == "label" and is_lone_label(text)
        if alone and end < len(kinds) and _is_value(lines[end], last=end + 1 == len(kinds)):
            end += 1
        return end
    return 0


def is_lone_label(text: str) -> bool:
    """True where a line that holds a label holds nothing else: ``发文机关：``."""
    return len(text) <= _LABEL_MAX and text[-1] in ":："


def _is_value(line: Line, last: bool) -> bool:
    """True where the line after a label can be its value; the last line before the text could be the title."""
    if line.marker is not None or len(line.text) > 60:
        return False
    return not last or (len(line.text) <= 30 and not ends_in_kind(line.text))


def _skip_subtitles(lines: list[Line], kinds: list[str | None], index: int) -> int:
    """Index of the first line after the title's own appendages: a name that signs under it, a date, a byline."""
    while index < len(kinds) and (kinds[index] is not None or is_subtitle(lines[index].text) or _names(lines[index])):
        index += 1
    # The title's own words again, over its subtitle: 政府工作报告 / ——…会议上.
    if index + 1 < len(kinds) and ends_in_kind(lines[index].text) and is_subtitle(lines[index + 1].text):
        return _skip_subtitles(lines, kinds, index + 1)
    return index


def _names(line: Line) -> bool:
    """True for a line of bodies that sign under the title."""
    return line.text[-1] not in STOPS and are_organs(line.text.split())


def _back(lines: list[Line], body: int, source: str) -> int:
    """Index of the first line of the back: the first that looks like the site's and has next to no text after it."""
    total = len(lines)
    strong = _strong(lines, body, source)
    after = 0  # running text from a line to the end, in characters
    weights = [0] * (total - body + 1)
    for index in range(total - 1, body - 1, -1):
        line = lines[index]
        size = len(line.text)
        if line.marker is not None:
            after += size + 20
        elif size >= _PROSE_MIN and "。" in line.text:
            if after > _ECHO_MOST or size <= _ECHO_MIN or index == body or not is_echo(line.text, source, line.start):
                after += size
        elif size <= 30 and "年" in line.text and is_date_line(line.text):
            after += 60
        weights[index - body] = after
    limit = _AFTER_SHARE * after
    for index in range(body + 1 if body < total else body, total):
        after = weights[index - body]
        if index >= strong:
            if weights[0] > 2 * after or index > total * 0.5:
                return _back_up(lines, index, body)
        elif after <= limit:
            text = lines[index].text
            if len(text) <= _BACK_LINE_MAX and _BACK_LINE.match(text):
                return _back_up(lines, index, body)
    # A page number that closes the last page.
    while total > body + 1 and is_page_mark(lines[total - 1].text):
        total -= 1
    return total


def _back_up(lines: list[Line], index: int, body: int) -> int:
    """Take page tools, page numbers and an empty 附件： just above the back's first line into the back."""
    while index > body + 1:
        text = lines[index - 1].text
        if not (text in ("附件：", "附件:") or is_page_mark(text) or is_widget(text)):
            break
        index -= 1
    return index


def _strong(lines: list[Line], body: int, source: str) -> int:
    """Index of the first line after the body's first that only a footer holds."""
    if body >= len(lines):
        return len(lines)
    start = lines[body].end
    places = []
    for sign, rarest in STRONG_FOOTER.items():
        at = source.find(rarest, start)  # a tenth of what finding the whole costs
        if at >= 0:
            at = source.find(sign, max(start, at - len(sign)))
        if at >= 0:
            places.append(at)
    for at in sorted(places):
        index = bisect_right(lines, at, key=lambda line: line.start) - 1
        if len(lines[index].text) < 400:
            return index
    return len(lines)
