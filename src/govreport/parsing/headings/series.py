"""What the units of one series are: headings, headings with a paragraph run in, or numbered paragraphs.

Units are weighed one by one (`govreport.parsing.headings.clauses`, `govreport.parsing.headings.boundary`) and decided together, since the units of a series
are made alike: where most are headings, so is the doubtful one, and headings are about as long as their siblings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, TypeAlias, get_args

from govreport.parsing.headings.boundary import LIMIT, BoundaryModel, Reading, Words, fold, load, softmax
from govreport.parsing.headings.clauses import UNDIVIDED, Split, split_unit
from govreport.parsing.headings.ngrams import WINDOW
from govreport.words.blanks import SPACES
from govreport.words.stops import STOPS

Splitting = Literal["always", "confident", "never"]
"""When to part a heading from its paragraph where no stop does: wherever it is likelier than not, only when it is
likely enough (the default), or never."""
SPLITTINGS: Final[tuple[Splitting, ...]] = get_args(Splitting)


def check_splitting(splitting: object) -> None:
    """Refuse what is no `Splitting`.

    Raises:
        ValueError: it is none.
    """
    if splitting not in SPLITTINGS:
        raise ValueError(f'split_headings is "always", "confident" or "never", not {splitting!r}')


_SURE: Final = {"confident": 2.0, "always": 1.0}  # log-odds of there being a heading at all
_SIBLINGS: Final = 0.45  # weight of the siblings' mean score against a unit's own
_NAMED: Final = frozenset({"part", "book", "chapter", "division"})  # always have a heading
_ITEMS: Final = frozenset({"digit", "digit-paren", "digit-half"})
_COLONS: Final = frozenset(":：")
# How a series decides about ends that no stop marks; tuned on documents that the model was not trained on.
_PRIOR: Final = 1.1  # weight of the siblings' mean log-odds of being headings
_KNOWN: Final = 3.0  # log-odds of a sibling that a stop or line end decides
_LENGTH: Final = 0.2  # for each character that a heading is longer or shorter than a sibling
_LENGTH_MOST: Final = 8
_SAME_LENGTH: Final = 1.0  # for being exactly as long as a sibling
_ALIKE: Final = 0.4  # for having as many commas as a sibling
_SAME_END: Final = 0.7  # for ending in the same two characters
_BLANK: Final = 4.0  # for a blank where there is no other, the trace of a line end
_NAME: Final = 2.5  # for a paragraph that begins with the issuer's name
_NEVER_CERTAIN: Final = 0.999  # 1 is for ends that a stop or a line end marks
_LIKELY: Final = 0.1  # share of a guess that siblings look at
# Blanks after a Chinese character, but for those before a number other than a year (其他信息 322 条).
_BLANKS: Final = re.compile(r"(?<=[\u4e00-\u9fff”》）])[ \t\u00a0\u3000]+(?=[^\d \t\u00a0\u3000]|(?:19|20)\d\d年)")
_MARKED: Final = 9.0  # score of a heading that the markup shows
_MARKED_MAX: Final = 60  # characters of the longest
_SET_AS_HEADING: Final = 4.0  # for a line that the markup sets as a heading from end to end
_SHORTEST: Final = 14  # characters of a unit that can be a heading and a paragraph


class Member:
    """A unit of a series.

    Attributes:
        words: what stands after its marker, to the end of the line.
        family: of its marker.
        depth: in the outline.
        beneath: whether text or deeper units follow before the next sibling.
        split: where its title ends; `decide` sets it.
        emphasised: characters of the words that the markup sets apart from the rest; none where not above 0.
        is_set_as_heading: whether the markup sets the whole line as a heading.
    """

    __slots__ = ("beneath", "depth", "emphasised", "family", "is_set_as_heading", "split", "words")

    def __init__(self, words: str, family: str, depth: int, beneath: bool, split: Split = UNDIVIDED) -> None:
        self.words = words
        self.family = family
        self.depth = depth
        self.beneath = beneath
        self.split = split
        self.emphasised = 0
        self.is_set_as_heading = False


def decide(members: list[Member], splitting: Splitting, names: Sequence[str] = ()) -> None:
    """Set each unit's ``split``.

    Args:
        members: a document's units, in order.
        splitting: when to part a heading from its paragraph where no stop does.
        names: names of the body whose document it is, by which paragraphs may begin.
    """
    for member in members:
        marked = _marked_split(member) if member.emphasised > 0 else None
        member.split = marked or split_unit(member.words, bracketed=member.family == "article")
        if marked is None:
            _weigh(member)
    found = _series(members)
    for series in found:
        _agree(series)
    if splitting != "never":
        part(found, _SURE[splitting], names)
    for member in members:
        split = member.split
        if split.score <= 0:
            split.end = split.stop = split.start


def _series(members: list[Member]) -> list[list[Member]]:
    """The members that stand at one level under one parent, as lists."""
    found: list[list[Member]] = []
    open_series: list[list[Member]] = []
    for member in members:
        del open_series[member.depth :]
        while len(open_series) < member.depth:
            open_series.append([])
            found.append(open_series[-1])
        open_series[-1].append(member)
    return found


def _marked_split(member: Member) -> Split | None:
    """The split that the markup shows: ``<b>（二）加强工作指导</b>公安厅…``."""
    title = member.words[: member.emphasised].rstrip(STOPS + SPACES)
    if not title or len(title) > _MARKED_MAX or "。" in title:
        return None
    start = len(title) - len(title.lstrip(SPACES))
    stop = len(title)
    while stop < len(member.words) and member.words[stop] in STOPS:
        stop += 1
    return Split(start, len(title), stop, _MARKED)


def _weigh(member: Member) -> None:
    """Weigh a division by what follows it: nothing, a paragraph on the line, or text beneath."""
    split, words, family = member.split, member.words, member.family
    if member.is_set_as_heading:
        split.score += _SET_AS_HEADING
    if family in _NAMED:
        if len(words) <= 60:
            split.end, split.stop, split.score = len(words.rstrip()), len(words), 9.0
    elif family == "article":
        if (split.stop > split.end or not member.beneath) and split.score < 8:
            split.score -= 6.0
    elif split.stop >= len(words):
        closing = words[split.end : split.stop]
        if closing == "。":
            # (一)指导思想。 / text: a heading; 五、上传资料。 / the next item: a sentence.
            split.score += (0.5 if len(words) <= 18 else -1.5) if member.beneath else -4.0
        elif closing in _COLONS:
            split.score += 0.5 if member.beneath else -2.0
        elif not closing and not member.beneath and family in _ITEMS:
            split.score -= 4.0


def _is_sentence(member: Member) -> bool:
    return member.split.stop >= len(member.words) and member.words[member.split.end :] == "。"


def _agree(series: list[Member]) -> None:
    """Let the units of one series decide together: where most are headings, so is the doubtful one."""
    if len(series) < 2:
        return
    sentences = [member for member in series if _is_sentence(member)]
    if sum(not member.beneath for member in sentences) * 2 > len(sentences):
        # A list of steps: text after one of them makes no heading of it.
        for member in sentences:
            if member.beneath:
                member.split.score -= 4.5
    bounded = [max(-4.0, min(4.0, member.split.score)) for member in series]
    total = sum(bounded)
    for member, own in zip(series, bounded, strict=True):
        if -8 < member.split.score < 8:
            member.split.score += _SIBLINGS * (total - own) / (len(series) - 1)


# --- ends that no stop marks -----------------------------------------------------------------------------------------


class _Shape:
    """What headings of one series have in common."""

    __slots__ = ("closing", "commas", "length")

    def __init__(self, length: int, commas: int, closing: str) -> None:
        self.length = length
        self.commas = commas
        self.closing = closing


_Likely: TypeAlias = list[tuple[_Shape, float]]
"""What a unit's heading could look like, and how likely that is."""


