"""Print the outline of report pages: ``python examples/outline.py FILE…``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date

from govreport import Report, Section, read


def outline(sections: Iterable[Section], indent: str = "") -> Iterator[str]:
    """The numbers and headings of sections, each level further in."""
    for section in sections:
        yield f"{indent}{section.heading.marker}{section.heading.title}"
        yield from outline(section.sections, indent + "  ")


def head(report: Report) -> str:
    """What a report says of itself, on one line."""
    signed: date | None = report.date
    return f"{report.title or 'no title'} ({report.issuer or 'nobody'}, {signed or 'no date'})"


def main(paths: list[str]) -> None:
    """Print each file's outline."""
    for path in paths:
        report = read(path)
        print(head(report), *outline(report.sections), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
