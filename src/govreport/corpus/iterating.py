"""The reports of a corpus, one after the other, in this process: for loops, notebooks and loaders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from govreport.corpus.finding import check_sources, items
from govreport.corpus.items import Opening, Reading
from govreport.corpus.loading import load
from govreport.parsing.headings.series import Splitting, check_splitting
from govreport.sources.kinds import MAX_BYTES, UnreadableFile
from govreport.tree.report import Report

Unreadable: TypeAlias = Literal["raise", "skip"] | Callable[[str, str], None]
"""What to do with a page that cannot be read: raise an error, go on, or tell a function its path and the reason."""


def reports(
    *sources: str | os.PathLike[str],
    unreadable: Unreadable = "raise",
    encoding: str | None = None,
    split_headings: Splitting = "confident",
    max_bytes: int = MAX_BYTES,
    text_column: str = "text",
    follow_links: bool = False,
    corrections: bool = True,
) -> Iterator[tuple[str, Report]]:
    """Read the pages of a corpus.

    Args:
        sources: as for `govreport.corpus.convert`.
        unreadable: what to do with a page that cannot be read; a function is told its path and why.
        encoding: of every page; found out for each where None.
        split_headings: as for `govreport.parse`.
        max_bytes: bytes of the largest page that is read.
        text_column: the key of JSON Lines that has the text.
        follow_links: whether links within a folder may lead out of it.
        corrections: as for `govreport.read`.

    Yields:
        The path of each page, as `convert` names it, and its report.

    Raises:
        FileNotFoundError: a source is not there.
        UnreadableFile: a page cannot be read, and is not to be skipped.
    """
    names = [os.fspath(source) for source in sources]
    check_sources(names)
    check_splitting(split_headings)
    reading = Reading(encoding, split_headings, max_bytes, corrections)
    for item in items(names, Opening(text_column, max_bytes), follow_links=follow_links):
        loaded = load(item, reading)
        if loaded.report is not None:
            yield item.path, loaded.report
        elif callable(unreadable):
            unreadable(item.path, str(loaded.error))
        elif unreadable == "raise":
            raise UnreadableFile(f"{item.path}: {loaded.error}", "unreadable")
