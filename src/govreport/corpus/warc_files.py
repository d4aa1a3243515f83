"""WARC files (ISO 28500) → items: every record is followed to its end and held to its digests."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from attrs import frozen

from govreport.corpus.items import Item, Opening, told
from govreport.corpus.unpacking import Damaged, Meter, Unpacked, packing
from govreport.extras import require
from govreport.sources.file_systems import open_file

_PAGES: Final = re.compile(r"text/|application/(?:xhtml|octet-stream|msword|vnd\.openxmlformats)|^$", re.I)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_OK: Final = ("200", None)
_READ: Final = ("response", "resource")
_OTHERS: Final = ("warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
_HEADER_BYTES: Final = 1 << 20
"""Bytes of a record's header, and of the HTTP header in it: they are read into memory."""
_PIECE: Final = 64 << 10  # bytes that are read at a time
_LENGTH: Final = re.compile(r"\d{1,18}")
_BASE32: Final = re.compile(r"[A-Z2-7]+=*", re.I)


def warc_items(path: str, opening: Opening) -> Iterator[Item]:
    """Yield the responses of a crawl that are pages; not its requests, redirects, pictures and scripts.

    Args:
        path: the file.
        opening: how large a page may be.

    Raises:
        Damaged, zlib.error: it is no WARC file from here on.
        MissingExtra: warcio is not installed.
    """
    loader = require("warcio.recordloader", "warc").ArcWarcRecordLoader(verify_http=False)
    with open_file(path) as file:
        meter = Meter(file)
        for record in _records(_Source(file), opening.max_bytes + _HEADER_BYTES):
            if record.block is None:
                continue
            try:
                item = _item(f"{path}#{record.place}", record, loader, opening.max_bytes)
            except Exception as failure:  # whatever an HTTP header does to its parser: the other records may be sound
                item = Item(f"{path}#{record.place}", error=told(failure), lost=True)
            if item is not None:
                item.cost = meter.advance()
                yield item


@frozen
class _Record:
    """A record.

    Attributes:
        place: where it begins in the file: the bytes before it, or those before the stream that it is packed in.
        fields: its header by name, in small letters.
        block: what it holds, as far as the limit; None for one that holds no page.
        fault: what is wrong with it, by its digests.
    """

    place: str
    fields: dict[str, str]
    block: bytes | None
    fault: str | None


class _Source:
    """The bytes of a file, packed or not, with places in it."""

    def __init__(self, file: BinaryIO) -> None:
        begin = packing(file)
        self._file = file
        self._unpacked = None if begin is None else Unpacked(file, begin)
        self._piece = b""
        self._used = 0  # bytes of it
        self._start = 0  # of the piece, in the file or the packed stream
        self._next = 0

    def place(self) -> str | None:
        """Where the next byte is; None at the end."""
        if self._used == len(self._piece) and not self._fill():
            return None
        at = self._start + self._used
        if self._unpacked is None:
            return str(at)
        return f"{self._unpacked.frame}+{at}" if at else str(self._unpacked.frame)

    def read(self, limit: int) -> bytes:
        """The next bytes; fewer where a stream or the file ends."""
        if self._used == len(self._piece) and not self._fill():
            return b""
        taken = self._piece[self._used : self._used + limit]
        self._used += len(taken)
        return taken

    def line(self, limit: int) -> bytes:
        """The next line, as far as a limit."""
        end = self._piece.find(b"\n", self._used, self._used + limit) + 1
        if end:  # as a rule
            line, self._used = self._piece[self._used : end], end
            return line
        line = b""
        while not line.endswith(b"\n") and len(line) < limit:
            if self._used == len(self._piece) and not self._fill():
                break
            end = self._piece.find(b"\n", self._used) + 1 or len(self._piece)
            line += self.read(min(end - self._used, limit - len(line)))
        return line

    def _fill(self) -> bool:
        self._start, self._used = self._next, 0
        if self._unpacked is None:
            self._piece = self._file.read(_PIECE)
        else:
            frame = self._unpacked.frame
            self._piece = self._unpacked.piece(_PIECE)
            if self._unpacked.frame != frame:
                self._start = 0
        self._next = self._start + len(self._piece)
        return bool(self._piece)


def _records(source: _Source, limit: int) -> Iterator[_Record]:
    """The records of a file, one after the other.

    Raises:
        Damaged: something else is there, or one is cut.
    """
    empty = True
    while True:
        place = source.place()
        if place is None:
            if empty:
                raise Damaged("the file has no records")
            return
        line = source.line(_HEADER_BYTES)
        if not line.strip():
            continue  # blank lines between records
        empty = False
        fields = _header(line, source)
        length = fields.get("content-length", "")
        if not _LENGTH.fullmatch(length):
            raise Damaged("the file is damaged: a record without a length")
        kind = fields.get("warc-type", "").lower()
        if kind not in _READ and kind not in _OTHERS:
            raise Damaged(f"the file is damaged: no kind of records is called {kind[:20]!r}")
        if kind in _READ:
            block, fault = _block(source, int(length), fields, limit)
            _end(source)
            yield _Record(place, fields, block, fault)
        else:
            for _ in _pieces(source, int(length)):
                pass
            _end(source)


