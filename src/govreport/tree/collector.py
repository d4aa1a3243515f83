"""Pause Python's cyclic collector while a large tree is made.

A tree has no cycles, so the collector finds nothing in it; but every few hundred new nodes wake it, and it looks at all
of them again and again: half of the time of a load of 50 MB.  The collector is the process's, not ours, so this keeps
to three rules.  Small pages never touch it.  It is paused by its threshold, never by `gc.disable`, so that whether it
is on stays the caller's own business.  When the last of the trees that are being made is done, the threshold is put
back
as it was, unless somebody has set another meanwhile: then theirs stays.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final

LARGE: Final = 50_000
"""Characters (or bytes) of a text or of JSON from which on the collector is paused; a usual page has some 5,000."""
_NEVER: Final = 1_999_999_973
"""New objects after which the collector would look, so it does not; a number that nobody else sets, to know it by."""


class _Pause:
    """The threshold before the pause, and how many trees are being made: threads and calls within calls share one."""

    def __init__(self) -> None:
        self.lock = RLock()  # of one thread too, should a finalizer end a pause while another begins
        self.trees = 0
        self.before = 0

    def begin(self) -> None:
        with self.lock:
            first, *others = gc.get_threshold()
            if not self.trees and first != _NEVER:
                self.before = first
                gc.set_threshold(_NEVER, *others)
            self.trees += 1

    def end(self) -> None:
        with self.lock:
            self.trees -= 1
            if not self.trees:
                self.restore()

    def restore(self) -> None:
        first, *others = gc.get_threshold()
        if first == _NEVER:
            gc.set_threshold(self.before, *others)


_pause = _Pause()


@contextmanager
def paused(size: int) -> Iterator[None]:
    """Make a tree without the collector looking on.

    Args:
        size: of what it is made of, in characters or bytes; below `LARGE` nothing happens.
    """
    if size < LARGE:
        yield
        return
    pause = _pause
    pause.begin()
    try:
        yield
    finally:
        pause.end()


class PauseMark:
    """Stands in the pickle of a large report before its nodes: unpickling meets it first, and pauses the collector.

    What unpickles it gets a `RunningPause`.  In a copy made without a pickle it stays as it is, and does nothing.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return (RunningPause, ())

    def end(self) -> None:
        """Nothing was begun."""


class RunningPause:
    """A pause from now until `end`; or until nobody knows of it any more, as where a pickle breaks off."""

    __slots__ = ("_running",)

    def __init__(self) -> None:
        self._running: _Pause | None = _pause
        _pause.begin()

    def __reduce__(self) -> tuple[Any, ...]:
        return (RunningPause, ())

    def end(self) -> None:
        """Let the collector go on."""
        running, self._running = self._running, None
        if running:
            running.end()

    __del__ = end


def _in_forked_child() -> None:
    """The trees that other threads of the parent were making are not made here, and their lock is nobody's."""
    global _pause
    _pause.restore()
    _pause = _Pause()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_in_forked_child)
