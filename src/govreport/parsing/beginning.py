"""Where a document begins: what stands before it, and its first line.

Evidence, in order of weight: running text and numbered headings (the document); labels, breadcrumb, page tools (the
site); what stands between by its place.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from govreport.parsing.front_looks import can_be_value, front_kind, is_caption, takes_next
from govreport.parsing.hints import Hints
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import (
    is_addressee,
    is_prose,
    is_subtitle,
    is_written_date_line,
    is_yearly_title,
    names_above_text,
    opens_document,
    says_again,
)
from govreport.parsing.page_fields import named_title
from govreport.parsing.page_words import after_page_words
from govreport.parsing.site_looks import end_kind
from govreport.words.disclosure_labels import BEGINNINGS, opens_table
from govreport.words.document_kinds import ends_in_kind

_FRONT_MAX: Final = 400  # lines among which a document's beginning is looked for
_VALUE_LINES: Final = 3  # lines of the longest title in a metadata block
_SENTENCE_MIN: Final = 4  # characters of the shortest sentence: 同意设立。 has five
_TITLE_ABOVE: Final = 8  # lines above it among which a title stands
_SITE_SENTENCE_MAX: Final = 160  # characters of a sentence of the site above the document
_SITE_LINES: Final = 60  # lines below it among which the site goes on
_TITLE_MIN: Final = 6  # characters of a title over a publish line
_BELOW: Final = frozenset({"neighbour", "footer", "licence", "copyright"})  # what stands below a document, never above
_OPENS_TEXT: Final = ("现将", "现就", "根据", "按照", "依据", "为了", "本报告", "本年度", "本年报", "各")
"""Words with which documents open and sites do not."""
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
    kinds = _front_kinds(lines, *article_lines(lines, hints))
    if hints is not None and hints.head:
        kinds = ["widget" if line.start < hints.head else kind for line, kind in zip(lines, kinds, strict=False)]
    return Front(kinds, _front_end(lines, kinds))


def article_lines(lines: list[Line], hints: Hints | None) -> tuple[int, int]:
    """The lines of the element that holds the document, as ``(first, end)``; all where the markup does not tell."""
    if hints is None or hints.article is None:
        return 0, len(lines)
    first = bisect_left(lines, hints.article.start, key=lambda line: line.start)
    return first, bisect_left(lines, hints.article.end, first, key=lambda line: line.start)


def find_beginning(lines: list[Line], front: Front, titles: list[tuple[int, int]], hints: Hints | None = None) -> int:
    """Find a document's first line.

    Args:
        lines: the text's lines, in order.
        front: see `find_front`.
        titles: runs ``(first, end)`` of lines that hold the title, in the front; more than one where it is repeated.
        hints: what the markup says; None where there was none.

    Returns:
        Its index among the lines: 0, or the number of title lines, for text with no site before it.
    """
    before, _ = article_lines(lines, hints)
    if not titles:
        return max(_skip_names(lines, front), before)
    text = len(front.kinds)
    if text < len(lines) and is_addressee(lines[text].text):
        return text  # an addressee is the first thing a document says; what stands above it is the page's
    first = _skip_subtitles(lines, front.kinds, max(front.end, before, titles[-1][1]))
    title = "".join([line.text for line in lines[titles[-1][0] : titles[-1][1]]])
    while first < text and first + 1 < len(lines) and says_again(lines[first].text, title):
        first = _skip_subtitles(lines, front.kinds, first + 1)
    return after_page_words(lines, first, text, title) if first < text else first


def _front_kinds(lines: list[Line], first: int, end: int) -> list[FrontKind | None]:
    """What each line is by its look before the first that can only be the document's: text, 一、, a table of data.

    Args:
        lines: the text's lines, in order.
        first: index of the first line of the element that holds the document: running text above it is the site's.
        end: index after its last line.
    """
    kinds: list[FrontKind | None] = []
    for index, line in enumerate(lines[: min(first + _FRONT_MAX, end)]):
        text = line.text
        if index < first:
            kinds.append(front_kind(line) or ("widget" if is_prose(text) else None))
            continue
        if isinstance(line, GridLine) or (line.marker is not None and line.marker.family.opens_document):
            break
        if line.first in BEGINNINGS and opens_table(text, lines[index + 1].text if index + 1 < len(lines) else ""):
            break
        kind = front_kind(line)
        if kind in _NO_TEXT or (kind == "enactment" and (text[-1] != "。" or "会议上" in text)):
            kinds.append(kind)
        elif is_caption(text):
            kinds.append("widget")
        elif is_addressee(text) or opens_document(text):
            break
        elif is_prose(text) or _is_short_sentence(lines, kinds, index):
            if not _is_of_site(lines, index):
                break
            kinds.append("widget")
        else:
            kinds.append(kind)
    else:
        if len(kinds) < len(lines):
            return kinds[:first]
    _pair(lines, kinds)
    return kinds


def _pair(lines: list[Line], kinds: list[FrontKind | None]) -> None:
    """Mark the values that stand on the line after their label."""
    last = len(kinds) - 1
    named = ""  # the title, as a label gives it
    for index in range(last):
        if kinds[index] != "label":
            continue
        named = named_title(lines[index]) or named
        if kinds[index + 1] in ("label", "breadcrumb", "blank"):
            continue
        key = takes_next(lines[index])
        below = lines[index + 2].text if index + 1 < last else ""
        value = lines[index + 1].text
        if key is None or not can_be_value(key, lines[index + 1], below):
            continue
        if key == "title":
            end = _value_end(lines, kinds, index + 1)
            named = "".join([line.text for line in lines[index + 1 : end]])
            kinds[index + 1 : end] = ["value"] * (end - index - 1)
        elif named.startswith(value) and len(value) >= _TITLE_MIN:
            continue  # the title itself, in its place under a label without a value
        kinds[index + 1] = "value"


def _value_end(lines: list[Line], kinds: list[FrontKind | None], start: int) -> int:
    """Where a value over several lines ends: before the next label; after one line where none follows at once."""
    end = start + 1
    last = min(len(kinds), start + _VALUE_LINES)
    while end < last and kinds[end] is None and not lines[start].flat.startswith(lines[end].flat):
        end += 1
    return end if end < len(kinds) and kinds[end] == "label" else start + 1


def _is_short_sentence(lines: list[Line], kinds: list[FrontKind | None], index: int) -> bool:
    """True for a whole sentence, too short for running text elsewhere, somewhere below a line that reads as a title."""
    text = lines[index].text
    if text[-1] != "。" or len(text) < _SENTENCE_MIN or kinds[-1:] == ["breadcrumb"]:
        return False
    above = zip(lines[max(0, index - _TITLE_ABOVE) : index], kinds[max(0, index - _TITLE_ABOVE) :], strict=True)
    return any(kind is None and ends_in_kind(line.text) for line, kind in above)


def _is_of_site(lines: list[Line], index: int) -> bool:
    """True for a sentence of the site above the document: a slogan, a greeting, a notice bar.

    What shows it is below: a breadcrumb, a title over a publish line, the title of a yearly report; each before any
    other running text.
    """
    text = lines[index].text
    if len(text) > _SITE_SENTENCE_MAX or text.startswith(_OPENS_TEXT):
        return False
    found = False
    above = lines[index]
    for line in lines[index + 1 : index + 1 + _SITE_LINES]:
        kind = front_kind(line)
        if is_prose(line.text) or is_addressee(line.text) or line.marker is not None:
            titled = is_yearly_title(above.text) and not any(is_yearly_title(one.text) for one in lines[:index])
            return found or (titled and above is not lines[index])
        if is_written_date_line(line.text) or (kind is None and end_kind(line) in _BELOW):
            return found and kind is not None
        found = found or kind == "breadcrumb" or (kind == "label" and above is not lines[index] and _is_set_off(above))
        above = line
    return False


def _is_set_off(line: Line) -> bool:
    """True for a line that a publish line may stand under: long enough for a title, no site line itself."""
    return len(line.text) >= _TITLE_MIN and front_kind(line) is None


def _front_end(lines: list[Line], kinds: list[FrontKind | None]) -> int:
    """Index after the last line before the text that is plainly the site's or the page's."""
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] is not None:
            return index + 1
    return 0


def _skip_names(lines: list[Line], front: Front) -> int:
    """Index of the first line of a text without a title, after the names of bodies right above it."""
    index = front.end
    while index < len(front.kinds) and names_above_text(lines[index]):
        index += 1
    return index if index == len(front.kinds) < len(lines) else front.end


def _stands_under_title(line: Line) -> bool:
    """True for what stands under a title; （2）职责 is a number of the document, （本报告由…） says something of it."""
    return (
        line.marker is None and is_subtitle(line.text) and "本报告" not in line.text and "本年度报告" not in line.text
    )


def _skip_subtitles(lines: list[Line], kinds: list[FrontKind | None], index: int) -> int:
    """Index of the first line after the title's own appendages: a name that signs under it, a date, a byline."""
    while index < len(kinds) and (
        kinds[index] is not None or _stands_under_title(lines[index]) or names_above_text(lines[index])
    ):
        index += 1
    # The title's own words again, over its subtitle: 政府工作报告 / ——…会议上.
    if index + 1 < len(kinds) and ends_in_kind(lines[index].text) and is_subtitle(lines[index + 1].text):
        return _skip_subtitles(lines, kinds, index + 1)
    return index
