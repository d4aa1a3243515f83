"""What a line can be: closed sets."""

from __future__ import annotations

from typing import Literal, TypeAlias

FrontKind: TypeAlias = Literal["label", "value", "breadcrumb", "widget", "number", "date", "enactment", "blank"]
"""What a line before the text is by its own look:

- ``label``: a field of a publish line or metadata block;
- ``value``: the value of the label that ends the line above, alone on its line;
- ``breadcrumb``: where the page stands in its site;
- ``widget``: page tools, share links;
- ``number``: a document number alone;
- ``date``: a date alone;
- ``enactment``: a line of a law's history;
- ``blank``: signs without a word.
"""

ItemKind: TypeAlias = Literal[
    "furniture", "breadcrumb", "breadcrumb-rest", "metadata", "footer", "value", "title", "title-rest", "number",
    "date", "signature",
]  # fmt: skip
"""What a line of a site holds:

- ``furniture``, ``breadcrumb``, ``title``, ``number`` (of the document), ``date``, ``signature``: nothing else;
- ``metadata``, ``footer``: fields of a publish line or metadata block, fields of a footer;
- ``value``: more of the value of the last field before;
- ``breadcrumb-rest``, ``title-rest``: more of the breadcrumb, of the title before.
"""

Role: TypeAlias = Literal["signature", "date", "note", "enclosure", "title"]
"""What a line of a document is where it is no text:

- ``signature``, ``date``: who signs it, and when;
- ``note``: what is annexed or annotated, whom to ask;
- ``enclosure``: 附件 before an enclosed document;
- ``title``: the title of an enclosed document.
"""

EndKind: TypeAlias = Literal[
    "long", "sentence", "short", "article", "unit", "item", "date", "digits-date", "note", "files", "row", "plain",
    "licence", "footer", "copyright", "contact", "credit", "neighbour", "ranking", "tool", "links", "breadcrumb",
]  # fmt: skip
"""What a line can be; up to ``plain`` more likely a document's, after it more likely a site's."""
