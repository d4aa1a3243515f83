"""A report in chunks for search and for language models: none crosses a section, each says where it stands."""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from attrs import asdict, evolve, frozen

from govreport.serialize import to_text
from govreport.serialize.blocks import Block, Place, blocks
from govreport.serialize.grids import header_rows, line, words_of
from govreport.statistics.in_words import InWords, rows_in_words
from govreport.statistics.reading import read
from govreport.tree.nodes import Heading, Signature, SignedDate, Table, Title
from govreport.tree.report import Report
from govreport.words.blanks import clean
from govreport.words.disclosure_labels import is_label
from govreport.words.numerals import day_of

MAX_CHARS: Final = 800
"""Characters of a chunk unless told: what common embedding models read of Chinese text, 512 tokens, with headings."""

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)\"]{0,3}|\Z)")
_CLAUSE: Final = re.compile(r"[^，,、：:\t ]*(?:[，,、：:\t ]+|\Z)")
_LEFT_OUT: Final = (Title, Signature, SignedDate)  # every chunk says these: title, issuer, date


@frozen
class Chunk:
    """A piece of a document.

    Attributes:
        text: its text, clean; a section's first chunk begins with its heading.
        start: offset in the source (`govreport.to_text`), in characters; None in a report built by hand.
        end: offset of its end.
        path: numbers of its section, ``2.1``; empty outside of any.
        headings: the headings around it, from the outermost to its section's own.
        title: `Report.title`.
        issuer: `Report.issuer`.
        year: `Report.year`.
        date: `Report.date`, else the day of `Report.published`.
    """

    text: str
    start: int | None
    end: int | None
    path: str
    headings: tuple[str, ...]
    title: str | None
    issuer: str | None
    year: int | None
    date: datetime.date | None

    @property
    def metadata(self) -> dict[str, Any]:
        """Everything but the text, as plain data: what vector stores keep beside a text."""
        data = asdict(self, filter=lambda attribute, value: attribute.name != "text" and value is not None)
        return {**data, "headings": list(self.headings), **({"date": self.date.isoformat()} if self.date else {})}


@frozen
class _Piece:
    text: str
    start: int | None
    end: int | None
    header: str = ""  # what a chunk that begins with the piece says first: the header of the table that it is of


def chunks(report: Report, max_chars: int = MAX_CHARS) -> list[Chunk]:
    """Cut a report into chunks.

    Paragraphs and tables of one section are put together as far as there is room.  A longer one is cut at the ends of
    sentences, a longer sentence at commas, a longer clause anywhere; a table between its rows first, and each further
    chunk of it begins with its header.  The statutory tables are statements, a number each with its column and row
    (`govreport.statistics.in_words`).  What the page says around the document is left out, as are title, signature and
    date, which every chunk has beside its text.

    Args:
        report: any report.
        max_chars: characters of a chunk's text at most.

    Returns:
        The chunks, in source order.  ``to_text(report)[chunk.start:chunk.end]`` is what each says as the source has
        it.

    Raises:
        ValueError: ``max_chars`` is not above 0.
    """
    if max_chars < 1:
        raise ValueError("max_chars is 1 or more")
    source = to_text(report)
    published = report.published
    day = day_of(published) if published else None
    about = {"title": report.title, "issuer": report.issuer, "year": report.year, "date": report.date or day}
    told = _Statutory(report)
    wanted = (block for block in blocks(report) if not isinstance(block.node, _LEFT_OUT))
    found = []
    for place, together in groupby(wanted, key=lambda block: block.place):
        if not place.empty:
            for piece in _packed(together, source, max_chars, told):
                found.append(_chunk(piece, place, about))
    return found


def _chunk(piece: _Piece, place: Place, about: dict[str, Any]) -> Chunk:
    return Chunk(piece.text, piece.start, piece.end, place.path, place.headings, **about)


