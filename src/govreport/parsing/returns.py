"""Where a list ends: the paragraphs below a unit that belong further out, to the unit that the list belongs to.

    第五条 应当提交下列材料：        （一）申请表；    （二）身份证明。    材料不齐的，应当一次告知。

The last paragraph is one of 第五条.  Each paragraph after a unit is weighed against the unit that is open: does the
unit end above it?  Where it does, the unit around it is asked next, as far as what follows allows: before 第六条
nothing leaves the level of the articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.outline import Unit
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.returning_words import (
    announces_list,
    begins_with_label,
    closes_document,
    is_about_effect,
    is_contact,
    is_label,
    names_document,
    speaks_of_list,
    speaks_to_addressees,
    speaks_to_all,
)
from govreport.words.section_numbers import ARTICLE, BOOK, CHAPTER, DIVISION, PART, Family

_STATUTE_PARTS: Final[frozenset[Family]] = frozenset({PART, BOOK, CHAPTER, DIVISION, ARTICLE})

# What speaks for a unit's end above a paragraph, about the logarithm of its odds; above 0 the unit ends.
_OF_ARTICLE: Final = 1.0  # it is an item of an article
_ITEM: Final = 0.0  # it has no heading
_RUN_IN: Final = -2.0  # it has a heading, and text on the heading's line
_HEADED: Final = -3.0  # it has a heading on a line of its own, and text beneath
_PART_OF_STATUTE: Final = -7.0  # it is an article, or above the articles
_AWAITS_TEXT: Final = -20.0  # nothing stands beneath a heading yet, or beneath an item that ends in a colon
_ANNOUNCES: Final = -5.0  # it is an item that ends in a colon, and text stands beneath
_OUTER: Final = -1.0  # it is not the last unit above the paragraph but one around it
_ALONE: Final = -1.5  # it is the only one of its series
_LIKE_SIBLINGS: Final = (_ALONE, 1.0, 1.7, 2.2)  # one, two, more units before it have as much text beneath, or none
_FULL_SIBLINGS: Final = -3.0  # one of them has more text beneath
_FULL_OUTER_SIBLINGS: Final = -1.0  # one of them has more text after the units in it
_SEMICOLONS: Final = 2.0  # those before it are closed by ；
_LED_IN: Final = 1.5  # 下列…：, 以下…： before the first of its series, which are no headings
_COLON: Final = 0.7  # another colon there
_LABELS: Final = 4.0  # 申请条件： alone before the first of its series, and the paragraph begins so: 补贴标准：…
_LABEL_BESIDE: Final = 8.0  # the same where 申请条件： is the unit
_SPEAKS_OF_LIST: Final = 3.0  # 前款…, 以上材料…
_SPEAKS_OF_ARTICLE: Final = 6.0  # the same below an item of an article
_TO_ALL: Final = 6.5  # 各位代表！…, to the end of the innermost unit
_TO_ADDRESSEES: Final = 5.0  # 各地要…, where next to nothing follows
_CONTACT: Final = 9.0  # 联系电话：…, and no unit follows, nor does one before it give such
_CLOSES_DOCUMENT: Final = 12.0  # 本通知自…起施行
_NAMES_DOCUMENT: Final = 4.0  # 本意见 somewhere in it, and no unit follows
_AT_END: Final = 0.7  # no unit follows
_LEADS_IN: Final = 12.0  # it ends in a colon, and the next unit begins a series beside or around the one that ends
_RULE_MAX: Final = 20  # characters of a line that is looked through for a word
_CLOSES_ITEM: Final = frozenset("。；;")
_COLONS: Final = frozenset(":：")
_LAST: Final = 2  # paragraphs that may follow one which closes a document by what it asks of the addressees


class _Open:
    """A unit that is open, with what is known of it and of its series.

    Attributes:
        unit: the unit.
        line: its line.
        series: its series up to the unit before it.
        parent: the family of the unit around it; None where there is none.
        paragraphs: how many stand right beneath it so far.
        tail: how many stand in it after its last unit.
        holds_units: whether units stand in it.
        contacts: whether a paragraph beneath says whom to ask.
    """

    __slots__ = ("contacts", "holds_units", "line", "paragraphs", "parent", "series", "tail", "unit")

    def __init__(self, unit: Unit, line: Line, series: _Series, parent: Family | None) -> None:
        self.unit = unit
        self.line = line
        self.series = series
        self.parent = parent
        self.paragraphs = 0
        self.tail = 0
        self.holds_units = False
        self.contacts = False


class _Series:
    """The units of a series so far: what stands beneath them, and how they are closed.

    Attributes:
        level: theirs.
        ordinal: of the last of them; None for headings without a number.
        count: how many they are.
        paragraphs: the most that stand right beneath one of them.
        fewest: the fewest that do.
        contacts: whether one of them says whom to ask.
        tail: the most paragraphs that stand in one of them after its units.
        semicolons: how many of them end in ；.
        titles: how many of them have a heading.
        above: the line before the first of them.
    """

    __slots__ = (
        "above",
        "contacts",
        "count",
        "fewest",
        "level",
        "ordinal",
        "paragraphs",
        "semicolons",
        "tail",
        "titles",
    )

    def __init__(self, level: int, above: str) -> None:
        self.level = level
        self.ordinal: int | None = None
        self.count = 0
        self.paragraphs = 0
        self.fewest = 0
        self.contacts = False
        self.tail = 0
        self.semicolons = 0
        self.titles = 0
        self.above = above

    def add(self, one: _Open) -> None:
        """Count a unit that is closed now."""
        self.ordinal = _ordinal(one.unit)
        self.fewest = min(self.fewest, one.paragraphs) if self.count else one.paragraphs
        self.count += 1
        self.paragraphs = max(self.paragraphs, one.paragraphs)
        self.contacts = self.contacts or one.contacts
        self.tail = max(self.tail, one.tail)
        self.semicolons += one.line.text[-1] in "；;"
        self.titles += one.unit.split.end > one.unit.split.start


def find_returns(lines: list[Line], taken: list[bool], units: list[Unit]) -> dict[int, int]:
    """Find the paragraphs that belong further out than to the unit above them.

    Args:
        lines: a document's lines, in order.
        taken: lines that are no paragraphs: tables, signature, notes, title.
        units: its units, in order.

    Returns:
        For each such paragraph, by its index, how many of the units around it are still open.  What follows it, up to
        the next unit or such paragraph, stands there too.
    """
    found: dict[int, int] = {}
    stack: list[_Open] = []
    ends = _ends(units)
    for at, unit in enumerate(units):
        _open(stack, unit, lines)
        following = units[at + 1] if at + 1 < len(units) else None
        below = range(unit.line + 1, following.line if following is not None else len(lines))
        paragraphs = [index for index in below if not taken[index] and _has_words(lines[index].text)]
        inside: list[Unit] = []
        if paragraphs and following is not None and following.marker is None and following.level > unit.level:
            # How deep such a heading stands is less sure than where the text before it belongs.
            inside = units[at + 1 : ends[at]]
            following = units[ends[at]] if ends[at] < len(units) else None
        floor = _floor(unit, following)
        if floor < unit.level:
            levels = dict(_weigh(stack, [lines[index] for index in paragraphs], paragraphs, floor, following))
            found.update(levels)
            _move_out(inside, unit.level - min(levels.values(), default=unit.level))
        else:
            stack[-1].paragraphs = len(below)
            stack[-1].contacts = any(is_contact(lines[index].text) for index in below)
    return found


def _ends(units: list[Unit]) -> list[int]:
    """For each unit the index of the first one after it that does not stand in it."""
    ends = [len(units)] * len(units)
    open_units: list[int] = []
    for at, unit in enumerate(units):
        while open_units and units[open_units[-1]].level >= unit.level:
            ends[open_units.pop()] = at
        open_units.append(at)
    return ends


def _move_out(units: list[Unit], levels: int) -> None:
    """Move units out of as many units around them."""
    for unit in units:
        unit.level -= levels
        unit.depth -= levels


def _has_words(text: str) -> bool:
    """True for a line that is no page number and no rule (---)."""
    return not is_page_mark(text) and any(map(str.isalnum, text[:_RULE_MAX]))


def _weigh(
    stack: list[_Open], paragraphs: list[Line], indexes: list[int], floor: int, following: Unit | None
) -> Iterator[tuple[int, int]]:
    """Weigh the paragraphs between two units, one by one; yield those that belong further out, with their levels.

    Args:
        stack: the units that are open, the outermost first.
        paragraphs: the paragraphs, in order.
        indexes: their places among the document's lines.
        floor: the level of the outermost unit they can belong to.
        following: the unit that follows, if any.
    """
    level = len(stack)
    for at, (line, index) in enumerate(zip(paragraphs, indexes, strict=True)):
        rest = len(paragraphs) - at - 1
        place = _of_end(line.text, rest) if following is None else _of_lead(line.text, rest, following)
        from_level = level
        while level > floor:
            one = stack[level - 1]
            is_inner = level == len(stack)
            evidence = (
                _of_kind(one) + _of_siblings(one, is_inner) + _of_words(line.text, one, is_inner, rest, following)
            )
            if evidence + place <= 0:
                break
            level -= 1
        if level < from_level:
            yield index, level
        if level == len(stack):
            stack[-1].paragraphs += 1
        elif level:
            stack[level - 1].tail += 1


def _open(stack: list[_Open], unit: Unit, lines: list[Line]) -> None:
    """Close what a unit closes, and open it."""
    series = None
    while stack and stack[-1].unit.level >= unit.level:
        closed = stack.pop()
        closed.series.add(closed)
        series = closed.series
    above = stack[-1] if stack else None
    if series is None or series.level != unit.level or not _follows(_ordinal(unit), series.ordinal):
        series = _Series(unit.level, lines[unit.line - 1].text if unit.line else "")
    if above is not None:
        above.holds_units = True
    stack.append(_Open(unit, lines[unit.line], series, _family(above.unit) if above is not None else None))


def _follows(ordinal: int | None, last: int | None) -> bool:
    """True where a number goes on with a series, and where neither has one."""
    return ordinal is last if ordinal is None or last is None else ordinal > last


def _ordinal(unit: Unit) -> int | None:
    return unit.marker.ordinal if unit.marker is not None else None


def _family(unit: Unit) -> Family | None:
    return unit.marker.family if unit.marker is not None else None


def _floor(unit: Unit, following: Unit | None) -> int:
    """The level of the outermost unit that what stands between two units can belong to; 0 for the document."""
    if following is None:
        return 0
    # A new series, or a heading without a number, may stand in the unit around the one that is open at its level.
    goes_on = following.marker is not None and following.marker.ordinal > 1
    return min(unit.level, following.level if goes_on else following.level - 1)


def _of_kind(one: _Open) -> float:
    """What a unit's own look says for its end."""
    split, family = one.unit.split, _family(one.unit)
    words = one.line.text[one.unit.marker.length if one.unit.marker is not None else 0 :]
    is_sentence = one.parent is ARTICLE and words[-1:] in _CLOSES_ITEM
    titled = split.end > split.start and not is_sentence and (one.series.titles > 0 or not one.series.count)
    alone = not words.strip(SPACES) or (titled and not words[split.stop :].strip(SPACES))
    announces = words[-1:] in _COLONS
    if (alone or announces) and not one.paragraphs and not one.holds_units:
        return _AWAITS_TEXT
    if family in _STATUTE_PARTS:
        return _PART_OF_STATUTE
    if titled:
        return _HEADED if alone else _RUN_IN
    if announces and not one.holds_units:
        return _ANNOUNCES
    return _OF_ARTICLE if one.parent is ARTICLE else _ITEM


