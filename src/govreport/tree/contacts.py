"""Whom to ask and who is to do it, as the text of a section says: read off its leaves when asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define

from govreport.tree.leaf import Leaf
from govreport.words.blanks import SPACES, clean
from govreport.words.contact_words import assigned, colons, contact_label, duties
from govreport.words.patterns import late
from govreport.words.stops import holds_colon

Span = tuple[int, int]

_VALUE_END: Final = re.compile(r"[；;。，,\n（(）)【】]|[ \u00a0\u3000\t]{2}")
_ADDRESS_END: Final = re.compile(r"[；;。\n]|[ \u00a0\u3000\t]{2}")
_NUMBERS: Final = re.compile(r"[\d\-－—―（）()、,，;；/转至+ \u3000*]{5,60}")
_BODIES_END: Final = re.compile(r"[；;。\n）)】]")
_BETWEEN_BODIES: Final = re.compile(r"[、，,]|[ \u3000]{1,9}")
_BRACKET: Final = late(r"[（(【]([^（()）【】]{2,500})[）)】][。．]?$")
_LEADING: Final = "：: \u3000"


@define(frozen=True, slots=True)
class Contact:
    """A way to ask: 联系人：张某某, 咨询电话：0971-8888888.

    Attributes:
        key: what it is: ``person``, ``phone``, ``fax``, ``email``, ``website``, ``address`` or ``postcode``.
        label: the label as written.
        value: the name, the number or the address.
        span: ``(start, end)`` of label and value in the source, in characters; None in a leaf built by hand.
    """

    key: str
    label: str
    value: str
    span: Span | None


@define(frozen=True, slots=True)
class Responsible:
    """Bodies that are to do what a section says: 责任单位：市水务局, （市水务局牵头，市财政局配合）.

    Attributes:
        role: ``lead`` (牵头), ``responsible`` (责任, 负责) or ``support`` (配合, 参与).
        names: the bodies, in order, as written.
        span: ``(start, end)`` of the words in the source, in characters; None in a leaf built by hand.
    """

    role: str
    names: tuple[str, ...]
    span: Span | None


def contacts(leaves: Iterable[Leaf]) -> list[Contact]:
    """Read the contacts of some leaves, in order."""
    return [found for leaf in leaves if holds_colon(leaf.raw) for found in _contacts(leaf)]


def responsible(leaves: Iterable[Leaf]) -> list[Responsible]:
    """Read which bodies are responsible, as some leaves say, in order."""
    return [found for leaf in leaves for found in _assigned(leaf)]


def _contacts(leaf: Leaf) -> Iterator[Contact]:
    text = leaf.raw
    labels = [(*found, colon) for colon in colons(text) if (found := contact_label(text, colon)) is not None]
    for index, (start, key, colon) in enumerate(labels):
        limit = labels[index + 1][0] if index + 1 < len(labels) else len(text)
        begin = colon + 1
        while begin < limit and text[begin] in SPACES:
            begin += 1
        end = _end_of_value(text, key, begin, limit)
        value = clean(text[begin:end])
        if value:
            yield Contact(key, "".join(text[start:colon].split()), value, _span(leaf, start, end))


def _end_of_value(text: str, key: str, begin: int, limit: int) -> int:
    """Where the value of a contact ends, in characters."""
    if key in ("phone", "fax"):
        numbers = _NUMBERS.match(text, begin, limit)
        if numbers is not None:
            return begin + len(numbers[0].rstrip(" \u3000、,，;；/（(转至"))
    ending = (_ADDRESS_END if key == "address" else _VALUE_END).search(text, begin, limit)
    end = ending.start() if ending is not None else limit
    while end > begin and text[end - 1] in " \u3000\u00a0\t，,、（(":
        end -= 1
    return end


def _assigned(leaf: Leaf) -> Iterator[Responsible]:
    text = leaf.raw
    labels = assigned(text)
    for index, (start, begin, role) in enumerate(labels):
        limit = labels[index + 1][0] if index + 1 < len(labels) else len(text)
        ending = _BODIES_END.search(text, begin, limit)
        end = ending.start() if ending is not None else limit
        if names := _names(text[begin:end]):
            yield Responsible(role, names, _span(leaf, start, end))
    if labels:
        return
    bracket = _BRACKET.search(text.rstrip(SPACES), max(0, len(text) - 510)) if text.rstrip(SPACES)[-2:] else None
    for start, end, role in duties(bracket[1]) if bracket is not None else ():
        at = bracket.start(1) if bracket is not None else 0
        if names := _names(text[at + start : at + end]):
            yield Responsible(role, names, _span(leaf, at + start, at + end))


def _names(text: str) -> tuple[str, ...]:
    names = [clean(name).removesuffix("等") for name in _BETWEEN_BODIES.split(text.strip(_LEADING))]
    return tuple(filter(None, names))


def _span(leaf: Leaf, start: int, end: int) -> Span | None:
    return None if leaf.start is None else (leaf.start + start, leaf.start + end)
