"""Where a heading ends that runs into its paragraph without a stop: a learned score for every place it could end.

The score of a place is a sum of weights over the n-grams around it, which `govreport.ngrams` looks up once for each
position and adds for all places at once.  The weights are learned by `tools/train_boundary.py` and stand in
`boundary.bin` beside this file.
"""

from __future__ import annotations

import math
import re
import sys
from array import array
from bisect import bisect
from collections.abc import Sequence
from importlib.resources import files
from typing import Final, NamedTuple

from govreport.ngrams import BUCKETS, CHARACTERS, LANE, WINDOW, Ngrams, lanes, look_up, ngrams, numbers
from govreport.runin import opens_with_verb

LIMIT: Final = 32  # characters of the longest heading
SCALE: Final = 4  # units of a stored weight in one of log-odds
ZERO: Final = 8  # what a weight of 0 is stored as in four bits
_BEHIND: Final = 3 * SCALE  # by which a place may fall behind the best at the first look

_SAME_WIDTH: Final = str.maketrans(",;:()!?123456789１２３４５６７８９０", "，；：（）！？" + "0" * 19)
_NARROW: Final = re.compile("[!-?０-９]")
_STOP: Final = re.compile("[。；！？：]")
_PAUSE: Final = re.compile("[，。；：、！？]")
_PAUSES: Final = "，。；：、！？"
_OPENS_BRACKET: Final = re.compile("[（“《〈]")
_BRACKETED: Final = re.compile("[（“《〈][^）”》〉]*")
_SIZES: Final = (20, 30, 45, 90)  # characters of a unit: an item, a sentence, a short paragraph, a paragraph


def fold(words: str) -> str:
    """The words as the model sees them: punctuation in one width, every digit a 0, the first `WINDOW` characters."""
    text = words[:WINDOW]
    return text.translate(_SAME_WIDTH) if _NARROW.search(text) else text


def places(text: str) -> list[int]:
    """Offsets where a heading could end in some folded words: before the first stop, and not inside brackets."""
    stop = _STOP.search(text)
    most = min(len(text) - 2, LIMIT, stop.start() - 1 if stop else LIMIT)
    if not _OPENS_BRACKET.search(text):
        return list(range(2, most + 1))
    found: list[int] = []
    at = 2
    for match in _BRACKETED.finditer(text):
        found += range(at, min(match.start(), most) + 1)
        at = max(2, match.end() + 1)
    return found + list(range(at, most + 1))


PLACE_SHAPE: Final = (11, 4, 14, 4)
"""How many values each part of a `place_shape` can have."""
UNIT_SHAPE: Final = (10, 13, 8, 5, 2)
"""The same for a `unit_shape`."""


def place_shape(text: str, end: int) -> tuple[int, int, int, int]:
    """What is looked at for the best places only.

    Args:
        text: folded words.
        end: where the heading would end.

    Returns:
        The length of the clause that follows, the commas in the heading, by how much the second half of a double
        heading is longer than the first, and how much of the heading the paragraph takes up again, in steps from 0.
    """
    pause = _PAUSE.search(text, end)
    clause = min((pause.start() if pause else WINDOW) - end, 30) // 3
    again = 0
    while again < 3 and text.find(text[end : end + again + 2], 0, end) >= 0:
        again += 1
    comma = text.rfind("，", 0, end)
    if comma < 0:
        return clause, 0, 0, again
    longer = end - comma - 1 - text.index("，")
    return clause, min(text.count("，", 0, end), 3), max(-6, min(6, longer)) + 7, again


def unit_shape(text: str, size: int) -> tuple[int, int, int, int, int]:
    """What the shape of a unit says of there being a heading.

    Args:
        text: folded words.
        size: of the whole unit, in characters.

    Returns:
        The length of its first sentence and of its first clause, what ends the clause, the unit's size, and whether it
        begins with a verb that headings begin with, in steps from 0.
    """
    stop, pause = _STOP.search(text), _PAUSE.search(text)
    return (
        (stop.start() if stop else WINDOW) // 4,
        (pause.start() if pause else WINDOW) // 3,
        _PAUSES.index(pause.group()) + 1 if pause else 0,
        bisect(_SIZES, size),
        int(opens_with_verb(text)),
    )


class Guess(NamedTuple):
    """One place where a heading could end.

    Attributes:
        end: offset in characters from the start of the words.
        score: log of its weight against other places and against `Reading.none`, not normalised.
    """

    end: int
    score: float


class Reading(NamedTuple):
    """What the model says of a unit.

    Attributes:
        guesses: the best places for a heading's end, in order of place.
        none: the score of there being no heading, on the scale of `Guess.score`.
    """

    guesses: list[Guess]
    none: float


