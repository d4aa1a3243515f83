"""Text, bytes and files → reports: what kind of file it is, its text, its hints, and the parse."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from typing import IO, Final

from govreport.parsing.headings.series import Splitting, check_splitting
from govreport.parsing.hints import Hints
from govreport.parsing.pipeline import parse_page
from govreport.sources.addresses import WEB
from govreport.sources.choices import Choices
from govreport.sources.decode import decode, resolve_escapes
from govreport.sources.file_systems import open_file, own_name
from govreport.sources.kinds import (
    BINARY_NAMES,
    MARKDOWN_NAMES,
    MAX_BYTES,
    UnreadableFile,
    binary_kind,
    marked_kind,
    remedy,
    text_kind,
)
from govreport.sources.page import Page, Place
from govreport.sources.readers import read_file
from govreport.tree.collector import paused
from govreport.tree.issues import issue, put_in_order
from govreport.tree.nodes import leaves
from govreport.tree.origin import HTML, TEXT, Origin
from govreport.tree.report import Report

_SUPPORTED: Final = "plain text, HTML, .docx, .doc, PDF and OFD can be read (pip install 'govreport[all]')"
_FOREIGN_SHOWN: Final = 20  # parts in another encoding that are reported
_PREVIEW: Final = 20  # characters of each
_MIB: Final = 1 << 20
_MARKED: Final = 2048  # characters in which the marks of other programs are looked for
_ENDLESS: Final = 1_000_000_000  # bytes or seconds that are no limit; more of them than clocks and buffers can count


def parse(text: str, split_headings: Splitting = "confident", *, url: str | None = None, check: bool = False) -> Report:
    """Parse the text of a report page.

    Args:
        text: the page's text, of any size and shape.
        split_headings: when to part a heading from the paragraph it runs into where no stop does
            (``(二)加强工作指导公安厅…``): ``"confident"`` where it is likely enough, ``"always"`` where it is likelier
            than not, ``"never"``.  `Heading.confidence` says how sure each end is.
        url: the address of the page that the text is of (`Origin.url`).
        check: read the page in two other ways too, and take for doubts what comes out otherwise
            (`Report.confidence`, `Report.doubts`); it takes up to three times as long.

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
    with paused(len(text)):
        report = parse_page(text, split_headings, None)
        if check:
            _check(report, text, split_headings, None)
    return _at(url, report)


