"""A law's history as dated events: when it was adopted, approved, published, amended, and came into force."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define

from govreport.tree.leaf import Leaf
from govreport.words.numerals import date_spans, day_of, parse_date
from govreport.words.patterns import late
from govreport.words.reading_form import reading_form

Span = tuple[int, int]

ACTS: Final[dict[str, str]] = {
    "adopted": "通过",
    "approved": "批准 核准",
    "published": "公布 发布 颁布 印发 公告",
    "amended": "修正 修订 修改",
    "effective": "施行 实施 生效 执行",
    "repealed": "废止 失效",
}
"""What may happen to a law, each with the verbs that say so."""
_KIND: Final = {verb: kind for kind, verbs in ACTS.items() for verb in verbs.split()}
_ACT: Final = re.compile(rf"(?P<number>第[一二三四五六七八九十\d]{{1,3}}次)?(?P<verb>{'|'.join(_KIND)})")
_PASSED: Final = re.compile(r"《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80}){0,3}》")
"""The title of the decision by which a law is amended: 《关于修改…的决定》 says nothing of this law."""
_BODY: Final = late(
    r"(?:经|由)?(?P<body>[\u4e00-\u9fff]{2,40}?)"
    r"(?:第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?(?:次|号)|令(?:\s?第|$)|\d{4}年第|[〔\[（(]|《|$)"
)
_BEGINS: Final = re.compile(r"[\s（(　]{0,9}(?:根据|自|于|经)?[\s　]{0,3}$")
_SEGMENT_MAX: Final = 300  # characters from a date to the verb that says what happened then
_EFFECTIVE: Final = late(
    r"(?:本[\u4e00-\u9fff]{1,16}?|现予以?(?:公布|发布)[，,])自(?P<date>[^自。]{8,20}?)(?:零时)?起(?:正式)?"
    r"(?:施行|实施|执行|生效)(?!的|以来|后)"
)
"""How a document says from when on it holds; what it says of another is none of its history."""
_LINE_MAX: Final = 1500  # characters of a history; that of a law amended ten times has some 700


@define(frozen=True, slots=True)
class Event:
    """Something that happened to a law, or to another document.

    Attributes:
        kind: ``adopted``, ``approved``, ``published``, ``amended``, ``effective`` or ``repealed``.
        date: the day.
        body: who did it, as written; None where the text does not say.
        span: ``(start, end)`` of the words in the source, in characters; None in a leaf built by hand.
    """

    kind: str
    date: datetime.date
    body: str | None
    span: Span | None


def told_under_title(leaves: Iterable[Leaf]) -> list[Event]:
    """Read the events that lines under a title tell, in order.

    Args:
        leaves: lines such as （1995年3月18日第八届…通过　根据2009年8月27日…《…决定》第一次修正）.
    """
    return [event for leaf in leaves for event in _events(leaf)]


def came_into_force(leaves: Iterable[Leaf]) -> Event | None:
    """Find the day from which a document holds, where its text names one: 本办法自2020年5月1日起施行.

    Args:
        leaves: the document's, in order; the last that says so counts.
    """
    found = None
    for leaf in leaves:
        if "起" not in leaf.raw:
            continue
        for match in _EFFECTIVE.finditer(reading_form(leaf.raw)):
            date = parse_date(match["date"])
            if date is not None:
                found = Event("effective", day_of(date), None, _span(leaf, match.start(), match.end()))
    return found


def _events(leaf: Leaf) -> Iterator[Event]:
    text = reading_form(leaf.raw)
    dates = date_spans(text) if len(text) <= _LINE_MAX else []
    if not dates or _BEGINS.fullmatch(text[: dates[0][0]]) is None or ("。" in text and text[0] not in "（("):
        return
    decided = [match.span() for match in _PASSED.finditer(text)]
    dates = [date for date in dates if not any(start < date[0] < end for start, end in decided)]
    for index, (start, end) in enumerate(dates):
        limit = min(dates[index + 1][0] if index + 1 < len(dates) else len(text), end + _SEGMENT_MAX)
        said = _PASSED.sub(lambda match: "《" + "\0" * (len(match[0]) - 2) + "》", text[end:limit])
        date = parse_date(text[start:end])
        for act in _ACT.finditer(said):
            body = _body(text, end, end + act.start())
            kind = _KIND[act["verb"]]
            if date is not None and (body or kind != "published"):  # 2020-03-18 发布 is what a site says of its page
                yield Event(kind, day_of(date), body, _span(leaf, start, end + act.end()))


def _body(text: str, start: int, end: int) -> str | None:
    """The body that acted: what stands between date and verb, without sitting, order and decision."""
    match = _BODY.match("".join(text[start:end].split()))
    return match["body"] if match is not None else None


def _span(leaf: Leaf, start: int, end: int) -> Span | None:
    return None if leaf.start is None else (leaf.start + start, leaf.start + end)
