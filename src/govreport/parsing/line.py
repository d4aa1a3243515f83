"""Text → lines.

A `Line` is what the later steps see: one piece of text that stands by itself, with the white space around it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import regex

from govreport.parsing.hints import Grid
from govreport.parsing.kinds import EndKind
from govreport.words.blanks import SPACES, clean
from govreport.words.section_numbers import MARKER_STARTS, match_marker

# Blanks as R prints them where it cannot show them.
_ESCAPED_BLANK: Final = r"<U\+(?:00A0|3000|200[0-9A-F]|FEFF)>"
_ESCAPED_BLANKS: Final = re.compile(rf"(?:{_ESCAPED_BLANK}|\s)*")
# Read from the end of the line backwards, and nothing given back: a long line of blanks is gone through once.
_ESCAPED_BLANKS_AT_END: Final = regex.compile(rf"(?:\s*+{_ESCAPED_BLANK})++\Z", regex.REVERSE)
_HTML_BLANKS_AT_END: Final = regex.compile(r"(?:\s*+&(?:nbsp|sp|ensp|emsp|thinsp);?+)++\Z", regex.REVERSE)


class Field:
    """A field on a line, with offsets in characters from the start of its text.

    Attributes:
        start: where the label begins; where the value does, of a field without a label.
        label_end: where the label ends.
        value: where the value begins.
        key: what the field says; None for furniture between fields, which has no label either.
    """

    __slots__ = ("key", "label_end", "start", "value")

    def __init__(self, start: int, label_end: int, value: int, key: str | None) -> None:
        self.start = start
        self.label_end = label_end
        self.value = value
        self.key = key


class Line:
    """One line: ``lead + text + trail`` is its exact piece of the source.

    Attributes:
        start: offset of ``text`` in the source, in characters.
        lead: white space before the text.
        text: the text, from its first to its last visible character.
        trail: white space after it, with the line end and the blank lines that follow.
        first: the first character of the text; nearly every step asks for it, and to cut it out each time costs more.
        last: the last one.
        marker: the number it begins with, if any.
        look: what it is by its look (`govreport.parsing.site_looks.end_kind`), from when that was first asked.
        fields: the labels on it (`govreport.parsing.page_fields.fields_on`), from when they were first asked for.

    Raises:
        ValueError: there is no text.  Every step asks for a line's first and last character.
    """

    __slots__ = ("fields", "first", "last", "lead", "look", "marker", "start", "text", "trail")

    def __init__(self, start: int, lead: str, text: str, trail: str) -> None:
        if not text:
            raise ValueError(f"no text for a line at {start}")
        self.start = start
        self.lead = lead
        self.text = text
        self.trail = trail
        self.first = text[0]
        self.last = text[-1]
        # Digits alone, the cells of a table, are no marker.
        self.marker = match_marker(text) if self.first in MARKER_STARTS and not text.isdecimal() else None
        self.look: EndKind | None = None
        self.fields: list[Field] | None = None

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.text[:24]!r})"

    @property
    def end(self) -> int:
        """Offset of the end of ``text``."""
        return self.start + len(self.text)

    @property
    def flat(self) -> str:
        """``text`` without layout: see `govreport.words.blanks.clean`."""
        return clean(self.text)

    @property
    def indent(self) -> str:
        """The white space before ``text`` on its own physical line."""
        return self.lead.rpartition("\n")[2]

    def take(self, below: Line) -> None:
        """Join the next line to this one."""
        self.text += self.trail + below.lead + below.text
        self.trail = below.trail
        self.last = below.last
        self.look = self.fields = None

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


class GridLine(Line):
    """A table that the markup shows: all its rows as one line.

    Attributes:
        grid: where its cells are.
    """

    __slots__ = ("grid",)

    def __init__(self, start: int, lead: str, text: str, trail: str, grid: Grid) -> None:
        super().__init__(start, lead, text, trail)
        self.marker = None
        self.grid = grid


class TableLine(Line):
    """A label or the cells of a table whose lines ran together."""

    __slots__ = ()

    def __init__(self, start: int, lead: str, text: str, trail: str) -> None:
        super().__init__(start, lead, text, trail)
        self.marker = None


def with_grids(lines: list[Line], source: str, grids: list[Grid]) -> list[Line]:
    """Put each table that the markup shows on one line.

    Args:
        lines: a text's lines, in order.
        source: the text.
        grids: its tables, in order.
    """
    out: list[Line] = []
    at = 0
    for grid in grids:
        while at < len(lines) and lines[at].start < grid.start:
            out.append(lines[at])
            at += 1
        if out:  # blank rows at the table's head are not white space after the line above
            out[-1].trail = source[out[-1].end : grid.start]
        while at < len(lines) and lines[at].start < grid.end:
            at += 1
        following = lines[at].start - len(lines[at].lead) if at < len(lines) else len(source)
        lead = "" if out else source[: grid.start]
        out.append(GridLine(grid.start, lead, source[grid.start : grid.end], source[grid.end : following], grid))
    return out + lines[at:]


def split_lines(source: str) -> list[Line]:
    """Split a text into its lines that hold text; blank lines go to the trail of the line before."""
    lines: list[Line] = []
    offset = 0
    floor = 0  # where the last line's text ends
    for piece in source.splitlines(keepends=True):
        text = piece.lstrip()
        if text:
            whole = Line(offset + len(piece) - len(text), "", text.rstrip(), "")
            is_odd = whole.first in _ODD_STARTS or whole.last in _ODD_ENDS
            line = _without_odd(whole) if is_odd else whole
            if line is not None:
                if lines:
                    lines[-1].trail = source[floor:offset]
                    floor = offset
                if floor < line.start:
                    line.lead = source[floor : line.start]
                floor = line.start + len(line.text)
                lines.append(line)
        offset += len(piece)
    if lines:
        lines[-1].trail = source[floor:]
    return lines


_ODD_STARTS: Final = frozenset("\u200b\ufeff#<?")
_ODD_ENDS: Final = frozenset("\u200b\ufeff;>")
_LOST_BLANKS: Final = "??"


def _without_odd(line: Line) -> Line | None:
    """A line without what else counts as white space at its ends; None where nothing is left."""
    text = _lstrip_odd(line.text)
    start = line.start + len(line.text) - len(text)
    text = _rstrip_odd(text)
    return Line(start, "", text, "") if text else None


def _lstrip_odd(text: str) -> str:
    """Strip what else counts as white space before a line: zero-width characters, ``<U+00A0>``, ``??`` for an indent,
    a ``#`` that is all a text has of Markdown.
    """
    text = text.lstrip(SPACES)
    if "<U+" in text:
        text = text[_ESCAPED_BLANKS.match(text).end() :]  # type: ignore[union-attr]
    if text[:1] == "#":
        text = text.lstrip("#").lstrip(SPACES) or text
    if text.startswith(_LOST_BLANKS):  # an indent that a mirror could not show
        text = text.lstrip("?").lstrip(SPACES) or text
    return text


def _rstrip_odd(text: str) -> str:
    """Strip what else counts as white space after a line: zero-width characters, ``<U+00A0>``, ``&nbsp;``."""
    text = text.rstrip(SPACES)
    if text[-1:] == ">" and (blanks := _ESCAPED_BLANKS_AT_END.search(text)) is not None:
        text = text[: blanks.start()]
    if text[-1:] == ";" and (blanks := _HTML_BLANKS_AT_END.search(text)) is not None:
        text = text[: blanks.start()] or text
    return text
