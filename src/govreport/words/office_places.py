"""Where an office is, by its name: the divisions that the name begins with, its level of government, and the rest.

A division is looked up in `govreport.words.divisions`, or told by its last character where the list does not have it.
Provinces and prefectures go without what they are too: 济南住房公积金中心.
"""

from __future__ import annotations

import functools
import re
from typing import Final, Literal, NamedTuple, cast

from govreport.words.body_names import STATE
from govreport.words.divisions import bare_levels, levels
from govreport.words.reading_form import reading_form_of_words

Level = Literal["central", "province", "prefecture", "county", "township"]
"""Levels of government, from the top."""

_SIGNS: Final[tuple[tuple[str, Level], ...]] = (
    ("自治区", "province"),
    ("特别行政区", "province"),
    ("省", "province"),
    ("自治州", "prefecture"),
    ("地区", "prefecture"),
    ("州", "prefecture"),
    ("盟", "prefecture"),
    ("自治县", "county"),
    ("自治旗", "county"),
    ("街道", "township"),
    ("苏木", "township"),
    ("市", "prefecture"),
    ("县", "county"),
    ("旗", "county"),
    ("区", "county"),
    ("镇", "township"),
    ("乡", "township"),
)
_RANKS: Final = ("province", "prefecture", "county", "township")
_MUNICIPAL: Final = ("北京", "天津", "上海", "重庆")
_MUNICIPALITIES: Final = frozenset(f"{name}市" for name in _MUNICIPAL)
_OF_THE_STATE: Final = ("国务院", "国家", "民航", "中华人民共和国", "中国", "全国", "中央", "最高人民")
_PARTY: Final = re.compile("^(?:中国共产党|中共|政协|国网)(?=.)|^中国(?=[(（].{2,4}[)）])")
"""What may stand before the place: 中共溪原市委, 中国(上海)自由贸易试验区."""
_IN_BRACKETS: Final = re.compile("^[(（](?P<place>.{2,4})[)）]")
_CORPS: Final = re.compile("^(?:新疆)?生产建设兵团(?P<division>第[一二三四五六七八九十]{1,3}师)?")
"""新疆生产建设兵团, which stands like a province, and its divisions, which stand like prefectures."""
_STATE: Final = tuple(sorted((*STATE, "工业信息化部", "国防科工局"), key=len, reverse=True))
_BRANCH: Final = re.compile("(?<=[局会行部署院社司])")
"""Where the name of a body of the state can end and that of the place of its branch begin: 国家税务总局溪原市税务局."""
_OF_OWN_PLACE: Final = re.compile("^(?P<own>自治区|自治州|自治县|自治旗|省|州|市|县|区|旗|镇|乡)(?=.)")
"""What a page calls its own division: 市人社局 on the page of a city."""
_OWN_LEVEL: Final = {sign: told for sign, told in _SIGNS if sign != "市"}  # a city may stand like a county
_LONGEST: Final = 12
"""Characters of the longest name of a division in the list."""
_UNLISTED: Final = 7
"""Characters of the longest name that is taken for a division by its last character alone."""
_AFTER_TOWN: Final = ("人民政府", "政府", "街道", "党", "人大", "办事处", "综合", "财政所", "便民")
"""What follows 镇 and 乡 where they end the name of a township, and not 城乡 or 乡镇企业."""
_NOT_BARE: Final = re.compile("(?:[东南西北中大]?(?:路|街|道|巷|桥|门|村|镇|乡|社区)|区|县|旗|大街|日报)")
"""What follows a word that is a street or another place named so: 南京路街道."""
_ZONE: Final = re.compile(
    "^.{0,16}?(?:开发区|高新区|经开区|示范区|实验区|试验区|园区|产业园|工业园|度假区|保税区|管理区|风景区|名胜区"
    "|新区|新城)"
)
"""A zone with an office of its own."""
_QUARTER: Final = re.compile("(?:华[东北南中]|中南|[西东][南北])地区$")
"""Parts of the country, which are no divisions: 华东地区."""
_NO_PLACES: Final = frozenset("新区 城市 地区 社区 园区 城区 市区 辖区 灾区 库区 林区 矿区 牧区".split())
_BRANCH_OFFICE: Final = re.compile("[局会厅](?P<stem>.{2,6}?)(?:区|县|市|旗)?(?:分局|大队)$")
"""An office for a district that is part of the city's: 溪原市公安局槐东分局."""
_TOWN_OF_GOVERNMENT: Final = re.compile("^人民政府(?P<name>.{2,6}?(?:街道|镇|乡))")
"""A township behind the government that it is under: 溪原市槐东区人民政府牧河街道办事处."""


class Place(NamedTuple):
    """Where an office is, as its name says."""

    names: tuple[str, ...]
    """The divisions that it names, the widest first, as it names them: 浙江省, 溪原市."""
    level: Level | None
    """Its level of government; None where the name does not tell."""
    rest: str
    """The name without them, in simplified characters: 公安局."""
    within: bool = False
    """True where it is for a part only of the last division, which has no code: a zone, a township, a part's office."""


