"""Tree → text: the source, character for character, or the canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from govreport.tree.nodes import (
    Branch,
    Breadcrumb,
    FooterField,
    Furniture,
    Heading,
    Leaf,
    Metadata,
    Node,
    Paragraph,
    Row,
    Section,
    Signature,
    Title,
    leaves,
)
from govreport.tree.placed import LINE_ENDS
from govreport.tree.report import Report
from govreport.words.blanks import clean
from govreport.words.section_numbers import match_marker
from govreport.words.widths import half_width

FIELDS: Final = ("title", "issuer", "year", "published", "source", "doc_number", "addressee", "signature", "date")
"""A report's shortcuts, in the order in which they are shown."""
_PREVIEW: Final = 24


def to_text(node: Report | Node, clean: bool = False) -> str:
    """Print a report or a node as text.

    Args:
        node: any node, parsed or built by hand.
        clean: print the canonical form: the document without the site around it, white space normalised, every
            heading and paragraph on a line of its own, table cells parted by tabs.

    Returns:
        The source of an unchanged parsed report, character for character; of an edited one, the source with its
        changes.  A leaf built by hand does not go on with the line of a parsed one.

    Raises:
        TypeError: ``node``, or a child somewhere under it, is no node.
    """
    if isinstance(node, Report):
        roots: list[Node] = [node.front, node.body, node.back]
    elif isinstance(node, (Branch, Leaf)):
        roots = [node]
    else:
        raise TypeError(f"to_text() takes a report or a node, not {type(node).__name__}; make a report with parse()")
    return _canonical(roots) if clean else _exact(roots)


def _exact(roots: list[Node]) -> str:
    pieces: list[str] = []
    after_parsed = False
    for root in roots:
        for leaf in _leaves(root):
            piece = leaf.lead + leaf.raw + leaf.trail
            if not piece:
                continue
            by_hand = leaf.start is None
            if by_hand and after_parsed and pieces[-1][-1] not in LINE_ENDS:
                pieces.append("\n")
            pieces.append(piece)
            after_parsed = not by_hand
    return "".join(pieces)


def _canonical(roots: list[Node]) -> str:
    return "".join(f"{line}\n" for line in _lines(roots) if line)


def _lines(roots: list[Node]) -> Iterator[str]:
    stack: list[Any] = roots[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, Section):
            paragraph = run_in(node)
            yield from _opening(node.heading, paragraph)
            stack += reversed(node.children if paragraph is None else node.children[1:])
        elif isinstance(node, Row):
            yield _row_line(node)
        elif isinstance(node, Branch):
            stack += reversed(node.children)
        elif isinstance(node, Heading):
            yield heading_line(node)
        elif not isinstance(node, Leaf):
            raise _stranger(node)
        elif belongs(node):
            yield leaf_line(node)


def _opening(heading: Heading, paragraph: Paragraph | None) -> Iterator[str]:
    """The lines a section begins with."""
    if paragraph is None:
        yield heading_line(heading)
    elif heading.title and not heading.stop.strip():
        # Where nothing closes the title, only a line end shows the parser where it ends.
        yield heading_line(heading)
        yield clean(paragraph.words)
    else:
        yield run_in_line(heading, paragraph)


def _row_line(row: Row) -> str:
    cells = [clean(cell.words) for cell in _leaves(row)]
    if not any(cells):
        return ""
    # A tab at either end of a line is mere white space to the parser, so bars show that a cell there is empty.
    return "\t".join(cells) if cells[0] and cells[-1] else f"|{'|'.join(cells)}|"


def leaf_line(leaf: Leaf) -> str:
    """Print a leaf on a line, without layout; a person who signs with one space between office and name."""
    return leaf.text if isinstance(leaf, Signature) else clean(leaf.words)


