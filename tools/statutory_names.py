"""``python -m tools.statutory_names``: writes statistics/named.py, rows and columns of the tables, from the forms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from govreport.words.disclosure_form import DISCLOSURE, FORMATS, REQUESTS, REVIEW, Row

MODULE: Final = Path(__file__).parent.parent / "src/govreport/statistics/named.py"
_HEAD: Final = '''\
"""The three tables with the names of their rows and columns, so that an editor knows them.

Written by ``python -m tools.statutory_names`` from `govreport.words.disclosure_form`, all editions together.  What an
edition does not have raises when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from govreport.statistics.records import Block, Cell, Record
'''
_LABELS: Final = '''\

{name}: TypeAlias = Literal[
{lines}]
"""Labels of the {what} of ``{table}``."""
'''
_RECORD: Final = '''

class {name}Record(Record):
    """A row of ``{table}``."""

    __slots__ = ()
{lines}
    if TYPE_CHECKING:

        def __getitem__(self, label: {name}Column | str) -> Cell: ...
'''
_BLOCK: Final = '''

class {name}(Block):
    """The table ``{table}``."""

    __slots__ = ()
{lines}
    if TYPE_CHECKING:

        def __getitem__(self, label: {name}Row | str) -> {name}Record: ...

        def __iter__(self) -> Iterator[{name}Record]: ...
'''


def module() -> str:
    """The module as it must stand."""
    names = {table: table.capitalize() for table in (DISCLOSURE, REQUESTS, REVIEW)}
    return _HEAD + "".join(map(_labels, names)) + "".join(map(_classes, names))


def _rows(table: str) -> list[Row]:
    return [row for form in FORMATS.values() for row in form.block(table).rows]


def _labels(table: str) -> str:
    rows = _rows(table)
    columns = [column.label for row in rows for column in row.columns]
    return "".join(
        _LABELS.format(name=f"{table.capitalize()}{what}", what=f"{what.lower()}s", table=table, lines=_quoted(labels))
        for what, labels in (("Row", [row.label for row in rows]), ("Column", columns))
    )


def _quoted(labels: Iterable[str]) -> str:
    return "".join(f'    "{label}",\n' for label in dict.fromkeys(labels))


def _classes(table: str) -> str:
    rows, name = _rows(table), table.capitalize()
    cells = _declared((column.name for row in rows for column in row.columns), "Cell")
    records = _declared((row.name for row in rows), f"{name}Record")
    return _RECORD.format(name=name, table=table, lines=cells) + _BLOCK.format(name=name, table=table, lines=records)


def _declared(names: Iterable[str], kind: str) -> str:
    return "".join(f"    {name}: {kind}\n" for name in dict.fromkeys(names))


if __name__ == "__main__":
    MODULE.write_text(module(), encoding="utf-8")
