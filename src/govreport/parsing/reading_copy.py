"""The copy of a text that is parsed: markup and what else is no part of the words is cut out of it.

The copy knows where each of its characters stands in the source, so that no step needs to know that it reads one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from govreport.tree.leaf import Mark


class Cut:
    """A piece of the source that the copy has not.

    Attributes:
        start: its offset in the source, in characters.
        end: offset of its end.
        put: what the copy has in its place; no step may cut that in two.
        is_read: whether it is a part of the words for people, who read 一(yī)、 as it stands.
        is_layout: whether it is white space alone, which needs no mark, since what is read of a leaf passes over it.
    """

    __slots__ = ("end", "is_layout", "is_read", "put", "start")

    def __init__(self, start: int, end: int, put: str = "", is_read: bool = False, is_layout: bool = False) -> None:
        self.start = start
        self.end = end
        self.put = put
        self.is_read = is_read
        self.is_layout = is_layout


class ReadingCopy:
    """A text without some pieces of it.

    Attributes:
        text: the copy.
        source: the whole text.
        is_typed_so: whether the copy has the characters of the source, in no other form.
    """

    def __init__(self, source: str, cuts: Iterable[Cut], read: str | None = None) -> None:
        """Make the copy.

        Args:
            source: the whole text.
            cuts: what is left out, in order; what overlaps one before counts no more.
            read: the text to copy, where it differs from ``source`` in other forms of the same characters.
        """
        self.source = source
        self._read = source if read is None else read
        self._cuts: list[Cut] = []
        self._at: list[int] = []  # where each cut lies in the copy
        self._starts: list[int] = []  # and in the source
        text = self._read
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
        self.is_typed_so = self._read == source

    def whole_until(self, start: int, place: int) -> int:
        """Tell up to where the copy stands in the source just so, with nothing cut out of it.

        Args:
            start: offset in the copy.
            place: where what begins there would stand in the source.

        Returns:
            The offset of the next cut, in the copy, beyond its end where there is none; -1 where that is not its place.
        """
        index = bisect_left(self._at, start)
        shift = 0
        if index:
            cut = self._cuts[index - 1]
            shift = cut.end - self._at[index - 1] - len(cut.put)
        if place != start + shift:
            return -1
        return self._at[index] if index < len(self._at) else len(self.text) + 1

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

    def typed(self, start: int, end: int) -> str:
        """Give a piece of the copy as it stands in the source, with the markup before it and in it."""
        if not self._at:
            return self.source[start:end]
        return self.source[self.place(start, after=False) : self.place(end, after=False)]

    def spans(self, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Give the places in the source of pieces of the copy, from their first to their last character."""
        return [(self.place(start, after=True), self.place(end, after=False)) for start, end in pieces]

    def without(self, cuts: Iterable[Cut]) -> ReadingCopy:
        """Give a copy that lacks more.

        Args:
            cuts: what else is left out, with places in this copy: white space with all that was cut out of it, words.
        """
        own = list(self._cuts)
        for cut in cuts:
            # The line end between two words takes along the markup beside it.
            start, end = self.place(cut.start, after=not cut.is_layout), self.place(cut.end, after=cut.is_layout)
            # In the middle of a number it must not become a blank.
            is_number = self.source[start - 1 : start].isdecimal() and self.source[end : end + 1].isdecimal()
            is_layout = cut.is_layout and self.source[start:end].isspace() and not is_number
            own.append(Cut(start, end, is_layout=is_layout))
        return ReadingCopy(self.source, sorted(own, key=lambda cut: (cut.start, -cut.end)), self._read)
