"""``govreport convert``: a corpus in, one data set out, with a bar that says how far it is."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from govreport.cli.files import CORRECTIONS, ENCODING, SPLIT_HEADINGS, files_of_shell, reason
from govreport.corpus import CannotResume, Summary
from govreport.corpus import convert as convert_corpus
from govreport.corpus.converting import MEMORY, PAGE_BYTES, TIMEOUT
from govreport.corpus.finding import files
from govreport.corpus.tables import TABLES
from govreport.corpus.writing import FORMATS
from govreport.extras import MissingExtra
from govreport.parsing.headings.series import Splitting

_MEGABYTE: Final = 1e6
_LOST: Final = (
    "pages may be missing: {} archives, lines or files are damaged or out of reach; see the column error of their rows"
)
_STOPPED: Final = 130  # what a shell gives a command that Ctrl-C ended


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True, shell_complete=files_of_shell)
@click.option("-o", "--output", required=True, type=click.Path(), metavar="OUT", help="What to write.")
@click.option(
    "--to",
    type=click.Choice(FORMATS),
    help="json: a file a page. parquet: a folder with a folder for each table. Told by the suffix of OUT unless given.",
)
@click.option(
    "--tables",
    metavar="NAMES",
    help=f"The tables that are written, of {', '.join(TABLES)}: all unless given for Parquet, for JSON "
    "Lines one, reports unless given.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes, as many as cores unless given; 1 is this process.",
)
@click.option("--unordered", is_flag=True, help="Write pages as they are done, not in the order of SRC.")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped; begin one where there is none.")
@click.option("--overwrite", is_flag=True, help="Replace OUT where it is there.")
@click.option(
    "--update",
    is_flag=True,
    help="Bring OUT up to date: read only what is new or changed, keep the rest of it, drop what is gone.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="Time that a page may take.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=PAGE_BYTES,
    show_default=True,
    metavar="N",
    help="Size of the largest page that is read.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=1),
    default=MEMORY,
    show_default=True,
    metavar="N",
    help="Bytes of memory that a worker may have.",
)
@click.option("--follow-links", is_flag=True, help="Read what links within a folder name outside of it.")
@ENCODING
@click.option(
    "--text-column", default="text", show_default=True, metavar="KEY", help="Key of JSON Lines with the text."
)
@SPLIT_HEADINGS
@CORRECTIONS
@click.option(
    "--known",
    multiple=True,
    type=click.Path(),
    metavar="OUT",
    help="Leave out pages that OUT, of an earlier run, has unchanged: OUT is then what is new. May be repeated.",
)
@click.option("--max-chars", type=click.IntRange(min=1), metavar="N", help="Characters of a chunk.  [default: 800]")
@click.option("--max-tokens", type=click.IntRange(min=1), metavar="N", help="Tokens of a chunk, by --tokenizer.")
@click.option("--tokenizer", metavar="MODULE:NAME", help="What counts tokens: has encode(), or is a function.")
@click.option(
    "--overlap",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Characters or tokens at the end of a chunk that the next one says again.",
)
@click.option("--with-headings", is_flag=True, help="Begin each chunk with the headings around it.")
@click.option("-q", "--quiet", is_flag=True, help="No bar, no summary.")
def convert(
    sources: tuple[str, ...],
    output: str,
    tables: str | None,
    unordered: bool,
    quiet: bool,
    splitting: Splitting,
    **choices: Any,
) -> None:
    """Parse every page in each SRC and write all of them to OUT.

    SRC is a file, a folder with all below it, a pattern in quotes, a zip or tar archive, a WARC file (pip install
    'govreport[warc]') or JSON Lines; - is JSON Lines from a pipe.  SRC and OUT may be paths of fsspec (pip install
    'govreport[fsspec]').  A page that cannot be read is a row with the reason.

    \b
    Examples:
      govreport convert pages/ -o reports.jsonl.zst
      govreport convert pages/ crawl.warc.gz 'more/**/*.html' -o reports.parquet
      govreport convert pages/ -o reports.parquet --resume    after Ctrl-C or a kill
      govreport convert pages/ -o chunks.jsonl --tables chunks --max-tokens 500 --tokenizer tokens:ENCODING
      govreport convert pages/ -o reports.parquet --update    read what is new or changed alone
      govreport convert pages/ -o new.jsonl --known reports.jsonl
      govreport convert s3://bucket/pages/ -o s3://bucket/reports.parquet

    Exit status: 0, also where some pages could not be read; 1 where none could, the run could not be finished, an
    archive is damaged or a file out of reach, so that pages may be missing; 2 for a usage error or a missing extra;
    130 after Ctrl-C.
    """
    # Bars and summaries go to the error stream, as in every tool whose output may be piped.
    console = Console(stderr=True, highlight=False, quiet=quiet)
    begun = time.monotonic()
    sys.path.append("")  # a module of a tokenizer may stand where the command is given
    try:
        with _terminable(), _bar(console, sources) as tell:
            summary = convert_corpus(
                sources,
                output,
                tables=None if tables is None else tables.split(","),
                ordered=not unordered,
                split_headings=splitting,
                progress=tell,
                **choices,
            )
    except KeyboardInterrupt:
        click.echo("govreport: stopped; the same command with --resume goes on", err=True)
        raise SystemExit(_STOPPED) from None
    except (FileNotFoundError, FileExistsError, CannotResume, ValueError) as error:
        raise click.UsageError(_told(error)) from None
    except MissingExtra as error:
        click.echo(f"govreport: {error}; then the same command with --resume goes on", err=True)
        raise SystemExit(2) from None
    except (OSError, RuntimeError) as error:
        click.echo(f"govreport: {_told(error)}", err=True)
        raise SystemExit(1) from None
    for line in _summed_up(summary, time.monotonic() - begun):
        console.print(line, markup=False, soft_wrap=True)
    if summary.lost:
        click.echo(f"govreport: {_LOST.format(summary.lost)}", err=True)
    elif summary.files and summary.failed == summary.files and not summary.known:
        click.echo(f"govreport: none of the {summary.files} pages could be read; see their column error", err=True)
    else:
        return
    raise SystemExit(1)


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Let what a batch system sends to stop a job be as Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _told(error: Exception) -> str:
    named = isinstance(error, OSError) and error.filename
    told = reason(error)
    return f"{named}: {told}" if named else told


@contextlib.contextmanager
def _bar(console: Console, sources: tuple[str, ...]) -> Iterator[Callable[[Summary], None]]:
    """A progress bar; gives what tells it how far the run is."""
    columns = (
        BarColumn(),
        TextColumn("{task.fields[files]} files"),
        TextColumn("{task.fields[speed]:.1f} MB/s"),
        TextColumn("{task.fields[failed]} failed"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    progress = Progress(*columns, console=console, disable=not console.is_terminal or console.quiet)
    with contextlib.nullcontext() if progress.disable else progress:  # one that is not shown still ends a line
        task = progress.add_task("", total=None, files=0, failed=0, speed=0.0)
        if not progress.disable:
            threading.Thread(target=_measure, args=(progress, task, sources), daemon=True).start()
        begun, earlier = time.monotonic(), Summary()

        def tell(sofar: Summary) -> None:
            nonlocal earlier
            if not earlier.files:  # what a run before this one did is no speed of this one
                earlier = Summary(files=sofar.files, bytes=sofar.bytes)
            speed = (sofar.bytes - earlier.bytes) / _MEGABYTE / max(time.monotonic() - begun, 1e-9)
            progress.update(task, completed=sofar.cost, files=sofar.files, failed=sofar.failed, speed=speed)

        yield tell


def _measure(progress: Progress, task: TaskID, sources: tuple[str, ...]) -> None:
    """Find out how much there is, while the work is under way already."""
    progress.update(task, total=sum(file.size for file in files(sources)))


def _summed_up(summary: Summary, seconds: float) -> Iterator[str]:
    """The summary, line by line."""
    speed = summary.bytes / _MEGABYTE / max(seconds, 1e-9)
    yield f"{summary.files} files, {summary.bytes / _MEGABYTE:.1f} MB, {seconds:.1f} s, {speed:.1f} MB/s"
    if summary.known or summary.gone:
        yield f"not read again {summary.known}, read again {summary.again}, gone {summary.gone}"
    for name in ("kinds", "encodings", "issues"):
        yield from _counted(name, getattr(summary, name))
    errors = Counter({reason(ValueError(told)): count for told, count in summary.errors.items()})
    yield from _counted(f"failed {summary.failed}", errors)


def _counted(name: str, counts: Counter[str]) -> Iterator[str]:
    if counts:
        yield f"{name}: " + ", ".join(f"{key} {count}" for key, count in counts.most_common())
