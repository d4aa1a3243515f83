"""What a unit's siblings and its page say of a heading that no stop closes.

The units of a series are made alike, and so are the series of a page: headings are about as long as their siblings,
pages whose other headings have a stop or a line of their own have few without, and pages that lost their line ends
have many.  All of it is weighed with what the model says of the unit itself (`govreport.parsing.headings.model`).

The choices of a unit are the places where its heading could end, and its being left as it stands.  Each place's
log-odds against being left are a sum of what is said of the place (`PLACE_NAMES`) and of the unit (`UNIT_NAMES`), and
the softmax over the choices says how likely each is.  This is done twice: first the siblings are what the model says
of them, then what came out the first time.
"""

from __future__ import annotations

import math
from operator import itemgetter
from typing import Final, TypeAlias

from govreport.parsing.headings.candidates import BLANK, PLACE, Words, fold
from govreport.parsing.headings.model import Reading
from govreport.parsing.headings.profile import PLACE_NAMES, Profile, Shape

LEAST_OWN: Final = -2.0  # log-odds by its own words below which no sibling parts a unit, but at a blank
_OWN_MOST: Final = 8.0  # log-odds at which more makes no difference
_SIBLING_MOST: Final = 4.0
_NAMED: Final = 4.0  # for a paragraph that begins with the issuer's name, which few texts to learn from have
_PRESCRIBED: Final = 4.0  # for ending where a prescribed name does
_RULE_LEAST, _RULE_MOST = -6.0, 9.0

UNIT_NAMES: Final = (
    "always", "as it stands", "own", "siblings", "siblings in sum", "likeliest sibling", "unlikeliest sibling",
    "stops beside", "lines beside", "paragraphs beside", "alone", "count", "page", "page in sum", "share of page",
    "stops on page", "lines on page", "asked on page", "rule", "excess", "verb", "size", "same beginning", "twin",
)  # fmt: skip
"""What is weighed of a unit, in the order of `Asked.evidence`."""

Weights: TypeAlias = dict[str, list[dict[str, float]]]
"""For units that a stop has made a heading of, ``"contested"``, and for the others, ``"open"``: the weight of each of
`PLACE_NAMES` and `UNIT_NAMES`, the first time and the second."""
_IN_ORDER: Final = itemgetter(*PLACE_NAMES, *UNIT_NAMES)
_PLACES: Final = len(PLACE_NAMES)


