"""What a page says about its report: what the checks found, what the parser found odd, and what was checked at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govreport.statistics.findings import MISSING, Checked
from govreport.tree.issues_in_chinese import in_chinese
from govreport.tree.report import Report
from govreport.view.figures import At, Data

Line = Callable[[int | None], int]
"""Gives the line of a leaf, by its number."""


def status(outcome: Checked) -> Data:
    """Tell what was checked.

    Args:
        outcome: what the checks came to.

    Returns:
        JSON data: ``line`` in English and in Chinese; how many ``passed``, are ``violated``, are ``unknown``;
        ``unbound``, why nothing was checked.
    """
    return {
        "line": [outcome.status_line(), outcome.status_line("zh")],
        "passed": outcome.count("ok"),
        "violated": outcome.count("violated"),
        "unknown": outcome.count("not assessable"),
        "unbound": outcome.unbound,
    }


def violations(outcome: Checked, at: At, line: Line) -> tuple[list[Data], dict[int, list[int]]]:
    """Tell what is violated.

    Args:
        outcome: what the checks came to.
        at: gives the number of the leaf at an offset of the source.
        line: gives the line of a leaf.

    Returns:
        JSON data, a violation each: ``leaf``, ``line``, ``code`` (the rule's name), ``severity`` (``error`` where the
        form itself is the source of the rule), ``said`` in English and in Chinese, ``leaves`` of its heading, its
        sentence and all its numbers.  And by the ``id`` of each of its cells the numbers of the violations.
    """
    found: list[Data] = []
    faults: dict[int, list[int]] = {}
    for finding in outcome.findings:
        if finding.status != "violated":
            continue
        cells = [cell for side in (finding.left, finding.right) if side is not None for cell in side.cells]
        for cell in cells:
            faults.setdefault(id(cell), []).append(len(found))
        leaf = at(finding.start)
        leaves = {at(cell.start) for cell in cells if cell.raw}
        if finding.rule is not MISSING:  # what is not there has no place
            leaves.add(leaf)
        found.append(
            {
                "leaf": leaf,
                "line": line(leaf),
                "code": finding.rule.id,
                "severity": "error" if finding.rule.official else "warning",
                "said": [finding.said("en"), finding.said("zh")],
                "leaves": sorted(number for number in leaves if number is not None),
            }
        )
    return found, faults


def issues(report: Report, at: At, line: Line) -> Iterator[Data]:
    """Tell what the parser found odd.

    Args:
        report: any report.
        at: gives the number of the leaf at an offset of the source.
        line: gives the line of a leaf.

    Returns:
        JSON data, an issue each: ``leaf``, ``line``, ``code``, ``severity``, ``said`` in English and in Chinese.
    """
    for issue in report.issues:
        leaf = at(issue.start)
        yield {
            "leaf": leaf,
            "line": line(leaf),
            "code": issue.code,
            "severity": issue.severity,
            "said": [issue.message, in_chinese(issue)],
        }
