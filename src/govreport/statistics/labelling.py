"""Which words are labels of the form: whole, split, glued, cut short, or with words added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from attrs import define, frozen

from govreport.statistics.layout import Mark
from govreport.words.disclosure_form import FORMATS
from govreport.words.disclosure_labels import fold

_SURE: Final = 4  # characters of a label that must be there at least where its end is lost
_SHORT: Final = 60  # characters that no label has more of
_LONG: Final = 6  # characters of a numbered label that no other word ends with by chance
_NUMBER: Final = re.compile(r"^\(?[\d一二三四五六七八]{1,2}\)?")
_MORE: Final = re.compile(r"[^\d/-]{1,2}")  # 的, 数量
_NUMBERED: Final = re.compile(r"[\d(一二三四]")
_LONGEST_SPLIT: Final = 12  # words that a label is parted into at most
_LONGEST_NOTE: Final = 40  # words of a remark in brackets behind a label
_GLUED_VALUE: Final = re.compile(r"[^\d.,/+-]([-+]?\d[\d,.]*|/)$")


@frozen
class Label:
    """What a label stands for.

    Attributes:
        block: the table it belongs to.
        row: name of its row; None over columns and for groups.
        text: the label, folded.
    """

    block: str
    row: str | None
    text: str


@define(slots=True)
class Spotted:
    """A label in a table.

    Attributes:
        mark: its first word.
        last: its last word.
        labels: what it may stand for.
        words: all of it as the page has it, with a remark behind it, without blanks.
    """

    mark: Mark
    last: Mark
    labels: tuple[Label, ...]
    words: str


_remembered: Final = lru_cache(maxsize=1024)(fold)


def folded(word: str) -> str:
    """`fold`, with the short words of the last pages at hand: labels are the same on every page."""
    return _remembered(word) if len(word) <= _SHORT else fold(word)


@cache
def known() -> dict[str, tuple[Label, ...]]:
    """Every label, folded, with what it may stand for in either edition."""
    found: dict[str, dict[Label, None]] = {}

    def add(text: str, block: str, row: str | None) -> None:
        text = fold(text)
        found.setdefault(text, {})[Label(block, row, text)] = None

    for edition in FORMATS.values():
        for block in edition.blocks:
            for header in block.header:
                add(header, block.name, None)
            for row in block.rows:
                for text in (row.label, row.short, *row.variants):
                    add(text, block.name, row.name)
                for column in row.columns:
                    for text in (column.label, *column.variants):
                        add(text, block.name, None)
                if block.name == "disclosure":
                    add(row.article, block.name, None)
    return {text: tuple(labels) for text, labels in found.items()}


@cache
def beginnings() -> dict[str, tuple[str, ...]]:
    """Every beginning of a label, with the labels that begin so."""
    found: dict[str, list[str]] = {}
    for text in known():
        for end in range(1, len(text) + 1):
            found.setdefault(text[:end], []).append(text)
    return {beginning: tuple(texts) for beginning, texts in found.items()}


@cache
def _numbered() -> tuple[str, ...]:
    """The labels with a number that no other word ends with by chance."""
    return tuple(text for text in known() if len(text) > _LONG and _NUMBERED.match(text))


def spot_labels(marks: list[Mark]) -> Iterator[Mark | Spotted]:
    """Yield the marks of tables with the labels among them in place of their words."""
    values = [mark for mark in marks if mark.kind == "value"]
    if 2 * len([mark for mark in values if mark.ended]) > len(values):
        # Where cells have ends, a number without one is the number of a page, or one that the end of the page cut.
        for mark in values:
            mark.kind = "value" if mark.ended else "words"
    names = known()
    at = 0
    while at < len(marks):
        mark = marks[at]
        if mark.kind != "words":
            yield mark
            at += 1
            continue
        label = names.get(folded(mark.text))
        if label is not None and (at + 1 == len(marks) or _stands_alone(mark, marks[at + 1])):
            yield Spotted(mark, mark, label, mark.text)  # the usual case, fast
            at += 1
            continue
        labels, taken = _labels(marks, at)
        words = "".join([one.text for one in marks[at : at + taken]])
        for text in labels:
            yield Spotted(mark, marks[at + taken - 1], names[text], words)
        if not labels:
            yield mark
        elif len(labels) == 1 and taken == 1:
            value = _glued_value(mark)
            if value is not None:
                yield value
        at += taken


def _stands_alone(label: Mark, following: Mark) -> bool:
    """True where a label does not go on with the next word, as the beginning of another or with a remark."""
    if following.kind != "words":
        return True
    word = folded(following.text)
    return word[:1] != "(" and folded(label.text) + word not in beginnings()


def _labels(marks: list[Mark], at: int) -> tuple[list[str], int]:
    """The labels that begin at a word, folded, and how many words they take; none where it is another word."""
    mark = marks[at]
    word = folded(mark.text)
    text, count, beginning, reach = _longest(marks, at)
    if text is not None:
        return [text], count + _note(marks, at + count)
    base, bracket, _ = word.partition("(")
    if bracket and base in known():
        return [base], _note(marks, at, opened=True)
    glued = _glued(word)
    if glued:
        return glued, 1
    cut = _end_of_glued(mark.text)
    if cut is not None:
        return [fold(mark.text[:cut])], 1
    if beginning is not None:
        return [beginning], reach
    text = _renumbered(word)
    return ([text], 1) if text else ([], 1)


def _renumbered(word: str) -> str | None:
    """The label in a word that has another number before it, a piece of a group's label, or a few signs more behind."""
    plain = _NUMBER.sub("", word)
    if plain != word and plain in known():
        return plain
    numbered = _numbered()
    if not word.endswith(numbered) and not word.startswith(numbered):  # nearly every word
        return None
    for text in numbered:
        if word.endswith(text) or (word.startswith(text) and _MORE.fullmatch(word, len(text))):
            return text
    return None


