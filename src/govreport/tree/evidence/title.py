"""The title: where the page shows it, and where its metadata block or its head gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.places import NOTHING, Passage, in_head, metadata, passage, whole
from govreport.tree.evidence.weighing import Candidate, Evidence, bare
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Title
from govreport.words.blanks import SPACES
from govreport.words.document_kinds import FOOTNOTE, ends_in_kind
from govreport.words.document_numbers import DOC_NUMBER, ORDER_NUMBER
from govreport.words.numerals import date_span

if TYPE_CHECKING:
    from govreport.tree.report import Report

_LABEL: Final = re.compile(r"(?:标\s{0,9}题|名\s{0,9}称|信息名称|文件名称)\s{0,9}[:：|\s]\s{0,9}")
_OPEN: Final = "（(〔[【"
_CLOSED: Final = "）)〕]】"
_FILE: Final = re.compile(r"\.(?:docx?|pdf|wps|txt|html?|ofd)$", re.IGNORECASE)
_HEAD_PARTS: Final = re.compile(r"[_|—]|\s-\s|--")
_LEAST: Final = 6  # characters of a title that tells what its document is on
_HEAD_MAX: Final = 300  # characters of it that are looked at


def candidates(report: Report) -> Iterator[Candidate]:
    """Yield what may be the title, in the order of the source, the page's head last."""
    for where, found in passages(report):
        yield Candidate(found.value, found.span, where, weight("title", where))


def passages(report: Report) -> Iterator[tuple[str, Passage]]:
    """Yield each place that may say the title, with what stands there."""
    for child in report.front.children:
        if isinstance(child, Title):
            shown = without_appendages(whole(child))
            told = len(shown.raw) >= _LEAST or not ends_in_kind(shown.text)
            yield "title" if told else "kind alone", shown
    for _, value in metadata(report, "title"):
        named = without_appendages(value)
        if named.raw:
            yield "metadata", named
    if report.origin.meta:
        yield from _in_head(report)


def passage_of(report: Report, title: Evidence) -> Passage:
    """Give what a title was read from; an empty passage where there is none."""
    for where, found in passages(report):
        if where == title.where and found.span == title.span and found.value == title.value:
            return found
    return NOTHING


def _in_head(report: Report) -> Iterator[tuple[str, Passage]]:
    """What the head calls the document: ArticleTitle, and the first part of ``<title>`` that names its kind."""
    article = in_head(report, "ArticleTitle")
    if len(article) >= _LEAST:
        yield "head ArticleTitle", passage(article)
    for part in _HEAD_PARTS.split(in_head(report, "title")[:_HEAD_MAX]):
        if len(part.strip()) >= _LEAST and ends_in_kind(part.strip()):
            yield "head title", passage(part.strip())
            return


def agrees(one: str, other: str) -> bool:
    """True where two titles are the same, or one of them begins the other: the page may cut it short (关于做好防汛…)."""
    short, long = sorted((bare(one), bare(other)), key=len)
    cut = short.rstrip(".…")
    return short == long or (len(cut) >= _LEAST and long.startswith(cut))


def without_appendages(shown: Passage) -> Passage:
    """Give a title without the label before it, and without footnote sign, file ending, number or date behind it."""
    label = _LABEL.match(shown.text)
    if label is not None:
        shown = shown.part(label.end(), len(shown.raw))
    if shown.text.startswith("《") and shown.text.endswith("》") and shown.text.count("《") == 1:
        shown = shown.part(1, len(shown.raw) - 1)
    end = FOOTNOTE.search(shown.text) or _FILE.search(shown.text)
    if end is not None:
        shown = shown.part(0, end.start())
    bracket = bracket_behind(shown)
    return shown.part(0, bracket[0]) if bracket is not None else shown


def bracket_behind(shown: Passage) -> tuple[int, int] | None:
    """Find what a bracket at a title's end holds that is no part of it: the document's number, or a date.

    Returns:
        Where the bracket opens, and where it ends, in characters of the title; None where there is none such.
    """
    text = shown.text.rstrip(SPACES)
    if text[-1:] not in _CLOSED or not text:
        return None
    for match in re.finditer(f"[{re.escape(_OPEN)}]", text):
        inner = text[match.end() : -1].strip(SPACES)
        numbered = DOC_NUMBER.fullmatch(inner) or ORDER_NUMBER.fullmatch(inner)
        if match.start() and (numbered or date_span(inner) == (0, len(inner))):
            return match.start(), len(text)
    return None
