"""A report in chunks for search and for language models: none crosses a section, each says where it stands."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from attrs import asdict, evolve, frozen

from govreport.serialize import to_text
from govreport.serialize.blocks import Block, Place, blocks
from govreport.serialize.grids import header_rows, line, words_of
from govreport.serialize.room import Cutting, Room, Tokenizer, spans, tail
from govreport.statistics.in_words import InWords, rows_in_words
from govreport.statistics.reading import read
from govreport.tree.collector import paused
from govreport.tree.nodes import Heading, Signature, SignedDate, Table, Title, leaves
from govreport.tree.report import Report
from govreport.tree.showing import place, shown
from govreport.words.blanks import clean
from govreport.words.disclosure_labels import is_label
from govreport.words.numerals import day_of

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
        url: the page's address, `Origin.url`.
        links: where words and pictures of it lead, whole where the page's address is known.
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
    url: str | None = None
    links: tuple[str, ...] = ()

    def __repr__(self) -> str:
        path = f" {shown(self.path, 24)}" if self.path else ""
        return f"<Chunk{path} {shown(self.text)}{place(self.start)}>"

    @property
    def metadata(self) -> dict[str, Any]:
        """Everything but the text, as plain data: what vector stores keep beside a text."""
        data = asdict(
            self, filter=lambda attribute, value: attribute.name not in ("text", "links") and value is not None
        )
        if self.links:
            data["links"] = list(self.links)
        return {**data, "headings": list(self.headings), **({"date": self.date.isoformat()} if self.date else {})}


@frozen
class _Piece:
    text: str
    start: int | None
    end: int | None
    header: str = ""  # what a chunk that begins with the piece says first: the header of the table that it is of
    prose: bool = False  # whether the source has these words, so that some can be said again


def chunks(
    report: Report,
    max_chars: int | None = None,
    *,
    max_tokens: int | None = None,
    tokenizer: Tokenizer | None = None,
    overlap: int = 0,
    with_headings: bool = False,
) -> list[Chunk]:
    """Cut a report into chunks.

    Paragraphs and tables of one section are put together as far as there is room.  A longer one is cut at the ends of
    sentences, a longer sentence at commas, a longer clause anywhere; a table between its rows first, and each further
    chunk of it begins with its header.  A heading stays with what follows it, unless it takes more than half of the
    room; a unit that has no text of its own is a chunk for itself.  The statutory tables are statements, a number each
    with its column and row (`govreport.statistics.in_words`).  What the page says around the document is left out, as
    are title, signature and date, which every chunk has beside its text.

    Args:
        report: any report.
        max_chars: characters of a chunk's text at most; `MAX_CHARS` where neither this nor ``max_tokens`` is given.
        max_tokens: tokens of a chunk's text at most.
        tokenizer: what counts them: an object whose ``encode`` gives the tokens of a text, as those of tiktoken,
            tokenizers and transformers, or a function that gives their number.
        overlap: characters or tokens, as far as whole sentences or clauses go, that a chunk says again of the one
            before it in its section; of tables none.
        with_headings: whether a chunk's text begins with a line of the headings around it, parted by ``>`` between
            blanks.  Where they would take more than half of the room, the outer ones are left out.

    Returns:
        The chunks, in source order.  ``to_text(report)[chunk.start:chunk.end]`` is what each says as the source has
        it, but for that line.

    Raises:
        ValueError: a number has no meaning, or does not go with another.
    """
    cutting = Cutting(
        max_chars=max_chars, max_tokens=max_tokens, tokenizer=tokenizer, overlap=overlap, with_headings=with_headings
    )
    with paused(report.span[1]):
        return cut(report, cutting)


def cut(report: Report, cutting: Cutting) -> list[Chunk]:
    """Cut a report into chunks, as `chunks` does, by choices that are kept together."""
    room = cutting.room()
    source = to_text(report)
    published = report.published
    day = day_of(published) if published else None
    about = {"title": report.title, "issuer": report.issuer, "year": report.year, "date": report.date or day}
    about["url"] = report.origin.url
    links = _Links(report)
    told = _Statutory(report)
    found = []
    for together in _sections(report):
        stands = together[0].place
        headings = stands.headings if cutting.with_headings else ()
        begun = isinstance(together[0].node, Heading)  # its text begins with the section's own heading
        taken = min(room.size(_path(headings)) if headings else 0, (room.limit - cutting.overlap) // 2)
        for piece in _packed(together, source, room.less(taken), told, cutting.overlap):
            piece = _under(headings[:-1] if begun else headings, piece, room)
            found.append(_chunk(piece, stands, about, links))
            begun = False
    return found


def _sections(report: Report) -> Iterator[list[Block]]:
    """The blocks that stand together; a heading under which a section follows at once is said by that one."""
    wanted = (block for block in blocks(report) if not isinstance(block.node, _LEFT_OUT))
    waiting: list[Block] = []
    for stands, group in groupby(wanted, key=lambda block: block.place):
        if waiting and not stands.path.startswith(waiting[0].place.path + "."):
            yield waiting
        together, waiting = list(group), []
        if len(together) > 1 or not isinstance(together[0].node, Heading):
            yield together
        elif not stands.empty:
            waiting = together
    if waiting:
        yield waiting


def _path(headings: tuple[str, ...]) -> str:
    return " > ".join(headings) + "\n" if headings else ""


def _under(headings: tuple[str, ...], piece: _Piece, room: Room) -> _Piece:
    """A piece under as many of its headings, from the innermost one, as there is room for."""
    for number in range(len(headings)):
        text = _path(headings[number:]) + piece.text
        if room.holds(text):
            return evolve(piece, text=text)
    return piece


def _chunk(piece: _Piece, stands: Place, about: dict[str, Any], links: _Links) -> Chunk:
    targets = links.between(piece.start, piece.end)
    return Chunk(piece.text, piece.start, piece.end, stands.path, stands.headings, **about, links=targets)


class _Links:
    """The links of a document by their places in the source."""

    def __init__(self, report: Report) -> None:
        own = [leaf for leaf in leaves(report.body) if leaf.start is not None and leaf.links]
        found = [
            (leaf.start + link.where[0], link.target) for leaf in own for link in leaf.links if leaf.start is not None
        ]
        self._starts = [start for start, _ in found]
        self._targets = [report.origin.absolute(target) for _, target in found]

    def between(self, start: int | None, end: int | None) -> tuple[str, ...]:
        """Where those lead that begin in a part of the source, each target once."""
        if start is None or end is None or not self._starts:
            return ()
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return tuple(dict.fromkeys(self._targets[first:last]))


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


def _packed(together: list[Block], source: str, room: Room, told: _Statutory, overlap: int) -> Iterator[_Piece]:
    """Put blocks together while there is room, and cut those for which there is none."""
    again = Room(overlap, room.size)
    before: _Piece | None = None
    for pieces in _gathered(_pieces(together, source, room.less(overlap), told), room.less(overlap)):
        made = _Piece(_text(pieces), pieces[0].start, pieces[-1].end)
        if overlap and before is not None and before.prose and pieces[0].prose:
            made = _with_tail(before, made, source, again, room)
        before = pieces[-1]
        yield made


def _with_tail(before: _Piece, piece: _Piece, source: str, again: Room, room: Room) -> _Piece:
    """A piece after the end of the one before it."""
    if before.start is None or before.end is None:
        return piece
    start = before.start + tail(source[before.start : before.end], again)
    said = clean(source[start : before.end])
    text = said + ("" if before.end == piece.start else "\n") + piece.text
    return evolve(piece, text=text, start=start) if said and room.holds(text) else piece


def _gathered(pieces: Iterator[_Piece], room: Room) -> Iterator[list[_Piece]]:
    """Pieces that have room together."""
    gathered: list[_Piece] = []
    taken = 0
    for piece in pieces:
        if gathered and taken + room.size(piece.text) > room.limit:
            whole, rest = _fitting(gathered, room)
            yield whole
            gathered, taken = rest, sum(room.size(one.text + "\n") for one in rest)
        if not gathered and piece.header:
            if room.holds(f"{piece.header}\n{piece.text}"):
                taken += room.size(piece.header + "\n")
            else:
                piece = evolve(piece, header="")
        gathered.append(piece)
        taken += room.size(piece.text + "\n")
    while gathered:
        whole, gathered = _fitting(gathered, room)
        yield whole


def _fitting(pieces: list[_Piece], room: Room) -> tuple[list[_Piece], list[_Piece]]:
    """What has room, and the rest: the tokens of two texts together are not always those of each."""
    at = len(pieces)
    while at > 1 and not room.holds(_text(pieces[:at])):
        at -= 1
    return pieces[:at], [evolve(piece, header="") for piece in pieces[at:]]


def _text(pieces: list[_Piece]) -> str:
    return "\n".join([*filter(None, [pieces[0].header]), *(piece.text for piece in pieces)])


def _pieces(together: list[Block], source: str, room: Room, told: _Statutory) -> Iterator[_Piece]:
    """Each block, cut where there is no room for it; what follows a heading is cut to stand beside it."""
    first = room
    for block in together:
        yield from _cut(block, source, room, first, told)
        taken = room.size(block.text + "\n") if isinstance(block.node, Heading) else 0
        first = room.less(taken if taken <= room.limit // 2 else 0)


def _cut(block: Block, source: str, room: Room, first: Room, told: _Statutory) -> Iterator[_Piece]:
    """Cut a block into pieces that have room, the first of them in what is left beside a heading."""
    if not block.text:
        return
    if isinstance(block.node, Table) and block.start is not None and block.end is not None:
        rows = told.rows(block.start, block.end)
        if rows:
            yield from _statements(block.node, rows, source, room, first)
            return
    if isinstance(block.node, Table):
        if first.holds(block.text):
            yield _Piece(block.text, block.start, block.end)
        else:
            yield from _rows(block.node, source, room, first)
    else:
        yield from _cut_text(block.text, source, block.start, block.end, room, first, prose=True)


def _rows(table: Table, source: str, room: Room, first: Room) -> Iterator[_Piece]:
    """The rows of a table, each with the header that says what its cells are."""
    lines = list(map(line, words_of(table)))
    high = header_rows(table)
    header = "\n".join(lines[:high])
    for number, (text, row) in enumerate(zip(lines, table.rows, strict=True)):
        for piece in _cut_text(text, source, *row.span, room, room if number else first):
            yield evolve(piece, header=header if number >= high else "")


def _statements(table: Table, rows: list[list[InWords]], source: str, room: Room, first: Room) -> Iterator[_Piece]:
    """The rows of a statutory table in words; those that are not of the form as they stand, without the bare labels."""
    pending = deque(rows)
    reached = 0
    for row in table.rows:
        start, end = row.span
        while pending and pending[0][0].start < end:
            for said in pending.popleft():
                begin = min(max(said.start, reached), said.end - 1)
                yield from _cut_text(said.text, source, begin, said.end, room, first)
                reached, first = max(reached, said.end), room
        if start >= reached and not all(is_label(cell.text) for cell in row.cells):
            yield from _cut_text(line([clean(cell.words) for cell in row.cells]), source, start, end, room, first)
            first = room


def _cut_text(
    text: str, source: str, start: int | None, end: int | None, room: Room, first: Room, prose: bool = False
) -> Iterator[_Piece]:
    if first.holds(text):
        yield _Piece(text, start, end, prose=prose)
        return
    # What is cut is the source, so that each piece knows its place; a node built by hand has its text alone.
    raw, base = (text, None) if start is None or end is None else (source[start:end], start)
    for begin, stop in spans(raw, room, first):
        piece = clean(raw[begin:stop])
        if piece:
            begun, ended = (None, None) if base is None else (base + begin, base + stop)
            yield _Piece(piece, begun, ended, prose=prose)
