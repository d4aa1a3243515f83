"""The figures of a folder of reports as one tidy table: a row a report and variable; its schema, and other shapes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, overload

from attrs import frozen

from govreport.corpus.iterating import Unreadable, reports
from govreport.corpus.tables import Column
from govreport.extras import require
from govreport.figures import VARIABLES, Fact
from govreport.figures.prose import stated
from govreport.figures.reading import cells, is_on_disclosure
from govreport.figures.tables import Place
from govreport.figures.year import year_on
from govreport.statistics.frames import ENGINES, Engine
from govreport.tree.office import Office, office
from govreport.tree.report import Report
from govreport.words.division_codes import later

if TYPE_CHECKING:
    import pandas
    import polars

Shape = Literal["long", "wide", "coverage", "revisions"]
Row = dict[str, Any]

SCHEMA: Final = (
    Column("path", "string", "the file, as `govreport.corpus.reports` names it"),
    Column("title", "string", "`report.title`"),
    Column("issuer", "string", "`report.issuer`"),
    Column("office", "string", "the same for all reports of an office, whatever its name and division were called"),
    Column("division", "string", "code of its division (GB/T 2260) in that year; null where nothing tells it"),
    Column("division_name", "string", "its name in that year"),
    Column("division_today", "string", "the code that it has today, or that of what it was merged into"),
    Column("division_source", "string", "who tells: `name`, `site`, `index`, `domain`, `page`; two as `name+site`"),
    Column("division_conflicts", "string", "sources that tell of another division, each with its code: `site 440106`"),
    Column("level", "string", "central, province, prefecture, county or township"),
    Column("organ_type", "string", "kind of office, by its name: see `govreport.words.organ_kinds`"),
    Column("organisation", "string", "code of the body (GB 11714) in the page's index number"),
    Column("year", "int64", "the year it is on: by its title, its period, else the year that it names most"),
    Column("period_start", "date", "first day that the figures cover, where the report says it"),
    Column("period_end", "date", "last day of it"),
    Column("edition", "string", "form of its tables: `codes`, `fujian`, `indicators`, `2019`, `2021`; else `prose`"),
    Column("variable", "string", "what is counted, in code: see the codebook"),
    Column("label", "string", "the same in Chinese"),
    Column("item", "string", "the class of `disclosed_class`; empty for other variables"),
    Column("value", "float64", "the number; money in yuan; null where there is none or it cannot be told"),
    Column("unit", "string", "its unit"),
    Column("status", "string", "`reported`, `negated` (nought, in words), `blank`, `not-applicable`, `unknown`"),
    Column("approximate", "bool", "whether it is about so many"),
    Column("agrees", "bool", "whether all places of the report that count it give this number; null for one place"),
    Column("kind", "string", "where it stands: `sentence`, or the form of the table"),
    Column("span_start", "int64", "offset in the report's text, in characters"),
    Column("span_end", "int64", "offset of its end"),
    Column("confidence", "float64", "how likely it is right"),
)  # fmt: skip
"""The columns of the panel in its long form.  `path`, `variable` and `item` together name a row."""
_OF_REPORT: Final = tuple(column.name for column in SCHEMA[: [one.name for one in SCHEMA].index("variable")])
_CATEGORIES: Final = ("division_source", "level", "organ_type", "edition", "variable", "unit", "status", "kind")
"""Columns whose values are of a closed list."""

COVERAGE: Final = (
    Column("office", "string", "the office, as in the long form"),
    Column("issuer", "string", "its name in its last report"),
    Column("year", "int64", "each year from the first to the last of the folder"),
    Column("reports", "int64", "its reports on that year"),
    Column("status", "string", "`there`, `missing`, `twice`, or `doubtful`: a report of which nothing could be read"),
)
REVISIONS: Final = (
    Column("office", "string", "the office, as in the long form"),
    Column("issuer", "string", "its name in the later report"),
    Column("year", "int64", "the year that both tell of"),
    Column("variable", "string", "what they tell: `carried_forward`, or what the later report says of the year before"),
    Column("before", "float64", "the number in the report on the year"),
    Column("after", "float64", "the number in the next report: its 上年结转, or what it says of the year before"),
    Column("difference", "float64", "after less before"),
)
_MEASURED: Final = frozenset({"元", "%"})
"""Units of what is measured; others count things, and their numbers are integers."""
_BY_ITEM: Final = "disclosed_class"
"""The variable that has a row for each of its items."""


@overload
def panel(
    *sources: str | os.PathLike[str], engine: Literal["pandas"] = "pandas", shape: Shape = "long"
) -> pandas.DataFrame: ...
@overload
def panel(*sources: str | os.PathLike[str], engine: Literal["polars"], shape: Shape = "long") -> polars.DataFrame: ...
@overload
def panel(
    *sources: str | os.PathLike[str], engine: Engine, shape: Shape = "long"
) -> pandas.DataFrame | polars.DataFrame: ...
def panel(
    *sources: str | os.PathLike[str], engine: Engine = "pandas", shape: Shape = "long"
) -> pandas.DataFrame | polars.DataFrame:
    """Make one table of the figures of many reports on disclosure.

    Args:
        sources: folders, files and archives, as for `govreport.corpus.convert`; what cannot be read is left out, and
            so are documents that are not on disclosure.
        engine: the library that makes the frame.
        shape: ``long``: a row a report and variable, `SCHEMA`.  ``wide``: a row a report and a column for
            every variable but ``disclosed_class``.  ``coverage``: a row an office and year.  ``revisions``: a row for
            each number that a report and the next both tell of its year: what the one carries forward beside what the
            other carried over, and what the next says of the year before (上年收到申请12件).

    Returns:
        A ``pandas.DataFrame`` with nullable types, or a ``polars.DataFrame``, with the same columns.

    Raises:
        FileNotFoundError: a source is not there.
        MissingExtra: the library is not installed; the message names the extra to install.
        ValueError: ``engine`` or ``shape`` is none of these.
    """
    if engine not in ENGINES:
        raise ValueError(f'engine is "pandas" or "polars", not {engine!r}')
    columns, rows = panel_rows(*sources, shape=shape)
    frame: pandas.DataFrame | polars.DataFrame = frame_of(columns, rows, engine)
    return frame


def panel_rows(
    *sources: str | os.PathLike[str], shape: Shape = "long", unreadable: Unreadable = "skip"
) -> tuple[tuple[Column, ...], list[Row]]:
    """Give the columns and rows of the panel as plain data; see `panel`, and `reports` for what cannot be read."""
    if shape not in get_args(Shape):
        raise ValueError(f"shape is one of {', '.join(get_args(Shape))}, not {shape!r}")
    some = list(_read(sources, unreadable))
    if shape == "wide":
        return _wide(some)
    if shape == "coverage":
        return COVERAGE, list(_coverage(some))
    if shape == "revisions":
        return REVISIONS, list(_revisions(some))
    return SCHEMA, [{**one.about, **row} for one in some for row in one.rows]


@frozen
class _Read:
    """What a report says.

    Attributes:
        about: what its rows have in common.
        rows: a row for each variable of its year.
        restated: what it says of the year before, by variable.
    """

    about: Row
    rows: list[Row]
    restated: dict[str, float]


def _read(sources: tuple[str | os.PathLike[str], ...], unreadable: Unreadable) -> Iterator[_Read]:
    for path, report in reports(*sources, unreadable=unreadable):
        if is_on_disclosure(report):
            places, said = cells(report), list(stated(report))
            rows = list(_figures(said, places))
            yield _Read(_about(path, report, places), rows, _restated(said, rows))


def _about(path: str, report: Report, places: list[Place]) -> Row:
    """What the rows of a report have in common."""
    start, end = report.period or (None, None)
    year = year_on(report)
    return {
        "path": path,
        "title": report.title,
        "issuer": report.issuer,
        **_who(office(report, year)),
        "year": year,
        "period_start": start,
        "period_end": end,
        "edition": places[0].kind if places else "prose",
    }


def _who(by: Office) -> Row:
    division = by.division
    return {
        "office": by.id,
        "division": division.code if division else None,
        "division_name": division.name if division else None,
        "division_today": later(division, merged=True).code if division else None,
        "division_source": by.division_source,
        "division_conflicts": "; ".join(
            f"{one.source} {' '.join(division.code for division in one.divisions)}"
            for one in by.told
            if one.source in by.disagreements
        ),
        "level": by.level,
        "organ_type": by.kind,
        "organisation": by.organisation,
    }


def _restated(said: list[Fact], rows: list[Row]) -> dict[str, float]:
    before = [one for one in said if one.scope == "last-year" and not one.item and not one.approximate]
    over = next((row["value"] for row in rows if row["variable"] == "carried_over"), None)
    forward = {} if over is None else {"carried_forward": over}
    return {**{one.variable: float(one.value) for one in before}, **forward}


def _figures(said: list[Fact], places: list[Place]) -> Iterator[Row]:
    """A row for each variable that a report says something of: its table before its sentences."""
    known: dict[tuple[str, str], list[Fact]] = {}
    for fact in (*(place.fact for place in places), *said):
        if fact is not None and fact.scope == "year":
            known.setdefault((fact.variable, fact.item), []).append(fact)
    for some in known.values():
        yield _figure(some)
    empty = {place.variable: place for place in reversed(places) if (place.variable, "") not in known}
    for place in empty.values():
        one = VARIABLES[place.variable]
        yield {
            **dict.fromkeys(column.name for column in SCHEMA[len(_OF_REPORT) :]),
            "variable": one.code, "label": one.label, "item": "", "unit": one.unit,
            "status": place.status, "approximate": False, "kind": place.kind, "span_start": place.start,
        }  # fmt: skip


def _figure(some: list[Fact]) -> Row:
    tables = [one for one in some if one.kind != "sentence"]
    best = tables[0] if tables else max(some, key=lambda one: (not one.approximate, one.confidence))
    return {
        "variable": best.variable,
        "label": best.label,
        "item": best.item,
        "value": float(best.value),
        "unit": best.unit,
        "status": "negated" if best.negated else "reported",
        "approximate": best.approximate,
        "agrees": None if len(some) == 1 else len({one.value for one in some if not one.approximate}) <= 1,
        "kind": best.kind,
        "span_start": best.start,
        "span_end": best.end,
        "confidence": best.confidence,
    }


def _wide(some: list[_Read]) -> tuple[tuple[Column, ...], list[Row]]:
    variables = [
        Column(code, "float64" if one.unit in _MEASURED else "int64", one.label)
        for code, one in VARIABLES.items()
        if code != _BY_ITEM
    ]
    empty = dict.fromkeys(column.name for column in variables)
    columns = (*SCHEMA[: len(_OF_REPORT)], *variables)
    return columns, [
        {**one.about, **empty, **{row["variable"]: _whole(row) for row in one.rows if not row["item"]}} for one in some
    ]


def _whole(row: Row) -> float | int | None:
    """The number of a row, as an integer where it counts things; null where what counts things is no integer."""
    value: float | None = row["value"]
    if value is None or row["unit"] in _MEASURED:
        return value
    return int(value) if value == int(value) else None


def _coverage(some: list[_Read]) -> Iterator[Row]:
    found: dict[tuple[str, int], list[bool]] = {}
    names: dict[str, tuple[int, str]] = {}
    for one in some:
        about, rows = one.about, one.rows
        who, year = about["office"], about["year"]
        if who is not None and year is not None:
            found.setdefault((who, year), []).append(any(row["value"] is not None for row in rows))
            names[who] = max(names.get(who, (0, "")), (year, about["issuer"]))
    years = [year for _, year in found]
    for who in sorted(names):
        for year in range(min(years), max(years) + 1):
            there = found.get((who, year), [])
            status = "missing" if not there else "twice" if len(there) > 1 else "there" if there[0] else "doubtful"
            yield {"office": who, "issuer": names[who][1], "year": year, "reports": len(there), "status": status}


def _revisions(some: list[_Read]) -> Iterator[Row]:
    dated = [one for one in some if one.about["office"] is not None and one.about["year"] is not None]
    dated.sort(key=lambda one: (one.about["office"], one.about["year"]))
    told = {
        (one.about["office"], one.about["year"], row["variable"]): row["value"]
        for one in dated
        for row in one.rows
        if not row["item"]
    }
    for one in dated:
        who, year = one.about["office"], one.about["year"] - 1
        for variable, after in sorted(one.restated.items()):
            before = told.get((who, year, variable))
            if before is not None:
                yield {
                    "office": who, "issuer": one.about["issuer"], "year": year, "variable": variable,
                    "before": before, "after": after, "difference": after - before,
                }  # fmt: skip


_PANDAS: Final = {"string": "string", "int64": "Int64", "float64": "Float64", "bool": "boolean", "date": "object"}
_POLARS: Final = {"string": "String", "int64": "Int64", "float64": "Float64", "bool": "Boolean", "date": "Date"}


def frame_of(columns: Iterable[Column], rows: list[Row], engine: Engine) -> Any:
    """Make a data frame of rows, with the types that their columns have, nulls where there is nothing.

    Args:
        columns: the columns, in order.
        rows: the rows.
        engine: the library that makes it.

    Raises:
        MissingExtra: the library is not installed.
    """
    library = require(engine, engine)
    some = list(columns)
    series = {one.name: [row[one.name] for row in rows] for one in some}
    if engine == "polars":
        types = {
            one.name: library.Categorical if one.name in _CATEGORIES else getattr(library, _POLARS[one.type])
            for one in some
        }
        return library.DataFrame(series, schema=types)
    types = {one.name: "category" if one.name in _CATEGORIES else _PANDAS[one.type] for one in some}
    return library.DataFrame({name: library.Series(values, dtype=types[name]) for name, values in series.items()})
