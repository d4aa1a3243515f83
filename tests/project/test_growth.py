"""Twice the length costs twice as much, in time and in memory, on inputs that are made to hurt."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from bench.growth import DOCUMENTS, LONGEST, PICKLES, TEXTS, read_json, slopes
from govreport import parse

pytestmark = [pytest.mark.slow, pytest.mark.alone]

SIZE = 16_000
"""Characters of the shorter text of the first attempt; in still shorter ones a square hides behind other costs."""
LINEAR = 1.15
"""The steepest slope that counts as linear."""
ATTEMPTS = 5
"""A busy machine spoils a measurement, never for the better, and short texts have costs of their own: so there are
several attempts, each at twice the size."""


@pytest.mark.parametrize(
    ("run", "make"),
    [
        pytest.param(run, make, id=name)
        for cases, run in ((TEXTS, parse), (DOCUMENTS, read_json), (PICKLES, pickle.loads))
        for name, make in cases.items()
    ],
)
def test_cost_grows_with_length_and_no_more(run: Any, make: Any) -> None:
    for attempt in range(ATTEMPTS):
        time, memory = slopes(run, make, SIZE << attempt)
        if time <= LINEAR and memory <= LINEAR:
            return
    assert time <= LINEAR
    assert memory <= LINEAR


def test_a_line_of_fifty_megabytes() -> None:
    text = TEXTS["one line of text"](LONGEST // 3)
    assert len(text.encode()) > 0.99 * LONGEST
    assert parse(text).span == (0, len(text))
