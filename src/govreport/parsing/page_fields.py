"""Fields on a line of a site: which labels stand there, and where each value begins and ends."""

from __future__ import annotations

from typing import Final

from govreport.parsing.kinds import ItemKind
from govreport.parsing.labels import METADATA, skip
from govreport.parsing.line import Field, Line
from govreport.words.blanks import SPACES
from govreport.words.numerals import date_span
from govreport.words.page_furniture import TOOLS_AFTER
from govreport.words.page_labels import METADATA_KEY, VALUELESS
from govreport.words.patterns import late
from govreport.words.stops import holds_colon
from govreport.words.traditional import simplify
from govreport.words.vocabulary import first_signs

# Page tools in brackets after a value: 浏览次数：412  [打印] [关闭]
_WIDGET_AFTER: Final = late(r"[ \t\u00a0\u3000]{1,9}[\[【](?=[^\]】]{1,12}[\]】])")
_BULLETS: Final = SPACES + "•·◆■▪*-"
SEPARATORS: Final = SPACES + "|｜【[［•·◆■▪"
FIELDS_MAX: Final = 400
"""Characters of the longest line that is read for fields of a publish line or metadata block."""


def unlabelled(at: int, key: str | None) -> Field:
    """A field without a label: a licence number, a date; with the key None, furniture."""
    return Field(at, at, at, key)


class Item:
    """A line of a site, read.

    Attributes:
        kind: what it holds.
        line: the line.
        fields: the fields that it is cut at.
    """

    __slots__ = ("fields", "kind", "line")

    def __init__(self, kind: ItemKind, line: Line, fields: list[Field]) -> None:
        self.kind = kind
        self.line = line
        self.fields = fields


def _bare(text: str) -> list[Field]:
    """Find the labels without a colon in a row of a metadata block: ``索 引 号 | K4589 | 主题分类 |``, or with tabs."""
    if len(text) > _BARE_MAX:
        return []
    bar = _bar(text)
    if bar is None and " " not in text:
        key = METADATA_KEY.get(text.strip(SEPARATORS)) if len(text) <= 8 else None
        return [Field(0, len(text), len(text), key)] if key in _TELLING and key != "title" else []
    if text[0] not in SEPARATORS and not _begins_with_label(text, bar):
        return []
    found: list[Field] = []
    at = 0
    for piece in text.split(bar) if bar else _words(text):
        start = text.index(piece, at)
        at = start + len(piece)
        label = piece.strip(SEPARATORS)
        key = METADATA.key(label) if label else None
        if key is None:
            continue
        start = text.index(label, start)
        end = start + len(label)
        found.append(Field(start, end, skip(text, end, " \t\u00a0\u3000|｜"), key))
    if not found:
        return []
    first = found[0]
    if text[: first.start].strip(SEPARATORS):
        return []
    if bar is None and len(found) < 2:  # a label and a value with a blank between: only what can be nothing else
        if first.key == "published":
            return found if date_span(text[first.value : first.value + _DATE_MAX]) is not None else []
        return found if first.key in _TELLING and first.value < len(text) else []
    return found


def _bar(text: str) -> str | None:
    """What parts the cells of a row; None where nothing but blanks does."""
    for sign in _BARS:
        if sign in text:
            return sign
    return None


def _begins_with_label(text: str, bar: str | None) -> bool:
    """False where the first cell, or the first word, is plainly no label; a single character may begin one."""
    first = text[: text.index(bar)] if bar else text.split(None, 1)[0]
    return (bar is None and len(first) == 1) or METADATA.key(first.strip(SEPARATORS)) is not None


_BARE_MAX: Final = 300  # characters of a row of a metadata block
_BARS: Final = "|｜\t"
_LABEL_STARTS: Final = first_signs(METADATA_KEY)
_LABEL_BEGINNINGS: Final = frozenset(label[:2] for label in METADATA_KEY)
_ROW_STARTS: Final = frozenset("•·|｜")
_TELLING: Final = frozenset(
    {"index", "doc_number", "issuer", "dated", "issued", "generated", "subject", "validity", "openness", "title"}
)


