"""Lines that a converter broke at each inline element, and labels that stand one character a line.

``2004`` / ``年`` / ``5`` / ``月`` is a date in a sentence, ``三`` / ``、`` / ``本`` / ``年`` / ``度`` a label.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.line import Line
from govreport.words.disclosure_labels import fold, labels
from govreport.words.patterns import late
from govreport.words.stops import CLAUSE_END, STOPS

_NUMBER_MAX: Final = 13  # characters
_NUMBER: Final = re.compile(r"\d{1,8}(?:[.．]\d{1,4})?")
_COUNTED: Final = frozenset("年月日号时分条款项件次名个人家户期篇类份起册页辆台亩吨元万亿米多余%％种场处部只")
"""What a number goes on with, where it stands alone on its line."""
_UNSTOPPED_MIN: Final = 6  # characters of what follows a number at the end of a sentence that has no stop

_LABEL_MAX: Final = 12  # lines of a label that stands upright
_LABEL_MIN: Final = 3
_NARROW: Final = 3  # characters of the widest of them
_LABELS: Final = frozenset(map(fold, labels()))
_LABEL_STARTS: Final = frozenset(label[0] for label in _LABELS) | {""}  # 、 is folded away
_UPRIGHT_MIN: Final = 5  # different characters of one that the form does not have
_IDEOGRAPHS: Final = late("[\u4e00-\u9fff、（）]{1,3}")
_SIGNS: Final = frozenset("无有是否、（）")


def inline_breaks(lines: list[Line]) -> set[int]:
    """Find the lines that go on with the one above, since a converter put every inline element on a line.

    Args:
        lines: a text's lines, in order.

    Returns:
        Their indices.
    """
    found: set[int] = set()
    floor = 0  # index after the last of them
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > _NUMBER_MAX or index < floor:
            continue
        if line.first.isdecimal():
            end = _end_of_count(lines, index) if _counts(lines, index) else 0
            if end and index and not _is_apart(lines[index - 1]) and _leads_in(lines[index - 1]):
                found.add(index)
        elif text == "第":
            end = 0
            if index and index + 1 < len(lines) and _NUMBER.fullmatch(lines[index + 1].text):
                found.update((index, index + 1))
        elif len(text) <= _NARROW and not line.first.isascii():
            end = _end_of_label(lines, index)
        else:
            continue
        if end:
            found.update(range(index + 1, end))
        floor = max(index + 1, end)
    return found


def _is_apart(line: Line) -> bool:
    """True where a blank line stands below a line."""
    return line.trail.count("\n") > 1


def _leads_in(line: Line) -> bool:
    """True where a number below a line can go on with it: it is no heading, and no sentence ends there."""
    if line.last in STOPS:
        return False
    return line.marker is None or not line.marker.family.opens_document or CLAUSE_END.search(line.text) is not None


def _end_of_count(lines: list[Line], index: int) -> int:
    """Index after the last piece of a sentence that begins with a number on its line; 0 where there is none.

    A table has numbers with their units too, but no clause ends there.
    """
    at = index
    while _counts(lines, at):
        words = lines[at + 1].text
        if CLAUSE_END.search(words) is not None or len(words) >= _UNSTOPPED_MIN:
            return at + 2
        at += 2
        if words[-1] in STOPS or at - index > 2 * _LABEL_MAX:
            break
        if at < len(lines) and not _NUMBER.fullmatch(lines[at].text):
            return at + 1 if len(lines[at].text) > _NARROW and words in "年月日" and lines[at].marker is None else 0
    return 0


def _counts(lines: list[Line], at: int) -> bool:
    """True for a number alone on its line that the next line goes on with."""
    if at + 1 >= len(lines) or lines[at + 1].first not in _COUNTED or _is_apart(lines[at]):
        return False
    return _NUMBER.fullmatch(lines[at].text) is not None


def _end_of_label(lines: list[Line], index: int) -> int:
    """Index after the last line of a label that stands upright; 0 where none begins."""
    if index + _LABEL_MIN > len(lines) or len(lines[index + 1].text) > _NARROW or len(lines[index + 2].text) > _NARROW:
        return 0
    words: list[str] = []
    for line in lines[index : index + _LABEL_MAX]:
        if len(line.text) > _NARROW or not _IDEOGRAPHS.fullmatch(line.text):
            break
        words.append(line.text)
    if len(words) < _LABEL_MIN:  # as where numbers stand below, of a table
        return 0
    if fold(words[0][0]) in _LABEL_STARTS:
        for size in range(_LABEL_MIN, len(words) + 1):
            if fold("".join(words[:size])) in _LABELS:
                return index + size
    upright = 0
    while upright < len(words) and len(words[upright]) == 1:
        upright += 1
    return index + upright if len(set(words[:upright]) - _SIGNS) >= _UPRIGHT_MIN else 0
