"""``govreport stats``, run in this process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("click", reason="the command line needs click: pip install 'govreport[cli]'")
pytest.importorskip("rich", reason="the command line needs rich: pip install 'govreport[cli]'")

from click.testing import CliRunner, Result

from govreport.cli.commands import commands

FIXTURE = Path(__file__).parent.parent.parent / "fixtures" / "annual-stats-2016.txt"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["stats", *map(str, arguments)])


def test_the_panel_on_standard_output() -> None:
    result = run(FIXTURE)
    assert result.exit_code == 0
    header, first, *_ = result.stdout.splitlines()
    assert header.startswith("path,title,issuer,office,division,")
    assert ",苇渡市城市管理局," in first


def test_the_panel_as_a_file(tmp_path: Path) -> None:
    target = tmp_path / "panel.csv"
    result = run(FIXTURE, "-o", target, "--shape", "wide")
    assert result.exit_code == 0
    assert result.stdout == f"{target}: 1 rows\n"
    assert len(target.read_text("utf-8-sig").splitlines()) == 2


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FIXTURE.read_bytes())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 and no more")
    result = run(tmp_path, "-o", tmp_path / "panel.csv", "--shape", "wide")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'panel.csv'}: 1 rows\n")
    assert result.stderr.startswith(f"govreport: {tmp_path / 'b.pdf'}: this PDF file is damaged")


def test_an_unknown_kind_of_file_is_a_usage_error(tmp_path: Path) -> None:
    result = run(FIXTURE, "-o", tmp_path / "panel.sav")
    assert result.exit_code == 2
    assert ".parquet" in result.stderr


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere")
    assert result.exit_code == 1
    assert result.stderr.startswith("govreport: ")


def test_a_folder_without_reports_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "govreport: none of the files is a report on disclosure that could be read"
    assert run(FIXTURE, "--shape", "revisions").exit_code == 0


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = run(FIXTURE, "-o", tmp_path / "panel.xlsx")
    assert result.exit_code == 2
    assert "pip install 'govreport[excel]'" in result.stderr
