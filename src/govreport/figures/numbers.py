"""Numbers in sentences: with their unit, 万 and 亿, Chinese numerals, and words that say about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from govreport.figures.records import Number
from govreport.words.numerals import ordinal

UNITS: Final = {
    "件": "件", "宗": "件", "起": "件", "例": "件", "封": "件", "件次": "件", "件(次)": "件", "批件": "件",
    "条": "条", "则": "条", "条次": "条", "篇": "篇", "篇次": "篇", "份": "份", "部": "部", "项": "项", "个": "个",
    "人次": "人次", "人(次)": "人次", "次": "次", "场": "次", "场次": "次", "期": "期", "班次": "次",
    "名": "人", "人": "人", "位": "人", "家": "个", "处": "个", "元": "元", "%": "%", "批": "批", "户": "户",
}  # fmt: skip
"""Units as written, each with the unit that it comes to."""

_POWERS: Final = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_UNIT: Final = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_BEFORE: Final = "(?P<before>近|约|大约|将近|超过|超|逾)?"
_DIGITS: Final = r"(?<![\d.])(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<decimals>\.\d{1,6})?"
_CHINESE: Final = "(?<![第每同各另一二三四五六七八九十百千])(?P<chinese>[一二两三四五六七八九十百]{1,5})"
_AFTER: Final = "(?P<more>余|多|几)?(?P<power>[百千万亿]?)(?P<after>余|多)?"
_NUMBER: Final = re.compile(rf"{_BEFORE}(?:{_DIGITS}|{_CHINESE}){_AFTER}(?P<unit>{_UNIT})(?P<last>余|多)?")
_ZERO: Final = re.compile(r"(?:均|都|全)?(?:为|是)(?:0|零)(?![\d.%个件条万元人次])")
_NO_COUNT: Final = re.compile("工作日|月|小时|百分点|季度|方面|部分(?!予以|公开)|级|世纪|年")
"""What follows a unit that is none: 20个工作日, 3个部分."""


@frozen
class Amount:
    """A number with its unit in a sentence.

    Attributes:
        value: the number, with 万 and 亿 multiplied; money in yuan.
        unit: its unit as it comes to; empty for a bare nought (均为0).
        raw: its unit as written.
        approximate: True where it is about so many.
        in_words: True for a Chinese numeral: 六个文件.
        start: where it begins, in characters of the sentence.
        end: where it ends.
    """

    value: Number
    unit: str
    raw: str
    approximate: bool
    in_words: bool
    start: int
    end: int


def amounts(sentence: str) -> Iterator[Amount]:
    """Yield the numbers of a sentence that count something, in order; years, dates, ordinals and shares of time do not.

    Args:
        sentence: a text without blanks, in half-width and simplified characters.
    """
    found = [amount for match in _NUMBER.finditer(sentence) if (amount := _amount(match)) is not None]
    if "为0" in sentence or "为零" in sentence or "是0" in sentence:
        taken = {at for one in found for at in range(one.start, one.end)}
        bare = [one for one in _ZERO.finditer(sentence) if one.end() - 1 not in taken]
        found += [Amount(0, "", "", False, False, one.start(), one.end()) for one in bare]
        found.sort(key=lambda one: one.start)
    yield from found


def _amount(match: re.Match[str]) -> Amount | None:
    if _NO_COUNT.match(match.string, match.end()) or match.string[match.start() - 1 : match.start()] == "第":
        return None
    value = _value(match["digits"], match["decimals"], match["chinese"])
    if value is None:
        return None
    power, raw = match["power"], match["unit"]
    value *= _POWERS[power]
    unit = UNITS[raw]
    value = int(value) if value == int(value) else value
    approximate = any(match[name] for name in ("before", "more", "after", "last"))
    raw = power + raw if power and unit == "元" else raw
    return Amount(value, unit, raw, approximate, match["chinese"] is not None, match.start(), match.end())


def _value(digits: str | None, decimals: str | None, chinese: str | None) -> Number | None:
    if digits is not None:
        whole = digits.replace(",", "")
        return Decimal(whole + decimals) if decimals else int(whole)
    return ordinal(chinese or "")
