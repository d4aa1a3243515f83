"""What an output has already, page by page: so that it can be brought up to date without reading all pages again."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

from govreport.corpus.index import Index, write_index
from govreport.corpus.known import ID_BYTES, NO_OUTPUT, lines_of, row_of
from govreport.corpus.tables import TABLES
from govreport.corpus.writing import FormatName
from govreport.extras import require

_LINES: Final = struct.Struct(">2Q")  # where the lines of a page begin in the file, and how many bytes they have
_ROWS: Final = struct.Struct(">4I")  # the file with the rows of a page, the group in it, the first row, and how many
_PATHS: Final = "earlier.paths"  # names of the files that say what is where
_PAGES: Final = "earlier.pages"
_UNPACKED: Final = "earlier.jsonl"
_WITH_PATHS: Final = ("reports", "chunks")  # tables whose column `path` is a page's: that of blocks is a section's
_MAIN: Final = ("reports", "chunks", "blocks", "statistics")  # the first that is there says which pages there are
_OTHER_COLUMNS: Final = "has other columns than are written now: make it anew (overwrite)"


class Earlier(Protocol):
    """The pages of an output, by their ids; those that could not be read are not among them."""

    def __contains__(self, report_id: object) -> bool: ...

    @property
    def pages(self) -> int:
        """How many pages the output has, also such as could not be read."""

    def had(self, path: str) -> bool:
        """Whether it has a page of that path; False where its tables name no paths."""

    def lines(self, report_id: str) -> bytes:
        """The rows of a page as lines of JSON."""

    def tables(self, report_id: str) -> dict[str, list[dict[str, Any]]]:
        """The rows of a page, table by table."""


def earlier_output(output: Path, form: FormatName, tables: tuple[str, ...], folder: Path) -> Earlier:
    """Look into an output of `convert`.

    Args:
        output: the output, on this machine.
        form: its format.
        tables: the tables that it has to have.
        folder: where it is written down what is where; what is there already is taken for it.

    Raises:
        ValueError: it is no such output, or has other columns.
        MissingExtra: a package is missing that it takes to read it.
    """
    if form == "parquet":
        found: Earlier = _Tables(output, tables, folder)
    else:
        found = _Lines(output if form == "jsonl" else folder / _UNPACKED, tables[0], folder)
    return found


def write_down(output: Path, form: FormatName, tables: tuple[str, ...], folder: Path) -> None:
    """Write down what is where in an output of `convert`, once.

    Args:
        output: as for `earlier_output`, as are the others.
        form: its format.
        tables: the tables that it has to have.
        folder: where to.

    Raises:
        ValueError, MissingExtra: as for `earlier_output`.
    """
    if (folder / _PATHS).exists():
        return
    paths: set[bytes] = set()
    if form == "parquet":
        for table in tables:
            files = _files(output, table)
            write_index(_page_records(files, table, table == _main(tables), paths), folder / f"{_PAGES}.{table}")
    else:
        lines = output
        if form != "jsonl":
            lines = folder / _UNPACKED
            _unpack(output, lines)
        write_index(_line_records(lines, tables[0], paths), folder / _PAGES)
    write_index(paths, folder / _PATHS)


def _unpack(output: Path, target: Path) -> None:
    """Put the lines of a packed file, or of a folder with a file a page, into one file."""
    files = [output] if output.is_file() else sorted(file for file in output.rglob("*") if file.is_file())
    with target.open("wb") as unpacked:
        for file in files:
            unpacked.writelines(lines_of(file))


def _line_records(file: Path, table: str, paths: set[bytes]) -> Iterator[bytes]:
    columns = {column.name for column in TABLES[table]}
    found: dict[bytes, tuple[int, int]] = {}
    last, begun, end = b"", 0, 0
    for line in lines_of(file):
        row = row_of(line, file)
        if row.keys() != columns:
            raise ValueError(f"{file} {_OTHER_COLUMNS}")
        key = bytes.fromhex(row["report_id"])
        if key != last or _begins(row):
            last, begun = key, end
        end += len(line)
        if table in _WITH_PATHS:
            paths.add(_digest(row["path"]))
        if row.get("error") is None:
            found[key] = (begun, end - begun)
    return (key + _LINES.pack(*place) for key, place in found.items())


def _page_records(files: list[Path], table: str, main: bool, paths: set[bytes]) -> Iterator[bytes]:
    names = [column.name for column in TABLES[table]]
    asked = [name for name in ("report_id", "error", "n", "path") if name in names]
    parquet: Any = require("pyarrow.parquet", "arrow")
    found: dict[bytes, tuple[int, int, int, int]] = {}
    last, begun = b"", 0
    for number, path in enumerate(files):
        with parquet.ParquetFile(path) as file:
            if file.schema_arrow.names != names:
                raise ValueError(f"{path} {_OTHER_COLUMNS}")
            for group in range(file.num_row_groups):
                last = b""
                for at, row in enumerate(file.read_row_group(group, asked).to_pylist()):
                    key = bytes.fromhex(row["report_id"])
                    if key != last or _begins(row):
                        last, begun = key, at
                    if main and table in _WITH_PATHS:
                        paths.add(_digest(row["path"]))
                    if row.get("error") is None:
                        found[key] = (number, group, begun, at + 1 - begun)
    return (key + _ROWS.pack(*place) for key, place in found.items())


def _begins(row: dict[str, Any]) -> bool:
    """Whether a row is the first of its page, as far as it shows: a page may be there twice."""
    return "error" in row or row.get("n") == 0


def _digest(path: str) -> bytes:
    return hashlib.sha256(path.encode()).digest()[:ID_BYTES]


def _main(tables: Iterable[str]) -> str:
    return next(name for name in _MAIN if name in tables)


def _files(output: Path, table: str) -> list[Path]:
    files = sorted((output / table).glob("*.parquet"))
    if not files:
        raise ValueError(f"{output} {NO_OUTPUT} with the table {table}")
    return files


class _Written:
    """What is written down of an output.  It is opened when it is first asked: workers do that for themselves."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, Index] = {}

    def _index(self, name: str, size: int) -> Index:
        if name not in self._open:
            self._open[name] = Index(self._folder / name, ID_BYTES, ID_BYTES + size)
        return self._open[name]

    def had(self, path: str) -> bool:
        return self._index(_PATHS, 0).find(_digest(path)) is not None


