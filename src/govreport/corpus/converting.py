"""Many files → one output, by as many processes as there are cores, whatever becomes of them on the way."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict, frozen

from govreport.corpus.alone import Alone
from govreport.corpus.assembling import Assembly, Merge
from govreport.corpus.chunking import Chunking
from govreport.corpus.destinations import destination
from govreport.corpus.earlier import Earlier, earlier_output, write_down
from govreport.corpus.finding import check_apart, check_sources, identity, items
from govreport.corpus.items import OUT_OF_MEMORY, Opening, Reading
from govreport.corpus.known import Known, write_known
from govreport.corpus.ledger import KNOWN, Ledger, Receipt
from govreport.corpus.parts import Part, parts
from govreport.corpus.pool import Clock, Done, Lost, Pool
from govreport.corpus.summary import Summary
from govreport.corpus.tables import TABLES
from govreport.corpus.writing import FORMATS, Format, FormatName, format_named
from govreport.sources.file_systems import is_url, of_machine

if TYPE_CHECKING:
    from govreport.corpus.rows import Rows
    from govreport.parsing.headings.series import Splitting
    from govreport.serialize.room import Tokenizer

TIMEOUT: Final = 60.0
"""Seconds that a page may take."""
PAGE_BYTES: Final = 32 << 20
"""Bytes of the largest page that is read unless told: the text of a long book, in HTML.  A page alone may be larger."""
MEMORY: Final = 4 << 30
"""Bytes of memory that a worker may have: some hundred for a character of a page of `PAGE_BYTES`."""


def convert(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    to: FormatName | None = None,
    tables: Iterable[str] | None = None,
    jobs: int | None = None,
    ordered: bool = True,
    resume: bool = False,
    overwrite: bool = False,
    update: bool = False,
    timeout: float = TIMEOUT,
    max_bytes: int = PAGE_BYTES,
    max_memory: int | None = MEMORY,
    follow_links: bool = False,
    encoding: str | None = None,
    text_column: str = "text",
    split_headings: Splitting = "confident",
    corrections: bool = True,
    known: Iterable[str | os.PathLike[str]] = (),
    max_chars: int | None = None,
    max_tokens: int | None = None,
    tokenizer: str | Tokenizer | None = None,
    overlap: int = 0,
    with_headings: bool = False,
    progress: Callable[[Summary], object] | None = None,
) -> Summary:
    """Parse every page of a corpus, and write the rows of all of them.

    The output is made in a folder beside it, ``OUTPUT.partial``, and put in its place when it is whole.  After a kill
    at any moment the same call with ``resume=True`` goes on, and what comes of it is what an undisturbed run gives.

    Args:
        sources: files, folders, patterns (``pages/**/*.html``), zip and tar archives, WARC files, JSON Lines; ``-``
            is JSON Lines on standard input.  Paths may be those of fsspec: ``s3://bucket/pages`` (extra ``fsspec``).
        output: the file or folder to write; of fsspec too: then it is made in the working directory, and brought there
            when it is whole.
        to: ``jsonl``, ``jsonl.zst``, ``json`` (a file a page) or ``parquet`` (a folder with a folder for each table);
            told by the output's suffix where None.
        tables: names of the tables that are written; of JSON Lines it is one, ``reports`` unless told, of a file a page
            ``reports``; Parquet has all of `govreport.corpus.tables.TABLES` unless told.
        jobs: number of worker processes; as many as this process has cores where None.  1 is this process itself: a
            page that ends it ends the run, and a page is timed only in the first thread of a system with such alarms.
        ordered: whether pages come in the order of the sources, or as they are done.
        resume: whether to go on with a run that was stopped; where there is none, one begins.
        overwrite: whether to replace an output that is there, and a stopped run unless it is gone on with.
        update: whether to bring an output that is there up to date: pages of the same path and content keep their rows,
            and only the others are read.  What comes of it is what a run from the beginning gives.
        timeout: seconds that a page may take.
        max_bytes: bytes of the largest page that is read.
        max_memory: bytes of memory that a worker may have besides what it starts with, where the system can bound
            them; None for no bound.
        follow_links: whether links within a folder, or found by a pattern, may lead out of it.
        encoding: of every page; found out for each where None.
        text_column: the key of JSON Lines that has the text; the key ``url`` is used too where it is there.
        split_headings: as for `govreport.parse`.
        corrections: whether to set right what the files beside pages say, as for `govreport.read`; pages of archives
            and of JSON Lines have none.
        known: outputs of earlier runs: pages that they have, of the same path and content, are passed over, and what is
            written is what is new.  Where the output is the one of them, this is ``update``.
        max_chars: as for `govreport.chunks`, for the table ``chunks``; so are the four that follow.
        max_tokens: as for `govreport.chunks`.
        tokenizer: as for `govreport.chunks`; or its name, ``module:attribute``, which each worker looks up.
        overlap: as for `govreport.chunks`.
        with_headings: as for `govreport.chunks`.
        progress: is called with the counts so far, whenever some pages are done.

    Returns:
        The counts.  A page that could not be read is a row with the reason, and no end of the run.

    Raises:
        FileNotFoundError: a source is not there.
        FileExistsError: the output is there, or a stopped run is, and nothing was said of it.
        CannotResume: the stopped run is another one, or its sources have changed.
        OSError: the output cannot be written.
        MissingExtra: a package is missing that a source, a page of it or the output needs; the run can be gone on with.
        BlockingIOError: another process is at work on the same output.
        ValueError: an argument has no meaning, or a source is the output or lies in it.
    """
    listed = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    names = [of_machine(os.fspath(source)) for source in listed]
    from govreport.parsing.headings.series import check_splitting  # not above, for the same reason as `rows_of` below

    target = destination(of_machine(os.fspath(output)))
    form = _form(target.name, to)
    chunking = Chunking(
        max_chars=max_chars, max_tokens=max_tokens, tokenizer=tokenizer, overlap=overlap, with_headings=with_headings
    )
    check_splitting(split_headings)
    if jobs is not None and jobs < 1:
        raise ValueError("jobs is 1 or more")
    if max_memory is not None and max_memory < 1:
        raise ValueError("max_memory is 1 or more, or None")
    alone = jobs == 1
    format_ = format_named(form, _tables(tables, form), alone)
    chunking.check(alone)
    check_sources(names)
    check_apart(names, target)
    earlier = [of_machine(os.fspath(one)) for one in known]
    check_sources(earlier)
    if any(destination(one) == target for one in earlier):
        update, earlier = True, [one for one in earlier if destination(one) != target]
    if update and earlier:
        raise ValueError("of an output that is updated every page is kept that has not changed: leave out known")
    reading = Reading(encoding, split_headings, max_bytes, corrections)
    plan = _plan(names, form, format_.tables, ordered, text_column, reading)
    if "chunks" in format_.tables:
        plan["chunking"] = chunking.plan()
    if earlier:
        plan["known"] = earlier
    update = update and target.exists()
    plan |= {"follow_links": follow_links, "output": target.name if is_url(target.name) else None, "update": update}
    ledger = Ledger(target, plan, resume=resume, overwrite=overwrite, update=update)
    try:
        if ledger.whole:
            return Summary()
        if not ledger.state.finished:
            before = _look_back(ledger, form, format_.tables, earlier, update)
            own = {found for path in (target.name, ledger.folder) if (found := identity(path)) is not None}
            pages = items(names, Opening(text_column, max_bytes), follow_links=follow_links, without=own)
            work = _Work(ledger.folder, format_, reading, chunking, bool(earlier), before)
            with (
                Alone(work, timeout, max_memory)
                if alone
                else Pool(work.in_worker, jobs or _cores(), timeout, max_memory)
            ) as pool:
                _Run(ledger, format_, ordered, progress).go(parts(pages), pool)
            if before is not None:
                summary = ledger.state.summary
                summary.gone = before.pages - summary.known - summary.again
        ledger.finish()
        return ledger.state.summary
    finally:
        ledger.release()


def _look_back(
    ledger: Ledger, form: FormatName, tables: tuple[str, ...], known: list[str], update: bool
) -> Earlier | None:
    """Write down what earlier runs have, once: outputs may change while a run is stopped.

    Returns:
        The output that is brought up to date, if one is.
    """
    folder = ledger.folder
    try:
        if known and not (folder / KNOWN).exists():
            write_known(known, folder / KNOWN)
        if not update:
            return None
        there = ledger.target.bring(folder)
        write_down(there, form, tables, folder)
        return earlier_output(there, form, tables, folder)
    except Exception:
        ledger.give_up()
        raise


def _tables(names: Iterable[str] | None, form: FormatName) -> tuple[str, ...]:
    """The tables that are written, in their order."""
    wanted = set((TABLES if form == "parquet" else ("reports",)) if names is None else names)
    if not wanted or not wanted <= set(TABLES):
        raise ValueError(f"tables are some of {', '.join(TABLES)}")
    if form == "json" and wanted != {"reports"}:
        raise ValueError("a file a page holds the table reports alone: write jsonl or parquet")
    if form != "parquet" and len(wanted) > 1:
        raise ValueError(f"{form} holds one table: name it, or write parquet")
    return tuple(name for name in TABLES if name in wanted)


def _plan(
    sources: list[str], form: str, tables: tuple[str, ...], ordered: bool, text_column: str, reading: Reading
) -> dict[str, Any]:
    """What makes a run the one it is; how many work at it, and how long each may take, does not."""
    run = {"sources": sources, "format": form, "tables": list(tables), "ordered": ordered, "text_column": text_column}
    return {**run, **asdict(reading)}


def _form(target: str, to: FormatName | None) -> FormatName:
    if to is None:
        told = [form for form in FORMATS if target.endswith("." + form)]
        if not told:
            raise ValueError(f"{target} does not tell its format: give to=, one of {', '.join(FORMATS)}")
        return told[0]
    if to not in FORMATS:
        raise ValueError(f"to is one of {', '.join(FORMATS)}")
    return to


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Run:
    """The first process's part in a run: it finds work, gives it out, and assembles what comes back."""

    def __init__(
        self, ledger: Ledger, format_: Format, ordered: bool, progress: Callable[[Summary], object] | None
    ) -> None:
        self._ledger = ledger
        self._assembly = Assembly(ledger, format_, ordered)
        self._tasks: list[Part | Merge] = []
        self._progress = progress
        self._sofar = Summary()
        self._sofar.add(ledger.state.summary)

    def go(self, found: Iterator[Part], pool: Pool | Alone) -> None:
        """Work until all is done."""
        found = self._undone(found)
        ended = False
        while True:
            while pool.idle and (task := self._task(found)) is not None:
                pool.submit(task)
            if pool.busy:
                for outcome in pool.finished():
                    self._take(outcome)
            elif ended:
                return
            else:
                ended = True
                self._add_task(self._assembly.rest())

    def _task(self, found: Iterator[Part]) -> Part | Merge | None:
        if self._tasks:
            return self._tasks.pop()
        return None if self._assembly.full else next(found, None)

    def _add_task(self, task: Part | Merge | None) -> None:
        if task is not None:
            self._tasks.append(task)

    def _undone(self, found: Iterator[Part]) -> Iterator[Part]:
        """The parts that are still to be done; those that were done before the run was stopped are assembled."""
        count = 0
        for part in found:
            count += 1
            if self._ledger.committed(part):
                continue
            receipt = self._ledger.receipt(part)
            if receipt is None:
                yield part
            else:
                self._add(receipt)
        self._ledger.check_end(count)

    def _take(self, outcome: Done | Lost) -> None:
        task = outcome.task
        if isinstance(outcome, Lost):
            task.blamed[outcome.item] = outcome.reason
            self._add_task(task)
        elif isinstance(task, Merge):
            self._assembly.merged(task)
        else:
            self._add(outcome.result)

    def _add(self, receipt: Receipt) -> None:
        self._sofar.add(receipt.summary)
        self._tasks += self._assembly.add(receipt)
        if self._progress is not None:
            self._progress(self._sofar)


