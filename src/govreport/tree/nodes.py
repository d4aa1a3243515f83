"""The typed tree: plain, mutable classes.  Nodes hold data; functions elsewhere make and print them.

Here are the branches; the leaves, which own the text, are in `govreport.tree.leaf_kinds` and can be had from here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from govreport.tree.finding import find
from govreport.tree.leaf import Labelled, Leaf, TextLeaf
from govreport.tree.leaf_kinds import (
    Addressee,
    Breadcrumb,
    Cell,
    FooterField,
    Furniture,
    Heading,
    Metadata,
    Note,
    Paragraph,
    Signature,
    SignedDate,
    Title,
)
from govreport.tree.node_fields import Fields, described
from govreport.tree.placed import Placed, link, root_of
from govreport.tree.plain import own_leaves, text_under
from govreport.tree.showing import counted, place, shown

if TYPE_CHECKING:
    from govreport.tree.contacts import Contact, Responsible

__all__ = [
    "Addressee",
    "Attachment",
    "Back",
    "Body",
    "Branch",
    "Breadcrumb",
    "Cell",
    "FooterField",
    "Front",
    "Furniture",
    "Heading",
    "Labelled",
    "Leaf",
    "Metadata",
    "Node",
    "Note",
    "Paragraph",
    "Row",
    "Section",
    "Signature",
    "SignedDate",
    "Table",
    "TextLeaf",
    "Title",
    "leaves",
]

Node: TypeAlias = "Leaf | Branch"
_CHILDREN: Final[dict[str, Any]] = {"children": described("list[Node]", factory=list)}
COVERED_MOST: Final = 40
"""Places that a table's cells cover together, for each cell; more only mean harm."""


