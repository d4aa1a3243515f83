"""Pages and their tables as Arrow data (extra ``arrow``): batches in, batches out, and Parquet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govreport.corpus.items import Item, Reading
from govreport.corpus.rows import Row, rows_of
from govreport.corpus.tables import TABLES, Type
from govreport.extras import require
from govreport.parsing.headings.series import Splitting, check_splitting
from govreport.sources.kinds import MAX_BYTES

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema, Table

pa: Any = require("pyarrow", "arrow")
ipc: Any = require("pyarrow.ipc", "arrow")
parquet: Any = require("pyarrow.parquet", "arrow")

_TYPES: Final[dict[Type, Any]] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
}
CONTENTS: Final = ("content", "bytes", "text")
"""Names of columns that are taken for the pages, in this order: those of Spark, of Ray, and of most data sets."""
_GROUP_BYTES: Final = 32 << 20  # bytes in memory that make a row group


@cache
def schema(table: str) -> Schema:
    """Give the Arrow schema of a table.

    Args:
        table: ``reports``, ``blocks`` or ``statistics``.

    Returns:
        Its columns; the metadata of each has what it says, as ``meaning``.

    Raises:
        ValueError: there is no such table.
    """
    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}: tables are {', '.join(TABLES)}")
    fields = [
        pa.field(column.name, _TYPES[column.type], at > 0, {"meaning": column.meaning})
        for at, column in enumerate(TABLES[table])
    ]
    return pa.schema(fields)


def parse_batch(
    batch: RecordBatch,
    *,
    table: str = "reports",
    column: str | None = None,
    encoding: str | None = None,
    split_headings: Splitting = "confident",
    max_bytes: int = MAX_BYTES,
) -> RecordBatch:
    """Parse a batch of pages.

    Args:
        batch: has the pages as a column of bytes or of text; ``path`` and ``url``, where it has them, are used too.
        table: the table that is wanted.
        column: name of the column with the pages; the first of `CONTENTS` that is there where None.
        encoding: of every page; found out for each where None.
        split_headings: as for `govreport.parse`.
        max_bytes: bytes of the largest page that is read.

    Returns:
        The rows of that table, in the order of the pages.  ``reports`` has one for each page, also for one that could
        not be read.

    Raises:
        ValueError: there is no such table, or no such column.
        TypeError: the column has neither bytes nor text.
    """
    schema(table)  # there is such a table
    check_splitting(split_headings)
    names = batch.schema.names
    name = column or next((name for name in CONTENTS if name in names), None)
    if name is None or name not in names:
        raise ValueError(f"no column with pages among {', '.join(names)}: name it with column=")
    reading = Reading(encoding, split_headings, max_bytes)
    absent = [None] * batch.num_rows
    paths, urls = (batch.column(one).to_pylist() if one in names else absent for one in ("path", "url"))
    rows: list[Row] = []
    for content, path, url in zip(batch.column(name), paths, urls, strict=True):
        rows += rows_of(_item(content.as_py(), path, url), reading, (table,)).tables[table]
    return _batch(table, rows)


def parse_table(pages: Table, **choices: Any) -> Table:
    """Parse a table of pages.

    Args:
        pages: as a batch for `parse_batch`.
        choices: as for `parse_batch`.

    Returns:
        The rows, in the order of the pages.
    """
    made = [parse_batch(batch, **choices) for batch in pages.to_batches()]
    return pa.Table.from_batches(made, schema(choices.get("table", "reports")))


def with_paths(batch: RecordBatch, name: Callable[[str], str]) -> RecordBatch:
    """Give a batch with its paths written in another way.

    Args:
        batch: any batch; one without the column ``path`` stays as it is.
        name: takes a path, and gives it as it is to be written.
    """
    at = batch.schema.get_field_index("path")
    if at < 0:
        return batch
    paths = [path and name(path) for path in batch.column(at).to_pylist()]
    return batch.set_column(at, "path", pa.array(paths, pa.string()))


def _item(content: object, path: str | None, url: str | None) -> Item:
    if content is None:
        return Item(path or "", url=url, error="there is no content")
    if not isinstance(content, (bytes, str)):
        raise TypeError(f"pages are bytes or text, not {type(content).__name__}")
    return Item(path or "", content, len(content), url=url)


def _batch(table: str, rows: list[Row]) -> RecordBatch:
    columns = schema(table)
    arrays = [pa.array([row[column.name] for row in rows], column.type) for column in columns]
    return pa.RecordBatch.from_arrays(arrays, schema=columns)


def write_part(file: Path, table: str, rows: list[Row]) -> int:
    """Write rows to a file that `merge_parts` reads.

    Args:
        file: the file.
        table: the table they are of.
        rows: the rows.

    Returns:
        Its size in bytes.
    """
    with ipc.new_file(file, schema(table), options=ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_batch(_batch(table, rows))
    return file.stat().st_size


def merge_parts(table: str, parts: list[Path], file: Path) -> None:
    """Put the rows of parts into one Parquet file, in order.

    Args:
        table: the table they are of.
        parts: what `write_part` wrote.
        file: the file.
    """
    with parquet.ParquetWriter(file, schema(table), compression="zstd") as writer:
        gathered: list[Any] = []
        for part in parts:
            with ipc.open_file(part) as reader:
                gathered.append(reader.read_all())
            if sum(rows.nbytes for rows in gathered) >= _GROUP_BYTES:
                writer.write_table(pa.concat_tables(gathered))
                gathered = []
        if gathered:
            writer.write_table(pa.concat_tables(gathered))
