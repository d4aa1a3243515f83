"""Tar archives → items, to their end: a header that is damaged or missing is no end."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from govreport.corpus.items import Item, Opening
from govreport.corpus.unpacking import Damaged, Meter, Unpacked, packing
from govreport.sources.file_systems import open_file

_HEADER_BYTES: Final = 1 << 20
"""Bytes of a member's headers, long names and maps of holes among them: they are read into memory."""
_SKIPPED: Final = 1 << 20  # bytes that are passed over at a time


def tar_items(path: str, opening: Opening) -> Iterator[Item]:
    """Yield the files of an archive, packed or not.

    Args:
        path: the archive.
        opening: how large a file may be.

    Raises:
        Damaged, tarfile.TarError, OSError, zlib.error, lzma.LZMAError: it is no archive from here on.
    """
    with open_file(path) as file:
        meter = Meter(file)
        begin = packing(file)
        stream = _Forward(file if begin is None else io.BufferedReader(Unpacked(file, begin), _SKIPPED))
        # What follows the end is read too: archives are put after each other, and a hole in one looks like its end.
        with tarfile.TarFile(fileobj=stream, tarinfo=_Header, ignore_zeros=True) as archive:  # type: ignore[arg-type]
            while (member := _next(archive, stream)) is not None:
                if not member.isfile():
                    continue
                item = Item(f"{path}/{member.name}", size=member.size)
                if member.size <= opening.max_bytes:
                    item.content = _content(archive, member)
                item.cost = meter.advance()
                yield item


def _next(archive: tarfile.TarFile, stream: _Forward) -> tarfile.TarInfo | None:
    archive.members = []  # type: ignore[attr-defined]  # it keeps every header for a second pass, which grows
    stream.allow(_HEADER_BYTES)
    member = archive.next()
    stream.allow(None)
    return member


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file: Any = archive.extractfile(member)
    content: bytes = file.read(member.size)
    if len(content) != member.size:
        raise Damaged("the archive is cut within a file")
    return content


class _Header(tarfile.TarInfo):
    """A header; `tarfile` takes one that is damaged, cut or missing for the end of the archive."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> _Header:
        stream: Any = archive.fileobj
        try:
            header = super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # a block of zeros
            stream.ended = True
            stream.allow(_HEADER_BYTES)
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]
            if not stream.ended:
                raise Damaged("the archive is cut: it has no end") from None
            raise
        except tarfile.HeaderError as failure:
            raise Damaged(f"the archive is damaged: {failure}") from None
        if header.size < 0:
            raise Damaged("the archive is damaged: a file with a negative size")
        stream.ended = False
        return header


class _Forward:
    """A stream that is read from front to back, and knows when it ends too soon.

    Args:
        file: its bytes.

    Attributes:
        ended: whether the last block was one that ends an archive.
    """

    def __init__(self, file: BinaryIO | io.BufferedReader) -> None:
        self.ended = False
        self._file = file
        self._at = 0
        self._left: int | None = _HEADER_BYTES

    def allow(self, size: int | None) -> None:
        """Say how many bytes may be read from now on; None for any number."""
        self._left = size

    def tell(self) -> int:
        """Bytes that were read."""
        return self._at

    def read(self, size: int) -> bytes:
        """Read some bytes; fewer at the end.

        Raises:
            Damaged: more than allowed.
        """
        if self._left is not None:
            self._left -= size
            if self._left < 0 or size < 0:
                raise Damaged(f"the headers of a file have more than the limit of {_HEADER_BYTES} bytes")
        data = self._file.read(size)
        self._at += len(data)
        return data

    def seek(self, place: int) -> None:
        """Pass over what comes before a place.

        Raises:
            Damaged: the place was passed, or the stream ends before it.
        """
        if place < self._at:
            raise Damaged("the archive is damaged: the places of its files overlap")
        while self._at < place:
            size = len(self._file.read(min(_SKIPPED, place - self._at)))
            if not size:
                raise Damaged("the archive is cut within a file")
            self._at += size
