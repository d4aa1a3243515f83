"""Where a page says things of its document: pieces of its leaves in the form in which they are read, with offsets."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from govreport.tree.evidence.weighing import Span
from govreport.tree.leaf import Mark
from govreport.tree.nodes import Labelled, Leaf, Metadata, Paragraph, TextLeaf, Title, leaves
from govreport.tree.sections import before_numbers
from govreport.words.blanks import SPACES, clean
from govreport.words.page_head import NAMES, head_value
from govreport.words.reading_form import reading_form, reading_form_of_words

if TYPE_CHECKING:
    from govreport.tree.report import Report

_FIRST_PARAGRAPHS: Final = 8  # paragraphs before the first section in which a report speaks of itself

_WORDS: Final = 100  # characters of a passage that may be all in traditional characters and hold no common one


class Passage(NamedTuple):
    """A piece of one leaf.

    Attributes:
        raw: as in the source.
        text: the same in the form in which it is read, character for character.
        start: its offset in the source, in characters; None in a leaf built by hand.
        skips: where in ``raw`` markup is left out that stands in the source, and how many characters it has.
    """

    raw: str
    text: str
    start: int | None
    skips: tuple[tuple[int, int], ...] = ()

    @property
    def value(self) -> str:
        """``raw`` as a reader would copy it."""
        return clean(self.raw)

    @property
    def span(self) -> Span | None:
        """``(start, end)`` in the source."""
        if self.start is None:
            return None
        size = len(self.raw)
        return self.start, self.start + size + sum(length for at, length in self.skips if at < size)

    def part(self, start: int, end: int) -> Passage:
        """Give a piece of it, without the white space around; offsets in characters of ``raw``."""
        while start < end and self.raw[start] in SPACES:
            start += 1
        while end > start and self.raw[end - 1] in SPACES:
            end -= 1
        begin = self.start
        if begin is not None:
            begin += start + sum(length for at, length in self.skips if at <= start)
        skips = tuple((at - start, length) for at, length in self.skips if start < at < end)
        return Passage(self.raw[start:end], self.text[start:end], begin, skips)


NOTHING: Final = Passage("", "", None)


def passage(raw: str, start: int | None = None) -> Passage:
    """Make a passage of a piece of the source, or of the page's head, which has no place in it."""
    text = reading_form(raw) if len(raw) > _WORDS else reading_form_of_words(raw)
    return Passage(raw, text, start)


def in_head(report: Report, name: str) -> str:
    """Give what the page's head says under a name of the rules, or as ``title``; empty where it says nothing."""
    meta = report.origin.meta
    if not meta:
        return ""
    value = head_value(meta, name) if name in NAMES else meta.get(name, "")
    return value.strip()


def whole(leaf: Leaf) -> Passage:
    """Give all of a leaf."""
    return _marked(leaf.words, leaf.start, leaf.raw, leaf.marks)


def _marked(words: str, start: int | None, raw: str, marks: tuple[Mark, ...]) -> Passage:
    """Make a passage of a piece of the source with markup in it."""
    found = passage(words, start)
    if len(words) == len(raw):
        return found
    skips: list[tuple[int, int]] = []
    left_out = 0
    for at, mark in marks:
        skips.append((at - left_out, len(mark)))
        left_out += len(mark)
    return found._replace(skips=tuple(skips))


def value_of(leaf: Labelled) -> Passage:
    """Give the value of a field of the page, or of its foot."""
    before = len(leaf.label) + len(leaf.gap)
    start = None if leaf.start is None else leaf.start + before
    if not leaf.marks:
        return passage(leaf.value, start).part(0, len(leaf.value))
    marks = tuple((at - before, mark) for at, mark in leaf.marks if at >= before)
    words = leaf.piece("value")
    return _marked(words, start, leaf.value, marks).part(0, len(words))


def metadata(report: Report, *keys: str) -> Iterator[tuple[Metadata, Passage]]:
    """Yield the fields of the page of some keys whose values say something, front before back."""
    for leaf in chain(report.front.children, report.back.children):
        if isinstance(leaf, Metadata) and leaf.key in keys and any(map(str.isalnum, leaf.value)):
            yield leaf, value_of(leaf)


def own_leaves(report: Report) -> Iterator[Leaf]:
    """Yield the leaves of front and body that stand in no section, table or enclosure."""
    for child in chain(report.front.children, report.body.children):
        if isinstance(child, Leaf):
            yield child


def under_title(report: Report) -> Iterator[TextLeaf | Metadata]:
    """Yield what stands in the front from the title on: lines of the site, fields, a law's history."""
    seen = False
    for child in report.front.children:
        seen = seen or isinstance(child, Title)
        if seen and isinstance(child, (TextLeaf, Metadata)) and not isinstance(child, Title):
            yield child


def first_paragraphs(report: Report) -> Iterator[Leaf]:
    """Yield the first paragraphs before the first numbered section."""
    count = 0
    for child in before_numbers(report.body):
        if count == _FIRST_PARAGRAPHS:
            return
        if isinstance(child, Paragraph):
            count += 1
            yield child


class Words:
    """What some leaves say, as one text.

    Attributes:
        text: in the form in which texts are read; leaf by leaf, with a line end after each.
    """

    def __init__(self, parts: Iterable[Leaf]) -> None:
        """Join the texts of some leaves."""
        self._leaves = list(parts)
        self._starts: list[int] = []
        at = 0
        for leaf in self._leaves:
            self._starts.append(at)
            at += len(leaf.words) + 1
        self.text = reading_form("\n".join([leaf.words for leaf in self._leaves]))

    def find(self, words: str) -> Passage | None:
        """Find some words that stand in one leaf; they are given in the form in which texts are read."""
        at = self.text.find(words)
        if at < 0 or not words:
            return None
        index, start = self._place(at)
        return whole(self._leaves[index]).part(start, start + len(words))

    def span(self, start: int, end: int) -> Span | None:
        """Give the place in the source of a piece of the text."""
        first, after = self._place(start)
        last, before = self._place(end - 1)
        begins = whole(self._leaves[first]).part(after, after + 1).span
        ends = whole(self._leaves[last]).part(before, before + 1).span
        return None if begins is None or ends is None else (begins[0], ends[1])

    def _place(self, at: int) -> tuple[int, int]:
        """The leaf in which a character stands, and its offset there."""
        index = bisect.bisect_right(self._starts, at) - 1
        return index, at - self._starts[index]


def document_leaves(report: Report) -> Iterator[Leaf]:
    """Yield the leaves of front and body that are text: all that the page says before its foot, tables too."""
    for zone in (report.front, report.body):
        for leaf in leaves(zone):
            if isinstance(leaf, TextLeaf):
                yield leaf
