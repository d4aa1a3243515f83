"""What a page shows of what the tree says when asked: enclosures, a law's history, contacts, where words lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govreport.tree.corrections import REVIEWED
from govreport.tree.leaf import Leaf
from govreport.tree.links import IMAGE, Link, is_address
from govreport.tree.nodes import leaves
from govreport.tree.report import Report
from govreport.view.figures import At, Data
from govreport.words.blanks import clean

_WHOLE: Final = ("http://", "https://", "ftp://", "mailto:", "tel:")
"""How addresses begin that lead somewhere from a page that stands anywhere."""


def enclosures(report: Report, at: At) -> Iterator[Data]:
    """Tell which enclosures the document announces.

    Args:
        report: any report.
        at: gives the number of the leaf at an offset of the source.

    Returns:
        JSON data: ``ordinal``, ``name``, ``leaf`` that announces it, ``document`` (the leaf that the enclosed document
        begins with; None where the page has none), ``href`` and ``target``, see `links_of`.
    """
    for one in report.enclosures:
        first = None if one.attachment is None else next(leaves(one.attachment), None)
        yield {
            "ordinal": one.ordinal,
            "name": one.name,
            "leaf": at(one.note.start),
            "document": None if first is None else at(first.start),
            **({} if one.link is None else _address(report, one.link)),
        }


def history(report: Report, at: At) -> Iterator[Data]:
    """Tell what happened to a law: ``kind``, ``date``, ``body``, ``leaf`` of each event."""
    for event in report.history:
        place = None if event.span is None else at(event.span[0])
        yield {"kind": event.kind, "date": event.date.isoformat(), "body": event.body or "", "leaf": place}


def corrections(report: Report, at: At) -> Iterator[Data]:
    """Tell what readers set right: ``name``, ``value`` before and after, ``leaf`` of each correction."""
    for one in report.corrections:
        old, new = (", ".join(value) if isinstance(value, list) else value for value in (one.old, one.new))
        changed = f"{'–' if old is None else old} → {'–' if new is None else new}"
        yield {"name": one.what, "value": "" if one.what == REVIEWED else changed, "leaf": at(one.start)}


def contacts(report: Report, at: At) -> Iterator[Data]:
    """Tell whom to ask: ``key``, ``label``, ``value``, ``leaf`` of each contact."""
    for one in report.contacts:
        place = None if one.span is None else at(one.span[0])
        yield {"key": one.key, "label": one.label, "value": one.value, "leaf": place}


def links_of(report: Report, leaf: Leaf) -> list[Data]:
    """Tell where words of a leaf lead.

    Args:
        report: the leaf's report.
        leaf: any leaf.

    Returns:
        JSON data, a link each: ``from`` and ``to`` in ``raw``, in characters; ``text``, ``kind``; ``target``, the
        address as the page writes it, and ``href``, the address where it is whole, else None.
    """
    links = leaf.links
    return [_link(report, one) for one in links if is_address(one.target)] if links else []


def _link(report: Report, link: Link) -> Data:
    start, end = link.where
    words = clean(link.text) or ("" if link.kind == IMAGE else link.target)
    return {"from": start, "to": end, "text": words, "kind": link.kind, **_address(report, link.target)}


def _address(report: Report, target: str) -> Data:
    whole = report.origin.absolute(target)
    return {"target": target, "href": whole if whole.lower().startswith(_WHOLE) else None}
