"""The words under a node, line by line, without the site around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from govreport.tree.leaf import Leaf
from govreport.tree.leaf_kinds import Heading
from govreport.tree.placed import LINE_ENDS

_OF_THE_SITE: Final = frozenset("furniture breadcrumb metadata footer-field".split())
_APART: Final = frozenset({"section", "attachment"})


def text_under(node: Any, whole: bool) -> str:
    """Give the text under a node: a line a paragraph and a row of a table, cells parted by tabs.

    Args:
        node: a branch.
        whole: take its heading, and the sections and enclosures in it, too.
    """
    lines: list[str] = []
    before: Leaf | None = None
    for part in _parts(node, whole):
        if part.kind == "row":
            lines.append("\t".join([cell.text for cell in part.parts()]))
            before = None
        elif part.kind not in _OF_THE_SITE:
            between = _on_one_line(before, part)
            if between is None:
                lines.append(part.text)
            else:
                lines[-1] += between + part.text
            before = part
    return "\n".join(filter(None, lines))


def own_leaves(node: Any) -> Iterator[Leaf]:
    """Yield the leaves of a branch that stand in no section or enclosure in it: heading, paragraphs, cells."""
    for part in _parts(node, whole=False, heading=True):
        if part.kind == "row":
            yield from part.parts()
        else:
            yield part


def _parts(node: Any, whole: bool, heading: bool = False) -> Iterator[Any]:
    """The rows and the leaves under a node, in order."""
    stack = list(reversed(node.parts()))
    if node.kind == "section" and not whole and not heading:
        stack.pop()
    if node.kind == "row":
        yield node
        return
    while stack:
        part = stack.pop()
        if part.kind == "row" or isinstance(part, Leaf):
            yield part
        elif whole or part.kind not in _APART:
            stack += reversed(part.parts())


def _on_one_line(before: Leaf | None, leaf: Leaf) -> str | None:
    """What parts a leaf from a heading on its line; None where it begins a line of its own."""
    if not isinstance(before, Heading) or (leaf.start is None and before.start is not None):
        return None
    between = before.trail + leaf.lead
    if not LINE_ENDS.isdisjoint(between):
        return None
    return " " if between else ""
