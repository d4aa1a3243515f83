"""Page numbers and running lines: what stands at the head or the foot of each page and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from govreport.parsing.line import Line
from govreport.words.blanks import PAGE_MARK_STARTS, is_page_mark
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_organ

_OUTERMOST: Final = 2  # lines at either end of a page that may be running
_LONGEST: Final = 60  # characters of a running line
_SHORTEST: Final = 4
_TIMES: Final = 2  # pages that a running line stands on, and
_SHARE: Final = 0.3  # share of all
_WITHOUT_NUMBERS: Final = 3  # pages that it stands on where nothing else shows where pages end
_LONG_ENOUGH: Final = 6  # characters of such a line
_NUMBER: Final = re.compile(r"\d{1,4}")
_COLUMNS: Final = re.compile(r"\S[ \u3000\u00a0]{3}")  # of a table
_PAGE_BREAK: Final = "\f"


def running_lines(lines: list[Line], text: str) -> list[bool]:
    """Tell which lines are page numbers and running lines.

    Args:
        lines: a text's lines, in order.
        text: the text.

    Returns:
        One flag a line.
    """
    flags = [line.first in PAGE_MARK_STARTS and is_page_mark(line.text) for line in lines]
    breaks = [index for index, line in enumerate(lines) if _PAGE_BREAK in line.trail] if _PAGE_BREAK in text else []
    for index in breaks:
        _mark_number(lines, index, flags)
    if breaks or sum(flags) >= _TIMES:
        for from_end in (False, True):
            _mark_outermost(lines, _pages(lines, flags), flags, from_end)
    elif len(lines) > 2 * _WITHOUT_NUMBERS:
        _mark_letterhead(lines, flags)
    return flags


def _mark_number(lines: list[Line], index: int, flags: list[bool]) -> None:
    """Mark digits alone on a page's last line or on the next page's first."""
    for at in (index, index + 1):
        if at < len(lines) and _NUMBER.fullmatch(lines[at].text):
            flags[at] = True
            return


def _pages(lines: list[Line], flags: list[bool]) -> list[list[int]]:
    """The lines of each page, without those that are known to be running."""
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if not flags[index]:
            pages[-1].append(index)
        if (_PAGE_BREAK in line.trail or is_page_mark(line.text)) and pages[-1]:
            pages.append([])
    return [page for page in pages if page]


def _mark_outermost(lines: list[Line], pages: list[list[int]], flags: list[bool], from_end: bool) -> None:
    """Mark the lines that stand first, or last, on several pages."""
    for _ in range(_OUTERMOST):
        ends = [page[-1] if from_end else page[0] for page in pages if page]
        counts = Counter(_key(lines[index].text) for index in ends if _can_run(lines[index]))
        often = {key for key, count in counts.items() if count >= max(_TIMES, _SHARE * len(pages))}
        for page in pages:
            at = -1 if from_end else 0
            if not page or _key(lines[page[at]].text) not in often or not _can_run(lines[page[at]]):
                continue
            if page[at] or _stands_over_title(lines):
                flags[page[at]] = True
            del page[at]
        if not often:
            return


def _mark_letterhead(lines: list[Line], flags: list[bool]) -> None:
    """Mark the first line of a text where it comes again and again, as the head of each page."""
    head = lines[0].text
    if len(head) < _LONG_ENOUGH or not _can_run(lines[0]) or is_organ(head):
        return
    again = [index for index, line in enumerate(lines) if line.text == head]
    if len(again) < _WITHOUT_NUMBERS or any(after - index < _OUTERMOST for index, after in pairwise(again)):
        return
    for index in again if _stands_over_title(lines) else again[1:]:
        flags[index] = True


def _stands_over_title(lines: list[Line]) -> bool:
    """True where the first line is no title itself, since one stands below it."""
    return len(lines) > 1 and not ends_in_kind(lines[0].text) and ends_in_kind(lines[1].text)


def _can_run(line: Line) -> bool:
    text = line.text
    if not _SHORTEST <= len(text) <= _LONGEST or line.marker is not None or line.last in "。；：:，,、":
        return False
    return _COLUMNS.search(text) is None and "|" not in text


def _key(text: str) -> str:
    """What the lines at the heads of two pages have in common: all but the numbers."""
    return _NUMBER.sub("0", "".join(text.split()))
