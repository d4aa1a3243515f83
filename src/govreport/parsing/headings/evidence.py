"""What a unit's siblings and its page say of a heading that no stop closes.

The units of a series are made alike, and so are the series of a page: headings are about as long as their siblings,
pages whose other headings have a stop or a line of their own have few without, and pages that lost their line ends
have many.  All of it is weighed with what the model says of the unit itself (`govreport.parsing.headings.model`), and
the sum is the log-odds of the unit's being a heading that ends at the place found.
"""

from __future__ import annotations

import math
from operator import itemgetter, mul
from typing import Final, TypeAlias

from govreport.parsing.headings.candidates import BLANK, COMMA, LONGEST, Words
from govreport.parsing.headings.model import Reading

_OWN_MOST: Final = 8.0  # log-odds at which more makes no difference
_SIBLING_MOST: Final = 4.0
_SURE: Final = 3.0  # from which the model's odds are to be trusted less, or more
# How a place gains by likeness to its siblings' headings, in log-odds.
_LENGTH: Final = 0.4  # lost for each character that a heading is longer or shorter than a sibling
_LENGTH_MOST: Final = 8
_SAME_LENGTH: Final = 2.0  # for being exactly as long
_ALIKE: Final = 0.8  # for having as many commas
_SAME_END: Final = 1.4  # for ending in the same two characters
_USUAL_LENGTH: Final = 10.0  # characters of a heading
_NAMED: Final = 4.0  # for a paragraph that begins with the issuer's name, which few texts to learn from have
_PRESCRIBED: Final = 4.0  # for ending where a prescribed name does
_LIKELY: Final = 0.1  # share of a guess that siblings look at

Shape: TypeAlias = tuple[int, int, str]
"""Of a heading: its length, its commas, its last two characters."""

_LIKENESS: Final = [_SAME_LENGTH, *(-_LENGTH * min(apart, _LENGTH_MOST) for apart in range(1, 4 * LONGEST))]

NAMES: Final = (
    "always", "own", "own beyond", "siblings", "stops beside", "lines beside", "paragraphs beside", "alone",
    "page", "stops on page", "lines on page", "asked on page", "share", "comma", "blank", "named", "prescribed",
    "rule", "none", "excess",
)  # fmt: skip
"""What is weighed, in the order of `Asked.evidence`."""


def shape(text: str, end: int) -> Shape:
    """The shape of a heading.

    Args:
        text: a unit's words, folded.
        end: where the heading ends.
    """
    return min(end, 2 * LONGEST), text.count("，", 0, end), text[max(0, end - 2) : end]


class Asked:
    """A unit that could hold a heading without a stop, and what is known of it.

    Attributes:
        words: its words.
        reading: what the model says of them.
        is_contested: whether a stop has made a heading of it so far.
        rule: how much the words before the stop look like a heading.
        scores: of the places in the reading, with what names say of them.
        own: log-odds of its having a heading without a stop, by its words alone.
        shapes: of the headings that end at these places.
        likely: those of the likely places, and how likely each is.
        end: where that heading ends most likely, in the folded text; `settle` asks its siblings too.
        share: how likely that place is among all places, 0 to 1.
        evidence: what `NAMES` say, in their order.
        chance: how likely it has a heading, once that has been asked.
    """

    __slots__ = (
        "chance", "end", "evidence", "is_contested", "likely", "own", "reading", "rule", "scores", "shapes", "share", "words",
    )  # fmt: skip

    def __init__(self, words: Words, reading: Reading, is_contested: bool, rule: float) -> None:
        self.words = words
        self.reading = reading
        self.is_contested = is_contested
        self.rule = rule
        named, prescribed = words.hints
        self.scores = reading.scores
        if named or prescribed:
            self.scores = [
                score + _NAMED * (end in named) + _PRESCRIBED * (end == prescribed)
                for end, score in zip(reading.ends, reading.scores, strict=True)
            ]
        shares = softmax(self.scores)
        self.share = max(shares)
        self.end = reading.ends[shares.index(self.share)]
        against = reading.none
        if reading.stop is not None:
            against = max(reading.none, reading.stop)
            against += math.log1p(math.exp(min(reading.none, reading.stop) - against))
        odds = max(self.scores) - math.log(self.share) - against
        self.own = max(-_OWN_MOST, min(_OWN_MOST, odds))
        self.shapes = [shape(words.text, end) for end in reading.ends]
        self.likely = [(one, part) for one, part in zip(self.shapes, shares, strict=True) if part >= _LIKELY]
        self.evidence: list[float] = []
        self.chance = 0.0


