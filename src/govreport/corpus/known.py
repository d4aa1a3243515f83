"""What earlier runs have: the pages of their outputs, so that the same need not be read again."""

from __future__ import annotations

import io
import json
import mmap
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from govreport.corpus.ledger import write_whole
from govreport.corpus.unpacking import ZSTD, Unpacked
from govreport.extras import require

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
    ids = {bytes.fromhex(found) for output in outputs for found in _ids(Path(output))}
    write_whole(file, b"".join(sorted(ids)))


def _ids(output: Path) -> Iterator[str]:
    if output.is_file():
        yield from _of_lines(output)
        return
    tables = [output / name for name in ("reports", "chunks", "blocks") if (output / name).is_dir()]
    if tables and list(tables[0].glob("*.parquet")):
        yield from _of_parquet(tables[0])
        return
    for folder, _, names in os.walk(output, onerror=_raised):
        for name in names:
            yield from _of_lines(Path(folder, name))


def _raised(failure: OSError) -> None:
    raise failure


def _of_lines(file: Path) -> Iterator[str]:
    with file.open("rb") as stream:
        lines: Any = stream
        if file.name.endswith(".zst"):
            lines = io.BufferedReader(Unpacked(stream, ZSTD))
        for line in lines:
            try:
                row = json.loads(line)
                found, error = row["report_id"], row.get("error")
            except (ValueError, KeyError, TypeError, AttributeError):
                raise ValueError(f"{file} is no output of govreport convert") from None
            if error is None:
                yield found


def _of_parquet(table: Path) -> Iterator[str]:
    dataset: Any = require("pyarrow.dataset", "arrow").dataset(table)
    columns = [name for name in ("report_id", "error") if name in dataset.schema.names]
    for batch in dataset.to_batches(columns=columns):
        for row in batch.to_pylist():
            if row.get("error") is None:
                yield row["report_id"]
