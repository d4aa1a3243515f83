"""Mutations that know what the inputs are made of: real fragments spliced, markers, encodings, tables damaged."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

_TEXT: Final = (
    "一、 二、 （一） (二) 1. 2． 3、 （1） 1) ① 第一章 第一条 1.1 3.2.1 一 目录 一是 总体情况 加强组织领导公安厅 "
    "各县人民政府： 溪原市水务局 "
    "2016年3月15日 二○一六年三月十五日 2月30日 溪政发〔2020〕12号 发布时间：2016-03-18 来源: 索\u2002引\u2002号： "
    "当前位置:首页> 附件：1. （此件公开发布） "
    "主办单位： 青ICP备15001234号-1 网站标识码：6301000012 上一篇： 信息内容\t0\t0 |规章|0| - 3 - &nbsp; <U+00A0> 。 "
    "； ： ， … “ ” ( （ 关于印发《办法》的通知"
).split(" ")
_SPACE: Final = [
    " ",
    "\u00a0",
    "\u3000\u3000",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x1c",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u0301",
    "\x00",
]
_MARKUP: Final = (
    (
        "<p> </p> <br> <div> </div> <table> </table> <tr> <td> </td> <td\xa0rowspan=3> <td\xa0colspan=9> <th> <b> "
        "</b> <strong> </strong> <h1> </h1> "
        "<h2> <ul> <li> <pre> </pre> <script> </script> <style> <!-- --> <select> <option> <a> </a> "
        "<span\xa0style='font-weight:bold'> </span> "
        "<p\xa0hidden> <p\xa0align=center> <template> <svg> <title> &nbsp; &#12288; &lt; &#0; &#xD800; &amp;nbsp; "
        "<meta\xa0name=ArticleTitle\xa0content=甲> <div\xa0id=zoom> <td\xa0class=TRS_Editor> "
        "<meta\xa0name=ContentStart> <meta\xa0name=ContentEnd> <!--ZJEG_RSS.content.begin--> <a\xa0href=1> \" ' = > <"
    )
    .replace("\xa0", "\0")
    .split(" ")
)
_WORD: Final = (
    "<w:p> </w:p> <w:r> </w:r> <w:t>一、总则</w:t> <w:tab/> <w:br/> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> "
    "<w:tcPr><w:gridSpan\0w:val='2'/></w:tcPr> <w:tcPr><w:vMerge/></w:tcPr> "
    "<w:tcPr><w:vMerge\0w:val='restart'/></w:tcPr> "
    "<w:pPr><w:numPr><w:ilvl\0w:val='0'/><w:numId\0w:val='1'/></w:numPr></w:pPr> <w:rPr><w:b/></w:rPr> "
    "<w:rPr><w:vanish/></w:rPr> "
    "<w:sdt> </w:sdt> <w:sdtContent> </w:sdtContent> <w:txbxContent> </w:txbxContent> \f "
    "<w:abstractNum\0w:abstractNumId='1'><w:lvl\0w:ilvl='0'><w:start\0w:val='1'/><w:numFmt\0w:val='chineseCounting'/>"
    "<w:lvlText\0w:val='%1、'/></w:lvl></w:abstractNum> "
    "<w:num\0w:numId='1'><w:abstractNumId\0w:val='1'/></w:num>"
).split(" ")
_JSON: Final = (
    '{ } [ ] , : "kind" "report" "schema" "govreport/2" "front" "body" "back" "issues" "children" "section" '
    '"heading" "paragraph" "raw" "lead" '
    '"trail" "start" "title" "marker" "ordinal" "depth" "confidence" "table" "row" "cell" "rowspan" "source_span" '
    '"origin" "meta" null true 1 -1 1e999 '
    '1.5 NaN "\\ud800" "" {"kind":"paragraph","raw":"甲"} {"kind":"table","children":[]}'
).split(" ")

FRAGMENTS: Final[dict[str, list[str]]] = {
    "parse": _TEXT + _SPACE,
    "parse_bytes": _TEXT + _SPACE + _MARKUP,
    "html": _MARKUP + _MARKUP + _TEXT + _SPACE,
    "docx": _WORD + _TEXT,
    "json": _JSON,
}
"""What is put into the inputs of each harness."""

_ENCODINGS: Final = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")


def mutator(harness: str, seeds: list[bytes]) -> Callable[[bytes, int, int], bytes]:
    """Make the mutator of one harness.

    Args:
        harness: its name.
        seeds: inputs to take pieces from.

    Returns:
        A function of an input, the size it may have, and a seed for chance.
    """
    fragments = [fragment.replace("\0", " ").encode("utf-8", "surrogatepass") for fragment in FRAGMENTS[harness]]

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        piece = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            _damage(piece, chance, fragments, seeds)
        if harness == "parse_bytes" and chance.random() < 0.1:
            text = bytes(piece).decode("utf-8", "ignore")
            piece = bytearray(text.encode(chance.choice(_ENCODINGS), "ignore"))
        return bytes(piece[:most])

    return mutate


def _damage(piece: bytearray, chance: random.Random, fragments: list[bytes], seeds: list[bytes]) -> None:
    at = _boundary(piece, chance.randint(0, len(piece)))
    match chance.randrange(7):
        case 0 | 1:
            piece[at:at] = chance.choice(fragments) * chance.choice((1, 1, 1, 2, 9))
        case 2:
            del piece[at : _boundary(piece, at + chance.choice((1, 3, 12, 60)))]
        case 3:
            other = _boundary(piece, chance.randint(0, len(piece)))
            piece[at:at] = piece[other : _boundary(piece, other + chance.choice((6, 30, 120)))]
        case 4 if seeds:
            source = chance.choice(seeds)
            start = _boundary(source, chance.randint(0, len(source)))
            piece[at:at] = source[start : _boundary(source, start + chance.choice((30, 120, 600)))]
        case 5 if at < len(piece):
            piece[at] = chance.randrange(256)
        case _:
            end = _boundary(piece, at + chance.choice((3, 9, 30)))
            piece[at:end] = chance.choice(fragments)


def _boundary(data: bytes | bytearray, at: int) -> int:
    """The next place that is not inside a character of UTF-8."""
    while at < len(data) and data[at] & 0xC0 == 0x80:
        at += 1
    return min(at, len(data))
