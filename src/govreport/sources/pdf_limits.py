"""PDF files, unpacked and drawn within bounds: pdfminer itself knows none.

A stream of some kilobytes may unpack to gigabytes, and forms that draw one another draw a billion characters.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

from attrs import define
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import PSKeyword
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from govreport.sources.kinds import MAX_BYTES, UnreadableFile
from govreport.tree.origin import PDF

_PAGES_MOST: Final = 5_000
_PAGE_MARKS: Final = 200_000  # characters and other things on a page; a full one of a budget has 6,000
_DRAWN: Final = 32 << 20  # bytes that say what stands on the pages; those of 159 pages have 3 MiB
_MARKS: Final = 5_000_000  # on all pages; some three minutes of drawing
_PATHS: Final = 20_000  # lines and figures of a page that are kept, to find its tables
_COLUMNS_MOST: Final = 1_000_000  # of a predictor's rows
_RUN_LENGTH: Final = 64  # bytes that one of run-length encoding stands for, at most
_FLATE: Final = ("FlateDecode", "Fl")
_LZW: Final = ("LZWDecode", "LZW")
_RUNS: Final = ("RunLengthDecode", "RL")
_SHORTER: Final = ("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "DCTDecode", "DCT", "JPXDecode", "JBIG2Decode")


@define(slots=True)
class _Budget:
    """How much more a file may unpack and draw."""

    bytes: int
    drawn: int
    marks: int

    def unpack(self, size: int) -> None:
        self.bytes -= size
        if self.bytes < 0:
            raise UnreadableFile(f"this PDF file packs more than {MAX_BYTES >> 20} MiB", PDF)

    def read(self, size: int) -> None:
        self.drawn -= size
        if self.drawn < 0:
            raise UnreadableFile(f"the pages of this PDF file are drawn by more than {_DRAWN >> 20} MiB", PDF)

    def draw(self) -> None:
        self.marks -= 1
        if self.marks < 0:
            raise UnreadableFile(f"this PDF file draws more than {_MARKS:,} characters and lines", PDF)


def open_pages(data: bytes) -> tuple[dict[str, Any], Iterator[Page]]:
    """Open a file.

    Args:
        data: the file.

    Returns:
        Its properties as they stand in it, and its pages as those of pdfplumber.

    Raises:
        UnreadableFile: it has more pages than are read; later, where it unpacks or draws too much.
        Exception: whatever pdfminer raises for a damaged or protected file.
    """
    budget = _Budget(MAX_BYTES, _DRAWN, _MARKS)
    document = PDFDocument(_Parser(BytesIO(data), budget))
    return {name: value for info in document.info for name, value in info.items()}, _pages(document, budget)


def _pages(document: PDFDocument, budget: _Budget) -> Iterator[Page]:
    # What a page of pdfplumber asks its document for.
    shared: Any = SimpleNamespace(
        rsrcmgr=PDFResourceManager(), laparams=None, unicode_norm=None, raise_unicode_errors=False, budget=budget
    )
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > _PAGES_MOST:
            raise UnreadableFile(f"this PDF file has more than {_PAGES_MOST:,} pages", PDF)
        yield _BoundedPage(shared, page, number)


class _Parser(PDFParser):
    def __init__(self, file: BytesIO, budget: _Budget) -> None:
        super().__init__(file)
        self._budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if isinstance(stream, PDFStream):
                self.curstack[-1] = (place, _BoundedStream(stream, self._budget))


class _BoundedStream(PDFStream):
    """A stream that is measured before it is unpacked."""

    def __init__(self, stream: PDFStream, budget: _Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._budget = budget

    def decode(self) -> None:
        data = self.rawdata or b""
        filters = self.get_filters()
        if self.decipher and filters:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for number, (filter_name, options) in enumerate(filters):
            if options and (columns := resolve1(options.get("Columns", 1))) > _COLUMNS_MOST:
                raise UnreadableFile(f"this PDF file is damaged: rows of {columns} bytes", PDF)
            data = self._unpacked(getattr(filter_name, "name", ""), data, number + 1 < len(filters))
        super().decode()

    def _unpacked(self, name: str, data: bytes, needed: bool) -> bytes:
        """What a filter makes of some bytes, as far as the next filter has to be given it."""
        if name in _SHORTER:
            return data
        if name in _RUNS:
            self._budget.unpack(_RUN_LENGTH * len(data))
            return data
        if name not in (*_FLATE, *_LZW):
            raise UnreadableFile(f"this PDF file is packed in a way that is not read: {name or 'unknown'}", PDF)
        parts = []
        for part in _inflated(data) if name in _FLATE else LZWDecoder(BytesIO(data)).run():
            self._budget.unpack(len(part))
            if needed:
                parts.append(part)
        return b"".join(parts)


def _inflated(data: bytes) -> Iterator[bytes]:
    """What zlib makes of some bytes, a mebibyte at a time, as far as they are whole."""
    unpacker = zlib.decompressobj()
    while data and not unpacker.eof:
        try:
            yield unpacker.decompress(data, 1 << 20)
        except zlib.error:
            return
        data = unpacker.unconsumed_tail


class _BoundedPage(Page):
    @property
    def layout(self) -> Any:
        """What is drawn on the page, drawn when first asked for."""
        if not hasattr(self, "_layout"):
            budget: Any = self.pdf
            device = _Device(self.pdf.rsrcmgr, self.page_number, budget.budget)
            _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout


class _Interpreter(PDFPageInterpreter):
    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        for stream in streams:
            self.device.budget.read(len(stream_value(stream).get_data()))
        super().execute(streams)


class _Device(PDFPageAggregatorWithMarkedContent):
    def __init__(self, resources: PDFResourceManager, number: int, budget: _Budget) -> None:
        super().__init__(resources, pageno=number)
        self.budget = budget
        self._marks = 0
        self._paths = 0

    def _mark(self) -> None:
        self.budget.draw()
        self._marks += 1
        if self._marks > _PAGE_MARKS:
            raise UnreadableFile(f"a page of this PDF file draws more than {_PAGE_MARKS:,} characters and lines", PDF)

    def render_char(self, *args: Any, **options: Any) -> float:
        self._mark()
        return super().render_char(*args, **options)

    def paint_path(self, *args: Any, **options: Any) -> None:
        self._mark()
        self._paths += 1
        if self._paths <= _PATHS:
            super().paint_path(*args, **options)

    def render_image(self, *args: Any, **options: Any) -> None:
        self._mark()
        super().render_image(*args, **options)

    def begin_figure(self, *args: Any, **options: Any) -> None:
        self._mark()
        super().begin_figure(*args, **options)
