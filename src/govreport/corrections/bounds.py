"""Where the document begins and ends, moved: what changes its zone is parsed anew, by itself."""

from __future__ import annotations

from typing import Final

from govreport.corrections.joining import join, trim
from govreport.corrections.source import Refused, Stretch, dress
from govreport.parsing.pipeline import parse_zone
from govreport.tree.corrections import BODY_END, BODY_START, Correction
from govreport.tree.nodes import (
    Back,
    Body,
    Branch,
    Front,
    Furniture,
    Heading,
    Leaf,
    Node,
    Table,
    TextLeaf,
    Title,
    leaves,
)
from govreport.tree.report import Report

_EMPTY: Final = "the document would be empty"


def move_start(report: Report, at: int, text: str) -> list[Correction]:
    """Let the document begin at another place.

    Args:
        report: the report, which is changed.
        at: the place, in characters of the text.
        text: the report's text.

    Returns:
        What was changed; nothing where it begins there already.

    Raises:
        Refused: the document cannot begin there, and nothing was changed.
    """
    old, end = report.body.span
    at = _between_leaves(report, at, text)
    if at >= end:
        raise Refused(_EMPTY)
    if at < old:
        came = Body(_parsed(report, text, at, old, Body))
        report.front.children = _parted(report.front, at)[0]
        join(came, report.body)
        report.body.children = came.children
    elif at > old:
        went = _parsed(report, text, old, at, Front)
        trim(report.body, at, end)
        if any(isinstance(child, Title) for child in report.front.children):
            went = [_as_furniture(child) if isinstance(child, Title) else child for child in went]
        report.front.children += went
    else:
        return []
    report.body.start = at
    return [Correction(BODY_START, old, at, at, at)]


def move_end(report: Report, at: int, text: str) -> list[Correction]:
    """Let the document end at another place: as `move_start`."""
    start, old = report.body.span
    at = _between_leaves(report, at, text)
    if at <= start:
        raise Refused(_EMPTY)
    if at > old:
        came = Body(_parsed(report, text, old, at, Body))
        report.back.children = _parted(report.back, at)[1]
        join(report.body, came)
    elif at < old:
        went = _parsed(report, text, at, old, Back)
        trim(report.body, start, at)
        report.back.children[:0] = went
    else:
        return []
    report.back.start = at
    return [Correction(BODY_END, old, at, at, at)]


def _between_leaves(report: Report, at: int, text: str) -> int:
    """The same place with the white space before what stands there; one that can be cut at."""
    if at > len(text):
        raise Refused(f"the text has {len(text)} characters")
    for zone in (report.front, report.body, report.back):
        for node in zone.walk():
            start, end = node.span
            if isinstance(node, Table) and start < at < end:
                raise Refused("it stands in a table")
            if not isinstance(node, Leaf) or node.start is None or node.start + len(node.raw) <= at or not node.raw:
                continue
            if node.start >= at:
                return start
            if isinstance(node, Heading):
                raise Refused("it stands in a heading")
            return at
    return len(text)


def _parsed(report: Report, text: str, start: int, end: int, zone: type[Front | Body | Back]) -> list[Node]:
    """A piece of the page as a part of another zone."""
    try:
        made = parse_zone(text[start:end], zone)
    except ValueError as error:
        raise Refused(str(error)) from None
    new = [leaf for node in made for leaf in leaves(node)]
    for leaf in new:
        if leaf.start is not None:
            leaf.start += start
    dress(new, [leaf for part in (report.front, report.body, report.back) for leaf in leaves(part)])
    return made


def _parted(zone: Branch, at: int) -> tuple[list[Node], list[Node]]:
    """What stands in a zone of the site before a place and behind it."""
    before: list[Node] = []
    behind: list[Node] = []
    for child in zone.children:
        start, end = child.span
        if end <= at:
            before.append(child)
        elif start >= at or not isinstance(child, Leaf):
            behind.append(child)
        else:
            stretch = Stretch([child])
            kind = type(child) if isinstance(child, TextLeaf) else Furniture
            before.append(stretch.leaf(kind, start, at))
            behind.append(stretch.leaf(kind, at, end))
    return before, behind


def _as_furniture(leaf: Leaf) -> Furniture:
    return Stretch([leaf]).leaf(Furniture, *leaf.span)
