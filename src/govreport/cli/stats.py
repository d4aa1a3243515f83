"""``govreport stats``: the figures of a folder of reports as one table."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from govreport.cli.files import OUTPUT_PATH, files_of_shell, reason
from govreport.corpus.panel import Shape, panel_rows
from govreport.corpus.panel_files import csv_of_rows, write_panel
from govreport.extras import MissingExtra


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True, shell_complete=files_of_shell)
@click.option(
    "-o",
    "--output",
    type=OUTPUT_PATH,
    metavar="OUT",
    help="What to write: .csv, .xlsx, .parquet or .dta. CSV to standard output unless given.",
)
@click.option(
    "--shape",
    type=click.Choice(get_args(Shape)),
    default="long",
    show_default=True,
    help="long: a row a report and variable. wide: a row a report. coverage: which office has a report on which year. "
    "revisions: what one report carries forward beside what the next carried over.",
)
def stats(sources: tuple[str, ...], output: Path | None, shape: Shape) -> None:
    """Gather the figures of reports on disclosure under SRC, from sentences and tables of all years, in one table.

    SRC is a folder, a file or an archive.  What cannot be read is left out, with a message, and so are documents
    on other matters.

    \b
    Examples:
      govreport stats reports/ -o panel.csv
      govreport stats reports/ --shape wide -o panel.dta
      govreport stats reports/ --shape coverage

    Exit status: 0; 1 where a source is not there, none of the files is a report on disclosure that can be read, or OUT
    could not be written; 2 for a usage error or a missing extra.
    """
    try:
        if output is None:
            columns, rows = panel_rows(*sources, shape=shape, unreadable=_left_out)
            click.echo(csv_of_rows(columns, rows), nl=False)
            count = len(rows)
        else:
            count = write_panel(output, *sources, shape=shape, unreadable=_left_out)
            click.echo(f"{output}: {count} rows")
    except ValueError as error:
        raise click.UsageError(f"{error}.") from None
    except (OSError, MissingExtra) as error:
        click.echo(f"govreport: {reason(error)}", err=True)
        raise SystemExit(2 if isinstance(error, MissingExtra) else 1) from None
    if not count and shape != "revisions":  # of which there may be none
        click.echo("govreport: none of the files is a report on disclosure that could be read", err=True)
        raise SystemExit(1)


def _left_out(path: str, error: str) -> None:
    click.echo(f"govreport: {path}: {reason(ValueError(error))}", err=True)
