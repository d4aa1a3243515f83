"""A report in chunks for search and for language models: none crosses a section, each says where it stands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from attrs import asdict, frozen

from govreport.serialize import to_text
from govreport.serialize.blocks import Block, Place, blocks, row_text
from govreport.tree.nodes import Heading, Signature, SignedDate, Table, Title
from govreport.tree.report import Report
from govreport.tree.showing import place, shown
from govreport.words.blanks import clean
from govreport.words.numerals import day_of

MAX_CHARS: Final = 800
"""Characters of a chunk unless told: what common embedding models read of Chinese text, 512 tokens, with headings."""

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)\"]{0,3}|\Z)")
_CLAUSE: Final = re.compile(r"[^，,、：:\t ]*(?:[，,、：:\t ]+|\Z)")
_LEFT_OUT: Final = (Title, Signature, SignedDate)  # every chunk says these: title, issuer, date


@frozen(repr=False)
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

    def __repr__(self) -> str:
        path = f" {shown(self.path, 24)}" if self.path else ""
        return f"<Chunk{path} {shown(self.text)}{place(self.start)}>"

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


def chunks(report: Report, max_chars: int = MAX_CHARS) -> list[Chunk]:
    """Cut a report into chunks.

    Paragraphs and tables of one section are put together as far as there is room.  A longer one is cut at the ends of
    sentences, a longer sentence at commas, a longer clause anywhere; a table between its rows first.  What the page
    says around the document is left out, as are title, signature and date, which every chunk has beside its text.

    Args:
        report: any report.
        max_chars: characters of a chunk's text at most.

    Returns:
        The chunks, in source order.  ``to_text(report)[chunk.start:chunk.end]`` is the text of each as the source has
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
    wanted = (block for block in blocks(report) if not isinstance(block.node, _LEFT_OUT))
    found = []
    for stands, together in groupby(wanted, key=lambda block: block.place):
        if not stands.empty:
            for piece in _packed(together, source, max_chars):
                found.append(_chunk(piece, stands, about))
    return found


def _chunk(piece: _Piece, stands: Place, about: dict[str, Any]) -> Chunk:
    return Chunk(piece.text, piece.start, piece.end, stands.path, stands.headings, **about)


def _packed(together: Iterator[Block], source: str, room: int) -> Iterator[_Piece]:
    """Put blocks together while there is room, and cut those for which there is none."""
    open_: _Piece | None = None
    taken = 0  # by a heading that would stand alone if the next block were not cut to fit
    for block in together:
        for piece in _cut(block, source, room, taken):
            if open_ is not None and len(open_.text) + 1 + len(piece.text) <= room:
                open_ = _Piece(f"{open_.text}\n{piece.text}", open_.start, piece.end)
                continue
            if open_ is not None:
                yield open_
            open_ = piece
        taken = len(block.text) + 1 if isinstance(block.node, Heading) else 0
    if open_ is not None:
        yield open_


def _cut(block: Block, source: str, room: int, taken: int) -> Iterator[_Piece]:
    """Cut a block into pieces that have room, the first of them beside what is taken."""
    if not block.text:
        return
    if len(block.text) + taken <= room:
        yield _Piece(block.text, block.start, block.end)
    elif isinstance(block.node, Table):
        for row in block.node.rows:
            yield from _cut_text(row_text(row), source, *row.span, room, 0)
    else:
        yield from _cut_text(block.text, source, block.start, block.end, room, taken)


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
