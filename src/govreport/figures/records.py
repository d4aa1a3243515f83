"""A figure of a report as a typed record."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import frozen

Number: TypeAlias = "int | Decimal"
Scope = Literal["year", "cumulative", "last-year", "change"]
"""What a figure is over: the year reported on, all years up to then, the year before, or the difference to it."""
Kind = Literal["sentence", "2019", "2021", "indicators", "codes", "fujian"]
"""Where a figure stands: in a sentence, or in a table of one of the forms (`govreport.figures.forms`)."""


@frozen
class Fact:
    """A figure that a report states.

    Attributes:
        variable: what it counts, in code: a key of `govreport.figures.VARIABLES`.
        label: the same in Chinese.
        value: the number; money in yuan, shares in percent.
        unit: the unit of ``value``: 件, 条, 人次, 元, % …
        unit_raw: the unit as written: 宗, 万元 …; empty where there is none, as for a negation.
        item: what the report calls it, where one variable has many: the class of ``disclosed_class``; else empty.
        scope: whether it is on the year, on all years, on the year before, or a change.
        part_of: the variable of the whole that it is named as a part of (其中); None where it is none.
        negated: True where the number is nought because the text denies it (未收到申请).
        approximate: True where the text says that it is about so many (余, 多, 近, 约).
        start: where it begins in the report's text, in characters; None for a tree that was not parsed.
        end: where it ends.
        sentence: the sentence, or the label of the row of a table.
        confidence: how likely it is right, from 0 to 1.
        kind: where it stands.
    """

    variable: str
    label: str
    value: Number
    unit: str
    unit_raw: str = ""
    item: str = ""
    scope: Scope = "year"
    part_of: str | None = None
    negated: bool = False
    approximate: bool = False
    start: int | None = None
    end: int | None = None
    sentence: str = ""
    confidence: float = 1.0
    kind: Kind = "sentence"

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it stands in the report's text, in characters."""
        return None if self.start is None or self.end is None else (self.start, self.end)
