"""The figures of a sentence: which variable each number counts, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, field

from govreport.figures.channels import CHANNELS, channel, disclosed
from govreport.figures.channels import UNITS as DISCLOSED_UNITS
from govreport.figures.negation import denied
from govreport.figures.numbers import Amount
from govreport.figures.phrases import around, bare, shared
from govreport.figures.phrasings import PHRASINGS
from govreport.figures.records import Fact, Number, Scope
from govreport.figures.sentence import Sentence, topic_of
from govreport.figures.variables import VARIABLES

_FAR: Final = 90
"""Characters before a number that are looked at."""
_LONGEST_CLASS: Final = 24
"""Characters of the longest name of a class of information."""
_LONGEST_CHANNEL: Final = 9
"""Characters of the longest name of a channel that stands beside another: 微博150篇、微信147篇."""
_PART: Final = re.compile("其中|包括|包含|涵盖|涉及|含|主要是|主要为|分别是|分别为|具体为|分为|[:(]$|^:")
_OF_DISCLOSED: Final = re.compile("公开的(?:政府)?(?:信息)?中,")
_GOES_ON: Final = ("其中", "包括", ",其中", "具体")
_CHANGE: Final = re.compile(
    "(?:(?:比|较)[^,。;]{1,10}?|同比|环比)(?:净)?(?P<way>增加|增长|增多|上升|提高|多|减少|下降|降低|回落|少)(?:了)?约?$"
)
_ONE_OF_MANY: Final = re.compile("(?:发布|公开|推送)[^,;]{1,8}(?:动态|公文)$")
_MORE: Final = re.compile(r"、[^,;、\d]{2,8}\d+[条篇]")
_STOPS: Final = ("", ",", ";", ")", "、", ":", "(")
_FEWER: Final = frozenset(("减少", "下降", "降低", "回落", "少"))
_UP_TO: Final = re.compile("截至|截止|以来|至今|历年|到[^,。;]{2,6}[底末]")
_WITHIN: Final = re.compile("全年|一年来|今年|本年|年度|[12][0-9]{3}年")
_NOT_ONE: Final = re.compile("(?:未|没|无)[^,;]{0,6}$")  # 没有收到一件申请
_PLANNED: Final = re.compile("(?:力争|争取|预计|(?:拟|将|计划)(?:开展|举办|召开|组织))[^,。;]{0,12}$")
_NO_CLASS: Final = re.compile(
    "收到|受理|回应(?!关切$)|召开|举办|举行|回复|答复|开展|推送|转为|增|减|^办理|办结|下载|浏览|访问|点击|占"
    "|媒体(?:上|平台)?(?:发布|刊)|[0-9在]$|在[^,;]{2,20}(?:发布|公开)"
)
_REVIEWS: Final = frozenset({"reconsiderations", "lawsuits"})
_AVERAGE: Final = re.compile("(?:日均|月均|年均|人均|平均)[^,;]{0,8}$")
_ELSEWHERE: Final = re.compile(
    r"[^;]{0,20}?(?:与[^,;]{0,10}公开[^,;]{0,4}无关|不涉及[^,;]{0,6}公开"
    r"|(?:其中|,)(?:涉及|因|涉|属于?)[^,;]{0,4}信息公开[^,;\d复诉]{0,12}[\d一二两三四五六七八九十])"
)
"""What follows a number of reviews that are not of disclosure: 诉讼5件，其中涉及信息公开的1件; 均与信息公开无关."""
_OTHER_ANSWERS: Final = re.compile("建议|提案|信箱|热线|投诉|诉求|工单")
_EACH: Final = re.compile("各[^,;]{1,12}(?:指定|明确|确定|配备|落实|安排)[^,;]{0,4}$")
"""What stands before a number of each of many: 各科室指定一名专职人员."""
_OF_FILES: Final = re.compile("属性|公文|文件")
_OFFICE_WORK: Final = re.compile("(?:办理|审理|办结|受理|审结|代理|应诉)[^,;]{0,12}$")
_NEW_CLAUSE: Final = ("通过", "发布", "在", "利用", "编")
_PART_OF_IT: Final = re.compile("(?:其中[:,]?|^[,、])发布(?!(?:政府|政务|各类)?信息$)[^,;]{2,10}$")
_EDGES: Final = " ,;:、()。“”\"'"
_JOINING: Final = re.compile(
    "^(?:其中|主要|内容|涵盖|涉及|具体|属于|包括|包含|分别|另有|另外|还有|以及|和|及|与|有|含)+[:,、]*"
)


@define
class Reading:
    """What is remembered from one sentence to the next.

    Attributes:
        ask_year: gives the year that the report is on, None where it is not known; asked where a sentence names one.
        topic: what the text is about: ``requests``, ``reconsiderations``, ``lawsuits`` or nothing of these.
        whole: the figure of what was disclosed whose parts may follow.
        disclosed: the last such figure of the report, to which 在公开的信息中 goes back.
        parts: True once its parts have begun.
        listing: True where the paragraph before ends in the middle of a list of them.
        named: the variables that the paragraph has named.
        last: the variable of the number before.
        others: the reviews of the sentence that are on other matters.
    """

    ask_year: Callable[[], int | None] = lambda: None
    topic: str = ""
    whole: Fact | None = None
    disclosed: Fact | None = None
    parts: bool = False
    listing: bool = False
    named: set[str] = field(factory=set)
    last: str = ""
    others: tuple[str, ...] = ()
    _year: int | None = None
    _asked: bool = False

    @property
    def year(self) -> int | None:
        """The year that the report is on; None where it is not known."""
        if not self._asked:
            self._year, self._asked = self.ask_year(), True
        return self._year


def read_sentence(sentence: Sentence, reading: Reading) -> list[Fact]:
    """Read the figures of a sentence.

    Args:
        sentence: the sentence.
        reading: what was read before it; it is brought up to date.
    """
    goes_on = sentence.text.startswith(_GOES_ON) or reading.listing
    reading.parts = reading.whole is not None and goes_on
    reading.listing = False
    if not reading.parts:
        reading.whole = None
    reading.last = ""
    reading.others = ()
    facts: list[Fact] = []
    said: set[tuple[str, Scope, Number]] = set()
    for at in range(len(sentence.numbers)):
        for fact in _counted(sentence, at, reading):
            key = (fact.variable, fact.scope, fact.value)
            if key not in said:  # 总金额380元，实际收取380元
                facts.append(fact)
            if fact.variable != "disclosed_class":
                said.add(key)
            reading.named.add(fact.variable)
            reading.last = fact.variable
    known = {one.variable for one in facts}
    for variable, start, end, sure in denied(sentence.text):
        if variable not in known:
            known.add(variable)
            facts.append(_record(variable, 0, "", sentence, (start, end), sure, negated=True))
    reading.topic = topic_of(sentence.text, reading.topic)
    return facts


def _counted(sentence: Sentence, at: int, reading: Reading) -> Iterator[Fact]:
    """The figures of one number: none, one, or several where it is said of each of several names (各1件)."""
    amount = sentence.numbers[at]
    begin = sentence.numbers[at - 1].end if at else 0
    before = sentence.text[max(begin, amount.start - _FAR) : amount.start]
    change = _CHANGE.search(before)
    if change is not None:
        yield from _changed(sentence, amount, change["way"], reading)
        return
    scope = _scope(sentence, before, amount, reading, not at)
    if scope is None or (amount.in_words and _NOT_ONE.search(before) is not None):
        return
    names = shared(sentence.text, sentence.numbers, at)
    if names is not None:
        for name in names:
            found = _match(name, amount, sentence.topic_at(amount.start, reading.topic), reading.last)
            if found is not None:
                yield _fact(*found, sentence, amount, scope, reading)
        return
    if _OF_DISCLOSED.search(before) is not None:
        reading.whole = reading.disclosed or _record("disclosed", 0, amount.raw, sentence, (0, 1), 0.0)
        reading.parts = True
    if reading.whole is not None and _PART.search(before):
        reading.parts = True
    yield from _one(sentence, before, amount, scope, reading)


def _one(sentence: Sentence, before: str, amount: Amount, scope: Scope, reading: Reading) -> Iterator[Fact]:
    """The figure of a number that counts one thing."""
    phrase = bare(before)
    part = _part(sentence, phrase, amount, reading)
    if part is not None:
        yield part
        return
    beside = channel(_name(phrase)) if reading.last in CHANNELS and len(phrase) <= _LONGEST_CHANNEL else None
    if beside is not None and amount.unit in DISCLOSED_UNITS:
        yield _fact(beside, 0.9, sentence, amount, scope, reading)
        return
    topic = sentence.topic_at(amount.start, reading.topic)
    for one in (phrase, *around(sentence.text, before, amount)):
        found = _match(one, amount, topic if one is phrase else topic_of(one, topic), reading.last)
        if found is not None and _is_other_matter(found[0], one, sentence, amount, reading):
            found = None
        uncounted = amount.in_words or _is_listed(one, sentence, amount)
        if found is None and amount.unit in DISCLOSED_UNITS and not uncounted:
            found = disclosed(one, before, sentence.before(amount))
        if found is not None:
            fact = _fact(*found, sentence, amount, scope, reading)
            _remember(fact, before, phrase, reading)
            yield fact
            return
    if ";" in before and _NO_CLASS.search(_name(phrase)):
        reading.whole = None  # 政府信息年报1篇；同时，在信用公示平台发布行政许可信息76条
    if reading.parts and reading.whole is not None and amount.unit in DISCLOSED_UNITS:
        yield from _class(sentence, phrase, amount, reading.whole)


def _is_listed(phrase: str, sentence: Sentence, amount: Amount) -> bool:
    """True where a number stands in a list without a sum (发布动态32条、风采21条), or counts others (公开21个领域)."""
    if amount.raw == "个":
        return sentence.text[amount.end : amount.end + 1] not in _STOPS
    return _ONE_OF_MANY.search(phrase) is not None and _MORE.match(sentence.text, amount.end) is not None


def _is_other_matter(variable: str, phrase: str, sentence: Sentence, amount: Amount, reading: Reading) -> bool:
    """True where what a phrase names is not of disclosure: reviews and complaints of all kinds, classes of files."""
    text = sentence.text
    if variable in _REVIEWS:
        if _is_office_work(phrase, sentence, reading):
            reading.others += (variable,)
        return variable in reading.others or _ELSEWHERE.match(text, amount.end) is not None
    if variable == "complaints":
        return amount.value != 0 and "公开" not in text and topic_of(text) not in _REVIEWS
    if variable == "answered_share":
        return "申请" not in text and _OTHER_ANSWERS.search(text, 0, amount.start) is not None
    if variable.startswith("staff"):
        return _EACH.search(text, 0, amount.start) is not None
    if variable == "denied":
        return _OF_FILES.search(text, 0, amount.start) is not None and "申请" not in text.replace("依申请", "")
    return bool(reading.others) and variable.startswith(reading.others)


def _is_office_work(phrase: str, sentence: Sentence, reading: Reading) -> bool:
    """True where reviews are not of disclosure, but what the office decides on other matters (受理行政复议案件3件)."""
    if _OFFICE_WORK.search(phrase) is None or reading.topic in _REVIEWS:
        return False
    return "公开" not in sentence.text.partition("其中")[0]


def _remember(fact: Fact, before: str, phrase: str, reading: Reading) -> None:
    """Keep the whole whose parts may follow, until something else is spoken of."""
    if not fact.variable.startswith("disclosed"):
        if ";" in before or _NO_CLASS.search(phrase):
            reading.whole = None
    elif not reading.parts:
        reading.whole = reading.disclosed = fact


def _part(sentence: Sentence, phrase: str, amount: Amount, reading: Reading) -> Fact | None:
    """A part of what was disclosed, in the unit of the whole: by channel, else by class."""
    whole = reading.whole
    if whole is None or not reading.parts or amount.raw != whole.unit_raw:
        return None
    name = _name(phrase)
    if _NO_CLASS.search(name) or ("规范性文件" in name and "公开" in name):
        return None
    one = channel(name)
    if one is not None and len(name) <= _LONGEST_CLASS:
        return _fact(one, 0.95, sentence, amount, whole.scope, reading)
    return next(_class(sentence, phrase, amount, whole), None)


def _class(sentence: Sentence, phrase: str, amount: Amount, whole: Fact) -> Iterator[Fact]:
    name = _name(phrase)
    if len(name) > _LONGEST_CLASS:
        name = _name(name[name.rfind(",") + 1 :])
    if _PART_OF_IT.search(phrase) is not None:
        name = name.removeprefix("发布")
    if name and not _NO_CLASS.search(name) and not name.startswith(_NEW_CLAUSE):
        yield _record(
            "disclosed_class", amount.value, amount.raw, sentence, (amount.start, amount.end), 0.95,
            item=name, scope=whole.scope, part_of=whole.variable, approximate=amount.approximate,
        )  # fmt: skip


def _name(phrase: str) -> str:
    """The name of a class, without what joins it to the text before."""
    phrase = _OF_DISCLOSED.split(phrase[phrase.rfind(";") + 1 :])[-1].rpartition("其中")[2]
    return _JOINING.sub("", phrase.strip(_EDGES)).strip(_EDGES).replace("“", "").replace("”", "")


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


def _fact(variable: str, confidence: float, sentence: Sentence, amount: Amount, scope: Scope, reading: Reading) -> Fact:
    whole = VARIABLES[variable].whole
    return _record(
        variable, amount.value, amount.raw, sentence, (amount.start, amount.end), confidence,
        scope=scope, part_of=whole if whole in reading.named else None, approximate=amount.approximate,
    )  # fmt: skip


def _record(
    variable: str,
    value: Number,
    unit_raw: str,
    sentence: Sentence,
    place: tuple[int, int],
    confidence: float,
    *,
    unit: str = "",
    item: str = "",
    scope: Scope = "year",
    part_of: str | None = None,
    negated: bool = False,
    approximate: bool = False,
) -> Fact:
    one = VARIABLES[variable]
    start, end = sentence.span(*place)
    return Fact(
        variable, one.label, value, unit or one.unit, unit_raw, item, scope, part_of, negated, approximate,
        start, end, sentence.said, confidence,
    )  # fmt: skip


def _changed(sentence: Sentence, amount: Amount, way: str, reading: Reading) -> Iterator[Fact]:
    """The difference to the year before, of what the number before counts."""
    one = VARIABLES.get(reading.last)
    if one is None or (amount.unit not in ("%", one.unit) and one.unit not in ("条", "件", "次")):
        return
    value = -amount.value if way in _FEWER else amount.value
    yield _record(
        one.code, value, amount.raw, sentence, (amount.start, amount.end), 0.93,
        unit="%" if amount.unit == "%" else one.unit, scope="change", approximate=amount.approximate,
    )  # fmt: skip


def _scope(sentence: Sentence, before: str, amount: Amount, reading: Reading, first: bool) -> Scope | None:
    """What a number is over; None for a plan, an average, and a year neither the report's nor the one before."""
    if _PLANNED.search(before) or _AVERAGE.search(before):
        return None
    if "累计" in before:
        said = sentence.before(amount)
        if _UP_TO.search(said) or (first and not _WITHIN.search(said)):
            return "cumulative"
    named = sentence.year_at(amount.start)
    if named is None or named == "this":
        return "year"
    if isinstance(named, str):
        return "last-year"
    year = reading.year
    return "year" if year in (None, named) else "last-year" if named + 1 == year else None
