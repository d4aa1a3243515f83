"""The leaves of the tree, each a piece of the source: plain, mutable attrs classes.

Every leaf owns one piece of the source, ``lead + raw + trail``, and the leaves of a parsed report tile the
source without gap or overlap.  ``start`` is the offset of ``raw`` in the source, in characters; it is None on
a leaf built by hand and does not count for equality.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, TypeAlias

from attrs import define, field

from govreport.tree.links import Link, standing
from govreport.tree.placed import Placed
from govreport.tree.showing import place, shown
from govreport.words.blanks import clean
from govreport.words.closing_words import person
from govreport.words.heading_names import ASKED, QUESTION_MARKS
from govreport.words.numerals import compact_date, day_of, parse_date
from govreport.words.widths import half_width

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

    __slots__ = ()

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
        self._links = tuple(links)  # type: ignore[misc]  # its subclasses have the slot

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


@define(slots=True, repr=False)
class TextLeaf(Leaf):
    """A leaf that is one piece of text."""

    pieces: ClassVar[tuple[str, ...]] = ("raw",)

    raw: str = ""
    lead: str = ""
    trail: str = "\n"
    start: int | None = field(default=None, eq=False)
    source_span: tuple[int, int] | None = field(default=None, eq=False, repr=False)
    page: int | None = field(default=None, eq=False, repr=False)
    _links: Sequence[Link] = field(default=(), alias="links", eq=tuple, repr=False)
    marks: tuple[Mark, ...] = ()


@define(slots=True, repr=False)
class Furniture(TextLeaf):
    """Site furniture: navigation, search box, share and print widgets, page numbers."""

    kind: ClassVar[str] = "furniture"


@define(slots=True, repr=False)
class Breadcrumb(TextLeaf):
    """Where the page stands in its site: ``当前位置: 首页>政务公开>政府信息公开年报``."""

    kind: ClassVar[str] = "breadcrumb"

    @property
    def names(self) -> list[str]:
        """The steps, outermost first, without the label and the separators."""
        text = re.sub(r"^[^>＞»›/→:：]{0,12}(?:位置|位於|在)(?:是)?\s*[:：>＞]?", "", self.words.strip())
        steps = [step.strip() for step in re.split(r">{1,3}|＞{1,2}|»|›|→|/|::|—>|->|\\|\|", text)]
        return [clean(step) for step in steps if step.strip(" \t\r\n\u3000\u00a0:：")]


@define(slots=True, repr=False)
class Title(TextLeaf):
    """A document's title, over one line or several."""

    kind: ClassVar[str] = "title"


@define(slots=True, repr=False)
class Addressee(TextLeaf):
    """The bodies a document is addressed to (主送机关), with the closing colon in ``raw``.  GB/T 9704-2012, 7.3.2."""

    kind: ClassVar[str] = "addressee"

    @property
    def text(self) -> str:
        """The bodies, without the closing colon."""
        return clean(self.words).rstrip(":： ")


@define(slots=True, repr=False)
class Paragraph(TextLeaf):
    """A paragraph of the document."""

    kind: ClassVar[str] = "paragraph"


@define(slots=True, repr=False)
class Signature(TextLeaf):
    """One name that signs the document: a body's, or a person's with the office.  GB/T 9704-2012, 7.3.5."""

    kind: ClassVar[str] = "signature"

    @property
    def text(self) -> str:
        """The name; office and name of a person with a space or a colon between them: 市长 李某某."""
        text = clean(self.words)
        signer = person(self.words)
        return text if signer is None or person(text) == signer else " ".join(signer)

    @property
    def office(self) -> str | None:
        """The office by which a person signs: 市长; None where a body signs."""
        signer = person(self.words)
        return None if signer is None else signer[0]

    @property
    def name(self) -> str:
        """The person's name, without blanks in it; the body's where a body signs."""
        signer = person(self.words)
        return clean(self.words) if signer is None else signer[1]


@define(slots=True, repr=False)
class SignedDate(TextLeaf):
    """The date the document bears (成文日期)."""

    kind: ClassVar[str] = "date"

    @property
    def date(self) -> datetime.date | None:
        """The date as read from ``raw``; None when it does not exist (2月30日)."""
        words = self.words
        value = parse_date(words) or compact_date(half_width(words))
        return None if value is None else day_of(value)


@define(slots=True, repr=False)
class Note(TextLeaf):
    """A note that belongs to the document: 附件：…, （此件公开发布）, 联系人：….  GB/T 9704-2012, 7.3.4 and 7.3.6."""

    kind: ClassVar[str] = "note"


