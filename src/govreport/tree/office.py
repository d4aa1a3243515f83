"""Who issued a report: its office, the division and the level of government that it belongs to, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govreport.tree.evidence.places import metadata
from govreport.tree.report import Report
from govreport.words.division_codes import Division, bearing, later, of_code
from govreport.words.office_names import spelled_out
from govreport.words.office_places import Level, Place, place
from govreport.words.organ_kinds import organ_kind
from govreport.words.organisation_codes import Organisation, organisation_in
from govreport.words.site_domains import divisions_of_site

_SITE_CODE: Final = 10
"""Digits of the code of a local site (网站标识码); the first six are the division."""
_STATE: Final = "000000"
"""What stands for the division in the identity of a body of the state."""
_OWN: Final = tuple("自治区 自治州 自治县 自治旗 省 市 县 区 旗 州".split())
"""How a page calls its own division: 市人社局."""


@frozen
class Told:
    """What one source says of the division.

    Attributes:
        source: ``name``, ``site`` (网站标识码), ``index`` (the code of a body in the 索引号), ``domain``, or
            ``page``: other names of bodies on the page.
        divisions: the divisions that it can mean, one where it is certain.
    """

    source: str
    divisions: tuple[Division, ...]


@frozen
class Office:
    """An office as its report tells.

    Attributes:
        name: `Report.issuer`.
        id: the same for all reports of the office, however its name is spelled and what its division was called:
            ``110118:水务局`` for 密云县水务局 and 密云区水务局; None where there is no name.
        division: the division, with the code that it had in the year of the report; the county of a township.
        division_source: who tells: a source of `Told`, or two that tell it together, ``name+site``.
        level: central, province, prefecture, county or township.
        level_source: ``name``, or a source of `Told`.
        kind: its kind: see `govreport.words.organ_kinds`.
        organisation: its 组织机构代码, from the index number; that of the office that published the page.
        told: what each source tells of the division.
        disagreements: the sources that tell of another division.
    """

    name: str | None
    id: str | None
    division: Division | None
    division_source: str | None
    level: Level | None
    level_source: str | None
    kind: str | None
    organisation: str | None
    told: tuple[Told, ...]
    disagreements: tuple[str, ...]


def office(report: Report, year: int | None = None) -> Office:
    """Tell who issued a report.

    Args:
        report: a parsed report.
        year: the year that it is on, where it is known better than `Report.year`: codes of divisions go by it.

    Returns:
        The office; what cannot be told is None.
    """
    year = year if year is not None else report.year
    name = report.issuer
    where = place(name) if name else Place((), None, "")
    body = _organisation(report)
    others = [one for one in _others(report, body, year) if one.divisions]
    named = _named(where, year)
    division, source = _decided(where, named, others)
    level, level_source = _level(where, division, source)
    told = (Told("name", named), *others) if named else tuple(others)
    return Office(
        name, _identity(where, division, level) if name else None, division, source, level, level_source,
        organ_kind(name), body.code if body else None, told, _disagreeing(division, told),
    )  # fmt: skip


def _organisation(report: Report) -> Organisation | None:
    for _, value in metadata(report, "index"):
        if (found := organisation_in(value.raw)) is not None:
            return found
    return None


def _others(report: Report, body: Organisation | None, year: int | None) -> Iterator[Told]:
    """What the other sources tell, the surest first."""
    site = (report.footer.site_id if report.footer is not None else None) or ""
    if site.isdigit() and len(site) == _SITE_CODE:
        yield Told("site", _one(of_code(site[:6], year)))
    if body is not None and body.division:
        yield Told("index", _one(of_code(body.division, year)))
    if report.origin.url:
        yield Told("domain", divisions_of_site(report.origin.url))
    yield Told("page", _on_page(report, year))


def _one(division: Division | None) -> tuple[Division, ...]:
    return () if division is None else (division,)


def _on_page(report: Report, year: int | None) -> tuple[Division, ...]:
    """The division of the first body of the page, beside the issuer, whose name begins with one that is certain."""
    footer = report.footer
    names = [report.source, *report.signature, report.title, footer.organizer if footer is not None else None]
    for name in names:
        if name and name != report.issuer:
            found = _named(place(name), year)
            if len(found) == 1:
                return found
    return ()


def _named(where: Place, year: int | None) -> tuple[Division, ...]:
    """The divisions that a name can mean: in the wider ones that it names, and of its year where one is."""
    found: tuple[Division, ...] = ()
    for at, name in enumerate(_listed(where)):
        some = bearing(name)
        if at and found:
            some = tuple(one for one in some if any(other.holds(one.code) for other in found))
        found = some
    return tuple({later(one).code: one for one in _of_the_time(found, year)}.values())


def _of_the_time(some: tuple[Division, ...], year: int | None) -> tuple[Division, ...]:
    """Those of some divisions that were there in a year or, since reports are written later, the year after."""
    if year is None:
        return tuple(one for one in some if one.last is None) or some
    for at in (year, year + 1):
        if found := tuple(one for one in some if one.held(at)):
            return found
    return some


def _decided(where: Place, named: tuple[Division, ...], others: list[Told]) -> tuple[Division | None, str | None]:
    """The division and its source: the name, alone or with another that tells which is meant, else another alone."""
    if len(named) == 1:
        return named[0], "name"
    for one in others:
        fits = [division for division in named if any(_related(division, other) for other in one.divisions)]
        if len(fits) == 1:
            return fits[0], f"name+{one.source}"
    if named or where.level == "central" or _listed(where):
        return None, None  # where the table has not what the name names, another source tells of another division
    for one in others:
        if len(one.divisions) == 1 and _can_be(where, one.divisions[0]):
            return one.divisions[0], one.source
    return None, None


def _listed(where: Place) -> tuple[str, ...]:
    """The divisions that a name names, but for its own township, which has no code."""
    return where.names[:-1] if where.level == "township" else where.names


def _can_be(where: Place, division: Division) -> bool:
    """True where an office of a level can be of a division: 区教育局 is not the city's."""
    if where.level is None:
        return True
    return division.level == ("county" if where.level == "township" else where.level)


def _related(one: Division, other: Division) -> bool:
    """True where one division is the other, lies in it, or did; under the codes of their time or today's."""
    codes, others = ({division.code, later(division, merged=True).code} for division in (one, other))
    return any(_holds(a, b) or _holds(b, a) for a in codes for b in others)


def _holds(code: str, other: str) -> bool:
    division = of_code(code)
    return division is not None and division.holds(other)


def _level(where: Place, division: Division | None, source: str | None) -> tuple[Level | None, str | None]:
    if division is not None and not where.within:
        return division.level, "name" if where.level == division.level else source
    return where.level, "name" if where.level is not None else None


def _identity(where: Place, division: Division | None, level: Level | None) -> str:
    rest = where.rest
    if level == "township" and where.names:
        rest = where.names[-1] + rest
    if not where.names:
        own = next((one for one in _OWN if rest.startswith(one) and len(rest) > len(one)), "")
        rest = rest[len(own) :] if division is not None else rest
    if division is not None:
        return f"{later(division).code}:{spelled_out(rest)}"
    if level == "central":
        return f"{_STATE}:{spelled_out(rest)}"
    return f"{''.join(_listed(where))}:{spelled_out(rest)}"


def _disagreeing(division: Division | None, told: tuple[Told, ...]) -> tuple[str, ...]:
    if division is None:
        return ()
    return tuple(one.source for one in told if not any(_related(division, other) for other in one.divisions))