def parse_bytes(
    data: bytes,
    encoding: str | None = None,
    *,
    declared: str | None = None,
    split_headings: Splitting = "confident",
    keep_source_positions: bool = False,
    url: str | None = None,
    check: bool = False,
    max_bytes: int | None = None,
    max_seconds: float | None = None,
) -> Report:
    """Decode and parse a page: plain text, HTML, or a file of another kind that is read (docs/reading.md).

    Args:
        data: the file's bytes.
        encoding: its encoding; found out where None.
        declared: the encoding that an HTTP header gave; it is believed as far as the bytes agree.
        split_headings: as for `parse`.
        keep_source_positions: let each leaf of an HTML page say where in the page it came from
            (`Leaf.source_span`).
        url: the page's own address (`Origin.url`); as its head says where None.
        check: as for `parse`.
        max_bytes: how many bytes are parsed at most; None for any number.
        max_seconds: how long that may take; None for any time.  Then it is done in a process of its own, which is
            killed when the time is over, and starts anew for each page: some 0.2 s, which count.

    Returns:
        The tree; ``source`` says what the bytes were.  Bytes of another kind, or beyond a limit, give a report
        without text and the issue ``unreadable-file``.

    Raises:
        TypeError: ``data`` is not bytes, or a limit is no number.
        LookupError: the encoding named is unknown.
        ValueError: ``split_headings`` is none of the three, or a limit is not positive.
        MissingExtra: the extra that reads files of its kind is not installed.
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"parse_bytes() takes bytes, not {type(data).__name__}; for text use parse()")
    _check_limits(max_bytes, max_seconds)
    choices = Choices(encoding, declared, split_headings, keep_source_positions, check)
    try:
        if max_bytes is not None and memoryview(data).nbytes > max_bytes:
            raise _too_large(max_bytes)
        return _at(url, _parse_within(max_seconds, bytes(data), "", choices))
    except UnreadableFile as error:
        report = Report(origin=Origin(kind=error.kind, url=url))
        report.issues.append(issue("unreadable-file", str(error), 0, 0))
        return report


def read(
    path: str | os.PathLike[str] | IO[bytes] | IO[str],
    encoding: str | None = None,
    *,
    declared: str | None = None,
    split_headings: Splitting = "confident",
    keep_source_positions: bool = False,
    url: str | None = None,
    check: bool = False,
    max_bytes: int | None = MAX_BYTES,
    max_seconds: float | None = None,
    corrections: bool = True,
) -> Report:
    """Read and parse a file: plain text, HTML, or a file of another kind that is read (docs/reading.md).

    Args:
        path: the file, also one of fsspec (``s3://bucket/page.html``, extra ``fsspec``), or a file object that is open
            for reading.
        encoding: its encoding; found out where None.
        declared: as for `parse_bytes`.
        split_headings: as for `parse`.
        keep_source_positions: as for `parse_bytes`.
        url: as for `parse_bytes`.
        check: as for `parse`.
        max_bytes: how many bytes are read at most, of a file object that gives text how many characters; None for any
            number.
        max_seconds: as for `parse_bytes`, from when the file has been read.
        corrections: whether to set right what the file ``page.fix.json`` beside the page says, where there is one and
            ``path`` is a path (docs/how-to/review.md); `Report.corrections` lists what was.

    Returns:
        The tree; ``source`` says what the file was.

    Raises:
        OSError: the file cannot be read.
        UnreadableFile: it is of another kind, damaged, or beyond a limit: of the kind ``large`` or ``slow``; of the
            kind ``fatal`` where it ended the process that was to be limited.
        TypeError: a limit is no number.
        LookupError: the encoding named is unknown.
        ValueError: ``split_headings`` is none of the three, or a limit is not positive.
        MissingExtra: the extra that reads files of its kind is not installed.
    """
    _check_limits(max_bytes, max_seconds)
    if isinstance(path, (str, os.PathLike)):
        place = os.fspath(path)
        with open_file(place) as file:
            content: bytes | str = _limited(file, max_bytes)
        name = own_name(place)
        url = url or (place if place.startswith(WEB) else None)
    else:
        name = str(getattr(path, "name", ""))
        content = _limited(path, max_bytes)
    choices = Choices(encoding, declared, split_headings, keep_source_positions, check)
    report = _at(url, _parse_within(max_seconds, content, name, choices))
    if corrections and isinstance(path, (str, os.PathLike)):
        from govreport.corrections.files import correct_from_beside  # what only files have

        correct_from_beside(report, path)
    return report


def _at(url: str | None, report: Report) -> Report:
    """A report with the address that the caller gives, if any."""
    if url is not None:
        report.origin.url = url
    return report


def _check_limits(max_bytes: object, max_seconds: object) -> None:
    for name, limit, kinds in (("max_bytes", max_bytes, int), ("max_seconds", max_seconds, (int, float))):
        if limit is None:
            continue
        if isinstance(limit, bool) or not isinstance(limit, kinds):
            raise TypeError(f"{name} is a number or None, not {limit!r}")
        if not 0 < limit <= _ENDLESS:
            raise ValueError(f"{name} is positive, or None for no limit, not {limit!r}")


def _limited(file: IO[bytes] | IO[str], max_bytes: int | None) -> bytes | str:
    content = file.read(-1 if max_bytes is None else max_bytes + 1)
    if max_bytes is not None and len(content) > max_bytes:
        raise _too_large(max_bytes)
    return content


def _too_large(max_bytes: int) -> UnreadableFile:
    most = f"{max_bytes >> 20} MiB" if max_bytes % _MIB == 0 else f"{max_bytes:,} bytes"
    return UnreadableFile(f"the file is larger than {most}: split it, or raise max_bytes", "large")


def _parse_within(seconds: float | None, content: bytes | str, name: str, choices: Choices) -> Report:
    check_splitting(choices.splitting)
    if seconds is None:
        return parse_content(content, name, choices)
    from govreport.limited import parse_in_child  # loaded for those who set a limit

    return parse_in_child(content, name, choices, seconds)


def parse_content(content: bytes | str, name: str, choices: Choices) -> Report:
    """Parse what was read of a file.

    Args:
        content: bytes, or text that somebody else decoded.
        name: the file's name; empty where it has none.
        choices: how.

    Raises:
        UnreadableFile: it is of a kind that cannot be read, or damaged.
        LookupError: the encoding named is unknown.
        MissingExtra: an extra is not installed.
    """
    with paused(len(content)):
        if isinstance(content, bytes):
            return _parse(content, name, choices)
        data = content[:_MARKED].encode("utf-8", "surrogatepass")
        if marked_kind(data) is not None:
            data = content.encode("utf-8", "surrogatepass")
            return _parse(data, name, choices._replace(encoding="utf-8", declared=None))
        origin = Origin(text_kind(content, name), newline=_newline(content))
        return _parse_text(content, name, origin, choices)


def _parse(data: bytes, name: str, choices: Choices) -> Report:
    kind = binary_kind(data)
    if kind is not None and (page := read_file(kind, data)) is not None:
        return _report(page, Origin(kind=kind), choices)
    if kind is not None or (data and name.lower().endswith(BINARY_NAMES)):
        raise UnreadableFile(_unreadable(kind or "damaged", name), kind or "damaged")
    decoded = decode(data, choices.encoding, choices.declared)
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
    report = _parse_text(decoded.text, name, origin, choices)
    for start, end in decoded.foreign[:_FOREIGN_SHOWN]:
        # In HTML these are places of the page, not of its text.
        place = (start, end) if kind == TEXT else (0, 0)
        report.issues.append(issue("mixed-encodings", decoded.text[start:end].strip()[:_PREVIEW], *place))
    put_in_order(report.issues)
    return report


def _unreadable(kind: str, name: str) -> str:
    ending = os.path.splitext(name)[1].lower()
    if ending in BINARY_NAMES and kind in ("damaged", "zip"):
        return f"this {ending} file is damaged or none; {_SUPPORTED}"
    return f"this is a {kind} file: {remedy(kind)}; {_SUPPORTED}"


def _parse_text(text: str, name: str, origin: Origin, choices: Choices) -> Report:
    page = Page(text)
    page.hints.markdown = name.lower().endswith(MARKDOWN_NAMES)
    if origin.kind == HTML:
        from govreport.sources.html import read_html  # loaded for those who have such pages

        page = read_html(text, choices.positions)
    return _report(page, origin, choices)


def _report(page: Page, origin: Origin, choices: Choices) -> Report:
    hints = None if origin.kind == TEXT and not page.hints.markdown else page.hints
    with paused(len(page.text)):  # which may be far more than a .docx file packs
        report = parse_page(page.text, choices.splitting, hints)
        if choices.check:
            _check(report, page.text, choices.splitting, hints)
    origin.meta, origin.url = page.meta, page.url
    report.origin = origin
    if page.without_styles:
        report.issues.append(issue("markup-left-out", "bold type and typefaces that are opened and never closed", 0, 0))
        put_in_order(report.issues)
    if page.places:
        _locate(report, page.places)
    if page.starts:
        _number_pages(report, page.starts)
    return report


def _check(report: Report, text: str, splitting: Splitting, hints: Hints | None) -> None:
    from govreport.second_reading import check  # loaded for those who ask for it

    check(report, text, splitting, hints)


def _number_pages(report: Report, starts: list[int]) -> None:
    """Let each leaf say on which page it begins."""
    for zone in (report.front, report.body, report.back):
        for leaf in leaves(zone):
            if leaf.start is not None:
                leaf.page = max(1, bisect_right(starts, leaf.start))


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
                leaf.source_span = (first, last)


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
