"""Tree → Markdown: CommonMark, with tables as GitHub writes them."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from govreport.serialize.grids import cells_of
from govreport.serialize.invalid import encodable
from govreport.serialize.linking import Piece, cut
from govreport.serialize.text import (
    FIELDS,
    belongs,
    heading_level,
    heading_line,
    leaf_line,
    run_in,
    run_in_line,
    title_line,
    under_title,
)
from govreport.tree.collector import paused
from govreport.tree.issues import Issue
from govreport.tree.links import IMAGE, Link, is_address
from govreport.tree.nodes import Attachment, Branch, Heading, Leaf, Node, Paragraph, Section, Table, Title, leaves
from govreport.tree.origin import Origin
from govreport.tree.report import Report
from govreport.words.blanks import clean

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<&#|~]")
# What would begin a list or a quotation: the place to put a backslash is where the match ends.
_LEADING: Final = re.compile(r"[0-9]{1,9}(?=[.)](?: |$))|(?=[-+>])")
_RULE: Final = "---"
# What would end an address, or be read as markup in it.
_IN_ADDRESS: Final = {code: f"%{code:02X}" for code in (*range(0x21), *map(ord, '()<>[]|\\`*"~'), 0x7F)}
_DEEPEST: Final = 6
# What JSON may hold as it is and YAML may not.
_NOT_IN_YAML: Final = {
    code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
}

Block: TypeAlias = "tuple[str, Leaf | None]"
"""A block of Markdown with its last leaf."""


def to_markdown(report: Report, front_matter: bool = False, footnotes: bool = False) -> str:
    """Print a report's document as Markdown, without the site around it.

    Args:
        report: any report.
        front_matter: begin with the report's fields, as YAML between two lines of ``---``.
        footnotes: print the issues as footnotes, called after the block that each begins in.

    Returns:
        The title as a first-level heading, the document's number and who signed it where they stand with the title,
        then the body: headings by depth (the sixth level at most), a numbered paragraph as a paragraph that begins
        with its number, a table with bars.  An enclosed document begins with its title, one level down, or with a
        rule.  In the front matter each value is a string in quotes, a number, or a list; fields that the report does
        not have are left out.  Footnotes (``[^1]``) are GitHub's, not CommonMark's; issues of what is not printed are
        called where the next block ends, or at the end.

    Raises:
        TypeError: ``report`` is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"to_markdown() takes a Report, not {type(report).__name__}; make one with parse()")
    title = next((leaf for leaf in report.front.children if isinstance(leaf, Title)), None)
    origin = report.origin
    beneath = [(_paragraph(cut(leaf_line(leaf), leaf), origin), leaf) for leaf in under_title(report)]
    shown = cut(report.title or "", title or Title())
    blocks: Iterable[Block] = chain([(_heading(shown, 1, origin), title)], beneath, _blocks(report.body, origin))
    printed = _called(blocks, report.issues) if footnotes else (text for text, _ in blocks)
    with paused(report.span[1]):
        text = "\n\n".join(filter(None, chain([_front_matter(report) if front_matter else ""], printed)))
    return f"{text}\n" if text else ""


def _front_matter(report: Report) -> str:
    values = {name: getattr(report, name) for name in FIELDS}
    lines = [f"{name}: {_yaml(value)}" for name, value in values.items() if value]
    return "\n".join([_RULE, *lines, _RULE])


def _yaml(value: object) -> str:
    """A value as JSON, which is YAML too; a date as a string, so that all readers agree on it."""
    plain = value if isinstance(value, (int, list)) else str(value)
    return encodable(json.dumps(plain, ensure_ascii=False)).translate(_NOT_IN_YAML)


