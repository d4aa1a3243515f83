"""The documentation site: it builds without a warning, and its reference has every public name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import govreport

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.build
def test_the_site_builds_and_its_reference_is_whole(tmp_path: Path) -> None:
    for package in ("sphinx", "myst_parser", "furo", "sphinx_copybutton"):
        pytest.importorskip(package, reason="the site needs the packages of the group docs")
    site = tmp_path / "site"
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", tmp_path / "trees", ROOT / "docs", site],
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stderr) == (0, "")
    reference = (site / "reference.html").read_text(encoding="utf-8")
    told = {name.rpartition(".")[2] for name in re.findall(r'<dt [^>]*id="([\w.]+)"', reference)}
    assert set(govreport.__all__) - {"CODES", "Node", "figures", "statistics"} <= told
    accuracy = (site / "accuracy.html").read_text(encoding="utf-8")
    assert "heading_f1" in accuracy
    assert 'src="example.html"' in (site / "index.html").read_text(encoding="utf-8")
    assert "岚柏县水利局2022年政府信息公开工作年度报告" in (site / "example.html").read_text(encoding="utf-8")
