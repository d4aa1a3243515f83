"""The figures of sentences, as a person reads them.

`sentences.txt` holds sentences of invented offices in the shapes that reports of 2008 to 2024 use, each with its
figures on the next line: ``variable=value``, with ``~`` for about so many, ``/cumulative``, ``/last-year`` or
``/change`` for its scope, a class before a colon, and ``-`` for none.  The report is on 2012.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.figures import Fact
from govreport.figures.prose import read_paragraph
from govreport.figures.sentences import Reading

YEAR = 2012
LINES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
EXAMPLES = [(text, figures.split()) for text, figures in zip(LINES[::2], LINES[1::2], strict=True)]


def read(text: str) -> list[Fact]:
    return list(read_paragraph(text, 0, Reading(lambda: YEAR)))


def written(fact: Fact) -> str:
    """A fact in the short form of the examples."""
    item = f"{fact.item}:" if fact.item else ""
    scope = "" if fact.scope == "year" else f"/{fact.scope}"
    return f"{item}{fact.variable}={fact.value}{'~' if fact.approximate else ''}{scope}"


@pytest.mark.parametrize(("text", "figures"), EXAMPLES)
def test_a_sentence_gives_its_figures(text: str, figures: list[str]) -> None:
    assert sorted(map(written, read(text))) == sorted(one for one in figures if one != "-")
