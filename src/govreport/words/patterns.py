"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, Generic, cast

_OWN: Final = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "flags", "groups", "groupindex",
)  # fmt: skip
"""What a compiled pattern has, but for ``pattern`` and ``scanner``."""


class LatePattern(Generic[AnyStr]):
    """Stands for a compiled pattern, and has its methods and attributes once one of them is asked for.

    The methods are the pattern's own from then on, so that a call costs what it costs there.
    """

    __slots__ = (*_OWN, "_flags", "_text")

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    @property
    def pattern(self) -> AnyStr:
        """The pattern as it is written, for others that take it in."""
        return self._text


class _Uncompiled(LatePattern[AnyStr]):
    """One that nobody has asked for anything.

    It changes its class when somebody does: where a class has `__getattr__`, what is there is found slowly too.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern; threads that come here at once get equal ones."""
        compiled = re.compile(self._text, self._flags)
        for own in _OWN:
            setattr(self, own, getattr(compiled, own))
        self.__class__ = LatePattern  # type: ignore[assignment]
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
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))
