"""The links that a file's markup has, on the leaves whose words they are."""

from __future__ import annotations

from bisect import bisect_right

from govreport.parsing.hints import LinkMark
from govreport.tree.links import LINK, Link, kind_of
from govreport.tree.nodes import Heading, Leaf, leaves
from govreport.tree.report import Report
from govreport.words.blanks import SPACES


def put_links(report: Report, marks: list[LinkMark]) -> None:
    """Give each leaf its links.  Words that go on over several leaves link from each of them.

    Args:
        report: a parsed report, whose leaves tile the text that was parsed.
        marks: the links, with places in that text.
    """
    own = [leaf for zone in (report.front, report.body, report.back) for leaf in leaves(zone)]
    if not own:
        return
    first, end = report.body.span
    starts = [leaf.span[0] for leaf in own]
    found: dict[int, list[Link]] = {}
    for mark in marks:
        index = max(bisect_right(starts, mark.start) - 1, 0)
        if mark.start == mark.end:
            if (
                index > 0
                and first < mark.start == starts[index]
                and (mark.start == end or isinstance(own[index], Heading))
            ):
                index -= 1  # it is drawn under the document's last line, or under that of the section before
            found.setdefault(index, []).append(_picture(own[index], mark))
            continue
        while index < len(own) and starts[index] < mark.end:
            link = _words(own[index], mark)
            if link is not None:
                found.setdefault(index, []).append(link)
            index += 1
    for index, links in found.items():
        own[index].links = tuple(links)


def _picture(leaf: Leaf, mark: LinkMark) -> Link:
    """A picture in the leaf that it stands in, or whose white space it stands in."""
    assert leaf.start is not None
    at = min(max(mark.start - leaf.start, 0), len(leaf.raw))
    return Link(mark.alt, mark.target, (at, at), mark.kind)


def _words(leaf: Leaf, mark: LinkMark) -> Link | None:
    """The words of a link that stand in a leaf, without the white space around them."""
    assert leaf.start is not None
    start, end = max(mark.start - leaf.start, 0), min(mark.end - leaf.start, len(leaf.raw))
    words = leaf.raw[start:end] if end > start else ""
    start += len(words) - len(words.lstrip(SPACES))
    words = words.strip(SPACES)
    kind = kind_of(mark.target, words) if mark.kind == LINK else mark.kind
    return Link(words, mark.target, (start, start + len(words)), kind) if words else None
