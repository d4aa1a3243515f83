"""Records of one size in a file, in order of their keys: found in it by any process, whatever their number."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govreport.corpus.ledger import write_whole


class Index:
    """The records of a file.

    Args:
        file: a file that `write_index` wrote.
        key: how many bytes of a record are its key: the first.
        size: how many bytes a record has.
    """

    def __init__(self, file: Path, key: int, size: int) -> None:
        self._key = key
        self._size = size
        self._count = file.stat().st_size // size
        with file.open("rb") as stream:
            self._records: Any = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if self._count else b""

    def __len__(self) -> int:
        return self._count

    def find(self, key: bytes) -> bytes | None:
        """Give what a record has beside its key; None where there is none of that key."""
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._at(middle)[: self._key] < key:
                low = middle + 1
            else:
                high = middle
        record = self._at(low)
        return record[self._key :] if record[: self._key] == key else None

    def _at(self, number: int) -> bytes:
        found: bytes = self._records[number * self._size : (number + 1) * self._size]
        return found


def write_index(records: Iterable[bytes], file: Path) -> None:
    """Write records of one size to a file, whole or not at all.

    Args:
        records: the records, in any order, each with a key of its own.
        file: the file.
    """
    write_whole(file, b"".join(sorted(records)))
