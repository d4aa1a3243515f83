"""The numbers that headings begin with: 第一章, 第三条, 一、, （一）, 1., （1）, 1), 1.1, 01.

Enclosed digits (① ㈠) number the items of a list inside a paragraph and begin no heading.

The order of levels is GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）), with 第X编/章/节/条 above them as in
statutes; which family hangs under which is learned from each document (`govreport.parsing.outline`).  Both widths, and the
stray dots and spaces of real pages (``一.``, ``（一）、``, ``1、``, ``一 、``), count.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.numerals import CHINESE_NUMERAL, GAP, ordinal

FAMILIES: Final = (
    "part", "book", "chapter", "division", "article",
    "han", "han-paren", "digit", "decimal", "decimal3", "digit-paren", "digit-half",
)  # fmt: skip
"""Families of markers, from the outermost level to the innermost as documents usually nest them."""

RANK: Final = {family: rank for rank, family in enumerate(FAMILIES)} | {"han-bare": 5, "zero": 5, "bare": 7, "plain": 6}
"""Usual level of each family.  ``han-bare`` is 一 概述, ``zero`` is 01综合, ``bare`` a number alone on its line,
``plain`` 1总则 above 1.1."""

_UNITS = {"部分": "part", "编": "book", "篇": "book", "章": "chapter", "节": "division", "条": "article"}
_H = CHINESE_NUMERAL
_MARKER = re.compile(
    rf"""
      第{GAP}(?P<unit_n>{_H}{{1,7}}|[0-9０-９]{{1,4}}){GAP}(?P<unit>部分|[编篇章节条])(?:之[一二三四五六七八九十]{{1,2}})?
    | (?P<han>{_H}{{1,5}}){GAP}[、．.﹑､]
    | [（(〔﹙]{GAP}(?P<han_paren>{_H}{{1,5}}){GAP}[）)〕﹚](?:{GAP}[、．.](?![0-9.（(]))?
    | (?P<han_half>{_H}{{1,3}})[）)]
    | (?P<decimal>[0-9０-９]{{1,2}}(?:[.．][0-9０-９]{{1,2}}){{1,3}})(?=[、．. \t\u00a0\u3000]|[\u4e00-\u9fff])(?![年月日人户个件条项次名家类种岁天倍])(?!{GAP}[万亿])(?:{GAP}[、．.](?![0-9]))?
    | (?P<digit>[0-9０-９]{{1,3}}){GAP}[、．.﹑](?![0-9０-９](?![0-9]{{0,3}}[年月日人户个件条项次名家类种岁天倍]))
    | [（(]{GAP}(?P<digit_paren>[0-9０-９]{{1,3}}){GAP}[）)](?:{GAP}[、．.](?![0-9]))?
    | (?P<digit_half>[0-9０-９]{{1,3}})[）)]
    | (?P<han_bare>[一二三四五六七八九十]{{1,3}})(?=[ \t\u00a0\u3000]{{1,4}}[\u4e00-\u9fff])
    | (?P<zero>0[1-9]|1[0-9])(?=[\u4e00-\u9fff](?![\u6708\u65e5\u5e74\u65f6\u4e2a\u6761\u4ef6\u4e07\u4ebf]))
    | (?P<bare>[0-9]{{1,2}})$
    | (?P<plain>[1-9][0-9]?)(?=[ \u3000]{{0,3}}[\u4e00-\u9fff])
    """,
    re.VERBOSE,
)
MARKER_STARTS: Final = frozenset("第（(〔﹙〇零○一二三四五六七八九十百廿卅0123456789０１２３４５６７８９")
"""The characters a marker can begin with."""
# What follows a number that is cited, counted or listed, not set before a heading: 第三条第二款规定, 一、二等奖.
_CITED = re.compile(
    r"第|之[一二三]|规定|[和及或与至](?:第|[（(])|[、，,）)至]|所[列述规称指]|的|中(?!国|共|小|央|华|医|等|心|介|长|期)|款|项(?!目)|以[上下]"
)


class Marker:
    """A number at the head of a line.

    Attributes:
        family: one of `RANK`.
        ordinal: its number.
        length: of the marker as written, in characters.
        style: the closing sign, by which two series of one family are told apart (``.`` and ``、``).
    """

    __slots__ = ("family", "length", "ordinal", "style")

    def __init__(self, family: str, ordinal: int, length: int, style: str) -> None:
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
        family, numeral = ("decimal" if len(parts) == 2 else "decimal3"), parts[-1]
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


_FAMILY = {
    "han": "han", "han_paren": "han-paren", "han_half": "han-paren", "digit": "digit", "digit_paren": "digit-paren",
    "digit_half": "digit-half", "han_bare": "han-bare", "zero": "zero", "bare": "bare",
    "plain": "plain",
}  # fmt: skip


def _is_cited(text: str, end: int, family: str) -> bool:
    """True where a number is cited, counted or listed: 第三条第二款规定, 一、二等奖, 2.5万元."""
    following = text[end : end + 1]
    if family == "han":
        return following in _NUMERALS and _LISTED.match(text, end) is not None
    if family in ("digit", "decimal"):
        return following in _QUANTITIES
    if family == "plain":
        return following in _COUNTED
    return following in _CITING and family not in ("bare", "zero") and _CITED.match(text, end) is not None


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
