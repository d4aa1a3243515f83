"""The n-grams of a short text, hashed and weighed for all of its positions at once.

A text is held as one large integer of 32-bit lanes, a lane for each character, the first one lowest.  Arithmetic works
on all lanes in one step, many times as fast as a loop would: shifted by a lane, it is the text from the next character
on; multiplied and added, a hash of every n-gram.  No lane runs over into the next: characters have 16 bits (what is
beyond shares their codes), multipliers 14.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

WINDOW: Final = 36  # characters of a text that are looked at
CHARACTERS: Final = 1 << 15  # buckets of single characters
BUCKETS: Final = 1 << 17  # buckets of pairs and triples; those that share one share its weights

LANE: Final = 32
_MULTIPLIERS: Final = (9973, 12829, 15013)  # odd, below 2 ** 14
_SHIFT: Final = 9  # the lowest bits of the hash follow the last character alone


def lanes(values: Iterable[int]) -> int:
    """One integer of some numbers, a lane each; negative ones borrow from the lane above."""
    return sum(value << LANE * at for at, value in enumerate(values))


_CODES: Final = lanes([0xFFFF] * WINDOW)
_CHARACTERS: Final = lanes([CHARACTERS - 1] * WINDOW)
_BUCKETS: Final = lanes([BUCKETS - 1] * WINDOW)
_SIZE: Final = WINDOW * LANE // 8


class Ngrams(NamedTuple):
    """The buckets of the n-grams that begin at each position, those that run over the end included.

    Attributes:
        singles: of one character.
        pairs: of two.
        triples: of three.
    """

    singles: array[int]
    pairs: array[int]
    triples: array[int]


def ngrams(text: str) -> Ngrams:
    """The n-grams of a text of at most `WINDOW` characters."""
    codes = int.from_bytes(text.encode("utf-32-le", "surrogatepass"), "little") & _CODES
    first, second, third = _MULTIPLIERS
    pairs = codes * first + (codes >> LANE) * second
    triples = pairs + (codes >> 2 * LANE) * third
    return Ngrams(
        numbers(codes & _CHARACTERS), numbers(pairs >> _SHIFT & _BUCKETS), numbers(triples >> _SHIFT & _BUCKETS)
    )


def numbers(packed: int) -> array[int]:
    """The numbers in the first `WINDOW` lanes."""
    found = array("I", packed.to_bytes(_SIZE, "little"))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def look_up(table: array[int], buckets: array[int]) -> int:
    """What a table holds for each bucket, as lanes."""
    found = array("I", itemgetter(*buckets)(table))
    if sys.byteorder == "big":
        found.byteswap()
    return int.from_bytes(found, "little")
