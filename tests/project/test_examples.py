"""The programs of examples/ do what they say; those for engines run in tests/corpus/test_engines.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora import folder, page

pytestmark = pytest.mark.slow


def run(program: str, *arguments: str | Path) -> list[str]:
    command = [sys.executable, f"examples/{program}.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()


def test_outline() -> None:
    printed = run("outline", "fixtures/annual-runin.txt")
    assert printed[0] == "溪原市水务局2009年度政府信息公开工作年度报告 (溪原市水务局, 2010-03-10)"
    assert "  (一)健全组织机构" in printed


def test_figures() -> None:
    printed = run("figures", "fixtures/annual-2021-cells.txt", "fixtures/bulletin.txt")
    assert printed == [
        "fixtures/annual-2021-cells.txt 2021 9 58% of 12",
        "reported: 200 cells",
        "fixtures/bulletin.txt has no statutory tables",
    ]


def test_vector_store(tmp_path: Path) -> None:
    pages, chunks = folder(tmp_path / "pages", 3), tmp_path / "chunks.jsonl"
    assert run("vector_store", pages, chunks) == [
        "3 pages read, 0 as before, 0 gone",
        "12 chunks to take in, 0 to drop",
    ]
    (pages / "000" / "第0001页.txt").unlink()
    (pages / "000" / "第0002页.txt").write_text(page(2).replace("6个", "9个"), encoding="utf-8")
    assert run("vector_store", pages, chunks) == ["1 pages read, 1 as before, 1 gone", "1 chunks to take in, 5 to drop"]