class _Lines(_Written):
    """An output of JSON Lines."""

    def __init__(self, file: Path, table: str, folder: Path) -> None:
        super().__init__(folder)
        self._file = file
        self._table = table

    def __contains__(self, report_id: object) -> bool:
        return self._index(_PAGES, _LINES.size).find(bytes.fromhex(str(report_id))) is not None

    @property
    def pages(self) -> int:
        return len(self._index(_PATHS, 0)) or len(self._index(_PAGES, _LINES.size))

    def lines(self, report_id: str) -> bytes:
        place = self._index(_PAGES, _LINES.size).find(bytes.fromhex(report_id))
        if place is None:
            return b""
        begun, size = _LINES.unpack(place)
        with self._file.open("rb") as file:
            file.seek(begun)
            return file.read(size)

    def tables(self, report_id: str) -> dict[str, list[dict[str, Any]]]:
        return {self._table: []}


class _Tables(_Written):
    """An output of Parquet."""

    def __init__(self, output: Path, tables: tuple[str, ...], folder: Path) -> None:
        super().__init__(folder)
        self._output = output
        self._tables = tables
        self._groups: dict[str, tuple[tuple[int, int], Any]] = {}  # the last of each table: pages come in order

    def __contains__(self, report_id: object) -> bool:
        return self._place(_main(self._tables), str(report_id)) is not None

    @property
    def pages(self) -> int:
        return len(self._index(_PATHS, 0)) or len(self._index(f"{_PAGES}.{_main(self._tables)}", _ROWS.size))

    def lines(self, report_id: str) -> bytes:
        return b""

    def tables(self, report_id: str) -> dict[str, list[dict[str, Any]]]:
        made: dict[str, list[dict[str, Any]]] = {}
        for table in self._tables:
            place = self._place(table, report_id)
            made[table] = []
            if place is not None:
                number, group, begun, count = place
                made[table] = self._group(table, number, group).slice(begun, count).to_pylist()
        return made

    def _place(self, table: str, report_id: str) -> tuple[int, int, int, int] | None:
        place = self._index(f"{_PAGES}.{table}", _ROWS.size).find(bytes.fromhex(report_id))
        if place is None:
            return None
        number, group, begun, count = _ROWS.unpack(place)
        return number, group, begun, count

    def _group(self, table: str, number: int, group: int) -> Any:
        key = (number, group)
        if table not in self._groups or self._groups[table][0] != key:
            parquet: Any = require("pyarrow.parquet", "arrow")
            with parquet.ParquetFile(_files(self._output, table)[number]) as file:
                self._groups[table] = (key, file.read_row_group(group))
        return self._groups[table][1]
