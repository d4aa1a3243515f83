"""Trees are the same whoever makes them, and travel between processes."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from govreport import parse, read, to_json, to_text

PAGES = sorted((Path(__file__).parent.parent.parent / "fixtures").glob("*.*ml")) + sorted(
    (Path(__file__).parent.parent.parent / "fixtures").glob("*.txt")
)


def test_sixteen_threads_make_the_same_trees() -> None:
    alone = [to_json(read(page)) for page in PAGES]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda page: to_json(read(page)), PAGES * 16))
    assert together == alone * 16


def test_sixteen_threads_may_be_the_first_to_parse() -> None:
    # In a new interpreter every name, pattern and weight is loaded by whoever comes first.
    code = (
        "import govreport\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        f"text = open({str(PAGES[-1].parent / 'annual-runin.txt')!r}, encoding='utf-8').read()\n"
        "with ThreadPoolExecutor(16) as pool:\n"
        "    found = set(pool.map(lambda _: govreport.to_json(govreport.parse(text)), range(64)))\n"
        "print(len(found))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.stdout.strip() == "1", run.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_trees_can_be_pickled_and_copied(page: Path) -> None:
    report = read(page)
    for again in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report)):
        assert again == report
        assert again.origin == report.origin
        assert [node.span for node in again.walk()] == [node.span for node in report.walk()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pickles_are_compact(page: Path) -> None:
    report = read(page)
    assert len(pickle.dumps(report, pickle.HIGHEST_PROTOCOL)) < 1.2 * len(to_json(report).encode())


def test_a_copy_is_its_own() -> None:
    report = parse("一、总体情况\n全年公开信息128条。\n")
    other = copy.deepcopy(report)
    other.sections[0].heading.title = "概述"
    assert to_text(report) == "一、总体情况\n全年公开信息128条。\n"
    assert to_text(other) == "一、概述\n全年公开信息128条。\n"
