"""How lists of enclosures are written: 附件：1.实施方案 2.申报表, 附件2：名单.  GB/T 9704-2012, 7.3.4."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from govreport.words.blanks import SPACES
from govreport.words.closing_words import FILE_TYPES
from govreport.words.numerals import ordinal
from govreport.words.patterns import late
from govreport.words.vocabulary import BLANK, one_of
from govreport.words.widths import half_width

_DIGITS: Final = "[0-9０-９]{1,2}(?![0-9０-９])"
_HAN: Final = rf"[一二三四五六七八九十]{{1,3}}(?=[:：.．、]|{BLANK}|$)"
_HEAD: Final = late(
    rf"附(?:{BLANK}{{0,4}}(?:件|表|图){BLANK}{{0,2}}(?P<n>{_DIGITS}|{_HAN})?(?P<to>[-－—至]{_DIGITS})?(?:下载)?"
    rf"{BLANK}{{0,2}}[:：.．、]?|[:：]){BLANK}{{0,4}}"
)
_ITEM: Final = late(
    rf"[（(]?(?P<n>{_DIGITS}|[一二三四五六七八九十]{{1,3}})[)）.．、](?![0-9]{{1,3}}(?![0-9])){BLANK}{{0,4}}"
)
_PARTS_MOST: Final = 3  # of what stands before a name: 附件：1.附件1 报名表
_AROUND: Final = SPACES + "；;。，,"
_FILE_ENDING: Final = re.compile(rf"\.{one_of(FILE_TYPES)}$", re.IGNORECASE)
_NUMBERS_MOST: Final = 99


class Listed(NamedTuple):
    """An entry of a list of enclosures.

    Attributes:
        ordinal: its number; None where it has none.
        start: where its name begins in the line, in characters.
        end: where the name ends; the same where there is none.
    """

    ordinal: int | None
    start: int
    end: int


def opens_list(text: str) -> bool:
    """True where a line begins a list of enclosures: 附件：1.…, 附件2 名单, 附：…."""
    return text[:1] == "附" and _HEAD.match(text) is not None


def goes_on_with_list(text: str) -> bool:
    """True where a line begins with a number, as the further entries do: 2.申报表."""
    return _ITEM.match(text) is not None


def entries(text: str) -> list[Listed]:
    """Read a line of a list of enclosures.

    Args:
        text: the line: 附件：1.实施方案 2.申报表, or one that goes on with the list: 3.名单, 附件4 样表.

    Returns:
        Its entries, in order.  A line 附件 alone has one, without number and name.
    """
    number, start = _number(text)
    if text[start:].lower() in FILE_TYPES:  # 附件1.docx
        return [Listed(number, 0, len(text))]
    found: list[Listed] = []
    while number is not None and number < _NUMBERS_MOST:
        following = _written(number + 1).search(text, start)
        if following is None:
            break
        found.append(_listed(text, number, start, following.start()))
        number, start = number + 1, following.end()
    found.append(_listed(text, number, start, len(text)))
    return found


def is_only_numbered(name: str) -> bool:
    """True for a name that says no more than a number: 附件2, 附件2.docx."""
    return name[:1] == "附" and _HEAD.fullmatch(file_stem(name)) is not None


def file_stem(name: str) -> str:
    """A name without the ending of a file: 申报表 for 申报表.docx."""
    return _FILE_ENDING.sub("", name)


def _number(text: str) -> tuple[int | None, int]:
    """The number that a line begins with, None where it has none, and where the name begins."""
    number, at = None, 0
    for _ in range(_PARTS_MOST):
        match = _HEAD.match(text, at) or _ITEM.match(text, at)
        if match is None:
            break
        if match["n"] and not match.groupdict().get("to"):
            number = ordinal(half_width(match["n"]))
        at = match.end()
    return number, at


@cache
def _written(number: int) -> re.Pattern[str]:
    """A number in mid-line with which the next entry begins: 2.申报表, 附件2 申报表."""
    wide = str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    return re.compile(
        rf"(?:(?<![0-9０-９.．第])(?:{number}|{wide})[.．、](?![0-9]{{1,3}}(?![0-9]))|附件{number}(?![0-9])[:：.．、]?)"
        rf"{BLANK}{{0,4}}"
    )


def _listed(text: str, number: int | None, start: int, end: int) -> Listed:
    name = text[start:end]
    start += len(name) - len(name.lstrip(_AROUND))
    return Listed(number, start, max(start, end - (len(name) - len(name.rstrip(_AROUND)))))
