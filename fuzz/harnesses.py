"""What each harness runs on an input, and what must hold of it.  A broken promise is an AssertionError."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from govreport import (
    InvalidReport,
    Node,
    Report,
    Section,
    Table,
    from_json,
    parse,
    parse_bytes,
    to_bytes,
    to_dict,
    to_json,
    to_markdown,
    to_text,
)
from govreport.sources.html import read_html
from govreport.tree.nodes import Leaf

_SHORTCUTS: Final = (
    "title issuer year published source doc_number addressee signature date preamble sections attachments footer "
    "site_name site_id column contacts history"
).split()
_FEW: Final = 20  # sections that are asked what they say
_PACKAGE: Final = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": "<Relationships "
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
    'Target="numbering.xml"/></Relationships>',
}
_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def check(report: Report, text: str) -> None:
    """Hold a report against the promises.

    Args:
        report: the report.
        text: the text that it was parsed from.
    """
    assert to_text(report) == text, "not lossless"
    at = 0
    for node in report.walk():
        if isinstance(node, Leaf):
            start, end = node.span
            assert start == at, "the leaves do not tile the source"
            assert node.start is None or text.startswith(node.raw, node.start), "a leaf does not stand at its offset"
            at = end
            assert all(link.stands_in(node.raw) for link in node.links), "a link beside its words"
        elif isinstance(node, Table):
            node.grid()
    assert at == len(text), "the leaves do not reach the end"
    document = to_json(report)
    again = from_json(document)
    assert again == report or "\\ud" in document, "the JSON gives another tree"
    for shortcut in _SHORTCUTS:
        getattr(report, shortcut)
    for section in report.find(Section, within="body")[:_FEW]:
        assert report.section(section.path) is section, "a path that does not lead back"
        _ = (section.text, section.full_text, section.contacts, section.responsible)
    to_markdown(report)
    to_text(report, clean=True)


def fuzz_parse(data: bytes) -> None:
    """`parse` on any string; lone surrogates stand for bytes that are no UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    report = parse(text, split_headings=("confident", "always", "never")[len(data) % 3])
    check(report, text)


def fuzz_parse_bytes(data: bytes) -> None:
    """`parse_bytes` on any bytes."""
    report = parse_bytes(data)
    check(report, to_text(report))
    if report.source.exact:
        assert to_bytes(report) == data, "not the very bytes"


def fuzz_html(data: bytes) -> None:
    """HTML, with and without places."""
    page = "<html><body>" + data.decode("utf-8", "replace")
    report = parse_bytes(page.encode(), keep_source_positions=True)
    check(report, to_text(report))
    assert read_html(page).text == to_text(report), "places change the text"
    for node in report.walk():
        span = getattr(node, "source_span", None)
        assert span is None or 0 <= span[0] <= span[1] <= len(page), "a place outside the page"


def fuzz_docx(data: bytes) -> None:
    """The body of a .docx, and after a form feed its numbering."""
    body, _, numbering = data.decode("utf-8", "replace").partition("\f")
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _PACKAGE.items():
            archive.writestr(name, content)
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/numbering.xml", f"<w:numbering {_WORD}>{numbering}</w:numbering>")
    report = parse_bytes(file.getvalue())
    check(report, to_text(report))


def fuzz_json(data: bytes) -> None:
    """`from_json` on anything: a tree that comes back as it is, or `InvalidReport`."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        tree: Report | Node | Any = from_json(text)
    except InvalidReport as fault:
        error = str(fault)
    else:
        error = ""
    if error:
        assert error.startswith("$"), "no place named"
        return
    document = to_json(tree)
    assert from_json(document) == tree, "the JSON gives another tree"
    assert to_dict(tree) == json.loads(document)
    to_text(tree)


def _as_is(data: bytes) -> bytes:
    return data


def _as_html(data: bytes) -> bytes:
    if data.lstrip()[:1] == b"<":
        return data
    return b"".join(b"<p>" + line + b"</p>\n" for line in data.splitlines() if line.strip())


def _as_docx(data: bytes) -> bytes:
    lines = escape(data.decode("utf-8", "ignore").replace("\f", "")).splitlines()
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines if line.strip()).encode()


def _as_json(data: bytes) -> bytes:
    return to_json(parse_bytes(data)).encode("utf-8", "backslashreplace")


SEEDS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "parse": _as_is,
    "parse_bytes": _as_is,
    "html": _as_html,
    "docx": _as_docx,
    "json": _as_json,
}
"""For each harness, what makes a seed of a page."""
HARNESSES: Final[dict[str, Callable[[bytes], None]]] = {
    "parse": fuzz_parse,
    "parse_bytes": fuzz_parse_bytes,
    "html": fuzz_html,
    "docx": fuzz_docx,
    "json": fuzz_json,
}
"""Each harness by its name on the command line."""
