"""``python tools/readable.py``: no line wider than a screen, no pattern longer than can be read aloud.

Ruff counts a line's characters, and a Chinese one takes two columns; nobody counts the length of patterns.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unicodedata import east_asian_width

ROOT: Final = Path(__file__).parent.parent
FOLDERS: Final = ("src", "tests", "bench", "fuzz", "tools", "examples", "docs")
WIDEST: Final = 120
"""Columns of the widest line."""
LONGEST: Final = 200
"""Characters of the longest pattern; what it takes in by a name counts where that is named."""
UNMENDED: Final[tuple[str, ...]] = ()
"""Folders and files that are not held to this yet; name what is left of one, or take it out, as it is mended."""


def columns(line: str) -> int:
    """How many columns a line takes on a screen."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is too long in a module.

    Args:
        text: its source.

    Yields:
        The number of a line, from 1, and what is wrong there.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if columns(line) > WIDEST:
            yield number, f"{columns(line)} columns"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile", "late"):
            length = sum(map(_written, node.args[:1]))
            if length > LONGEST:
                yield node.lineno, f"a pattern of {length} characters"


def _written(node: ast.AST) -> int:
    """How many characters of a pattern stand in its own strings; blanks that only lay it out do not count."""
    if isinstance(node, ast.Constant):
        return sum(len(word) for word in node.value.split()) if isinstance(node.value, str) else 0
    if isinstance(node, ast.FormattedValue):
        return len(ast.unparse(node.value)) + 2
    return sum(map(_written, ast.iter_child_nodes(node)))


def main() -> None:
    """Print every fault; fail where there is one, or where nothing is left to mend of what is not held to it."""
    found = []
    unmended = set()
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            here = sorted(faults(file.read_text(encoding="utf-8")))
            name = file.relative_to(ROOT).as_posix()
            within = [one for one in UNMENDED if name == one or name.startswith(f"{one}/")]
            if not within:
                found += [f"{name}:{number}: {fault}" for number, fault in here]
            elif here:
                unmended.update(within)
    found += [f"{one}: nothing is left to mend, take it out of UNMENDED" for one in UNMENDED if one not in unmended]
    sys.exit("\n".join(found) or None)


if __name__ == "__main__":
    main()
