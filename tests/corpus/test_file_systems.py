"""Paths of fsspec: pages are read, and outputs written, where it can reach."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import govreport
from govreport.cli.commands import commands
from govreport.corpus import convert, reports
from govreport.corpus.containers import container
from govreport.corpus.finding import items
from govreport.corpus.items import Opening
from govreport.extras import MissingExtra
from govreport.sources.file_systems import is_url, own_name
from tests.corpora import folder, lines, page
from tests.corpus.test_resume import contents

fsspec = pytest.importorskip("fsspec")

PAGES = {"a.txt": 1, "b/c.txt": 2, "b/d.html": 3, "d.txt": 4, ".hidden/e.txt": 5, "b/.f.txt": 6}


@pytest.fixture
def memory() -> Iterator[Any]:
    """A file system with a folder of pages, ``memory://pages``, and the same as an archive, ``memory://pages.zip``."""
    system = fsspec.filesystem("memory")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, number in PAGES.items():
            system.pipe(f"/pages/{name}", page(number).encode())
            archive.writestr(name, page(number))
    system.pipe("/pages.zip", packed.getvalue())
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("memory://pages", ["a.txt", "b/c.txt", "b/d.html", "d.txt"]),
        ("memory://pages/", ["a.txt", "b/c.txt", "b/d.html", "d.txt"]),
        ("memory://pages/d.txt", [""]),
        ("memory://pages/*.txt", ["a.txt", "d.txt"]),
        ("memory://pages/**/*.html", ["b/d.html"]),
    ],
)
def test_a_path_is_a_file_a_folder_or_a_pattern(source: str, found: list[str], memory: Any) -> None:
    base = source if found == [""] else "memory://pages/"
    assert [item.path for item in items([source], Opening())] == [base + name for name in found]


def test_corrections_are_no_pages(memory: Any) -> None:
    memory.pipe("/pages/d.fix.json", b"{}")
    assert len(list(items(["memory://pages"], Opening()))) == 4


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("zip://::memory://pages.zip", ["a.txt", "b/c.txt", "b/d.html", "d.txt"]),
        ("zip://b::memory://pages.zip", ["b/c.txt", "b/d.html"]),
        ("zip://*.txt::memory://pages.zip", ["a.txt", "d.txt"]),
    ],
)
def test_an_archive_can_be_looked_into(source: str, found: list[str], memory: Any) -> None:
    expected = [f"zip://{name}::memory://pages.zip" for name in found]
    assert [path for path, _ in reports(source)] == expected


def test_pages_are_read_as_from_files(memory: Any, tmp_path: Path) -> None:
    convert(["memory://pages", "memory://pages.zip"], tmp_path / "out.jsonl", jobs=2)
    rows = lines(tmp_path / "out.jsonl")
    assert [row["error"] for row in rows] == [None] * 10
    assert [row["title"][4] for row in rows] == list("1234") + list("123456")  # archives have their hidden files too
    report = govreport.read("memory://pages/b/c.txt")
    assert (report.title, report.origin.url) == (rows[1]["title"], None)


def test_a_page_within_an_archive_of_the_machine_can_be_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("a.txt", page(1))
    url = f"zip://a.txt::{tmp_path / 'pages.zip'}"
    assert govreport.read(url).year == 2015
    shown = CliRunner().invoke(commands, ["parse", url, "--to", "clean"])
    assert (shown.exit_code, shown.stdout) == (0, govreport.to_text(govreport.parse(page(1)), clean=True))
    summary = convert([f"zip://*.txt::{tmp_path / 'pages.zip'}"], tmp_path / "out.jsonl", jobs=1)
    assert (summary.files, summary.failed) == (1, 0)


def test_a_page_within_an_archive_that_is_damaged_cannot_be_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("a.txt", page(1))
    packed = bytearray((tmp_path / "pages.zip").read_bytes())
    packed[100] ^= 1  # its sum no longer fits
    (tmp_path / "pages.zip").write_bytes(packed)
    shown = CliRunner().invoke(commands, ["tree", f"zip://a.txt::{tmp_path / 'pages.zip'}"])
    assert shown.exit_code == 1
    assert "Bad CRC-32" in shown.stderr


def test_a_page_within_an_archive_is_no_archive() -> None:
    assert own_name("zip://b/d.html::memory://pages.zip") == "zip://b/d.html"
    assert container("zip://b/d.html::memory://pages.zip") is None
    assert container("memory://pages.zip") is not None


