"""The numbers that headings begin with: 第一章, 第三条, 一、, （一）, 1., （1）, 1), 1.1, 01.

Enclosed digits (① ㈠) number the items of a list inside a paragraph and begin no heading.

The order of levels is GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）), with 第X编/章/节/条 above them as in
statutes; which family hangs under which is learned from each document (`govreport.parsing.outline`).
Both widths, and the stray dots and spaces of real pages (``一.``, ``（一）、``, ``1、``, ``一 、``), count.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from govreport.words.numerals import CHINESE_NUMERAL, GAP, ordinal
from govreport.words.patterns import late


class Family:
    """A way of writing the numbers of one level.

    Attributes:
        name: what it is called in messages and measurements.
        rank: its usual level, 0 for the outermost; families of one rank stand for each other.
        example: how it is written.
        is_sure: one number of it is a heading even without a series.
        needs_series: a number of it counts only where another of its series stands before or after it.
        opens_document: a line that begins with it can only be the document's, never the site's.
        runs_on: it is counted through the whole document, whatever stands above it.
    """

    __slots__ = ("example", "is_sure", "name", "needs_series", "opens_document", "rank", "runs_on")

    def __init__(
        self,
        name: str,
        rank: int,
        example: str,
        *,
        is_sure: bool = False,
        needs_series: bool = False,
        opens_document: bool = False,
        runs_on: bool = False,
    ) -> None:
        self.name = name
        self.rank = rank
        self.example = example
        self.is_sure = is_sure
        self.needs_series = needs_series
        self.opens_document = opens_document
        self.runs_on = runs_on

    def __repr__(self) -> str:
        return f"Family({self.name!r})"


PART: Final = Family("part", 0, "第一部分", is_sure=True, opens_document=True)
BOOK: Final = Family("book", 1, "第一编", is_sure=True, opens_document=True)
CHAPTER: Final = Family("chapter", 2, "第一章", is_sure=True, opens_document=True, runs_on=True)
DIVISION: Final = Family("division", 3, "第一节", is_sure=True)
ARTICLE: Final = Family("article", 4, "第一条", is_sure=True, opens_document=True, runs_on=True)
HAN: Final = Family("han", 5, "一、", is_sure=True, opens_document=True)
HAN_BARE: Final = Family("han-bare", 5, "一 概述", needs_series=True)
ZERO: Final = Family("zero", 5, "01综合", needs_series=True)
HAN_PAREN: Final = Family("han-paren", 6, "（一）", is_sure=True, opens_document=True)
BARE: Final = Family("bare", 5, "1", needs_series=True)
PLAIN: Final = Family("plain", 6, "1总则", needs_series=True)
DIGIT: Final = Family("digit", 7, "1.")
DECIMAL: Final = Family("decimal", 8, "1.1", needs_series=True)
DECIMAL3: Final = Family("decimal3", 9, "1.1.1", needs_series=True)
DIGIT_PAREN: Final = Family("digit-paren", 10, "（1）")
DIGIT_HALF: Final = Family("digit-half", 11, "1)")
FAMILIES: Final = (
    PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN, HAN_BARE, ZERO, BARE, HAN_PAREN, PLAIN, DIGIT, DECIMAL, DECIMAL3,
    DIGIT_PAREN, DIGIT_HALF,
)  # fmt: skip
"""All families, from the outermost level to the innermost as documents usually nest them."""

_UNITS: Final = {
    "部分": PART, "编": BOOK, "編": BOOK, "篇": BOOK, "章": CHAPTER, "节": DIVISION, "節": DIVISION,
    "条": ARTICLE, "條": ARTICLE,
}  # fmt: skip
_H: Final = CHINESE_NUMERAL
_D: Final = "[0-9０-９]"
_COUNTED_NOUNS: Final = "年月日人户个件条项次名家类种岁天倍"
_STOP_AFTER: Final = rf"(?:{GAP}[、．.](?![0-9]))?"  # （1）、
_UNIT: Final = re.compile(
    # 第一章, 第十一条之一
    rf"第{GAP}(?P<unit_n>[千{_H[1:]}{{1,9}}|{_D}{{1,4}}){GAP}(?P<unit>部分|[编編篇章节節条條])"
    r"(?:之(?P<put_in>[一二三四五六七八九十]{1,2}))?"
)
_IN_CHINESE: Final = re.compile(
    # 一、, and 一,、 of a scanner
    rf"(?P<han>{_H}{{1,5}}){GAP}[,，]?[、．.﹑､]"
    # 一）
    rf"|(?P<han_half>{_H}{{1,3}})[）)]"
    # 一 概述, and 一 alone on its line
    r"|(?P<han_bare>[一二三四五六七八九十]{1,3})(?=[ \t\u00a0\u3000]{1,4}[\u4e00-\u9fff]|$)"
)
_IN_BRACKETS: Final = re.compile(
    # （一）, （一）、
    rf"[（(〔﹙]{GAP}(?P<han_paren>{_H}{{1,5}}){GAP}[）)〕﹚](?:{GAP}[、．.](?![0-9.（(]))?"
    # （1）, （1）、
    rf"|[（(]{GAP}(?P<digit_paren>{_D}{{1,3}}){GAP}[）)]{_STOP_AFTER}"
)
_DIGIT_FORMS: Final = (
    # 1.1, 1.1.1, but not 2.5万元
    rf"(?P<decimal>{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}})(?=[、．. \t\u00a0\u3000]|[\u4e00-\u9fff])"
    rf"(?![{_COUNTED_NOUNS}])(?!{GAP}[万亿]){_STOP_AFTER}",
    # 1., but not 1.5
    rf"(?P<digit>{_D}{{1,3}}){GAP}[、．.﹑](?!{_D}(?![0-9]{{0,3}}[{_COUNTED_NOUNS}]))",
    # 1)
    rf"(?P<digit_half>{_D}{{1,3}})[）)]",
    # 01综合, but not 12月
    r"(?P<zero>0[1-9]|1[0-9])(?=[ \u00a0\u3000]{0,3}[\u4e00-\u9fff](?![月日年时个条件万亿]))",
    # 1总则
    r"(?P<plain>[1-9][0-9]?)(?=[ \u3000]{0,3}[\u4e00-\u9fff“])",
)
_IN_DIGITS: Final = re.compile("|".join(_DIGIT_FORMS))
_FORMS: Final = {
    "第": _UNIT,
    **dict.fromkeys("〇零○一二三四五六七八九十百廿卅", _IN_CHINESE),
    **dict.fromkeys("（(〔﹙", _IN_BRACKETS),
    **dict.fromkeys("0123456789０１２３４５６７８９", _IN_DIGITS),
}
"""How a marker can be written, by the character that it begins with."""
MARKER_STARTS: Final = frozenset(_FORMS)
"""The characters a marker can begin with."""
# What follows a number that is cited, counted or listed, not set before a heading: 第三条第二款规定, 一、二等奖.
_CITED: Final = late(
    r"第|之[一二三]|规定|[和及或与至](?:第|[（(])|[、，,）)至]|"
    r"所[列述规称指]|的|中(?!国|共|小|央|华|医|等|心|介|长|期)|款|项(?!目)|以[上下]"
)


class Marker:
    """A number at the head of a line.

    Attributes:
        family: how it is written.
        ordinal: its number.
        length: of the marker as written, in characters.
        style: the closing sign, by which two series of one family are told apart (``.`` and ``、``); of 1.1 the number
            above it.
        put_in: of a number that was put in later, its second one: 2 for 第十一条之二; else 0.
    """

    __slots__ = ("family", "length", "ordinal", "put_in", "style")

    def __init__(self, family: Family, ordinal: int, length: int, style: str, put_in: int = 0) -> None:
        self.family = family
        self.ordinal = ordinal
        self.length = length
        self.style = style
        self.put_in = put_in


def match_marker(text: str, start: int = 0) -> Marker | None:
    """Read the marker that stands at one place of a text.

    Args:
        text: any text.
        start: where the marker would begin, in characters.

    Returns:
        The marker, or None where there is none, or what looks like one is a cited, counted or listed number.
    """
    marker, end = _USUAL.get(text[start : start + 2]), start + 2
    if marker is None:
        marker, end = _USUAL.get(text[start : start + 3]), start + 3
    if marker is not None and text[end : end + 1] not in _GOES_ON:
        return marker
    if start >= len(text) or text[start] not in MARKER_STARTS:
        return None
    return _read(text, start)


_DOUBTED: Final = frozenset({HAN, HAN_PAREN, DIGIT, DIGIT_PAREN, ARTICLE})
_BEFORE_FIGURES: Final = re.compile(r"([1-9][0-9]?)[.．](?=[0-9])")
_CITED_ARTICLE: Final = frozenset("第之和及或与至、，,）)所的款项")  # what follows 第三条 only where it is cited
_DAMAGED_ONE: Final = re.compile(r"[-—－–─―_＿丶]{1,2}[、．.]")
DAMAGED_ONES: Final = frozenset("-—－–─―_＿丶")
"""The strokes that a scanner makes of 一."""


def doubtful_marker(text: str) -> Marker | None:
    """Read what could be a number at the head of a line if its series says so.

    Args:
        text: a line in which `match_marker` finds none.

    Returns:
        A number that is followed by words as cited or counted ones are (（二）中型…, （五）规定…, 三、二级…, 7.万元…),
        a 一 that became a stroke (—、), or digits alone on the line; None where there is none.
    """
    if len(text) <= 2 and text.isdecimal() and text[0] in "123456789":
        return Marker(BARE, int(text), len(text), text[-1])
    if text[0] in DAMAGED_ONES:
        damaged = _DAMAGED_ONE.match(text)
        return Marker(HAN, 1, damaged.end(), text[damaged.end() - 1]) if damaged is not None else None
    marker = _read(text, 0, doubtful=True) if text[0] in MARKER_STARTS else None
    if marker is None or marker.family not in _DOUBTED:
        return None
    return None if marker.family is ARTICLE and text[marker.length : marker.length + 1] in _CITED_ARTICLE else marker


def marker_before_figures(text: str) -> Marker | None:
    """Read a number and a point before figures: 3. of 3.5G基站, which is 3.5 unless 2. and 4. stand around it."""
    match = _BEFORE_FIGURES.match(text)
    return Marker(DIGIT, int(match[1]), match.end(), text[match.end() - 1]) if match is not None else None


def _read(text: str, start: int, doubtful: bool = False) -> Marker | None:
    if text[start : start + 4].isdecimal():  # a year, or figures up to the line's end
        return None
    match = _FORMS[text[start]].match(text, start)
    if match is None:
        return None
    name = match.lastgroup
    assert name is not None
    end = match.end()
    style, put_in = text[end - 1], 0
    if name == "unit" or name == "put_in":
        family, numeral = _UNITS[match["unit"]], match["unit_n"]
        put_in = (ordinal(match["put_in"]) or 0) if name == "put_in" else 0
    elif name == "decimal":
        parts = match["decimal"].replace("．", ".").split(".")
        family, numeral, style = (DECIMAL if len(parts) == 2 else DECIMAL3), parts[-1], ".".join(parts[:-1])
    else:
        family, numeral = _FAMILY[name], match[name]
    value = _ORDINALS.get(numeral) or ordinal(numeral)
    if not value or (_is_cited(text, end, family) and not doubtful):
        return None
    return Marker(family, value, end - start, style, put_in)


# The numbers that nearly all markers have, read once.
_TEN: Final = "一二三四五六七八九十"
_ORDINALS: Final = {numeral: n for n, numeral in enumerate(_TEN, 1)} | {str(n): n for n in range(1, 60)}


_WRITTEN: Final = {
    PART: ("第{han}部分",), CHAPTER: ("第{han}章",), DIVISION: ("第{han}节",), ARTICLE: ("第{han}条",),
    HAN: ("{han}、", "{han}."), HAN_PAREN: ("（{han}）", "({han})"), DIGIT: ("{n}.", "{n}、", "{n}．"),
    DIGIT_PAREN: ("（{n}）", "({n})"),
}  # fmt: skip
_WRITTEN_MAX: Final = 99


@cache
def written(family: Family, number: int) -> tuple[str, ...]:
    """How a number is written in most texts, by its family; nothing for families and numbers seldom found in mid-line.

    Args:
        family: the family.
        number: the number, from 1.
    """
    if number > _WRITTEN_MAX:
        return ()
    tens, ones = divmod(number, 10)
    han = (_TEN[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_TEN[ones - 1] if ones else "")
    return tuple([form.format(han=han, n=number) for form in _WRITTEN.get(family, ())])


_FAMILY: Final = {
    "han": HAN, "han_paren": HAN_PAREN, "han_half": HAN_PAREN, "digit": DIGIT, "digit_paren": DIGIT_PAREN,
    "digit_half": DIGIT_HALF, "han_bare": HAN_BARE, "zero": ZERO, "plain": PLAIN,
}  # fmt: skip


def _is_cited(text: str, end: int, family: Family) -> bool:
    """True where a number is cited, counted or listed: 第三条第二款规定, 一、二等奖, 2.5万元."""
    following = text[end : end + 1]
    if family is HAN:
        return following in _NUMERALS and _LISTED.match(text, end) is not None
    if family is DIGIT or family is DECIMAL:
        return following in _QUANTITIES
    if family is PLAIN:
        counted = text[end : end + _COUNTED_WITHIN].lstrip()
        return counted[:1] in _COUNTED or counted[:2] in _METRIC
    return following in _CITING and family is not ZERO and _CITED.match(text, end) is not None


_NUMERALS: Final = frozenset(_TEN)
_QUANTITIES: Final = frozenset("%％亿万")
_CITING: Final = frozenset("第之规和及或与至、，,）)所的中款项以")
_COUNTED: Final = frozenset("年月日时点个条件万亿千百分次名人项家级种倍岁元周天届类米吨户亩")
_COUNTED_WITHIN: Final = 5  # characters from a number to the noun that it counts, blanks and noun
_METRIC: Final = frozenset(("公里", "公斤", "公顷", "公分"))


_LISTED: Final = re.compile(r"[一二三四五六七八九十]{1,2}[、等届期批级类]")


# The markers that nearly all numbered lines begin with, read once; and the signs after one of them with which it could
# be longer than it looks, or a number that is cited, counted or listed.
_USUAL: Final = {
    text: marker
    for form in ("{}、", "（{}）", "({})")
    for numeral in _TEN
    if (marker := _read(text := form.format(numeral), 0)) is not None
} | {
    text: marker
    for form in ("{}.", "{}、")
    for numeral in range(1, 21)
    if (marker := _read(text := form.format(numeral), 0)) is not None
}
_GOES_ON: Final = _CITING | _NUMERALS | _QUANTITIES | frozenset("、．.0123456789０１２３４５６７８９ \t\u00a0\u3000")
