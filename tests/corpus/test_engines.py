"""Spark and Ray, run for real by the scripts in ``examples``, give the rows that `convert` gives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport.corpus import convert
from tests.corpora import folder, lines

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("engines")]

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_an_engine_gives_the_same_rows(engine: str, tmp_path: Path) -> None:
    pytest.importorskip({"spark": "pyspark", "ray": "ray"}[engine], reason="the group engines is not installed")
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    pages = folder(tmp_path / "pages", 40)
    (pages / "no report, 100%25 #1?.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    script = [sys.executable, f"examples/{engine}_convert.py", str(pages), str(tmp_path / engine)]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    run = subprocess.run(script, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr

    convert(pages, tmp_path / "alone", to="parquet", jobs=2, tables=["reports"])
    alone = parquet.read_table(tmp_path / "alone/reports").sort_by("path").to_pylist()
    made = parquet.read_table(tmp_path / engine).sort_by("path").to_pylist()
    assert len(made) == 41
    assert made == alone
    convert(pages, tmp_path / "lines.jsonl", jobs=1)
    told = {row["path"]: row for row in lines(tmp_path / "lines.jsonl")}
    assert [told[row["path"]]["title"] for row in made] == [row["title"] for row in made]
