"""What the units of one series are: headings, headings with a paragraph run in, or numbered paragraphs.

Units are weighed one by one (`govreport.parsing.headings.clauses`, `govreport.parsing.headings.model`) and decided
together, since the units of a series are made alike: where most are headings, so is the doubtful one, and headings are
about as long as their siblings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, get_args

from govreport.parsing.headings.candidates import BLANK, COMMA, Words
from govreport.parsing.headings.clauses import UNDIVIDED, Split, split_unit, states
from govreport.parsing.headings.evidence import LEAST_OWN, Asked, Beside, settle
from govreport.parsing.headings.likeness import like_a_sibling
from govreport.parsing.headings.model import Model, shipped
from govreport.words.blanks import SPACES
from govreport.words.patterns import late
from govreport.words.section_names import section_name_end
from govreport.words.stops import COLONS, COMMAS, STOPS

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


class Sure(NamedTuple):
    """How likely it must be that a unit has a heading which no stop closes, for its being parted.

    Attributes:
        heading: that it has one, 0 to 1.
        end: that this ends where it was found, 0 to 1.
        against_stop: log-odds by its own words, where a stop has made a heading of it; twice as much where several
            such units of a series say it together.
    """

    heading: float
    end: float
    against_stop: float


_SURE: Final = {"confident": Sure(0.6, 0.4, 3.0), "always": Sure(0.3, 0.2, 0.0)}
_ARTICLES: Final = 5  # from more than so many on, a document is a statute, whose items have no headings
_SURE_OF_COMMA: Final = 0.95  # of an end at a comma, which mostly parts two clauses of one sentence
_SIBLINGS: Final = 0.45  # weight of the siblings' mean score against a unit's own
_OTHERS: Final = 2  # units that must look alike before the next has to be what they are
_PULL: Final = 3.0
_NAMED: Final = frozenset({"part", "book", "chapter", "division"})  # always have a heading
_ITEMS: Final = frozenset({"digit", "digit-paren", "digit-half"})
_NEVER_CERTAIN: Final = 0.999  # 1 is for ends that a stop or a line end marks
_CONTESTED: Final = 8  # characters of a heading closed by a stop that could hold a sentence too
# Where a page has so many units like that, and none that no stop closes, its first show if its stops are all there.
_STOPS_KEPT: Final = 8
_FIRST: Final = 3
_MARKED: Final = 9.0  # score of a heading that the markup shows
_MARKED_MAX: Final = 60  # characters of the longest
_SET_AS_HEADING: Final = 4.0  # for a line that the markup sets as a heading from end to end
_ROW_ENDS: Final = "0123456789 \t\u00a0\u3000"
_ROW_FIGURES: Final = 3  # characters of the shortest figures of a row
_LABEL_MOST: Final = 60  # characters in which a row's figures begin
_FIGURES: Final = late(r"(?<![0-9:：])[0-9]{5,40}(?![0-9万亿元人件条次户套吨亩个多余])")
_FIVE_DIGITS: Final = re.compile("[0-9][0-9]{4}")  # a glance for the above
_OF_TEXT: Final = 6.0  # lost by such a row, as a heading
_SENTENCE: Final = 0.5  # lost by one more sign of a sentence: it has two clauses, or is an item of an article
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
        is_text: whether it can only be text: a row of a table that lost its cells, or a line broken in mid-sentence.
        is_set_as_heading: whether the markup sets the whole line as a heading.
        in_article: whether it is an item of an article.
    """

    __slots__ = (
        "beneath", "depth", "emphasised", "family", "in_article", "is_set_as_heading", "is_text", "split", "words",
    )  # fmt: skip

    def __init__(
        self, words: str, family: str, depth: int, beneath: bool, split: Split = UNDIVIDED, in_article: bool = False
    ) -> None:
        self.words = words
        self.family = family
        self.depth = depth
        self.beneath = beneath
        self.split = split
        self.emphasised = 0
        self.is_text = _is_row(words)
        self.is_set_as_heading = False
        self.in_article = in_article


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
    found = in_series(members)
    for series in found:
        _agree(series)
    is_statute = sum([member.family == "article" for member in members]) > _ARTICLES
    if splitting != "never" and not is_statute:
        part(found, _SURE[splitting], names)
        for series in found:
            _part_at_commas(series)
    for member in members:
        split = member.split
        if split.score <= 0:
            split.end = split.stop = split.start


