"""The form in which a text is read: half-width digits and Latin letters, simplified characters, one for one.

The parse reads a text so, and its leaves get the page's own characters back (`govreport.parsing.as_written`); what is
read off a tree asks `reading_form` first.  No rule needs to know that a character has two forms.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Final

from govreport.words.widths import half_width

# One of these stands in any text of some length in traditional characters, and hardly ever in another.
_TRADITIONAL_SIGNS: Final = "國務關於開報總會機發號業為時條應門數與單"


def reading_form(text: str) -> str:
    """Give a text with its digits and Latin letters half width and its characters simplified.

    Args:
        text: any text.

    Returns:
        A text of the same length; the text itself where nothing in it has another form.
    """
    if text.isascii():
        return text
    for sign in _TRADITIONAL_SIGNS:
        if sign in text:
            return half_width(text).translate(_simplified())
    return half_width(text)


@functools.cache
def _simplified() -> dict[int, str]:
    """Each traditional character's simplified form."""
    lines = files("govreport.words").joinpath("traditional.txt").read_text("utf-8").splitlines()
    traditional, simplified = (line for line in lines if not line.startswith("#"))
    return {ord(one): other for one, other in zip(traditional, simplified, strict=True)}
