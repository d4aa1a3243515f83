"""Learn what a difference says where a page is read again: a part of ``python -m tools.doubt_weights``.

A logistic regression weighs what differs beside how likely the page was wrong before, by tables that never saw its
site; and each look has the share of texts in which what differs is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

import numpy as np

from govreport.parsing.doubts.weighing import chance_when_checked
from govreport.tree.evidence.calibration import log_odds

_SHRINK: Final = 2.0  # weight of the squares of the weights
_SEEN: Final = 8  # texts in which a look must be seen to weigh
_USUAL: Final = 0.3  # how likely what differs is wrong, before any is counted
_DOUBT: Final = 2.0  # texts that this counts for
# Which differences from its labels, as the scorer names them, each of these is.
_OF: Final = {
    "title": re.compile(r"title: "),
    "beginning": re.compile(r"line \d+ .* in (?:front, not body|body, not front)$"),
    "end": re.compile(r"line \d+ .* in (?:back, not body|body, not back)$"),
    "closing": re.compile(r"(?:signature|date): "),
    "heading": re.compile(r"title of "),
    "unit": re.compile(r"missed|false unit|place of|title of "),
    "unnumbered": re.compile(r"unnumbered heading missed|false unnumbered heading"),
}

Fit = Callable[[np.ndarray, np.ndarray, np.ndarray, float], np.ndarray]


class Checked(NamedTuple):
    """A labelled text that was read again.

    Attributes:
        before: how likely it was wrong, 0 to 1, by tables that never saw its site.
        differs: what differs, each with whether that is wrong.
        wrong: whether anything of the text is.
        counts: what it counts.
    """

    before: float
    differs: dict[str, bool]
    wrong: bool
    counts: float


def is_wrong(look: str, notes: Sequence[str]) -> bool:
    """True where what differs is wrong in the tree, by the notes of the scorer."""
    of_it = _OF[look.split()[-1]]
    return any(of_it.match(note) for note in notes)


def learn_checked(texts: Sequence[Checked], fit: Fit) -> dict[str, float]:
    """The weights for a page: of what differs, and of how likely it was wrong before."""
    seen = Counter(look for text in texts for look in text.differs)
    names = sorted(look for look, count in seen.items() if count >= _SEEN)
    rows = np.array(
        [[log_odds(text.before), *(look in text.differs for look in names), 1.0] for text in texts], dtype=float
    )
    wrong = np.array([text.wrong for text in texts], dtype=float)
    values = fit(rows, wrong, np.array([text.counts for text in texts]), _SHRINK)
    return {name: round(float(value), 2) for name, value in zip(["before", *names, "bias"], values, strict=True)}


def learn_different(texts: Collection[Checked]) -> dict[str, float]:
    """For each look, how likely what differs is wrong."""
    told: dict[str, list[float]] = {}
    for text in texts:
        for look, wrong in text.differs.items():
            one = told.setdefault(look, [_DOUBT * _USUAL, _DOUBT])
            one[0] += wrong * text.counts
            one[1] += text.counts
    return {look: round(wrong / count, 2) for look, (wrong, count) in sorted(told.items())}


def left_out(texts: Sequence[Checked], folds: Sequence[int], fit: Fit) -> np.ndarray:
    """How likely each text is wrong when it is checked, by weights that never saw its site."""
    likely = np.zeros(len(texts))
    for number in sorted(set(folds)):
        known = [text for text, fold in zip(texts, folds, strict=True) if fold != number]
        table = learn_checked(known, fit)
        for at, text in enumerate(texts):
            if folds[at] == number:
                likely[at] = chance_when_checked(text.before, set(text.differs), table)
    return likely