class Asked:
    """A unit that could hold a heading without a stop, and what is known of it.

    Attributes:
        words: its words.
        reading: what the model says of them.
        is_contested: whether a stop has made a heading of it so far.
        rule: how much the words before the stop look like a heading.
        scores: of the places in the reading, with what names say of them.
        shapes: of the headings that end at these places, and of the one that ends at the stop, if any.
        shares: how likely each of these is.
        bare: how likely it is that the unit has a heading that no stop closes.
        end: where that heading ends most likely, in the folded text.
        share: how likely it ends there.
        odds: log-odds of there being such a heading, within bounds.
        own: the same by the unit's own words.
        as_it_stands: the model's score of there being none.
        places: for each place, what `PLACE_NAMES` say.
        evidence: what `UNIT_NAMES` say.
    """

    __slots__ = (
        "as_it_stands", "bare", "end", "evidence", "is_contested", "odds", "own", "places", "reading", "rule",
        "scores", "shapes", "share", "shares", "words",
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
        self.shapes: list[Shape] = []
        choices = [*self.scores, reading.none]
        if reading.stop is not None:
            choices.insert(-1, reading.stop)
        self.places: list[list[float]] = []
        self.evidence: list[float] = []
        self._take(softmax(choices))
        self.own = self.odds
        self.as_it_stands = reading.none
        if reading.stop is not None:
            most = max(reading.none, reading.stop)
            self.as_it_stands = most + math.log1p(math.exp(min(reading.none, reading.stop) - most))

    def draw(self, profile: Profile) -> None:
        """Set the shapes, for which only siblings ask."""
        words, text, reading = self.words, self.words.text, self.reading
        self.shapes = [
            profile.shape(text, end, end + (reading.kinds[at] != PLACE)) for at, end in enumerate(reading.ends)
        ]
        if self.reading.stop is not None:
            self.shapes.append(profile.shape(text, words.stop, words.stop + 1))

    def could_be(self) -> bool:
        """True for a unit that siblings could make one with such a heading."""
        return self.own >= LEAST_OWN or self.words.kind(self.end) == BLANK

    def weigh(self, weights: list[float]) -> None:
        """Set how likely each place is, once what is said of them has been gathered."""
        # By name, not in a loop, which would take twice as long.
        (
            of_score, of_comma, of_comma_as_long, of_blank, of_same, of_all_same, of_one_apart, of_two_apart, of_apart,
            of_commas, of_last_four, of_last_two, of_last, of_next_two, of_next,
        ) = weights[:_PLACES]  # fmt: skip
        unit = 0.0
        for at, said in enumerate(self.evidence):
            unit += weights[_PLACES + at] * said
        odds: list[float] = []
        for place in self.places:
            (
                score, comma, comma_as_long, blank, same, all_same, one_apart, two_apart, apart,
                commas, last_four, last_two, last, next_two, following,
            ) = place  # fmt: skip
            odds.append(
                unit
                + (
                    of_score * score
                    + of_comma * comma
                    + of_comma_as_long * comma_as_long
                    + of_blank * blank
                    + of_same * same
                    + of_all_same * all_same
                    + of_one_apart * one_apart
                    + of_two_apart * two_apart
                    + of_apart * apart
                    + of_commas * commas
                    + of_last_four * last_four
                    + of_last_two * last_two
                    + of_last * last
                    + of_next_two * next_two
                    + of_next * following
                )
            )
        odds.append(0.0)
        shares = softmax(odds)
        left = shares.pop()
        if self.reading.stop is not None:  # what is left is divided between the stop and there being no heading
            apart = max(-_FAR, min(_FAR, self.reading.none - self.reading.stop))
            shares.append(left / (1.0 + math.exp(apart)))
        self._take(shares)

    def _take(self, shares: list[float]) -> None:
        self.shares = shares
        ends = self.reading.ends
        of_places = shares[: len(ends)]
        bare = self.bare = min(1.0, sum(of_places))
        self.odds = -_OWN_MOST if bare <= _FAINT else _OWN_MOST
        if _FAINT < bare < 1.0 - _FAINT:
            self.odds = math.log(bare / (1.0 - bare))
        self.share = max(of_places)
        self.end = ends[of_places.index(self.share)]


_FAINT: Final = 1.0 / (1.0 + math.exp(_OWN_MOST))
_FAR: Final = 30.0


class Beside:
    """The units of one series, counted.

    Attributes:
        asked: those that could hold a heading without a stop.
        stops: headings that a stop closes for sure.
        lines: headings on a line of their own.
        paragraphs: units without a heading.
        headings: the headings closed by a stop or the line's end: the unit's words, and where the heading ends.
        profile: of all that is and could be a heading, once it was asked for.
        titles: the headings, folded, from then on.
        shapes: theirs.
    """

    __slots__ = ("asked", "headings", "lines", "paragraphs", "profile", "shapes", "stops", "titles")

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.stops = 0
        self.lines = 0
        self.paragraphs = 0
        self.headings: list[tuple[str, int]] = []
        self.profile: Profile | None = None
        self.titles: list[str] = []
        self.shapes: list[Shape] = []

    def draw(self) -> Profile:
        """Make the profile, with the shapes of all headings and nothing summed up yet."""
        profile = self.profile = Profile()
        for words, end in self.headings:
            title = fold(words[:end])[0]
            self.titles.append(title)
            self.shapes.append(profile.shape(fold(words)[0], len(title), len(title) + 1))
        for one in self.asked:
            one.draw(profile)
        return profile


def settle(page: list[Beside], weights: Weights) -> None:
    """Find how likely each place of each unit that is asked is, as often as there are weights.

    Args:
        page: the series of a document.
        weights: what the evidence weighs.
    """
    for opened, contested in zip(weights["open"], weights["contested"], strict=True):
        gather(page)
        of_open, of_contested = list(_IN_ORDER(opened)), list(_IN_ORDER(contested))
        for series in page:
            for one in series.asked:
                if one.places:
                    one.weigh(of_contested if one.is_contested else of_open)


def gather(page: list[Beside]) -> None:
    """Gather what is said of each place and each unit, given how likely its siblings' places are.

    Of a series none of whose units could be parted nothing is gathered: most are such.

    Args:
        page: the series of a document.
    """
    stops = sum([series.stops for series in page])
    lines = sum([series.lines for series in page])
    count = sum([len(series.asked) for series in page])
    bare = sum([one.bare for series in page for one in series.asked])
    odds = sum([one.odds for series in page for one in series.asked])
    # 于 2014年 5月底: where type is spaced out, a blank is no trace of a line end.
    is_spaced = any(one.words.text.count(" ") > 1 for series in page for one in series.asked)
    for series in page:
        if not any(one.could_be() for one in series.asked):
            continue
        here_bare = sum([one.bare for one in series.asked])
        here_odds = sum([one.odds for one in series.asked])
        apart = count - len(series.asked)
        of_page = [
            (odds - here_odds) / apart if apart else 0.0,
            math.log1p(max(0.0, bare - here_bare)),
            math.log1p(stops - series.stops),
            math.log1p(lines - series.lines),
            math.log1p(count - 1),
        ]
        _gather_series(series, of_page, (bare, stops), is_spaced)


def _gather_series(series: Beside, of_page: list[float], on_page: tuple[float, int], is_spaced: bool) -> None:
    """Gather the evidence of one series, given that of its page."""
    asked = series.asked
    page_odds, page_bare, page_stops, page_lines, page_count = of_page
    bare, stops = on_page
    profile = series.profile or series.draw()
    profile.clear()
    begins: dict[str, float] = {}
    titles: dict[str, int] = {}
    for at, title in enumerate(series.titles):
        profile.add([series.shapes[at]], [1.0])
        begins[title[:2]] = begins.get(title[:2], 0.0) + 1.0
        titles[title] = titles.get(title, 0) + 1
    for one in asked:
        profile.add(one.shapes, one.shares)
        text = one.words.text
        begins[text[:2]] = begins.get(text[:2], 0.0) + one.bare
        titles[text[: one.end]] = titles.get(text[: one.end], 0) + 1
    bounded = [max(-_SIBLING_MOST, min(_SIBLING_MOST, one.odds)) for one in asked]
    all_bounded, all_bare = sum(bounded), sum([one.bare for one in asked])
    ranked = sorted([one.bare for one in asked])
    siblings = len(asked) - 1
    others = siblings + series.stops + series.lines + series.paragraphs
    every = max(1, others)
    headings = max(1, siblings + len(series.headings))
    stops_beside, lines_beside = series.stops / every, series.lines / every
    paragraphs_beside = series.paragraphs / every
    is_alone = 1.0 if others == 0 else 0.0
    counted = math.log1p(siblings + len(series.headings))
    for at, one in enumerate(asked):
        profile.add(one.shapes, one.shares, -1.0)
        text, words = one.words.text, one.words
        one.places = profile.describe(one.scores, one.reading.kinds, one.shapes, is_spaced)
        own = one.bare
        likeliest, unlikeliest = 0.0, 0.0
        if siblings:
            likeliest = ranked[-2] if own == ranked[-1] else ranked[-1]
            unlikeliest = ranked[1] if own == ranked[0] else ranked[0]
        elsewhere = max(0.0, bare - own)
        one.evidence = [
            1.0,
            one.as_it_stands,
            one.odds,
            (all_bounded - bounded[at]) / max(1, siblings),
            math.log1p(max(0.0, all_bare - own)),
            likeliest,
            unlikeliest,
            stops_beside,
            lines_beside,
            paragraphs_beside,
            is_alone,
            counted,
            page_odds,
            page_bare,
            elsewhere / max(1.0, elsewhere + stops),
            page_stops,
            page_lines,
            page_count,
            max(_RULE_LEAST, min(_RULE_MOST, one.rule)),
            min(2.0, (words.stop - profile.length()) / 8.0),
            1.0 if words.opens_with_verb else 0.0,
            math.log1p(words.size),
            (begins[text[:2]] - own) / headings,
            1.0 if titles[text[: one.end]] > 1 else 0.0,
        ]
        profile.add(one.shapes, one.shares)


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole: float = sum(parts)
    return [part / whole for part in parts]
