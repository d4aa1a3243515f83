"""Names of sections that rules prescribe: facts, as data."""

from __future__ import annotations

from typing import Final

from govreport.words.vocabulary import first_signs

SECTION_NAMES: Final = (
    # 政府信息公开工作年度报告格式, 国办公开办函〔2021〕30号
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
    # 中华人民共和国政府信息公开条例 (2007), 第三十二条
    "概述",
    "主动公开政府信息的情况",
    "依申请公开政府信息的情况",
    "依申请公开政府信息情况",
    "政府信息公开的收费及减免情况",
    "政府信息公开的收费及减免费用情况",
    "因政府信息公开申请行政复议、提起行政诉讼的情况",
    "政府信息公开工作存在的主要问题及改进情况",
)
"""How a numbered section of a statutory report is called."""
_STARTS: Final = first_signs(SECTION_NAMES)
# 概述如下, 总体情况是, 主动公开政府信息情况的统计: the words go on.
_GOES_ON: Final = frozenset("的等和与及或如是为表统，、")


def section_name_end(words: str) -> int:
    """Where a prescribed name ends that some words begin with; 0 where they begin with none.

    Args:
        words: a unit's words, without its number, punctuation in full width.
    """
    if words[:1] not in _STARTS:
        return 0
    for name in SECTION_NAMES:
        if words.startswith(name) and words[len(name) : len(name) + 1] not in _GOES_ON:
            return len(name)
    return 0
