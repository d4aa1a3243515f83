"""Ways through sections of which some have no number."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.tree.nodes import Branch, Node, Section


def before_numbers(branch: Branch) -> Iterator[Node]:
    """Yield what stands before the first numbered section: leaves, tables, sections without a number and their parts."""
    stack: list[Node] = branch.children[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, Section):
            if node.heading.marker:
                return
            stack.extend(reversed(node.children))
        yield node


def outermost_sections(sections: list[Section]) -> Iterator[Section]:
    """Yield sections that no number stands around: each of some sections, and those in one without a number after it."""
    stack = sections[::-1]
    while stack:
        section = stack.pop()
        yield section
        if not section.heading.marker:
            stack.extend(reversed(section.sections))
