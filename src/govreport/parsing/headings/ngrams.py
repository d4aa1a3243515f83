"""The n-grams of short texts, hashed and weighed for all of their positions at once.

Texts are held side by side as one large integer of 32-bit lanes, `WINDOW` of them a text, a lane for each character,
the first one lowest.  Arithmetic works on all lanes in one step, many times as fast as a loop would: shifted by a lane,
it is the texts from the next character on; multiplied and added, a hash of every n-gram.  No lane runs over into the
next: characters have 16 bits (what is beyond shares their codes), multipliers 14.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

WINDOW: Final = 36  # characters of a text that are looked at
TEXTS: Final = 64  # texts that are held side by side at most
CHARACTERS: Final = 1 << 15  # buckets of single characters
BUCKETS: Final = 1 << 17  # buckets of pairs and triples; those that share one share its weights

LANE: Final = 32
SIZE: Final = WINDOW * LANE // 8
"""Bytes of a text's lanes."""
_MULTIPLIERS: Final = (9973, 12829, 15013)  # odd, below 2 ** 14
_SHIFT: Final = 9  # the lowest bits of the hash follow the last character alone


def lanes(values: Iterable[int]) -> int:
    """One integer of some numbers, none of them negative, a lane each."""
    return packed(array("I", values))


def packed(numbers: array[int]) -> int:
    """One integer of some numbers, a lane each."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return int.from_bytes(numbers, "little")


def unpacked(number: int, texts: int) -> array[int]:
    """The numbers in the lanes of some texts."""
    found = array("I", number.to_bytes(texts * SIZE, "little"))
    if sys.byteorder == "big":
        found.byteswap()
    return found


_CODES: Final = lanes([0xFFFF] * WINDOW * TEXTS)
_CHARACTERS: Final = lanes([CHARACTERS - 1] * WINDOW * TEXTS)
_BUCKETS: Final = lanes([BUCKETS - 1] * WINDOW * TEXTS)


class Ngrams(NamedTuple):
    """The buckets of the n-grams that begin at each position; those that run over a text's end go on in the next text.

    Attributes:
        singles: of one character.
        pairs: of two.
        triples: of three.
    """

    singles: array[int]
    pairs: array[int]
    triples: array[int]


def ngrams(texts: Sequence[str]) -> Ngrams:
    """The n-grams of at most `TEXTS` texts of at most `WINDOW` characters each."""
    row = "".join([text.ljust(WINDOW, "\0") for text in texts])
    codes = int.from_bytes(row.encode("utf-32-le", "surrogatepass"), "little") & _CODES
    first, second, third = _MULTIPLIERS
    pairs = codes * first + (codes >> LANE) * second
    triples = pairs + (codes >> 2 * LANE) * third
    count = len(texts)
    return Ngrams(
        unpacked(codes & _CHARACTERS, count),
        unpacked(pairs >> _SHIFT & _BUCKETS, count),
        unpacked(triples >> _SHIFT & _BUCKETS, count),
    )


def look_up(table: array[int], buckets: array[int]) -> int:
    """What a table holds for each bucket, as lanes."""
    return packed(array("I", itemgetter(*buckets)(table)))
