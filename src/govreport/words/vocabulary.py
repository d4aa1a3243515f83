"""How a list of words becomes a pattern, in one guarded place."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = r"[ \u00a0\u3000]"
"""A blank within a line as pages have it, as the inside of a pattern."""


def one_of(*groups: Iterable[str]) -> str:
    """Give the inside of a pattern that matches any of some words, the longest first.

    Args:
        groups: words, as they stand in pages.

    Raises:
        ValueError: there is no word, or an empty one: the pattern would match anywhere.
    """
    words = sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word))
    if not words or not words[-1]:
        raise ValueError("a pattern needs words, and none of them empty")
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def first_signs(*groups: Iterable[str]) -> frozenset[str]:
    """The characters that some words begin with: one look tells most lines from them."""
    return frozenset(word[0] for group in groups for word in group)


def by_first_sign(*groups: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Some words by the characters that they begin with: of many, the few that a text can begin with."""
    found: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(word for group in groups for word in group):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def begins_with(text: str, words: dict[str, tuple[str, ...]]) -> bool:
    """True where a text begins with one of some words, which `by_first_sign` has sorted."""
    return text.startswith(words.get(text[:1], ()))


def by_last_sign(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Some words by the characters that they end with: of many, the few that a text can end in."""
    found: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(words):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


def last_signs(*groups: Iterable[str]) -> frozenset[str]:
    """The characters that some words end with."""
    return frozenset(word[-1] for group in groups for word in group)
