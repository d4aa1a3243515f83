"""Tables that scraping flattened: which lines are rows and cells, so that they are no headings or paragraphs.

The row and column labels are those of the statutory tables of 国办公开办函〔2019〕60号 and 〔2021〕30号.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from govreport.form_labels import fold, labels, opens_table
from govreport.formats import INDICATORS, UNITS
from govreport.hints import Grid
from govreport.lines import Line
from govreport.nodes import Cell, Row, Table
from govreport.variants import variants
from govreport.white_space import SPACES, is_page_mark

_LABELS: Final = frozenset(map(fold, labels())) | set(INDICATORS)
_BY_HEAD: Final = {
    head: [label for label in _LABELS if label.startswith(head) or head.startswith(label)]
    for head in {label[:4] for label in _LABELS}
}
_STARTS: Final = variants("".join(label[0] for label in _LABELS)) | {"（"}
_NUMBER: Final = r"[-－+]?(?:\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,12})(?:[.．]\d{1,6})?"
_CELL: Final = re.compile(
    rf"(?:{_NUMBER}(?:万元|元|件|条|项|次|人次|人|个|%|％)?|[-—－/／]{{1,2}}|[无無]|[减減增]\d{{1,6}}) {{0,4}}[|｜]?|[|｜]{{1,40}}"
)
# Read from the end of the line backwards, so that a long line without numbers there costs nothing.
_NUMBERS_AT_END: Final = regex.compile(rf"(?:[ \t\u00a0\u3000]{{1,4}}(?:{_NUMBER}|[-—/])){{1,30}}$", regex.REVERSE)
_FEW: Final = 3  # numbers that end a row without a label
_BARS: Final = re.compile(r"[|｜\t]")
_UNIT: Final = re.compile(rf"(?:{'|'.join(UNITS)}|[-—－]{{1,4}}) {{0,4}}[|｜]?")
# A row of the table of indicators: its unit alone, or its unit and number after blanks.
_COUNTED: Final = re.compile(
    rf"(?:^|[ \u3000])(?:{'|'.join(UNITS)}|[-—－]{{1,4}})(?:[ \u3000]{{1,4}}(?:{_NUMBER}|[-—－/]{{1,4}}))?(?: {{0,4}}[|｜])?$"
)
_SHORT: Final = 14  # characters of the longest header cell that is no known label
_LONG: Final = 160  # characters of the longest label that an office made itself
_RUN: Final = 8  # cells on lines of their own that make a table without any label


class GridLine(Line):
    """A table that the markup shows: all its rows as one line.

    Attributes:
        grid: where its cells are.
    """

    __slots__ = ("grid",)

    def __init__(self, start: int, lead: str, text: str, trail: str, grid: Grid) -> None:
        super().__init__(start, lead, text, trail)
        self.marker = None
        self.grid = grid


def with_grids(lines: list[Line], source: str, grids: list[Grid]) -> list[Line]:
    """Put each table that the markup shows on one line.

    Args:
        lines: a text's lines, in order.
        source: the text.
        grids: its tables, in order.
    """
    out: list[Line] = []
    at = 0
    for grid in grids:
        while at < len(lines) and lines[at].start < grid.start:
            out.append(lines[at])
            at += 1
        if out:  # blank rows at the table's head are not white space after the line above
            out[-1].trail = source[out[-1].end : grid.start]
        while at < len(lines) and lines[at].start < grid.end:
            at += 1
        following = lines[at].start - len(lines[at].lead) if at < len(lines) else len(source)
        lead = "" if out else source[: grid.start]
        out.append(GridLine(grid.start, lead, source[grid.start : grid.end], source[grid.end : following], grid))
    return out + lines[at:]


def mark_tables(lines: list[Line]) -> list[bool]:
    """Tell which lines are rows or cells of a table.

    Args:
        lines: a document's lines, in order.

    Returns:
        One flag a line.
    """
    flags = [False] * len(lines)
    end = 0  # index after the last table or run of cells
    for index, line in enumerate(lines):
        if index < end:
            continue
        text = line.text
        if isinstance(line, GridLine):
            flags[index] = True
        elif _opens(text, lines[index + 1].text if index + 1 < len(lines) else ""):
            end = max(index + 1, _end(lines, index))
            flags[index:end] = [True] * (end - index)
        elif len(text) <= _SHORT and _CELL.fullmatch(text):
            start, end = _cells(lines, index)
            if end - start >= _RUN:
                flags[start:end] = [True] * (end - start)
    return flags


def is_row(text: str) -> bool:
    """True where a line shows its columns: bars or tabs between cells."""
    if "\t" in text:
        return True
    bars = text.count("|") + text.count("｜")
    return bars >= 2 or (bars == 1 and text[0] in "|｜")


def _opens(text: str, following: str) -> bool:
    """True where a line begins a table, told by itself or, for 行政复议 alone, by the next."""
    if ("|" in text or "\t" in text or "｜" in text) and is_row(text):
        return len(text) < 400
    return opens_table(text, following)


def is_label(text: str) -> bool:
    """True where a line is a label of the statutory tables, or the first part of one that was broken.

    A label may have a remark in brackets behind it, and up to 24 characters more where it is a long one.
    """
    if text[0] not in _STARTS:
        return False
    folded = fold(text).rstrip("|")
    if folded in _LABELS or folded.partition("(")[0] in _LABELS:
        return True
    size = len(folded)
    return any(
        (folded.startswith(label) and size <= len(label) + 24) or (size >= 6 and label.startswith(folded))
        for label in (_BY_HEAD.get(folded[:4], ()) if size >= 4 else _LABELS)
    )


def _end(lines: list[Line], start: int) -> int:
    """Index after the last line of the table that begins at ``start``."""
    end = start
    counted = fold(lines[start].text).startswith(INDICATORS[0])
    for index in range(start, len(lines)):
        text = lines[index].text
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if _belongs(text) or (counted and (_COUNTED.search(text) or _UNIT.fullmatch(following))):
            end = index + 1
        elif not following:
            folded = fold(text)
            if index == end and any(label.startswith(folded) for label in _LABELS):
                end = index + 1  # a label that the end of the page cuts
        elif len(text) > _SHORT or text[-1] in "。；：:":
            if _names_row(text, following):
                end = index + 1
            elif not is_page_mark(text) and not _is_part(text):
                break
        elif is_label(text + following):
            end = index + 1  # (三) / 不予公开
        elif index - end >= 3 or _is_heading(text):
            break
    return end


def _belongs(text: str) -> bool:
    """True where a line in a table is a row, a cell, a label, a label and its numbers, or pieces of labels."""
    if is_row(text) or is_label(text) or _CELL.fullmatch(text):
        return True
    numbers = _numbers_at_end(text)
    return (numbers is not None and len(numbers.group().split()) >= _FEW) or _is_header(text)


def _numbers_at_end(text: str) -> regex.Match[str] | None:
    return _NUMBERS_AT_END.search(text) if text[-1] in "-—/" or text[-1].isdecimal() else None


def _names_row(text: str, following: str) -> bool:
    """True for the label of a row that the form does not have: words before a number."""
    if len(text) > _LONG or text[-1] in "。；：:" or _is_heading(text):
        return False
    return following[0] not in "|｜" and _CELL.fullmatch(following) is not None


def _is_header(text: str) -> bool:
    """True for the header of a PDF's table, whose labels are broken over several lines: 结果 结果 其他 尚未 总."""
    if len(text) > _LONG or len(text.split()) == 1:
        return False
    return all(any(word in label for label in _LABELS) for word in map(fold, text.split()))


