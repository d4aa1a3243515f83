"""Another page behind the first: a title over its publish line or its text, below a site's footer."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.looks import is_prose, is_title_like, is_yearly_title
from govreport.parsing.page_fields import begins_with_field, fields_on
from govreport.parsing.site_looks import end_kind
from govreport.words.document_kinds import ends_in_kind
from govreport.words.page_furniture import FOOTER_SIGNS

_PAGE_MIN: Final = 300  # characters of the shortest page behind a footer
_FOOTER: Final = frozenset({"licence", "copyright", "footer"})
_TITLE_MIN: Final = 8  # characters of the shortest title over a publish line
_BETWEEN: Final = 2  # lines under a title among which its publish line stands
_HEAD: Final = 12  # and among which its text begins


def second_page(lines: list[Line], body: int, source: str) -> int | None:
    """Find where another page begins behind the footer of the first.

    Args:
        lines: the text's lines, in order.
        body: index of the document's first line.
        source: the text.

    Returns:
        Offset of the second page's title, in characters; None where there is no second page.
    """
    start = lines[body].start if body < len(lines) else len(source)
    found = [at for sign in FOOTER_SIGNS if (at := source.find(sign, start)) >= 0]
    if not found or len(source) - min(found) < _PAGE_MIN:
        return None
    first = max(body + 1, bisect_left(lines, min(found), key=lambda line: line.end))
    if first >= len(lines) or end_kind(lines[first]) not in _FOOTER:
        return None
    for index in range(first + 1, len(lines) - 1):
        if _can_be_title(lines[index]) and _heads_text(lines, index):
            return lines[index].start
    return None


def _heads_text(lines: list[Line], index: int) -> bool:
    """True for a title with a publish line and a text below, or right over a text where its words say what it is."""
    below = lines[index + 1 : index + 1 + _HEAD]
    text = lines[index].text
    if any(map(_is_published, below[:_BETWEEN])):
        return any(is_prose(line.text) for line in below)
    named = is_yearly_title(text) or ("关于" in text and ends_in_kind(text))
    return named and any(is_prose(line.text) for line in below[:_BETWEEN])


def _is_published(line: Line) -> bool:
    """True for a line that begins with the time of publishing, or with fields among which it is."""
    if not begins_with_field(line):
        return False
    return any(field.key == "published" and field.value < len(line.text) for field in fields_on(line))


def _can_be_title(line: Line) -> bool:
    return len(line.text) >= _TITLE_MIN and is_title_like(line) and end_kind(line) == "plain"
