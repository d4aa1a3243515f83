"""Word files (.docx) → the text that Word shows, with the hints of its styles.  Needs the extra ``docx``."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any, Final

from govreport.extras import require
from govreport.parsing.hints import TitleMark
from govreport.parsing.tabular import holds_labels, is_tabular
from govreport.sources.kinds import MAX_BYTES, UnreadableFile
from govreport.sources.numbering import Numbering, read_lists
from govreport.sources.page import CellText, Page, Style, covered, face_of
from govreport.sources.page_text import PageText
from govreport.sources.word_links import PICTURE, Links, Piece
from govreport.sources.word_styles import Look, based

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADER: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_FOOTER: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_NUMBERING: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_STYLES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_NAMESPACES: Final = (
    (_STRICT + b"officeDocument/relationships", _HEADER.rpartition("/")[0].encode()),
    (_STRICT + b"wordprocessingml/main", _W[1:-1].encode()),
)
_UNSEEN: Final = frozenset(
    {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference"))}
)
_SIGNS: Final = {_W + "tab": "\u3000", _W + "noBreakHyphen": "-", _W + "softHyphen": ""}
_OFF: Final = frozenset({"0", "false", "off", "none"})
_PROPERTIES: Final = ("title", "author", "subject", "keywords", "category", "comments", "created", "modified")


def read_docx(data: bytes) -> Page:
    """Turn a .docx file into the text that Word shows.

    Args:
        data: the file.

    Returns:
        A paragraph a line with the number that Word puts before it, data tables a row a line with cells parted by
        tabs; page headers first and page footers last; text boxes before the paragraph that holds them.

    Raises:
        UnreadableFile: the file is damaged, or packs more than `MAX_BYTES`.
        MissingExtra: python-docx is not installed.
    """
    docx = require("docx", "docx")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
            raise UnreadableFile(f"this .docx file packs more than {MAX_BYTES >> 20} MiB", "docx")
    try:
        document = docx.Document(_unpacked(data))
        return _Reader(document).page()
    except Exception as error:  # what a damaged package raises is not documented, and of a dozen kinds
        raise UnreadableFile(f"this .docx file is damaged: {error or type(error).__name__}", "docx") from error


def _unpacked(data: bytes) -> BytesIO:
    """The same archive, nothing in it compressed: of each part no more than the size that it claims.

    python-docx asks for all of a part, and `zipfile` then unpacks up to 2 GiB before it looks at the claim.
    """
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as copy:
        for name in dict.fromkeys(archive.namelist()):
            entry = archive.getinfo(name)
            with archive.open(entry) as part:
                copy.writestr(name, _mended(name, part.read(entry.file_size), archive.NameToInfo.keys()))
    return file


def _mended(name: str, content: bytes, names: Collection[str]) -> bytes:
    """A part as python-docx wants it: in the transitional namespaces, with no relation to a part that is not there.

    Word itself passes over such relations, and reads both kinds of namespaces (ISO/IEC 29500-1, 29500-4).
    """
    if name.endswith((".xml", ".rels")) and _STRICT in content:
        for strict, transitional in _NAMESPACES:
            content = content.replace(strict, transitional)
    if not name.endswith(".rels"):
        return content
    lxml = require("lxml.etree", "docx")
    root = lxml.fromstring(content, lxml.XMLParser(resolve_entities=False))
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in names:
            root.remove(relation)
    mended: bytes = lxml.tostring(root)
    return mended


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = _read_styles(_related(document.part, _STYLES))
        styled = {name: look.list for name, look in self._styles.items() if look.list}
        self._numbering = Numbering(read_lists(_related(document.part, _NUMBERING), styled))

    def page(self) -> Page:
        page = PageText()
        for line in self._margins(_HEADER):
            page.add_verbatim(line)
            page.end_line()
        page.hints.head = page.size
        self._blocks(self._document.element.body, page)
        page.end_line()
        page.hints.foot = page.size
        for line in self._margins(_FOOTER):
            page.add_verbatim(line)
            page.end_line()
        return page.page(self._meta())

    def _meta(self) -> dict[str, str]:
        """What the file's properties say; python-docx makes some up, with the present time, where there are none."""
        if all(relation.reltype != _CORE for relation in self._document.part.package.rels.values()):
            return {}
        properties = self._document.core_properties
        return {name: str(value) for name in _PROPERTIES if (value := getattr(properties, name))}

    def _margins(self, kind: str) -> Iterator[str]:
        """The lines of the page headers or footers, each once."""
        seen: set[str] = set()
        for relation in self._document.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                margin = PageText()
                self._blocks(relation.target_part.element, margin)
                margin.end_line()
                for line in margin.lines:
                    if line not in seen:
                        seen.add(line)
                        yield line

    def _blocks(self, parent: Any, page: PageText) -> None:
        """Add the paragraphs and tables that stand in an element, in whatever wrapping."""
        stack = [parent]
        while stack:
            node = stack.pop()
            if node.tag == _W + "p":
                self._paragraph(node, page)
            elif node.tag == _W + "tbl":
                self._table(node, page)
            elif node.tag not in _UNSEEN:
                stack.extend(reversed(list(node)))

    def _paragraph(self, node: Any, page: PageText) -> None:
        look = self._look(node)
        pieces = self._pieces(node, look, page)
        number = "" if look.list is None else self._numbering.next(look.list, look.list_level or 0)
        texts = [piece for piece in pieces if not piece.is_picture]
        if texts:  # an empty paragraph is counted, but its number stands before nothing
            page.add_verbatim(number, texts[0].style)
        first = len(page.words)
        for piece in pieces:
            if piece.text == "\n":
                page.end_line(look.level or 0, bool(look.centred))
            else:
                piece.put(page)
        page.end_line(look.level or 0, bool(look.centred))
        if number and len(page.words) > first:
            page.hints.numbers.add(page.words[first])
        if look.is_title and len(page.words) > first:
            page.hints.titles[page.words[first]] = TitleMark(page.words[-1], named=True)

    def _pieces(self, paragraph: Any, look: Look, page: PageText) -> list[Piece]:
        """What a paragraph shows; the text boxes in it are added to the page at once."""
        pieces: list[Piece] = []
        links = Links(self._document.part.rels)
        stack = list(reversed(paragraph))
        while stack:
            part = stack.pop()
            links.see(part)
            if part.tag == _W + "txbxContent":
                self._blocks(part, page)  # a box is drawn where its paragraph begins
            elif part.tag == _W + "r" and _flag(part.find(f"{_W}rPr/{_W}vanish")):
                continue
            elif part.tag == PICTURE:
                picture = links.picture(part, Style())
                pieces += [] if picture is None else [picture]
            elif part.tag not in _UNSEEN:
                if (text := _shown(part)) is not None:
                    pieces.append(Piece(text, self._style(part.getparent(), look), links.target(part)))
                stack.extend(reversed(part))
        return pieces

    def _look(self, paragraph: Any) -> Look:
        properties = paragraph.find(_W + "pPr")
        if properties is None:
            return self._styles.get("", Look())
        name = properties.find(_W + "pStyle")
        style = self._styles.get("" if name is None else name.get(_W + "val"), Look())
        return _paragraph_look(properties).over(style)

    def _style(self, run: Any, look: Look) -> Style:
        properties = run.find(_W + "rPr")
        if properties is not None:
            name = properties.find(_W + "rStyle")
            if name is not None:
                look = self._styles.get(name.get(_W + "val"), Look()).over(look)
            look = _run_look(properties).over(look)
        return Style(bool(look.bold), look.face or "")

    def _table(self, table: Any, page: PageText) -> None:
        rows = list(self._rows(table))
        if is_tabular(rows) and table.find(f".//{_W}tc//{_W}tbl") is None:
            page.add_rows(rows, data=not holds_labels(rows))
            return
        page.end_line()
        for row in rows:
            for cell in row:
                page.add_cell(cell)
                page.end_line()

    def _rows(self, table: Any) -> Iterator[list[CellText]]:
        above: dict[int, CellText] = {}  # cells that may go on below, by column
        for row in _children(table, "tr"):
            cells: list[CellText] = []
            properties = row.find(_W + "trPr")
            before = None if properties is None else properties.find(_W + "gridBefore")
            column = 0 if before is None else covered(before.get(_W + "val"))
            if column:
                cells.append(CellText("", colspan=column))
            for node in _children(row, "tc"):
                span, merge = node.find(f"{_W}tcPr/{_W}gridSpan"), node.find(f"{_W}tcPr/{_W}vMerge")
                width = 1 if span is None else covered(span.get(_W + "val"))
                if merge is not None and merge.get(_W + "val") != "restart" and column in above:
                    above[column].rowspan += 1
                else:
                    inner = PageText()
                    self._blocks(node, inner)
                    cell = inner.cell(1, width)
                    cells.append(cell)
                    above[column] = cell
                column += width
            yield cells