def _end_of_glued(word: str) -> int | None:
    """Where in a word a label ends and a value begins; None where it is not made of these two."""
    if not (word[-1:].isdecimal() or word[-1:] in (",", ".", "/")):  # nearly every word
        return None
    value = _GLUED_VALUE.search(word)
    return value.start(1) if value and fold(word[: value.start(1)]) in known() else None


def _glued_value(mark: Mark) -> Mark | None:
    """The value that ends a label's word; None where there is none."""
    cut = _end_of_glued(mark.text)
    if cut is None:
        return None
    start = None if mark.start is None else mark.start + cut
    return Mark(mark.text[cut:], start, mark.row, mark.cell, mark.whole, mark.parted, "value", mark.ended)


def _longest(marks: list[Mark], at: int) -> tuple[str | None, int, str | None, int]:
    """The longest label that the words from here on make, and the one whose beginning they make, each with a count."""
    text = ""
    whole, count, beginning, reach = None, 0, None, 0
    for end in range(at, min(at + _LONGEST_SPLIT, len(marks))):
        if not marks[end].text:
            break
        text += folded(marks[end].text)
        if text not in beginnings():
            break
        if text in known():
            whole, count = text, end + 1 - at
        begun = beginnings()[text]
        meant = {(label.block, label.row) for one in begun for label in known()[one]}
        if len(meant) == 1 and len(text) >= _SURE and 2 * len(text) >= min(map(len, begun)):
            beginning, reach = begun[0], end + 1 - at
    return whole, count, beginning, reach


def _note(marks: list[Mark], at: int, *, opened: bool = False) -> int:
    """How many words a remark in brackets takes; 0 where there is none, or where it does not end."""
    depth = 0
    for count, mark in enumerate(marks[at : at + _LONGEST_NOTE], 1):
        word = folded(mark.text)
        if count == 1 and not opened and (word[:1] != "(" or word in beginnings() or _renumbered(word)):
            return 0
        if not word:
            break
        depth += word.count("(") - word.count(")")
        if depth <= 0:
            return count
    return 1 if opened else 0


def _glued(word: str) -> list[str]:
    """The labels that a word is made of; none where something is left over."""
    out: list[str] = []
    if len(word) > _SHORT * 2 or word[:2] not in beginnings():
        return out
    while word:
        found = next((word[:end] for end in range(min(len(word), _SHORT), 1, -1) if word[:end] in known()), None)
        if found is None:
            return []
        out.append(found)
        word = word[len(found) :]
    return out
