"""Which section of one report answers which of another: this year's 主要做法 and last year's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from govreport.tree.nodes import Paragraph, Section

Pair: TypeAlias = "tuple[Section | None, Section | None]"

_ALIKE: Final = 0.4
"""Share of two titles' pairs of characters that they must have in common to be one heading."""
_MOST: Final = 40_000
"""Comparisons of one list of sections with another; above it sections are paired by their place."""

_FIGURES: Final = re.compile(r"\d+|[〇○零一二三四五六七八九]{4}")


def pairs(one: Sequence[Section], other: Sequence[Section]) -> list[Pair]:
    """Pair sections that stand side by side in two reports, in the order of both.

    Args:
        one: sections of the first report, of one level.
        other: sections of the second.

    Returns:
        Each section once, with its counterpart or None: the pairing with the most in common between titles, numbers
        and years in them apart.  Numbered paragraphs are compared by their first words.
    """
    if len(one) * len(other) > _MOST:
        return list(zip_longest(one, other))
    words, others = [_pieces(section) for section in one], [_pieces(section) for section in other]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            together = best[i + 1][j + 1] + _alike(words[i], others[j])
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found: list[Pair] = []
    i = j = 0
    while i < len(one) and j < len(other):
        alike = _alike(words[i], others[j])
        if alike and best[i][j] == best[i + 1][j + 1] + alike:
            found.append((one[i], other[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((one[i], None))
            i += 1
        else:
            found.append((None, other[j]))
            j += 1
    return [*found, *((section, None) for section in one[i:]), *((None, section) for section in other[j:])]


def _pieces(section: Section) -> set[str]:
    """Every two neighbouring characters of a section's title, or of its first words where it has none."""
    text = section.heading.title
    if not text:
        text = next((child.text for child in section.children if isinstance(child, Paragraph)), "")[:20]
    text = _FIGURES.sub("", text)
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _alike(one: set[str], other: set[str]) -> float:
    """Twice what two sets share by what they hold (Dice), 0 where that is little."""
    share = 2 * len(one & other) / (len(one) + len(other))
    return share if share >= _ALIKE else 0.0
