"""Digits and Latin letters typed full width (２０２１年, ＩＣＰ备), in half width, one for one, so that offsets stay.

It is the first half of the form in which the parse reads a text (`govreport.words.reading_form`).  What is read off a
tree asks for that form first, or for this where characters do not matter: dates, figures, licence numbers.
"""

from __future__ import annotations

from typing import Final

import regex

_SHIFT: Final = 0xFEE0  # between the two forms of a character
_FULL_WIDTH: Final = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]
HALF_WIDTH: Final = {code: chr(code - _SHIFT) for code in _FULL_WIDTH}
"""Each of those characters' other form, by its code point."""
# Nearly no page holds one, and looking for each range by itself takes a tenth of the time of looking for all at once.
# Between the letters stand some signs that no page holds either.
_ANY: Final = tuple(regex.compile(signs) for signs in ("[０-９]", "[Ａ-ｚ]"))


def half_width(text: str) -> str:
    """Give a text with its digits and Latin letters half width.

    Args:
        text: any text.

    Returns:
        A text of the same length; the text itself where it holds none.
    """
    if text.isascii():
        return text
    for signs in _ANY:
        if signs.search(text) is not None:
            other = text.translate(HALF_WIDTH)
            return text if other == text else other
    return text
