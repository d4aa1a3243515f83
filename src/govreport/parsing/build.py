"""Lines and what the steps found in them → the nodes of the tree.  No other step makes a node."""

from __future__ import annotations

from govreport.parsing.kinds import Role
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import is_addressee_line, part_cells
from govreport.parsing.outline import Unit
from govreport.parsing.page_fields import Item, field_end
from govreport.tree.issues import Issue, issue
from govreport.tree.nodes import (
    Addressee,
    Breadcrumb,
    Cell,
    FooterField,
    Furniture,
    Heading,
    Leaf,
    Metadata,
    Node,
    Note,
    Paragraph,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    TextLeaf,
    Title,
)
from govreport.words.blanks import PAGE_MARK_STARTS, SPACES, is_page_mark
from govreport.words.closing_words import names_picture, split_persons
from govreport.words.numerals import find_date
from govreport.words.organizations import split_names

# --- site lines ------------------------------------------------------------------------------------------------------


def build_site(items: list[Item]) -> list[Leaf]:
    """Make the leaves of the lines before or after a document."""
    out: list[Leaf] = []
    for item in items:
        line = item.line
        leaf = _SITE_LEAF.get(item.kind)
        if leaf is not None:
            out.append(leaf(line.text, line.lead, line.trail, line.start))
        elif item.kind == "value":
            _append_value(out[-1], line)
        elif item.kind in ("breadcrumb-rest", "title-rest"):
            above = out[-1]
            assert isinstance(above, TextLeaf)
            above.raw += above.trail + line.lead + line.text
            above.trail = line.trail
        elif item.kind == "signature":
            out += _signatures(line)
        elif item.kind == "number":
            out.append(Metadata("doc_number", "", "", line.text, line.lead, line.trail, line.start))
        elif item.kind == "metadata":
            out += _fields(item, Metadata)
        else:
            out += _fields(item, FooterField)
    return out


_SITE_LEAF: dict[str, type[TextLeaf]] = {
    "furniture": Furniture,
    "breadcrumb": Breadcrumb,
    "title": Title,
    "date": SignedDate,
}


def _text_leaf(kind: type[TextLeaf], line: Line) -> TextLeaf:
    return kind(line.text, line.lead, line.trail, line.start)


def _append_value(leaf: Leaf, line: Line) -> None:
    """Give a field the line after it as its value, or as more of it."""
    assert isinstance(leaf, (Metadata, FooterField))
    if leaf.value:
        leaf.value += leaf.trail + line.lead + line.text
    else:
        leaf.gap += leaf.trail + line.lead
        leaf.value = line.text
    leaf.trail = line.trail


def _fields(item: Item, kind: type[Metadata] | type[FooterField]) -> list[Leaf]:
    """Cut a line at its fields."""
    line, fields = item.line, item.fields
    text = line.text
    if not fields:
        return [_text_leaf(Furniture, line)]
    out: list[Leaf] = []
    lead, at = line.lead, 0
    last = len(fields) - 1
    for index, field in enumerate(fields):
        start = field.start
        end = fields[index + 1].start if index < last else len(text)
        lead += text[at:start]
        raw_end = field_end(text, field, end)
        trail = text[raw_end:end]
        if index == last:
            trail += line.trail
        if field.key is None and field.label_end == start:
            out.append(Furniture(text[start:raw_end], lead, trail, line.start + start))
        else:
            value = min(field.value, raw_end)
            label, gap = text[start : field.label_end], text[field.label_end : value]
            out.append(kind(field.key, label, gap, text[value:raw_end], lead, trail, line.start + start))
        lead, at = "", end
    return out


# --- the document ----------------------------------------------------------------------------------------------------


