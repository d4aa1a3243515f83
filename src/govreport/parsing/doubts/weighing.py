"""How likely each answer of the parse is wrong, how likely something of the page is, and which doubts are told.

Doubts are told of pages where something is likely enough to be wrong: the worst one, and all that are likely enough by
themselves.  What is likely by itself is told of any page.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, fsum
from typing import Final

from govreport.parsing.doubts.question import Question
from govreport.parsing.doubts.weights import ANSWERS, PAGES
from govreport.tree.issues import INFO, Issue, issue
from govreport.tree.report import Report

PAGE: Final = "page"
"""Where the looks of a page as a whole stand among those of its questions."""
_TOLD: Final = 0.23  # how likely a page must be wrong; of the labelled texts that are right three in ten are likelier
_WARNED: Final = 0.36  # and for its doubts to be warnings; one in seven of these is likelier
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
    seen: dict[str, set[str]] = {PAGE: set(looks)}
    for one in questions:
        one.chance = chance_of(one.looks, ANSWERS[one.code])
        seen.setdefault(one.code, set()).update(one.looks)
    wrong = chance_of_page(seen, PAGES)
    report.confidence = round(1 - wrong, 3)
    questions.sort(key=lambda one: (-one.chance, one.start, one.code))
    told = {(one.code, one.start): one for one in report.issues}
    least = _LIKELY if wrong >= _TOLD else _SURELY
    for rank, one in enumerate(questions[:_MOST]):
        if one.chance >= least or (wrong >= _TOLD and not rank):
            known = told.get((one.code, one.start))
            if known is None:
                report.issues.append(_doubt(one, wrong))
            else:
                known.chance = round(one.chance, 3)


def chance_of(looks: Iterable[str], weights: dict[str, float]) -> float:
    """How likely what has these looks is wrong, 0 to 1; a look that is not in the table weighs nothing."""
    return 1 / (1 + exp(-fsum([weights["bias"], *[weights.get(look, 0.0) for look in looks]])))


def chance_of_page(seen: dict[str, set[str]], weights: dict[str, dict[str, float]]) -> float:
    """How likely something of a page is wrong, 0 to 1.

    Args:
        seen: the looks of its questions by their codes, and its own under `PAGE`.
        weights: as `govreport.parsing.doubts.weights.PAGES`.
    """
    said = [weights[code].get(look, 0.0) for code, looks in seen.items() if code in weights for look in looks]
    return 1 / (1 + exp(-fsum([weights[PAGE]["bias"], *said])))  # fsum: the same in any order


def _doubt(one: Question, wrong: float) -> Issue:
    made = issue(one.code, one.detail[:_SHOWN], one.start, one.end)
    made.chance = round(one.chance, 3)
    if wrong < _WARNED and one.chance < _SURELY:
        made.severity = INFO
    return made
