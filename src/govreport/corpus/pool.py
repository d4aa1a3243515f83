"""Worker processes that may hang or die: what they were at is known, and the others go on."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from attrs import define, frozen

from govreport.corpus.items import told
from govreport.extras import MissingExtra

_TICK: Final = 0.5  # seconds after which time limits are looked at
_GRACE: Final = 5.0  # seconds in which a worker that is let go may end by itself
_TRIES: Final = 3  # times that a task is given out whose worker dies while it is at no item
_STARTING: Final = threading.Lock()
_DATA: Final = 5  # place of the pages of data in what Linux says of a process


class Clock:
    """What a worker is at, seen by the process that started it.

    Args:
        cells: three numbers in memory that both share: the item, since when, and whether the worker has started.
    """

    def __init__(self, cells: Any) -> None:
        self._cells = cells
        self._parent = os.getppid()

    @property
    def started(self) -> bool:
        """Whether the worker ever came to wait for work."""
        return bool(self._cells[2])

    def start(self) -> None:
        """Say that the worker waits for work."""
        self._cells[2] = 1

    def begin(self, item: int) -> None:
        """Say that the work on an item begins."""
        self._cells[1] = time.monotonic()
        self._cells[0] = item + 1

    def end(self) -> None:
        """Say that no item is worked on; a worker whose parent was killed ends here, so that it disturbs no other."""
        self._cells[0] = 0
        if os.getppid() != self._parent:
            os._exit(1)

    def look(self) -> tuple[int, float] | None:
        """The item that is worked on and for how many seconds; None where it is none."""
        item = int(self._cells[0])
        return (item - 1, time.monotonic() - self._cells[1]) if item else None


@frozen
class Done:
    """A task that is done.

    Attributes:
        task: the task.
        result: what the function gave.
    """

    task: Any
    result: Any


@frozen
class Lost:
    """A task whose worker died or was ended.

    Attributes:
        task: the task.
        item: what it was at.
        reason: why it ended.
    """

    task: Any
    item: int
    reason: str


@frozen
class _Failure:
    traceback: str
    arguments: tuple[Any, ...] = ()  # of an OSError
    missing: tuple[str, str] | None = None  # of a MissingExtra

    @property
    def exception(self) -> Exception:
        """What is to be raised where the work was given out."""
        if self.missing is not None:
            return MissingExtra(*self.missing)
        return OSError(*self.arguments) if self.arguments else RuntimeError(self.traceback)


@define(eq=False)
class _Worker:
    process: Any
    connection: Connection
    clock: Clock
    task: Any = None
    tries: int = 0  # at the task


class Pool:
    """A number of processes that call one function on one task after the other.

    Args:
        function: takes a task and a `Clock`; it must be importable, as must what it takes and gives.
        jobs: number of processes.
        timeout: seconds that the work on an item may take.
        max_memory: bytes of memory that each may have besides what it starts with; None for any number.
    """

    def __init__(
        self, function: Callable[[Any, Clock], Any], jobs: int, timeout: float, max_memory: int | None = None
    ) -> None:
        self._function = function
        self._max_memory = max_memory
        self._timeout = timeout
        # A fork of a process with threads may hang, and a progress bar has one.
        self._context = multiprocessing.get_context("spawn")
        self._workers = [self._start() for _ in range(jobs)]

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()  # an idle worker ends where nothing more can come
            if kind is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_GRACE)
            worker.process.kill()

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return sum(worker.task is None for worker in self._workers)

    @property
    def busy(self) -> bool:
        """Whether any task is under way."""
        return self.idle < len(self._workers)

    def submit(self, task: Any) -> None:
        """Give a task to an idle worker.

        Raises:
            StopIteration: there is none.
        """
        self._give(next(worker for worker in self._workers if worker.task is None), task, 1)

    def _give(self, worker: _Worker, task: Any, tries: int) -> None:
        worker.task, worker.tries = task, tries
        with contextlib.suppress(OSError):  # it has died; `finished` sees to it
            worker.connection.send(task)

    def finished(self) -> Iterator[Done | Lost]:
        """Wait a moment for tasks to end, and yield those that have.

        Raises:
            RuntimeError: a worker died though it was at no item, or the function raised another exception.
            OSError, MissingExtra: the function raised it.
        """
        busy: dict[object, _Worker] = {worker.connection: worker for worker in self._workers if worker.task is not None}
        for connection in wait([worker.connection for worker in busy.values()], _TICK):
            worker = busy.pop(connection)
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._replace(worker)
                continue
            if isinstance(result, _Failure):
                raise result.exception
            task, worker.task = worker.task, None
            yield Done(task, result)
        for worker in busy.values():
            at = worker.clock.look()
            if at is not None and at[1] > self._timeout:
                yield from self._replace(worker, at[0])

    def _replace(self, worker: _Worker, late: int | None = None) -> Iterator[Lost]:
        """End a worker, start another in its place, and tell what is lost: the item that is late, or killed it.

        Where it was at no item, the other gets the task, and nothing is lost.
        """
        worker.process.kill()
        worker.process.join()
        at, code = worker.clock.look(), worker.process.exitcode
        if late is None and at is None and worker.tries == _TRIES:
            raise RuntimeError(
                f"a worker process ended with code {code}, {_TRIES} times at the same work"
                if worker.clock.started
                else f"a worker process ended with code {code} before it began an item; jobs=1 works in this process"
            )
        worker.connection.close()
        other = self._workers[self._workers.index(worker)] = self._start()
        if late is not None:  # and not what the worker is at by now: it may have come to an end with it
            yield Lost(worker.task, late, too_late(self._timeout))
        elif at is not None:
            yield Lost(worker.task, at[0], f"the process that read it ended with code {code}")
        else:
            self._give(other, worker.task, worker.tries + 1)

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        cells = self._context.RawArray("d", 3)
        process = self._context.Process(
            target=_serve, args=(there, cells, self._function, self._max_memory), daemon=True
        )
        with _without_script():
            process.start()
        there.close()
        return _Worker(process, here, Clock(cells))


def _serve(connection: Connection, cells: Any, function: Callable[[Any, Clock], Any], max_memory: int | None) -> None:
    """What a worker does, until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to every process; the first one sees to the others
    clock = Clock(cells)
    if max_memory is not None:
        bound_memory(max_memory)
    clock.start()
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            result = function(task, clock)
        except OSError as failure:  # no space left, as a rule
            result = _Failure("", (failure.errno, told(failure), failure.filename))
        except MissingExtra as missing:
            result = _Failure("", missing=(str(missing.name), missing.extra))
        except Exception:
            result = _Failure(traceback.format_exc())
        try:
            connection.send(result)
        except OSError:
            os._exit(1)  # the one who wanted it is gone


def bound_memory(memory: int) -> tuple[int, int] | None:
    """Let this process have some bytes of memory more than it has; Windows and macOS know no such bound.

    Returns:
        The bounds that it had before; None where there are none.
    """
    with contextlib.suppress(ModuleNotFoundError, OSError, ValueError):
        resource: Any = import_module("resource")
        had = int(Path("/proc/self/statm").read_text().split()[_DATA]) * resource.getpagesize()
        # Of data, not of addresses: libraries reserve many that they never use, some for each core.
        before: tuple[int, int] = resource.getrlimit(resource.RLIMIT_DATA)
        most = before[1]
        bound = had + memory
        resource.setrlimit(resource.RLIMIT_DATA, (bound if most < 0 else min(bound, most), most))
        return before
    return None


def too_late(timeout: float) -> str:
    """What is said of an item whose time is over."""
    return f"it took more than {timeout:g} seconds"


@contextlib.contextmanager
def _without_script() -> Iterator[None]:
    """Start a process that does not run the script once more, which asks for a guard of its work otherwise.

    A new process imports what ``__main__`` is before it works.  The pool's own works with what stands in modules alone.
    """
    with _STARTING:
        script = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = script
