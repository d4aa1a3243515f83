"""The panel as a file: CSV, Excel, Parquet or Stata."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from govreport.corpus.iterating import Unreadable
from govreport.corpus.panel import Row, Shape, frame_of, panel_rows
from govreport.corpus.tables import Column
from govreport.extras import require
from govreport.statistics.frames import harmless

_STATA: Final = 118
"""Version of Stata's format that holds Chinese: Stata 14 and later."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CSV_MARK: Final = "\ufeff"
"""By which Excel knows that a CSV file is in UTF-8."""


def write_panel(
    target: str | os.PathLike[str],
    *sources: str | os.PathLike[str],
    shape: Shape = "long",
    unreadable: Unreadable = "skip",
) -> int:
    """Write the panel of some sources to a file, its kind told by its suffix.

    Args:
        target: ``.csv`` (UTF-8 with a mark for Excel, no cell a formula), ``.xlsx`` (extra ``excel``), ``.parquet``
            (extras ``pandas`` and ``arrow``) or ``.dta`` (extra ``pandas``).
        sources: as for `govreport.panel`.
        shape: as for `govreport.panel`.
        unreadable: what to do with a page that cannot be read, as for `govreport.corpus.reports`.

    Returns:
        How many rows were written.

    Raises:
        FileNotFoundError: a source is not there.
        MissingExtra: what writes the kind is not installed.
        ValueError: the suffix is none of these.
    """
    path = Path(target)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"a panel is written as {', '.join(_WRITERS)}, not as {path.suffix or path.name!r}")
    columns, rows = panel_rows(*sources, shape=shape, unreadable=unreadable)
    write(path, columns, rows)
    return len(rows)


def csv_of_rows(columns: Iterable[Column], rows: list[Row]) -> str:
    """Print rows as CSV with a header; a cell that a spreadsheet would run as a formula has an apostrophe before it."""
    names = [column.name for column in columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([harmless(_plain(row[name])) for name in names] for row in rows)
    return out.getvalue()


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value == int(value) else value


def _write_csv(path: Path, columns: tuple[Column, ...], rows: list[Row]) -> None:
    path.write_text(_CSV_MARK + csv_of_rows(columns, rows), encoding="utf-8", newline="")


def _write_excel(path: Path, columns: tuple[Column, ...], rows: list[Row]) -> None:
    require("openpyxl", "excel")
    safe = [{name: harmless(_printable(value)) for name, value in row.items()} for row in rows]
    frame_of(columns, safe, "pandas").to_excel(path, index=False, sheet_name="panel", freeze_panes=(1, 0))


def _printable(value: Any) -> Any:
    """A text without the control characters that no worksheet may hold."""
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def _write_parquet(path: Path, columns: tuple[Column, ...], rows: list[Row]) -> None:
    require("pyarrow", "arrow")
    frame_of(columns, rows, "pandas").to_parquet(path, index=False)


def _write_stata(path: Path, columns: tuple[Column, ...], rows: list[Row]) -> None:
    """Stata has neither nullable integers nor Booleans: they become doubles with missing values."""
    frame = frame_of(columns, rows, "pandas")
    for column in columns:
        if column.type in ("int64", "float64", "bool"):
            frame[column.name] = frame[column.name].astype("Float64").astype("float64")
        else:
            frame[column.name] = [str(one) if isinstance(one, str) or one else "" for one in _objects(frame, column)]
    labels = {column.name: column.meaning.replace("`", "")[:80] for column in columns}
    frame.to_stata(path, write_index=False, version=_STATA, variable_labels=labels)


def _objects(frame: Any, column: Column) -> list[Any]:
    series = frame[column.name].astype("object")
    return list(series.where(series.notna(), None))


_WRITERS: Final[dict[str, Callable[[Path, tuple[Column, ...], list[Row]], None]]] = {
    ".csv": _write_csv,
    ".xlsx": _write_excel,
    ".parquet": _write_parquet,
    ".dta": _write_stata,
}
"""What writes each kind of file, by its suffix."""
