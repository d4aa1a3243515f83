"""Which lines could be headings without a number: those that nothing rules out, with the words that would be the title.

What is no heading whatever stands around it: a sentence, a field (``咨询电话：…``), a caption, a by-line, the name of a
body, a bullet, a date, a page number, a file name, 各位代表：, a piece of a line that was broken at a link.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from govreport.parsing.headings.clauses import Split
from govreport.parsing.hints import Hints
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import is_addressee, is_date_line, is_subtitle
from govreport.words.blanks import SPACES, is_page_mark
from govreport.words.closing_words import begins_note, names_file
from govreport.words.heading_names import ANSWERED, ASKED, QUESTION_MARKS, counts
from govreport.words.ideographs import holds_ideograph
from govreport.words.organizations import is_organ
from govreport.words.patterns import late
from govreport.words.stops import holds_colon
from govreport.words.vocabulary import one_of

_MAX: Final = 40  # characters of the longest that only its look and its company tell
_MARKED_MAX: Final = 80  # and of one that markup, a question mark or its own number shows
_ASKED_MAX: Final = 240  # and of a question after 问：
_FILE_NAME_ENDING: Final = 6  # characters
_DEEPEST: Final = 6  # level of a heading in Markdown and HTML

_ANSWER_ON_LINE: Final = re.compile(r"(?<=[?？])[ \u3000]{0,8}(?=答[:：])")
_SET_OFF: Final = re.compile(r"[●◆■▲★▶◎◇□※☆▌▎█|]{1,2}[ \u3000]{0,2}")
_SENTENCE: Final = re.compile(r"[。；;！!](?:(?<![！!])|(?=.))")  # one set first, which is looked for fast
VALUE: Final = re.compile(r"[:：](?=.)")
"""The colon of a label with its value behind it."""
_CAPTION: Final = late(
    r"(?:图|表|附图|附表|图表)[ \u3000]{0,2}[0-9一二三四五六七八九十]{1,3}|[（(]?单位[:：]|.{0,20}摄$|图片?$|附图$"
)
_CAPTION_STARTS: Final = frozenset("图表附（(单")
_BYLINES: Final = "记者 通讯员 编辑 来源 作者 文 图 责编 审核 供稿 摄影".split()
_BYLINE: Final = re.compile(rf"{one_of(_BYLINES)}[ :：/]")
_FIELDS: Final = (
    "单位 部门 期限 时间 日期 地点 地址 电话 热线 传真 邮箱 邮编 网址 网站 来源 编号 姓名 金额 账号 科室 人".split()
)
_FIELD: Final = re.compile(rf".{{0,8}}{one_of(_FIELDS)}[:：].")
_NOT_FIRST: Final = ("点击", "扫码", "扫描", "长按", "图片", "视频", "各位", "同志们")
_ITEM: Final = re.compile("[一二三四五六七八九十]{1,2}是")
_NEVER_LAST: Final = frozenset("。；;，,、…—-~|｜")
_GOES_ON: Final = frozenset("，。、；》）”,;)")  # what only the rest of a broken line begins with
_GOES_ON_BELOW: Final = frozenset("《（“、，,(")  # what only the first part of a broken line ends with
_ASKED_STARTS: Final = frozenset("问Q提记【[")  # what a question after 问： begins with; most lines are known by it
_BULLETS: Final = frozenset("•·-–—>＞*→＊［[×")


class Possible:
    """A line that could be a heading.

    Attributes:
        index: of the line.
        text: its words, without what sets it off and what closes it.
        split: where these stand in the line.
        level: that the markup gives it, 1 to 6; 0 for none.
        asked: whether 问： stands before it.
        sure: whether the markup, or 问：, leaves no doubt.
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


