"""Lines cut and joined: paragraphs broken over several lines, lines run together into one.

`PAGE_REPAIRS` and `BODY_REPAIRS` are the passes, in order.  Each gets lines and gives lines that tile the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.looks import is_echo
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.document_numbers import DOC_NUMBER
from govreport.words.numerals import date_spans
from govreport.words.organizations import is_addressed, is_organ
from govreport.words.section_names import section_name_end
from govreport.words.section_numbers import BARE, DIGIT, DIGIT_PAREN, HAN, HAN_PAREN, Family, Marker, match_marker
from govreport.words.stops import PARAGRAPH_ENDS, STOPS

LONG_LINE: Final = 160
"""Characters from which a line may be several lines run together."""

# --- hard-wrapped paragraphs -----------------------------------------------------------------------------------------

_WRAP_SHARE = 0.6  # of a text's lines that must be broken in mid-sentence before it counts as hard-wrapped
_WRAP_MIN_LINES = 8
_WRAP_MAX = 60  # characters of the widest line of a hard-wrapped text
_WRAP_LINE_MAX = _WRAP_MAX * 1.6  # and of one that is not: a title, a table row


def wrap_width(lines: list[Line]) -> int:
    """The width a text was hard-wrapped at, in characters; 0 where it was not.

    A hard-wrapped text has most of its longer lines ending in mid-sentence, all about equally long.
    """
    for line in lines:
        if len(line.text) > _WRAP_LINE_MAX:
            return 0
    texts = [line for line in lines if not is_page_mark(line.text)]
    if len(texts) < _WRAP_MIN_LINES:
        return 0
    body = [len(line.text) + len(line.lead.rpartition("\n")[2]) for line in texts]
    widest = sorted(body)[int(len(body) * 0.9)]
    if not 16 <= widest <= _WRAP_MAX or max(body) > widest * 1.6:
        return 0
    full = [line.text for line, size in zip(texts, body, strict=True) if size >= widest - 6]
    broken = sum(1 for text in full if text[-1] not in PARAGRAPH_ENDS)
    return widest if broken >= 4 and broken >= _WRAP_SHARE * len(full) and len(full) * 4 >= len(body) else 0


def unwrap(lines: list[Line], width: int, kept: list[bool]) -> list[Line]:
    """Join the lines of each paragraph of a text that was hard-wrapped.

    Args:
        lines: the text's lines, in order.
        width: see `wrap_width`.
        kept: lines that stay as they are (table rows), one flag a line.

    Returns:
        Lines whose ``text`` may span several physical lines, page marks between them included.
    """
    joined: list[Line] = []
    parts: list[str] = []  # of the text of the last of them
    last_size = 0  # width of the last physical line joined
    marks: list[Line] = []  # page marks since then
    for line, keep in zip(lines, kept, strict=True):
        if is_page_mark(line.text) and not keep:
            marks.append(line)
            continue
        size = 0 if keep else len(line.text) + len(line.lead.rpartition("\n")[2])
        whole = joined[-1] if joined else None
        if whole and last_size and not keep and _continues(whole, parts[-1][-1], last_size, line, width):
            for part in [*marks, line]:
                parts += (whole.trail, part.lead, part.text)
                whole.trail = part.trail
        else:
            if whole:
                whole.text = "".join(parts)
            joined.extend(marks)
            joined.append(Line(line.start, line.lead, line.text, line.trail))
            parts = [line.text]
        marks = []
        last_size = size
    if joined:
        joined[-1].text = "".join(parts)
    return joined + marks


def _continues(before: Line, last: str, size: int, line: Line, width: int) -> bool:
    """True where ``line`` goes on with the paragraph of the line before, which ends in the character ``last``."""
    indent = line.lead.rpartition("\n")[2]
    if size < width - 4 or "\n" in before.trail.replace("\r\n", "\n").rstrip(" \t\u3000\u00a0")[1:]:
        return False
    if len(indent) >= 2 and not before.lead.endswith(indent):
        return False
    if last not in PARAGRAPH_ENDS:
        return True
    return size >= width - 1 and line.marker is None


# --- line ends lost --------------------------------------------------------------------------------------------------

_RUN_OF_BLANKS: Final = re.compile(r"[ \u3000\u00a0]{2,}")
_INDENT: Final = re.compile(r"[\u3000\u00a0]{2}")
_INDENT_AFTER_STOP: Final = "   "
_INDENTED_STOPS: Final = frozenset("。；：:;")
_SITE: Final = re.compile(
    r"第[ ]?[一二三四五六七八九十百零〇\d]{1,6}[ ]?[编章节条](?=[ \u3000\u00a0])"
    r"|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|(?<![\d.])\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]"
)
_BEFORE: Final = frozenset(STOPS + "）)”》】…　 \u00a0")
_CITING: Final = frozenset("第条款项和、至或及与～-—")
_SHARE: Final = 0.5  # of a body's characters on one line before its line ends count as lost
_TITLE_HEAD: Final = re.compile(
    r"[\u4e00-\u9fff（）()《》〈〉“”、\d]{6,120}?(?:的)?(?:决定|通知|意见|办法|批复|通告|公告|函|方案|通报)(?=[\u4e00-\u9fff]{1,10}[〔\[（(【])"
)
_ADDRESSEE_MAX: Final = 240


def _has_lost_indent(text: str) -> bool:
    """True where a line could hold the indents of the paragraphs it was made from."""
    return "\u3000" in text or "\u00a0" in text or "   " in text


def _split_long(line: Line) -> list[Line]:
    """Split a long line at the indents of the paragraphs it was made from."""
    text = line.text
    runs = [match.span() for match in _RUN_OF_BLANKS.finditer(text)]
    return line.cut([start for start, end in runs if _is_lost_indent(text[start - 1], text[start:end])])


def _is_lost_indent(before: str, blanks: str) -> bool:
    """True for blanks that began a paragraph: two U+3000 or NBSP anywhere in them, or three blanks after a stop."""
    if before in _INDENTED_STOPS and blanks.startswith(_INDENT_AFTER_STOP):
        return True
    return _INDENT.search(blanks) is not None


def split_run_together(lines: list[Line], source: str) -> list[Line]:
    """Cut long lines at the indents of the paragraphs they were made from; a text's head too, where it is one line.

    Args:
        lines: a text's lines, in order.
        source: the text.
    """
    out: list[Line] = []
    for line in lines:
        text = line.text
        # A page may end with the whole document again on one line, for sharing; that stays one.
        if len(text) >= LONG_LINE and _has_lost_indent(text) and not is_echo(text, source, line.start):
            out += _split_long(line)
        else:
            out.append(line)
    if len(lines) == 1 and len(lines[0].text) >= LONG_LINE:
        out[:1] = _cut_head(out[0])
    return out


def split_at_numbers(lines: list[Line]) -> list[Line]:
    """Give a document that lost its line ends its outline back; other documents stay as they are.

    Args:
        lines: a body's lines, in order.

    Returns:
        The lines; where one of them holds most of the text, it is cut at the numbers that make series.
    """
    sizes = [len(line.text) for line in lines]
    longest, total = max(sizes, default=0), sum(sizes)
    if longest < LONG_LINE or longest <= (_SHARE if len(lines) <= 6 else 0.9) * total:
        return lines
    at = sizes.index(longest)
    return [*lines[:at], *_at_markers(lines[at]), *lines[at + 1 :]]


def _cut_head(line: Line) -> list[Line]:
    """Cut a title and a document number off the head of the text: …的决定国发〔2005〕39号各省….."""
    match = _TITLE_HEAD.match(line.text)
    number = DOC_NUMBER.match(line.text, match.end()) if match else None
    if match is None or number is None:
        return [line]
    return line.cut([match.end(), number.end()])


def cut_addressee(lines: list[Line]) -> list[Line]:
    """Cut the addressee off a first paragraph that it shares a line with: ``各区人民政府：为全面…``.

    Args:
        lines: a document's lines, in order.
    """
    if not lines:
        return lines
    text = lines[0].text
    if text[0] not in "各国省市区县州旗镇乡街本":
        return lines
    at = min((p for p in (text.find("：", 0, _ADDRESSEE_MAX), text.find(":", 0, _ADDRESSEE_MAX)) if p > 0), default=0)
    if at and at + 1 < len(text) and is_addressed(text[:at]):
        return [*lines[0].cut([at + 1]), *lines[1:]]
    return lines


_TITLE_MAX: Final = 40  # characters of a heading that stands under its number


def join_lone_numbers(lines: list[Line]) -> list[Line]:
    """Join a number alone on its line with the heading on the next: ``一、`` / ``总体情况``.

    Args:
        lines: a document's lines, in order.
    """
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else line
        if (
            len(line.text) <= _TITLE_MAX
            and line.marker is None
            and (marker := above.marker) is not None
            and marker.length == len(above.text) <= 8
            and marker.family is not BARE
            and "。" not in line.text
        ):
            above.text += above.trail + line.lead + line.text
            above.trail = line.trail
        else:
            out.append(line)
    return out


_ONES: Final = {
    HAN: ("一、",),
    HAN_PAREN: ("一）", "一)"),
    DIGIT: ("1.", "1、", "1．"),
    DIGIT_PAREN: ("1）", "1)"),
}


def cut_first_numbers(lines: list[Line]) -> list[Line]:
    """Cut a line before a 1 in its middle: ``改进情况：（一）…`` where (二) begins one of the next lines, and
    ``报告如下：一、总体情况`` by the name that rules prescribe.

    Args:
        lines: a document's lines, in order.
    """
    out: list[Line] = []
    for line in lines:
        marker = line.marker
        if marker is not None and marker.ordinal == 2 and marker.family in _ONES:
            _cut_above(out, marker.family)
        if "一、" in line.text[1:] and (at := _first_number(line.text, HAN, is_named=True)):
            head, line = line.cut([at])
            out.append(head)
        out.append(line)
    return out


_GAP: Final = 40  # characters near a number that are looked at
_FAR: Final = 12  # lines above a 2 among which its 1 is looked for


def _cut_above(lines: list[Line], family: Family) -> None:
    """Cut the last lines before the 1 of a family whose 2 comes next; a line that begins with one ends the search."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _FAR), -1):
        line = lines[index]
        marker = line.marker
        is_row = "\t" in line.text or "|" in line.text
        if (marker is not None and marker.family is family) or line.text[0] == "附" or is_row:
            return
        if any(one in line.text for one in _ONES[family]) and (at := _first_number(line.text, family)):
            if marker is None or marker.family.rank < family.rank:
                lines[index : index + 1] = line.cut([at])
            return


