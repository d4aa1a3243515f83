"""The notebook is the how-to that it is made of, whose blocks `test_docs` runs."""

from __future__ import annotations

import json

from tools.notebook import NOTEBOOK, PAGE, notebook


def test_the_notebook_is_the_page() -> None:
    written = NOTEBOOK.read_text(encoding="utf-8")
    assert written == notebook(PAGE.read_text(encoding="utf-8")) + "\n", "run python -m tools.notebook"


def test_code_and_text_are_cells_of_their_own() -> None:
    cells = json.loads(notebook("# A\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n\nB\n"))["cells"]
    assert [(cell["cell_type"], "".join(cell["source"])) for cell in cells] == [
        ("markdown", "# A"),
        ("code", "print(1)"),
        ("markdown", "B"),
    ]
