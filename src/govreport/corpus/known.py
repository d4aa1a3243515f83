"""What earlier runs have: the pages of their outputs, so that the same need not be read again."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from govreport.corpus.ledger import write_whole
from govreport.corpus.outputs import output_rows

_BYTES: Final = 16  # of an id: its 32 digits


class Known:
    """Ids of reports, in a file that workers share, in order.

    Args:
        file: a file that `write_known` wrote.
    """

    def __init__(self, file: Path) -> None:
        self._count = file.stat().st_size // _BYTES
        with file.open("rb") as stream:
            self._ids: Any = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if self._count else b""

    def __contains__(self, report_id: object) -> bool:
        wanted = bytes.fromhex(str(report_id))
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._ids[middle * _BYTES : (middle + 1) * _BYTES] < wanted:
                low = middle + 1
            else:
                high = middle
        found: bytes = self._ids[low * _BYTES : (low + 1) * _BYTES]
        return found == wanted


def write_known(outputs: Iterable[str], file: Path) -> None:
    """Write down which reports some outputs of `convert` have; those that could not be read are not among them.

    Args:
        outputs: files and folders that `convert` wrote, of any format and with any table.
        file: the file to write.

    Raises:
        FileNotFoundError: an output is not there.
        ValueError: one is no output of `convert`.
        MissingExtra: a package is missing that it takes to read one.
    """
    rows = (row for output in outputs for row in output_rows(Path(output), ("report_id", "error")))
    ids = {bytes.fromhex(row["report_id"]) for row in rows if row.get("error") is None}
    write_whole(file, b"".join(sorted(ids)))
