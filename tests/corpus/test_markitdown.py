"""MarkItDown finds the plugin by its entry point, and converts reports with it, and other files as before."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import read, to_markdown

pytest.importorskip("markitdown")

from markitdown import MarkItDown

from govreport.corpus.markitdown import register_converters

PAGE = Path("fixtures/annual-page.html")


@pytest.fixture
def converter() -> MarkItDown:
    made = MarkItDown()
    register_converters(made)
    return made


def printed(file: Path) -> str:
    """A document as `to_markdown` prints it, without blanks at the ends of lines, which MarkItDown takes away."""
    return "\n".join(line.rstrip() for line in to_markdown(read(file)).strip().split("\n"))


@pytest.mark.parametrize("name", ["annual-page.html", "annual-runin.txt", "ways/report.docx", "ways/report.pdf"])
def test_a_report_is_its_document(name: str, converter: MarkItDown) -> None:
    file = Path("fixtures", name)
    result = converter.convert(file)
    assert (result.markdown.strip(), result.title) == (printed(file), read(file).title)


def test_the_site_is_left_out_and_headings_are_headings(converter: MarkItDown) -> None:
    lines = converter.convert(PAGE).markdown.splitlines()
    assert lines[0].startswith("# ")
    assert [line for line in lines if line.startswith("## ")]
    assert "主办单位" not in "".join(lines)


def test_other_files_are_left_to_others(converter: MarkItDown) -> None:
    text = converter.convert_stream(io.BytesIO(b"Dear all,\n\nsee you tomorrow.\n"), file_extension=".txt").markdown
    assert text.startswith("Dear all,")
    html = "<html><body><h1>Recipe</h1><p>Boil the water, then add the tea leaves.</p></body></html>"
    assert converter.convert_stream(io.BytesIO(html.encode()), file_extension=".html").markdown.startswith("# Recipe")


def test_front_matter_on_demand(converter: MarkItDown) -> None:
    assert converter.convert(PAGE, front_matter=True).markdown.startswith("---\ntitle:")


@pytest.mark.slow
def test_the_entry_point_is_found(tmp_path: Path) -> None:
    table = re.search(
        r'^\[project\.entry-points\."(markitdown\.plugin)"\]\n(.*)$', Path("pyproject.toml").read_text(), re.M
    )
    assert table is not None
    folder = tmp_path / "named-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: named\nVersion: 1\n")
    (folder / "entry_points.txt").write_text(f"[{table[1]}]\n{table[2]}\n".replace('"', ""))
    paths = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-m", "markitdown", "--use-plugins", str(PAGE)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": paths})
    assert run.stdout.strip() == printed(PAGE)
