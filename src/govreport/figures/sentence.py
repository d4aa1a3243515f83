"""A sentence as figures are read from it: without blanks, in half-width and simplified characters, with its places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from govreport.figures.numbers import Amount, amounts
from govreport.words.disclosure_labels import HALF_WIDTH
from govreport.words.traditional import simplify

_TOPICS: Final = re.compile("(?P<reconsiderations>复议)|(?P<lawsuits>诉讼|起诉|应诉)|(?P<requests>申请)")
_QUOTED: Final = re.compile("《[^》]{0,60}》")
_YEAR: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?![^,。;]{0,8}(?:以来|起|至|到))"
    r"|(?P<last>上一?年|去年)(?!度?(?:结转|顺延|遗留|相比))|(?P<this>今年|本年|当年|全年)"
)
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
    """

    text: str
    raw: str
    start: int | None
    numbers: list[Amount] = field(init=False)
    _places: Sequence[int] = field(init=False)
    _topics: list[tuple[int, str]] = field(init=False)
    _years: list[tuple[int, int | str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        same = len(self.text) == len(self.raw)
        self._places = range(len(self.raw)) if same else [at for at, one in enumerate(self.raw) if not _is_blank(one)]
        self.numbers = list(amounts(self.text))
        self._topics = [(one.start(), one.lastgroup or "") for one in _TOPICS.finditer(self.text)]
        self._years = []
        if self.numbers:
            quoted = [one.span() for one in _QUOTED.finditer(self.text)] if "《" in self.text else []
            for one in _YEAR.finditer(self.text):
                if not any(begin < one.start() < end for begin, end in quoted):
                    self._years.append((one.start(), int(one["year"]) if one["year"] else one.lastgroup or ""))

    def span(self, start: int, end: int) -> tuple[int | None, int | None]:
        """Where characters of the text stand in the page."""
        if self.start is None:
            return None, None
        return self.start + self._places[start], self.start + self._places[end - 1] + 1

    def topic_at(self, place: int, otherwise: str) -> str:
        """Tell what the sentence is about where a number stands."""
        return next((topic for at, topic in reversed(self._topics) if at < place), otherwise)

    def year_at(self, place: int) -> int | str | None:
        """The year that was named last before a place: a number, ``last``, ``this``; None where none was."""
        return next((year for at, year in reversed(self._years) if at < place), None)


def _is_blank(sign: str) -> bool:
    return sign.isspace() or sign in _BLANKS


def sentence_of(raw: str, start: int | None) -> Sentence:
    """Make a sentence of its characters on the page."""
    text = "".join(raw.split()).translate(HALF_WIDTH)
    for blank in _BLANKS:
        text = text.replace(blank, "")
    return Sentence(simplify(text), raw, start)
