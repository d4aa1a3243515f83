"""OFD files (GB/T 33190-2016), the fixed-layout format of Chinese documents → their text, line by line."""

from __future__ import annotations

import math
import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element, fromstring

from attrs import define, field

from govreport.sources.grid_lines import LINE_WIDTH
from govreport.sources.kinds import MAX_BYTES, UnreadableFile
from govreport.sources.page import Page, Style, face_of
from govreport.sources.ruled_lines import Rule, ruled_tables
from govreport.sources.set_tables import read_tables
from govreport.sources.typeset import Piece, SetPage, SetTable, set_lines, set_text
from govreport.tree.origin import OFD

_POINTS: Final = 72 / 25.4  # of a millimetre, in which the format measures
_PAGES_MOST: Final = 5_000
_OBJECTS_MOST: Final = 2_000_000  # texts and groups that are drawn, on all pages
_CHARACTERS_MOST: Final = 5_000_000
_DEPTH: Final = 16  # groups within one another
_BOLD: Final = 600  # weight of type from which on it is bold; 400 is usual
_ABOVE: Final = 0.35  # of a letter's height, from the line that it stands on to its middle
_HALF: Final = 0.5  # of a letter's height, the width of one of ASCII where nothing says more
_WIDEST: Final = 0.75  # and of a bold one: so far off at most does the next sign of a word begin
_STRAIGHT: Final = 0.5  # points by which the ends of a level line differ at most
_PROPERTIES: Final = ("Title", "Author", "Subject", "Abstract", "Creator", "CreationDate", "ModDate")

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_UNMOVED: Final[_Matrix] = (1, 0, 0, 1, 0, 0)


def read_ofd(data: bytes) -> Page:
    """Turn an OFD file into its text.

    Args:
        data: the file.

    Returns:
        A line of the page a line, as `govreport.sources.pdf.read_pdf` gives it.

    Raises:
        UnreadableFile: the file is damaged, protected by a password, has no text, or packs or draws more than is read.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            package = _Package(archive)
            pages, meta = _read(package)
    except UnreadableFile:
        raise
    except Exception as error:  # what a damaged package raises is of a dozen kinds
        raise UnreadableFile(f"this OFD file is damaged: {error or type(error).__name__}", OFD) from error
    if not any(page.lines for page in pages):
        raise UnreadableFile(
            "this OFD file has no text: its pages are pictures; recognise it with MinerU or PaddleOCR, whose output "
            "(.md, content_list.json) is read",
            OFD,
        )
    return set_text(pages, meta)


class _Package:
    """The parts of a file, by names as producers write them: with either slash, from the root or not, in any case."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {_plain(entry.filename): entry for entry in archive.infolist()}
        if sum(entry.file_size for entry in self._entries.values()) > MAX_BYTES:
            raise UnreadableFile(f"this OFD file packs more than {MAX_BYTES >> 20} MiB", OFD)
        if any(entry.flag_bits & 1 for entry in self._entries.values()):
            raise UnreadableFile("this OFD file is protected by a password", OFD)

    def find(self, base: str, location: str | None) -> str | None:
        """The name of a part that another refers to; None where it is not there."""
        place = _plain(location or "")
        names = [posixpath.normpath(posixpath.join(posixpath.dirname(base), place)), posixpath.normpath(place)]
        return next((name for name in names if name in self._entries), None) if place else None

    def xml(self, name: str) -> Element:
        """A part, parsed.  Entities, which the format has no use for, are not read."""
        entry = self._entries[name]
        with self._archive.open(entry) as part:
            content = part.read(entry.file_size)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise ValueError("it declares entities")
        return fromstring(content)


def _plain(name: str) -> str:
    return name.strip().replace("\\", "/").lstrip("/").lower()


