"""Reading a folder while its list is shown: what was read is kept by each file's size and time of change."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from typing import Any, Final

from govreport.cli.folder import FileState, Folder, address, state_of
from govreport.cli.listed import folded, listed
from govreport.cli.texts import Texts
from govreport.corpus.alone import Alone
from govreport.corpus.converting import MEMORY
from govreport.corpus.pool import Clock, Done, Lost, Pool
from govreport.view.years import OnYear, State

PATIENCE: Final = 0.4
"""Seconds for which an answer waits for more rows, while some are still to be read."""
ROWS: Final = 2000
"""Rows of one answer."""
FEW: Final = 40
"""Files that are read by this process: others would take longer to start."""
TIMEOUT: Final = 60.0
"""Seconds that a file may take."""


class Background:
    """Reads the files of a folder, and tells what each says of itself.

    Files have numbers, from 0 in the order in which they were seen; a file that was changed keeps its own.
    """

    def __init__(self, folder: Folder, jobs: int | None = None) -> None:
        """Take a folder; nothing is looked at before `start` or `files`.

        Args:
            folder: the folder.
            jobs: processes that read; as many as there are processors where None; 1 for this process alone.
        """
        self.folder = folder
        self._jobs = jobs or _cores()
        self._changed = threading.Condition()
        self._closed = False
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._seen: dict[int, FileState] = {}
        self._waiting: dict[int, None] = {}  # numbers of files to read where they have changed, in order
        self._first: list[int] = []  # those of them that somebody is looking at
        self._at: set[int] = set()  # numbers of files that are being read
        self._rows: dict[int, dict[str, Any]] = {}
        self._read: list[int] = []  # numbers of files as they were read, some of them again
        self._texts = Texts()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def close(self) -> None:
        """Read no more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def files(self) -> list[list[Any]]:
        """Look into the folder again, and give its files before any is read.

        Returns:
            Of each file its number, its path within the folder, and its address where that is not the path in UTF-8.
        """
        self.folder.look()
        names = self.folder.names
        with self._changed:
            for name in names:
                number = self._numbers.setdefault(name, len(self._names))
                if number == len(self._names):
                    self._names.append(name)
                self._waiting[number] = None
            for name in self._numbers.keys() - set(names):
                self._forget(self._numbers[name])
            self._changed.notify_all()
            return [[self._numbers[name], name, *_odd_address(name)] for name in names]

    def rows(self, since: int = 0, first: Iterable[int] = ()) -> dict[str, Any]:
        """Tell what files say of themselves, as they are read.

        Args:
            since: how many were read when the answer before was given, as that said.
            first: numbers of files to read before others.

        Returns:
            JSON data: ``rows``, each with the ``id`` of its file, as `govreport.cli.listed.row` gives it; ``since``;
            ``left``, how many are still to be read.  Waits for `PATIENCE` where there is more to come.
        """
        with self._changed:
            self._first = list(first)
            self._changed.wait_for(lambda: len(self._read) - since >= ROWS or not self._left(), PATIENCE)
            numbers = self._read[since : since + ROWS]
            rows = [{"id": number, **self._rows[number]} for number in dict.fromkeys(numbers) if number in self._rows]
            since += len(numbers)
            return {"rows": rows, "since": since, "left": self._left() + len(self._read) - since}

    def of_office(self, name: str) -> tuple[str, list[OnYear]]:
        """Tell which reports the office of a report has, of those that were read and say their year.

        Args:
            name: the path of the report within the folder.

        Returns:
            The office, and its reports; nothing where the report was not read, or says no office or year.
        """
        with self._changed:
            number = self._numbers.get(name, -1)
            here = self._rows.get(number, {})
            issuer = here.get("issuer")
            if issuer is None or here.get("on") is None:
                return "", []
            rows = [(at, row) for at, row in self._rows.items() if row.get("issuer") == issuer]
        return issuer, [
            OnYear(row["on"], address(self._names[at]), _state(row), at == number) for at, row in rows if row["on"]
        ]

    def search(self, words: str) -> dict[str, Any]:
        """Find words in the texts that were read.

        Args:
            words: parted by blanks; a text has to have all of them.

        Returns:
            JSON data: ``found``, the numbers of the files; ``searched``, in how many texts.
        """
        return {"found": self._texts.having([folded(word) for word in words.split()]), "searched": len(self._texts)}

    def excerpts(self, words: str, numbers: Iterable[int]) -> dict[str, list[str]]:
        """Give the first place of words in texts: by number, what is before it, the word, what is after."""
        wanted = [folded(word) for word in words.split()]
        found = {str(number): self._texts.excerpt(number, wanted) for number in numbers}
        return {number: place for number, place in found.items() if place is not None}

    def _left(self) -> int:
        return len(self._waiting) + len(self._at)

    def _forget(self, number: int) -> None:
        self._seen.pop(number, None)
        self._waiting.pop(number, None)
        self._rows.pop(number, None)
        self._texts.drop(number)

    def _work(self) -> None:
        """Read what there is to read, then wait for more, until closed."""
        self.files()  # before anybody has opened the list
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._waiting)
                if self._closed:
                    return
            task = self._next()
            if task is None:  # nothing has changed
                continue
            alone = self._jobs == 1 or len(self._waiting) < FEW
            try:
                with Alone(in_worker, TIMEOUT) if alone else self._pool() as pool:
                    pool.submit(task)
                    self._read_with(pool)
            except (RuntimeError, OSError):  # no processes can be had, or they die at once
                self._jobs = 1
            finally:
                self._give_back()

    def _pool(self) -> Pool:
        return Pool(in_worker, self._jobs, TIMEOUT, MEMORY)

    def _read_with(self, pool: Alone | Pool) -> None:
        while not self._closed:
            while pool.idle and (task := self._next()) is not None:
                pool.submit(task)
            if not pool.busy:
                return
            for one in pool.finished():
                self._keep(one)

    def _give_back(self) -> None:
        """Have what was given out and did not come back read again."""
        with self._changed:
            for number in self._at:
                self._seen.pop(number, None)
                self._waiting[number] = None
            self._at.clear()

    def _next(self) -> tuple[int, FileState, str] | None:
        """The next file to read, of those that have changed: its number, its state, its path."""
        while True:
            with self._changed:
                if not self._waiting:
                    return None
                number = next((one for one in self._first if one in self._waiting), next(iter(self._waiting)))
                del self._waiting[number]
                if number in self._at:  # it is being read
                    continue
                self._at.add(number)
            path = self.folder.path(self._names[number])
            state = None if path is None else state_of(path)
            with self._changed:
                if state is not None and state != self._seen.get(number):
                    self._seen[number] = state
                    return number, state, str(path)
                self._at.discard(number)
                if state is None:
                    self._forget(number)
                self._changed.notify_all()

    def _keep(self, one: Done | Lost) -> None:
        number, state, _ = one.task
        row, text = one.result if isinstance(one, Done) else ({"problem": one.reason}, "")
        with self._changed:
            self._at.discard(number)
            if self._seen.get(number) == state:  # else it has changed meanwhile, or is gone
                self._rows[number] = row
                self._texts.put(number, text)
                self._read.append(number)
            self._changed.notify_all()


def in_worker(task: tuple[int, FileState, str], clock: Clock) -> tuple[dict[str, Any], str]:
    """What a worker does of a task: see `govreport.cli.listed.listed`."""
    return listed(task[2], clock)


def _state(row: dict[str, Any]) -> State:
    return "wrong" if row["violated"] else "doubtful" if row["doubtful"] else "there"


def _odd_address(name: str) -> list[str]:
    """The address of a name that a script cannot make itself, because it is no UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return [address(name)]
    return []


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