class _Statutory:
    """The statutory tables of a report, read when the first table comes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._rows: list[list[InWords]] | None = None

    def rows(self, start: int, end: int) -> list[list[InWords]]:
        """The rows that begin in a part of the source, in words."""
        if self._rows is None:
            found = read(self._report)
            self._rows = [] if found is None else rows_in_words(found)
        return [row for row in self._rows if start <= row[0].start < end]


def _packed(together: Iterator[Block], source: str, room: int, told: _Statutory) -> Iterator[_Piece]:
    """Put blocks together while there is room, and cut those for which there is none."""
    open_: _Piece | None = None
    taken = 0  # by a heading that would stand alone if the next block were not cut to fit
    for block in together:
        for piece in _cut(block, source, room, taken, told):
            if open_ is not None and len(open_.text) + 1 + len(piece.text) <= room:
                open_ = _Piece(f"{open_.text}\n{piece.text}", open_.start, piece.end)
                continue
            if open_ is not None:
                yield open_
                if piece.header and len(piece.header) + 1 + len(piece.text) <= room:
                    piece = _Piece(f"{piece.header}\n{piece.text}", piece.start, piece.end)
            open_ = piece
        taken = len(block.text) + 1 if isinstance(block.node, Heading) else 0
    if open_ is not None:
        yield open_


def _cut(block: Block, source: str, room: int, taken: int, told: _Statutory) -> Iterator[_Piece]:
    """Cut a block into pieces that have room, the first of them beside what is taken."""
    if not block.text:
        return
    if isinstance(block.node, Table) and block.start is not None and block.end is not None:
        rows = told.rows(block.start, block.end)
        if rows:
            yield from _statements(block.node, rows, source, room)
            return
    if len(block.text) + taken <= room:
        yield _Piece(block.text, block.start, block.end)
    elif isinstance(block.node, Table):
        yield from _rows(block.node, source, room)
    else:
        yield from _cut_text(block.text, source, block.start, block.end, room, taken)


def _rows(table: Table, source: str, room: int) -> Iterator[_Piece]:
    """The rows of a table, each with the header that says what its cells are."""
    lines = list(map(line, words_of(table)))
    high = header_rows(table)
    header = "\n".join(lines[:high])
    for number, (text, row) in enumerate(zip(lines, table.rows, strict=True)):
        for piece in _cut_text(text, source, *row.span, room, 0):
            yield evolve(piece, header=header if number >= high else "")


def _statements(table: Table, rows: list[list[InWords]], source: str, room: int) -> Iterator[_Piece]:
    """The rows of a statutory table in words; those that are not of the form as they stand, without the bare labels."""
    pending = deque(rows)
    reached = 0
    for row in table.rows:
        start, end = row.span
        while pending and pending[0][0].start < end:
            for said in pending.popleft():
                first = min(max(said.start, reached), said.end - 1)
                yield from _cut_text(said.text, source, first, said.end, room, 0)
                reached = max(reached, said.end)
        if start >= reached and not all(is_label(cell.text) for cell in row.cells):
            yield from _cut_text(line([clean(cell.words) for cell in row.cells]), source, start, end, room, 0)


def _cut_text(text: str, source: str, start: int | None, end: int | None, room: int, taken: int) -> Iterator[_Piece]:
    if len(text) + taken <= room:
        yield _Piece(text, start, end)
        return
    # What is cut is the source, so that each piece knows its place; a node built by hand has its text alone.
    raw, base = (text, None) if start is None or end is None else (source[start:end], start)
    for begin, stop in _spans(raw, room, taken):
        piece = clean(raw[begin:stop])
        if piece:
            yield _Piece(piece, None if base is None else base + begin, None if base is None else base + stop)


def _spans(raw: str, room: int, taken: int) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces of some length at most, where it hurts least."""
    begin = end = 0
    for stop in _stops(raw, room):
        if stop - begin > room - (0 if begin else taken) and end > begin:
            yield begin, end
            begin = end
        end = stop
    if end > begin:
        yield begin, end


def _stops(raw: str, room: int) -> Iterator[int]:
    """Where a text may be cut: after every sentence; in a longer one after clauses; in a longer clause anywhere."""
    for sentence in _SENTENCE.finditer(raw):
        if len(sentence[0]) <= room:
            yield sentence.end()
            continue
        for clause in _CLAUSE.finditer(raw, sentence.start(), sentence.end()):
            yield from range(clause.start() + room, clause.end(), room)
            yield clause.end()
