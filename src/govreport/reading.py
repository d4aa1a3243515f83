"""Text, bytes and files → reports: what kind of file it is, its text, its hints, and the parse."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import IO, Final

from govreport.parsing.headings.series import Splitting, check_splitting
from govreport.parsing.pipeline import parse_page
from govreport.sources.decode import decode, resolve_escapes
from govreport.sources.kinds import MAX_BYTES, UnreadableFile, binary_kind, remedy, text_kind
from govreport.sources.page import Page, Place
from govreport.tree.issues import issue, put_in_order
from govreport.tree.nodes import leaves
from govreport.tree.origin import DOCX, HTML, TEXT, Origin
from govreport.tree.report import Report

_SUPPORTED: Final = (
    "plain text, HTML (pip install 'govreport[html]') and .docx (pip install 'govreport[docx]') can be read"
)
_FOREIGN_SHOWN: Final = 20  # parts in another encoding that are reported
_PREVIEW: Final = 20  # characters of each


def parse(text: str, split_headings: Splitting = "confident") -> Report:
    """Parse the text of a report page.

    Args:
        text: the page's text, of any size and shape.
        split_headings: when to part a heading from the paragraph it runs into where no stop does
            (``(二)加强工作指导公安厅…``): ``"confident"`` where it is likely enough, ``"always"`` where it is likelier
            than not, ``"never"``.  `Heading.confidence` says how sure each end is.

    Returns:
        The tree.  What could not be understood is in it as a plain paragraph or as furniture.

    Raises:
        TypeError: ``text`` is no string.
        ValueError: ``split_headings`` is none of the three.
    """
    if not isinstance(text, str):
        raise TypeError(
            f"parse() takes a str, not {type(text).__name__}; for bytes use parse_bytes(), for a file read()"
        )
    check_splitting(split_headings)
    return parse_page(text, split_headings, None)


def parse_bytes(
    data: bytes,
    encoding: str | None = None,
    *,
    declared: str | None = None,
    split_headings: Splitting = "confident",
    keep_source_positions: bool = False,
) -> Report:
    """Decode and parse a page: plain text, HTML or a .docx file.

    Args:
        data: the file's bytes.
        encoding: its encoding; found out where None.
        declared: the encoding that an HTTP header gave; it is believed as far as the bytes agree.
        split_headings: as for `parse`.
        keep_source_positions: let each leaf of an HTML page say where in the page it came from
            (`Leaf.source_span`).

    Returns:
        The tree; ``source`` says what the bytes were.  Bytes of another kind give a report without text and the
        issue ``unreadable-file``.

    Raises:
        TypeError: ``data`` is not bytes.
        LookupError: the encoding named is unknown.
        ValueError: ``split_headings`` is none of the three.
        MissingExtra: the bytes are HTML or a .docx file, and the extra that reads it is not installed.
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"parse_bytes() takes bytes, not {type(data).__name__}; for text use parse()")
    try:
        return _parse(bytes(data), "", encoding, declared, split_headings, keep_source_positions)
    except UnreadableFile as error:
        report = Report(origin=Origin(kind=error.kind))
        report.issues.append(issue("unreadable-file", str(error), 0, 0))
        return report


def read(
    path: str | os.PathLike[str] | IO[bytes] | IO[str],
    encoding: str | None = None,
    *,
    declared: str | None = None,
    split_headings: Splitting = "confident",
    keep_source_positions: bool = False,
) -> Report:
    """Read and parse a file: plain text, HTML or a .docx file.

    Args:
        path: the file, or a file object that is open for reading.
        encoding: its encoding; found out where None.
        declared: as for `parse_bytes`.
        split_headings: as for `parse`.
        keep_source_positions: as for `parse_bytes`.

    Returns:
        The tree; ``source`` says what the file was.

    Raises:
        OSError: the file cannot be read.
        UnreadableFile: it is of another kind, damaged, or larger than `MAX_BYTES`.
        LookupError: the encoding named is unknown.
        ValueError: ``split_headings`` is none of the three.
        MissingExtra: the file is HTML or a .docx file, and the extra that reads it is not installed.
    """
    if isinstance(path, (str, os.PathLike)):
        name = os.fspath(path)
        with Path(name).open("rb") as file:
            content: bytes | str = _limited(file)
    else:
        name = str(getattr(path, "name", ""))
        content = _limited(path)
    if isinstance(content, str):
        check_splitting(split_headings)
        origin = Origin(text_kind(content, name), newline=_newline(content))
        return _parse_text(content, origin, split_headings, keep_source_positions)
    return _parse(content, name, encoding, declared, split_headings, keep_source_positions)


