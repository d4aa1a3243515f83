"""The form in which a text is read: half-width digits and Latin letters, simplified characters, stops as 。.

Each character has one, so that offsets stay.  The parse reads a text so, and its leaves get the page's own characters
back (`govreport.parsing.as_written`); what is read off a tree asks `reading_form` first.  No rule needs to know that a
character has two forms.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.shipped import read
from govreport.words.widths import HALF_WIDTH, half_width

_AROUND_POINT: Final = r"(?<=[\u4e00-\u9fff）)”》].)(?<![〇零一二三四五六七八九十百].)(?=[\u4e00-\u9fff（(“《\s]|$)"
_POINTS: Final = {point: late(re.escape(point) + _AROUND_POINT) for point in ".．"}
"""A point that stands for 。: between Chinese words or at a line's end, but not after a number (一．).  What stands
before it is asked behind it, since one sign by itself is looked for fast.
"""
# One of these stands in any text of some length in traditional characters, and hardly ever in another.
_TRADITIONAL_SIGNS: Final = "國務關開報總會機發號業為時條應門數與單縣區廳"


def reading_form(text: str) -> str:
    """Give a text with its digits and Latin letters half width and its characters simplified.

    Args:
        text: any text.

    Returns:
        A text of the same length; the text itself where nothing in it has another form.
    """
    if text.isascii():
        return text
    read = half_width(text)
    for sign in _TRADITIONAL_SIGNS:
        if sign in read:
            read = read.translate(_simplified())
            break
    for point, pattern in _POINTS.items():
        if point in read:
            read = pattern.sub("。", read)
    return read


def reading_form_of_words(text: str) -> str:
    """Give a few words so; unlike a text, they may be in traditional characters without holding a common one.

    Args:
        text: a name, a value, a line.

    Returns:
        A text of the same length.
    """
    return text if text.isascii() else text.translate(_reading_forms())


@functools.cache
def _simplified() -> dict[int, str]:
    """Each traditional character's simplified form."""
    lines = read("govreport.words", "traditional.txt").decode().splitlines()
    traditional, simplified = (line for line in lines if not line.startswith("#"))
    return {ord(one): other for one, other in zip(traditional, simplified, strict=True)}


@functools.cache
def _reading_forms() -> dict[int, str]:
    """The other form of each character that has one."""
    return {**HALF_WIDTH, **_simplified()}
