"""The labelled texts, where there are any: no figure of the scorer may fall below its floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.gold import GOLD, ROOT

SCORER = GOLD.parent / "eval" / "score.py"
FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (GOLD.is_dir() and SCORER.is_file()), reason="no labelled texts beside the checkout; set GOVREPORT_GOLD"
)


@pytest.fixture(scope="module")
def score() -> dict[str, Any]:
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [sys.executable, str(SCORER), str(GOLD), "--json"],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    # The scorer ends with 1 where a text failed, and says so under the JSON: what counts is on the first line.
    first = run.stdout.partition("\n")[0]
    assert first.startswith("{"), run.stderr
    result: dict[str, Any] = json.loads(first)
    return result


def test_no_text_breaks_the_parser(score: dict[str, Any]) -> None:
    assert score["texts"] > 0
    assert score["failed"] == 0


@pytest.mark.parametrize("figure", FLOORS)
def test_figure_is_not_below_its_floor(score: dict[str, Any], figure: str) -> None:
    assert score["figures"][figure] >= FLOORS[figure]
