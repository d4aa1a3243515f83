"""``govreport check``: reports against the format, printed as a linter does."""

from __future__ import annotations

import json
from bisect import bisect_left
from pathlib import Path
from typing import Any, Final

import click

import govreport
from govreport.cli.files import ENCODING, FILES, read_file
from govreport.statistics import Finding
from govreport.statistics.records import plain
from govreport.tree.report import Report

# As workflow commands want them, in their message and in their properties.
_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = {**_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


class Place:
    """Offsets of a report's source as line numbers."""

    def __init__(self, report: Report) -> None:
        source = govreport.to_text(report)
        self._ends = [at for at, sign in enumerate(source) if sign == "\n"]

    def line(self, start: int | None) -> int:
        """The line an offset is on, from 1; 1 for no offset."""
        return 1 if start is None else bisect_left(self._ends, start) + 1


def as_text(file: str, line: int, finding: Finding) -> str:
    """A line as compilers print them: ``file:line: code message``."""
    return f"{file}:{line}: {finding.rule.id} {finding.message}"


def as_github(file: str, line: int, finding: Finding) -> str:
    """A workflow command of GitHub: an error for what the form itself says, a warning for what tools check."""
    level = "error" if finding.rule.official else "warning"
    message = finding.message.translate(_MESSAGE)
    return f"::{level} file={file.translate(_PROPERTY)},line={line},title={finding.rule.id}::{message}"


def as_json(file: str, line: int, finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    return {
        "file": file,
        "line": line,
        "code": finding.rule.id,
        "status": finding.status,
        "message": finding.message,
        "official": finding.rule.official,
        "difference": plain(finding.difference),
    }


def print_doubts(files: tuple[Path, ...], encoding: str | None) -> None:
    """Print what the parse is not sure of, a line a doubt, and of how many files; exit 1 where one cannot be read.

    Args:
        files: the files; those of the least confidence are printed first.
        encoding: as for `govreport.read`.
    """
    read = [(file, read_file(file, encoding, "confident")) for file in files]
    reports = [(file, report) for file, report in read if report is not None and report.doubts]
    for file, report in sorted(reports, key=lambda pair: _confidence(pair[1])):
        place = Place(report)
        for doubt in report.doubts:
            line = f"{click.format_filename(file)}:{place.line(doubt.start)}: {doubt.code} {doubt.message}"
            click.echo(f"{line} ({doubt.chance:.2f}; page {_confidence(report):.2f})")
    click.echo(f"{len(reports)} of {len(files)} files have doubts", err=True)
    if any(report is None for _, report in read):
        raise SystemExit(1)


def _confidence(report: Report) -> float:
    return 1.0 if report.confidence is None else report.confidence


@click.command()
@FILES
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text: file:line: code message. json: a list of objects. github: commands that mark the lines in a workflow.",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The same office's report on the year before, to check what goes from year to year.",
)
@click.option("--doubts", is_flag=True, help="Print what the parse is not sure of instead, the least sure FILE first.")
@ENCODING
def check(files: tuple[Path, ...], form: str, previous: Path | None, doubts: bool, encoding: str | None) -> None:
    """Check that annual reports have the statutory sections, and that their numbers agree.

    FILE may be - for standard input.  Reports on 2019 and later are checked, other documents have nothing to say.  What
    cannot be told because a number is missing is not printed.

    \b
    Examples:
      govreport check reports/*.txt
      govreport check 2022.txt --previous 2021.txt
      govreport check reports/*.txt --format github
      govreport check reports/*.txt --doubts

    Exit status: 0; 1 where something is violated or a file could not be read; 2 for a usage error.
    """
    if doubts:
        if form != "text" or previous is not None:
            raise click.UsageError("--doubts goes with neither --format nor --previous.")
        print_doubts(files, encoding)
        return
    if previous is not None and len(files) > 1:
        raise click.UsageError("--previous is the report before one FILE: check them one at a time.")
    before = read_file(previous, encoding, "confident") if previous is not None else None
    failed = previous is not None and before is None
    found: list[tuple[str, int, Finding]] = []
    for file in files:
        report = read_file(file, encoding, "confident")
        if report is None:
            failed = True
            continue
        try:
            findings = govreport.check(report, before)
        except ValueError as error:  # the one is not on the year before the other
            raise click.UsageError(f"--previous {previous}: {error}.") from None
        place = Place(report)
        name = click.format_filename(file)
        found += [(name, place.line(one.start), one) for one in findings if one.status == "violated"]
    if form == "json":
        click.echo(json.dumps([as_json(*one) for one in found], ensure_ascii=False, indent=2))
    for one in found if form != "json" else ():
        click.echo(as_github(*one) if form == "github" else as_text(*one))
    if found or failed:
        raise SystemExit(1)
