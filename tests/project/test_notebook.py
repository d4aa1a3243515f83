"""The notebook is the how-to that it is made of, whose blocks `test_docs` runs."""

from __future__ import annotations

import contextlib
import io
import json
import re
import warnings

import pytest

from tools.notebook import NOTEBOOK, PAGE, notebook
from tools.plots import PICTURES, draw


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


@pytest.mark.slow
@pytest.mark.parametrize("folder", [None, "fixtures"])
def test_every_cell_runs(folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the reports that the page makes, and on pages of all kinds, which lack this and that."""
    pytest.importorskip("matplotlib", reason="it comes with the group plots")
    monkeypatch.chdir(NOTEBOOK.parents[1])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing|findfont")  # no font has Chinese here
        pictures = draw(folder)
    assert [picture.name for picture in pictures] == [
        "ten-years-coverage.svg",
        "ten-years-granted.svg",
        "ten-years-requests.svg",
    ]


def test_the_page_shows_pictures_that_are_there() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(shown) == 3
    for name in shown:
        assert "<svg" in (PICTURES / name).read_text(encoding="utf-8")
