"""Tree → Markdown: CommonMark, with tables as GitHub writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.nodes import (
    Attachment,
    Branch,
    Heading,
    Node,
    Paragraph,
    Section,
    Table,
    Title,
    clean,
    leaves,
)
from govreport.report import Report
from govreport.serialize.text import belongs, heading_line, run_in, run_in_line, under_title

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<&#|~]")
# What would begin a list or a quotation: the place to put a backslash is where the match ends.
_LEADING: Final = re.compile(r"[0-9]{1,9}(?=[.)](?: |$))|(?=[-+>])")
_RULE: Final = "---"
_DEEPEST: Final = 6


def to_markdown(report: Report) -> str:
    """Print a report's document as Markdown, without the site around it.

    Args:
        report: any report.

    Returns:
        The title as a first-level heading, the document's number and who signed it where they stand with the title,
        then the body: headings by depth (the sixth level at most), a numbered paragraph as a paragraph that begins
        with its number, a table with bars.  An enclosed document begins with its title, one level down, or with a
        rule.

    Raises:
        TypeError: ``report`` is no report.
    """
    if not isinstance(report, Report):
        raise TypeError(f"to_markdown() takes a Report, not {type(report).__name__}; make one with parse()")
    beneath = [_paragraph(clean(leaf.raw)) for leaf in under_title(report)]
    blocks = [_heading(report.title or "", 1), *beneath, *_blocks(report.body)]
    text = "\n\n".join(block for block in blocks if block)
    return f"{text}\n" if text else ""


def _blocks(body: Node) -> Iterator[str]:
    """The body's blocks, in order; some may be empty."""
    stack = [(body, 1)]  # each node with the level of its document's title
    while stack:
        node, level = stack.pop()
        children: list[Node] = []
        if isinstance(node, Section):
            paragraph = run_in(node)
            yield from _opening(node.heading, paragraph, level)
            children = node.children if paragraph is None else node.children[1:]
        elif isinstance(node, Attachment):
            if not (node.children and isinstance(node.children[0], Title)):
                yield _RULE
            children = node.children
            level += node.title is not None
        elif isinstance(node, Table):
            yield _table([[clean(cell.raw) for cell in leaves(row)] for row in node.children])
        elif isinstance(node, Branch):
            children = node.children
        elif isinstance(node, Title):
            yield _heading(node.text, max(level, 2))
        elif isinstance(node, Heading):
            yield from _opening(node, None, level)
        elif belongs(node):
            yield _paragraph(clean(node.raw))
        stack += [(child, level) for child in reversed(children)]


def _opening(heading: Heading, paragraph: Paragraph | None, level: int) -> Iterator[str]:
    """The blocks a section begins with."""
    if not heading.title:
        yield _paragraph(heading_line(heading) if paragraph is None else run_in_line(heading, paragraph))
        return
    bracketed = bool(clean(heading.gap))  # 第三条（定义）: the stop is the closing bracket
    yield _heading(heading_line(heading, stop=bracketed), level + max(heading.depth, 1))
    if paragraph is not None:
        yield _paragraph(clean(paragraph.raw))


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, _DEEPEST)} {_escaped(text)}" if text else ""


def _paragraph(text: str) -> str:
    text = _escaped(text)
    leading = _LEADING.match(text)
    return text if leading is None else f"{text[: leading.end()]}\\{text[leading.end() :]}"


def _table(rows: list[list[str]]) -> str:
    """Rows with bars, the first one as the head; rows that are too short are filled up."""
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    head, *rest = [[*map(_escaped, row), *[""] * (width - len(row))] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * width, *rest])


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)
