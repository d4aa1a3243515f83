"""Statistics against the rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import define, frozen

from govreport.statistics.records import Block, Cell, DisclosureStatistics, Record
from govreport.statistics.rules import EQUATIONS, Equation, Rule, Term

Verdict = Literal["ok", "violated", "not assessable"]
Number: TypeAlias = "int | Decimal"

_YEAR_BEFORE: Final = " of the year before"


@frozen
class Side:
    """One side of an equation.

    Attributes:
        value: its sum; None where a cell of it is unknown, or none of them holds a number.
        cells: its cells, in order; none where the text gives the number.
        says: the side in words: ``一、本年新收政府信息公开申请数量 96 + 二、上年结转政府信息公开申请数量 3``.
    """

    value: Number | None
    cells: tuple[Cell, ...]
    says: str


@define(slots=True)
class Finding:
    """What became of a rule in one place.

    Attributes:
        rule: the rule.
        status: ``ok``, ``violated``, or ``not assessable`` where a number is missing.
        message: one line that names the place and the numbers.
        left: one side of the equation; None for a rule that is none.
        right: the other.
        difference: left minus right; None where not assessable.
        start: offset in the source of what to look at, in characters; None where there is no such place.
        in_chinese: the message in Chinese; empty where there is none.
    """

    rule: Rule
    status: Verdict
    message: str
    left: Side | None = None
    right: Side | None = None
    difference: Number | None = None
    start: int | None = None
    in_chinese: str = ""

    def said(self, language: str) -> str:
        """Give the message in a language.

        Args:
            language: ``zh`` for Chinese; English for any other, and where there is none in Chinese.
        """
        return (self.in_chinese if language == "zh" else "") or self.message


def check(statistics: DisclosureStatistics, previous: DisclosureStatistics | None = None) -> list[Finding]:
    """Check the numbers of a report against the rules.

    A blank cell counts as nought, except a blank 总计 beside other numbers, which was left out.  An equation with an
    unknown cell, or with no number at all on one side, is not assessable.

    Args:
        statistics: what was read from the report.
        previous: the same of the report of the year before, for the rules that go from year to year.

    Returns:
        A finding for every rule in every place, in the order of the rules.

    Raises:
        ValueError: the titles of the two say that ``previous`` is not on the year before.
    """
    if previous and previous.year and statistics.year and previous.year != statistics.year - 1:
        raise ValueError(f"previous is the report on {previous.year}, not on {statistics.year - 1}")
    return [finding for equation in EQUATIONS for finding in _findings(equation, statistics, previous)]


def _findings(
    equation: Equation, statistics: DisclosureStatistics, previous: DisclosureStatistics | None
) -> Iterator[Finding]:
    block: Block = getattr(statistics, equation.block)
    if not block.found or (previous is None and any(term.previous for term in equation.left)):
        return
    if equation.quantity:
        yield from _text(equation, block, statistics)
    elif equation.across == "rows":
        for record in block:
            if record.found:
                yield _compare(equation, record.row.short, block, None, record.row.name, "")
    elif equation.across == "columns":
        for column in block.form.rows[0].columns:
            yield _compare(equation, column.label, block, None, "", column.name)
    else:
        before = getattr(previous, equation.block)
        if all(_has(before if term.previous else block, term) for term in (*equation.left, *equation.right)):
            yield _compare(equation, "", block, before, "", "")


def _compare(equation: Equation, place: str, block: Block, before: Block | None, row: str, column: str) -> Finding:
    left = _side(equation.left, block, before, row, column)
    right = _side(equation.right, block, before, row, column)
    return _finding(equation.rule, place, left, right)


def _text(equation: Equation, block: Block, statistics: DisclosureStatistics) -> Iterator[Finding]:
    """What the text says against the table; sentences that differ from one another are on different things."""
    said = [one for one in statistics.statements if one.quantity == equation.quantity]
    if not said:
        return
    left = Side(said[0].value if len({one.value for one in said}) == 1 else None, (), "".join(said[0].raw.split()))
    right = _side(equation.right, block, None, "", "")
    if equation.other:
        other = _side(equation.other, block, None, "", "")
        if other.value is None:
            left = Side(None, (), left.says)
        elif left.value == other.value:
            right = other
    finding = _finding(equation.rule, "", left, right)
    finding.start = said[0].start
    yield finding


def _finding(rule: Rule, place: str, left: Side, right: Side) -> Finding:
    start = next((cell.start for cell in (*right.cells, *left.cells) if cell.start is not None), None)
    if left.value is None or right.value is None:
        status: Verdict = "not assessable"
        difference = None
        message = f"{left.says} or {right.says} is not known"
        in_chinese = f"{left.says} 或 {right.says} 不明"
    elif left.value == right.value:
        status, difference = "ok", left.value - right.value
        message = in_chinese = f"{left.says} = {right.says}"
    else:
        status, difference = "violated", left.value - right.value
        message = f"{_with_sum(left)}, but {_with_sum(right)}"
        in_chinese = f"{_with_sum(left)}，而 {_with_sum(right)}"
    if place:
        message, in_chinese = f"{place}: {message}", f"{place}：{in_chinese}"
    in_chinese = in_chinese.replace(_YEAR_BEFORE, "（上一年）")
    return Finding(rule, status, message, left, right, difference, start, in_chinese)


def _with_sum(side: Side) -> str:
    return f"{side.says} = {side.value}" if " + " in side.says or " - " in side.says else side.says


def _record(block: Block, name: str) -> Record | None:
    for record in block.records:
        if record.row.name == name:
            return record
    return None


def _has(block: Block, term: Term) -> bool:
    """True where a table has a number: either year's report may be on another edition of the form."""
    record = _record(block, term.row)
    return record is not None and any(column.name == term.column for column in record.row.columns)


def _side(terms: tuple[Term, ...], block: Block, before: Block | None, row: str, column: str) -> Side:
    """Add up one side of an equation, in one row or column where it holds in each."""
    amounts: list[Number | None] = []
    cells: list[Cell] = []
    says = ""
    for term in terms:
        name = term.column or column
        record = _record(before if term.previous and before else block, term.row or row)
        if record is None:  # the other edition's
            continue
        cell = record[name]
        amount = _amount(record, name)
        amounts.append(None if amount is None else term.sign * amount)
        cells.append(cell)
        label = _label(term, record, name)
        if amount != 0 or len(terms) < 3:
            says += f"{' - ' if term.sign < 0 else ' + ' if says else ''}{label} {'?' if amount is None else amount}"
    value = None
    if None not in amounts and any(cell.status == "reported" for cell in cells):
        value = sum(amount for amount in amounts if amount is not None)
    return Side(value, tuple(cells), says or "0")


def _label(term: Term, record: Record, column: str) -> str:
    """A cell in words: its row where the rule goes over columns, its column where it goes over rows, else both."""
    label = record.row.short if term.row else ""
    if not term.row or (term.column and column != "total"):
        label += next(one.label for one in record.row.columns if one.name == column)
    return label + _YEAR_BEFORE if term.previous else label


def _amount(record: Record, column: str) -> Number | None:
    """What a cell counts for: a blank one is nought, but a total beside other numbers was left out."""
    cell = record[column]
    if cell.status in ("reported", "unknown"):
        return cell.value
    if column == "total" and any(other.value or other.status == "unknown" for other in record.cells):
        return None
    return 0
