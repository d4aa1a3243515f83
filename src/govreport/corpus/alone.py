"""The work of a pool, done in this process: for those who want no other, and who debug."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from types import FrameType
from typing import Any

from govreport.corpus.pool import Clock, Done, Lost, bound_memory, too_late
from govreport.tree.collector import LARGE, paused


class _TooLate(BaseException):
    """The time of an item is over; what is raised for a page must not be taken for it."""


class _Alarm(Clock):
    """A clock that rings, where that can be: in the first thread, and not on Windows."""

    def __init__(self, timeout: float) -> None:
        super().__init__([0.0, 0.0, 0.0])
        self._timeout = timeout
        self._rings = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        self._before: Any = signal.signal(signal.SIGALRM, _ring) if self._rings else None

    def begin(self, item: int) -> None:
        self._cells[1], self._cells[0] = time.monotonic(), item + 1
        if self._rings:
            signal.setitimer(signal.ITIMER_REAL, self._timeout)

    def end(self) -> None:
        if self._rings:
            signal.setitimer(signal.ITIMER_REAL, 0)
        self._cells[0] = 0

    def stop(self) -> None:
        """Leave the signal to whom it was before."""
        self.end()
        if self._rings:
            signal.signal(signal.SIGALRM, self._before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _TooLate


class Alone:
    """As `Pool`, with this process for the only worker: what ends it, ends the run.

    Args:
        function: as for `Pool`; it need not be importable.
        timeout: as for `Pool`, where this is the first thread and the system has such alarms.
        max_memory: as for `Pool`.
    """

    def __init__(self, function: Callable[[Any, Clock], Any], timeout: float, max_memory: int | None = None) -> None:
        self._function = function
        self._timeout = timeout
        self._max_memory = max_memory
        self._tasks: list[Any] = []

    def __enter__(self) -> Alone:
        self._clock = _Alarm(self._timeout)
        self._bound = None if self._max_memory is None else bound_memory(self._max_memory)
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.stop()
        if self._bound is not None:
            with contextlib.suppress(OSError, ValueError):
                resource: Any = import_module("resource")
                resource.setrlimit(resource.RLIMIT_DATA, self._bound)

    @property
    def idle(self) -> int:
        """1 where there is nothing to do."""
        return int(not self._tasks)

    @property
    def busy(self) -> bool:
        """Whether there is something to do."""
        return bool(self._tasks)

    def submit(self, task: Any) -> None:
        """Take a task."""
        self._tasks.append(task)

    def finished(self) -> Iterator[Done | Lost]:
        """Do what there is to do.

        Raises:
            Exception: the function raised it.
        """
        while self._tasks:
            task = self._tasks.pop()
            try:
                with paused(LARGE):  # as a worker does, but the collector is the caller's: it is only made to wait
                    done: Done | Lost = Done(task, self._function(task, self._clock))
            except _TooLate:
                at = self._clock.look()
                self._clock.end()
                done = Lost(task, at[0] if at else 0, too_late(self._timeout))
            yield done
