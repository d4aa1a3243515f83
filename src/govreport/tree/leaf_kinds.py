"""The leaves of the tree, by what they are on a page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any, ClassVar

from govreport.tree.compiling import mypyc_attr
from govreport.tree.leaf import Labelled, Leaf, Mark, TextLeaf
from govreport.tree.links import Link
from govreport.tree.node_fields import AROUND, NOTED, Fields, described
from govreport.words.blanks import clean
from govreport.words.closing_words import person
from govreport.words.heading_names import ASKED, QUESTION_MARKS
from govreport.words.numerals import compact_date, day_of, parse_date
from govreport.words.widths import half_width


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Furniture(TextLeaf):
    """Site furniture: navigation, search box, share and print widgets, page numbers."""

    __slots__ = ()

    kind: ClassVar[str] = "furniture"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Breadcrumb(TextLeaf):
    """Where the page stands in its site: ``当前位置: 首页>政务公开>政府信息公开年报``."""

    __slots__ = ()

    kind: ClassVar[str] = "breadcrumb"

    @property
    def names(self) -> list[str]:
        """The steps, outermost first, without the label and the separators."""
        text = re.sub(r"^[^>＞»›/→:：]{0,12}(?:位置|位於|在)(?:是)?\s*[:：>＞]?", "", self.words.strip())
        steps = [step.strip() for step in re.split(r">{1,3}|＞{1,2}|»|›|→|/|::|—>|->|\\|\|", text)]
        return [clean(step) for step in steps if step.strip(" \t\r\n\u3000\u00a0:：")]


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Title(TextLeaf):
    """A document's title, over one line or several."""

    __slots__ = ()

    kind: ClassVar[str] = "title"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Addressee(TextLeaf):
    """The bodies a document is addressed to (主送机关), with the closing colon in ``raw``.  GB/T 9704-2012, 7.3.2."""

    __slots__ = ()

    kind: ClassVar[str] = "addressee"

    @property
    def text(self) -> str:
        """The bodies, without the closing colon."""
        return clean(self.words).rstrip(":： ")


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Paragraph(TextLeaf):
    """A paragraph of the document."""

    __slots__ = ()

    kind: ClassVar[str] = "paragraph"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Signature(TextLeaf):
    """One name that signs the document: a body's, or a person's with the office.  GB/T 9704-2012, 7.3.5."""

    __slots__ = ()

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


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class SignedDate(TextLeaf):
    """The date the document bears (成文日期)."""

    __slots__ = ()

    kind: ClassVar[str] = "date"

    @property
    def date(self) -> datetime.date | None:
        """The date as read from ``raw``; None when it does not exist (2月30日)."""
        words = self.words
        value = parse_date(words) or compact_date(half_width(words))
        return None if value is None else day_of(value)


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Note(TextLeaf):
    """A note that belongs to the document: 附件：…, （此件公开发布）, 联系人：….  GB/T 9704-2012, 7.3.4 and 7.3.6."""

    __slots__ = ()

    kind: ClassVar[str] = "note"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Cell(TextLeaf):
    """A table cell.  Bars and tabs beside it are in ``lead`` and ``trail``.

    Attributes:
        rowspan: rows that it covers, from its own on.
        colspan: columns that it covers, from its own on.
    """

    __slots__ = ("colspan", "rowspan")
    __attrs_attrs__: ClassVar[Any] = Fields(
        raw=described("str", default=""),
        **AROUND,
        **NOTED,
        rowspan=described("int", default=1),
        colspan=described("int", default=1),
    )
    __match_args__: ClassVar = (*TextLeaf.__match_args__, "rowspan", "colspan")

    kind: ClassVar[str] = "cell"
    rowspan: int
    colspan: int

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
        rowspan: int = 1,
        colspan: int = 1,
    ) -> None:
        TextLeaf.__init__(self, raw, lead, trail, start, source_span, page, links, marks)
        self.rowspan = rowspan
        self.colspan = colspan


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class Metadata(Labelled):
    """A field of the page about the document: publish line, metadata block, document number."""

    __slots__ = ()

    kind: ClassVar[str] = "metadata"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
class FooterField(Labelled):
    """A field of the site's footer: 主办单位, 承办单位, ICP, 公网安备, 网站标识码, address, telephone …."""

    __slots__ = ()

    kind: ClassVar[str] = "footer-field"


@mypyc_attr(allow_interpreted_subclasses=True, acyclic=True)
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

    __slots__ = ("_marker", "_title", "confidence", "depth", "gap", "ordinal", "stop")
    __attrs_attrs__: ClassVar[Any] = Fields(
        _marker=described("str", default="", alias="marker"),
        _title=described("str", default="", alias="title"),
        stop=described("str", default=""),
        gap=described("str", default=""),
        **AROUND,
        ordinal=described("int | None", default=None),
        depth=described("int", default=1),
        confidence=described("float", default=1.0),
        **NOTED,
    )
    __match_args__: ClassVar = ("marker", "title")

    kind: ClassVar[str] = "heading"
    pieces: ClassVar[tuple[str, ...]] = ("_marker", "gap", "_title", "stop")
    _marker: str
    _title: str
    stop: str
    gap: str
    ordinal: int | None
    depth: int
    confidence: float

    def __init__(
        self,
        marker: str = "",
        title: str = "",
        stop: str = "",
        gap: str = "",
        lead: str = "",
        trail: str = "\n",
        start: int | None = None,
        ordinal: int | None = None,
        depth: int = 1,
        confidence: float = 1.0,
        source_span: tuple[int, int] | None = None,
        page: int | None = None,
        links: Sequence[Link] = (),
        marks: tuple[Mark, ...] = (),
    ) -> None:
        self._marker = marker
        self._title = title
        self.stop = stop
        self.gap = gap
        self.lead = lead
        self.trail = trail
        self.start = start
        self.ordinal = ordinal
        self.depth = depth
        self.confidence = confidence
        self.source_span = source_span
        self.page = page
        self._links = links
        self.marks = marks

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
