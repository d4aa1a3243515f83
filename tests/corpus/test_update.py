"""An output that is brought up to date is what a run from the beginning gives, and only what is new is read."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from govreport.corpus import convert
from govreport.corpus import rows as rows_module
from tests.corpora import folder, lines, page
from tests.corpus.test_resume import SCRIPT, contents, start

pytestmark = pytest.mark.slow

FORMS = [
    ("jsonl", None),
    ("jsonl", ["chunks"]),
    ("jsonl", ["statistics"]),
    ("jsonl.zst", None),
    ("json", None),
    ("parquet", None),
    ("parquet", ["chunks", "blocks"]),
]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    made = folder(tmp_path / "pages", 12)
    (made / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (made / "tables.txt").write_bytes(Path("fixtures/annual-2021-cells.txt").read_bytes())
    return made


def change(pages: Path) -> None:
    """One page of each kind: changed, gone, new, moved; and one can be read that could not be before."""
    (pages / "000" / "第0003页.txt").write_text(page(30), encoding="utf-8")
    (pages / "000" / "第0004页.txt").unlink()
    (pages / "000" / "第0005页.txt").rename(pages / "moved.txt")
    (pages / "001" / "new.txt").write_text(page(40), encoding="utf-8")
    (pages / "picture.txt").write_text(page(41), encoding="utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("form", "tables"), FORMS)
def test_what_comes_is_what_a_run_from_the_beginning_gives(
    form: str, tables: list[str] | None, jobs: int, pages: Path, tmp_path: Path
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    if form == "jsonl.zst":
        pytest.importorskip("zstandard")
    output, whole = tmp_path / f"out.{form}", tmp_path / f"whole.{form}"
    convert(pages, output, tables=tables, jobs=1)
    change(pages)
    convert(pages, whole, tables=tables, jobs=1)
    summary = convert(pages, output, tables=tables, jobs=jobs, update=True)
    assert contents(output) == contents(whole)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["pages", output.name, whole.name])
    if tables is None:
        assert (summary.known, summary.again, summary.files, summary.gone) == (10, 2, 4, 2)


def test_pages_that_have_not_changed_are_not_parsed(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert(pages, tmp_path / "out.jsonl", jobs=1)
    change(pages)
    parsed: list[str] = []
    made = rows_module._made

    def counted(head: dict[str, str], *rest: object) -> object:
        parsed.append(Path(head["path"]).name)
        return made(head, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(rows_module, "_made", counted)
    convert(pages, tmp_path / "out.jsonl", jobs=1, update=True)
    assert sorted(parsed) == ["moved.txt", "new.txt", "picture.txt", "第0003页.txt"]


def test_the_output_among_what_is_known_is_brought_up_to_date(pages: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    convert(pages, output, jobs=1)
    change(pages)
    assert convert(pages, output, jobs=1, known=[output]).known == 10
    assert [row["path"] for row in lines(output)] == [str(file) for file in sorted(pages.rglob("*.txt"))]


def test_there_need_be_no_output_yet(pages: Path, tmp_path: Path) -> None:
    assert convert(pages, tmp_path / "out.jsonl", jobs=1, update=True).files == 14


def test_rows_of_another_version_are_not_mixed_in(pages: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    convert(pages, output, jobs=1)
    with pytest.raises(ValueError, match="has other columns than are written now"):
        convert(pages, output, tables=["chunks"], jobs=1, update=True)
    output.write_text('{"text": "…"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="is no output of govreport convert"):
        convert(pages, output, jobs=1, update=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.jsonl", "pages"]


def test_update_and_known_are_at_odds(pages: Path, tmp_path: Path) -> None:
    for name in ("out.jsonl", "other.jsonl"):
        convert(pages, tmp_path / name, jobs=1)
    with pytest.raises(ValueError, match="leave out known"):
        convert(pages, tmp_path / "out.jsonl", jobs=1, update=True, known=[tmp_path / "other.jsonl"])


@pytest.mark.parametrize("form", ["jsonl", "json", "parquet"])
@pytest.mark.parametrize("kill", [(1, "before"), (3, "after"), (6, "before"), (11, "after"), (14, "before")])
def test_an_update_that_is_killed_is_gone_on_with(
    form: str, kill: tuple[int, str], pages: Path, tmp_path: Path
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    script = tmp_path / "run.py"
    script.write_text(SCRIPT.replace("resume=True", "resume=True, update=True"))
    output, whole = tmp_path / f"out.{form}", tmp_path / f"whole.{form}"
    assert start(script, pages, output).wait() == 0
    before = contents(output)
    change(pages)
    assert start(script, pages, whole).wait() == 0
    killed = start(script, pages, output, kill=kill).wait() == -signal.SIGKILL
    assert contents(output) in ((before,) if killed else (contents(whole),))
    assert start(script, pages, output).wait() == 0
    assert contents(output) == contents(whole)
