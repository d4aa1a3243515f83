"""What a page shows of a report, as data for its script.

Every entry names the place in the text that it belongs to by the number of a leaf, so that the page can light up the
same place in all its parts.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from govreport.serialize.text import preview, run_in
from govreport.tree.issues import UNCERTAIN
from govreport.tree.nodes import (
    Addressee,
    Attachment,
    Branch,
    FooterField,
    Heading,
    Labelled,
    Leaf,
    Metadata,
    Node,
    Paragraph,
    Section,
    Signature,
    SignedDate,
    Title,
    leaves,
)
from govreport.tree.placed import LINE_ENDS
from govreport.tree.report import Report
from govreport.view.figures import Data, tables_of
from govreport.view.readings import contacts, corrections, enclosures, history, links_of
from govreport.view.remarks import Line, issues, status, violations
from govreport.words.blanks import clean
from govreport.words.numerals import day_of, find_date

# The shortcuts of a report, each with the leaves that may say it, the likeliest first.
_SAID_BY: Final[dict[str, tuple[type[Leaf], ...]]] = {
    "title": (Title,),
    "issuer": (Signature, Title, Metadata, Paragraph),
    "year": (Title,),
    "published": (Metadata,),
    "source": (Metadata,),
    "doc_number": (Metadata,),
    "addressee": (Addressee,),
    "signature": (Signature,),
    "date": (SignedDate, Metadata),
}


class Content:
    """A report's leaves by number, and what the page shows beside them.

    Attributes:
        report: the report.
        leaves: its leaves, in order.
        numbers: the number of each leaf, by its ``id``.
    """

    def __init__(self, report: Report) -> None:
        """Number the leaves of any report."""
        self.report = report
        self.leaves: list[Leaf] = []
        self.numbers: dict[int, int] = {}
        self._pieces: list[Data] = []
        self._outline: list[Data] = []
        for zone in (report.front, report.body, report.back):
            self._add(zone)
        parsed = [(leaf.span[0], number) for number, leaf in enumerate(self.leaves) if leaf.start is not None]
        self._starts = [start for start, _ in parsed]
        self._parsed = [number for _, number in parsed]

    def data(self) -> Data:
        """Give what the page shows.

        Returns:
            JSON data: ``leaves``, each with ``kind``, ``lead``, ``parts`` (which make up ``raw``), ``trail``, the
            ``section`` it stands in (a number of the outline), ``start`` in the source, for a heading on its
            paragraph's line its ``confidence``, and ``links``, see `govreport.view.readings.links_of`; ``opens``, the
            leaf that the document begins with; ``uncertain``, the confidence below which there is an issue;
            ``outline`` with ``leaf``, ``level``, ``marker``, ``title``, whether it is a ``question`` and, where the
            title is a paragraph's first words, ``preview``; ``fields``, ``page`` and ``footer`` with ``name``,
            ``value``, ``leaf``; ``tables``, see `govreport.view.figures.tables_of`; ``enclosures``, ``history``,
            ``contacts`` and ``corrections``, see `govreport.view.readings`; ``checked``, ``violations`` and
            ``issues``, see `govreport.view.remarks`.  A ``leaf`` is None where no leaf says it.
        """
        from govreport.statistics.findings import checked  # loaded where a page is made, by no other printer

        outcome, line = checked(self.report), self._lines()
        violated, faults = violations(outcome, self.at, line)
        return {
            "leaves": self._pieces,
            "opens": self._opens(),
            "uncertain": UNCERTAIN,
            "outline": self._outline,
            "fields": list(self._fields()),
            "page": list(self._labelled(Metadata)),
            "footer": list(self._labelled(FooterField)),
            "tables": [] if outcome.statistics is None else tables_of(outcome.statistics, self.at, faults),
            "enclosures": list(enclosures(self.report, self.at)),
            "history": list(history(self.report, self.at)),
            "contacts": list(contacts(self.report, self.at)),
            "corrections": list(corrections(self.report, self.at)),
            "checked": status(outcome),
            "violations": violated,
            "issues": list(issues(self.report, self.at, line)),
        }

    def at(self, offset: int | None) -> int | None:
        """Find a leaf by an offset of the source.

        Args:
            offset: in characters; None for what does not stand in the source.

        Returns:
            The leaf's number; None where there is none.
        """
        if offset is None or not self._starts:
            return None
        return self._parsed[max(bisect_right(self._starts, offset) - 1, 0)]

    def _add(self, zone: Branch) -> None:
        stack: list[tuple[Node, int | None, int]] = [(zone, None, 0)]
        while stack:
            node, section, level = stack.pop()
            if isinstance(node, Leaf):
                self._add_leaf(node, section)
                continue
            children = node.children
            if isinstance(node, (Section, Attachment)):
                section, level = len(self._outline), level + 1
                self._outline.append({"leaf": len(self.leaves), "level": level, **_entry(node)})
                if isinstance(node, Section):
                    self._add_leaf(node.heading, section)
                    if node.heading.title and run_in(node) is not None:
                        self._pieces[-1]["confidence"] = node.heading.confidence
            stack += [(child, section, level) for child in reversed(children)]

    def _add_leaf(self, leaf: Leaf, section: int | None) -> None:
        lead = leaf.lead
        if leaf.start is None and self.leaves and not self._line_ended():
            lead = "\n" + lead  # as `to_text` does: what is added to a page does not go on with its line
        self.numbers[id(leaf)] = len(self.leaves)
        self.leaves.append(leaf)
        self._pieces.append(
            {"kind": leaf.kind, "lead": lead, "parts": _parts(leaf), "trail": leaf.trail, "section": section}
        )
        if leaf.start is not None:
            self._pieces[-1]["start"] = leaf.start
        if links := links_of(self.report, leaf):
            self._pieces[-1]["links"] = links

    def _opens(self) -> int | None:
        """The leaf that a reader wants to see first: the title, else where the body begins."""
        front = list(leaves(self.report.front))
        title = next((number for number, leaf in enumerate(front) if isinstance(leaf, Title)), len(front))
        return title if title < len(self.leaves) else None

    def _line_ended(self) -> bool:
        last = self.leaves[-1]
        return last.start is None or (last.raw + last.trail)[-1:] in LINE_ENDS

    def _fields(self) -> Iterator[Data]:
        for name, kinds in _SAID_BY.items():
            value = getattr(self.report, name)
            for one in value if isinstance(value, list) else [value]:
                if one:
                    yield {"name": name, "value": str(one), "leaf": self._said(one, kinds)}

    def _said(self, value: object, kinds: tuple[type[Leaf], ...]) -> int | None:
        for kind in kinds:
            for number, leaf in enumerate(self.leaves):
                if isinstance(leaf, kind) and _says(leaf, value):
                    return number
        return None

    def _labelled(self, kind: type[Labelled]) -> Iterator[Data]:
        for number, leaf in enumerate(self.leaves):
            if isinstance(leaf, kind) and leaf.value.strip():
                yield {"name": clean(leaf.label) or leaf.key or "", "value": clean(leaf.piece("value")), "leaf": number}

    def _lines(self) -> Line:
        """Gives the line of a leaf by its number, counted from 1; 1 for none."""
        lines, line = [], 1
        for piece in self._pieces:
            line += piece["lead"].count("\n")
            lines.append(line)
            line += "".join(piece["parts"]).count("\n") + piece["trail"].count("\n")
        return lambda leaf: 1 if leaf is None else lines[leaf]


def _entry(node: Section | Attachment) -> Data:
    """A line of the outline: number and title, or number and first words."""
    if isinstance(node, Attachment):
        return {"marker": "", "title": node.title or ""}
    marker, title = clean(node.heading.marker), node.heading.title
    if title:
        return {"marker": marker, "title": title, "question": node.heading.question}
    return {"marker": marker, "title": preview(node), "preview": True}


def _parts(leaf: Leaf) -> list[str]:
    if isinstance(leaf, Heading):
        return [leaf._marker, leaf.raw[len(leaf._marker) : len(leaf.raw) - len(leaf.stop)], leaf.stop]
    if isinstance(leaf, Labelled):
        return [leaf.label, leaf.gap, leaf.value]
    return [leaf.raw]


def _says(leaf: Leaf, value: object) -> bool:
    text = clean(leaf.piece("value")) if isinstance(leaf, Labelled) else leaf.text
    if isinstance(value, datetime.date):
        found = find_date(text)
        return found is not None and found[2] is not None and day_of(found[2]) == day_of(value)
    return isinstance(value, int) or str(value) in text