_SPACED_OUT: Final = 8  # blanks between two characters of a label
_DATE_MAX: Final = 20  # characters among which the date after a label begins and ends


def _words(text: str) -> list[str]:
    """The words of a line, a label that is spaced out (发 布 机 构) as one."""
    words: list[str] = []
    at = last = 0
    for piece in text.split():
        start = text.index(piece, at)
        at = start + len(piece)
        if (
            words
            and len(piece) == 1
            and start - last <= _SPACED_OUT
            and all(len(one) == 1 for one in words[-1].split())
        ):
            words[-1] += text[last:start] + piece
        else:
            words.append(piece)
        last = at
    return words


def fields_of(text: str) -> list[Field]:
    """Find the fields of a publish line or metadata block on a line, in order."""
    first = text[0]
    if first in _BRACKET_STARTS and (bracketed := _bracketed(text)):
        return bracketed
    if holds_colon(text) and (found := METADATA.fields(text)):
        return found
    if first not in _STARTS:  # nearly all lines
        return []
    if first in _SOURCE_STARTS and len(text) <= _SOURCE_MAX and "。" not in text and (told := _SOURCE.match(text)):
        return [Field(0, told.end(), skip(text, told.end(), SPACES), "source")]
    words = text.lstrip(SEPARATORS) if first in _ROW_STARTS else text
    if words[:2] in _LABEL_BEGINNINGS or (len(words) > 1 and words[1] in SPACES):  # 索引号, 索 引 号
        return _bare(text)
    return []


_SOURCE: Final = late(r"(?:本文|文章|稿件|信息|内容|图文)?(?:来源于|转载自|转载于|转自)(?=[^，,、：:])")
"""What tells the source without a colon: 本文来源于某局."""
_SOURCE_STARTS: Final = frozenset("本文稿信内图来转")
_SOURCE_MAX: Final = 40  # characters of such a line
_STARTS: Final = _SOURCE_STARTS | _LABEL_STARTS | _ROW_STARTS


def fields_on(line: Line) -> list[Field]:
    """Give the `fields_of` a line, which are looked for once.  The list stays as it is."""
    if line.fields is None:
        line.fields = fields_of(line.text)
    return line.fields


_BRACKETED: Final = late(r"[\[【]([ \u00a0\u3000\u4e00-\u9fff]{2,16})[\]】]")
_BRACKET_STARTS: Final = frozenset("[【" + _BULLETS)
_BRACKETED_MIN: Final = 3  # characters of a label that brackets tell; a shorter one must be telling


def _bracketed(text: str) -> list[Field]:
    """Find the labels in brackets on a line that begins with one: ``[ 发文字号 ] 某府发〔2023〕21号``."""
    found = []
    for match in _BRACKETED.finditer(text):
        label = "".join(simplify(match[1]).split())
        key = METADATA_KEY.get(label)
        if (
            key is not None
            and key not in VALUELESS
            and (len(label) >= _BRACKETED_MIN or key in _TELLING or key in _NAMING)
        ):
            found.append(Field(match.start(), match.end(), skip(text, match.end(), " \t\u00a0\u3000:："), key))
    return found if found and not text[: found[0].start].strip(_BULLETS) else []


def has_label(text: str) -> bool:
    """True where a line begins with a field of a publish line or metadata block."""
    return len(text) <= FIELDS_MAX and leads(text, fields_of(text))


def begins_with_field(line: Line) -> bool:
    """The same of a line whose fields will be read."""
    if len(line.text) > FIELDS_MAX:
        return False
    fields = line.fields
    if fields is None:
        fields = fields_on(line)
    return bool(fields) and leads(line.text, fields)


def named_title(line: Line) -> str | None:
    """The title that a line of a metadata block gives; empty where its label has no value, None where it has none."""
    text = line.text
    fields = fields_on(line)
    for at, field in enumerate(fields):
        if field.key == "title":
            end = fields[at + 1].start if at + 1 < len(fields) else len(text)
            return text[field.value : field_end(text, field, end)]
    return None


def leads(text: str, fields: list[Field]) -> bool:
    """True where a line begins with the first of its fields."""
    if not fields:
        return False
    first = fields[0].start
    return first <= 2 or not text[:first].strip(SEPARATORS) or (len(text) < 200 and first < 40)


