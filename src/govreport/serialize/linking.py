"""The links of a leaf in the text that is printed of it."""

from __future__ import annotations

from typing import Final, TypeAlias

from govreport.tree.leaf import Leaf
from govreport.tree.links import Link
from govreport.words.blanks import clean

Piece: TypeAlias = "tuple[str, Link | None]"
"""A piece of a printed text, and the link that it is the words of; no text for a picture that the page does not show
in words."""

_OFF: Final = 32
"""Characters that words may stand behind the place where the text before them, each piece cleaned by itself, ends."""


def cut(text: str, leaf: Leaf, start: int = 0) -> list[Piece]:
    """Cut what is printed of a leaf at its links.

    Args:
        text: what is printed, in which blanks of ``raw`` may be left out.
        leaf: the leaf.
        start: where in the text the leaf's own begins, in characters.

    Returns:
        The pieces of the text, in order.  Links whose words are not printed are left out.
    """
    links = leaf.links
    if not links:  # nearly every leaf
        return [(text, None)] if text else []
    pieces: list[Piece] = []
    done, seen, at = 0, 0, start
    written = leaf.words
    for link in links:
        first, last = map(leaf.place_in_words, link.where)
        at = max(at + len(clean(written[seen:first])), done)
        seen = max(seen, first)
        words = clean(written[first:last])
        place = text.find(words, at, at + len(words) + _OFF) if words else min(at, len(text))
        if place < 0:
            continue
        pieces += [(text[done:place], None), (words, link)]
        done = at = place + len(words)
        seen = max(seen, last)
    pieces.append((text[done:], None))
    return [piece for piece in pieces if piece[0] or piece[1]]
