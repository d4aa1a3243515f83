"""A fix put into a tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from govreport.corrections.bounds import move_end, move_start
from govreport.corrections.fields import correct_field
from govreport.corrections.fix import Fix, digest_of
from govreport.corrections.headings import HeadingEdits
from govreport.corrections.source import Refused
from govreport.serialize.text import to_text
from govreport.tree.corrections import BODY_END, BODY_START, REVIEWED, Correction
from govreport.tree.issues import Issue, issue, put_in_order
from govreport.tree.placed import link
from govreport.tree.report import Report

REFUSED: Final = "refused-correction"
_ANSWERED: Final = {
    "title": {"uncertain-title", "title-not-found"},
    "issuer": {"uncertain-field"},
    "signature": {"uncertain-field"},
    "date": {"uncertain-field", "impossible-date"},
    BODY_START: {"uncertain-beginning", "text-outside"},
    BODY_END: {"uncertain-end", "text-outside"},
}
"""The issues that a correction answers, wherever they stand; one of a heading answers those at the heading."""


def correct(report: Report, fix: Fix) -> list[Correction]:
    """Set right in a report what a reader says.

    Args:
        report: the report as it was read, or as its JSON gives it back; it is changed in place.
        fix: what is to be set right.

    Returns:
        What was changed, which `Report.corrections` lists from then on, each with what was there before.  The text
        stays the same, character for character.  What does not fit the page (a fix for another text, a place where no
        heading is) changes nothing and is an issue, ``refused-correction``.

    Raises:
        TypeError: ``report`` is no report, or ``fix`` no fix.
    """
    if not isinstance(report, Report) or not isinstance(fix, Fix):
        raise TypeError("correct() takes a Report and a Fix: Fix.for_report(report) begins one")
    if fix.digest != digest_of(report):
        refuse(report, "it is for another text")
        return []
    made: list[Correction] = []
    text = to_text(report)

    def attempt(what: str, at: int | None, change: Callable[..., list[Correction]], *arguments: Any) -> None:
        try:
            corrections = change(*arguments)
        except Refused as error:
            refuse(report, f"{what}: {error}", min(at or 0, len(text)))
            return
        for correction in corrections:
            correction.by, correction.when = fix.by, fix.when
        made.extend(corrections)
        report.corrections += corrections

    start = fix.body_start if fix.body_start is not None else _behind_title(report, fix)
    if start is not None:
        attempt("body start", start, move_start, report, start, text)
    if fix.body_end is not None:
        attempt("body end", fix.body_end, move_end, report, fix.body_end, text)
    if fix.headings:
        edits = HeadingEdits(report)
        for heading in fix.headings:
            attempt(f"heading {heading.do}", heading.at, edits.correct, heading)
        edits.close()
    for name, one in fix.fields.items():
        attempt(name, None if one.span is None else one.span[0], correct_field, report, name, one, text)
    link(report)
    if fix.reviewed:
        seen = Correction(REVIEWED, None, None, None, None, fix.by, fix.when)
        made.append(seen)
        report.corrections.append(seen)
        report.confidence = 1.0
    report.issues = [one for one in report.issues if not _is_answered(one, made)]
    return made


def _behind_title(report: Report, fix: Fix) -> int | None:
    """Where the document begins whose title stands in it, before its first section; None where none does."""
    title = fix.fields.get("title")
    if title is None or title.span is None:
        return None
    start, end = report.body.span
    first = report.sections[0].span[0] if report.sections else end
    return title.span[1] if start <= title.span[0] and title.span[1] <= first < end else None


def refuse(report: Report, why: str, at: int = 0) -> None:
    """Say in a report that a correction was left out.

    Args:
        report: the report.
        why: what does not fit.
        at: where in its text, in characters.
    """
    report.issues.append(issue(REFUSED, why, at, at))
    put_in_order(report.issues)


def _is_answered(one: Issue, made: list[Correction]) -> bool:
    """True for an issue that says what a reader has seen to."""
    if one.code == REFUSED:
        return False
    for correction in made:
        if correction.what == REVIEWED and one.chance is not None:
            return True
        if one.code in _ANSWERED.get(correction.what, ()):
            return True
        if correction.start is None or correction.end is None or one.code not in _AT_HEADING:
            continue
        if correction.what.startswith("heading-") and correction.start <= one.start <= correction.end:
            return True
    return False


_AT_HEADING: Final = frozenset({"uncertain-heading", "possible-heading", "skipped-number", "repeated-number"})