def _is_part(text: str) -> bool:
    """True for a line of a label that was broken over several."""
    folded = fold(text[:_LONG])
    return 6 <= len(folded) < _LONG and any(folded in label for label in _LABELS)


_HEADING: Final = re.compile(r"[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十]{1,2}[）)]")


def _is_heading(text: str) -> bool:
    return _HEADING.match(text) is not None and not is_label(text)


def _cells(lines: list[Line], index: int) -> tuple[int, int]:
    """The run of short lines around a cell; an empty run at its end where less than two of five are numbers."""
    start = index
    while start > 0 and len(lines[start - 1].text) <= _SHORT and index - start < 6 and _plain(lines[start - 1].text):
        start -= 1
    end, numbers = index, 0
    while end < len(lines) and len(lines[end].text) <= _SHORT and _plain(lines[end].text):
        numbers += _CELL.fullmatch(lines[end].text) is not None
        end += 1
    return (start, end) if numbers * 5 >= (end - start) * 2 else (end, end)


def _plain(text: str) -> bool:
    return text[-1] not in "。；：:，," and _HEADING.match(text) is None


def build_table(lines: list[Line]) -> Table:
    """Make a table node of its lines: a row a line, cells parted at bars, tabs or blanks before numbers."""
    return Table([Row(list(_row(line))) for line in lines])


def _row(line: Line) -> list[Cell]:
    text = line.text
    if _BARS.search(text):
        cuts = [match.start() for match in _BARS.finditer(text)]
    elif not is_page_mark(text) and (match := _numbers_at_end(text)) is not None:
        cuts = [match.start() + m.start() for m in re.finditer(r"[ \t\u00a0\u3000]{1,4}", match.group())]
    else:
        cuts = []
    cells: list[Cell] = []
    lead, at = line.lead, 0
    for cut in [*cuts, len(text)]:
        piece = text[at:cut]
        raw = piece.strip(SPACES)
        inner = piece.find(raw) if raw else len(piece)
        bar = text[cut : cut + 1]
        trail = piece[inner + len(raw) :] + bar
        if not raw and cut == len(text) and cells:  # nothing after the last bar
            cells[-1].trail += lead + piece
            break
        if not raw and at == 0 and bar:  # a bar that opens the row
            lead += piece + bar
        else:
            cells.append(Cell(raw, lead + piece[:inner], trail, line.start + at + inner))
            lead = ""
        at = cut + len(bar)
    if not cells:
        cells.append(Cell("", lead, "", line.start + len(text)))
    cells[-1].trail += line.trail
    return cells


def build_grid(line: GridLine) -> Table:
    """Make a table node of a table that the markup shows."""
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
