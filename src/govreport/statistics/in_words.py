"""The numbers of the statutory tables in words, each with its column and row: 自然人 · 本年新收申请数量 = 58."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.statistics.records import Cell, DisclosureStatistics, Record

_BETWEEN: Final = " · "
_NUMBER: Final = re.compile(r"^(?:[一二三四五六七]、|（[一二三四五六七]）)")
_NO_COLUMN: Final = "（不知属于哪一列）"


class InWords(NamedTuple):
    """A number, or a row of noughts, in words.

    Attributes:
        text: column, group, row and number.
        start: offset in the source, in characters, of the number; of the row's label for the first of a row.
        end: offset of the number's end.
    """

    text: str
    start: int
    end: int


def rows_in_words(found: DisclosureStatistics) -> list[list[InWords]]:
    """Give each row that stands in a report in words, in source order.

    A row all of whose numbers are 0 is one statement without a column.  Numbers whose column is unknown come together,
    behind the others.  Blank cells are left out.

    Args:
        found: what was read from the report.
    """
    rows = [list(_in_words(record)) for block in found.blocks for record in block if record.found]
    return sorted(filter(None, rows), key=lambda row: row[0].start)


def _in_words(record: Record) -> Iterator[InWords]:
    group = [] if record.row.group is None else [_NUMBER.sub("", record.row.group)]
    label = _BETWEEN.join([*group, record.row.short])
    cells = [(column.label, cell) for column, cell in record.items() if cell.start is not None and cell.raw.strip()]
    numbers = [(f"{column}{_BETWEEN}{label} = {_clean(cell)}", [cell]) for column, cell in cells]
    if len(cells) > 1 and len(cells) == len(record.cells) and all(cell.value == 0 for _, cell in cells):
        numbers = [(f"{label} = 0", [cell for _, cell in cells])]
    lost = [cell for cell in record.unplaced if cell.start is not None]
    if lost:
        numbers.append((f"{label} = {'、'.join(map(_clean, lost))}{_NO_COLUMN}", lost))
    start = record.start
    for text, said in numbers:
        places = [(cell.start, cell.start + len(cell.raw)) for cell in said if cell.start is not None]
        first = min(place for place, _ in places)
        yield InWords(text, first if start is None else min(start, first), max(end for _, end in places))
        start = None


def _clean(cell: Cell) -> str:
    return " ".join(cell.raw.split())
