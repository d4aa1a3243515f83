"""Names of public bodies by how they are built: places, then fields of work or a proper name, then a kind of body.

A name is read as a row of words: names of places (`govreport.words.divisions`) and the words of
`govreport.words.body_names`.  Characters that belong to no word cost, and so does what names seldom do; the reading
that costs least counts.  Thus a body is known by its words, and a new one by how few of its characters are none.
"""

from __future__ import annotations

import enum
import functools
from typing import Final, NamedTuple

from govreport.words.body_names import (
    FIELDS,
    JOINTS,
    LEADS,
    NAMED,
    ORGANS,
    PARTS,
    PLACE_SIGNS,
    PLACED,
    PREPOSITIONS,
    RUNNING_WORDS,
    STATE,
    TASKS,
)
from govreport.words.divisions import divisions
from govreport.words.patterns import late
from govreport.words.traditional import simplify

NAME_MAX: Final = 40
"""Characters of the longest name."""
_KEPT: Final = 2048  # names whose reading is kept: pages say the same few again and again

# What a word can be; a word can be several.
_DIVISION, _BARE, _SIGN, _LEAD, _FIELD, _JOINT = 1, 2, 4, 8, 16, 32
_ORGAN, _PLACED, _NAMED, _TASK, _PART, _STATE, _NOTED = 64, 128, 256, 512, 1024, 2048, 4096
_RUNNING_WORD, _PREPOSITION = 8192, 16384
_BEGINS_PLACE: Final = _DIVISION | _BARE | _SIGN
_KIND: Final = _ORGAN | _PLACED | _NAMED | _TASK | _PART

# What has been read of a name, up to some place in it.
_START, _AT_PLACE, _AT_FIELD, _AT_BODY = 0, 1, 2, 3

# What a reading costs, in characters that belong to no word.
_NO_WORD: Final = 1.0
_NO_NAME: Final = 4.0  # for a character of running text
_NEW_PLACE: Final = 0.6  # a place that no table names
_LONG_PLACE: Final = 0.5  # for each character of its name beyond three
_BARE_PLACE: Final = 0.3
_OWN_PLACE: Final = 0.5  # 市教育局: which city is not said
_ZONE: Final = 0.2  # 合肥高新技术产业开发区
_NO_PLACE: Final = 0.4  # 应急管理局
_SHORT: Final = 0.8  # 市局
_KIND_ALONE: Final = 1.2  # 办公室
_SECOND: Final = 0.4  # for another body within one name: 国家税务总局宁波市税务局
_PROPER: Final = 0.75  # share of its cost that a proper name gets back: 白鹿小学
_TOO_MUCH: Final = 5.0  # what costs more is not read further
_NEW_PLACE_MAX: Final = 7  # characters of its name

_RUNNING: Final = frozenset(
    "的了是在把被让使该各本我你您他它们这那此其每凡并而且或若如于以之所为对从由到"
    "有没无不未已将也都就还又再请等何谁什么吗呢吧"
)
"""Characters that stand in running text far more often than in names no table knows."""
_MARKS: Final = frozenset("“”·")
_DETERMINERS: Final = frozenset("该各本我你您他这那此其每全的了是和与及、。，；：")
"""What stands before 省, 市, 县 … where these are no part of a name: 该县, 各区, 全市."""
_ORDINAL: Final = late(r"第[一二三四五六七八九十百0-9]{1,4}(?:[届师]|(?![章节条款编篇项]))")
_NOTE: Final = late(r"[（(][\u4e00-\u9fff]{1,12}[）)]")


class Grade(enum.IntEnum):
    """How sure a name of a body is, the surest last."""

    PLACE = 1
    """A place alone: 将乐县."""
    PART = 2
    """A body without its place: 市教育局, 应急管理局."""
    BUILT = 3
    """Built like one, of a place that no table names: 枫渡县水务局."""
    COMPLETE = 4
    """Of a known place, or of the whole state: 将乐县水务局, 海关总署."""


class Reading(NamedTuple):
    """The cheapest reading of the characters up to some place."""

    cost: float
    unknown: float  # what the characters since the last place or kind cost that belong to no word
    grade: Grade
    kinds: int  # of body, so far


