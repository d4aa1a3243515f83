"""HTML → the text a person sees, block by block, with the hints of its markup.  Needs the extra ``html``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from govreport.extras import require
from govreport.parsing.tabular import CELL_MAX, holds_labels, is_tabular, may_be_tabular
from govreport.sources.addresses import bounded, page_address
from govreport.sources.container import Element, find_article, is_named, mark_of
from govreport.sources.markup import MARK, MARKED, mark_places, tamed
from govreport.sources.page import BLANKS, PLAIN, CellText, Page, Style, covered
from govreport.sources.page_text import PageText
from govreport.sources.page_titles import mark_titles
from govreport.sources.styles import NOTHING, Declared, Styles, first_face
from govreport.tree.links import is_address

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary "
    "table tbody td "
    "tfoot th thead title tr ul".split()
)
_UNSEEN: Final = frozenset(
    "area audio base canvas datalist embed head iframe link map math meta noembed noframes noscript object param rp "
    "script source style svg template textarea track video".split()
)
_BOLD: Final = frozenset({"b", "strong", "th"})
_LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HOLDERS: Final = frozenset("article blockquote body center div fieldset form main section table td".split())
_TELLING: Final = frozenset({*_BOLD, *_LEVELS, "a", "center", "font", "pre"})
"""Elements that say by their names how the text in them is set or what it is."""
_DRAWN: Final = frozenset({"img", "input", "select"})
_PICTURE_ADDRESSES: Final = ("src", "data-src", "data-original")
"""Attributes with a picture's address; the last two where a script loads it when it comes into view."""
_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELL_LINES: Final = 12  # lines of the longest cell of a data table
_LINK_SHARE: Final = 0.6  # of a table's characters that may be links before it is a menu


class _Frame(NamedTuple):
    """What holds for the text inside an element."""

    style: Style = PLAIN
    level: int = 0
    centred: bool = False
    verbatim: bool = False
    linked: bool = False
    target: str | None = None


def read_html(html: str, keep_source_positions: bool = False) -> Page:
    """Turn an HTML page into its text.

    Args:
        html: the page, decoded.  It may be damaged or a fragment.
        keep_source_positions: note where in ``html`` each run of the text stands, in characters.

    Returns:
        What a person sees, a block a line; data tables a row a line, cells parted by tabs.  What a style sheet hides
        is seen; what the element itself or its ``style`` hides is not, unless it is most of the page.

    Raises:
        MissingExtra: selectolax is not installed.
    """
    lexbor = require("selectolax.lexbor", "html")
    html = html.replace(MARK, "\ufffd")  # what marks places must not stand in the page itself
    marked = mark_places(html) if keep_source_positions else html
    flat, rebuilds = tamed(marked)
    root = lexbor.LexborHTMLParser(flat.encode("utf-8", "replace")).root
    if root is None:
        return Page("")
    page = PageText()
    reading = _Reading(_nesting_tables(root), True, Styles(), [])
    hidden = _walk(root, page, reading)
    page.end_line()
    if hidden > page.size:
        page = PageText()  # most of the page is hidden: a script shows it
        reading = reading._replace(hide=False, elements=[])
        _walk(root, page, reading)
        page.end_line()
    page.hints.article, page.hints.lists_pages = find_article(page.lines, page.linked, reading.elements)
    meta = _meta(root)
    mark_titles(page, meta)
    found = page.page(meta)
    found.without_styles = rebuilds
    base = root.css_first("base[href]")
    found.hints.links = bounded(found.hints.links, base and _address(base.attributes["href"]), len(html))
    found.url = page_address(root, meta, html)
    return found


