"""Raw text of scraped Chinese government report pages to a typed, lossless tree and back."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport import arrow as arrow  # reached as an attribute, and in `dir`, though no `import *` brings it
    from govreport import corpus as corpus
    from govreport import figures, statistics
    from govreport.corpus.panel import panel
    from govreport.corrections.correcting import correct
    from govreport.corrections.files import fix_beside, write_fix
    from govreport.corrections.fix import FieldFix, Fix, HeadingFix
    from govreport.extras import MissingExtra
    from govreport.figures import Fact, facts
    from govreport.reading import parse, parse_bytes, read
    from govreport.serialize import (
        InvalidReport,
        from_dict,
        from_json,
        json_schema,
        to_bytes,
        to_dict,
        to_json,
        to_markdown,
        to_text,
    )
    from govreport.serialize.chunks import Chunk, chunks
    from govreport.sources.kinds import UnreadableFile
    from govreport.statistics.findings import check
    from govreport.tree.corrections import Correction
    from govreport.tree.enclosures import Enclosure
    from govreport.tree.evidence.weighing import Candidate, Evidence
    from govreport.tree.footer import Footer
    from govreport.tree.issues import CODES, Issue
    from govreport.tree.links import Link
    from govreport.tree.nodes import (
        Addressee,
        Attachment,
        Back,
        Body,
        Breadcrumb,
        Cell,
        FooterField,
        Front,
        Furniture,
        Heading,
        Metadata,
        Node,
        Note,
        Paragraph,
        Row,
        Section,
        Signature,
        SignedDate,
        Table,
        Title,
    )
    from govreport.tree.office import Office, office
    from govreport.tree.origin import Origin, Source
    from govreport.tree.report import Report
    from govreport.view.html import to_html

__version__ = "0.1.0.dev0"

# Where each public name lives.  They are fetched when first asked for (PEP 562), so that the import costs nothing and a
# program that only reads stored reports never loads the parser's patterns.
_HOME = {
    "govreport.statistics.findings": "check",
    "govreport.figures": "Fact facts",
    "govreport.corpus.panel": "panel",
    "govreport.corrections.correcting": "correct",
    "govreport.corrections.files": "fix_beside write_fix",
    "govreport.corrections.fix": "FieldFix Fix HeadingFix",
    "govreport.tree.corrections": "Correction",
    "govreport.serialize.chunks": "Chunk chunks",
    "govreport.tree.enclosures": "Enclosure",
    "govreport.tree.issues": "CODES Issue",
    "govreport.tree.links": "Link",
    "govreport.tree.nodes": "Addressee Attachment Back Body Breadcrumb Cell FooterField Front Furniture Heading"
    " Metadata Node Note Paragraph Row Section Signature SignedDate Table Title",
    "govreport.reading": "parse parse_bytes read",
    "govreport.tree.report": "Report",
    "govreport.tree.footer": "Footer",
    "govreport.tree.evidence.weighing": "Candidate Evidence",
    "govreport.extras": "MissingExtra",
    "govreport.tree.office": "Office office",
    "govreport.tree.origin": "Origin Source",
    "govreport.sources.kinds": "UnreadableFile",
    "govreport.view.html": "to_html",
    "govreport.serialize": "InvalidReport from_dict from_json json_schema to_bytes to_dict to_json to_markdown to_text",
}
_PACKAGES = ("arrow", "corpus", "figures", "statistics")  # reached as attributes without an import of their own
_MODULE = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = [
    "CODES",
    "Addressee",
    "Attachment",
    "Back",
    "Body",
    "Breadcrumb",
    "Candidate",
    "Cell",
    "Chunk",
    "Correction",
    "Enclosure",
    "Evidence",
    "Fact",
    "FieldFix",
    "Fix",
    "Footer",
    "FooterField",
    "Front",
    "Furniture",
    "Heading",
    "HeadingFix",
    "InvalidReport",
    "Issue",
    "Link",
    "Metadata",
    "MissingExtra",
    "Node",
    "Note",
    "Office",
    "Origin",
    "Paragraph",
    "Report",
    "Row",
    "Section",
    "Signature",
    "SignedDate",
    "Source",
    "Table",
    "Title",
    "UnreadableFile",
    "check",
    "chunks",
    "correct",
    "facts",
    "figures",
    "fix_beside",
    "from_dict",
    "from_json",
    "json_schema",
    "office",
    "panel",
    "parse",
    "parse_bytes",
    "read",
    "statistics",
    "to_bytes",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
    "write_fix",
]


def __getattr__(name: str) -> object:
    if name in _PACKAGES:
        return import_module(f"govreport.{name}")
    if name not in _MODULE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_MODULE[name]), name)
    return value


def __dir__() -> list[str]:
    """The public names, and no other."""
    return sorted({*__all__, *_PACKAGES, "__version__"})
