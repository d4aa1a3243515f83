"""Lines cut and joined: paragraphs broken over several lines, lines run together into one.

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
from govreport.words.blanks import is_page_mark
from govreport.words.organizations import is_addressed
from govreport.words.stops import PARAGRAPH_ENDS

# --- hard-wrapped paragraphs -----------------------------------------------------------------------------------------

_WRAP_SHARE = 0.6  # of a text's lines that must be broken in mid-sentence before it counts as hard-wrapped
_WRAP_MIN_LINES = 8
_WRAP_MAX = 60  # characters of the widest line of a hard-wrapped text
_WRAP_LINE_MAX = _WRAP_MAX * 1.6  # and of one that is not: a title, a table row


def wrap_width(lines: list[Line]) -> int:
    """The width a text was hard-wrapped at, in characters; 0 where it was not.

    A hard-wrapped text has most of its longer lines ending in mid-sentence, all about equally long.
    """
    for line in lines:
        if len(line.text) > _WRAP_LINE_MAX:
            return 0
    texts = [line for line in lines if not is_page_mark(line.text)]
    if len(texts) < _WRAP_MIN_LINES:
        return 0
    body = [len(line.text) + len(line.lead.rpartition("\n")[2]) for line in texts]
    widest = sorted(body)[int(len(body) * 0.9)]
    if not 16 <= widest <= _WRAP_MAX or max(body) > widest * 1.6:
        return 0
    full = [line.text for line, size in zip(texts, body, strict=True) if size >= widest - 6]
    broken = sum(1 for text in full if text[-1] not in PARAGRAPH_ENDS)
    return widest if broken >= 4 and broken >= _WRAP_SHARE * len(full) and len(full) * 4 >= len(body) else 0


def unwrap(lines: list[Line], width: int, kept: list[bool]) -> list[Line]:
    """Join the lines of each paragraph of a text that was hard-wrapped.

    Args:
        lines: the text's lines, in order.
        width: see `wrap_width`.
        kept: lines that stay as they are (table rows), one flag a line.

    Returns:
        Lines whose ``text`` may span several physical lines, page marks between them included.
    """
    joined: list[Line] = []
    parts: list[str] = []  # of the text of the last of them
    last_size = 0  # width of the last physical line joined
    marks: list[Line] = []  # page marks since then
    for line, keep in zip(lines, kept, strict=True):
        if is_page_mark(line.text) and not keep:
            marks.append(line)
            continue
        size = 0 if keep else len(line.text) + len(line.lead.rpartition("\n")[2])
        whole = joined[-1] if joined else None
        if whole and last_size and not keep and _continues(whole, parts[-1][-1], last_size, line, width):
            for part in [*marks, line]:
                parts += (whole.trail, part.lead, part.text)
                whole.trail = part.trail
        else:
            if whole:
                whole.text = "".join(parts)
            joined.extend(marks)
            joined.append(line if keep else Line(line.start, line.lead, line.text, line.trail))
            parts = [line.text]
        marks = []
        last_size = size
    if joined:
        joined[-1].text = "".join(parts)
    return joined + marks


def _continues(before: Line, last: str, size: int, line: Line, width: int) -> bool:
    """True where ``line`` goes on with the paragraph of the line before, which ends in the character ``last``."""
    indent = line.lead.rpartition("\n")[2]
    if size < width - 4 or "\n" in before.trail.replace("\r\n", "\n").rstrip(" \t\u3000\u00a0")[1:]:
        return False
    if len(indent) >= 2 and not before.lead.endswith(indent):
        return False
    if last not in PARAGRAPH_ENDS:
        return True
    return size >= width - 1 and line.marker is None


# --- line ends lost --------------------------------------------------------------------------------------------------

_RUN_OF_BLANKS: Final = re.compile(r"[ \u3000\u00a0]{2,}")
_INDENT: Final = re.compile(r"[\u3000\u00a0]{2}")
_INDENT_AFTER_STOP: Final = "   "
_INDENTED_STOPS: Final = frozenset("。；：:;")
_ADDRESSEE_MAX: Final = 240


def _has_lost_indent(text: str) -> bool:
    """True where a line could hold the indents of the paragraphs it was made from."""
    return "\u3000" in text or "\u00a0" in text or "   " in text


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
"""What is done to the lines of a body, once wrapped paragraphs are joined; next: `govreport.parsing.closing_lines`."""
