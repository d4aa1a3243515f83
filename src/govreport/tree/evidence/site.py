"""Where on which site the page stands: the site's name and code, and the column, as the page shows them or its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.tree.evidence.places import in_head, metadata, value_of, whole
from govreport.tree.evidence.weighing import Candidate, same_text
from govreport.tree.evidence.weights import weight
from govreport.tree.nodes import Breadcrumb, FooterField

if TYPE_CHECKING:
    from govreport.tree.report import Report

_OWN: Final = frozenset("正文 详情 内容 信息内容 文章内容 详细内容 首页".split())
"""Last steps of breadcrumbs that name no column."""


def site_name(report: Report) -> Iterator[Candidate]:
    """Yield what the page's head calls its site."""
    yield from _in_head(report, "site_name", "SiteName")


def site_id(report: Report) -> Iterator[Candidate]:
    """Yield the site's code (网站标识码): from the foot of the page, and from its head."""
    for leaf in report.back.children:
        if isinstance(leaf, FooterField) and leaf.key == "site_id" and (value := value_of(leaf)).raw:
            yield Candidate(value.value, value.span, "footer", weight("site_id", "footer"))
    yield from _in_head(report, "site_id", "SiteIDCode")


def column(report: Report) -> Iterator[Candidate]:
    """Yield the column (栏目) that the page stands in: from its metadata and its breadcrumb, and from its head."""
    for _, value in metadata(report, "column"):
        yield Candidate(value.value, value.span, "metadata", weight("column", "metadata"))
    for leaf in report.front.children:
        if not isinstance(leaf, Breadcrumb):
            continue
        title = report.title or ""
        names = [name for name in leaf.names if name not in _OWN and not same_text(name, title)]
        at = leaf.raw.rfind(names[-1]) if names else -1
        if at >= 0:
            step = whole(leaf).part(at, at + len(names[-1]))
            yield Candidate(step.value, step.span, "breadcrumb", weight("column", "breadcrumb"))
    yield from _in_head(report, "column", "ColumnName")


def _in_head(report: Report, field: str, name: str) -> Iterator[Candidate]:
    if value := in_head(report, name):
        yield Candidate(value, None, f"head {name}", weight(field, f"head {name}"))
