"""Files of other file systems than the machine's own, S3 and archives among them: by fsspec (extra ``fsspec``)."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from govreport.extras import MissingExtra, require

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_CHAINED: Final = "::"  # parts what fsspec lays over each other: zip://page.html::s3://bucket/pages.zip
_OF_ONE_PROCESS: Final = re.compile(r"(?:^|::)memory(?:://|::)")


def is_url(path: str) -> bool:
    """Whether a path is one of fsspec, ``s3://bucket/page.html``, and no file of that name is there."""
    return _URL.match(path) is not None and not os.path.lexists(path)


def is_of_one_process(url: str) -> bool:
    """Whether no other process has what stands there: the memory of this one."""
    return _OF_ONE_PROCESS.search(url) is not None


def of_machine(path: str) -> str:
    """A path of fsspec that is one of this machine, ``file:///pages``, as such; any other as it is."""
    return path.removeprefix("file://") if path.startswith("file:///") and is_url(path) else path


def own_name(path: str) -> str:
    """A path without the archive it is read out of: ``zip://page.html::s3://pages.zip`` is ``zip://page.html``."""
    return path if not is_url(path) else _split(path)[1]


def open_file(path: str) -> BinaryIO:
    """Open a file for reading.

    Args:
        path: of the machine, or of fsspec.

    Raises:
        OSError: it cannot be opened.
        MissingExtra: fsspec is missing, or what it needs for the path.
        ValueError: fsspec knows no such file system.
    """
    if not is_url(path):
        return Path(path).open("rb")
    system, place = _system(path)
    with as_os_errors(path):
        stream = system.open(place, "rb")
    stream.file_system = system  # an archive's closes what it is read from when nobody holds it
    return cast(BinaryIO, stream)


def files_at(url: str) -> Iterator[tuple[str, int]]:
    """Yield the files that a path of fsspec names: one, those of a folder with all below it, those of a pattern.

    Args:
        url: the path, or a pattern such as ``s3://bucket/**/*.html``.

    Yields:
        The path of each, and its bytes; by name within each folder.  Names that begin with a dot are left out.

    Raises:
        OSError, MissingExtra, ValueError: as for `open_file`.
    """
    system, place = _system(url)
    with as_os_errors(url):
        if system.exists(place):
            base, found = url, [place]
        else:
            base = _base(url)
            found = sorted(system.glob(place)) if glob.has_magic(place) else []
        start = _system(base)[1]
        found = [one for one in found if "/." not in f"/{one.removeprefix(start).lstrip('/')}"]
        for one in found:
            for name, size in _below(system, one):
                yield _joined(base, name.removeprefix(start).lstrip("/"), name), size


def exists(url: str) -> bool:
    """Whether a path of fsspec names something.

    Raises:
        OSError, MissingExtra, ValueError: as for `open_file`.
    """
    system, place = _system(url)
    with as_os_errors(url):
        return bool(system.exists(place))


def upload(made: Path, url: str) -> None:
    """Put a file, or a folder with all in it, where a path of fsspec says; what was there before goes.

    Raises:
        OSError, MissingExtra, ValueError: as for `open_file`.
    """
    system, place = _system(url)
    files = [made] if made.is_file() else sorted(file for file in made.rglob("*") if file.is_file())
    targets = {file: place if file == made else f"{place}/{file.relative_to(made).as_posix()}" for file in files}
    with as_os_errors(url):
        before = system.find(place) if system.exists(place) else []
        for file, target in targets.items():
            system.makedirs(system._parent(target), exist_ok=True)
            system.put_file(str(file), target)
        for old in before:
            if old not in targets.values():
                system.rm_file(old)


def download(url: str, target: Path) -> None:
    """Copy what a path of fsspec names to the machine: a file, or a folder with all in it.

    Raises:
        OSError, MissingExtra, ValueError: as for `open_file`.
    """
    system, place = _system(url)
    with as_os_errors(url):
        for name, _ in _below(system, place):
            file = target / name.removeprefix(place).lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            system.get_file(name, str(file))


def _system(url: str) -> tuple[Any, str]:
    """The file system of a path, and the path as that writes it."""
    core = require("fsspec.core", "fsspec")
    try:
        system, place = core.url_to_fs(url)
    except ImportError as failure:
        package = str(getattr(failure.__cause__, "name", None) or _split(url)[1].partition(":")[0])
        raise MissingExtra(package, "fsspec", f"pip install {package}") from None
    return system, str(place)


@contextlib.contextmanager
def as_os_errors(path: str) -> Iterator[None]:
    """Make one kind of error of those of all the packages that fsspec works with, and of archives that are damaged."""
    try:
        yield
    except (OSError, MissingExtra):
        raise
    except Exception as failure:
        raise OSError(errno.EIO, str(failure) or type(failure).__name__, path) from failure


def _below(system: Any, place: str) -> Iterator[tuple[str, int]]:
    """The files of a folder and of those below it; a file itself."""
    pending = [system.info(place)]
    while pending:
        entry = pending.pop()
        if entry["type"] != "directory":
            yield entry["name"], int(entry.get("size") or 0)
        elif not entry.get("islink"):  # a link to a folder may lead back up
            inside = {one["name"].rstrip("/"): one for one in system.ls(entry["name"], detail=True)}
            inside.pop(entry["name"].rstrip("/"), None)  # some stores keep a folder as an empty file of its name
            shown = [name for name in inside if not name.rpartition("/")[2].startswith(".")]
            pending += [inside[name] for name in sorted(shown, reverse=True)]


def _split(url: str) -> tuple[str, str, str]:
    """What stands before the link of a chain that has the path, that link, and what stands after it."""
    links = url.split(_CHAINED)
    at = next((number for number, link in enumerate(links) if "://" in link), 0)
    before, after = links[:at], links[at + 1 :]
    return "".join(link + _CHAINED for link in before), links[at], "".join(_CHAINED + link for link in after)


def _base(pattern: str) -> str:
    """The folder that a pattern is looked for in."""
    before, link, after = _split(pattern)
    scheme, parted, path = link.partition("://")
    while glob.has_magic(path):
        path = path.rstrip("/").rpartition("/")[0]
    return f"{before}{scheme}{parted}{path}{after}"


def _joined(base: str, rest: str, whole: str) -> str:
    """The path of a file below a folder, spelt as the folder is."""
    if "://" in whole:  # as addresses of the web are
        return whole
    before, link, after = _split(base)
    if not rest:
        return base
    return f"{before}{link if link.endswith('/') else link + '/'}{rest}{after}"
