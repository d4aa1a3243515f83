"""The folder beside an output in which it is made: what is done there survives a kill at any moment.

A part is done when its receipt is there, which is written last.  A part is committed when the state says so: from then
on its rows are in the output, and its files are removed.  Both are written under another name and renamed, so either
is there whole or not at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Final

from attrs import asdict, define, evolve, field

from govreport.corpus.destinations import PARTIAL, Destination, remove
from govreport.corpus.parts import Part
from govreport.corpus.summary import Summary

KNOWN: Final = "known"
"""Name of the file in the folder that says what earlier runs have."""
OUTPUT: Final = "output"
"""Name of the unfinished output in the folder."""
_STATE: Final = "state.json"
_LOCK: Final = "lock"


class CannotResume(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """There is no going on with a run: it is another one, or its inputs are others by now."""


@define(slots=True)
class Receipt:
    """That a part is done.

    Attributes:
        number: the part.
        fingerprint: what its items were.
        size: bytes of its files in the folder.
        summary: its counts.
    """

    number: int
    fingerprint: str
    size: int
    summary: Summary

    def write(self, folder: Path) -> None:
        """Put it into the folder: the part's own files are whole by now."""
        data = {**asdict(self, recurse=False), "summary": self.summary.to_dict()}
        write_whole(part_file(folder, self.number, "json"), json.dumps(data).encode())


@define(slots=True)
class State:
    """How far a run has come.

    Attributes:
        plan: what makes it the run that it is: sources, format, choices.
        done: number of parts from the first on that are committed.
        chain: what the items of these were.
        ahead: parts after them that are committed too, with what their items were.
        length: bytes of the output file, or number of files of each of its tables.
        finished: True once nothing but the renaming is left.
        summary: the counts of all that is committed.
    """

    plan: dict[str, Any]
    done: int = 0
    chain: str = ""
    ahead: dict[int, str] = field(factory=dict)
    length: int = 0
    finished: bool = False
    summary: Summary = field(factory=Summary)


