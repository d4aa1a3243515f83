"""The years of one office in a folder, each with its report, as a line above a report's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal
from urllib.parse import quote

from attrs import frozen

from govreport.serialize.article import escaped

State = Literal["there", "doubtful", "wrong"]
_WORST_FIRST: Final[tuple[State, ...]] = ("wrong", "doubtful", "there")
_SIGNS: Final = {"there": "", "doubtful": " ?", "wrong": " ✗"}


@frozen
class OnYear:
    """A report of the office.

    Attributes:
        year: the year that it is on.
        address: its file, as part of a URL.
        state: what it is like, by its checks and its confidence.
        here: whether it is the report of the page.
    """

    year: int
    address: str
    state: State
    here: bool = False


def years(issuer: str, reports: Sequence[OnYear]) -> str:
    """Print the years from the first to the last that an office has a report on.

    Args:
        issuer: the office.
        reports: its reports in the folder, the one of the page among them.

    Returns:
        HTML: a link for each year with a report, to the list where there are several; the year of the page lit; a link
        to the comparison with the report on the year before, where there is one.  Empty where there is only one report.
    """
    if len(reports) < 2:
        return ""
    by_year: dict[int, list[OnYear]] = {}
    for one in reports:
        by_year.setdefault(one.year, []).append(one)
    links = "".join(_year(issuer, at, by_year.get(at, [])) for at in range(min(by_year), max(by_year) + 1))
    here = next((one for one in reports if one.here), None)
    before = by_year.get(here.year - 1, []) if here is not None else []
    beside = ""
    if here is not None and before:
        href = escaped(f"diff?one={here.address}&other={before[0].address}")
        beside = f'<a class="beside" href="{href}" data-word="last_year"></a>'
    return f'<nav id="years" data-hint="years">{links}{beside}</nav>'


def _year(issuer: str, year: int, reports: list[OnYear]) -> str:
    if not reports:
        return f'<span class="missing">{year}</span>'
    state = next(one for one in _WORST_FIRST if any(report.state == one for report in reports))
    several = len(reports) > 1
    text = f"{year}{f' ({len(reports)})' if several else ''}{_SIGNS[state]}"
    lit = " lit" if any(one.here for one in reports) else ""
    if lit and not several:
        return f'<b class="{state}{lit}" aria-current="page">{text}</b>'
    href = f"/?filter={quote(f'{issuer} {year}')}" if several else f"view?file={reports[0].address}"
    return f'<a class="{state}{lit}" href="{escaped(href)}">{text}</a>'
