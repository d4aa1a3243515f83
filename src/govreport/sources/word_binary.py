"""The parts of a Word 97 to 2003 file (.doc) that its text is read from, with what is said of them.  [MS-DOC].

Offsets within streams are in bytes; those within the text are in characters (UTF-16 code units), as in the format.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from attrs import define

from govreport.sources.numbering import CountedList, Level
from govreport.sources.page import face_of
from govreport.sources.word_styles import Look, based

# Places of the pairs of offset and size in the file information block (FibRgFcLcb97), by their index.
_PAIRS: Final = 0x9A
STYLES, HEADERS, RUNS, PARAGRAPHS, FONTS, PIECES, LISTS, OVERRIDES = 1, 11, 12, 13, 15, 33, 73, 74
ANCHORS, BOXES = 40, 56
_PAGE: Final = 512  # bytes of a page of formatting (FKP)
_LEVELS: Final = 9  # of a list
_HEADINGS: Final = range(1, 7)  # built-in styles of headings, as far as hints know levels
_TITLE_STYLE: Final = 62
_PARAGRAPH_STYLE: Final = 1
_COMPRESSED: Final = 1 << 30
# The number formats (MSONFC) in the order of ST_NumberFormat, which took them over.
_FORMATS: Final = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago "
    "ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal "
    "japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero "
    "bullet "
    "ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle "
    "ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional "
    "taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand"
).split()
_GAPS: Final = ("tab", "space", "nothing")

# Modifiers of properties (sprms) that matter to the text.
STYLE, LEVEL, LIST, LIST_LEVEL, ALIGNED, ALIGNED_OLD = 0x4600, 0x2640, 0x460B, 0x260A, 0x2461, 0x2403
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
ROW_CELLS = 0xD608
BOLD, FACE, HIDDEN, DELETED, CHARACTER_STYLE, SYMBOL = 0x0835, 0x4A50, 0x083C, 0x0800, 0x4A30, 0x6A09
_ELSEWHERE: Final = (0x6646, 0x646B)  # the properties stand in the stream Data
_TAB_CHANGES: Final = 0xC615
_OPERANDS: Final = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by the upper three bits; 0 where the first of them says it
_CENTRE: Final = 1

Properties = dict[int, bytes]
"""The operands of some modifiers, by their code."""


class Run(NamedTuple):
    """A stretch of a stream with its properties."""

    start: int
    end: int
    properties: Properties
    style: int = 0


class Piece(NamedTuple):
    """A piece of the text: from and to in characters, where it stands in the stream, and bytes a character."""

    start: int
    end: int
    place: int
    width: int


def u16(data: bytes, at: int) -> int:
    """An unsigned number of two bytes."""
    return int(struct.unpack_from("<H", data, at)[0])


def u32(data: bytes, at: int) -> int:
    """An unsigned number of four bytes."""
    return int(struct.unpack_from("<I", data, at)[0])


def modifiers(data: bytes, extra: bytes = b"") -> Properties:
    """Read a list of property modifiers (grpprl).

    Args:
        data: the list.
        extra: the stream Data, where long lists stand.
    """
    out: Properties = {}
    at = 0
    while at + 2 <= len(data):
        code = u16(data, at)
        size = _OPERANDS[code >> 13]
        at += 2
        if code == ROW_CELLS:
            size = u16(data, at) + 1 if at + 2 <= len(data) else 0
        elif not size:
            size = 1 + (data[at] if at < len(data) else 0)
            if code == _TAB_CHANGES and size == 256:
                break  # says its size in another way, and stands last
        if code in _ELSEWHERE and extra:
            place = u32(data, at)
            out.update(modifiers(extra[place + 2 : place + 2 + u16(extra, place)]))
        out[code] = data[at : at + size]
        at += size
    return out


@define(slots=True)
class WordFile:
    """The streams of a file.

    Attributes:
        main: the stream WordDocument.
        table: the stream that says what is where, 0Table or 1Table.
        extra: the stream Data; empty where there is none.
    """

    main: bytes
    table: bytes
    extra: bytes = b""

    def part(self, index: int) -> bytes:
        """A part of the table stream."""
        at, size = struct.unpack_from("<II", self.main, _PAIRS + 8 * index)
        return self.table[at : at + size]

    def sizes(self) -> tuple[int, ...]:
        """Characters of the document's parts: text, footnotes, headers, macros, comments, endnotes, boxes."""
        return struct.unpack_from("<7I", self.main, 0x4C)

    def pieces(self) -> list[Piece]:
        """The pieces of the text, in order.

        Raises:
            ValueError: they are not all in the file, or overlap.
        """
        table = self.part(PIECES)
        at = 0
        while table[at] == 1:  # modifiers that pieces refer to
            at += 3 + u16(table, at + 1)
        size = u32(table, at + 1)
        plc = table[at + 5 : at + 5 + size]
        count = (len(plc) - 4) // 12
        out = []
        room = len(self.main)
        for number in range(count):
            start, end = struct.unpack_from("<II", plc, 4 * number)
            place = u32(plc, 4 * (count + 1) + 8 * number + 2)
            width = 1 if place & _COMPRESSED else 2
            place = place % _COMPRESSED // (2 if width == 1 else 1)
            room -= (end - start) * width
            if end < start or room < 0 or place + (end - start) * width > len(self.main):
                raise ValueError("its pieces are not all in it")
            out.append(Piece(start, end, place, width))
        return out

    def text(self, pieces: list[Piece]) -> str:
        """The whole text, a character for each code unit; what is in no piece is left out."""
        parts = []
        for piece in pieces:
            data = self.main[piece.place : piece.place + (piece.end - piece.start) * piece.width]
            text = data.decode(
                "cp1252" if piece.width == 1 else "utf-16-le", "replace" if piece.width == 1 else "surrogatepass"
            )
            if len(text) != piece.end - piece.start:  # pairs of surrogates
                text = "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))
            parts.append(text)
        return "".join(parts)

    def runs(self, index: int) -> list[Run]:
        """The runs of characters or paragraphs with their properties, in the order of the stream."""
        plc = self.part(index)
        count = (len(plc) - 4) // 8
        if count * _PAGE > len(self.main):
            raise ValueError("it says more of its formatting than it holds")
        out: list[Run] = []
        for number in range(count):
            page = _PAGE * (u32(plc, 4 * (count + 1) + 4 * number) & 0x3FFFFF)
            out += self._page_runs(self.main[page : page + _PAGE], index == PARAGRAPHS)
        out.sort(key=lambda run: run.start)
        return out

    def _page_runs(self, page: bytes, of_paragraphs: bool) -> Iterator[Run]:
        if len(page) < _PAGE:
            return
        count = page[-1]
        for number in range(count):
            start, end = struct.unpack_from("<II", page, 4 * number)
            at = 2 * page[4 * (count + 1) + number * (13 if of_paragraphs else 1)]
            if not at:
                yield Run(start, end, {})
            elif not of_paragraphs:
                yield Run(start, end, modifiers(page[at + 1 : at + 1 + page[at]]))
            else:
                size = 2 * page[at] - 1
                if not page[at]:
                    at += 1
                    size = 2 * page[at]
                yield Run(start, end, modifiers(page[at + 3 : at + 1 + size], self.extra), u16(page, at + 1))

    # --- styles and lists ----------------------------------------------------------------------------------------

    def faces(self) -> list[str]:
        """The typefaces of the file's fonts, as `govreport.sources.page.Style` has them."""
        table = self.part(FONTS)
        at, out = 4, []
        while at < len(table):
            name = table[at + 40 : at + 1 + table[at]].decode("utf-16-le", "replace").partition("\0")[0]
            out.append(face_of(name))
            at += 1 + table[at]
        return out

    def styles(self, faces: list[str]) -> dict[int, Look]:
        """What the styles say, each with what it is based on, by number."""
        table = self.part(STYLES)
        if len(table) < 6:
            return {}
        base_size = u16(table, 4)
        at = 2 + u16(table, 0)
        own: dict[int, tuple[Look, int]] = {}
        for number in range(u16(table, 2)):
            size = u16(table, at) if at + 2 <= len(table) else 0
            if size:
                own[number] = _style(table[at + 2 : at + 2 + size], base_size, faces)
            at += 2 + size
        return based(own)

    def lists(self) -> dict[str, CountedList]:
        """The lists, by their number from 1."""
        abstracts = self._abstract_lists()
        table = self.part(OVERRIDES)
        count = min(u32(table, 0), len(table) // 16) if len(table) >= 4 else 0
        out: dict[str, CountedList] = {}
        at = 4 + 16 * count
        for number in range(count):
            name = u32(table, 4 + 16 * number)
            out[str(number + 1)] = one = CountedList(str(name), dict(abstracts.get(name, {})))
            at += 4
            for _ in range(table[4 + 16 * number + 12]):
                if at + 8 > len(table):
                    break
                start, flags = struct.unpack_from("<II", table, at)
                at += 8
                level = flags & 15
                if flags & 32:
                    one.levels[level], at = _level(table, at)
                if flags & 16:
                    one.starts[level] = one.levels[level].start if flags & 32 else start
        return out

    def _abstract_lists(self) -> dict[int, dict[int, Level]]:
        """The levels of each list by its identifier.  They stand behind the table of lists, uncounted."""
        at = u32(self.main, _PAIRS + 8 * LISTS)
        if not u32(self.main, _PAIRS + 8 * LISTS + 4):
            return {}
        table = self.table[at:]
        count = min(u16(table, 0), len(table) // 28)
        at = 2 + 28 * count
        out: dict[int, dict[int, Level]] = {}
        for number in range(count):
            levels = out[u32(table, 2 + 28 * number)] = {}
            simple = table[2 + 28 * number + 26] & 1
            for level in range(1 if simple else _LEVELS):
                levels[level], at = _level(table, at)
        return out


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Read a level of a list (LVL).

    Returns:
        The level, and where what follows it begins.
    """
    start, kind, flags = struct.unpack_from("<IBB", table, at)
    gap, run_size, paragraph_size, limit = table[at + 15], table[at + 24], table[at + 25], table[at + 26]
    at += 28 + run_size + paragraph_size
    size = u16(table, at)
    shown = table[at + 2 : at + 2 + 2 * size].decode("utf-16-le", "replace")
    text = "".join([f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in shown])
    name = _FORMATS[kind] if kind < len(_FORMATS) else "none"
    level = Level(name, text, start, _GAPS[gap] if gap < len(_GAPS) else "tab", limit if flags & 8 else None)
    return level, at + 2 + 2 * size


def _style(data: bytes, base_size: int, faces: list[str]) -> tuple[Look, int]:
    """Read a style (STD).

    Returns:
        What it says itself, and the number of the style that it is based on.
    """
    builtin, kind, counts = u16(data, 0) & 0xFFF, u16(data, 2), u16(data, 4)
    at = base_size + 4 + 2 * u16(data, base_size)  # behind its name, its length and the zero that closes it
    groups = []
    for _ in range(counts & 15):
        at += at & 1
        size = u16(data, at) if at + 2 <= len(data) else 0
        groups.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    look = Look()
    if kind & 15 == _PARAGRAPH_STYLE and groups:
        look = paragraph_look(modifiers(groups.pop(0)[2:]))
        if builtin in _HEADINGS and look.level is None:
            look.level = builtin
        look.is_title = builtin == _TITLE_STYLE
    if groups:
        look = run_look(modifiers(groups[0]), faces).over(look)
    return look, kind >> 4


def paragraph_look(properties: Properties) -> Look:
    """What properties say of a paragraph."""
    look = Look()
    if LEVEL in properties:
        level = properties[LEVEL][0] + 1
        look.level = level if level in _HEADINGS else 0
    aligned = properties.get(ALIGNED) or properties.get(ALIGNED_OLD)
    if aligned:
        look.centred = aligned[0] == _CENTRE
    if LIST in properties:
        look.list = str(u16(properties[LIST], 0))
    if LIST_LEVEL in properties and properties[LIST_LEVEL][0] < _LEVELS:
        look.list_level = properties[LIST_LEVEL][0]
    return look


def run_look(properties: Properties, faces: list[str]) -> Look:
    """What properties say of a run of characters."""
    look = Look()
    if properties.get(BOLD, b"\x80")[0] in (0, 1):  # the others say: as the style, or not as the style
        look.bold = properties[BOLD][0] == 1
    if FACE in properties and u16(properties[FACE], 0) < len(faces):
        look.face = faces[u16(properties[FACE], 0)]
    return look


def run_at(runs: list[Run], starts: list[int], place: int) -> Run:
    """The run that a place in the stream is in; one that says nothing where there is none."""
    at = bisect_right(starts, place) - 1
    return runs[at] if at >= 0 and place < runs[at].end else Run(place, place, {})
