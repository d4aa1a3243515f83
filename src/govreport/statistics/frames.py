"""The long form of statistics, one line a cell: as CSV or as a data frame."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, overload

import regex

from govreport.extras import require

if TYPE_CHECKING:
    import pandas
    import polars


class Line(NamedTuple):
    """A cell with its place.

    Attributes:
        report: the report's title.
        year: the year it is on.
        format: the edition of the form.
        block: ``disclosure``, ``requests`` or ``review``.
        row: label of the row.
        column: label of the column.
        value: the number, money in yuan; None where there is none or it is unknown.
        unit: ``元`` for money, or what the cell itself names.
        status: ``reported``, ``blank``, ``not-applicable`` or ``unknown``.
        raw: the cell as it stands in the page.
    """

    report: str | None
    year: int | None
    format: str | None
    block: str
    row: str
    column: str
    value: int | float | None
    unit: str | None
    status: str
    raw: str


Engine = Literal["pandas", "polars"]
ENGINES: Final = ("pandas", "polars")
"""The libraries that make frames; each is an extra of this package."""


# Spreadsheets take these for the beginning of a formula, in Chinese the full width too; blanks before it they drop.
_FORMULA: Final = regex.compile(r"[\s\x00-\x1f\u200b\ufeff]*+[=+\-@＝＋－＠]")
_NUMBER: Final = regex.compile(r"[+\-＋－]?+(?:\d[\d,，]*+(?:[.．]\d++)?+[%％]?+)?+")  # or a dash, for none


def csv_of(lines: Iterable[Line], *, formulas: bool = True) -> str:
    """Print lines as CSV with a header.

    Args:
        lines: the lines.
        formulas: whether a cell may be one that a spreadsheet runs as a formula (``=HYPERLINK(…)``).  Where not, such a
            cell has an apostrophe before it, which makes it text; numbers stay as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Line._fields)
    writer.writerows(lines if formulas else (map(harmless, line) for line in lines))
    return out.getvalue()


def harmless(cell: Any) -> Any:
    """Give a cell that no spreadsheet runs as a formula: with an apostrophe before it where it would."""
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


@overload
def frame_of(lines: Iterable[Line], engine: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
@overload
def frame_of(lines: Iterable[Line], engine: Literal["polars"]) -> polars.DataFrame: ...
@overload
def frame_of(lines: Iterable[Line], engine: Engine) -> pandas.DataFrame | polars.DataFrame: ...
def frame_of(lines: Iterable[Line], engine: Engine = "pandas") -> pandas.DataFrame | polars.DataFrame:
    """Make a data frame of lines, those of one report or of many.

    Args:
        lines: the lines.
        engine: the library that makes it.

    Returns:
        A ``pandas.DataFrame`` or a ``polars.DataFrame`` with a column for each field of `Line`; ``value`` is floating
        point.

    Raises:
        MissingExtra: the library is not installed; the message names the extra to install.
        ValueError: ``engine`` is none of the two.
    """
    if engine not in ENGINES:
        raise ValueError(f'engine is "pandas" or "polars", not {engine!r}')
    library: Any = require(engine, engine)
    rows = list(lines)
    if engine == "polars":
        types = {**dict.fromkeys(Line._fields, library.String), "year": library.Int64, "value": library.Float64}
        by_polars: polars.DataFrame = library.DataFrame(rows, schema=types, orient="row")
        return by_polars
    frame = library.DataFrame(rows, columns=list(Line._fields))
    by_pandas: pandas.DataFrame = frame.astype({"year": "Int64", "value": "float64"})
    return by_pandas
