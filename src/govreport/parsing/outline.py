"""Numbered lines → nested sections.

Here is said which lines could be units, and how sure their numbers are; `govreport.parsing.levels` says which of them
are and how deep they stand.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from govreport.parsing.contents import find_contents, is_contents_entry
from govreport.parsing.headings.clauses import Split
from govreport.parsing.headings.series import Member, Splitting, decide
from govreport.parsing.hints import Hints
from govreport.parsing.levels import CERTAIN, DOUBTFUL, SURE, USUAL, Candidate, Placed, place
from govreport.parsing.line import Line
from govreport.parsing.looks import is_sentence
from govreport.tree.issues import UNCERTAIN, Issue, issue
from govreport.words.disclosure_labels import begins_row
from govreport.words.section_numbers import (
    BARE,
    DAMAGED_ONES,
    DECIMAL,
    DECIMAL3,
    MARKER_STARTS,
    PLAIN,
    Family,
    Marker,
    doubtful_marker,
)
from govreport.words.stops import PARAGRAPH_ENDS


class Unit:
    """A numbered line that the outline keeps.

    Attributes:
        line: its index among the document's lines.
        marker: its number.
        depth: 1 for the outermost level of its document.
        split: where its title ends.
    """

    __slots__ = ("depth", "line", "marker", "split")

    def __init__(self, line: int, marker: Marker, depth: int, split: Split) -> None:
        self.line = line
        self.marker = marker
        self.depth = depth
        self.split = split


_PLAIN_MAX: Final = 40  # characters of a heading such as 1总则, which only its decimals below make one
_RESETS: Final = re.compile(r"[（(【]?(?:注释?|名词解释|附注|注意事项|备注|相关名词解释|说明|名词注释)[）)】]?[:：]?$")
_DOUBTFUL_STARTS: Final = MARKER_STARTS | DAMAGED_ONES
_GOES_ON: Final = frozenset("，,")  # a line that ends so goes on with the next


def find_units(
    lines: list[Line],
    taken: list[bool],
    splitting: Splitting,
    names: Sequence[str] = (),
    hints: Hints | None = None,
) -> tuple[list[Unit], list[Issue]]:
    """Find a document's outline.

    Args:
        lines: the document's lines, in order.
        taken: lines that can hold no unit: tables, signature, notes, title.
        splitting: when to part a heading from its paragraph where no stop does.
        names: names of the body whose document it is, by which paragraphs may begin.
        hints: what the markup says; None where there was none.

    Returns:
        The units in order, and what is odd about them.
    """
    placed = place(_candidates(lines, taken, hints.numbers if hints is not None else ()))
    issues = [_oddity(lines[index], marker, code) for index, marker, _, code in placed if code is not None]
    members = [
        Member(lines[index].text[marker.length :], marker.family.name, depth, _stands_beneath(lines, placed, taken, at))
        for at, (index, marker, depth, _) in enumerate(placed)
    ]
    if hints is not None:
        for (index, marker, _, _), member in zip(placed, members, strict=True):
            start = lines[index].start
            member.is_set_as_heading = start in hints.headings
            member.emphasised = hints.ends.get(start, start) - start - marker.length
    decide(members, splitting, names)
    units = []
    for (index, marker, depth, _), member in zip(placed, members, strict=True):
        units.append(Unit(index, marker, depth, member.split))
        if member.split.confidence < UNCERTAIN:
            line = lines[index]
            end = line.start + marker.length + member.split.end
            issues.append(issue("uncertain-heading", line.text[: marker.length + member.split.end], line.start, end))
    return units, issues


def _oddity(line: Line, marker: Marker, code: str) -> Issue:
    return issue(code, line.text[:20], line.start, line.start + marker.length)


def _stands_beneath(lines: list[Line], placed: list[Placed], taken: list[bool], at: int) -> bool:
    """True where text or deeper units follow a unit before its next sibling."""
    index, _, depth, _ = placed[at]
    if at + 1 < len(placed):
        following = placed[at + 1]
        if following.depth > depth:
            return True
        if following.depth == depth:
            return following.line > index + 1
    elif index + 1 >= len(lines) or taken[index + 1]:
        return False
    # The last of its series.  What follows an item that ends a list belongs to the whole list.
    above = placed[at - 1] if at else None
    ends_list = (
        above is not None and above.depth == depth and above.line == index - 1 and lines[index - 1].text[-1] in "；;"
    )
    if at + 1 < len(placed):
        return placed[at + 1].line > index + 1 and not ends_list
    return not ends_list


# --- which lines could be units --------------------------------------------------------------------------------------


def _candidates(lines: list[Line], taken: list[bool], certain: Container[int]) -> list[Candidate]:
    """The numbers at line starts that could begin units, and the lines after which numbers begin anew."""
    found: list[Candidate] = []
    first, last = find_contents(lines)
    for index, line in enumerate(lines):
        if taken[index] or first <= index < last:
            continue
        marker = line.marker
        text = line.text
        if marker is not None:
            if not is_contents_entry(text) and not begins_row(text, 0, marker.length):
                worth = _worth(marker, lines, index, line.start in certain)
                found.append(Candidate(index, marker, worth, marker.ordinal == 1 and _is_led_in(lines, index, marker)))
        elif text[0] in _DOUBTFUL_STARTS and (marker := doubtful_marker(text)) is not None:
            if marker.family is not BARE or _parts_text(lines, index):
                found.append(Candidate(index, marker, DOUBTFUL))
        elif len(text) <= 10 and _RESETS.match(text):
            found.append(Candidate(index, None, 0.0))
    return _in_series(found, lines)


def _parts_text(lines: list[Line], index: int) -> bool:
    """True where a line of digits parts a text: a sentence ends before it, and more than one paragraph follows.

    Page numbers stand in mid-sentence or beside other lines, footnotes have a paragraph each, table rows no sentence.
    """
    if not 0 < index < len(lines) - 2 or lines[index - 1].text[-1] not in PARAGRAPH_ENDS:
        return False
    return is_sentence(lines[index + 1].text) and is_sentence(lines[index + 2].text)


def _worth(marker: Marker, lines: list[Line], index: int, certain: bool) -> float:
    """The price for leaving a number out of the outline."""
    if certain:
        return CERTAIN
    if marker.family.needs_series or (index and lines[index - 1].text[-1] in _GOES_ON):
        return DOUBTFUL
    return SURE if marker.family.is_sure else USUAL


def _is_led_in(lines: list[Line], index: int, marker: Marker) -> bool:
    """True where the line before a number 1 is a unit of the same family and ends in a colon."""
    if not index:
        return False
    above = lines[index - 1].marker
    return above is not None and above.family is marker.family and lines[index - 1].text[-1] in "：:"


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
    kept = []
    for candidate, previous, following in zip(candidates, before, after, strict=True):
        marker = candidate.marker
        if marker is None or candidate.worth != DOUBTFUL:
            kept.append(candidate)
        elif marker.family is PLAIN:
            # 1总则: only the decimals below it make a heading of it.
            if len(lines[candidate.line].text) <= _PLAIN_MAX and str(marker.ordinal) in parents:
                kept.append(candidate)
        elif marker.family in (DECIMAL, DECIMAL3) and marker.ordinal == 1:
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
