"""Folders, globs and files → the items of a corpus, always in the same order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from attrs import define

from govreport.corpus.containers import container
from govreport.corpus.destinations import Destination, OfMachine, partial
from govreport.corpus.items import Item, Opening, told
from govreport.corpus.json_lines import STDIN, piped_items
from govreport.corpus.ledger import is_unfinished
from govreport.corrections.names import is_fix
from govreport.extras import MissingExtra
from govreport.sources.addresses import WEB
from govreport.sources.file_systems import exists, files_at, is_of_one_process, is_url, open_file

Identity: TypeAlias = tuple[int, int]
"""What a file or folder is, whatever it is called: its device and its number there."""
OUTSIDE: Final = "it is a link to outside of the folder, which is not followed"
NO_FILE: Final = "it is no file: an archive is read from front to back, to its end"


def check_sources(sources: Iterable[str]) -> None:
    """Make sure that every source is there.

    Raises:
        FileNotFoundError: there is no such file, or a pattern matches nothing.
        OSError, MissingExtra, ValueError: as for `govreport.sources.file_systems.open_file`.
    """
    for source in sources:
        if source != STDIN and not _is_there(source):
            raise FileNotFoundError(2, "No such file or directory", source)


def _is_there(source: str) -> bool:
    if is_url(source):
        return exists(source) or (glob.has_magic(source) and next(files_at(source), None) is not None)
    return os.path.lexists(source) or (glob.has_magic(source) and bool(_matches(source)))


def check_apart(sources: Iterable[str], output: Destination) -> None:
    """Make sure that no source is what will be written, nor lies in it: it would be replaced.

    Args:
        sources: the sources, which are there.
        output: where the output goes.

    Raises:
        ValueError: one is or does, or the output is a device or a pipe; or it is no path of this machine, and lies in
            a source.
    """
    if not isinstance(output, OfMachine):
        _check_apart_by_name(sources, output.name)
        return
    target = output.target
    if target.exists() and not target.is_file() and not target.is_dir():
        raise ValueError(f"{target} is no file or folder that can be replaced")
    written = identity(target)
    for source in sources:
        if source == STDIN or is_url(source):
            continue
        place = source if os.path.lexists(source) else _base(source)
        real = Path(os.path.realpath(place))
        if any(real.is_relative_to(folder) for folder in (target, partial(target))) or (
            written is not None and identity(source) == written
        ):
            raise ValueError(f"{source} is the output {target}, or lies in it: write somewhere else")


def _check_apart_by_name(sources: Iterable[str], output: str) -> None:
    for source in sources:
        base = source.rstrip("/")
        if base == output or base.startswith(output + "/") or output.startswith(base + "/"):
            raise ValueError(f"{source} and the output {output} lie in each other: write somewhere else")


def items(
    sources: Iterable[str], opening: Opening, *, follow_links: bool = False, without: Collection[Identity] = ()
) -> Iterator[Item]:
    """Yield the pages of a corpus: of files, folders with all below them, patterns, and archives wherever they are.

    Args:
        sources: paths, those of fsspec too, and patterns such as ``pages/**/*.html``; ``-`` is JSON Lines on standard
            input.
        opening: how archives are opened.
        follow_links: as for `files`.
        without: as for `files`.

    Returns:
        The items, in the order of the sources, and by name within each.  What cannot be opened is an item with an
        error.  Names that begin with a dot are left out, and files of corrections, which are no pages.

    Raises:
        MissingExtra: a package is missing that some archive needs.
    """
    for found in files(sources, follow_links=follow_links, without=without):
        path = found.path
        reader = container(path)
        if path == STDIN:
            yield from piped_items(opening)
        elif found.error is not None:
            yield Item(path, error=found.error, lost=found.lost)
        elif reader is None:
            yield _page(found, opening)
        elif not found.regular:  # a pipe that nothing comes from would hold up the run
            yield Item(path, error=NO_FILE, lost=True)
        else:
            try:
                yield from (item for item in reader(path, opening) if not is_fix(item.path))
            except MissingExtra:
                raise
            except Exception as failure:  # the readers of damaged archives raise what they like
                yield Item(path, error=told(failure), lost=True)


def _page(found: Found, opening: Opening) -> Item:
    """A file that is a page; read already where the worker that is to read it could not."""
    path = found.path
    item = Item(path, size=found.size, cost=found.size, url=path if path.startswith(WEB) else None)
    if is_url(path) and is_of_one_process(path) and found.size <= opening.max_bytes:
        try:
            with open_file(path) as file:
                item.content = file.read(opening.max_bytes + 1)
        except OSError as failure:
            item.error, item.lost = told(failure), True
    return item


@define(slots=True)
class Found:
    """A file of a corpus.

    Attributes:
        path: its path.
        size: its bytes.
        regular: whether it is a file, and no pipe or device.
        error: why it is out of reach, where it is.
        lost: whether it should be in reach.
    """

    path: str
    size: int = 0
    regular: bool = False
    error: str | None = None
    lost: bool = False


def files(sources: Iterable[str], *, follow_links: bool = False, without: Collection[Identity] = ()) -> Iterator[Found]:
    """Yield the files that hold a corpus.

    Args:
        sources: as for `items`.
        follow_links: whether links within a folder may lead out of it.
        without: files and folders that are passed over: the output, which may be made within a source.
    """
    for source in sources:
        if source == STDIN:
            yield Found(source)
            continue
        if is_url(source):
            yield from (Found(path, size, regular=True) for path, size in files_at(source) if not is_fix(path))
            continue
        if os.path.lexists(source):
            yield from _below(source, follow_links, without)
            continue
        base = _base(source)
        for path in _matches(source):
            if any(_passed_over(folder, without) for folder in Path(path).parents):
                continue
            if follow_links or _inside(path, base):
                yield from _below(path, follow_links, without)
            else:
                yield Found(path, error=OUTSIDE)


def identity(path: str | Path) -> Identity | None:
    """What a file or folder is, links being followed; None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _matches(pattern: str) -> list[str]:
    return sorted(glob.iglob(pattern, recursive=True))


def _passed_over(folder: Path, without: Collection[Identity]) -> bool:
    """Whether what is in a folder is left out."""
    return is_unfinished(folder) or identity(folder) in without


def _base(pattern: str) -> str:
    """The folder that a pattern is looked for in."""
    base = os.path.dirname(pattern)
    while glob.has_magic(base):
        base = os.path.dirname(base)
    return base or "."


def _below(source: str, follow_links: bool, without: Collection[Identity]) -> Iterator[Found]:
    """A file, or the files of a folder and of those below it.  Of the names only those of open folders are kept."""
    pending = [(source, False)]
    while pending:
        path, link = pending.pop()
        try:
            status = os.stat(path)
            if (status.st_dev, status.st_ino) in without:
                continue
            if not stat.S_ISDIR(status.st_mode):
                if is_fix(path):
                    continue  # it is read with its page
                if link and not follow_links and not _inside(path, source):
                    yield Found(path, error=OUTSIDE)
                else:
                    yield Found(path, status.st_size, stat.S_ISREG(status.st_mode))
                continue
            if link or is_unfinished(Path(path)):  # a link to a folder may lead back up; one to a file is as good
                continue
            with os.scandir(path) as entries:
                found = [(entry.name, entry.is_symlink()) for entry in entries if not entry.name.startswith(".")]
        except OSError as failure:
            yield Found(path, error=told(failure), lost=True)
            continue
        pending += [(os.path.join(path, name), is_link) for name, is_link in sorted(found, reverse=True)]


def _inside(path: str, source: str) -> bool:
    """Whether a link leads to a place within a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(source))
