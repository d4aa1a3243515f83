"""A run that is killed, wherever it is, and gone on with gives what an undisturbed run gives."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport.corpus import CannotResume, convert
from tests.corpora import folder, lines, page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("resume")]

PAGES = 14
FORMS = ["jsonl", "jsonl.zst", "json", "parquet"]

# Small parts and small merges, so that a small corpus has many; and, where wanted, a kill right before or right after
# the process renames a file for the n-th time, which is how everything it does takes effect.
SCRIPT = """\
import os, signal, sys
from govreport.corpus import assembling, convert, parts

parts.PART_ITEMS = 4
assembling.MERGED_BYTES = 25_000
source, output, jobs, ordered, kill_at, after = sys.argv[1:]
renames, replace = 0, os.replace

def counted(*names):
    global renames
    renames += 1
    if renames == int(kill_at) and after == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    replace(*names)
    if renames == int(kill_at):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    os.replace = counted
    convert(source, output, jobs=int(jobs), ordered=ordered == "ordered", resume=True)
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("script") / "run.py"
    file.write_text(SCRIPT)
    return file


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("corpus"), PAGES)


def start(
    script: Path, pages: Path, output: Path, *, jobs: int = 1, ordered: str = "ordered", kill: tuple[int, str] = (0, "")
) -> subprocess.Popen[bytes]:
    arguments = [str(pages), str(output), str(jobs), ordered, *map(str, kill)]
    return subprocess.Popen([sys.executable, str(script), *arguments])


def contents(output: Path) -> dict[str, bytes]:
    """Every file of an output, byte for byte."""
    if output.is_file():
        return {"": output.read_bytes()}
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in output.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def undisturbed(script: Path, pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    made = {}
    for form in FORMS:
        if form == "parquet":
            pytest.importorskip("pyarrow")
        if form == "jsonl.zst":
            pytest.importorskip("zstandard")
        output = tmp_path_factory.mktemp("whole") / f"out.{form}"
        assert start(script, pages, output).wait() == 0
        made[form] = contents(output)
    return made


@pytest.mark.parametrize("form", FORMS)
def test_killed_at_every_step(
    form: str, script: Path, pages: Path, undisturbed: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    output = tmp_path / f"out.{form}"
    kills = 0
    # The first rename of each run goes through, so that each comes a step further.
    while start(script, pages, output, kill=(2, ["before", "after"][kills % 2])).wait() == -signal.SIGKILL:
        kills += 1
    assert kills > 3
    assert contents(output) == undisturbed[form]
    assert sorted(file.name for file in tmp_path.iterdir()) == [output.name]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_killed_at_any_moment(
    form: str, script: Path, pages: Path, undisturbed: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    output = tmp_path / f"out.{form}"
    chance = random.Random(form)
    for _ in range(4):
        run = start(script, pages, output, jobs=2)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(chance.uniform(0.5, 2))
        run.kill()
        run.wait()
    assert start(script, pages, output, jobs=2).wait() == 0
    assert contents(output) == undisturbed[form]


def test_killed_without_order(
    script: Path, pages: Path, undisturbed: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    while start(script, pages, output, jobs=2, ordered="not", kill=(3, "after")).wait() == -signal.SIGKILL:
        pass
    assert sorted(output.read_bytes().splitlines()) == sorted(undisturbed["jsonl"][""].splitlines())


def test_a_stopped_run_is_gone_on_with_only_when_told_and_only_as_it_was(
    script: Path, pages: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    assert start(script, pages, output, kill=(3, "after")).wait() == -signal.SIGKILL
    with pytest.raises(FileExistsError, match=r"a stopped run is there.*out\.jsonl\.partial"):
        convert(pages, output)
    with pytest.raises(CannotResume, match="another choice of: split_headings"):
        convert(pages, output, resume=True, split_headings="never")
    (pages / "000" / "new.txt").write_text(page(99))
    try:
        with pytest.raises(CannotResume, match="the sources are others"):
            convert(pages, output, resume=True, jobs=1)
    finally:
        (pages / "000" / "new.txt").unlink()
    convert(pages, output, overwrite=True, jobs=1)  # that begins anew
    assert len(lines(output)) == PAGES


def test_two_runs_do_not_work_on_one_output(script: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    os.mkfifo(tmp_path / "pages/endless.txt")
    run = start(script, tmp_path / "pages", tmp_path / "out.jsonl")
    while not (tmp_path / "out.jsonl.partial/state.json").exists():
        time.sleep(0.05)
    with pytest.raises(BlockingIOError, match="another process is at work there"):
        convert(tmp_path / "pages", tmp_path / "out.jsonl", resume=True)
    run.kill()
    run.wait()
