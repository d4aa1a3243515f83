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
from collections.abc import Sequence
from functools import cache
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
_SPREAD: Final = 40503
_FIRST: Final = 9973 * _SPREAD  # what the characters of an n-gram count in the number of its bucket
_SECOND: Final = 12829 * _SPREAD
_THIRD: Final = 15013 * _SPREAD
_SHIFT: Final = 9
_SINGLES: Final = BUCKETS[1] - 1
_LONGER: Final = BUCKETS[2] - 1
_LENGTH: Final = list(PLACE_STEPS).index("length")
_MOST: Final = 5  # places that are looked at closely


def codes_of(text: str) -> tuple[int, ...]:
    """The numbers of a text's characters, as far as they count, and of two that are not there."""
    data = (text + "\0\0").encode("utf-32-le", "surrogatepass")
    codes: tuple[int, ...] = struct.unpack("<" + "H2x" * (len(text) + 2), data)  # the lower half of each
    return codes


def add_up(codes: tuple[int, ...], count: int, around: list[Sequence[int]], within: bytes) -> list[int]:
    """The weights of the n-grams around each of the first places of a text and of the pairs before it.

    An n-gram's weights for the places that it reaches stand side by side in one number, the nearest lowest.  At each
    position the numbers are added, and what is lowest then is the sum for this place; the others move down.

    Args:
        codes: of the text's characters (`codes_of`).
        count: how many places, at most the text's characters.
        around: those numbers, by the buckets of characters, of pairs and of triples; each weight is `_ZERO` too high.
        within: the same weights of pairs for all places after them, by their buckets.
    """
    of_singles, of_pairs, of_triples = around
    sums: list[int] = []
    moving, before, inside = _BEFORE, _ZERO, -_BASE
    code, following = codes[0], codes[1]
    for third in codes[2 : count + 2]:
        spread = code * _FIRST + following * _SECOND
        pair = spread >> _SHIFT & _LONGER
        triple = spread + third * _THIRD >> _SHIFT & _LONGER
        moving = (moving >> _LANE) + of_singles[code & _SINGLES] + of_pairs[pair] + of_triples[triple]
        sums.append((moving & _LANE_MASK) + inside)
        inside += before - _ZERO
        before = within[pair]
        code = following
        following = third
    return sums


class Reading:
    """What the model says of a unit, in log-odds.

    Attributes:
        ends: the best places for a heading's end, as offsets in the unit's folded text, in order.
        kinds: what stands at each.
        scores: of each.
        stop: of its first stop as the heading's end; None where none is in sight.
        none: of there being no heading.
    """

    __slots__ = ("ends", "kinds", "none", "scores", "stop")

    def __init__(self, ends: list[int], kinds: list[int], scores: list[float], stop: float | None, none: float) -> None:
        self.ends = ends
        self.kinds = kinds
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
        self._near: list[Sequence[int]] = [
            _side_by_side([tables[f"{size} at {-back}"] for back in range(REACH)]) for size in SIZES
        ]
        self._within = _raised(tables["within"])
        self._first: list[Sequence[int]] = [_raised(tables[f"first {size}"]) for size in SIZES]
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
        codes = codes_of(words.text)
        sums = add_up(codes, min(seen, len(words.text)), self._near, self._within)
        stop: float | None = None
        if 2 <= words.stop < len(words.text):
            stop = self._score(sums[words.stop], words.describe_place(words.stop))
        none = add_up(codes, 1, self._first, self._within)[0] if words.text else 0
        for table, step in zip(self._unit, words.describe_unit(family, is_above), strict=True):
            none += table[step]
        places = words.places()
        if len(places) > _MOST:
            places = self._likeliest(words, sums, places)
        kinds: list[int] = []
        scores: list[float] = []
        for end in places:
            said = words.describe_place(end)
            kinds.append(said[0])
            scores.append(self._score(sums[end], said))
        return Reading(places, kinds, scores, stop, none / SCALE)

    def _likeliest(self, words: Words, sums: list[int], places: list[int]) -> list[int]:
        """The likeliest places by their n-grams and length alone, and those that something speaks for."""
        length = self._place[_LENGTH]
        found = [sums[end] + length[end] for end in places]
        least = sorted(found)[-_MOST]
        spoken_for = words.spoken_for()
        return [end for at, end in enumerate(places) if found[at] >= least or end in spoken_for]

    def _score(self, score: int, said: tuple[int, ...]) -> float:
        """The score of a place, or of the stop, given that of its n-grams and what `PLACE_STEPS` say of it."""
        kind, length, kind_and_length, clause, commas, balance, echo, rule, to_stop, hint = said
        of_kind, of_length, of_both, of_clause, of_commas, of_balance, of_echo, of_rule, of_rest, of_hint = self._place
        score += of_kind[kind] + of_length[length] + of_both[kind_and_length] + of_clause[clause] + of_commas[commas]
        score += of_balance[balance] + of_echo[echo] + of_rule[rule] + of_rest[to_stop] + of_hint[hint]
        return score / SCALE


def _side_by_side(tables: list[array[int]]) -> array[int]:
    """Tables of signed bytes as one of numbers that hold a weight of each in `_LANE` bits, the first lowest."""
    lanes = bytearray(8 * len(tables[0]))
    for at, table in enumerate(tables):
        lanes[2 * at :: 8] = _raised(table)
    numbers = array("Q", bytes(lanes))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _raised(table: array[int]) -> bytes:
    """A table of signed bytes, each `_ZERO` above what it is."""
    return table.tobytes().translate(_RAISED)


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