@define(slots=True)
class _Document:
    """A document of the file: what its pages refer to, and how much they have drawn."""

    package: _Package
    fonts: dict[str, Style] = field(factory=dict)
    units: dict[str, Element] = field(factory=dict)
    templates: dict[str, Element] = field(factory=dict)
    level: list[Rule] = field(factory=list)  # the lines of the page that is read
    upright: list[Rule] = field(factory=list)
    objects: int = 0
    characters: int = 0

    def draw(self) -> None:
        """Count a thing that is drawn."""
        self.objects += 1
        if self.objects > _OBJECTS_MOST:
            raise UnreadableFile(f"this OFD file draws more than {_OBJECTS_MOST:,} things", OFD)

    def write(self, characters: int) -> None:
        """Count characters that are drawn."""
        self.characters += characters
        if self.characters > _CHARACTERS_MOST:
            raise UnreadableFile(f"this OFD file draws more than {_CHARACTERS_MOST:,} characters", OFD)


def _read(package: _Package) -> tuple[list[SetPage], dict[str, str]]:
    root = package.xml("ofd.xml")
    meta = {_name(node): node.text.strip() for node in _children(root, "DocBody", "DocInfo", "*") if node.text}
    pages: list[SetPage] = []
    for body in _children(root, "DocBody", "DocRoot"):
        place = package.find("ofd.xml", body.text)
        if place is None:
            raise ValueError("the document that it names is not there")
        tree = package.xml(place)
        document = _Document(package)
        for node in _children(tree, "CommonData", "*"):
            _take_common(document, place, node)
        for node in _children(tree, "Pages", "Page"):
            name = package.find(place, node.get("BaseLoc"))
            if len(pages) >= _PAGES_MOST:
                raise UnreadableFile(f"this OFD file has more than {_PAGES_MOST:,} pages", OFD)
            before = pages[-1].tables[-1] if pages and pages[-1].tables else None
            pages.append(SetPage([]) if name is None else _page(document, package.xml(name), before))
    return pages, {name: meta[name] for name in _PROPERTIES if name in meta}


def _take_common(document: _Document, place: str, node: Element) -> None:
    """Take what pages refer to from a part that all have in common."""
    location = node.get("BaseLoc") if _name(node) == "TemplatePage" else node.text
    name = document.package.find(place, location)
    if name is None:
        return
    if _name(node) == "TemplatePage":
        document.templates[node.get("ID") or ""] = document.package.xml(name)
    elif _name(node) in ("PublicRes", "DocumentRes"):
        resources = document.package.xml(name)
        for font in _children(resources, "Fonts", "Font"):
            family = f"{font.get('FontName')} {font.get('FamilyName')}"
            document.fonts[font.get("ID") or ""] = Style(font.get("Bold") == "true", face_of(family))
        for unit in _children(resources, "CompositeGraphicUnits", "CompositeGraphicUnit"):
            document.units[unit.get("ID") or ""] = unit


def _page(document: _Document, page: Element, before: SetTable | None) -> SetPage:
    """Read a page; the last table of the page before may go on at its top."""
    document.level, document.upright = [], []
    pieces: list[Piece] = []
    for used in _children(page, "Template"):
        template = document.templates.get(used.get("TemplateID") or "")
        if template is not None:
            pieces += _layers(document, template)
    pieces += _layers(document, page)
    tables, rest = read_tables(ruled_tables(document.level, document.upright), pieces, before)
    return SetPage(set_lines(rest), tables)


def _layers(document: _Document, page: Element) -> Iterator[Piece]:
    stack = [(node, _UNMOVED, 0) for node in reversed(list(_children(page, "Content", "Layer")))]
    while stack:
        node, moved, depth = stack.pop()
        document.draw()
        name = _name(node)
        if name == "TextObject":
            yield from _text(document, node, _combined(_place(node), moved))
        elif name == "PathObject":
            _take_rules(document, node, _combined(_place(node), moved))
        elif depth < _DEPTH and name in ("Layer", "PageBlock"):
            stack += [(child, moved, depth + 1) for child in reversed(node)]
        elif depth < _DEPTH and name == "CompositeObject":
            unit = document.units.get(node.get("ResourceID") or "")
            inner = [] if unit is None else list(_children(unit, "Content", "*"))
            stack += [(child, _combined(_place(node), moved), depth + 1) for child in reversed(inner)]