class Branch(Placed):
    """A node with children."""

    __slots__ = ("__weakref__", "children")
    __attrs_attrs__: ClassVar[Any] = Fields(**_CHILDREN)
    __match_args__: ClassVar = ("children",)

    kind: ClassVar[str]
    holds: ClassVar[bool] = True

    def __init__(self, children: list[Node] | None = None) -> None:
        self.children = [] if children is None else children

    @property
    def span(self) -> tuple[int, int]:
        """``(start, end)`` in the source, in characters; (0, 0) when it is empty or built by hand."""
        first = last = None
        for leaf in leaves(self):
            if leaf.start is not None:
                first = first or leaf
                last = leaf
        return (first.span[0], last.span[1]) if first and last else (0, 0)

    @property
    def page(self) -> int | None:
        """The page of the source that it begins on, from 1; None where the source has no pages."""
        return next((leaf.page for leaf in leaves(self) if leaf.page is not None), None)

    def walk(self) -> Iterator[Node]:
        """Yield this node and every node under it, depth first, in source order."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Branch):
                stack.extend(reversed(node.parts()))

    def parts(self) -> list[Node]:
        """Every node directly under this one, in source order."""
        return self.children

    @property
    def text(self) -> str:
        """What stands directly in it, a line a paragraph: without its heading, its sections and enclosures."""
        return text_under(self, whole=False)

    @property
    def full_text(self) -> str:
        """All that stands in it, a line a paragraph or heading, as a reader would copy it."""
        return text_under(self, whole=True)

    @property
    def contacts(self) -> list[Contact]:
        """Whom to ask, as it says itself: 联系人, 咨询电话, 网址 and others; what the sections in it say is theirs."""
        from govreport.tree.contacts import contacts  # loaded when it is asked for: a parse has no need of it

        return contacts(own_leaves(self))

    @property
    def responsible(self) -> list[Responsible]:
        """Which bodies are to do what it says (责任单位：…, （市水务局牵头）); its sections have their own."""
        from govreport.tree.contacts import responsible  # as above

        return responsible(own_leaves(self))

    def find(
        self,
        what: str | re.Pattern[str] | type[Any] | None = None,
        *,
        kind: str | None = None,
        title: str | re.Pattern[str] | None = None,
    ) -> list[Any]:
        """Find nodes under this one; see `govreport.Report.find`."""
        link(root_of(self))
        return find(self, what, kind, title)

    def __repr__(self) -> str:
        first = next((leaf.start for leaf in leaves(self) if leaf.start is not None), None)
        return f"<{type(self).__name__} {self._named()}{counted(len(self.children), self._HOLDS)}{place(first)}>"

    def _named(self) -> str:
        return ""

    _HOLDS: ClassVar[str] = "child"


class Section(Branch):
    """A heading and what stands under it.  The paragraph of a run-in heading is the first child."""

    __slots__ = ("heading",)
    __attrs_attrs__: ClassVar[Any] = Fields(**_CHILDREN, heading=described("Heading", factory=Heading))
    __match_args__: ClassVar = ("children", "heading")

    kind: ClassVar[str] = "section"

    def __init__(self, children: list[Node] | None = None, heading: Heading | None = None) -> None:
        self.children = [] if children is None else children
        self.heading = Heading() if heading is None else heading

    def parts(self) -> list[Node]:
        """The heading, then the children."""
        return [self.heading, *self.children]

    def _named(self) -> str:
        return f"{shown(self.heading.text)}, "

    @property
    def sections(self) -> list[Section]:
        """The sections directly under this one."""
        return [child for child in self.children if isinstance(child, Section)]


class Attachment(Branch):
    """A document enclosed in another (关于印发…的通知 carries one), with title, text and signature of its own."""

    __slots__ = ()

    kind: ClassVar[str] = "attachment"

    def _named(self) -> str:
        return f"{shown(self.title)}, " if self.title else ""

    @property
    def title(self) -> str | None:
        """Its own title; None where it has none."""
        return next((child.text for child in self.children if isinstance(child, Title)), None)

    @property
    def sections(self) -> list[Section]:
        """Its outermost sections."""
        return [child for child in self.children if isinstance(child, Section)]


class Row(Branch):
    """A table row: the cells that begin in it."""

    __slots__ = ()

    kind: ClassVar[str] = "row"
    _HOLDS: ClassVar[str] = "cell"

    @property
    def cells(self) -> list[Cell]:
        """Its cells, from left to right."""
        return [child for child in self.children if isinstance(child, Cell)]


class Table(Branch):
    """A table: rows of cells, as far as the text still shows them."""

    __slots__ = ()

    kind: ClassVar[str] = "table"
    _HOLDS: ClassVar[str] = "row"

    @property
    def rows(self) -> list[Row]:
        """Its rows, from top to bottom."""
        return [child for child in self.children if isinstance(child, Row)]

    def grid(self) -> list[list[Cell | None]]:
        """Its cells by row and column: a cell that covers several places stands in each of them.

        Returns:
            Rows of one length; None where no cell is.  No cell reaches below the last row.
        """
        places: dict[tuple[int, int], Cell] = {}
        rows = self.rows
        for top, row in enumerate(rows):
            left = 0
            for cell in row.cells:
                while (top, left) in places:
                    left += 1
                for down in range(top, min(top + cell.rowspan, len(rows))):
                    for right in range(left, left + cell.colspan):
                        places.setdefault((down, right), cell)
                left += cell.colspan
        width = max((column + 1 for _, column in places), default=0)
        return [[places.get((row, column)) for column in range(width)] for row in range(len(rows))]


class _Zone(Branch):
    __slots__ = ("start",)
    __attrs_attrs__: ClassVar[Any] = Fields(**_CHILDREN, start=described("int", default=0, eq=False))
    __match_args__: ClassVar = ("children", "start")

    def __init__(self, children: list[Node] | None = None, start: int = 0) -> None:
        self.children = [] if children is None else children
        self.start = start  # where an empty zone lies, so that front, body and back always meet

    @property
    def span(self) -> tuple[int, int]:
        """``(start, end)`` in the source, in characters."""
        return super().span if self.children else (self.start, self.start)


class Front(_Zone):
    """What stands before the document: site header, breadcrumb, metadata, title, publish line."""

    __slots__ = ()

    kind: ClassVar[str] = "front"


class Body(_Zone):
    """The document proper, from the line after title and publish line to signature, date, notes, enclosures."""

    __slots__ = ()

    kind: ClassVar[str] = "body"

    @property
    def sections(self) -> list[Section]:
        """The outermost sections."""
        return [child for child in self.children if isinstance(child, Section)]


class Back(_Zone):
    """What stands after the document: related links, share widgets, the site's footer."""

    __slots__ = ()

    kind: ClassVar[str] = "back"


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield the leaves under a node, in source order."""
    stack: list[Node] = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Branch):
            stack.extend(reversed(node.parts()))
        else:
            yield node
