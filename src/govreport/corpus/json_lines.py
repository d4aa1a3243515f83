"""JSON Lines → items."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from govreport.corpus.items import Item, Opening
from govreport.corpus.unpacking import GZIP, ZSTD, Meter, Unpacked
from govreport.sources.file_systems import open_file

_ESCAPED: Final = (
    4  # by which a line of JSON may be longer than its page: escapes take twice the bytes, columns some too
)
STDIN: Final = "-"
"""What standard input is called."""
_BUFFER: Final = 64 << 10


def json_items(path: str, opening: Opening) -> Iterator[Item]:
    """Yield the pages of a file that has one a line.

    Args:
        path: the file.
        opening: the column of the text, and how large it may be.

    Raises:
        Damaged, OSError, zlib.error, zstandard.ZstdError: what is packed is damaged or has no end.
        MissingExtra: zstandard is not installed.
    """
    with open_file(path) as file:
        meter = Meter(file)
        for item in _items(path, _unpacked(path, file), opening):
            item.cost = meter.advance()
            yield item


def piped_items(opening: Opening) -> Iterator[Item]:
    """Yield the pages that standard input has, one a line.

    Args:
        opening: as for `json_items`.
    """
    for item in _items(STDIN, sys.stdin.buffer, opening):
        item.cost = item.size
        yield item


def _items(path: str, file: BinaryIO, opening: Opening) -> Iterator[Item]:
    limit = _ESCAPED * max(1, opening.max_bytes)
    for number, (line, size) in enumerate(_lines(file, limit), 1):
        if size > limit:
            item = Item(f"{path}#{number}", error=f"the line has {size} bytes, more than the limit of {limit}")
        elif line.strip():
            item = _item(f"{path}#{number}", line, opening.text_column)
        else:
            continue
        item.size = size
        yield item


def _lines(file: BinaryIO, limit: int) -> Iterator[tuple[bytes, int]]:
    """Each line, as far as a limit, and how many bytes it has; the rest of a longer one is passed over."""
    while line := file.readline(limit):
        size, piece = len(line), line
        while len(piece) == limit and piece[-1:] != b"\n":
            piece = file.readline(limit)
            size += len(piece)
        yield line, size


def _unpacked(path: str, file: BinaryIO) -> BinaryIO:
    for suffix, begin in ((".gz", GZIP), (".zst", ZSTD)):
        if path.lower().endswith(suffix):
            return cast(BinaryIO, io.BufferedReader(Unpacked(file, begin), _BUFFER))
    return file


def _item(path: str, line: bytes, column: str) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as failure:
        return Item(path, error=f"no JSON: {failure}", lost=True)
    text = row.get(column) if isinstance(row, dict) else None
    if not isinstance(text, str):
        return Item(path, error=f"no text in the column {column!r} (text_column says which)")
    url = row.get("url")
    return Item(path, text, url=url if isinstance(url, str) else None)
