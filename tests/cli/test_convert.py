"""``govreport convert``, run in this process and in one of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import CliRunner, Result

from govreport.cli.commands import commands
from tests.corpora import folder

pytestmark = pytest.mark.slow


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder(tmp_path / "pages", 6)


def test_where_the_text_of_json_lines_stands_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text('{"body": "一、总体情况"}\n', encoding="utf-8")
    result = run("convert", tmp_path / "pages.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", "1")
    assert result.exit_code == 1
    assert "failed 1: no text in the column 'text' (--text-column says which) 1" in " ".join(result.stderr.split())


def test_convert_writes_and_sums_up(corpus: Path, tmp_path: Path) -> None:
    (corpus / "a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run("convert", corpus, "-o", tmp_path / "out.jsonl", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    first, *rest = result.stderr.splitlines()
    assert first.startswith("7 files, 0.0 MB, ")
    counted = [line for line in rest if not line.startswith("issues: ")]
    assert counted == ["kinds: text 6", "encodings: utf-8 4, gb18030 2", "failed 1: this is a png file 1"]
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 7


def test_convert_says_what_stands_in_its_way(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    result = run("convert", corpus, "-o", out)
    assert result.exit_code == 2
    told = " ".join(result.stderr.split())
    assert f"{out}: the output is there (--overwrite replaces it, --update reads what is new)" in told
    formless = run("convert", corpus, "-o", tmp_path / "to=x").stderr
    assert "to=x does not tell its format: give --to, one of" in " ".join(formless.split())
    limits = run("convert", corpus, "-o", tmp_path / "new.jsonl", "--tables", "chunks", "--max-tokens", "5").stderr
    assert "--max-tokens and --tokenizer go together" in " ".join(limits.split())
    assert "No such file" in run("convert", tmp_path / "nowhere", "-o", tmp_path / "new.jsonl").stderr
    assert "tables are some of" in run("convert", corpus, "-o", tmp_path / "new.parquet", "--tables", "a").stderr
    assert run("convert", corpus, "-o", out / "below.jsonl").exit_code == 1


def test_convert_fails_where_part_of_an_archive_is_lost(corpus: Path, tmp_path: Path) -> None:
    (corpus / "a.jsonl").write_text('{"text": "cut')
    result = run("convert", corpus, "-o", tmp_path / "out.jsonl", "--jobs", "1")
    assert result.exit_code == 1
    assert "pages may be missing: 1 " in result.stderr
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 7


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_convert_stops_and_says_how_to_go_on(sent: signal.Signals, corpus: Path, tmp_path: Path) -> None:
    os.mkfifo(corpus / "endless.txt")  # whoever reads it waits for ever
    command = [sys.executable, "-m", "govreport", "convert", str(corpus), "-o", str(tmp_path / "out.jsonl"), "-j1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "out.jsonl.partial").exists():
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(sent)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == "govreport: stopped; the same command with --resume goes on\n"
    (corpus / "endless.txt").unlink()
    (corpus / "endless.txt").write_text("")
    assert run("convert", corpus, "-o", tmp_path / "out.jsonl", "--resume", "-q").output == ""
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 7


def test_a_run_of_which_no_page_could_be_read_fails(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run("convert", tmp_path / "images", "-o", tmp_path / "out.jsonl", "-q", "-j", "1")
    assert result.exit_code == 1
    assert "none of the 1 pages could be read" in result.stderr
    assert run("convert", tmp_path / "images", corpus, "-o", tmp_path / "both.jsonl", "-q", "-j", "1").exit_code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_missing_extra_stops_the_run(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><p>一、概况</p></html>")
    (tmp_path / "hidden" / "selectolax").mkdir(parents=True)
    (tmp_path / "hidden" / "selectolax" / "__init__.py").write_text(
        "raise ModuleNotFoundError('no', name='selectolax')\n"
    )
    command = [
        sys.executable,
        "-m",
        "govreport",
        "convert",
        str(tmp_path / "page.html"),
        "-o",
        str(tmp_path / "o.jsonl"),
    ]
    path = os.pathsep.join([str(tmp_path / "hidden"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [*command, "-j", jobs], capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": path}
    )
    assert done.returncode == 2
    assert "pip install 'govreport[html]'" in done.stderr
    assert "--resume goes on" in done.stderr


def test_chunks_by_the_command(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "tokens.py").write_text("def count(text):\n    return len(text)\n")
    command = [sys.executable, "-m", "govreport", "convert", str(corpus), "-o", "out.jsonl", "--tables", "chunks", "-q"]
    choices = ["--max-tokens", "60", "--tokenizer", "tokens:count", "--overlap", "9", "--with-headings"]
    done = subprocess.run([*command, *choices], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert rows
    assert all(row["tokens"] == len(row["text"]) <= 60 for row in rows)
