"""Tree → the bytes of a text file, as the report was read from one."""

from __future__ import annotations

from typing import Final

from govreport.serialize.text import to_text
from govreport.tree.origin import TEXT
from govreport.tree.report import Report
from govreport.words.charsets import encode

_USUAL: Final = "utf-8"


def to_bytes(report: Report, encoding: str | None = None) -> bytes:
    """Print a report as a text file.

    Args:
        report: any report.
        encoding: the encoding; that of the file it was read from where None, UTF-8 where it was parsed from a string.

    Returns:
        `to_text` in that encoding.  With None, an unchanged report that was read from plain text comes back byte for
        byte, with byte order mark and escapes, where ``report.source.exact`` says so.

    Raises:
        TypeError: ``report`` is no report.
        ValueError: the report was read from HTML or Word, whose bytes the tree does not hold, and no encoding is
            given; or the text has a character that the encoding lacks.
        LookupError: the encoding named is unknown.
    """
    if not isinstance(report, Report):
        raise TypeError(f"to_bytes() takes a Report, not {type(report).__name__}; make one with parse()")
    origin = report.origin
    if encoding is not None:
        return encode(to_text(report), encoding)
    if origin.kind != TEXT:
        raise ValueError(
            f'the tree holds the text of the {origin.kind} file, not its bytes; to_bytes(report, "utf-8") prints that'
        )
    return encode(to_text(report), origin.encoding or _USUAL, origin.bom, origin.escapes)