def possible_headings(
    lines: list[Line], taken: list[bool], numbered: Container[int], hints: Hints | None
) -> list[Possible]:
    """The lines that could be headings without a number.

    Args:
        lines: a document's lines, in order.
        taken: lines that can hold no heading: tables, signature, notes, title.
        numbered: the lines that begin with a unit's number, and those of a contents page.
        hints: what the markup says; None where there was none.
    """
    found = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        if taken[index] or line.marker is not None:
            continue
        text = line.text
        if (line.last in _NEVER_LAST or len(text) > _MARKED_MAX) and line.first not in _ASKED_STARTS:
            continue
        if index in numbered or len(text) > _ASKED_MAX:
            continue
        if (index < last and lines[index + 1].first in _GOES_ON) or (index and lines[index - 1].last in _GOES_ON_BELOW):
            continue
        one = _possible(line, index, hints)
        if one is not None:
            found.append(one)
    return found


def _possible(line: Line, index: int, hints: Hints | None) -> Possible | None:
    """A line as a heading; None where it can be none."""
    text = line.text
    if isinstance(line, GridLine) or "\n" in text:
        return None
    asked = ASKED.match(text) if line.first in _ASKED_STARTS else None
    if asked is not None and (line.first != "记" or line.last in QUESTION_MARKS):  # 记者：某某 names one
        return _question(text, index, asked.end())
    if line.last in _NEVER_LAST or len(text) > _MARKED_MAX or not holds_ideograph(text) or _is_other(text):
        return None
    start, end = _words(text)
    words = text[start:end]
    level = _level(line, hints)
    if not words or not _can_name(words, level) or words.startswith(_NOT_FIRST):
        return None
    sure = level > 0 and VALUE.search(words) is None
    return Possible(index, words, Split(start, end, len(text), 1.0), level, False, sure)


def _is_other(text: str) -> bool:
    """True for a line that is something else by its own look."""
    return (
        text[0] in _BULLETS
        or is_page_mark(text)
        or is_date_line(text)
        or is_addressee(text)
        or begins_note(text)
        or names_file(text[-_FILE_NAME_ENDING:])
        or ((text[0] in _CAPTION_STARTS or text[-1] == "摄") and _CAPTION.match(text) is not None)
        or _BYLINE.match(text) is not None
        or (holds_colon(text) and _FIELD.match(text) is not None)
        or _ITEM.match(text) is not None
        or is_subtitle(text)
        or is_organ(text)
    )


def _words(text: str) -> tuple[int, int]:
    """Where the title stands in a line, without the signs that set it off: 【…】, ●, 答：, and without its colon."""
    start, end = 0, len(text)
    if text[0] in "【[" and text[-1] in "】]" and text.count(text[0]) == 1:
        return 1, end - 1
    mark = _SET_OFF.match(text) or (ANSWERED.match(text) if text[-1] in ":：" else None)
    if mark is not None:
        start = mark.end()
    while end > start and text[end - 1] in "：: \u3000*":
        end -= 1
    return start, end


def _can_name(words: str, level: int) -> bool:
    """True for words that no full stop ends and that are short enough to name something."""
    if len(words) > _MAX and not (level or words[-1] in QUESTION_MARKS or counts(words)):
        return False
    return _SENTENCE.search(words) is None or (words[-1] in QUESTION_MARKS and counts(words) > 0)


def _question(text: str, index: int, start: int) -> Possible | None:
    """问：…, with its answer on the line or below it."""
    answer = _ANSWER_ON_LINE.search(text, start)
    end = stop = len(text)
    if answer is not None:
        end, stop = answer.start(), answer.start()
    elif text[-1] in _NEVER_LAST:
        end -= 1
    words = text[start:end].lstrip(SPACES)
    return Possible(index, words, Split(end - len(words), end, stop, 1.0), 0, True, True) if words else None


def _level(line: Line, hints: Hints | None) -> int:
    """The level, 1 to 6, that the markup or Markdown gives a heading; 0 for none."""
    hashes = line.lead.count("#")
    if hashes:
        return min(hashes, _DEEPEST)
    return hints.levels.get(line.start, 0) if hints is not None else 0