def _called(blocks: Iterable[Block], issues: list[Issue]) -> Iterator[str]:
    """Blocks with the signs of the issues that begin in them, then the footnotes."""
    issues = sorted(issues, key=lambda issue: issue.start)
    called = 0
    for text, leaf in blocks:
        first = called
        while text and leaf and leaf.start is not None and called < len(issues) and issues[called].start < leaf.span[1]:
            called += 1
        signs = _signs(first, called)
        yield f"{text}\n\n{signs}" if signs and text.startswith("|") else text + signs  # a table ends with its line
    yield _signs(called, len(issues))
    yield from (f"[^{number}]: {_escaped(clean(issue.message))}" for number, issue in enumerate(issues, 1))


def _signs(first: int, end: int) -> str:
    return "".join(f"[^{number + 1}]" for number in range(first, end))


def _blocks(body: Node, origin: Origin) -> Iterator[Block]:
    """The body's blocks, in order, each with its last leaf; some may be empty."""
    stack = [(body, 1, 0)]  # each node with the level of its document's title and the unnumbered sections around it
    while stack:
        node, level, around = stack.pop()
        children: list[Node] = []
        if isinstance(node, Section):
            paragraph = run_in(node)
            yield from _opening(node.heading, paragraph, level + heading_level(node.heading, around), origin)
            children = node.children if paragraph is None else node.children[1:]
            around += not node.heading.marker
        elif isinstance(node, Attachment):
            if not (node.children and isinstance(node.children[0], Title)):
                yield _RULE, None
            children = node.children
            level += node.title is not None
        elif isinstance(node, Table):
            rows = [["" if cell is None else _cell(cell, origin) for cell in row] for row in cells_of(node)]
            yield _table(rows), _last(node)
        elif isinstance(node, Branch):
            children = node.children
        elif isinstance(node, Title):
            yield _heading(cut(node.text, node), max(level, 2), origin), node
        elif isinstance(node, Heading):
            yield from _opening(node, None, level + heading_level(node, around), origin)
        elif belongs(node):
            yield _paragraph(cut(leaf_line(node), node), origin), node
        stack += [(child, level, around) for child in reversed(children)]


def _last(node: Node) -> Leaf | None:
    return next(iter(deque(leaves(node), maxlen=1)), None)


def _opening(heading: Heading, paragraph: Paragraph | None, level: int, origin: Origin) -> Iterator[Block]:
    """The blocks a section begins with."""
    if heading.title:
        title = cut(title_line(heading), heading)
        yield _heading(title, level, origin), heading
        if paragraph is not None:
            yield _paragraph(cut(clean(paragraph.words), paragraph), origin), paragraph
    elif paragraph is None:
        yield _paragraph(cut(heading_line(heading), heading), origin), heading
    else:
        line = run_in_line(heading, paragraph)
        yield _paragraph(cut(line, paragraph, max(len(line) - len(clean(paragraph.words)), 0)), origin), paragraph


def _heading(pieces: list[Piece], level: int, origin: Origin) -> str:
    return f"{'#' * min(level, _DEEPEST)} {_inline(pieces, origin)}" if pieces else ""


def _paragraph(pieces: list[Piece], origin: Origin) -> str:
    text = _inline(pieces, origin)
    leading = _LEADING.match(text)
    return text if leading is None else f"{text[: leading.end()]}\\{text[leading.end() :]}"


def _cell(cell: Leaf, origin: Origin) -> str:
    return _inline(cut(clean(cell.words), cell), origin)


def _table(rows: list[list[str]]) -> str:
    """Rows with bars, the first one as the head."""
    if not rows or not rows[0]:
        return ""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rest])


def _inline(pieces: list[Piece], origin: Origin) -> str:
    """A text with its links."""
    return "".join([_escaped(words) if link is None else _linked(words, link, origin) for words, link in pieces])


def _linked(words: str, link: Link, origin: Origin) -> str:
    if not is_address(link.target):
        return _escaped(words)
    address = origin.absolute(link.target).translate(_IN_ADDRESS)
    return f"![{_escaped(clean(link.text))}]({address})" if link.kind == IMAGE else f"[{_escaped(words)}]({address})"


def _escaped(text: str) -> str:
    return _ACTIVE.sub(_backslashed, text)


def _backslashed(sign: re.Match[str]) -> str:
    return "\\" + sign[0]
