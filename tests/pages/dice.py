"""Choices that fall the same on every machine and every Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

T = TypeVar("T")


class Dice(Random):
    """Everything is made of `Random.random`, the one method whose numbers Python promises never to change."""

    def choice(self, seq: SupportsLenAndGetItem[T]) -> T:
        return seq[int(self.random() * len(seq))]

    def randint(self, a: int, b: int) -> int:
        return a + int(self.random() * (b - a + 1))

    def chance(self, share: float) -> bool:
        """True in a share of all throws, 0 to 1."""
        return self.random() < share

    def some(self, things: Sequence[T], most: int, least: int = 0) -> list[T]:
        """Some of these things, in their order."""
        number = min(self.randint(least, most), len(things))
        chosen: set[int] = set()
        while len(chosen) < number:
            chosen.add(self.randint(0, len(things) - 1))
        return [things[at] for at in sorted(chosen)]

    def mixed(self, things: Iterable[T]) -> list[T]:
        """These things in any order."""
        return [thing for _, _, thing in sorted((self.random(), at, thing) for at, thing in enumerate(things))]
