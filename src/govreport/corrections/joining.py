"""Two pieces of a document joined, and one cut to a piece of the page: sections stay as deep as their numbers say."""

from __future__ import annotations

from typing import Final

from govreport.corrections.outline import Entry, laid_out, nested, open_headings, set_depths, surroundings
from govreport.corrections.source import Stretch
from govreport.tree.nodes import Attachment, Body, Heading, Node, Note, Signature, SignedDate, TextLeaf, Title
from govreport.words.section_numbers import Family, match_marker
from govreport.words.widths import half_width

CLOSE: Final = (Signature, SignedDate, Note, Attachment, Title)
"""What belongs to the document, wherever it stands under its last heading."""


def family_of(heading: Heading) -> Family | None:
    """How a heading's number is written; None where it has none."""
    marker = match_marker(half_width(heading.marker + heading.title)) if heading.marker else None
    return None if marker is None else marker.family


def join(body: Body, following: Body) -> None:
    """Put a piece of a document behind another.

    Args:
        body: the piece that comes first, which takes up the other.
        following: the other.  Where it begins without a heading, that goes on with the last section; its first number
            stands as deep as those that are written alike, else under the open numbers that are usually further out.
    """
    document = _last_document(body)
    before = {**surroundings(document), **surroundings(following)}
    entries = laid_out(document)
    enclosed = next((at for at, child in enumerate(following.children) if isinstance(child, Attachment)), None)
    rest = [] if enclosed is None else following.children[enclosed:]
    added = laid_out(Body(following.children[:enclosed]))
    first = next((at for at, entry in enumerate(added) if isinstance(entry.node, Heading)), len(added))
    if entries and not isinstance(entries[-1].node, CLOSE):
        for entry in added[:first]:
            if isinstance(entry.node, CLOSE):
                break
            entry.level = entries[-1].level
    if first < len(added):
        _shift(added[first:], _level(entries, added[first]))
    document.children = nested([*entries, *added])
    set_depths(document, before)
    body.children += rest


def _last_document(body: Body) -> Body | Attachment:
    last = body.children[-1] if body.children else None
    return last if isinstance(last, Attachment) else body


def _level(before: list[Entry], entry: Entry) -> int:
    """The level of the first heading of what is put behind something."""
    assert isinstance(entry.node, Heading)
    family = family_of(entry.node)
    if family is None:
        return entry.level
    for other in reversed(before):
        if isinstance(other.node, Heading) and family_of(other.node) is family:
            return other.level
    around = [
        other.level
        for other in open_headings(before)
        if isinstance(other.node, Heading) and (outer := family_of(other.node)) is not None and outer.rank < family.rank
    ]
    return max(around, default=0) + 1


def _shift(entries: list[Entry], level: int) -> None:
    """Let the first heading stand at a level, and with it what stands no further out."""
    old = entries[0].level
    for entry in entries:
        if entry.level < old and isinstance(entry.node, Heading):
            return
        if entry.level >= old:
            entry.level += level - old


def trim(document: Body | Attachment, start: int, end: int) -> None:
    """Leave of a document what stands between two places of the source, neither of them in a heading or a table."""
    before = surroundings(document)
    kept: list[Entry] = []
    for entry in laid_out(document):
        node = _trimmed(entry.node, start, end)
        if node is not None:
            kept.append(Entry(entry.level, node))
    document.children = nested(kept)
    set_depths(document, before)


def _trimmed(node: Node, start: int, end: int) -> Node | None:
    first, last = node.span
    if last <= start or first >= end:
        return None
    if isinstance(node, Attachment):
        trim(node, start, end)
    elif isinstance(node, TextLeaf) and (first < start or last > end):
        return Stretch([node]).leaf(type(node), max(first, start), min(last, end))
    return node
