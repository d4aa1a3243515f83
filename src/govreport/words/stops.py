"""The signs that end clauses, sentences and paragraphs."""

from __future__ import annotations

from typing import Final

STOPS: Final = "。．.！!？?；;：:"
"""What ends a clause."""
COLONS: Final = frozenset("：:")
"""What a label ends with, and a line that announces a list."""
COMMAS: Final = ("，", ",")
"""What parts the clauses of a sentence."""
PARAGRAPH_ENDS: Final = frozenset("。！!？?；;：:…”）)】』")
"""What a paragraph ends with; a line that ends in another sign may go on with the next."""
