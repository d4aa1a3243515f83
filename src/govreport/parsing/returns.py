"""Where a list ends: the paragraphs below a unit that belong further out, to the unit that the list belongs to.

    第五条 应当提交下列材料：        （一）申请表；    （二）身份证明。    材料不齐的，应当一次告知。

The last paragraph is one of 第五条.  Each paragraph after a unit is weighed against the unit that is open: does the
unit end above it?  Where it does, the unit around it is asked next, as far as what follows allows: before 第六条
nothing leaves the level of the articles.
"""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple

from govreport.parsing.line import Line
from govreport.parsing.open_units import OpenUnit, Series, ends_of, open_unit, ordinal_of, shares_with_text
from govreport.parsing.outline import Unit
from govreport.words.blanks import is_page_mark
from govreport.words.returning_words import (
    announces_list,
    begins_with_label,
    closes_document,
    is_about_duties,
    is_about_effect,
    is_about_offices,
    is_contact,
    is_label,
    names_document,
    speaks_of_list,
    speaks_to_addressees,
    speaks_to_all,
)
from govreport.words.section_numbers import ARTICLE, BOOK, CHAPTER, DIVISION, PART, Family
from govreport.words.stops import COLONS

_STATUTE_PARTS: Final[frozenset[Family]] = frozenset({PART, BOOK, CHAPTER, DIVISION, ARTICLE})

# What speaks for a unit's end above a paragraph, about the logarithm of its odds; above 0 the unit ends.
_OF_ARTICLE: Final = 1.0  # it is an item of an article
_ITEM: Final = 0.0  # it has no heading
_RUN_IN: Final = -2.0  # it has a heading, and text on the heading's line
_HEADED: Final = -3.0  # it has a heading on a line of its own, and text beneath
_LEAD_IN: Final = 4.0  # it is a heading without a number in an article, which has none: words that lead a list in
_PART_OF_STATUTE: Final = -7.0  # it is an article, or above the articles
_AWAITS_TEXT: Final = -20.0  # nothing stands beneath a heading yet, or an item that ends in a colon or in mid-sentence
_ANNOUNCES: Final = -5.0  # it is an item that ends in a colon, and text stands beneath
_OUTER: Final = -1.0  # it is not the last unit above the paragraph but one around it
_ALONE: Final = -1.5  # it is the only one of its series
# One, two, more units before it have as much text beneath, or none.  A list: mypyc loses a tuple of floats.
_LIKE_SIBLINGS: Final = [_ALONE, 1.0, 1.7, 2.2]
_FULL_SIBLINGS: Final = -3.0  # one of them has more text beneath
_FULL_COUSINS: Final = -3.0  # all units of its kind have text beneath, the last of each series left out
_FULL_OUTER_SIBLINGS: Final = -1.0  # one of them has more text after the units in it
_SEMICOLONS: Final = 2.0  # those before it are closed by ；
_LED_IN: Final = 1.5  # 下列…：, 以下…： before the first of its series, which are no headings
_COLON: Final = 0.7  # another colon there
_LABELS: Final = 4.0  # 申请条件： alone before the first of its series, and the paragraph begins so: 补贴标准：…
_LABEL_BESIDE: Final = 8.0  # the same where 申请条件： is the unit that holds the list
_SPEAKS_OF_LIST: Final = 3.0  # 前款…, 以上材料…
_SPEAKS_OF_ARTICLE: Final = 6.0  # the same below an item of an article
_TO_ALL: Final = 6.5  # 各位代表！…, to the end of the innermost unit
_TO_ADDRESSEES: Final = 5.0  # 各地要…, where next to nothing follows
_CONTACT: Final = 9.0  # 联系电话：…, and no unit follows, nor does one before it give such
_CLOSES_DOCUMENT: Final = 12.0  # 本通知自…起施行
_MOST_OF_WORDS: Final = _CLOSES_DOCUMENT
_NAMES_DOCUMENT: Final = 4.0  # 本意见 somewhere in it, and no unit follows
_AT_END: Final = 0.7  # no unit follows
_LEADS_IN: Final = 12.0  # it ends in a colon, and the next unit begins a series beside or around the one that ends
_RULE_MAX: Final = 80  # characters of the longest line that is a page number or a rule
_LAST: Final = 2  # paragraphs that may follow one which closes a document by what it asks of the addressees


