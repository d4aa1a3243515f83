"""Word 97 to 2003 files (.doc, .wps) → the text that Word shows, with the hints of its styles.  Extra: ``doc``."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from attrs import define, field

from govreport.extras import require
from govreport.parsing.hints import TitleMark
from govreport.parsing.tabular import holds_labels, is_tabular
from govreport.sources import word_binary as word
from govreport.sources.grid_lines import line_at, merged_lines
from govreport.sources.kinds import SAVE_AS_DOCX, UnreadableFile
from govreport.sources.numbering import Numbering
from govreport.sources.page import CellText, Page, Style
from govreport.sources.page_text import PageText
from govreport.sources.word_styles import Look
from govreport.tree.origin import DOC

_MAGIC: Final = 0xA5EC
_BEFORE_97: Final = (0xA5DC, 0xA5DB, 0xA697, 0xA699)
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_OTHER_STREAMS: Final = (("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"), ("CONTENTS", "works"))
_PARAGRAPH_END: Final = re.compile("[\r\x07\x0c]")
_FIELD: Final = re.compile("[\x13-\x15]")
_LINE_END: Final = re.compile("[\x0b\x0c\x0e]")
# What stands for a picture, a note or a comment shows nothing by itself.
_KEPT: Final = {**dict.fromkeys(range(0x20)), 0x09: "\u3000", 0x0B: "\x0b", 0x1E: "-"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BY_SECTION: Final = 6  # stories of page headers and footers; as many stand before the first section's
_HEADS, _FEET = (0, 1, 4), (2, 3, 5)
_MERGED_LEFT, _MERGED_DOWN, _MERGE_BEGINS = 0x02, 0x20, 0x40  # of a cell (TC80)
_SAME_EDGE: Final = 30.0  # twentieths of a point within which the edges of cells are one
_CODECS: Final = {1200: "utf-16-le", 936: "gb18030", 65001: "utf-8", 1252: "cp1252", 950: "cp950"}
_SUMMARY: Final = "\x05SummaryInformation"
_CODE_PAGE: Final = 1
_PROPERTIES: Final = {2: "title", 3: "subject", 4: "author", 5: "keywords", 6: "comments"}
_STRINGS: Final = {0x1E: False, 0x1F: True}  # kinds of properties that are texts: whether they are UTF-16


def read_doc(data: bytes) -> Page:
    """Turn a .doc file into the text that Word shows.

    Args:
        data: the file.

    Returns:
        As `govreport.sources.docx.read_docx`.

    Raises:
        UnreadableFile: the file is damaged, protected by a password, of Word 95 or before, or not of Word.
        MissingExtra: olefile is not installed.
    """
    olefile = require("olefile", "doc")
    try:
        _check_sizes(data)
        with olefile.OleFileIO(BytesIO(data)) as ole:
            return _Reader(_open(ole, len(data))).page(_meta(ole, len(data)))
    except UnreadableFile:
        raise
    except Exception as error:  # what a damaged file raises is not documented, and of a dozen kinds
        raise UnreadableFile(f"this .doc file is damaged: {error or type(error).__name__}", DOC) from error


def _check_sizes(data: bytes) -> None:
    """Make sure that a file is as large as its own head says: olefile believes it."""
    shift, tables, more = struct.unpack_from("<H", data, 30)[0], word.u32(data, 44), word.u32(data, 72)
    if shift not in (9, 12) or (tables + more) << shift > len(data):
        raise ValueError("it is smaller than it says")


def _open(ole: Any, size: int) -> word.WordFile:
    if not ole.exists("WordDocument"):
        kind = next((kind for name, kind in _OTHER_STREAMS if ole.exists(name)), "ole")
        raise UnreadableFile(f"this is a file of Office 97 to 2003, but none of Word ({kind}): {SAVE_AS_DOCX}", kind)
    main = _stream(ole, "WordDocument", size)
    magic, flags = word.u16(main, 0), word.u16(main, 10)
    if magic in _BEFORE_97:
        raise UnreadableFile(f"this .doc file was written by Word 95 or before: {SAVE_AS_DOCX}", DOC)
    if magic != _MAGIC:
        raise ValueError("its main part is none of Word")
    if flags & _ENCRYPTED:
        raise UnreadableFile("this .doc file is protected by a password", DOC)
    table = _stream(ole, "1Table" if flags & _OTHER_TABLE else "0Table", size)
    return word.WordFile(main, table, _stream(ole, "Data", size) if ole.exists("Data") else b"")


def _stream(ole: Any, name: str, most: int) -> bytes:
    if ole.get_size(name) > most:  # it may lead in a circle
        raise ValueError(f"its part {name} is larger than the file")
    data: bytes = ole.openstream(name).read()
    return data


def _meta(ole: Any, size: int) -> dict[str, str]:
    """What the file's properties say ([MS-OLEPS]); olefile would read as many of them as they claim to be."""
    if not ole.exists(_SUMMARY):
        return {}
    data = _stream(ole, _SUMMARY, size)
    data = data[word.u32(data, 44) :]
    count = min(word.u32(data, 4), len(data) // 8 - 1)
    places = {word.u32(data, 8 + 8 * at): word.u32(data, 12 + 8 * at) for at in range(count)}
    codec = _CODECS.get(word.u16(data, places[_CODE_PAGE] + 4), "ascii") if _CODE_PAGE in places else "ascii"
    out = {}
    for number, name in _PROPERTIES.items():
        at = places.get(number, len(data))
        kind, length = struct.unpack_from("<II", data, at) if at + 8 <= len(data) else (0, 0)
        if kind in _STRINGS:
            wide = _STRINGS[kind]
            text = data[at + 8 : at + 8 + length * (2 if wide else 1)].decode("utf-16-le" if wide else codec, "replace")
            if text := text.partition("\0")[0].strip():
                out[name] = text
    return out


@define(slots=True)
class _Row:
    """A table row in the making: its cells, and where their edges stand."""

    cells: list[PageText] = field(factory=list)
    edges: list[int] = field(factory=list)
    flags: list[int] = field(factory=list)


class _Reader:
    def __init__(self, file: word.WordFile) -> None:
        self._file = file
        self._pieces = file.pieces()
        self._text = file.text(self._pieces)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._faces = file.faces()
        self._styles = file.styles(self._faces)
        self._numbering = Numbering(file.lists())
        self._runs, self._paragraphs = file.runs(word.RUNS), file.runs(word.PARAGRAPHS)
        self._run_starts = [run.start for run in self._runs]
        self._paragraph_starts = [run.start for run in self._paragraphs]
        self._ends = {run.end for run in self._paragraphs}
        self._fields: list[bool] = []  # open fields: whether each has come to its result
        self._sizes = file.sizes()
        self._boxes = self._find_boxes()

    def page(self, meta: dict[str, str]) -> Page:
        page = PageText()
        heads, feet = self._margins(_HEADS), self._margins(_FEET)
        for line in heads:
            page.add_verbatim(line)
            page.end_line()
        page.hints.head = page.size
        self._blocks(0, self._sizes[0], page)
        page.hints.foot = page.size
        for line in feet:
            page.add_verbatim(line)
            page.end_line()
        return page.page(meta)

    def _margins(self, stories: tuple[int, ...]) -> list[str]:
        """The lines of the page headers or footers, each once."""
        plc = self._file.part(word.HEADERS)
        places = struct.unpack(f"<{len(plc) // 4}I", plc[: len(plc) // 4 * 4])
        first = self._sizes[0] + self._sizes[1]
        lines: dict[str, None] = {}
        for number in range(_BY_SECTION, len(places) - 2):
            if number % _BY_SECTION in stories and places[number] < places[number + 1] <= self._sizes[2]:
                margin = PageText()
                self._blocks(first + places[number], first + places[number + 1], margin)
                lines.update(dict.fromkeys(margin.lines))
        return list(lines)

    def _find_boxes(self) -> list[tuple[int, int, int]]:
        """The text boxes: where each is anchored in the text, and from where to where its own text stands."""
        anchors, boxes = self._file.part(word.ANCHORS), self._file.part(word.BOXES)
        count, box_count = max(0, len(anchors) - 4) // 30, max(0, len(boxes) - 4) // 26
        shapes = {word.u32(anchors, 4 * (count + 1) + 26 * at): word.u32(anchors, 4 * at) for at in range(count)}
        first = sum(self._sizes[:6])
        out = []
        for at in range(box_count):
            start, end = struct.unpack_from("<II", boxes, 4 * at)
            shape = word.u32(boxes, 4 * (box_count + 1) + 22 * at + 14)
            if shape in shapes and start < end <= self._sizes[6]:
                out.append((shapes[shape], first + start, first + end))
        return sorted(out, reverse=True)  # the next one stands last

    def _blocks(self, start: int, end: int, page: PageText) -> None:
        """Add the paragraphs and tables from one place of the text to another."""
        rows: list[_Row] = []
        row = _Row()
        cell = PageText()
        nested = False
        for first, last, look, properties in self._split(start, end):
            if start == 0:
                while self._boxes and self._boxes[-1][0] < last:
                    _, box_start, box_end = self._boxes.pop()
                    self._blocks(box_start, box_end, page)
            if not _flag(properties, word.IN_TABLE):
                self._close(rows, nested, page)
                rows, row, cell, nested = [], _Row(), PageText(), False
                self._paragraph(first, last, look, page)
                continue
            nested = nested or int.from_bytes(properties.get(word.DEPTH, b"\1"), "little") > 1
            if _flag(properties, word.ROW_END):
                row.edges, row.flags = _row_edges(properties.get(word.ROW_CELLS, b""))
                rows.append(row)
                row, cell = _Row(), PageText()
                continue
            if not _flag(properties, word.INNER_ROW_END):
                self._paragraph(first, last, look, cell)
            if self._text[last - 1] == "\x07":
                row.cells.append(cell)
                cell = PageText()
        self._close(rows, nested, page)

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int, Look, word.Properties]]:
        """The paragraphs: from and to with the mark that ends each, its look, and what is said of it itself."""
        for match in _PARAGRAPH_END.finditer(self._text, start, end):
            place = self._place(match.start())
            if match[0] == "\x0c" and place + 1 not in self._ends and place + 2 not in self._ends:
                continue  # a new page within a paragraph
            run = word.run_at(self._paragraphs, self._paragraph_starts, place)
            look = word.paragraph_look(run.properties).over(self._styles.get(run.style, Look()))
            yield start, match.end(), look, run.properties
            start = match.end()
        if start < end <= len(self._text):
            yield start, end, Look(), {}

    def _place(self, at: int) -> int:
        """Where a character of the text stands in the stream."""
        piece = self._pieces[max(0, bisect_right(self._piece_starts, at) - 1)]
        return piece.place + (at - piece.start) * piece.width

    def _paragraph(self, first: int, last: int, look: Look, page: PageText) -> None:
        number = "" if look.list is None else self._numbering.next(look.list, look.list_level or 0)
        shown = list(self._shown(first, last, look))
        if any(
            text.strip() for text, _ in shown
        ):  # an empty paragraph is counted, but its number stands before nothing
            page.add_verbatim(number, shown[0][1])
        before = len(page.words)
        for text, style in shown:
            lines = _LINE_END.split(text)
            for at, line in enumerate(lines):
                if at:
                    page.end_line(look.level or 0, bool(look.centred))
                page.add_verbatim(line, style)
        page.end_line(look.level or 0, bool(look.centred))
        if look.is_title and len(page.words) > before:
            page.hints.titles[page.words[before]] = TitleMark(page.words[-1], named=True)

    def _shown(self, first: int, last: int, look: Look) -> Iterator[tuple[str, Style]]:
        """What a paragraph shows, without what is hidden, deleted or says how a field is made."""
        for start, end, properties in self._styled(first, last):
            text = self._text[start:end]
            style = Look()
            if word.CHARACTER_STYLE in properties:
                style = self._styles.get(word.u16(properties[word.CHARACTER_STYLE], 0), style)
            style = word.run_look(properties, self._faces).over(style).over(look)
            unseen = _flag(properties, word.HIDDEN) or _flag(properties, word.DELETED)
            if word.SYMBOL in properties:
                sign = chr(word.u16(properties[word.SYMBOL], 2))
                text = "" if "\ue000" <= sign <= "\uf8ff" else sign
            for part in self._without_fields(text):
                part = _LINE_END.sub("\x0b", part).translate(_KEPT) if not unseen else ""
                if part:
                    yield _whole(part), Style(bool(style.bold), style.face or "")

    def _styled(self, first: int, last: int) -> Iterator[tuple[int, int, word.Properties]]:
        """The stretches of some text that have the same properties."""
        while first < last:
            piece = self._pieces[max(0, bisect_right(self._piece_starts, first) - 1)]
            place = self._place(first)
            run = word.run_at(self._runs, self._run_starts, place)
            end = min(last, piece.end)
            if run.end > place:
                end = min(end, first + max(1, (run.end - place) // piece.width))
            else:  # up to the next run that says something
                at = bisect_right(self._run_starts, place)
                if at < len(self._runs):
                    end = min(end, first + max(1, (self._runs[at].start - place) // piece.width))
            end = max(end, first + 1)
            yield first, end, run.properties
            first = end

    def _without_fields(self, text: str) -> Iterator[str]:
        """The parts of some text that are no instruction of a field; it remembers which fields are open."""
        at = 0
        for match in _FIELD.finditer(text):
            if all(self._fields):
                yield text[at : match.start()]
            at = match.end()
            if match[0] == "\x13":
                self._fields.append(False)
            elif self._fields and match[0] == "\x14":
                self._fields[-1] = True
            elif self._fields:
                self._fields.pop()
        if all(self._fields):
            yield text[at:]

    def _close(self, rows: list[_Row], nested: bool, page: PageText) -> None:
        """Add a table that has come to its end."""
        if not rows:
            return
        cells = _cells(rows)
        if is_tabular(cells) and not nested:
            page.add_rows(cells, data=not holds_labels(cells))
            return
        for row in rows:
            for cell in row.cells:
                for line in cell.lines:
                    page.add_verbatim(line)
                    page.end_line()


# --- tables ----------------------------------------------------------------------------------------------------------


def _row_edges(definition: bytes) -> tuple[list[int], list[int]]:
    """Where the edges of a row lie, in twentieths of a point, and how its cells are merged (TDefTableOperand)."""
    if len(definition) < 3:
        return [], []
    count = definition[2]
    end = 3 + 2 * (count + 1)
    if end > len(definition):
        return [], []
    edges = list(struct.unpack_from(f"<{count + 1}h", definition, 3))
    return edges, [word.u16(definition, at) for at in range(end, min(len(definition) - 1, end + 20 * count), 20)]


def _cells(rows: list[_Row]) -> list[list[CellText]]:
    lines = merged_lines((edge for row in rows for edge in row.edges), _SAME_EDGE)
    out: list[list[CellText]] = []
    above: dict[int, CellText] = {}  # cells that may go on below, by column
    for row in rows:
        out.append([])
        if row.edges and line_at(lines, row.edges[0]) > 0:
            out[-1].append(CellText("", colspan=line_at(lines, row.edges[0])))
        for number, inner in enumerate(row.cells):
            flags = row.flags[number] if number < len(row.flags) else 0
            column, width = number, 1
            if number + 1 < len(row.edges):
                column = line_at(lines, row.edges[number])
                width = max(1, line_at(lines, row.edges[number + 1]) - column)
            if flags & _MERGED_LEFT and out[-1]:
                out[-1][-1].colspan += width
            elif flags & _MERGED_DOWN and not flags & _MERGE_BEGINS and column in above:
                above[column].rowspan += 1
            else:
                above[column] = inner.cell(1, width)
                out[-1].append(above[column])
    return out


def _flag(properties: word.Properties, code: int) -> bool:
    return properties.get(code, b"\0")[:1] == b"\1"


def _whole(text: str) -> str:
    """The same with pairs of surrogates as the characters that they stand for."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