def _meta(root: LexborNode) -> dict[str, str]:
    """What the head says: ``<meta>`` by name or property, and ``<title>``; of two of one name the first filled."""
    meta: dict[str, str] = {}
    for node in root.css("meta"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip()
        value = MARKED.sub("", attributes.get("content") or "").strip()
        if name and value:
            meta.setdefault(name, value)
    title = root.css_first("title")
    if title is not None and (text := MARKED.sub("", title.text()).strip()):
        meta["title"] = text
    return meta


def _nesting_tables(root: LexborNode) -> set[int]:
    """The tables that hold another."""
    nesting: set[int] = set()
    for table in root.css("table table"):
        outer = table.parent
        while outer is not None and outer.tag != "table":
            outer = outer.parent
        if outer is not None:
            nesting.add(outer.mem_id)
    return nesting


# --- what is seen ----------------------------------------------------------------------------------------------------


class _Reading(NamedTuple):
    """What holds for a whole page.

    Attributes:
        nesting: its tables that hold another.
        hide: whether what the markup hides is left out.
        styles: the styles of its elements.
        elements: those of its elements that can hold the document, each after those in it; filled as the page is read.
    """

    nesting: set[int]
    hide: bool
    styles: Styles
    elements: list[Element]


class _Leave(NamedTuple):
    """What to do where an element ends.

    Attributes:
        block: whether a line ends there.
        first: index of the element's first line; None where it cannot be the one that holds the document.
        named: see `Element`.
    """

    block: bool
    first: int | None
    named: bool


_LINE_END: Final = _Leave(True, None, False)


def _walk(root: LexborNode, page: PageText, reading: _Reading) -> int:
    """Add what is seen of an element, without recursion.

    Returns:
        The characters that are hidden.
    """
    nesting, hide, styles, elements = reading
    hidden = 0
    opened: int | None = None  # the line at which a mark said that the document begins
    stack: list[tuple[LexborNode, _Frame, _Leave | None]] = [(root, _Frame(), None)]
    while stack:
        node, frame, leave = stack.pop()
        if leave is not None:
            _leave(page, frame, leave, elements)
            continue
        if node is not root and (following := node.next) is not None:
            stack.append((following, frame, None))
        tag = node.tag or ""
        if tag == "-text":
            _add_text(page, node.text_content or "", frame)
            continue
        if tag in _UNSEEN or not node.is_element_node:
            opened = _marked(page, mark_of(_mark_text(node, tag)), opened, elements)
            continue
        attributes = node.attributes
        declared = styles[style] if (style := attributes.get("style")) else NOTHING
        if hide and node is not root and (declared.hidden or "hidden" in attributes):
            hidden += len(MARKED.sub("", node.text()).strip())
        elif tag in ("br", "hr"):
            page.end_line(frame.level, frame.centred)
        elif tag in _DRAWN:
            _draw(page, node, tag, frame)
        elif tag == "table" and node.mem_id not in nesting and (rows := _table_rows(node, reading)) is not None:
            page.end_line(frame.level, frame.centred)
            page.add_rows(rows, data=not holds_labels(rows))
        elif (child := node.child) is not None:
            inner = _inner(tag, attributes, declared, frame)
            after = _enter(page, node, tag, attributes, declared, frame)
            if after is not None:
                stack.append((node, inner, after))
            stack.append((child, inner, None))
    return hidden


def _enter(
    page: PageText, node: LexborNode, tag: str, attributes: dict[str, str | None], declared: Declared, frame: _Frame
) -> _Leave | None:
    """Begin an element that holds others; give what to do where it ends, if anything."""
    named = is_named(tag, attributes)
    block = tag in _BLOCKS or declared.block
    if block:
        page.end_line(frame.level, frame.centred)
    elif tag == "a" and node.prev is not None and node.prev.tag == "a":
        page.add(" ")  # menus part their links by style alone
    if named or tag in _HOLDERS:
        return _Leave(block, page.begun, named)
    return _LINE_END if block else None


def _leave(page: PageText, frame: _Frame, leave: _Leave, elements: list[Element]) -> None:
    """End an element: its line, and what it held as a place where the document may be."""
    if leave.block:
        page.end_line(frame.level, frame.centred)
    if leave.first is not None and page.ended > leave.first:
        elements.append(Element(leave.first, page.ended, leave.named))


def _marked(page: PageText, mark: int, opened: int | None, elements: list[Element]) -> int | None:
    """Take note of a mark that the document begins or ends there; give the line at which one that is open begins."""
    if mark > 0 and opened is None:
        return page.ended
    if mark < 0 and opened is not None and page.ended > opened:
        elements.append(Element(opened, page.ended, True))
        return None
    return opened


def _mark_text(node: LexborNode, tag: str) -> str:
    """What a comment says, or the name of a ``<meta>``: both can mark where the document begins and ends."""
    if tag == "meta":
        return node.attributes.get("name") or ""
    return (node.comment_content or "") if node.is_comment_node else ""


def _inner(tag: str, attributes: dict[str, str | None], declared: Declared, frame: _Frame) -> _Frame:
    """What holds inside an element."""
    if declared is NOTHING and tag not in _TELLING and "align" not in attributes and not frame.centred:
        return frame
    # Old sites put the whole page in the middle: only what a block says of itself counts.
    centred = (frame.centred and tag not in _BLOCKS) or tag == "center" or (attributes.get("align") or "") == "center"
    linked, target = frame.linked, frame.target
    if tag == "a" and "href" in attributes:
        linked, target = True, _address(attributes["href"])
    return _Frame(
        _style(tag, attributes, declared, frame.style),
        _LEVELS.get(tag, frame.level),
        centred or declared.centred,
        frame.verbatim or tag == "pre",
        linked,
        target,
    )


def _style(tag: str, attributes: dict[str, str | None], declared: Declared, style: Style) -> Style:
    """How text is set inside an element, from how it is set around it."""
    bold, face = style
    if tag in _BOLD or tag in _LEVELS:
        bold = True
    if tag == "font" and attributes.get("face"):
        face = first_face(attributes["face"] or "")
    if declared.bold is not None:
        bold = declared.bold
    if declared.face is not None:
        face = declared.face
    return style if (bold, face) == style else Style(bold, face)


def _add_text(page: PageText, text: str, frame: _Frame) -> None:
    page.is_link, page.target = frame.linked, frame.target
    if not frame.verbatim and not text.strip(BLANKS):
        if text and not page.ends_blank:  # most blanks stand between blocks
            page.add_blank(frame.style)
    elif frame.verbatim and "\n" in text:
        for index, line in enumerate(text.split("\n")):
            if index:
                page.end_line(frame.level, frame.centred)
            _add_pieces(page.add_verbatim, line, frame.style)
    elif MARK in text:
        _add_pieces(page.add, text, frame.style)
    else:
        page.add(text, frame.style)


def _add_pieces(add: Callable[[str, Style, tuple[int, int] | None], None], text: str, style: Style) -> None:
    """Add text, with the places that `mark_places` put into it."""
    marks = list(MARKED.finditer(text))
    if not marks:
        add(text, style, None)
        return
    add(text[: marks[0].start()], style, None)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        piece = text[mark.end() : end]
        word = piece.rstrip(BLANKS)
        start = int(mark[1])
        add(word, style, (start, start + int(mark[2])))
        add(piece[len(word) :], style, None)


def _draw(page: PageText, node: LexborNode, tag: str, frame: _Frame) -> None:
    """Add what has no text of its own: a picture, a button, a list to choose from."""
    if tag != "img":
        page.add(f" {_chosen(node, tag)} ", frame.style)
        return
    attributes = node.attributes
    addresses = (_address(attributes.get(name)) for name in _PICTURE_ADDRESSES)
    if address := next(filter(None, addresses), None):
        page.add_picture(address, MARKED.sub("", attributes.get("alt") or "").strip())


def _address(value: str | None) -> str | None:
    """Where a link leads, or a picture lies; None for what is no address."""
    address = (value or "").strip()
    return address if is_address(address) else None


def _chosen(node: LexborNode, tag: str) -> str:
    """What a button or a list to choose from shows."""
    if tag == "select":
        option = node.css_first("option[selected]") or node.css_first("option")
        return MARKED.sub("", option.text()) if option is not None else ""
    attributes = node.attributes
    return (attributes.get("value") or "") if attributes.get("type") in ("submit", "button", "reset") else ""


# --- tables ----------------------------------------------------------------------------------------------------------


def _table_rows(table: LexborNode, reading: _Reading) -> list[list[CellText]] | None:
    """The cells of a table of data, or of labels and values; None where the table only lays the page out."""
    if table.attributes.get("role") in ("presentation", "none") or table.css_first("input, button, form") is not None:
        return None
    found = _rows(table)
    if not may_be_tabular([len(row) for row in found]):
        return None
    inside = reading._replace(elements=[])
    rows: list[list[CellText]] = []
    for nodes in found:
        cells = []
        for node in nodes:
            cell, lines = _cell(node, inside)
            if lines > _CELL_LINES or len(cell.text) > CELL_MAX:  # what frames an article is told by its first cells
                return None
            cells.append(cell)
        if cells:
            rows.append(cells)
    if not is_tabular(rows):
        return None
    size = sum(len(cell.text) for row in rows for cell in row)
    return rows if sum(len(MARKED.sub("", link.text())) for link in table.css("a")) <= _LINK_SHARE * size else None


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    rows = []
    for child in table.iter():
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _SECTIONS:
            rows += [row for row in child.iter() if row.tag == "tr"]
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in rows]


def _cell(node: LexborNode, reading: _Reading) -> tuple[CellText, int]:
    """A cell, and the number of its lines."""
    attributes = node.attributes
    rowspan, colspan = covered(attributes.get("rowspan")), covered(attributes.get("colspan"))
    if node.child is None:
        return CellText("", rowspan=rowspan, colspan=colspan), 0
    inner = PageText()
    _walk(node, inner, reading)
    return inner.cell(rowspan, colspan), len(inner.lines)
