"""How likely each answer of the parse is wrong, how likely something of the page is, and which doubts are told.

Doubts are told of pages where something is likely enough to be wrong: the worst one, and all that are likely enough by
themselves.  What is likely by itself is told of any page.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, fsum
from typing import Final

from govreport.parsing.doubts.comparing import Difference
from govreport.parsing.doubts.question import Question
from govreport.parsing.doubts.steps import Steps
from govreport.parsing.doubts.weights import ANSWERS, CHECKED, DIFFERENT, PAGES
from govreport.tree.evidence.calibration import log_odds
from govreport.tree.issues import INFO, issue, put_in_order
from govreport.tree.report import Report

_STEPS: Final = Steps(0.02, 0.05, 0.1, 0.2, 0.35, 0.5)  # of the chance that the worst answer of a kind is wrong
_ANY_STEPS: Final = Steps(0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.7)  # and of that of any
_TOLD: Final = 0.17  # how likely a page must be wrong; of the labelled texts that are right two in five are likelier
_WARNED: Final = 0.37  # and for its doubts to be warnings; one in seven of these is likelier
_LIKELY: Final = 0.2  # how likely an answer on such a page must be wrong, unless it is the worst
_SURELY: Final = 0.6  # and one on another page
_MOST: Final = 20  # doubts that are told of a page
_SHOWN: Final = 20  # characters of a line that are quoted


def weigh_doubts(report: Report, questions: list[Question], looks: list[str]) -> None:
    """Say how sure a report is, and add the doubts to its issues.

    Args:
        report: the report; its ``confidence`` is set.
        questions: what the steps asked.
        looks: of the page as a whole.
    """
    for one in questions:
        one.chance = chance_of(one.looks, ANSWERS[one.code])
    wrong = chance_of([*looks, *looks_of_answers([(one.about, one.chance) for one in questions])], PAGES)
    report.confidence = round(1 - wrong, 3)
    questions.sort(key=lambda one: (-one.chance, one.start, one.code))
    for rank, one in enumerate(questions[:_MOST]):
        if one.chance >= _least(wrong) or (wrong >= _TOLD and not rank):
            _tell(report, one, one.chance, wrong)


def chance_of(looks: Iterable[str], weights: dict[str, float]) -> float:
    """How likely what has these looks is wrong, 0 to 1; a look that is not in the table weighs nothing."""
    return 1 / (1 + exp(-fsum([weights["bias"], *[weights.get(look, 0.0) for look in looks]])))


def looks_of_answers(chances: Iterable[tuple[str, float]]) -> list[str]:
    """What the answers of a page say of it as a whole: how likely the worst of each kind is wrong, and how likely any.

    Args:
        chances: what each question is about, and how likely its answer is wrong.
    """
    worst: dict[str, float] = {}
    none = 1.0
    for about, chance in chances:
        worst[about] = max(worst.get(about, 0.0), chance)
        none *= 1 - chance
    return ["any " + _ANY_STEPS.of(1 - none), *[f"{about} {_STEPS.of(one)}" for about, one in worst.items()]]


def weigh_differences(report: Report, found: list[Difference]) -> None:
    """Let what another reading has otherwise change how sure a report is, and add it to the doubts.

    Args:
        report: the report, with the ``confidence`` and the doubts of its own reading.
        found: what differs.
    """
    assert report.confidence is not None
    wrong = chance_when_checked(1 - report.confidence, {one.look for one in found}, CHECKED)
    report.confidence = round(1 - wrong, 3)
    for one in found[:_MOST]:
        chance = DIFFERENT.get(one.look, 0.0)
        if chance >= _least(wrong):
            _tell(report, one, chance, wrong)
    put_in_order(report.issues)


def chance_when_checked(wrong: float, looks: set[str], weights: dict[str, float]) -> float:
    """How likely something of a page is wrong that was read again, 0 to 1.

    Args:
        wrong: how likely it was before.
        looks: what differs.
        weights: as `govreport.parsing.doubts.weights.CHECKED`.
    """
    before = weights["before"] * log_odds(wrong)
    return 1 / (1 + exp(-fsum([weights["bias"], before, *[weights.get(look, 0.0) for look in looks]])))


def _least(wrong: float) -> float:
    """How likely an answer must be wrong to be told of, on a page where something is wrong so likely."""
    return _LIKELY if wrong >= _TOLD else _SURELY


def _tell(report: Report, one: Question | Difference, chance: float, wrong: float) -> None:
    """Add a doubt, or say of an issue that stands there how likely it is.

    Args:
        report: the report.
        one: what is in doubt.
        chance: how likely it is wrong.
        wrong: how likely something of the page is.
    """
    known = next((told for told in report.issues if (told.code, told.start) == (one.code, one.start)), None)
    if known is not None:
        known.chance = max(known.chance or 0.0, round(chance, 3))
        return
    made = issue(one.code, one.detail[:_SHOWN], one.start, one.end)
    made.chance = round(chance, 3)
    if wrong < _WARNED and chance < _SURELY:
        made.severity = INFO
    report.issues.append(made)
