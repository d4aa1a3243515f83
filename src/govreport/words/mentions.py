"""The name of a body where a text says whose document it is: at the head of a title, in a first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.words.body_names import LEADS, PREPOSITIONS, STATE
from govreport.words.divisions import divisions
from govreport.words.naming import NAME_MAX, Grade, grade, name_ends, split_glued
from govreport.words.patterns import late
from govreport.words.traditional import simplify

_TITLE_MAX: Final = 100  # characters of a title that are looked at
_SENTENCE_MAX: Final = 400  # characters of a paragraph that are looked at
_FOLLOWING: Final = 80  # characters after a name that are looked at
_LEAST: Final = 3  # characters of a name in a sentence: 政府 is none
_STARTS_MAX: Final = 12  # places of a paragraph at which a name can begin

_YEAR: Final = r"(?:(?:19|20)\d{2}|二[〇○零OΟ0][〇○零OΟ0一二三四五六七八九]{2})"
_BEFORE_NAME: Final = late(
    rf"(?:标题[:：]?)?(?:【[^【】]{{1,8}}】|（转载）)?[《“【\[]?"
    rf"(?:{_YEAR}(?:[-—至]\d{{4}})?(?:年度|学年度|学年|财年|年)?)?"
)
_AFTER_NAME: Final = late(
    rf"{_YEAR}|年度|关于|对于|印发|转发|批转|令|公告|通告|通知|公报|政府信息|政务公开|信息公开|政务信息|"
    r"政府工作报告|工作报告|工作总结|国民经济|法治政府|依法行政|"
    r"预算|决算|部门|年报|政府网站|网站|[《“—_-]|[（(](?:\d|二)"
)
"""What follows a name in titles."""
_NO_NAME: Final = re.compile(r"\d|关于|《|报告|印发|转发|实施|通知|(?<!人民)政府信息公开(?!办|领|工作领|中心|管)")
"""What no name holds, so that it is read up to there."""
_INNER: Final = late(r"信息公开|工作报告|网站|预算|决算")
"""What makes a 政府 before it a word of the title: 政府信息公开."""
_ORGAN_ENDS: Final = frozenset("局厅委会府院部署室处")

_MAKING: Final = "编制 编写 编撰 撰写 汇编 制作 起草 拟定 整理".split()
_MADE: Final = rf"(?:{'|'.join(_MAKING)})"
# A name, and before and after it what says that the report is its own.
_BY: Final = re.compile(r"由|[报年][告报]是")
_BY_AFTER: Final = late(
    rf"(?:{_MADE}|(?:负责|根据|按照|依据|依照|遵照|组织|综合|汇总|牵头|统一|结合|会同)[^。；]{{0,60}}?{_MADE})"
)
_PUBLISHED: Final = late(rf"(?:现将|公布|发布|公开|{_MADE})了?《?(?:{_YEAR}年?度?)?")
_PUBLISHED_AFTER: Final = late(rf"(?:{_YEAR}|政府信息公开|政务公开|信息公开|政府网站)[^。；，]{{0,30}}报告?")
_CLAUSE: Final = late(r"^|[，,。；;：:]|》(?:的?(?:规定|要求))?")
_CLAUSE_AFTER: Final = late(
    rf"(?:{_MADE}(?:了|完成)?(?:本|《|{_YEAR}|政府)|对{_YEAR}年|"
    rf"(?:根据|按照|依据|依照|现)[^。；]{{0,60}}?(?:{_MADE}|公布|发布))"
)
_IS_TITLE: Final = re.compile(r"信息公开(?!办|领|工作领|中心|管|科|处|室)")
"""What stands in names of reports, and in those of bodies only before what says of what kind they are."""
_IN_SHORT: Final = re.compile(r"[（(](?:以下)?简称[^（）()]{1,20}[）)]")


class Mention(NamedTuple):
    """A name as it stands in a text."""

    text: str
    """The name as written, without white space in it."""
    start: int
    """Offset of its first character in the text that was looked at."""
    end: int
    """Offset of the character after it."""
    grade: Grade


def name_in_title(title: str) -> Mention | None:
    """Find the body, else the place, that a title begins with, a year before it aside.

    Args:
        title: a document's title.

    Returns:
        内蒙古自治区公安厅 of 2009年内蒙古自治区公安厅政府信息公开工作年度报告, 将乐县 (a place alone) of
        将乐县2019年政府信息公开工作年度报告; None where the title begins with neither.
    """
    head = title[:_TITLE_MAX]
    text = "".join(head.split())
    plain = simplify(text)
    before = _BEFORE_NAME.match(plain)
    start = before.end() if before else 0
    end, sure = _end_in_title(plain, start, len(title) <= _TITLE_MAX)
    if sure is None:
        return None
    end = start + len(split_glued(text[start:end])[0])
    if len(text) == len(head):
        return Mention(text[start:end], start, end, sure)
    places = [at for at, character in enumerate(head) if not character.isspace()]
    return Mention(text[start:end], places[start], places[end - 1] + 1, sure)


def _end_in_title(text: str, start: int, whole: bool) -> tuple[int, Grade | None]:
    place: tuple[int, Grade | None] = (start, None)
    body: tuple[int, Grade | None] = (start, None)
    stop = _NO_NAME.search(text, start, start + NAME_MAX)
    for offset, sure in name_ends(text[start : stop.start() if stop else start + NAME_MAX]).items():
        end = start + offset
        if _is_of_the_title(text, end):
            continue
        followed = _AFTER_NAME.match(text, end) is not None or (whole and end == len(text))
        if sure == Grade.PLACE:
            place = (end, sure) if followed else place
        elif followed:
            return end, sure
        elif sure >= Grade.BUILT and text[end - 1] in _ORGAN_ENDS:
            body = (end, sure)
    return body if body[1] is not None and place[1] is None else place


def _is_of_the_title(text: str, end: int) -> bool:
    """True where 政府 before some place is a word of a title: 政府|信息公开, not 人民政府|信息公开."""
    return text[end - 2 : end] == "政府" and text[end - 4 : end] != "人民政府" and _INNER.match(text, end) is not None


def name_in_sentence(text: str) -> Mention | None:
    """Find the body of which a report's first sentences say that it made or publishes the report.

    Args:
        text: a paragraph.

    Returns:
        某局 of 本报告由某局根据…编制, 某局编制了本报告, 现公布某局2020年…年度报告; None where no name stands so.
    """
    head = text[:_SENTENCE_MAX]
    plain = simplify(head)
    if "报告" not in plain and not any(word in plain for word in _MAKING):
        return None
    for before, after in ((_BY, _BY_AFTER), (_PUBLISHED, _PUBLISHED_AFTER), (_CLAUSE, _CLAUSE_AFTER)):
        if after.search(plain) is None:
            continue
        for start in _starts(before, plain):
            found = _mention(plain, start, after)
            if found is not None:
                end, sure = found
                return Mention(head[start:end], start, end, sure)
    return None


def _starts(before: re.Pattern[str], text: str) -> Iterator[int]:
    for count, match in enumerate(before.finditer(text)):
        if count == _STARTS_MAX:
            return
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
        yield start


def _mention(text: str, start: int, after: re.Pattern[str]) -> tuple[int, Grade] | None:
    """The longest name at a place that is followed as it must be, what it is called in short aside."""
    if after.search(text, start + _LEAST, start + NAME_MAX + _FOLLOWING) is None:
        return None  # sooner said than where names end
    for offset, sure in reversed(name_ends(text[start : start + NAME_MAX]).items()):
        end = start + offset
        short = _IN_SHORT.match(text, end)
        follows = short.end() if short else end
        if (
            sure > Grade.PLACE
            and offset >= _LEAST
            and not _IS_TITLE.search(text, start, end)
            and not _is_of_the_title(text, end)
            and after.match(text, follows, follows + _FOLLOWING)
        ):
            return end, sure
    return None


_PLACES_MAX: Final = 8  # places of a text where a name in short is looked for
_BEFORE_MAX: Final = 24  # characters of a name before its last part


def in_full(part: str, text: str) -> str | None:
    """Find the name with its place of a body that is named without.

    Args:
        part: 市教育局, 应急管理局.
        text: what may say it in full: 溪原市教育局.

    Returns:
        The longest name of a known place that ends so, else one that stands after a mark; None where there is none.
    """
    at, built = text.find(part, 1), None
    for _ in range(_PLACES_MAX):
        if at < 0:
            break
        end = at + len(part)
        for start in range(max(0, at - _BEFORE_MAX, end - NAME_MAX), at):
            name = text[start:end]
            found = grade(name) if "\u4e00" <= name[0] <= "\u9fff" else None
            if found == Grade.COMPLETE and _begins_known(name):
                return name
            if (
                found == Grade.BUILT
                and built is None
                and _stands_apart(text, start, at)
                and not _tells(text, start, at)
            ):
                built = name
        at = text.find(part, end)
    return built


_DIVISION_MAX: Final = 14  # characters of the longest name of a division


def _begins_known(name: str) -> bool:
    """True where a name begins with a place that a table names, or with a body of the state."""
    places = divisions()
    heads = [name[:end] for end in range(2, min(len(name), _DIVISION_MAX) + 1)]
    return any(head in places.full or head in places.bare or head in LEADS or head in STATE for head in heads)


def _stands_apart(text: str, start: int, part: int) -> bool:
    """True where a name of a new place begins after a mark, with more than one character before its known part."""
    before = text[start - 1] if start else "，"
    apart = before == "由" or not ("\u4e00" <= before <= "\u9fff" or before.isdigit())
    return apart and part - start > 1


_TELLING: Final = tuple(word for word in PREPOSITIONS if len(word) > 1)  # 从, 经, 向 begin names too: 从化区


def _tells(text: str, start: int, part: int) -> bool:
    """True where what stands before the part is told of the body and is no place: 现公布 before 市应急管理局."""
    return _PUBLISHED.search(text, start, part) is not None or text.startswith(_TELLING, start, part)
