"""What speaks for and against a line as a heading without a number: looks, each with a name.

There are those of the line itself, of the lines before and after it, and of the other lines of its document that could
be headings.  What each weighs is in `govreport.parsing.unnumbered.weights`.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from govreport.parsing.hints import Hints
from govreport.parsing.line import Line
from govreport.parsing.unnumbered.possible import VALUE, Possible
from govreport.words.document_kinds import ends_in_kind
from govreport.words.heading_names import ANSWERED, QUESTION_MARKS, SURNAMES, counts, is_heading_name
from govreport.words.patterns import late
from govreport.words.stops import COLONS
from govreport.words.vocabulary import one_of

_SIZES: Final = (2, 4, 8, 12, 18, 26, 40)  # characters; up to each a line is of one size
_PROSE: Final = 30  # characters of a line from which on it is text, whatever it ends with
_CALL: Final = 12  # characters from which on a line with an exclamation mark is more than a call
_LONG: Final = 60  # characters of a paragraph that no cell of a table is likely to be
_LEAD_IN: Final = 12  # characters of a line with a colon from which on it leads in what follows
_SHORT_WORD: Final = 5  # characters
_SURNAME_WORD: Final = 3
_AROUND: Final = 4  # lines before and after that are looked at for cells of a table, and how many of them tell
_NEAR: Final = 2  # lines before and after that are looked at for a number alone
_WRAPPED_MIN, _WRAPPED_MAX = 20, 60  # characters of a line that may be a part of a paragraph
_WRAPPED_LEAST: Final = 6  # lines of that size from which on they tell
_WRAPPED_SHARE: Final = 0.4  # of them that end in mid-sentence, where the text is broken into lines
_SHORT_SHARE: Final = 0.6  # of a document's lines that are no paragraphs, where it is a list or a table
_SHORT_LEAST: Final = 6  # lines from which on that tells

_CELLS: Final = frozenset({"short", "taken"})  # the kinds of lines that may be cells of a table
_SENTENCE_ENDS: Final = frozenset("。！!?？；;：:”）)")
_PARAGRAPH_ENDS: Final = frozenset("。；;！!")
_BLANKS: Final = frozenset(" \u3000\t")
_COUNTED_PARTS: Final = "内容 措施 举措 方面 条件 情形 要求 规定 工作 聚焦 把握".split()
_LEADS_IN: Final = late(
    "(?:如下|以下|下列|之一|包括|包含|分别是|分别为|主要有|主要是|具体是|全文|强调|指出|提出|表示|认为|[是为有]|是这样|"
    f"[一二三四五六七八九十两几0-9]{{1,2}}[类项条种个点大块]{{1,2}}(?:{one_of(_COUNTED_PARTS)}){{0,2}})[:：]$"
)
_OPENS_LIST: Final = re.compile("以下|下列|如下|之一|包括|分为|同时满足|同时符合|同时具备|主要有")
_PREDICATES: Final = re.compile("[是了将能会要可应]|已经|必须|不得|我们|为了")
_OFFICES: Final = "[省市区县州局厅部司院行社处]长|主任|主席|书记|总师|规划师|负责人|委员|教授|院长"
_SPEAKER: Final = late(
    rf".{{0,30}}(?:记者|主持人|发言人|(?:{_OFFICES})[ \u3000]{{0,2}}[\u4e00-\u9fff]{{2,4}}|代表|网友)[:：]$"
)
_SPEECH: Final = re.compile("谢谢|感谢|大家好|各位|请问|我[想是来们]|女士们|主持人|好的|最后一个问题")
_HAN_WORD: Final = late(r"[\u4e00-\u9fff][\u4e00-\u9fff ·\u3000]{1,4}$")


class _Seen:
    """A line as its own looks see it: what could be its title, and the line with its marks."""

    __slots__ = ("asks", "counted", "hints", "line", "one", "text")

    def __init__(self, one: Possible, line: Line, hints: Hints | None) -> None:
        self.one = one
        self.text = one.text
        self.line = line
        self.hints = hints
        self.counted = counts(one.text) > 0
        self.asks = one.asked or one.text[-1] in QUESTION_MARKS


def look(
    possible: list[Possible], lines: list[Line], taken: list[bool], numbered: Container[int], hints: Hints | None
) -> None:
    """Set the ``looks`` of the lines of a document that could be headings.

    Args:
        possible: those lines, in order.
        lines: all its lines.
        taken: lines that can hold no heading.
        numbered: the lines that a number takes.
        hints: what the markup says.
    """
    kinds: dict[int, str] = {}
    whole = _looks_of_all(lines, taken)
    for one in possible:
        seen = _Seen(one, lines[one.index], hints)
        looks = one.looks
        looks.append(_size(one.text))
        _look_at_end(seen, looks)
        _look_at_signs(seen, looks)
        _look_at_words(seen, looks)
        _look_at_setting(seen, looks)
        is_among_cells = _look_around(one.index, lines, taken, numbered, kinds)
        _look_at_neighbours(one, lines, kinds, looks)
        if is_among_cells:
            looks.append("among-cells")
        looks += whole
    _look_at_others(possible)


# --- the line itself -------------------------------------------------------------------------------------------------


def _size(text: str) -> str:
    for size in _SIZES:
        if len(text) <= size:
            return f"size:{size}"
    return "size:long"


def _look_at_end(seen: _Seen, looks: list[str]) -> None:
    """What a line asks, names, counts and leads in."""
    text, line = seen.text, seen.line.text
    if seen.asks:
        looks.append("question")
    if is_heading_name(line):
        looks.append("name")
    if seen.counted:
        looks.append("counted")
    elif VALUE.search(text) is not None:
        looks.append("value")
    if line[-1] in COLONS:
        looks.append("colon")
        if _LEADS_IN.search(line) is not None:
            looks.append("leads-in")
        if _SPEAKER.match(line) is not None:
            looks.append("speaker")
    if _OPENS_LIST.search(text) is not None:
        looks.append("opens-list")


def _look_at_signs(seen: _Seen, looks: list[str]) -> None:
    """The signs in a line and at its ends."""
    text = seen.text
    last = text[-1]
    if "，" in text or "," in text:
        looks.append("comma")
    if last in "！!":
        looks.append("exclaims")
    if not seen.counted and any(map(str.isdigit, text)):
        looks.append("digits")
    if last.isdigit() or last.isascii():
        looks.append("ends-ascii")
    if last in "）)":
        looks.append("ends-bracket")
    if not _BLANKS.isdisjoint(text):
        looks.append("blank" if len(text) > _SHORT_WORD else "spaced")
    if "《" in text:
        looks.append("cites")
    if text[0] in '“"‘':
        looks.append("quotes")


def _look_at_words(seen: _Seen, looks: list[str]) -> None:
    """What the words of a line can be."""
    text = seen.text
    if len(text) <= _SHORT_WORD and _HAN_WORD.match(text) is not None and not is_heading_name(text):
        looks.append("short-word")
        if len(text) <= _SURNAME_WORD and text[0] in SURNAMES:
            looks.append("surname")
    if ends_in_kind(text):
        looks.append("kind")
    if not seen.asks and _PREDICATES.search(text) is not None:
        looks.append("predicate")


def _look_at_setting(seen: _Seen, looks: list[str]) -> None:
    """How a line is set."""
    one, hints, start = seen.one, seen.hints, seen.line.start
    if seen.text[0] in "（(":
        looks.append("bracketed")
    if one.split.start > 0 and not one.asked:
        looks.append("set-off")
    if hints is not None and start in hints.headings:
        looks.append("emphasised")
    if hints is not None and start in hints.centred:
        looks.append("centred")


# --- its neighbours --------------------------------------------------------------------------------------------------


def _kind(lines: list[Line], taken: list[bool], numbered: Container[int], index: int) -> str:
    """What a line is as a neighbour."""
    line = lines[index]
    text = line.text
    if taken[index]:
        return "taken"
    if index in numbered or line.marker is not None:
        if line.marker is not None and line.marker.ordinal == 1:
            return "first"
        return "number" if len(text) <= _PROSE and line.last not in _PARAGRAPH_ENDS else "item"
    if ANSWERED.match(text) is not None:
        return "answer"
    if line.last in COLONS and len(text) > _LEAD_IN:
        return "lead-in"
    if line.last in QUESTION_MARKS:
        return "question"
    if len(text) < _CALL and line.last in "！!":  # 请收好！
        return "short"
    return "text" if line.last in _PARAGRAPH_ENDS or len(text) >= _PROSE else "short"


def _look_around(
    index: int, lines: list[Line], taken: list[bool], numbered: Container[int], kinds: dict[int, str]
) -> bool:
    """Say of each line around a line of what kind it is; True where it stands among the cells of a table."""
    cells = 0
    for near in range(max(0, index - _AROUND), min(len(lines), index + _AROUND + 1)):
        kind = kinds.get(near)
        if kind is None:
            kind = kinds[near] = _kind(lines, taken, numbered, near)
        if near != index and kind in _CELLS:
            cells += 1
    return cells >= _AROUND


def _look_at_neighbours(one: Possible, lines: list[Line], kinds: dict[int, str], looks: list[str]) -> None:
    """What stands before and after a line."""
    index = one.index
    before, after = kinds.get(index - 1, "start"), kinds.get(index + 1, "end")
    looks.append("before:" + before)
    looks.append("after:" + after)
    if before != "start":
        last = lines[index - 1].last
        if before == "text" and last not in _SENTENCE_ENDS:
            looks.append("before-unstopped")
        if last in COLONS:
            looks.append("led-in")
    if after in ("short", "question"):
        looks.append("then:" + kinds.get(index + 2, "end"))
    elif after == "text":
        following = lines[index + 1].text
        if following[-1] not in _SENTENCE_ENDS:
            looks.append("after-unstopped")
        if len(following) >= _LONG:
            looks.append("after-long")
    if after != "end" and lines[index].last in COLONS and _SPEECH.match(lines[index + 1].text) is not None:
        looks.append("speech")
    for line in lines[max(0, index - _NEAR) : index + _NEAR + 1]:
        if line.text.isdecimal():
            looks.append("near-digits")
            break


# --- its document ----------------------------------------------------------------------------------------------------


def _looks_of_all(lines: list[Line], taken: list[bool]) -> list[str]:
    """What a whole document looks like: broken into lines, or a list."""
    parts = broken = bare = short = 0
    for index, line in enumerate(lines):
        if taken[index]:
            continue
        size = len(line.text)
        if line.marker is None:
            bare += 1
            short += size < _PROSE
        if _WRAPPED_MIN <= size <= _WRAPPED_MAX:
            parts += 1
            broken += line.last not in _SENTENCE_ENDS
    looks = []
    if parts >= _WRAPPED_LEAST and broken > _WRAPPED_SHARE * parts:
        looks.append("wrapped")
    if bare >= _SHORT_LEAST and short > _SHORT_SHARE * bare:
        looks.append("mostly-short")
    return looks


def _look_at_others(possible: list[Possible]) -> None:
    """What the other lines of a document are that could be headings."""
    good = [stands_over_text(one) for one in possible]
    ends: dict[str, int] = {}
    starts: dict[str, int] = {}
    sizes: dict[int, int] = {}
    again: dict[str, int] = {}
    emphasised = False
    for one, is_good in zip(possible, good, strict=True):
        text = one.text
        again[text] = again.get(text, 0) + 1
        if is_good:
            ends[text[-2:]] = ends.get(text[-2:], 0) + 1
            starts[text[0]] = starts.get(text[0], 0) + 1
            sizes[len(text)] = sizes.get(len(text), 0) + 1
            emphasised = emphasised or "emphasised" in one.looks
    total = sum(good)
    among_others = len(possible) > 3 * total
    for one, is_good in zip(possible, good, strict=True):
        text, looks = one.text, one.looks
        if again[text] > 1:
            looks.append("repeated" if "colon" in looks else "again")
        if ends.get(text[-2:], 0) > is_good:
            looks.append("like:end")
        if starts.get(text[0], 0) > is_good:
            looks.append("like:start")
        if sizes.get(len(text), 0) > is_good:
            looks.append("like:size")
        if emphasised and "emphasised" not in looks:
            looks.append("others-emphasised")
        if is_good:
            looks.append(f"others:{min(total - 1, 2)}")
            if among_others:
                looks.append("among-short-lines")


def stands_over_text(one: Possible) -> bool:
    """True where text follows, or a further such line and then text."""
    if one.sure or "then:text" in one.looks:
        return True
    return "led-in" not in one.looks and not _OVER.isdisjoint(one.looks)


_OVER: Final = frozenset({"after:text", "after:first", "after:answer", "after:lead-in"})
