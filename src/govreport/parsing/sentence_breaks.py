"""Lines that end or begin where no sentence does: what a PDF or a converter broke, whatever its width.

《中华人民共和国政府 / 信息公开条例》, 根据 / 条例的要求, 2004 / 年 / 5 / 月.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from govreport.parsing.line import Line
from govreport.parsing.looks import is_addressee
from govreport.words.document_kinds import ends_in_kind
from govreport.words.organizations import is_list_of_addressed
from govreport.words.stops import CLAUSE_END, COLONS, PARAGRAPH_ENDS

NO_STARTS: Final = frozenset("，。、；）》〉”’】〕」』,)%％")
"""What no line begins with."""
_NO_ENDS: Final = frozenset("《〈「『")
"""What no line ends with."""
_BRACKET_PAIRS: Final = (("《", "》"), ("（", "）"), ("“", "”"), ("(", ")"), ("「", "」"))
_OPEN_MAX: Final = 41  # characters from a bracket that is open to the end of the line
_DANGLING: Final = re.compile(r"(?:^|[，,、；])(?:根据|按照|依据|依照|遵照|为了|以及|或者|通过|由于)$|第$")
_SHORT_NAME: Final = re.compile(r"[（(]以下(?:简称|统称|合称)")
_FIRST: Final = NO_STARTS | {"（", "("}
_LAST: Final = frozenset("，,、据照了及者过于第：:")
_VALUE: Final = re.compile(r"[!-'*-~]{4,60}[）)]")  # （…，电子邮箱： / xinxi@example.cn）。
_REACH: Final = 40  # characters of the next line in which a bracket closes
_CLAUSE_MIN: Final = 4  # characters of a line that ends with a comma
_LONG: Final = 12  # characters of a line that goes on with a sentence and ends no clause
_ENDED: Final = frozenset("。；！？!?;")
_SQUARE: Final = frozenset("】〕」』")
_BRACKETS: Final = frozenset("）)】")


def can_break(line: Line, below: Line) -> bool:
    """Tell quickly whether `breaks_sentence` has to be asked about a line and the next."""
    if below.first in _FIRST or line.last in _LAST:
        return True
    text = line.text
    if "《" in text or "（" in text or "“" in text or "(" in text or "「" in text:
        return _open_bracket(text) is not None
    return False


def _open_bracket(text: str) -> tuple[str, str] | None:
    """The first bracket that is open at the end of a line, and what would close it; None where there is none."""
    floor = max(0, len(text) - _OPEN_MAX)
    found: tuple[str, str] | None = None
    first = len(text)
    for pair in _BRACKET_PAIRS:
        opener, closer = pair
        if opener in text:
            at = text.find(opener, max(floor, text.rfind(closer, floor)), first)
            if at >= 0:
                found, first = pair, at
    return found


def breaks_sentence(text: str, below: str) -> Literal["", "likely", "surely"]:
    """Tell whether a line end stands where no sentence has one.

    Args:
        text: the line.
        below: the next.

    Returns:
        How sure it is; an empty string where nothing shows it.
    """
    last = text[-1]
    if below[0] in NO_STARTS and _is_closed(last, below):
        return "surely"
    if last in "，,、":
        if is_addressee(below):
            return "surely" if is_list_of_addressed(text) else ""
        return "likely" if len(text) >= _CLAUSE_MIN and _is_clause(below) else ""
    if last in _NO_ENDS or (last in COLONS and _VALUE.match(below) is not None):
        return "surely"
    if last in PARAGRAPH_ENDS:
        return ""
    if _closes_below(text, below):
        return "surely"
    return "likely" if _DANGLING.search(text[-6:]) is not None or _SHORT_NAME.match(below) is not None else ""


def _is_closed(last: str, below: str) -> bool:
    """True where the sign that a line begins with can close what the line above ends with.

    A list that lost its marks has lines that begin with 、 or 。 too.
    """
    if below[0] in "%％":
        return last.isdecimal()
    if below[0] in _SQUARE:  # 【字体： / 大 / 小 / 】 are widgets of a page
        return last not in _ENDED and len(below) > 1
    if below[0] in "，。、；,":
        return last not in _ENDED and (last not in _BRACKETS or len(below) == 1 or below[0] != "、")
    return True


def _is_clause(below: str) -> bool:
    """True where a line can go on with a sentence: it holds or ends one, and is no title."""
    return CLAUSE_END.search(below) is not None or (len(below) >= _LONG and not ends_in_kind(below))


def _closes_below(text: str, below: str) -> bool:
    """True where a bracket is open at a line's end that the next line closes."""
    pair = _open_bracket(text)
    if pair is None:
        return False
    end = below.find(pair[1], 0, _REACH)
    return end >= 0 and pair[0] not in below[:end]
