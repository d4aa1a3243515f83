"""Markdown as converters write it: whether a text is Markdown, and the marks of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.parsing.hints import TitleMark
from govreport.parsing.marks.found import Found
from govreport.parsing.marks.front_matter import end_of_front_matter
from govreport.parsing.marks.inline import Bold, Inline, read_inline
from govreport.parsing.marks.pipes import DASHES, add_pipe_tables
from govreport.parsing.reading_copy import Cut
from govreport.words.blanks import is_page_mark
from govreport.words.patterns import late

# --- whether a text is Markdown --------------------------------------------------------------------------------------

_HEADING: Final = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){0,3}(?:#{1,6}[ \t]{1,8}\S|#{2,6}[^\s#!])", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^[^\n]{2,60}\n={3,200}[ \t\r]*$", re.MULTILINE)
_LINK: Final = late(r"\]\((?:<?(?:https?|javascript|mailto):|/|#|\.{1,2}/)|!\[[^\[\]\n]{0,300}\]\(")
_ESCAPE: Final = re.compile(r"\\[\\`*_{}\[\]()#+.!|<>~-]")
_LEAST: Final = 2  # characters of bold words that say that a text is Markdown; one alone may be a mask: **省**市


def is_markdown(text: str) -> bool:
    """Tell by its marks whether a text is Markdown.

    Args:
        text: the text.
    """
    if end_of_front_matter(text):
        return True
    if "#" in text and _HEADING.search(text):
        return True
    if "=" in text and "===" in text and _UNDERLINED.search(text):
        return True
    if "]" in text and "](" in text and _LINK.search(text):
        return True
    if "\\" in text and _ESCAPE.search(text):
        return True
    if "|" in text and "--" in text and DASHES.search(text):
        return True
    return "*" in text and "**" in text and _has_bold_words(text)


def _has_bold_words(text: str) -> bool:
    """True where more lines have bold words at one of their ends than stars without a partner."""
    words = strays = 0
    for start, end in _lines(text):
        if text.find("**", start, end) < 0:
            continue
        line = read_inline(text, start, end)
        strays += line.stray
        words += any(_shows(text, start, end, bold) for bold in line.bold)
    return words > strays


def _shows(text: str, start: int, end: int, bold: Bold) -> bool:
    if bold.last - bold.first < _LEAST:
        return False
    before, after = text[start : bold.start].strip(), text[bold.end : end].strip()
    return not before or not after or (before[-1] in "。；;" and text[bold.last - 1] in "。：:")


def _lines(text: str, from_: int = 0) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end, without what is blank before and after."""
    for match in _LINE.finditer(text, from_):
        yield match.span()


_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")

# --- its lines -------------------------------------------------------------------------------------------------------

_HASHES: Final = late(r"#{1,6}(?=[ \t\u3000]|[^\s#])[ \t\u3000]{0,8}")
_LAST_HASHES: Final = re.compile(r"[ \t]{1,8}#{1,6}$")
_DASH: Final = late(r"[-*+•][ \t\u3000]{1,8}(?:\[[ xX]\][ \t]{1,8})?")
_QUOTE: Final = re.compile(r">[ \t]{0,4}")
_RULE: Final = re.compile(r"(?:[-*_][ \t]{0,4}){3,200}|`{3,8}[a-z]{0,12}|~{3,8}")
_UNDERLINE: Final = re.compile(r"={3,200}|-{3,200}")
_CONTENTS: Final = re.compile(r"(?:[-*+] )?\[[^\[\]\n]{1,200}\]\(#[^()\n]{0,300}\)")
"""A line of a list of contents: a link to a heading of the same text."""
_REFERENCE: Final = re.compile(r"\[[^\[\]\n]{1,60}\]: {1,4}<?(?:https?:|/|#)[^\s]{0,2000}")
_DEEP: Final = 8  # marks that a line may begin with
_UNDERLINED_MOST: Final = 60  # characters of a line that dashes below make a heading
_BOLD_SHARE: Final = 0.5  # of a text's characters from which on bold type says nothing


