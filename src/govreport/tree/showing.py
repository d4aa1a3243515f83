"""How nodes and records show themselves: on one line that fits a terminal."""

from __future__ import annotations

from typing import Final

COLUMNS: Final = 72
"""The most that a text takes in it, in columns; with what stands around it a line keeps below 120."""
_WIDE: Final = 0x1100
"""The first character that takes two columns; not all after it do, which leaves a line shorter than it might be."""


def shown(text: str, columns: int = COLUMNS) -> str:
    """Give a text in quotes, cut where it would take more columns than it may."""
    quoted = repr(text[: columns + 1])
    width = 0
    for at, sign in enumerate(quoted):
        width += 2 if ord(sign) >= _WIDE else 1
        if width > columns:
            return f"{quoted[: at - 1]}…{quoted[0]}"
    return quoted


def place(start: int | None) -> str:
    """Give the place of a node, with a blank before it; nothing where it was built by hand."""
    return "" if start is None else f" at {start}"


def counted(number: int, thing: str) -> str:
    """Give a number of things: 1 child, 2 children."""
    plural = {"child": "children"}.get(thing, f"{thing}s")
    return f"{number} {thing if number == 1 else plural}"
