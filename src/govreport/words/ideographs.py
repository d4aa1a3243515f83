"""Chinese characters, as the unified ideographs of Unicode's first block.

`re` takes longer to compile a set of all of them than a page takes to parse, so a question that is asked of nearly
every page is a loop; it ends at the first character of nearly every line.
"""

from __future__ import annotations


def holds_ideograph(text: str) -> bool:
    """True where a Chinese character stands in a text."""
    for sign in text:  # noqa: SIM110  # a plain loop compiles best
        if "\u4e00" <= sign <= "\u9fff":
            return True
    return False
