"""Word files that are one XML text: those of Word 2003, and .docx files written flat (Flat OPC).

The first kind is read with the standard library; the second is a .docx file in other clothes, and takes its extra.
"""

from __future__ import annotations

import zipfile
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from govreport.parsing.tabular import holds_labels, is_tabular
from govreport.sources.kinds import UnreadableFile
from govreport.sources.page import CellText, Page, Style, covered
from govreport.sources.page_text import PageText
from govreport.tree.origin import WORD_XML

_W: Final = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_WX: Final = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML: Final = "{http://schemas.microsoft.com/aml/2001/core}"
_PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_UNSEEN: Final = frozenset(
    _W + name for name in ("pPr", "rPr", "instrText", "delText", "pict", "binData", "sectPr", "footnote", "endnote")
)
_OFF: Final = frozenset({"off", "false", "0"})


def read_word_xml(data: bytes) -> Page:
    """Turn a file into the text that Word shows.

    Args:
        data: the file.

    Returns:
        As `govreport.sources.docx.read_docx`.

    Raises:
        UnreadableFile: the file is damaged, or declares entities, which these files have no use for.
        MissingExtra: it is a flat .docx file, and python-docx is not installed.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableFile("this Word XML file declares entities, which are not read", WORD_XML)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnreadableFile(f"this Word XML file is damaged: {error}", WORD_XML) from error
    if root.tag == _PKG + "package":
        from govreport.sources.docx import read_docx

        return read_docx(_packed(root))
    body = root.find(_W + "body")
    if body is None:
        raise UnreadableFile("this Word XML file is damaged: it has no body", WORD_XML)
    return _page(body)


def _packed(root: ElementTree.Element) -> bytes:
    """The same as an archive."""
    file = BytesIO()
    types = []
    with zipfile.ZipFile(file, "w") as archive:
        for part in root.iterfind(_PKG + "part"):
            name = part.get(_PKG + "name") or ""
            types.append((name, part.get(_PKG + "contentType") or ""))
            content = part.find(_PKG + "xmlData")
            if content is not None and len(content):
                archive.writestr(name.lstrip("/"), ElementTree.tostring(content[0]))
            elif (binary := part.find(_PKG + "binaryData")) is not None:
                archive.writestr(name.lstrip("/"), b64decode(binary.text or ""))
        overrides = "".join(
            f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>" for name, kind in types
        )
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{namespace}">{rels}{overrides}</Types>')
    return file.getvalue()


def _page(body: ElementTree.Element) -> Page:
    page = PageText()
    for section in body.iter(_W + "hdr"):
        _blocks(section, page)
    page.hints.head = page.size
    _blocks(body, page)
    page.hints.foot = page.size
    for section in body.iter(_W + "ftr"):
        _blocks(section, page)
    return page.page({})


def _blocks(parent: ElementTree.Element, page: PageText) -> None:
    """Add the paragraphs and tables that stand in an element, in whatever wrapping."""
    stack = [parent]
    while stack:
        node = stack.pop()
        if node.tag == _W + "p":
            _paragraph(node, page)
        elif node.tag == _W + "tbl":
            rows = list(_rows(node))
            if is_tabular(rows) and node.find(f".//{_W}tc//{_W}tbl") is None:
                page.add_rows(rows, data=not holds_labels(rows))
            else:
                for cell in (cell for row in rows for cell in row):
                    page.add_verbatim(cell.text)
                    page.end_line()
        elif node.tag not in _UNSEEN and not _is_deleted(node):
            stack.extend(reversed(node))


def _paragraph(node: ElementTree.Element, page: PageText) -> None:
    number = node.find(f"{_W}pPr/{_W}listPr/{_WX}t")
    aligned = node.find(f"{_W}pPr/{_W}jc")
    centred = aligned is not None and aligned.get(_W + "val") == "center"
    lead = "" if number is None else number.get(_WX + "val") or ""
    for text, style in _runs(node):
        if text == "\n":
            page.end_line(centred=centred)
            continue
        page.add_verbatim(lead + text, style)
        lead = ""
    page.end_line(centred=centred)


def _runs(paragraph: ElementTree.Element) -> Iterator[tuple[str, Style]]:
    stack = [(child, Style()) for child in reversed(paragraph)]
    while stack:
        node, style = stack.pop()
        if node.tag == _W + "r":
            if _flag(node.find(f"{_W}rPr/{_W}vanish")):
                continue
            style = Style(_flag(node.find(f"{_W}rPr/{_W}b")))
        if node.tag == _W + "t":
            yield (node.text or "").replace("\n", " "), style
        elif node.tag == _W + "br":
            yield "\n", style
        elif node.tag == _W + "tab":
            yield "\u3000", style
        elif node.tag not in _UNSEEN and not _is_deleted(node):
            stack.extend((child, style) for child in reversed(node))


def _rows(table: ElementTree.Element) -> Iterator[list[CellText]]:
    above: dict[int, CellText] = {}  # cells that may go on below, by column
    for row in table.iterfind(_W + "tr"):
        cells: list[CellText] = []
        column = 0
        for node in row.iterfind(_W + "tc"):
            span, merge = node.find(f"{_W}tcPr/{_W}gridSpan"), node.find(f"{_W}tcPr/{_W}vmerge")
            width = 1 if span is None else covered(span.get(_W + "val"))
            if merge is not None and merge.get(_W + "val") != "restart" and column in above:
                above[column].rowspan += 1
            else:
                inner = PageText()
                _blocks(node, inner)
                above[column] = inner.cell(1, width)
                cells.append(above[column])
            column += width
        yield cells


def _is_deleted(node: ElementTree.Element) -> bool:
    return node.tag == _AML + "annotation" and node.get(_W + "type") == "Word.Deletion"


def _flag(node: ElementTree.Element | None) -> bool:
    return node is not None and node.get(_W + "val") not in _OFF
