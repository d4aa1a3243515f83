"""Changes tried on texts: how many texts follow each, and the smallest that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

from attrs import define, field

from bench.invariances import (
    blanks,
    characters,
    converters,
    cuts,
    dates,
    lost_lines,
    names,
    shells,
    words,
    wraps,
)
from bench.invariances.changes import Change, Sample
from bench.invariances.views import differences, view
from govreport import parse

CHANGES: Final = (
    *words.CHANGES, *shells.CHANGES, *names.CHANGES, *characters.CHANGES, *blanks.CHANGES, *dates.CHANGES,
    *cuts.CHANGES, *lost_lines.CHANGES, *wraps.CHANGES, *converters.CHANGES,
)  # fmt: skip


@define
class Failure:
    """A text whose tree does not follow a change.

    Attributes:
        sample: the text before the change.
        text: the changed text.
        notes: what differs, a line each.
    """

    sample: Sample
    text: str
    notes: list[str]


@define
class Outcome:
    """What came of a change.

    Attributes:
        tried: how many texts it could be applied to.
        followed: how many of them follow it.
        failures: the others, the shortest text first.
    """

    tried: int = 0
    failures: list[Failure] = field(factory=list)

    @property
    def share(self) -> float:
        """The share of texts that follow the change; 1 where there is none."""
        return 1 - len(self.failures) / self.tried if self.tried else 1.0


def attempt(change: Change, sample: Sample, turn: int = 0) -> Failure | bool:
    """Try a change on a text.

    Args:
        change: the change.
        sample: the text.
        turn: another number makes another choice of whatever is left to chance.

    Returns:
        True where the tree follows, False where the change says nothing about the text, else what differs.
    """
    changed = change.apply(sample, Random(f"{change.name} {sample.name} {turn}"))
    if changed is None:
        return False
    notes = list(differences(changed.want, changed.see(view(parse(changed.text)))))
    return Failure(sample, changed.text, notes) if notes else True


def outcomes(samples: Iterable[Sample], changes: Iterable[Change] = CHANGES, turns: int = 1) -> dict[str, Outcome]:
    """Try changes on texts, each as many times as there are turns, and give what came of each by its name."""
    found = {change.name: Outcome() for change in changes}
    for sample in samples:
        for change, turn in _tries(changes, turns):
            result = attempt(change, sample, turn)
            outcome = found[change.name]
            outcome.tried += bool(result)
            if isinstance(result, Failure):
                outcome.failures.append(result)
    for outcome in found.values():
        outcome.failures.sort(key=lambda failure: len(failure.sample.text))
    return found


def _tries(changes: Iterable[Change], turns: int) -> Iterator[tuple[Change, int]]:
    return ((change, turn) for change in changes for turn in range(turns))
