"""Lines that were broken, joined: what is cut out of a text so that each of its paragraphs stands on one line.

The other steps read the copy without that and need not know; the leaves get their own characters of the source back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from govreport.parsing.line import Line
from govreport.parsing.reading_copy import Cut, ReadingCopy
from govreport.parsing.running_lines import running_lines
from govreport.parsing.wrapping import going_on
from govreport.tree.nodes import Branch, Furniture, Leaf, Node, Section, Table, leaves
from govreport.tree.report import Report
from govreport.words.blanks import is_page_mark


class Joining:
    """What is cut out of a text.

    Attributes:
        cuts: the pieces, in order.
        running: the lines among them that are the page's and stand in no paragraph, as ``(start, end)`` in characters.
    """

    __slots__ = ("cuts", "running")

    def __init__(self, cuts: list[Cut], running: list[tuple[int, int]]) -> None:
        self.cuts = cuts
        self.running = running


def join_lines(lines: list[Line], copy: ReadingCopy, wraps: Container[int] | None) -> Joining:
    """Find what is to be cut out: line ends in the middle of paragraphs, and the running lines of pages.

    Args:
        lines: a text's lines, in order.
        copy: the text, with what it was copied from.
        wraps: offsets of the words of lines that go on with the line before, where who read the file knows what stands
            where; None for plain text and Markdown.
    """
    if wraps is not None:
        running = [False] * len(lines)
        above = [index - 1 if line.start in wraps else -1 for index, line in enumerate(lines)]
    else:
        running = running_lines(lines, copy.text)
        above = going_on(lines, running, copy)
    out = Joining([], [])
    if True not in running and max(above, default=-1) < 0:
        return out
    within = _within(above)
    for index, line in enumerate(lines):
        if index in within or above[index] >= 0:
            before = lines[index - 1]
            out.cuts.append(Cut(before.end, line.start, is_layout=True))
            if index in within:
                out.cuts.append(Cut(line.start, line.end))
        elif running[index] and not is_page_mark(line.text):
            out.cuts.append(Cut(line.start - len(line.lead), line.end + len(line.trail)))
            out.running.append((line.start, line.end))
    return out if len(out.running) < len(lines) else Joining([], [])  # a text is not of running lines alone


def _within(above: list[int]) -> set[int]:
    """The lines that stand in the middle of a paragraph and are no part of it."""
    return {at for index, first in enumerate(above) if first >= 0 for at in range(first + 1, index)}


def set_apart(report: Report, source: str, running: list[tuple[int, int]]) -> None:
    """Give running lines that stand between two leaves of a tree leaves of their own.

    Args:
        report: a report whose leaves tile the source.
        source: the page's text.
        running: places of running lines in it, in order.
    """
    for parent, index, leaf in reversed(_places(report)):
        assert leaf.start is not None
        start = leaf.start - len(leaf.lead)
        own = running[bisect_left(running, (start, 0)) : bisect_left(running, (leaf.start, 0))]
        if own:
            leaf.lead = ""
            parent.children[index:index] = _furniture(own, source, start, leaf.start)
    ends = [leaf for zone in (report.front, report.body, report.back) for leaf in leaves(zone)][-1:]
    for leaf in ends:
        at = len(source) - len(leaf.trail)
        own = running[bisect_left(running, (at, 0)) :]
        if own:
            leaf.trail = source[at : own[0][0]]
            report.back.children += _furniture(own, source, own[0][0], len(source))
            if not report.body.children:
                report.body.start = report.back.span[0]  # front, body and back meet, where one is empty too


def _furniture(lines: list[tuple[int, int]], source: str, start: int, end: int) -> list[Furniture]:
    """Make leaves of some lines, which tile the source from one place to another."""
    stops = [first for first, _ in lines[1:]] + [end]
    made = [
        Furniture(source[first:last], "", source[last:stop], first)
        for (first, last), stop in zip(lines, stops, strict=True)
    ]
    made[0].lead = source[start : lines[0][0]]
    return made


def _places(report: Report) -> list[tuple[Branch, int, Leaf]]:
    """Each leaf with the branch that takes what stands before it, and where; in the order of the source.

    A table takes nothing but rows, so what stands in one stays where it is.
    """
    out: list[tuple[Branch, int, Leaf]] = []
    stack: list[tuple[Node, Branch, int]] = [
        (child, zone, index)
        for zone in (report.back, report.body, report.front)
        for index, child in reversed(list(enumerate(zone.children)))
    ]
    while stack:
        node, parent, index = stack.pop()
        if isinstance(node, Leaf):
            out.append((parent, index, node))
            continue
        if isinstance(node, Table):
            first = next(leaves(node), None)
            if first is not None:
                out.append((parent, index, first))
            continue
        if isinstance(node, Section):
            out.append((parent, index, node.heading))
        stack += [(child, node, number) for number, child in enumerate(node.children)][::-1]
    return out
