"""What the numbers of the tables must satisfy, as data, with who says so."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

from govreport.words.disclosure_form import APPLICANTS, OUTCOMES, result_rows

Across = Literal["columns", "rows", "cells"]


@frozen
class Term:
    """A number that goes into a side of an equation.

    Attributes:
        row: name of its row; empty where the rule goes over all rows.
        column: name of its column; empty where the rule goes over all columns.
        sign: -1 where it is taken away.
        previous: True for the report of the year before.
    """

    row: str = ""
    column: str = ""
    sign: int = 1
    previous: bool = False


@frozen
class Rule:
    """An equation between cells, or what a report must have.

    Attributes:
        id: its name, which `govreport check` prints.
        says: the rule in words.
        official: True where the form itself or the notice that laid it down says so; False where only tools check it.
        source: who says so.
    """

    id: str
    says: str
    official: bool
    source: str


@frozen
class Equation:
    """A rule over numbers: the two sides are equal.

    Attributes:
        rule: the rule.
        block: the table.
        across: ``columns`` or ``rows`` where it holds in each of them, ``cells`` where it holds once.
        left: one side.
        right: the other.
        quantity: what the text counts that is the left side; empty where that is made of cells.
        other: a second right side that will do as well.
    """

    rule: Rule
    block: str
    across: Across
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    quantity: str = ""
    other: tuple[Term, ...] = ()


_FORM: Final = "国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号: printed over the table"
_TOOLS: Final = "checking tools of practitioners; not printed in the form"


def _rows(*names: str) -> tuple[Term, ...]:
    return tuple(Term(row=name) for name in names)


def _columns(*names: str) -> tuple[Term, ...]:
    return tuple(Term(column=name) for name in names)


def _totals(*rows: str) -> tuple[Term, ...]:
    return tuple(Term(row, "total") for row in rows)


BALANCE: Final = Rule("requests-balance", "新收 + 上年结转 = 总计 + 结转下年度", True, _FORM)
RESULTS: Final = Rule("requests-results", "the results of a column add up to its 总计", False, _TOOLS)
APPLICANT_SUM: Final = Rule("requests-applicants", "the applicants of a row add up to its 总计", False, _TOOLS)
REVIEW_SUM: Final = Rule("review-outcomes", "the outcomes add up to their 总计", False, _TOOLS)
CARRIED: Final = Rule("carried-over", "结转下年度 of the year before = 上年结转", False, _TOOLS)
IN_FORCE: Final = Rule("in-force", "现行有效 = 现行有效 of the year before + 制发 - 废止", False, _TOOLS)
TEXT: Final = Rule("text-and-table", "what the text counts is what the table counts", False, _TOOLS)

EQUATIONS: Final[tuple[Equation, ...]] = (
    Equation(BALANCE, "requests", "columns", _rows("new_received", "carried_over"), _rows("total", "carried_forward")),
    Equation(RESULTS, "requests", "columns", _rows(*result_rows()), _rows("total")),
    Equation(APPLICANT_SUM, "requests", "rows", _columns(*(one.name for one in APPLICANTS[:-1])), _columns("total")),
    Equation(REVIEW_SUM, "review", "rows", _columns(*(one.name for one in OUTCOMES[:-1])), _columns("total")),
    Equation(CARRIED, "requests", "cells", (Term("carried_forward", "total", previous=True),), _totals("carried_over")),
    *(
        Equation(
            IN_FORCE,
            "disclosure",
            "cells",
            (Term(row, "in_force", previous=True), Term(row, "issued"), Term(row, "repealed", -1)),
            (Term(row, "in_force"),),
        )
        for row in ("rules", "normative_documents")
    ),
    Equation(TEXT, "requests", "cells", (), _totals("new_received"), "new_received"),
    Equation(
        TEXT, "requests", "cells", (), _totals("new_received"), "received", _totals("new_received", "carried_over")
    ),
    Equation(TEXT, "requests", "cells", (), _totals("carried_over"), "carried_over"),
    Equation(TEXT, "requests", "cells", (), _totals("total"), "handled"),
    Equation(TEXT, "requests", "cells", (), _totals("carried_forward"), "carried_forward"),
    Equation(TEXT, "review", "cells", (), _totals("reconsideration"), "reconsideration"),
    Equation(
        TEXT, "review", "cells", (), _totals("direct_litigation", "litigation_after_reconsideration"), "litigation"
    ),
)
"""Every equation over the numbers."""
