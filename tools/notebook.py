"""``python -m tools.notebook``: writes examples/ten_years.ipynb, the how-to of that name as a notebook."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = ROOT / "docs/how-to/ten-years.md"
NOTEBOOK: Final = ROOT / "examples/ten_years.ipynb"
_BLOCK: Final = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<code>.*?)^```\n?", re.MULTILINE | re.DOTALL)


def notebook(page: str) -> str:
    """Make a notebook of a page: its Python blocks as cells of code, the outputs left out, the rest as text.

    Args:
        page: Markdown.
    """
    cells: list[dict[str, Any]] = []
    at = 0
    for block in _BLOCK.finditer(page):
        cells += _text(page[at : block.start()])
        at = block.end()
        if block["kind"].startswith("python"):
            cells.append(_cell("code", block["code"], execution_count=None, outputs=[]))
        elif block["kind"] != "text":
            cells += _text(block.group())
    cells += _text(page[at:])
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    whole = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def code(page: str) -> list[str]:
    """Give the Python blocks of a page, in order."""
    return [block["code"] for block in _BLOCK.finditer(page) if block["kind"].startswith("python")]


def _text(words: str) -> list[dict[str, Any]]:
    return [_cell("markdown", words)] if words.strip() else []


def _cell(kind: str, source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source.strip().splitlines(keepends=True), **more}


if __name__ == "__main__":
    NOTEBOOK.write_text(notebook(PAGE.read_text(encoding="utf-8")) + "\n", encoding="utf-8")
