"""Numerals, ordinals and dates as Chinese official documents write them.

Digits of either width, 一 … 九百九十九 with 廿 and 卅, ① … ⑳ and ㈠ … ㈩; dates in digits or in
characters, with every zero that people type (〇 ○ 零 ０ O o Ο).  GB/T 9704-2012, 7.3.5.4 asks for Arabic
digits in a document's date; older documents use characters.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Final

from govreport.words.widths import half_width

# Each sign that stands for one decimal digit.  The zeros: 〇 U+3007, ○ U+25CB, ◯ U+25EF, Latin O o, Greek Ο ο.
_DIGITS: Final = {
    **{c: i for i, c in enumerate("0123456789")},
    **{c: i for i, c in enumerate("０１２３４５６７８９")},
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **dict.fromkeys("零○◯OoΟο", 0),
    "两": 2,
}
_TENS: Final = {"十": 1, "拾": 1, "廿": 2, "卅": 3}

CHINESE_NUMERAL = "[〇零○一二三四五六七八九十百廿卅]"
"""A character of a Chinese ordinal, as the inside of a pattern."""

_ZEROS: Final = "〇零○◯OoΟο"
_D: Final = f"[0-9０-９{_ZEROS}一二三四五六七八九]"
_SMALL: Final = f"(?:[0-9０-９]{{1,2}}|[{_ZEROS}]?[一二三四五六七八九十廿卅][一二三四五六七八九十]{{0,2}})"
GAP = r"[ \t\u00a0\u3000]{0,4}"
"""The blanks that may stand between the signs of a number, as the inside of a pattern."""
# The digits of a number may be set apart by spaces ("2 0 1 0 年", "3 1 日").
_DATE_CN: Final = (
    rf"(?P<y>{_D}(?:{GAP}{_D}){{3}}){GAP}年{GAP}(?P<m>{_SMALL}){GAP}月"
    rf"{GAP}(?P<d>{_SMALL}|[0-9０-９]{GAP}[0-9０-９]){GAP}[日号]"
)
# The day ends where digits do, or where an hour follows that lost the blank before it (2023-04-0910:20).
_DAY: Final = r"(?P<d2>[0-9]{2}(?=[0-9]{2}[:：][0-9]{2}(?![0-9]))|[0-9]{1,2}(?![0-9]))"
_DATE_ISO: Final = rf"(?P<y2>[12][0-9]{{3}})(?P<sep>[-/.\uff0d\uff0e\uff0f—])(?P<m2>[0-9]{{1,2}})(?P=sep){_DAY}"
_WEEKDAY: Final = rf"(?:{GAP}[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?"
_HALF: Final = r"(?:(?P<half>凌晨|早上|上午|中午|下午|晚上|[AaPp][Mm])[ ]?)?"
# What parts a time from its day: blanks or a T; nothing, where one of them shows where the day ends.
_BREAK: Final = r"(?:[ T\t\u00a0\u3000]{1,9}|(?<=[日号)）一二三四五六天])|(?<=[0-9])(?=[0-9]{2}[:：]|[上下]午))"
_CLOCK: Final = r"(?P<H>[0-9]{1,2})[:：](?P<M>[0-9]{2})(?:[:：](?P<S>[0-9]{2}))?(?![0-9])"
_CLOCK_WORDS: Final = r"(?P<H2>[0-9]{1,2})[时時点點](?P<M2>[0-9]{1,2})分(?:(?P<S2>[0-9]{1,2})秒)?"
_TIME: Final = rf"{_WEEKDAY}{_BREAK}{_HALF}(?:{_CLOCK}|{_CLOCK_WORDS})"

_AFTER_NOON: Final = frozenset({"下午", "晚上", "PM", "Pm", "pm", "pM"})
_DATE: Final = re.compile(rf"(?:{_DATE_CN}|{_DATE_ISO})(?:{_TIME})?")
# A date without 年 and 月 has this in it, which is found in a tenth of the time.
_DATE_ISO_YEAR: Final = re.compile(r"[12][0-9]{3}[-/.\uff0d\uff0e\uff0f—]")


def ordinal(text: str) -> int | None:
    """Read one numeral.

    Args:
        text: a numeral alone: ``十二``, ``二十``, ``１２``, ``12``, ``⑫``, ``㈢``, ``一百零三``, ``一一`` (read
            digit by digit).

    Returns:
        Its value, or None where the text is no numeral.
    """
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 9 else None
    if len(text) == 1:
        if text in _DIGITS:
            return _DIGITS[text]
        if text in _TENS:
            return 10 * _TENS[text]
        if unicodedata.category(text) != "No":  # ① ㈠ ⑴ and the like; 千 and 万 are letters
            return None
        value = unicodedata.numeric(text, -1.0)
        return int(value) if value >= 0 and value == int(value) else None
    if len(text) > 9:
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return _with_units(text)


def _with_units(text: str) -> int | None:
    """Read a numeral that has 十, 百 or 千 in it: each at most once and in order, then a digit."""
    total = 0
    rest = text
    for unit, size in (("千", 1000), ("百", 100)):
        head, found, tail = rest.partition(unit)
        if not found:
            continue
        if head not in _DIGITS or not _DIGITS[head]:
            return None
        total += size * _DIGITS[head]
        rest = tail.lstrip("零〇○")
    for sign, tens in _TENS.items():
        head, found, tail = rest.partition(sign)
        if not found:
            continue
        if head:
            if tens != 1 or head not in _DIGITS or not _DIGITS[head]:
                return None
            tens = _DIGITS[head]
        total += 10 * tens
        rest = tail
        break
    if not rest:
        return total
    return total + _DIGITS[rest] if rest in _DIGITS else None


def _small(text: str) -> int:
    """A year, month or day; -1 where it is no numeral.  Spaces between its digits do not count."""
    if text.isdecimal():
        return int(text)
    value = ordinal("".join(text.split()))
    return -1 if value is None else value


def _value(match: re.Match[str]) -> datetime.date | datetime.datetime | None:
    year, month, day = match["y"], match["m"], match["d"]
    if year is None:
        year, month, day = match["y2"], match["m2"], match["d2"]
    try:
        date = datetime.date(_small(year), _small(month), _small(day))
        time = _time(match)
    except ValueError:
        return None
    return date if time is None else datetime.datetime.combine(date, time)


def _time(match: re.Match[str]) -> datetime.time | None:
    """The time of day that follows a date, or None where none does."""
    hour, minute, second = match.group("H", "M", "S") if match["H"] else match.group("H2", "M2", "S2")
    if hour is None:
        return None
    value = int(hour)
    if match["half"] is not None and value == 12:
        value = 12 if match["half"] in _AFTER_NOON or match["half"] == "中午" else 0
    elif match["half"] in _AFTER_NOON and value < 12:
        value += 12
    return datetime.time(value, int(minute), int(second or 0))


def find_date(text: str) -> tuple[int, int, datetime.date | datetime.datetime | None] | None:
    """Find the first date, with its time of day if one follows.

    Args:
        text: any text.

    Returns:
        ``(start, end, value)`` with offsets in characters; ``value`` is None for a date that does not exist
        (2月30日).  None where there is no date.
    """
    match = _DATE.search(half_width(text))
    return None if match is None else (match.start(), match.end(), _value(match))


def date_span(text: str, start: int = 0) -> tuple[int, int] | None:
    """Find the first date as `find_date` does, without reading it.

    Args:
        text: any text.
        start: where to begin, in characters.

    Returns:
        ``(start, end)``, offsets in characters, or None where there is no date.
    """
    if ("月" not in text or "年" not in text) and _DATE_ISO_YEAR.search(text, start) is None:
        return None
    match = _DATE.search(text, start)
    return None if match is None else match.span()


def date_spans(text: str) -> list[tuple[int, int]]:
    """Find every date, as `date_span` does the first."""
    return [match.span() for match in _DATE.finditer(text)]


def parse_date(text: str) -> datetime.date | datetime.datetime | None:
    """Read the first date in a text.

    Args:
        text: any text, such as ``二○一○年三月十九日`` or ``发布时间:2010-03-19 11:09``.

    Returns:
        A date, or a datetime where a time of day follows; None where there is none or it does not exist.
    """
    match = _DATE.search(half_width(text))
    return None if match is None else _value(match)


def day_of(value: datetime.date) -> datetime.date:
    """The day of a date, or of a date with a time of day."""
    return value.date() if isinstance(value, datetime.datetime) else value


def is_compact_date(text: str) -> bool:
    """True for the digits of a date that lost its signs, whether or not it can still be read: 20210826, 2017112."""
    return 6 <= len(text) <= 8 and text.isascii() and text.isdigit() and text[:2] in ("19", "20")


def compact_date(text: str) -> datetime.date | None:
    """Read a date that lost its signs (20210826, 2017823); None where it can be read in more ways than one, or in none.

    Args:
        text: a line, without white space around it.
    """
    if not is_compact_date(text) or len(text) == 6:  # 201512: a month, as like as not
        return None
    rest = text[4:]
    found = []
    for month, day in ((rest[:cut], rest[cut:]) for cut in range(max(1, len(rest) - 2), min(2, len(rest) - 1) + 1)):
        try:
            found.append(datetime.date(int(text[:4]), int(month), int(day)))
        except ValueError:
            continue
    return found[0] if len(found) == 1 else None
