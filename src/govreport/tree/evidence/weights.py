"""How far each place can be trusted that may say a field: the one table of weights.

A weight is the probability that the value found at the place is the document's.  It is the share of labelled texts in
which it is, rounded, where enough texts show the place (`tools/evidence_weights.py` prints them, with whole sites left
out), and set by hand where the reason says so.  What stands in the head of a page is never shown to a reader: it counts
less than any text of the page.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Weight(NamedTuple):
    """How far a place can be trusted."""

    value: float
    """0 to 1."""
    reason: str


WEIGHTS: Final[dict[str, dict[str, Weight]]] = {
    "period": {
        "figures": Weight(0.97, "统计期限自…起至…止: the sentence says what the dates are"),
        "opening": Weight(0.85, "dates in the report's first paragraphs, after words on the report or its contents"),
    },
}
"""By field, then by place."""


def weight(field: str, where: str) -> float:
    """Give the weight of a place.

    Args:
        field: the field.
        where: the place.

    Raises:
        KeyError: the table names no such place.
    """
    return WEIGHTS[field][where].value
