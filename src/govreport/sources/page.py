"""What readers make of a file: its text, with the hints of its markup and the places in the file."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import define, field

from govreport.parsing.hints import Hints, LinkMark

BLANKS: Final = " \t\n\r\f"
"""White space that only parts words in HTML."""


class Place(NamedTuple):
    """A run of characters and where it stands in the file, in characters of the file's own text.

    Attributes:
        start: offset of its first character in the text.
        end: offset of the end of its last character in the text.
        file_start: the same in the file.
        file_end: the same in the file; a character that the file escapes is longer there.
    """

    start: int
    end: int
    file_start: int
    file_end: int


class Style(NamedTuple):
    """How some text is set, as far as it can tell a heading from a paragraph.

    Attributes:
        bold: whether it is bold.
        face: the typeface where it is one that headings are set in (黑体, 楷体); empty for any other.
    """

    bold: bool = False
    face: str = ""


PLAIN: Final = Style()

# Headings of official documents are set in 黑体 and 楷体, paragraphs in 仿宋 (GB/T 9704-2012, 7.3.3).
_FACES: Final = (
    ("黑体", "hei"), ("simhei", "hei"), ("heiti", "hei"), ("fzht", "hei"), ("楷体", "kai"), ("kaiti", "kai"),
    ("simkai", "kai"), ("fzkt", "kai"),
)  # fmt: skip
_WIDEST: Final = 1000  # rows or columns a cell may say it covers; HTML has the same limit for columns


def face_of(font: str) -> str:
    """The `Style.face` of a font, by its name in Chinese or English."""
    name = font.lower()
    return next((face for part, face in _FACES if part in name), "")


def covered(value: str | None) -> int:
    """How many rows or columns a cell covers, as its attribute says it; 1 where that is missing or nonsense."""
    digits = (value or "").strip()
    return max(1, min(int(digits[:6]), _WIDEST)) if digits.isdecimal() else 1


@define(slots=True)
class CellText:
    """A table cell before its place in the text is known: its words on one line."""

    text: str
    places: list[Place] = field(factory=list)
    rowspan: int = 1
    colspan: int = 1
    links: list[LinkMark] = field(factory=list)


@define(slots=True)
class Page:
    """What a file was turned into.

    Attributes:
        text: its text.
        hints: what its markup says beside it.
        meta: what its head says, by name.
        places: where the runs of the text stand in the file, in order; empty unless asked for.
        starts: the offsets in the text where its pages begin; empty where it has none.
        without_styles: whether the markup of bold words and typefaces was left out, since it would have taken too much.
        url: its address, where the file has it.
    """

    text: str
    hints: Hints = field(factory=Hints)
    meta: dict[str, str] = field(factory=dict)
    places: list[Place] = field(factory=list)
    starts: list[int] = field(factory=list)
    without_styles: bool = False
    url: str | None = None
