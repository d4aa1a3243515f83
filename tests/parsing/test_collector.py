"""Large trees are made without Python's cyclic collector, which is then as its owner left it."""

from __future__ import annotations

import copy
import gc
import os
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from govreport import InvalidReport, Report, from_json, parse, parse_bytes, to_dict, to_json
from govreport.tree.collector import LARGE, paused

LARGE_PAGE = "一、加强领导\n各地要加强领导。\n" * (LARGE // 10)
THRESHOLDS = (321, 7, 5)


@pytest.fixture(autouse=True)
def own_thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    yield
    gc.enable()
    gc.set_threshold(*before)


@pytest.fixture
def looks() -> Iterator[list[str]]:
    """When the collector looks, it is noted here."""
    noted: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        noted.append(phase)

    gc.callbacks.append(note)
    yield noted
    gc.callbacks.remove(note)


def is_paused() -> bool:
    return gc.get_threshold()[0] > 1_000_000


def large_json() -> str:
    return to_json(parse(LARGE_PAGE))


def large_pickle() -> bytes:
    return pickle.dumps(parse(LARGE_PAGE))


@pytest.mark.parametrize(
    ("run", "make"),
    [
        pytest.param(parse, lambda: LARGE_PAGE, id="parse"),
        pytest.param(parse_bytes, LARGE_PAGE.encode, id="parse_bytes"),
        pytest.param(from_json, large_json, id="from_json"),
        pytest.param(to_dict, lambda: parse(LARGE_PAGE), id="to_dict"),
        pytest.param(pickle.loads, large_pickle, id="pickle.loads"),
        pytest.param(copy.deepcopy, lambda: parse(LARGE_PAGE), id="deepcopy"),
    ],
)
def test_a_large_tree_is_looked_at_once_when_it_is_made(run: Any, make: Any, looks: list[str]) -> None:
    data = make()
    run(data)  # what is imported the first time is looked at too
    gc.collect()
    looks.clear()
    tree = run(data)
    assert tree is not None
    assert looks.count("start") <= 3  # before or after the pause; without one there are a hundred
    assert gc.get_threshold() == THRESHOLDS
    assert gc.isenabled()


def test_a_usual_page_does_not_touch_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "set_threshold", None)  # calling it would raise
    report = parse("一、加强领导\n各地要加强领导。\n" * 150)
    assert from_json(to_json(report)) == pickle.loads(pickle.dumps(report)) == report


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(InvalidReport):
        from_json('{"kind":"body","children":[' + " " * LARGE + "7]}")
    assert gc.get_threshold() == THRESHOLDS


def test_it_goes_on_after_a_pickle_that_breaks_off() -> None:
    with pytest.raises((pickle.UnpicklingError, EOFError)):
        pickle.loads(large_pickle()[:-1000])
    assert gc.get_threshold() == THRESHOLDS


def test_a_pause_within_a_pause_does_not_end_it() -> None:
    with paused(LARGE):
        parse(LARGE_PAGE)
        assert is_paused()
    assert gc.get_threshold() == THRESHOLDS


def test_the_last_of_several_threads_ends_the_pause() -> None:
    together = Barrier(8)

    def make() -> bool:
        with paused(LARGE):
            together.wait()
            seen = is_paused()
            together.wait()
        return seen

    with ThreadPoolExecutor(8) as pool:
        assert all(future.result() for future in [pool.submit(make) for _ in range(8)])
    assert gc.get_threshold() == THRESHOLDS


def test_what_its_owner_sets_meanwhile_stays() -> None:
    with paused(LARGE):
        gc.set_threshold(55, 6, 4)
    assert gc.get_threshold() == (55, 6, 4)
    with paused(LARGE):
        gc.set_threshold(gc.get_threshold()[0], 9, 3)
    assert gc.get_threshold() == (55, 9, 3)


def test_whether_it_is_on_is_its_owner_s_business() -> None:
    with paused(LARGE):
        gc.disable()
    assert not gc.isenabled()
    parse(LARGE_PAGE)
    assert not gc.isenabled()
    with paused(LARGE):
        gc.enable()
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_forked_in_a_pause_has_its_own_thresholds() -> None:
    with paused(LARGE):
        child = os.fork()
        if not child:
            os._exit(gc.get_threshold() != THRESHOLDS)
    _, status = os.waitpid(child, 0)
    assert status == 0


def test_pickles_and_copies_of_large_reports_are_equal_to_them() -> None:
    report = parse(LARGE_PAGE)
    shared = pickle.loads(pickle.dumps([report, report.body]))
    assert shared[0] == report
    assert shared[0].body is shared[1]
    assert copy.deepcopy(report) == report
    shallow = copy.copy(report)
    assert shallow == report
    assert shallow.body is report.body


def test_pickles_keep_the_class() -> None:
    class Marked(Report):
        pass

    assert type(copy.copy(Marked())) is Marked
