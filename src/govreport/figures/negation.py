"""Noughts that sentences state in words: 未收到申请, 没有发生行政复议和行政诉讼, 无收费情况."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_NOT: Final = "(?:尚未|均未|并未|也未|未|没有|没|从未)"
_VERBS: Final = (
    "接收到|接收|收到|接到|受理|收取|发生|存在|出现|产生|引发|涉及|被|有|因|制定|制发|制作|出台|印发|作出|发出|发布"
    "|启动"
)
_NEGATION: Final = re.compile(
    rf"{_NOT}(?:向[^,。;]{{0,20}}?|对[^,。;]{{0,20}}?|因(?:(?!复议|诉讼|申诉)[^,。;]){{0,30}}?|有|发生过)?"
    rf"(?P<verb>{_VERBS})"
    r"|没有(?P<plain>)|(?:不存在|不收取|无)(?P<none>)(?![法偿障关条纸人须需论锡期效误正])"
)
_STOP: Final = re.compile("[,。;!:(]|但|故也未|也未|也没有|且未")
_PARTS: Final = re.compile("、|以及|及其|和|或者|或|与|及|并")
_TAIL: Final = re.compile(
    "(?:的|了|过|等|信件|来信|案件|事件|事项|案例|案|件|情况|情形|现象|问题|发生|任何|要求|决定|数量|相关|有关|人员"
    "|方面|行为|提起|业务|工作|记录){0,6}$"
)
_LATE: Final = re.compile("按时|按期|超期|逾期|超时|及时|答复的|处理的|办结的")

# Nouns of a denied phrase, each with its variable; the first that is its end counts.
_NOUNS: Final = (
    ("reconsiderations", "复议|复议申请"),
    ("lawsuits", "诉讼|起诉|应诉|提起诉讼"),
    ("appeals", "申诉"),
    ("complaints", "投诉|举报|投诉举报"),
    ("waivers", "减免|减免费用|免收费用"),
    ("fees", "费用|收费|处理费|信息费|邮寄费|复制费|检索费"),
    ("accountability", "责任追究|问责|追责|被追究责任|追究责任|追究"),
    ("denied", "不予公开|不予公开政府信息|不予公开的政府信息|“不予公开”政府信息"),
    ("rules_issued", "规章"),
    ("normative_issued", "规范性文件?"),
    ("licensing", "行政许可"),
    ("penalties", "行政处罚"),
    ("coercion", "行政强制|行政强制措施"),
    ("administrative_fees", "行政事业性收费"),
    ("procurement", "集中采购"),
    ("carried_over", "上年结转|上一年结转|上年结转申请"),
    ("carried_forward", "结转|结转下年度|结转下年|结转至下一年度|结转下一年度"),
)
_ENDS: Final = tuple((name, re.compile(f"(?:{words})$")) for name, words in _NOUNS)
_REQUEST: Final = re.compile("申请(?:公开)?(?:的?[相有]关)?(?:政府)?(?:信息)?$|申请表$")
_GETTING: Final = ("收到", "接到", "受理", "接收", "接收到")
_FEE_VERBS: Final = ("收取", "发生", "存在", "有", "", "产生", "出现", "涉及")
_FAR: Final = 120
"""Characters that a denial reaches at most."""


def denied(sentence: str) -> Iterator[tuple[str, int, int, float]]:
    """Yield what a sentence says there was none of.

    Args:
        sentence: a text without blanks, in half-width and simplified characters.

    Yields:
        The code of the variable; where the denial begins and where the noun ends, in characters; how sure it is.
    """
    end = 0
    for match in _NEGATION.finditer(sentence):
        if match.start() < end:
            continue
        verb = match["verb"] or ""
        far = min(match.end() + _FAR, len(sentence))
        stop = _STOP.search(sentence, match.end(), far)
        end = stop.start() if stop else far
        following = _NEGATION.search(sentence, match.end(), end)
        end = following.start() if following else end
        found: set[str] = set()
        for start, part in _parts(sentence, match.end(), end):
            for name, length, sure in _named(part, verb, sentence[match.start() : end]):
                if name not in found:
                    found.add(name)
                    yield name, match.start(), start + length, sure


def _parts(sentence: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The things that a denied span names, each with its place."""
    at = start
    for match in _PARTS.finditer(sentence, start, end):
        yield at, sentence[at : match.start()]
        at = match.end()
    yield at, sentence[at:end]


def _named(part: str, verb: str, span: str) -> Iterator[tuple[str, int, float]]:
    bare = _TAIL.sub("", part)
    if re.search(r"\d", part) or _LATE.search(part):
        return
    if verb in (*_GETTING, "有", "") and _is_request(bare, span, verb):
        yield "received", len(bare), 0.97
        return
    if verb == "收取" and bare.endswith("费"):
        yield "fees", len(bare), 0.97
        return
    for name, pattern in _ENDS:
        if pattern.search(bare) is not None:
            if name == "fees" and verb not in _FEE_VERBS:
                return
            yield name, len(bare), 0.96
            return


def _is_request(bare: str, span: str, verb: str) -> bool:
    if _REQUEST.search(bare) is None or "复议" in bare or "诉讼" in bare:
        return False
    return verb in _GETTING or "公开" in bare or len(bare) <= 8 or "收到" in span
