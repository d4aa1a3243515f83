"""The root of the tree, with its shortcuts.  Each is read off the tree when asked, so edits show in it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, ClassVar, Final

from attrs import define, field

from govreport.tree.collector import LARGE, PauseMark, RunningPause
from govreport.tree.enclosures import Enclosure, read_enclosures
from govreport.tree.evidence.fields import evidence
from govreport.tree.evidence.weighing import Evidence
from govreport.tree.footer import Footer, read_footer
from govreport.tree.issues import Issue
from govreport.tree.nodes import (
    Attachment,
    Back,
    Body,
    Front,
    Node,
    Paragraph,
    Section,
)
from govreport.tree.origin import Origin, Source
from govreport.tree.sections import before_numbers, outermost_sections
from govreport.words.heading_names import opens
from govreport.words.numerals import ordinal

NOTEBOOK: Final = "govreport.view.notebook"
"""The module that draws what notebooks show.  It reads the tree, so the tree only knows its name."""


@define(slots=True)
class Report:
    """A report page as a tree.

    Attributes:
        front: what stands before the document.
        body: the document proper.
        back: what stands after it.
        issues: what a reader should look at.
        origin: what the text was read from; `source` gives its attributes too.
    """

    kind: ClassVar[str] = "report"

    front: Front = field(factory=Front)
    body: Body = field(factory=Body)
    back: Back = field(factory=Back)
    issues: list[Issue] = field(factory=list)
    origin: Origin = field(factory=Origin, eq=False)

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

    def evidence(self, name: str) -> Evidence:
        """Tell what speaks for a field, and what else was considered.

        Args:
            name: ``title``, ``issuer``, ``year``, ``period``, ``published``, ``source``, ``doc_number``, ``addressee``,
                ``signature`` or ``date``.

        Returns:
            Its value, how likely that is right, where it stands, and the other candidates.

        Raises:
            ValueError: there is no such field.
        """
        return evidence(self, name)

    @property
    def preamble(self) -> list[Paragraph]:
        """The paragraphs before the first numbered section, those under 引言 among them."""
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
        return read_enclosures(self.body)

    @property
    def footer(self) -> Footer | None:
        """What the site's footer says; None where there is none."""
        return read_footer(self.back)

    def section(self, *path: int | str) -> Section | None:
        """Find a section by its numbers.

        Args:
            path: numbers from the outermost level in (``2, 1``), or one string (``"二/(一)"``, ``"2/1"``).

        Returns:
            The section, or None where there is none.

        Raises:
            TypeError: a step is neither a number nor a string.
            ValueError: the path is empty or a step of it holds no number.
        """
        steps = [one for part in path for one in _steps(part)]
        if not steps:
            raise ValueError('section() takes a path of numbers, such as section(2, 1) or section("二/(一)")')
        sections, found = self.sections, None
        for number in steps:
            found = next((one for one in outermost_sections(sections) if one.heading.ordinal == number), None)
            if found is None:
                return None
            sections = found.sections
        return found


def _restored(mark: PauseMark | RunningPause | None, kind: type[Report], state: dict[str, Any]) -> Report:
    """A report out of its pickle."""
    report = kind.__new__(kind)
    report.__setstate__(state)  # type: ignore[attr-defined]  # attrs makes it
    if mark is not None:
        mark.end()
    return report


def _steps(part: int | str) -> list[int]:
    if isinstance(part, bool) or not isinstance(part, (int, str)):
        raise TypeError(f'section() takes numbers or a string such as "二/(一)", not {type(part).__name__}')
    if isinstance(part, int):
        return [part]
    numbers = []
    for step in part.split("/"):
        bare = re.sub(r"[第章节条编部分、.．()（）\s]", "", step)
        number = ordinal(bare) if bare else None
        if number is None:
            raise ValueError(f'no number in {step!r}; a path looks like "二/(一)" or "2/1"')
        numbers.append(number)
    return numbers
