"""Units that are rows of a table that lost its cells, told by their figures: 重复申请 25 0 0 25."""

from __future__ import annotations

import re
from typing import Final

from govreport.words.patterns import late
from govreport.words.section_names import section_name_end
from govreport.words.stops import holds_colon

_ROW_ENDS: Final = "0123456789 \t\u00a0\u3000"
_ROW_FIGURES: Final = 3  # characters of the shortest figures of a row
_LABEL_MOST: Final = 60  # characters in which a row's figures begin
_FIGURES: Final = late(r"(?<![0-9:：])[0-9]{5,40}(?![0-9万亿元人件条次户套吨亩个多余])")
_FIVE_DIGITS: Final = re.compile("[0-9][0-9]{4}")  # a glance for the above


def is_row(words: str) -> bool:
    """True for a row of a table that lost its cells: 重复申请 25 0 0 25, 其他处理0000000."""
    label = words.rstrip(_ROW_ENDS)
    ends_in_figures = len(words) - len(label) >= _ROW_FIGURES and len(label) <= _LABEL_MOST and "。" not in label
    if ends_in_figures and holds_colon(label):
        return False  # 项目编号：MX2023-017 is a name with its value
    if not ends_in_figures and (
        _FIVE_DIGITS.search(words, 0, _LABEL_MOST) is None or _FIGURES.search(words, 0, _LABEL_MOST) is None
    ):
        return False
    return not section_name_end(words[:_LABEL_MOST])
