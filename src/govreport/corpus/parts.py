"""The items of a corpus in parts: what a worker does at a time, and what a stopped run has done or not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field

from govreport.corpus.items import Item

PART_ITEMS: Final = 128
"""Items of a part at most."""
PART_BYTES: Final = 1 << 20
"""Bytes of a part, but for its last item: some dozen pages, a fifth of a second of work."""


@define(slots=True)
class Part:
    """A run of items.

    Attributes:
        number: its place among the parts, from 0.
        items: the items.
        blamed: items, by their place in the part, that ended a worker, with what is to be said of them.
    """

    number: int
    items: list[Item]
    blamed: dict[int, str] = field(factory=dict)

    @property
    def fingerprint(self) -> str:
        """Changes with names and sizes of the items: a run is gone on with only where they are the same."""
        names = "\0".join(f"{item.path}\0{item.size}" for item in self.items)
        return hashlib.sha256(names.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def parts(items: Iterable[Item]) -> Iterator[Part]:
    """Put items into parts, in order; the same items always make the same parts."""
    number, batch, size = 0, list[Item](), 0
    for item in items:
        batch.append(item)
        size += item.size
        if len(batch) == PART_ITEMS or size >= PART_BYTES:
            yield Part(number, batch)
            number, batch, size = number + 1, [], 0
    if batch:
        yield Part(number, batch)
