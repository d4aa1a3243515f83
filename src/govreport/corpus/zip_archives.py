"""Zip archives → items: those that the directory lists, and a word on those that it should list."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from govreport.corpus.items import Item, Opening, told
from govreport.corpus.unpacking import Damaged
from govreport.sources.file_systems import open_file

_LOCAL: Final = b"PK\3\4"  # begins a member
_DESCRIBED: Final = b"PK\7\b"  # begins what may follow a member, its sizes
_DIRECTORY_END: Final = b"PK\5\6"
_DIRECTORY_END_BYTES: Final = 22
_TAIL_BYTES: Final = _DIRECTORY_END_BYTES + 0xFFFF  # with a comment: so far from the end this may be
_UNLISTED: Final = "there are files in the archive that its directory does not list"
_LOCAL_BYTES: Final = 30  # of a member's header, without its name
_LENGTHS: Final = struct.Struct("<26x2H")  # of its name and of its extra field, within it
_DESCRIPTORS: Final = (0, 12, 16, 20, 24)  # bytes that may follow a member: without sizes, with them, with long ones
_PIECE: Final = 4 << 10  # bytes that are asked for at a time: of bzip2 and LZMA, `zipfile` has no bound for what comes


def zip_items(path: str, opening: Opening) -> Iterator[Item]:
    """Yield the files of an archive.

    Args:
        path: the archive.
        opening: how large a file may be.

    Raises:
        Damaged, zipfile.BadZipFile, OSError: it is no archive, or has members that its directory does not list.
    """
    with open_file(path) as file, zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if member.is_dir() and not member.file_size:
                continue
            item = Item(f"{path}/{_name(member)}", size=member.file_size, cost=member.compress_size)
            try:
                if item.size <= opening.max_bytes:
                    item.content = _content(archive, member)
            except Exception as failure:  # damaged, or locked by a password: the others may be sound
                item.error, item.lost = told(failure), True
            yield item
        _check_listed(file, archive)


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name: Windows in China writes it in GBK, macOS in UTF-8, both with nothing to say so."""
    if not member.flag_bits & 0x800:
        for encoding in ("utf-8", "gb18030"):
            with contextlib.suppress(UnicodeError):
                return member.filename.encode("cp437").decode(encoding)
    return member.filename


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """What a member holds, one byte more than it claims being asked for: so its checksum is looked at."""
    with archive.open(member) as file:
        if member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            content = file.read(member.file_size + 1)
        else:
            content = b"".join(iter(lambda: file.read(_PIECE), b""))
    if len(content) != member.file_size:
        raise Damaged(f"it has {len(content)} bytes, and {member.file_size} by the archive's directory")
    return content


def _check_listed(file: BinaryIO, archive: zipfile.ZipFile) -> None:
    """Look at the places between members, and before the first.

    Raises:
        Damaged: a member begins there.
    """
    listed: Any = archive
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    starts = [*(member.header_offset for member in members), listed.start_dir]
    ends = [0, *(_end(file, member) for member in members)]
    for end, start in zip(ends, starts, strict=True):
        if start - end in _DESCRIPTORS:
            continue
        file.seek(end)
        between = file.read(max(_DESCRIPTORS) + len(_LOCAL))
        places = (0,) if not between.startswith(_DESCRIBED) else _DESCRIPTORS
        if end < start and any(between.startswith(_LOCAL, place) for place in places):
            raise Damaged(_UNLISTED)
    file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL_BYTES))
    tail = file.read()
    rest = tail[tail.rfind(_DIRECTORY_END) + _DIRECTORY_END_BYTES + len(archive.comment) :]
    if rest.startswith(_LOCAL):
        raise Damaged(_UNLISTED)


def _end(file: BinaryIO, member: zipfile.ZipInfo) -> int:
    """Where the bytes of a member end."""
    file.seek(member.header_offset)
    header = file.read(_LOCAL_BYTES)
    lengths: tuple[int, ...] = _LENGTHS.unpack(header) if len(header) == _LOCAL_BYTES else ()
    return member.header_offset + _LOCAL_BYTES + sum(lengths) + member.compress_size
