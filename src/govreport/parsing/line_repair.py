"""Lines that lost their ends, cut; broken ones are joined before (`govreport.parsing.joined`).

`PAGE_REPAIRS` and `BODY_REPAIRS` are the passes, in order.  Each gets lines and gives lines that tile the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import is_echo
from govreport.parsing.lost_edges import cut_edges
from govreport.parsing.lost_lines import LONG_LINE, cut_line, lost_line, split_at_numbers
from govreport.parsing.number_lines import cut_at_numbers, cut_page_numbers, join_cited_numbers, join_lone_numbers
from govreport.parsing.run_tables import split_run_tables
from govreport.words.organizations import is_addressed

# --- line ends lost --------------------------------------------------------------------------------------------------

_RUN_OF_BLANKS: Final = re.compile(r"[ \u3000\u00a0]{2,}")
_INDENT: Final = re.compile(r"[\u3000\u00a0]{2}")
_INDENT_AFTER_STOP: Final = "   "
_INDENTED_STOPS: Final = frozenset("。；：:;")
_ADDRESSEE_MAX: Final = 240


def _has_lost_indent(text: str) -> bool:
    """True where a line could hold the indents of the paragraphs it was made from."""
    return "\u3000" in text or "\u00a0" in text or (" " in text and _INDENT_AFTER_STOP in text)


def _split_long(line: Line) -> list[Line]:
    """Split a long line at the indents of the paragraphs it was made from."""
    text = line.text
    runs = [match.span() for match in _RUN_OF_BLANKS.finditer(text)]
    return line.cut([start for start, end in runs if _is_lost_indent(text[start - 1], text[start:end])])


def _is_lost_indent(before: str, blanks: str) -> bool:
    """True for blanks that began a paragraph: two U+3000 or NBSP anywhere in them, or three blanks after a stop."""
    if before in _INDENTED_STOPS and blanks.startswith(_INDENT_AFTER_STOP):
        return True
    return _INDENT.search(blanks) is not None


def split_run_together(lines: list[Line], source: str) -> list[Line]:
    """Cut long lines at the indents of the paragraphs they were made from; a text's head too, where it is one line.

    Args:
        lines: a text's lines, in order.
        source: the text.
    """
    for line in lines:
        if len(line.text) >= LONG_LINE and _has_lost_indent(line.text):
            break
    else:
        return lines
    out: list[Line] = []
    for line in lines:
        text = line.text
        if isinstance(line, GridLine):  # blanks in its cells space out their letters
            out.append(line)
        # A page may end with the whole document again on one line, for sharing; that stays one.
        elif len(text) >= LONG_LINE and _has_lost_indent(text) and not is_echo(text, source, line.start):
            out += _split_long(line)
        else:
            out.append(line)
    return out


def cut_addressee(lines: list[Line]) -> list[Line]:
    """Cut the addressee off a first paragraph that it shares a line with: ``各区人民政府：为全面…``.

    Args:
        lines: a document's lines, in order.
    """
    if not lines:
        return lines
    text = lines[0].text
    at = min((p for p in (text.find("：", 0, _ADDRESSEE_MAX), text.find(":", 0, _ADDRESSEE_MAX)) if p > 0), default=0)
    if at and at + 1 < len(text) and is_addressed(text[:at]):
        return [*lines[0].cut([at + 1]), *lines[1:]]
    return lines


def split_lost_lines(lines: list[Line], source: str) -> list[Line]:
    """Give a page that lost its line ends its lines back; other pages stay as they are.

    Args:
        lines: a text's lines, in order.
        source: the text.
    """
    at = lost_line(lines)
    if at is None:
        return lines
    parts = cut_edges(cut_line(lines[at]))
    if _has_lost_indent(lines[at].text):
        parts = [piece for part in parts for piece in _split_indented(part)]
    return [*lines[:at], *parts, *lines[at + 1 :]]


_INDENTED_MIN: Final = 16  # characters of the shortest paragraph behind an indent in a short line


def _split_indented(line: Line) -> list[Line]:
    """Split a part of a line at the indents of paragraphs; a long one is left to `split_run_together`."""
    text = line.text
    if len(text) >= LONG_LINE:
        return [line]
    runs = [match.span() for match in _RUN_OF_BLANKS.finditer(text)]
    return line.cut(
        [
            start
            for start, end in runs
            if len(text) - end >= _INDENTED_MIN and _is_lost_indent(text[start - 1], text[start:end])
        ]
    )


PAGE_REPAIRS: Final[tuple[Callable[[list[Line], str], list[Line]], ...]] = (split_lost_lines, split_run_together)
"""What is done to all lines of a text, before its zones are known.  Each gets the text too."""
BODY_REPAIRS: Final[tuple[Callable[[list[Line]], list[Line]], ...]] = (
    split_at_numbers,
    split_run_tables,
    cut_page_numbers,
    join_cited_numbers,
    cut_at_numbers,
    join_lone_numbers,
    cut_addressee,
)
"""What is done to the lines of a body, in order; next: `govreport.parsing.closing_lines`."""
