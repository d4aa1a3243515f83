"""The rows of what `convert` wrote, of any format, for those that go on from there."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govreport.corpus.unpacking import ZSTD, Unpacked
from govreport.extras import require


def output_rows(output: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield the rows of an output of `convert`: those of its table of reports where it has one.

    Args:
        output: a file or a folder.
        columns: the columns that are wanted, ``report_id`` among them; a row lacks those that its table does not have.

    Raises:
        FileNotFoundError: it is not there.
        ValueError: it is no output of `convert`.
        MissingExtra: a package is missing that it takes to read it.
    """
    if output.is_file():
        yield from _of_lines(output)
        return
    tables = [output / name for name in ("reports", "chunks", "blocks") if (output / name).is_dir()]
    if tables and list(tables[0].glob("*.parquet")):
        yield from _of_parquet(tables[0], columns)
        return
    for folder, _, names in os.walk(output, onerror=_raised):
        for name in names:
            yield from _of_lines(Path(folder, name))


def _raised(failure: OSError) -> None:
    raise failure


def _of_lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open("rb") as stream:
        lines: Any = stream
        if file.name.endswith(".zst"):
            lines = io.BufferedReader(Unpacked(stream, ZSTD))
        for line in lines:
            try:
                row = json.loads(line)
                row["report_id"], row.get("error")
            except (ValueError, KeyError, TypeError, AttributeError):
                raise ValueError(f"{file} is no output of govreport convert") from None
            yield row


def _of_parquet(table: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    dataset: Any = require("pyarrow.dataset", "arrow").dataset(table)
    there = [name for name in columns if name in dataset.schema.names]
    for batch in dataset.to_batches(columns=there):
        yield from batch.to_pylist()
