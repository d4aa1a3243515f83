"""A file → what the list of a folder says of it, and its text to search in."""

from __future__ import annotations

from typing import Any, Final

import govreport
from govreport.cli.files import reason
from govreport.cli.folder import FAULTS
from govreport.corpus.pool import Clock
from govreport.figures.reading import is_on_disclosure
from govreport.figures.year import year_on
from govreport.serialize.text import to_text
from govreport.statistics.findings import checked
from govreport.tree.issues import CODES
from govreport.tree.issues_in_chinese import MEANINGS
from govreport.tree.report import Report
from govreport.words.widths import half_width

LIKELY: Final = 0.5
"""Confidence below which a reader is likelier to change something in a tree than not: such a report is doubtful."""


def listed(path: str, clock: Clock) -> tuple[dict[str, Any], str]:
    """Read a file for the list.

    Args:
        path: the file.
        clock: told when the work begins and ends.

    Returns:
        Its row, as `row` gives it, or ``problem`` alone, why it cannot be read; and its text as `folded` gives it.
    """
    clock.begin(0)
    try:
        report = govreport.read(path)
        return row(report), folded(to_text(report, clean=True))
    except FAULTS as error:
        return {"problem": reason(error)}, ""
    except Exception as error:  # one file must not end the reading of the others
        return {"problem": f"{type(error).__name__}: {error}"}, ""
    finally:
        clock.end()


def row(report: Report) -> dict[str, Any]:
    """Tell what the list shows of a report.

    Args:
        report: any report.

    Returns:
        JSON data: ``title``, ``issuer``, ``year``, ``published``; ``on``, the year that it is on, also where the title
        does not say it; ``issues``, how many; ``violated``, how many rules, None where not checked; ``checked``, what
        was, in English and in Chinese; ``confidence``; ``doubts``, how many, and the ``worst`` of them in both
        languages, None where there is none; ``doubtful``, whether it is no document or likelier wrong than right.
    """
    outcome, doubts, confidence = checked(report), report.doubts, report.confidence
    worst = doubts[0].code if doubts else None
    year = report.year
    return {
        "title": report.title,
        "issuer": report.issuer,
        "year": year,
        "on": year_on(report) if year is None and is_on_disclosure(report) else year,
        "published": None if report.published is None else str(report.published)[:10],
        "issues": len(report.issues),
        "violated": None if outcome.unbound else outcome.count("violated"),
        "checked": [outcome.status_line(), outcome.status_line("zh")],
        "confidence": None if confidence is None else round(confidence, 2),
        "doubts": len(doubts),
        "worst": None if worst is None else [CODES[worst][1], MEANINGS[worst]],
        "doubtful": not report.is_document or (confidence is not None and confidence < LIKELY),
    }


def folded(text: str) -> str:
    """A text as it is searched: without white space, its letters and digits in one width and case."""
    return "".join(half_width(text).lower().split())
