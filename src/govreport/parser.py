"""The steps of the parse, in order: lines, zones, furniture, closing, outline, tree."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from govreport import footer, furniture
from govreport.as_written import as_written
from govreport.charsets import REPLACEMENT
from govreport.closing import DATE, ENCLOSURE, NOTE, SIGNATURE, TITLE, Role, find_roles, split_closing_lines
from govreport.hints import Hints
from govreport.issues import Issue, issue, put_in_order
from govreport.labels import METADATA_KEY, VALUELESS
from govreport.lines import Line, split_lines, unwrap, wrap_width
from govreport.nodes import (
    Addressee,
    Attachment,
    Back,
    Body,
    Front,
    Furniture,
    Heading,
    Leaf,
    Metadata,
    Node,
    Note,
    Paragraph,
    Section,
    Signature,
    SignedDate,
    TextLeaf,
    Title,
)
from govreport.numerals import find_date
from govreport.organs import is_addressed, leading_name, short_forms, signs, split_names
from govreport.outline import Unit, find_units
from govreport.report import Report
from govreport.runtogether import (
    cut_addressee,
    cut_first_numbers,
    join_lone_numbers,
    split_at_numbers,
    split_run_together,
)
from govreport.series import Splitting
from govreport.tables import GridLine, build_grid, build_table, mark_tables, with_grids
from govreport.white_space import SPACES, is_page_mark
from govreport.widths import half_width
from govreport.zones import Zones, find_zones, is_lone_label

_PLACES_SHOWN: Final = 20  # of bad characters that an issue lists


def parse_page(text: str, splitting: Splitting, hints: Hints | None) -> Report:
    """Parse the text of a report page with what its markup says beside it.

    Args:
        text: the page's text.
        splitting: as ``split_headings`` of `govreport.parse`.
        hints: the hints, with offsets in ``text``; None where there was no markup.
    """
    read = half_width(text)
    report = _parse(read, splitting, hints)
    if read is not text:
        as_written(report, text)
    return report


def _parse(text: str, splitting: Splitting, hints: Hints | None) -> Report:
    lines = split_run_together(_lines(text, hints), text)
    if not lines:
        blank: list[Node] = [Furniture("", text, "", len(text))] if text else []
        nothing = issue("no-text", "", 0, len(text))
        return Report(Front(blank), Body(start=len(text)), Back(start=len(text)), [nothing])
    zones = find_zones(lines, text, hints)
    front = _front(lines, zones)
    titles = ["".join([line.text for line in lines[start:end]]) for start, end in zones.titles[:1]]
    body, issues = _body(lines[zones.body : zones.back], titles, splitting, hints)
    back = footer.back(lines[zones.back :])
    report = Report(
        Front([*front], start=0),
        Body(body, start=_offset(lines, zones.body, text)),
        Back([*back], start=_offset(lines, zones.back, text)),
        issues,
    )
    _note_page_issues(report, text, zones)
    return report


def _lines(text: str, hints: Hints | None) -> list[Line]:
    lines = split_lines(text)
    return lines if hints is None or not hints.grids else with_grids(lines, text, hints.grids)


def _offset(lines: list[Line], index: int, text: str) -> int:
    if index >= len(lines):
        return len(text)
    return lines[index].start - len(lines[index].lead)


def _note_page_issues(report: Report, text: str, zones: Zones) -> None:
    if not zones.titles and zones.body:
        start = report.front.span[0]
        report.issues.append(issue("title-not-found", "", start, report.front.span[1]))
    at = text.find(REPLACEMENT)
    if at >= 0:
        report.issues.append(issue("replacement-characters", _replacements(text, at), at, at + 1))
    put_in_order(report.issues)


def _replacements(text: str, at: int) -> str:
    """How many there are, from the first on, and where: all of a few, the first of many."""
    count = text.count(REPLACEMENT)
    places: list[str] = []
    while at >= 0 and len(places) < _PLACES_SHOWN:
        places.append(str(at))
        at = text.find(REPLACEMENT, at + 1)
    return f"{count} of them, at {', '.join(places)}{' …' * (count > len(places))}"


# --- front -----------------------------------------------------------------------------------------------------------


def _front(lines: list[Line], zones: Zones) -> list[Leaf]:
    """Build the front: title lines, what stands under the title, and the site's lines between."""
    out: list[Leaf] = []
    at = 0
    kinds = zones.kinds
    last_title = zones.titles[-1][1] if zones.titles else zones.body
    for start, end in [*zones.titles, (zones.body, zones.body)]:
        if start < at:
            continue
        first = at
        for index in range(at, start):
            kind = kinds[index]
            leaf: list[Leaf] | None = None
            if kind == "number":
                leaf = _numbered(lines[index])
            elif at >= last_title and kind in (None, "date") and not _takes_next(lines, kinds, index - 1):
                leaf = _under_title(lines[index], kind)
            if leaf is not None:
                out += furniture.front(lines[first:index], kinds[first:index])
                out += leaf
                first = index + 1
        if first < start:
            out += furniture.front(lines[first:start], kinds[first:start])
        if end > start:
            out.append(_title(lines[start:end]))
        at = end
    return out


