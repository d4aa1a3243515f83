"""The document's own number (发文字号): GB/T 9704-2012, 7.2.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.enactment import first_act
from govreport.tree.evidence.places import Passage, metadata, whole
from govreport.tree.evidence.title import parted
from govreport.tree.evidence.weighing import Candidate
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Furniture, Title
from govreport.words.document_numbers import DOC_NUMBER, LOOSE_NUMBER, is_document_number
from govreport.words.patterns import late

if TYPE_CHECKING:
    from govreport.tree.report import Report

_BESIDE: Final = re.compile(r"\s{0,40}(?:$|签发人)")
"""What may stand on the line of a number behind it."""
_KIND_BEFORE: Final = late(r"(?:公告|通告|通知|文件|报告|意见|决定)(?=[\u4e00-\u9fff]{2})")
"""A kind of document that was glued to the number."""


def candidates(report: Report) -> Iterator[Candidate]:
    """Yield the numbers that may be the document's: on a line of its own, behind the title, in a law's history."""
    for leaf, passage in metadata(report, "doc_number"):
        match = LOOSE_NUMBER.search(passage.text)
        if match is not None:
            where = "metadata" if leaf.label else "line"
            number = _without_kind(passage.part(*match.span()))
            yield Candidate(number.value, number.span, where, weight("doc_number", where))
    for child in report.front.children:
        if isinstance(child, Furniture) and ("号" in child.words or "號" in child.words):
            yield from _beside_signer(whole(child))
        elif isinstance(child, Title):
            yield from _behind_title(whole(child))
    act = first_act(report)
    if act is not None and act.number is not None:
        yield Candidate(act.number.value, act.number.span, "enactment", weight("doc_number", "enactment"))


def _beside_signer(line: Passage) -> Iterator[Candidate]:
    """A number at the head of a line of the front: alone, or before 签发人."""
    text = line.text
    match = DOC_NUMBER.match(text)
    if match is not None and _BESIDE.match(text, match.end()):
        number = line.part(*match.span("number"))
        yield Candidate(number.value, number.span, "line", weight("doc_number", "line"))


def _behind_title(title: Passage) -> Iterator[Candidate]:
    """A number in brackets at the end of a title."""
    number = number_behind(title)
    if number is not None:
        yield Candidate(number.value, number.span, "title", weight("doc_number", "title"))


def number_behind(title: Passage) -> Passage | None:
    """Find the document's number, or an order's (国务院令第737号), that stands in brackets behind its title."""
    return next((piece for piece in parted(title)[1] if is_document_number(piece.text)), None)


def _without_kind(number: Passage) -> Passage:
    match = _KIND_BEFORE.match(number.text)
    return number if match is None else number.part(match.end(), len(number.raw))
