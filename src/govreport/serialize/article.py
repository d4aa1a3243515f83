"""Tree → the document as a semantic HTML element, without the site around it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from govreport.serialize.text import belongs, heading_level, heading_line, run_in, run_in_line, title_line, under_title
from govreport.tree.nodes import (
    Attachment,
    Branch,
    Cell,
    Heading,
    Leaf,
    Node,
    Paragraph,
    Section,
    SignedDate,
    Table,
    Title,
    leaves,
)
from govreport.tree.report import Report
from govreport.words.blanks import clean
from govreport.words.document_kinds import FOOTNOTE

Mark: TypeAlias = Callable[[Leaf], str]
"""Gives the attributes of the element that a leaf becomes, with a blank before each."""

_DEEPEST: Final = 6
# What no HTML page can hold: NUL, and halves of surrogate pairs, which have no UTF-8.
_UNWRITABLE: Final = {0: 0xFFFD, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}


def escaped(text: str) -> str:
    """Print a text so that HTML, between tags and in quoted attributes, shows it as it is.

    Args:
        text: any text.

    Returns:
        The text with ``& < > " '`` as references, and U+FFFD for NUL and lone surrogates, which HTML cannot hold.
    """
    return html.escape(text.translate(_UNWRITABLE))


def unmarked(_leaf: Leaf) -> str:
    """No attributes."""
    return ""


def article(report: Report, mark: Mark = unmarked) -> str:
    """Print a report's document as an ``<article>``.

    Args:
        report: any report.
        mark: gives further attributes for the element of each leaf.

    Returns:
        HTML: title, number and who signed under the title in a ``<header>``; then the body.
    """
    lines = ['<article lang="zh">', *_header(report, mark), *_body(report.body, mark), "</article>"]
    return "".join(f"{line}\n" for line in lines if line)


def _header(report: Report, mark: Mark) -> Iterator[str]:
    title, beneath = report.title, under_title(report)
    if title is None and not beneath:
        return
    yield "<header>"
    if title is not None:
        titles = [child for child in report.front.children if isinstance(child, Title)]
        leaf = next((one for one in titles if title in FOOTNOTE.sub("", one.text)), titles[0])
        yield _element("h1", escaped(title), mark(leaf))
    yield from (_block(leaf, mark) for leaf in beneath)
    yield "</header>"


def _body(body: Node, mark: Mark) -> Iterator[str]:
    """The body's elements, in order."""
    # A node with the level of its document's title and the unnumbered sections around it, or a closing tag.
    stack: list[tuple[Node | str, int, int]] = [(body, 1, 0)]
    while stack:
        node, level, around = stack.pop()
        children: list[Node] = []
        closing = ""
        if isinstance(node, str):
            yield node
        elif isinstance(node, Section):
            paragraph = run_in(node)
            yield "<section>"
            yield from _opening(node.heading, paragraph, level + heading_level(node.heading, around), mark)
            children, closing = (node.children if paragraph is None else node.children[1:]), "</section>"
            around += not node.heading.marker
        elif isinstance(node, Attachment):
            yield "<article>"
            children, closing = node.children, "</article>"
            level += node.title is not None
        elif isinstance(node, Table):
            yield from _table(node, mark)
        elif isinstance(node, Branch):
            children = node.children
        elif isinstance(node, Title):
            yield _heading(escaped(node.text), max(level, 2), mark(node))
        elif isinstance(node, Heading):
            yield from _opening(node, None, level + heading_level(node, around), mark)
        elif belongs(node):
            yield _block(node, mark)
        stack += [(closing, level, around)] if closing else []
        stack += [(child, level, around) for child in reversed(children)]


def _opening(heading: Heading, paragraph: Paragraph | None, level: int, mark: Mark) -> Iterator[str]:
    """The elements a section begins with."""
    if heading.title:
        yield _heading(_numbered(heading, title_line(heading)), level, mark(heading))
        if paragraph is not None:
            yield _element("p", escaped(clean(paragraph.raw)), ' class="run-in"' + mark(paragraph))
    elif paragraph is None:
        yield _element("p", _numbered(heading, heading_line(heading)), mark(heading))
    else:
        line = run_in_line(heading, paragraph)
        yield _element("p", _numbered(heading, line, mark(heading)), mark(paragraph))


def _numbered(heading: Heading, line: str, attributes: str = "") -> str:
    """A line that begins with a heading's number, the number in an element of its own."""
    marker = clean(heading.marker)
    return (_element("span", escaped(marker), ' class="marker"' + attributes) if marker else "") + escaped(
        line[len(marker) :]
    )


def _heading(content: str, level: int, attributes: str) -> str:
    return _element(f"h{min(level, _DEEPEST)}", content, attributes)


def _block(leaf: Leaf, mark: Mark) -> str:
    kind = "" if isinstance(leaf, Paragraph) else f' class="{leaf.kind}"'
    content = escaped(clean(leaf.raw))
    if isinstance(leaf, SignedDate) and leaf.date is not None:
        content = _element("time", content, f' datetime="{leaf.date}"')
    return _element("p", content, kind + mark(leaf))


def _table(table: Table, mark: Mark) -> Iterator[str]:
    rows = [[_cell(cell, mark) for cell in leaves(row)] for row in table.children]
    if any(rows):
        yield "<table>"
        yield from (f"<tr>{''.join(cells)}</tr>" for cells in rows)
        yield "</table>"


def _cell(cell: Leaf, mark: Mark) -> str:
    spans = ""
    if isinstance(cell, Cell):
        spans = "".join(f' {name}="{n}"' for name in ("rowspan", "colspan") if (n := getattr(cell, name)) > 1)
    return _element("td", escaped(clean(cell.raw)), spans + mark(cell), keep_empty=True)


def _element(tag: str, content: str, attributes: str = "", keep_empty: bool = False) -> str:
    return f"<{tag}{attributes}>{content}</{tag}>" if content or keep_empty else ""
