"""Fields that readers set right: the value is kept with the report, and the words that say it become its leaf."""

from __future__ import annotations

from typing import Final

from govreport.corrections.fix import FieldFix
from govreport.corrections.outline import Entry, laid_out, nested
from govreport.corrections.source import Refused, Stretch
from govreport.tree.corrections import Correction, field_value, plain_value
from govreport.tree.nodes import (
    Addressee,
    Cell,
    Furniture,
    Node,
    Paragraph,
    Signature,
    SignedDate,
    TextLeaf,
    Title,
)
from govreport.tree.report import Report

_LEAVES: Final[dict[str, type[TextLeaf]]] = {
    "title": Title,
    "addressee": Addressee,
    "signature": Signature,
    "date": SignedDate,
}
"""The fields that have leaves of their own."""


def correct_field(report: Report, name: str, fix: FieldFix, text: str) -> list[Correction]:
    """Set a field right.

    Args:
        report: the report, which is changed.
        name: the field.
        fix: its value, and where the page says it.
        text: the report's text.

    Returns:
        What was changed.

    Raises:
        Refused: its words are not there, and nothing was changed.
    """
    if fix.span is not None and not 0 <= fix.span[0] < fix.span[1] <= len(text):
        raise Refused(f"the text has {len(text)} characters")
    try:
        value = field_value(name, fix.value)
    except ValueError as error:
        raise Refused(str(error)) from None
    old = plain_value(report.evidence(name).value)
    kind = _LEAVES.get(name)
    if kind is not None and (fix.span is not None or not value):
        pieces = [] if fix.span is None else _pieces(value, fix.span, text)
        _say(report, kind, pieces)
    start, end = fix.span or (None, None)
    return [Correction(name, old, plain_value(value), start, end)]


def _pieces(value: object, span: tuple[int, int], text: str) -> list[tuple[int, int]]:
    """The places of the leaves that say a value: one, or one for each name that signs."""
    start, end = span
    if not isinstance(value, list) or len(value) < 2:
        return [span]
    pieces = []
    for name in value:
        at = text.find(name, start, end)
        if at < 0:
            return [span]
        pieces.append((at, at + len(name)))
        start = at + len(name)
    return pieces


def _say(report: Report, kind: type[TextLeaf], pieces: list[tuple[int, int]]) -> None:
    """Let the leaves of a kind be those at some places, and no other of the document itself."""
    for zone in (report.front, report.back):
        children = _joined([Entry(0, child) for child in zone.children], pieces)
        zone.children = [made for child in children for made in _recut(child.node, kind, pieces, Furniture)]
    if kind is Title:
        return  # in the document itself words are not its title, but those of an enclosure
    entries: list[Entry] = []
    for entry in _joined(laid_out(report.body), pieces):
        made = _recut(entry.node, kind, pieces, Paragraph)
        for node in made:
            own = isinstance(node, (Signature, SignedDate)) and node is not entry.node
            entries.append(Entry(0 if own else entry.level, node))
    report.body.children = nested(entries)


def _joined(entries: list[Entry], pieces: list[tuple[int, int]]) -> list[Entry]:
    """Nodes of which those that say one thing over several lines are one leaf."""
    for start, end in pieces:
        first = next((at for at, entry in enumerate(entries) if entry.node.span[1] > start), len(entries))
        last = next((at for at, entry in enumerate(entries) if entry.node.span[1] >= end), first)
        own = [entry.node for entry in entries[first : last + 1]]
        texts = [node for node in own if isinstance(node, TextLeaf) and not isinstance(node, Cell)]
        if len(own) < 2 or len(texts) < len(own) or any(node.start is None for node in texts):
            continue
        stretch = Stretch(texts)
        one = Entry(entries[first].level, stretch.leaf(type(texts[0]), stretch.start, stretch.end))
        entries = [*entries[:first], one, *entries[last + 1 :]]
    return entries


def _recut(node: Node, kind: type[TextLeaf], pieces: list[tuple[int, int]], other: type[TextLeaf]) -> list[Node]:
    """A node cut where words in it say a field; one that said it before, and is not meant, becomes another leaf."""
    if not isinstance(node, TextLeaf) or isinstance(node, Cell) or node.start is None:
        return [node]
    first, last = node.start, node.start + len(node.raw)
    own = [(start, end) for start, end in pieces if first <= start and end <= last]
    if not own:
        return [Stretch([node]).leaf(other, *node.span)] if isinstance(node, kind) else [node]
    stretch = Stretch([node])
    rest = other if isinstance(node, kind) else type(node)
    out: list[Node] = []
    at = stretch.start
    for start, end in own:
        if stretch.words(at, start)[0] < stretch.words(at, start)[1]:
            out.append(stretch.leaf(rest, at, start))
            at = start
        behind = stretch.words(end, stretch.end)
        until = stretch.end if behind[0] == behind[1] else end
        out.append(stretch.leaf(kind, at, until))
        at = until
    if at < stretch.end:
        out.append(stretch.leaf(rest, at, stretch.end))
    return out
