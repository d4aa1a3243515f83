"""Numbered lines → nested sections.

Which family of markers hangs under which is learned from the document: by first appearance, by sequence (a number that
goes on with its series belongs to it), and, where neither says, by the usual order of families.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from govreport.parsing.headings.clauses import Split
from govreport.parsing.headings.series import Member, Splitting, decide
from govreport.parsing.hints import Hints
from govreport.parsing.line import Line
from govreport.tree.issues import UNCERTAIN, Issue, issue
from govreport.words.section_numbers import DECIMAL, DECIMAL3, DIGIT, PLAIN, Family, Marker


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


class _Level:
    __slots__ = ("family", "ordinal", "style")

    def __init__(self, marker: Marker) -> None:
        self.family = marker.family
        self.ordinal = marker.ordinal
        self.style = marker.style


_PLAIN_MAX: Final = 40  # characters of a heading such as 1总则, which only its decimals below make one
_GAP: Final = 4  # the largest jump in a series that counts as missing numbers
_RESETS: Final = re.compile(r"[（(【]?(?:注释?|名词解释|附注|注意事项|备注|相关名词解释|说明|名词注释)[）)】]?[:：]?$")
_ENTRY_MAX: Final = 80  # characters of the longest entry of a contents page
_ENTRY_ENDS: Final = frozenset(".…·．-—_ \u30000123456789")
_LEADERS: Final = re.compile(r"(?:[.…·．]{2}|[-—_]{4})[ \u3000]{0,4}[0-9]{0,4}$")


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
    placed, issues = _place(lines, _candidates(lines, taken))
    members = [
        Member(lines[index].text[marker.length :], marker.family.name, depth, _stands_beneath(lines, placed, taken, at))
        for at, (index, marker, depth) in enumerate(placed)
    ]
    if hints is not None:
        for (index, marker, _), member in zip(placed, members, strict=True):
            start = lines[index].start
            member.is_set_as_heading = start in hints.headings
            member.emphasised = hints.ends.get(start, start) - start - marker.length
    decide(members, splitting, names)
    units = []
    for (index, marker, depth), member in zip(placed, members, strict=True):
        units.append(Unit(index, marker, depth, member.split))
        if member.split.confidence < UNCERTAIN:
            line = lines[index]
            end = line.start + marker.length + member.split.end
            issues.append(issue("uncertain-heading", line.text[: marker.length + member.split.end], line.start, end))
    return units, issues


def _stands_beneath(lines: list[Line], placed: list[tuple[int, Marker, int]], taken: list[bool], at: int) -> bool:
    """True where text or deeper units follow a unit before its next sibling."""
    index, _, depth = placed[at]
    if at + 1 < len(placed):
        following, _, following_depth = placed[at + 1]
        return following > index + 1 or following_depth > depth
    return index + 1 < len(lines) and not taken[index + 1]


def _candidates(lines: list[Line], taken: list[bool]) -> list[tuple[int, Marker]]:
    out: list[tuple[int, Marker]] = []
    contents = _contents(lines)
    for index, line in enumerate(lines):
        if taken[index] or contents[0] <= index < contents[1]:
            continue
        marker = line.marker
        if marker is not None and not _is_entry(line.text):
            out.append((index, marker))
        elif len(line.text) <= 10 and _RESETS.match(line.text):
            out.append((index, _RESET))
    if any(marker.family is PLAIN for _, marker in out):
        decimals = any(marker.family is DECIMAL for _, marker in out)
        out = [one for one in out if one[1].family is not PLAIN or (decimals and len(lines[one[0]].text) <= _PLAIN_MAX)]
    return out


def _is_entry(text: str) -> bool:
    """True for a line with leaders and, mostly, a page number: ``一、概述……3``."""
    return text[-1] in _ENTRY_ENDS and len(text) <= _ENTRY_MAX and _LEADERS.search(text) is not None


_NO_FAMILY: Final = Family("reset", 0, "注释：")
_RESET: Final = Marker(_NO_FAMILY, 0, 0, "")


_CONTENTS: Final = frozenset({"目录", "目次", "目錄"})


def _contents(lines: list[Line]) -> tuple[int, int]:
    """The run of lines that is a contents page: from 目录 to where its first entry comes again."""
    for index, line in enumerate(lines[:60]):
        if len(line.text) > 8 or "".join(line.text.split()) not in _CONTENTS:
            continue
        first = _entry(lines[index + 1].flat) if index + 1 < len(lines) else ""
        for at in range(index + 2, len(lines)):
            text = _entry(lines[at].flat)
            if len(text) > 80 or (first and text.startswith(first)):
                return index, at
        return index, index + 1
    return 0, 0


def _entry(text: str) -> str:
    """A contents entry without blanks, leaders and page number."""
    return re.split(r"[.…·．—_-]{2}|\d{1,4}$", text.replace(" ", ""))[0][:12]


def _place(
    lines: list[Line], candidates: list[tuple[int, Marker]]
) -> tuple[list[tuple[int, Marker, int]], list[Issue]]:
    """Give each candidate its depth, or drop it."""
    stack: list[_Level] = []
    last: dict[Family, int] = {}
    placed: list[tuple[int, Marker, int]] = []
    issues: list[Issue] = []
    upcoming = _upcoming(candidates)
    for at, (index, marker) in enumerate(candidates):
        if marker.family is _NO_FAMILY:
            stack.clear()
            last.clear()
            continue
        code = None
        level = _level_of(stack, marker)
        if level is None:
            goes_on = last.get(marker.family) == marker.ordinal - 1
            follower = upcoming[at].get(marker.family, 0)
            begins = marker.ordinal == 1 and (follower == 2 or marker.family in last)
            if marker.family.needs_series and not goes_on and not begins:
                continue
            if marker.ordinal != 1 and not goes_on:
                sure = marker.family.is_sure and marker.ordinal <= 3
                if follower != marker.ordinal + 1 and not sure and not (not placed and marker.family.is_sure):
                    continue
                code = "orphan-level"
            level = _new_level(stack, marker, upcoming, at)
            del stack[level:]
            stack.append(_Level(marker))
        else:
            previous = stack[level].ordinal
            step = marker.ordinal - previous
            follower = upcoming[at].get(marker.family, 0)
            if step != 1:
                if marker.family.needs_series and not (marker.ordinal == 1 and follower == 2):
                    continue
                if step > _GAP and follower != marker.ordinal + 1:
                    continue
                if step < 0 and marker.ordinal != 1 and follower != marker.ordinal + 1:
                    continue
                if (
                    marker.family is not DECIMAL and marker.family is not DECIMAL3
                ) or marker.ordinal != 1:  # 2.1 goes on after 1.5
                    code = "skipped-number" if step > 1 else "repeated-number" if step == 0 else "restarted-number"
            del stack[level + 1 :]
            stack[level].ordinal = marker.ordinal
            stack[level].style = marker.style
        last[marker.family] = marker.ordinal
        placed.append((index, marker, level + 1))
        if code:
            line = lines[index]
            issues.append(issue(code, line.text[:20], line.start, line.start + marker.length))
    return placed, issues


def _upcoming(candidates: list[tuple[int, Marker]]) -> list[dict[Family, int]]:
    """For each candidate, the next number of every family after it."""
    out: list[dict[Family, int]] = []
    seen: dict[Family, int] = {}
    for _, marker in reversed(candidates):
        out.append(seen)
        seen = {**seen, marker.family: marker.ordinal}
    out.reverse()
    return out


def _level_of(stack: list[_Level], marker: Marker) -> int | None:
    """The open level that a marker goes on with or starts again."""
    for level in range(len(stack) - 1, -1, -1):
        open_level = stack[level]
        if open_level.family is not marker.family:
            continue
        # 1、 under 1. : the same family in another style, begun anew under its own kind, once.
        if (
            marker.ordinal == 1
            and marker.family is DIGIT
            and level == len(stack) - 1
            and open_level.style != marker.style
            and all(other is open_level or other.family is not DIGIT for other in stack)
        ):
            return None
        if marker.ordinal != open_level.ordinal + 1:
            for outer in range(level - 1, -1, -1):
                if stack[outer].family is marker.family and stack[outer].ordinal + 1 == marker.ordinal:
                    return outer
        return level
    return None


def _new_level(stack: list[_Level], marker: Marker, upcoming: list[dict[Family, int]], at: int) -> int:
    """The depth at which a family that is not open begins."""
    level = len(stack)
    rank = marker.family.rank
    while level and stack[level - 1].family.rank > rank:
        top = stack[level - 1]
        if (
            upcoming[at].get(top.family) == top.ordinal + 1
        ):  # the outer series goes on after this one: this one hangs under it
            break
        level -= 1
    return level
