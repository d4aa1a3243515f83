"""The figures of a sentence: which variable each number counts, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from govreport.figures.channels import UNITS as DISCLOSED_UNITS
from govreport.figures.channels import channel, disclosed
from govreport.figures.negation import denied
from govreport.figures.numbers import Amount, amounts
from govreport.figures.phrases import around, bare, shared
from govreport.figures.phrasings import PHRASINGS
from govreport.figures.records import Fact, Scope
from govreport.figures.variables import VARIABLES

_FAR: Final = 90
"""Characters before a number that are looked at."""
_LONGEST_CLASS: Final = 24
"""Characters of the longest name of a class of information."""
_PART: Final = re.compile("其中|包括|包含|含|主要是|分别是|分为|[:(]$")
_GOES_ON: Final = ("其中", "包括", ",其中", "具体")
_TOPICS: Final = re.compile("(?P<reconsiderations>复议)|(?P<lawsuits>诉讼|起诉|应诉)|(?P<requests>申请)")
_CHANGE: Final = re.compile(
    "(?:(?:比|较)[^,。;]{1,10}?|同比|环比)(?:净)?(?P<way>增加|增长|增多|上升|提高|多|减少|下降|降低|少)(?:了)?约?$"
)
_FEWER: Final = frozenset(("减少", "下降", "降低", "少"))
_QUOTED: Final = re.compile("《[^》]{0,60}》")
_YEAR: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?![^,。;]{0,8}(?:以来|起|至|到))|(?P<last>上一?年|去年)(?!度?(?:结转|顺延|遗留|相比))|(?P<this>今年|本年|当年|全年)"
)
_UP_TO: Final = re.compile("截至|截止|以来|至今|历年|到[^,。;]{2,6}[底末]")
_WITHIN: Final = re.compile("全年|一年来|今年|本年|年度|[12][0-9]{3}年")
_PLANNED: Final = re.compile("(?:力争|争取|预计|拟开展|拟举办|计划开展|计划举办|计划召开|计划组织|将举办|将开展)[^,。;]{0,12}$")
_NO_CLASS: Final = re.compile("收到|受理|回应|召开|举办|举行|回复|答复|开展|推送|转为|增|减|办理|办结|下载|浏览|访问|点击|占")
_EDGES: Final = " ,;:、()。“”\"'"
_JOINING: Final = re.compile("^(?:其中|主要|包括|包含|另有|另外|还有|以及|和|及|与|有|含)+[:,、]*")


@define
class Reading:
    """What is remembered from one sentence to the next.

    Attributes:
        year: the year that the report is on; None where it is not known.
        topic: what the text is about: ``requests``, ``reconsiderations``, ``lawsuits`` or nothing of these.
        whole: the figure of what was disclosed whose parts may follow.
        parts: True once its parts have begun.
        named: the variables that the paragraph has named.
        last: the variable of the number before.
    """

    year: int | None = None
    topic: str = ""
    whole: Fact | None = None
    parts: bool = False
    named: set[str] = field(factory=set)
    last: str = ""


def topic_of(words: str, otherwise: str = "") -> str:
    """Tell what words are about: the last of requests, reconsiderations and lawsuits that they name."""
    last = otherwise
    for match in _TOPICS.finditer(words):
        last = match.lastgroup or last
    return last


def read_sentence(sentence: str, reading: Reading) -> list[Fact]:
    """Read the figures of a sentence; their places are in characters of the sentence.

    Args:
        sentence: a text without blanks, in half-width and simplified characters, up to its full stop.
        reading: what was read before it; it is brought up to date.
    """
    reading.parts = reading.whole is not None and sentence.startswith(_GOES_ON)
    if not reading.parts:
        reading.whole = None
    reading.last = ""
    facts: list[Fact] = []
    numbers = list(amounts(sentence))
    for at in range(len(numbers)):
        for fact in _counted(sentence, numbers, at, reading):
            if not any(_same(fact, other) for other in facts):
                facts.append(fact)
            reading.named.add(fact.variable)
            reading.last = fact.variable
    known = {one.variable for one in facts}
    for variable, start, end, sure in denied(sentence):
        if variable not in known:
            known.add(variable)
            one = VARIABLES[variable]
            facts.append(Fact(variable, one.label, 0, one.unit, negated=True, start=start, end=end, confidence=sure))
    reading.topic = topic_of(sentence, reading.topic)
    return facts


def _same(one: Fact, other: Fact) -> bool:
    """True where a sentence says one thing twice: 总金额380元，实际收取380元."""
    return (one.variable, one.item, one.scope, one.value) == (other.variable, other.item, other.scope, other.value) and (
        one.variable != "disclosed_class"
    )


def _counted(sentence: str, numbers: list[Amount], at: int, reading: Reading) -> Iterator[Fact]:
    """The figures of one number: none, one, or several where it is said of each of several names (各1件)."""
    amount = numbers[at]
    begin = numbers[at - 1].end if at else 0
    before = sentence[max(begin, amount.start - _FAR) : amount.start]
    change = _CHANGE.search(before)
    if change is not None:
        yield from _changed(amount, change["way"], reading)
        return
    scope = _scope(sentence, before, amount, reading.year, not at)
    if scope is None:
        return
    names = shared(sentence, numbers, at)
    if names is not None:
        for name in names:
            found = _match(name, amount, topic_of(sentence[: amount.start], reading.topic), reading.last)
            if found is not None:
                yield _fact(*found, amount=amount, scope=scope, reading=reading)
        return
    if reading.whole is not None and _PART.search(before):
        reading.parts = True
    yield from _one(sentence, before, amount, scope, reading)


def _one(sentence: str, before: str, amount: Amount, scope: Scope, reading: Reading) -> Iterator[Fact]:
    """The figure of a number that counts one thing."""
    phrase = bare(before)
    part = _part(phrase, amount, reading)
    if part is not None:
        yield part
        return
    topic = topic_of(sentence[: amount.start], reading.topic)
    for one in (phrase, *around(sentence, before, amount)):
        found = _match(one, amount, topic_of(one, topic), reading.last)
        if found is None and amount.unit in DISCLOSED_UNITS and not amount.in_words:
            found = disclosed(one, before, sentence[: amount.start])
        if found is not None:
            fact = _fact(*found, amount=amount, scope=scope, reading=reading)
            if not fact.variable.startswith("disclosed"):
                if ";" in before or _NO_CLASS.search(phrase):
                    reading.whole = None
            elif not reading.parts:
                reading.whole = fact
            yield fact
            return
    if reading.parts and reading.whole is not None and amount.unit in DISCLOSED_UNITS:
        yield from _class(phrase, amount, reading.whole)


def _part(phrase: str, amount: Amount, reading: Reading) -> Fact | None:
    """A part of what was disclosed, in the unit of the whole: by channel, else by class."""
    whole = reading.whole
    if whole is None or not reading.parts or amount.raw != whole.unit_raw:
        return None
    name = _name(phrase)
    if _NO_CLASS.search(name) or ("规范性文件" in name and "公开" in name):
        return None
    one = channel(name)
    if one is not None and len(name) <= _LONGEST_CLASS:
        return _fact(one, 0.95, amount=amount, scope=whole.scope, reading=reading)
    return next(_class(phrase, amount, whole), None)


def _class(phrase: str, amount: Amount, whole: Fact) -> Iterator[Fact]:
    name = _name(phrase)
    if len(name) > _LONGEST_CLASS:
        name = _name(name[name.rfind(",") + 1 :])
    if name and not _NO_CLASS.search(name):
        one = VARIABLES["disclosed_class"]
        yield Fact(
            one.code, one.label, amount.value, one.unit, amount.raw, name, whole.scope, whole.variable,
            approximate=amount.approximate, start=amount.start, end=amount.end, confidence=0.95,
        )  # fmt: skip


def _name(phrase: str) -> str:
    """The name of a class, without what joins it to the text before."""
    phrase = phrase[phrase.rfind(";") + 1 :]
    return _JOINING.sub("", phrase.strip(_EDGES)).strip(_EDGES)


def _match(phrase: str, amount: Amount, topic: str, last: str) -> tuple[str, float] | None:
    """Tell which variable a phrase names: the first phrasing that it ends with."""
    for one in PHRASINGS.get(phrase[-1:], ()):
        if amount.unit and one.units and amount.unit not in one.units:
            continue
        if one.topic not in ("", topic, last):
            continue
        if one.words.match(phrase) is not None:
            return one.variable, one.confidence
    return None


def _fact(variable: str, confidence: float, *, amount: Amount, scope: Scope, reading: Reading) -> Fact:
    one = VARIABLES[variable]
    return Fact(
        variable, one.label, amount.value, one.unit, amount.raw,
        scope=scope,
        part_of=one.whole if one.whole in reading.named else None,
        approximate=amount.approximate,
        start=amount.start,
        end=amount.end,
        confidence=confidence,
    )  # fmt: skip


def _changed(amount: Amount, way: str, reading: Reading) -> Iterator[Fact]:
    """The difference to the year before, of what the number before counts."""
    one = VARIABLES.get(reading.last)
    if one is None or (amount.unit not in ("%", one.unit) and one.unit not in ("条", "件", "次")):
        return
    value = -amount.value if way in _FEWER else amount.value
    unit = "%" if amount.unit == "%" else one.unit
    yield Fact(
        one.code, one.label, value, unit, amount.raw,
        scope="change", approximate=amount.approximate, start=amount.start, end=amount.end, confidence=0.93,
    )  # fmt: skip


def _scope(sentence: str, before: str, amount: Amount, year: int | None, first: bool) -> Scope | None:
    """What a number is over; None for a plan, and for a year that is neither the report's nor the one before."""
    if _PLANNED.search(before):
        return None
    said = _QUOTED.sub("", sentence[: amount.start])
    if "累计" in before and (_UP_TO.search(said) or (first and not _WITHIN.search(said))):
        return "cumulative"
    named = list(_YEAR.finditer(said))
    last = named[-1] if named else None
    if last is None or last["this"] is not None or (year is None and last["last"] is None):
        return "year"
    if last["last"] is not None:
        return "last-year"
    return {0: "year", 1: "last-year"}.get((year or 0) - int(last["year"]))  # type: ignore[return-value]
