"""A report drawn as text, so that tests read as examples and snapshots can be compared by eye."""

from __future__ import annotations

from collections.abc import Iterator

from govreport import Attachment, Node, Report, Row, Section, Table, parse
from govreport.tree.nodes import Labelled, Leaf, leaves

FIELDS = ("title", "issuer", "year", "published", "source", "doc_number", "addressee", "signature", "date")


def sketch(report: Report) -> str:
    """The whole report: fields, then every node, indented, then the issues."""
    lines = [f"{name}: {value}" for name in FIELDS if (value := getattr(report, name))]
    if report.footer:
        lines += [f"footer.{key}: {getattr(report.footer, key)}" for key in _footer_keys(report)]
    if report.origin.url:
        lines.append(f"url: {report.origin.url}")
    lines += [f"event {event.kind}: {event.date} {event.body or ''}".rstrip() for event in report.history]
    lines += [f"contact {contact.key}: {contact.value}" for contact in report.contacts]
    for zone in (report.front, report.body, report.back):
        lines.append(f"--- {zone.kind}")
        for child in zone.children:
            lines += _draw(child, 0)
    lines += [f"! {issue.code} {issue.start}-{issue.end}: {issue.message}" for issue in report.issues]
    return "\n".join(lines) + "\n"


def _footer_keys(report: Report) -> list[str]:
    names = [attribute.name for attribute in type(report.footer).__attrs_attrs__]  # type: ignore[union-attr]
    return [name for name in names if getattr(report.footer, name)]


def _draw(node: Node, level: int) -> Iterator[str]:
    indent = "  " * level
    if isinstance(node, Section):
        heading = node.heading
        yield f"{indent}{heading.depth} {heading.marker} {heading.title}".rstrip()
        for child in node.children:
            yield from _draw(child, level + 1)
    elif isinstance(node, Table):
        yield f"{indent}table"
        for row in node.children:
            assert isinstance(row, Row)
            yield f"{indent}  " + " | ".join(cell.text for cell in row.children if isinstance(cell, Leaf))
    elif isinstance(node, Attachment):
        yield f"{indent}attachment"
        for child in node.children:
            yield from _draw(child, level + 1)
    elif isinstance(node, Labelled):
        yield f"{indent}{node.kind} {node.key}: {node.value}".rstrip()
    else:
        assert isinstance(node, Leaf)
        text = node.text
        yield f"{indent}{node.kind}: {text if len(text) <= 60 else text[:40] + ' … ' + text[-16:]}"
    for link in [link for leaf in _own(node) for link in leaf.links]:
        yield f"{indent}  -> {link.kind} {link.text}: {link.target}".rstrip()


def _own(node: Node) -> list[Leaf]:
    """The leaves that a line of the sketch shows."""
    if isinstance(node, Section):
        return []
    if isinstance(node, Table):
        return list(leaves(node))
    return [node] if isinstance(node, Leaf) else []


def outline(text: str) -> list[str]:
    """The numbered units of a text, one line each: depth, marker, title."""
    report = parse(text)
    headings = [node.heading for node in report.walk() if isinstance(node, Section)]
    return [f"{one.depth} {one.marker} {one.title}".rstrip() for one in headings]


def kinds(text: str) -> list[str]:
    """The leaves of a text, one line each: kind and text."""
    report = parse(text)
    return [f"{node.kind}: {node.text}" for node in report.walk() if isinstance(node, Leaf)]