@functools.cache
def _words() -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """All words with what each can be, and the lengths of those that begin with a character, longest first."""
    roles: dict[str, int] = {}
    places = divisions()
    for role, words in (
        (_DIVISION, places.full),
        (_BARE, places.bare),
        (_SIGN, PLACE_SIGNS),
        (_LEAD, LEADS),
        (_FIELD, FIELDS),
        (_JOINT, JOINTS),
        (_ORGAN, ORGANS),
        (_PLACED, PLACED),
        (_NAMED, NAMED),
        (_TASK, TASKS),
        (_PART, PARTS),
        (_STATE, STATE),
        (_RUNNING_WORD, RUNNING_WORDS),
        (_PREPOSITION, PREPOSITIONS),
    ):
        for word in words:
            roles[word] = roles.get(word, 0) | role
    lengths: dict[str, set[int]] = {}
    for word in roles:
        lengths.setdefault(word[0], set()).add(len(word))
    return roles, {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


def _find_words(text: str) -> list[list[tuple[int, int]]]:
    """For each place of a text the words that begin there: end, and what it can be."""
    roles, lengths = _words()
    found: list[list[tuple[int, int]]] = []
    for start, first in enumerate(text):
        here = []
        for length in lengths.get(first, ()):
            role = roles.get(text[start : start + length])
            if role is not None and start + length <= len(text):
                here.append((start + length, role))
        if first == "第":
            match = _ORDINAL.match(text, start)
            if match:
                here.append((match.end(), _DIVISION if match.group()[-1] == "师" else _FIELD))
        elif first in "（(":
            match = _NOTE.match(text, start)
            if match and "简称" not in match.group():
                here.append((match.end(), _NOTED))
        found.append(here)
    return _without_kinds_in_words(found)


def _without_kinds_in_words(found: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """Take away the kinds that are only a part of another word: the 局 of 布局, the 部 of 部门."""
    for first, here in enumerate(found):
        for last, role in here:
            if role & _RUNNING_WORD:
                for start in range(max(0, first - 2), last):
                    found[start] = [
                        (end, other & ~_KIND if first < end < last or (end == last and start > first) else other)
                        for end, other in found[start]
                    ]
    return found


_Row = list["Reading | None"]


def _improve(row: _Row, state: int, cost: float, unknown: float, grade: Grade, kinds: int) -> None:
    old = row[state]
    if old is None or cost < old.cost:
        row[state] = Reading(cost, unknown, grade, kinds)


def _read(text: str) -> list[_Row]:
    """The cheapest readings up to each place of a text, by what was read last."""
    words = _find_words(text)
    rows: list[_Row] = [[None, None, None, None] for _ in range(len(text) + 1)]
    rows[0][_START] = Reading(0.0, 0.0, Grade.PART, 0)
    for start, here in enumerate(words):
        for state, reading in enumerate(rows[start]):
            if reading is None or reading.cost > _TOO_MUCH:
                continue
            for end, role in here:
                _take(rows[end], state, reading, role)
            if state != _AT_FIELD:
                _take_new_place(rows, words, start, state, reading, text)
            _take_character(rows[start + 1], state, reading, text[start])
    return rows


def _take_character(row: _Row, state: int, reading: Reading, character: str) -> None:
    """Go on with a character that belongs to no word."""
    cost, unknown = reading.cost, reading.unknown
    if state == _START:
        cost += _NO_PLACE
    elif state == _AT_BODY:
        cost, unknown = cost + _SECOND, 0.0
    if character in _RUNNING or not ("\u4e00" <= character <= "\u9fff" or character in _MARKS):
        cost += _NO_NAME
    else:
        cost, unknown = cost + _NO_WORD, unknown + _NO_WORD
    _improve(row, _AT_FIELD, cost, unknown, reading.grade, reading.kinds)


def _take(row: _Row, state: int, reading: Reading, role: int) -> None:
    """Go on with a word."""
    cost, unknown, grade, kinds = reading
    again = _SECOND if state == _AT_BODY else 0.0
    if role & _BEGINS_PLACE and state != _AT_FIELD:
        if role & _DIVISION:
            _improve(row, _AT_PLACE, cost + again, 0.0, Grade.COMPLETE, kinds)
        elif role & _BARE:
            _improve(row, _AT_PLACE, cost + again + _BARE_PLACE, 0.0, Grade.COMPLETE, kinds)
        if role & _SIGN and state in (_START, _AT_PLACE):  # 市, 合肥高新技术产业开发区
            _improve(row, _AT_PLACE, cost + (_OWN_PLACE if state == _START else _ZONE), 0.0, grade, kinds)
    if role & _LEAD and state in (_START, _AT_BODY):
        _improve(row, _AT_PLACE, cost + again, 0.0, Grade.COMPLETE, kinds)
    if role & _STATE and state in (_START, _AT_BODY):
        _improve(row, _AT_BODY, cost + again, 0.0, Grade.COMPLETE, kinds + 1)
    if role & _NOTED and state == _AT_BODY:  # 国家发展和改革委员会（价格司）
        _improve(row, _AT_BODY, cost + _BARE_PLACE, 0.0, grade, kinds)
    if role & _FIELD or (role & _JOINT and state == _AT_FIELD):
        _improve(row, _AT_FIELD, cost + (_NO_PLACE if state == _START else again), unknown, grade, kinds)
    if role & _KIND:
        price = _price_of_kind(role, state, reading)
        if price is not None:
            _improve(row, _AT_BODY, cost + price, 0.0, grade, kinds + 1)


def _price_of_kind(role: int, state: int, reading: Reading) -> float | None:
    """What it costs that a kind stands where it does; None where it cannot."""
    if state == _START:
        return _KIND_ALONE
    if state == _AT_BODY:
        return 0.0 if role & _PART else None
    if state == _AT_PLACE:
        return 0.0 if role & _PLACED else _BARE_PLACE if role & _NAMED else _SHORT
    proper = role & _NAMED or (role & _TASK and reading.grade > Grade.PART)
    if proper or (role & _PART and reading.kinds):  # 溪原市公安局白鹿分局
        return -_PROPER * reading.unknown
    return 0.0 if role & _ORGAN else _BARE_PLACE


def _take_new_place(
    rows: list[_Row], words: list[list[tuple[int, int]]], start: int, state: int, reading: Reading, text: str
) -> None:
    """Go on with a place that no table names: some characters before 县, 街道 …"""
    cost = reading.cost + _NEW_PLACE + (_SECOND if state == _AT_BODY else 0.0)
    grade = max(reading.grade, Grade.BUILT)
    first = max((end for end, role in words[start] if role & _PREPOSITION), default=start)
    if first > start + 1:  # 按照市…; a single one can begin a name: 将台县, 向湖区
        return
    known = set()  # where places end that a table names, and that begin later: 编制舒兰市 is no place
    for at in range(start + 1, min(start + _NEW_PLACE_MAX + 1, len(text))):
        before = text[at - 1]
        if before in _DETERMINERS or not "\u4e00" <= before <= "\u9fff" or (first > start and before in "省市县区"):
            return
        price = cost + _LONG_PLACE * max(0, at - start - 3)
        for end, role in words[at]:
            if role & _DIVISION and end - at > 2:
                known.add(end)
            if role & _SIGN and end not in known and at > first:
                _improve(rows[end], _AT_PLACE, price, 0.0, grade, reading.kinds)


_DEAREST: Final = {Grade.PART: 1.4, Grade.BUILT: 2.6, Grade.COMPLETE: 2.6}
"""The most that a reading of a whole name may cost: less where no place speaks for it."""
_DEAREST_PLACE: Final = 1.6


def _judge(row: _Row) -> Grade | None:
    """The grade of the name that ends where a row of readings stands."""
    body, place = row[_AT_BODY], row[_AT_PLACE]
    if body is not None and body.cost <= _DEAREST[body.grade]:
        return body.grade
    if place is not None and place.grade > Grade.PART and place.cost <= _DEAREST_PLACE:
        return Grade.PLACE
    return None


@functools.lru_cache(_KEPT)
def name_ends(text: str) -> dict[int, Grade]:
    """Tell where a name of a body or place that a text begins with can end.

    Args:
        text: the text from the name's first character on, without white space; `NAME_MAX` characters of it are read.

    Returns:
        Offsets of the characters after it, nearest first, each with the grade of the name that ends there.
    """
    ends = {}
    for end, row in enumerate(_read(simplify(text[:NAME_MAX]))):
        found = _judge(row) if end > 1 else None
        if found is not None:
            ends[end] = found
    return ends


def grade(text: str) -> Grade | None:
    """Tell how surely a text is the name of one public body, or of a place, and nothing else.

    Args:
        text: a piece of a line without white space in it.

    Returns:
        None where it is no name.
    """
    return name_ends(text).get(len(text)) if len(text) <= NAME_MAX else None


_JOINT_ENDS: Final = frozenset("局委厅会院部署办处室行心队社司府关署会")
_BRANCH: Final = late(
    r"[\u4e00-\u9fff]{2,12}?(?:分局|支局|支行|分行|营业部|管理部|服务部|分中心|调查总?队|办事处|专员办)"
)
"""What a body has in a place: 中国人民银行某市分行 is one name."""
_BRANCH_OF_THE_STATE: Final = late(r"[\u4e00-\u9fff]{2,12}?(?:税务局|监管局|海关)")
_CORPS: Final = "兵团"  # a body of the state that counts as a place too: 国家统计局兵团第二师调查队
_STATE_STARTS: Final = frozenset(name[0] for name in LEADS | STATE)
_GLUED_MAX: Final = 400  # characters of names one behind the other
_SHORTEST: Final = 3  # characters of a name before another one
_PLACE_MAX: Final = 8  # characters of a place at the head of a name that no table names


@functools.lru_cache(_KEPT)
def split_glued(text: str) -> tuple[str, ...]:
    """Part names that stand one behind the other: 某市财政局某市民政局.

    Args:
        text: names without white space between them; what is longer than any signature is not looked at.

    Returns:
        The names in order; joined, they are the text.
    """
    if len(text) > _GLUED_MAX:
        return (text,)
    joints = [
        end
        for end in range(_SHORTEST, len(text) - 2)
        if text[end - 1] in _JOINT_ENDS and (text[end] in _STATE_STARTS or text[end : end + 2] in text[:end])
    ]
    if not joints:
        return (text,)
    names, start, word_end = [], 0, 0
    for end, here in enumerate(_find_words(simplify(text))):
        within = end < word_end  # 办|公室
        word_end = max([word_end, *(ends for ends, role in here if role & _KIND)])
        if within or end not in joints or end - start < _SHORTEST:
            continue
        first = name_ends(text[start : start + NAME_MAX]).get(end - start, Grade.PLACE)
        if first > Grade.PLACE and _is_joint(text[start:end], text[end : end + NAME_MAX]):
            names.append(text[start:end])
            start = end
    return (*names, text[start:])


def _is_joint(head: str, rest: str) -> bool:
    """True where one name ends and another begins: of the same place, or of the state."""
    if rest[0] == "驻" or not any(found > Grade.PART for found in name_ends(rest).values()):  # 省政府驻北京办事处
        return False
    if _is_of_the_state(rest):
        return not (rest.startswith(_CORPS) and _is_of_the_state(head) and _BRANCH.match(rest))
    place = _place_at_head(rest)
    if place in head:
        return bool(place)
    branch = _BRANCH.match(rest) or (_is_of_the_state(head) and _BRANCH_OF_THE_STATE.match(rest))
    return not branch and place[:2] in head  # 镇江监管分局 and 镇江市财政局


def _place_at_head(text: str) -> str:
    """The place that a name begins with; empty where it begins with none."""
    ends = (end for end, found in name_ends(text[:_PLACE_MAX]).items() if found == Grade.PLACE)
    return text[: next(ends, 0)]


def _is_of_the_state(text: str) -> bool:
    return any(role & (_LEAD | _STATE) for _, role in _find_words(simplify(text[:NAME_MAX]))[0])