@define(slots=True, repr=False)
class Cell(TextLeaf):
    """A table cell.  Bars and tabs beside it are in ``lead`` and ``trail``.

    Attributes:
        rowspan: rows that it covers, from its own on.
        colspan: columns that it covers, from its own on.
    """

    kind: ClassVar[str] = "cell"

    rowspan: int = 1
    colspan: int = 1


@define(slots=True, repr=False)
class Labelled(Leaf):
    """A leaf of the shape ``label gap value``, such as ``发布时间 : 2010-03-19 11:09``.

    Attributes:
        key: what the label means, from a closed set (``published``, ``source``, ``icp`` …); None if unknown.
        label: the label as written, without its colon; empty where the value needs none (a licence number).
        gap: what stands between label and value: colon, spaces, line ends.
        value: the value as written; may be empty.
    """

    pieces: ClassVar[tuple[str, ...]] = ("label", "gap", "value")

    key: str | None = None
    label: str = ""
    gap: str = ""
    value: str = ""
    lead: str = ""
    trail: str = "\n"
    start: int | None = field(default=None, eq=False)
    source_span: tuple[int, int] | None = field(default=None, eq=False, repr=False)
    page: int | None = field(default=None, eq=False, repr=False)
    _links: Sequence[Link] = field(default=(), alias="links", eq=tuple, repr=False)
    marks: tuple[Mark, ...] = ()

    @property
    def raw(self) -> str:
        """Label, gap and value as in the source."""
        return self.label + self.gap + self.value


@define(slots=True, repr=False)
class Metadata(Labelled):
    """A field of the page about the document: publish line, metadata block, document number."""

    kind: ClassVar[str] = "metadata"


@define(slots=True, repr=False)
class FooterField(Labelled):
    """A field of the site's footer: 主办单位, 承办单位, ICP, 公网安备, 网站标识码, address, telephone …."""

    kind: ClassVar[str] = "footer-field"


@define(slots=True, repr=False)
class Heading(Leaf):
    """A heading, or the number of a numbered paragraph.

    Attributes:
        marker: as written, with its punctuation: ``（一）``, ``一、``, ``1.``, ``第三条``; empty for a heading without
            a number: 名词解释, a question.
        stop: what closes the title: ``。``, ``：`` or nothing.
        gap: what stands between marker and title: spaces, a line end, brackets, 问：.
        ordinal: the marker's number; None where there is none.
        depth: 1 for the outermost level of the document or enclosure it stands in.  Of a numbered heading, numbered
            levels alone count: 一、 has depth 1 under a heading without a number too, which has depth 1 itself.
        confidence: how sure the end of the title is, 0 to 1; 1 where a stop or a line end decides.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ("marker", "title")

    kind: ClassVar[str] = "heading"
    pieces: ClassVar[tuple[str, ...]] = ("_marker", "gap", "_title", "stop")

    _marker: str = field(default="", alias="marker")
    _title: str = field(default="", alias="title")
    stop: str = ""
    gap: str = ""
    lead: str = ""
    trail: str = "\n"
    start: int | None = field(default=None, eq=False)
    ordinal: int | None = None
    depth: int = 1
    confidence: float = 1.0
    source_span: tuple[int, int] | None = field(default=None, eq=False, repr=False)
    page: int | None = field(default=None, eq=False, repr=False)
    _links: Sequence[Link] = field(default=(), alias="links", eq=tuple, repr=False)
    marks: tuple[Mark, ...] = ()

    @property
    def marker(self) -> str:
        """The number as written, with its punctuation; empty where there is none."""
        return self.piece("_marker")

    @marker.setter
    def marker(self, value: str) -> None:
        self._marker = value

    @property
    def title(self) -> str:
        """The heading's words, without marker and stop; empty for a numbered paragraph."""
        return clean(self.piece("_title"))

    @title.setter
    def title(self, value: str) -> None:
        if not value:
            self.stop = ""
        elif not self.stop and "\n" not in self.trail:
            self.stop = "。"  # a heading and a paragraph on one line: part the two
        self._title = value

    @property
    def question(self) -> bool:
        """Whether it asks: its title ends in a question mark, or 问： stands before it."""
        return self.title.endswith(QUESTION_MARKS) or ASKED.match(self.gap) is not None

    @property
    def raw(self) -> str:
        """Marker, gap, title and stop as in the source."""
        return self._marker + self.gap + self._title + self.stop
