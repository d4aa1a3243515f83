"""Contents pages: lists of the headings to come, which are no headings themselves."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.line import Line
from govreport.words.patterns import late
from govreport.words.section_numbers import BOOK, CHAPTER, PART

_ENTRY_MAX: Final = 80  # characters of the longest entry
ENTRY_ENDS: Final = ".…·．-—_ \u30000123456789"
"""What an entry ends with.  A glance, for who asks of each line."""
_LEADERS: Final = late(r"(?:[.…·．]{2}|[-—_]{4})[ \u3000]{0,4}[0-9]{0,4}$")
_NAME: Final = late(r".{0,12}(?:目录|目次|目錄)[:：]?$")  # 目录, 决算公开目录, 目 录：
_NAME_ENDS: Final = frozenset("录次錄：:")
_NAME_MAX: Final = 16  # characters
_FIRST_LINES: Final = 60  # of a document, among which its contents page begins
_KEY: Final = 12  # characters by which an entry is known again
_FEWEST: Final = 3  # entries of a list that does not come again, or that no word calls a contents page
_CHAPTERS: Final = (PART, BOOK, CHAPTER)
_CODES: Final = re.compile(r"(?:TOC \\|HYPERLINK|PAGEREF)")  # of a word processor, in place of a page number
_PAGE: Final = re.compile(r"[.…·．—_-]{2}|\d{1,4}$")


def is_contents_entry(text: str) -> bool:
    """True for a line with leaders and, mostly, a page number: ``一、概述……3``."""
    return text[-1] in ENTRY_ENDS and not _is_long(text) and _LEADERS.search(text) is not None


def _is_long(text: str) -> bool:
    """True where a line is too long for an entry, its leaders not counted."""
    return len(text) > _ENTRY_MAX and len(text.rstrip(ENTRY_ENDS)) > _ENTRY_MAX


def find_contents(lines: list[Line]) -> tuple[int, int]:
    """Find a document's contents page.

    Args:
        lines: the document's lines, in order.

    Returns:
        Its first line, by index, and the one after its last: from 目录, or from its first entry where no word stands
        above it, to where that entry comes again; ``(0, 0)`` where there is none.
    """
    for index, line in enumerate(lines[:_FIRST_LINES]):
        if line.last in _NAME_ENDS and line.marker is None and _is_name(line.text):
            return index, _end_of_named(lines, index)
    return _unnamed(lines)


def _is_name(text: str) -> bool:
    return len(text) <= _NAME_MAX and _NAME.match("".join(text.split())) is not None


def _end_of_named(lines: list[Line], index: int) -> int:
    """Where a contents page ends whose name is known: where its first entry comes again, or else its last entry."""
    first = _key(lines[index + 1].flat) if index + 1 < len(lines) else ""
    for at in range(index + 2, len(lines)):
        text = lines[at].flat
        if first and not _is_long(text) and _key(text).startswith(first):
            return at
        if _is_long(text):
            break
    return _end_of_entries(lines, index + 1)


def _end_of_entries(lines: list[Line], start: int) -> int:
    """Index after the numbered lines that follow one right after the other, up to the first number come again."""
    opening = lines[start].marker if start < len(lines) else None
    for at in range(start, len(lines)):
        marker = lines[at].marker
        if marker is None or _is_long(lines[at].text) or "。" in lines[at].text:
            return at if at - start >= _FEWEST else start
        if opening is not None and at > start and (marker.family, marker.ordinal) == (opening.family, opening.ordinal):
            return at
    return len(lines) if len(lines) - start >= _FEWEST else start


def _unnamed(lines: list[Line]) -> tuple[int, int]:
    """A list of numbered lines, one right after the other, that comes again as headings with text between.

    It comes again right below; where it is one of chapters a preface may stand between.
    """
    first = 0
    end = min(len(lines), _FIRST_LINES)
    while first < end and lines[first].marker is None:
        first += 1
    if first == end:
        return 0, 0
    end = first
    while end < len(lines) and lines[end].marker is not None and not _is_long(lines[end].text):
        end += 1
    if end - first < _FEWEST:  # as nearly everywhere, where text stands between two numbers
        return 0, 0
    keys: list[str] = []
    for line in lines[first:end]:
        key = _key(line.flat)
        if not key or key == (keys[0] if keys else ""):
            break
        keys.append(key)
    end = first + len(keys)
    if len(keys) < _FEWEST or end == len(lines):
        return 0, 0
    opening = lines[first].marker
    holds_chapters = opening is not None and opening.family in _CHAPTERS  # before which a preface may stand
    if not holds_chapters and _key(lines[end].flat) != keys[0]:
        return 0, 0
    again = {_key(line.flat) for line in lines[end:] if line.marker is not None}
    return (first, end) if again.issuperset(keys) else (0, 0)


def _key(text: str) -> str:
    """A contents entry without blanks, leaders and page number, cut short."""
    codes = _CODES.search(text)
    words = "".join((text[: codes.start()] if codes is not None else text).split())
    page = _PAGE.search(words)
    return words[: page.start() if page is not None else _KEY][:_KEY]
