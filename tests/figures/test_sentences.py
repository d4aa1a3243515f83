"""The figures of sentences, as a person reads them."""

from __future__ import annotations

import pytest

from govreport.figures import Fact
from govreport.figures.prose import read_paragraph
from govreport.figures.sentences import Reading
from tests.figures.sentences import examples

YEAR = 2012


def read(text: str) -> list[Fact]:
    return list(read_paragraph(text, 0, Reading(lambda: YEAR)))


def written(fact: Fact) -> str:
    """A fact in the short form of the examples."""
    item = f"{fact.item}:" if fact.item else ""
    scope = "" if fact.scope == "year" else f"/{fact.scope}"
    return f"{item}{fact.variable}={fact.value}{'~' if fact.approximate else ''}{scope}"


@pytest.mark.parametrize(("text", "figures"), examples())
def test_a_sentence_gives_its_figures(text: str, figures: list[str]) -> None:
    topic = "政府信息公开申请办理情况如下：" if text.startswith("其中") else ""
    assert sorted(map(written, read(topic + text))) == sorted(figures)
