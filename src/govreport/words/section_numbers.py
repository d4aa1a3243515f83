"""The numbers that headings begin with: 第一章, 第三条, 一、, （一）, 1., （1）, 1), 1.1, 01.

Enclosed digits (① ㈠) number the items of a list inside a paragraph and begin no heading.

The order of levels is GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）), with 第X编/章/节/条 above them as in
statutes; which family hangs under which is learned from each document (`govreport.parsing.outline`).
Both widths, and the stray dots and spaces of real pages (``一.``, ``（一）、``, ``1、``, ``一 、``), count.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.numerals import CHINESE_NUMERAL, GAP, ordinal


class Family:
    """A way of writing the numbers of one level.

    Attributes:
        name: what it is called in messages and measurements.
        rank: its usual level, 0 for the outermost; families of one rank stand for each other.
        example: how it is written.
        is_sure: one number of it is a heading even without a series.
        needs_series: a number of it counts only where another of its series stands before or after it.
        opens_document: a line that begins with it can only be the document's, never the site's.
    """

    __slots__ = ("example", "is_sure", "name", "needs_series", "opens_document", "rank")

    def __init__(
        self,
        name: str,
        rank: int,
        example: str,
        *,
        is_sure: bool = False,
        needs_series: bool = False,
        opens_document: bool = False,
    ) -> None:
        self.name = name
        self.rank = rank
        self.example = example
        self.is_sure = is_sure
        self.needs_series = needs_series
        self.opens_document = opens_document

    def __repr__(self) -> str:
        return f"Family({self.name!r})"


PART: Final = Family("part", 0, "第一部分", is_sure=True, opens_document=True)
BOOK: Final = Family("book", 1, "第一编", is_sure=True, opens_document=True)
CHAPTER: Final = Family("chapter", 2, "第一章", is_sure=True, opens_document=True)
DIVISION: Final = Family("division", 3, "第一节", is_sure=True)
ARTICLE: Final = Family("article", 4, "第一条", is_sure=True, opens_document=True)
HAN: Final = Family("han", 5, "一、", is_sure=True, opens_document=True)
HAN_BARE: Final = Family("han-bare", 5, "一 概述", needs_series=True)
ZERO: Final = Family("zero", 5, "01综合", needs_series=True)
HAN_PAREN: Final = Family("han-paren", 6, "（一）", is_sure=True, opens_document=True)
PLAIN: Final = Family("plain", 6, "1总则", needs_series=True)
DIGIT: Final = Family("digit", 7, "1.")
BARE: Final = Family("bare", 7, "1", needs_series=True)
DECIMAL: Final = Family("decimal", 8, "1.1", needs_series=True)
DECIMAL3: Final = Family("decimal3", 9, "1.1.1", needs_series=True)
DIGIT_PAREN: Final = Family("digit-paren", 10, "（1）")
DIGIT_HALF: Final = Family("digit-half", 11, "1)")
FAMILIES: Final = (
    PART, BOOK, CHAPTER, DIVISION, ARTICLE, HAN, HAN_BARE, ZERO, HAN_PAREN, PLAIN, DIGIT, BARE, DECIMAL, DECIMAL3,
    DIGIT_PAREN, DIGIT_HALF,
)  # fmt: skip
"""All families, from the outermost level to the innermost as documents usually nest them."""

_UNITS: Final = {"部分": PART, "编": BOOK, "篇": BOOK, "章": CHAPTER, "节": DIVISION, "条": ARTICLE}
_H: Final = CHINESE_NUMERAL
_D: Final = "[0-9０-９]"
_COUNTED_NOUNS: Final = "年月日人户个件条项次名家类种岁天倍"
_STOP_AFTER: Final = rf"(?:{GAP}[、．.](?![0-9]))?"  # （1）、
_FORMS: Final = (
    # 第一章, 第十一条之一
    rf"第{GAP}(?P<unit_n>{_H}{{1,7}}|{_D}{{1,4}}){GAP}(?P<unit>部分|[编篇章节条])(?:之[一二三四五六七八九十]{{1,2}})?",
    # 一、
    rf"(?P<han>{_H}{{1,5}}){GAP}[、．.﹑､]",
    # （一）, （一）、
    rf"[（(〔﹙]{GAP}(?P<han_paren>{_H}{{1,5}}){GAP}[）)〕﹚](?:{GAP}[、．.](?![0-9.（(]))?",
    # 一）
    rf"(?P<han_half>{_H}{{1,3}})[）)]",
    # 1.1, 1.1.1, but not 2.5万元
    rf"(?P<decimal>{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}})(?=[、．. \t\u00a0\u3000]|[\u4e00-\u9fff])"
    rf"(?![{_COUNTED_NOUNS}])(?!{GAP}[万亿]){_STOP_AFTER}",
    # 1., but not 1.5
    rf"(?P<digit>{_D}{{1,3}}){GAP}[、．.﹑](?!{_D}(?![0-9]{{0,3}}[{_COUNTED_NOUNS}]))",
    # （1）, （1）、
    rf"[（(]{GAP}(?P<digit_paren>{_D}{{1,3}}){GAP}[）)]{_STOP_AFTER}",
    # 1)
    rf"(?P<digit_half>{_D}{{1,3}})[）)]",
    # 一 概述
    r"(?P<han_bare>[一二三四五六七八九十]{1,3})(?=[ \t\u00a0\u3000]{1,4}[\u4e00-\u9fff])",
    # 01综合, but not 12月
    r"(?P<zero>0[1-9]|1[0-9])(?=[\u4e00-\u9fff](?![月日年时个条件万亿]))",
    # 1 alone on its line
    r"(?P<bare>[0-9]{1,2})$",
    # 1总则
    r"(?P<plain>[1-9][0-9]?)(?=[ \u3000]{0,3}[\u4e00-\u9fff])",
)
_MARKER: Final = re.compile("|".join(_FORMS))
MARKER_STARTS: Final = frozenset("第（(〔﹙〇零○一二三四五六七八九十百廿卅0123456789０１２３４５６７８９")
"""The characters a marker can begin with."""
# What follows a number that is cited, counted or listed, not set before a heading: 第三条第二款规定, 一、二等奖.
_CITED = re.compile(
    r"第|之[一二三]|规定|[和及或与至](?:第|[（(])|[、，,）)至]|所[列述规称指]|的|中(?!国|共|小|央|华|医|等|心|介|长|期)|款|项(?!目)|以[上下]"
)


class Marker:
    """A number at the head of a line.

    Attributes:
        family: how it is written.
        ordinal: its number.
        length: of the marker as written, in characters.
        style: the closing sign, by which two series of one family are told apart (``.`` and ``、``).
    """

    __slots__ = ("family", "length", "ordinal", "style")

    def __init__(self, family: Family, ordinal: int, length: int, style: str) -> None:
        self.family = family
        self.ordinal = ordinal
        self.length = length
        self.style = style


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


def _read(text: str, start: int) -> Marker | None:
    match = _MARKER.match(text, start)
    if match is None:
        return None
    name = match.lastgroup
    assert name is not None
    if name == "unit":
        family, numeral = _UNITS[match["unit"]], match["unit_n"]
    elif name == "decimal":
        parts = match["decimal"].replace("．", ".").split(".")
        family, numeral = (DECIMAL if len(parts) == 2 else DECIMAL3), parts[-1]
    else:
        family, numeral = _FAMILY[name], match[name]
    value = _ORDINALS.get(numeral) or ordinal(numeral)
    end = match.end()
    if not value or _is_cited(text, end, family):
        return None
    return Marker(family, value, end - start, text[end - 1])


# The numbers that nearly all markers have, read once.
_TEN: Final = "一二三四五六七八九十"
_ORDINALS: Final = {numeral: n for n, numeral in enumerate(_TEN, 1)} | {str(n): n for n in range(1, 60)}


_FAMILY: Final = {
    "han": HAN, "han_paren": HAN_PAREN, "han_half": HAN_PAREN, "digit": DIGIT, "digit_paren": DIGIT_PAREN,
    "digit_half": DIGIT_HALF, "han_bare": HAN_BARE, "zero": ZERO, "bare": BARE, "plain": PLAIN,
}  # fmt: skip


def _is_cited(text: str, end: int, family: Family) -> bool:
    """True where a number is cited, counted or listed: 第三条第二款规定, 一、二等奖, 2.5万元."""
    following = text[end : end + 1]
    if family is HAN:
        return following in _NUMERALS and _LISTED.match(text, end) is not None
    if family is DIGIT or family is DECIMAL:
        return following in _QUANTITIES
    if family is PLAIN:
        return following in _COUNTED
    return following in _CITING and family is not BARE and family is not ZERO and _CITED.match(text, end) is not None


_NUMERALS: Final = frozenset(_TEN)
_QUANTITIES: Final = frozenset("%％亿万")
_CITING: Final = frozenset("第之规和及或与至、，,）)所的中款项以")
_COUNTED: Final = frozenset("年月日时点个条件万亿千百分次名人项家级种倍岁元周天届类米吨户亩公")


_LISTED = re.compile(r"[一二三四五六七八九十]{1,2}[、等届期批级类]")


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
