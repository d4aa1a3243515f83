"""What kind of file some bytes are: told from their content first, from the file's name second."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

import regex

from govreport.tree.origin import CONTENT_LIST, DOC, DOCLING, DOCX, HTML, MHTML, OFD, PDF, TEXT, WORD_XML
from govreport.words.patterns import late

MAX_BYTES: Final = 128 * 1024 * 1024
"""Bytes of the largest file that is read, and of all that is packed in it."""


class UnreadableFile(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """A file that is no report in any of the kinds that can be read.

    Attributes:
        kind: what it is, as far as that can be told: ``pdf``, ``doc``, ``png`` ….
    """

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


_WORD_PART: Final = "word/document.xml"
_OFD_PART: Final = "OFD.xml"
_WORD_MARK: Final = late(
    rb"\s{0,9}<\?xml[^>]{0,200}>\s{0,9}<\?mso-application\s+progid=.Word\.Document|<w:wordDocument\s|<pkg:package\s"
)
_LAYOUT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}[\[{]")
_DOCLING_MARK: Final = b'"DoclingDocument"'
_MINERU_MARKS: Final = (b'"type"', b'"page_idx"')
_HEAD_LINE: Final = re.compile(rb"[A-Za-z][A-Za-z-]{1,60}:")
_MIME: Final = re.compile(
    rb"^mime-version:\s{0,9}1(?s:.{0,1500}?)^content-type:\s{0,9}(?:multipart/|text/html)", re.M | re.I
)
# How files begin that are neither text nor HTML nor .docx, with what turns them into one of these.
SAVE_AS_DOCX: Final = "save it as .docx (soffice --headless --convert-to docx)"
_SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF-", PDF, "extract its text (pdftotext -layout)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC, SAVE_AS_DOCX),
    (b"{\\rtf", "rtf", SAVE_AS_DOCX),
    (b"PK\x03\x04", "zip", "unpack it"),
    (b"PK\x05\x06", "zip", "unpack it"),
    (b"\x1f\x8b", "gzip", "unpack it (gunzip)"),
    (b"(\xb5/\xfd", "zstd", "unpack it (unzstd)"),
    (b"BZh", "bzip2", "unpack it (bunzip2)"),
    (b"\xfd7zXZ\x00", "xz", "unpack it (unxz)"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "unpack it"),
    (b"Rar!\x1a\x07", "rar", "unpack it"),
    (b"\x89PNG\r\n\x1a\n", "png", "recognise its text (ocrmypdf, paddleocr)"),
    (b"\xff\xd8\xff", "jpeg", "recognise its text (ocrmypdf, paddleocr)"),
    (b"GIF8", "gif", "recognise its text (ocrmypdf, paddleocr)"),
    (b"II*\x00", "tiff", "recognise its text (ocrmypdf, paddleocr)"),
    (b"MM\x00*", "tiff", "recognise its text (ocrmypdf, paddleocr)"),
)
_REMEDY: Final = {kind: remedy for _, kind, remedy in _SIGNATURES}
BINARY_NAMES: Final = (".docx", ".doc", ".wps", ".ofd", ".pdf")
"""How the names of files end that are read, and are never text."""
_HTML_NAME: Final = late(r"\.(?:[sx]?html?|aspx?|jspx?|php)$", re.I)
_TEXT_NAME: Final = re.compile(r"\.(?:txt|md|markdown|text|csv|tsv)$", re.I)
MARKDOWN_NAMES: Final = (".md", ".markdown")
"""How the names of files end that are Markdown."""
_HEAD: Final = 2048  # characters in which a page's first tag is looked for
_BODY: Final = 50_000  # and those in which tags are counted where it does not begin with one
# What may stand before it.  Possessive: a comment ends where the next --> stands, and nowhere else.
_COMMENT: Final = r"<!--(?:[^-]++|-(?!->))*+-->"
_PROLOGUE: Final = rf"(?:\s++|<\?xml[^>]*+>|{_COMMENT})*+"
_FIRST_TAG: Final = regex.compile(
    rf"{_PROLOGUE}<(?:!doctype\s+html|(?:html|head|body|meta|title|div|table|p|span|script|style|link|h[1-6]|font"
    r"|center"
    r"|section|article|main|ul|ol|dl)(?=[\s>/]))",
    regex.I,
)
_CLOSING_TAG: Final = re.compile(r"</(?:p|div|span|table|tr|td|li|h[1-6]|font|strong|a)\s{0,4}>", re.I)
_CLOSING_TAGS: Final = 5  # from which on a text without a first tag is HTML


def binary_kind(data: bytes) -> str | None:
    """Tell a kind other than plain text and HTML by how its files begin.

    Args:
        data: the file.

    Returns:
        A kind that `govreport.sources.readers` reads, or the name of one that cannot be read; None where it may be
        text or HTML.
    """
    for signature, kind, _ in _SIGNATURES:
        if data.startswith(signature):
            return (_packed_kind(data) if kind == "zip" else None) or kind
    return marked_kind(data[:_HEAD])


def remedy(kind: str) -> str:
    """What to do with a file of a kind that cannot be read."""
    return _REMEDY.get(kind, "turn it into one of these")


def _packed_kind(data: bytes) -> str | None:
    """Tell what kind of document an archive is; None where it is none."""
    import zipfile  # slow to import, seldom needed

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    return DOCX if _WORD_PART in names else OFD if _OFD_PART in names else None


def marked_kind(head: bytes) -> str | None:
    """Tell a kind that is text with the marks of another program.

    Args:
        head: how the file begins.

    Returns:
        A kind that `govreport.sources.readers` reads; None where there are no such marks.
    """
    if _WORD_MARK.search(head):
        return WORD_XML
    if _LAYOUT.match(head):
        if _DOCLING_MARK in head:
            return DOCLING
        if _MINERU_MARKS[0] in head and _MINERU_MARKS[1] in head:
            return CONTENT_LIST
    return MHTML if _HEAD_LINE.match(head) and _MIME.search(head) else None


def text_kind(text: str, name: str = "") -> str:
    """Tell HTML from plain text.

    Args:
        text: the file's text.
        name: its name, where it has one.

    Returns:
        ``html`` or ``text``.
    """
    if "</" not in text and "<" not in text[:_HEAD]:
        return TEXT
    if _FIRST_TAG.match(text[:_HEAD].lstrip("\ufeff")):
        return HTML
    if _TEXT_NAME.search(name):
        return TEXT
    tags = sum(1 for _ in _CLOSING_TAG.finditer(text, 0, _BODY))
    return HTML if tags >= (1 if _HTML_NAME.search(name) else _CLOSING_TAGS) else TEXT
