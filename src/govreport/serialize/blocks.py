"""A report as a flat row of blocks, each with the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from govreport.serialize.grids import line, words_of
from govreport.tree.nodes import (
    Addressee,
    Attachment,
    Heading,
    Node,
    Note,
    Paragraph,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
)
from govreport.tree.report import Report

Content: TypeAlias = Title | Addressee | Heading | Paragraph | Table | Note | Signature | SignedDate


@frozen(eq=False)
class Place:
    """Where blocks stand: a section, an enclosure, or the document outside of both.

    Two places are the same only where they are one object.

    Attributes:
        path: numbers of the section and of those around it, ``2.1``; ``A1.2`` in the first enclosure; the title of one
            without a number: ``名词解释.1``.
        headings: the headings from the outermost one to the section's own, each with its number: ``一、总体情况``.
        heading: the section's heading; None outside of any.
        empty: True for a section that holds no block but its heading, though it holds sections.
    """

    path: str = ""
    headings: tuple[str, ...] = ()
    heading: Heading | None = None
    empty: bool = False


@frozen
class Block:
    """A piece of a document: its title, a heading, a paragraph, a table, what opens and what closes it.

    Attributes:
        node: the node.
        place: where it stands; a heading stands in its own section.
        text: its text, clean; a table is a line a row, with tabs between its cells, as `govreport.serialize.grids`
            has them.
        start: offset in the source, in characters; None where it was built by hand.
        end: offset of its end.
    """

    node: Content
    place: Place
    text: str
    start: int | None
    end: int | None


def blocks(report: Report) -> Iterator[Block]:
    """Yield the blocks of a report, in source order, without the site around it.

    Args:
        report: any report.
    """
    outside = Place()
    titles = [leaf for leaf in report.front.children if isinstance(leaf, (Title, Signature, SignedDate))]
    pending = list(_placed([*titles, *report.body.children], outside))[::-1]
    while pending:
        node, place = pending.pop()
        if isinstance(node, (Section, Attachment)):
            pending += list(_placed(node.parts(), place))[::-1]
        elif isinstance(node, Content):
            yield _block(node, place)


def _placed(nodes: Iterable[Node], place: Place) -> Iterator[tuple[Node, Place]]:
    """Give each node its place; a section or an enclosure its own."""
    sections = enclosures = 0
    for node in nodes:
        if isinstance(node, Section):
            sections += 1
            step = _step(node.heading, sections)
            path = f"{place.path}.{step}" if place.path else step
            headings = (*place.headings, node.heading.marker + node.heading.title)
            holds = any(isinstance(child, Content) for child in node.children)
            yield node, Place(path, headings, node.heading, not holds and bool(node.sections))
        elif isinstance(node, Attachment):
            enclosures += 1
            yield node, Place(f"A{enclosures}", (node.title,) if node.title else ())
        else:
            yield node, place


def _step(heading: Heading, count: int) -> str:
    """A section's step of a path: its number, else its title, else its place among its siblings."""
    return heading.title or str(count) if heading.ordinal is None else str(heading.ordinal)


def _block(node: Content, place: Place) -> Block:
    if isinstance(node, Table):
        start, end = node.span
        return Block(node, place, "\n".join(map(line, words_of(node))), start, end)
    end_of_raw = None if node.start is None else node.start + len(node.raw)
    return Block(node, place, node.text, node.start, end_of_raw)