class Profile:
    """What the headings of a series are likely to look like, summed up, so that none is compared with each other.

    Attributes:
        count: of the units taken in.
    """

    __slots__ = ("_characters", "_closings", "_commas", "_fits", "_lengths", "_parts", "count")

    def __init__(self) -> None:
        self.count = 0
        self._characters = 0.0
        self._parts = 0.0
        self._fits: dict[int, float] = {}  # of each length that was asked about, with all lengths
        self._lengths: dict[int, float] = {}
        self._commas: dict[int, float] = {}
        self._closings: dict[str, float] = {}

    def add(self, likely: list[tuple[Shape, float]]) -> None:
        """Take in one unit: what its heading could look like, and how likely that is."""
        self.count += 1
        self._fits.clear()
        for (length, commas, closing), part in likely:
            self._characters += length * part
            self._parts += part
            self._lengths[length] = self._lengths.get(length, 0.0) + part
            self._commas[commas] = self._commas.get(commas, 0.0) + part
            self._closings[closing] = self._closings.get(closing, 0.0) + part

    def length_but(self, own: list[tuple[Shape, float]]) -> float:
        """The mean length of the siblings' headings, which are all but ``own``; that of a usual one where none are."""
        total, count = self._characters, self._parts
        for (length, _, _), part in own:
            total -= length * part
            count -= part
        return total / count if count > _LIKELY else _USUAL_LENGTH

    def fit(self, heading: Shape, own: list[tuple[Shape, float]]) -> float:
        """How well a heading would fit its siblings, which are all but ``own``, in log-odds; there is more than one."""
        length, commas, closing = heading
        total = _ALIKE * self._commas.get(commas, 0.0) + _SAME_END * self._closings.get(closing, 0.0)
        total += self._fits[length] if length in self._fits else self._fit_length(length)
        for (other, other_commas, other_closing), part in own:
            likeness = _LIKENESS[abs(length - other)]
            if commas == other_commas:
                likeness += _ALIKE
            if closing == other_closing:
                likeness += _SAME_END
            total -= part * likeness
        return total / (self.count - 1)

    def _fit_length(self, length: int) -> float:
        """How well a length fits all lengths."""
        total = 0.0
        for other, part in self._lengths.items():
            total += part * _LIKENESS[abs(length - other)]
        self._fits[length] = total
        return total


class Beside:
    """The units of one series, counted.

    Attributes:
        asked: those that could hold a heading without a stop.
        stops: headings that a stop closes for sure.
        lines: headings on a line of their own.
        paragraphs: units without a heading.
        profile: what their headings look like.
    """

    __slots__ = ("asked", "lines", "paragraphs", "profile", "stops")

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.stops = 0
        self.lines = 0
        self.paragraphs = 0
        self.profile = Profile()


def settle(page: list[Beside]) -> None:
    """Find the likeliest end of each unit that is asked, and gather the evidence for it.

    Args:
        page: the series of a document.
    """
    stops = sum([series.stops for series in page])
    lines = sum([series.lines for series in page])
    count = sum([len(series.asked) for series in page])
    own = sum([one.own for series in page for one in series.asked])
    # 于 2014年 5月底: where type is spaced out, a blank is no trace of a line end.
    is_spaced = any(one.words.text.count(" ") > 1 for series in page for one in series.asked)
    for series in page:
        bounded = [max(-_SIBLING_MOST, min(_SIBLING_MOST, one.own)) for one in series.asked]
        here, here_own = sum(bounded), sum([one.own for one in series.asked])
        others = len(series.asked) + series.stops + series.lines + series.paragraphs - 1
        elsewhere = (own - here_own) / (count - len(series.asked)) if count > len(series.asked) else 0.0
        apart = max(1, others)
        beside = [series.stops / apart, series.lines / apart, series.paragraphs / apart, float(others == 0), elsewhere]
        beside += [math.log1p(stops - series.stops), math.log1p(lines - series.lines), math.log1p(count - 1)]
        for one, mine in zip(series.asked, bounded, strict=True):
            if series.profile.count > 1:
                _find_end(one, series.profile)
            kind = one.words.kind(one.end)
            named, prescribed = one.words.hints
            one.evidence = [
                1.0,
                one.own,
                max(0.0, abs(one.own) - _SURE) * (1.0 if one.own > 0 else -1.0),
                (here - mine) / max(1, len(series.asked) - 1),
                *beside,
                math.log(one.share),
                float(kind == COMMA),
                float(kind == BLANK and not is_spaced),
                float(one.end in named),
                float(one.end == prescribed),
                max(-6.0, min(9.0, one.rule)),
                max(-_OWN_MOST, min(_OWN_MOST, one.reading.none - (one.reading.stop or 0.0))),
                min(2 * _LENGTH_MOST, one.words.stop - series.profile.length_but(one.likely)) / _LENGTH_MOST,
            ]


def _find_end(one: Asked, profile: Profile) -> None:
    """Choose the likeliest place by the model's scores and the likeness to siblings."""
    scores = [score + profile.fit(what, one.likely) for what, score in zip(one.shapes, one.scores, strict=True)]
    shares = softmax(scores)
    one.share = max(shares)
    one.end = one.reading.ends[shares.index(one.share)]


Weights: TypeAlias = dict[str, dict[str, float]]
"""The weight of each of `NAMES`, by what is asked and of which units: ``"open heading"``, ``"contested end"``."""
_IN_ORDER: Final = itemgetter(*NAMES)


def chance(one: Asked, question: str, weights: Weights) -> float:
    """How likely something is of a unit, 0 to 1, once `settle` has gathered the evidence.

    Args:
        one: the unit.
        question: ``"heading"``: it has a heading that no stop closes; ``"end"``: that heading ends where it was found.
        weights: what the evidence weighs.
    """
    weighed = weights[f"{'contested' if one.is_contested else 'open'} {question}"]
    odds = sum(map(mul, _IN_ORDER(weighed), one.evidence))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top, exp = max(scores), math.exp
    parts = [exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
