"""Headings that readers add, drop, end elsewhere, or put at another level."""

from __future__ import annotations

from govreport.corrections.fix import HeadingFix
from govreport.corrections.joining import CLOSE, family_of
from govreport.corrections.outline import Entry, laid_out, nested, open_headings, set_depths, settle, surroundings
from govreport.corrections.source import Refused, Stretch
from govreport.tree.corrections import HEADING_ADDED, HEADING_DROPPED, HEADING_ENDED, HEADING_LEVEL, Correction
from govreport.tree.nodes import Attachment, Body, Cell, Heading, Leaf, Node, Paragraph, TextLeaf, leaves
from govreport.tree.report import Report


class HeadingEdits:
    """The documents of a report, laid out while their headings are set right.

    Args:
        report: the report, which is changed when `close` is called.
    """

    def __init__(self, report: Report) -> None:
        self._documents: list[Body | Attachment] = [report.body]
        self._documents += [node for node in report.body.walk() if isinstance(node, Attachment)]
        self._places = [document.span for document in self._documents]
        self._before = [surroundings(document) for document in self._documents]
        self._entries = [laid_out(document) for document in self._documents]

    def correct(self, fix: HeadingFix) -> list[Correction]:
        """Do with a heading what a reader says.

        Args:
            fix: what is to be done.

        Returns:
            What was changed; nothing where it is as the reader says already, as a later parser may have it.

        Raises:
            Refused: it does not fit the page, and nothing was changed.
        """
        entries = self._entries_at(fix.at)
        made = _done(entries, fix)
        settle(entries)
        return made

    def close(self) -> None:
        """Nest the documents again."""
        for document, entries, before in zip(self._documents, self._entries, self._before, strict=True):
            document.children = nested(entries)
            set_depths(document, before)

    def _entries_at(self, at: int) -> list[Entry]:
        """The document that a place stands in: the innermost, which comes last of those around it."""
        holders = [index for index, (start, end) in enumerate(self._places) if start <= at < end]
        if not holders:
            raise Refused("it stands outside of the document")
        return self._entries[holders[-1]]


def _done(entries: list[Entry], fix: HeadingFix) -> list[Correction]:
    index = _leaf_at(entries, fix.at)
    heading = entries[index].node
    if not isinstance(heading, Heading):
        if fix.do == "drop" and heading.span[0] <= fix.at <= _start(heading):
            return []
        if fix.do in ("add", "end"):  # who says where a heading ends says that there is one
            return [_add(entries, fix)]
    if not isinstance(heading, Heading) or heading.start != fix.at:
        raise Refused("no heading begins there")
    old, start, end = heading.text, fix.at, fix.at + len(heading.raw)
    if fix.do == "drop":
        _drop(entries, index)
        return [Correction(HEADING_DROPPED, old, None, start, end)]
    made = []
    if fix.end is not None and fix.end != end:
        _end(entries, index, fix.end)
        made.append(Correction(HEADING_ENDED, old, heading.text, start, start + len(heading.raw)))
    level = entries[index].level
    if fix.level is not None and fix.level != level:
        _put_at_level(entries, index, fix.level)
        made.append(Correction(HEADING_LEVEL, level, fix.level, start, end))
    return made


def _start(node: Node) -> int:
    """Where the words of a node begin."""
    first = next((leaf.start for leaf in leaves(node)), None)
    return -1 if first is None else first


def _drop(entries: list[Entry], index: int) -> None:
    """Make a heading a paragraph, with the paragraph on its line."""
    entry = entries[index]
    own = [entry.node, *(one.node for one in entries[index + 1 : index + 2] if _runs_in(entry, one))]
    stretch = Stretch([leaf for leaf in own if isinstance(leaf, Leaf)])
    entries[index : index + len(own)] = [Entry(entry.level, stretch.leaf(Paragraph, stretch.start, stretch.end))]


def _runs_in(heading: Entry, following: Entry) -> bool:
    """True where a paragraph goes on in the line of a heading."""
    one, other = heading.node, following.node
    if not isinstance(one, Heading) or not isinstance(other, Paragraph) or other.start is None:
        return False
    return "\n" not in one.trail + other.lead and "\r" not in one.trail + other.lead


