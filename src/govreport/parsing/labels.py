"""The reader of labels: one for the publish line, the metadata block and the footer, by the tables of their labels."""

from __future__ import annotations

from typing import Final

from govreport.parsing.line import Field
from govreport.words.blanks import SPACES
from govreport.words.page_furniture import PINYIN
from govreport.words.page_labels import FOOTER_KEY, GLUED, METADATA_KEY
from govreport.words.traditional import simplify, variants

_NOT_IN_LABELS: Final = frozenset("0123456789|｜>＞（）()[]【】。，,、;；“”《》")
_LABEL_MAX: Final = 18  # characters of the longest label with its inner blanks
_AT_HEAD_MAX: Final = 16  # and of one that a line begins with
_BEFORE_VALUE: Final = " \t\u00a0\u3000:：|"


class Labels:
    """The labels of a kind of lines, what each of them says, and how they are found.

    Attributes:
        keys: the labels, as `govreport.words.page_labels` has them, with their keys.
    """

    __slots__ = ("_ends", "keys")

    def __init__(self, keys: dict[str, str]) -> None:
        self.keys = keys
        self._ends = variants("".join([label[-1] for label in keys]))

    def key(self, words: str) -> str | None:
        """What some words say that are a label, perhaps spaced out (索 引 号); None where they are none."""
        return self.keys.get("".join(words.split()))

    def key_at_head(self, text: str) -> str | None:
        """What the label says that a text begins with, its colon behind it; None where it begins with none."""
        for colon in ":：":
            at = text.find(colon, 0, _AT_HEAD_MAX)
            if at > 0:
                key = self.key(text[:at])
                if key is not None:
                    return key
        return None

    def fields(self, text: str) -> list[Field]:
        """Find the labels with a colon on a line, in order.

        A label may be spaced out (索 引 号) and follows a blank, a bar or the line's start, but for those in `GLUED`.
        """
        found: list[Field] = []
        floor = 0
        ends = self._ends
        plain = text.replace("：", ":")
        if "(" in plain:  # pinyin is as blank as a blank, and offsets stay
            plain = text = PINYIN.sub(lambda match: " " * len(match.group()), plain)
        colon = plain.find(":")
        while colon >= 0:
            before = text[colon - 1 : colon]
            if before in ends or before.isspace():
                head = text[floor:colon].rstrip()
                label = self._at_end(head) if head[-1:] in ends else None
                if label is not None:
                    start, key = label
                    value = skip(text, colon + 1, _BEFORE_VALUE)
                    found.append(Field(floor + start, floor + len(head), value, key))
                    floor = colon + 1
            colon = plain.find(":", colon + 1)
        return found

    def _at_end(self, head: str) -> tuple[int, str] | None:
        """The label that a text ends with, as (start, key): the text itself, its last word, or what else fits."""
        key = self.keys.get(head)
        if key is not None:
            return 0, key
        tail = simplify(head[-_LABEL_MAX:])
        word = tail.split()[-1]
        key = self.keys.get(word)
        if key is not None and len(word) > 2:
            return len(head) - len(word), key
        start, key = self._longest_at_end(tail)
        return None if key is None else (len(head) - len(tail) + start, key)

    def _longest_at_end(self, tail: str) -> tuple[int, str | None]:
        """The longest label that ends the last characters before a colon, as (start, key); the key None without one."""
        label = ""
        best, found = 0, None
        for start in range(len(tail) - 1, -1 if len(tail) < _LABEL_MAX else 0, -1):
            sign = tail[start]
            if sign in SPACES:
                continue
            if sign in _NOT_IN_LABELS:
                break
            label = sign + label
            key = self.keys.get(label)
            if key is not None and (start == 0 or label in GLUED or not "\u4e00" <= tail[start - 1] <= "\u9fff"):
                best, found = start, key
        return best, found


METADATA: Final = Labels(METADATA_KEY)
"""Those of publish lines and metadata blocks."""
FOOTER: Final = Labels(FOOTER_KEY)
"""Those of footers."""


def skip(text: str, at: int, signs: str) -> int:
    """The first place from ``at`` on that holds none of some characters."""
    while at < len(text) and text[at] in signs:
        at += 1
    return at
