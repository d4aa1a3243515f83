"""Sentences of two reports beside each other: which answers which, and the words in which they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from govreport.view.pairs import aligned, couples

Span: TypeAlias = tuple[int, int]
"""Where words stand in a sentence: from, and up to, a number of characters."""
Sentence: TypeAlias = "tuple[int, list[Span]]"
"""The number of a sentence, and where its words stand that the other does not have."""

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
"""What is compared: numbers and Latin words as a whole, else each character."""
_LONGEST: Final = 300
"""Words of the longest sentence that is compared, since the time it takes grows by more than the length."""
_ISLAND: Final = 1
"""Words that two sentences have in common between two changes, and that are no help to a reader."""


def changes(one: Sequence[str], other: Sequence[str]) -> list[tuple[Sentence | None, Sentence | None]]:
    """Pair the sentences of two texts, and find the words in which they differ.

    Args:
        one: sentences of the one, in order.
        other: sentences of the other.

    Returns:
        Each sentence once, in the order of both, with its counterpart: the pairing by which the most pairs of
        characters are in common.  A sentence without a counterpart is beside None, and has no words marked.
    """
    found: list[tuple[Sentence | None, Sentence | None]] = []
    for a, b in aligned([couples(text) for text in one], [couples(text) for text in other]):
        left, right = _differing(one[a], other[b]) if a is not None and b is not None else ([], [])
        found.append((None if a is None else (a, left), None if b is None else (b, right)))
    return found


def _differing(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where the words of two sentences stand that the other does not have."""
    left, right = _WORD.findall(one), _WORD.findall(other)
    if max(len(left), len(right)) > _LONGEST:
        return [(0, len(one))], [(0, len(other))]
    spans: tuple[list[Span], list[Span]] = ([], [])
    last: Span | None = None  # where the change before ends, in words of each
    for kind, a, a_end, b, b_end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if last is not None and a - last[0] <= _ISLAND and b - last[1] <= _ISLAND:  # goes on with the one before
            a, b = last
        _extend(spans[0], left, a, a_end)
        _extend(spans[1], right, b, b_end)
        last = a_end, b_end
    return spans


def _extend(spans: list[Span], words: list[str], start: int, end: int) -> None:
    """Add a place to those that are marked, to the last of them where it goes on with that."""
    at = len("".join(words[:start]))
    till = at + len("".join(words[start:end]))
    if spans and spans[-1][1] == at:
        spans[-1] = spans[-1][0], till
    elif till > at:
        spans.append((at, till))
