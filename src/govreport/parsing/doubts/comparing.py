"""Two trees of one page compared: where a second reading that should say the same says something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.tree.nodes import Heading, Leaf, Signature, SignedDate, Title, leaves
from govreport.tree.report import Report

_WORDS: Final = 12  # first and last characters of a document that are compared


class Difference(NamedTuple):
    """Something that another reading of a page has otherwise.

    Attributes:
        look: what it is, by its name in `govreport.parsing.doubts.weights`.
        code: the doubt that it makes.
        start: where it stands in the page, in characters.
        end: where it ends.
        detail: the words there.
    """

    look: str
    code: str
    start: int
    end: int
    detail: str


def differences(report: Report, again: Report, reading: str) -> Iterator[Difference]:
    """Yield what another reading of a page has otherwise; blanks do not count, nor where in its text a thing stands.

    Args:
        report: the tree of the page.
        again: that of the other reading.
        reading: what the names of the looks begin with.
    """
    body = [leaf for leaf in leaves(report.body) if leaf.raw.strip()]
    first, last = (body[0], body[-1]) if body else (None, None)
    titles, others = _of_kind(report, Title), _of_kind(again, Title)
    words, other = _words(report), _words(again)
    if _raw(titles[:1]) != _raw(others[:1]):
        yield _at(titles[0] if titles else first, f"{reading} title", "uncertain-title")
    if words[:_WORDS] != other[:_WORDS]:
        yield _at(first, f"{reading} beginning", "uncertain-beginning")
    if words[-_WORDS:] != other[-_WORDS:]:
        yield _at(last, f"{reading} end", "uncertain-end")
    closing = (Signature, SignedDate)
    if _raw(_of_kind(report, closing)) != _raw(_of_kind(again, closing)):
        yield _at(last, f"{reading} closing", "uncertain-field")
    yield from _in_outline(report, again, reading)


def _in_outline(report: Report, again: Report, reading: str) -> Iterator[Difference]:
    """Yield the headings and numbered units that only one of two readings has."""
    own, others = _headings(report), _headings(again)
    markers = Counter(_bare(one.marker) for one in others)
    titles = Counter(_said(one) for one in others)
    for one in own:
        if titles[_said(one)]:
            titles[_said(one)] -= 1
        elif not one.marker:
            yield _at(one, f"{reading} unnumbered", "possible-heading")
        elif markers[_bare(one.marker)]:
            yield _at(one, f"{reading} heading", "possible-heading")
        else:
            yield _at(one, f"{reading} unit", "possible-heading")
    if len(others) > len(own):
        missing = titles - Counter(_said(one) for one in own)
        unit = next((one for one in others if missing[_said(one)]), others[-1])
        yield _at(_leaf_of(report, unit), f"{reading} {'unit' if unit.marker else 'unnumbered'}", "possible-heading")


def _headings(report: Report) -> list[Heading]:
    return [node for node in report.walk() if isinstance(node, Heading)]


def _said(heading: Heading) -> tuple[str, str]:
    return _bare(heading.marker), _bare(heading.title)


def _leaf_of(report: Report, heading: Heading) -> Leaf | None:
    """The leaf of a tree that holds the words of a heading of another reading."""
    words = _bare(heading.marker + heading.title)
    return next((leaf for leaf in leaves(report.body) if words in _bare(leaf.raw)), None)


def _of_kind(report: Report, kind: type[Leaf] | tuple[type[Leaf], ...]) -> list[Leaf]:
    """The leaves of some kind that stand in front and body, those of enclosures aside."""
    return [child for zone in (report.front, report.body) for child in zone.children if isinstance(child, kind)]


def _raw(parts: list[Leaf]) -> list[str]:
    return [_bare(leaf.raw) for leaf in parts]


def _words(report: Report) -> str:
    return "".join([_bare(leaf.raw) for leaf in leaves(report.body)])


def _bare(text: str) -> str:
    return "".join(text.split())


def _at(leaf: Leaf | None, look: str, code: str) -> Difference:
    if leaf is None or leaf.start is None:
        return Difference(look, code, 0, 0, "")
    return Difference(look, code, leaf.start, leaf.start + len(leaf.raw), leaf.raw.strip())
