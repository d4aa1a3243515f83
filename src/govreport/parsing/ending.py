"""Where a document ends and the site begins again.

That is the first line that looks like the site's and has next to no text after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from govreport.parsing.hints import Hints
from govreport.parsing.line import Line
from govreport.parsing.looks import is_echo, is_sentence, is_written_date_line
from govreport.words.blanks import is_page_mark
from govreport.words.page_furniture import STRONG, is_widget, opens_back

_AFTER_SHARE: Final = 0.08  # of a document's running text that may follow the line where the back begins
_UNIT_WEIGHT: Final = 20  # characters of running text that a numbered line counts for beside its own
_DATE_WEIGHT: Final = 60  # and a date alone on its line
_LATEST_SHARE: Final = 0.5  # of a text's lines after which a strong sign begins the back, whatever follows
# A text for sharing gives the document's beginning again: so long at least, with so much running text after it at most.
_ECHO_MIN: Final = 200
_ECHO_MOST: Final = 2000
_STRONG_MAX: Final = 400  # characters of a line that a strong sign makes the footer's


def find_ending(lines: list[Line], body: int, source: str, hints: Hints | None = None) -> int:
    """Find the first line after a document.

    Args:
        lines: the text's lines, in order.
        body: index of the document's first line.
        source: the text.
        hints: what the markup says; None where there was none.

    Returns:
        Its index; the number of lines where the document goes on to the end.
    """
    back = _back(lines, body, source)
    if hints is not None and hints.foot is not None:
        return max(body, min(back, bisect_left([line.start for line in lines], hints.foot)))
    return back


def _back(lines: list[Line], body: int, source: str) -> int:
    """Index of the first line of the back: the first that looks like the site's and has next to no text after it."""
    total = len(lines)
    after = _text_after(lines, body, source)
    strong = _strong(lines, body, source)
    limit = _AFTER_SHARE * after[0]
    for index in range(body + 1 if body < total else body, total):
        rest = after[index - body]
        if index >= strong:
            if after[0] > 2 * rest or index > total * _LATEST_SHARE:
                return _back_up(lines, index, body)
        elif rest <= limit and opens_back(lines[index].text):
            return _back_up(lines, index, body)
    # A page number that closes the last page.
    while total > body + 1 and is_page_mark(lines[total - 1].text):
        total -= 1
    return total


def _text_after(lines: list[Line], body: int, source: str) -> list[int]:
    """For each line from the body's first, and for the end: how much text stands from there on, in characters."""
    weights = [0]
    after = 0
    for index in range(len(lines) - 1, body - 1, -1):
        line = lines[index]
        size = len(line.text)
        if line.marker is not None:
            after += size + _UNIT_WEIGHT
        elif is_sentence(line.text):
            if after > _ECHO_MOST or size <= _ECHO_MIN or index == body or not is_echo(line.text, source, line.start):
                after += size
        elif is_written_date_line(line.text):
            after += _DATE_WEIGHT
        weights.append(after)
    weights.reverse()
    return weights


def _back_up(lines: list[Line], index: int, body: int) -> int:
    """Take page tools, page numbers and an empty 附件： just above the back's first line into the back."""
    while index > body + 1:
        text = lines[index - 1].text
        if not (text in ("附件：", "附件:") or is_page_mark(text) or is_widget(text)):
            break
        index -= 1
    return index


def _strong(lines: list[Line], body: int, source: str) -> int:
    """Index of the first line after the body's first that only a footer holds."""
    if body >= len(lines):
        return len(lines)
    start = lines[body].end
    places = []
    for sign, rarest in STRONG.items():
        at = source.find(rarest, start)  # a tenth of what finding the whole costs
        if at >= 0:
            at = source.find(sign, max(start, at - len(sign)))
        if at >= 0:
            places.append(at)
    for at in sorted(places):
        index = bisect_right(lines, at, key=lambda line: line.start) - 1
        if len(lines[index].text) < _STRONG_MAX:
            return index
    return len(lines)
