"""The labels of the statutory tables as pages write them: what is compared, and which of them begin a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from govreport.words.character_table import CharacterTable
from govreport.words.disclosure_form import FORMATS, INDICATORS
from govreport.words.traditional import TO_SIMPLIFIED, variants

HALF_WIDTH: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""The full-width forms of ASCII with their half-width ones, for `str.translate`."""
_FOLD: Final = CharacterTable(
    {
        **TO_SIMPLIFIED,
        **HALF_WIDTH,
        **dict.fromkeys(map(ord, " \u3000\u00a0\u200b\ufeff\t\n\r"), ""),
        **dict.fromkeys(map(ord, "“”‘’\"'＂＇「」《》、。,，.．*＊"), ""),
        ord("它"): "他",
    }
)
"""All of it in one table, since a text is gone through once for each."""
_ANY: Final = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")  # to look for one is cheaper than to translate


def fold(text: str) -> str:
    """Give a text as labels are compared: half-width, simplified, without blanks, commas, full stops, quotes, stars."""
    return text if _ANY.search(text) is None else text.translate(_FOLD)


def labels() -> Iterator[str]:
    """Yield every label of all editions with its variants, unfolded; some come twice."""
    for edition in FORMATS.values():
        for block in edition.blocks:
            yield from block.labels()


def is_label(text: str) -> bool:
    """True for a text that is a label of the form and nothing else, and for an empty one."""
    return not text or fold(text) in _folded()


@cache
def _folded() -> frozenset[str]:
    return frozenset(map(fold, labels()))


# Labels that stand in no running text, so that a line with one of them begins a table; 行政复议 and 行政诉讼 each stand
# in it, but not the one right after the other.
_OPENING: Final = tuple(
    dict.fromkeys(
        fold(label)
        for label in (
            INDICATORS[0],
            *(label for edition in FORMATS.values() for block in edition.blocks for label in block.opening),
        )
    )
)
_REVIEWS: Final = fold("行政复议行政诉讼")
_BARS_AND_STARS: Final = frozenset("|｜*")
BEGINNINGS: Final = variants("".join(label[0] for label in (*_OPENING, _REVIEWS))) | _BARS_AND_STARS | {"（"}
"""The characters that a line which begins a table begins with."""
_SECONDS: Final = variants("".join(label[1] for label in (*_OPENING, _REVIEWS)))
_HEAD: Final = 4  # characters of a label, folded, by which it is known from nearly every other line
_HEADS: Final = frozenset(label[:size] for label in (*_OPENING, _REVIEWS) for size in range(_HEAD + 1))
_GLANCE: Final = 8  # characters that are folded first
LONGEST_OPENING: Final = 60
"""Characters of the longest line that can begin a table."""


def opens_table(text: str, following: str = "") -> bool:
    """True where a line begins one of the tables.

    Args:
        text: a line without the blanks around it.
        following: the next line, by which 行政复议 is told where it stands alone.
    """
    if len(text) > LONGEST_OPENING or text[:1] not in BEGINNINGS:
        return False
    second = text[1:2]
    if not second.isalnum():
        second = text[2:3]  # 一、本年新收政府信息公开申请数量
    if second.isalnum() and second not in _SECONDS and text[0] not in _BARS_AND_STARS:
        return False
    if fold(text[:_GLANCE]).strip("|")[:_HEAD] not in _HEADS:
        return False
    folded = fold(text).strip("|")
    if folded.startswith(_REVIEWS[:4]):
        return _REVIEWS in (folded, folded + fold(following).strip("|"))
    return folded.startswith(_OPENING)


_NUMBERED: Final = tuple(
    dict.fromkeys(
        fold(label) for label in labels() if label[0] in "（一二三四123456789" and label[1] in "一二三四五六七、."
    )
)
_NUMBERED_WORDS: Final = frozenset(label.lstrip("()一二三四五六七0123456789")[:2] for label in _NUMBERED)
_LONGEST_ROW: Final = 60  # characters that hold the longest label of a row
_AFTER_LABEL: Final = frozenset("0123456789()一二三四-|/")


def begins_row(text: str, start: int, length: int) -> bool:
    """True where a number belongs to a row of the tables, its label before a cell or the next one: 1.属于国家秘密 0 0.

    Args:
        text: any text.
        start: where the number begins, in characters.
        length: of the number, in characters.
    """
    at = start + length
    words = text[at : at + 2]
    if words[:1].isspace():
        words = text[at : at + 4].lstrip()[:2]
    if words not in _NUMBERED_WORDS:
        return False
    folded = fold(text[start : start + _LONGEST_ROW])
    return any(folded.startswith(label) and folded[len(label) : len(label) + 1] in _AFTER_LABEL for label in _NUMBERED)
