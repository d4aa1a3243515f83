"""Where a document begins: what stands before it, and its first line.

Evidence, in order of weight: running text and numbered headings (the document); labels, breadcrumb, page tools (the
site); what stands between by its place.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from govreport.parsing.hints import Hints
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import (
    can_be_value,
    front_kind,
    is_addressee,
    is_lone_label,
    is_prose,
    is_subtitle,
    names_above_text,
    opens_document,
)
from govreport.words.disclosure_labels import opens_table
from govreport.words.document_kinds import ends_in_kind

_FRONT_MAX: Final = 400  # lines among which a document's beginning is looked for
_NO_TEXT: Final = frozenset({"label", "breadcrumb", "date", "number", "blank"})


class Front(NamedTuple):
    """The lines before the first that can only be the document's.

    Attributes:
        kinds: what each of them is by its look.
        end: index after the last of them that is plainly the site's or the page's.
    """

    kinds: list[FrontKind | None]
    end: int


def find_front(lines: list[Line], hints: Hints | None = None) -> Front:
    """Tell what stands before a document.

    Args:
        lines: the text's lines, in order.
        hints: what the markup says; None where there was none.
    """
    kinds = _front_kinds(lines)
    if hints is not None and hints.head:
        kinds = ["widget" if line.start < hints.head else kind for line, kind in zip(lines, kinds, strict=False)]
    return Front(kinds, _front_end(lines, kinds))


def find_beginning(lines: list[Line], front: Front, titles: list[tuple[int, int]]) -> int:
    """Find a document's first line.

    Args:
        lines: the text's lines, in order.
        front: see `find_front`.
        titles: runs ``(first, end)`` of lines that hold the title, in the front; more than one where it is repeated.

    Returns:
        Its index among the lines: 0, or the number of title lines, for text with no site before it.
    """
    if not titles:
        return front.end
    text = len(front.kinds)
    if text < len(lines) and is_addressee(lines[text].text):
        return text  # an addressee is the first thing a document says; what stands above it is the page's
    return _skip_subtitles(lines, front.kinds, max(front.end, titles[-1][1]))


def _front_kinds(lines: list[Line]) -> list[FrontKind | None]:
    """What each line is by its look before the first that can only be the document's: text, 一、, an addressee."""
    kinds: list[FrontKind | None] = []
    for index, line in enumerate(lines[:_FRONT_MAX]):
        text = line.text
        if line.marker is not None and line.marker.family.opens_document:
            return kinds
        if opens_table(text, lines[index + 1].text if index + 1 < len(lines) else ""):
            return kinds
        kind = front_kind(line)
        if kind in _NO_TEXT or (kind == "enactment" and (text[-1] != "。" or "会议上" in text)):
            kinds.append(kind)
            continue
        if is_prose(text) or is_addressee(text) or opens_document(text):
            return kinds
        kinds.append(kind)
    return kinds if len(kinds) == len(lines) else []


def _front_end(lines: list[Line], kinds: list[FrontKind | None]) -> int:
    """Index after the last line before the text that is plainly the site's or the page's."""
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] is None:
            continue
        end = index + 1
        alone = kinds[index] == "label" and is_lone_label(lines[index].text)
        if alone and end < len(kinds) and can_be_value(lines[end], last=end + 1 == len(kinds)):
            end += 1
        return end
    return 0


def _skip_subtitles(lines: list[Line], kinds: list[FrontKind | None], index: int) -> int:
    """Index of the first line after the title's own appendages: a name that signs under it, a date, a byline."""
    while index < len(kinds) and (
        kinds[index] is not None or is_subtitle(lines[index].text) or names_above_text(lines[index])
    ):
        index += 1
    # The title's own words again, over its subtitle: 政府工作报告 / ——…会议上.
    if index + 1 < len(kinds) and ends_in_kind(lines[index].text) and is_subtitle(lines[index + 1].text):
        return _skip_subtitles(lines, kinds, index + 1)
    return index
