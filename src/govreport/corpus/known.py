"""What earlier runs have: the pages of their outputs, so that the same need not be read again."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from govreport.corpus.index import Index, write_index
from govreport.corpus.unpacking import ZSTD, Unpacked
from govreport.extras import require
from govreport.sources.file_systems import download, is_url

ID_BYTES: Final = 16
"""Of the id of a report: its 32 digits."""
NO_OUTPUT: Final = "is no output of govreport convert"


class Known:
    """Ids of reports, in a file that workers share.

    Args:
        file: a file that `write_known` wrote.
    """

    def __init__(self, file: Path) -> None:
        self._index = Index(file, ID_BYTES, ID_BYTES)

    def __contains__(self, report_id: object) -> bool:
        return self._index.find(bytes.fromhex(str(report_id))) is not None


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
    write_index({bytes.fromhex(found) for output in outputs for found in _ids_of(output)}, file)


def lines_of(file: Path) -> Iterator[bytes]:
    """Yield the lines of an output of `convert`, packed or not."""
    with file.open("rb") as stream:
        yield from io.BufferedReader(Unpacked(stream, ZSTD)) if file.name.endswith(".zst") else stream


def row_of(line: bytes, file: Path) -> dict[str, Any]:
    """Read a line of an output of `convert`.

    Args:
        line: the line.
        file: the output, for what is said of it.

    Raises:
        ValueError: it is none.
    """
    try:
        row = json.loads(line)
        bytes.fromhex(row["report_id"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{file} {NO_OUTPUT}") from None
    return dict(row)


def _ids_of(output: str) -> Iterator[str]:
    if not is_url(output):
        yield from _ids(Path(output))
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, output.rstrip("/").rpartition("/")[2])
        download(output, copy)
        yield from _ids(copy)


def _ids(output: Path) -> Iterator[str]:
    for row in output_rows(output, ("report_id", "error")):
        if row.get("error") is None:
            yield row["report_id"]


def output_rows(output: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield the rows of an output of `convert`: those of its table of reports where it has one.

    Args:
        output: a file or a folder.
        columns: the columns that are wanted; a row lacks those that its table does not have, and may have others.

    Raises:
        FileNotFoundError: it is not there.
        ValueError: it is no output of `convert`.
        MissingExtra: a package is missing that it takes to read it.
    """
    if output.is_file():
        yield from (row_of(line, output) for line in lines_of(output))
        return
    tables = [output / name for name in ("reports", "chunks", "blocks") if (output / name).is_dir()]
    if tables and list(tables[0].glob("*.parquet")):
        yield from _of_parquet(tables[0], columns)
        return
    for folder, _, names in os.walk(output, onerror=_raised):
        for file in (Path(folder, name) for name in names):
            yield from (row_of(line, file) for line in lines_of(file))


def _raised(failure: OSError) -> None:
    raise failure


def _of_parquet(table: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    dataset: Any = require("pyarrow.dataset", "arrow").dataset(table)
    there = [name for name in columns if name in dataset.schema.names]
    for batch in dataset.to_batches(columns=there):
        yield from batch.to_pylist()
