"""What was found in a text that is no part of its words, and what it says of them."""

from __future__ import annotations

from attrs import define, field

from govreport.parsing.hints import Article, Grid, Hints, Slot, TitleMark
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

    def hints_on(self, copy: ReadingCopy) -> Hints:
        """Give the hints with offsets in a copy of the text."""
        hints, place = self.hints, copy.offset
        article = hints.article
        return Hints(
            {_word(at, copy): TitleMark(_word(one.last, copy), one.named) for at, one in hints.titles.items()},
            {_word(at, copy) for at in hints.headings},
            {_word(at, copy) for at in hints.numbers},
            {_word(at, copy): place(end) for at, end in hints.ends.items()},
            sorted([_grid(grid, copy) for grid in hints.grids], key=lambda grid: grid.start),
            {_word(at, copy) for at in hints.wraps},
            place(hints.head),
            None if hints.foot is None else place(hints.foot),
            None if article is None else Article(place(article.start), place(article.end), article.named),
            hints.lists_pages,
            hints.markdown,
            {_word(at, copy): level for at, level in hints.levels.items()},
        )


def _word(at: int, copy: ReadingCopy) -> int:
    """The offset in a copy of the first visible character from a place in the text on."""
    at = copy.offset(at)
    text = copy.text
    while at < len(text) and text[at] in SPACES:
        at += 1
    return at


def _grid(grid: Grid, copy: ReadingCopy) -> Grid:
    place = copy.offset
    rows = [[Slot(place(one.start), place(one.end), one.rowspan, one.colspan) for one in row] for row in grid.rows]
    return Grid(place(grid.start), place(grid.end), rows)