def _part_at_commas(series: list[Member]) -> None:
    """Part the units whose heading a comma closes, by siblings that are like them."""
    closed = [one for one in series if one.split.score > 0 and one.words[one.split.end : one.split.stop].strip()]
    titles = [one.words[one.split.start : one.split.end] for one in closed]
    if not titles or len(closed) == len(series):
        return
    for member in series:
        if member.split.score <= 0 and not member.is_text:
            member.split = like_a_sibling(member.words, titles) or member.split


def in_series(members: list[Member]) -> list[list[Member]]:
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
    title = member.words[: member.emphasised].rstrip(SPACES)
    if title[-1:] in COMMAS:  # a clause of its sentence
        return Split(0, 0, 0, -_MARKED)
    title = title.rstrip(STOPS + SPACES)
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
    if member.is_text:
        split.score -= _OF_TEXT
    elif family in _NAMED:
        if len(words) <= 60:
            split.end, split.stop, split.score = len(words.rstrip()), len(words), 9.0
    elif family == "article":
        if (split.stop > split.end or not member.beneath) and split.score < 8:
            split.score -= 6.0
    elif split.stop >= len(words):
        closing = words[split.end : split.stop]
        if closing == "。":
            # (一)指导思想。 / text: a heading; 五、上传资料。 / the next item: a sentence.
            is_short = len(words) <= (18 if states(words) else 30)
            split.score += (0.5 if is_short else -1.5) if member.beneath else -4.0
            if not member.beneath and (member.in_article or "，" in words or "," in words):
                split.score -= _SENTENCE
        elif closing in COLONS:
            split.score += 0.5 if member.beneath else -2.0
        elif not closing and not member.beneath and family in _ITEMS:
            split.score -= 4.0


def _is_row(words: str) -> bool:
    """True for a row of a table that lost its cells: 重复申请 25 0 0 25, 其他处理0000000."""
    label = words.rstrip(_ROW_ENDS)
    ends_in_figures = len(words) - len(label) >= _ROW_FIGURES and len(label) <= _LABEL_MOST and "。" not in label
    if ends_in_figures and (":" in label or "：" in label):
        return False  # 项目编号：MX2023-017 is a name with its value
    if not ends_in_figures and (
        _FIVE_DIGITS.search(words, 0, _LABEL_MOST) is None or _FIGURES.search(words, 0, _LABEL_MOST) is None
    ):
        return False
    return not section_name_end(words[:_LABEL_MOST])


def _is_sentence(member: Member) -> bool:
    split, words = member.split, member.words
    return split.stop >= len(words) and split.end == len(words) - 1 and words[split.end] == "。"


def _agree(series: list[Member]) -> None:
    """Let the units of one series decide together: where most are headings, so is the doubtful one."""
    if len(series) < 2:
        return
    sentences = [member for member in series if _is_sentence(member)]
    if sum([not member.beneath for member in sentences]) * 2 > len(sentences):
        # A list of steps: text after one of them makes no heading of it.
        for member in sentences:
            if member.beneath:
                member.split.score -= 4.5
    plain = [member for member in series if not member.is_set_as_heading and member.emphasised <= 0]
    if len(plain) * 2 <= len(series):
        for member in plain:
            member.split.score -= _SET_AS_HEADING  # what is set as text beside headings is none
    bounded = [max(-4.0, min(4.0, member.split.score)) for member in series]
    total: float = sum(bounded)
    others = len(series) - 1
    for at, member in enumerate(series):
        if -8 < member.split.score < 8:
            member.split.score += _SIBLINGS * (total - bounded[at]) / others
    _join_the_others(series)


def _join_the_others(series: list[Member]) -> None:
    """Let a unit be what all units of its series are that look like it: a heading before its text, or a sentence."""
    if len(series) <= _OTHERS or max([member.split.score for member in series]) <= 0:
        return  # nobody to join, or no heading to be like
    looks = [_look(member) for member in series]
    of_headings = [look for at, look in enumerate(looks) if series[at].split.score > 0]
    others_of = {look: looks.count(look) - 1 for look in _LOOKS}
    headings_of = {look: of_headings.count(look) for look in _LOOKS}
    for at, member in enumerate(series):
        look, split = looks[at], member.split
        is_heading, others, headings = split.score > 0, others_of[look], headings_of[look]
        if look == "alone":
            if is_heading and headings_of["run-in"] == len(series) - 1 >= _OTHERS:
                split.score -= 2 * _PULL
        elif look == "run-in" and others_of["alone"] == len(series) - 2:
            if is_heading and member.in_article and headings_of["alone"] < _OTHERS:
                split.score -= _PULL  # the other items of an article are one sentence
        elif others < _OTHERS:
            continue
        elif is_heading:
            if look == "run-in" and headings == 1:
                split.score -= _PULL
        elif headings * 2 > others and not states(member.words[: split.stop]):
            split.score += _PULL