def _takes_next(lines: list[Line], kinds: list[str | None], index: int) -> bool:
    """True for a label alone on its line, which takes the next line as its value."""
    if index < 0 or kinds[index] != "label":
        return False
    text = lines[index].text
    return is_lone_label(text) and METADATA_KEY.get("".join(text[:-1].split())) not in VALUELESS


def _title(lines: list[Line]) -> Title:
    first, last = lines[0], lines[-1]
    raw = first.text
    for above, line in pairwise(lines):
        raw += above.trail + line.lead + line.text
    return Title(raw, first.lead, last.trail, first.start)


def _numbered(line: Line) -> list[Leaf]:
    """A document number on a line of its own."""
    return [Metadata("doc_number", "", "", line.text, line.lead, line.trail, line.start)]


def _under_title(line: Line, kind: str | None) -> list[Leaf] | None:
    """What stands under a title: names that sign, a date in brackets."""
    text = line.text
    if kind == "date" and ("年" in text or text[0] in "(（"):
        return _dated(line)
    if kind is None and signs(text):
        return list(_names(line))
    return None


def _dated(line: Line) -> list[Leaf]:
    return [SignedDate(line.text, line.lead, line.trail, line.start)]


# --- body ------------------------------------------------------------------------------------------------------------


def _body(
    lines: list[Line], titles: list[str], splitting: Splitting, hints: Hints | None
) -> tuple[list[Node], list[Issue]]:
    width = wrap_width(lines)
    if width:
        lines = unwrap(lines, width, mark_tables(lines))
    lines = split_closing_lines(cut_addressee(join_lone_numbers(split_at_numbers(cut_first_numbers(lines)))))
    tables = mark_tables(lines)
    roles = find_roles(lines, tables)
    signer = lines[roles.index(SIGNATURE)].text if SIGNATURE in roles else ""
    names = short_forms(signer or (leading_name(titles[0]) if titles else ""))
    out: list[Node] = []
    issues: list[Issue] = []
    for start, end in _documents(roles):
        document, found = _document(lines[start:end], roles[start:end], tables[start:end], splitting, names, hints)
        issues += found
        if start:
            out.append(Attachment(document))
        else:
            out += document
    return out, issues


def _documents(roles: list[Role]) -> list[tuple[int, int]]:
    """The main document and the enclosed ones, as runs of lines."""
    starts = [0]
    if ENCLOSURE in roles or TITLE in roles:
        for index in range(1, len(roles)):
            if roles[index] in (ENCLOSURE, TITLE) and roles[index - 1] not in (ENCLOSURE, TITLE):
                starts.append(index)
    return list(zip(starts, [*starts[1:], len(roles)], strict=True))


