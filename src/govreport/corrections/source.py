"""Leaves cut anew: a stretch of the source, and the leaves that any piece of it makes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from govreport.tree.leaf import Mark
from govreport.tree.links import Link
from govreport.tree.nodes import Heading, Leaf, TextLeaf
from govreport.words.blanks import SPACES
from govreport.words.section_numbers import match_marker
from govreport.words.stops import STOPS
from govreport.words.widths import half_width

_Kind = TypeVar("_Kind", bound=TextLeaf)
_CLOSING = "".join(sign for sign in STOPS if sign not in "?？!！") + "，,、"
"""What closes a heading and is no part of its words; a question keeps its mark."""


class Refused(ValueError):  # noqa: N818 - says what became of it
    """A correction that does not fit the page."""


class Stretch:
    """A stretch of the source, of leaves that follow each other.

    Args:
        leaves: the leaves, as they stand in the source.

    Attributes:
        start: where it begins in the source, in characters.
        end: where it ends.
    """

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self.start = leaves[0].span[0]
        self.end = leaves[-1].span[1]
        self._text = "".join([leaf.lead + leaf.raw + leaf.trail for leaf in leaves])
        self._around: list[tuple[int, int]] = []  # leads and trails, which hold markup too
        self._marks: list[Mark] = []
        for leaf in leaves:
            start, end = leaf.span
            raw = start + len(leaf.lead)
            self._around += [(start, raw), (end - len(leaf.trail), end)]
            self._marks += [(raw + at, mark) for at, mark in leaf.marks]
        self._marks = sorted([*self._marks, *self._markup()])

    def _markup(self) -> list[Mark]:
        """What stands between the words of two leaves and is no white space: a mark in a leaf that holds both."""
        found = []
        for start, end in self._around:
            piece = self._piece(start, end)
            if stripped := piece.strip(SPACES):
                found.append((start + piece.index(stripped), stripped))
        return found

    def _piece(self, start: int, end: int) -> str:
        return self._text[start - self.start : end - self.start]

    def words(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of a piece begin and end, without the white space and markup around them."""
        around = [(first, last) for first, last in self._around if first < last]
        while start < end:
            passed = next((last for first, last in around if first <= start < last), start)
            if passed == start and self._piece(start, start + 1) in SPACES:
                passed += 1
            if passed == start:
                break
            start = min(passed, end)
        while end > start:
            passed = next((first for first, last in around if first < end <= last), end)
            if passed == end and self._piece(end - 1, end) in SPACES:
                passed -= 1
            if passed == end:
                break
            end = max(passed, start)
        return start, end

    def leaf(self, kind: type[_Kind], start: int, end: int) -> _Kind:
        """Make a leaf of a piece.

        Args:
            kind: its class, one whose leaves are one piece of text.
            start: where the piece begins in the source, with the white space before its words.
            end: where it ends, with the white space behind them.
        """
        first, last = self.words(start, end)
        made = kind(self._piece(first, last), self._piece(start, first), self._piece(last, end), first)
        self._dress(made, first, last)
        return made

    def heading(self, start: int, end: int, until: int, old: Heading | None = None) -> Heading:
        """Make a heading of a piece.

        Args:
            start: where the piece begins in the source, with the white space before the number.
            end: where the heading's words end, with the stop that closes them.
            until: where the piece ends, with the white space behind them.
            old: the heading that stood there, whose number it has; None where there was none.
        """
        first, last = self.words(start, end)
        raw = self._piece(first, last)
        marker, ordinal = (old._marker, old.ordinal) if old is not None else _marker(raw)
        words = raw[len(marker) :]
        gap = words[: len(words) - len(words.lstrip(SPACES))]
        if old is not None and old._title and words.startswith(old.gap):
            gap = old.gap
        title = words[len(gap) :]
        kept = title.rstrip(_CLOSING + SPACES)
        if old is not None and old.stop and title.endswith(old.stop):
            kept = title.removesuffix(old.stop)
        kept = kept if kept or not marker else ""
        made = Heading(marker, kept or ("" if marker else title), "", gap, self._piece(start, first))
        made.stop = title[len(made._title) :]
        made.trail, made.start, made.ordinal = self._piece(last, until), first, ordinal
        self._dress(made, first, last)
        return made

    def _dress(self, made: Leaf, first: int, last: int) -> None:
        """Give a leaf the marks of its words, and what `dress` gives."""
        marks = [(at - first, mark) for at, mark in self._marks if first <= at and at + len(mark) <= last]
        made.marks = tuple(marks)
        dress([made], self._leaves)


def dress(new: Sequence[Leaf], old: Sequence[Leaf]) -> None:
    """Give leaves the links of their words, the page that they begin on, and their place in HTML where that stays.

    Args:
        new: leaves, with their places in the source.
        old: the leaves that stood there, in order.
    """
    known = [leaf for leaf in old if leaf.start is not None]
    starts = [leaf.span[0] for leaf in known]
    for leaf in new:
        if leaf.start is None or not known:
            continue
        first, last = leaf.start, leaf.start + len(leaf.raw)
        at = max(bisect_right(starts, first) - 1, 0)
        links: list[Link] = []
        for one in known[at : max(bisect_left(starts, last), at + 1)]:
            moved = [_moved(link, (one.start or 0) - first) for link in one.links]
            links += [link for link in moved if link.where[0] >= 0 and link.where[1] <= last - first]
        holder = known[at]
        leaf.links = tuple(links)
        leaf.page = holder.page
        same = holder.start == first and len(holder.raw) == last - first
        leaf.source_span = holder.source_span if same else None


def _marker(raw: str) -> tuple[str, int | None]:
    """The number that a line begins with, and its value."""
    found = match_marker(half_width(raw))
    return ("", None) if found is None else (raw[: found.length], found.ordinal)


def _moved(link: Link, by: int) -> Link:
    start, end = link.where
    return Link(link.text, link.target, (start + by, end + by), link.kind)
