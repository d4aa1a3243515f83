"""The places where the heading of one unit could end.

A heading may end before a stop, a comma or a blank, where the body's own name begins, where a prescribed name ends, or
between any two characters that no bracket holds together.  What each place looks like is described by small numbers,
steps of a scale, which `govreport.parsing.headings.model` weighs; characters it weighs itself.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from typing import Final

from govreport.parsing.headings.clauses import opens_with_verb
from govreport.words.patterns import late
from govreport.words.section_names import section_name_end

WINDOW: Final = 40
"""Characters of a unit that are looked at."""
LONGEST: Final = 32
"""Characters of the longest heading that no stop closes."""
PLACE: Final = 0
COMMA: Final = 1
BLANK: Final = 2
STOP: Final = 3
"""What stands where a heading could end: nothing, a comma, a blank, a stop."""

_FOLDED: Final = tuple(zip(",;:()!?．123456789０１２３４５６７８９", "，；：（）！？。" + 19 * "0", strict=True))
_BLANK: Final = re.compile(r"\s")
_UNFOLDED: Final = re.compile(r"[,;:()!?．0-9０-９\s]")
_STOPS: Final = "。；！？："
_PAUSES: Final = "，。；：、！？ "
_PAUSE: Final = re.compile(f"[{_PAUSES}]")
_BRACKETED: Final = late("[（“《〈【][^）”》〉】]*")
_PURPOSES: Final = (
    "了 此 使 更好 方便 便于 指导 帮助 服务 应对 防止 避免 满足 配合 响应 适应 保证 实现 贯彻 提供 掌握 及时 规 "
    "我 全 民 企 群众"
).split()
"""What 为 begins a sentence with, beside verbs of tasks: 为进一步规范…; else it is a predicate."""
_PREDICATE: Final = late(f"(?P<to_be>为(?!{'|'.join(_PURPOSES)}))|按(?!照|要求|规定|上级|[国省市县区])|是|第（")
_COUNT: Final = re.compile("(?<!情况)0{1,9}[余多]?[件条次个家户名人期份篇场项起万亿元％%]")
_DATE: Final = re.compile("0000年|0{1,2}(?:[—–~至-]{1,2}0{1,2})?月[^，。]{0,3}，")
_SUBJECT: Final = 4  # characters of the longest word before a month that is rather its sentence's: 我县水厂 6月份，…
_BRACKET: Final = re.compile("[（“《〈【）”》〉】]")
_CLOSING: Final = late("[）”》〉】]")
_LATIN: Final = "\u0100"  # characters below it are Latin letters and digits, among which blanks say nothing
_SIZES: Final = (20, 30, 45, 90)  # characters of a unit: an item, a sentence, a short paragraph, a paragraph
_FAMILIES: Final = (
    "han", "han-paren", "digit", "decimal", "digit-paren", "digit-half", "decimal3", "han-bare", "zero",
)  # fmt: skip

PLACE_STEPS: Final = {
    "kind": 4,
    "length": 2 * (LONGEST + 1),
    "kind and length": 48,
    "clause": 44,
    "commas": 4,
    "balance": 14,
    "echo": 4,
    "rule": 24,
    "to the stop": 12,
    "hint": 4,
}
"""What is said of a place, and how many steps each has."""
UNIT_STEPS: Final = {
    "sentence": 12,
    "first clause": 14,
    "pause": 9,
    "size": 5,
    "verb": 2,
    "family and verb": 2 * (len(_FAMILIES) + 1),
    "beneath": 2,
    "rule": 24,
    "commas": 4,
}
"""The same for a unit as one that has no heading."""
_RULE_STEPS: Final = 1.5  # steps of the stop's score for each of its units
_RULE_LEAST: Final = -6.0


def fold(words: str) -> tuple[str, Sequence[int]]:
    """Some words as the model sees them: punctuation in full width, every digit a 0, each run of blanks one.

    Args:
        words: what stands after a unit's number and the signs that follow it.

    Returns:
        The first `WINDOW` characters, and the offset of each in the words, with one more for their end.
    """
    text = words[:WINDOW]
    if _UNFOLDED.search(text) is None:
        return text, range(len(text) + 1)
    if _BLANK.search(text) is None:
        return _fold_signs(text), range(len(text) + 1)
    text = _fold_signs(words[: 2 * WINDOW])
    kept: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character.isspace():
            if not kept or kept[-1] == " " or kept[-1] < _LATIN:
                continue
            character = " "
        kept.append(character)
        offsets.append(offset)
        if len(kept) == WINDOW:
            break
    offsets.append(offsets[-1] + 1 if offsets else 0)
    return "".join(kept), offsets


def _fold_signs(text: str) -> str:
    """A text with its punctuation in full width and every digit a 0; few signs stand in it, so each is looked for."""
    for sign, folded in _FOLDED:
        if sign in text:
            text = text.replace(sign, folded)
    return text


class Words:
    """The words of one unit.

    Attributes:
        text: the words, folded.
        offsets: of each of their characters in the words as written.
        size: of the whole unit, in characters.
        pauses: where its pauses and stops stand, in order, and `WINDOW` after them.
        stop: where the first stop stands; `WINDOW` where none is in sight.
        rule: how much the words up to it look like a heading (`govreport.parsing.headings.clauses`).
        opens_with_verb: whether they begin as headings do that name a task.
        hints: places where the issuer's name begins, and the place where a prescribed name ends, or 0.
    """

    __slots__ = ("hints", "offsets", "opens_with_verb", "pauses", "rule", "size", "stop", "text")

    def __init__(self, words: str, size: int, rule: float, names: Sequence[str] = ()) -> None:
        text, self.offsets = fold(words)
        self.text = text
        self.size = size
        self.rule = int(max(0.0, min(23.0, (rule - _RULE_LEAST) * _RULE_STEPS)))
        self.pauses = [match.start() for match in _PAUSE.finditer(text)]
        self.stop = WINDOW
        for pause in self.pauses:
            if text[pause] in _STOPS:
                self.stop = pause
                break
        self.pauses.append(WINDOW)
        self.opens_with_verb = opens_with_verb(text)
        self.hints = (_named(text, names), section_name_end(text))

    def places(self) -> list[int]:
        """Offsets in the text where a heading could end without a stop, in order."""
        most = min(self.stop, LONGEST + 1, len(self.text) - 1)
        barred = self._barred(most)
        if not barred:
            return list(range(2, most))
        return [end for end in range(2, most) if end not in barred]

    def _barred(self, most: int) -> set[int]:
        """Offsets, among others those below a bound, where no heading ends without a stop."""
        text = self.text
        barred: set[int] = set()
        for pause in self.pauses:
            if pause >= most:
                break
            sign = text[pause]
            if sign in "，、 ":
                barred.add(pause + 1)
            # 其他信息 322 条: figures spaced out
            if sign == "、" or (sign == " " and text[pause + 1] == "0" and self.kind(pause) != BLANK):
                barred.add(pause)
        if "为" in text or "是" in text or "按" in text or "第" in text:
            barred.update([match.start() for match in _PREDICATE.finditer(text, 2) if _is_predicate(text, match)])
        if _BRACKET.search(text) is not None:
            for match in _BRACKETED.finditer(text):
                barred.update(range(match.start() + 1, match.end() + 1))
            barred.update([match.start() for match in _CLOSING.finditer(text)])
        return barred

    def spoken_for(self) -> set[int]:
        """Offsets that something speaks for as the end of a heading: a blank, a comma, a name or a prescribed one."""
        named, prescribed = self.hints
        return {prescribed, *named, *[pause for pause in self.pauses[:-1] if self.text[pause] in " ，"]}

    def counts(self, end: int) -> bool:
        """True where what follows a place is a figure with what it counts, of the words before it: 受理申请|128件."""
        return _COUNT.match(self.text, end) is not None

    def kind(self, end: int) -> int:
        """What stands where a heading would end: `PLACE`, `COMMA`, `BLANK` or `STOP`.

        A blank counts as the trace of a line end where it is the only one, and where no number follows other than that
        of a year, or of a month that opens a sentence: other blanks are spaced type (其他信息 322 条).
        """
        if end == self.stop:
            return STOP
        text = self.text
        if text[end] == " ":
            is_trace = text.count(" ") == 1 and (text[end + 1 : end + 2] != "0" or self._opens_with_date(end))
            return BLANK if is_trace else PLACE
        return COMMA if text[end] == "，" else PLACE

    def _opens_with_date(self, end: int) -> bool:
        """True where a year follows a blank, or a month with its comma: 生产加快 5月份，…."""
        date = _DATE.match(self.text, end + 1)
        return date is not None and (date[0][-1] == "年" or end > _SUBJECT)

    def describe_place(self, end: int) -> tuple[int, ...]:
        """What is said of a place, a step for each of `PLACE_STEPS`."""
        text, first = self.text, self.pauses[0]  # before which nothing stands but words
        kind = PLACE if end < first else self.kind(end)
        begin = end if kind == PLACE else end + 1
        clause = (first if begin <= first else self.pauses[bisect_left(self.pauses, begin)]) - begin
        echo = 0
        while echo < 3 and begin + echo + 2 <= len(text) and text.find(text[begin : begin + echo + 2], 0, end) >= 0:
            echo += 1
        commas = text.count("，", 0, end) if first < end else 0
        balance = 0
        if commas:  # by how much the second half of a double heading is longer than the first
            balance = max(-6, min(6, end - text.rindex("，", 0, end) - 1 - text.index("，"))) + 7
        to_stop = self.stop - end
        named, prescribed = self.hints
        return (
            kind,
            self.opens_with_verb * (LONGEST + 1) + (end if end < LONGEST else LONGEST),
            kind * 12 + (end // 3 if end < 35 else 11),
            kind * 11 + (clause // 3 if clause < 30 else 10),
            commas if commas < 3 else 3,
            balance,
            echo,
            self.rule if kind == STOP else 0,
            to_stop // 3 if to_stop < 33 else 11,
            (end in named) + 2 * (end == prescribed),
        )

    def describe_unit(self, family: str, is_above: bool) -> tuple[int, ...]:
        """What is said of the unit as one without a heading, a step for each of `UNIT_STEPS`.

        Args:
            family: of its marker.
            is_above: whether text or deeper units stand beneath it.
        """
        pause = self.pauses[0]
        which = _FAMILIES.index(family) if family in _FAMILIES else len(_FAMILIES)
        return (
            min(self.stop // 4, 11),
            pause // 3,
            0 if pause == WINDOW else _PAUSES.index(self.text[pause]) + 1,
            bisect(_SIZES, self.size),
            int(self.opens_with_verb),
            2 * which + self.opens_with_verb,
            int(is_above),
            self.rule,
            min(3, self.text.count("，", 0, self.stop)),
        )


def _is_predicate(text: str, match: re.Match[str]) -> bool:
    """True where what follows goes on with the words before it: 条件|为在城区有住所, 标准|按人数定, 政策|第（一）项."""
    return match["to_be"] is None or not opens_with_verb(text[match.end() :])


def _named(text: str, names: Sequence[str]) -> list[int]:
    """Places where a name begins, longest names first; a name inside another does not count."""
    found: list[int] = []
    covered = 0
    for name in names:
        at = text.find(name, 2, LONGEST + len(name))
        if at > 0 and (not found or not covered <= at < covered + len(names[0])):
            found.append(at)
            covered = at
    return found
