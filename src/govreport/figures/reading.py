"""A report → its figures."""

from __future__ import annotations

from typing import Final

import regex

from govreport.figures.coded import coded_places
from govreport.figures.prose import stated
from govreport.figures.records import Fact
from govreport.figures.tables import Place, places
from govreport.tree.nodes import Leaf
from govreport.tree.report import Report

_OFTEN: Final = 1200
"""Characters within which a text on disclosure names it once; government work reports do so once in ten thousand."""
_DISCLOSURE: Final = regex.compile("信息公开|信息公開|政务公开|政務公開|公开政府信息|依申请公开|公开年报|公开年度报告")


def facts(report: Report) -> list[Fact]:
    """Read the figures of a report on government information disclosure: from its sentences and its tables.

    Args:
        report: a parsed report, whatever it was parsed from.

    Returns:
        Its figures in the order of the text, those of tables last; none for a document that does not speak of
        disclosure.  A figure that stands in a table and in sentences comes as often as it stands.

    Raises:
        TypeError: ``report`` is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"facts() takes a Report, not {type(report).__name__}; govreport.parse() makes one")
    if not is_on_disclosure(report):
        return []
    in_tables = [place.fact for place in cells(report) if place.fact is not None]
    return [*stated(report), *in_tables]


def cells(report: Report) -> list[Place]:
    """Give the cells of a report's tables that fill variables, those without a number too.

    Args:
        report: a parsed report.
    """
    return [*places(report), *coded_places(report)]


def is_on_disclosure(report: Report) -> bool:
    """True where a report is on disclosure of government information: its title says so, or its text again and again."""
    if _DISCLOSURE.search(report.title or "") is not None:
        return True
    texts = [node.raw for node in report.walk() if isinstance(node, Leaf)]
    said = sum(len(_DISCLOSURE.findall(text)) for text in texts)
    return said * _OFTEN >= sum(map(len, texts)) > 0