def build_document(
    lines: list[Line], roles: list[Role | None], rows: list[bool], units: list[Unit], returns: dict[int, int]
) -> tuple[list[Node], list[Issue]]:
    """Make the nodes of one document.

    Args:
        lines: its lines, in order.
        roles: what each of them is at a document's close or an enclosure's head.
        rows: which of them are rows or cells of tables.
        units: its numbered units, in order.
        returns: see `govreport.parsing.returns.find_returns`.

    Returns:
        Its nodes, and what is odd about them.
    """
    builder = _Builder(lines, roles, rows, {unit.line: unit for unit in units}, returns)
    builder.build()
    return builder.out, builder.issues


class _Builder:
    """A document as it grows: its nodes, and the sections that are open, outermost first."""

    def __init__(
        self,
        lines: list[Line],
        roles: list[Role | None],
        rows: list[bool],
        units: dict[int, Unit],
        returns: dict[int, int],
    ) -> None:
        self.lines = lines
        self.roles = roles
        self.rows = rows
        self.units = units
        self.returns = returns
        self.out: list[Node] = []
        self.issues: list[Issue] = []
        self.children = self.out  # of the section that is open last, or of the document
        self._open: list[Section] = []
        self._levels: list[int] = []  # theirs; a text that begins in the middle has none of the outermost

    def build(self) -> None:
        lines, roles, rows, units = self.lines, self.roles, self.rows, self.units
        first = _first_text(roles)
        index, total = 0, len(lines)
        while index < total:
            line, role = lines[index], roles[index]
            end = index + 1
            if index in units:
                self._add_section(units[index])
            elif rows[index]:
                end = self._end_of_table(index)
                self.children.append(_grid(line) if isinstance(line, GridLine) else _table(lines[index:end]))
            elif role is None:
                if index in self.returns:
                    self._return_to(self.returns[index])
                self.children.append(_body_leaf(line, index == first))
            elif role == "title":
                end = self._end_of_title(index)
                self.out.append(_title(lines[index:end]))
            elif role == "note" and names_picture(line.text):
                self.children.append(_text_leaf(Note, line))
            else:
                # What closes a document belongs to it, not to its last section.
                self._return_to(0)
                self.out += self._closing(line, role)
            index = end

    def _add_section(self, unit: Unit) -> None:
        self._return_to(unit.level - 1)
        section = _section(self.lines[unit.line], unit)
        (self._open[-1].children if self._open else self.out).append(section)
        self._open.append(section)
        self._levels.append(unit.level)
        self.children = section.children

    def _return_to(self, level: int) -> None:
        """Close the sections that stand deeper than at a level; 0 closes all."""
        while self._levels and self._levels[-1] > level:
            self._levels.pop()
            self._open.pop()
        self.children = self._open[-1].children if self._open else self.out

    def _end_of_table(self, index: int) -> int:
        """Index after the rows of a table: the one row of a grid, or all up to a grid, a unit or the text."""
        if isinstance(self.lines[index], GridLine):
            return index + 1
        while index < len(self.lines) and self.rows[index] and index not in self.units:
            if isinstance(self.lines[index], GridLine):
                break
            index += 1
        return index

    def _end_of_title(self, index: int) -> int:
        while index < len(self.lines) and self.roles[index] == "title":
            index += 1
        return index

    def _closing(self, line: Line, role: Role) -> list[Leaf]:
        if role == "date":
            date = find_date(line.text)
            if date is not None and date[2] is None:
                self.issues.append(issue("impossible-date", line.flat, line.start, line.end))
            return [_text_leaf(SignedDate, line)]
        if role == "signature":
            return list(_signatures(line))
        return [_text_leaf(Note if role in ("note", "enclosure") else Paragraph, line)]


def _first_text(roles: list[Role | None]) -> int:
    """Index of the first line after an enclosure's title."""
    for index, role in enumerate(roles):
        if role not in ("enclosure", "title"):
            return index
    return 0


def _body_leaf(line: Line, opens: bool) -> TextLeaf:
    text = line.text
    if opens and is_addressee_line(text):
        return Addressee(text, line.lead, line.trail, line.start)
    if line.first in PAGE_MARK_STARTS and is_page_mark(text):
        return Furniture(text, line.lead, line.trail, line.start)
    return Paragraph(text, line.lead, line.trail, line.start)


