"""Where a heading ends that runs into its paragraph without a stop: a learned score for every place it could end.

The score of a place is a sum of weights over the n-grams around it, which `govreport.parsing.headings.ngrams` looks up once for each
position and adds for all places at once.  The weights are learned by `tools/train_boundary.py` and stand in
`boundary.bin` beside this file.
"""

from __future__ import annotations

import math
import re
import sys
from array import array
from bisect import bisect, bisect_left, insort
from collections.abc import Sequence
from importlib.resources import files
from operator import getitem
from typing import Final

from govreport.parsing.headings.clauses import opens_with_verb
from govreport.parsing.headings.ngrams import (
    BUCKETS,
    CHARACTERS,
    LANE,
    SIZE,
    TEXTS,
    WINDOW,
    Ngrams,
    lanes,
    look_up,
    ngrams,
    unpacked,
)

LIMIT: Final = 32  # characters of the longest heading
SCALE: Final = 4  # units of a stored weight in one of log-odds
ZERO: Final = 8  # what a weight of 0 is stored as in four bits
_BEHIND: Final = 3 * SCALE  # by which a place may fall behind the best at the first look

_WIDE: Final = tuple(zip(",;:()!?", "，；：（）！？", strict=True))
_DIGIT: Final = re.compile("[1-9０-９]")
_STOPS: Final = frozenset("。；！？：")
_PAUSES: Final = "，。；：、！？"
_PAUSE: Final = re.compile(f"[{_PAUSES}]")
_BRACKETED: Final = re.compile("[（“《〈][^）”》〉]*")
_SIZES: Final = (20, 30, 45, 90)  # characters of a unit: an item, a sentence, a short paragraph, a paragraph


def fold(words: str) -> str:
    """The words as the model sees them: punctuation in one width, every digit a 0, the first `WINDOW` characters."""
    text = words[:WINDOW]
    for narrow, wide in _WIDE:
        if narrow in text:
            text = text.replace(narrow, wide)
    return _DIGIT.sub("0", text)


PLACE_SHAPE: Final = (11, 4, 14, 4)
"""How many values each part of a `Words.place_shape` can have."""
UNIT_SHAPE: Final = (10, 13, 8, 5, 2)
"""The same for a `Words.unit_shape`."""


class Words:
    """The words of one unit, as the model reads them.

    Attributes:
        text: the words, folded.
        size: of the whole unit, in characters.
        likely: places to look at in any case.
    """

    __slots__ = ("_most", "_pauses", "_stop", "likely", "size", "text")

    def __init__(self, text: str, size: int, likely: Sequence[int] = ()) -> None:
        self.text = text
        self.size = size
        self.likely = likely
        # Where commas and stops stand, and the first stop; beyond them, the end of what is seen.
        self._pauses = [match.start() for match in _PAUSE.finditer(text)]
        self._stop = WINDOW
        for at in self._pauses:
            if text[at] in _STOPS:
                self._stop = at
                break
        self._pauses.append(WINDOW)
        self._most = max(0, min(len(text) - 2, LIMIT, self._stop - 1))

    def places(self) -> Sequence[int]:
        """Offsets where a heading could end: before the first stop, and not inside brackets."""
        text, most = self.text, self._most
        if not ("《" in text or "（" in text or "“" in text or "〈" in text):
            return range(2, most + 1)
        found: list[int] = []
        at = 2
        for match in _BRACKETED.finditer(text):
            found += range(at, min(match.start(), most) + 1)
            at = max(2, match.end() + 1)
        return found + list(range(at, most + 1))

    def place_shape(self, end: int) -> tuple[int, int, int, int]:
        """What is looked at for the best places only.

        Args:
            end: where the heading would end.

        Returns:
            The length of the clause that follows, the commas in the heading, by how much the second half of a double
            heading is longer than the first, and how much of the heading the paragraph takes up again, in steps from 0.
        """
        text = self.text
        clause = min(self._pauses[bisect_left(self._pauses, end)] - end, 30) // 3
        again = 0
        while again < 3 and text.find(text[end : end + again + 2], 0, end) >= 0:
            again += 1
        comma = text.rfind("，", 0, end)
        if comma < 0:
            return clause, 0, 0, again
        longer = end - comma - 1 - text.index("，")
        return clause, min(text.count("，", 0, end), 3), max(-6, min(6, longer)) + 7, again

    def unit_shape(self) -> tuple[int, int, int, int, int]:
        """What the shape of the unit says of there being a heading.

        Returns:
            The length of its first sentence and of its first clause, what ends the clause, the unit's size, and whether
            it begins with a verb that headings begin with, in steps from 0.
        """
        pause = self._pauses[0]
        ending = 0 if pause == WINDOW else _PAUSES.index(self.text[pause]) + 1
        return self._stop // 4, pause // 3, ending, bisect(_SIZES, self.size), int(opens_with_verb(self.text))


