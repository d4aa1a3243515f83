"""Tables that scraping flattened: which lines are rows and cells, so that they are no headings or paragraphs.

The row and column labels are those of the statutory tables of 国办公开办函〔2019〕60号 and 〔2021〕30号.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govreport.parsing.line import GridLine, Line, TableLine
from govreport.parsing.looks import NUMBER, NUMBER_ENDS, is_number, is_row
from govreport.words.blanks import is_page_mark
from govreport.words.disclosure_form import INDICATORS, UNITS
from govreport.words.disclosure_labels import BEGINNINGS, LONGEST_OPENING, fold, labels, opens_table
from govreport.words.patterns import late
from govreport.words.traditional import variants

_KEPT: Final = 1024  # lines that are known to be a label or none: pages have the same ones
_LABELS: Final = frozenset(map(fold, labels())) | set(INDICATORS)
_ALL_LABELS: Final = "\n".join(sorted(_LABELS))  # where pieces of labels are looked for: folded, they hold no line end
_HEAD: Final = 4  # characters by which labels are looked up
_BY_HEAD: Final = {
    head: [label for label in _LABELS if label.startswith(head) or head.startswith(label)]
    for head in {label[:_HEAD] for label in _LABELS}
}
_SHORT_LABELS: Final = tuple(sorted(label for label in _LABELS if len(label) < _HEAD))
_STARTS: Final = variants("".join(label[0] for label in _LABELS)) | {"（"}
_CELL: Final = re.compile(
    rf"(?:{NUMBER}(?:万元|元|件|条|项|次|人次|人|个|%|％)?|[-—－/／]{{1,2}}|[无無]|[减減增]\d{{1,6}})"
    rf" {{0,4}}[|｜]?|[|｜]{{1,40}}"
)
_CELL_WORDS: Final = "无無减減增"  # the letters among what a cell begins with
_FEW: Final = 3  # numbers that end a row without a label
_MANY: Final = 4  # and one that stands in no known table
_APART: Final = 8  # lines between two such rows of one table, at most
_PART_MAX: Final = 40  # characters of the longest of these lines
_UNIT: Final = late(rf"(?:{'|'.join(UNITS)}|[-—－]{{1,4}}) {{0,4}}[|｜]?")
# A row of the table of indicators: its unit alone, or its unit and number after blanks.
_COUNTED: Final = late(
    rf"(?:^|[ \u3000])(?:{'|'.join(UNITS)}|[-—－]{{1,4}})"
    rf"(?:[ \u3000]{{1,4}}(?:{NUMBER}|[-—－/]{{1,4}}))?(?: {{0,4}}[|｜])?$"
)
_SHORT: Final = 14  # characters of the longest header cell that is no known label
_LONG: Final = 160  # characters of the longest label that an office made itself
_ROW_MAX: Final = 400  # and of a row: a longer line is a table whose lines were lost
_RUN: Final = 8  # cells on lines of their own that make a table without any label


def mark_tables(lines: list[Line], source: str) -> list[bool]:
    """Tell which lines are rows or cells of a table.

    Args:
        lines: a document's lines, in order.
        source: the text that they are from.

    Returns:
        One flag a line.
    """
    flags = [False] * len(lines)
    has_bars = "|" in source or "\t" in source or "｜" in source
    numbers: list[int] = []  # the lines that many numbers end
    end = 0  # index after the last table or run of cells
    for index, line in enumerate(lines):
        text = line.text
        if line.last in NUMBER_ENDS and _ends_in_numbers(text, _MANY):
            numbers.append(index)
        if index < end:
            continue
        if line.marker is None and isinstance(line, (GridLine, TableLine)):
            flags[index] = True
        elif (line.first in BEGINNINGS and _opens(lines, index)) or (
            has_bars and len(text) < _ROW_MAX and is_row(text)
        ):
            end = max(index + 1, _end(lines, index))
            flags[index:end] = [True] * (end - index)
        elif len(text) <= _SHORT and _is_cell(text):
            start, end = _cells(lines, index)
            if end - start >= _RUN:
                flags[start:end] = [True] * (end - start)
    _mark_rows_of_numbers(lines, flags, numbers)
    if has_bars:
        _mark_heads_of_groups(lines, flags)
    return flags


def _mark_rows_of_numbers(lines: list[Line], flags: list[bool], numbers: list[int]) -> None:
    """Mark rows that show themselves by many numbers, as of a table in text from a PDF, and bits of labels between."""
    above = -1
    for index in numbers:
        between = index - above - 1
        if above >= 0 and between <= _APART and all(_is_piece(one.text) for one in lines[above + 1 : index]):
            flags[above + 1 : index] = [True] * between
        flags[index] = True
        above = index


_BARS: Final = re.compile("[\t|｜]")
_COLUMNS: Final = 3  # of the narrowest table whose rows are counted
_COUNTS: Final = ("序号", "编号", "号")
_NUMBER_MAX: Final = 4  # digits of a row's number


def _mark_heads_of_groups(lines: list[Line], flags: list[bool]) -> None:
    """Mark lines between the rows of a table that is counted on: 二、东乡（七处） between the rows 5 … and 6 …."""
    for index in range(1, len(lines) - 1):
        if flags[index] or not (flags[index - 1] and flags[index + 1]):
            continue
        text = lines[index].text
        if len(text) <= _PART_MAX and "。" not in text:
            above, below = _cells_of(lines[index - 1].text), _cells_of(lines[index + 1].text)
            flags[index] = len(above) == len(below) >= _COLUMNS and _counts_on(above[0], below[0])


def _cells_of(text: str) -> list[str]:
    return [cell.strip() for cell in _BARS.split(text.strip("|｜"))]


def _counts_on(above: str, below: str) -> bool:
    """True where a row's number is the one after that of the row above, or the first below 序号."""
    if not below.isdecimal() or len(below) > _NUMBER_MAX:
        return False
    if above.isdecimal() and len(above) <= _NUMBER_MAX:
        return int(below) == int(above) + 1
    return int(below) == 1 and above in _COUNTS