def _document(
    lines: list[Line],
    roles: list[Role],
    tables: list[bool],
    splitting: Splitting,
    names: list[str],
    hints: Hints | None,
) -> tuple[list[Node], list[Issue]]:
    taken = [role is not None for role in roles]
    if True in tables:
        taken = [table or other for table, other in zip(tables, taken, strict=True)]
    units, issues = find_units(lines, taken, splitting, names, hints)
    by_line = {unit.line: unit for unit in units}
    out: list[Node] = []
    open_sections: list[Section] = []
    children: list[Node] = out
    index = 0
    opened = _first_text(roles)
    while index < len(lines):
        line, role = lines[index], roles[index]
        unit = by_line.get(index)
        if unit is not None:
            del open_sections[unit.depth - 1 :]
            section = _section(line, unit)
            (open_sections[-1].children if open_sections else out).append(section)
            open_sections.append(section)
            children = section.children
        elif isinstance(line, GridLine):
            children.append(build_grid(line))
        elif tables[index]:
            end = index
            while end < len(lines) and tables[end] and end not in by_line and not isinstance(lines[end], GridLine):
                end += 1
            children.append(build_table(lines[index:end]))
            index = end
            continue
        elif role == TITLE:
            end = index
            while end < len(lines) and roles[end] == TITLE:
                end += 1
            out.append(_title(lines[index:end]))
            index = end
            continue
        elif role is not None:
            # What closes a document belongs to it, not to its last section.
            open_sections.clear()
            children = out
            children += _closing(line, role, issues)
        elif index == opened and line.text[-1] in ":：" and is_addressed(line.text[:-1]):
            children.append(Addressee(line.text, line.lead, line.trail, line.start))
        elif is_page_mark(line.text):
            children.append(Furniture(line.text, line.lead, line.trail, line.start))
        else:
            children.append(Paragraph(line.text, line.lead, line.trail, line.start))
        index += 1
    return out, issues


def _first_text(roles: list[Role]) -> int:
    for index, role in enumerate(roles):
        if role is None or role not in (ENCLOSURE, TITLE):
            return index
    return 0


def _closing(line: Line, role: Role, issues: list[Issue]) -> list[Leaf]:
    if role == DATE:
        date = find_date(line.text)
        if date is not None:
            if date[2] is None:
                issues.append(issue("impossible-date", line.flat, line.start, line.end))
            return _dated(line)
    if role == SIGNATURE:
        return list(_names(line))
    kind: type[TextLeaf] = Note if role in (NOTE, ENCLOSURE) else Paragraph
    return [kind(line.text, line.lead, line.trail, line.start)]


def _names(line: Line) -> list[Signature]:
    """One signature a name; the blanks between two names go to the first's trail."""
    out: list[Signature] = []
    at = 0
    names = split_names(line.text)
    for name in names:
        start = line.text.index(name, at)
        if out:
            out[-1].trail = line.text[at:start]
        out.append(Signature(name, "" if out else line.lead, "", line.start + start))
        at = start + len(name)
    out[-1].trail = line.trail
    return out


def _section(line: Line, unit: Unit) -> Section:
    """Build a section of its heading line: heading, then the paragraph that runs in, if any."""
    text = line.text
    length = unit.marker.length
    split = unit.split
    words = text[length:]
    rest_start = split.stop
    paragraph = words[rest_start:]
    blank = 0
    if paragraph and paragraph[0] in SPACES:
        blank = len(paragraph) - len(paragraph.lstrip(SPACES))
        paragraph = paragraph[blank:]
    if split.end > split.start or not paragraph:
        gap, title, stop = words[: split.start], words[split.start : split.end], words[split.end : split.stop]
    else:  # a numbered paragraph: the marker alone
        gap = title = stop = ""
        blank = split.start
        rest_start = 0
        paragraph = words[blank:]
    if paragraph:
        trail = words[rest_start : rest_start + blank]
        start = line.start + length + rest_start + blank
        children: list[Node] = [Paragraph(paragraph, "", line.trail, start)]
    else:
        trail = words[rest_start:] + line.trail
        children = []
    number, depth = unit.marker.ordinal, unit.depth
    heading = Heading(text[:length], title, stop, gap, line.lead, trail, line.start, number, depth, split.confidence)
    return Section(children, heading)