def _first_number(text: str, family: Family, is_named: bool = False) -> int:
    """Place in a line of the family's 1, right after a stop, with or without blanks; 0 where there is none.

    Args:
        text: the line's text.
        family: of the number.
        is_named: look only for one before a name that rules prescribe.
    """
    for match in _SITE.finditer(text, 1):
        at = match.start()
        marker = _site(text, at)
        if marker is None or marker.ordinal != 1 or marker.family is not family:
            continue
        near = text[max(0, at - _GAP) : at]
        before = near.rstrip(SPACES)
        is_behind_blank = len(before) < len(near) and family is HAN_PAREN  # 一、基本情况 （一）…
        is_asked = not is_named or section_name_end(text[at + marker.length :][:_GAP].lstrip(SPACES)) > 0
        if before and (before[-1] in STOPS or is_behind_blank) and is_asked:
            return at
    return 0


def _at_markers(line: Line) -> list[Line]:
    """Cut a line before each number that stands in a series."""
    cuts = _series(line.text)
    return line.cut(cuts) if len(cuts) >= 2 else [line]


def _series(text: str) -> list[int]:
    """Places of the numbers that begin a series or go on with one, in order."""
    sites = [
        (match.start(), marker) for match in _SITE.finditer(text) if (marker := _site(text, match.start())) is not None
    ]
    kept: list[int] = []
    last: dict[Family, int] = {}
    for (start, marker), follower in zip(sites, _followers(sites), strict=True):
        family = marker.family
        previous = last.get(family, 0)
        # A 1 counts where the next number of its family is 2.
        if follower != 2 if marker.ordinal == 1 else marker.ordinal != previous + 1:
            continue
        kept.append(start)
        last[family] = marker.ordinal
        for deeper in [other for other in last if other.rank > family.rank]:
            # （一）… goes on under the next 一、 or begins again; 1. always begins again.
            if deeper is not HAN_PAREN:
                del last[deeper]
    return kept


