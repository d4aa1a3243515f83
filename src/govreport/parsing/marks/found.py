"""What was found in a text that is no part of its words, and what it says of them."""

from __future__ import annotations

from attrs import define, field

from govreport.parsing.hints import Hints, LinkMark, moved
from govreport.parsing.reading_copy import Cut, ReadingCopy
from govreport.words.blanks import SPACES


@define(slots=True)
class Found:
    """What was found in a text.  Offsets are in characters of it.

    Attributes:
        cuts: what is no part of its words, in any order.
        hints: what that says of the words.
        reach: for each column of the last table, how many rows below it a cell of it covers.
    """

    cuts: list[Cut] = field(factory=list)
    hints: Hints = field(factory=Hints)
    reach: list[int] = field(factory=list)

    def in_order(self) -> list[Cut]:
        """Give the cuts in the order of the text, of two that begin together the longer one first."""
        return sorted(self.cuts, key=lambda cut: (cut.start, -cut.end))

    def links(self) -> list[LinkMark]:
        """Give where words lead, in order, without links around others, as of a picture that is one."""
        found: list[LinkMark] = []
        for link in sorted(self.hints.links, key=lambda one: (one.start, -one.end)):
            if found and link.start < found[-1].end:
                found.pop()
            found.append(link)
        return found

    def hints_on(self, copy: ReadingCopy) -> Hints:
        """Give the hints with offsets in a copy of the text."""
        return moved(self.hints, copy.offset, lambda at: _word(at, copy))


def _word(at: int, copy: ReadingCopy) -> int:
    """The offset in a copy of the first visible character from a place in the text on."""
    at = copy.offset(at)
    text = copy.text
    while at < len(text) and text[at] in SPACES:
        at += 1
    return at
