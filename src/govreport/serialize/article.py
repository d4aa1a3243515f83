"""Tree → the document as a semantic HTML element, without the site around it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import define

from govreport.serialize.linking import cut
from govreport.serialize.text import (
    belongs,
    heading_level,
    heading_line,
    leaf_line,
    run_in,
    run_in_line,
    title_line,
    under_title,
)
from govreport.tree.links import IMAGE, Link, is_address
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
from govreport.tree.origin import Origin
from govreport.tree.report import Report
from govreport.words.blanks import clean
from govreport.words.document_kinds import FOOTNOTE

Mark: TypeAlias = Callable[[Leaf], str]
"""Gives the attributes of the element that a leaf becomes, with a blank before each."""

_DEEPEST: Final = 6
_PICTURE: Final = "[图]"
"""Stands for a picture that has no words of its own, where pictures are not shown."""
# What no HTML page can hold: NUL, and halves of surrogate pairs, which have no UTF-8.
_UNWRITABLE: Final = {0: 0xFFFD, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}

_SPECIAL: Final = re.compile("[&<>\"'\0\ud800-\udfff]")


def escaped(text: str) -> str:
    """Print a text so that HTML, between tags and in quoted attributes, shows it as it is.

    Args:
        text: any text.

    Returns:
        The text with ``& < > " '`` as references, and U+FFFD for NUL and lone surrogates, which HTML cannot hold.
    """
    if _SPECIAL.search(text) is None:
        return text
    return html.escape(text.translate(_UNWRITABLE))


def unmarked(_leaf: Leaf) -> str:
    """No attributes."""
    return ""


@define(slots=True)
class _Printing:
    """What holds for all of a report's elements.

    Attributes:
        mark: gives further attributes for the element of each leaf.
        origin: the report's.
        pictures: True to show pictures, False to print the words that stand for them as links.
    """

    mark: Mark
    origin: Origin
    pictures: bool = True

    def text(self, leaf: Leaf, text: str, start: int = 0) -> str:
        """Print a text that is a leaf's from a place on, with its links."""
        if not leaf.links:  # nearly every leaf
            return escaped(text)
        return "".join([self._piece(words, link) for words, link in cut(text, leaf, start)])

    def _piece(self, words: str, link: Link | None) -> str:
        if link is None or not is_address(link.target):
            return escaped(words)
        address = escaped(self.origin.absolute(link.target))
        if link.kind == IMAGE and not self.pictures:
            words = clean(link.text) or _PICTURE
        elif link.kind == IMAGE:
            return f'<img src="{address}" alt="{escaped(clean(link.text))}">'
        return f'<a href="{address}">{escaped(words)}</a>'


def article(report: Report, mark: Mark = unmarked, pictures: bool = True) -> str:
    """Print a report's document as an ``<article>``.

    Args:
        report: any report.
        mark: gives further attributes for the element of each leaf.
        pictures: False to print links in the place of pictures, for a page that asks no other for anything.

    Returns:
        HTML: title, number and who signed under the title in a ``<header>``; then the body.
    """
    printing = _Printing(mark, report.origin, pictures)
    lines = ['<article lang="zh">', *_header(report, printing), *_body(report.body, printing), "</article>"]
    return "".join(f"{line}\n" for line in lines if line)


def _header(report: Report, printing: _Printing) -> Iterator[str]:
    title, beneath = report.title, under_title(report)
    if title is None and not beneath:
        return
    yield "<header>"
    if title is not None:
        titles = [child for child in report.front.children if isinstance(child, Title)]
        leaf = next((one for one in titles if title in FOOTNOTE.sub("", one.text)), next(iter(titles), None))
        if leaf is None:  # it is that of the metadata block, or of the page's head
            yield _element("h1", escaped(title))
        else:
            yield _element("h1", printing.text(leaf, title), printing.mark(leaf))
    yield from (_block(leaf, printing) for leaf in beneath)
    yield "</header>"


