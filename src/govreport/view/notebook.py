"""What a notebook shows of a report, and of statistics: elements without styles or scripts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport.serialize.article import article, escaped
from govreport.serialize.text import FIELDS
from govreport.tree.report import Report
from govreport.view.figures import Data, tables_of

if TYPE_CHECKING:
    from govreport.statistics import DisclosureStatistics


def report_html(report: Report) -> str:
    """Print a report for a notebook.

    Args:
        report: any report.

    Returns:
        HTML: a table of the fields and the issues, and the document, folded.
    """
    values = {name: getattr(report, name) for name in FIELDS if name != "title"}
    rows = [
        (name, "、".join(value) if isinstance(value, list) else str(value)) for name, value in values.items() if value
    ]
    rows += [(f"{issue.severity}: {issue.code}", issue.message) for issue in report.issues]
    cells = "".join(f"<tr><th>{escaped(name)}</th><td>{escaped(value)}</td></tr>" for name, value in rows)
    title = escaped(report.title or "")
    table = f"<table><caption>{title}</caption>{cells}</table>"
    return f"{table}\n<details><summary>{title}</summary>\n{article(report)}</details>\n"


def statistics_html(statistics: DisclosureStatistics) -> str:
    """Print statistics for a notebook.

    Args:
        statistics: what ``govreport.statistics.read`` gave.

    Returns:
        HTML: a table for each run of rows that have the same columns.
    """
    return "\n".join(map(_table, tables_of(statistics))) + "\n"


def _table(table: Data) -> str:
    head = "".join(f"<th>{escaped(column)}</th>" for column in ["", *table["columns"]])
    rows = "".join(
        f"<tr><th>{escaped(row['label'])}</th>"
        + "".join(f"<td>{escaped(cell['text'])}</td>" for cell in row["cells"])
        + "</tr>"
        for row in table["rows"]
    )
    return f"<table><caption>{escaped(table['name'])}</caption><tr>{head}</tr>{rows}</table>"
