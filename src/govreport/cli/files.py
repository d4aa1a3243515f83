"""The files that commands read: their arguments, and reading them."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, Final

import click
from attrs import frozen
from click.shell_completion import CompletionItem

import govreport
from govreport.corpus.containers import container
from govreport.corpus.finding import files as files_below
from govreport.corrections.files import correct_from_beside
from govreport.corrections.names import is_fix
from govreport.extras import MissingExtra
from govreport.parsing.headings.series import SPLITTINGS, Splitting
from govreport.sources.file_systems import as_os_errors, is_url, open_file, own_name
from govreport.sources.kinds import MAX_BYTES
from govreport.tree.report import Report

STDIN: Final = "-"
"""What standard input is called."""
_MANY: Final = "it holds many pages, which `govreport convert` reads"
_EMPTY: Final = "there is no file in it"


@frozen
class File(os.PathLike[str]):
    """A file that a command is to read.

    Attributes:
        path: its path, as it was named or found; ``-`` for standard input.
        place: where under an output folder it goes: its name, or its path in the folder that it was found in.
        error: why it cannot be read, where that is known beforehand.
    """

    path: str
    place: PurePath
    error: str | None = None

    def __fspath__(self) -> str:
        return self.path

    @property
    def standard_input(self) -> bool:
        """Whether it is what a pipe brings."""
        return self.path == STDIN

    @property
    def name(self) -> str:
        """Its name, without folders; empty for standard input."""
        return "" if self.standard_input else os.path.basename(own_name(self.path))

    def resolve(self) -> Path:
        """Its path without links."""
        return Path(self.path).resolve()


SOURCES: Final = "govreport.sources"
"""Under which a command's context keeps the paths and patterns as they were named."""


def _found(context: click.Context, _argument: click.Parameter, sources: tuple[str, ...]) -> tuple[File, ...]:
    """The files that paths, folders and patterns name, in the order and by the paths that `convert` gives them."""
    pages = [source for source in sources if not is_fix(source)]
    if sources and not pages:
        raise click.BadParameter("corrections are read with their pages: name the pages.")
    context.meta[SOURCES] = sources
    try:
        return tuple(file for source in pages for file in _files_of(source))
    except (MissingExtra, ValueError) as error:  # of paths of fsspec
        raise click.UsageError(f"{error}.") from None


def _files_of(source: str) -> Iterator[File]:
    if source == STDIN:
        yield File(source, PurePath("stdin"))
        return
    folder = os.path.isdir(source)
    empty = True
    try:
        for found in files_below([source]):
            empty = False
            many = container(found.path) is not None
            yield File(found.path, _place(found.path, source, folder), found.error or (_MANY if many else None))
    except OSError as error:  # a store that is out of reach
        yield File(source, PurePath(os.path.basename(own_name(source))), reason(error))
        return
    if empty:  # what is not there is said when it is read
        yield File(source, PurePath(os.path.basename(source)), _EMPTY if folder else None)


def _place(path: str, source: str, folder: bool) -> PurePath:
    """Where a file goes under an output folder."""
    if is_url(path):
        name, base = own_name(path), own_name(source).rstrip("/")
        below = name.removeprefix(base).lstrip("/") if name.startswith(base) else ""
        return PurePath(below or os.path.basename(name))
    return PurePath(os.path.relpath(path, source) if folder else os.path.basename(path))


