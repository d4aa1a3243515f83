"""Files that hold many pages → items: zip, tar, WARC, JSON Lines.  Each is read once, from front to back."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from attrs import frozen

from govreport.corpus.items import Item, told
from govreport.extras import require
from govreport.sources.kinds import MAX_BYTES


@frozen
class Opening:
    """How files that hold many pages are opened.

    Attributes:
        text_column: the key of a JSON line that has the page's text.
        max_bytes: bytes of the largest page that is read into memory.
    """

    text_column: str = "text"
    max_bytes: int = MAX_BYTES


def container(path: str) -> Callable[[str, Opening], Iterator[Item]] | None:
    """Tell by a file's name what reads it; None for a page."""
    return next((reader for pattern, reader in _READERS if pattern.search(path)), None)


class _Meter:
    """Tells how far a file has been read since it was last asked, in bytes on disk."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._last = 0

    def advance(self) -> int:
        now = self._file.tell()
        cost, self._last = now - self._last, now
        return cost


def _zip(path: str, opening: Opening) -> Iterator[Item]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            item = Item(f"{path}/{_zip_name(member)}", size=member.file_size, cost=member.compress_size)
            try:
                with archive.open(member) as file:
                    yield _filled(item, file, opening)
            except Exception as failure:  # damaged, or locked by a password: the others may be sound
                item.error = told(failure)
                yield item


def _zip_name(member: zipfile.ZipInfo) -> str:
    """A member's name: Windows in China writes it in GBK, macOS in UTF-8, both with nothing to say so."""
    if not member.flag_bits & 0x800:
        for encoding in ("utf-8", "gb18030"):
            with contextlib.suppress(UnicodeError):
                return member.filename.encode("cp437").decode(encoding)
    return member.filename


def _tar(path: str, opening: Opening) -> Iterator[Item]:
    with Path(path).open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
        meter = _Meter(file)
        for member in archive:
            archive.members = []  # type: ignore[attr-defined]  # it keeps every header for a second pass, which grows
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                item = _filled(Item(f"{path}/{member.name}", size=member.size), content, opening)
                item.cost = meter.advance()
                yield item


def _filled(item: Item, file: Any, opening: Opening) -> Item:
    """An item with its content, unless it is too large; the reader gives no more than the size that is claimed."""
    if item.size <= opening.max_bytes:
        item.content = file.read(item.size)
    return item


_PAGES: Final = re.compile(r"text/|application/(?:xhtml|octet-stream|msword|vnd\.openxmlformats)|^$", re.I)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_OK: Final = ("200", None)


def _warc(path: str, opening: Opening) -> Iterator[Item]:
    """The responses of a crawl that are pages; not its requests, redirects, pictures and scripts."""
    archives = require("warcio.archiveiterator", "warc")
    with Path(path).open("rb") as file:
        meter = _Meter(file)
        records = archives.ArchiveIterator(file)
        for record in records:
            headers = record.http_headers
            if record.rec_type not in ("response", "resource") or (headers and headers.get_statuscode() not in _OK):
                continue
            source = headers or record.rec_headers
            kind = source.get_header("Content-Type") or ""
            if not _PAGES.match(kind):
                continue
            declared = _CHARSET.search(kind)
            content = b"".join(_pieces(record.content_stream(), opening.max_bytes + 1))
            yield Item(
                f"{path}#{records.get_record_offset()}",  # asked for before, it would skip the content
                content,
                len(content),
                meter.advance(),
                record.rec_headers.get_header("WARC-Target-URI"),
                declared[1] if declared else None,
            )


def _pieces(stream: Any, limit: int) -> Iterator[bytes]:
    """The content of a record, up to some bytes: a chunked one comes chunk by chunk."""
    while limit > 0 and (piece := stream.read(limit)):
        limit -= len(piece)
        yield piece


def _jsonl(path: str, opening: Opening) -> Iterator[Item]:
    with Path(path).open("rb") as file:
        meter = _Meter(file)
        limit = _ESCAPED * max(1, opening.max_bytes)
        for number, (line, size) in enumerate(_lines(_unpacked(path, file), limit), 1):
            if size > limit:
                item = Item(f"{path}#{number}", error=f"the line has {size} bytes, more than the limit of {limit}")
            elif line.strip():
                item = _json_item(f"{path}#{number}", line, opening.text_column)
            else:
                continue
            item.size, item.cost = size, meter.advance()
            yield item


_ESCAPED: Final = (
    4  # by which a line of JSON may be longer than its page: escapes take twice the bytes, columns some too
)


def _lines(file: BinaryIO, limit: int) -> Iterator[tuple[bytes, int]]:
    """Each line, as far as a limit, and how many bytes it has; the rest of a longer one is passed over."""
    while line := file.readline(limit):
        size, piece = len(line), line
        while len(piece) == limit and piece[-1:] != b"\n":
            piece = file.readline(limit)
            size += len(piece)
        yield line, size


def _unpacked(path: str, file: BinaryIO) -> BinaryIO:
    if path.endswith(".gz"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=file))
    if path.endswith(".zst"):
        unpacking = require("zstandard", "arrow").ZstdDecompressor()
        return io.BufferedReader(unpacking.stream_reader(file, read_across_frames=True))
    return file


def _json_item(path: str, line: bytes, column: str) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as failure:
        return Item(path, error=f"no JSON: {failure}")
    text = row.get(column) if isinstance(row, dict) else None
    if not isinstance(text, str):
        return Item(path, error=f"no text in the column {column!r}")
    url = row.get("url")
    return Item(path, text, url=url if isinstance(url, str) else None)


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Opening], Iterator[Item]]], ...]] = tuple(
    (re.compile(pattern + "$", re.I), reader)
    for pattern, reader in (
        (r"\.zip", _zip),
        (r"\.(?:tar(?:\.(?:gz|bz2|xz))?|tgz|tbz2?|txz)", _tar),
        (r"\.warc(?:\.gz)?", _warc),
        (r"\.(?:jsonl|ndjson)(?:\.(?:gz|zst))?", _jsonl),
    )
)
