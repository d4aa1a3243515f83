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
UNMENDED: Final = frozenset(
    {
        "src/govreport/corpus/converting.py",
        "src/govreport/corpus/ray.py",
        "src/govreport/corpus/spark.py",
        "src/govreport/parsing/closing.py",
        "src/govreport/parsing/headings/boundary.py",
        "src/govreport/parsing/headings/clauses.py",
        "src/govreport/parsing/headings/series.py",
        "src/govreport/parsing/page_fields.py",
        "src/govreport/parsing/page_front.py",
        "src/govreport/parsing/run_together.py",
        "src/govreport/parsing/tables.py",
        "src/govreport/parsing/title.py",
        "src/govreport/parsing/zones.py",
        "src/govreport/sources/decode.py",
        "src/govreport/sources/html.py",
        "src/govreport/sources/kinds.py",
        "src/govreport/sources/numbering.py",
        "src/govreport/sources/page.py",
        "src/govreport/tree/report.py",
        "src/govreport/tree/shortcuts.py",
        "src/govreport/words/blanks.py",
        "src/govreport/words/character_frequency.py",
        "src/govreport/words/numerals.py",
        "src/govreport/words/organizations.py",
        "src/govreport/words/page_labels.py",
        "src/govreport/words/section_numbers.py",
    }
)
"""Files that are not held to this yet; take a file out when it is mended."""


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
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile"):
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
    """Print every fault; fail where there is one, or where a file that is left out has none."""
    failed = False
    for name in sorted(UNMENDED):
        if not (ROOT / name).is_file():
            print(f"{name}: is no file: take it out of UNMENDED")
            failed = True
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            found = sorted(faults(file.read_text(encoding="utf-8")))
            if name in UNMENDED and found:
                continue
            if name in UNMENDED:
                found = [(1, "is mended: take it out of UNMENDED")]
            for number, fault in found:
                print(f"{name}:{number}: {fault}")
                failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
