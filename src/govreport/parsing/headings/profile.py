"""What the headings of a series are likely to look like, summed up."""

from __future__ import annotations

from typing import Final

from govreport.parsing.headings.candidates import BLANK, COMMA, WINDOW

_USUAL_LENGTH: Final = 10.0  # characters of a heading
_LENGTH_MOST: Final = 64  # characters that are told apart
_APART_MOST: Final = 10.0  # characters by which lengths differ at most
_LIKELY: Final = 0.05  # share of a guess that siblings look at
_LEAST_MASS: Final = 0.5  # siblings' headings by which what they look like is divided at least
PLACE_NAMES: Final = (
    "score", "comma", "comma as long", "blank", "same length", "all as long", "one apart", "two apart", "apart",
    "commas", "last four", "last two", "last", "next two", "next",
)  # fmt: skip
"""What is weighed of a place: the model's score, what stands there, and the share of siblings' headings like it."""

_NEW_PARTS: Final = [0.0] * 5  # room for the parts of a shape, for those that are new


class Shape:
    """The shape of a heading.

    Attributes:
        length: in characters, as far as lengths are told apart.
        parts: where in the `Profile` of its series its parts are summed up: its commas, its last four characters, two
            and one, the first two of what follows and the first; 0 for what is not there.
    """

    __slots__ = ("length", "parts")

    def __init__(self, length: int, parts: list[int]) -> None:
        self.length = length
        self.parts = parts


class Profile:
    """What the headings of a series are likely to look like, summed up, so that none is compared with each other.

    Attributes:
        mass: how many headings there are likely to be.
    """

    __slots__ = ("_characters", "_last", "_last_four", "_last_two", "_lengths", "_next", "_next_two", "_sums", "mass")

    def __init__(self) -> None:
        # Where the sum of each part stands; first what is not there and each number of commas.
        self._last_four: dict[str, int] = {}
        self._last_two: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._next_two = {"": 0}
        self._next = {"": 0}
        self._sums = [0.0] * (WINDOW + 2)
        self.clear()

    def clear(self) -> None:
        """Take out all units, and keep the shapes."""
        self.mass = 0.0
        self._characters = 0.0
        self._lengths = [0.0] * (_LENGTH_MOST + 5)  # two more on either side
        self._sums = [0.0] * len(self._sums)

    def shape(self, text: str, end: int, begin: int) -> Shape:
        """The shape of a heading.

        Args:
            text: a unit's words, folded.
            end: where the heading ends.
            begin: where the paragraph begins.
        """
        new = len(self._sums)
        self._sums.extend(_NEW_PARTS)
        parts = [
            1 + text.count("，", 0, end),
            self._last_four.setdefault(text[max(0, end - 4) : end], new),
            self._last_two.setdefault(text[max(0, end - 2) : end], new + 1),
            self._last.setdefault(text[end - 1 : end], new + 2),
            self._next_two.setdefault(text[begin : begin + 2], new + 3),
            self._next.setdefault(text[begin : begin + 1], new + 4),
        ]
        return Shape(min(end, _LENGTH_MOST), parts)

    def add(self, shapes: list[Shape], shares: list[float], times: float = 1.0) -> None:
        """Take in one unit: what its heading could look like, and how likely each is; take it out by -1 times."""
        sums, lengths = self._sums, self._lengths
        for at, one in enumerate(shapes):
            share = shares[at]
            if share >= _LIKELY:
                part = share * times
                self.mass += part
                self._characters += one.length * part
                lengths[one.length + 2] += part
                for what in one.parts:
                    sums[what] += part

    def length(self) -> float:
        """The mean length of the headings; that of a usual one where there are none."""
        return self._characters / self.mass if self.mass > _LIKELY else _USUAL_LENGTH

    def describe(
        self, scores: list[float], kinds: list[int], shapes: list[Shape], is_spaced: bool
    ) -> list[list[float]]:
        """Give what `PLACE_NAMES` say of each place of a unit: what share of the headings is like it.

        Args:
            scores: the model's score of each place.
            kinds: what stands there: `PLACE`, `COMMA`, `BLANK` or `STOP`.
            shapes: of the headings that would end there.
            is_spaced: whether blanks part no heading from its paragraph on this page.
        """
        lengths, sums = self._lengths, self._sums
        mass, usual = max(self.mass, _LEAST_MASS), self.length()
        places: list[list[float]] = []
        for at, score in enumerate(scores):
            kind, like = kinds[at], shapes[at]
            length = like.length
            commas, last_four, last_two, last, next_two, following = like.parts
            same = lengths[length + 2] / mass
            near = (lengths[length + 1] + lengths[length + 3]) / mass
            places.append(
                [
                    score,
                    1.0 if kind == COMMA else 0.0,
                    same + near if kind == COMMA else 0.0,
                    1.0 if kind == BLANK and not is_spaced else 0.0,
                    same,
                    same * same,
                    near,
                    (lengths[length] + lengths[length + 4]) / mass,
                    min(_APART_MOST, abs(length - usual)),
                    sums[commas] / mass,
                    sums[last_four] / mass,
                    sums[last_two] / mass,
                    sums[last] / mass,
                    sums[next_two] / mass if next_two else 0.0,
                    sums[following] / mass if following else 0.0,
                ]
            )
        return places
