"""Pieces of text as a person sees them → one text, line by line, with the hints of the markup and the places in it."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from govreport.parsing.hints import Grid, Hints, LinkMark, Slot, TitleMark
from govreport.sources.page import BLANKS, PLAIN, CellText, Page, Place, Style
from govreport.tree.links import IMAGE, kind_of
from govreport.words.blanks import SPACES
from govreport.words.patterns import late

_COLLAPSIBLE: Final = re.compile(f"[{BLANKS}]+")
_WORD: Final = late(r"(?![一二三四五六七八九十百零])[\u3400-\u9fffA-Za-z]")
_BROKEN_LABEL: Final = 10  # characters of the longest part of a cell that is joined to the next without a blank
_CENTRED_FEW: Final = 3  # lines in the middle that say something
_CENTRED_SHARE: Final = 0.1  # of a text's lines up to which they do in a long one
_EMPHASIS_SHARE: Final = 0.5  # of a text's characters from which on emphasis says nothing

_Marks: TypeAlias = "list[Any]"
"""What has a place in the text, all of one kind: `Place` or `LinkMark`.  (mypyc takes no type variable of these.)"""


class PageText:
    """Takes pieces of text in reading order and gives the page.

    Attributes:
        lines: the lines that are done, without their ends.
        words: the offsets of their first visible characters, by which hints go.
        levels: the level, 1 to 6, of lines that are headings in HTML, by the offset of their words.
        centred: offsets of the words of lines that are set in the middle themselves, not all within a wider element.
        is_link: whether text that is added stands in a link.
        target: where that link leads; None where it stands in none that leads anywhere.
        ends_blank: whether a blank now would begin a line or follow another.
        linked: of each line that is done, how many of its characters stand in links.
        size: characters of the lines that are done, line ends included.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[int] = []
        self.levels: dict[int, int] = {}
        self.centred: list[int] = []
        self.is_link = False
        self.target: str | None = None
        self.linked: list[int] = []
        self.size = 0
        self.places: list[Place] = []
        self.hints = Hints()
        self._runs: list[tuple[str, Style]] = []
        self._linked = 0  # characters of the line so far that stand in links
        self._length = 0  # characters of the line so far
        self.ends_blank = True
        self._line_places: list[Place] = []
        self._line_links: list[LinkMark] = []
        self._emphasised = 0

    @property
    def begun(self) -> int:
        """Index of the line that text would be added to."""
        return len(self.lines)

    @property
    def ended(self) -> int:
        """Index after the last line that has text."""
        return len(self.lines) + (self._length > 0)

    def add_blank(self, style: Style = PLAIN) -> None:
        """Add a blank to the line, but where it would begin it or follow another."""
        if not self.ends_blank:
            self.ends_blank = True
            self.add_verbatim(" ", style)

    def add(self, text: str, style: Style = PLAIN, place: tuple[int, int] | None = None) -> None:
        """Add text to the line, runs of blanks and line ends as one blank.

        Args:
            text: the text.
            style: how it is set.
            place: where it stands in the file, from and to; None where that is not asked for.
        """
        text = _COLLAPSIBLE.sub(" ", text)
        if self.ends_blank and text[:1] == " ":
            text = text[1:]
        if text:
            self.ends_blank = text[-1] == " "
            self.add_verbatim(text, style, place)

    def add_verbatim(self, text: str, style: Style = PLAIN, place: tuple[int, int] | None = None) -> None:
        """Add text to the line as it is."""
        if not text:
            return
        if place is not None:
            self._line_places.append(Place(self._length, self._length + len(text), *place))
        self._runs.append((text, style))
        if self.target is not None:
            self._add_link(self.target, self._length + len(text))
        self._length += len(text)
        if self.is_link:
            self._linked += len(text)

    def add_cell(self, cell: CellText) -> None:
        """Add a table cell to the line, as text like any other; its places are not kept."""
        self._line_links += _shifted(cell.links, self._length)
        self.add_verbatim(cell.text)

    def add_picture(self, target: str, alt: str) -> None:
        """Note a picture, which the text does not show: where it is drawn, or where the next text begins.

        Args:
            target: its address.
            alt: what stands for it.
        """
        self._line_links.append(LinkMark(self._length, self._length, target, IMAGE, alt))

    def _add_link(self, target: str, end: int) -> None:
        """Let what is added, up to an offset of the line, be part of a link."""
        last = self._line_links[-1] if self._line_links else None
        if last is not None and last.end == self._length and last.target == target and last.kind != IMAGE:
            self._line_links[-1] = last._replace(end=end)
        else:
            self._line_links.append(LinkMark(self._length, end, target, kind_of(target)))

    def end_line(self, level: int = 0, centred: bool = False) -> None:
        """End the line; a line without a visible character is none.

        Args:
            level: of the heading that it is in, 1 to 6; 0 for none.
            centred: whether it is set in the middle.
        """
        self.ends_blank = True
        if not self._runs:
            return
        line = "".join([text for text, _ in self._runs]).rstrip(" ")
        words = line.lstrip(SPACES)
        if words:
            at = len(line) - len(words)
            if level:
                self.levels[self.size + at] = level
            if centred:
                self.centred.append(self.size + at)
            self._read_emphasis(at, line, bool(level))
            if self._line_places:
                self.places += _shifted(self._line_places, self.size)
                self._line_places = []
            if self._line_links:
                self.hints.links += _shifted(self._line_links, self.size)
                self._line_links = []
            self._append(line, at)
        else:
            # Pictures without a line of their own stand before the next.
            self._line_links = [one._replace(start=0, end=0) for one in self._line_links if one.kind == IMAGE]
            self._line_places = []
        self._runs, self._length, self._linked = [], 0, 0

    def add_rows(self, rows: list[list[CellText]], data: bool) -> None:
        """Add a table, a row a line, cells parted by tabs.

        Args:
            rows: its cells, some of them filled.
            data: whether it is a table of data; else its rows are lines like any other.
        """
        self.end_line()
        first = self.size
        slots: list[list[Slot]] = []
        for row in filter(None, rows):  # a row without cells has no line
            at = self.size
            slots.append([])
            for cell in row:
                if cell.places:
                    self.places += _shifted(cell.places, at)
                if cell.links:
                    self.hints.links += _shifted(cell.links, at)
                slots[-1].append(Slot(at, at + len(cell.text), cell.rowspan, cell.colspan))
                at += len(cell.text) + 1
            line = "\t".join([cell.text for cell in row])
            self._append(line, len(line) - len(line.lstrip(SPACES)))
        if data:
            self.hints.grids.append(Grid(first, self.size - 1, slots))

    def cell(self, rowspan: int = 1, colspan: int = 1) -> CellText:
        """Give everything so far as one table cell; lines that break a label (商业 / 企业) join without a blank."""
        self.end_line()
        text = ""
        moves: list[tuple[int, int, int]] = []
        for line, start in zip(self.lines, self.words, strict=True):
            words = line.strip(SPACES).replace("\t", " ")
            short = len(words) <= _BROKEN_LABEL and len(text) <= _BROKEN_LABEL
            gap = "" if not text or (short and not (text[-1].isascii() and words[0].isascii())) else " "
            moves.append((start, start + len(words), len(text) + len(gap) - start))
            text += gap + words
        links = _moved(self.hints.links, moves) + _shifted(self._line_links, len(text))
        return CellText(text, _moved(self.places, moves), rowspan, colspan, links)

    def page(self, meta: dict[str, str]) -> Page:
        """Give the page.

        Args:
            meta: what the file's head says.
        """
        self.end_line()
        if self._emphasised > _EMPHASIS_SHARE * self.size:
            self.hints.headings = set(self.levels)
        self.hints.levels = dict(self.levels)
        if len(self.centred) <= max(_CENTRED_FEW, _CENTRED_SHARE * len(self.lines)):
            self.hints.centred = set(self.centred)
            for start in self.centred:
                self.hints.titles.setdefault(start, TitleMark(start, named=False))
        if self.size:
            self.hints.links += _shifted(self._line_links, self.size - 1)
        return Page("".join([f"{line}\n" for line in self.lines]), self.hints, meta, self.places)

    def _append(self, line: str, words: int) -> None:
        self.lines.append(line)
        self.words.append(self.size + words)
        self.linked.append(self._linked)
        self.size += len(line) + 1

    def _read_emphasis(self, words: int, line: str, is_heading: bool) -> None:
        """Note where the emphasised words that a line begins with end, or that it has no others.

        Args:
            words: offset in the line of its first visible character.
            line: the line.
            is_heading: whether HTML calls it a heading.
        """
        lead: Style | None = None
        at = 0
        for text, style in self._runs:
            if _WORD.search(text):  # digits and punctuation are set in any way
                if lead is None:
                    lead = style
                elif style != lead:
                    break
            at += len(text)
        start = self.size + words
        if is_heading or (lead is not None and lead.bold and at >= len(line)):
            self.hints.headings.add(start)
            self._emphasised += len(line)
        elif lead is not None and at < len(line) and _is_stronger(lead, style):
            self.hints.ends[start] = self.size + len(line[:at].rstrip(SPACES))


def _shifted(marks: _Marks, shift: int) -> _Marks:
    return [mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in marks]


def _moved(marks: _Marks, moves: list[tuple[int, int, int]]) -> _Marks:
    """Marks where their pieces of text have gone.

    Args:
        marks: the marks, in order.
        moves: the pieces of text, in order: offset, offset of the end, how far it went.
    """
    moved: _Marks = []
    at = 0
    for start, end, shift in moves:
        while at < len(marks) and marks[at].start < end:
            mark = marks[at]
            if mark.start >= start:
                moved.append(mark._replace(start=mark.start + shift, end=min(mark.end, end) + shift))
            at += 1
    return moved


def _is_stronger(lead: Style, style: Style) -> bool:
    return lead.bold > style.bold or (lead.bold == style.bold and bool(lead.face) and lead.face != style.face)
