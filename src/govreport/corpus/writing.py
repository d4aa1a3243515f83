"""How the rows of a part are written, and put into the output: JSON Lines, one JSON file a page, Parquet.

A format is sent to the workers, so it holds no open file.  Whatever it writes is there whole or not at all.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol, get_args

from attrs import frozen

from govreport.corpus.ledger import OUTPUT, part_file, write_whole
from govreport.corpus.places import place
from govreport.extras import require

if TYPE_CHECKING:
    from govreport.corpus.rows import Row, Rows

FormatName = Literal["jsonl", "jsonl.zst", "json", "parquet"]
FORMATS: Final[tuple[FormatName, ...]] = get_args(FormatName)
"""Names of the formats, which are also the suffixes that tell them."""
_COPIED: Final = 1 << 20  # bytes that are copied at a time
_PAGES: Final = "pages"  # suffix of the folder with the pages of a part
_PLACES: Final = "places"  # and of the file that says where they go


class Format(Protocol):
    """A way to write a corpus."""

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables it holds."""

    @property
    def merged(self) -> bool:
        """Whether some parts at a time are put into the output by a worker, or each by the first process."""

    def write(self, folder: Path, number: int, pages: Iterable[Rows]) -> int:
        """Write the rows of a part.

        Args:
            folder: the ledger's.
            number: the part's.
            pages: the rows, page by page.

        Returns:
            The size of the part, in bytes.
        """

    def put(self, folder: Path, numbers: list[int], length: int) -> int:
        """Put parts into the output.

        Args:
            folder: the ledger's.
            numbers: the parts.
            length: what the output has before them: its bytes, or its files of each table.

        Returns:
            What it has after them.
        """


def format_named(name: FormatName, tables: tuple[str, ...], alone: bool = False) -> Format:
    """Make the format of a name.

    Args:
        name: the name.
        tables: names of the tables; one for JSON Lines, ``reports`` for a file a page.
        alone: whether no worker process of a run that was killed may still be at it.

    Raises:
        MissingExtra: a package that it needs is missing.
    """
    if name == "parquet":
        require("pyarrow", "arrow")
        return Parquet(tables, alone)
    if name == "jsonl.zst":
        require("zstandard", "arrow")
    return OneFileAPage(alone) if name == "json" else JsonLines(compressed=name == "jsonl.zst", tables=tables)


def json_line(row: Row) -> str:
    """A row as JSON on a line; one of ``reports`` with the tree as JSON in it."""
    if "report" not in row:
        return json.dumps(row, ensure_ascii=False, default=_date) + "\n"
    head = json.dumps({**row, "report": None}, ensure_ascii=False, default=_date)
    return f"{head.removesuffix('null}')}{row['report'] or 'null'}}}\n"


def _lines(page: Rows, table: str) -> bytes:
    """The rows of a page in a table, a line each."""
    return "".join(map(json_line, page.tables[table])).encode() if page.lines is None else page.lines


def _date(value: datetime.date) -> str:
    return value.isoformat()


@frozen
class JsonLines:
    """One file, a row a line.

    Attributes:
        compressed: with zstd, each part a frame of its own.
        tables: the name of the table.
    """

    compressed: bool
    tables: tuple[str, ...] = ("reports",)
    merged: bool = False

    def write(self, folder: Path, number: int, pages: Iterable[Rows]) -> int:
        """See `Format`."""
        lines = b"".join(_lines(page, self.tables[0]) for page in pages)
        if self.compressed:
            lines = require("zstandard", "arrow").ZstdCompressor(write_checksum=True).compress(lines)
        write_whole(part_file(folder, number, "rows"), lines)
        return len(lines)

    def put(self, folder: Path, numbers: list[int], length: int) -> int:
        """See `Format`."""
        with (folder / OUTPUT).open("ab") as output:
            output.truncate(length)  # what was appended right before a kill is not committed
            for number in numbers:
                with part_file(folder, number, "rows").open("rb") as part:
                    while data := part.read(_COPIED):
                        length += output.write(data)
        return length


@frozen
class OneFileAPage:
    """A folder, with a file of the page's path for each page.

    Attributes:
        alone: as for `format_named`.
    """

    alone: bool = False
    tables: tuple[str, ...] = ("reports",)
    merged: bool = False

    def write(self, folder: Path, number: int, pages: Iterable[Rows]) -> int:
        """See `Format`."""
        places: list[tuple[str, str]] = []
        size = 0
        within = part_file(folder, number, _PAGES)
        within.mkdir(exist_ok=True)
        write = Path.write_bytes if self.alone else write_whole  # the receipt, which is last, says that they are whole
        for page in pages:
            if data := _lines(page, "reports"):
                write(within / str(len(places)), data)
                places.append((os.fspath(place(page.path)), os.fspath(place(page.path, f"{number}/{len(places)}"))))
                size += len(data)
        write(part_file(folder, number, _PLACES), json.dumps(places).encode())
        return size

    def put(self, folder: Path, numbers: list[int], length: int) -> int:
        """See `Format`.

        A page whose place is taken, by one of the same path, goes to a place of its own.  What was moved before a kill
        is not moved again.
        """
        output = folder / OUTPUT
        output.mkdir(exist_ok=True)
        for number in numbers:
            within = part_file(folder, number, _PAGES)
            for page, names in enumerate(json.loads(part_file(folder, number, _PLACES).read_bytes())):
                first, other = (output / name for name in names)
                if (within / str(page)).exists():
                    target = other if os.path.lexists(first) else first
                    target.parent.mkdir(parents=True, exist_ok=True)
                    os.replace(within / str(page), target)
        return length + len(numbers)


@frozen
class Parquet:
    """A folder with a folder for each table, with files of as many rows as can be read at once.

    Attributes:
        tables: names of the tables.
        alone: as for `format_named`.
    """

    tables: tuple[str, ...]
    alone: bool = False
    merged: bool = True

    def write(self, folder: Path, number: int, pages: Iterable[Rows]) -> int:
        """See `Format`."""
        from govreport.arrow import write_part

        rows: dict[str, list[Row]] = {name: [] for name in self.tables}
        for page in pages:
            for name in self.tables:
                rows[name] += page.tables[name]
        return sum(write_part(part_file(folder, number, name), name, rows[name]) for name in self.tables)

    def put(self, folder: Path, numbers: list[int], length: int) -> int:
        """See `Format`."""
        from govreport.arrow import merge_parts

        for name in self.tables:
            file = folder / OUTPUT / name / f"{length:05}.parquet"
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = file if self.alone else folder / f"{name}-{length:05}.{os.getpid()}.tmp"
            merge_parts(name, [part_file(folder, number, name) for number in numbers], unfinished)
            if not self.alone:
                os.replace(unfinished, file)
        return length + 1
