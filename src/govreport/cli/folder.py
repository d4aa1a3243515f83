"""A folder of reports: what is in it, and what each says of itself."""

from __future__ import annotations

import os
import time
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import govreport
from govreport.cli.files import reason
from govreport.corrections.names import fix_digest
from govreport.statistics.findings import checked
from govreport.tree.report import Report

SUFFIXES: Final = frozenset(
    {".txt", ".text", ".md", ".html", ".htm", ".shtml", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".mht"}
)
"""Endings of the files that are shown."""
PATIENCE: Final = 0.4
"""Seconds of reading before the rows that are there are given away."""

FAULTS: Final = (OSError, govreport.UnreadableFile, govreport.MissingExtra)
"""What reading one of the files can raise."""


class Folder:
    """The reports under a folder, by their paths within it.

    Attributes:
        root: the folder, without links.
    """

    def __init__(self, root: Path) -> None:
        """Take a folder that exists."""
        self.root = root.resolve()
        self._rows: dict[tuple[str, int, str], dict[str, Any]] = {}  # by name, size, time of change and corrections
        self.names: list[str] = []
        self.look()

    def look(self) -> None:
        """List the files again."""
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

    def rows(self, after: str = "") -> tuple[list[dict[str, Any]], str | None]:
        """Read what the next files say of themselves, for `PATIENCE`.

        Args:
            after: the name of the file to go on from.

        Returns:
            A row a file: ``name``, ``address`` (for a link), ``title``, ``issuer``, ``year``, ``published``, ``issues``
            (how many), ``violated`` (how many; None where not checked), ``checked`` (what was, in English and in
            Chinese), or ``problem``; and the name to go on from, None at the end.
        """
        start = time.monotonic()
        rows: list[dict[str, Any]] = []
        names = self.names
        for name in names[bisect_right(names, after) if after else 0 :]:
            row = self._row(name)
            if row is not None:
                rows.append(row)
            if time.monotonic() - start > PATIENCE and name != names[-1]:
                return rows, name
        return rows, None

    def _row(self, name: str) -> dict[str, Any] | None:
        path = self.path(name)
        if path is None:
            return None
        state = path.stat()
        key = (name, state.st_size, f"{state.st_mtime_ns} {fix_digest(str(path))}")
        if key not in self._rows:
            self._rows[key] = {"name": name, "address": address(name), **_said(path)}
        return self._rows[key]

    def _walk(self) -> Iterator[str]:
        for folder, folders, files in os.walk(self.root):
            folders[:] = [one for one in folders if not one.startswith(".")]
            for file in files:
                path = Path(folder, file)
                if path.suffix.lower() in SUFFIXES and not file.startswith("."):
                    yield path.relative_to(self.root).as_posix()


def address(name: str) -> str:
    """A path as part of a URL; names that are no UTF-8 come through too."""
    return quote(name, safe="", errors="surrogateescape")


def _said(path: Path) -> dict[str, Any]:
    try:
        report = govreport.read(path)
    except FAULTS as error:
        return {"problem": reason(error)}
    return {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "published": None if report.published is None else str(report.published)[:10],
        "issues": len(report.issues),
        **_checked(report),
    }


def _checked(report: Report) -> dict[str, Any]:
    """How many rules it violates, None where it was not checked, and what was checked in words."""
    outcome = checked(report)
    violated = None if outcome.unbound else outcome.count("violated")
    return {"violated": violated, "checked": [outcome.status_line(), outcome.status_line("zh")]}
