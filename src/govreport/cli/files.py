"""The files that commands read: their arguments, and reading them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

import govreport
from govreport.parsing.headings.series import SPLITTINGS, Splitting
from govreport.tree.report import Report

STDIN: Final = Path("-")

FILES: Final = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path)
)


def _known(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Refuse an encoding that Python does not know, or that does not give text."""
    if name is not None:
        try:
            b"?".decode(name, errors="replace")
        except LookupError as error:
            raise click.BadParameter(f"{error}; names are those of Python, such as gb18030.") from None
    return name


ENCODING: Final = click.option(
    "--encoding", callback=_known, metavar="NAME", help="Encoding of every FILE. Found out for each unless told."
)

SPLIT_HEADINGS: Final = click.option(
    "--split-headings",
    "splitting",
    type=click.Choice(SPLITTINGS),
    default="confident",
    show_default=True,
    help="When to part a heading from the paragraph it runs into where no stop does.",
)


def read_file(file: Path, encoding: str | None, splitting: Splitting) -> Report | None:
    """Read and parse one file; None, with a message, where it cannot be read."""
    try:
        return govreport.read(sys.stdin.buffer if file == STDIN else file, encoding, split_headings=splitting)
    except (OSError, govreport.UnreadableFile, govreport.MissingExtra) as error:
        complain(file, error)
        return None


def write_file(data: bytes, target: Path | None) -> bool:
    """Write to a file, or to standard output for None; False, with a message, where the file cannot be written."""
    if target is None:
        # Bytes, since a text stream would translate line ends; unguarded, since a closed pipe is no unreadable file.
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return True
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        complain(target, error)
        return False
    return True


def targets(files: tuple[Path, ...], output: Path, suffix: str) -> list[Path]:
    """The file each input is written to; a usage error where two would be one, or an input be lost."""
    if len(files) == 1 and not output.is_dir():
        found = [output]
    elif output.is_file():
        raise click.UsageError(f"-o {output} is a file: several files need a directory.")
    else:
        found = [output / (("stdin" if file == STDIN else file.stem) + suffix) for file in files]
    inputs = {file.resolve() for file in files if file != STDIN}
    seen: set[Path] = set()
    for target in found:
        if target.resolve() in inputs:
            raise click.UsageError(f"{target} is an input: write somewhere else with -o.")
        if target in seen:
            raise click.UsageError(f"{target} would hold two of the inputs: parse them one at a time.")
        seen.add(target)
    return found


def complain(file: Path, error: Exception) -> None:
    """Say on standard error why a file cannot be read or written."""
    click.echo(f"govreport: {click.format_filename(file)}: {reason(error)}", err=True)


def reason(error: Exception) -> str:
    """Why a file cannot be read or written, without its name."""
    return str((error.strerror if isinstance(error, OSError) else None) or error)