def _text(document: _Document, node: Element, place: _Matrix) -> Iterator[Piece]:
    """The characters of a text object."""
    a, b, c, d, e, f = place
    size = _number(node.get("Size"), 0)
    height = size * (math.hypot(c, d) or 1) * _POINTS
    style = document.fonts.get(node.get("Font") or "", Style())
    if _number(node.get("Weight"), 0) >= _BOLD:
        style = style._replace(bold=True)
    x = y = 0.0
    for code in _children(node, "TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        text = code.text or ""
        document.write(len(text))
        right, down = x, y
        across, along = _steps(code.get("DeltaX"), len(text)), _steps(code.get("DeltaY"), len(text))
        for at, sign in enumerate(text):
            width = size * (_HALF if sign.isascii() else 1)
            if at < len(across) and sign.isascii() and across[at] <= size * _WIDEST:
                width = across[at]
            left = (a * right + c * down + e) * _POINTS
            base = (b * right + d * down + f) * _POINTS
            yield Piece(sign, left, left + width * abs(a or 1) * _POINTS, base - _ABOVE * height, height, style)
            right += across[at] if at < len(across) else (0 if along else width)
            down += along[at] if at < len(along) else 0


def _take_rules(document: _Document, node: Element, place: _Matrix) -> None:
    """Take the level and upright lines of a path; a filled area as thin as a line is one."""
    a, b, c, d, e, f = place
    for shape in _shapes(next(iter(_children(node, "AbbreviatedData")), None)):
        points = [((a * x + c * y + e) * _POINTS, (b * x + d * y + f) * _POINTS) for x, y in shape]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if min(right - left, bottom - top) <= LINE_WIDTH:
            points = [(left, top), (right, top) if right - left > bottom - top else (left, bottom)]
        for (x, y), (x_after, y_after) in pairwise(points):
            if abs(y - y_after) <= _STRAIGHT < abs(x - x_after):
                document.level.append(Rule(y, min(x, x_after), max(x, x_after)))
            elif abs(x - x_after) <= _STRAIGHT < abs(y - y_after):
                document.upright.append(Rule(x, min(y, y_after), max(y, y_after)))


def _shapes(data: Element | None) -> Iterator[list[tuple[float, float]]]:
    """Read the path of straight lines of an object, part by part; curves are left out (GB/T 33190-2016, 9.3)."""
    shape: list[tuple[float, float]] = []
    parts = iter(((data.text if data is not None else None) or "").split())
    for part in parts:
        if part in ("S", "M"):
            if len(shape) > 1:
                yield shape
            shape = []
        if part in ("S", "M", "L"):
            shape.append((_number(next(parts, None), 0), _number(next(parts, None), 0)))
        elif part == "C" and shape:
            shape.append(shape[0])
    if len(shape) > 1:
        yield shape


def _steps(value: str | None, most: int) -> list[float]:
    """Read a list of distances from character to character; ``g 3 4.5`` is 4.5 three times."""
    out: list[float] = []
    parts = iter((value or "").split())
    for part in parts:
        count = 1
        if part == "g":
            count = int(_number(next(parts, None), 0))
            part = next(parts, "0")
        out += [_number(part, 0)] * max(0, min(count, most - len(out)))
        if len(out) >= most:
            break
    return out


def _place(node: Element) -> _Matrix:
    """Where an object stands: its matrix, then the corner of its boundary."""
    corner = [_number(part, 0) for part in (node.get("Boundary") or "").split()]
    matrix = [_number(part, 0) for part in (node.get("CTM") or "").split()]
    left, top = corner[:2] if len(corner) >= 2 else (0.0, 0.0)
    a, b, c, d, e, f = matrix if len(matrix) == 6 else _UNMOVED
    return (a, b, c, d, e + left, f + top)


def _combined(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _number(value: str | None, default: float) -> float:
    try:
        number = float(value or "")
    except ValueError:
        return default
    return number if abs(number) < 1e6 else default


def _name(node: Element) -> str:
    """An element's name without its namespace: there are several."""
    return node.tag.rpartition("}")[2]


def _children(node: Element, *path: str) -> Iterator[Element]:
    """The elements that a path of names leads to; ``*`` is any."""
    for child in node:
        if path[0] in ("*", _name(child)):
            if len(path) == 1:
                yield child
            else:
                yield from _children(child, *path[1:])
