"""Pages saved as one file (.mht, MHTML, RFC 2557) → the text of the page."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from govreport.sources.addresses import WEB
from govreport.sources.decode import decode
from govreport.sources.kinds import UnreadableFile
from govreport.sources.page import Page
from govreport.tree.origin import MHTML


def read_mhtml(data: bytes) -> Page:
    """Read the page of a file; pictures, styles and frames beside it are left out.

    Args:
        data: the file.

    Raises:
        UnreadableFile: there is no page in it.
        MissingExtra: selectolax is not installed.
    """
    from govreport.sources.html import read_html

    try:
        part = _page(message_from_bytes(data))
        content = part.get_payload(decode=True) if part is not None else None
    except Exception as error:  # what damaged parts raise is not documented
        raise UnreadableFile(f"this MHTML file is damaged: {error or type(error).__name__}", MHTML) from error
    if part is None or not isinstance(content, bytes):
        raise UnreadableFile("this MHTML file holds no page", MHTML)
    text = decode(content, declared=part.get_content_charset()).text
    page = read_html(text, False) if part.get_content_subtype() == "html" else Page(text)
    address = str(part.get("Content-Location") or "").strip()
    if address.startswith(WEB):
        page.url = address
    return page


def _page(message: Message) -> Message | None:
    """The part that is the page: the one that the file begins with, else the first of its kind."""
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "text/plain")]
    start = message.get_param("start")
    for part in parts:
        if start and part.get("Content-ID") == start:
            return part
    return min(parts, key=lambda part: part.get_content_type() != "text/html", default=None)
