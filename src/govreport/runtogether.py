"""Text whose line ends are lost: ``……。二、主动公开……（一）……`` on one line, cut where a series says so."""

from __future__ import annotations

import re
from typing import Final

from govreport.furniture import DOC_NUMBER
from govreport.lines import LONG_LINE, STOPS, Line, has_lost_indent, is_echo, split_long
from govreport.markers import RANK, Marker, match_marker
from govreport.organs import is_addressed

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
        if len(text) >= LONG_LINE and has_lost_indent(text) and not is_echo(text, source, line.start):
            out += split_long(line)
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
            and marker.family != "bare"
            and "。" not in line.text
        ):
            above.text += above.trail + line.lead + line.text
            above.trail = line.trail
        else:
            out.append(line)
    return out


_ONES: Final = {
    "han": ("一、",),
    "han-paren": ("一）", "一)"),
    "digit": ("1.", "1、", "1．"),
    "digit-paren": ("1）", "1)"),
}


def cut_first_numbers(lines: list[Line]) -> list[Line]:
    """Cut a line before a 1 whose 2 begins the next line: ``改进情况：（一）…`` / ``（二）…``.

    Args:
        lines: a document's lines, in order.
    """
    out: list[Line] = []
    for line in lines:
        marker = line.marker
        if marker is not None and marker.ordinal == 2 and out and out[-1].marker is None and out[-1].text[0] != "附":
            above = out[-1].text
            at = _first_number(above, marker.family) if any(one in above for one in _ONES.get(marker.family, ())) else 0
            if at:
                out[-1:] = out[-1].cut([at])
        out.append(line)
    return out


def _first_number(text: str, family: str) -> int:
    """Place in a line of the family's 1, right after a stop; 0 where there is none."""
    for match in _SITE.finditer(text, 1):
        marker = _site(text, match.start())
        if marker is not None and marker.ordinal == 1 and marker.family == family and text[match.start() - 1] in STOPS:
            return match.start()
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
    last: dict[str, int] = {}
    for (start, marker), follower in zip(sites, _followers(sites), strict=True):
        family = marker.family
        previous = last.get(family, 0)
        # A 1 counts where the next number of its family is 2.
        if follower != 2 if marker.ordinal == 1 else marker.ordinal != previous + 1:
            continue
        kept.append(start)
        last[family] = marker.ordinal
        for deeper in [f for f in last if RANK[f] > RANK[family]]:
            # （一）… goes on under the next 一、 or begins again; 1. always begins again.
            if deeper != "han-paren":
                del last[deeper]
    return kept


def _site(text: str, at: int) -> Marker | None:
    marker = match_marker(text, at)
    if marker is None:
        return None
    before = text[at - 1] if at else "。"
    if marker.family in ("han-paren", "digit-paren"):
        if before in _CITING or (marker.family == "digit-paren" and before not in _BEFORE):
            return None
    elif before not in _BEFORE:
        return None
    return marker


def _followers(sites: list[tuple[int, Marker]]) -> list[int]:
    """For each number, the next one of its family; 0 where there is none."""
    out = []
    following: dict[str, int] = {}
    for _, marker in reversed(sites):
        out.append(following.get(marker.family, 0))
        following[marker.family] = marker.ordinal
    return out[::-1]
