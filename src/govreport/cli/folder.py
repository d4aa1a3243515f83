"""A folder of reports: which files are in it, and which may be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Final, NamedTuple
from urllib.parse import quote

import govreport
from govreport.corrections.names import fix_digest, is_fix
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
        states: each file that was there at the last look, in the order of their paths, with its state.
    """

    def __init__(self, root: Path) -> None:
        """Take a folder that exists; `look` lists its files."""
        self.root = root.resolve()
        self.states: dict[str, FileState] = {}

    @property
    def names(self) -> list[str]:
        """The paths of its files, in order."""
        return list(self.states)

    def look(self) -> None:
        """List the files again."""
        self.states = dict(sorted(self._walk()))

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

    def _walk(self) -> Iterator[tuple[str, FileState]]:
        root = str(self.root)
        for folder, folders, files in os.walk(root):
            folders[:] = [one for one in folders if not one.startswith(".")]
            fixes = any(map(is_fix, files))
            under = os.path.relpath(folder, root).replace(os.sep, "/") + "/"
            for file in files:
                if os.path.splitext(file)[1].lower() in SUFFIXES and not file.startswith("."):
                    name = under.removeprefix("./") + file
                    state = self._state(name, os.path.join(folder, file), fixes)
                    if state is not None:
                        yield name, state

    def _state(self, name: str, path: str, fixes: bool) -> FileState | None:
        """The state of a file; None where it is gone, is none, or is a link that leads out of the folder."""
        try:
            found = os.lstat(path)
            if S_ISLNK(found.st_mode):
                inside = self.path(name)
                if inside is None:
                    return None
                found = inside.stat()
        except OSError:
            return None
        if not S_ISREG(found.st_mode):
            return None
        return FileState(found.st_size, found.st_mtime_ns, fix_digest(path) if fixes else "")


def address(name: str) -> str:
    """A path as part of a URL; names that are no UTF-8 come through too."""
    return quote(name, safe="", errors="surrogateescape")