def _put_at_level(entries: list[Entry], index: int, level: int) -> None:
    """Give a heading another level; what stands under it goes with it."""
    old = entries[index].level
    _check_level(entries[:index], level)
    end = index + 1
    while end < len(entries) and entries[end].level >= old:
        if isinstance(entries[end].node, Heading) and entries[end].level == old:
            break
        end += 1
    for entry in entries[index:end]:
        entry.level += level - old


def _check_level(before: list[Entry], level: int) -> None:
    deepest = max([entry.level for entry in open_headings(before)], default=0) + 1
    if not 1 <= level <= deepest:
        raise Refused(f"there is no place at level {level}: the deepest there is {deepest}")


def _end(entries: list[Entry], index: int, end: int) -> None:
    """End a heading at another place: its paragraph begins there."""
    heading = entries[index].node
    assert isinstance(heading, Heading)
    start = heading.start or 0
    own: list[Leaf] = [heading]
    if index + 1 < len(entries):
        following = entries[index + 1]
        beyond = end > start + len(heading.raw)
        if isinstance(following.node, Paragraph) and (beyond or _runs_in(entries[index], following)):
            own.append(following.node)
    stretch = Stretch(own)
    if not start + len(heading._marker) <= end <= stretch.words(stretch.start, stretch.end)[1]:
        raise Refused("the heading and its paragraph do not reach to its end")
    if end == start:
        raise Refused("a heading without a number has words")
    first, last = stretch.words(end, stretch.end)
    rest = [Entry(entries[index].level, stretch.leaf(Paragraph, first, stretch.end))] if first < last else []
    made = stretch.heading(stretch.start, end, first if rest else stretch.end, heading)
    for name in ("_title", "stop", "gap", "trail", "marks", "links", "source_span"):
        setattr(heading, name, getattr(made, name))
    heading.confidence = 1.0
    entries[index + 1 : index + len(own)] = rest


def _add(entries: list[Entry], fix: HeadingFix) -> Correction:
    """Make a heading in a paragraph: what stands before it stays one, and what stands behind it is one of its own."""
    index = _leaf_at(entries, fix.at)
    entry = entries[index]
    leaf = entry.node
    if not isinstance(leaf, TextLeaf) or isinstance(leaf, Cell):
        raise Refused("it stands in a table")
    stretch = Stretch([leaf])
    at, last = stretch.words(fix.at, stretch.end)
    end = last if fix.end is None else fix.end
    if not at < end <= last:
        raise Refused("the paragraph does not reach to its end")
    first = stretch.words(stretch.start, at)
    before = [Entry(entry.level, stretch.leaf(type(leaf), stretch.start, at))] if first[0] < first[1] else []
    rest = stretch.words(end, stretch.end)
    under = rest[0] < rest[1]
    heading = stretch.heading(at if before else stretch.start, end, rest[0] if under else stretch.end)
    level = _level(entries[:index], entry, heading) if fix.level is None else fix.level
    _check_level([*entries[:index], *before], level)
    made = [*before, Entry(level, heading)]
    if under:
        made.append(Entry(level, stretch.leaf(Paragraph, rest[0], stretch.end)))
    for following in entries[index + 1 :]:
        if following.level != entry.level or isinstance(following.node, (Heading, *CLOSE)):
            break
        following.level = level
    entries[index : index + 1] = made
    return Correction(HEADING_ADDED, None, heading.text, at, at + len(heading.raw))


def _leaf_at(entries: list[Entry], at: int) -> int:
    for index, entry in enumerate(entries):
        start, end = entry.node.span
        if start <= at < end:
            return index
    raise Refused("nothing stands there")


def _level(before: list[Entry], entry: Entry, heading: Heading) -> int:
    """The level of a heading whose reader gives none."""
    family = family_of(heading)
    if family is not None:
        for other in reversed(before):
            if isinstance(other.node, Heading) and family_of(other.node) is family:
                return other.level
        return entry.level + 1
    return max(entry.level, 1)