_VALUE_ENDS: Final = SEPARATORS + "(（"


def field_end(text: str, field: Field, end: int) -> int:
    """Where a field ends: before the separators that part it from what begins at ``end``."""
    raw_end = end
    if text[end - 1] in _VALUE_ENDS:
        raw_end = len(text[:end].rstrip(_VALUE_ENDS))
    raw_end = max(raw_end, min(field.value, end), field.label_end)
    opening = _OPENED_BY.get(text[raw_end - 1], "")
    if opening and raw_end > field.value and not any(sign in text[field.value : raw_end] for sign in opening):
        raw_end -= 1  # the bracket that closes a field: [来源: 某局]
    return raw_end


_OPENED_BY: Final = {"]": "[【", "】": "[【", ")": "(（", "）": "(（"}
"""A closing bracket, with those that may have opened it."""


def has_value(text: str, field: Field) -> bool:
    """True where the last field of a line has a value on it."""
    return field.value < field_end(text, field, len(text))


def read_metadata(line: Line) -> Item:
    """Read the fields of one line of a publish line or metadata block.

    A date that stands first without a label is the publish time.
    """
    text = line.text
    fields = fields_on(line).copy()
    first = fields[0].start if fields else len(text)
    if first and text[:first].strip(SEPARATORS):
        date = date_span(text[:first])
        if date is not None:
            fields.insert(0, unlabelled(date[0], "published"))
        if date is None or text[: date[0]].strip(SEPARATORS):
            fields.insert(0, unlabelled(0, None))
    if "[" in text or "【" in text:
        fields = _part_widgets(text, fields)
    return Item("metadata", line, _part_values(text, fields))


_NAMING: Final = frozenset({"source", "author", "editor", "issuer", "department"})
_DATED: Final = frozenset({"published", "issued", "dated", "generated"})
# What a value goes on with that is no part of it: damaged blanks, a counter in brackets.
_LEFT_OVER: Final = late(r"[?？]{2,}|[ \u00a0\u3000]{0,9}[（(][ ]?(?:点击|浏览|阅读|访问)")

# A label that no list knows, behind the value of one that is known: 来源：某局 撰稿人员：某某.
_OTHER_LABEL: Final = late(r"[ \u00a0\u3000]{1,9}[\u4e00-\u9fff]{2,8}[:：]")


def _part_values(text: str, fields: list[Field]) -> list[Field]:
    """End each value where its own form ends: a name before a date or page tools, a date before what is no date."""
    out: list[Field] = []
    dated = any(field.key == "published" for field in fields)
    for index, field in enumerate(fields):
        out.append(field)
        end = fields[index + 1].start if index + 1 < len(fields) else len(text)
        if field.key in _DATED:
            date = date_span(text[field.value : end])
            if date is not None and _is_no_date(text[field.value + date[1] : end]):
                out.append(unlabelled(skip(text, field.value + date[1], SEPARATORS), None))
        elif field.key in _NAMING and field.value < end:
            out += _after_name(text, field.value, end, dated)
            dated = dated or out[-1].key == "published" or (len(out) > 1 and out[-2].key == "published")
    return out


def _is_no_date(rest: str) -> bool:
    """True where what follows a date on its line is no more of it, as a tenth of a second or a time zone is."""
    rest = rest.strip(SEPARATORS + "]】)）")
    return bool(rest) and rest[0] not in ".+:：Z日"


def _after_name(text: str, value: int, end: int, dated: bool) -> list[Field]:
    """What follows a name in the value of its label: a publish time, and what a site counts or offers."""
    date = None if dated else date_span(text[value:end])
    if date is not None and date[0]:
        rest = skip(text, value + date[1], SEPARATORS + "]】)）")
        return [unlabelled(value + date[0], "published"), *([unlabelled(rest, None)] if rest < end else [])]
    match = (
        _LEFT_OVER.search(text, value, end)
        or _OTHER_LABEL.search(text, value, end)
        or TOOLS_AFTER.search(text, value, end)
    )
    if match is None or match.start() == value:
        return []
    return [unlabelled(skip(text, match.start(), SPACES), None)]


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
