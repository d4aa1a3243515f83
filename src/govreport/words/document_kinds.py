"""The kinds of official documents (文种) by which titles end.

Sources: the 15 kinds of 中办发〔2012〕14号 (党政机关公文处理工作条例), with those of regulations,
plans, reports and bulletins as titles have them.
"""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.traditional import simplify, variants
from govreport.words.vocabulary import by_last_sign, one_of

OFFICIAL: Final = "决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split()
"""The kinds that 中办发〔2012〕14号 names; 令 is how 命令 ends in titles."""
REGULATIONS: Final = "办法 条例 规定 细则 规则 制度 章程 规范 标准 准则 法 規定 準則".split()
"""Rules and statutes."""
PLANS: Final = "方案 纲要 规划 计划 措施 要点 指南 指引 预案 政策 安排".split()
"""What is to be done."""
ACCOUNTS: Final = (
    "年报 总结 摘要 简报 答复 说明 解读 答记者问 问答 解释 简介 清单 目录 表 名单 名录 公示 倡议 倡议书 须知 報告 年報"
).split()
"""What was done, and lists."""
KINDS: Final = (*OFFICIAL, *REGULATIONS, *PLANS, *ACCOUNTS)
"""How titles of official documents end."""

FOOTNOTE: Final = re.compile(r"(?:\[\d{1,2}\]|\*)$")
"""The sign of a footnote after a title."""

# Kinds that end a title which says 关于 ("on"): 关于X制度 goes on until it says of what kind the document is.
_ABOUT: Final = (
    "报告 通知 意见 公报 公告 通告 决定 决议 批复 函 通报 请示 答复 纪要 命令 令 议案 说明 解读 答记者问 解释 倡议 "
    "倡议书 问答 公示 若干规定 的规定 的办法"
).split()
_ABOUT_END: Final = late(rf"{one_of(_ABOUT)}(?:[（(〔\[【].{{1,20}}|[》”\"]|\[\d\]|\d{{0,2}})?$")
# What may follow the kind: (试行), a closing quotation mark, a footnote, a number.
_AFTER_KIND: Final = late(r"[（(〔\[【][^）)〕\]】]{1,20}[）)〕\]】]$|[》”\"]$|全文$|\d{1,2}$")
_AFTER_KIND_MAX: Final = 22  # characters
_BY_LAST: Final = by_last_sign(KINDS)
_KIND_MAX: Final = max(map(len, KINDS))
_KIND_ENDS: Final = variants("".join(_BY_LAST))
_AFTER_KIND_ENDS: Final = frozenset('）)〕]】》”"文0123456789')


def ends_in_kind(text: str) -> bool:
    """True where a title names its kind of document: …的通知, …年度报告(试行)."""
    last = text[-1:]
    if last in _KIND_ENDS and _ends_in_kind(simplify(text[-_KIND_MAX:])):
        return True
    if last not in _AFTER_KIND_ENDS:
        return False
    match = _AFTER_KIND.search(text, max(0, len(text) - _AFTER_KIND_MAX))
    return match is not None and _ends_in_kind(simplify(text[: match.start()][-_KIND_MAX:]))


def _ends_in_kind(text: str) -> bool:
    return text.endswith(_BY_LAST.get(text[-1:], ()))


def kind_of_title(title: str) -> str | None:
    """The kind of document that a title ends in, the longest that fits, in simplified characters: ``通知``.

    None where it names none.  What may follow the kind, ``(试行)`` or a closing quotation mark, does not count.
    """
    words = simplify(title)
    while True:
        found = [kind for kind in KINDS if words.endswith(simplify(kind))]
        if found:
            return simplify(max(found, key=len))
        after = _AFTER_KIND.search(words)
        if after is None or not after.start():
            return None
        words = words[: after.start()]


_QUOTED: Final = re.compile(r"《[^《》]{0,120}》")  # the title of another document


def is_complete_title(text: str) -> bool:
    """True where a title needs no more lines: it names its kind, and after 关于 one that such titles end in."""
    if not ends_in_kind(text):
        return False
    return "关于" not in text or "关于" not in _QUOTED.sub("", text) or _ABOUT_END.search(text) is not None
