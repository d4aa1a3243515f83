"""The copy of a text that is parsed: markup and what else is no part of the words is cut out of it.

The copy knows where each of its characters stands in the source, so that no step needs to know that it reads one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attrs import define

from govreport.tree.leaf import Mark


@define(slots=True)
class Cut:
    """A piece of the source that the copy has not.

    Attributes:
        start: its offset in the source, in characters.
        end: offset of its end.
        put: what the copy has in its place; no step may cut that in two.
        is_read: whether it is a part of the words for people, who read 一(yī)、 as it stands.
        is_layout: whether it is white space alone, which needs no mark, since what is read of a leaf passes over it.
    """

    start: int
    end: int
    put: str = ""
    is_read: bool = False
    is_layout: bool = False


class ReadingCopy:
    """A text without some pieces of it.

    Attributes:
        text: the copy.
        source: the whole text.
    """

    def __init__(self, source: str, cuts: Iterable[Cut], read: str | None = None) -> None:
        """Make the copy.

        Args:
            source: the whole text.
            cuts: what is left out, in order; what overlaps one before counts no more.
            read: the text to copy, where it differs from ``source`` in other forms of the same characters.
        """
        self.source = source
        self._read = read
        self._cuts: list[Cut] = []
        self._at: list[int] = []  # where each cut lies in the copy
        self._starts: list[int] = []  # and in the source
        text = source if read is None else read
        parts: list[str] = []
        floor = size = 0
        for cut in cuts:
            if cut.start < floor:
                continue
            size += cut.start - floor
            self._cuts.append(cut)
            self._at.append(size)
            self._starts.append(cut.start)
            parts += (text[floor : cut.start], cut.put)
            size += len(cut.put)
            floor = cut.end
        parts.append(text[floor:])
        self.text = "".join(parts)

    @property
    def written(self) -> str:
        """The copy with its characters as they were typed."""
        return self.text if self._read is None else ReadingCopy(self.source, self._cuts).text

    def without(self, cuts: Iterable[Cut]) -> ReadingCopy:
        """Make a copy that lacks further pieces.

        Args:
            cuts: the pieces, by their places in this copy.
        """
        further = []
        for cut in cuts:
            start, end = self.place(cut.start, after=False), self.place(cut.end, after=True)
            is_layout = cut.is_layout and self.source[start:end].isspace()
            further.append(Cut(start, end, cut.put, cut.is_read, is_layout))
        all_cuts = sorted([*further, *self._cuts], key=lambda cut: (cut.start, -cut.end))
        return ReadingCopy(self.source, all_cuts, self._read)

    def place(self, at: int, *, after: bool) -> int:
        """Give the place in the source of a place between two characters of the copy.

        Args:
            at: offset in the copy.
            after: whether it lies behind what is cut out just there; else before it, though always behind what people
                read.
        """
        if after:
            index = bisect_right(self._at, at)
            if index and self._cuts[index - 1].put and self._at[index - 1] == at:
                index -= 1  # it lies before what stands in the place of a cut
        else:
            index = bisect_left(self._at, at)
            while (
                index < len(self._at)
                and self._at[index] == at
                and self._cuts[index].is_read
                and not self._cuts[index].put
            ):
                index += 1
        if not index:
            return at
        cut = self._cuts[index - 1]
        return cut.end + at - self._at[index - 1] - len(cut.put)

    def marks(self, start: int, end: int) -> tuple[Mark, ...]:
        """Give what is cut out of a piece of the source and is no part of its words, with offsets in the piece."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        cuts = self._cuts[first:last]
        return tuple(
            (cut.start - start, self.source[cut.start : cut.end])
            for cut in cuts
            if cut.end > cut.start and not (cut.is_read or cut.is_layout)
        )

    def offset(self, place: int) -> int:
        """Give the offset in the copy of a place in the source; for what is cut out that of what follows."""
        index = bisect_right(self._starts, place)
        if not index:
            return place
        cut = self._cuts[index - 1]
        return self._at[index - 1] + (len(cut.put) + place - cut.end if place >= cut.end else 0)
