"""Parts that are done → the output, in order, and what is committed of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govreport.corpus.ledger import Ledger, Receipt
from govreport.corpus.writing import Format

MERGED_BYTES: Final = 128 << 20
"""Bytes of parts that a worker puts into one file of each table."""
WAITING: Final = 2000
"""Parts that may be done before one that comes first; then no more are begun, so that neither memory nor disk fills."""


@frozen
class Merge:
    """That some parts are to be put into the output by a worker.

    Attributes:
        receipts: of the parts.
        length: what the output has before them.
    """

    receipts: list[Receipt]
    length: int


class Assembly:
    """Puts parts into the output.

    Args:
        ledger: where they are.
        format_: how it is done.
        ordered: whether in the order of their numbers, or as they come.
    """

    def __init__(self, ledger: Ledger, format_: Format, ordered: bool) -> None:
        self._ledger = ledger
        self._format = format_
        self._ordered = ordered
        self._next = ledger.state.done
        self._waiting: dict[int, Receipt] = {}
        self._gathered: list[Receipt] = []
        self._size = 0  # of these
        self._length = ledger.state.length  # with what is under way
        self._merged: dict[int, Merge] = {}

    @property
    def full(self) -> bool:
        """Whether too many parts wait for one."""
        return len(self._waiting) >= WAITING

    def add(self, receipt: Receipt) -> Iterator[Merge]:
        """Take a part that is done.

        Yields:
            What a worker is to merge, where it is time for that.
        """
        self._waiting[receipt.number] = receipt
        ready = list(self._ready())
        if not self._format.merged:
            if ready:
                self._put(ready)
            return
        for one in ready:
            self._gathered.append(one)  # one by one, so that files begin at the same parts however these came
            self._size += one.size
            if self._size >= MERGED_BYTES:
                yield self._merge()

    def rest(self) -> Merge | None:
        """Give what is still to be merged when no part is left; an output without pages has its tables too."""
        if self._format.merged:
            return self._merge() if self._gathered or not self._length else None
        if not self._ledger.output.exists():
            self._put([])
        return None

    def merged(self, merge: Merge) -> None:
        """Take a merge that is done."""
        self._merged[merge.length] = merge
        while done := self._merged.pop(self._ledger.state.length, None):
            self._ledger.commit(done.receipts, done.length + 1)

    def _put(self, receipts: list[Receipt]) -> None:
        ledger = self._ledger
        numbers = [receipt.number for receipt in receipts]
        ledger.commit(receipts, self._format.put(ledger.folder, numbers, ledger.state.length))

    def _ready(self) -> Iterator[Receipt]:
        if not self._ordered:
            yield self._waiting.popitem()[1]
            return
        while self._next in self._waiting:
            yield self._waiting.pop(self._next)
            self._next += 1

    def _merge(self) -> Merge:
        merge = Merge(self._gathered, self._length)
        self._gathered, self._size = [], 0
        self._length += 1
        return merge
