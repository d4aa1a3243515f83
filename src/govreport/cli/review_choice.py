"""Which pages ``govreport review`` shows: the least sure first, of files that it reads, or as an output tells."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

import click
from attrs import frozen

from govreport.cli.files import File, read_file, reason
from govreport.corpus.known import output_rows
from govreport.corrections.files import fix_beside
from govreport.extras import MissingExtra
from govreport.tree.corrections import REVIEWED


@frozen
class Candidate:
    """A page that could be looked at.

    Attributes:
        file: the page.
        confidence: how likely nothing is to be changed in it.
    """

    file: File
    confidence: float


@frozen
class Wanted:
    """Which pages are to be looked at.

    Attributes:
        below: only those with less confidence, where given.
        codes: only those with such a doubt, where there are any.
        again: those too that were looked at before.
    """

    below: float | None
    codes: tuple[str, ...]
    again: bool

    def takes(self, confidence: float | None, doubts: list[str], corrections: list[str]) -> bool:
        """Tell by what is known of a page whether it is to be looked at."""
        if not self.again and REVIEWED in corrections:
            return False
        if self.below is not None and _sure(confidence) >= self.below:
            return False
        return not self.codes or not set(self.codes).isdisjoint(doubts)


def chosen(files: tuple[File, ...], wanted: Wanted, encoding: str | None) -> tuple[list[Candidate], bool]:
    """The pages to look at, the least sure first; and whether one could not be read."""
    found: list[Candidate] = []
    failed = False
    for file in files:
        report = read_file(file, encoding, "confident")
        if report is None:
            failed = True
            continue
        codes = [doubt.code for doubt in report.doubts]
        if wanted.takes(report.confidence, codes, [one.what for one in report.corrections]):
            found.append(Candidate(file, _sure(report.confidence)))
    found.sort(key=lambda one: one.confidence)
    return found, failed


def chosen_from(outputs: tuple[Path, ...], wanted: Wanted) -> tuple[list[Candidate], bool]:
    """The same by what outputs say of their pages; those that are no files by themselves cannot be looked at."""
    columns = ("report_id", "path", "error", "confidence", "doubts", "corrections")
    last: dict[str, dict[str, Any]] = {}
    try:
        for output in outputs:
            last.update({row.get("path", ""): row for row in output_rows(output, columns) if row.get("error") is None})
    except (OSError, ValueError, MissingExtra) as error:
        raise click.UsageError(f"--from: {reason(error)}.") from None
    found: list[Candidate] = []
    elsewhere = 0
    for path, row in last.items():
        if not wanted.takes(row.get("confidence"), row.get("doubts") or [], row.get("corrections") or []):
            continue
        if Path(path).is_file() and (wanted.again or not _looked_at(path)):
            found.append(Candidate(File(path, PurePath(path)), _sure(row.get("confidence"))))
        elif not Path(path).is_file():
            elsewhere += 1
    if elsewhere:
        click.echo(f"govreport: pages that are in archives, or gone: {elsewhere}", err=True)
    found.sort(key=lambda one: one.confidence)
    return found, False


def _looked_at(path: str) -> bool:
    """Whether a reader has looked at a page since the output was written."""
    try:
        fix = fix_beside(path)
    except (OSError, ValueError):
        return False
    return fix is not None and fix.reviewed


def _sure(confidence: float | None) -> float:
    return 1.0 if confidence is None else confidence