def _of_siblings(one: _Open, is_inner: bool) -> float:
    """What the units before a unit in its series say for its end, and the line before them."""
    series = one.series
    if is_inner:
        own, most, count, full = one.paragraphs, series.paragraphs, series.count, _FULL_SIBLINGS
        alike = most == series.fewest == own
    else:
        own, most, count, full = one.tail, series.tail, series.count, _FULL_OUTER_SIBLINGS
        alike = not most
    evidence = 0.0 if is_inner else _OUTER
    if own < most:
        evidence += full
    elif alike:
        evidence += _LIKE_SIBLINGS[min(count, len(_LIKE_SIBLINGS) - 1)]
    if own:
        return evidence
    if series.count and series.semicolons == series.count:
        evidence += _SEMICOLONS
    if not series.titles and series.above[-1:] in _COLONS:
        evidence += _LED_IN if announces_list(series.above) else _COLON
    return evidence


def _of_lead(text: str, rest: int, following: Unit) -> float:
    """What a paragraph before a unit says for the end of the units above it: where it announces a list, they end."""
    return _LEADS_IN if not rest and text[-1] in _COLONS and _ordinal(following) == 1 else 0.0


def _of_end(text: str, rest: int) -> float:
    """What a paragraph behind the last unit says for the end of any unit above it.

    Args:
        text: the paragraph.
        rest: how many paragraphs follow.
    """
    return _AT_END + (_NAMES_DOCUMENT if rest <= _LAST and names_document(text) else 0.0)


