"""The title: where the page shows it, and where its metadata block or its head gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.corrections import latest
from govreport.tree.evidence.places import NOTHING, Passage, in_head, metadata, passage, whole
from govreport.tree.evidence.weighing import Candidate, Evidence, bare, weigh
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Title
from govreport.words.document_kinds import FOOTNOTE, ends_in_kind
from govreport.words.document_numbers import is_document_number
from govreport.words.numerals import date_span

if TYPE_CHECKING:
    from govreport.tree.report import Report

_LABEL: Final = re.compile(r"(?:标\s{0,9}题|名\s{0,9}称|信息名称|文件名称)\s{0,9}[:：|\s]\s{0,9}")
_OPENING: Final = re.compile(r"[（(〔\[【]")
_CLOSED: Final = "）)〕]】"
_PIECES_MAX: Final = 4  # things behind a title that are no part of it
_PIECE_MAX: Final = 60  # characters of a number or date behind a title, with its brackets
_FILE: Final = re.compile(r"\.(?:docx?|pdf|wps|txt|html?|ofd)$", re.IGNORECASE)
_FILE_MAX: Final = 5  # characters of a file's ending
_FOOTNOTE_ENDS: Final = "*]"
_HEAD_PARTS: Final = re.compile(r"[_|—]|\s-\s|--")
_LEAST: Final = 6  # characters of a title that tells what its document is on
_HEAD_MAX: Final = 300  # characters of it that are looked at


def read(report: Report) -> tuple[Evidence, Passage]:
    """Weigh what may be the title.

    Returns:
        What speaks for it on the page, and what it was read from, or what a reader says that it is: an empty passage
        where there is none.
    """
    found = list(passages(report))
    candidates = [Candidate(one.value, one.span, where, weight("title", where)) for where, one in found]
    title = weigh("title", candidates, agrees, len)
    correction = latest(report.corrections, "title") if report.corrections else None
    if correction is not None:
        return title, passage(correction.new, correction.start) if isinstance(correction.new, str) else NOTHING
    for candidate, (where, one) in zip(candidates, found, strict=True):
        if where == title.where and candidate.value == title.value:
            return title, one
    return title, NOTHING


def passages(report: Report) -> Iterator[tuple[str, Passage]]:
    """Yield each place that may say the title, with what stands there."""
    for child in report.front.children:
        if isinstance(child, Title):
            shown = without_appendages(whole(child))
            if not shown.value:
                continue
            told = len(shown.raw) >= _LEAST or not ends_in_kind(shown.text)
            yield "title" if told else "kind alone", shown
    for _, value in metadata(report, "title"):
        named = without_appendages(value)
        if named.value:
            yield "metadata", named
    if report.origin.meta:
        yield from _in_head(report)


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
    """True where two titles are the same, or one begins the other: the page may cut it short (关于做好防汛…)."""
    short, long = sorted((bare(one), bare(other)), key=len)
    cut = short.rstrip(".…")
    return short == long or (len(cut) >= _LEAST and long.startswith(cut))


def without_appendages(shown: Passage) -> Passage:
    """Give a title without the label before it, and without what stands behind it and is no part of it."""
    return parted(shown)[0]


def parted(shown: Passage) -> tuple[Passage, list[Passage]]:
    """Part a title from what stands behind it: the document's number, a date, a file's ending, a footnote's sign.

    Returns:
        The title, and each number or date behind it, without its brackets.
    """
    label = _LABEL.match(shown.text)
    if label is not None:
        shown = shown.part(label.end(), len(shown.raw))
    if shown.text.startswith("《") and shown.text.endswith("》") and shown.text.count("《") == 1:
        shown = shown.part(1, len(shown.raw) - 1)
    behind: list[Passage] = []
    for _ in range(_PIECES_MAX):
        sign = _last_sign(shown.text)
        start, piece = (sign.start(), None) if sign else _last_piece(shown)
        if not start:
            break
        if piece is not None:
            behind.append(piece)
        shown = shown.part(0, start)
    return shown, behind


def _last_sign(text: str) -> re.Match[str] | None:
    """A footnote's sign or a file's ending at a title's end."""
    if text[-1:] in _FOOTNOTE_ENDS:
        return FOOTNOTE.search(text)
    return _FILE.search(text) if "." in text[-_FILE_MAX:] else None


def _last_piece(shown: Passage) -> tuple[int, Passage | None]:
    """The number or date at a title's end, and where what is no part of the title begins; 0 where there is none."""
    text = shown.text
    from_ = max(0, len(text) - _PIECE_MAX)
    if text[-1:] in _CLOSED and text:
        for opening in _OPENING.finditer(text, from_):
            inner = shown.part(opening.end(), len(text) - 1)
            if is_document_number(inner.text) or date_span(inner.text) == (0, len(inner.text)):
                return opening.start(), inner
    elif text[-1:].isdecimal() or text[-1:] == "日":
        found = date_span(text, from_)
        if found is not None and found[1] == len(text) and _is_apart(text[: found[0]]):
            return found[0], shown.part(*found)
    return 0, None


def _is_apart(before: str) -> bool:
    """True where what stands behind a piece of a title is set apart: by a blank, or as the title is complete."""
    return before[-1:].isspace() or ends_in_kind(before)