class Reading:
    """What the model says of a unit.

    Attributes:
        ends: the best places for a heading's end, as offsets in characters from the start of the words, in order.
        scores: of each, the log of its weight against other places and against `none`, not normalised.
        none: the score of there being no heading, on the same scale.
    """

    __slots__ = ("ends", "none", "scores")

    def __init__(self, ends: list[int], scores: list[float], none: float) -> None:
        self.ends = ends
        self.scores = scores
        self.none = none


# Weights of four bits stand in a number side by side, the first lowest: for an n-gram that begins 0, 1, 2 and 3
# characters before a place, and, for pairs, a fifth for one anywhere in the heading.
NEAR: Final = 4


def _masks(value: int, first: int = 0) -> int:
    """A value in the lanes from ``first`` on of every text, but for the last ones, which no heading reaches."""
    last = WINDOW - NEAR + 1
    return lanes(([0] * first + [value] * (last - first) + [0] * (WINDOW - last)) * TEXTS)


_FIRST_AND_THIRD: Final = _masks(0x0F0F)
_BYTE: Final = _masks(0xFF)
_WITHIN: Final = _masks(0xF)
# By these steps each lane comes to hold the sum of all lanes of its text up to it.
_SUMMING: Final = [(step * LANE, _masks(0xFFFF, step)) for step in (1, 2, 4, 8, 16)]
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
        place_shapes: a row for each of `Words.place_shape`.
        unit_shapes: for no heading, a row for each of `Words.unit_shape`.
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
        self._lengths = [
            lanes([_HIGH + weight - _base(end) for end, weight in enumerate(row)]).to_bytes(SIZE, "little")
            for row in lengths
        ]
        self.place_shapes = place_shapes
        self.unit_shapes = unit_shapes

    def read(self, units: Sequence[Words]) -> list[Reading]:
        """Score the places of some units."""
        readings: list[Reading] = []
        for first in range(0, len(units), TEXTS):
            readings += self._read(units[first : first + TEXTS])
        return readings

    def _read(self, units: Sequence[Words]) -> list[Reading]:
        """Score the places of at most `TEXTS` units."""
        grams = ngrams([words.text for words in units])
        shapes = [words.unit_shape() for words in units]
        scores = self._first_look(grams, [self._lengths[shape[-1]] for shape in shapes])
        readings = []
        at = 0
        for words, shape in zip(units, shapes, strict=True):
            none = self.first[grams.pairs[at]] + self.first[grams.triples[at]]
            none += sum(map(getitem, self.unit_shapes, shape))
            ends, best = self._best(words, scores[at : at + WINDOW])
            readings.append(Reading(ends, best, none / SCALE))
            at += WINDOW
        return readings

    def _best(self, words: Words, scores: list[int]) -> tuple[list[int], list[float]]:
        """The best places of a unit by the first look, and what they score by all."""
        possible = words.places()
        if not possible:
            return [], []
        least = max([scores[end] for end in possible]) - _BEHIND
        ends = [end for end in possible if scores[end] > least]
        for end in words.likely:
            if end not in ends and end in possible:
                insort(ends, end)
        clauses, commas, balances, echoes = self.place_shapes
        best = []
        for end in ends:
            clause, comma, balance, echo = words.place_shape(end)
            score = scores[end] - _HIGH + clauses[clause] + commas[comma] + balances[balance] + echoes[echo]
            best.append(score / SCALE)
        return ends, best

    def _first_look(self, grams: Ngrams, lengths: list[bytes]) -> list[int]:
        """The score of every place by n-grams and length, `_HIGH` above what it is."""
        singles, pairs = look_up(self.singles, grams.singles), look_up(self.pairs, grams.pairs)
        triples = look_up(self.triples, grams.triples)
        even = (singles & _FIRST_AND_THIRD) + (pairs & _FIRST_AND_THIRD) + (triples & _FIRST_AND_THIRD)
        odd = (singles >> 4 & _FIRST_AND_THIRD) + (pairs >> 4 & _FIRST_AND_THIRD) + (triples >> 4 & _FIRST_AND_THIRD)
        within = pairs >> 16 & _WITHIN
        for step, lanes_from in _SUMMING:
            within += within << step & lanes_from
        scores = int.from_bytes(b"".join(lengths), "little") + (even & _BYTE) + ((odd & _BYTE) << LANE)
        # A pair that begins two characters before a place ends there.
        scores += ((even >> 8 & _BYTE) + within << 2 * LANE) + ((odd >> 8 & _BYTE) << 3 * LANE)
        return unpacked(scores, len(lengths)).tolist()


def load() -> BoundaryModel:
    """Read the model that ships with the package."""
    return unpack(files("govreport.parsing.headings").joinpath("boundary.bin").read_bytes())


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
        [take("h", WINDOW).tolist(), take("h", WINDOW).tolist()],
        [take("h", size).tolist() for size in PLACE_SHAPE],
        [take("h", size).tolist() for size in UNIT_SHAPE],
    )


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