def _of_words(text: str, one: _Open, is_inner: bool, rest: int, following: Unit | None) -> float:
    """What a paragraph says for the end of a unit above it.

    Args:
        text: the paragraph.
        one: the unit.
        is_inner: whether it is the last unit before the paragraph.
        rest: how many paragraphs follow before the next unit.
        following: the next unit, if any.
    """
    if closes_document(text):
        is_its_place = is_inner and is_about_effect(one.line.text)
        is_last_chapter = _family(one.unit) is ARTICLE and one.parent is not None  # 附则
        return 0.0 if is_its_place or is_last_chapter else _CLOSES_DOCUMENT
    if speaks_to_addressees(text):
        return _TO_ADDRESSEES if rest <= _LAST else 0.0
    if speaks_of_list(text):
        return _SPEAKS_OF_ARTICLE if one.parent is ARTICLE else _SPEAKS_OF_LIST
    if following is None and is_contact(text):
        return 0.0 if one.series.contacts or (is_inner and is_about_effect(one.line.text)) else _CONTACT
    if is_inner and one.unit.level > 1 and speaks_to_all(text):
        return _TO_ALL
    if not begins_with_label(text):
        return 0.0
    if one.unit.marker is None:
        return _LABEL_BESIDE if is_label(one.line.text) else 0.0
    return _LABELS if is_label(one.series.above) else 0.0