def _children(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, in content controls too; none of a table within."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        if node.tag == _W + name:
            yield node
        elif node.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"):
            stack.extend(reversed(node))


def _shown(part: Any) -> str | None:
    """What an element of a run shows; None for one that only holds others."""
    if part.tag == _W + "t":
        return (part.text or "").replace("\n", " ")
    if part.tag in (_W + "br", _W + "cr"):
        return "\n"
    return _SIGNS.get(part.tag)


def _flag(node: Any) -> bool:
    return node is not None and node.get(_W + "val") not in _OFF


def _related(part: Any, kind: str) -> Any:
    """The root of a part that another refers to; None where there is none."""
    return next((one.target_part.element for one in part.rels.values() if one.reltype == kind), None)


# --- styles ----------------------------------------------------------------------------------------------------------


def _read_styles(root: Any) -> dict[str, Look]:
    """The styles by id, each with what it is based on; the default paragraph style under the empty name."""
    if root is None:
        return {}
    own: dict[str, tuple[Look, str]] = {}
    default = ""
    for node in root.iterfind(_W + "style"):
        name = node.get(_W + "styleId") or ""
        base = node.find(_W + "basedOn")
        look = Look()
        if (properties := node.find(_W + "rPr")) is not None:
            look = _run_look(properties).over(look)
        if (properties := node.find(_W + "pPr")) is not None:
            look = _paragraph_look(properties).over(look)
        title = node.find(_W + "name")
        look.is_title = title is not None and (title.get(_W + "val") or "").lower() in ("title", "标题")
        own[name] = (look, "" if base is None else base.get(_W + "val") or "")
        if node.get(_W + "type") == "paragraph" and _flag_value(node.get(_W + "default")):
            default = name
    styles = based(own)
    styles[""] = styles.get(default, Look())
    return styles


def _flag_value(value: str | None) -> bool:
    return value is not None and value not in _OFF


def _run_look(properties: Any) -> Look:
    bold, fonts = properties.find(_W + "b"), properties.find(_W + "rFonts")
    look = Look(bold=None if bold is None else _flag(bold))
    name = None if fonts is None else fonts.get(_W + "eastAsia")
    if name:
        look.face = face_of(name)
    return look


def _paragraph_look(properties: Any) -> Look:
    look = Look()
    if (level := properties.find(_W + "outlineLvl")) is not None:
        value = level.get(_W + "val") or ""
        look.level = int(value) + 1 if value in tuple("012345") else 0
    if (aligned := properties.find(_W + "jc")) is not None:
        look.centred = aligned.get(_W + "val") == "center"
    if (numbered := properties.find(_W + "numPr")) is not None:
        name, level = numbered.find(_W + "numId"), numbered.find(_W + "ilvl")
        look.list = None if name is None else name.get(_W + "val")
        value = "" if level is None else level.get(_W + "val") or ""
        look.list_level = int(value) if value in tuple("012345678") else None
    return look