# Weights of four bits stand in a number side by side, the first lowest: for an n-gram that begins 0, 1, 2 and 3
# characters before a place, and, for pairs, a fifth for one anywhere in the heading.
NEAR: Final = 4
_FIRST_AND_THIRD: Final = lanes([0x0F0F] * WINDOW)
_BYTE: Final = lanes([0xFF] * WINDOW)
_WITHIN: Final = lanes([0xF] * WINDOW)
_ONES: Final = lanes([1] * WINDOW)
_ALL: Final = (1 << LANE * WINDOW) - 1
_HIGH: Final = 1 << 12  # keeps sums above 0


def _base(end: int) -> int:
    """What the weights of a place come to if all are 0: `ZERO` for each of three near ones and each pair within."""
    return ZERO * (3 * min(end + 1, NEAR) + max(0, end - 1))


class BoundaryModel:
    """The learned weights, in units of ``1 / SCALE``.

    Attributes:
        singles, pairs, triples: for n-grams around a place, those of one n-gram in one number.
        first: for no heading, by the pair and the triple that a unit begins with.
        lengths: for the length of a heading in characters, without and with a verb at its front.
        place_shapes: a row for each of `place_shape`.
        unit_shapes: for no heading, a row for each of `unit_shape`.
    """

    __slots__ = ("_lengths", "first", "pairs", "place_shapes", "singles", "triples", "unit_shapes")

    def __init__(
        self,
        singles: array[int],
        pairs: array[int],
        triples: array[int],
        first: array[int],
        lengths: Sequence[Sequence[int]],
        place_shapes: Sequence[Sequence[int]],
        unit_shapes: Sequence[Sequence[int]],
    ) -> None:
        self.singles = singles
        self.pairs = pairs
        self.triples = triples
        self.first = first
        self._lengths = [lanes([_HIGH + weight - _base(end) for end, weight in enumerate(row)]) for row in lengths]
        self.place_shapes = place_shapes
        self.unit_shapes = unit_shapes

    def read(self, text: str, size: int, likely: Sequence[int] = ()) -> Reading:
        """Score the places of a unit.

        Args:
            text: folded words.
            size: of the whole unit, in characters.
            likely: places to look at in any case.
        """
        grams = ngrams(text)
        shape = unit_shape(text, size)
        none = self.first[grams.pairs[0]] + self.first[grams.triples[0]]
        none += sum([row[step] for row, step in zip(self.unit_shapes, shape, strict=True)])
        possible = places(text)
        if not possible:
            return Reading([], none / SCALE)
        scores = self._first_look(grams, self._lengths[shape[-1]])
        least = max([scores[end] for end in possible]) - _BEHIND
        guesses = []
        for end in possible:
            if scores[end] > least or end in likely:
                score = scores[end] - _HIGH
                for row, step in zip(self.place_shapes, place_shape(text, end), strict=True):
                    score += row[step]
                guesses.append(Guess(end, score / SCALE))
        return Reading(guesses, none / SCALE)

    def _first_look(self, grams: Ngrams, lengths: int) -> array[int]:
        """The score of every place by n-grams and length, as many times `_HIGH`."""
        singles, pairs = look_up(self.singles, grams.singles), look_up(self.pairs, grams.pairs)
        triples = look_up(self.triples, grams.triples)
        even = (singles & _FIRST_AND_THIRD) + (pairs & _FIRST_AND_THIRD) + (triples & _FIRST_AND_THIRD)
        odd = (singles >> 4 & _FIRST_AND_THIRD) + (pairs >> 4 & _FIRST_AND_THIRD) + (triples >> 4 & _FIRST_AND_THIRD)
        scores = (even & _BYTE) + ((odd & _BYTE) << LANE)
        scores += ((even >> 8 & _BYTE) << 2 * LANE) + ((odd >> 8 & _BYTE) << 3 * LANE)
        # Times ones, each lane has the sum of all up to it; pairs that begin two characters before a place end there.
        scores += (pairs >> 16 & _WITHIN) * _ONES << 2 * LANE
        return numbers(scores + lengths & _ALL)


def load() -> BoundaryModel:
    """Read the model that ships with the package."""
    return unpack(files("govreport").joinpath("boundary.bin").read_bytes())


def unpack(data: bytes) -> BoundaryModel:
    """Make a model of what `tools/train_boundary.py` stores: the tables one after the other, little-endian."""
    at = 0

    def take(code: str, size: int) -> array[int]:
        nonlocal at
        table = array(code)
        table.frombytes(data[at : at + size * table.itemsize])
        if sys.byteorder == "big":
            table.byteswap()
        at += size * table.itemsize
        return table

    return BoundaryModel(
        take("H", CHARACTERS),
        take("I", BUCKETS),
        take("H", BUCKETS),
        take("b", BUCKETS),
        [take("h", WINDOW), take("h", WINDOW)],
        [take("h", size) for size in PLACE_SHAPE],
        [take("h", size) for size in UNIT_SHAPE],
    )


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
