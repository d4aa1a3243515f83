"""One report through every way in: `fixtures/ways`, which ``python -m tools.ways`` makes of its ``report.html``.

What a way destroyed is unknown; nothing may be wrong.  The table in docs/reading.md is what is measured here.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pytest

from govreport import Heading, Section, read, statistics

ROOT: Final = Path(__file__).parent.parent.parent
WAYS: Final = ROOT / "fixtures/ways"
NAMES: Final = {
    "report.html": "HTML",
    "report.docx": ".docx",
    "report.doc": ".doc",
    "report.pdf": "PDF",
    "report.ofd": "OFD",
    "pipes.md": "Markdown, tables with bars",
    "tables.md": "Markdown, tables as HTML, every heading `#`",
    "rows.txt": "text, a row of a table a line",
    "cells.txt": "text, a cell a line",
    "pdf-layout.txt": "`pdftotext -layout`",
    "pdf-raw.txt": "`pdftotext -raw`",
    "pdf-plain.txt": "`pdftotext`",
    "one-line-blanks.txt": "one line, blanks for line ends",
    "one-line.txt": "one line, nothing for line ends",
}
EXTRAS: Final = {".html": "selectolax", ".docx": "docx", ".doc": "olefile", ".pdf": "pdfplumber", ".md": "selectolax"}
FIELDS: Final = ("title", "issuer", "year", "period", "signature", "date")


def _plain(value: Any) -> Any:
    """A value as it is compared: words without the blanks that a way puts between them."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return "".join(value.split()) if isinstance(value, str) else value


def _is_sure(heading: Heading) -> bool:
    """True where there is a heading, and a stop or a line end shows where it ends; else the tree says how sure."""
    return bool(heading.title) and heading.confidence == 1


class Told:
    """What a reading says."""

    def __init__(self, name: str) -> None:
        report = read(WAYS / name)
        self.fields = {field: _plain(getattr(report, field)) for field in FIELDS}
        headings = [node.heading for node in report.walk() if isinstance(node, Section)]
        self.headings = [(one.depth, _plain(one.marker), _plain(one.title)) for one in headings if _is_sure(one)]
        found = statistics.read(report)
        self.cells: dict[tuple[str, str, str], Any] = {}
        for block in statistics.FORMATS["2021"].blocks if found is not None else ():
            for row in block.rows:
                record = getattr(found, block.name)[row.label]
                for column, cell in zip(row.columns, record.cells, strict=True):
                    self.cells[block.name, row.name, column.name] = cell.value


@lru_cache(1)
def source() -> Told:
    return Told("report.html")


@lru_cache(len(NAMES))
def told(name: str) -> Told:
    extra = EXTRAS.get(Path(name).suffix)
    if extra is not None:
        pytest.importorskip(extra)
    return Told(name)


def row(name: str) -> str:
    """The row of a way in the table of docs/reading.md."""
    found, right = told(name), source()
    fields = sum(found.fields[field] == value for field, value in right.fields.items())
    headings = sum(heading in found.headings for heading in right.headings)
    cells = sum(found.cells.get(place) is not None for place in right.cells)
    return f"| {NAMES[name]} | {fields} of {len(FIELDS)} | {headings} of {len(right.headings)} | {cells} of 200 |"


def test_the_report_itself_is_whole() -> None:
    right = source()
    assert right.fields["title"] == "柳桥市水务局2023年政府信息公开工作年度报告"
    assert (right.fields["issuer"], right.fields["year"]) == ("柳桥市水务局", 2023)
    assert len(right.headings) == 9
    assert len(right.cells) == 200
    assert None not in right.cells.values()


@pytest.mark.parametrize("name", NAMES)
def test_no_way_makes_anything_wrong(name: str) -> None:
    found, right = told(name), source()
    assert {field: value for field, value in found.fields.items() if value != right.fields[field]} == {}
    assert [heading for heading in found.headings if heading not in right.headings] == []
    assert {place for place, value in found.cells.items() if value not in (None, right.cells[place])} == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_table_in_the_documentation_is_what_is_measured(name: str) -> None:
    assert row(name) in (ROOT / "docs/reading.md").read_text(encoding="utf-8").splitlines()