def _site(text: str, at: int) -> Marker | None:
    marker = match_marker(text, at)
    if marker is None:
        return None
    before = text[at - 1] if at else "。"
    if marker.family is HAN_PAREN or marker.family is DIGIT_PAREN:
        if before in _CITING or (marker.family is DIGIT_PAREN and before not in _BEFORE):
            return None
    elif before not in _BEFORE:
        # A prescribed name needs no stop before its number: …行政事业性收费三、收到和处理政府信息公开申请情况.
        is_prescribed = marker.family is HAN and section_name_end(text[at + marker.length :][:_GAP]) > 0
        return marker if is_prescribed else None
    return marker


def _followers(sites: list[tuple[int, Marker]]) -> list[int]:
    """For each number, the next one of its family; 0 where there is none."""
    out = []
    following: dict[Family, int] = {}
    for _, marker in reversed(sites):
        out.append(following.get(marker.family, 0))
        following[marker.family] = marker.ordinal
    return out[::-1]


# --- closings on one line --------------------------------------------------------------------------------------------


def split_closing_lines(lines: list[Line]) -> list[Line]:
    """Cut lines that hold a signature and more: 某局　2014年1月26日, 某局某局, or the end of a text run together."""
    out: list[Line] = []
    for line in lines:
        text = line.text
        if text[-1] in _SIGNED_ENDS and ("日" in text[-40:] or "号" in text[-4:]):
            out += _cut_signed(line)
        else:
            out.append(line)
    return out


