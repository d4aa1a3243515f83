"""The documentation site: ``make docs``."""

from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import govreport

project = "govreport"
author = "The govreport authors"
version = release = govreport.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
copybutton_exclude = ".linenos, .gp, .go"  # of a console, the commands alone
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = "govreport"

autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
napoleon_use_ivar = True  # attributes are told once, in the docstring of the class
default_role = "literal"  # `name` in a docstring is code


EXAMPLE = "fixtures/annual-2022-faults.txt"
"""The invented report that `index.md` shows."""


def setup(app: Sphinx) -> None:
    """Let the pages in the examples be shown as they are."""
    app.add_lexer("source", TextLexer)
    app.connect("build-finished", write_example)


def write_example(app: Sphinx, failed: Exception | None) -> None:
    """Write the page that the front page shows, as the library makes it."""
    if failed is None and app.builder.format == "html":
        report = govreport.read(Path(__file__).parent.parent / EXAMPLE)
        (Path(app.outdir) / "example.html").write_text(govreport.to_html(report), encoding="utf-8")


myst_heading_anchors = 3  # links to sections work as they do where the pages are read in the repository
