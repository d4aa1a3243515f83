"""``govreport view``: files in, pages to look at out."""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from govreport.cli.files import ENCODING, FILES, OUTPUT_PATH, SPLIT_HEADINGS, File, read_file, targets, write_file
from govreport.parsing.headings.series import Splitting
from govreport.tree.report import Report
from govreport.view.comparison import comparison
from govreport.view.editing import Editing
from govreport.view.page import page

SUFFIX: Final = ".html"
MOST_OPEN: Final = 8
"""Pages that are opened in the browser at once."""


@click.command()
@FILES
@click.option(
    "-o",
    "--output",
    type=OUTPUT_PATH,
    metavar="PATH",
    help="Write to PATH: a file for one FILE or with --diff, a directory for several (name.html each; for a "
    "folder, a folder like it).",
)
@click.option("--open", "opens", is_flag=True, help="Show the page in the browser; without -o, from a temporary file.")
@click.option("--diff", is_flag=True, help="Lay two FILEs side by side, section by section.")
@ENCODING
@SPLIT_HEADINGS
def view(
    files: tuple[File, ...],
    output: Path | None,
    opens: bool,
    diff: bool,
    encoding: str | None,
    splitting: Splitting,
) -> None:
    """Make a page to look at of each FILE: outline, text by kind, fields, issues.

    A page is one HTML file that needs nothing else, not even a network.  FILE may be a folder, a pattern in
    quotes, or - for standard input.  The page of one FILE goes to standard output unless -o or --open is given; not to
    a terminal, which cannot show it.

    \b
    Examples:
      govreport view report.txt --open
      govreport view report.txt -o page.html
      govreport view pages/ -o views/
      govreport view --diff report-2021.txt report-2020.txt -o both.html

    Exit status: 0; 1 where a file could not be read or written (the others are done all the same); 2 for a usage error.
    """
    if diff and len(files) != 2:
        raise click.UsageError("--diff takes two files.")
    made_of = files[:1] if diff else files
    output = _output(output, opens, len(made_of))
    outputs = [None] * len(made_of) if output is None else targets(made_of, output, SUFFIX)
    if diff and outputs[0] is not None and outputs[0].resolve() == files[1].resolve():
        raise click.UsageError(f"{outputs[0]} is an input: write somewhere else with -o.")
    failed = False
    for html, target in zip(_pages(files, diff, encoding, splitting), outputs, strict=True):
        if html is None or not write_file(html.encode(), target):
            failed = True
        elif opens and target is not None and not webbrowser.open(target.resolve().as_uri()):
            click.echo(f"govreport: no browser was found; the page is {target}", err=True)
    if failed:
        raise SystemExit(1)


def _output(output: Path | None, opens: bool, pages: int) -> Path | None:
    """Where the pages go: where -o says; for a browser without it to a folder that stays; to standard output."""
    if opens and pages > MOST_OPEN:
        raise click.UsageError(f"--open takes {MOST_OPEN} pages at most: look at more with govreport serve.")
    if output is not None:
        return output
    if opens:
        return Path(tempfile.mkdtemp(prefix="govreport-"))  # the browser reads it when it likes
    if pages > 1:
        raise click.UsageError("several files need -o and a directory, or --open.")
    if sys.stdout.isatty():
        raise click.UsageError("a terminal cannot show the page: write it with -o page.html, or look with --open.")
    return None


def _pages(files: tuple[File, ...], diff: bool, encoding: str | None, splitting: Splitting) -> Iterator[str | None]:
    """The page of each file, or the one of both; None where a file could not be read."""
    if diff:
        one, other = (read_file(file, encoding, splitting) for file in files)
        yield None if one is None or other is None else comparison(one, other, (files[0].name, files[1].name))
    else:
        for file in files:
            report = read_file(file, encoding, splitting)
            yield None if report is None else page(report, file.name, editing=_editing(report, file))


def _editing(report: Report, file: File) -> Editing | None:
    """How what a reader of the page sets right is kept: as a file to be put beside it."""
    return None if file.standard_input else Editing.of_file(report, Path(file))
