"""Where the site ends and the document begins, and where the site begins again.

Evidence, in order of weight: running text and numbered headings (the document); labels, breadcrumb, licence
numbers, page tools (the site); what stands between by its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from govreport.parsing.hints import Hints
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import (
    can_be_value,
    front_kind,
    is_addressee,
    is_echo,
    is_lone_label,
    is_prose,
    is_sentence,
    is_subtitle,
    is_written_date_line,
    names_above_text,
    opens_document,
)
from govreport.words.blanks import is_page_mark
from govreport.words.disclosure_labels import opens_table
from govreport.words.document_kinds import ends_in_kind
from govreport.words.page_furniture import STRONG, is_widget, opens_back

_FRONT_MAX: Final = 400  # lines among which a document's beginning is looked for
_OPENING_FAMILIES: Final = frozenset({"han", "han-paren", "chapter", "article", "book", "part"})
_NO_TEXT: Final = frozenset({"label", "breadcrumb", "date", "number", "blank"})


class Front(NamedTuple):
    """The lines before the first that can only be the document's.

    Attributes:
        kinds: what each of them is by its look.
        end: index after the last of them that is plainly the site's or the page's.
    """

    kinds: list[FrontKind | None]
    end: int


class Zones(NamedTuple):
    """The parts of a text, as indexes into its lines.

    Attributes:
        body: index of the body's first line.
        back: index of the back's first line; the number of lines where there is none.
    """

    body: int
    back: int


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


def find_zones(
    lines: list[Line], source: str, front: Front, titles: list[tuple[int, int]], hints: Hints | None = None
) -> Zones:
    """Divide a text.

    Args:
        lines: the text's lines, in order.
        source: the text.
        front: see `find_front`.
        titles: runs ``(first, end)`` of lines that hold the title, in the front; more than one where it is repeated.
        hints: what the markup says; None where there was none.

    Returns:
        The zones.  Text with no site around it has ``body == 0`` (or the number of title lines) and no back.
    """
    body = _body(lines, front, titles)
    back = _back(lines, body, source)
    if hints is not None and hints.foot is not None:
        back = max(body, min(back, bisect_left([line.start for line in lines], hints.foot)))
    return Zones(body, back)


# --- front -----------------------------------------------------------------------------------------------------------


def _front_kinds(lines: list[Line]) -> list[FrontKind | None]:
    """What each line is by its look before the first that can only be the document's: running text, 一、, an addressee."""
    kinds: list[FrontKind | None] = []
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


def _body(lines: list[Line], front: Front, titles: list[tuple[int, int]]) -> int:
    """Index of the body's first line."""
    if not titles:
        return front.end
    text = len(front.kinds)
    if text < len(lines) and is_addressee(lines[text].text):
        return text  # an addressee is the first thing a document says; what stands above it is the page's
    return _skip_subtitles(lines, front.kinds, max(front.end, titles[-1][1]))


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


# --- back ------------------------------------------------------------------------------------------------------------

_AFTER_SHARE: Final = 0.08  # of a document's running text that may follow the line where the back begins
_UNIT_WEIGHT: Final = 20  # characters of running text that a numbered line counts for beside its own
_DATE_WEIGHT: Final = 60  # and a date alone on its line
_LATEST_SHARE: Final = 0.5  # of a text's lines after which a strong sign begins the back, whatever follows
# A text for sharing gives the document's beginning again: so long at least, with so much running text after it at most.
_ECHO_MIN: Final = 200
_ECHO_MOST: Final = 2000
_STRONG_MAX: Final = 400  # characters of a line that a strong sign makes the footer's


def _back(lines: list[Line], body: int, source: str) -> int:
    """Index of the first line of the back: the first that looks like the site's and has next to no text after it."""
    total = len(lines)
    after = _text_after(lines, body, source)
    strong = _strong(lines, body, source)
    limit = _AFTER_SHARE * after[0]
    for index in range(body + 1 if body < total else body, total):
        rest = after[index - body]
        if index >= strong:
            if after[0] > 2 * rest or index > total * _LATEST_SHARE:
                return _back_up(lines, index, body)
        elif rest <= limit and opens_back(lines[index].text):
            return _back_up(lines, index, body)
    # A page number that closes the last page.
    while total > body + 1 and is_page_mark(lines[total - 1].text):
        total -= 1
    return total


def _text_after(lines: list[Line], body: int, source: str) -> list[int]:
    """For each line from the body's first, and for the end: how much of the document stands from there on, in characters."""
    weights = [0]
    after = 0
    for index in range(len(lines) - 1, body - 1, -1):
        line = lines[index]
        size = len(line.text)
        if line.marker is not None:
            after += size + _UNIT_WEIGHT
        elif is_sentence(line.text):
            if after > _ECHO_MOST or size <= _ECHO_MIN or index == body or not is_echo(line.text, source, line.start):
                after += size
        elif is_written_date_line(line.text):
            after += _DATE_WEIGHT
        weights.append(after)
    weights.reverse()
    return weights


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
    for sign, rarest in STRONG.items():
        at = source.find(rarest, start)  # a tenth of what finding the whole costs
        if at >= 0:
            at = source.find(sign, max(start, at - len(sign)))
        if at >= 0:
            places.append(at)
    for at in sorted(places):
        index = bisect_right(lines, at, key=lambda line: line.start) - 1
        if len(lines[index].text) < _STRONG_MAX:
            return index
    return len(lines)
