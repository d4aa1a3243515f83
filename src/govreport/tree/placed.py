"""Where a node stands: its parent, its path, its line.

A node holds a weak reference to what it stood under when the tree was last looked through, and nothing else: trees have
no cycles, a report is freed with its last name, and pickles and copies hold no more than before.  Whether the parent
still holds the node is looked up when asked, so that an edit cannot make the answer wrong.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

from govreport.tree.compiling import mypyc_attr
from govreport.tree.node_fields import equal, replaced, restore, state


@mypyc_attr(allow_interpreted_subclasses=True, serializable=True, acyclic=True)
class Placed:
    """What knows where it stands; and what all nodes do as attrs classes do it."""

    __slots__ = ("_parent",)
    __attrs_attrs__: ClassVar[Any]

    kind: ClassVar[str]
    holds: ClassVar[bool] = False
    """Whether it can hold other nodes."""
    _parent: weakref.ref[Any]

    def __eq__(self, other: object) -> bool:
        return equal(self, other) if other.__class__ is self.__class__ else NotImplemented

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __getstate__(self) -> dict[str, Any]:
        return state(self)

    def __setstate__(self, state: dict[str, Any]) -> None:
        restore(self, state)

    def __replace__(self, **changes: Any) -> Any:
        return replaced(self, changes)

    def parts(self) -> Sequence[Any]:
        """Every node directly under this one, in source order."""
        return ()

    @property
    def parent(self) -> Any:
        """What it stands directly under: a section, a zone, the report; None for a report, and for a node by itself.

        A tree of `govreport.parse`, `govreport.read` and `govreport.from_json` is known, and so is a node that was put
        in by hand from the next `find`, `section` or `Report.parent_of` on.

        Raises:
            ReferenceError: the report that it stood in is gone, since nobody holds it any more.
        """
        reference = getattr(self, "_parent", None)
        if reference is None:
            return None
        parent = reference()
        if parent is None:
            raise ReferenceError(f"the report that this {self.kind} stood in is gone: hold on to it while you ask")
        if any(part is self for part in parent.parts()):
            return parent
        link(root_of(parent))  # it was moved, or taken out
        parent = self._parent()
        return parent if parent is not None and any(part is self for part in parent.parts()) else None

    @property
    def path(self) -> str:
        """The numbers of its section, from the outermost on: ``2.1``; ``A1.2`` in the first enclosure.

        A section without a number, and one whose number came before among its siblings, has its place among them:
        ``2.#3``.  Empty outside of sections and enclosures.  `Report.section` takes it.
        """
        steps: list[str] = []
        node: Any = self
        while node is not None:
            if node.kind == "section":
                steps.append(step_of(node))
            elif node.kind == "attachment":
                steps.append(step_of(node))
                break
            node = node.parent
        return ".".join(reversed(steps))

    @property
    def line(self) -> int | None:
        """The line of the report's text (`govreport.to_text`) on which it begins, from 1; None for a node by itself."""
        root = root_of(self)
        if root is self and self.kind != "report":
            return None
        first: Any = next((node for node in walk(self) if hasattr(node, "raw")), self)
        line, before, parsed = 1, "", False
        node: Any
        for node in walk(root):
            if not hasattr(node, "raw"):
                if node is first:
                    break
                continue
            if node.start is None and parsed and before[-1] not in LINE_ENDS:
                line += 1  # as `govreport.to_text` does: what is put in does not go on with the line of the page
            if node is first:
                return line + _line_ends(node.lead)
            piece = node.lead + node.raw + node.trail
            line += _line_ends(piece)
            if piece:
                before, parsed = piece, node.start is not None
        return line


LINE_ENDS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""What ends a line for `str.splitlines`, and so for the parser."""


def walk(root: Any) -> Iterator[Any]:
    """Yield a node and every node under it, depth first, in source order."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(node.parts())


def root_of(node: Any) -> Any:
    """Give the outermost node that a node stands under: its report, or itself."""
    while (parent := node.parent) is not None:
        node = parent
    return node


def step_of(node: Any) -> str:
    """Give a section's or an enclosure's step of a path: ``2``, ``#3``, ``A1``."""
    parent = node.parent
    alike = [one for one in parent.parts() if one.kind == node.kind] if parent is not None else [node]
    at = next(index for index, one in enumerate(alike) if one is node)
    if node.kind == "attachment":
        return f"A{at + 1}"
    return numbered([one.heading.ordinal for one in alike[: at + 1]])[-1]


def numbered(ordinals: Sequence[int | None]) -> list[str]:
    """Give the steps of paths to sections.

    Args:
        ordinals: the numbers of sections that stand side by side.

    Returns:
        For each its number; its place among them behind a # where it has none, or one that came before.
    """
    seen: set[int] = set()
    steps = []
    for place, ordinal in enumerate(ordinals, 1):
        steps.append(f"#{place}" if ordinal is None or ordinal in seen else str(ordinal))
        if ordinal is not None:
            seen.add(ordinal)
    return steps


def _line_ends(text: str) -> int:
    """How many lines end in a text, as editors count them."""
    return text.count("\n") + (text.count("\r") - text.count("\r\n") if "\r" in text else 0)


def link(root: Any) -> None:
    """Let every node under a root know what it stands under."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        parts = node.parts()
        if not parts:
            continue
        reference = weakref.ref(node)
        for part in parts:
            if isinstance(part, Placed):  # what else there is no printer takes, and each says so
                part._parent = reference
                if part.holds:
                    stack.append(part)
