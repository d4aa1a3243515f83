"""The root of the tree, with its shortcuts.  Each is read off the tree when asked, so edits show in it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from govreport.tree.collector import LARGE, PauseMark, RunningPause
from govreport.tree.corrections import Correction
from govreport.tree.finding import find, section_at
from govreport.tree.issues import NO_DOCUMENT, Issue
from govreport.tree.node_fields import Fields, described
from govreport.tree.nodes import (
    Attachment,
    Back,
    Body,
    Branch,
    Front,
    Node,
    Paragraph,
    Section,
    Title,
    leaves,
)
from govreport.tree.origin import Origin, Source
from govreport.tree.placed import Placed, link, root_of
from govreport.tree.sections import before_numbers
from govreport.tree.showing import counted, shown
from govreport.words.heading_names import opens

if TYPE_CHECKING:
    from govreport.tree.contacts import Contact
    from govreport.tree.enclosures import Enclosure
    from govreport.tree.evidence.weighing import Evidence
    from govreport.tree.footer import Footer
    from govreport.tree.history import Event

# What reads the fields is loaded when one is asked for: it takes as long as a fifth of the parser, and a parse needs
# none of it.

NOTEBOOK: Final = "govreport.view.notebook"
"""The module that draws what notebooks show.  It reads the tree, so the tree only knows its name."""


class Report(Placed):
    """A report page as a tree.

    Attributes:
        front: what stands before the document.
        body: the document proper.
        back: what stands after it.
        issues: what a reader should look at.
        origin: what the text was read from; `source` gives its attributes too.
        confidence: how likely a reader would change nothing in the tree, 0 to 1, as the parse judged it; None where
            nothing was parsed.  An edit does not move it; 1 where a reader looked at all of it (`corrections`).
        corrections: what readers set right in it, in order; of a field the last counts.
    """

    __slots__ = ("__weakref__", "back", "body", "confidence", "corrections", "front", "issues", "origin")
    __attrs_attrs__: ClassVar[Any] = Fields(
        front=described("Front", factory=Front),
        body=described("Body", factory=Body),
        back=described("Back", factory=Back),
        issues=described("list[Issue]", factory=list),
        origin=described("Origin", factory=Origin, eq=False),
        confidence=described("float | None", default=None, eq=False),
        corrections=described("list[Correction]", factory=list),
    )
    __match_args__: ClassVar = ("front", "body", "back", "issues", "origin", "confidence", "corrections")

    kind: ClassVar[str] = "report"
    holds: ClassVar[bool] = True

    def __init__(
        self,
        front: Front | None = None,
        body: Body | None = None,
        back: Back | None = None,
        issues: list[Issue] | None = None,
        origin: Origin | None = None,
        confidence: float | None = None,
        corrections: list[Correction] | None = None,
    ) -> None:
        self.front = Front() if front is None else front
        self.body = Body() if body is None else body
        self.back = Back() if back is None else back
        self.issues = [] if issues is None else issues
        self.origin = Origin() if origin is None else origin
        self.confidence = confidence
        self.corrections = [] if corrections is None else corrections
        link(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the fields, and the document to unfold."""
        html: str = import_module(NOTEBOOK).report_html(self)
        return html

    def __reduce__(self) -> tuple[Any, ...]:
        """What pickles hold; of a large report a mark first, so that the collector does not look on."""
        mark = PauseMark() if self.span[1] >= LARGE else None
        return (_restored, (mark, type(self), self.__getstate__()))

    def walk(self) -> Iterator[Report | Node]:
        """Yield the report and every node under it, depth first, in source order."""
        yield self
        for zone in (self.front, self.body, self.back):
            yield from zone.walk()

    @property
    def span(self) -> tuple[int, int]:
        """``(start, end)`` in the source, in characters."""
        return (self.front.span[0], self.back.span[1])

    @property
    def title(self) -> str | None:
        """The document's own title, never the site's or the column's; one from the page's head where it shows none."""
        value: str | None = self.evidence("title").value
        return value

    @property
    def issuer(self) -> str | None:
        """The body whose document this is, by all places that may name it; None where it is not plain."""
        value: str | None = self.evidence("issuer").value
        return value

    @property
    def year(self) -> int | None:
        """The year an annual report, bulletin or work report is on, as its title says; None for other documents."""
        value: int | None = self.evidence("year").value
        return value

    @property
    def published(self) -> datetime.date | datetime.datetime | None:
        """When the page was published; a datetime where it gives the time of day; its head's where it shows no time."""
        value: datetime.date | datetime.datetime | None = self.evidence("published").value
        return value

    @property
    def source(self) -> Source:
        """来源 as the page gives it, empty where it does not; its attributes say what the text was read from."""
        return Source(self.evidence("source").value or "", self.origin)

    @property
    def doc_number(self) -> str | None:
        """The document's own number (发文字号), such as 国办发〔2017〕47号."""
        value: str | None = self.evidence("doc_number").value
        return value

    @property
    def addressee(self) -> str | None:
        """The bodies it is addressed to (主送机关), without the closing colon."""
        value: str | None = self.evidence("addressee").value
        return value

    @property
    def signature(self) -> list[str]:
        """The names that sign the document: at its end, else under its title; those of an enclosure do not count."""
        value: list[str] = self.evidence("signature").value
        return value

    @property
    def date(self) -> datetime.date | None:
        """The date the document bears (成文日期)."""
        value: datetime.date | None = self.evidence("date").value
        return value

    @property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of the period that its figures cover (统计期限); None where it does not say."""
        value: tuple[datetime.date, datetime.date] | None = self.evidence("period").value
        return value

    @property
    def site_name(self) -> str | None:
        """What the page's head calls its site (SiteName)."""
        value: str | None = self.evidence("site_name").value
        return value

    @property
    def site_id(self) -> str | None:
        """The site's code (网站标识码), of the page's foot or its head."""
        value: str | None = self.evidence("site_id").value
        return value

    @property
    def column(self) -> str | None:
        """The column of the site (栏目) that the page stands in, by its breadcrumb or its head."""
        value: str | None = self.evidence("column").value
        return value

    def evidence(self, name: str) -> Evidence:
        """Tell what speaks for a field, and what else was considered.

        Args:
            name: ``title``, ``issuer``, ``year``, ``period``, ``published``, ``source``, ``doc_number``, ``addressee``,
                ``signature``, ``date``, ``site_name``, ``site_id`` or ``column``.

        Returns:
            Its value, how likely that is right, where it stands, and the other candidates.

        Raises:
            ValueError: there is no such field.
        """
        from govreport.tree.evidence.fields import evidence

        return evidence(self, name)

    @property
    def preamble(self) -> list[Paragraph]:
        """The paragraphs before the first section, those under 引言 among them."""
        out: list[Paragraph] = []
        for node in before_numbers(self.body):
            if isinstance(node, Section) and not opens(node.heading.title):
                break
            if isinstance(node, Paragraph):
                out.append(node)
        return out

    @property
    def sections(self) -> list[Section]:
        """The document's outermost sections; those of an enclosure are in `attachments`."""
        return self.body.sections

    @property
    def attachments(self) -> list[Attachment]:
        """The documents enclosed in this one."""
        return [child for child in self.body.children if isinstance(child, Attachment)]

    @property
    def enclosures(self) -> list[Enclosure]:
        """The enclosures that the document announces (附件：1.… 2.…), with the `attachments` that answer them."""
        from govreport.tree.enclosures import read_enclosures

        return read_enclosures(self.body)

    @property
    def doubts(self) -> list[Issue]:
        """The issues that say what a reader might change: those with a ``chance``, the likeliest first."""
        found = [one for one in self.issues if one.chance is not None]
        return sorted(found, key=lambda one: -(one.chance or 0.0))

    @property
    def is_document(self) -> bool:
        """False where the page holds no document: a portal, a list, a login or error page, a file without text."""
        return not any(one.code in NO_DOCUMENT for one in self.issues)

    @property
    def footer(self) -> Footer | None:
        """What the site's footer says; None where there is none."""
        from govreport.tree.footer import read_footer

        return read_footer(self.back)

    @property
    def contacts(self) -> list[Contact]:
        """Whom to ask, all through the document: 联系人, 咨询电话, 网址 and others."""
        from govreport.tree.contacts import contacts

        return contacts(leaves(self.body))

    @property
    def history(self) -> list[Event]:
        """What happened to a law, as it says itself: adopted, approved, published, amended, in force; in order."""
        from govreport.tree.evidence.enactment import history

        return history(self)

    def parts(self) -> list[Node]:
        """Its zones."""
        return [self.front, self.body, self.back]

    def parent_of(self, node: Node) -> Report | Branch | None:
        """Find what a node of this report stands directly under, after any edit.

        Args:
            node: any node.

        Returns:
            Its section, zone …; None where it does not stand in this report.
        """
        link(self)
        parent = node.parent
        return parent if root_of(node) is self else None

    def find(
        self,
        what: str | re.Pattern[str] | type[Any] | None = None,
        *,
        kind: str | None = None,
        title: str | re.Pattern[str] | None = None,
        within: Branch | str | None = None,
    ) -> list[Any]:
        """Find nodes by what they are and what they say.  What is asked must all hold.

        Args:
            what: a pattern (``"存在.*问题"``), which leaves are found whose text has it; or a class (``Table``).
            kind: a kind, such as ``"paragraph"``.
            title: a pattern; sections and enclosures are found whose title has it.
            within: where to look: a branch, a zone by its name (``"body"``), or the path of a section, as for
                `section`.  All of the report where None.

        Returns:
            The nodes, in source order.

        Raises:
            LookupError: ``within`` is the path of no section.
            TypeError: ``what`` is neither a pattern nor a class.
            ValueError: there is no such kind.
            re.error: a pattern is none.
        """
        link(self)
        root: Any = self
        if isinstance(within, str):
            root = getattr(self, within) if within in ("front", "body", "back") else self.section(within)
        elif within is not None:
            root = within
        return find(root, what, kind, title)

    def section(self, *path: int | str) -> Section | Any:
        """Find a section by its numbers or its title.

        Args:
            path: numbers from the outermost level in (``2, 1``); or one string: numbers (``"二/(一)"``, ``"2/1"``,
                ``"2.1"``), a title (``"总体情况"``, ``"一、总体情况"``), both (``"二/加强领导"``), or the path of a
                chunk or of a node, which leads into enclosures too (``"A1.2"``).

        Returns:
            The section, of several the first; the enclosure for a path that ends there (``"A1"``).

        Raises:
            LookupError: there is none; the message names those that there are.
            TypeError: a step is neither a number nor a string.
            ValueError: the path is empty.
        """
        link(self)
        return section_at(self.body, path)

    def __repr__(self) -> str:
        title = next((child.text for child in self.front.children if isinstance(child, Title)), None)
        named = f"{shown(title)}, " if title else ""
        return f"<Report {named}{counted(len(self.sections), 'section')}, {counted(len(self.issues), 'issue')}>"


def _restored(mark: PauseMark | RunningPause | None, kind: type[Report], state: dict[str, Any]) -> Report:
    """A report out of its pickle."""
    report = kind.__new__(kind)
    report.__setstate__(state)
    link(report)
    if mark is not None:
        mark.end()
    return report
