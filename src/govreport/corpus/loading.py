"""One page → its report, or why there is none."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from attrs import frozen

from govreport.corpus.items import Item, Reading, told
from govreport.corrections.files import correct_from_beside
from govreport.extras import MissingExtra
from govreport.reading import read
from govreport.sources.file_systems import open_file, own_name
from govreport.tree.report import Report


@frozen
class Loaded:
    """A page that was read, or not.

    Attributes:
        content: its bytes or its text; None where it could not be opened.
        report: what it says.
        error: why there is no report.
        lost: whether that is since it could not be got at.
        known: whether it was not parsed, since an earlier run has it.
    """

    content: bytes | str | None
    report: Report | None = None
    error: str | None = None
    lost: bool = False
    known: bool = False


def load(item: Item, reading: Reading, is_known: Callable[[bytes | str], bool] | None = None) -> Loaded:
    """Read and parse a page.

    Args:
        item: the page.
        reading: how to read it.
        is_known: tells by its content whether it need not be parsed.

    Returns:
        Its report, or why there is none: nothing is raised for what a page is.

    Raises:
        MissingExtra: a package is missing that reads pages of its kind.
    """
    content = item.content
    try:
        if item.error is not None:
            return Loaded(content, error=item.error, lost=item.lost)
        size = item.size if content is None else len(content)
        if size > reading.max_bytes:
            return Loaded(None, error=f"it has {size} bytes, more than the limit of {reading.max_bytes}")
        if content is None:
            content = _file_content(item, reading.max_bytes)
            if len(content) > reading.max_bytes:  # a device has no size, and a file may grow
                return Loaded(None, error=f"it has more bytes than the limit of {reading.max_bytes}")
        if is_known is not None and is_known(content):
            return Loaded(content, known=True)
        report = read(
            _named(content, item.url or own_name(item.path)),
            reading.encoding,
            declared=item.declared,
            split_headings=reading.split_headings,
            url=item.url,
        )
        if reading.corrections and item.content is None:
            correct_from_beside(report, item.path)
    except MissingExtra:
        raise
    except OSError as failure:
        return Loaded(content, error=told(failure), lost=True)
    except Exception as failure:  # whatever a page does to the parser, it must not end a run over millions
        return Loaded(content, error=told(failure))
    return Loaded(content, report)


def _file_content(item: Item, limit: int) -> bytes:
    """The bytes of a file, and no more than one beyond a limit."""
    with open_file(item.path) as file:
        content = file.read(item.size + 1)
        if len(content) > item.size:  # than it had when it was found
            content += file.read(limit + 1 - len(content))
    return content


def _named(content: bytes | str, name: str) -> Any:
    """A page as an open file with a name, which is one of the things that tell its kind."""
    file: Any = io.StringIO(content, newline="") if isinstance(content, str) else io.BytesIO(content)
    file.name = name  # as files on disk have it
    return file
