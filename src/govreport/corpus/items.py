"""What is to be read, and how.  No parser: a process that only gives out work starts without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, frozen

from govreport.sources.kinds import MAX_BYTES

if TYPE_CHECKING:
    from govreport.parsing.headings.series import Splitting


OUT_OF_MEMORY: Final = "it took more memory than a worker may have"


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
        lost: whether what is missing was there once, or cannot be got at: an archive is damaged, a folder is closed.
    """

    path: str
    content: bytes | str | None = None
    size: int = 0
    cost: int = 0
    url: str | None = None
    declared: str | None = None
    error: str | None = None
    lost: bool = False


@frozen
class Opening:
    """How files that hold many pages are opened.

    Attributes:
        text_column: the key of a JSON line that has the page's text.
        max_bytes: bytes of the largest page that is read into memory.
    """

    text_column: str = "text"
    max_bytes: int = MAX_BYTES


@frozen
class Reading:
    """How pages are read.

    Attributes:
        encoding: of every page; found out for each where None.
        split_headings: as for `govreport.parse`.
        max_bytes: bytes of the largest page that is read.
        corrections: whether to set right what the files beside pages say.
    """

    encoding: str | None = None
    split_headings: Splitting = "confident"
    max_bytes: int = MAX_BYTES
    corrections: bool = True


def told(failure: Exception) -> str:
    """What an exception says, for the column ``error``."""
    if isinstance(failure, OSError) and failure.strerror:
        return failure.strerror
    if isinstance(failure, MemoryError):
        return OUT_OF_MEMORY
    return str(failure) or type(failure).__name__