def find_returns(lines: list[Line], taken: list[bool], units: list[Unit]) -> dict[int, int]:
    """Find the paragraphs that belong further out than to the unit above them.

    Args:
        lines: a document's lines, in order.
        taken: lines that are no paragraphs: tables, signature, notes, title.
        units: its units, in order.  A heading without a number is moved out with the text before it.

    Returns:
        For each such paragraph, by its index, the level of the unit it belongs to; 0 for the document.  What follows
        it, up to the next unit or such paragraph, stands there too.
    """
    found: dict[int, int] = {}
    stack: list[OpenUnit] = []
    # Of the units as they stand before one is moved; most documents ask for neither.
    ends: list[int] | None = None
    shares: dict[Family, float] | None = None
    for at, unit in enumerate(units):
        open_unit(stack, unit, lines)
        first = unit.line + 1
        following = units[at + 1] if at + 1 < len(units) else None
        last = following.line if following is not None else len(lines)
        if first == last:
            continue
        inside: list[Unit] = []
        if following is not None and following.marker is None and following.level > unit.level:
            # How deep such a heading stands is less sure than where the text before it belongs.
            ends = ends or ends_of(units)
            inside = units[at + 1 : ends[at]]
            following = units[ends[at]] if ends[at] < len(units) else None
        floor = _floor(unit, following)
        if floor == unit.level:
            stack[-1].hold(first, last)
            continue
        paragraphs = [index for index in range(first, last) if not taken[index] and _has_words(lines[index].text)]
        if not paragraphs:
            continue
        shares = shares_with_text(units) if shares is None else shares
        gap = _Gap(lines, paragraphs, floor, following, shares)
        outermost = unit.level
        for index, level in zip(paragraphs, _weigh(stack, gap), strict=True):
            if level >= 0:
                found[index] = level
                outermost = min(outermost, level)
        _move_out(inside, unit.level - outermost)
    return found


def _has_words(text: str) -> bool:
    """True for a line that is no page number and no rule (---)."""
    return len(text) > _RULE_MAX or (not is_page_mark(text) and any(map(str.isalnum, text)))


def _floor(unit: Unit, following: Unit | None) -> int:
    """The level of the outermost unit that what stands between two units can belong to; 0 for the document."""
    if following is None:
        return 0
    # A new series, or a heading without a number, may stand in the unit around the one that is open at its level.
    goes_on = following.marker is not None and following.marker.ordinal > 1
    return min(unit.level, following.level if goes_on else following.level - 1)


def _move_out(units: list[Unit], levels: int) -> None:
    """Move units out of as many units around them."""
    for unit in units:
        unit.level -= levels
        unit.depth -= levels


class _Gap(NamedTuple):
    """What stands between two units.

    Attributes:
        lines: the document's lines.
        paragraphs: the paragraphs, by their indices.
        floor: the level of the outermost unit that they can belong to.
        following: the unit that follows; None where none does.
        shares: see `govreport.parsing.open_units.shares_with_text`.
    """

    lines: list[Line]
    paragraphs: list[int]
    floor: int
    following: Unit | None
    shares: dict[Family, float]


def _weigh(stack: list[OpenUnit], gap: _Gap) -> list[int]:
    """Weigh the paragraphs between two units, one by one.

    Args:
        stack: the units that are open, the outermost first.
        gap: what stands between the two.

    Returns:
        For each paragraph the level of the unit it belongs to, 0 for the document; -1 where no unit ends above it.
    """
    levels: list[int] = []
    size = len(stack)  # of the units that are still open
    for at, index in enumerate(gap.paragraphs):
        text = gap.lines[index].text
        rest = len(gap.paragraphs) - at - 1
        place = _of_place(text, rest, gap.following)
        above = size
        while size and stack[size - 1].unit.level > gap.floor:
            if not _ends(stack[size - 1], size == len(stack), text, place, rest, gap):
                break
            size -= 1
        level = stack[size - 1].unit.level if size else 0
        levels.append(level if size < above else -1)
        if size == len(stack):
            stack[-1].paragraphs += 1
        elif size:
            stack[size - 1].tail += 1
    return levels


def _ends(one: OpenUnit, is_inner: bool, text: str, place: float, rest: int, gap: _Gap) -> bool:
    """True where a unit ends above a paragraph; the arguments are those of `_of_words`."""
    one.series.count_closed()
    kind = _of_kind(one)
    siblings = _of_siblings(one, gap.shares) if is_inner else _of_outer_siblings(one)
    # The words are asked last, and only where they can decide: they speak for the end, or not at all.
    if place + kind + siblings > 0:
        return True
    if place + kind + siblings < -_MOST_OF_WORDS:
        return False
    return place + kind + _of_words(text, one, is_inner, rest, gap) + siblings > 0


