"""The signs that end clauses, sentences and paragraphs."""

from __future__ import annotations

from typing import Final

from govreport.words.patterns import late

STOPS: Final = "。．.！!？?；;：:"
"""What ends a clause."""
COLONS: Final = frozenset("：:")
"""What a label ends with, and a line that announces a list."""
COMMAS: Final = ("，", ",")
"""What parts the clauses of a sentence."""
PARAGRAPH_ENDS: Final = frozenset("。！!？?；;：:…”）)】』")
"""What a paragraph ends with; a line that ends in another sign may go on with the next."""
CLAUSE_END: Final = late("[，。；、,;：]")
"""What a clause within a sentence ends with: a line that holds one is text, or a title of several parts."""


def holds_colon(text: str) -> bool:
    """True where a colon of either width stands in a text: most lines have none, and with it no label."""
    return ":" in text or "：" in text
