"""Ways through sections of which some have no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any


def before_numbers(branch: Any) -> Iterator[Any]:
    """Yield what stands before the first numbered section: leaves, tables, sections without a number, their parts.

    Args:
        branch: a body, or another branch.
    """
    stack = list(reversed(branch.children))
    while stack:
        node = stack.pop()
        if node.kind == "section":
            if node.heading.marker:
                return
            stack.extend(reversed(node.children))
        yield node


def outermost_sections(sections: Sequence[Any]) -> Iterator[Any]:
    """Yield sections that no number stands around: each of some sections, after one without a number those in it.

    Args:
        sections: sections that stand side by side.
    """
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        yield section
        if not section.heading.marker:
            stack.extend(reversed(section.sections))
