"""The codes of provinces, prefectures and counties (GB/T 2260), the years in which they held, and what became of them.

The data are `division_codes.txt`, which says where they are from.
"""

from __future__ import annotations

import functools
from typing import Final, Literal, NamedTuple

from govreport.words.divisions import bare_levels
from govreport.words.shipped import read

_FILE: Final = "division_codes.txt"
_NOW: Final = 9999
"""The last year of a division that holds."""


class Division(NamedTuple):
    """A division under one code and name."""

    code: str
    """Six digits: two of the province, two of the prefecture, two of the county."""
    name: str
    """Its name in full: 西双版纳傣族自治州."""
    short: str
    """Its name without the peoples, 西双版纳州; empty for others than autonomous ones."""
    first: int
    """The first year in which the code meant it, 1980 for what is older."""
    last: int | None
    """The last year; None where it holds."""
    spelled: str
    """Its name as domains have it, without what it is: ``xishuangbanna``; empty where it ended before 2000."""
    renamed: str
    """The code under which it goes on, renamed, moved, or made a city or a district; empty for none."""
    merged: str
    """The code of the division that it was merged into; empty for none."""

    @property
    def level(self) -> Literal["province", "prefecture", "county"]:
        """``province``, ``prefecture`` or ``county``, by the code."""
        return "province" if self.code.endswith("0000") else "prefecture" if self.code.endswith("00") else "county"

    def held(self, year: int) -> bool:
        """True where the code meant it in a year."""
        return self.first <= year <= (self.last or _NOW)

    def holds(self, code: str) -> bool:
        """True where a code is that of the division, or of one within it."""
        return code.startswith(self.code[:2] if self.level == "province" else self.code[:4]) and (
            self.level != "county" or code == self.code
        )


def of_code(code: str, year: int | None = None) -> Division | None:
    """Give the division that a code meant.

    Args:
        code: its six digits.
        year: the year; the latest division of the code where none is given, or none held the code then.
    """
    some = _tables()[0].get(code, ())
    return _best(some, year)


def named(name: str) -> tuple[Division, ...]:
    """Give all divisions of a name, by code; several places may bear it, and one may have had several codes.

    Args:
        name: the name with what it is, in full or short: 溪湖区, 延边州.
    """
    return _tables()[1].get(name, ())


@functools.lru_cache(maxsize=4096)
def bearing(name: str) -> tuple[Division, ...]:
    """Give all divisions of a name as names of offices have it: in full, in short, or a city without what it is.

    Args:
        name: 溪湖区, 延边州, 济南.
    """
    level = bare_levels().get(name)
    if level is None:
        return named(name)
    some = [one for many in _tables()[1].values() for one in many if one.level == level and one.name.startswith(name)]
    return tuple(dict.fromkeys(some))


def called(spelled: str) -> tuple[Division, ...]:
    """Give all divisions whose name is spelled so in domains: ``taizhou`` is 泰州市 and 台州市."""
    return _tables()[2].get(spelled, ())


def later(division: Division, *, merged: bool = False) -> Division:
    """Follow a division to what it is called today.

    Args:
        division: a division.
        merged: whether to follow it into others too: 宣武区 is in 西城区 now.

    Returns:
        The division that it goes on as; itself where it goes on as none.
    """
    at = division
    seen = {division}
    while (code := at.renamed or (at.merged if merged else "")) and at.last is not None:
        some = reversed(_tables()[0].get(code, ()))
        after = next((one for one in some if one.last is None or one.last > at.last), None)
        if after is None or after in seen:
            break
        seen.add(after)
        at = after
    return at


def _best(some: tuple[Division, ...], year: int | None) -> Division | None:
    if year is not None:
        # In the year of a change both hold, and reports on it come after.
        for one in reversed(some):
            if one.first <= year and (one.last is None or year <= one.last):
                return one
    return some[-1] if some else None


_Table = dict[str, tuple[Division, ...]]


@functools.cache
def _tables() -> tuple[_Table, _Table, _Table]:
    """The divisions by code, by name and by what domains call them; read once, when first asked for (some 20 ms)."""
    codes: dict[str, list[Division]] = {}
    names: dict[str, list[Division]] = {}
    spelled: dict[str, list[Division]] = {}
    text = read("govreport.words", _FILE).decode()
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        one = _division(line)
        codes.setdefault(one.code, []).append(one)
        names.setdefault(one.name, []).append(one)
        if one.short and one.short != one.name:
            names.setdefault(one.short, []).append(one)
        if one.spelled:
            spelled.setdefault(one.spelled, []).append(one)
    return _frozen(codes), _frozen(names), _frozen(spelled)


def _division(line: str) -> Division:
    code, name, years, *more = line.split(" ")
    name, _, short = name.partition("/")
    first, _, last = years.partition("-")
    told = more[0] if more and more[0].isalpha() else ""
    goes_on = more[-1] if more and more[-1][0] in "=>" else ""
    renamed, merged = (goes_on[1:] if goes_on.startswith(sign) else "" for sign in "=>")
    return Division(code, name, short, int(first), int(last) if last else None, told, renamed, merged)


def _frozen(lists: dict[str, list[Division]]) -> _Table:
    return {key: tuple(sorted(some, key=lambda one: (one.first, one.code))) for key, some in lists.items()}
