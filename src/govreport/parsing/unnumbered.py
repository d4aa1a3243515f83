"""Headings without a number: 名词解释, 第一步：提交申请, a question, a line that the markup sets as a heading.

Which lines are such headings is told by how a line looks, what stands before and after it, and what the other lines of
its document are that could be headings too.  Each of these has a weight; `tools/unnumbered_weights.py` learns them from
labelled texts.  How deep they stand is for `govreport.parsing.levels` to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from math import exp
from typing import Final

from govreport.parsing.headings.clauses import Split
from govreport.parsing.hints import Hints
from govreport.parsing.line import BOLD, GridLine, Line
from govreport.parsing.looks import is_addressee, is_date_line, is_subtitle
from govreport.parsing.unnumbered_weights import WEIGHTS
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.closing_words import begins_note, names_file
from govreport.words.document_kinds import ends_in_kind
from govreport.words.heading_names import ANSWERED, ASKED, QUESTION_MARKS, annotates, counts, is_heading_name, opens
from govreport.words.organizations import is_organ

_MAX: Final = 40  # characters of the longest that only its look and its company tell
_MARKED_MAX: Final = 80  # and of one that markup, a question mark or its own number shows
_ASKED_MAX: Final = 240  # and of a question after 问：
_LEAST: Final = 0.5  # probability from which on a line is a heading
_PROSE: Final = 30  # characters of a line from which on it is text, whatever it ends with
_LEAST_AGAIN: Final = 0.25  # where one of its shape is
_SHAPES: Final = frozenset({"question", "colon", "counted", "set-off", "emphasised", "value", "wrapped"})
_AROUND: Final = 4  # lines before and after that are looked at for cells of a table

# Ranks of headings beside each other: one of a lower rank holds those of a higher.
_RANK_OF_LEVEL: Final = 10  # for each level that the markup shows
_RANK_ABOVE: Final = 55  # of one with another right below it
_RANK_ASKED: Final = 60
_RANK: Final = 70
_RANK_COLON: Final = 75

_ANSWER_ON_LINE: Final = re.compile(r"(?<=[?？])[ \u3000]{0,8}(?=答[:：])")
_SET_OFF: Final = re.compile(r"(?:[●◆■▲★▶◎◇□※☆]|[▌▎█|]){1,2}[ \u3000]{0,2}")
_SENTENCE: Final = re.compile(r"[。；;]|[！!](?=.)")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_VALUE: Final = re.compile(r"[:：](?=.)")
_CAPTION: Final = re.compile(r"(?:图|表|附图|附表|图表)[ \u3000]{0,2}[0-9一二三四五六七八九十]{1,3}|[（(]?单位[:：]|.{0,20}[摄]$")
_BYLINE: Final = re.compile(r"(?:记者|通讯员|编辑|来源|作者|文|图|责编|审核|供稿|摄影|地址|电话|邮编|网址|时间|地点|传真)[ :：/]")
_NO_WORDS: Final = re.compile("(?:点击|扫码|扫描|长按|图片|视频|各位|同志们|[一二三四五六七八九十]{1,2}是)|(?:图片?|附图)$")
_FIELD: Final = re.compile(
    ".{0,8}(?:单位|部门|期限|时间|日期|地点|地址|电话|热线|传真|邮箱|邮编|网址|网站|来源|编号|姓名|金额|账号|科室|人)[:：]."
)
_SPEAKER: Final = re.compile(
    ".{0,30}(?:记者|主持人|发言人|(?:[省市区县州局厅部司院行社处]长|主任|主席|书记|总师|规划师|负责人|委员|教授|院长)"
    "[ \u3000]{0,2}[\u4e00-\u9fff]{2,4}|代表|网友)[:：]$"
)
_LEADS_IN: Final = re.compile(
    "(?:如下|以下|下列|之一|包括|包含|分别是|分别为|主要有|主要是|具体是|全文|强调|指出|提出|表示|认为|[是为有]|是这样|"
    "[一二三四五六七八九十两几0-9]{1,2}[类项条种个点大]{1,2}(?:内容|措施|举措|方面|条件|情形|要求|规定|工作|聚焦|把握){0,2})"
    "[:：]$"
)
_OPENS_LIST: Final = re.compile("以下|下列|如下|之一|包括|分为|同时满足|同时符合|同时具备|主要有")
_SPEECH: Final = re.compile("(?:谢谢|感谢|大家好|各位|请问|我[想是来们]|女士们|主持人|好的|最后一个问题)")
_UNSTOPPED_SHARE: Final = 0.4  # of a document's longer lines that end in mid-sentence, where it is wrapped
_LONGER: Final = range(20, 61)  # characters of such a line
_LONGER_LEAST: Final = 6  # of them that tell
_NAME: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff ·\u3000]{1,4}$")
_NEVER_LAST: Final = frozenset("。；;，,、…—-~|｜")
_GOES_ON: Final = frozenset("，。、；》）”,;)")
_OPEN: Final = frozenset("《（“、，,(")
_SENTENCE_ENDS: Final = frozenset("。！!?？；;：:”）)")
_PARAGRAPH_LAST: Final = frozenset("。；;！!")
_COLONS: Final = frozenset(":：")
_BULLETS: Final = frozenset("•·-–—>＞*→＊［[×")
_PREDICATES: Final = re.compile(r"[是了将能会要可应]|已经|必须|不得|我们|为了")


class Unnumbered:
    """A heading without a number.

    Attributes:
        line: its index among the document's lines.
        split: where its title stands in the line.
        rank: against other headings without a number: one of a lower rank holds those of a higher.
        holds_numbers: False for 引言, beside which the numbers begin.
        annotates: True for 注释, which stands beside the sections rather than in the last of them.
    """

    __slots__ = ("annotates", "holds_numbers", "line", "rank", "split")

    def __init__(self, line: int, split: Split, rank: int, text: str) -> None:
        self.line = line
        self.split = split
        self.rank = rank
        self.holds_numbers = not opens(text)
        self.annotates = annotates(text)


class _Possible:
    """A line that could be one.

    Attributes:
        index: of the line.
        text: its words, without signs that set it off.
        split: where these stand in the line.
        level: that the markup shows, 1 to 6; 0 for none.
        asked: whether it is marked as a question: 问：.
        sure: whether the markup, or a mark of a question, leaves no doubt.
        looks: the names of what speaks for and against it.
    """

    __slots__ = ("asked", "index", "level", "looks", "split", "sure", "text")

    def __init__(self, index: int, text: str, split: Split, level: int, asked: bool, sure: bool) -> None:
        self.index = index
        self.text = text
        self.split = split
        self.level = level
        self.asked = asked
        self.sure = sure
        self.looks: list[str] = []


def find_unnumbered(
    lines: list[Line], taken: list[bool], numbered: Container[int], hints: Hints | None
) -> list[Unnumbered]:
    """Find a document's headings without a number.

    Args:
        lines: the document's lines, in order.
        taken: lines that can hold no heading: tables, signature, notes, title.
        numbered: the lines that begin with a number that may be a unit's, and those of a contents page.
        hints: what the markup says; None where there was none.
    """
    possible = possible_headings(lines, taken, numbered, hints)
    chances = [1.0 if one.sure else chance(one.looks) for one in possible]
    shapes = Counter([_shape(one) for one, likely in zip(possible, chances, strict=True) if likely >= _LEAST])
    found = [
        one
        for one, likely in zip(possible, chances, strict=True)
        if likely >= (_LEAST_AGAIN if shapes[_shape(one)] else _LEAST)
    ]
    below = {one.index for one in found}
    out = []
    for one in found:
        rank = _rank(one, lines, below)
        out.append(Unnumbered(one.index, one.split, rank, one.text))
    return out


def _shape(one: _Possible) -> tuple[str, ...]:
    """What headings of one series have in common: what follows, and how they are set."""
    return tuple([look for look in one.looks if look.startswith("after:") or look in _SHAPES])


def _rank(one: _Possible, lines: list[Line], found: set[int]) -> int:
    if one.level:
        return _RANK_OF_LEVEL * one.level
    if one.asked or one.text[-1] in QUESTION_MARKS:
        return _RANK_ASKED
    if one.index + 1 in found and one.index - 1 not in found:
        return _RANK_ABOVE
    return _RANK_COLON if lines[one.index].text[-1] in _COLONS else _RANK


def chance(looks: list[str]) -> float:
    """How likely a line is a heading, by the names of its looks."""
    return 1 / (1 + exp(-(WEIGHTS["bias"] + sum([WEIGHTS.get(look, 0.0) for look in looks]))))


# --- which lines could be headings -----------------------------------------------------------------------------------


def possible_headings(
    lines: list[Line], taken: list[bool], numbered: Container[int], hints: Hints | None
) -> list[_Possible]:
    """The lines that could be headings without a number, each with what speaks for and against it.

    Args:
        lines: the document's lines, in order.
        taken: lines that can hold no heading.
        numbered: the lines that a number takes.
        hints: what the markup says.
    """
    possible = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        if taken[index] or line.marker is not None or index in numbered or len(line.text) > _ASKED_MAX:
            continue
        if (index < last and lines[index + 1].text[0] in _GOES_ON) or (index and lines[index - 1].text[-1] in _OPEN):
            continue  # a piece of a line that was broken at a link
        one = _possible(line, index, hints)
        if one is not None:
            possible.append(one)
    kinds = {}
    for one in possible:
        for near in range(max(0, one.index - _AROUND), min(len(lines), one.index + _AROUND + 1)):
            if near not in kinds:
                kinds[near] = _kind(lines, taken, numbered, near)
    for one in possible:
        one.looks = [*_own_looks(one, lines[one.index], hints), *_neighbour_looks(one, lines, kinds)]
    _look_at_others(possible)
    longer = [line for line, row in zip(lines, taken, strict=True) if len(line.text) in _LONGER and not row]
    if len(longer) >= _LONGER_LEAST and sum([line.text[-1] not in _SENTENCE_ENDS for line in longer]) > _UNSTOPPED_SHARE * len(longer):
        for one in possible:
            one.looks.append("wrapped")
    return possible


def _possible(line: Line, index: int, hints: Hints | None) -> _Possible | None:
    """A line as a heading; None where it can be none."""
    text = line.text
    if isinstance(line, GridLine) or "\n" in text:
        return None
    asked = ASKED.match(text)
    if asked is not None:
        return _question(line, index, asked.end())
    if text[-1] in _NEVER_LAST or len(text) > _MARKED_MAX or _HAN.search(text) is None:
        return None
    level = _level(line, hints)
    start, end = 0, len(text)
    if text[0] in "【[" and text[-1] in "】]" and text.count(text[0]) == 1:
        start, end = 1, end - 1
    elif (mark := _SET_OFF.match(text)) is not None:
        start = mark.end()
    while end > start and text[end - 1] in "：: \u3000*":
        end -= 1
    words = text[start:end]
    if not words or len(words) > _MAX and not (level or words[-1] in QUESTION_MARKS or counts(words)):
        return None
    if _SENTENCE.search(words) is not None and not (counts(words) and words[-1] in QUESTION_MARKS):
        return None
    if is_page_mark(text) or is_date_line(text) or is_addressee(text) or begins_note(text) or names_file(text[-6:]):
        return None
    if _CAPTION.match(text) is not None or _BYLINE.match(text) is not None or is_subtitle(text):
        return None
    if _NO_WORDS.match(words) is not None or _FIELD.match(text) is not None or text[0] in _BULLETS:
        return None
    sure = bool(level) and _VALUE.search(words) is None
    return _Possible(index, words, Split(start, end, len(text), 1.0), level, False, sure)


def _question(line: Line, index: int, start: int) -> _Possible | None:
    """问：…, with its answer on the line or below it."""
    text = line.text
    answer = _ANSWER_ON_LINE.search(text, start)
    end = stop = len(text)
    if answer is not None:
        end, stop = answer.start(), answer.start()
    elif text[-1] not in QUESTION_MARKS and text[-1] in _NEVER_LAST:
        end -= 1
    words = text[start:end].lstrip(SPACES)
    if not words:
        return None
    return _Possible(index, words, Split(end - len(words), end, stop, 1.0), 0, True, True)


def _level(line: Line, hints: Hints | None) -> int:
    """The level, 1 to 6, that the markup or Markdown gives a heading; 0 for none."""
    hashes = line.lead.count("#")
    if hashes:
        return min(hashes, 6)
    return hints.levels.get(line.start, 0) if hints is not None else 0


# --- looks -----------------------------------------------------------------------------------------------------------


def _kind(lines: list[Line], taken: list[bool], numbered: Container[int], index: int) -> str:
    """What a line is as a neighbour."""
    line = lines[index]
    text = line.text
    if taken[index]:
        return "taken"
    if index in numbered or line.marker is not None:
        if line.marker is not None and line.marker.ordinal == 1:
            return "first"
        return "number" if len(text) <= _PROSE and text[-1] not in _PARAGRAPH_LAST else "item"
    if ANSWERED.match(text) is not None:
        return "answer"
    if text[-1] in _COLONS and len(text) > 12:
        return "lead-in"
    if text[-1] in QUESTION_MARKS:
        return "question"
    if text[-1] in _PARAGRAPH_LAST or len(text) >= _PROSE:
        return "text"
    return "short"


def _own_looks(one: _Possible, line: Line, hints: Hints | None) -> list[str]:
    """How a line looks by itself."""
    text = one.text
    size = len(text)
    looks = ["size:" + ("2" if size <= 2 else "4" if size <= 4 else "8" if size <= 8 else "12" if size <= 12 else
                        "18" if size <= 18 else "26" if size <= 26 else "40" if size <= 40 else "long")]
    if one.asked or text[-1] in QUESTION_MARKS:
        looks.append("question")
    if is_heading_name(line.text):
        looks.append("name")
    counted = counts(text)
    if counted:
        looks.append("counted")
    elif _VALUE.search(text) is not None:
        looks.append("value")
    if line.text[-1] in _COLONS:
        looks.append("colon")
        if _LEADS_IN.search(line.text) is not None:
            looks.append("leads-in")
        if _SPEAKER.match(line.text) is not None:
            looks.append("speaker")
    if _OPENS_LIST.search(text) is not None:
        looks.append("opens-list")
    if "，" in text or "," in text:
        looks.append("comma")
    if text[-1] in "！!":
        looks.append("exclaims")
    if any([sign.isdigit() for sign in text]) and not counted:
        looks.append("digits")
    if text[-1].isdigit() or text[-1].isascii():
        looks.append("ends-ascii")
    if text[-1] in "）)":
        looks.append("ends-bracket")
    if " " in text or "\u3000" in text or "\t" in text:
        looks.append("blank" if size > 5 else "spaced")
    if "《" in text:
        looks.append("cites")
    if text[0] in "“\"‘":
        looks.append("quotes")
    if _NAME.match(text) is not None and not is_heading_name(text):
        looks.append("short-word")
    if is_organ(text):
        looks.append("organ")
    if ends_in_kind(text):
        looks.append("kind")
    if _PREDICATES.search(text) is not None and text[-1] not in QUESTION_MARKS:
        looks.append("predicate")
    if text[0] in "（(":
        looks.append("bracketed")
    if one.split.start and not one.asked:
        looks.append("set-off")
    if _is_emphasised(line, hints):
        looks.append("emphasised")
    if hints is not None and line.start in hints.centred:
        looks.append("centred")
    return looks


def _is_emphasised(line: Line, hints: Hints | None) -> bool:
    if line.lead.endswith(BOLD) and line.trail.startswith(BOLD):
        return True
    return hints is not None and line.start in hints.headings


def _neighbour_looks(one: _Possible, lines: list[Line], kinds: dict[int, str]) -> list[str]:
    """What stands before and after a line."""
    index = one.index
    before = kinds.get(index - 1, "start") if index else "start"
    after = kinds.get(index + 1, "end")
    looks = ["before:" + before, "after:" + after]
    around = sum([kinds.get(index + step) in ("short", "taken") for step in range(-_AROUND, _AROUND + 1) if step])
    if around >= _AROUND:
        looks.append("among-cells")
    if before == "text" and lines[index - 1].text[-1] not in "。！!；;”）)":
        looks.append("before-unstopped")
    if "colon" in one.looks or lines[index].text[-1] in _COLONS:
        if index + 1 < len(lines) and _SPEECH.match(lines[index + 1].text) is not None:
            looks.append("speech")
    if before == "lead-in" or (index and lines[index - 1].text[-1] in _COLONS):
        looks.append("led-in")
    if after in ("short", "question"):
        looks.append("then:" + kinds.get(index + 2, "end"))
    return looks


def _look_at_others(possible: list[_Possible]) -> None:
    """What the other lines of a document are that could be headings."""
    good = [_stands_over_text(one) for one in possible]
    ends: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    again = Counter([one.text for one in possible])
    for one, is_good in zip(possible, good, strict=True):
        if is_good:
            ends[one.text[-2:]] += 1
            starts[one.text[:1]] += 1
            sizes[len(one.text)] += 1
    total, emphasised = sum(good), sum([g and "emphasised" in one.looks for one, g in zip(possible, good, strict=True)])
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
        others = total - is_good
        bad = len(possible) - total
        if "colon" in one.looks and "after:first" in one.looks:
            one.looks.append("colon-list")
        if is_good:
            one.looks.append("others:" + ("0" if not others else "1" if others == 1 else "2"))
            if bad > 2 * total:
                one.looks.append("among-short-lines")


def _stands_over_text(one: _Possible) -> bool:
    """True where text follows, or a further such line and then text."""
    if one.sure:
        return True
    looks = one.looks
    if "after:text" in looks or "after:first" in looks or "after:answer" in looks or "after:lead-in" in looks:
        return "led-in" not in looks
    return "then:text" in looks
