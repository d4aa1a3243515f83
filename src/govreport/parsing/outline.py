"""Numbered lines → nested sections.

Here is said which lines could be units, and how sure their numbers are; `govreport.parsing.levels` says which of them
are and how deep they stand.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from govreport.parsing.contents import find_contents, is_contents_entry
from govreport.parsing.headings.broken import BROKEN, is_broken
from govreport.parsing.headings.clauses import Split
from govreport.parsing.headings.series import Member, Splitting, decide
from govreport.parsing.hints import Hints
from govreport.parsing.level_readings import CERTAIN, DOUBTFUL, SURE, USUAL, Candidate
from govreport.parsing.levels import Placed, place
from govreport.parsing.line import Line
from govreport.parsing.looks import is_sentence
from govreport.parsing.unnumbered.finding import Unnumbered, find_unnumbered
from govreport.tree.issues import UNCERTAIN, Issue, issue
from govreport.words.disclosure_labels import begins_row
from govreport.words.section_numbers import (
    ARTICLE,
    BARE,
    DAMAGED_ONES,
    DECIMAL,
    DECIMALS,
    DIGIT,
    MARKER_STARTS,
    PLAIN,
    ZERO,
    Family,
    Marker,
    doubtful_marker,
    marker_before_figures,
)
from govreport.words.stops import COLONS, PARAGRAPH_ENDS


class Unit:
    """A line that begins a section.

    Attributes:
        line: its index among the document's lines.
        marker: its number; None for a heading without one.
        level: how deep its section stands: 1 for the outermost.
        depth: see `govreport.tree.nodes.Heading`.
        split: where its title ends.
    """

    __slots__ = ("depth", "level", "line", "marker", "split")

    def __init__(self, line: int, marker: Marker | None, level: int, depth: int, split: Split) -> None:
        self.line = line
        self.marker = marker
        self.level = level
        self.depth = depth
        self.split = split


_PLAIN_MAX: Final = 40  # characters of a heading such as 1总则, which only its decimals below make one
_PLAIN_RUN: Final = 4  # numbers without a point in order, that are units without decimals
_TWO_DIGITS: Final = 10
_DOUBTFUL_STARTS: Final = MARKER_STARTS | DAMAGED_ONES
_ITEM_ENDS: Final = frozenset("。；;.")
_GOES_ON: Final = frozenset("，,")  # a line that ends so goes on with the next


def find_units(
    lines: list[Line],
    taken: list[bool],
    splitting: Splitting,
    names: Sequence[str] = (),
    hints: Hints | None = None,
) -> tuple[list[Unit], list[Issue], dict[int, float]]:
    """Find a document's outline.

    Args:
        lines: the document's lines, in order.
        taken: lines that can hold no unit: tables, signature, notes, title.
        splitting: when to part a heading from its paragraph where no stop does.
        names: names of the body whose document it is, by which paragraphs may begin.
        hints: what the markup says; None where there was none.

    Returns:
        The units in order; what is odd about them; and of other lines that could be headings without a number how
        likely they are, by their index.
    """
    candidates, headings, refused = _candidates(lines, taken, hints)
    everything = place(candidates)
    placed = [one for one in everything if one.marker is not None]
    odd = [one for one in placed if one.code is not None and not _is_in_order(lines, one)]
    issues = [_oddity(lines[one.line], one.length, str(one.code)) for one in odd]
    members = [
        Member(
            lines[one.line].text[one.length :],
            one.marker.family.name,
            one.depth,
            _stands_beneath(lines, everything, taken, at, inside),
            in_article=inside,
        )
        for at, (one, inside) in enumerate(zip(everything, _in_articles(everything), strict=True))
        if one.marker is not None
    ]
    for at, (one, member) in enumerate(zip(placed, members, strict=True)):
        if len(member.words) in BROKEN and _could_be_broken(lines, taken, placed, at):
            member.is_text = is_broken(member.words, lines[one.line + 1].text, member.family)
    if hints is not None:
        for one, member in zip(placed, members, strict=True):
            start = lines[one.line].start
            member.is_set_as_heading = start in hints.headings
            member.emphasised = hints.ends.get(start, start) - start - one.length
    decide(members, splitting, names)
    units = []
    members.reverse()
    for one in everything:
        if one.marker is None:
            units.append(Unit(one.line, None, one.level, one.depth, headings[one.line].split))
            continue
        split = members.pop().split
        units.append(Unit(one.line, one.marker, one.level, one.depth, split))
        if split.confidence < UNCERTAIN:
            line, end = lines[one.line], one.length + split.end
            issues.append(issue("uncertain-heading", line.text[:end], line.start, line.start + end))
    return units, issues, refused


def _is_in_order(lines: list[Line], one: Placed) -> bool:
    """True for what only looks odd: an excerpt that begins with a later number, a second list that is announced."""
    if one.code == "orphan-level":
        return one.line == 0
    return one.code == "restarted-number" and one.line > 0 and lines[one.line - 1].last in COLONS


def _oddity(line: Line, length: int, code: str) -> Issue:
    return issue(code, line.text[:20], line.start, line.start + length)


def _stands_beneath(lines: list[Line], placed: list[Placed], taken: list[bool], at: int, in_article: bool) -> bool:
    """True where text or deeper units follow a unit before its next sibling."""
    index, level = placed[at].line, placed[at].level
    if at + 1 < len(placed):
        following = placed[at + 1]
        if following.level > level:
            return True
        if following.level == level and following.marker is not None and following.marker.ordinal > 1:
            return following.line > index + 1
        if following.line == index + 1:
            return False
    elif index + 1 >= len(lines) or taken[index + 1]:
        return False
    return not _ends_list(lines, placed, at, in_article)


def _could_be_broken(lines: list[Line], taken: list[bool], placed: list[Placed], at: int) -> bool:
    """True for a numbered line without a stop, above text: an article, or beside a sibling that ends in a stop."""
    one = placed[at]
    if lines[one.line].last in PARAGRAPH_ENDS or one.line + 1 >= len(lines):
        return False
    beside = [other for other in placed[max(0, at - 1) : at + 2] if other is not one]
    if taken[one.line + 1] or any(other.line == one.line + 1 for other in beside):
        return False
    if one.marker is not None and one.marker.family is ARTICLE:
        return True
    return any(other.level == one.level and lines[other.line].last in PARAGRAPH_ENDS for other in beside)


def _ends_list(lines: list[Line], placed: list[Placed], at: int, in_article: bool) -> bool:
    """True for the last of its series where that is a list: what follows it belongs to the whole list."""
    index, level = placed[at].line, placed[at].level
    above = placed[at - 1] if at else None
    if above is None or above.level != level or above.line != index - 1:
        return False
    return in_article or lines[index - 1].last in "；;"


def _in_articles(placed: list[Placed]) -> list[bool]:
    """For each unit, whether it stands right in an article, as its items do."""
    out: list[bool] = []
    families: list[Family | None] = []  # of the units that are open
    for one in placed:
        del families[one.level - 1 :]
        out.append(bool(families) and families[-1] is ARTICLE)
        families.append(one.marker.family if one.marker is not None else None)
    return out


# --- which lines could be units --------------------------------------------------------------------------------------


def _candidates(
    lines: list[Line], taken: list[bool], hints: Hints | None
) -> tuple[list[Candidate], dict[int, Unnumbered], dict[int, float]]:
    """The numbers at line starts that could begin units, among them the headings without a number; these, and others.

    Of the others it says how likely they are headings, by their index.
    """
    found: list[Candidate] = []
    first, last = find_contents(lines)
    certain: Container[int] = hints.numbers if hints is not None else ()
    numbered = set(range(first, last))
    for index, line in enumerate(lines):
        if taken[index] or first <= index < last:
            continue
        marker = line.marker
        text = line.text
        if marker is not None:
            if not is_contents_entry(text) and not begins_row(text, 0, marker.length):
                worth = _worth(marker, lines, index, line.start in certain)
                found.append(Candidate(index, marker, worth, marker.ordinal == 1 and _is_led_in(lines, index, marker)))
        elif (
            line.first in _DOUBTFUL_STARTS
            and (marker := doubtful_marker(text)) is not None
            and (marker.family is not BARE or _parts_text(lines, index))
        ):
            found.append(Candidate(index, marker, DOUBTFUL))
    found = _with_gaps_filled(_in_series(_without_points(found), lines), lines, taken)
    numbered.update([candidate.line for candidate in found])
    unnumbered, refused = find_unnumbered(lines, taken, numbered, hints)
    headings = {one.line: one for one in unnumbered}
    if headings:
        for at, one in headings.items():
            is_item = at - 1 in numbered and lines[at - 1].last in _ITEM_ENDS
            found.append(Candidate(at, None, 0.0, heading=one, follows_item=is_item))
        found.sort(key=lambda candidate: candidate.line)
    return found, headings, refused


def _parts_text(lines: list[Line], index: int) -> bool:
    """True where a line of digits parts a text: a sentence ends before it, and more than one paragraph follows.

    Page numbers stand in mid-sentence or beside other lines, footnotes have a paragraph each, table rows no sentence.
    """
    if not 0 < index < len(lines) - 2 or lines[index - 1].last not in PARAGRAPH_ENDS:
        return False
    return is_sentence(lines[index + 1].text) and is_sentence(lines[index + 2].text)


def _worth(marker: Marker, lines: list[Line], index: int, certain: bool) -> float:
    """The price for leaving a number out of the outline."""
    if certain:
        return CERTAIN
    if marker.family.needs_series or (index and lines[index - 1].last in _GOES_ON):
        return DOUBTFUL
    return SURE if marker.family.is_sure else USUAL


def _is_led_in(lines: list[Line], index: int, marker: Marker) -> bool:
    """True where the line before a number 1 is a unit of the same family and ends in a colon."""
    if not index:
        return False
    above = lines[index - 1].marker
    return above is not None and above.family is marker.family and lines[index - 1].last in "：:"


def _without_points(candidates: list[Candidate]) -> list[Candidate]:
    """Give numbers from 10 on that lost their points the family of those before, unless 01 to 09 stand there."""
    zeros = [one for one in candidates if one.marker is not None and one.marker.family is ZERO]
    if not zeros or any(one.marker is not None and one.marker.ordinal < _TWO_DIGITS for one in zeros):
        return candidates
    for one in zeros:
        assert one.marker is not None
        one.marker = Marker(PLAIN, one.marker.ordinal, one.marker.length, one.marker.style)
    return candidates


def _with_gaps_filled(candidates: list[Candidate], lines: list[Line], taken: list[bool]) -> list[Candidate]:
    """Add numbers before figures where the numbers on both sides ask for them: 3.5G基站 between 2. and 4.."""
    added: list[Candidate] = []
    digits = [(one.line, one.marker.ordinal) for one in candidates if one.marker and one.marker.family is DIGIT]
    for (above, first), (below, last) in pairwise(digits):
        if last != first + 2:
            continue
        for index in range(above + 1, below):
            line = lines[index]
            if taken[index] or line.marker is not None or not line.first.isdigit():
                continue
            marker = marker_before_figures(line.text)
            # A line that was broken before 2.5万元 ends in mid-sentence, and most others do not.
            is_whole = lines[index - 1].last in PARAGRAPH_ENDS or lines[below].last not in PARAGRAPH_ENDS
            if marker is not None and marker.ordinal == first + 1 and is_whole:
                added.append(Candidate(index, marker, USUAL))
                break
    return sorted([*candidates, *added], key=lambda one: one.line) if added else candidates


def _plain_runs(candidates: list[Candidate]) -> set[int]:
    """The lines of numbers without a point that are one of several in order: 7强市放权, 8制定清单, 9开展试点."""
    plain = [(one.line, one.marker.ordinal) for one in candidates if one.marker and one.marker.family is PLAIN]
    lines: set[int] = set()
    run: list[int] = []
    last = 0
    for line, number in [*plain, (0, 0)]:
        if run and number == last + 1:
            run.append(line)
        else:
            lines.update(run if len(run) >= _PLAIN_RUN else ())
            run = [line]
        last = number
    return lines


def _in_series(candidates: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Leave out the doubtful numbers that have neither the one before nor the one after."""
    for candidate in candidates:
        if candidate.worth == DOUBTFUL:
            break
    else:
        return candidates
    before = _neighbours(candidates)
    after = _neighbours(candidates[::-1])[::-1]
    parents = {one.marker.style for one in candidates if one.marker is not None and one.marker.family is DECIMAL}
    runs = _plain_runs(candidates)
    kept = []
    for candidate, previous, following in zip(candidates, before, after, strict=True):
        marker = candidate.marker
        if marker is None or candidate.worth != DOUBTFUL:
            kept.append(candidate)
        elif marker.family is PLAIN:
            # 1总则: the decimals below it make a heading of it, or that several stand in order.
            has_decimals = len(lines[candidate.line].text) <= _PLAIN_MAX and str(marker.ordinal) in parents
            if candidate.line in runs:
                candidate.worth = USUAL
            if has_decimals or candidate.line in runs:
                kept.append(candidate)
        elif marker.family in DECIMALS and marker.ordinal == 1:
            if following in (1, 2) or previous:
                kept.append(candidate)
        elif following == marker.ordinal + 1 or (previous == marker.ordinal - 1 and previous):
            kept.append(candidate)
    return kept


def _neighbours(candidates: list[Candidate]) -> list[int]:
    """For each candidate, the last number of its family before it; 0 where there is none."""
    out = []
    last: dict[Family, int] = {}
    for candidate in candidates:
        marker = candidate.marker
        if marker is None:
            out.append(0)
            continue
        out.append(last.get(marker.family, 0))
        last[marker.family] = marker.ordinal
    return out
