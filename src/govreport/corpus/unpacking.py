"""Packed files → their bytes, or an error where these are not all: what Python's own readers of archives pass over.

`tarfile` takes a gzip stream that is cut for one that ends, and reads none of its checksums; `bz2` and `lzma` drop what
follows a stream if it is damaged; zstandard says nothing of a frame without an end.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, Final, Protocol

from govreport.extras import require

_PIECE: Final = 16 << 10  # bytes that are unpacked at a time
_ZSTD_PIECE: Final = 1 << 10  # of zstd fewer: it has no bound for what comes of them, which is 32 MiB at the most
_XZ_MEMORY: Final = 256 << 20  # bytes that an xz stream may ask for: the strongest preset takes 65 MiB


class Damaged(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """An archive that ends too soon, or does not hold together; pages of it may be lost."""


class Meter:
    """Tells how far a file has been read since it was last asked, in bytes on disk."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._last = 0

    def advance(self) -> int:
        """Bytes since the last time."""
        now = self._file.tell()
        cost, self._last = now - self._last, now
        return cost


class _Frame(Protocol):
    """Unpacks one stream: a file may have several after each other.

    Attributes:
        ended: whether its end was reached.
        hungry: whether it needs bytes to go on.
    """

    @property
    def ended(self) -> bool: ...

    @property
    def hungry(self) -> bool: ...

    def unpack(self, data: bytes, limit: int) -> tuple[bytes, bytes]:
        """Take some bytes; give what comes of them, and those that were not needed."""


class _Gzip:
    hungry = True

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(16 + zlib.MAX_WBITS)  # checks length and checksum at the end

    @property
    def ended(self) -> bool:
        return self._stream.eof

    def unpack(self, data: bytes, limit: int) -> tuple[bytes, bytes]:
        made = self._stream.decompress(data, limit)
        return made, self._stream.unused_data or self._stream.unconsumed_tail


class _Bzip2OrXz:
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    @property
    def ended(self) -> bool:
        return bool(self._stream.eof)

    @property
    def hungry(self) -> bool:
        return bool(self._stream.needs_input)

    def unpack(self, data: bytes, limit: int) -> tuple[bytes, bytes]:
        made = self._stream.decompress(data, limit)
        return made, self._stream.unused_data


class _Zstd:
    hungry = True

    def __init__(self) -> None:
        self._stream = require("zstandard", "arrow").ZstdDecompressor().decompressobj()
        self._made = b""

    @property
    def ended(self) -> bool:
        return bool(self._stream.eof) and not self._made

    def unpack(self, data: bytes, limit: int) -> tuple[bytes, bytes]:
        rest = data
        if not self._made and not self._stream.eof:
            self._made = self._stream.decompress(data[:_ZSTD_PIECE])
            rest = self._stream.unused_data + data[_ZSTD_PIECE:]
        made, self._made = self._made[:limit], self._made[limit:]
        return made, rest


GZIP: Final[Callable[[], _Frame]] = _Gzip
ZSTD: Final[Callable[[], _Frame]] = _Zstd

_MAGIC: Final[tuple[tuple[bytes, Callable[[], _Frame]], ...]] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", lambda: _Bzip2OrXz(bz2.BZ2Decompressor())),
    (b"\xfd7zXZ\0", lambda: _Bzip2OrXz(lzma.LZMADecompressor(memlimit=_XZ_MEMORY))),
    (b"\x5d\0\0\x80", lambda: _Bzip2OrXz(lzma.LZMADecompressor(memlimit=_XZ_MEMORY))),
)


def packing(file: BinaryIO) -> Callable[[], _Frame] | None:
    """Tell by its first bytes how a file is packed; None where it is not.  The file stays where it is."""
    head = file.read(6)
    file.seek(-len(head), io.SEEK_CUR)
    return next((begin for magic, begin in _MAGIC if head.startswith(magic)), None)


class Unpacked(io.RawIOBase):
    """The bytes of a packed file, stream after stream.

    Args:
        file: the packed file.
        begin: makes what unpacks a stream.

    Attributes:
        frame: where the stream begins in the file that the last bytes are of.
    """

    def __init__(self, file: BinaryIO, begin: Callable[[], _Frame]) -> None:
        self.frame = 0
        self._file = file
        self._begin = begin
        self._stream: _Frame | None = None
        self._rest = b""  # read and not needed yet
        self._empty = True

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, as far as the next bytes reach."""
        made = self.piece(len(buffer))
        buffer[: len(made)] = made
        return len(made)

    def piece(self, limit: int) -> bytes:
        """The next bytes, all of one stream; none at the end.

        Args:
            limit: how many at the most.

        Raises:
            Damaged: the file ends within a stream.
        """
        while True:
            if self._stream is None and not self._next():
                return b""
            stream: Any = self._stream
            data = b""
            if stream.hungry:
                data = self._rest or self._file.read(_PIECE)
                self._rest = b""
            made: bytes
            made, rest = stream.unpack(data, limit)
            self._rest = rest or self._rest
            if stream.ended:
                self._stream = None
            elif not made and not data and stream.hungry:
                raise Damaged("the file is cut: what is packed in it has no end")
            if made:
                return made

    def _next(self) -> bool:
        """Begin the next stream; zeros before it fill up a block."""
        self._rest = self._rest.lstrip(b"\0")
        while not self._rest:
            piece = self._file.read(_PIECE)
            if not piece:
                if self._empty:
                    raise Damaged("the file is empty")
                return False
            self._rest = piece.lstrip(b"\0")
        self._empty = False
        self.frame = self._file.tell() - len(self._rest)
        self._stream = self._begin()
        return True