def add_markdown(text: str, found: Found) -> None:
    """Find the marks of Markdown in a text.

    Args:
        text: the text, which is Markdown.
        found: gets what is found.
    """
    tables = add_pipe_tables(text, found)
    bold: list[tuple[int, int, bool]] = []
    table = 0
    above: tuple[int, int] | None = None  # the line right above, where it is a paragraph's
    for start, end in _lines(text, end_of_front_matter(text)):
        while table < len(tables) and tables[table][1] <= start:
            table += 1
        if table < len(tables) and tables[table][0] <= start:
            cell = read_inline(text, start, end)
            found.cuts += cell.cuts
            found.hints.links += cell.leads
            above = None
            continue
        if above is not None and text.count("\n", above[1], start) > 1:
            above = None
        if _is_rule(text, start, end, above, found):
            above = None
            continue
        first, level = _add_block_marks(text, start, end, found)
        if level:
            _add_level(found, first, level)
        line = read_inline(text, first, end)
        found.cuts += line.cuts
        found.hints.links += line.leads
        if line.bold and not level:
            bold.append(_emphasis(text, first, end, line))
        above = None if level else (first, end)
    _add_bold(text, bold, found)
    _mark_title(found)


def _is_rule(text: str, start: int, end: int, above: tuple[int, int] | None, found: Found) -> bool:
    """Cut a line that is no text: a rule, the underline of a heading, a fence, a link in contents, an address."""
    line = text[start:end]
    if line[0] not in "-*+_`~=[" or is_page_mark(line):
        return False
    if above is not None and above[1] - above[0] <= _UNDERLINED_MOST and _UNDERLINE.fullmatch(line):
        _add_level(found, above[0], 1 if line[0] == "=" else 2)
    elif not any(pattern.fullmatch(line) for pattern in (_RULE, _REFERENCE, _CONTENTS)):
        return False
    found.cuts.append(Cut(start, end))
    return True


def _add_block_marks(text: str, start: int, end: int, found: Found) -> tuple[int, int]:
    """Cut the marks that a line begins with; give where its words begin, and its level as a heading, 0 for none."""
    at, level = start, 0
    for _ in range(_DEEP):
        mark = _block_mark(text, at, end)
        if mark is None:
            break
        found.cuts.append(Cut(at, mark.end()))
        if text[at] == "#":
            level = len(mark[0].rstrip(" \t\u3000"))
        at = mark.end()
        if level:
            break
    if level and (last := _LAST_HASHES.search(text, max(at, end - 16), end)) is not None:
        found.cuts.append(Cut(last.start(), end))
    if text[end - 1] == "\\" and end - 1 > at:
        found.cuts.append(Cut(end - 1, end))  # a line end that is kept
    return at, level


def _block_mark(text: str, at: int, end: int) -> re.Match[str] | None:
    sign = text[at : at + 1]
    mark: re.Match[str] | None = None
    if sign == "#":
        mark = _HASHES.match(text, at, end)
    elif sign == ">":
        mark = _QUOTE.match(text, at, end)
    elif sign in ("-", "*", "+", "•") and sign and not is_page_mark(text[at:end]):
        mark = _DASH.match(text, at, end)
    return mark if mark is not None and (mark.end() < end or sign == ">") else None


def _emphasis(text: str, first: int, end: int, line: Inline) -> tuple[int, int, bool]:
    """Where the bold words that a line begins with begin and end, and whether they are all of it."""
    if line.bold[0].start > first:
        return (0, 0, False)
    last = line.bold[0]
    for bold in line.bold[1:]:
        if text[last.end : bold.start].strip():
            break
        last = bold
    return first, last.last, not text[last.end : end].strip()


def _add_level(found: Found, at: int, level: int) -> None:
    found.hints.levels[at] = level
    found.hints.headings.add(at)


def _add_bold(text: str, lines: list[tuple[int, int, bool]], found: Found) -> None:
    """Take lines that begin with bold words for headings, where not most of the text is bold."""
    if sum(last - first for first, last, _ in lines) > _BOLD_SHARE * len(text):
        return
    for first, last, whole in lines:
        if whole:
            found.hints.headings.add(first)
        elif last > first:
            found.hints.ends[first] = last


def _mark_title(found: Found) -> None:
    """Take the one heading of the first level for the title, where it is the first and others stand under it."""
    levels = found.hints.levels
    if not levels:
        return
    first, level = min(levels.items())
    if level == min(levels.values()) and list(levels.values()).count(level) == 1:
        found.hints.titles[first] = TitleMark(first, named=True)
