"""The commands: files in, JSON, text, Markdown or an outline out."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Final

import click
from rich.console import Console

import govreport
from govreport.cli.build import build
from govreport.cli.files import (
    CORRECTIONS,
    ENCODING,
    FILES,
    OUTPUT_PATH,
    SPLIT_HEADINGS,
    File,
    read_content,
    read_file,
    targets,
    write_file,
)
from govreport.cli.language import LANGUAGE, Commands, spoken
from govreport.cli.tree import draw
from govreport.corpus.items import Item
from govreport.corpus.rows import record, storable
from govreport.corpus.writing import json_line
from govreport.parsing.headings.series import Splitting
from govreport.tree.report import Report

SUFFIXES: Final = {"json": ".json", "text": ".txt", "clean": ".txt", "markdown": ".md"}
"""Each format of `parse` with the suffix of the files it writes."""


_ELSEWHERE: Final = {name: f"govreport.cli.{name}" for name in "check convert mcp review serve stats view".split()}
"""The commands that have modules of their own."""


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        python = ".".join(map(str, sys.version_info[:3]))
        click.echo(f"govreport {govreport.__version__} ({build()}, Python {python})")
        context.exit()


@click.group(cls=Commands, elsewhere=_ELSEWHERE, context_settings={"help_option_names": ["-h", "--help"]})
@LANGUAGE
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and whether its parse is compiled, and exit.",
)
def commands() -> None:
    """Turn scraped Chinese government report pages into trees, and back into text.

    \b
    See what is in a page:
      govreport tree report.txt
    \b
    Make a data set, one JSON record a line:
      govreport parse pages/ > reports.jsonl
    \b
    Keep the document, leave out the site around it:
      govreport parse report.txt --to clean
    \b
    Check annual reports, as a linter does:
      govreport check reports/
    \b
    See what a person sees of an HTML page or a Word file:
      govreport text page.html
    \b
    Look at it in a browser: outline, text, fields, issues:
      govreport view report.txt --open
      govreport serve pages/
    \b
    Look at the pages most in doubt, and set them right:
      govreport review pages/
    \b
    Gather the figures of reports on disclosure in one table:
      govreport stats reports/ -o panel.csv
    \b
    Let a language model ask about a folder:
      govreport mcp reports/
    \b
    Read from a pipe, in UTF-8, GB18030 or Big5:
      curl -s https://example.org/report.html | govreport parse -

    A FILE is plain text, HTML (pip install 'govreport[html]'), .docx, .doc, PDF (extras docx, doc, pdf) or OFD; a
    folder stands for all files below it, a pattern in quotes for what it matches.
    """


@commands.command()
@FILES
@click.option(
    "--to",
    "form",
    type=click.Choice(list(SUFFIXES)),
    default="json",
    show_default=True,
    help="json: what it says of itself, and the tree under `report`. text: the source, character for character. "
    "clean: the document without site furniture, white space normalised. markdown: headings and paragraphs.",
)
@click.option("--indent", type=click.IntRange(min=0), metavar="N", help="Indent the JSON by N spaces a level.")
@click.option(
    "-o",
    "--output",
    type=OUTPUT_PATH,
    metavar="PATH",
    help="Write to PATH: a file for one FILE, a directory for several (name.json, name.txt or name.md each; for a "
    "folder, a folder like it).",
)
@ENCODING
@SPLIT_HEADINGS
@CORRECTIONS
def parse(
    files: tuple[File, ...],
    encoding: str | None,
    splitting: Splitting,
    corrections: bool,
    form: str,
    indent: int | None,
    output: Path | None,
) -> None:
    """Parse each FILE and print it as JSON, text or Markdown, in UTF-8.

    FILE may be a folder, a pattern in quotes, or - for standard input.  Several files go to standard output one after
    the other.  JSON is a record a line, the one that `govreport convert` writes: path, title, issuer, year and the
    other columns, and the tree under report.

    \b
    Examples:
      govreport parse report.txt --indent 2
      govreport parse report.txt --to markdown -o report.md
      govreport parse pages/ -o trees/
      govreport parse 'pages/**/*.html' | jq -r '[.path, .issuer, .year] | @tsv'
      curl -s https://example.org/report.txt | govreport parse - --to clean

    Exit status: 0; 1 where a file could not be read or written (the others are done all the same); 2 for a usage error.
    """
    if indent is not None and form != "json":
        raise click.UsageError(f"--indent is for JSON: leave it out with --to {form}.")
    outputs = [None] * len(files) if output is None else targets(files, output, SUFFIXES[form])
    failed = False
    for file, target in zip(files, outputs, strict=True):
        read = read_content(file, encoding, splitting, corrections)
        if read is None or not write_file(_printed(file, *read, form, indent, corrections), target):
            failed = True
    if failed:
        raise SystemExit(1)


@commands.command()
@FILES
@ENCODING
def text(files: tuple[File, ...], encoding: str | None) -> None:
    """Print the text of each FILE, in UTF-8: what a person sees of an HTML page or a Word file.

    FILE may be a folder, a pattern in quotes, or - for standard input.  Plain text comes out as it is, but for its
    encoding.

    \b
    Examples:
      govreport text page.html
      govreport text report.docx | less

    Exit status: 0; 1 where a file could not be read (the others are printed all the same); 2 for a usage error.
    """
    failed = False
    for file in files:
        report = read_file(file, encoding, "never")
        if report is None or not write_file(_as_text(report), None):
            failed = True
    if failed:
        raise SystemExit(1)


@commands.command()
@FILES
@ENCODING
@SPLIT_HEADINGS
def tree(files: tuple[File, ...], encoding: str | None, splitting: Splitting) -> None:
    """Show each FILE as an outline, with its fields and issues.

    FILE may be a folder, a pattern in quotes, or - for standard input.  A heading stands with the number of
    paragraphs and tables directly under it, a numbered paragraph with its first words; issues, with their lines,
    are what a reader should look at.

    \b
    Examples:
      govreport tree report.txt
      govreport tree pages/*.txt | less
      NO_COLOR=1 govreport tree report.txt

    Exit status: 0; 1 where a file could not be read (the others are shown all the same); 2 for a usage error.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an ASCII terminal shows ? for 报告, and goes on
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 10_000  # no line is folded in a file or a pipe
    failed = False
    for index, file in enumerate(files):
        report = read_file(file, encoding, splitting)
        if report is None:
            failed = True
            continue
        name = click.format_filename(file) if len(files) > 1 else None
        if index:
            console.print()
        console.print(draw(report, name, spoken()))
    if failed:
        raise SystemExit(1)


def _printed(file: File, content: bytes, report: Report, form: str, indent: int | None, corrections: bool) -> bytes:
    """Print a report in one of the formats."""
    if form == "json":
        line = json_line(record(Item(file.path), content, report, corrections))
        return (line if indent is None else _indented(line, indent)).encode()
    if form == "markdown":
        return govreport.to_markdown(report).encode("utf-8", "surrogatepass")
    return _as_text(report, clean=form == "clean")


def _as_text(report: Report, clean: bool = False) -> bytes:
    # A lone surrogate has no UTF-8.  JSON can escape it (\udc80); text keeps its three bytes, so that nothing is lost.
    return govreport.to_text(report, clean=clean).encode("utf-8", "surrogatepass")


def _indented(line: str, indent: int) -> str:
    text = json.dumps(json.loads(line), ensure_ascii=False, indent=indent)
    return storable(text, "backslashreplace") + "\n"
