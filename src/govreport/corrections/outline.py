"""The sections of a document laid out flat, each node with its level, and nested again."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define

from govreport.tree.nodes import Attachment, Body, Heading, Node, Section


@define
class Entry:
    """A node of a document.

    Attributes:
        level: how many sections stand around it; a heading's own counts.
        node: the node; of a section its heading.
    """

    level: int
    node: Node


def laid_out(document: Body | Attachment) -> list[Entry]:
    """Lay a document out flat: the headings of its sections and what stands under them, in the order of the source."""
    entries: list[Entry] = []
    stack: list[tuple[int, Node]] = [(0, child) for child in reversed(document.children)]
    while stack:
        level, node = stack.pop()
        if isinstance(node, Section):
            entries.append(Entry(level + 1, node.heading))
            stack += [(level + 1, child) for child in reversed(node.children)]
        else:
            entries.append(Entry(level, node))
    return entries


def nested(entries: Iterable[Entry]) -> list[Node]:
    """Nest what was laid out: a heading ends the sections of its level and deeper ones, what follows stands in it.

    Where a level is left out, what stands there is put into the section around it.
    """
    out: list[Node] = []
    open_: list[tuple[int, Section]] = []
    for entry in entries:
        heads = isinstance(entry.node, Heading)
        while open_ and (open_[-1][0] > entry.level or (heads and open_[-1][0] == entry.level)):
            open_.pop()
        home = open_[-1][1].children if open_ else out
        if isinstance(entry.node, Heading):
            section = Section([], entry.node)
            home.append(section)
            open_.append((entry.level, section))
        else:
            home.append(entry.node)
    return out


def open_headings(entries: Iterable[Entry]) -> list[Entry]:
    """The headings whose sections are open behind what was laid out, the outermost first."""
    found: list[Entry] = []
    for entry in entries:
        heads = isinstance(entry.node, Heading)
        while found and (found[-1].level > entry.level or (heads and found[-1].level == entry.level)):
            found.pop()
        if heads:
            found.append(entry)
    return found


def settle(entries: list[Entry]) -> None:
    """Give what was laid out the levels at which it will stand once it is nested."""
    open_: list[tuple[int, int]] = []  # of each open section the level that was said, and where it stands
    for entry in entries:
        heads = isinstance(entry.node, Heading)
        while open_ and (open_[-1][0] > entry.level or (heads and open_[-1][0] == entry.level)):
            open_.pop()
        around = open_[-1][1] if open_ else 0
        if heads:
            open_.append((entry.level, around + 1))
        entry.level = around + heads


def set_depths(document: Body | Attachment, before: dict[int, tuple[int, ...]]) -> None:
    """Give headings whose surroundings have changed their depth: `govreport.Heading.depth` says what that counts.

    Args:
        document: the document, nested anew.
        before: what `surroundings` gave.
    """
    for heading, around in _headings(document):
        if before.get(id(heading)) != tuple(map(id, around)):
            counted = [one for one in around if one.marker] if heading.marker else around
            heading.depth = len(counted) + 1


def surroundings(document: Body | Attachment) -> dict[int, tuple[int, ...]]:
    """The headings around each heading, outermost first, all by their ``id``."""
    return {id(heading): tuple(map(id, around)) for heading, around in _headings(document)}


def _headings(document: Body | Attachment) -> list[tuple[Heading, list[Heading]]]:
    found: list[tuple[Heading, list[Heading]]] = []
    around: list[tuple[int, Heading]] = []
    for entry in laid_out(document):
        if isinstance(entry.node, Heading):
            while around and around[-1][0] >= entry.level:
                around.pop()
            found.append((entry.node, [heading for _, heading in around]))
            around.append((entry.level, entry.node))
    return found
