"""What is said where JSON, or a tree, is no report."""

from __future__ import annotations

import json
from typing import Final

MAX_DEPTH: Final = 100
"""Levels of nodes, the report's zones being the first, that are written and read."""
_SHOWN: Final = 40  # characters of a wrong value that a message shows


class InvalidReport(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """What was to be a report, as JSON or as a tree, is none.

    Attributes:
        path: the place, from ``$``, the whole: ``$.body.children[3].heading.ordinal``.
        expected: what should stand there.
        got: what does.
    """

    def __init__(self, path: str, expected: str, got: str) -> None:
        super().__init__(path, expected, got)
        self.path = path
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"

    def under(self, step: str) -> InvalidReport:
        """The same, seen from one step further out."""
        return InvalidReport(step + self.path, self.expected, self.got)


def shown(value: object) -> str:
    """A value as a message shows it."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "an array"
    try:
        text = json.dumps(value[:_SHOWN] if isinstance(value, str) else value, ensure_ascii=False)
    except (TypeError, ValueError):  # no JSON: only a dict or a tree made by hand can hold it
        return f"a Python {type(value).__name__}"
    return encodable(text)


def too_deep() -> InvalidReport:
    return InvalidReport("", f"at most {MAX_DEPTH} levels of nodes", "more")


def encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # \udc80 is the JSON of a lone surrogate and Python's escape alike
        return text.encode("utf-8", "backslashreplace").decode()
    return text
