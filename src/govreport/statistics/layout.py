"""Table nodes → marks: the words and blank cells of a table in order, however it was flattened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from attrs import define

from govreport import nodes
from govreport.nodes import PAGE_MARK, Row, Table
from govreport.statistics.values import bare, is_value

_BARS: Final = ("|", "｜")
_SPACES: Final = " \u3000\u00a0"
_RULE: Final = re.compile(r":?-{3,}:?|:-{1,2}:?|-{1,2}:")  # what Markdown puts under a header
_WORD: Final = re.compile(r"\S+")
_TWO_NUMBERS: Final = re.compile(r"\d\s+\d")


@define(slots=True)
class Mark:
    """A word of a cell, or a cell without words.

    Attributes:
        text: the word, or the whole cell where that is one value; empty for a blank cell.
        start: its offset in the source, in characters; None where the report was built by hand.
        row: number of its row; a cell on a line of its own is a row.
        cell: number of its cell.
        whole: True where its row shows all cells of the table's row, so that what follows in the next does not belong to it.
        parted: True where bars or tabs part the cells, so that a blank one leaves a trace.
        covered: True for a place that a merged cell reaches into.
    """

    text: str
    start: int | None
    row: int
    cell: int
    whole: bool
    parted: bool
    covered: bool = False


def grid(table: Table) -> list[list[tuple[nodes.Cell, bool]]]:
    """Lay a table out with its merged cells spread over all places they take.

    Returns:
        The rows: at each place the cell, and whether it only reaches into it from the place above or on the left.
    """
    out: list[list[tuple[nodes.Cell, bool]]] = []
    hanging: dict[
        int, tuple[nodes.Cell, int]
    ] = {}  # column: a cell of the rows above, and how many rows it still takes
    for row in table.children:
        cells = [cell for cell in row.children if isinstance(cell, nodes.Cell)] if isinstance(row, Row) else []
        places: list[tuple[nodes.Cell, bool]] = []
        below: dict[int, tuple[nodes.Cell, int]] = {}
        for cell in [*cells, None]:
            while len(places) in hanging:
                above, rows = hanging.pop(len(places))
                if rows > 1:
                    below[len(places)] = (above, rows - 1)
                places.append((above, True))
            if cell is not None:
                rows = max(1, getattr(cell, "rowspan", 1))
                for at in range(max(1, getattr(cell, "colspan", 1))):
                    if rows > 1:
                        below[len(places)] = (cell, rows - 1)
                    places.append((cell, at > 0))
        hanging = below
        out.append(places)
    return out


def marks(tables: list[Table]) -> Iterator[Mark]:
    """Yield the marks of some tables that follow one another without anything between."""
    rows = [places for table in tables for places in grid(table)]
    reader = _Reader(_framed(rows))
    for places in rows:
        yield from reader.row(places)


def _framed(rows: list[list[tuple[nodes.Cell, bool]]]) -> bool:
    """True where rows begin with a bar, which then begins no blank cell."""
    firsts = [row[0][0] for row in rows if len(row) > 1 and any(cell.raw for cell, _ in row)]
    return 2 * sum(cell.lead.lstrip(_SPACES)[:1] in _BARS for cell in firsts) > len(firsts)


class _Reader:
    """Reads rows one after the other; a cell may end with a bar on a later line."""

    def __init__(self, framed: bool) -> None:
        self.framed = framed
        self.rows = 0
        self.cells = 0
        self.open = False  # a cell has begun that no bar has ended yet

    def row(self, places: list[tuple[nodes.Cell, bool]]) -> Iterator[Mark]:
        self.rows += 1
        own = [cell for cell, covered in places if not covered]
        texts = [cell.raw for cell in own]
        if len(own) == 1 and PAGE_MARK.fullmatch(texts[0].strip()):
            return
        if any(texts) and all(_RULE.fullmatch(text.strip()) for text in texts if text) and "-" in "".join(texts):
            return
        gaps = "".join(chain.from_iterable((cell.lead, cell.trail) for cell in own))
        if "\t" in gaps or any(bar in gaps for bar in _BARS):
            yield from self._parted(own, "\t" in gaps)
        else:
            yield from self._placed(places)

    def _parted(self, cells: list[nodes.Cell], tabs: bool) -> Iterator[Mark]:
        """A row whose cells bars or tabs end; the blank cells are told by these alone."""
        full = sum(bool(cell.raw) for cell in cells)
        whole = tabs or full > 1
        for at, cell in enumerate(cells):
            lead = cell.lead.lstrip(_SPACES)
            if at == 0 and full and self.framed and not self.open and lead[:1] in _BARS:
                lead = lead[1:]
            yield from self._ends(lead, cell, whole)
            yield from self._words(cell, whole, True)
            yield from self._ends(cell.trail, cell, whole)
        if tabs:
            if not self.open:  # nothing stands between the last tab and the end of the row
                yield self._blank(None, whole)
            self.open = False

    def _ends(self, gap: str, cell: nodes.Cell, whole: bool) -> Iterator[Mark]:
        for sign in gap:
            if sign == "\t" or sign in _BARS:
                if not self.open:
                    yield self._blank(cell.start, whole)
                self.open = False
                self.cells += 1

    def _placed(self, places: list[tuple[nodes.Cell, bool]]) -> Iterator[Mark]:
        """A row of cells that nothing but their order parts: of HTML, of a word processor, numbers of a PDF."""
        whole = len(places) > 1
        for cell, covered in places:
            if covered:
                yield Mark("", cell.start, self.rows, self.cells, whole, True, covered=True)
            elif cell.raw.strip():
                self.cells += 1
                yield from self._words(cell, whole, False)
            elif whole:
                yield self._blank(cell.start, whole)
        if whole:
            self.open = False

    def _blank(self, start: int | None, whole: bool) -> Mark:
        self.cells += 1
        return Mark("", start, self.rows, self.cells, whole, True)

    def _words(self, cell: nodes.Cell, whole: bool, parted: bool) -> Iterator[Mark]:
        raw = cell.raw
        if not raw.strip():
            return
        self.open = True
        whole_value = is_value(raw) and not _TWO_NUMBERS.search(raw)
        pieces = [(raw.strip(), raw.index(raw.strip()))] if whole_value else _split(raw)
        for text, at in pieces:
            yield Mark(text, None if cell.start is None else cell.start + at, self.rows, self.cells, whole, parted)


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
