"""A folder of reports: which files are in it, and which may be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

import govreport
from govreport.corrections.names import fix_digest
from govreport.tree.report import Report

SUFFIXES: Final = frozenset(
    {".txt", ".text", ".md", ".html", ".htm", ".shtml", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".mht"}
)
"""Endings of the files that are shown."""

FAULTS: Final = (OSError, govreport.UnreadableFile, govreport.MissingExtra)
"""What reading one of the files can raise."""


class FileState(NamedTuple):
    """What tells that a file has changed.

    Attributes:
        size: its size in bytes.
        changed: when it was changed, in nanoseconds.
        fix: digest of the corrections beside it; empty where there are none.
    """

    size: int
    changed: int
    fix: str = ""


class Folder:
    """The reports under a folder, by their paths within it.

    Attributes:
        root: the folder, without links.
        names: the paths of the files that were there at the last look, in order.
    """

    def __init__(self, root: Path) -> None:
        """Take a folder that exists; `look` lists its files."""
        self.root = root.resolve()
        self.names: list[str] = []

    def look(self) -> None:
        """List the files again, by their names alone."""
        self.names = sorted(self._walk())

    def path(self, name: str) -> Path | None:
        """Find a file by its path within the folder.

        Args:
            name: the path, with ``/`` between its parts.

        Returns:
            The file; None where there is none, it is hidden, of another kind, or lies outside of the folder.
        """
        try:
            path = (self.root / name).resolve()
            inside = path.relative_to(self.root)
            shown = path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in inside.parts)
            return path if shown and path.is_file() else None
        except (ValueError, OSError):  # outside; or no path at all: with NUL in it, or too long
            return None

    def report(self, name: str) -> Report | None:
        """Read a file by its path within the folder; None where `path` finds none.

        Raises:
            OSError, UnreadableFile, MissingExtra: it cannot be read.
        """
        path = self.path(name)
        return None if path is None else govreport.read(path)

    def _walk(self) -> Iterator[str]:
        folders = [(str(self.root), "")]
        while folders:
            folder, under = folders.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError:  # it may not be looked into
                continue
            for entry in entries:
                name = under + entry.name
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, name + "/"))
                elif self._is_shown(entry, name):
                    yield name

    def _is_shown(self, entry: os.DirEntry[str], name: str) -> bool:
        if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:
            return False
        return self.path(name) is not None if entry.is_symlink() else entry.is_file(follow_symlinks=False)


def state_of(path: Path) -> FileState | None:
    """Tell what a file is like now; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(found.st_size, found.st_mtime_ns, fix_digest(str(path)))


def address(name: str) -> str:
    """A path as part of a URL; names that are no UTF-8 come through too."""
    return quote(name, safe="", errors="surrogateescape")
