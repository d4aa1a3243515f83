"""When the page was published, and the date that the document bears."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.enactment import first_act
from govreport.tree.evidence.places import Passage, in_head, metadata, own_leaves, under_title, whole
from govreport.tree.evidence.title import parted
from govreport.tree.evidence.weighing import Candidate
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import SignedDate, Title
from govreport.words.numerals import day_of, find_date, parse_date

if TYPE_CHECKING:
    from govreport.tree.report import Report

_PLACE_OF: Final = {"published": "metadata", "issued": "metadata issued"}
_SESSION: Final = "会會在—－-–"
"""A character of 会议, or of 在…, in either script; a dash leads up to where and when a report was given."""
_DASHES: Final = "—－-–"


def published(report: Report) -> Iterator[Candidate]:
    """Yield when the page may have been published: its publish line, its metadata block, behind its title, its head."""
    shown = False
    for leaf, passage in metadata(report, "published", "issued"):
        value, part = _date_in(passage)
        if value is not None and leaf.key is not None:
            where = _PLACE_OF[leaf.key]
            shown = True
            yield Candidate(value, part.span, where, weight("published", where))
    for child in report.front.children:
        if isinstance(child, Title):
            for piece in parted(whole(child))[1]:
                value, part = _date_in(piece)
                if value is not None:
                    shown = True
                    yield Candidate(value, part.span, "title", weight("published", "title"))
    head = parse_date(in_head(report, "PubDate"))
    if head is not None:
        where = "head PubDate" if not shown else "head PubDate beside another"
        yield Candidate(head, None, where, weight("published", where))


def _date_in(passage: Passage) -> tuple[datetime.date | None, Passage]:
    """The first date of a passage, where it exists, and the piece of the passage that gives it."""
    found = find_date(passage.text)
    return (None, passage) if found is None else (found[2], passage.part(found[0], found[1]))


def same_time(one: datetime.date, other: datetime.date) -> bool:
    """True where two times are the same, one of them perhaps without the time of day."""
    if isinstance(one, datetime.datetime) and isinstance(other, datetime.datetime):
        return one.replace(second=0) == other.replace(second=0)
    return day_of(one) == day_of(other)


def detail(value: datetime.date) -> int:
    """How much a time says: of a day with the time of day, more."""
    return isinstance(value, datetime.datetime)


def date(report: Report) -> Iterator[Candidate]:
    """Yield the dates that the document may bear: at its signature, 成文日期, in a law's history, of a session."""
    signed = [leaf for leaf in own_leaves(report) if isinstance(leaf, SignedDate)]
    for count, leaf in enumerate(signed):
        where = "signed" if not count else "signed again"
        if leaf.date is not None:
            yield Candidate(leaf.date, whole(leaf).span, where, weight("date", where))
    for _, passage in metadata(report, "dated"):
        value, part = _date_in(passage)
        if value is not None:
            yield Candidate(day_of(value), part.span, "metadata", weight("date", "metadata"))
    act = first_act(report)
    if act is not None:
        yield Candidate(act.day, act.day_span, "enactment", weight("date", "enactment"))
    yield from _of_session(report)


def _of_session(report: Report) -> Iterator[Candidate]:
    """The day under a title on which a report was given, or of the meeting that adopted it."""
    for leaf in under_title(report):
        if not any(sign in leaf.words for sign in _SESSION):
            continue
        passage = whole(leaf)
        text = passage.text
        found = find_date(text)
        if found is None:
            continue
        start, end, value = found
        if value is None:
            continue
        if "会议" in text or text[0] in _DASHES or text[end : end + 1] == "在":
            yield Candidate(day_of(value), passage.part(start, end).span, "session", weight("date", "session"))
            return
