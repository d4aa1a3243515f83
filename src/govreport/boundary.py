"""Where a heading ends that runs into its paragraph without a stop: a learned score for every place it could end.

The score of a place is a sum of weights over what stands on both sides of it; the weights are learned by
`tools/train_boundary.py` from headings whose end is known, and stand in `boundary.json` beside this file.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect
from collections.abc import Sequence
from importlib.resources import files
from itertools import repeat
from typing import Any, Final, NamedTuple

from govreport.runin import HEADING_NOUNS, opens_with_verb

LIMIT: Final = 40  # characters of the longest heading
WINDOW: Final = 90  # characters of a unit that the model sees
_BEHIND: Final = 36  # units by which a place may fall behind the best at the first look
_KEPT: Final = 5  # places that pass the first look
_SAME_WIDTH: Final = str.maketrans(",;:()!?", "，；：（）！？")
_STOP: Final = re.compile("[。；！？：]")
_PAUSE: Final = re.compile("[，。；：、！？]")
_DIGIT: Final = re.compile("[0-9０-９]")

_SIZES: Final = (20, 30, 45)  # characters of a unit: an item, a sentence, a short paragraph, a paragraph


class Guess(NamedTuple):
    """One place where a heading could end.

    Attributes:
        end: offset in characters from the start of the words.
        score: log of its weight against other places, not normalised.
    """

    end: int
    score: float


def fold(words: str) -> str:
    """The words as the model sees them: punctuation in one width, the first `WINDOW` characters."""
    return words[:WINDOW].translate(_SAME_WIDTH)


# Characters that no phrase ends in, and that no paragraph begins with.
_NOT_LAST: Final = frozenset("的和及或在对是把被从向于以各每其这、，（“《〈")
_NOT_NEXT: Final = frozenset("的和与及或之者们等而且于、，。；：）”》〉%％")
_OPENING: Final = frozenset("（“《〈")
_CLOSING: Final = frozenset("）”》〉")
_COUNTED: Final = frozenset("年月日号个条件项次名人家万亿元天")
# A verb after its subject (各单位 | 要…), which is no paragraph's beginning unless the words before name a task.
_MODAL: Final = re.compile("要(?!求|素|点|领|件)|应(?!急|用|对|收|届)|须|不得|可以")
# 以……为指导 ends a phrase; without its 以 the 为 is for whom or what, and begins a paragraph (注重业务培训 | 为指导基层……).
_COMPLEMENT: Final = re.compile(
    "(?<![作成视列定改变化分转称])为(?:指导|重点|核心|目标|抓手|载体|契机|依托|主线|基础|导向|支撑)"
)


def places(text: str) -> list[int]:
    """Offsets where a heading could end in some folded words.

    Before the first stop, with text after it; not inside brackets or a number, not after a word that asks for another,
    not before one that goes on with the phrase, not between a subject and its verb, not after 为指导 without its 以.
    """
    stop = _STOP.search(text)
    most = min(len(text) - 2, LIMIT, stop.start() - 1 if stop else LIMIT)
    names_a_task = opens_with_verb(text)
    unfinished = [m.end() for m in _COMPLEMENT.finditer(text) if "以" not in text[: m.start()]] if "为" in text else []
    found: list[int] = []
    depth = 0
    for end in range(1, most + 1):
        last, following = text[end - 1], text[end]
        if last in _OPENING:
            depth += 1
        elif last in _CLOSING:
            depth -= 1
        if end < 2 or depth > 0 or last in _NOT_LAST or following in _NOT_NEXT:
            continue
        if last.isdigit() and (following.isdigit() or following in _COUNTED):
            continue
        if end in unfinished or (not names_a_task and _MODAL.match(text, end)):
            continue
        found.append(end)
    return found


def is_clause(text: str, end: int) -> bool:
    """True where what would be the heading is a clause: a date first, or a subject with its verb (学校要按照……).

    Args:
        text: folded words.
        end: where the heading would end.
    """
    return text[0].isdigit() or (not opens_with_verb(text) and _MODAL.search(text, 1, end) is not None)


class View(NamedTuple):
    """Folded words, and what is the same for every place in them.

    Attributes:
        text: the words.
        task: whether they begin as a heading that names a task.
        opener: where the first word stands that paragraphs begin with; -1 where there is none.
        opener_kind: which.
    """

    text: str
    task: bool
    opener: int
    opener_kind: str


def view(text: str) -> View:
    """Look at some folded words once."""
    match = _OPENER.search(text, 2)
    if match is None:
        return View(text, opens_with_verb(text), -1, "")
    word = match.group()
    return View(text, opens_with_verb(text), match.start(), "date" if word[0].isdigit() else word[:1])


def evidence(seen: View, end: int) -> list[tuple[str, str]]:
    """What speaks for and against a heading that ends at one place.

    Args:
        seen: the words.
        end: the place, in characters from their start.

    Returns:
        Pairs of a table's name and a key in it.
    """
    text = seen.text
    left, last2, next2 = text[:end], text[end - 2 : end], text[end : end + 2]
    opening = text[:2]
    shape = ("v" if seen.task else "") + ("n" if left.endswith(HEADING_NOUNS) else "")
    pause = _PAUSE.search(text, end)
    found = [
        ("left2", last2),
        ("right2", next2),
        ("cross2", text[end - 1 : end + 1]),
        ("left1", last2[1:]),
        ("left3", text[max(0, end - 3) : end]),
        ("right1", next2[:1]),
        ("right3", text[end : end + 3]),
        ("right4", text[end : end + 4]),
        ("cross4", last2 + next2),
        ("length", str(end)),
        ("shape", shape + str(min(end // 3, 8))),
        ("shape-right", shape + next2[:1]),
        ("frame2", opening + last2),  # 加快…建设, 提高…水平
        ("frame1", opening + last2[1:]),
        ("opening", opening + str(min(end // 2, 12))),
        ("commas", str(min(left.count("，"), 3))),
        ("clause", str(min(((pause.end() - end) if pause else 60) // 3, 10))),
        ("pause", pause.group() if pause else ""),
    ]
    if pause:
        found.append(("clause-end", text[max(end, pause.start() - 2) : pause.start()]))
    if 0 <= seen.opener <= end:
        found.append(("opener" if seen.opener == end else "past-opener", seen.opener_kind))
    if _DIGIT.search(left):
        found.append(("digit", ""))
    if text[end : end + 3] in left:  # the paragraph takes up a word of the heading
        found.append(("again", "3"))
    elif next2 in left:
        found.append(("again", "2"))
    comma = left.rfind("，")
    if comma >= 0:  # the halves of a double heading are about as long as one another
        found += [
            ("halves", str(max(-6, min(6, end - comma - 1 - left.find("，"))))),
            ("half", str(min(end - comma - 1, 14))),
            ("half-opening", text[comma + 1 : comma + 3]),
            ("half-frame", text[comma + 1 : comma + 3] + last2),
        ]
    return found


# Words that paragraphs begin with: a purpose, a ground, a time, the body itself, all of a place.
_OPENER: Final = re.compile(
    r"(?<![想论神观据])为(?:了|进一步|加强|做好|深入|贯彻|指导|切实|保障|规范|推[进动]|提[高升]|确保|方便|有效|全面|落实|加快|充分|更好|解决)|按照|根据|依据|针对|围绕|"
    r"通过|截[至止]|目前|今年|去年|一年来|近年来|全[市县区省州国镇乡局厅年]|我[局市县区厅委办镇乡州省部院会校]|[市县区省]局|各[地级单部县市区]|(?:19|20)\d\d年|\d{1,2}月"
)


def no_heading(text: str, size: int) -> list[tuple[str, str]]:
    """What speaks for a numbered paragraph: a short unit, words that are a sentence from the first on.

    Args:
        text: folded words.
        size: of the whole unit, in characters.

    Returns:
        Pairs as in `evidence`.
    """
    stop = _STOP.search(text)
    first = text[: stop.start()] if stop else text
    pause = _PAUSE.search(text)
    opening = text[: pause.start()] if pause else text
    found = [
        ("none", ""),
        ("none-1", text[:1]),
        ("none-2", text[:2]),
        ("none-3", text[:3]),
        ("none-length", str(min(len(first) // 6, 15))),
        ("none-opening", str(min(len(opening) // 3, 12))),
        ("none-stop", stop.group() if stop else ""),
        ("none-pause", (pause.group() if pause else "") + opening[-1:]),
        ("none-end", first[-2:]),
        ("none-of", str(min(opening.count("的"), 3))),
        ("none-size", str(bisect(_SIZES, size))),
        ("none-sentences", str(min(text.count("。"), 2))),
        ("none-shape", "v" if opens_with_verb(text) else text[:1]),
    ]
    if _DIGIT.search(text, 0, 14):
        found.append(("none-digit", ""))
    head = first[:36]
    found += [("none-word", word) for word in _SENTENCE_WORDS if word in head]
    return found


_SENTENCE_WORDS: Final = ("应当", "不得", "可以", "必须", "是指", "符合", "按照", "由", "对", "经", "在", "的，")


class BoundaryModel:
    """The learned weights.

    Attributes:
        weights: (table, key) → weight against the table's default, in units of ``1 / scale``.
        defaults: table → weight of a key that the table does not hold.
        scale: units in one of log-odds.
    """

    __slots__ = ("_place_base", "_unit_base", "defaults", "scale", "weights")

    def __init__(self, weights: dict[tuple[str, str], int], defaults: dict[str, int], scale: float) -> None:
        self.weights = weights
        self.defaults = defaults
        self.scale = scale
        self._place_base = sum(defaults.get(table, 0) for table in EVERY_PLACE)
        self._unit_base = sum(defaults.get(table, 0) for table in EVERY_UNIT)

    def guesses(self, text: str, likely: Sequence[int] = ()) -> list[Guess]:
        """The best places for a heading's end in some folded words, in order of place.

        Args:
            text: folded words.
            likely: places to look at in any case.
        """
        get = self.weights.get
        possible = places(text)
        first = []
        for end in possible:  # a first look at the characters on both sides
            score = get(("right2", text[end : end + 2]), 0) + get(("left2", text[end - 2 : end]), 0)
            first.append((score + get(("cross2", text[end - 1 : end + 1]), 0), end))
        first.sort(reverse=True)
        seen = view(text)
        ends = {end for score, end in first[:_KEPT] if score > first[0][0] - _BEHIND}
        ends.update([end for end in (*likely, seen.opener) if end in possible])
        return [
            Guess(end, (self._place_base + sum(map(get, evidence(seen, end), repeat(0)))) / self.scale)
            for end in sorted(ends)
        ]

    def none(self, text: str, size: int) -> float:
        """The score of there being no heading in a unit of some size, on the scale of `Guess.score`."""
        return (self._unit_base + sum(map(self.weights.get, no_heading(text, size), repeat(0)))) / self.scale


EVERY_PLACE: Final = (
    "left2", "right2", "cross2", "left1", "left3", "right1", "right3", "right4", "cross4", "length", "shape",
    "shape-right", "frame2", "frame1", "opening", "commas", "clause", "pause",
)  # fmt: skip
"""Tables that `evidence` asks about every place."""
EVERY_UNIT: Final = (
    "none-1", "none-2", "none-3", "none-length", "none-opening", "none-stop", "none-pause", "none-end", "none-of",
    "none-size", "none-sentences", "none-shape",
)  # fmt: skip
"""Tables that `no_heading` asks about every unit."""


def load() -> BoundaryModel:
    """Read the model that ships with the package: some 50 ms, so callers keep it."""
    return unpack(json.loads(files("govreport").joinpath("boundary.json").read_text(encoding="utf-8")))


def unpack(data: dict[str, Any]) -> BoundaryModel:
    """Make a model of what `tools/train_boundary.py` stores."""
    defaults: dict[str, int] = {table: data["other"].get(table, 0) for table in (*EVERY_PLACE, *EVERY_UNIT)}
    weights: dict[tuple[str, str], int] = {}
    for table, (size, keys, values) in data["tables"].items():
        # Keys of one length stand in one string, weights in another, a character each.
        parts = [keys[at : at + size] for at in range(0, len(keys), size)] if size else keys
        zero = ZERO + defaults.get(table, 0)
        weights.update(
            zip(zip(repeat(table), parts, strict=False), [ord(value) - zero for value in values], strict=True)
        )
    return BoundaryModel(weights, defaults, data["scale"])


ZERO: Final = 80
"""Code of the character that stands for a weight of 0 in `boundary.json`."""


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
