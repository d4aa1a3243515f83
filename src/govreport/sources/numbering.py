"""The numbers that Word counts and shows before paragraphs.  ECMA-376 part 1, 17.9."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import define, field

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_BULLETS: Final = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓"}
_MOST: Final = 9999  # numbers beyond are printed in digits
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Write a number in Chinese: 12 is 十二, 20 is 二十, 101 is 一百〇一.

    Args:
        number: 0 to 9999; beyond that it comes back in digits.
        digits: the ten digits.
        units: ten, hundred and thousand.
    """
    if not 0 < number <= _MOST:
        return digits[0] if number == 0 else str(number)
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + (units[place - 1] if place else "")
            gap = False
        else:
            gap = True
    return out[1:] if 10 <= number < 20 and units[0] == "十" else out


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= _MOST else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _row(first: str, count: int) -> str:
    return "".join([chr(ord(first) + at) for at in range(count)])


_FULL_WIDTH: Final = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
            "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital",
        ),
        chinese,
    ),
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL_DIGITS, "拾佰仟"),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _one_of(_row("①", 20)),
    "decimalEnclosedCircleChinese": _one_of(_row("①", 20)),
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "ideographEnclosedCircle": _one_of(_row("㊀", 10)),
    "none": lambda _: "",
}  # fmt: skip


@define(slots=True)
class Level:
    """How a level of a list is numbered.

    Attributes:
        format: the name of its numbers' format (ST_NumberFormat).
        text: what is shown, with ``%1`` for the number of the first level.
        start: its first number.
        gap: what follows: ``tab``, ``space`` or ``nothing``.
        restarts: the level (from 1) whose numbers start this one again; 0 for none; None for any above it.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = "tab"
    restarts: int | None = None


@define(slots=True)
class CountedList:
    """A list of a document.

    Attributes:
        abstract: what it counts together with other lists.
        levels: its levels, from 0.
        starts: levels that it counts from a number of its own.
    """

    abstract: str
    levels: dict[int, Level] = field(factory=dict)
    starts: dict[int, int] = field(factory=dict)


class Numbering:
    """Counts a document's numbered paragraphs, in order.

    Args:
        lists: its lists, by name.
    """

    def __init__(self, lists: dict[str, CountedList]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, name: str, at: int) -> str:
        """Count one paragraph.

        Args:
            name: its list (``numId``).
            at: its level, from 0.

        Returns:
            What Word shows before it, with the blank that follows; empty where the list is unknown or shows nothing.
        """
        one = self._lists.get(name)
        level = one.levels.get(at) if one else None
        if one is None or level is None:
            return ""
        counts = self._counts.setdefault(one.abstract, {})
        if at in one.starts and (name, at) not in self._begun:
            counts.pop(at, None)
        self._begun.add((name, at))
        for deeper in [deeper for deeper in counts if deeper > at]:
            restarts = one.levels[deeper].restarts if deeper in one.levels else None
            if restarts is None or at < restarts:
                del counts[deeper]
        counts[at] = counts[at] + 1 if at in counts else one.starts.get(at, level.start)
        for outer in range(at):
            if outer in one.levels:
                counts.setdefault(outer, one.starts.get(outer, one.levels[outer].start))
        shown = re.sub(r"%([1-9])", lambda match: _shown(one, counts, int(match[1]) - 1), level.text)
        if level.format == "bullet":
            shown = "".join([_BULLETS.get(sign, sign) for sign in shown])
        gap = "" if level.gap == "nothing" or not shown or not (shown[-1].isascii() and shown[-1].isalnum()) else " "
        return shown + gap


def _shown(one: CountedList, counts: dict[int, int], at: int) -> str:
    level = one.levels.get(at)
    return _FORMATS.get(level.format, str)(counts.get(at, level.start)) if level else ""


def read_lists(root: Any, styled: dict[str, str] | None = None) -> dict[str, CountedList]:
    """Read the lists of a .docx file.

    Args:
        root: the root of ``numbering.xml``; None where the document has none.
        styled: the list (``numId``) of a numbering style, by its id.
    """
    lists: dict[str, CountedList] = {}
    if root is None:
        return lists
    styled = styled or {}
    abstracts = {one.get(f"{_W}abstractNumId"): one for one in root.iterfind(f"{_W}abstractNum")}
    numbered = {
        one.get(f"{_W}numId"): one for one in root.iterfind(f"{_W}num") if one.find(f"{_W}abstractNumId") is not None
    }
    for name, num in numbered.items():
        abstract = num.find(f"{_W}abstractNumId").get(f"{_W}val")
        link = abstracts[abstract].find(f"{_W}numStyleLink") if abstract in abstracts else None
        if link is not None and (other := numbered.get(styled.get(link.get(f"{_W}val"), ""))) is not None:
            abstract = other.find(f"{_W}abstractNumId").get(f"{_W}val")
        if abstract not in abstracts:
            continue
        one = lists[name] = CountedList(abstract)
        for level in abstracts[abstract].iterfind(f"{_W}lvl"):
            one.levels[_number(level.get(f"{_W}ilvl"), 0)] = _level(level)
        for override in num.iterfind(f"{_W}lvlOverride"):
            at = _number(override.get(f"{_W}ilvl"), 0)
            if (level := override.find(f"{_W}lvl")) is not None:
                one.levels[at] = _level(level)
            if (start := override.find(f"{_W}startOverride")) is not None:
                one.starts[at] = _number(start.get(f"{_W}val"), 1)
    return lists


def _level(node: Any) -> Level:
    values = {child.tag: child.get(f"{_W}val") for child in node}
    restart = values.get(f"{_W}lvlRestart")
    return Level(
        values.get(f"{_W}numFmt") or "decimal",
        values.get(f"{_W}lvlText") or "",
        _number(values.get(f"{_W}start"), 1),
        values.get(f"{_W}suff") or "tab",
        None if restart is None else _number(restart, 0),
    )


def _number(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isascii() and value.isdecimal() and len(value) < 7 else default
