"""A learned score for every place where a heading could end, for its stop, and for there being no heading.

A score is a sum of weights: of the characters, pairs and triples around the place, of every pair within the
heading, and of what `govreport.parsing.headings.candidates` says of it.  All scores of a unit are on one scale, in
log-odds: the softmax over them says how likely each is.  `tools/train_headings.py` learns the weights; they stand in
``headings.model`` beside this file.

The file is a line of JSON and the weights after it, one signed byte each, in units of 1 / `SCALE`, table after table in
the order of `TABLES`.  An n-gram's weight stands in its bucket (`buckets`); those that share one share its weight.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from functools import cache
from operator import getitem
from typing import Final

from govreport.parsing.headings.candidates import LONGEST, PLACE_STEPS, UNIT_STEPS, WINDOW, Words
from govreport.words.shipped import read

SCALE: Final = 32
SIZES: Final = (1, 2, 3)
"""The sizes of n-grams, in characters."""
REACH: Final = 4
"""An n-gram counts for the place it begins at and for the `REACH` - 1 places after it."""
BUCKETS: Final = {1: 1 << 14, 2: 1 << 16, 3: 1 << 16}
"""Buckets of the n-grams of a size."""
TABLES: Final = {
    **{f"{size} at {-back}": BUCKETS[size] for size in SIZES for back in range(REACH)},
    "within": BUCKETS[2],
    **{f"first {size}": BUCKETS[size] for size in SIZES},
    **{f"place: {name}": steps for name, steps in PLACE_STEPS.items()},
    **{f"unit: {name}": steps for name, steps in UNIT_STEPS.items()},
}
"""The tables of weights, and how many each holds: ``2 at -1`` is for pairs that begin a character before a place."""
_ZERO: Final = 128
"""What a weight of 0 is stored as, so that sums of weights side by side stay above 0."""
_BASE: Final = _ZERO * len(SIZES) * REACH
_LANE: Final = 16  # bits of each of the weights that stand side by side
_LANE_MASK: Final = (1 << _LANE) - 1
# What the positions before a text would leave for the first places, if n-grams there weighed nothing.
_BEFORE: Final = sum([_ZERO * len(SIZES) * (REACH - 1 - at) << _LANE * (at + 1) for at in range(REACH - 1)])
_FACTORS: Final = (9973, 12829, 15013)
_SPREAD: Final = 40503
_SHIFT: Final = 9
_WIDTH: Final = 64  # bits of a character's number, with room for its products
_EACH: Final = sum([1 << _WIDTH * at for at in range(WINDOW + max(SIZES) - 1)])  # 1 for each character
_EACH_BYTES: Final = (WINDOW + max(SIZES) - 1) * _WIDTH // 8
_CODES: Final = 0xFFFF * _EACH
_SINGLES: Final = (BUCKETS[1] - 1) * _EACH
_LONGER: Final = (BUCKETS[2] - 1) * _EACH
_LENGTH: Final = list(PLACE_STEPS).index("length")
_MOST: Final = 5  # places that are looked at closely


def buckets(text: str, count: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The buckets of the characters, pairs and triples that begin at the first positions of a text.

    All positions are reckoned at once, side by side in one number: the text's UTF-32 with a NUL after each character.

    Args:
        text: the text, at most `WINDOW` characters; after its end there is nothing.
        count: how many positions, at most the text's characters.
    """
    first, second, third = _FACTORS
    data = "\0".join(text[: count + 2]).encode("utf-32-le", "surrogatepass")
    codes = int.from_bytes(data, "little") & _CODES
    pairs = codes * first + (codes >> _WIDTH) * second
    triples = pairs + (codes >> 2 * _WIDTH) * third
    layout = f"<{count}Q"
    return (
        _apart(codes & _SINGLES, layout),
        _apart(pairs * _SPREAD >> _SHIFT & _LONGER, layout),
        _apart(triples * _SPREAD >> _SHIFT & _LONGER, layout),
    )


def _apart(numbers: int, layout: str) -> tuple[int, ...]:
    """The first of the numbers that stand side by side in one, as many as a layout of `struct` has."""
    return struct.unpack_from(layout, numbers.to_bytes(_EACH_BYTES, "little"))


class Reading:
    """What the model says of a unit, in log-odds.

    Attributes:
        ends: the best places for a heading's end, as offsets in the unit's folded text, in order.
        scores: of each.
        stop: of its first stop as the heading's end; None where none is in sight.
        none: of there being no heading.
    """

    __slots__ = ("ends", "none", "scores", "stop")

    def __init__(self, ends: list[int], scores: list[float], stop: float | None, none: float) -> None:
        self.ends = ends
        self.scores = scores
        self.stop = stop
        self.none = none