_SIGNED_ENDS: Final = frozenset("日0123456789)）")  # of a date or its time, and of a note after it
_TAIL: Final = re.compile(r"[（(][^（()）]{2,30}[)）]$")


def _cut_signed(line: Line) -> list[Line]:
    """Cut ``…。国务院办公厅2020年7月15日（此件公开发布）`` into its parts; a line of another shape stays whole."""
    text = line.text
    note = _TAIL.search(text, max(0, len(text) - 34))
    end = note.start() if note else len(text)
    tail = text[max(0, end - 60) : end]
    dates = date_spans(tail)
    if not dates or tail[dates[-1][1] :].strip(SPACES):
        return [line]
    start = max(0, end - 60) + dates[-1][0]
    before = text[:start].rstrip(SPACES)
    if not before:
        return [line] if note is None else line.cut([end])
    sentence = max(before.rfind(stop) for stop in "。；！？.”）)") + 1
    name = before[sentence:].lstrip(SPACES)
    if not is_organ(name):
        return [line]
    return line.cut([before.rfind(name), start, end])


PAGE_REPAIRS: Final[tuple[Callable[[list[Line], str], list[Line]], ...]] = (split_run_together,)
"""What is done to all lines of a text, before its zones are known.  Each gets the text too."""
BODY_REPAIRS: Final[tuple[Callable[[list[Line]], list[Line]], ...]] = (
    cut_first_numbers,
    split_at_numbers,
    join_lone_numbers,
    cut_addressee,
    split_closing_lines,
)
"""What is done to the lines of a body, after wrapped paragraphs are joined."""
