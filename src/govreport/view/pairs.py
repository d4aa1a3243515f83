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
    pieces = [_pieces(section) for section in one], [_pieces(section) for section in other]
    return [(None if a is None else one[a], None if b is None else other[b]) for a, b in aligned(*pieces)]


def aligned(one: Sequence[set[str]], other: Sequence[set[str]]) -> list[tuple[int | None, int | None]]:
    """Pair what stands in two lists, in the order of both, by what each has in common with each.

    Args:
        one: the couples of characters of each entry, as `couples` gives them.
        other: those of the other list.

    Returns:
        Each place once, with its counterpart or None: the pairing with the most in common.  By place, where the lists
        are long.
    """
    if len(one) * len(other) > _MOST:
        return list(zip_longest(range(len(one)), range(len(other))))
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            together = best[i + 1][j + 1] + _alike(one[i], other[j])
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        alike = _alike(one[i], other[j])
        if alike and best[i][j] == best[i + 1][j + 1] + alike:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return [*found, *((at, None) for at in range(i, len(one))), *((None, at) for at in range(j, len(other)))]


def couples(text: str) -> set[str]:
    """Every two neighbouring characters of a text, without its numbers, which differ from year to year."""
    text = _FIGURES.sub("", text)
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _pieces(section: Section) -> set[str]:
    """Every two neighbouring characters of a section's title, or of its first words where it has none."""
    text = section.heading.title
    if not text:
        text = next((child.text for child in section.children if isinstance(child, Paragraph)), "")[:20]
    return couples(text)


def _alike(one: set[str], other: set[str]) -> float:
    """Twice what two sets share by what they hold (Dice), 0 where that is little."""
    share = 2 * len(one & other) / (len(one) + len(other))
    return share if share >= _ALIKE else 0.0
