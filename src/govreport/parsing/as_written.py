"""The leaves of a tree as the page has them, where the parse read it in another form, or a copy without markup."""

from __future__ import annotations

from govreport.parsing.reading_copy import ReadingCopy
from govreport.tree.nodes import Leaf, leaves
from govreport.tree.report import Report


def as_written(report: Report, source: str) -> None:
    """Give each leaf its own characters.

    Args:
        report: a parsed report, whose leaves tile the text that was parsed.
        source: the page's text, as long as that one.
    """
    for zone in (report.front, report.body, report.back):
        for leaf in leaves(zone):
            at = leaf.span[0]
            for name in ("lead", *leaf.pieces, "trail"):
                end = at + len(getattr(leaf, name))
                setattr(leaf, name, source[at:end])
                at = end


def as_in_source(report: Report, copy: ReadingCopy) -> None:
    """Give each leaf its own characters and its place in the source, and each issue its place there.

    Args:
        report: a parsed report, whose leaves tile the copy that was parsed.
        copy: the copy.
    """
    source, size = copy.source, len(copy.text)
    for issue in report.issues:
        issue.start = copy.place(issue.start, after=issue.start < size)
        issue.end = max(issue.start, copy.place(issue.end, after=issue.end == size))
    read = place = 0
    whole = -1  # up to where nothing is cut out
    for zone in (report.front, report.body, report.back):
        zone.start = len(source) if zone.start >= size else copy.place(zone.start, after=False)
        for leaf in leaves(zone):
            end = read + len(leaf.lead) + len(leaf.raw) + len(leaf.trail)
            if end >= whole:
                whole = copy.whole_until(read, place)
            if end < whole:
                _move(leaf, copy, place)
                place += end - read
            else:
                place = _spread(leaf, copy, read, place)
                whole = -1
            read = end


def _move(leaf: Leaf, copy: ReadingCopy, place: int) -> None:
    """Put a leaf that lacks nothing where it stands in the source."""
    leaf.start = place + len(leaf.lead)
    if not copy.is_typed_so:
        for name in ("lead", *leaf.pieces, "trail"):
            end = place + len(getattr(leaf, name))
            setattr(leaf, name, copy.source[place:end])
            place = end


def _spread(leaf: Leaf, copy: ReadingCopy, read: int, place: int) -> int:
    """Give a leaf what is cut out of it and beside it.

    Args:
        leaf: the leaf.
        copy: the copy.
        read: where it begins in the copy.
        place: where it begins in the source.

    Returns:
        Where it ends there.
    """
    names = ("lead", *leaf.pieces, "trail")
    values = [getattr(leaf, name) for name in names]
    last = read + sum(map(len, values)) - len(values[-1])  # where its words end
    for name, value in zip(names, values, strict=True):
        read += len(value)
        end = max(place, _end(copy, name, read, last))
        setattr(leaf, name, copy.source[place:end])
        place = end
        if name == "lead":
            leaf.start = place
    assert leaf.start is not None
    leaf.marks = copy.marks(leaf.start, leaf.start + len(leaf.raw))
    return place


def _end(copy: ReadingCopy, name: str, read: int, last: int) -> int:
    """Where a piece of a leaf ends in the source.

    Args:
        copy: the copy.
        name: the piece.
        read: where it ends in the copy.
        last: where the leaf's words end there.
    """
    if name == "trail":
        return len(copy.source) if read >= len(copy.text) else copy.place(read, after=False)
    # A mark before the words goes to what stands before them, one behind them to what follows.
    return copy.place(read, after=name == "lead" or (name in ("gap", "_title") and read < last))