def _is_piece(text: str) -> bool:
    """True for a line that can be a piece of a label between two rows: （三）不, 度, 予公开."""
    if len(text) > _PART_MAX or "。" in text or text[-1] in "：:":
        return False
    return len(text) <= _PIECE_MAX or not _is_heading(text) or _is_part(text)


_PIECE_LEAST: Final = 4  # characters of a piece of a label that a number beside it shows
_PIECE_MAX: Final = 5  # characters of a number with a piece of a label: （三）不


def _is_cell(text: str) -> bool:
    first = text[0]
    return (not first.isalpha() or first in _CELL_WORDS) and _CELL.fullmatch(text) is not None


def _ends_in_numbers(text: str, least: int) -> bool:
    """True where so many numbers or more, parted by blanks, end a line."""
    if text[-1] not in NUMBER_ENDS:
        return False
    words = text.split()
    return len(words) > least and all(is_number(word) for word in words[-least:])


def _opens(lines: list[Line], index: int) -> bool:
    """True where a line begins a table with a label: by itself or, for 行政复议 alone, by the next."""
    text = lines[index].text
    return len(text) <= LONGEST_OPENING and opens_table(text, lines[index + 1].text if index + 1 < len(lines) else "")


def is_label(text: str) -> bool:
    """True where a line is a label of the statutory tables, or the first part of one that was broken.

    A label may have a remark in brackets behind it, and up to 24 characters more where it is a long one.
    """
    return text[0] in _STARTS and len(text) < _ROW_MAX and _is_label(text)


@lru_cache(_KEPT)
def _is_label(text: str) -> bool:
    folded = fold(text).rstrip("|")
    if folded in _LABELS or folded.partition("(")[0] in _LABELS:
        return True
    size = len(folded)
    if size < _HEAD:
        return folded.startswith(_SHORT_LABELS)
    for label in _BY_HEAD.get(folded[:_HEAD], ()):
        if folded.startswith(label):
            if size <= len(label) + 24:
                return True
        elif size >= 6 and label.startswith(folded):
            return True
    return False


def _end(lines: list[Line], start: int) -> int:
    """Index after the last line of the table that begins at ``start``."""
    end = start
    counted = fold(lines[start].text).startswith(INDICATORS[0])
    for index in range(start, len(lines)):
        text = lines[index].text
        if _belongs(text):
            end = index + 1
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if counted and (_COUNTED.search(text) or _UNIT.fullmatch(following)):
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
    if is_row(text) or _is_cell(text) or _ends_in_numbers(text, _FEW):
        return True
    return is_label(text) or _is_header(text)


def _names_row(text: str, following: str) -> bool:
    """True for the label of a row that the form does not have: words before a number."""
    if len(text) > _LONG or text[-1] in "。；：:" or _is_heading(text):
        return False
    return following[0] not in "|｜" and _is_cell(following)


def _is_header(text: str) -> bool:
    """True for the header of a PDF's table, whose labels are broken over several lines: 结果 结果 其他 尚未 总.

    The last of its words may be the number that stands at the height of a piece of a label: 2.申请人逾期未按收费通 0.
    """
    words = text.split()
    if len(text) > _LONG or len(words) == 1:
        return False
    last = words.pop()
    for word in words:
        if fold(word) not in _ALL_LABELS:
            return False
    return fold(last) in _ALL_LABELS or (_is_cell(last) and max(map(len, words)) >= _PIECE_LEAST)


def _is_part(text: str) -> bool:
    """True for a line of a label that was broken over several."""
    folded = fold(text[:_LONG])
    return 6 <= len(folded) < _LONG and folded in _ALL_LABELS


_HEADING: Final = late(r"[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十]{1,2}[）)]")


def _is_heading(text: str) -> bool:
    found = _HEADING.match(text)
    # A number alone is the first line of a label.
    return found is not None and found.end() < len(text) and not is_label(text)


def _cells(lines: list[Line], index: int) -> tuple[int, int]:
    """The run of short lines around a cell; an empty run at its end where less than two of five are numbers."""
    start = index
    while start > 0 and len(lines[start - 1].text) <= _SHORT and index - start < 6 and _plain(lines[start - 1].text):
        start -= 1
    end, numbers = index, 0
    while end < len(lines) and len(lines[end].text) <= _SHORT and _plain(lines[end].text):
        numbers += _is_cell(lines[end].text)
        end += 1
    return (start, end) if numbers * 5 >= (end - start) * 2 else (end, end)


def _plain(text: str) -> bool:
    return text[-1] not in "。；：:，," and _HEADING.match(text) is None