_LOOKS: Final = ("run-in", "above", "alone")


def _look(member: Member) -> str:
    """How a unit looks: its first clause before text on its line, before text beneath, or alone."""
    if member.split.stop < len(member.words):
        return "run-in"
    return "above" if member.beneath else "alone"


# --- ends that no stop marks -----------------------------------------------------------------------------------------


def ask(
    found: list[list[Member]], names: Sequence[str], model: Model
) -> tuple[list[Beside], list[tuple[Member, Asked]]]:
    """Ask about the units that could hold a heading without a stop.

    Args:
        found: a document's units, series by series.
        names: names by which paragraphs may begin.
        model: the learned scores.

    Returns:
        The series, counted, and each unit asked about with what the model says of it.
    """
    page: list[Beside] = []
    pairs: list[tuple[Member, Asked]] = []
    for series in found:
        beside = Beside()
        for member in series:
            one = _read(member, names, model) if can_run_in(member) else None
            if one is None:
                _count(member, beside)
            else:
                pairs.append((member, one))
                beside.asked.append(one)
        page.append(beside)
    return page, pairs


def part(found: list[list[Member]], least: Sure, names: Sequence[str], model: Model | None = None) -> None:
    """Part headings from the paragraphs they run into, where it is likely enough.

    Args:
        found: the units, series by series; the ``split`` of those that are parted is set.
        least: how likely a heading must be.
        names: names by which paragraphs may begin.
        model: the learned scores; those of the package where None.
    """
    asked = [member for series in found for member in series if can_run_in(member)]
    if not asked:
        return
    model = model or shipped()
    if len(asked) >= _STOPS_KEPT and min([member.split.score for member in asked]) > 0:
        _, first = ask([asked[:_FIRST]], names, model)
        if max([one.own for _, one in first], default=0.0) < 0:
            return
    page, pairs = ask(found, names, model)
    if not any(one.could_be() for _, one in pairs):
        return
    settle(page, model.evidence)
    members = {id(one): member for member, one in pairs}
    for series in page:
        for one in series.asked:
            members[id(one)].split.chance = one.bare
        likely = [one for one in series.asked if _is_likely(one, least)]
        # What the words of those with a stop say against it, together.
        against = sum([one.own for one in likely if one.is_contested])
        for one in likely:
            if not one.is_contested or one.own >= least.against_stop or against >= 2 * least.against_stop:
                _divide(members[id(one)], one)


def _is_likely(one: Asked, least: Sure) -> bool:
    """True for a unit that is likely enough to have a heading, and to have it where it was found."""
    kind = one.words.kind(one.end)
    if one.words.counts(one.end):
        return False
    if one.bare < least.heading or one.share < (_SURE_OF_COMMA if kind == COMMA else least.end):
        return False
    return kind == BLANK or one.own >= (0.0 if one.is_contested else LEAST_OWN)


def _divide(member: Member, one: Asked) -> None:
    """Part a unit where its heading was found to end."""
    start = member.split.start
    end = start + one.words.offsets[one.end]
    stop = end + (one.words.kind(one.end) == COMMA)
    member.split = Split(start, end, stop, 1.0, round(min(_NEVER_CERTAIN, one.share), 3))


def can_run_in(member: Member, least: int = _CONTESTED) -> bool:
    """True for a unit that could be a heading and a paragraph though no stop parts the two.

    Args:
        member: the unit, with the split that stops and line ends make.
        least: characters of a heading closed by a stop that is long enough to hold a sentence too.
    """
    split, words = member.split, member.words
    if (
        member.is_text
        or member.emphasised > 0
        or member.family in _NAMED
        or member.family == "article"
        or len(words) < _SHORTEST
    ):
        return False
    if split.score > 0:
        return split.end - split.start >= least and split.stop < len(words) and words[split.end] == "。"
    return not (words[-1] in "；;" and "。" not in words)


def _read(member: Member, names: Sequence[str], model: Model) -> Asked | None:
    """Ask the model about a unit; None for one that has no place for a heading's end."""
    split = member.split
    words = Words(member.words[split.start :], len(member.words), split.score, names)
    reading = model.read(words, member.family, member.beneath)
    return Asked(words, reading, split.score > 0, split.score) if reading.ends else None


def _count(member: Member, beside: Beside) -> None:
    """Count a unit that is not asked about among its siblings."""
    split = member.split
    if split.score <= 0:
        beside.paragraphs += 1
        return
    if split.stop < len(member.words):
        beside.stops += 1
    else:
        beside.lines += 1
    beside.headings.append((member.words[split.start :], split.end - split.start))