def test_a_file_of_such_a_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zip::a.txt").write_text(page(1), encoding="utf-8")
    assert not is_url("zip::a.txt")
    assert govreport.read("zip::a.txt").year == 2015


@pytest.mark.slow
@pytest.mark.parametrize("form", ["jsonl", "json", "parquet"])
def test_an_output_is_brought_where_it_belongs(
    form: str, memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    pages = folder(tmp_path / "pages", 4)
    url = f"memory://made/out.{form}"
    convert("pages", f"here.{form}", to=form, jobs=1)  # type: ignore[arg-type]
    convert("pages", url, to=form, jobs=1)  # type: ignore[arg-type]
    assert fetched(memory, f"/made/out.{form}") == contents(Path(f"here.{form}"))
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"here.{form}", "pages"]
    with pytest.raises(FileExistsError, match="the output is there"):
        convert("pages", url, to=form, jobs=1)  # type: ignore[arg-type]
    (pages / "000" / "第0001页.txt").unlink()
    for run in (f"here.{form}", url):
        assert convert("pages", run, to=form, jobs=1, update=True).gone == 1  # type: ignore[arg-type]
    assert fetched(memory, f"/made/out.{form}") == contents(Path(f"here.{form}"))


def fetched(memory: Any, place: str) -> dict[str, bytes]:
    """Every file of an output, byte for byte."""
    return {name.removeprefix(place).lstrip("/"): memory.cat(name) for name in memory.find(place)}


@pytest.mark.slow
def test_what_is_known_may_be_elsewhere(memory: Any, tmp_path: Path) -> None:
    convert("memory://pages", "memory://old.jsonl", jobs=1)
    memory.pipe("/pages/new.txt", page(9).encode())
    summary = convert("memory://pages", tmp_path / "new.jsonl", jobs=1, known=["memory://old.jsonl"])
    assert (summary.known, summary.files) == (4, 1)


def test_sources_and_outputs_are_apart(memory: Any, tmp_path: Path) -> None:
    for source, output in [("memory://pages", "memory://pages/out.jsonl"), ("memory://pages/a.txt", "memory://pages")]:
        with pytest.raises(ValueError, match="lie in each other"):
            convert(source, output, to="json", jobs=1)
    with pytest.raises(ValueError, match="is a place within another"):
        convert("memory://pages", "zip://out.jsonl::memory://out.zip", jobs=1)


def test_what_is_not_there_is_said_at_once(memory: Any, tmp_path: Path) -> None:
    for source in ("memory://nowhere", "memory://pages/*.pdf"):
        with pytest.raises(FileNotFoundError):
            convert(source, tmp_path / "out.jsonl")
    with pytest.raises(ValueError, match="Protocol not known: odd"):
        convert("odd://pages", tmp_path / "out.jsonl")
    assert not list(tmp_path.iterdir())


COMMANDS = [["convert", "{}", "-o", "out.jsonl"], ["convert", "pages", "-o", "{}/out.jsonl"], ["parse", "{}"]]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_missing_extra_ends_the_command_at_once(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path / "pages", 1)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    run = CliRunner().invoke(commands, [one.format("memory://pages") for one in arguments])
    assert run.exit_code == 2
    assert "this needs fsspec: pip install 'govreport[fsspec]'" in run.output
    assert [file.name for file in tmp_path.iterdir()] == ["pages"]


def test_what_fsspec_itself_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(MissingExtra, match="this needs s3fs: pip install s3fs"):
        govreport.read("s3://bucket/page.html")


def test_commands_read_such_paths(memory: Any, tmp_path: Path) -> None:
    run = CliRunner().invoke(commands, ["parse", "memory://pages", "--to", "clean", "-o", str(tmp_path)])
    assert run.exit_code == 0, run.output
    made = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.txt"))
    assert made == ["a.txt", "b/c.txt", "b/d.txt", "d.txt"]
    run = CliRunner().invoke(commands, ["parse", "memory://nowhere", "memory://pages/a.txt", "--to", "clean"])
    assert run.exit_code == 1
    assert "memory://nowhere" in run.output
    assert "溪原市第1水务所" in run.stdout


def test_other_commands_write_to_this_machine(memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(commands, ["parse", "memory://pages/a.txt", "-o", "memory://a.json"])
    assert run.exit_code == 2
    assert "`govreport convert` writes to such places" in run.output
