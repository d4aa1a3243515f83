"""Where a document ends and the site begins again.

Each line says something for the document or for the site.  The document ends at the line of a site below which the
evidence for the site outweighs that for the document most: a footer's word in the text is followed by more text, a
signature, the next number; a footer is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from govreport.parsing.hints import Hints
from govreport.parsing.kinds import EndKind
from govreport.parsing.line import Line
from govreport.parsing.looks import can_sign, is_echo
from govreport.parsing.page_words import above_site, after_closing
from govreport.parsing.second_page import second_page
from govreport.parsing.site_looks import end_kind, heads_files, says
from govreport.words.blanks import is_page_mark
from govreport.words.closing_words import begins_note
from govreport.words.page_furniture import PUBLIC_DOMAIN, RIGHTS_OPEN

EVIDENCE: Final[dict[EndKind, float]] = {
    # for the document
    "article": 4.0,  # 第三条
    "long": 4.0,  # a sentence of some length
    "sentence": 2.0,
    "unit": 2.0,  # 二、, or a number before a sentence
    "short": 1.0,  # a few words and a stop
    "date": 0.5,  # 2016年3月15日 alone
    "digits-date": 0.0,  # 2016-03-15 alone: lists of links hold them too
    "note": 1.0,  # 附件：…, （此件公开发布）
    "files": 1.0,  # the name of a file
    "row": 0.5,  # of a table
    "item": 0.2,  # a number and a few words: a list, or a ranking
    "plain": 0.0,
    # for the site
    "contact": -0.5,  # 电话：…, which documents give too
    "tool": -2.0,
    "links": -2.0,
    "breadcrumb": -3.0,
    "neighbour": -3.0,
    "credit": -3.0,
    "footer": -3.0,
    "ranking": -4.0,
    "copyright": -4.0,
    "licence": -6.0,
}
"""What a line says by its look, about the logarithm of its odds to be the document's."""
_SIGNED: Final = 3.5  # for the document, beside its date: a name above or below
_BELOW_TEXT: Final = 1.5  # the same: running text right above
_COPIED: Final = -2.0  # a line that stood on the page before
_APART: Final = 2.0  # evidence for the document between two cuts that are not one
_PLAINLY: Final = -2.0  # what is at most said for the document by a line that is plainly the site's
_ENOUGH: Final = 40.0  # evidence for the document below a line from which nothing above it is looked at

_SITE: Final = frozenset([kind for kind, weight in EVIDENCE.items() if weight < 0])
_ASKED: Final = _SITE | {"date", "digits-date", "long"}
"""What means more or less by its place."""
_FOOTER: Final = frozenset({"licence", "copyright", "footer", "contact"})
"""A contact above one of these is the footer's."""

_COPY_LINE_MIN: Final = 8  # characters of the shortest line that tells a copy
_COPY_MIN: Final = 40  # characters of the shortest copy
_TO_NEW: Final = 4  # as many times the characters that are new in it
_EMPTY_MAX: Final = 20  # characters of a line that is looked through for a word
_HEAD_LINES: Final = 3  # of a document with which a copy can begin
_ECHO_MIN: Final = 200  # characters of a line that may be the text again, for sharing
_ECHO_MOST: Final = 12.0  # evidence for the document below it, at most


class Ending(NamedTuple):
    """Where a document ends.

    Attributes:
        line: index of the first line after it; the number of lines where it goes on to the end.
        copy: index of the line with which the page begins again; None where it does not.
        margin: how much more speaks for this end than for the next best, about the logarithm of the odds.
    """

    line: int
    copy: int | None
    margin: float


def find_ending(lines: list[Line], body: int, source: str, hints: Hints | None = None) -> Ending:
    """Find the first line after a document.

    Args:
        lines: the text's lines, in order.
        body: index of the document's first line.
        source: the text.
        hints: what the markup says; None where there was none.
    """
    foot = _foot(hints)
    if foot is None:
        foot = _licence_box(lines, body, source) or second_page(lines, body, source)
    if foot is not None:
        lines = lines[: max(body, bisect_left(lines, foot, key=lambda line: line.start))]
        source = source[:foot]
    first = _first_places(lines)
    line, copy, margin = _best_cut(lines, body, source, first)
    if line == copy:
        line = copy = _begin_copy(lines, line, body, source)
    line = _back_up(lines, line, body, first, foot is not None)
    return Ending(line, copy if copy is not None and copy >= line else None, margin)


