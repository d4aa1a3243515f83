"""Fields on a line of a site: which labels stand there, and where each value begins and ends."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from govreport.parsing.kinds import ItemKind
from govreport.parsing.line import Line
from govreport.words.blanks import SPACES
from govreport.words.numerals import date_span
from govreport.words.page_labels import GLUED, METADATA_KEY
from govreport.words.traditional import simplify, variants

# Page tools in brackets after a value: 浏览次数：412  [打印] [关闭]
_WIDGET_AFTER: Final = re.compile(r"[ \t\u00a0\u3000]{1,9}[\[【](?=[^\]】]{1,12}[\]】])")
SEPARATORS: Final = SPACES + "|｜【[［•·◆■▪"
_NOT_IN_LABELS: Final = frozenset("0123456789|｜>＞（）()[]【】。，,、;；“”《》")
_LABEL_MAX: Final = 18  # characters of the longest label with its inner blanks
FIELDS_MAX: Final = 400
"""Characters of the longest line that is read for fields of a publish line or metadata block."""


class Field(NamedTuple):
    """A field on a line, with offsets in characters from the start of its text.

    Attributes:
        start: where the label begins; where the value does, of a field without a label.
        label_end: where the label ends.
        value: where the value begins.
        key: what the field says; None for furniture between fields, which has no label either.
    """

    start: int
    label_end: int
    value: int
    key: str | None


def unlabelled(at: int, key: str | None) -> Field:
    """A field without a label: a licence number, a date; with the key None, furniture."""
    return Field(at, at, at, key)


class Item(NamedTuple):
    """A line of a site, read."""

    kind: ItemKind
    line: Line
    fields: list[Field]


class Labels(NamedTuple):
    """Labels with their keys, and the characters they can end with."""

    keys: dict[str, str]
    ends: frozenset[str]


METADATA: Final = Labels(METADATA_KEY, variants("".join(label[-1] for label in METADATA_KEY)))


def labelled(text: str, labels: Labels) -> list[Field]:
    """Find the labels with a colon on a line, in order.

    A label may be spaced out (索 引 号) and follows a blank, a bar or the line's start, but for those in `GLUED`.
    """
    found: list[Field] = []
    floor = 0
    keys, ends = labels
    plain = text.replace("：", ":")
    colon = plain.find(":")
    while colon >= 0:
        before = text[colon - 1 : colon]
        if before in ends or before.isspace():
            head = text[floor:colon].rstrip()
            label = _label_at_end(head, keys) if head[-1:] in ends else None
            if label is not None:
                start, key = label
                value = skip(text, colon + 1, " \t\u00a0\u3000:：|")
                found.append(Field(floor + start, floor + len(head), value, key))
                floor = colon + 1
        colon = plain.find(":", colon + 1)
    return found


def _label_at_end(head: str, keys: dict[str, str]) -> tuple[int, str] | None:
    """The label that a text ends with, as (start, key): the text itself, its last word, or what else fits."""
    key = keys.get(head)
    if key is not None:
        return 0, key
    words = simplify(head).split()
    key = keys.get(words[-1])
    if key is not None and len(words[-1]) > 2:
        return len(head) - len(words[-1]), key
    return _longest_label(head, keys)


def _longest_label(head: str, keys: dict[str, str]) -> tuple[int, str] | None:
    """The longest label that ends a text, as (start, key)."""
    label, best = "", None
    simple = simplify(head)
    for start in range(len(head) - 1, max(-1, len(head) - _LABEL_MAX), -1):
        sign = simple[start]
        if sign in SPACES:
            continue
        if sign in _NOT_IN_LABELS:
            break
        label = sign + label
        key = keys.get(label)
        if key is not None and (start == 0 or label in GLUED or not "\u4e00" <= simple[start - 1] <= "\u9fff"):
            best = (start, key)
    return best


def _bare(text: str) -> list[Field]:
    """Find the labels without a colon in a row of a metadata block: ``索 引 号 | K4589 | 主题分类 |``, or with tabs."""
    if text[0] not in _LABEL_STARTS or len(text) > 300:
        return []
    bar = "|" if "|" in text else "\t" if "\t" in text else None
    if bar is None and " " not in text:
        key = METADATA_KEY.get(text.strip(SEPARATORS)) if len(text) <= 8 else None
        return [Field(0, len(text), len(text), key)] if key in _TELLING and key != "title" else []
    found: list[Field] = []
    at = 0
    for piece in text.split(bar) if bar else _words(text):
        start = text.index(piece, at)
        at = start + len(piece)
        label = piece.strip(SEPARATORS)
        key = METADATA_KEY.get("".join(label.split())) if label else None
        if key is None:
            continue
        start = text.index(label, start)
        end = start + len(label)
        found.append(Field(start, end, skip(text, end, " \t\u00a0\u3000|"), key))
    if not found:
        return []
    first, _, value, key = found[0]
    if text[:first].strip(SEPARATORS):
        return []
    if bar is None and len(found) < 2:  # a label and a value with a blank between: only what can be nothing else
        return found if key in _TELLING and value < len(text) else []
    return found


_LABEL_STARTS: Final = frozenset(label[0] for label in METADATA_KEY) | set("•·|｜")
_TELLING: Final = frozenset(
    {"index", "doc_number", "issuer", "dated", "issued", "generated", "subject", "validity", "openness", "title"}
)


def _words(text: str) -> list[str]:
    """The words of a line, a label that is spaced out (发 布 机 构) as one."""
    words: list[str] = []
    at = last = 0
    for piece in text.split():
        start = text.index(piece, at)
        at = start + len(piece)
        if words and len(piece) == 1 and all(len(one) == 1 for one in words[-1].split()) and start - last <= 2:
            words[-1] += text[last:start] + piece
        else:
            words.append(piece)
        last = at
    return words


def fields_of(text: str) -> list[Field]:
    """Find the fields of a publish line or metadata block on a line, in order."""
    return ((":" in text or "：" in text) and labelled(text, METADATA)) or _bare(text)


def leads(text: str, fields: list[Field]) -> bool:
    """True where a line begins with the first of its fields."""
    if not fields:
        return False
    first = fields[0][0]
    return first <= 2 or not text[:first].strip(SEPARATORS) or (len(text) < 200 and first < 40)


def skip(text: str, at: int, signs: str) -> int:
    """The first place from ``at`` on that holds none of some characters."""
    while at < len(text) and text[at] in signs:
        at += 1
    return at


def field_end(text: str, field: Field, end: int) -> int:
    """Where a field ends: before the separators that part it from what begins at ``end``."""
    raw_end = end
    if text[end - 1] in SEPARATORS:
        raw_end = len(text[:end].rstrip(SEPARATORS))
    raw_end = max(raw_end, min(field.value, end), field.label_end)
    if (
        text[raw_end - 1] in "]】"
        and "[" not in text[field.value : raw_end]
        and "【" not in text[field.value : raw_end]
    ):
        raw_end -= 1  # the bracket that closes a field: [来源: 某局]
    return raw_end


def has_value(text: str, field: Field) -> bool:
    """True where the last field of a line has a value on it."""
    return field.value < field_end(text, field, len(text))


def read_metadata(line: Line) -> Item:
    """Read the fields of one line of a publish line or metadata block.

    A date that stands first without a label is the publish time.
    """
    text = line.text
    fields = fields_of(text)
    first = fields[0].start if fields else len(text)
    if first and text[:first].strip(SEPARATORS):
        date = date_span(text[:first])
        if date is not None:
            fields.insert(0, unlabelled(date[0], "published"))
        if date is None or text[: date[0]].strip(SEPARATORS):
            fields.insert(0, unlabelled(0, None))
    if "[" in text or "【" in text:
        fields = _part_widgets(text, fields)
    return Item("metadata", line, fields)


def _part_widgets(text: str, fields: list[Field]) -> list[Field]:
    """End a value where page tools in brackets begin: ``浏览次数：412  [打印] [关闭]``."""
    out = []
    for index, field in enumerate(fields):
        out.append(field)
        end = fields[index + 1].start if index + 1 < len(fields) else len(text)
        match = _WIDGET_AFTER.search(text, field.value, end)
        if match and field.key is not None and match.end() - 1 > field.value:
            out.append(unlabelled(match.end() - 1, None))
    return out