_LIKENESS: Final = [_SAME_LENGTH, *(-_LENGTH * min(apart, _LENGTH_MOST) for apart in range(1, 2 * LIMIT))]


class _Profile:
    """What the headings of a series are likely to look like, summed up, so that none is compared with each other."""

    __slots__ = ("closings", "commas", "count", "lengths")

    def __init__(self) -> None:
        self.lengths: dict[int, float] = {}
        self.commas: dict[int, float] = {}
        self.closings: dict[str, float] = {}
        self.count = 0

    def add(self, likely: _Likely) -> None:
        """Take in one unit."""
        self.count += 1
        for shape, share in likely:
            length, commas, closing = shape.length, shape.commas, shape.closing
            self.lengths[length] = self.lengths.get(length, 0.0) + share
            self.commas[commas] = self.commas.get(commas, 0.0) + share
            self.closings[closing] = self.closings.get(closing, 0.0) + share

    def fit(self, heading: _Shape, own: _Likely) -> float:
        """How well a heading would fit its siblings, which are all but ``own``."""
        if self.count < 2:
            return 0.0
        length, commas, closing = heading.length, heading.commas, heading.closing
        total = _ALIKE * self.commas.get(commas, 0.0) + _SAME_END * self.closings.get(closing, 0.0)
        for other, share in self.lengths.items():
            total += share * _LIKENESS[abs(length - other)]
        for shape, share in own:
            total -= share * (
                _LIKENESS[abs(length - shape.length)]
                + _ALIKE * (commas == shape.commas)
                + _SAME_END * (closing == shape.closing)
            )
        return total / (self.count - 1)


