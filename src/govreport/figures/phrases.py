"""The words around a number that name what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.figures.numbers import Amount

_TAILS: Final = (
    "共计", "总计", "合计", "累计", "总数", "数量", "总量", "共有", "达到", "分别", "均为", "都为", "总共",
    "共", "计", "总", "为", "有", "达", "到", "约", "了", "的", "数", "类", "是", ":", "各", "均", "“", "”",
)  # fmt: skip
"""Words that join a phrase to its number."""
_KEPT: Final = ("统计", "审计", "会计", "设计", "公共", "分类", "汇总", "访问量", "种类")
"""Words that end like one of them."""
_BRACKETS: Final = re.compile(r"\([^()]{0,20}\)$")
_EDGE: Final = re.compile("[,。;!:()、]")
_AFTER: Final = re.compile("[^,。;!:()、]{0,24}")
_LINK: Final = re.compile("^(?:为|是|属于|属|系|通过|采用)")
_CUT: Final = re.compile("全部|均|都|已|和|及|与|具体|开展|负责|承担|用于")
_RUN: Final = re.compile("[、,和及与]|以及")
_MANY: Final = 12
"""Numbers that stand together at most."""
_NAMES: Final = re.compile("[、和与及]|以及")


def bare(before: str) -> str:
    """Give what stands before a number without the words that only join it to the number.

    Args:
        before: part of a sentence, up to the number.
    """
    out = before
    while not out.endswith(_KEPT):
        tail = next((one for one in _TAILS if out.endswith(one)), "")
        cut = out[: len(out) - len(tail)] if tail else _BRACKETS.sub("", out)
        if cut == out:
            break
        out = cut
    return out


def around(sentence: str, before: str, amount: Amount) -> Iterator[str]:
    """Yield what stands around a number as one phrase: 召开新闻发布会 for 召开3次新闻发布会."""
    edge = max((match.end() for match in _EDGE.finditer(before)), default=0)
    near = before[edge:]
    match = _AFTER.match(sentence, amount.end)
    after = match.group() if match else ""
    if not after:
        return
    linked = _LINK.sub("", after)
    yield near + linked
    cut = _CUT.search(linked)
    if cut is not None and cut.start():
        yield near + linked[: cut.start()]


def shared(sentence: str, numbers: list[Amount], at: int) -> list[str] | None:
    """Tell the names that a number is said of, where names stand together before it.

    Args:
        sentence: the sentence.
        numbers: its numbers.
        at: which of them.

    Returns:
        For 行政复议、行政诉讼分别为3件、4件 the one name that belongs to the number; for 行政复议、行政诉讼各1件 all of
        them; None where it stands otherwise.
    """
    first = at
    while first and at - first < _MANY and _RUN.fullmatch(sentence, numbers[first - 1].end, numbers[first].start):
        first -= 1
    before = sentence[numbers[first - 1].end if first else 0 : numbers[first].start]
    head = re.search("(?:数量|数)?(?P<how>分别|各|均|都)(?:为|是|有|达)?$", before)
    if head is None:
        if numbers[at].raw:
            return None
        names = _listed(before)
        return names if len(names) > 1 else None
    names = _listed(before[: head.start()])
    if head["how"] == "分别":
        return [names[at - first]] if at - first < len(names) else []
    return names if at == first else None


def _listed(before: str) -> list[str]:
    edge = max((match.end() for match in re.finditer("[,。;!:()]", before)), default=0)
    return [one for one in map(bare, _NAMES.split(before[edge:])) if one]
