"""The names of provinces, prefectures and counties since 1980: `divisions.txt`, which says where they are from."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.words.shipped import read

_FILE: Final = "divisions.txt"
_SPELLED_OUT: Final = (
    "壮族自治",
    "回族自治",
    "维吾尔自治",
    "自治",
    "特别行政",
    "地",
)  # 广西, 宁夏, 新疆, 西藏, 香港, 阿里


class Divisions(NamedTuple):
    """The names, by what they look like in the name of a body."""

    full: frozenset[str]
    """With what they are: 江苏省, 南京市, 将乐县, 阿里地区."""
    bare: frozenset[str]
    """Of provinces and prefectures without what they are: 江苏, 南京, 内蒙古."""


@functools.cache
def divisions() -> Divisions:
    """Read the names, once, when they are first asked for (some 2 ms)."""
    full: set[str] = set()
    bare: set[str] = set()
    for level, sign, stems in _lines():
        full.update([stem + sign for stem in stems])
        if level != "county":
            bare.update(map(_bare, stems))
    return Divisions(frozenset(full), frozenset(stem for stem in bare if len(stem) > 1))


@functools.cache
def levels() -> dict[str, str]:
    """Give the names with their level, ``province``, ``prefecture`` or ``county``; one of two levels with the first."""
    out: dict[str, str] = {}
    for level, sign, stems in _lines():
        for stem in stems:
            out.setdefault(stem + sign, level)
    return out


@functools.cache
def bare_levels() -> dict[str, str]:
    """Give the names of provinces and prefectures without what they are, with their level; of two levels the first."""
    out: dict[str, str] = {}
    for level, _, stems in _lines():
        if level != "county":
            for stem in map(_bare, stems):
                if len(stem) > 1:
                    out.setdefault(stem, level)
    return out


def _lines() -> Iterator[tuple[str, str, list[str]]]:
    """The lines of the file: level, last character of the names, the names without it."""
    text = read("govreport.words", _FILE).decode()
    for line in text.splitlines():
        if not line.startswith("#"):
            level, sign, *stems = line.split(" ")
            yield level, sign, stems


def _bare(stem: str) -> str:
    for ending in _SPELLED_OUT:
        if stem.endswith(ending) and len(stem) - len(ending) > 1:
            return stem[: -len(ending)]
    return stem