class _Open:
    """A unit without a heading so far, and what the model says of it.

    Attributes:
        member: the unit.
        ends: where its heading could end.
        scores: of each end.
        shapes: of the heading, as each end has it.
        likely: the likeliest of these.
        odds: log-odds of there being a heading at all.
    """

    __slots__ = ("ends", "likely", "member", "odds", "scores", "shapes")

    def __init__(self, member: Member, text: str, reading: Reading, named: list[int], blank: list[int]) -> None:
        scores = reading.scores
        if named or blank:
            scores = [
                score + _NAME * (end in named) + _BLANK * (end in blank)
                for end, score in zip(reading.ends, scores, strict=True)
            ]
        top = max(scores)
        parts = [math.exp(score - top) for score in scores]
        whole = sum(parts)
        least = _LIKELY * whole
        self.member = member
        self.ends = reading.ends
        self.scores = scores
        self.shapes = [_shape(text, end) for end in reading.ends]
        self.likely = [(shape, part / whole) for shape, part in zip(self.shapes, parts, strict=True) if part >= least]
        self.odds = top + math.log(whole) - reading.none


def part(found: list[list[Member]], least: float, names: Sequence[str], model: BoundaryModel | None = None) -> None:
    """Part headings from the paragraphs they run into, where it is likely enough.

    Args:
        found: the units, series by series; the ``split`` of those that are parted is set.
        least: log-odds of there being a heading from which on a unit is parted.
        names: names by which paragraphs may begin.
        model: the learned scores; those of the package where None.
    """
    candidates = [[member for member in series if _can_run_in(member)] for series in found]
    if not any(candidates):
        return
    looks = iter(_look([member for some in candidates for member in some], names, model or _model()))
    for series, some in zip(found, candidates, strict=True):
        undecided = [one for _ in some if (one := next(looks)) is not None]
        if undecided:
            _part_series(series, undecided, least)


def _part_series(series: list[Member], undecided: list[_Open], least: float) -> None:
    """Part the headings of one series."""
    waiting = {id(one.member) for one in undecided}
    settled = [member for member in series if id(member) not in waiting]
    profile = _Profile()
    for member in settled:
        if member.split.score > 0:
            profile.add([(_title_shape(member), 1.0)])
    for one in undecided:
        profile.add(one.likely)
    known = sum([_KNOWN if member.split.score > 0 else -_KNOWN for member in settled], 0.0)
    bounded = [max(-4.0, min(4.0, one.odds)) for one in undecided]
    total = known + sum(bounded)
    for one, own in zip(undecided, bounded, strict=True):
        odds = one.odds + (_PRIOR * (total - own) / (len(series) - 1) if len(series) > 1 else 0.0)
        if odds < least:
            continue
        scores = one.scores
        if len(scores) > 1:
            scores = [score + profile.fit(shape, one.likely) for score, shape in zip(scores, one.shapes, strict=True)]
        shares = softmax(scores)
        share = max(shares)
        start = one.member.split.start
        end = start + one.ends[shares.index(share)]
        confidence = min(_NEVER_CERTAIN, share / (1.0 + math.exp(-odds)))
        one.member.split = Split(start, end, end, odds, round(confidence, 3))


def _can_run_in(member: Member) -> bool:
    """True for a unit that no stop has made a heading of and that is long enough to hold one and a paragraph."""
    if member.split.score > 0 or member.family in _NAMED or member.family == "article":
        return False
    return len(member.words) >= _SHORTEST and not (member.words[-1] in "；;" and "。" not in member.words)


def _look(members: list[Member], names: Sequence[str], model: BoundaryModel) -> list[_Open | None]:
    """Ask the model about some units; None for one that has no place for a heading's end."""
    units: list[Words] = []
    hints: list[tuple[list[int], list[int]]] = []
    for member in members:
        start = member.split.start
        text = fold(member.words[start : start + WINDOW])
        named, blank = _named(text, names), _lone_blank(text)
        hints.append((named, blank))
        units.append(Words(text, len(member.words), named + blank))
    return [
        _Open(member, unit.text, reading, named, blank) if reading.ends else None
        for member, unit, (named, blank), reading in zip(members, units, hints, model.read(units), strict=True)
    ]


def _lone_blank(text: str) -> list[int]:
    """The place of the one run of blanks in some words, where a line may have ended; none where there are several."""
    if len(text.split(None, 1)) < 2:
        return []
    runs = _BLANKS.finditer(text)
    first, second = next(runs, None), next(runs, None)
    return [first.start()] if first and not second else []


def _title_shape(member: Member) -> _Shape:
    title = fold(member.words[member.split.start : member.split.end])
    return _shape(title, min(len(title), LIMIT))


def _named(text: str, names: Sequence[str]) -> list[int]:
    """Places where a name begins, longest names first; a name inside another does not count."""
    found: list[int] = []
    covered = 0
    for name in names:
        at = text.find(name, 2, LIMIT + len(name))
        if (at > 0 and not covered <= at < covered + len(names[0])) or (at > 0 and not found):
            found.append(at)
            covered = at
    return found


def _shape(text: str, end: int) -> _Shape:
    return _Shape(end, text.count("，", 0, end), text[max(0, end - 2) : end])


@cache
def _model() -> BoundaryModel:
    # Read when a text first needs it and never written to, so threads may share it.
    return load()
