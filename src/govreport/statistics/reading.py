"""The tree of a report → its statistics."""

from __future__ import annotations

from typing import Final, TypeVar

from govreport.statistics.gathering import Gatherer
from govreport.statistics.labelling import spot_labels
from govreport.statistics.layout import Mark, marks, tables
from govreport.statistics.named import (
    Disclosure,
    DisclosureRecord,
    Requests,
    RequestsRecord,
    Review,
    ReviewRecord,
)
from govreport.statistics.parting import part_digits
from govreport.statistics.placing import Habit, Place, Run, are_totals, habits, is_sum, place
from govreport.statistics.prose import statements
from govreport.statistics.records import Block, Cell, DisclosureStatistics, Record
from govreport.statistics.values import is_plain, read_value
from govreport.tree.collector import paused
from govreport.tree.report import Report
from govreport.words.disclosure_form import (
    DISCLOSURE,
    FORMATS,
    REQUESTS,
    REVIEW,
    Column,
    Measure,
    in_force,
    result_rows,
)
from govreport.words.disclosure_form import Block as Form

_RESULT_ROWS: Final = result_rows()
_Block = TypeVar("_Block", bound=Block)


def _columns_agree(name: str) -> bool:
    """True where every row of a table has the same columns in all editions that have the row."""
    columns: dict[str, tuple[Column, ...]] = {}
    rows = [row for form in FORMATS.values() for row in form.block(name).rows]
    return all(columns.setdefault(row.name, row.columns) == row.columns for row in rows)


_SAME_COLUMNS: Final = {name: _columns_agree(name) for name in (DISCLOSURE, REQUESTS, REVIEW)}


def read(report: Report) -> DisclosureStatistics | None:
    """Read the statutory tables of an annual report on government information disclosure.

    Args:
        report: a parsed report, whatever it was parsed from.

    Returns:
        The statistics; None where the report has none of the tables.  A cell that cannot be told for sure is unknown,
        never guessed.

    Raises:
        TypeError: ``report`` is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"statistics.read() takes a Report, not {type(report).__name__}; govreport.parse() makes one")
    found = read_tables(report)
    if found is not None:
        found.title, found.year, found.statements = report.title, report.year, statements(report)
    return found


def read_tables(report: Report) -> DisclosureStatistics | None:
    """Read the tables alone: without the report's title and year, and what its text says of the same numbers."""
    gatherer = Gatherer()
    with paused(report.span[1]):
        for parts, followed in tables(report):
            gatherer.section([spot_labels(marks(part)) for part in parts], followed)
    if not any(gatherer.runs.values()):
        return None
    disclosure, requests = gatherer.editions()
    edition = disclosure or requests
    form = FORMATS[edition] if edition else in_force()
    forms = [form.block(DISCLOSURE), FORMATS[requests or form.name].block(REQUESTS), form.block(REVIEW)]
    runs = [gatherer.fit(form) for form in forms]
    part_digits(forms, runs)
    known = habits(run for some in runs for run in some)
    end = report.span[1]
    for one, some in zip(forms, runs, strict=True):
        for run in some:
            _drop_cut_value(run, len(one.rows[-1].columns), end)
    told = [edition is not None or _SAME_COLUMNS[one.name] for one in forms]
    first, second, third = zip(forms, runs, [known] * len(forms), told, strict=True)
    return DisclosureStatistics(
        edition,
        _block(Disclosure, DisclosureRecord, *first),
        _block(Requests, RequestsRecord, *second),
        _block(Review, ReviewRecord, *third),
    )


def _drop_cut_value(run: Run, columns: int, end: int) -> None:
    """Drop a number that the page ends with, in its midst maybe, unless it is the sum that it should be.

    Args:
        run: a row.
        columns: how many columns the last row of its table has: the reviews have theirs side by side.
        end: where the page ends.
    """
    last = run.cells[-1] if run.cells else None
    if last is None or last.start is None or not last.text or last.start + len(last.text) != end:
        return
    if not (run.full and is_sum(run.values[-columns if run.row == REVIEW else 0 :])):
        run.drop_last_value()


def _block(
    kind: type[_Block],
    record_kind: type[Record],
    form: Form,
    runs: list[Run],
    known: dict[tuple[bool, bool], Habit],
    told: bool,
) -> _Block:
    """Make the records of a table of its rows on the page; with unknown cells where its edition is not told."""
    block = kind(form, [record_kind(row, []) for row in form.rows])
    placed: list[list[Place]] = [place(run, known[run.make]) if told else ["unknown"] * run.width for run in runs]
    if form.name == "requests":
        _place_totals(runs, placed)
    by_name = {record.row.name: record for record in block}
    for run, places in zip(runs, placed, strict=True):
        at = 0
        for record in block if run.row == REVIEW else [by_name[run.row]]:
            width = len(record.row.columns)
            _fill(record, run, places[at : at + width])
            at += width
    for record in block:
        if not record.found:
            record.cells = [Cell() for _ in record.row.columns]
    return block


def _place_totals(runs: list[Run], placed: list[list[Place]]) -> None:
    """Where nothing else can be told of rows that lost cells, tell their totals.

    Many offices give totals only for what came in and what went out, so the rows of results are seen apart.
    """
    lost = [
        at for at, run in enumerate(runs) if run.closed and 0 < len(run.values) < run.width and "unknown" in placed[at]
    ]
    results = [at for at in lost if runs[at].row in _RESULT_ROWS]
    others = [at for at in lost if runs[at].row not in _RESULT_ROWS]
    for some in (results, others):
        if are_totals([runs[at] for at in some]):
            for at in some:
                placed[at][-1] = runs[at].values[-1]


def _fill(record: Record, run: Run, places: list[Place]) -> None:
    """Put the cells of a row on the page into its record."""
    columns = record.row.columns
    cells = [_cell(place, one.measure, run.unit or one.unit) for place, one in zip(places, columns, strict=True)]
    if record.found:
        cells = [_agreed(*pair) for pair in zip(record.cells, cells, strict=True)]
    record.found, record.cells = True, cells
    record.start = run.label.mark.start if record.start is None else record.start
    if "unknown" in places:
        record.unplaced += [_cell(value) for value in run.values if not any(value is place for place in places)]


def _cell(place: Place, measure: Measure = "count", unit: str | None = None) -> Cell:
    if not isinstance(place, Mark):
        return Cell(status=place)
    text = place.text
    if measure == "count" and is_plain(text):  # the usual case, fast
        return Cell(int(text), text, "reported", place.start)
    value, status, unit = read_value(text, measure, unit)
    return Cell(value, text, status, place.start, unit)


def _agreed(first: Cell, second: Cell) -> Cell:
    """The cell of a row that the page has twice: the one that says something, unknown where they differ."""
    disputed = first.status == "unknown" and first.raw
    if disputed or (first.status == "reported" == second.status and first.value != second.value):
        return Cell(raw=first.raw, start=first.start)
    return first if first.status == "reported" or second.status != "reported" else second
