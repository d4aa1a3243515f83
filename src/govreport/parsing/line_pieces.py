"""Lines of a PDF that its justified text was cut into: at stops, which were set narrower, and at brackets.

``新型冠状病毒感染`` / ``（COVID-19）`` / ``诊疗工作，`` / ``我们组织专家`` stood on one line of the page.
"""

from __future__ import annotations

from typing import Final

from govreport.parsing.line import GridLine, Line
from govreport.parsing.sentence_breaks import NO_STARTS
from govreport.parsing.stretches import SPREAD, WIDEST, columns
from govreport.words.document_kinds import ends_in_kind
from govreport.words.patterns import late
from govreport.words.stops import CLAUSE_END, PARAGRAPH_ENDS

_SIGNS_MIN: Final = 3  # lines that begin with what no line begins with: so many show that lines were cut
_SIGNS_SHARE: Final = 0.02  # of all lines
_NARROWEST: Final = 32  # columns of a full line
_FULL_MIN: Final = 0.2  # of the lines that are full
_SET_NARROWER: Final = late("[，、。；：（）“”《》]")  # in one column, where a line has to hold more
_BEFORE_MORE: Final = frozenset("，,、（(“‘《〈")  # what a piece ends with that is not the last
_OPENERS: Final = frozenset("（(“‘《〈")
_CLOSERS: Final = frozenset("）)”’》〉")


def line_pieces(lines: list[Line], running: list[bool]) -> set[int]:
    """Find the lines that stood on one line of the page with the line above.

    Args:
        lines: a text's lines, in order.
        running: which of them are page numbers and running lines.

    Returns:
        Their indices; none for text that was not cut so.
    """
    signs = sum([line.first in NO_STARTS for line in lines])
    if signs < _SIGNS_MIN or signs < _SIGNS_SHARE * len(lines):
        return set()
    sizes = [columns(line.text) for line in lines]
    width = _width_of_page(sizes)
    sizes = [size - len(_SET_NARROWER.findall(line.text)) for size, line in zip(sizes, lines, strict=True)]
    found: set[int] = set()
    words, size = "", 0  # of the line so far, and the columns that it takes at least
    for index, line in enumerate(lines):
        is_apart = index == 0 or running[index] or running[index - 1] or lines[index - 1].trail.count("\n") > 1
        if not is_apart and not isinstance(line, GridLine) and _goes_on(words, line, size + sizes[index] <= width):
            found.add(index)
            words, size = words + line.text, size + sizes[index]
        else:
            words, size = line.text, sizes[index]
    return found


def _width_of_page(sizes: list[int]) -> int:
    """Columns of the page's full lines; 0 where too few lines are of one width."""
    at_width = [sum([size <= each <= size + SPREAD for each in sizes]) for size in range(_NARROWEST, WIDEST)]
    most = max(at_width)
    return _NARROWEST + at_width.index(most) + SPREAD if most >= _FULL_MIN * len(sizes) else 0


def _goes_on(words: str, line: Line, has_room: bool) -> bool:
    """True where a line is the next piece of the line of the page that begins with some words."""
    last, first = words[-1], line.first
    if not has_room or line.marker is not None:
        return False
    if first in NO_STARTS or last in _BEFORE_MORE or (first in _OPENERS and last not in PARAGRAPH_ENDS):
        return True
    return last in _CLOSERS and (CLAUSE_END.search(words) is not None or not ends_in_kind(words))  # else a title
