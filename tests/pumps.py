"""Strings that make a pattern try again and again: what it repeats, over and over, then what it has no use for.

They are read off the pattern itself, as Python's own parser of patterns takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

try:
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_parse as parser

STRAY: Final = "\x01"
"""A character that no pattern asks for by name."""
_SIGNS: Final = " \u3000\t\n甲一0aA/-.<>=:：。，（)\"'&|_"  # tried one by one for what a set of characters holds
_CHOICES_MOST: Final = 3  # samples of one part of a pattern
_LONGEST_BODY: Final = 40  # characters of a sample that is repeated


class Pump(NamedTuple):
    """A string to be blown up.

    Attributes:
        prefix: what comes before.
        body: what is repeated.
        suffix: what comes after.
    """

    prefix: str
    body: str
    suffix: str

    def of(self, size: int) -> str:
        """The string of about some number of characters."""
        return self.prefix + self.body * (size // len(self.body)) + self.suffix


def pumps(pattern: str, flags: int) -> set[Pump]:
    """The strings for one pattern.

    Args:
        pattern: the pattern, without inline flags.
        flags: those of `re`.

    Raises:
        re.error: this Python's parser does not know something in the pattern (``*+`` before Python 3.11).
    """
    tree = parser.parse(pattern, flags & ~int(re.DEBUG))
    found = {("", whole) for whole in _samples(tree, flags)} | set(_repeats(list(tree), "", flags))
    return {Pump(prefix, body[:_LONGEST_BODY], suffix) for prefix, body in found if body for suffix in ("", STRAY)}


def _repeats(nodes: list[Any], prefix: str, flags: int) -> Iterator[tuple[str, str]]:
    """Each repeat with what leads to it and what it repeats."""
    for kind, value in nodes:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            inner = list(value[2])
            if value[1] > 1:
                yield from ((prefix, body) for body in _samples(inner, flags))
            yield from _repeats(inner, prefix, flags)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _repeats(list(branch), prefix, flags)
        elif name == "SUBPATTERN":
            yield from _repeats(list(value[3]), prefix, flags)
        elif name == "ATOMIC_GROUP":
            yield from _repeats(list(value), prefix, flags)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _repeats(list(value[1]), prefix, flags)
        prefix += _samples([(kind, value)], flags)[0]


def _samples(nodes: Any, flags: int) -> list[str]:
    """A few strings that a row of parts matches, each part being varied in its turn."""
    parts = [_choices(str(kind), value, flags) for kind, value in nodes]
    first = "".join([choices[0] for choices in parts])
    found = [first]
    for at, choices in enumerate(parts):
        before, after = "".join([one[0] for one in parts[:at]]), "".join([one[0] for one in parts[at + 1 :]])
        found += [before + choice + after for choice in choices[1:]]
    return list(dict.fromkeys(found))[: _CHOICES_MOST * 2]


def _choices(name: str, value: Any, flags: int) -> list[str]:
    if name == "LITERAL":
        return [chr(value)]
    if name in ("IN", "NOT_LITERAL", "ANY"):
        return _members(name, value)
    if name == "BRANCH":
        return [sample for branch in value[1] for sample in _samples(branch, flags)[:2]] or [""]
    if name == "SUBPATTERN":
        return _samples(value[3], flags)
    if name == "ATOMIC_GROUP":
        return _samples(value, flags)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        samples = _samples(inner, flags)
        return [sample * max(1, least) for sample in samples] + ([""] if least == 0 else [])
    return [""]  # a place, or what stands elsewhere


def _members(name: str, value: Any) -> list[str]:
    """Some characters of a set, of different kinds."""
    if name == "ANY":
        return ["甲", " ", "-"]
    if name == "NOT_LITERAL":
        return [sign for sign in _SIGNS if sign != chr(value)][:_CHOICES_MOST]
    negated = str(value[0][0]) == "NEGATE"
    inside = [sign for sign in _SIGNS if any(_holds(str(kind), what, sign) for kind, what in value)]
    if negated:
        return [sign for sign in _SIGNS if sign not in inside][:_CHOICES_MOST]
    named = [
        chr(what if str(kind) == "LITERAL" else what[0]) for kind, what in value if str(kind) in ("LITERAL", "RANGE")
    ]
    return (inside + named)[:_CHOICES_MOST]


_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip


def _holds(kind: str, what: Any, sign: str) -> bool:
    if kind == "LITERAL":
        return bool(what == ord(sign))
    if kind == "RANGE":
        return bool(what[0] <= ord(sign) <= what[1])
    return kind == "CATEGORY" and bool(re.match(_CATEGORIES[str(what)], sign))
