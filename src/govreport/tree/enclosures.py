"""The enclosures that a document announces (附件：1.… 2.…), and the enclosed documents that answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field

from govreport.tree.nodes import Attachment, Body, Furniture, Note
from govreport.words.blanks import clean
from govreport.words.closing_words import names_file
from govreport.words.enclosure_lists import (
    Listed,
    entries,
    file_stem,
    goes_on_with_list,
    is_only_numbered,
    opens_list,
)
from govreport.words.widths import half_width

_LEAST: Final = 4  # characters of the shortest name by which a title is known that says more or less
_MOST: Final = 100  # enclosures and documents that are compared with each other
_SIGNS: Final = re.compile(r"[\s《》〈〉“”\"'（）()\[\]【】〔〕·，,、.。:：;；-]")


@define(frozen=True, slots=True)
class Enclosure:
    """An enclosure that a document announces.

    Attributes:
        ordinal: its number; None where it is the only one and has none.
        name: its name as the list has it, without the number.
        span: ``(start, end)`` of the name in the source, in characters; (0, 0) where the note was built by hand.
        note: the leaf that announces it.
        attachment: the enclosed document that answers it on the page; None where the page has none.
        link: where the name leads, as the page writes it; None where it is no link.
    """

    ordinal: int | None
    name: str
    span: tuple[int, int]
    note: Note = field(repr=False)
    attachment: Attachment | None = field(default=None, repr=False)
    link: str | None = None


def read_enclosures(body: Body) -> list[Enclosure]:
    """Read the enclosures that a document announces, in the order in which it does.

    Args:
        body: the document.

    Returns:
        One for each entry of its lists of enclosures, then those that enclosed documents announce.  A file that only
        repeats one of them (附件2.xlsx) is no further one, but lends it its link.
    """
    documents = [child for child in body.children if isinstance(child, Attachment)]
    found = _announced(body)
    for document in documents:
        found += _announced(document)
    return _answered(found, documents)


def _announced(branch: Body | Attachment) -> list[Enclosure]:
    """The enclosures that one document announces."""
    found: list[Enclosure] = []
    for note, listed in _entries(branch):
        one = _enclosure(note, listed)
        at = next((at for at, other in enumerate(found[:_MOST]) if _repeats(one, other)), None)
        if at is None:
            found.append(one)
        elif found[at].link is None:
            found[at] = evolve(found[at], link=one.link)
    return found


def _entries(branch: Body | Attachment) -> Iterator[tuple[Note, Listed]]:
    """The entries of a document's lists of enclosures that have a name, with their leaves."""
    in_list = False
    for child in branch.children:
        if not isinstance(child, Note):
            in_list = in_list and isinstance(child, Furniture)
            continue
        text = child.raw
        in_list = opens_list(text) or (in_list and (goes_on_with_list(text) or names_file(text)))
        if in_list:
            for listed in entries(text):
                if listed.end > listed.start:
                    yield child, listed


def _enclosure(note: Note, listed: Listed) -> Enclosure:
    start, end = listed.start, listed.end
    link = next((link.target for link in note.links if link.where[0] < end and link.where[1] > start), None)
    span = (0, 0) if note.start is None else (note.start + start, note.start + end)
    return Enclosure(listed.ordinal, clean(note.raw[start:end]), span, note, None, link)


def _repeats(one: Enclosure, other: Enclosure) -> bool:
    """True for an entry that says the number or the name of another again."""
    if one.ordinal is not None and one.ordinal == other.ordinal and is_only_numbered(one.name):
        return True
    return _key(one.name) == _key(other.name)


def _answered(found: list[Enclosure], documents: list[Attachment]) -> list[Enclosure]:
    """Find for each enclosure the enclosed document that has its name, else the one that has its number."""
    left = documents[:_MOST]
    answers: dict[int, Attachment] = {}
    for fits in (_has_name, _says_name, _has_number):
        for at, one in enumerate(found):
            document = None if at in answers else next((document for document in left if fits(document, one)), None)
            if document is not None:
                answers[at] = document
                left = [other for other in left if other is not document]
    return [evolve(one, attachment=answers.get(at)) for at, one in enumerate(found)]


def _has_name(document: Attachment, one: Enclosure) -> bool:
    return document.title is not None and _key(document.title) == _key(one.name)


def _says_name(document: Attachment, one: Enclosure) -> bool:
    """True where one of the two names holds the other: 2024年申报表 and 申报表（样式）2024年申报表."""
    title, name = _key(document.title or ""), _key(one.name)
    return min(len(title), len(name)) >= _LEAST and (title in name or name in title)


def _has_number(document: Attachment, one: Enclosure) -> bool:
    first = document.children[0] if document.children else None
    if not isinstance(first, Note) or not opens_list(first.raw):
        return False
    head = entries(first.raw)[0]
    return head.end == head.start and head.ordinal == one.ordinal


def _key(name: str) -> str:
    """A name as it is compared: without signs, blanks and a file's ending."""
    return _SIGNS.sub("", half_width(file_stem(name)))
