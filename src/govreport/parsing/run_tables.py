"""Statutory tables whose lines ran together: cut at their labels, which are known.

``规章000行政规范性文件308`` becomes the lines 规章, 000, 行政规范性文件, 308.  Which numbers such digits are is not
asked here: `govreport.statistics` tells it where the form's sums do.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

import regex

from govreport.parsing.line import GridLine, Line, TableLine
from govreport.parsing.looks import is_row
from govreport.words.blanks import SPACES
from govreport.words.disclosure_form import SECTIONS
from govreport.words.disclosure_labels import labels
from govreport.words.patterns import late
from govreport.words.section_numbers import HAN

_ACTS: Final = re.compile("行政[许处复诉]")
_UNIT: Final = " 单位 "
_INDICATORS: Final = late(r"[^\s。；，：]{2,24} (?=(?:统计)?(?:指标|项目)(?:名称)? 单位 .{1,400}\d)")
"""A heading with the header of a table of indicators behind it."""
_FEWEST: Final = 3  # labels, one right after the other but for cells, that make a table
_WITH_TABLE: Final = tuple(title for title, _ in SECTIONS[1:4])
"""The sections that hold the tables: there one label is enough."""
_CELLS: Final = regex.compile(
    r"(?:[ \t\u3000\u00a0]{0,4}(?:\d[\d,，.．]{0,40}|[-—－/／]{1,4})(?![\d年月日件条个次]))*+"
)
_FOREIGN: Final = late(r"[^\d。；;：:，,]{2,24}\d[\d,.]{0,30}[ \u3000]{0,4}")
"""A row of an office's own between two of the form's: words and a number."""


def split_run_tables(lines: list[Line]) -> list[Line]:
    """Cut the lines that hold a statutory table, whole or in part, at its labels and cells.

    Args:
        lines: a document's lines, in order.

    Returns:
        The lines; labels and cells that were cut off are `TableLine`, and the heading before them a line of its own.
    """
    for line in lines:
        if "行政" in line.text or "申请" in line.text:  # each report with a table has them, most other texts have not
            break
    else:
        return lines
    out: list[Line] = []
    section: Line | None = None  # the last that 一、 or its like begins
    for line in lines:
        marker = line.marker
        if marker is not None and marker.family is HAN:
            section = line
        spans = None
        if marker is not None and _UNIT in line.text:
            header = _INDICATORS.search(line.text, marker.length)
            spans = None if header is None else [(header.end(), len(line.text))]
        elif _has_word(line.text) and not isinstance(line, GridLine) and not is_row(line.text):
            inside = section is not None and any(title in section.text for title in _WITH_TABLE)
            # A line that goes on with the heading of its section, or holds it.
            opens = marker is not None or bool(out and "\n" not in out[-1].trail + line.lead)
            spans = _spans(line, inside, opens)
        if spans is None:
            out.append(line)
        else:
            out += _cut(line, spans)
    return out


def _has_word(text: str) -> bool:
    """True where a line has a word of which each table has one; one sign of it is found faster than all of them."""
    return (
        ("政" in text and _ACTS.search(text) is not None)
        or ("件" in text and ("件数" in text or "规范性文件" in text))
        or ("申" in text and ("申请数量" in text or "申请人情况" in text))
        or ("予" in text and "予以公开" in text)
        or ("维" in text and "结果维持" in text)
    )


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
    fewest = (1 if opens else 2) if inside else _FEWEST
    first = _heading_length(line) if inside else 0
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []  # of the table that is open
    count = end = 0  # of labels in it; where the last of them ends
    for match in _label_pattern().finditer(text, first):
        if run:
            between = _cell(text, end, match.start(), inside)
            if between is None:
                found += _table(text, run, count, end, fewest, first)
                run, count = [], 0
            elif between[0] < between[1]:
                run.append(between)
        run.append(match.span())
        count += 1
        end = match.end()
    return (found + _table(text, run, count, end, fewest, first)) or None


def _cell(text: str, start: int, end: int, inside: bool) -> tuple[int, int] | None:
    """Where the cells between two labels stand; None where something else does."""
    gap = text[start:end]
    words = gap.strip(SPACES)
    if words and _CELLS.fullmatch(gap) is None and not (inside and _FOREIGN.fullmatch(gap)):
        return None
    at = start + gap.find(words) if words else start
    return at, at + len(words)


def _table(
    text: str, run: list[tuple[int, int]], count: int, end: int, fewest: int, first: int
) -> list[tuple[int, int]]:
    """The labels and cells of a table that ran together, with the cells behind its last label; none where it is none.

    Args:
        text: the line.
        run: labels and cells, one right after the other.
        count: how many labels are among them.
        end: where the last of these ends.
        fewest: how many labels are a table at least, where cells stand among them and nothing before them.
        first: where the heading of a section ends that is in the line.
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
    alone = len(run) > count >= fewest and not text[first : run[0][0]].strip(SPACES)
    return run if glued and (count >= _FEWEST or alone) else []


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


_BRACKETS: Final = {"（": "（(", "）": "）)"}


@cache
def _label_pattern() -> re.Pattern[str]:
    """Finds each label of the tables, the longest that stands at a place, however its signs are typed."""
    written: dict[str, list[str]] = {}  # what follows the sign that a label begins with
    for label in sorted(set(labels()), key=len, reverse=True):
        signs = [_WRITTEN.get(sign, re.escape(sign)) for sign in label[1:]]
        for first in _BRACKETS.get(label[0], label[0]):
            written.setdefault(first, []).append(" ?".join(["", *signs]))
    # The signs stand at the head, so that a place that has none of them is passed over at once.
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in written.items()))
