"""Widths of characters, and traditional ones: they are how a text is typed, not what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final

import opencc

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import View

_NARROW: Final = str.maketrans("，：；（）！？", ",:;()!?")
_WIDE: Final = str.maketrans(",:;()!?", "，：；（）！？")
_WIDE_DIGITS: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_AMONG_IDEOGRAPHS: Final = re.compile(r"(?<=[\u4e00-\u9fff])[,:;()!?]|[,;()!?](?=[\u4e00-\u9fff])")
"""Half-width marks that stand beside an ideograph: not those of times, numbers and addresses."""
_BETWEEN: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[年月日件条项个号])")
"""Between an ideograph and a number, where people type a blank."""


def typed(name: str, change: Callable[[str], str]) -> Change:
    """A change of widths and blanks alone, which comparing passes over."""

    def apply(sample: Sample, random: Random) -> Changed | None:
        text = change(sample.text)
        return None if text == sample.text else Changed(text, sample.view)

    return Change(name, apply)


def stops(sign: str) -> Change:
    """A change of every full stop into another sign."""

    def apply(sample: Sample, random: Random) -> Changed | None:
        def pointed(seen: View) -> View:
            return seen.mapped(lambda text: text.replace("。", "."))

        if "。" not in sample.text:
            return None
        return Changed(sample.text.replace("。", sign), pointed(sample.view), pointed)

    return Change(f"full stops typed {sign}", apply)


@cache
def _converter(way: str) -> opencc.OpenCC:
    return opencc.OpenCC(way)


def _simple(seen: View) -> View:
    return seen.mapped(_converter("t2s").convert)


def traditional(sample: Sample, random: Random) -> Changed | None:
    """Write the text in traditional characters; both trees are compared in simplified ones."""
    text = _converter("s2t").convert(sample.text)
    return None if text == sample.text else Changed(text, _simple(sample.view), _simple)


def simplified(sample: Sample, random: Random) -> Changed | None:
    """Write a traditional text in simplified characters."""
    text = _converter("t2s").convert(sample.text)
    # A simplified text too holds some characters that are converted.
    changed = sum(one != other for one, other in zip(text, sample.text, strict=False))
    return Changed(text, _simple(sample.view), _simple) if changed * 20 > len(text) else None


CHANGES: Final = (
    typed("half-width marks", lambda text: text.translate(_NARROW)),
    typed("full-width marks", lambda text: _AMONG_IDEOGRAPHS.sub(lambda mark: mark[0].translate(_WIDE), text)),
    typed("full-width digits", lambda text: text.translate(_WIDE_DIGITS)),
    typed("blanks around numbers", lambda text: _BETWEEN.sub(" ", text)),
    stops("."),
    stops("．"),
    Change("traditional characters", traditional),
    Change("simplified characters", simplified),
)
