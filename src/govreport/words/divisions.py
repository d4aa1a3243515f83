"""The names of provinces, prefectures and counties since 1980: `divisions.txt`, which says where they are from."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Final, Literal, NamedTuple

_FILE: Final = "divisions.txt"
LEVELS: Final[tuple[Literal["province", "prefecture", "county"], ...]] = ("province", "prefecture", "county")
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
    text = resources.files("govreport.words").joinpath(_FILE).read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        level, sign, *stems = line.split(" ")
        full.update([stem + sign for stem in stems])
        if level != "county":
            bare.update(map(_bare, stems))
    return Divisions(frozenset(full), frozenset(stem for stem in bare if len(stem) > 1))


@functools.cache
def level_names() -> dict[str, Literal["province", "prefecture", "county"]]:
    """Give the names of divisions with their level; a name of two levels with the higher one.  Read once."""
    out: dict[str, Literal["province", "prefecture", "county"]] = {}
    text = resources.files("govreport.words").joinpath(_FILE).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            told, sign, *stems = line.split(" ")
            for one in LEVELS:
                if one == told:
                    for stem in stems:
                        out.setdefault(stem + sign, one)
    return out


def _bare(stem: str) -> str:
    for ending in _SPELLED_OUT:
        if stem.endswith(ending) and len(stem) - len(ending) > 1:
            return stem[: -len(ending)]
    return stem
