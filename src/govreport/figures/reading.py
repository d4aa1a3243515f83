"""A report → its figures."""

from __future__ import annotations

from typing import Final

import regex

from govreport.figures.coded import coded_places
from govreport.figures.prose import stated
from govreport.figures.records import Fact
from govreport.figures.tables import Place, places
from govreport.tree.nodes import Heading, Paragraph
from govreport.tree.report import Report

_OFTEN: Final = 1200
"""Characters within which a text on disclosure names it once; government work reports do so once in ten thousand."""
_DISCLOSURE: Final = regex.compile("信息公开|信息公開|政务公开|政務公開|公开政府信息|依申请公开|公开年报|公开年度报告")
_REPORT: Final = regex.compile("报告|報告|年报|年報|总结|總結|统计表|統計表")
_NO_REPORT: Final = regex.compile(
    "(?:意见|通知|办法|规定|条例|规则|细则|方案|要点|规划|指南|答复|批复|复函|公告|通告)$"
)
"""How titles end of documents that speak of disclosure and are no report: 关于推进政务公开工作的意见."""
_FORM: Final = regex.compile("报告(?:的)?(?:格式|模板|编制|编写|报送)|(?:做好|编制|报送|开展).{0,30}报告.{0,12}通知$")
"""How those speak that say how the report is to be made: 关于做好2012年政府信息公开年度报告编制工作的通知."""


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
    """True where a report is on disclosure of government information: by its title, or by its text again and again.

    Menus do not count: the site of every government has 信息公开 there.
    """
    title = report.title or ""
    if _FORM.search(title) or (_NO_REPORT.search(title) and _REPORT.search(title) is None):
        return False
    if _DISCLOSURE.search(title) is not None:
        return True
    texts = [node.raw for node in report.body.walk() if isinstance(node, Paragraph | Heading)]
    said = sum(len(_DISCLOSURE.findall(text)) for text in texts)
    return said * _OFTEN >= sum(map(len, texts)) > 0
