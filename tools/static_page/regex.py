"""Stands for the package `regex` in the browser, which has none: the patterns of govreport, run by `re`.

What `regex` reads backwards (``REVERSE``, ``(?r)``) ends where the text does, so `re` finds the same, if more slowly.
"""

from __future__ import annotations

import re
from re import IGNORECASE, MULTILINE, I, M, Match, Pattern
from typing import Any, Final

__all__ = ["IGNORECASE", "MULTILINE", "REVERSE", "I", "M", "Match", "Pattern", "compile"]

REVERSE: Final = 1 << 20
_INLINE: Final = "(?r)"


class _Backwards:
    """A pattern that is read from the end of a text."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._forwards = re.compile(rf"(?:{pattern})\Z", flags)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        """Find what a text ends with."""
        return self._forwards.search(text, pos, len(text) if endpos is None else endpos)

    match = search


def compile(pattern: str, flags: int = 0) -> Any:  # as `regex` calls it
    """Compile a pattern."""
    if pattern.startswith(_INLINE) or flags & REVERSE:
        return _Backwards(pattern.removeprefix(_INLINE), flags & ~REVERSE)
    return re.compile(pattern, flags)