def _foot(hints: Hints | None) -> int | None:
    """Offset from which on the markup says that nothing is the document's; None where it does not tell."""
    if hints is None or hints.foot is not None or hints.article is None:
        return None if hints is None else hints.foot
    return hints.article.end


_BOX_LINES: Final = 60  # lines of a library's word on the rights in a text, its notes among them
_BOX_MAX: Final = 4000  # characters of it


def _licence_box(lines: list[Line], body: int, source: str) -> int | None:
    """Offset of a library's word on the rights in a text, below it: 本作品…属于公有领域; None where there is none."""
    at = max(0, len(source) - _BOX_MAX)
    sign = PUBLIC_DOMAIN.search(source, at) if source.find("公有", at) >= 0 else None  # a glance
    if sign is None:
        return None
    for index in range(len(lines) - 1, max(body, len(lines) - _BOX_LINES), -1):
        line = lines[index]
        if line.start < sign.start() and line.text.startswith(RIGHTS_OPEN):
            return line.start
    return None


def _best_cut(lines: list[Line], body: int, source: str, first: dict[str, int]) -> tuple[int, int | None, float]:
    """Index of the line before which to cut, read from the end; of the line that begins a copy; and the margin."""
    cut = len(lines)
    copy: int | None = None
    best = evidence = peak = 0.0  # for the document: below the best place, from here on, the most above the last place
    places = [(0.0, 0.0)]  # where one can cut: see `_margin`
    at = 0  # which of them is the best
    copied = new = 0  # characters from here on: of lines that stood on the page before; of others not a site's
    below: EndKind = "plain"  # what the next line is
    for index in range(len(lines) - 1, body, -1):
        line = lines[index]
        size = len(line.text)
        kind = end_kind(line)
        weight = EVIDENCE[kind]
        seen = first[line.text] < index
        can_cut = known = False
        if seen or kind in _ASKED:  # most lines say what they say wherever they stand
            known = seen and size >= _COPY_LINE_MIN
            if (kind == "contact" or kind == "neighbour") and _is_note(kind, line.text, lines[index - 1].text, below):
                kind = "note"
            can_cut = kind in _SITE
            weight = _weight(lines, index, kind, seen, evidence < _ECHO_MOST, source)
        if known:
            copied += size
        elif not can_cut:
            new += size
        evidence += weight
        if evidence > peak:
            peak = evidence
        if known and copied >= max(_COPY_MIN, _TO_NEW * new) and _begins_again(lines, index, body, first):
            can_cut, copy = True, index
        if can_cut:
            places.append((evidence, peak))
            peak = evidence
            if evidence <= best:
                best, cut, at = evidence, index, len(places) - 1
        if evidence > _ENOUGH:
            break
        below = kind
    return cut, copy, _margin(places, at)


def _weight(lines: list[Line], index: int, kind: EndKind, seen: bool, near_end: bool, source: str) -> float:
    """What a line says for the document, by what it is and what else is on the page.

    Args:
        lines: the text's lines.
        index: index of the line.
        kind: what it is.
        seen: whether it stands further up too.
        near_end: whether little of the document follows.
        source: the text.
    """
    line = lines[index]
    weight = EVIDENCE[kind]
    if seen and weight > 0:
        return _COPIED if len(line.text) >= _COPY_LINE_MIN else 0.0
    if kind == "date" or kind == "digits-date":
        return weight + _closes(lines, index)
    if kind == "long" and len(line.text) >= _ECHO_MIN and near_end and is_echo(line.text, source, line.start):
        return 0.0
    return weight


def _is_note(kind: EndKind, text: str, above: str, below: EndKind) -> bool:
    """True for a contact that is no footer's, and for 相关附件： over the names of files."""
    if kind == "contact":
        return below not in _FOOTER or begins_note(above)
    return below == "files" and heads_files(text)


