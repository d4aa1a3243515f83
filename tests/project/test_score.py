"""The labelled texts, the HTML pages they are from, the texts that nobody reads and the cases of every kind of fault:
no figure may fall below its floor.  They skip where these are not beside the checkout.
"""

from __future__ import annotations

from functools import cache

import pytest

from bench import score
from bench.gold import BLIND, CASES, GOLD, SCORER, SCORER_OF_BLIND, SCORER_OF_CASES
from bench.score import ALL, MARGIN, Scores, raised, read_cases, read_scores

SETS = {
    "gold": GOLD.is_dir() and SCORER.is_file(),
    "html": GOLD.is_dir() and SCORER.is_file(),
    "blind": BLIND.is_dir() and SCORER_OF_BLIND.is_file(),
    "cases": CASES.is_dir() and SCORER_OF_CASES.is_file(),
}
FLOORS = score.floors()
FLOORED = [(name, row, figure) for name in SETS for row in FLOORS[name] for figure in FLOORS[name][row]]


@cache
def scores(name: str) -> Scores:
    """The scores of a set; a scorer that fails, or a text that breaks the parser, raises."""
    if not SETS[name]:
        pytest.skip(f"no {name} texts beside the checkout; set GOVREPORT_GOLD")
    return score.gold(html=name == "html") if name in ("gold", "html") else getattr(score, name)()


@pytest.mark.slow
@pytest.mark.xdist_group("score")  # one worker has all of them, so that the texts are scored once
@pytest.mark.parametrize(("name", "row", "figure"), FLOORED, ids="/".join)
def test_figure_is_not_below_its_floor(name: str, row: str, figure: str) -> None:
    assert scores(name)[row][figure] >= FLOORS[name][row][figure]


def test_reads_what_the_scorer_prints() -> None:
    printed = """\
3 texts, 0 failed, 20 units labelled
  whole               0.667  of 3
  heading_f1          0.950

  kind       texts      whole heading_f1
  law            2      0.500      0.900
  page           1      1.000      1.000
"""
    assert read_scores(printed) == {
        "all": {"texts": 3, "whole": 0.667, "heading_f1": 0.95},
        "law": {"texts": 2, "whole": 0.5, "heading_f1": 0.9},
        "page": {"texts": 1, "whole": 1, "heading_f1": 1},
    }


def test_a_text_that_breaks_the_parser_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="1 failed"):
        read_scores("3 texts, 1 failed, 20 units labelled\n  whole  0.667  of 3\n\n")


def test_reads_what_the_runner_of_the_cases_prints() -> None:
    printed = "guard-notice  3/3\npage-numbers  1/2\n4 of 5 cases pass, 1 of 2 kinds wholly\n"
    assert read_cases(printed) == {
        "all": {"texts": 5, "whole": 0.8},
        "guard": {"texts": 3, "whole": 1},
        "guard-notice": {"texts": 3, "whole": 1},
        "page-numbers": {"texts": 2, "whole": 0.5},
    }


def test_floors_rise_to_a_little_below_what_is_reached_and_never_fall() -> None:
    old = {"gold": {ALL: {"zone": 0.9, "title": 0.9}}}
    reached = {"gold": {ALL: {"texts": 200.0, "zone": 0.95, "title": 0.8}, "law": {"texts": 2.0, "zone": 0.5}}}
    assert raised(old, reached) == {"gold": {ALL: {"zone": round(0.95 - MARGIN, 3), "title": 0.9}}}
