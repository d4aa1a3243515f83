"""Whether a panel is as its schema says: for one that was edited, joined or read back from a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, get_args

from govreport.corpus.panel import SCHEMA
from govreport.figures import VARIABLES
from govreport.figures.records import Kind
from govreport.statistics.values import Status
from govreport.words.office_places import Level
from govreport.words.organ_kinds import KINDS

_KEY: Final = ("path", "variable", "item")
_STATUSES: Final = frozenset({*get_args(Status), "negated"})
_WITH_NUMBER: Final = frozenset({"reported", "negated"})
_LISTS: Final = {
    "level": frozenset(get_args(Level)),
    "organ_type": frozenset(kind for kind, _ in KINDS),
    "edition": frozenset({*get_args(Kind), "prose"} - {"sentence"}),
    "variable": frozenset(VARIABLES),
    "status": _STATUSES,
    "kind": frozenset(get_args(Kind)),
}
"""Columns whose values are of a closed list."""
_CODE: Final = re.compile("[1-9][0-9]{5}")
_YEARS: Final = range(1949, 2100)


def check_panel(frame: Any) -> list[str]:
    """Check a panel in its long form against its schema.

    Args:
        frame: a ``pandas.DataFrame`` or a ``polars.DataFrame``, as `govreport.panel` makes it; columns that are added
            behind its own are let be.

    Returns:
        What is wrong, a line each; none where nothing is.
    """
    missing = [column.name for column in SCHEMA if column.name not in list(frame.columns)]
    if missing:
        return [f"columns are missing: {', '.join(missing)}"]
    columns = {column.name: [_plain(one) for one in frame[column.name].to_list()] for column in SCHEMA}
    return [*_twice(columns), *_outside(columns), *_numbers(columns), *_places(columns)]


def _plain(value: Any) -> Any:
    """A cell as Python has it; None for what pandas has for nothing."""
    return None if value is None or str(value) in ("<NA>", "nan", "NaT") else value


def _twice(columns: dict[str, list[Any]]) -> Iterator[str]:
    keys = Counter(zip(*(_texts(columns[name]) for name in _KEY), strict=True))
    for key, times in keys.items():
        if times > 1:
            yield f"{' '.join(key).strip()}: {times} rows"


def _texts(values: list[Any]) -> list[str]:
    return ["" if one is None else str(one) for one in values]


def _outside(columns: dict[str, list[Any]]) -> Iterator[str]:
    for name, known in _LISTS.items():
        for value in sorted({str(one) for one in columns[name] if one is not None} - known):
            yield f"{name}: {value!r} is none of its values"


def _numbers(columns: dict[str, list[Any]]) -> Iterator[str]:
    for at, (value, status) in enumerate(zip(columns["value"], columns["status"], strict=True)):
        if (value is not None) != (status in _WITH_NUMBER):
            yield f"row {at}: a value of {value} with the status {status}"
        elif status == "negated" and value != 0:
            yield f"row {at}: {value} for what the report denies"


def _places(columns: dict[str, list[Any]]) -> Iterator[str]:
    for at, (code, year) in enumerate(zip(columns["division"], columns["year"], strict=True)):
        if code is not None and _CODE.fullmatch(str(code)) is None:
            yield f"row {at}: {code} is no code of a division"
        if year is not None and year not in _YEARS:
            yield f"row {at}: {year} is no year"
