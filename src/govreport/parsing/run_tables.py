"""Statutory tables whose lines ran together: cut at their labels, which are known.

``规章000行政规范性文件308`` becomes the lines 规章, 000, 行政规范性文件, 308.  Which numbers such digits are is not asked
here: `govreport.statistics` tells it where the form's sums do.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from govreport.parsing.line import GridLine, Line, TableLine
from govreport.parsing.looks import is_row
from govreport.words.blanks import SPACES
from govreport.words.disclosure_form import SECTIONS
from govreport.words.disclosure_labels import labels
from govreport.words.section_numbers import HAN

_GLANCE: Final = (
    "件数", "行政许可", "行政处罚", "规范性文件", "申请数量", "申请人情况", "予以公开", "结果维持", "行政诉讼",
)  # fmt: skip
"""Each table has one of these words."""
_SHORTEST: Final = 4  # characters of the shortest line that is looked at
_FEWEST: Final = 3  # labels, one right after the other but for cells, that make a table
_WITH_TABLE: Final = tuple(title for title, _ in SECTIONS[1:4])
"""The sections that hold the tables: there one label is enough."""
_CELLS: Final = re.compile(r"(?:[ \t\u3000\u00a0]{0,4}(?:\d[\d,，.．]{0,40}|[-—－/／]{1,4})(?![\d年月日件条个次]))*+")
_FOREIGN: Final = re.compile(r"[^\d。；;：:，,]{2,24}\d[\d,.]{0,30}[ \u3000]{0,4}")
"""A row of an office's own between two of the form's: words and a number."""


def split_run_tables(lines: list[Line]) -> list[Line]:
    """Cut the lines that hold a statutory table, whole or in part, at its labels and cells.

    Args:
        lines: a document's lines, in order.

    Returns:
        The lines; labels and cells that were cut off are `TableLine`, and the heading before them a line of its own.
    """
    out: list[Line] = []
    inside = False  # a section that holds a table
    for line in lines:
        if line.marker is not None and line.marker.family is HAN:
            inside = any(title in line.text for title in _WITH_TABLE)
        text = line.text
        cut_off = bool(out) and "\n" not in out[-1].trail + line.lead  # of the heading
        spans = None
        if len(text) >= _SHORTEST and any(word in text for word in _GLANCE) and not isinstance(line, GridLine):
            spans = None if is_row(text) else _spans(line, inside, cut_off or line.marker is not None)
        if spans is None:
            out.append(line)
        else:
            out += _cut(line, spans)
    return out


def _cut(line: Line, spans: list[tuple[int, int]]) -> list[Line]:
    """Cut a line at the labels and cells of a table, and before what follows it."""
    starts = {start for start, _ in spans}
    out: list[Line] = []
    for part in line.cut([place for span in spans for place in span]):
        is_cell = part.start - line.start in starts
        out.append(TableLine(part.start, part.lead, part.text, part.trail) if is_cell else part)
    return out


def _spans(line: Line, inside: bool, opens: bool) -> list[tuple[int, int]] | None:
    """Where the labels and the cells of the tables in a line stand; None where it holds none that ran together.

    Args:
        line: the line.
        inside: whether it stands in a section that holds a table.
        opens: whether it goes on with the heading of this section, or holds it.
    """
    text = line.text
    opens = opens and inside
    first = _heading_length(line) if inside else 0
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []  # of the table that is open
    count = end = 0  # of labels in it; where the last of them ends
    for match in _label_pattern().finditer(text, first):
        if run:
            between = _cell(text, end, match.start(), inside)
            if between is None:
                found += _table(text, run, count, end, opens, first)
                run, count = [], 0
            elif between[0] < between[1]:
                run.append(between)
        run.append(match.span())
        count += 1
        end = match.end()
    return (found + _table(text, run, count, end, opens, first)) or None


def _cell(text: str, start: int, end: int, inside: bool) -> tuple[int, int] | None:
    """Where the cells between two labels stand; None where something else does."""
    gap = text[start:end]
    words = gap.strip(SPACES)
    if words and _CELLS.fullmatch(gap) is None and not (inside and _FOREIGN.fullmatch(gap)):
        return None
    at = start + gap.find(words) if words else start
    return at, at + len(words)


def _table(
    text: str, run: list[tuple[int, int]], count: int, end: int, opens: bool, first: int
) -> list[tuple[int, int]]:
    """The labels and cells of a table that ran together, with the cells behind its last label; none where it is none.

    Args:
        text: the line.
        run: labels and cells, one right after the other.
        count: how many labels are among them.
        end: where the last of these ends.
        opens: whether the line goes on with the heading of a section that holds a table, or holds it.
        first: where that heading ends.
    """
    if not run:
        return []
    cells = _CELLS.match(text, end)
    assert cells is not None
    words = cells.group().strip(SPACES)
    if words:
        at = text.find(words, end)
        run.append((at, at + len(words)))
    glued = any(above[1] == below[0] for above, below in pairwise(run))
    opens = opens and len(run) > count and not text[first : run[0][0]].strip(SPACES)
    return run if glued and (count >= _FEWEST or opens) else []


def _heading_length(line: Line) -> int:
    """Where the heading of a section with a table ends in its line; 0 where the line has none."""
    for title in _WITH_TABLE:
        at = line.text.find(title) if line.marker is not None else -1
        if at >= 0:
            return at + len(title)
    return 0


_WRITTEN: Final = {
    "（": "[（(]", "）": "[）)]", "“": "[“”\"]?", "”": "[“”\"]?", "、": "[、，,]?", "，": "[、，,]?", "：": "[：:]?",
    ".": "[.．、]?", "他": "[他它]", "/": "[/／]?",
}  # fmt: skip


@cache
def _label_pattern() -> re.Pattern[str]:
    """Finds each label of the tables, the longest that stands at a place, however its signs are typed."""
    longest_first = sorted(set(labels()), key=len, reverse=True)
    written = [" ?".join([_WRITTEN.get(sign, re.escape(sign)) for sign in label]) for label in longest_first]
    return re.compile("|".join(written))
