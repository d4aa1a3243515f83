"""Chunks of a corpus, and runs that read only what is new."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport import chunks, parse
from govreport.corpus import convert
from tests.corpora import folder, lines, page

pytestmark = pytest.mark.slow


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return folder(tmp_path / "pages", 3)


def converted(pages: Path, output: Path, **choices: Any) -> list[dict[str, Any]]:
    convert(pages, output, overwrite=True, **{"tables": ["chunks"], "jobs": 1, **choices})
    return lines(output)


def count(text: str) -> int:
    """A tokenizer: half of the characters."""
    return (len(text) + 1) // 2


# chunks


def test_a_chunk_is_a_line(pages: Path, tmp_path: Path) -> None:
    rows = converted(pages, tmp_path / "out.jsonl")
    made = chunks(parse(page(0)))
    own = [row for row in rows if row["path"].endswith("0000页.txt")]
    assert [(row["text"], row["section"], row["n"]) for row in own] == [
        (chunk.text, chunk.path, n) for n, chunk in enumerate(made)
    ]
    last = own[-1]
    assert (last["issuer"], last["year"], last["date"]) == ("溪原市第0水务所", 2015, "2016-03-15")
    assert last["headings"] == list(made[-1].headings)
    assert len({row["chunk_id"] for row in rows}) == len(rows)


def test_ids_stay_where_another_part_of_the_page_changes(pages: Path, tmp_path: Path) -> None:
    before = {row["text"]: row["chunk_id"] for row in converted(pages / "000", tmp_path / "out.jsonl", jobs=2)}
    file = pages / "000" / "第0000页.txt"
    file.write_bytes(file.read_bytes().replace("一、".encode("gb18030"), "序言。\n一、".encode("gb18030"), 1))
    after = {row["text"]: row["chunk_id"] for row in converted(pages / "000", tmp_path / "out.jsonl")}
    same = before.keys() & after.keys()
    assert len(same) >= len(before) - 1
    assert all(before[text] == after[text] for text in same)


def test_tokens_are_counted_by_any_tokenizer(pages: Path, tmp_path: Path) -> None:
    choices: dict[str, Any] = {"max_tokens": 20, "overlap": 5, "with_headings": True}
    rows = converted(pages, tmp_path / "out.jsonl", tokenizer=lambda text: len(text), **choices)
    assert all(row["tokens"] == len(row["text"]) <= 20 for row in rows)
    named = converted(pages, tmp_path / "out.jsonl", tokenizer=f"{__name__}:count", jobs=2, **choices)
    given = converted(pages, tmp_path / "out.jsonl", tokenizer=count, jobs=2, **choices)
    assert named == given
    assert all(row["tokens"] == count(row["text"]) <= 20 for row in named)


def test_parquet_has_chunks_where_told(pages: Path, tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    convert(pages, tmp_path / "out.parquet", tables=["chunks", "reports"], jobs=1)
    assert sorted(os.listdir(tmp_path / "out.parquet")) == ["chunks", "reports"]
    rows = parquet.read_table(tmp_path / "out.parquet" / "chunks").to_pylist()
    assert [row["chunk_id"] for row in rows] == [row["chunk_id"] for row in converted(pages, tmp_path / "out.jsonl")]


@pytest.mark.parametrize(
    ("choices", "problem"),
    [
        ({"tables": ["chunks", "reports"]}, "jsonl holds one table"),
        ({"to": "json"}, "a file a page holds the table reports alone"),
        ({"max_tokens": 10}, "max_tokens and tokenizer go together"),
        ({"max_tokens": 10, "tokenizer": "tests"}, "'tests' is no name of a tokenizer: .* tests:NAME"),
        ({"max_tokens": 10, "tokenizer": "tests.nothing:count"}, "there is no tokenizer 'tests.nothing:count'"),
        ({"max_tokens": 10, "tokenizer": lambda text: len(text), "jobs": 2}, "cannot be sent to worker processes"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_begun(
    choices: dict[str, Any], problem: str, pages: Path, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=problem):
        convert(pages, tmp_path / "out.jsonl", **{"tables": ["chunks"], **choices})
    assert [file.name for file in tmp_path.iterdir()] == ["pages"]


# only what is new


@pytest.mark.parametrize(("name", "tables"), [("old.jsonl", "reports"), ("old.jsonl", "chunks"), ("old", "reports")])
def test_only_new_and_changed_pages_are_read(name: str, tables: str, pages: Path, tmp_path: Path) -> None:
    convert(pages, tmp_path / name, tables=[tables], jobs=1, to="json" if name == "old" else None)
    (pages / "000" / "第0001页.txt").write_text(page(7))
    (pages / "new.txt").write_text(page(8))
    summary = convert(pages, tmp_path / "new.jsonl", known=[tmp_path / name], jobs=2)
    assert [Path(row["path"]).name for row in lines(tmp_path / "new.jsonl")] == ["第0001页.txt", "new.txt"]
    assert (summary.files, summary.known, summary.failed) == (2, 2, 0)


def test_what_parquet_has_is_known_but_for_what_failed(pages: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (pages / "a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    convert(pages, tmp_path / "old.parquet", jobs=1)
    summary = convert(pages, tmp_path / "new.jsonl", known=[tmp_path / "old.parquet"], jobs=1)
    assert (summary.files, summary.known, summary.failed) == (1, 3, 1)


def test_what_is_known_has_to_be_an_output(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        convert(pages, tmp_path / "new.jsonl", known=[tmp_path / "nowhere"])
    with pytest.raises(ValueError, match="is no output of govreport convert"):
        convert(pages, tmp_path / "new.jsonl", known=[pages / "000" / "第0000页.txt"])


# processes


def script(tmp_path: Path, code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    file = tmp_path / "script.py"
    file.write_text(code)
    return subprocess.run([sys.executable, str(file), *map(str, arguments)], capture_output=True, encoding="utf-8")


def test_a_script_needs_no_guard(pages: Path, tmp_path: Path) -> None:
    code = "import sys\nfrom govreport.corpus import convert\nprint(convert(*sys.argv[1:], jobs=2).files)\n"
    done = script(tmp_path, code, pages, tmp_path / "out.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3\n", "")


def test_a_tokenizer_in_the_script_says_why_it_cannot_be(pages: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom govreport.corpus import convert\ndef count(text): return len(text)\n"
        "convert(*sys.argv[1:], tables=['chunks'], max_tokens=9, tokenizer=count, jobs=2)\n"
    )
    done = script(tmp_path, code, pages, tmp_path / "out.jsonl")
    assert "ValueError: the tokenizer stands in the script itself" in done.stderr
    assert not (tmp_path / "out.jsonl.partial").exists()


def test_one_job_is_this_process(pages: Path, tmp_path: Path) -> None:
    seen: set[int] = set()

    def tokens(text: str) -> int:
        seen.add(os.getpid())
        return len(text)

    converted(pages, tmp_path / "out.jsonl", max_tokens=50, tokenizer=tokens)
    assert seen == {os.getpid()}


def test_one_job_leaves_signals_and_bounds_as_they_were(pages: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    import signal

    before = resource.getrlimit(resource.RLIMIT_DATA), signal.getsignal(signal.SIGALRM)
    converted(pages, tmp_path / "out.jsonl")
    assert (resource.getrlimit(resource.RLIMIT_DATA), signal.getsignal(signal.SIGALRM)) == before


# standard input


def test_lines_from_a_pipe(tmp_path: Path) -> None:
    piped = "".join(json.dumps({"text": page(n), "url": f"https://example.org/{n}"}) + "\n" for n in range(3))
    command = [sys.executable, "-m", "govreport", "convert", "-", "-q", "-o", str(tmp_path / "out.jsonl")]
    done = subprocess.run(command, input=piped.encode(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = lines(tmp_path / "out.jsonl")
    assert [(row["path"], row["url"], row["error"]) for row in rows] == [
        (f"-#{n + 1}", f"https://example.org/{n}", None) for n in range(3)
    ]
