"""The documentation site: ``make docs``."""

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import govreport

project = "govreport"
author = "The govreport authors"
version = release = govreport.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
copybutton_prompt_text = "$ "  # of what is typed in a shell, the prompt is not copied, nor what is printed
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = "govreport"

autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
napoleon_use_ivar = True  # attributes are told once, in the docstring of the class
default_role = "literal"  # `name` in a docstring is code


def setup(app: Sphinx) -> None:
    """Let the pages in the examples be shown as they are."""
    app.add_lexer("source", TextLexer)


myst_heading_anchors = 3  # links to sections work as they do where the pages are read in the repository
