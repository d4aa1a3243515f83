"""What a file's markup says beside its text.  Each step takes a hint where the text itself leaves a doubt.

Offsets are in characters of the text that the file was turned into.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from attrs import define, field


@define(slots=True)
class Slot:
    """A table cell.

    Attributes:
        start: offset of its text.
        end: offset of the end of its text.
        rowspan: rows that it covers.
        colspan: columns that it covers.
    """

    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


@define(slots=True)
class Grid:
    """A data table: in the text a row a line, cells parted by tabs.

    Attributes:
        start: offset of its first cell.
        end: offset of the end of its last cell.
        rows: the cells that begin in each row, from left to right.
    """

    start: int
    end: int
    rows: list[list[Slot]]


@define(slots=True)
class TitleMark:
    """A line, or several, that the markup shows as the title.

    Attributes:
        last: offset of the last of them.
        named: whether the page's head says so; else they are set like one.
    """

    last: int
    named: bool


@define(slots=True)
class Article:
    """The element that holds a document's text.  Title and publish line may stand before it, attachments after it.

    Attributes:
        start: offset of its first line.
        end: offset of the end of its last line, and of the names of files that follow it.
        named: whether its name is one that content management systems give to a document's text; else what stands in it
            and around it tells.
    """

    start: int
    end: int
    named: bool


class LinkMark(NamedTuple):
    """Words that lead somewhere, or a picture.

    Attributes:
        start: offset of the words.
        end: offset of their end; the same for a picture that the text does not show.
        target: the address as the file has it.
        kind: see `govreport.tree.links.Link`.
        alt: what stands for a picture that the text does not show.
    """

    start: int
    end: int
    target: str
    kind: str = "link"
    alt: str = ""


@define(slots=True)
class Hints:
    """The hints of one file.

    Attributes:
        titles: lines that the markup shows as the title, by the offset of the first.
        headings: offsets of lines that are set as headings from end to end.
        levels: the level, 1 to 6, of lines that the markup calls headings, by their offset.
        centred: offsets of lines that are set in the middle themselves.
        numbers: offsets of lines that begin with a number which the file itself counts.
        ends: where the emphasised words that a line begins with end, by the line's offset.
        grids: the data tables, in order.
        wraps: offsets of the words of lines that go on with the paragraph of the line before.
        head: offset where a page header ends that is no part of the document; 0 where there is none.
        foot: offset where a page footer begins that is no part of the document; None where there is none.
        article: the element that holds the document's text; None where none stands out.
        lists_pages: whether the page is one of links and holds no document of its own.
        markdown: whether the file is known to be Markdown; else the text itself has to tell.
        links: where words lead, and pictures, in order; none of them within another.
    """

    titles: dict[int, TitleMark] = field(factory=dict)
    headings: set[int] = field(factory=set)
    levels: dict[int, int] = field(factory=dict)
    centred: set[int] = field(factory=set)
    numbers: set[int] = field(factory=set)
    ends: dict[int, int] = field(factory=dict)
    grids: list[Grid] = field(factory=list)
    wraps: set[int] = field(factory=set)
    head: int = 0
    foot: int | None = None
    article: Article | None = None
    lists_pages: bool = False
    markdown: bool = False
    links: list[LinkMark] = field(factory=list)


def moved(hints: Hints, place: Callable[[int], int], word: Callable[[int], int] | None = None) -> Hints:
    """Give hints for another text.

    Args:
        hints: the hints for one.
        place: gives for an offset in that text the one in the other.
        word: the same for an offset at which the words of a line begin; None where ``place`` does.
    """
    word = word or place
    article = hints.article
    return Hints(
        titles={word(start): TitleMark(word(mark.last), mark.named) for start, mark in hints.titles.items()},
        headings=set(map(word, hints.headings)),
        levels={word(start): level for start, level in hints.levels.items()},
        centred=set(map(word, hints.centred)),
        numbers=set(map(word, hints.numbers)),
        ends={word(start): place(end) for start, end in hints.ends.items()},
        grids=sorted([_moved_grid(grid, place) for grid in hints.grids], key=lambda grid: grid.start),
        wraps=set(map(word, hints.wraps)),
        head=place(hints.head),
        foot=None if hints.foot is None else place(hints.foot),
        article=None if article is None else Article(place(article.start), place(article.end), article.named),
        lists_pages=hints.lists_pages,
        markdown=hints.markdown,
        links=[mark._replace(start=place(mark.start), end=place(mark.end)) for mark in hints.links],
    )


def _moved_grid(grid: Grid, place: Callable[[int], int]) -> Grid:
    rows = [[Slot(place(slot.start), place(slot.end), slot.rowspan, slot.colspan) for slot in row] for row in grid.rows]
    return Grid(place(grid.start), place(grid.end), rows)
