"""Chinese characters, as the unified ideographs of Unicode's first block.

`re` takes more than a millisecond to compile a set of all of them, so patterns and questions that nearly every page
has a use for do without one.
"""

from __future__ import annotations

from typing import Final

FAR_LETTER: Final = r"[^\W\dA-Za-z_]"
"""A letter that is not Latin, as a part of a pattern: of a Chinese page an ideograph."""


def holds_ideograph(text: str) -> bool:
    """True where a Chinese character stands in a text; it is the first one of nearly every line."""
    for sign in text:  # noqa: SIM110  # a plain loop compiles best
        if "\u4e00" <= sign <= "\u9fff":
            return True
    return False
