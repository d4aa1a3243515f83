"""What is to be read: a file, or a page out of an archive."""

from __future__ import annotations

from attrs import define


@define(slots=True)
class Item:
    """One page of a corpus.

    Attributes:
        path: names it in the output; the file that is opened where there is no content yet.
        content: its bytes, or its text; None for a file that is still to be read.
        size: how many bytes it has.
        cost: how many bytes of the source on disk it takes, compressed or not: the measure of progress.
        url: its address, where the source has it.
        declared: the encoding that an HTTP header gave.
        error: why there is nothing to read, where that is known beforehand.
    """

    path: str
    content: bytes | str | None = None
    size: int = 0
    cost: int = 0
    url: str | None = None
    declared: str | None = None
    error: str | None = None
