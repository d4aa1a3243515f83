"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, Generic, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class LatePattern(Generic[AnyStr]):
    """Stands for a compiled pattern, and has its methods and attributes once one of them is asked for.

    The methods are the pattern's own from then on, so that a call costs what it costs there.
    """

    __slots__ = (*_METHODS, "_compiled", "_flags", "_text")

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    @property
    def pattern(self) -> AnyStr:
        """The pattern as it is written, for others that take it in."""
        return self._text

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern; threads that come here at once get equal ones."""
        if name == "_compiled":  # that it is not there yet
            raise AttributeError(name)
        compiled = getattr(self, "_compiled", None) or re.compile(self._text, self._flags)
        self._compiled = compiled
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a pattern that is compiled when it is first used.

    It is for patterns that most pages have no use for: to compile one with several sets of Chinese characters takes as
    long as to parse a page, and there are a hundred of them.

    Args:
        text: the pattern, as `re.compile` takes it; what is wrong in it shows at its first use.
        flags: those of `re`.

    Returns:
        What has the methods of a compiled pattern, though it is none for ``isinstance``.
    """
    return cast("re.Pattern[AnyStr]", LatePattern(text, flags))
