"""What the statutory tables say, as typed records."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from attrs import define, field

from govreport.statistics.frames import Engine, Line, csv_of, frame_of
from govreport.statistics.values import Status
from govreport.tree.report import NOTEBOOK
from govreport.words import disclosure_form as formats
from govreport.words.disclosure_labels import fold

if TYPE_CHECKING:
    import pandas
    import polars

    from govreport.statistics.named import Disclosure, Requests, Review

Value: TypeAlias = "int | Decimal | None"


@define(slots=True)
class Cell:
    """A number of a table.

    Attributes:
        value: the number; money in yuan, as a Decimal; None where there is none or it cannot be known.
        raw: the cell as it stands in the page.
        status: ``reported`` for a number, ``blank``, ``not-applicable`` for a sign that says so (``/``, 无, —),
            ``unknown`` where which cell belongs here cannot be told, or what it says.
        start: its offset in the source, in characters; None where it does not stand there.
        unit: ``元`` for money; None for money whose unit the page does not say (the value is then as printed); for
            numbers the unit the cell itself names, if any.
    """

    value: Value = None
    raw: str = ""
    status: Status = "unknown"
    start: int | None = None
    unit: str | None = None


@define(slots=True)
class Record:
    """A row of a table: a cell a column, by name in English or by label.

    ``record.natural_person`` and ``record["自然人"]`` are the same cell.

    Attributes:
        row: the row of the form.
        cells: a cell for each of its columns, in order.
        start: offset of its label in the source; None where the page does not have this row.
        found: True where the page has it.
        unplaced: the cells that stand in the row where their columns cannot be told.
    """

    row: formats.Row
    cells: list[Cell]
    start: int | None = None
    found: bool = False
    unplaced: list[Cell] = field(factory=list)

    def __getitem__(self, label: str) -> Cell:
        for column, cell in self.items():
            if column.name == label:
                return cell
        wanted = fold(label)
        for column, cell in self.items():
            if wanted in map(fold, (column.label, *column.variants)):
                return cell
        raise KeyError(
            f"{label!r} is no column of {self.row.label}: {', '.join(one.label for one in self.row.columns)}"
        )

    if not TYPE_CHECKING:  # the names stand in `named`, and a wrong one is to be found

        def __getattr__(self, name: str) -> Cell:
            for column, cell in self.items():
                if column.name == name:
                    return cell
            raise AttributeError(f"{name!r} is no column of {self.row.label}")

    def items(self) -> Iterator[tuple[formats.Column, Cell]]:
        """Yield each column with its cell."""
        return zip(self.row.columns, self.cells, strict=True)


@define(slots=True)
class Block:
    """One of the three tables: its rows by name in English or by label, with or without the label's number.

    ``block.new_received``, ``block["一、本年新收政府信息公开申请数量"]`` and ``block["本年新收"]`` are the same record.

    Attributes:
        form: the table as the form has it.
        records: a record for each row of the form, in order, also for rows that the page does not have.
    """

    form: formats.Block
    records: list[Record]

    def __getitem__(self, label: str) -> Record:
        wanted = fold(label)
        begins = []
        for record in self.records:
            row = record.row
            if label == row.name or wanted in map(fold, (row.label, row.short, *row.variants)):
                return record
            if wanted and fold(row.short).startswith(wanted):
                begins.append(record)
        if len(begins) == 1:
            return begins[0]
        raise KeyError(f"{label!r} is {'more than one' if begins else 'no'} row of {self.form.name}")

    if not TYPE_CHECKING:  # the names stand in `named`, and a wrong one is to be found

        def __getattr__(self, name: str) -> Record:
            for record in self.records:
                if record.row.name == name:
                    return record
            raise AttributeError(f"{name!r} is no row of {self.form.name}")

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    @property
    def found(self) -> bool:
        """True where the page has at least one of its rows."""
        return any(record.found for record in self.records)


@define(slots=True)
class Statement:
    """A number that the text names, outside the tables: ``新收政府信息公开申请821件``.

    Attributes:
        quantity: what it counts, a key of `govreport.statistics.prose.PATTERNS`.
        value: the number.
        raw: the words.
        start: their offset in the source, in characters.
    """

    quantity: str
    value: int
    raw: str
    start: int | None


@define(slots=True)
class DisclosureStatistics:
    """The statutory tables of one report.

    Attributes:
        format: ``2019`` or ``2021``, told by labels; None where the page has none that tells.
        disclosure: section 二, 主动公开.
        requests: section 三, 收到和处理申请.
        review: section 四, 行政复议、行政诉讼.
        title: the report's title.
        year: the year the report is on, as its title says.
        statements: what the text says about the same numbers.
    """

    format: str | None
    disclosure: Disclosure
    requests: Requests
    review: Review
    title: str | None = None
    year: int | None = None
    statements: list[Statement] = field(factory=list)

    def _repr_html_(self) -> str:
        """What a notebook shows: the tables."""
        html: str = import_module(NOTEBOOK).statistics_html(self)
        return html

    @property
    def blocks(self) -> tuple[Disclosure, Requests, Review]:
        """The three tables."""
        return (self.disclosure, self.requests, self.review)

    def cells(self) -> Iterator[tuple[Block, Record, formats.Column, Cell]]:
        """Yield every cell of the rows that the page has, with its place."""
        for block in self.blocks:
            for record in block:
                if record.found:
                    for column, cell in record.items():
                        yield block, record, column, cell

    def lines(self) -> Iterator[Line]:
        """Yield the long form: a line for every cell of the rows that the page has."""
        for block, record, column, cell in self.cells():
            place = (block.form.name, record.row.label, column.label)
            yield Line(self.title, self.year, self.format, *place, plain(cell.value), cell.unit, cell.status, cell.raw)

    def to_csv(self, *, formulas: bool = True) -> str:
        """Print the long form as CSV with a header: see `govreport.statistics.csv_of`."""
        return csv_of(self.lines(), formulas=formulas)

    @overload
    def to_frame(self, engine: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, engine: Literal["polars"]) -> polars.DataFrame: ...
    @overload
    def to_frame(self, engine: Engine) -> pandas.DataFrame | polars.DataFrame: ...
    def to_frame(self, engine: Engine = "pandas") -> pandas.DataFrame | polars.DataFrame:
        """Make a data frame of the long form: see `govreport.statistics.frame_of`."""
        return frame_of(self.lines(), engine)

    def to_dict(self) -> dict[str, Any]:
        """Give the numbers as plain data, ready for JSON.

        Returns:
            ``format``; ``disclosure``: row label → column label → number; ``requests``: row label → seven numbers;
            ``review``: fifteen numbers; ``raw``: in the same shape, the cells that stand in the page otherwise than as
            that number.  Only rows that the page has; None for what is blank, not applicable or unknown.  Money is in
            yuan, whatever the label says.
        """
        out: dict[str, Any] = {"format": self.format, "disclosure": {}, "requests": {}, "review": None}
        raw: dict[str, Any] = {"disclosure": {}, "requests": {}, "review": None}
        for record in self.disclosure:
            if record.found:
                out["disclosure"][record.row.label] = {
                    column.label: plain(cell.value) for column, cell in record.items()
                }
                words = {column.label: cell.raw for column, cell in record.items() if _differs(cell)}
                if words:
                    raw["disclosure"][record.row.label] = words
        for request in self.requests:
            if request.found:
                out["requests"][request.row.label] = [plain(cell.value) for cell in request.cells]
                if any(map(_differs, request.cells)):
                    raw["requests"][request.row.label] = [_words(cell) for cell in request.cells]
        if self.review.found:
            cells = [cell for review in self.review for cell in review.cells]
            out["review"] = [plain(cell.value) for cell in cells]
            if any(map(_differs, cells)):
                raw["review"] = [_words(cell) for cell in cells]
        return {**out, "raw": {name: value for name, value in raw.items() if value}}


def plain(value: Value) -> int | float | None:
    """A number as JSON has it: an int where it is whole."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == int(value) else float(value)


def _differs(cell: Cell) -> bool:
    return bool(cell.raw) and cell.raw != str(plain(cell.value))


def _words(cell: Cell) -> str | None:
    return cell.raw if _differs(cell) else None
