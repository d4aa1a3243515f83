"""Table nodes → marks: the words and blank cells of a table in order, however it was flattened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from attrs import define

from govreport.statistics.values import bare, is_plain, is_run_together, is_value
from govreport.tree import nodes
from govreport.tree.nodes import Attachment, Branch, Furniture, Row, Section, Table
from govreport.tree.report import Report
from govreport.words.blanks import is_page_mark

_BARS: Final = ("|", "｜")
_END: Final = ("\t", "|", " |")
_SPACES: Final = " \u3000\u00a0"
_RULE: Final = re.compile(r":?-{3,}:?|:-{1,2}:?|-{1,2}:")  # what Markdown puts under a header
_RULES: Final = ("-", ":")
_WORD: Final = re.compile(r"\S+")
_WIDEST: Final = 100  # columns that a merged cell is taken to reach over at most
_TWO_NUMBERS: Final = re.compile(r"\d\s+\d")


Kind = Literal["words", "value", "blank", "covered"]


@define(slots=True, eq=False)
class Mark:
    """A word of a cell, or a cell without words.

    Attributes:
        text: the word, or the whole cell where that is one value; empty for a blank cell.
        start: its offset in the source, in characters; None where the report was built by hand.
        row: number of its row; a cell on a line of its own is a row.
        cell: number of its cell.
        whole: True where the row shows all cells of a row of the table, so that the next row does not go on with it.
        parted: True where bars or tabs part the cells, so that a blank one leaves a trace.
        kind: ``value`` for what a cell of numbers may hold, ``covered`` for a place that a merged cell reaches into.
        ended: True where a bar, a tab or the end of a whole row shows that the cell ends here.
    """

    text: str
    start: int | None
    row: int
    cell: int
    whole: bool
    parted: bool
    kind: Kind
    ended: bool = False


def tables(report: Report) -> Iterator[tuple[list[list[Table]], bool]]:
    """Yield the tables of each section, those together that nothing parts, and whether anything on the page follows."""
    pending: list[Branch] = [report.body]
    while pending:
        branch = pending.pop()
        pending += [child for child in reversed(branch.children) if isinstance(child, (Section, Attachment))]
        together: list[list[Table]] = []
        parted = True
        for child in branch.children:
            if isinstance(child, Table):
                if parted:
                    together.append([])
                together[-1].append(child)
                parted = False
            elif not isinstance(child, Furniture):  # a page number parts nothing
                parted = True
        if together:
            yield together, parted or bool(pending) or bool(report.back.children)


def grid(table: Table) -> list[list[nodes.Cell | None]]:
    """Lay a table out with its merged cells spread over all places they take.

    Returns:
        The rows: at each place its cell, None where a cell above or on the left reaches into it.
    """
    out: list[list[nodes.Cell | None]] = []
    hanging: dict[int, int] = {}  # column: how many rows a cell above still takes
    for row in table.children:
        cells = [cell for cell in row.children if isinstance(cell, nodes.Cell)] if isinstance(row, Row) else []
        places: list[nodes.Cell | None] = []
        if not hanging and not any(map(_is_merged, cells)):
            places += cells
            out.append(places)
            continue
        below: dict[int, int] = {}
        for cell in [*cells, None]:
            while len(places) in hanging:
                rows = hanging.pop(len(places))
                if rows > 1:
                    below[len(places)] = rows - 1
                places.append(None)
            if cell is not None:
                rows, columns = _spans(cell)
                if rows > 1:
                    below.update(dict.fromkeys(range(len(places), len(places) + columns), rows - 1))
                places += [cell, *[None] * (columns - 1)]
        hanging = below
        out.append(places)
    return out


def _is_merged(cell: nodes.Cell) -> bool:
    return cell.colspan != 1 or cell.rowspan != 1


def _spans(cell: nodes.Cell) -> tuple[int, int]:
    """How many rows and columns a cell takes."""
    return cell.rowspan, min(max(1, cell.colspan), _WIDEST)


def marks(together: list[Table]) -> list[Mark]:
    """Give the marks of some tables that follow one another without anything between."""
    rows = [places for table in together for places in grid(table)]
    reader = _Reader(_framed(rows))
    for places in rows:
        reader.row(places)
    return reader.marks


def _framed(rows: list[list[nodes.Cell | None]]) -> bool:
    """True where rows begin with a bar, which then begins no blank cell."""
    firsts = [row[0] for row in rows if len(row) > 1 and row[0] and row[0].lead]
    if not firsts:  # the usual case, fast
        return False
    firsts = [row[0] for row in rows if len(row) > 1 and row[0] and any(cell.raw for cell in row if cell)]
    return 2 * sum(cell.lead.lstrip(_SPACES)[:1] in _BARS for cell in firsts) > len(firsts)


class _Reader:
    """Reads rows one after the other; a cell may end with a bar on a later line."""

    def __init__(self, framed: bool) -> None:
        self.framed = framed
        self.marks: list[Mark] = []
        self.rows = 0
        self.cells = 0
        self.open = False  # a cell has begun that no bar has ended yet

    def row(self, places: list[nodes.Cell | None]) -> None:
        self.rows += 1
        own = [cell for cell in places if cell is not None]
        if len(own) == 1 and not own[0].words.isdigit() and is_page_mark(own[0].words.strip()):
            return
        if own and own[0].raw[:1] in _RULES and all(_RULE.fullmatch(cell.raw) for cell in own if cell.raw):
            return
        # Where merged cells are known, the cells are, too; what stands between them in a text made of them says less.
        gaps = own[0].lead + own[0].trail + own[-1].trail if len(own) == len(places) > 0 else ""
        if "\t" in gaps or "|" in gaps or "｜" in gaps:
            self._parted(own, "\t" in gaps)
        else:
            self._placed(places)

    def _parted(self, cells: list[nodes.Cell], tabs: bool) -> None:
        """A row whose cells bars or tabs end; the blank cells are told by these alone."""
        full = sum([bool(cell.raw) for cell in cells])
        whole = tabs or full > 1
        first = cells[0].lead.lstrip(_SPACES)
        if full and self.framed and first[:1] in _BARS:
            first, self.open = first[1:], False
        marks, row = self.marks, self.rows
        for at, cell in enumerate(cells):
            lead = cell.lead if at else first
            if lead:
                self._signs(lead, cell, whole)
            raw, trail = cell.words, cell.trail
            if raw.isdigit() and is_plain(raw):  # the usual cases, fast
                self.open = True
                marks.append(Mark(raw, cell.start, row, self.cells, whole, True, "value"))
            elif raw:
                self._words(cell, whole, parted=True)
            if trail in _END:
                if self.open:
                    marks[-1].ended = True
                    self.open = False
                    self.cells += 1
                else:
                    self._blank(cell.start, whole)
            elif trail != "\n":
                self._signs(trail, cell, whole)
        if tabs and not self.open:  # nothing stands between the last tab and the end of the row
            self._blank(None, whole)
        if whole:
            self._end()
            self.cells += 1
        if tabs:
            self.open = False

    def _signs(self, gap: str, cell: nodes.Cell, whole: bool) -> None:
        """Bars and tabs: each ends the cell before it, which is blank where nothing has begun one."""
        for sign in gap:
            if sign == "\t" or sign in _BARS:
                if self.open:
                    self._end()
                else:
                    self._blank(cell.start, whole)
                self.open = False
                self.cells += 1

    def _placed(self, places: list[nodes.Cell | None]) -> None:
        """A row of cells that nothing but their order parts: of HTML, of a word processor, numbers of a PDF."""
        whole = len(places) > 1
        for cell in places:
            if cell is None:
                self.marks.append(Mark("", None, self.rows, self.cells, whole, True, "covered"))
            elif cell.words.strip():
                self.cells += 1
                self._words(cell, whole, parted=False)
                if whole:
                    self._end()
            elif whole:
                self._blank(cell.start, whole)
        if whole:
            self.open = False

    def _end(self) -> None:
        if self.marks:
            self.marks[-1].ended = True

    def _blank(self, start: int | None, whole: bool) -> None:
        self.cells += 1
        self.marks.append(Mark("", start, self.rows, self.cells, whole, True, "blank", True))

    def _words(self, cell: nodes.Cell, whole: bool, *, parted: bool) -> None:
        raw = cell.words
        if raw.split() == [raw]:  # the usual case, fast
            words = [(raw, 0)]
        elif is_value(raw) and not _TWO_NUMBERS.search(raw):
            words = [(raw.strip(), len(raw) - len(raw.lstrip()))]
        else:
            words = list(_split(raw))
        line = len(words) > 1 and not parted  # a row of a PDF
        for text, at in words:
            self.open = True
            start = None if cell.start is None else cell.start + at
            kind: Kind = "value" if is_value(text) or is_run_together(text) else "words"
            self.marks.append(Mark(text, start, self.rows, self.cells, whole, parted, kind, line))


def _split(raw: str) -> Iterator[tuple[str, int]]:
    """The words of a cell with their places; a unit that stands apart goes to its number."""
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(raw)]
    at = 0
    while at < len(words):
        text, start, _ = words[at]
        if at + 1 < len(words) and bare(words[at + 1][0])[:1] in "元万亿千" and is_value(raw[start : words[at + 1][2]]):
            at += 1
            text = raw[start : words[at][2]]
        yield text, start
        at += 1