class Ledger:
    """The folder of a run.  Whatever is looked at or changed in it, or where the output goes, is so under its lock.

    Args:
        target: where the output goes.
        plan: what makes the run the one it is.
        resume: whether to go on with one that was stopped.
        overwrite: whether an output or a stopped run that is there may go.
        update: whether an output that is there is brought up to date; a stopped run is not given up for that.

    Attributes:
        whole: whether the output is there already, and nothing is left to go on with.

    Raises:
        FileExistsError: the output or a stopped run is there, and nothing was said of it.
        BlockingIOError: another process is at work on it.
        CannotResume: the stopped run is another one.
    """

    def __init__(
        self,
        target: Destination,
        plan: dict[str, Any],
        *,
        resume: bool = False,
        overwrite: bool = False,
        update: bool = False,
    ) -> None:
        self.target = target
        self.folder = target.folder
        self.output = self.folder / OUTPUT
        self.whole = False
        self._chain = ""  # of the parts that have been passed
        self._lock = _locked(self.folder)
        try:
            self.state = self._begun(plan, resume, overwrite, update)
        except BaseException:
            self.release()
            raise
        self._before = evolve(self.state, ahead=dict(self.state.ahead))  # what the run that was stopped had committed

    def _begun(self, plan: dict[str, Any], resume: bool, overwrite: bool, update: bool) -> State:
        """The state of the run: that of the one that was stopped, or a new one."""
        stopped = (self.folder / _STATE).exists()
        if stopped and resume:
            state = _read_state(self.folder / _STATE)
            if state.plan != plan:
                names = [name for name in plan if plan[name] != state.plan.get(name)]
                raise CannotResume(f"the run in {self.folder} has another choice of: {', '.join(names)}")
            return state
        if stopped and not overwrite:
            raise FileExistsError(17, "a stopped run is there; go on with it (resume) or delete it", str(self.folder))
        if not (overwrite or update) and self.target.exists():
            if not resume:
                told = "the output is there (overwrite replaces it, update reads what is new)"
                raise FileExistsError(17, told, self.target.name)
            self.whole = True
            return State(plan)
        for left in self.folder.iterdir():  # of a run that is not gone on with
            if left.name != _LOCK:
                remove(left)
        state = State(plan)
        self._save(state)
        return state

    def release(self) -> None:
        """Let others at the folder; one that holds no run goes."""
        if self._lock.closed:
            return
        if not (self.folder / _STATE).exists():
            self._remove_folder()
        self._lock.close()

    def receipt(self, part: Part) -> Receipt | None:
        """The receipt of a part that was done before the run was stopped, but not committed.

        Raises:
            CannotResume: the part holds other items by now.
        """
        file = part_file(self.folder, part.number, "json")
        if not file.exists():
            return None
        data = json.loads(file.read_bytes())
        receipt = Receipt(**{**data, "summary": Summary.from_dict(data["summary"])})
        self._check(receipt.fingerprint, part.fingerprint)
        return receipt

    def committed(self, part: Part) -> bool:
        """Whether the rows of a part are in the output; parts are asked for in order.

        Raises:
            CannotResume: the parts hold other items by now.
        """
        state = self._before
        if part.number < state.done:
            self._chain = _linked(self._chain, part.fingerprint)
            if part.number == state.done - 1:
                self._check(state.chain, self._chain)
            return True
        if part.number in state.ahead:
            self._check(state.ahead[part.number], part.fingerprint)
            return True
        return False

    def check_end(self, parts: int) -> None:
        """Make sure that there are as many parts as were committed.

        Raises:
            CannotResume: there are fewer.
        """
        if self._before.done > parts or any(number >= parts for number in self._before.ahead):
            self._check("more", "fewer")

    def commit(self, receipts: list[Receipt], length: int) -> None:
        """Say that the rows of some parts are in the output now, and remove the files of these parts."""
        state = self.state
        for receipt in receipts:
            state.ahead[receipt.number] = receipt.fingerprint
            state.summary.add(receipt.summary)
        while state.done in state.ahead:
            state.chain = _linked(state.chain, state.ahead.pop(state.done))
            state.done += 1
        state.length = length
        self._save(state)
        for receipt in receipts:
            for file in self.folder.glob(part_file(self.folder, receipt.number, "*").name):
                remove(file)

    def finish(self) -> None:
        """Put the output in its place, and remove the folder."""
        self.state.finished = True
        self._save(self.state)
        if self.output.exists():
            self.target.receive(self.output)
        (self.folder / _STATE).unlink()
        self.release()

    def give_up(self) -> None:
        """Let no run be there to go on with: it has not begun to read."""
        (self.folder / _STATE).unlink()

    def _remove_folder(self) -> None:
        """Remove the folder, and the lock last: who waits for it finds it gone, and makes another."""
        if os.name == "nt":  # there an open file cannot be removed
            self._lock.close()
        with contextlib.suppress(OSError):  # a worker of a run that was killed may still write into it
            for left in self.folder.iterdir():
                if left.name != _LOCK:
                    remove(left)
        with contextlib.suppress(OSError):
            (self.folder / _LOCK).unlink()
            self.folder.rmdir()

    def _check(self, before: str, now: str) -> None:
        if before != now:
            raise CannotResume(
                f"the sources are others than those of the stopped run: delete {self.folder}, start anew"
            )

    def _save(self, state: State) -> None:
        data = {**asdict(state, recurse=False), "summary": state.summary.to_dict()}
        write_whole(self.folder / _STATE, json.dumps(data).encode())


def is_unfinished(folder: Path) -> bool:
    """Whether a folder is one in which an output is made, of this run or of another."""
    return folder.name.endswith(PARTIAL) and (folder / _LOCK).exists()


def part_file(folder: Path, number: int, suffix: str) -> Path:
    """A file of a part."""
    return folder / f"{number:08}.{suffix}"


def write_whole(file: Path, data: bytes, beside: Path | None = None) -> None:
    """Write a file so that it is there whole or not at all.

    Args:
        file: the file.
        data: what it is to hold.
        beside: the file beside which it is made, if not itself.
    """
    beside = beside or file
    temporary = beside.with_name(f"{beside.name}.{os.getpid()}.tmp")
    temporary.write_bytes(data)
    os.replace(temporary, file)


def _locked(folder: Path) -> IO[bytes]:
    """Keep others out of the folder as long as the file is open; it closes with the process."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            file = (folder / _LOCK).open("ab")
        except FileNotFoundError:  # the run before has just removed it
            continue
        with contextlib.suppress(ModuleNotFoundError):  # Windows has no such locks
            fcntl = import_module("fcntl")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                raise BlockingIOError(11, "another process is at work there", str(folder)) from None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), os.stat(folder / _LOCK)):
                return file
        file.close()  # the one that was locked is gone by now


def _linked(chain: str, fingerprint: str) -> str:
    return hashlib.sha256((chain + fingerprint).encode()).hexdigest()[:16]


def _read_state(file: Path) -> State:
    data = json.loads(file.read_bytes())
    data["ahead"] = {int(number): fingerprint for number, fingerprint in data["ahead"].items()}
    return State(**{**data, "summary": Summary.from_dict(data["summary"])})
