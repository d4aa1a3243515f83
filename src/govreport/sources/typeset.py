"""Words at places on pages (PDF, OFD) → one text, line by line, with indents, tables and page numbers told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, pairwise, takewhile
from statistics import median
from typing import Final, NamedTuple, TypeAlias

import regex
from attrs import define, field

from govreport.parsing.tabular import holds_labels
from govreport.sources.page import PLAIN, CellText, Page, Style
from govreport.sources.page_text import PageText
from govreport.words.section_numbers import match_marker
from govreport.words.stops import PARAGRAPH_ENDS

# All in heights of a letter.
_ONE_LINE: Final = 0.5  # by which the middles of what stands on one line differ at most
_TWICE: Final = 0.2  # within which the same character was drawn twice, to look bold
_WORD_GAP: Final = 0.15  # from which on there is a blank between two words of Latin letters
_BLANK: Final = 0.45  # and between two ideographs; a quarter is set between ideographs and digits without one
_SPREAD: Final = 1.15  # from letter to letter of a line that is spread out, at least
_COLUMN_GAP: Final = 1.5  # from which on what follows is set apart
_ROOM: Final = 2.0  # at the end of a line that goes on below: what was to follow found no room
_FLUSH: Final = 1.0  # by which a line that goes on may begin off the margin
_IN_THE_MIDDLE: Final = 0.7  # by which the two sides of a line in the middle differ at most
_SET_IN: Final = 2.5  # by which it is shorter on either side

_ONE_SIZE: Final = 0.1  # of a letter's height, by which the lines of a paragraph differ at most
_INDENT_MOST: Final = 40  # blanks before a line
_MARGIN_PAGE: Final = 8  # lines of a page that shows its own margins
_MARGIN_LINES: Final = 2  # lines of a page, and
_MARGIN_SHARE: Final = 0.1  # share of them, that begin at its left margin
_NARROWEST: Final = 0.8  # of the usual width of a text, of a page that shows its own margins
SAME_PLACE: Final = 3.0  # points by which running lines and columns may be off
_NUMBER_PAGES: Final = 2  # pages that are numbered at one place
_RUNNING_PAGES: Final = 3  # pages that a running line stands on, and
_RUNNING_SHARE: Final = 0.3  # share of all
_RUNNING_LINES: Final = 3  # lines at the top of a page, and at its foot, that may be running
_LEADER: Final = regex.compile(r"(?<![.…·])[.…·]{4,}+[\s\d]{0,8}+$")  # the end of a line of a contents page
_NUMBER: Final = re.compile(r"\d{1,4}")
_PAGE_NUMBER: Final = re.compile(
    r"[-—–―·•~\s第]{0,6}(\d{1,4})[-—–―·•~\s页]{0,6}(?:(?:/|共|of)\s{0,2}\d{1,4}\s{0,2}页?)?", re.I
)

_Margins: TypeAlias = tuple[float, float]  # where the lines of a page begin and end


class Piece(NamedTuple):
    """Some characters at a place of a page, in points from its upper left corner.

    Attributes:
        text: the characters.
        left: where they begin.
        right: where they end.
        middle: the middle of their height.
        size: the height of a letter.
        style: how they are set.
    """

    text: str
    left: float
    right: float
    middle: float
    size: float
    style: Style = PLAIN


@define(slots=True)
class SetLine:
    """A line of a page.

    Attributes:
        pieces: what stands on it, from left to right.
        left: where it begins.
        right: where it ends.
        middle: the middle of its height.
        size: the height of most of its letters.
    """

    pieces: list[Piece]
    left: float = field(init=False)
    right: float = field(init=False)
    middle: float = field(init=False)
    size: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Measure it."""
        self.left = self.pieces[0].left
        self.right = max(piece.right for piece in self.pieces)
        self.middle = self.pieces[0].middle
        self.size = max(1.0, sorted(piece.size for piece in self.pieces)[len(self.pieces) // 2])

    def runs(self) -> list[tuple[str, Style]]:
        """Its text with the blanks between, by style."""
        pitch = self._pitch()
        runs = [(self.pieces[0].text, self.pieces[0].style)]
        for before, after in pairwise(self.pieces):
            gap = after.left - max(before.right, before.left + pitch)
            runs.append((_blank(gap, self.size, before.text, after.text) + after.text, after.style))
        return runs

    def _pitch(self) -> float:
        """From letter to letter of a line that is spread out; nought for others, and for the numbers in cells."""
        steps = sorted(
            after.left - before.left
            for before, after in pairwise(self.pieces)
            if not (before.text[-1].isascii() or after.text[0].isascii())
        )
        usual = steps[len(steps) // 2] if len(steps) > 1 else 0.0
        return usual if usual > self.size * _SPREAD else 0.0

    @property
    def text(self) -> str:
        """Its text with the blanks between."""
        return "".join([text for text, _ in self.runs()])


@define(slots=True)
class SetTable:
    """A table of a page, or of several that go on from one to the next.

    Attributes:
        middle: the middle of its height, on its first page.
        rows: its cells, none of the rows empty.
        columns: the places of the lines between its columns.
        breaks: the pages that it goes on to, each with the first row there.
    """

    middle: float
    rows: list[list[CellText]]
    columns: list[float]
    breaks: list[tuple[int, int]] = field(factory=list)


@define(slots=True)
class SetPage:
    """What stands on a page.

    Attributes:
        lines: its lines outside of tables, from top to bottom.
        tables: its tables, from top to bottom.
    """

    lines: list[SetLine]
    tables: list[SetTable] = field(factory=list)


def set_lines(pieces: Iterable[Piece]) -> list[SetLine]:
    """Put pieces together that stand on one line.

    Args:
        pieces: pieces of a page, in any order; blank ones are left out, since the gaps say the same.
    """
    rows: list[list[Piece]] = []
    for piece in sorted((one for one in pieces if one.text.strip()), key=lambda one: (one.middle, one.left)):
        if rows and piece.middle - rows[-1][0].middle <= _ONE_LINE * max(1.0, piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = []
    for row in rows:
        row.sort(key=lambda one: one.left)
        line = [row[0]]
        for piece in row[1:]:
            if piece.text != line[-1].text or piece.left - line[-1].left > _TWICE * piece.size:
                line.append(piece)
        lines.append(SetLine(line))
    return lines


def _blank(gap: float, size: float, before: str, after: str) -> str:
    latin = before[-1].isascii() and after[0].isascii()
    if gap <= (_WORD_GAP if latin else _BLANK) * size:
        return ""
    return "\u3000\u3000" if gap > _COLUMN_GAP * size else " "


def set_cell(pieces: Iterable[Piece], rowspan: int = 1, colspan: int = 1) -> CellText:
    """Give what stands in a cell on one line; only words of Latin letters are parted where a line ends."""
    text = ""
    for line in set_lines(pieces):
        words = line.text.strip()
        text += (" " if text and text[-1].isascii() and words[0].isascii() else "") + words
    return CellText(text, rowspan=rowspan, colspan=colspan)


def set_text(pages: list[SetPage], meta: dict[str, str]) -> Page:
    """Put pages together.

    Args:
        pages: the pages, in order; what is put elsewhere is taken out of them.
        meta: what the file says of itself.

    Returns:
        A line a line, indents as ideographic blanks, data tables a row a line with cells parted by tabs.  Running
        headers stand first and running footers last, each once.  The numbers of the pages are left out, since
        ``starts`` says where each begins.
    """
    heads, foots = _take_running_lines(pages, 0), _take_running_lines(pages, -1)
    text = PageText()
    _add_plain(text, heads)
    text.hints.head = text.size
    usual = _usual_margins(pages)
    margins = [_margins(page, usual) for page in pages]
    starts: list[int] = []
    before: tuple[SetLine, _Margins, bool] | None = None
    for number, item in _in_order(pages):
        starts += [text.size] * (number + 1 - len(starts))
        if isinstance(item, SetLine):
            _add_line(text, item, *margins[number])
            wraps = before is not None and _goes_on(*before, item, margins[number])
            if wraps:
                text.hints.wraps.add(text.words[-1])
            before = (item, margins[number], wraps)
            continue
        before = None
        first = len(text.lines)
        at = text.size
        text.add_rows(item.rows, data=not holds_labels(item.rows))
        ends = list(accumulate((len(line) + 1 for line in text.lines[first:]), initial=at))
        for later, row in item.breaks:
            starts += [ends[row]] * (later + 1 - len(starts))
    text.hints.foot = text.size
    starts += [text.size] * (len(pages) - len(starts))
    _add_plain(text, foots)
    page = text.page(meta)
    page.starts = starts
    return page


def _in_order(pages: list[SetPage]) -> list[tuple[int, SetLine | SetTable]]:
    """What stands on the pages, each thing with its page; a table that goes on is one with its beginning."""
    out: list[tuple[int, SetLine | SetTable]] = []
    for number, page in enumerate(pages):
        items: list[SetLine | SetTable] = [*page.lines, *page.tables]
        items.sort(key=lambda item: item.middle)
        last, first = out[-1][1] if out else None, items[0] if items else None
        if isinstance(last, SetTable) and isinstance(first, SetTable) and _same_columns(last, first):
            last.breaks.append((number, len(last.rows)))
            last.rows += first.rows
            del items[0]
        out += [(number, item) for item in items]
    return out


def _same_columns(table: SetTable, other: SetTable) -> bool:
    return len(table.columns) == len(other.columns) and all(
        abs(left - right) <= SAME_PLACE for left, right in zip(table.columns, other.columns, strict=True)
    )


def _goes_on(line: SetLine, margins: _Margins, wraps: bool, after: SetLine, margins_after: _Margins) -> bool:
    """Whether a line goes on with the paragraph of the line above, which may stand on the page before.

    Args:
        line: the line above.
        margins: those of its page.
        wraps: whether it goes on itself.
        after: the line.
        margins_after: the margins of its page.
    """
    size = line.size
    if abs(after.size - size) > _ONE_SIZE * size or abs(after.left - margins_after[0]) > _FLUSH * size:
        return False
    text, text_after = line.text, after.text
    is_indented = wraps or line.left - margins[0] > _FLUSH * size
    if _LEADER.search(text) or (
        text[-1] in PARAGRAPH_ENDS and (not is_indented or match_marker(text_after) is not None)
    ):
        return False
    word = sum(piece.right - piece.left for piece in takewhile(lambda one: one.text.isascii(), after.pieces))
    return margins[1] - line.right <= word + _ROOM * size


def _add_plain(text: PageText, lines: list[str]) -> None:
    for line in lines:
        text.add_verbatim(line)
        text.end_line()


def _add_line(text: PageText, line: SetLine, left: float, right: float) -> None:
    """Add a line with its indent, between the margins of its page."""
    indent, rest = (line.left - left) / line.size, (right - line.right) / line.size
    text.add_verbatim("\u3000" * min(max(0, round(indent)), _INDENT_MOST))
    for run, style in line.runs():
        text.add_verbatim(run, style)
    text.end_line(centred=min(indent, rest) >= _SET_IN and abs(indent - rest) <= _IN_THE_MIDDLE)


# --- margins and running lines ---------------------------------------------------------------------------------------


def _usual_margins(pages: list[SetPage]) -> _Margins:
    """The margins of the page in the middle of all that show them; of all lines where none does."""
    full = [page.lines for page in pages if len(page.lines) >= _MARGIN_PAGE]
    full = full or [[line for page in pages for line in page.lines]]
    return (median(map(_left_margin, full)), median(map(_right_margin, full)))


def _margins(page: SetPage, usual: _Margins) -> _Margins:
    """The left and right margin of a page; those of most pages where it has too few lines to tell."""
    if len(page.lines) < _MARGIN_PAGE:
        return usual
    left, right = _left_margin(page.lines), _right_margin(page.lines)
    return (left, right) if right - left >= _NARROWEST * (usual[1] - usual[0]) else (left, left + usual[1] - usual[0])


def _left_margin(lines: list[SetLine]) -> float:
    """The outermost place at which several lines begin, of few a single one."""
    counts = Counter(round(line.left) for line in lines)
    if len(lines) < _MARGIN_PAGE:
        return min(counts, default=0)
    least = max(_MARGIN_LINES, _MARGIN_SHARE * len(lines))
    several = [place for place in counts if counts[place] + counts[place + 1] >= least]
    return min(several or counts)


def _right_margin(lines: list[SetLine]) -> float:
    """The outermost place at which lines end, without a single one that goes beyond the others of many."""
    ends = sorted((line.right for line in lines), reverse=True)
    if len(lines) >= _MARGIN_PAGE:
        size = sorted(line.size for line in lines)[len(lines) // 2]
        for end, following in pairwise(ends):
            if end - following <= size:
                return end
    return max(ends, default=0)


def _take_running_lines(pages: list[SetPage], at: int) -> list[str]:
    """Take the running lines out of pages.

    Args:
        pages: the pages.
        at: 0 for those at the top of a page, -1 for those at its foot.

    Returns:
        Each of them once, without page numbers.
    """
    taken: list[str] = []
    for _ in range(_RUNNING_LINES):
        alike: dict[tuple[str, int], list[tuple[SetPage, SetLine]]] = {}
        for number, page in enumerate(pages):
            if page.lines and _is_outermost(page, page.lines[at]):
                alike.setdefault(_running_key(page.lines[at].text, number), []).append((page, page.lines[at]))
        running = [lines for key, lines in alike.items() if _is_running(key, lines, len(pages))]
        for page, line in (pair for lines in running for pair in lines):
            del page.lines[at]
            text = line.text.strip()
            if not _PAGE_NUMBER.fullmatch(text) and text not in taken:
                taken.append(text)
        if not running:
            break
    return taken


def _is_outermost(page: SetPage, line: SetLine) -> bool:
    """Whether no table stands above a first line, or below a last one."""
    places = [table.middle for table in page.tables]
    return not places or line.middle < min(places) or line.middle > max(places)


def _running_key(text: str, number: int) -> tuple[str, int]:
    """What running lines have in common: the number of a page goes up with it, other words stay."""
    found = _PAGE_NUMBER.fullmatch(text.strip())
    if found:
        return ("", int(found[1]) - number)
    return (_NUMBER.sub("0", text.strip()), 0)


def _is_running(key: tuple[str, int], lines: list[tuple[SetPage, SetLine]], pages: int) -> bool:
    places = sorted(line.middle for _, line in lines)
    usual = places[len(places) // 2]
    same = sum(abs(place - usual) <= SAME_PLACE for place in places)
    return same >= max(_NUMBER_PAGES if not key[0] else _RUNNING_PAGES, _RUNNING_SHARE * pages)