def _limited(file: IO[bytes] | IO[str]) -> bytes | str:
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableFile(f"the file is larger than {MAX_BYTES >> 20} MiB: split it", "large")
    return content


def _parse(
    data: bytes, name: str, encoding: str | None, declared: str | None, splitting: Splitting, positions: bool
) -> Report:
    check_splitting(splitting)
    kind = binary_kind(data)
    if kind == DOCX:
        from govreport.sources.docx import read_docx  # loaded for those who have such files

        return _report(read_docx(data), Origin(kind=DOCX), splitting)
    if kind is not None or (data and name.lower().endswith(".docx")):
        raise UnreadableFile(_unreadable(kind or "damaged", name), kind or "damaged")
    decoded = decode(data, encoding, declared)
    kind = text_kind(decoded.text, name)
    if kind == TEXT:
        resolve_escapes(decoded)
    origin = Origin(
        kind,
        decoded.encoding,
        _newline(decoded.text),
        decoded.bom,
        len(decoded.replacements),
        decoded.exact and kind == TEXT,
        decoded.escapes,
    )
    report = _parse_text(decoded.text, origin, splitting, positions)
    for start, end in decoded.foreign[:_FOREIGN_SHOWN]:
        # In HTML these are places of the page, not of its text.
        place = (start, end) if kind == TEXT else (0, 0)
        report.issues.append(issue("mixed-encodings", decoded.text[start:end].strip()[:_PREVIEW], *place))
    put_in_order(report.issues)
    return report


def _unreadable(kind: str, name: str) -> str:
    if name.lower().endswith(".docx"):
        return f"this .docx file is damaged or none; {_SUPPORTED}"
    return f"this is a {kind} file; {_SUPPORTED}: {remedy(kind)}"


def _parse_text(text: str, origin: Origin, splitting: Splitting, positions: bool) -> Report:
    page = Page(text)
    if origin.kind == HTML:
        from govreport.sources.html import read_html  # loaded for those who have such pages

        page = read_html(text, positions)
    return _report(page, origin, splitting)


def _report(page: Page, origin: Origin, splitting: Splitting) -> Report:
    hints = None if origin.kind == TEXT else page.hints
    report = parse_page(page.text, splitting, hints)
    origin.meta = page.meta
    report.origin = origin
    if page.without_styles:
        report.issues.append(issue("markup-left-out", "bold type and typefaces that are opened and never closed", 0, 0))
        put_in_order(report.issues)
    if page.places:
        _locate(report, page.places)
    return report


def _locate(report: Report, places: list[Place]) -> None:
    """Let each leaf say where in the file it came from."""
    starts, ends = [place.start for place in places], [place.end for place in places]
    for zone in (report.front, report.body, report.back):
        for leaf in leaves(zone):
            if leaf.start is None:
                continue
            end = leaf.start + len(leaf.raw)
            own = places[bisect_right(ends, leaf.start) : bisect_left(starts, end)]
            if own:
                # The parser moves text that stands where none may (in a table, outside of its cells).
                first = min(_in_file(place, max(leaf.start, place.start)) for place in own)
                last = max(_in_file(place, min(end, place.end)) for place in own)
                leaf.source_span = (first, last)  # type: ignore[misc]  # its subclasses have the slot


def _in_file(place: Place, offset: int) -> int:
    """A place in the file for one in the text; inside a character that the file escapes there is none."""
    return place.file_end if offset >= place.end else min(place.file_start + offset - place.start, place.file_end)


def _newline(text: str) -> str | None:
    """How the lines of a text end."""
    if "\r" not in text:
        return "\n" if "\n" in text else None
    both, returns, feeds = text.count("\r\n"), text.count("\r"), text.count("\n")
    if both == returns == feeds:
        return "\r\n"
    return "\r" if not feeds else "mixed"
