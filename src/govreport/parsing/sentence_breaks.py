"""Lines that end or begin where no sentence does: what a PDF or a converter broke, whatever its width.

《中华人民共和国政府 / 信息公开条例》, 根据 / 条例的要求, 2004 / 年 / 5 / 月.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from govreport.words.stops import PARAGRAPH_ENDS

_CLOSING: Final = frozenset("，。、；）》〉”’】〕」』,)%％")
"""What no line begins with."""
_PAIRS: Final = {"《": "》", "（": "）", "“": "”", "(": ")", "「": "」"}
_OPENERS: Final = frozenset(_PAIRS)
_DANGLING: Final = re.compile(r"(?:^|[，,、；])(?:根据|按照|依据|依照|遵照|为了|以及|或者|通过|由于)$|第$")
_SHORT_NAME: Final = re.compile(r"[（(]以下(?:简称|统称|合称)")
_COUNTED: Final = re.compile(
    r"[年月日号时分条款项件次名个人家户期篇类份起册页辆台亩吨元万亿米公个多余%％]"
)
_DIGITS_MAX: Final = 9  # characters of a number that stands alone on its line
_NUMBER: Final = re.compile(r"\d{1,8}(?:\.\d{1,4})?")
_REACH: Final = 40  # characters of the next line in which a bracket closes
_MIN: Final = 4  # characters of a line that ends with a comma


def breaks_sentence(text: str, below: str) -> Literal["", "likely", "surely"]:
    """Tell whether a line end stands where no sentence has one.

    Args:
        text: the line.
        below: the next.

    Returns:
        How sure it is; an empty string where nothing shows it.
    """
    if below[0] in _CLOSING and (below[0] not in "%％" or text[-1].isdecimal()):
        return "surely"
    last = text[-1]
    if last in "，,、" and len(text) >= _MIN:
        return "likely"
    if last in PARAGRAPH_ENDS:
        return ""
    if _closes_below(text, below):
        return "surely"
    if _DANGLING.search(text[-6:]) is not None or _SHORT_NAME.match(below) is not None:
        return "likely"
    return ""


def _closes_below(text: str, below: str) -> bool:
    """True where a bracket is open at a line's end that the next line closes."""
    for opener, closer in _PAIRS.items():
        at = text.rfind(opener)
        if at >= 0 and closer not in text[at:]:
            end = below.find(closer, 0, _REACH)
            if end >= 0 and opener not in below[:end]:
                return True
    return False
