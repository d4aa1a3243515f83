"""What the outline is not sure of: whether a unit has a heading, and whether a line is one."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.doubts.question import Question
from govreport.parsing.doubts.steps import Steps
from govreport.parsing.headings.clauses import Split
from govreport.parsing.line import Line
from govreport.parsing.outline import Unit
from govreport.words.stops import PARAGRAPH_ENDS

_LEAST: Final = 0.02  # how likely a line must be a heading to be asked about
_SHORT: Final = 30  # characters of a unit that could be a heading as it stands
_LABEL: Final = 40  # characters in which the colon of a label stands
_LONG: Final = 24  # characters of a heading that may be a sentence
_CHANCES: Final = Steps(0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
_CONFIDENCES: Final = Steps(0.6, 0.75, 0.9, 0.98)
_SCORES: Final = Steps(-6.0, -3.0, 0.0, 1.5, 2.5, 4.0)
_DIGIT: Final = re.compile("[0-9]")


def unit_questions(lines: list[Line], units: list[Unit], refused: dict[int, float]) -> list[Question]:
    """Give what was asked of lines that are headings, or could be.

    Args:
        lines: a document's lines, in order.
        units: its units.
        refused: other lines that could be headings without a number, and how likely they are.
    """
    asked: list[Question] = []
    series = _series(units)
    for at, unit in enumerate(units):
        if unit.marker is None:
            likely = unit.split.chance
            if likely is not None and likely < 1:
                asked.append(_ask("possible-heading", lines[unit.line], ["found", "found " + _CHANCES.of(likely)]))
            continue
        line = lines[unit.line]
        has = unit.split.end > unit.split.start
        looks = _of_series(has, series[at][0], series[at][1])
        if not has:
            looks += _of_item(line.text, unit.marker.length, unit.split)
        else:
            looks += _of_heading(line.text, unit.marker.length, unit.split)
            if not _holds_text(lines, units, at):
                looks.append("heading over nothing")
        if looks:
            looks.append("heading" if has else "item")
            code = "uncertain-heading" if unit.split.confidence < 1 else "possible-heading"
            asked.append(_ask(code, line, looks))
    for index, likely in refused.items():
        if likely >= _LEAST:
            asked.append(_ask("possible-heading", lines[index], ["refused", "refused " + _CHANCES.of(likely)]))
    return asked


def _holds_text(lines: list[Line], units: list[Unit], at: int) -> bool:
    """True where something follows a heading, on its line or beneath."""
    unit, text = units[at], lines[units[at].line].text
    if unit.marker is not None and unit.split.stop < len(text) - unit.marker.length:
        return True
    if at + 1 < len(units):
        return units[at + 1].line > unit.line + 1 or units[at + 1].level > unit.level
    return unit.line + 1 < len(lines)


def _ask(code: str, line: Line, looks: list[str]) -> Question:
    return Question(code, line.start, line.end, line.text, looks)


def _series(units: list[Unit]) -> list[list[int]]:
    """For each unit, how many of its series have a heading, and how many they are: one pair for all of a series."""
    open_series: list[list[int]] = []
    counts: list[list[int]] = []
    for unit in units:
        del open_series[unit.level :]
        while len(open_series) < unit.level:
            open_series.append([0, 0])
        one = open_series[-1]
        one[0] += unit.split.end > unit.split.start
        one[1] += 1
        counts.append(one)
    return counts


def _of_series(has: bool, headings: int, size: int) -> list[str]:
    """What the others of its series say of a unit's heading, or its having none; nothing where all are alike."""
    kind = "heading" if has else "item"
    if size == 1:
        return [kind + " alone in series"]
    if headings in (0, size):
        return []
    is_minority = (headings * 2 < size) if has else (headings * 2 > size)
    return [kind + (" among others" if is_minority else " among some others")]


def _of_item(text: str, length: int, split: Split) -> list[str]:
    """What speaks for a heading in a unit that has none; ``length`` is that of its marker."""
    looks = []
    if split.chance is None:
        if split.score >= _SCORES.least:
            looks.append("item score " + _SCORES.of(split.score))
    elif split.chance >= _CHANCES.least:
        looks.append("item chance " + _CHANCES.of(split.chance))
    if len(text) - length <= _SHORT and text[-1] not in PARAGRAPH_ENDS:
        looks.append("item short")
    if text.find("：", length, length + _LABEL) >= 0 or text.find(":", length, length + _LABEL) >= 0:
        looks.append("item colon")
    return looks


def _of_heading(text: str, length: int, split: Split) -> list[str]:
    """What speaks against a unit's heading, or its end; ``length`` is that of its marker."""
    title = text[length + split.start : length + split.end]
    looks = []
    if split.confidence < 1:
        looks.append("heading end " + _CONFIDENCES.of(split.confidence))
    elif split.chance is not None and split.chance >= _CHANCES.least:
        looks.append("heading chance " + _CHANCES.of(split.chance))
    if split.confidence == 1 and split.score < _SCORES.most:
        looks.append("heading score " + _SCORES.of(split.score))
    is_long = len(title) > _LONG
    if is_long:
        looks.append("heading long")
    if not title.isalpha():  # as most are
        if "，" in title or "," in title:
            looks.append("heading comma, long" if is_long else "heading comma")
        if _DIGIT.search(title) is not None:
            looks.append("heading digits")
    if looks and split.stop < len(text) - length:
        looks.append("heading runs in")
    return looks
