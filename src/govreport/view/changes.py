"""The figures of two reports on disclosure side by side, with what changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govreport.figures import VARIABLES, Fact, Variable, facts
from govreport.serialize.article import escaped
from govreport.tree.report import Report


def figures_beside(one: Report, other: Report) -> str:
    """Print the figures that two reports state on their years, side by side.

    Args:
        one: the report on the left, this year's say.
        other: the report on the right.

    Returns:
        HTML, a table that folds, in the order of `govreport.figures.VARIABLES`: what is counted and its unit, the two
        figures, the difference and its share of the second.  Empty where the two have no figure in common.
    """
    left, right = _by_variable(one), _by_variable(other)
    if not left.keys() & right.keys():
        return ""
    names = [name for name in VARIABLES if name in left or name in right]
    rows = "".join(_row(VARIABLES[name], left.get(name), right.get(name)) for name in names)
    heads = "".join(f"<th>{escaped(year)}</th>" for year in (_year(one), _year(other)))
    change = '<th colspan="2" data-word="change"></th>'
    table = f'<table class="figures"><thead><tr><th></th>{heads}{change}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<details open><summary data-word="figures"></summary>{table}</details>'


def _by_variable(report: Report) -> dict[str, Fact]:
    """The figure that each variable has for the year; that of a table before that of a sentence, the surest first."""
    found: dict[str, Fact] = {}
    for fact in sorted(facts(report), key=lambda fact: (fact.kind != "sentence", fact.confidence)):
        if fact.scope == "year" and fact.part_of is None and not fact.item:
            found[fact.variable] = fact
    return found


def _row(variable: Variable, one: Fact | None, other: Fact | None) -> str:
    unit = next(fact.unit for fact in (one, other) if fact is not None)
    numbers = "".join(f"<td>{'' if fact is None else _printed(fact.value)}</td>" for fact in (one, other))
    changes = "".join(f"<td>{change}</td>" for change in _changes(one, other))
    return f"<tr><th>{escaped(variable.label)} <small>{escaped(unit)}</small></th>{numbers}{changes}</tr>"


def _changes(one: Fact | None, other: Fact | None) -> Iterator[str]:
    """The difference, and its share; blank where a figure is missing, the units differ or there was none before."""
    if one is None or other is None or one.unit != other.unit:
        yield from ("", "")
        return
    difference = Decimal(one.value) - Decimal(other.value)
    yield _printed(difference, sign="+")
    yield f"{difference / other.value * 100:+.0f} %" if other.value and difference else ""


def _printed(value: int | Decimal, sign: str = "") -> str:
    """A number with its thousands parted, without noughts after the point."""
    whole = int(value) if value == int(value) else value
    return f"{whole:{sign},}" if whole else "0"


def _year(report: Report) -> str:
    return "" if report.year is None else str(report.year)
