"""Tree → HTML: a page to look at, or the document as an element to put into a page."""

from __future__ import annotations

from govreport.serialize.article import article
from govreport.tree.collector import paused
from govreport.tree.report import Report


def to_html(report: Report, fragment: bool = False) -> str:
    """Print a report as HTML.

    Args:
        report: any report.
        fragment: print the document alone, as an ``<article>`` without a style.

    Returns:
        A whole page, one file that needs nothing else: the outline, the text with each leaf in the colour of its kind,
        the fields, statistics and issues.  With ``fragment``, one ``<article>``: the title as ``<h1>``, each section
        a ``<section>`` with its heading at the level of its depth, numbers in ``<span class="marker">``, a numbered
        paragraph as a ``<p>`` that begins with its number, tables with the rows and columns that cells cover, an
        enclosed document as an ``<article>`` within.  In both, every text is escaped; U+FFFD stands for NUL and lone
        surrogates.

    Raises:
        TypeError: ``report`` is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"to_html() takes a Report, not {type(report).__name__}; make one with parse()")
    with paused(report.span[1]):
        if fragment:
            return article(report)
        from govreport.view.page import page  # the page's files are read only where one is made

        return page(report)
