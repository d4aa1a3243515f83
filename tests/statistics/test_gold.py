"""The labelled texts and the flattened tables beside them, where there are any."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from bench.gold import GOLD
from govreport import Heading, Paragraph, parse, read, statistics, to_text
from govreport.statistics import DisclosureStatistics
from govreport.statistics.values import is_value
from govreport.words.disclosure_labels import fold, labels

LABELLED = sorted(GOLD.glob("*.stats.json"))
TABLES = sorted((GOLD.parent / "tables").glob("*.txt"))


def statistics_of(path: Path) -> DisclosureStatistics:
    found = statistics.read(read(path))
    assert found is not None
    return found


def folded(value: Any) -> Any:
    """Labels as they are compared: without blanks, half-width; money, which some labels have as a number, as text."""
    if isinstance(value, dict):
        return {folded(key): folded(one) for key, one in value.items()}
    if isinstance(value, float):
        return str(value)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", value)) if isinstance(value, str) else value


@pytest.mark.skipif(not LABELLED, reason="no labelled texts beside the checkout; set GOVREPORT_GOLD")
@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.name)
def test_every_cell_is_as_printed(path: Path) -> None:
    labelled = json.loads(path.read_text(encoding="utf-8"))
    found = statistics_of(path.with_name(path.name.replace(".stats.json", ".txt")))
    printed = folded(found.to_dict())
    for row, cells in printed["raw"].get("disclosure", {}).items():
        printed["disclosure"][row].update(cells)  # the labels have money as it is printed
    for block in ("format", "disclosure", "requests", "review"):
        assert printed[block] == folded(labelled[block])
    violated = [one for one in statistics.check(found) if one.status == "violated"]
    assert bool(violated) == bool(labelled["faults"])
    assert len(violated) >= len(labelled["faults"])


@pytest.mark.skipif(not TABLES, reason="no flattened tables beside the checkout; set GOVREPORT_GOLD")
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_cell_is_a_heading_or_a_paragraph(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = parse(text)
    assert to_text(report) == text
    known = set(map(fold, labels()))
    for node in report.walk():
        if isinstance(node, (Heading, Paragraph)):
            assert not is_value(node.text)
            assert fold(node.raw).strip("|") not in known
