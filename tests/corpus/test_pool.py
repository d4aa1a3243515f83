"""Worker processes that hang or die."""

from __future__ import annotations

import os
import time

import pytest

from govreport.corpus.pool import Clock, Done, Lost, Pool

pytestmark = pytest.mark.slow


def work(items: list[str], clock: Clock) -> int:
    """Work on one item after the other; some of them are bad."""
    for at, item in enumerate(items):
        clock.begin(at)
        if item == "die":
            os._exit(7)
        if item == "hang":
            time.sleep(60)
        clock.end()
    if items[0] == "vanish":
        os._exit(7)
    if items[0] == "large":
        bytearray(300 << 20)
    if items[0] == "full":
        raise OSError(28, "No space left on device", "disk")
    return len(items)


def outcomes(tasks: list[list[str]], jobs: int = 1) -> list[Done | Lost]:
    found: list[Done | Lost] = []
    with Pool(work, jobs, timeout=1) as pool:
        while tasks or pool.busy:
            while tasks and pool.idle:
                pool.submit(tasks.pop(0))
            found += pool.finished()
    return found


def drained(pool: Pool) -> list[Done | Lost]:
    found: list[Done | Lost] = []
    while pool.busy:
        found += pool.finished()
    return found


def test_tasks_are_done_by_as_many_as_there_are() -> None:
    found = outcomes([["a"], ["b", "c"], ["d"] * 3], jobs=2)
    assert all(isinstance(one, Done) for one in found)
    assert sorted(one.result for one in found if isinstance(one, Done)) == [1, 2, 3]


def test_what_a_dead_or_hanging_worker_was_at_is_known_and_the_others_go_on() -> None:
    found = outcomes([["a", "die"], ["hang", "b"], ["c"]])
    assert found == [
        Lost(["a", "die"], 1, "the process that read it ended with code 7"),
        Lost(["hang", "b"], 0, "it took more than 1 seconds"),
        Done(["c"], 1),
    ]


def test_an_idle_worker_that_is_killed_costs_nothing() -> None:
    with Pool(work, 1, timeout=1) as pool:
        for _ in range(3):
            (worker,) = pool._workers
            worker.process.kill()
            worker.process.join()
            pool.submit(["a"])
            assert drained(pool) == [Done(["a"], 1)]


def test_work_that_ends_every_worker_at_no_item_ends_the_run() -> None:
    with pytest.raises(RuntimeError, match="3 times at the same work"):
        outcomes([["vanish"]])


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the system has no such bound")
def test_a_worker_has_as_much_memory_as_it_is_given() -> None:
    with Pool(work, 1, timeout=20, max_memory=200 << 20) as pool:
        pool.submit(["large"])
        with pytest.raises(RuntimeError, match="MemoryError"):
            drained(pool)


def test_a_disk_that_is_full_ends_the_run() -> None:
    with pytest.raises(OSError, match="No space left on device: 'disk'"):
        outcomes([["full"]])


def test_another_fault_of_the_work_is_shown() -> None:
    with pytest.raises(RuntimeError, match="IndexError: list index out of range"):
        outcomes([[]])
