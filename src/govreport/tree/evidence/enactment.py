"""A law's history under its title: 2002年8月29日第九届全国人民代表大会常务委员会第二十九次会议通过."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from govreport.tree.evidence.places import Passage, first_paragraphs, under_title, whole
from govreport.tree.evidence.weighing import Span
from govreport.tree.history import Event, came_into_force, told_under_title
from govreport.tree.nodes import SignedDate, TextLeaf, leaves
from govreport.words.numerals import day_of, find_date
from govreport.words.patterns import late

if TYPE_CHECKING:
    from govreport.tree.report import Report

_LEAD: Final = 3  # characters before the date: a bracket, a blank
_ACT: Final = late(
    r"\s{0,4}(?P<by>(?:[\u4e00-\u9fff]\s{0,2}){0,40}?)"
    r"(?P<order>令\s?(?:第\s?[\d一二三四五六七八九十百〇零]{1,6}\s?号)?)?"
    r"(?P<act>通过|发布|公布|颁布)"
)
_SIGNS: Final = "过過布"
"""A character of 通过, 发布, 公布 and 颁布, in either script."""
_SITTING: Final = re.compile(r"第\s?[\d一二三四五六七八九十百]{1,5}\s?次(?:全体)?会议$")


class Act(NamedTuple):
    """One line of a law's history.

    Attributes:
        day: when it was adopted or published.
        day_span: where that stands in the source.
        by: the body that adopted or ordered it; None where the line names none.
        number: the order's number, with the name of the body: 劳动部令第4号; None where it was adopted.
    """

    day: datetime.date
    day_span: Span | None
    by: Passage | None
    number: Passage | None


def history(report: Report) -> list[Event]:
    """Read a document's history: under its title, and where its text says from when on it holds."""
    told = [leaf for leaf in under_title(report) if isinstance(leaf, TextLeaf) and not isinstance(leaf, SignedDate)]
    told += [leaf for leaf in first_paragraphs(report) if isinstance(leaf, TextLeaf)]
    events = list({(event.kind, event.date): event for event in reversed(told_under_title(told))}.values())[::-1]
    force = came_into_force(leaves(report.body))
    if force is not None and all(event.kind != "effective" for event in events):
        events.append(force)
    return events


def first_act(report: Report) -> Act | None:
    """Find the first adoption (通过) in a law's history, else the first publication."""
    found: Act | None = None
    for leaf in under_title(report):
        if not any(sign in leaf.words for sign in _SIGNS):
            continue
        passage = whole(leaf)
        date = find_date(passage.text)
        if date is None or date[0] > _LEAD or date[2] is None:
            continue
        match = _ACT.match(passage.text, date[1])
        if match is None:
            continue
        act = _read(passage, date[0], date[1], day_of(date[2]), match)
        if match["act"] == "通过":
            return act
        found = found or act
    return found


def _read(passage: Passage, start: int, end: int, day: datetime.date, match: re.Match[str]) -> Act:
    by, number = passage.part(*match.span("by")), None
    if match["order"]:
        number = passage.part(match.start("by"), match.end("order"))
    else:
        sitting = _SITTING.search(by.text)
        by = by.part(0, sitting.start()) if sitting is not None else by.part(0, 0)
    return Act(day, passage.part(start, end).span, by if by.raw else None, number)