def _margin(places: list[tuple[float, float]], at: int) -> float:
    """By how much the best place to cut is better than the next best that text parts from it.

    Args:
        places: where one can cut, the page's end first: the evidence for the document from there on, and the most of
            it from any line between there and the place below.
        at: which of them is the best.
    """
    best = peak = places[at][0]
    margin = _ENOUGH
    for evidence, most in places[at + 1 :]:
        peak = max(peak, most)
        if peak - best >= _APART:
            margin = min(margin, evidence - best)
    peak = places[at][1]
    for evidence, most in places[:at][::-1]:
        if peak - best >= _APART:
            margin = min(margin, evidence - best)
        peak = max(peak, most)
    return margin


def _begins_again(lines: list[Line], index: int, body: int, first: dict[str, int]) -> bool:
    """True where a line and the next one stand at the page's beginning too, in this order."""
    here = first[lines[index].text]
    if here >= body + _HEAD_LINES or index < body + _HEAD_LINES or index + 1 == len(lines):
        return False
    below = first[lines[index + 1].text]
    return here < below <= here + _HEAD_LINES and below < index


def _begin_copy(lines: list[Line], index: int, body: int, source: str) -> int:
    """Index of the first line of a copy: above the line by which it is known stands what stood in the front."""
    front = source[: lines[body].start]
    own = {line.text for line in lines[:body]}
    while index > body + 1:
        above = lines[index - 1]
        if above.text not in own and (above.text not in front or can_sign(above)):
            break
        index -= 1
    return index


def _first_places(lines: list[Line]) -> dict[str, int]:
    """For each text of a line, the index of the first line that has it."""
    first: dict[str, int] = {}
    for index in range(len(lines) - 1, -1, -1):
        first[lines[index].text] = index
    return first


def _closes(lines: list[Line], index: int) -> float:
    """What the lines beside a date say for its closing the document."""
    above = lines[index - 1]
    if can_sign(above) or (index + 1 < len(lines) and can_sign(lines[index + 1])):
        return _SIGNED
    return _BELOW_TEXT if says(above.text) else 0.0


def _back_up(lines: list[Line], index: int, body: int, first: dict[str, int], foot: bool) -> int:
    """Take into the back what stands just above it: page numbers, signs without a word, 附件：, the title again.

    Args:
        lines: the text's lines, up to where nothing can be the document's.
        index: of the first line of the back.
        body: index of the document's first line.
        first: see `_first_places`.
        foot: whether the page goes on behind these lines.
    """
    followed = foot or index < len(lines)
    while index > body + 1:
        above = lines[index - 1]
        text = above.text
        again = len(text) >= _COPY_LINE_MIN and first[text] < body and not can_sign(above)
        empty = not any(map(str.isalnum, text[:_EMPTY_MAX])) or text in ("附件：", "附件:")
        if not (is_page_mark(text) or (followed and (again or empty))):
            break
        index -= 1
    if index < len(lines) and EVIDENCE[end_kind(lines[index])] <= _PLAINLY:
        index = above_site(lines, index, body)
    index = after_closing(lines, index, body)
    return _above_numbers(lines, index, body) if index < len(lines) else index


_NUMBER: Final = re.compile(r"\d{1,4}")
_NUMBERS_MIN: Final = 5  # lines of the shortest list of earlier ones
_NUMBERED_MAX: Final = 40  # characters of one of them
_WORDS_MIN: Final = 2  # characters beside the numbers


def _above_numbers(lines: list[Line], index: int, body: int) -> int:
    """Take a list of earlier ones, from the newest down (2022年第4期, 2022年第3期), into the back that follows it."""
    first = index
    shape = ""
    last = [0]
    while first > body + 1:
        text = lines[first - 1].text
        numbers = [int(number) for number in _NUMBER.findall(text)]
        here = _NUMBER.sub("", text)
        if len(text) > _NUMBERED_MAX or here == text or len(here) < _WORDS_MIN:  # 45 is a cell
            break
        if shape and (here != shape or numbers < last):
            break
        shape, last = here, numbers
        first -= 1
    return first if index - first >= _NUMBERS_MIN else index