def _body(body: Node, printing: _Printing) -> Iterator[str]:
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
            yield from _opening(node.heading, paragraph, level + heading_level(node.heading, around), printing)
            children, closing = (node.children if paragraph is None else node.children[1:]), "</section>"
            around += not node.heading.marker
        elif isinstance(node, Attachment):
            yield "<article>"
            children, closing = node.children, "</article>"
            level += node.title is not None
        elif isinstance(node, Table):
            yield from _table(node, printing)
        elif isinstance(node, Branch):
            children = node.children
        elif isinstance(node, Title):
            yield _heading(printing.text(node, node.text), max(level, 2), printing.mark(node))
        elif isinstance(node, Heading):
            yield from _opening(node, None, level + heading_level(node, around), printing)
        elif belongs(node):
            yield _block(node, printing)
        stack += [(closing, level, around)] if closing else []
        stack += [(child, level, around) for child in reversed(children)]


def _opening(heading: Heading, paragraph: Paragraph | None, level: int, printing: _Printing) -> Iterator[str]:
    """The elements a section begins with."""
    mark = printing.mark
    if heading.title:
        title = _numbered(heading, heading, title_line(heading), printing)
        yield _heading(title, level, mark(heading))
        if paragraph is not None:
            words = printing.text(paragraph, clean(paragraph.words))
            yield _element("p", words, ' class="run-in"' + mark(paragraph))
    elif paragraph is None:
        yield _element("p", _numbered(heading, heading, heading_line(heading), printing), mark(heading))
    else:
        line = run_in_line(heading, paragraph)
        yield _element("p", _numbered(heading, paragraph, line, printing, mark(heading)), mark(paragraph))


def _numbered(heading: Heading, leaf: Leaf, line: str, printing: _Printing, attributes: str = "") -> str:
    """A line that begins with a heading's number, the number in an element of its own.

    Args:
        heading: the heading.
        leaf: what the words behind the number are of: the heading, or the paragraph on its line.
        line: the line.
        printing: see `_Printing`.
        attributes: of the number's element.
    """
    marker = clean(heading.marker)
    words = line[len(marker) :]
    start = -len(marker) if leaf is heading else max(len(words) - len(clean(leaf.words)), 0)
    number = _element("span", escaped(marker), ' class="marker"' + attributes) if marker else ""
    return number + printing.text(leaf, words, start)


def _heading(content: str, level: int, attributes: str) -> str:
    return _element(f"h{min(level, _DEEPEST)}", content, attributes)


def _block(leaf: Leaf, printing: _Printing) -> str:
    kind = "" if isinstance(leaf, Paragraph) else f' class="{leaf.kind}"'
    content = printing.text(leaf, leaf_line(leaf))
    if isinstance(leaf, SignedDate) and leaf.date is not None:
        content = _element("time", content, f' datetime="{leaf.date}"')
    return _element("p", content, kind + printing.mark(leaf))


def _table(table: Table, printing: _Printing) -> Iterator[str]:
    rows = [[_cell(cell, printing) for cell in leaves(row)] for row in table.children]
    if any(rows):
        yield "<table>"
        yield from (f"<tr>{''.join(cells)}</tr>" for cells in rows)
        yield "</table>"


def _cell(cell: Leaf, printing: _Printing) -> str:
    spans = ""
    if isinstance(cell, Cell) and (cell.rowspan > 1 or cell.colspan > 1):
        spans = "".join(f' {name}="{n}"' for name in ("rowspan", "colspan") if (n := getattr(cell, name)) > 1)
    return _element("td", printing.text(cell, clean(cell.words)), spans + printing.mark(cell), keep_empty=True)


def _element(tag: str, content: str, attributes: str = "", keep_empty: bool = False) -> str:
    return f"<{tag}{attributes}>{content}</{tag}>" if content or keep_empty else ""
