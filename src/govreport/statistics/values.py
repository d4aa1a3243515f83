"""What a cell says: a number, an amount of money, that there is nothing, or words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal

from govreport.words.disclosure_form import Measure
from govreport.words.disclosure_labels import HALF_WIDTH

Status = Literal["reported", "blank", "not-applicable", "unknown"]
"""Whether a cell holds a number, nothing, a sign for nothing, or something that cannot be told."""

MONEY: Final = {"元": 1, "千元": 1_000, "万元": 10_000, "万": 10_000, "亿元": 100_000_000}
"""Units of money with their value in yuan."""

_UNIT: Final = re.compile("|".join(sorted(MONEY, key=len, reverse=True)))
_COUNTED: Final = "件|条|项|次|个|宗|份|起|部|类"
_DIGITS: Final = 12  # of the longest number
_DIGITS_RUN_TOGETHER: Final = 60  # of the longest row whose cells ran together
_NUMBER: Final = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,{_DIGITS}}})(?:\.\d{{1,8}})?"
_VALUE: Final = re.compile(
    rf"[?]?(?P<sign>[-+\u2212]|减少?|下降|增加?)?(?P<number>{_NUMBER})(?:\(?(?P<unit>{'|'.join(MONEY)}|{_COUNTED})\)?)?"
)
_NOTHING: Final = re.compile(r"[?]?(?:[-—–―−]{1,6}|[/\\]{1,2}|无|N/?A|不适用|不涉及)", re.IGNORECASE)
# What either can begin with: most words are told from values by their first character.
_FIRST: Final = frozenset("0123456789０１２３４５６７８９?？+＋-－\u2212–—―/／\\＼减減下增无無Nn不*＊")
_FEWER: Final = frozenset("-\u2212减下")
_WIDTHS: Final = {
    **HALF_WIDTH,
    **str.maketrans("減無萬億", "减无万亿", "\u200b\ufeff*＊"),
}


def bare(text: str) -> str:
    """Give a cell's text as numbers are read: half-width, simplified, without blanks."""
    return "".join(text.split()).translate(_WIDTHS)


def is_plain(text: str) -> bool:
    """True for a whole number in ASCII digits and no more, as most cells are."""
    return text.isdigit() and text.isascii() and len(text) <= _DIGITS


def is_value(text: str) -> bool:
    """True where a text is what a cell of numbers may hold: ``12``, ``减3``, ``160.5万元``, ``/``, 无; blanks aside."""
    if is_plain(text):
        return True
    if text.lstrip()[:1] not in _FIRST:
        return False
    text = bare(text)
    return _VALUE.fullmatch(text) is not None or _NOTHING.fullmatch(text) is not None


def is_run_together(text: str) -> bool:
    """True for more digits than a number has: those of several cells that ran together."""
    return _DIGITS < len(text) <= _DIGITS_RUN_TOGETHER and text.isdigit() and text.isascii()


def unit_in(words: str) -> str | None:
    """The unit of money that a column's label names: ``万元`` in ``采购总金额（万元）``; None where it names none."""
    found = _UNIT.search(words)
    return found.group() if found else None


def read_value(
    raw: str, measure: Measure = "count", unit: str | None = None
) -> tuple[int | Decimal | None, Status, str | None]:
    """Read a cell.

    Args:
        raw: its text.
        measure: what its column holds.
        unit: the unit that the column's label prints; one in the cell itself goes before it.

    Returns:
        The value, whether it is one, and its unit.  Money is a Decimal in yuan (``元``); where neither cell nor label
        names a unit it is the number as printed, and the unit is None.
    """
    text = bare(raw)
    if not text:
        return None, "blank", None
    if _NOTHING.fullmatch(text):
        return None, "not-applicable", None
    match = _VALUE.fullmatch(text)
    if match is None or (match["sign"] and match["sign"][0] in "减下增" and measure != "change"):
        return None, "unknown", None
    number = Decimal(match["number"].replace(",", ""))
    if match["sign"] and match["sign"][0] in _FEWER:
        number = -number
    if measure == "money":
        return _money(number, match["unit"] or unit)
    if match["unit"] in MONEY:
        return None, "unknown", None
    return (int(number) if number == int(number) else number), "reported", match["unit"]


def _money(number: Decimal, unit: str | None) -> tuple[Decimal | None, Status, str | None]:
    if unit is None:
        return number, "reported", None
    if unit not in MONEY:
        return None, "unknown", None
    yuan = number * MONEY[unit]
    return (yuan.quantize(Decimal(1)) if yuan == int(yuan) else yuan.normalize()), "reported", "元"
