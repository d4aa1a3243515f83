"""Offsets in a report as places that people find: the line of a text, the section and paragraph of a Word file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import Final

from attrs import frozen

from govreport.serialize.blocks import Block, blocks
from govreport.serialize.text import to_text
from govreport.tree.nodes import Heading, Paragraph, Table, leaves
from govreport.tree.origin import TEXT
from govreport.tree.report import Report

_HEADING_MOST: Final = 20
"""Characters of a heading that are shown."""
_KINDS: Final = {
    "title": ("title", "标题"),
    "addressee": ("addressee", "主送机关"),
    "heading": ("heading", "小标题"),
    "note": ("note", "附注"),
    "signature": ("signature", "落款"),
    "date": ("date", "成文日期"),
}
"""Kinds of blocks of which there is one or few, in English and Chinese."""
_HEAD: Final = ("head of the page", "页首")
_FOOT: Final = ("foot of the page", "页尾")


@frozen
class _Found:
    """A block with its number: of a table in the document, of others among those of their kind in their section."""

    block: Block
    number: int


class Whereabouts:
    """Tells where an offset of a report is.

    Args:
        report: any report.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        source = to_text(report)
        self._ends = [at for at, sign in enumerate(source) if sign == "\n"]
        self._has_lines = report.origin.kind in (None, TEXT)
        self._blocks: list[_Found] | None = None

    def line(self, start: int | None) -> int:
        """The line an offset is on, of the text that `govreport.to_text` gives, from 1; 1 for no offset."""
        return 1 if start is None else bisect_left(self._ends, start) + 1

    def words(self, start: int | None, language: str = "en") -> str | None:
        """Where an offset is, in words: ``三、（二）, table 1 row 4``.

        Args:
            start: the offset; the beginning where None.
            language: ``zh`` for Chinese, English for any other.

        Returns:
            The page, where the file has pages, the section, and the paragraph or the row of a table in it.  None for
            a file that is a text itself: there people count lines.
        """
        if self._has_lines:
            return None
        chinese = language == "zh"
        found = self._at(start or 0)
        if found is None:
            return (_FOOT if (start or 0) >= self._report.body.span[1] else _HEAD)[chinese]
        steps = [self._page(found.block, chinese), _section(found.block), _within(found, start or 0, chinese)]
        return (" " if chinese else ", ").join(step for step in steps if step)

    def _at(self, start: int) -> _Found | None:
        """The block that an offset is in, or right before it."""
        if self._blocks is None:
            self._blocks = sorted(_counted(self._report), key=lambda found: found.block.start or 0)
        at = bisect_right(self._blocks, start, key=lambda found: found.block.start or 0)
        if not at:
            return None
        found = self._blocks[at - 1]
        ended = found.block.end is not None and found.block.end <= start
        return None if ended and not self._report.body.span[0] <= start < self._report.body.span[1] else found

    def _page(self, block: Block, chinese: bool) -> str:
        page = next((leaf.page for leaf in leaves(block.node) if leaf.page is not None), None)
        return "" if page is None else f"第{page}页" if chinese else f"page {page}"


def _counted(report: Report) -> list[_Found]:
    found, counts, tables = list[_Found](), Counter[tuple[int, str]](), 0
    for block in blocks(report):
        if block.start is None:
            continue
        key = (id(block.place), block.node.kind)
        counts[key] += 1
        tables += isinstance(block.node, Table)
        found.append(_Found(block, tables if isinstance(block.node, Table) else counts[key]))
    return found


def _section(block: Block) -> str:
    """The numbers of the sections around a block, and the heading of the innermost."""
    headings = block.place.headings
    if block.place.heading is None:
        return headings[-1][:_HEADING_MOST] if headings else ""
    title = block.place.heading.title
    markers = "".join(one[: _marker_length(one)] for one in headings[:-1]) + block.place.heading.marker
    return markers + (title if len(title) <= _HEADING_MOST else title[: _HEADING_MOST - 1] + "…")


def _marker_length(heading: str) -> int:
    return next((at + 1 for at, sign in enumerate(heading[:8]) if sign in "、）).．章节条编"), 0)


def _within(found: _Found, start: int, chinese: bool) -> str:
    """The paragraph of a section, or the row of a table."""
    node = found.block.node
    if isinstance(node, Table):
        rows = [row.span[0] for row in node.rows]
        row = max(1, bisect_right(rows, start))
        return f"表{found.number}第{row}行" if chinese else f"table {found.number} row {row}"
    if isinstance(node, Paragraph):
        return f"第{found.number}段" if chinese else f"paragraph {found.number}"
    if isinstance(node, Heading):
        return ""
    return _KINDS[node.kind][chinese]