def level(name: str | None) -> Level | None:
    """Tell the level of government of a body; None where its name does not tell.

    Args:
        name: the full name of a body.
    """
    return place(name).level if name else None


@functools.lru_cache(maxsize=1024)
def place(name: str) -> Place:
    """Tell where an office is by its name.

    Args:
        name: the full name of a body.
    """
    plain = _PARTY.sub("", reading_form_of_words("".join(name.split())))
    plain = _IN_BRACKETS.sub(lambda match: match["place"], plain)
    corps = _CORPS.match(plain)
    if corps is not None:
        names, _, at = _chain(plain, corps.end())
        return Place(names, "prefecture" if corps["division"] else "province", plain[at:], within=True)
    names, told, at = _chain(plain, 0)
    if names:
        return _within(names, told, plain[at:])
    if plain.startswith((*_OF_THE_STATE, *_STATE)):
        return _of_the_state(plain)
    zone = _ZONE.match(plain)
    if zone is not None:
        return Place((), _below_zone(plain[zone.end() :]), plain, within=True)
    own = _OF_OWN_PLACE.match(plain)
    return Place((), _OWN_LEVEL.get(own["own"]) if own else None, plain)


def _chain(plain: str, at: int) -> tuple[tuple[str, ...], Level | None, int]:
    """The divisions that stand one after the other, the level of the last, and where they end."""
    names: list[str] = []
    told: Level | None = None
    while (found := _division(plain, at, told)) is not None:
        length, told = found
        names.append(plain[at : at + length])
        at += length
    return tuple(names), told, at


def _of_the_state(plain: str) -> Place:
    """A body of the state, or its branch in a place: 国家统计局云岭调查总队."""
    for cut in _BRANCH.finditer(plain):
        names, told, at = _chain(plain, cut.start())
        if names and len(names[0]) > 1 and at < len(plain):
            return Place(names, told, plain[: cut.start()] + plain[at:])
    return Place((), "central", plain)


def _within(names: tuple[str, ...], told: Level | None, rest: str) -> Place:
    zone = _ZONE.match(rest)
    if zone is not None and told in ("province", "prefecture", "county"):
        below = _below_zone(rest[zone.end() :])
        of_province = told == "province" and not names[-1].startswith(_MUNICIPAL)
        return Place(names, "prefecture" if of_province and below == "county" else below, rest, within=True)
    town = _TOWN_OF_GOVERNMENT.match(rest)
    if town is not None and told in ("prefecture", "county"):
        return Place((*names, town["name"]), "township", rest[town.end() :], within=True)
    branch = _BRANCH_OFFICE.search(rest)
    if branch is not None and told in ("province", "prefecture"):
        for sign in ("区", "县", "市", "旗", "新区"):
            if branch["stem"] + sign in levels():
                return Place((*names, branch["stem"] + sign), "county", rest)
        return Place(names, "county", rest, within=True)
    return Place(names, told, rest, within=told == "township")


def _below_zone(rest: str) -> Level:
    """The level of an office of a zone, which stands like a county; of its townships."""
    found = _division(rest, 0, None)
    return "township" if found is not None and found[1] == "township" else "county"


def _division(plain: str, at: int, above: Level | None) -> tuple[int, Level] | None:
    """The division that begins at a place: its length and level; a listed one before what only looks like one."""
    listed = levels()
    words = plain[at : at + _LONGEST]
    for length in range(min(len(words), _LONGEST), 1, -1):
        name = words[:length]
        if name in _MUNICIPALITIES:
            return _below(length, "province", above)
        if name in listed and name not in _NO_PLACES:
            return _below(length, cast(Level, listed[name]), above)
    looks = _by_sign(words, above)
    if looks is not None and looks[1] == "township":
        return looks
    return _bare(words, above) or looks


def _below(length: int, told: Level, above: Level | None) -> tuple[int, Level] | None:
    """What is found, where it can stand in what was found before: a county in a province, and not the other way."""
    return (length, told) if above is None or _RANKS.index(told) > _RANKS.index(above) else None


def _bare(words: str, above: Level | None) -> tuple[int, Level] | None:
    known = bare_levels()
    for length in (4, 3, 2):
        told = known.get(words[:length])
        if told is not None and length < len(words) and _NOT_BARE.match(words, length) is None:
            return _below(length, cast(Level, told), above)
    return None


def _by_sign(words: str, above: Level | None) -> tuple[int, Level] | None:
    for length in range(2, min(len(words), _UNLISTED) + 1):
        for sign, told in _SIGNS:
            if words[:length].endswith(sign) and length > len(sign) and _ends_a_place(words, length, sign):
                return _below(length, told, above)
    return None


def _ends_a_place(words: str, length: int, sign: str) -> bool:
    if any(joint in words[:length] for joint in "和与及驻") or _QUARTER.search(words, 0, length) is not None:
        return False
    if sign not in ("镇", "乡"):
        return _ZONE.fullmatch(words, 0, length) is None and words[:length] not in _NO_PLACES
    following = words[length:]
    return not following or following.startswith(_AFTER_TOWN)
