"""``govreport check``: reports against the format, printed as a linter does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import click
from attrs import frozen

from govreport.cli.files import ENCODING, FILES, File, read_file
from govreport.cli.language import spoken
from govreport.serialize.whereabouts import Whereabouts
from govreport.statistics.checking import Finding, Verdict
from govreport.statistics.findings import Checked, checked
from govreport.statistics.records import plain
from govreport.tree.issues import INFO, Issue
from govreport.tree.issues_in_chinese import in_chinese
from govreport.tree.report import Report

UNCHECKED: Final = 3
"""Exit status where no file was one to check: all is not well then, nothing is known."""

# As workflow commands want them, in their message and in their properties.
_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = {**_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


@frozen
class Remark:
    """A line of what is printed of a file: a finding, an issue, or what was checked.

    Attributes:
        file: the file's name.
        line: the line it is about, from 1, of what `govreport text` prints; None for the file as a whole.
        place: where that is in words, in a file in which people count no lines: a Word file, a page of HTML.
        code: name of a rule, code of an issue, or ``checked``.
        level: ``error``, ``warning`` or ``notice``, as workflow commands of GitHub have them.
        message: what there is to say.
        data: what JSON has besides.
    """

    file: str
    line: int | None
    place: str | None
    code: str
    level: str
    message: str
    data: dict[str, Any]

    def as_text(self) -> str:
        """A line as compilers print them, ``file:line: code message``, or with the place in words for the line."""
        if self.line is None:
            return f"{self.file}: {self.message}"
        return f"{self.file}:{_shown(self.line, self.place)}: {self.code} {self.message}"

    def as_github(self) -> str:
        """A workflow command of GitHub: an error for what the form itself says, a warning for what tools check."""
        line = "" if self.line is None or self.place is not None else f",line={self.line}"
        message = self.message if self.place is None else f"{self.place}: {self.message}"
        place = f"file={self.file.translate(_PROPERTY)}{line},title={self.code}"
        return f"::{self.level} {place}::{message.translate(_MESSAGE)}"

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        told = {"file": self.file, "line": self.line, "place": self.place, "code": self.code, "message": self.message}
        return {**told, **self.data}


def _shown(line: int, place: str | None) -> str:
    return str(line) if place is None else f" {place}"


def remarks(file: str, report: Report, outcome: Checked, language: str) -> list[Remark]:
    """Tell what is violated in a report, what is odd in it, and what was checked."""
    place = Whereabouts(report)
    found = [_of_finding(file, place, one, language) for one in outcome.findings if one.status == "violated"]
    # Doubts are printed when asked for; an uncertain heading is one even where no doubt was told.
    issues = [one for one in report.issues if one.chance is None or one.code == "uncertain-heading"]
    found += [_of_issue(file, place, one, language) for one in issues]
    return [*found, _of_outcome(file, outcome, language)]


def _of_finding(file: str, place: Whereabouts, finding: Finding, language: str) -> Remark:
    rule = finding.rule
    data = {"status": finding.status, "official": rule.official, "difference": plain(finding.difference)}
    level = "error" if rule.official else "warning"
    where = place.line(finding.start), place.words(finding.start, language)
    return Remark(file, *where, rule.id, level, finding.said(language), data)


def _of_issue(file: str, place: Whereabouts, issue: Issue, language: str) -> Remark:
    level = "notice" if issue.severity == INFO else issue.severity
    data = {"status": "issue", "severity": issue.severity}
    message = in_chinese(issue) if language == "zh" else issue.message
    where = place.line(issue.start), place.words(issue.start, language)
    return Remark(file, *where, issue.code, level, message, data)


def _of_outcome(file: str, outcome: Checked, language: str) -> Remark:
    verdicts: tuple[Verdict, ...] = ("ok", "violated", "not assessable")
    counts = {verdict: outcome.count(verdict) for verdict in verdicts}
    data = {"status": "not checked" if outcome.unbound else "checked", "counts": counts}
    return Remark(file, None, None, "checked", "notice", outcome.status_line(language), data)


def print_doubts(files: tuple[File, ...], encoding: str | None) -> None:
    """Print what the parse is not sure of, a line a doubt, and of how many files; exit 1 where one cannot be read.

    Each page is read in two other ways too, and what comes out otherwise is a doubt (``parse(…, check=True)``).

    Args:
        files: the files; those of the least confidence are printed first.
        encoding: as for `govreport.read`.
    """
    read = [(file, read_file(file, encoding, "confident", check=True)) for file in files]
    reports = [(file, report) for file, report in read if report is not None and report.doubts]
    for file, report in sorted(reports, key=lambda pair: _confidence(pair[1])):
        place = Whereabouts(report)
        for doubt in report.doubts:
            where = _shown(place.line(doubt.start), place.words(doubt.start, spoken()))
            line = f"{click.format_filename(file)}:{where}: {doubt.code} {doubt.message}"
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
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0, not 3, where no FILE was one to check.")
@ENCODING
def check(
    files: tuple[File, ...],
    form: str,
    previous: Path | None,
    doubts: bool,
    allow_unchecked: bool,
    encoding: str | None,
) -> None:
    """Check that annual reports have the statutory sections, and that their numbers agree.

    FILE may be a folder, a pattern in quotes, or - for standard input.  Reports on 2019 and later are checked; of other
    documents the issues are printed alone.  The last line on each file says how many rules it keeps, how many it
    violates, and how many cannot be told because a number is missing; or why it was not checked.

    \b
    Examples:
      govreport check reports/
      govreport check 2022.txt --previous 2021.txt
      govreport check reports/*.txt --format github
      govreport check reports/ --doubts

    Exit status: 0 where what was checked agrees; 1 where something is violated or a file could not be read; 2 for a
    usage error; 3 where nothing was checked, since no FILE is an annual report on 2019 or later.  Issues do not count.
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
    bound = False
    language = "en" if form == "json" else spoken()  # programs read the one, people the others
    found: list[Remark] = []
    for file in files:
        report = read_file(file, encoding, "confident")
        if report is None:
            failed = True
            continue
        try:
            outcome = checked(report, before)
        except ValueError as error:  # the one is not on the year before the other
            raise click.UsageError(f"--previous {previous}: {error}.") from None
        found += remarks(click.format_filename(file), report, outcome, language)
        bound = bound or not outcome.unbound
        failed = failed or outcome.count("violated") > 0
    if form == "json":
        click.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
    for one in found if form != "json" else ():
        click.echo(one.as_github() if form == "github" else one.as_text())
    if failed:
        raise SystemExit(1)
    if not bound and not allow_unchecked:
        raise SystemExit(UNCHECKED)