def _of_place(text: str, rest: int, following: Unit | None) -> float:
    """What a paragraph says by its place for the end of any unit above it.

    Args:
        text: the paragraph.
        rest: how many paragraphs follow before the next unit.
        following: that unit; None where none follows.
    """
    if following is None:
        return _AT_END
    return _LEADS_IN if not rest and text[-1] in COLONS and ordinal_of(following) == 1 else 0.0


def _of_kind(one: OpenUnit) -> float:
    """What a unit's own look says for its end."""
    if (one.is_alone or one.announces or one.is_broken) and not one.paragraphs and not one.holds_units:
        return _AWAITS_TEXT
    if one.family in _STATUTE_PARTS:
        return _PART_OF_STATUTE
    if one.family is None and one.parent is ARTICLE:
        return _LEAD_IN
    if one.is_titled:
        return _HEADED if one.is_alone else _RUN_IN
    if one.announces and not one.holds_units:
        return _ANNOUNCES
    return _OF_ARTICLE if one.parent is ARTICLE else _ITEM


def _of_siblings(one: OpenUnit, shares: dict[Family, float]) -> float:
    """What the units before the innermost one in its series say for its end."""
    series, own = one.series, one.paragraphs
    evidence = 0.0
    if own < series.most:
        evidence += _FULL_SIBLINGS
    elif series.most == series.fewest == own:
        evidence += _like_siblings(series.count)
    if not own:
        evidence += _FULL_COUSINS * sqrt(shares.get(one.family, 0.0) if one.family is not None else 0.0)
        evidence += _of_list(series)
    return evidence


def _of_outer_siblings(one: OpenUnit) -> float:
    """What the units before one that holds units say for its end."""
    series = one.series
    evidence = _OUTER
    if one.tail < series.tail:
        evidence += _FULL_OUTER_SIBLINGS
    elif not series.tail:
        evidence += _like_siblings(series.count)
    return evidence if one.tail else evidence + _of_list(series)


def _like_siblings(count: int) -> float:
    return _LIKE_SIBLINGS[min(count, len(_LIKE_SIBLINGS) - 1)]


def _of_list(series: Series) -> float:
    """What the signs of a list say for its end: ；, and a colon before its first unit."""
    evidence = 0.0
    if series.count and series.semicolons == series.count:
        evidence += _SEMICOLONS
    if not series.titles and series.above[-1:] in COLONS:
        evidence += _LED_IN if announces_list(series.above) else _COLON
    return evidence


def _of_words(text: str, one: OpenUnit, is_inner: bool, rest: int, gap: _Gap) -> float:
    """What a paragraph says for the end of a unit above it.

    Args:
        text: the paragraph.
        one: the unit.
        is_inner: whether it is the last unit before the paragraph.
        rest: how many paragraphs follow before the next unit.
        gap: what stands between the two units around the paragraph.
    """
    if closes_document(text):
        is_its_place = is_inner and is_about_effect(one.subject)
        is_last_chapter = one.family is ARTICLE and one.parent is not None  # 附则
        return 0.0 if is_its_place or is_last_chapter else _CLOSES_DOCUMENT
    is_in_text = is_inner and one.is_alone  # of a section
    if speaks_to_addressees(text):
        return _TO_ADDRESSEES if rest <= _LAST and not (is_in_text and is_about_duties(one.subject)) else 0.0
    if speaks_of_list(text):
        # In text beneath a heading 上述 means the text above.
        return _SPEAKS_OF_ARTICLE if one.parent is ARTICLE else 0.0 if is_in_text else _SPEAKS_OF_LIST
    is_last = gap.following is None
    if is_last and is_contact(text):
        return 0.0 if one.series.has_contacts(gap.lines) or (is_inner and is_about_offices(one.subject)) else _CONTACT
    if is_inner and one.unit.level > 1 and speaks_to_all(text):
        return _TO_ALL
    is_near_end = is_last and rest <= _LAST and not is_in_text
    if is_near_end and names_document(text) and not (is_inner and is_about_effect(one.subject)):
        return _NAMES_DOCUMENT
    return _of_label(one) if begins_with_label(text) else 0.0


def _of_label(one: OpenUnit) -> float:
    """What a label (补贴标准：…) says for the end of a unit."""
    if one.family is None:
        return _LABEL_BESIDE if one.holds_units and is_label(one.text) else 0.0
    return _LABELS if is_label(one.series.above) and not one.is_titled else 0.0