class Model:
    """The learned weights.

    Attributes:
        evidence: those of `govreport.parsing.headings.evidence`, as its ``Weights``.
    """

    __slots__ = ("_first", "_near", "_place", "_unit", "_within", "evidence")

    def __init__(self, tables: dict[str, array[int]], evidence: dict[str, list[dict[str, float]]]) -> None:
        self.evidence = evidence
        self._near = [_side_by_side([tables[f"{size} at {-back}"] for back in range(REACH)]) for size in SIZES]
        self._within = tables["within"]
        self._first = [tables[f"first {size}"] for size in SIZES]
        self._place = [tables[f"place: {name}"].tolist() for name in PLACE_STEPS]
        self._unit = [tables[f"unit: {name}"].tolist() for name in UNIT_STEPS]

    def read(self, words: Words, family: str, is_above: bool) -> Reading:
        """Score the ways to divide a unit.

        Args:
            words: the unit's words.
            family: of its marker.
            is_above: whether text or deeper units stand beneath it.
        """
        seen = words.stop + 1 if words.stop < WINDOW else LONGEST + 1  # beyond it no heading ends
        grams = buckets(words.text, min(seen, len(words.text)))
        sums = self._sums(*grams)
        stop = self._score(words, sums, words.stop) if 2 <= words.stop < len(words.text) else None
        none = sum([table[gram[0]] for table, gram in zip(self._first, grams, strict=True) if gram])
        none += sum(map(getitem, self._unit, words.describe_unit(family, is_above)))
        places = words.places()
        if len(places) > _MOST:
            places = self._likeliest(words, sums, places)
        return Reading(places, [self._score(words, sums, end) for end in places], stop, none / SCALE)

    def _sums(self, singles: tuple[int, ...], pairs: tuple[int, ...], triples: tuple[int, ...]) -> list[int]:
        """For each place, the weights of the n-grams around it and of the pairs before it.

        An n-gram's weights for the places that it reaches stand side by side in one number, the nearest lowest.  At
        each position the numbers are added, and what is lowest then is the sum for this place; the others move down.
        """
        of_singles, of_pairs, of_triples = self._near
        of_within = self._within
        sums: list[int] = []
        moving, before, within = _BEFORE, 0, -_BASE
        for single, pair, triple in zip(singles, pairs, triples, strict=True):
            moving = (moving >> _LANE) + of_singles[single] + of_pairs[pair] + of_triples[triple]
            sums.append((moving & _LANE_MASK) + within)
            within += before
            before = of_within[pair]
        return sums

    def _likeliest(self, words: Words, sums: list[int], places: list[int]) -> list[int]:
        """The likeliest places by their n-grams and length alone, and those that something speaks for."""
        length = self._place[_LENGTH]
        found = [sums[end] + length[end] for end in places]
        least = sorted(found)[-_MOST]
        named, prescribed = words.hints
        text = words.text
        return [
            end
            for end, score in zip(places, found, strict=True)
            if score >= least or text[end] in " ，" or end in named or end == prescribed
        ]

    def _score(self, words: Words, sums: list[int], end: int) -> float:
        """The score of one place, or of the stop."""
        return (sums[end] + sum(map(getitem, self._place, words.describe_place(end)))) / SCALE


def _side_by_side(tables: list[array[int]]) -> array[int]:
    """Tables of signed bytes as one of numbers that hold a weight of each in `_LANE` bits, the first lowest."""
    lanes = bytearray(8 * len(tables[0]))
    for at, table in enumerate(tables):
        lanes[2 * at :: 8] = table.tobytes().translate(_RAISED)
    numbers = array("Q", bytes(lanes))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


_RAISED: Final = bytes((code + _ZERO) % 256 for code in range(256))
"""Signed bytes, `_ZERO` above what they are."""


def unpack(data: bytes) -> Model:
    """Make a model of what `tools/train_headings.py` stores."""
    head, _, weights = data.partition(b"\n")
    tables: dict[str, array[int]] = {}
    at = 0
    for name, size in TABLES.items():
        tables[name] = array("b", weights[at : at + size])
        at += size
    return Model(tables, json.loads(head)["evidence"])


@cache
def shipped() -> Model:
    """The model that ships with the package; read when a text first needs it and never written to."""
    return unpack(read("govreport.parsing.headings", "headings.model"))
