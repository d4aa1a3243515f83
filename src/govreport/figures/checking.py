"""The figures of a report against one another: parts against their whole, sentences against tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from govreport.figures.records import Fact, Number
from govreport.figures.variables import VARIABLES
from govreport.statistics.checking import Finding, Side
from govreport.statistics.rules import Rule

PARTS: Final = Rule(
    "parts-and-whole", "the parts that a sentence names add up to no more than the whole", False, "tools"
)
TEXT: Final = Rule("text-and-table", "what a sentence counts is what the table counts", False, "tools")

_GROUPS: Final = (
    ("received_in_person", "received_fax", "received_email", "received_online", "received_letter",
     "received_letter_fax", "received_phone", "received_other_way"),
    ("received_natural_person", "received_organization"),
    ("disclosed_class",),
    ("reconsiderations_upheld", "reconsiderations_corrected", "reconsiderations_other", "reconsiderations_pending"),
    ("lawsuits_upheld", "lawsuits_corrected", "lawsuits_other", "lawsuits_pending"),
    ("closed_on_time", "closed_delayed"),
    ("staff_full_time", "staff_part_time"),
)  # fmt: skip
"""Parts that exclude one another, so that they may add up to their whole."""
_WHOLE_FREE: Final = frozenset({"disclosed_website", "disclosed_new_media"})


def check_facts(facts: Iterable[Fact]) -> list[Finding]:
    """Check the figures of one report.

    Args:
        facts: what `govreport.facts` gave.

    Returns:
        A finding for each whole with parts in one sentence: ``ok`` where they add up, ``violated`` where they come to
        more than the whole, ``not assessable`` where they come to less, for a sentence need not name all, or a number
        is about.  Then one for each variable that sentences and a table both count.
    """
    known = list(facts)
    said = [one for one in known if one.kind == "sentence" and one.scope == "year"]
    findings: list[Finding] = []
    for _, together in groupby(said, key=lambda one: one.sentence):
        findings += _parts(list(together))
    return [*findings, *_against_tables(said, [one for one in known if one.kind != "sentence"])]


def _parts(said: list[Fact]) -> Iterator[Finding]:
    for group in _GROUPS:
        parts = [one for one in said if one.variable in group]
        whole_code = VARIABLES[group[0]].whole
        wholes = [one for one in said if one.variable == whole_code or (parts and one.variable == parts[0].part_of)]
        if not parts or len(wholes) != 1:
            continue
        whole = wholes[0]
        total: Number = sum((one.value for one in parts), 0)
        about = whole.approximate or any(one.approximate for one in parts)
        yield _finding(PARTS, total, whole, " + ".join(f"{one.item or one.label} {one.value}" for one in parts), about)


def _finding(rule: Rule, total: Number, whole: Fact, says: str, about: bool) -> Finding:
    left, right = Side(total, (), says), Side(whole.value, (), f"{whole.label} {whole.value}")
    if about or total < whole.value:
        return Finding(rule, "not assessable", f"{says} of {right.says}", left, right, None, whole.start)
    status = "ok" if total == whole.value else "violated"
    message = f"{says} = {total}, but {right.says}" if status == "violated" else f"{says} = {right.says}"
    return Finding(rule, status, message, left, right, total - whole.value, whole.start)  # type: ignore[arg-type]


def _against_tables(said: list[Fact], tables: list[Fact]) -> Iterator[Finding]:
    printed = {one.variable: one for one in tables if one.scope == "year"}
    for variable, table in printed.items():
        sentences = [one for one in said if one.variable == variable and not one.approximate]
        values = {one.value for one in sentences}
        if not sentences or variable in _WHOLE_FREE:
            continue
        first = sentences[0]
        left = Side(first.value if len(values) == 1 else None, (), f"{first.label} {first.value}")
        right = Side(table.value, (), f"{table.label} {table.value}")
        if left.value is None:
            yield Finding(TEXT, "not assessable", f"sentences differ on {first.label}", left, right, None, first.start)
        else:
            yield Finding(
                TEXT,
                "ok" if left.value == table.value else "violated",
                f"{left.says} in the text, {table.value} in the table",
                left,
                right,
                left.value - table.value,
                first.start,
            )
