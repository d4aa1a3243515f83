"""What all leaves of the tree are: pieces of the source, plain and mutable.  Their kinds are in `leaf_kinds`.

Every leaf owns one piece of the source, ``lead + raw + trail``, and the leaves of a parsed report tile the
source without gap or overlap.  ``start`` is the offset of ``raw`` in the source, in characters; it is None on
a leaf built by hand and does not count for equality.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeAlias

from govreport.tree.compiling import mypyc_attr
from govreport.tree.links import Link, standing
from govreport.tree.node_fields import AROUND, NOTED, Fields, described
from govreport.tree.placed import Placed
from govreport.tree.showing import place, shown
from govreport.words.blanks import clean

Mark: TypeAlias = "tuple[int, str]"
"""A piece of markup inside of a leaf: its offset in ``raw``, in characters, and the piece itself."""


def without_marks(raw: str, marks: tuple[Mark, ...]) -> str:
    """Take pieces of markup out of a text.

    Args:
        raw: the text.
        marks: the pieces, in order.

    Returns:
        The rest; the whole text where one of them does not stand where it should, since somebody edited it.
    """
    if not marks:
        return raw
    parts: list[str] = []
    floor = 0
    for at, mark in marks:
        if at < floor or not raw.startswith(mark, at):
            return raw
        parts.append(raw[floor:at])
        floor = at + len(mark)
    parts.append(raw[floor:])
    return "".join(parts)


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Leaf(Placed):
    """A node that owns a piece of the source, ``lead + raw + trail``.

    Attributes:
        lead: white space and markup before the thing itself.
        trail: white space, line ends and markup after it.  A leaf built by hand ends its line.
        start: offset of ``raw`` in the source, in characters; None when built by hand.
        source_span: where ``raw`` stands in the HTML that the source was made from, from and to, in characters of
            that; None where it was not asked for.
        page: the page of the source that ``raw`` begins on, from 1; None where the source has no pages.
        marks: what stands in ``raw`` and is no part of its words, such as ``**`` of Markdown.
        pieces: names of the attributes that make ``raw``, in the order of the source.
    """

    __slots__ = ("_links", "lead", "marks", "page", "source_span", "start", "trail")

    kind: ClassVar[str]
    pieces: ClassVar[tuple[str, ...]]
    lead: str
    trail: str
    start: int | None
    source_span: tuple[int, int] | None
    page: int | None
    _links: Sequence[Link]
    marks: tuple[Mark, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """Where words of it lead, and its pictures, in order; those whose words an edit took away are left out."""
        links = self._links
        return standing(links, self.raw) if links else ()

    @links.setter
    def links(self, links: Sequence[Link]) -> None:
        self._links = tuple(links)

    @property
    def raw(self) -> str:
        """The thing itself, exactly as in the source."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """``raw`` without its `marks`."""
        return without_marks(self.raw, self.marks)

    @property
    def text(self) -> str:
        """``raw`` as a reader would copy it: without its `marks`, and see `clean`."""
        return clean(self.words)

    def place(self, at: int) -> int:
        """Where a character of `words` stands in ``raw``, both counted from 0."""
        if self.marks and len(self.words) < len(self.raw):
            for start, mark in self.marks:
                if start > at:
                    break
                at += len(mark)
        return at

    def place_in_words(self, at: int) -> int:
        """Where a character of ``raw`` stands in `words`; for one of a mark, where what follows it does."""
        if self.marks and len(self.words) < len(self.raw):
            at -= sum(min(len(mark), at - start) for start, mark in self.marks if start < at)
        return at

    def piece(self, name: str) -> str:
        """One of the `pieces` without the `marks` in it."""
        value: str = getattr(self, name)
        if not self.marks:
            return value
        start = sum(len(getattr(self, before)) for before in self.pieces[: self.pieces.index(name)])
        end = start + len(value)
        return without_marks(value, tuple((at - start, mark) for at, mark in self.marks if start <= at < end))

    @property
    def span(self) -> tuple[int, int]:
        """``(start, end)`` in the source, in characters, white space included; (0, 0) when built by hand."""
        if self.start is None:
            return (0, 0)
        return (self.start - len(self.lead), self.start + len(self.raw) + len(self.trail))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {shown(self.text)}{place(self.start)}>"

    def walk(self) -> Iterator[Leaf]:
        """Yield the leaf itself."""
        yield self


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class TextLeaf(Leaf):
    """A leaf that is one piece of text."""

    __slots__ = ("raw",)
    __attrs_attrs__: ClassVar[Any] = Fields(raw=described("str", default=""), **AROUND, **NOTED)
    __match_args__: ClassVar = ("raw", "lead", "trail", "start", "source_span", "page", "links", "marks")

    pieces: ClassVar[tuple[str, ...]] = ("raw",)
    raw: str

    def __init__(
        self,
        raw: str = "",
        lead: str = "",
        trail: str = "\n",
        start: int | None = None,
        source_span: tuple[int, int] | None = None,
        page: int | None = None,
        links: Sequence[Link] = (),
        marks: tuple[Mark, ...] = (),
    ) -> None:
        self.raw = raw
        self.lead = lead
        self.trail = trail
        self.start = start
        self.source_span = source_span
        self.page = page
        self._links = links
        self.marks = marks


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Labelled(Leaf):
    """A leaf of the shape ``label gap value``, such as ``发布时间 : 2010-03-19 11:09``.

    Attributes:
        key: what the label means, from a closed set (``published``, ``source``, ``icp`` …); None if unknown.
        label: the label as written, without its colon; empty where the value needs none (a licence number).
        gap: what stands between label and value: colon, spaces, line ends.
        value: the value as written; may be empty.
    """

    __slots__ = ("gap", "key", "label", "value")
    __attrs_attrs__: ClassVar[Any] = Fields(
        key=described("str | None", default=None),
        label=described("str", default=""),
        gap=described("str", default=""),
        value=described("str", default=""),
        **AROUND,
        **NOTED,
    )
    __match_args__: ClassVar = (
        "key", "label", "gap", "value", "lead", "trail", "start", "source_span", "page", "links", "marks",
    )  # fmt: skip

    pieces: ClassVar[tuple[str, ...]] = ("label", "gap", "value")
    key: str | None
    label: str
    gap: str
    value: str

    def __init__(
        self,
        key: str | None = None,
        label: str = "",
        gap: str = "",
        value: str = "",
        lead: str = "",
        trail: str = "\n",
        start: int | None = None,
        source_span: tuple[int, int] | None = None,
        page: int | None = None,
        links: Sequence[Link] = (),
        marks: tuple[Mark, ...] = (),
    ) -> None:
        self.key = key
        self.label = label
        self.gap = gap
        self.value = value
        self.lead = lead
        self.trail = trail
        self.start = start
        self.source_span = source_span
        self.page = page
        self._links = links
        self.marks = marks

    @property
    def raw(self) -> str:
        """Label, gap and value as in the source."""
        return self.label + self.gap + self.value
