"""A small writer of PDF files: lines of text and ruled tables at places on pages."""

from __future__ import annotations

import zlib

HEIGHT = 842  # points of a page
LETTER = 16  # points of a letter, unless another size is said
LEFT, TOP, LEADING = 90, 100, 28  # where text begins, and from line to line


class Drawing:
    """A PDF file in the making.

    The font is not in the file, as the standard allows for those of Adobe-GB1: readers know its characters by name.
    """

    def __init__(self) -> None:
        self.pages: list[list[str]] = []
        self.extra: dict[int, bytes] = {}  # objects of one's own, by number
        self.trailer = ""
        self.resources = ""

    def page(self, *lines: str, top: float = TOP, left: float = LEFT) -> Drawing:
        """Begin a page with some lines; ideographic blanks before one set it in."""
        self.pages.append([])
        for number, line in enumerate(lines):
            words = line.lstrip("\u3000")
            self.text(left + LETTER * (len(line) - len(words)), top + LEADING * number, words)
        return self

    def text(self, left: float, top: float, words: str, size: float = LETTER, font: str = "Song") -> None:
        """Write some words, their middle at a height of the last page."""
        shown = words.encode("utf-16-be").hex()
        self.pages[-1].append(f"BT /{font} {size} Tf 1 0 0 1 {left} {HEIGHT - top - size / 3} Tm <{shown}> Tj ET")

    def table(self, left: float, top: float, rows: list[list[str]], width: float = 80, height: float = 24) -> None:
        """Draw a table with a line around each cell; an empty string goes on with the cell to its left."""
        for down, row in enumerate(rows):
            for right, words in enumerate(row):
                if not words:
                    continue
                over = next((n for n, other in enumerate(row[right + 1 :], 1) if other), len(row) - right)
                x, y = left + right * width, top + down * height
                self.pages[-1].append(f"{x} {HEIGHT - y - height} {over * width} {height} re S")
                self.text(x + 4, y + height / 2, words, 9)

    def bytes(self) -> bytes:
        """The file."""
        objects = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            3: b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
            4: _descendant("STSong-Light"),
            5: b"<</Type/Font/Subtype/Type0/BaseFont/SimHei/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            6: _descendant("SimHei"),
        }
        kids = []
        for number, drawn in enumerate(self.pages):
            at = 10 + 2 * number
            kids.append(f"{at} 0 R")
            objects[at] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {HEIGHT}]/Contents {at + 1} 0 R"
                f"/Resources<</Font<</Song 3 0 R/Hei 5 0 R>>{self.resources}>>>>".encode()
            )
            objects[at + 1] = stream("\n".join(drawn).encode())
        objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
        return assemble({**objects, **self.extra}, self.trailer)


def _descendant(name: str) -> bytes:
    return (
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        f"/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/{name}/Flags 4/Ascent 880/Descent -120"
        "/FontBBox[0 -120 1000 880]>>>>".encode()
    )


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream that is packed."""
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>\nstream\n".encode() + packed + b"\nendstream"


def assemble(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """A file of objects by number, the first of them its catalog."""
    file = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(file)
        file += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"xref\n{table}trailer\n<</Root 1 0 R/Size {max(objects) + 1}{trailer}>>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + end.encode()
