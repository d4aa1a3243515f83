"""What counts as white space, and how a piece of source reads without it."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late

SPACES: Final = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)
"""What counts as white space: Unicode's, with the zero-width space and the byte order mark."""

# White space that lays a page out rather than parts words: line ends, NBSP, U+3000, tabs, runs of two or more.
_LAYOUT: Final = re.compile(r"[\s\u200b\ufeff]{2,}|[^\S ]|[\u200b\ufeff]")


def clean(text: str) -> str:
    """Give a piece of source as a reader would copy it.

    Args:
        text: a piece of the source.

    Returns:
        The text on one line: a line broken for layout is joined, a page number between two lines left out,
        runs of layout spaces removed (kept as one space between two words in Latin letters or digits).
        A single ordinary space stays.
    """
    if " ".join(text.split()) == text and "\u200b" not in text and "\ufeff" not in text:  # the usual case, fast
        return text
    if "\n" in text:
        text = "\n".join(line for line in text.split("\n") if not is_page_mark(line.strip()))
    return _LAYOUT.sub(_joint, text.strip())


def _joint(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    return " " if _is_latin(before) and _is_latin(after) else ""


def _is_latin(sign: str) -> bool:
    """True for a Latin letter or a digit, in either width."""
    return sign.isalnum() and (sign.isascii() or "０" <= sign <= "ｚ")


_PAGE_MARK: Final = late(
    r"[-—－–~]{1,2} ?\d{1,4} ?[-—－–~]{1,2}"
    r"|[Pp](?:age)?\.? ?\d{1,4}(?: ?[-/—] .{0,60})?"
    r"|第 ?\d{1,4} ?页(?:[,，/ ]?共 ?\d{1,4} ?页)?"
)
PAGE_MARK_STARTS: Final = frozenset("-—－–~Pp第")
"""What such a line begins with: one look tells nearly all others from it."""
_PAGE_MARK_MAX: Final = 80  # characters


def is_page_mark(text: str) -> bool:
    """True where a line is nothing but a page number that a PDF left: ``- 3 -``, ``— 3 —``, ``P. 9``, ``第 3 页``."""
    return text[:1] in PAGE_MARK_STARTS and len(text) < _PAGE_MARK_MAX and _PAGE_MARK.fullmatch(text) is not None
