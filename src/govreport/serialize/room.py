"""How much goes into a chunk, in characters or in tokens, and where a text that is too long for it is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, Final, Protocol, TypeAlias

from attrs import evolve, frozen

MAX_CHARS: Final = 800
"""Characters of a chunk unless told: what common embedding models read of Chinese text, 512 tokens, with headings."""

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)\"]{0,3}|\Z)")
_CLAUSE: Final = re.compile(r"[^，,、：:\t ]*(?:[，,、：:\t ]+|\Z)")


class Encoder(Protocol):
    """What tokenizers of tiktoken, tokenizers and transformers have."""

    def encode(self, text: str, /) -> Sized:
        """Give the tokens of a text."""


Tokenizer: TypeAlias = Callable[[str], int] | Encoder
"""An object whose ``encode`` gives the tokens of a text, or a function that counts them."""


@frozen
class Room:
    """What a text may take.

    Attributes:
        limit: characters or tokens.
        size: what a text takes of them.
    """

    limit: int
    size: Callable[[str], int]

    def holds(self, text: str) -> bool:
        """Whether there is room for a text."""
        return self.size(text) <= self.limit

    def less(self, taken: int) -> Room:
        """What is left where some of it is taken."""
        return evolve(self, limit=self.limit - taken)


@frozen(kw_only=True)
class Cutting:
    """How reports are cut into chunks; see `govreport.chunks`."""

    max_chars: int | None = None
    max_tokens: int | None = None
    tokenizer: Tokenizer | None = None
    overlap: int = 0
    with_headings: bool = False

    def room(self) -> Room:
        """The room of a chunk.

        Raises:
            ValueError: a number has no meaning, or does not go with another.
        """
        if self.max_tokens is not None and self.max_chars is not None:
            raise ValueError("give max_chars or max_tokens, not both")
        if (self.max_tokens is None) != (self.tokenizer is None):
            raise ValueError("max_tokens and tokenizer go together: an object with encode(), or a function that counts")
        name, limit = ("max_chars", self.max_chars) if self.max_tokens is None else ("max_tokens", self.max_tokens)
        limit = MAX_CHARS if limit is None else limit
        if limit < 1:
            raise ValueError(f"{name} is 1 or more")
        if not 0 <= self.overlap <= limit // 2:
            raise ValueError(f"overlap is 0 or more, and at most half of {name}")
        return Room(limit, len if self.tokenizer is None else _counter(self.tokenizer))


def _counter(tokenizer: Any) -> Callable[[str], int]:
    # Tokenizers of transformers can be called too, and give a dict then.
    encode = getattr(tokenizer, "encode", None)
    if encode is not None:
        return lambda text: len(encode(text))
    if not callable(tokenizer):
        raise ValueError("tokenizer is an object with encode(), or a function that counts tokens")
    count: Callable[[str], int] = tokenizer
    return count


def spans(raw: str, room: Room, first: Room) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces that have room, where it hurts least.

    Args:
        raw: the text.
        room: for each piece.
        first: for the first, which may have less.

    Yields:
        Where each begins and ends.  One of a single character may take more than there is room for.
    """
    stops = list(_stops(raw, room, first))
    at = begin = 0
    while at < len(stops):
        start, own = begin, room if begin else first
        at = _farthest(stops, at, lambda stop: own.holds(raw[start:stop]))  # noqa: B023 - it is called at once
        yield begin, stops[at]
        begin, at = stops[at], at + 1


def tail(raw: str, room: Room) -> int:
    """Where the last sentences of a text begin for which there is room, of a long sentence the last clauses."""
    starts = [len(raw), *[stop for stop in _stops(raw, room, room) if stop < len(raw)][::-1], 0]
    return starts[_farthest(starts, 0, lambda start: room.holds(raw[start:]))]


def _stops(raw: str, room: Room, first: Room) -> Iterator[int]:
    """Where a text may be cut: after every sentence; in a longer one after clauses; in a longer clause anywhere."""
    for sentence in _SENTENCE.finditer(raw):
        own = room if sentence.start() else first
        if own.holds(sentence[0]):
            yield sentence.end()
            continue
        for clause in _CLAUSE.finditer(raw, sentence.start(), sentence.end()):
            if not own.holds(clause[0]):
                yield from _anywhere(raw, clause.start(), clause.end(), room, first)
            yield clause.end()


def _anywhere(raw: str, begin: int, end: int, room: Room, first: Room) -> Iterator[int]:
    while begin < end:
        start, own = begin, room if begin else first
        stops = range(begin + 1, end + 1)
        begin = stops[_farthest(stops, 0, lambda stop: own.holds(raw[start:stop]))]  # noqa: B023 - as above
        if begin < end:
            yield begin


def _farthest(stops: Sequence[int], first: int, fits: Callable[[int], bool]) -> int:
    """The last of some stops that fits, by its place; the first of them where none does.

    In steps that double, then by halves: a tokenizer has to read what it counts.
    """
    good, step = first, 1
    while good + step < len(stops) and fits(stops[good + step]):
        good, step = good + step, 2 * step
    bad = min(good + step, len(stops))
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if fits(stops[middle]) else (good, middle)
    return good
