"""Text → lines: physical lines, paragraphs broken over several of them, and lines run together into one.

A `Line` is what the later steps see: one piece of text that stands by itself, with the white space around it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from govreport.markers import MARKER_STARTS, match_marker
from govreport.white_space import SPACES, clean, is_page_mark

STOPS = "。．.！!？?；;：:"
_PARAGRAPH_ENDS = frozenset("。！!？?；;：:…”）)】』")
# Blanks as R prints them where it cannot show them.
_ESCAPED_BLANK = r"<U\+(?:00A0|3000|200[0-9A-F]|FEFF)>"
_ESCAPED_BLANKS = re.compile(rf"(?:{_ESCAPED_BLANK}|\s)*")
_ESCAPED_BLANK_AT_END = re.compile(rf"\s*{_ESCAPED_BLANK}$")
_HTML_BLANK = re.compile(r"(?:\s*&(?:nbsp|sp|ensp|emsp|thinsp);?)+\s*$")
_RUN_OF_BLANKS = re.compile(r"[ \u3000\u00a0]{2,}")
_INDENT = re.compile(r"[\u3000\u00a0]{2}")
_INDENT_AFTER_STOP = "   "
_INDENTED_STOPS = frozenset("。；：:;")
LONG_LINE = 160
"""Characters from which a line may be several lines run together."""
_ECHO = 12  # characters by which a line is known again
_BEGINNING = 20_000  # characters of a page among which its text begins; to look at all would take time by the square
_WRAP_SHARE = 0.6  # of a text's lines that must be broken in mid-sentence before it counts as hard-wrapped
_WRAP_MIN_LINES = 8
_WRAP_MAX = 60  # characters of the widest line of a hard-wrapped text
_WRAP_LINE_MAX = _WRAP_MAX * 1.6  # and of one that is not: a title, a table row


class Line:
    """One line: ``lead + text + trail`` is its exact piece of the source.

    Attributes:
        start: offset of ``text`` in the source, in characters.
        lead: white space before the text.
        text: the text, from its first to its last visible character.
        trail: white space after it, with the line end and the blank lines that follow.
        marker: the number it begins with, if any.

    Raises:
        ValueError: there is no text.  Every step asks for a line's first and last character.
    """

    __slots__ = ("lead", "marker", "start", "text", "trail")

    def __init__(self, start: int, lead: str, text: str, trail: str) -> None:
        if not text:
            raise ValueError(f"no text for a line at {start}")
        self.start = start
        self.lead = lead
        self.text = text
        self.trail = trail
        self.marker = match_marker(text) if text[0] in MARKER_STARTS else None

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.text[:24]!r})"

    @property
    def end(self) -> int:
        """Offset of the end of ``text``."""
        return self.start + len(self.text)

    @property
    def flat(self) -> str:
        """``text`` without layout: see `govreport.white_space.clean`."""
        return clean(self.text)

    def cut(self, places: list[int]) -> list[Line]:
        """Cut the line into several; the white space around a cut goes to the trail of the part before it.

        Args:
            places: where to cut, in order, in characters from the start of ``text``.

        Returns:
            The parts that hold text: fewer than asked for where only white space stands between two places.
        """
        text = self.text
        parts: list[Line] = []
        floor = 0  # where the last part's text ends
        for at, following in pairwise([0, *places, len(text)]):
            words = text[at:following].lstrip(SPACES)
            if not words:
                continue
            start = following - len(words)
            words = words.rstrip(SPACES)
            if parts:
                parts[-1].trail = text[floor:start]
            parts.append(Line(self.start + start, "" if parts else self.lead + text[:start], words, ""))
            floor = start + len(words)
        if not parts:
            return [self]
        parts[-1].trail = text[floor:] + self.trail
        return parts


def split_lines(source: str) -> list[Line]:
    """Split a text into its lines that hold text; blank lines go to the trail of the line before."""
    lines: list[Line] = []
    line: Line | None = None
    offset = 0
    floor = 0  # where the last line's text ends
    for piece in source.splitlines(keepends=True):
        text = piece.strip()
        if text:
            start = offset if piece[0] == text[0] else offset + len(piece) - len(piece.lstrip())
            if text[0] in _ODD_STARTS or text[-1] in _ODD_ENDS:
                size = len(text)
                text = _lstrip_odd(text)
                start += size - len(text)
                text = _rstrip_odd(text)
        if text:
            if line is not None:
                line.trail = source[floor:offset]
                floor = offset
            line = Line(start, source[floor:start], text, "")
            lines.append(line)
            floor = start + len(text)
        offset += len(piece)
    if line is not None:
        line.trail = source[floor:]
    return lines


_ODD_STARTS = frozenset("\u200b\ufeff#<")
_ODD_ENDS = frozenset("\u200b\ufeff;>")


def _lstrip_odd(text: str) -> str:
    """Strip what else counts as white space before a line: zero-width characters, ``<U+00A0>``, a Markdown heading's
    marks.
    """
    text = text.lstrip(SPACES)
    if "<U+" in text:
        text = text[_ESCAPED_BLANKS.match(text).end() :]  # type: ignore[union-attr]
    if text[:1] == "#":
        text = text.lstrip("#").lstrip(SPACES) or text
    return text


def _rstrip_odd(text: str) -> str:
    """Strip what else counts as white space after a line: zero-width characters, ``<U+00A0>``, ``&nbsp;``."""
    text = text.rstrip(SPACES)
    while text[-1:] == ">" and (blank := _ESCAPED_BLANK_AT_END.search(text)) is not None:
        text = text[: blank.start()]
    if text[-1:] == ";" and (blank := _HTML_BLANK.search(text)) is not None:
        text = text[: blank.start()] or text
    return text


def is_echo(text: str, source: str, start: int) -> bool:
    """True where a line begins with words that stand at a page's beginning too, as a text for sharing does.

    Args:
        text: the line, not a short one.
        source: the page.
        start: offset of the line.
    """
    return source.find(text[:_ECHO], 0, min(start, _BEGINNING)) >= 0


def has_lost_indent(text: str) -> bool:
    """True where a line could hold the indents of the paragraphs it was made from."""
    return "\u3000" in text or "\u00a0" in text or "   " in text


def split_long(line: Line) -> list[Line]:
    """Split a long line at the indents of the paragraphs it was made from."""
    text = line.text
    runs = [match.span() for match in _RUN_OF_BLANKS.finditer(text)]
    return line.cut([start for start, end in runs if _is_lost_indent(text[start - 1], text[start:end])])


def _is_lost_indent(before: str, blanks: str) -> bool:
    """True for blanks that began a paragraph: two U+3000 or NBSP anywhere in them, or three blanks after a stop."""
    if before in _INDENTED_STOPS and blanks.startswith(_INDENT_AFTER_STOP):
        return True
    return _INDENT.search(blanks) is not None


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
    broken = sum(1 for text in full if text[-1] not in _PARAGRAPH_ENDS)
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
            joined.append(Line(line.start, line.lead, line.text, line.trail))
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
    if last not in _PARAGRAPH_ENDS:
        return True
    return size >= width - 1 and line.marker is None