def _title(lines: list[Line]) -> Title:
    title = Title(lines[0].text, lines[0].lead, lines[0].trail, lines[0].start)
    for line in lines[1:]:
        title.raw += title.trail + line.lead + line.text
        title.trail = line.trail
    return title


def _signatures(line: Line) -> list[Signature]:
    """One signature a name; the blanks between two names go to the first's trail."""
    out: list[Signature] = []
    at = 0
    for name in _names(line.text):
        start = line.text.index(name, at)
        if out:
            out[-1].trail = line.text[at:start]
        out.append(Signature(name, "" if out else line.lead, "", line.start + start))
        at = start + len(name)
    out[-1].trail = line.trail
    return out


def _names(text: str) -> list[str]:
    if "\n" in text:  # a name may be broken over two lines
        return [text]
    return split_persons(text) or split_names(text)


def _section(line: Line, unit: Unit) -> Section:
    """Make a section of its heading line: heading, then the paragraph that runs in, if any."""
    text = line.text
    marker = unit.marker
    length = 0 if marker is None else marker.length
    split = unit.split
    start, end, after = length + split.start, length + split.end, length + split.stop
    rest = text[after:]
    paragraph = rest.lstrip(SPACES)
    if end > start or not paragraph:
        gap, title, stop = text[length:start], text[start:end], text[end:after]
        trail = rest[: len(rest) - len(paragraph)]
    else:  # a numbered paragraph: the marker alone
        gap = title = stop = ""
        trail, paragraph = text[length:start], text[start:]
    children: list[Node] = []
    if paragraph:
        children.append(Paragraph(paragraph, "", line.trail, line.end - len(paragraph)))
    else:
        trail += line.trail
    number, depth = (None if marker is None else marker.ordinal), unit.depth
    heading = Heading(text[:length], title, stop, gap, line.lead, trail, line.start, number, depth, split.confidence)
    return Section(children, heading)


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(lines: list[Line]) -> Table:
    """Make a table of its lines: a row a line."""
    return Table([_row(line) for line in lines])


def _row(line: Line) -> Row:
    text = line.text
    pieces = part_cells(text)
    if len(pieces) == 1 and line.first not in SPACES and line.last not in SPACES:
        return Row([Cell(text, line.lead, line.trail, line.start)])
    pieces.append("")  # what parts the last cell from the next
    cells: list[Node] = []
    last = None
    lead, start = line.lead, line.start
    for at in range(0, len(pieces), 2):
        piece, bar = pieces[at], pieces[at + 1]
        raw = piece.strip(SPACES)
        if not raw and not bar and last is not None:  # nothing after the last bar
            last.trail += piece
        elif raw or last is not None or (at and bar):
            inner = piece.find(raw) if raw else len(piece)
            last = Cell(raw, lead + piece[:inner], piece[inner + len(raw) :] + bar, start + inner)
            cells.append(last)
            lead = ""
        else:  # a bar that opens the row
            lead += piece + bar
        start += len(piece) + len(bar)
    if last is None:
        last = Cell("", lead, "", line.start + len(text))
        cells.append(last)
    last.trail += line.trail
    return Row(cells)


def _grid(line: GridLine) -> Table:
    """Make a table of one that the markup shows."""
    slots = [slot for row in line.grid.rows for slot in row]
    cells: list[Cell] = []
    for slot, end in zip(slots, [*(slot.start for slot in slots[1:]), line.end], strict=True):
        raw = line.text[slot.start - line.start : slot.end - line.start]
        trail = line.text[slot.end - line.start : end - line.start]
        cells.append(Cell(raw, "", trail, slot.start, rowspan=slot.rowspan, colspan=slot.colspan))
    cells[0].lead = line.lead
    cells[-1].trail += line.trail
    rest = iter(cells)
    return Table([Row([next(rest) for _ in row]) for row in line.grid.rows if row])
