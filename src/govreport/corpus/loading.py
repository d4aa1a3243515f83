"""One page → its report, or why there is none."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from attrs import frozen

from govreport.corpus.items import Item, Reading, told
from govreport.reading import read
from govreport.tree.report import Report


@frozen
class Loaded:
    """A page that was read, or not.

    Attributes:
        content: its bytes or its text; None where it could not be opened.
        report: what it says.
        error: why there is no report.
    """

    content: bytes | str | None
    report: Report | None = None
    error: str | None = None


def load(item: Item, reading: Reading) -> Loaded:
    """Read and parse a page.

    Args:
        item: the page.
        reading: how to read it.

    Returns:
        Its report, or why there is none: nothing is raised for what a page is.
    """
    content = item.content
    try:
        if item.error is not None:
            return Loaded(content, error=item.error)
        size = item.size if content is None else len(content)
        if size > reading.max_bytes:
            return Loaded(None, error=f"it has {size} bytes, more than the limit of {reading.max_bytes}")
        if content is None:
            content = Path(item.path).read_bytes()
        report = read(
            _named(content, item.url or item.path),
            reading.encoding,
            declared=item.declared,
            split_headings=reading.split_headings,
        )
    except Exception as failure:  # whatever a page does to the parser, it must not end a run over millions
        return Loaded(content, error=told(failure))
    return Loaded(content, report)


def _named(content: bytes | str, name: str) -> Any:
    """A page as an open file with a name, which is one of the things that tell its kind."""
    file: Any = io.StringIO(content, newline="") if isinstance(content, str) else io.BytesIO(content)
    file.name = name  # as files on disk have it
    return file
