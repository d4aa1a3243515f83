"""The leaves of a tree as the page has them, where the parse read it in another form of the same length."""

from __future__ import annotations

from govreport.tree.nodes import leaves
from govreport.tree.report import Report


def as_written(report: Report, source: str) -> None:
    """Give each leaf its own characters.

    Args:
        report: a parsed report, whose leaves tile the text that was parsed.
        source: the page's text, as long as that one.
    """
    for zone in (report.front, report.body, report.back):
        for leaf in leaves(zone):
            at = leaf.span[0]
            for name in ("lead", *leaf.pieces, "trail"):
                end = at + len(getattr(leaf, name))
                setattr(leaf, name, source[at:end])
                at = end