def files_of_shell(_context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """Let the shell complete what may be a file, a folder or a pattern."""
    return [CompletionItem(begun, type="file")]


FILES: Final = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, callback=_found, shell_complete=files_of_shell
)
FILES_IF_ANY: Final = click.argument(
    "files", metavar="[FILE...]", nargs=-1, callback=_found, shell_complete=files_of_shell
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

CORRECTIONS: Final = click.option(
    "--corrections/--no-corrections",
    default=True,
    show_default=True,
    help="Set right what page.fix.json beside a page says (`govreport review`), or leave pages as parsed.",
)

SPLIT_HEADINGS: Final = click.option(
    "--split-headings",
    "splitting",
    type=click.Choice(SPLITTINGS),
    default="confident",
    show_default=True,
    help="When to part a heading from the paragraph it runs into where no stop does.",
)


def read_file(file: File | Path, encoding: str | None, splitting: Splitting, *, check: bool = False) -> Report | None:
    """Read and parse one file; None, with a message, where it cannot be read."""
    read = read_content(file if isinstance(file, File) else File(str(file), file), encoding, splitting, check=check)
    return None if read is None else read[1]


def read_content(
    file: File, encoding: str | None, splitting: Splitting, corrections: bool = True, *, check: bool = False
) -> tuple[bytes, Report] | None:
    """The bytes of a file and what they say, set right; None, with a message, where it cannot be read."""
    if file.error is not None:
        complain(file, ValueError(file.error))
        return None
    try:
        content: Any = io.BytesIO(_bytes(file))
        content.name = file.path  # one of the things that tell its kind
        report = govreport.read(content, encoding, split_headings=splitting, check=check)
        if corrections and not file.standard_input:
            correct_from_beside(report, file)
    except (OSError, govreport.UnreadableFile, MissingExtra) as error:
        complain(file, error)
        return None
    return content.getvalue(), report


def _bytes(file: File) -> bytes:
    """What is in a file, and no more than one byte beyond what is read of it."""
    if file.standard_input:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with open_file(file.path) as stream, as_os_errors(file.path):
        return stream.read(MAX_BYTES + 1)


class LocalPath(click.Path):
    """The path of an output, which is one of this machine."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a path of fsspec, which would be a folder of an odd name here."""
        if is_url(os.fspath(value)):
            self.fail(f"{value} is no path of this machine; `govreport convert` writes to such places.", param, ctx)
        return super().convert(value, param, ctx)


OUTPUT_PATH: Final = LocalPath(path_type=Path)


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


def targets(files: tuple[File, ...], output: Path, suffix: str) -> list[Path]:
    """The file each input is written to; a usage error where two would be one, or an input be lost."""
    if len(files) == 1 and files[0].place.parent == PurePath() and not output.is_dir():
        found = [output]
    elif output.is_file():
        raise click.UsageError(f"-o {output} is a file: several files need a directory.")
    else:
        found = [output / file.place.with_name(file.place.stem + suffix) for file in files]
    inputs = {file.resolve() for file in files if not file.standard_input}
    seen: set[Path] = set()
    for target in found:
        if target.resolve() in inputs:
            raise click.UsageError(f"{target} is an input: write somewhere else with -o.")
        if target in seen:
            raise click.UsageError(f"{target} would hold two of the inputs: parse them one at a time.")
        seen.add(target)
    return found


def complain(file: Path | File, error: Exception) -> None:
    """Say on standard error why a file cannot be read or written."""
    click.echo(f"govreport: {click.format_filename(file)}: {reason(error)}", err=True)


_PHRASES: Final = {
    "give to=,": "give --to,",
    "jobs=1": "--jobs 1",
    "(resume)": "(--resume)",
    "(overwrite": "(--overwrite",
    "update reads": "--update reads",
    "leave out known": "leave out --known",
    "and tokenizer go": "and --tokenizer go",
    "overlap is": "--overlap is",
    "raise max_bytes": "raise --max-bytes of `govreport convert`",
}
_ARGUMENTS: Final = re.compile(r"\b(?:max_(?:chars|tokens|memory)|text_column)\b")
"""Arguments of functions that messages of the library name, which are options of the commands."""


def reason(error: Exception) -> str:
    """Why a file cannot be read or written, without its name, and with options for the arguments of the library."""
    told = str((error.strerror if isinstance(error, OSError) else None) or error)
    for phrase, said in _PHRASES.items():
        told = told.replace(phrase, said)
    return _ARGUMENTS.sub(lambda name: f"--{name[0].replace('_', '-')}", told)
