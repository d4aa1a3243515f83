"""Headings without a number: 名词解释, 第一步：提交申请, a question, a line that the markup sets as a heading.

Which lines are such headings is told by how a line looks, what stands before and after it, and what the other lines of
its document are that could be headings too: a logistic regression, whose weights `tools/unnumbered_weights.py` learns.
How deep they stand is for `govreport.parsing.levels` to say.
"""

from __future__ import annotations

from collections.abc import Container
from math import exp
from typing import Final

from govreport.parsing.headings.clauses import Split
from govreport.parsing.hints import Hints
from govreport.parsing.line import Line
from govreport.parsing.unnumbered.looks import look, stands_over_text
from govreport.parsing.unnumbered.possible import Possible, possible_headings
from govreport.parsing.unnumbered.weights import WEIGHTS
from govreport.words.heading_names import QUESTION_MARKS, opens, stands_beside

_LEAST: Final = 0.45  # how likely a line must be a heading
_LEAST_AGAIN: Final = 0.25  # and one where another of its shape is likely enough
_SHAPES: Final = frozenset({"question", "colon", "counted", "emphasised", "value", "wrapped"})
"""Looks that headings of one shape share, beside what follows them."""

# Ranks of headings that stand beside each other: one of a lower rank holds those of a higher.
_RANK_OF_LEVEL: Final = 10  # for each level that the markup shows
_RANK_ABOVE: Final = 55  # of one with another right below it
_RANK_ASKED: Final = 60
_RANK: Final = 70
_RANK_COLON: Final = 75


class Unnumbered:
    """A heading without a number.

    Attributes:
        line: its index among the document's lines.
        split: where its title stands in the line.
        rank: against other headings without a number: one of a lower rank holds those of a higher.
        holds_numbers: False for 引言, beside which the numbers begin.
        stands_beside: True for 注释, which stands beside the sections rather than in the last of them.
    """

    __slots__ = ("holds_numbers", "line", "rank", "split", "stands_beside")

    def __init__(self, line: int, split: Split, rank: int, text: str) -> None:
        self.line = line
        self.split = split
        self.rank = rank
        self.holds_numbers = not opens(text)
        self.stands_beside = stands_beside(text)


def find_unnumbered(
    lines: list[Line], taken: list[bool], numbered: Container[int], hints: Hints | None
) -> tuple[list[Unnumbered], dict[int, float]]:
    """Find a document's headings without a number.

    Args:
        lines: the document's lines, in order.
        taken: lines that can hold no heading: tables, signature, notes, title.
        numbered: the lines that begin with a unit's number, and those of a contents page.
        hints: what the markup says; None where there was none.

    Returns:
        The headings, and of the other lines that could be one how likely they are, by their index.
    """
    possible = possible_headings(lines, taken, numbered, hints)
    if not possible:
        return [], {}
    look(possible, lines, taken, numbered, hints)
    chances = [1.0 if one.sure else chance(one.looks) for one in possible]
    shapes = {_shape(one) for one, likely in zip(possible, chances, strict=True) if likely >= _LEAST}
    found = [
        one
        for one, likely in zip(possible, chances, strict=True)
        if likely >= _LEAST or (likely >= _LEAST_AGAIN and _shape(one) in shapes)
    ]
    last = {one.text: one for one in found}
    found = [one for one in found if last[one.text] is one or stands_over_text(one)]  # else a list of those to come
    refused = {one.index: likely for one, likely in zip(possible, chances, strict=True)}
    for one in found:
        one.split.chance = refused.pop(one.index)
    indices = {one.index for one in found}
    return [Unnumbered(one.index, one.split, _rank(one, lines, indices), one.text) for one in found], refused


def chance(looks: list[str]) -> float:
    """How likely a line is a heading, 0 to 1, by the names of its looks."""
    return 1 / (1 + exp(-WEIGHTS["bias"] - sum([WEIGHTS.get(name, 0.0) for name in looks])))


def _shape(one: Possible) -> tuple[str, ...]:
    """What headings of one series have in common: what follows, and how they are set."""
    return tuple([name for name in one.looks if name.startswith("after:") or name in _SHAPES])


def _rank(one: Possible, lines: list[Line], found: set[int]) -> int:
    if one.level:
        return _RANK_OF_LEVEL * one.level
    if one.asked or one.text[-1] in QUESTION_MARKS:
        return _RANK_ASKED
    if one.index + 1 in found and one.index - 1 not in found:
        return _RANK_ABOVE
    return _RANK_COLON if lines[one.index].last in ":：" else _RANK