def belongs(leaf: Leaf) -> bool:
    """Tell the document from the site around it.

    Args:
        leaf: any leaf.

    Returns:
        True where the leaf is the document's own.  Of metadata, a document number without a label is: it was
        printed on the document itself.
    """
    if isinstance(leaf, Metadata):
        return leaf.key == "doc_number" and not leaf.label
    return not isinstance(leaf, (Furniture, Breadcrumb, FooterField))


def under_title(report: Report) -> list[Leaf]:
    """Find what is printed with the title: the document's number, who signed it and when.

    Args:
        report: any report.

    Returns:
        The leaves of the front that belong to the document, titles excepted; of those that say the same the first,
        since pages print the number above the title and below.
    """
    found: dict[str, Leaf] = {}
    for leaf in leaves(report.front):
        if belongs(leaf) and not isinstance(leaf, Title):
            found.setdefault(clean(leaf.words), leaf)
    return list(found.values())


def run_in(section: Section) -> Paragraph | None:
    """Find the paragraph that stands on a heading's own line.

    Args:
        section: any section.

    Returns:
        Its first child where that is a paragraph on the heading's line, else None.
    """
    heading, first = section.heading, section.children[0] if section.children else None
    if not isinstance(first, Paragraph) or (first.start is None and heading.start is not None):
        return None
    return first if LINE_ENDS.isdisjoint(heading.trail + first.lead) else None


def heading_level(heading: Heading, around: int) -> int:
    """How many levels a heading stands under its document's title.

    Args:
        heading: any heading.
        around: how many sections without a number stand around it, which the depth of a numbered one does not count.
    """
    return max(heading.depth, 1) + (around if heading.marker else 0)


def heading_line(heading: Heading, stop: bool = True) -> str:
    """Print marker, title and stop of a heading, on one line and without layout.

    Args:
        heading: any heading.
        stop: print what closes the title.
    """
    end = clean(heading.piece("stop")) if stop else ""
    return _joined(heading.marker, heading.piece("gap"), heading.title + end)


def title_line(heading: Heading) -> str:
    """Print a heading that stands apart from its paragraph: marker and title, without what parted the two.

    Args:
        heading: any heading.

    Returns:
        The line, with the stop only where that closes a bracket: 第三条（定义）.
    """
    return heading_line(heading, stop=bool(clean(heading.piece("gap"))))


def preview(section: Section) -> str:
    """Give the first words of a numbered paragraph, which stand in an outline for the title that it does not have.

    Args:
        section: any section.
    """
    words = next((child.text for child in section.children if isinstance(child, Paragraph)), "")
    return words[:_PREVIEW] + "…" * (len(words) > _PREVIEW)


def run_in_line(heading: Heading, paragraph: Paragraph) -> str:
    """Print a heading and the paragraph on its line, without layout."""
    text = clean(paragraph.words)
    if heading.title or heading.stop:
        return heading_line(heading) + text
    between = heading.trail + paragraph.lead  # markup may stand there too
    return _joined(heading.marker, heading.piece("gap") + "".join(filter(str.isspace, between)), text)


def _joined(marker: str, gap: str, words: str) -> str:
    """Marker and words, with the brackets of the gap, and one space of it where the marker needs one."""
    bare, words = clean(marker), clean(gap) + words
    spaced = bare and words and (gap[:1].isspace() or marker[-1:].isspace())
    return f"{bare} {words}" if spaced and _needs_space(bare, words) else bare + words


def _needs_space(marker: str, words: str) -> bool:
    # 第三条 本办法 is set apart by custom; the number of 1. 5G应用 could not be read without its space.
    read = match_marker(half_width(marker + words))
    return marker.startswith("第") or read is None or read.length != len(marker)


def _leaves(node: Node) -> Iterator[Leaf]:
    found: Iterator[Any] = leaves(node)  # people put strings in
    for leaf in found:
        if not isinstance(leaf, Leaf):
            raise _stranger(leaf)
        yield leaf


def _stranger(child: object) -> TypeError:
    return TypeError(f"a child is {type(child).__name__}, not a node; a piece of text is a Paragraph(text)")
