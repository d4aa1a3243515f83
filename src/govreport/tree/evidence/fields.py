"""The fields of which a report says what speaks for them."""

from __future__ import annotations

from collections.abc import Callable
from operator import eq
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence import period
from govreport.tree.evidence.weighing import Evidence, weigh

if TYPE_CHECKING:
    from govreport.tree.report import Report


def _period(report: Report) -> Evidence:
    return weigh("period", period.candidates(report), eq)


FIELDS: Final[dict[str, Callable[[Report], Evidence]]] = {"period": _period}
"""Each field's name with what weighs it."""


def evidence(report: Report, name: str) -> Evidence:
    """Weigh what speaks for a field.

    Args:
        report: any report.
        name: the field.

    Raises:
        ValueError: there is no such field.
    """
    try:
        return FIELDS[name](report)
    except KeyError:
        raise ValueError(f"no field {name!r}; there are {', '.join(FIELDS)}") from None
