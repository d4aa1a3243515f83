"""What can be asked of a folder of reports, as plain data: the answers of ``govreport mcp``."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Final

import govreport
from govreport.cli.files import reason
from govreport.cli.folder import FAULTS, Folder
from govreport.corpus.figures import statistics_rows
from govreport.corpus.items import Item
from govreport.corpus.rows import record
from govreport.serialize.blocks import Block, blocks
from govreport.tree.nodes import Heading, Paragraph, Table
from govreport.tree.report import Report

FILES: Final = 200
"""Names that `Asking.files` gives at a time."""
SECTION_CHARS: Final = 20_000
"""Characters of a section that are given at a time."""
HITS: Final = 20
"""Places that `Asking.search` gives unless told."""
PATIENCE: Final = 20.0
"""Seconds after which a search says how far it came."""
_EXCERPT: Final = 160  # characters of a place that is found


class Asking:
    """The reports under a folder.  Nothing outside of it is read, and nothing is written.

    Args:
        root: the folder.
    """

    def __init__(self, root: Path) -> None:
        self._folder = Folder(root)

    def files(self, under: str = "", after: str = "") -> dict[str, Any]:
        """List the files with reports, by their paths within the folder.

        Args:
            under: how the paths begin, such as `2023/`; all where empty.
            after: the last path of the answer before, to go on.
        """
        names = list(islice(self._names(under, after), FILES + 1))
        return {"files": names[:FILES], "more": len(names) > FILES}

    def fields(self, file: str) -> dict[str, Any]:
        """Say what a report says of itself: title, issuer, year, dates, document number, kind, issues and more.

        Args:
            file: its path within the folder, as `files` gives it.
        """
        path, report = self._read(file)
        row = record(Item(file), path.read_bytes(), report)
        return {name: _plain(value) for name, value in row.items() if name != "report" and value is not None}

    def outline(self, file: str) -> dict[str, Any]:
        """Give the headings of a report, in order, each with the path to ask `section` for.

        Args:
            file: its path within the folder.
        """
        _, report = self._read(file)
        sections = []
        for place, group in groupby(blocks(report), key=lambda block: block.place):
            counts = Counter(type(block.node) for block in group)
            if place.heading is None or counts[Heading]:
                heading = place.headings[-1] if place.headings else ""
                counted = {"paragraphs": counts[Paragraph], "tables": counts[Table]}
                sections.append({"path": place.path, "heading": heading, "depth": len(place.headings), **counted})
        return {"title": report.title, "sections": sections}

    def section(self, file: str, path: str = "", start: int = 0) -> dict[str, Any]:
        """Give the text of a section with all below it, or of the whole document.

        Args:
            file: the report's path within the folder.
            path: the section's, as `outline` gives it, such as `2.1`; the whole document where empty.
            start: the character to go on from, where an answer had more.
        """
        _, report = self._read(file)
        own = [block for block in blocks(report) if not path or _within(block.place.path, path)]
        if not own:
            raise ValueError(f"{file} has no section {path!r}; `outline` lists them")
        text = "\n".join(block.text for block in own)
        given = text[max(0, start) :][:SECTION_CHARS]
        return {
            "headings": list(own[0].place.headings) if path else [],
            "text": given,
            "more": max(0, start) + len(given) < len(text),
        }

    def statistics(self, file: str) -> dict[str, Any]:
        """Give the cells of the statutory tables of a report on 2019 or later, each with its row and column.

        Args:
            file: the report's path within the folder.
        """
        _, report = self._read(file)
        rows = [{name: _plain(value) for name, value in row.items()} for row in statistics_rows(report, "")]
        form = rows[0]["format"] if rows else None
        kept = ("block", "row", "column", "value", "unit", "status")
        return {"year": report.year, "format": form, "cells": [{name: row[name] for name in kept} for row in rows]}

    def check(self, file: str, previous: str = "") -> dict[str, Any]:
        """Check the sections of a report on 2019 or later and whether its numbers agree.

        Args:
            file: its path within the folder.
            previous: the path of the same office's report on the year before, where that is to be compared.
        """
        _, report = self._read(file)
        findings = govreport.check(report, self._read(previous)[1] if previous else None)
        said = [
            {"code": one.rule.id, "message": one.message, "official": one.rule.official}
            for one in findings
            if one.status == "violated"
        ]
        return {"counts": dict(Counter(one.status for one in findings)), "violated": said}

    def search(self, words: str, under: str = "", after: str = "", limit: int = HITS) -> dict[str, Any]:
        """Find headings, paragraphs and tables that have all of some words.

        Args:
            words: the words, parted by blanks; a block has to have each of them as it stands.
            under: how the paths of the files begin; all where empty.
            after: the file to go on after, which the answer before gave.
            limit: places at most; the last file may have more.
        """
        wanted = words.split()
        if not wanted:
            raise ValueError("there are no words to look for")
        begun, hits, unread = time.monotonic(), list[dict[str, Any]](), list[dict[str, str]]()
        for name in self._names(under, after):
            try:
                report = self._read(name)[1]
            except ValueError as error:
                unread.append({"file": name, "problem": str(error)})
                continue
            found = (block for block in blocks(report) if all(word in block.text for word in wanted))
            hits += [_hit(name, block, wanted[0]) for block in islice(found, max(1, limit))]
            if len(hits) >= limit or time.monotonic() - begun > PATIENCE:
                return {"found": hits[: max(1, limit)], "unread": unread, "more_after": name}
        return {"found": hits, "unread": unread, "more_after": None}

    def _names(self, under: str, after: str) -> Iterator[str]:
        """The files that can be read: no links to outside."""
        self._folder.look()
        names = self._folder.names
        for name in names[bisect_right(names, after) if after else 0 :]:
            if name.startswith(under) and self._folder.path(name) is not None:
                yield name

    def _read(self, file: str) -> tuple[Path, Report]:
        path = self._folder.path(file)
        if path is None:
            raise ValueError(f"there is no report {file!r} in the folder; `files` lists them")
        try:
            return path, govreport.read(path)
        except FAULTS as error:
            raise ValueError(f"{file}: {reason(error)}") from None


def _within(path: str, section: str) -> bool:
    return path == section or path.startswith(section + ".")


def _hit(name: str, block: Block, word: str) -> dict[str, Any]:
    start = max(0, block.text.find(word) - _EXCERPT // 2)
    place = block.place
    excerpt = block.text[start : start + _EXCERPT]
    return {"file": name, "path": place.path, "headings": list(place.headings), "text": excerpt}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
