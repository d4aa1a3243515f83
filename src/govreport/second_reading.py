"""A page read again in two other ways, and what differs taken for doubts: ``parse(…, check=True)``.

The tree of a page and that of its canonical form, without the site, are to be the same.  Where the headings that no
stop parts from their paragraphs come out otherwise when they are parted as soon as it is likelier than not, their ends
hang by a hair.  Of the changes that were tried these two told most (docs/accuracy.md).
"""

from __future__ import annotations

from govreport.parsing.doubts.comparing import Difference, differences
from govreport.parsing.doubts.weighing import weigh_differences
from govreport.parsing.headings.series import Splitting
from govreport.parsing.hints import Hints
from govreport.parsing.pipeline import parse_page
from govreport.serialize.text import to_text
from govreport.tree.report import Report


def check(report: Report, text: str, splitting: Splitting, hints: Hints | None) -> None:
    """Read a page twice more, and let what differs change the report's confidence and doubts.

    Args:
        report: its tree.
        text: the page's text.
        splitting: as it was parsed.
        hints: what the markup says; None where there was none.
    """
    if report.confidence is not None:
        weigh_differences(report, compared(report, text, splitting, hints))


def compared(report: Report, text: str, splitting: Splitting, hints: Hints | None) -> list[Difference]:
    """Read a page twice more, and list what differs."""
    canonical = parse_page(to_text(report, clean=True), splitting, None)
    found = list(differences(report, canonical, "canonical"))
    if splitting == "never":
        return found
    parted = parse_page(text, "always" if splitting == "confident" else "confident", hints)
    return found + [one for one in differences(report, parted, "parted") if one.look == "parted heading"]
