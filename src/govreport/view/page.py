"""A report as a page to look at."""

from __future__ import annotations

from typing import Final

from govreport.serialize.article import article, escaped
from govreport.tree.nodes import Leaf
from govreport.tree.report import Report
from govreport.view.assembly import as_json, assemble, home_link
from govreport.view.content import Content
from govreport.view.editing import Editing

_SCRIPTS: Final = [
    "neighbours.js",
    "text.js",
    "outline.js",
    "tables.js",
    "beside.js",
    "linking.js",
    "editing.js",
    "search.js",
    "keys.js",
]


def page(report: Report, name: str = "", home: str = "", editing: Editing | None = None, years: str = "") -> str:
    """Print a report as one HTML file that needs nothing else.

    Args:
        report: any report.
        name: the file it was read from, to be shown.
        home: address of a list of reports, to go back to; none where empty.
        editing: how what a reader sets right is kept; as a file that the reader saves where None.
        years: the line of its office's years, as `govreport.view.years` prints it.

    Returns:
        The page: on the left the outline; in the middle the text with each leaf in the colour of its kind, the site
        folded, or the document alone, or the statistics; on the right fields, findings and issues, and what the
        document says of itself.
    """
    content = Content(report)
    editing = editing or Editing.of_report(report, name)

    def mark(leaf: Leaf) -> str:
        return f' data-leaf="{content.numbers[id(leaf)]}"'

    return assemble(
        "page",
        _SCRIPTS,
        report.title or name or "govreport",
        "connect-src 'self'" if editing and editing.address else "",
        name=escaped(name or report.title or ""),
        home=home_link(home),
        years=years,
        article=article(report, mark, pictures=False),
        content=as_json({**content.data(), "editing": editing and editing.data()}),
    )
