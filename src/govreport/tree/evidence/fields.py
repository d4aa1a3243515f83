"""The fields of which a report says what speaks for them, each with how it is weighed."""

from __future__ import annotations

from collections.abc import Callable
from operator import eq
from typing import TYPE_CHECKING, Final

from govreport.tree.corrections import Correction, field_value, latest
from govreport.tree.evidence import dates, issuer, labelled, numbers, period, site, title, year
from govreport.tree.evidence.weighing import Candidate, Evidence, weigh

if TYPE_CHECKING:
    from govreport.tree.report import Report


def _title(report: Report) -> Evidence:
    return title.read(report)[0]


def _issuer(report: Report) -> Evidence:
    candidates = issuer.candidates(report, title.read(report)[1], labelled.signature(report))
    return weigh("issuer", candidates, issuer.agrees, issuer.detail)


def _year(report: Report) -> Evidence:
    return weigh("year", year.candidates(report, title.read(report)[1]), eq)


def _period(report: Report) -> Evidence:
    return weigh("period", period.candidates(report), eq)


def _published(report: Report) -> Evidence:
    return weigh("published", dates.published(report), dates.same_time, dates.detail)


def _source(report: Report) -> Evidence:
    return weigh("source", labelled.source(report))


def _doc_number(report: Report) -> Evidence:
    return weigh("doc_number", numbers.candidates(report))


def _addressee(report: Report) -> Evidence:
    return weigh("addressee", labelled.addressee(report))


def _date(report: Report) -> Evidence:
    return weigh("date", dates.date(report), eq)


def _site_name(report: Report) -> Evidence:
    return weigh("site_name", site.site_name(report))


def _site_id(report: Report) -> Evidence:
    return weigh("site_id", site.site_id(report))


def _column(report: Report) -> Evidence:
    return weigh("column", site.column(report))


FIELDS: Final[dict[str, Callable[[Report], Evidence]]] = {
    "title": _title,
    "issuer": _issuer,
    "year": _year,
    "period": _period,
    "published": _published,
    "source": _source,
    "doc_number": _doc_number,
    "addressee": _addressee,
    "signature": labelled.signature,
    "date": _date,
    "site_name": _site_name,
    "site_id": _site_id,
    "column": _column,
}
"""Each field's name with what weighs it."""


def evidence(report: Report, name: str) -> Evidence:
    """Weigh what speaks for a field.

    Args:
        report: any report.
        name: the field.

    Raises:
        ValueError: there is no such field.
    """
    if name not in FIELDS:
        raise ValueError(f"no field {name!r}; there are {', '.join(FIELDS)}")
    found = FIELDS[name](report)
    correction = latest(report.corrections, name) if report.corrections else None
    return found if correction is None else _corrected(found, correction)


def _corrected(found: Evidence, correction: Correction) -> Evidence:
    """What a reader says of a field, before what the page says."""
    others = found.others
    if found.where is not None:
        others = [Candidate(found.value, found.span, found.where, found.confidence), *others]
    span = None if correction.start is None or correction.end is None else (correction.start, correction.end)
    value = field_value(found.name, correction.new)
    return Evidence(found.name, value, 1.0, span, "correction", others)