@frozen
class _Work:
    """What a worker does with a task.

    Attributes:
        folder: the ledger's.
        format_: how rows are written.
        reading: how pages are read.
        chunking: how reports are cut.
        known: whether the folder says what earlier runs have.
        earlier: the output that is brought up to date.
    """

    folder: Path
    format_: Format
    reading: Reading
    chunking: Chunking
    known: bool
    earlier: Earlier | None = None

    def in_worker(self, task: Part | Merge, clock: Clock) -> Receipt | None:
        """Do a task in a process that does nothing else."""
        gc.disable()  # a tree has no cycles, and the collector would walk over it again and again
        try:
            return self(task, clock)
        finally:
            gc.enable()
            gc.collect()
            gc.freeze()  # patterns and weights stay for good

    def __call__(self, task: Part | Merge, clock: Clock) -> Receipt | None:
        if isinstance(task, Merge):
            self.format_.put(self.folder, [receipt.number for receipt in task.receipts], task.length)
            return None
        size, summary = self._written(task, clock)
        receipt = Receipt(task.number, task.fingerprint, size, summary)
        receipt.write(self.folder)
        return receipt

    def _written(self, part: Part, clock: Clock) -> tuple[int, Summary]:
        """Write the rows of a part; without its largest page where they are too much together."""
        while True:
            summary = Summary()
            try:
                return self.format_.write(self.folder, part.number, self._pages(part, clock, summary)), summary
            except MemoryError:
                left = [at for at in range(len(part.items)) if at not in part.blamed]
                if not left:
                    raise
                part.blamed[max(left, key=lambda at: part.items[at].size)] = OUT_OF_MEMORY

    def _pages(self, part: Part, clock: Clock, summary: Summary) -> Iterator[Rows]:
        # The parser, which workers need and the first process does not: so it starts, and starts them, at once.
        from govreport.corpus.rows import rows_of

        earlier = self.earlier
        known: Container[str] = earlier or (Known(self.folder / KNOWN) if self.known else ())
        for at, item in enumerate(part.items):
            item.error = part.blamed.get(at, item.error)
            clock.begin(at)
            rows = rows_of(item, self.reading, self.format_.tables, self.chunking, known)
            clock.end()
            if rows.known:
                summary.known += 1
                summary.cost += item.cost
                if earlier is not None:
                    yield _kept(rows, earlier)
                continue
            summary.again += earlier is not None and earlier.had(rows.report["path"])
            summary.count(rows.report, item.cost, rows.lost)
            yield rows


def _kept(page: Rows, earlier: Earlier) -> Rows:
    """A page that has not changed, with the rows that it has."""
    named = page.report["report_id"]
    page.tables, page.lines = earlier.tables(named), earlier.lines(named)
    return page
