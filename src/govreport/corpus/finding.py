"""Folders, globs and files → the items of a corpus, always in the same order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from govreport.corpus.containers import Opening, container
from govreport.corpus.items import Item, told
from govreport.extras import MissingExtra


def check_sources(sources: Iterable[str]) -> None:
    """Make sure that every source is there.

    Raises:
        FileNotFoundError: there is no such file, or a pattern matches nothing.
    """
    for source in sources:
        if not os.path.lexists(source) and not (glob.has_magic(source) and _matches(source)):
            raise FileNotFoundError(2, "No such file or directory", source)


def items(sources: Iterable[str], opening: Opening) -> Iterator[Item]:
    """Yield the pages of a corpus: of files, folders with all below them, patterns, and archives wherever they are.

    Args:
        sources: paths, and patterns such as ``pages/**/*.html``.
        opening: how archives are opened.

    Returns:
        The items, in the order of the sources, and by name within each.  What cannot be opened is an item with an
        error.  Names that begin with a dot are left out.

    Raises:
        MissingExtra: a package is missing that some archive needs.
    """
    for path, size, error in files(sources):
        reader = container(path)
        if error is not None:
            yield Item(path, error=error)
        elif reader is None:
            yield Item(path, size=size, cost=size)
        else:
            try:
                yield from reader(path, opening)
            except MissingExtra:
                raise
            except Exception as failure:  # the readers of damaged archives raise what they like
                yield Item(path, error=told(failure))


def files(sources: Iterable[str]) -> Iterator[tuple[str, int, str | None]]:
    """Yield the files that hold a corpus, each with its size in bytes, and why it is out of reach where it is."""
    for source in sources:
        if os.path.lexists(source):
            yield from _below(source)
        else:
            for path in _matches(source):
                yield from _below(path)


def _matches(pattern: str) -> list[str]:
    return sorted(glob.iglob(pattern, recursive=True))


def _below(path: str) -> Iterator[tuple[str, int, str | None]]:
    """A file, or the files of a folder and of those below it.  Of the names only those of open folders are kept."""
    pending = [path]
    while pending:
        path = pending.pop()
        try:
            if not os.path.isdir(path):
                yield path, os.stat(path).st_size, None
                continue
            names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
        except OSError as failure:
            yield path, 0, told(failure)
            continue
        # A link to a folder may lead back up; one to a file is as good as the file.
        pending += [
            one for name in names if not (Path(one := os.path.join(path, name)).is_symlink() and os.path.isdir(one))
        ]
