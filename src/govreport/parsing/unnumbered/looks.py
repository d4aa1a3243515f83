"""What speaks for and against a line as a heading without a number: looks, each with a name.

There are those of the line itself, of the lines before and after it, and of the other lines of its document that could
be headings.  What each weighs is in `govreport.parsing.unnumbered.weights`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from typing import Final

from govreport.parsing.hints import Hints
from govreport.parsing.line import BOLD, Line
from govreport.parsing.unnumbered.possible import Possible
from govreport.words.document_kinds import ends_in_kind
from govreport.words.heading_names import ANSWERED, QUESTION_MARKS, SURNAMES, counts, is_heading_name
from govreport.words.organizations import is_organ
from govreport.words.vocabulary import one_of

_SIZES: Final = (2, 4, 8, 12, 18, 26, 40)  # characters; up to each a line is of one size
_PROSE: Final = 30  # characters of a line from which on it is text, whatever it ends with
_LONG: Final = 60  # characters of a paragraph that no cell of a table is likely to be
_LEAD_IN: Final = 12  # characters of a line with a colon from which on it leads in what follows
_SHORT_WORD: Final = 5  # characters
_SURNAME_WORD: Final = 3
_AROUND: Final = 4  # lines before and after that are looked at for cells of a table, and how many of them tell
_NEAR: Final = 2  # lines before and after that are looked at for a number alone
_WRAPPED: Final = range(20, 61)  # characters of a line that may be a part of a paragraph
_WRAPPED_LEAST: Final = 6  # lines of that size from which on they tell
_WRAPPED_SHARE: Final = 0.4  # of them that end in mid-sentence, where the text is broken into lines
_SHORT_SHARE: Final = 0.6  # of a document's lines that are no paragraphs, where it is a list or a table
_SHORT_LEAST: Final = 6  # lines from which on that tells

_COLONS: Final = frozenset(":：")
_SENTENCE_ENDS: Final = frozenset("。！!?？；;：:”）)")
_PARAGRAPH_ENDS: Final = frozenset("。；;！!")
_BLANKS: Final = frozenset(" \u3000\t")
_COUNTED_PARTS: Final = "内容 措施 举措 方面 条件 情形 要求 规定 工作 聚焦 把握".split()
_LEADS_IN: Final = re.compile(
    "(?:如下|以下|下列|之一|包括|包含|分别是|分别为|主要有|主要是|具体是|全文|强调|指出|提出|表示|认为|[是为有]|是这样|"
    f"[一二三四五六七八九十两几0-9]{{1,2}}[类项条种个点大]{{1,2}}(?:{one_of(_COUNTED_PARTS)}){{0,2}})[:：]$"
)
_OPENS_LIST: Final = re.compile("以下|下列|如下|之一|包括|分为|同时满足|同时符合|同时具备|主要有")
_PREDICATES: Final = re.compile("[是了将能会要可应]|已经|必须|不得|我们|为了")
_OFFICES: Final = "[省市区县州局厅部司院行社处]长|主任|主席|书记|总师|规划师|负责人|委员|教授|院长"
_SPEAKER: Final = re.compile(
    rf".{{0,30}}(?:记者|主持人|发言人|(?:{_OFFICES})[ \u3000]{{0,2}}[\u4e00-\u9fff]{{2,4}}|代表|网友)[:：]$"
)
_SPEECH: Final = re.compile("谢谢|感谢|大家好|各位|请问|我[想是来们]|女士们|主持人|好的|最后一个问题")
_HAN_WORD: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff ·\u3000]{1,4}$")
_VALUE: Final = re.compile(r"[:：](?=.)")


class _Seen:
    """A line as its own looks see it: what could be its title, and the line with its marks."""

    __slots__ = ("counted", "hints", "line", "one", "text")

    def __init__(self, one: Possible, line: Line, hints: Hints | None) -> None:
        self.one = one
        self.text = one.text
        self.line = line
        self.hints = hints
        self.counted = counts(one.text) > 0


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
    if not possible:
        return
    kinds: dict[int, str] = {}
    for one in possible:
        for near in range(max(0, one.index - _AROUND), min(len(lines), one.index + _AROUND + 1)):
            if near not in kinds:
                kinds[near] = _kind(lines, taken, numbered, near)
    whole = list(_looks_of_all(lines, taken))
    for one in possible:
        seen = _Seen(one, lines[one.index], hints)
        one.looks = [
            _size(one.text),
            *[name for name, has in _OWN if has(seen)],
            *_neighbours(one, lines, kinds),
            *whole,
        ]
    _look_at_others(possible)


# --- the line itself -------------------------------------------------------------------------------------------------


def _size(text: str) -> str:
    for size in _SIZES:
        if len(text) <= size:
            return f"size:{size}"
    return "size:long"


def _asks(seen: _Seen) -> bool:
    return seen.one.asked or seen.text[-1] in QUESTION_MARKS


def _has_colon(seen: _Seen) -> bool:
    return seen.line.text[-1] in _COLONS


def _is_word(seen: _Seen) -> bool:
    text = seen.text
    return len(text) <= _SHORT_WORD and _HAN_WORD.match(text) is not None and not is_heading_name(text)


def _is_surname(seen: _Seen) -> bool:
    return len(seen.text) <= _SURNAME_WORD and seen.text[0] in SURNAMES and _is_word(seen)


def _is_emphasised(seen: _Seen) -> bool:
    line, hints = seen.line, seen.hints
    if line.lead.endswith(BOLD) and line.trail.startswith(BOLD):
        return True
    return hints is not None and line.start in hints.headings


def _has_blank(seen: _Seen) -> bool:
    return not _BLANKS.isdisjoint(seen.text)


_OWN: Final[tuple[tuple[str, Callable[[_Seen], bool]], ...]] = (
    ("question", _asks),
    ("name", lambda seen: is_heading_name(seen.line.text)),
    ("counted", lambda seen: seen.counted),
    ("value", lambda seen: not seen.counted and _VALUE.search(seen.text) is not None),
    ("colon", _has_colon),
    ("leads-in", lambda seen: _has_colon(seen) and _LEADS_IN.search(seen.line.text) is not None),
    ("speaker", lambda seen: _has_colon(seen) and _SPEAKER.match(seen.line.text) is not None),
    ("opens-list", lambda seen: _OPENS_LIST.search(seen.text) is not None),
    ("comma", lambda seen: "，" in seen.text or "," in seen.text),
    ("exclaims", lambda seen: seen.text[-1] in "！!"),
    ("digits", lambda seen: not seen.counted and any(map(str.isdigit, seen.text))),
    ("ends-ascii", lambda seen: seen.text[-1].isdigit() or seen.text[-1].isascii()),
    ("ends-bracket", lambda seen: seen.text[-1] in "）)"),
    ("blank", lambda seen: _has_blank(seen) and len(seen.text) > _SHORT_WORD),
    ("spaced", lambda seen: _has_blank(seen) and len(seen.text) <= _SHORT_WORD),
    ("cites", lambda seen: "《" in seen.text),
    ("quotes", lambda seen: seen.text[0] in '“"‘'),
    ("short-word", _is_word),
    ("surname", _is_surname),
    ("organ", lambda seen: is_organ(seen.text)),
    ("kind", lambda seen: ends_in_kind(seen.text)),
    ("predicate", lambda seen: not _asks(seen) and _PREDICATES.search(seen.text) is not None),
    ("bracketed", lambda seen: seen.text[0] in "（("),
    ("set-off", lambda seen: seen.one.split.start > 0 and not seen.one.asked),
    ("emphasised", _is_emphasised),
    ("centred", lambda seen: seen.hints is not None and seen.line.start in seen.hints.centred),
)
"""The looks of a line itself, each with the question that tells it."""


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
        return "number" if len(text) <= _PROSE and text[-1] not in _PARAGRAPH_ENDS else "item"
    if ANSWERED.match(text) is not None:
        return "answer"
    if text[-1] in _COLONS and len(text) > _LEAD_IN:
        return "lead-in"
    if text[-1] in QUESTION_MARKS:
        return "question"
    return "text" if text[-1] in _PARAGRAPH_ENDS or len(text) >= _PROSE else "short"


def _neighbours(one: Possible, lines: list[Line], kinds: dict[int, str]) -> Iterator[str]:
    """What stands before and after a line."""
    index = one.index
    before, after = kinds.get(index - 1, "start"), kinds.get(index + 1, "end")
    yield f"before:{before}"
    yield f"after:{after}"
    if before != "start":
        last = lines[index - 1].text[-1]
        if before == "text" and last not in _SENTENCE_ENDS:
            yield "before-unstopped"
        if last in _COLONS:
            yield "led-in"
    if after in ("short", "question"):
        yield f"then:{kinds.get(index + 2, 'end')}"
    elif after == "text":
        following = lines[index + 1].text
        if following[-1] not in _SENTENCE_ENDS:
            yield "after-unstopped"
        if len(following) >= _LONG:
            yield "after-long"
    if after != "end" and lines[index].text[-1] in _COLONS and _SPEECH.match(lines[index + 1].text) is not None:
        yield "speech"
    if any(line.text.isdecimal() for line in lines[max(0, index - _NEAR) : index + _NEAR + 1]):
        yield "near-digits"
    if sum(kinds.get(index + step) in ("short", "taken") for step in range(-_AROUND, _AROUND + 1) if step) >= _AROUND:
        yield "among-cells"


# --- its document ----------------------------------------------------------------------------------------------------


def _looks_of_all(lines: list[Line], taken: list[bool]) -> Iterator[str]:
    """What a whole document looks like: broken into lines, or a list."""
    own = [line for line, is_taken in zip(lines, taken, strict=True) if not is_taken]
    parts = [line for line in own if len(line.text) in _WRAPPED]
    broken = sum([line.text[-1] not in _SENTENCE_ENDS for line in parts])
    if len(parts) >= _WRAPPED_LEAST and broken > _WRAPPED_SHARE * len(parts):
        yield "wrapped"
    bare = [line for line in own if line.marker is None]
    if len(bare) >= _SHORT_LEAST and sum([len(line.text) < _PROSE for line in bare]) > _SHORT_SHARE * len(bare):
        yield "mostly-short"


def _look_at_others(possible: list[Possible]) -> None:
    """What the other lines of a document are that could be headings."""
    good = [_stands_over_text(one) for one in possible]
    ends: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for one, is_good in zip(possible, good, strict=True):
        if is_good:
            ends[one.text[-2:]] += 1
            starts[one.text[:1]] += 1
            sizes[len(one.text)] += 1
    again = Counter([one.text for one in possible])
    emphasised = any("emphasised" in one.looks for one, is_good in zip(possible, good, strict=True) if is_good)
    total = sum(good)
    among_others = len(possible) > 3 * total
    for one, is_good in zip(possible, good, strict=True):
        if again[one.text] > 1:
            one.looks.append("repeated" if "colon" in one.looks else "again")
        if ends[one.text[-2:]] > is_good:
            one.looks.append("like:end")
        if starts[one.text[:1]] > is_good:
            one.looks.append("like:start")
        if sizes[len(one.text)] > is_good:
            one.looks.append("like:size")
        if emphasised and "emphasised" not in one.looks:
            one.looks.append("others-emphasised")
        if is_good:
            one.looks.append(f"others:{min(total - 1, 2)}")
            if among_others:
                one.looks.append("among-short-lines")


def _stands_over_text(one: Possible) -> bool:
    """True where text follows, or a further such line and then text."""
    if one.sure or "then:text" in one.looks:
        return True
    return "led-in" not in one.looks and not _OVER.isdisjoint(one.looks)


_OVER: Final = frozenset({"after:text", "after:first", "after:answer", "after:lead-in"})
