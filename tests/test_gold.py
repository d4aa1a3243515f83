"""The labelled texts, and the HTML pages they are from, where there are any: no figure may fall below its floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.gold import GOLD, ROOT

SCORER = GOLD.parent / "eval" / "score.py"
FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (GOLD.is_dir() and SCORER.is_file()), reason="no labelled texts beside the checkout; set GOVREPORT_GOLD"
)


@cache
def score(source: str) -> dict[str, Any]:
    """Run the scorer over the texts, or over the pages that some of them were taken from."""
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [sys.executable, str(SCORER), str(GOLD), "--json", *(["--html"] if source == "html" else [])],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    # The scorer ends with 1 where a text failed, and says so under the JSON: what counts is on the first line.
    first = run.stdout.partition("\n")[0]
    assert first.startswith("{"), run.stderr
    result: dict[str, Any] = json.loads(first)
    return result


@pytest.mark.parametrize("source", FLOORS)
def test_no_text_breaks_the_parser(source: str) -> None:
    result = score(source)
    assert result["texts"] > 0
    assert result["failed"] == 0


@pytest.mark.parametrize(("source", "figure"), [(source, figure) for source in FLOORS for figure in FLOORS[source]])
def test_figure_is_not_below_its_floor(source: str, figure: str) -> None:
    assert score(source)["figures"][figure] >= FLOORS[source][figure]
