"""Inputs that are outputs, runs at the same place, links out of a folder, pages without an end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from govreport.corpus import convert
from govreport.corpus.finding import OUTSIDE
from tests.corpora import folder, lines, page

pytestmark = pytest.mark.slow

RUN: Final = """\
import sys
from govreport.corpus import convert
if __name__ == "__main__":
    try:
        convert(sys.argv[1], sys.argv[2], jobs=1, to="jsonl", overwrite=True)
    except BlockingIOError:
        sys.exit(11)
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return folder(tmp_path / "pages", 3)


# an output is no input


def test_an_output_within_a_source_is_not_read(pages: Path) -> None:
    for _ in range(2):
        convert(pages, pages / "out.jsonl", jobs=1, overwrite=True)
        assert len(lines(pages / "out.jsonl")) == 3
    for _ in range(2):
        convert(f"{pages}/**/*", pages / "out", to="json", jobs=1, overwrite=True)
        assert not list((pages / "out").rglob("*.json.json"))


def test_the_folder_of_another_run_is_not_read(pages: Path, tmp_path: Path) -> None:
    unfinished = pages / "other.jsonl.partial"
    unfinished.mkdir()
    (unfinished / "lock").touch()
    (unfinished / "output").write_text("{}")
    assert convert(pages, tmp_path / "out.jsonl", jobs=1).files == 3


def test_an_input_is_never_replaced(pages: Path, tmp_path: Path) -> None:
    file = pages / "a.jsonl"
    file.write_text('{"text": "一、概况"}\n')
    (tmp_path / "link.jsonl").symlink_to(file)
    os.link(file, tmp_path / "hard.jsonl")
    pairs: list[tuple[str | Path, Path]] = [
        (file, file),
        (file, tmp_path / "link.jsonl"),
        (tmp_path / "link.jsonl", file),
        (file, tmp_path / "hard.jsonl"),
        (pages, pages),
        (pages / "000", pages),
        (f"{pages}/000/*", pages),
        (file, tmp_path),
        (pages / "000" / ".." / "a.jsonl", file),
    ]
    for source, output in pairs:
        with pytest.raises(ValueError, match="is the output"):
            convert(source, output, to="jsonl", overwrite=True)
    assert file.read_text() == '{"text": "一、概况"}\n'
    assert len(list(pages.rglob("*.txt"))) == 3
    assert not list(tmp_path.rglob("*.partial"))


def test_a_device_is_not_replaced(pages: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out.jsonl")
    with pytest.raises(ValueError, match="no file or folder that can be replaced"):
        convert(pages, tmp_path / "out.jsonl", overwrite=True)


def test_an_output_is_made_where_a_link_leads(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "there/real.jsonl")
    convert(pages, tmp_path / "out.jsonl", jobs=1)
    assert (tmp_path / "out.jsonl").is_symlink()
    assert len(lines(tmp_path / "there/real.jsonl")) == 3


# runs at the same place


def test_runs_that_begin_together_give_one_whole_output(pages: Path, tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN)
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "out.jsonl")
    for _ in range(3):
        outputs = [tmp_path / name for name in ("out.jsonl", "link.jsonl", "out.jsonl")]
        runs = [subprocess.Popen([sys.executable, str(script), str(pages), str(output)]) for output in outputs]
        codes = sorted(run.wait() for run in runs)
        assert codes[0] == 0
        assert set(codes) <= {0, 11}
        assert len(lines(tmp_path / "out.jsonl")) == 3
        assert not list(tmp_path.glob("*.partial"))


def test_a_run_that_is_refused_leaves_nothing(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("mine")
    with pytest.raises(FileExistsError):
        convert(pages, tmp_path / "out.jsonl")
    convert(pages, tmp_path / "out.jsonl", resume=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.jsonl", "pages"]


# links


def test_links_out_of_a_folder_are_followed_only_when_told(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(page(9))
    (pages / "a.txt").symlink_to("../secret.txt")
    (pages / "b.txt").symlink_to("000/第0001页.txt")
    (pages / "c.txt").symlink_to("c.txt")
    for source in (pages, f"{pages}/*.txt"):
        convert(source, tmp_path / "out.jsonl", jobs=1, overwrite=True)
        told = {Path(row["path"]).name: row["error"] for row in lines(tmp_path / "out.jsonl")}
        assert (told["a.txt"], told["b.txt"]) == (OUTSIDE, None)
        assert told["c.txt"] is not None
    convert(pages, tmp_path / "out.jsonl", jobs=1, overwrite=True, follow_links=True)
    assert {Path(row["path"]).name: row["error"] for row in lines(tmp_path / "out.jsonl")}["a.txt"] is None
    assert convert(pages / "a.txt", tmp_path / "named.jsonl", jobs=1).failed == 0  # it is what was asked for


# limits


def test_what_is_read_is_bounded_and_not_what_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/zero.txt").symlink_to("/dev/zero")
    summary = convert(tmp_path / "pages", tmp_path / "out.jsonl", jobs=1, max_bytes=1000, follow_links=True)
    (row,) = lines(tmp_path / "out.jsonl")
    assert (summary.failed, row["error"]) == (1, "it has more bytes than the limit of 1000")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the system has no such bound")
def test_a_page_that_takes_too_much_memory_is_a_row(pages: Path, tmp_path: Path) -> None:
    (pages / "a.txt").write_text("一\n" * 2_000_000)
    summary = convert(pages, tmp_path / "out.jsonl", jobs=1, max_memory=300 << 20)
    told = {Path(row["path"]).name: row["error"] for row in lines(tmp_path / "out.jsonl")}
    assert (summary.files, summary.failed) == (4, 1)
    assert told["a.txt"] is not None
