"""Candidates of one field, weighed: values that agree support each other, and the best supported one is the field's.

A weight is the probability that what stands at a place is the field's value (`govreport.tree.evidence.weights`).
Places that agree are taken for independent witnesses: of weights a and b together, 1 - (1 - a)(1 - b).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final

from attrs import define, field

from govreport.tree.evidence.calibration import calibrated
from govreport.tree.showing import counted, shown
from govreport.words.reading_form import reading_form_of_words

Span = tuple[int, int]
Agrees = Callable[[Any, Any], bool]

_LEAST: Final = 0.5  # a value less likely than this is not given: that there is none is likelier
_MOST: Final = 64  # candidates of a field that are weighed; a page that repeats itself has more
_SURE: Final = 0.9999  # the most that places together can say


@define(frozen=True, slots=True, repr=False)
class Candidate:
    """What one place says of a field.

    Attributes:
        value: the value there, of the field's type.
        span: ``(start, end)`` in the source, in characters, of the text that says it; None where it stands only in the
            page's head, or in a node built by hand.
        where: the place, by its name in `govreport.tree.evidence.weights`: ``signature``, ``title``, ``head`` …
        weight: how likely what stands at such a place is the field's value, 0 to 1.
    """

    value: Any
    span: Span | None
    where: str
    weight: float

    def __repr__(self) -> str:
        return f"<Candidate {shown(str(self.value), 48)} of {self.where}, {self.weight:.2f}>"


@define(frozen=True, slots=True, repr=False)
class Evidence:
    """A field with what speaks for it, as `Report.evidence` gives it.

    Attributes:
        name: the field.
        value: its value, as the report's attribute of that name gives it; None (``[]`` for ``signature``) where a page
            does not say.
        confidence: how likely the value is right, 0 to 1; where there is none, how likely it is that the page does not
            say.  It rises with the weights of the places that agree on the value and falls with those of all others.
        span: ``(start, end)`` in the source, in characters, of the text that says it; None without a value, or where
            it stands only in the page's head (``where`` is then ``head``), or in a node built by hand.
        where: the place that says it, the weightiest of those that agree; None where there is no value; ``correction``
            where a reader set it right: what the page says otherwise is then the first of the others.
        others: the other candidates that were considered, the weightiest first: those that agree with the value too.
    """

    name: str
    value: Any = None
    confidence: float = 1.0
    span: Span | None = None
    where: str | None = None
    others: list[Candidate] = field(factory=list)

    def __repr__(self) -> str:
        said = "nothing" if self.where is None else f"{shown(str(self.value), 40)} of {self.where}"
        return f"<Evidence {self.name}: {said}, {self.confidence:.2f}, {counted(len(self.others), 'other')}>"


def same_text(one: str, other: str) -> bool:
    """True where two texts are the same but for white space, the width of digits and traditional characters."""
    return one == other or bare(one) == bare(other)


def bare(text: str) -> str:
    """Give a text without white space, in the form in which texts are read."""
    return "".join(reading_form_of_words(text).split())


def _alike(_: Any) -> int:
    return 0


def weigh(
    name: str, candidates: Iterable[Candidate], agrees: Agrees = same_text, detail: Callable[[Any], int] = _alike
) -> Evidence:
    """Decide between the candidates of a field.

    Args:
        name: the field.
        candidates: what each place says, in the order of the source; of two that weigh the same, the first counts.
        agrees: whether two values are the same, one perhaps said in less detail.
        detail: how much a value says; of values that agree, the one that says most is given.

    Returns:
        The value of the best supported group of candidates that agree: of those that the page shows, the one in most
        detail, then the weightiest.
    """
    ranked = sorted(islice(candidates, _MOST), key=lambda one: -one.weight)
    if not ranked:
        return Evidence(name, confidence=calibrated(name, 1.0, is_value=False))
    groups = _groups(ranked, agrees)
    odds = [_odds(_support(group)) for group in groups]
    best = max(range(len(groups)), key=lambda at: (odds[at], -at))
    total = 1.0 + math.fsum(odds)
    if odds[best] < _odds(_LEAST):
        return Evidence(name, confidence=calibrated(name, 1.0 / total, is_value=False), others=ranked)
    chosen = max(groups[best], key=lambda one: (not one.where.startswith("head"), detail(one.value), one.weight))
    others = [one for one in ranked if one is not chosen]
    sure = calibrated(name, odds[best] / total, is_value=True)
    return Evidence(name, chosen.value, sure, chosen.span, chosen.where, others)


def _groups(ranked: Sequence[Candidate], agrees: Agrees) -> list[list[Candidate]]:
    """The candidates by what they say, each group's weightiest first."""
    groups: list[list[Candidate]] = []
    for candidate in ranked:
        for group in groups:
            if agrees(group[0].value, candidate.value):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    return groups


def _support(group: list[Candidate]) -> float:
    """How likely a value is that some places agree on; several candidates of one place count once."""
    weights = {one.where: one.weight for one in reversed(group)}
    return min(_SURE, 1.0 - math.prod([1.0 - weight for weight in weights.values()]))


def _odds(probability: float) -> float:
    return probability / (1.0 - min(_SURE, probability))
