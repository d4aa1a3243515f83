"""Which lines of an HTML page its head, or the way they are set, shows as the title."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.sources.page_text import PageText

_TITLE_LINES: Final = 300  # lines among which the title that the head names is looked for
_TITLE_LEVEL: Final = 3  # down to which headings of HTML are set like a title
_TITLE_PARTS: Final = re.compile(r"[_|｜—–]|\s-\s|-(?=[\u4e00-\u9fff]*(?:政府|网|厅|局|委员会)[^-]*$)")
_TITLE_PARTS_MOST: Final = 20  # that are looked for in the text
_TITLE_NAMES: Final = ("articletitle", "title", "og:title")
_GLANCE: Final = 12  # characters at the beginning of a line by which most are seen not to be the title
_SAME_LINES: Final = 4  # lines over which a title may be broken


def mark_titles(page: PageText, meta: dict[str, str]) -> None:
    """Note the lines that the head names as the title, and those set like one.

    Args:
        page: an HTML page, read.
        meta: what its head says.
    """
    for start, level in page.levels.items():
        if level <= _TITLE_LEVEL:
            page.hints.titles[start] = TitleMark(start, named=False)
    names = _names(meta)
    firsts = {name[0] for name in names}
    lines = page.lines[:_TITLE_LINES]
    for first, line in enumerate(lines):
        if not _may_begin(line, firsts) or not (head := _bare(line)):
            continue
        for name in names:
            if not name.startswith(head):
                continue
            joined, end = head, first + 1
            while joined != name and end < min(first + _SAME_LINES, len(lines)):
                if not name.startswith(joined + (more := _bare(lines[end]))):
                    break
                joined += more
                end += 1
            if joined == name:
                page.hints.titles[page.words[first]] = TitleMark(page.words[end - 1], named=True)
                break


def _names(meta: dict[str, str]) -> list[str]:
    """What the head calls the document: ArticleTitle, else the parts of ``<title>`` that are not the site's."""
    lower = {name.lower(): value for name, value in meta.items()}
    site = {_bare(lower.get(name, "")) for name in ("sitename", "columnname")}
    for key in _TITLE_NAMES:
        value = lower.get(key, "")
        parts = [value] if key != "title" else [value, *_TITLE_PARTS.split(value)]
        names = [name for part in parts[:_TITLE_PARTS_MOST] if len(name := _bare(part)) >= 4 and name not in site]
        if names:
            return names
    return []


def _may_begin(line: str, firsts: set[str]) -> bool:
    """True for a line that, bare, may begin with one of some characters: most do not, and need no longer look."""
    first = line[:1]
    if not "\u4e00" <= first <= "\u9fff":  # an ideograph is the same in all widths
        first = _bare(line[:_GLANCE])[:1]
    return first in firsts or not first


def _bare(text: str) -> str:
    """The letters and digits of a text, of one width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
