"""The signs that end clauses, sentences and paragraphs."""

from __future__ import annotations

from typing import Final

STOPS: Final = "。．.！!？?；;：:"
"""What ends a clause."""
COMMAS: Final = ("，", ",")
"""What parts the clauses of a sentence."""
PARAGRAPH_ENDS: Final = frozenset("。！!？?；;：:…”）)】』")
"""What a paragraph ends with; a line that ends in another sign may go on with the next."""
