"""A sentence as figures are read from it: without blanks, in half-width and simplified characters, with its places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from govreport.figures.numbers import Amount, amounts
from govreport.words.disclosure_labels import HALF_WIDTH
from govreport.words.traditional import simplify

_TOPICS: Final = re.compile(
    "(?P<reconsiderations>复议)|(?P<lawsuits>诉讼|起诉|应诉)"
    "|(?P<requests>(?<!登记)(?<!低保)(?<!许可)(?<!救助)(?<!补贴)(?<!仲裁)(?<!审批)(?<!注册)(?<!认定)申请)"
)
_QUOTED: Final = re.compile("《[^》]{0,60}》")
_YEAR: Final = re.compile(
    r"(?<!\d)(?<!结转)(?<!结转[至到])(?<![比较同与])(?P<year>(?:19|20)\d\d)年(?!度?结转)"
    r"(?![^,。;]{0,8}(?:以来|起|至|到))"
    r"|(?<![比较同与])(?P<last>上一?年|去年)(?!度?(?:结转|顺延|遗留|相比))|(?P<this>今年|本年|当年|全年)"
)
_FAR: Final = 400
"""Characters before a number that are looked at in its sentence."""
_BLANKS: Final = "\u200b\ufeff"


def topic_of(words: str, otherwise: str = "") -> str:
    """Tell what words are about: the last of requests, reconsiderations and lawsuits that they name."""
    last = otherwise
    for match in _TOPICS.finditer(words):
        last = match.lastgroup or last
    return last


@define
class Sentence:
    """A sentence.

    Attributes:
        text: its words as they are read.
        raw: it as it stands in the page.
        start: where it begins there, in characters; None for a tree that was not parsed.
        numbers: its numbers.
        said: it as a record shows it, without the blanks around it.
    """

    text: str
    raw: str
    start: int | None
    numbers: list[Amount] = field(init=False)
    said: str = field(init=False)
    _places: Sequence[int] = field(init=False)
    _topics: list[tuple[int, str]] = field(init=False)
    _years: list[tuple[int, int | str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        same = len(self.text) == len(self.raw)
        self._places = range(len(self.raw)) if same else [at for at, one in enumerate(self.raw) if not _is_blank(one)]
        self.said = self.raw.strip()
        self.numbers = list(amounts(self.text))
        self._topics = [(one.start(), one.lastgroup or "") for one in _TOPICS.finditer(self.text)]
        self._years = []
        if self.numbers:
            quoted = [one.span() for one in _QUOTED.finditer(self.text)] if "《" in self.text else []
            for one in _YEAR.finditer(self.text):
                if not _within(quoted, one.start()):
                    self._years.append((one.start(), int(one["year"]) if one["year"] else one.lastgroup or ""))

    def span(self, start: int, end: int) -> tuple[int | None, int | None]:
        """Where characters of the text stand in the page."""
        if self.start is None:
            return None, None
        return self.start + self._places[start], self.start + self._places[end - 1] + 1

    def before(self, amount: Amount) -> str:
        """What stands before a number, as far as it can matter."""
        return self.text[max(0, amount.start - _FAR) : amount.start]

    def topic_at(self, place: int, otherwise: str) -> str:
        """Tell what the sentence is about where a number stands."""
        index = bisect_left(self._topics, (place, ""))
        return self._topics[index - 1][1] if index else otherwise

    def year_at(self, place: int) -> int | str | None:
        """The year that was named last before a place: a number, ``last``, ``this``; None where none was."""
        index = bisect_left(self._years, place, key=lambda one: one[0])
        return self._years[index - 1][1] if index else None


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    index = bisect_left(spans, (place, 0))
    return bool(index) and place < spans[index - 1][1]


def _is_blank(sign: str) -> bool:
    return sign.isspace() or sign in _BLANKS


def sentence_of(raw: str, start: int | None) -> Sentence:
    """Make a sentence of its characters on the page."""
    text = "".join(raw.split()).translate(HALF_WIDTH)
    for blank in _BLANKS:
        text = text.replace(blank, "")
    text = simplify(text).replace("资讯", "信息").replace("谘", "咨")  # 政府資訊, 諮詢, on pages for other places
    return Sentence(text, raw, start)