def _header(first: bytes, source: _Source) -> dict[str, str]:
    if not first.startswith(b"WARC/"):
        raise Damaged("the file is damaged: no record begins where one should")
    line, left = first, _HEADER_BYTES - len(first)
    fields: dict[str, str] = {}
    while line.strip():
        line = source.line(left)
        left -= len(line)
        if not line.endswith(b"\n"):
            raise Damaged("the file is cut within the header of a record, or this has no end")
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon and not name[:1].isspace():
            fields[name.strip().lower()] = value.strip()
    return fields


def _pieces(source: _Source, length: int) -> Iterator[bytes]:
    while length:
        piece = source.read(length)
        if not piece:
            raise Damaged("the file is cut within a record")
        length -= len(piece)
        yield piece


def _block(source: _Source, length: int, fields: dict[str, str], limit: int) -> tuple[bytes, str | None]:
    """What a record holds, as far as a limit, and what is wrong with it."""
    expected = _digest(fields.get("warc-block-digest"))
    kept, size = [], 0
    for piece in _pieces(source, length):
        if expected is not None:
            expected[0].update(piece)
        if size < limit:
            kept.append(piece[: limit - size])
            size += len(piece)
    if expected is not None and expected[0].digest() != expected[1]:
        return b"".join(kept), "it is damaged: its digest is another (WARC-Block-Digest)"
    return b"".join(kept), None


def _end(source: _Source) -> None:
    """Pass over the two line ends after a record."""
    ends = source.line(2) + source.line(2)
    if ends not in (b"\r\n\r\n", b"\n\n"):
        raise Damaged("the file is damaged or cut: a record does not end where its length says")


def _digest(value: str | None) -> tuple[Any, bytes] | None:
    """What makes a digest, and what it should be; None where none is given, or of an unknown kind."""
    name, _, written = (value or "").partition(":")
    with contextlib.suppress(ValueError, binascii.Error):
        made: Any = hashlib.new(name.strip().lower().replace("-", ""), usedforsecurity=False)
        written = written.strip()
        size = 2 * made.digest_size
        if len(written) == size:
            return made, bytes.fromhex(written)
        if _BASE32.fullmatch(written):
            written = written.rstrip("=").upper()
            return made, base64.b32decode(written + "=" * (-len(written) % 8))
        return made, base64.b64decode(written)
    return None


def _item(path: str, record: _Record, loader: Any, limit: int) -> Item | None:
    """The page of a record; None where it holds none."""
    fields = record.fields
    if record.fault is not None:
        return Item(
            path, size=len(record.block or b""), url=fields.get("warc-target-uri"), error=record.fault, lost=True
        )
    if fields.get("warc-segment-number", "1") != "1" or "warc-segment-total-length" in fields:
        return Item(path, url=fields.get("warc-target-uri"), error="it is in several records, which is not read")
    url = (fields.get("warc-target-uri") or "").strip("<>").replace(" ", "%20")
    block = record.block or b""
    stream = io.BytesIO(block)
    # By its address or by its type, whichever says so: either may be damaged.
    scheme = "http:" if fields.get("content-type", "").lower().startswith("application/http") else url
    headers = loader.load_http_headers(fields["warc-type"].lower(), scheme, stream, len(block))
    if headers and headers.get_statuscode() not in _OK:
        return None
    kind = (headers.get_header("Content-Type") if headers else fields.get("content-type")) or ""
    if not _PAGES.match(kind):
        return None
    declared = _CHARSET.search(kind)
    before = stream.tell()
    made = require("warcio.recordloader", "warc").ArcWarcRecord("warc", "", None, stream, headers, kind, len(block))
    content = b"".join(_read(made.content_stream(), limit + 1))
    item = Item(path, content, len(content), url=url or None, declared=declared[1] if declared else None)
    if len(content) <= limit and not _agrees(fields.get("warc-payload-digest"), block, before, content):
        item.content, item.lost = None, True
        item.error = "it is damaged: its digest is another (WARC-Payload-Digest)"
    return item


def _read(stream: Any, limit: int) -> Iterator[bytes]:
    """The content of a record, up to some bytes: a chunked one comes chunk by chunk."""
    while limit > 0 and (piece := stream.read(limit)):
        limit -= len(piece)
        yield piece


def _agrees(value: str | None, block: bytes, start: int, content: bytes) -> bool:
    """Whether a page has the digest that is given; some tools make it of the page as sent, some as it was meant."""
    for payload in (block[start:], content):
        expected = _digest(value)
        if expected is None:
            return True
        expected[0].update(payload)
        if expected[0].digest() == expected[1]:
            return True
    return False
