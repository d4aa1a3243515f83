"""What site lines say: breadcrumb, publish line, metadata block, footer fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from govreport.labels import FOOTER_KEY, FURNITURE, GLUED, LICENCE, METADATA_KEY, SITE_ID, WIDGET_STARTS, WIDGETS
from govreport.lines import SPACES, Line
from govreport.nodes import Breadcrumb, FooterField, Furniture, Leaf, Metadata
from govreport.numerals import date_span
from govreport.organs import is_organ
from govreport.variants import simplify, variants

_BREADCRUMB: Final = re.compile(
    r"(?:您|你)?(?:当前|現在|现在|所在)?(?:所在)?(?:的)?(?:当前|所在|现在)?(?:的)?位置(?:是)?[ \u00a0\u3000]{0,4}[:：>＞]"
    r"|[^。]{0,4}(?:首[ \u3000]{0,4}页|主页|网站首页|Home)[ \t\u00a0\u3000]{0,4}(?:>|＞|»|›|/|→|\\|::|-|—)"
    r"|[>＞»›]{1,2}[ \u00a0\u3000]"
    r"|[^>＞»›。，,：:“]{2,14}(?:[ \u00a0\u3000]{0,3}(?:>{1,2}|＞{1,2}|»|›)[ \u00a0\u3000]{0,3}[^>＞»›。，,：:]{2,20}){1,8}$"
)
DOC_NUMBER: Final = re.compile(
    r"[（(]?(?P<number>[\u4e00-\u9fff]{1,14}[〔\[（(【［﹝﹙][ ]?(?:19|20)\d{2}[ ]?[〕\])）】］﹞﹚][ ]?第?[ ]?\d{1,5}[ ]?号)[）)]?"
)
"""A document number (发文字号): 机关代字, year in brackets, serial number.  GB/T 9704-2012, 7.2.5."""
ORDER_NUMBER: Final = re.compile(
    r"[（(]?(?P<number>[\u4e00-\u9fff]{0,20}令[ ]?(?:第[ ]?[\d一二三四五六七八九十百〇○零]{1,6}[ ]?号))[）)]?"
)
"""The number of an order (令): 国务院令第711号."""
_DATE_STARTS: Final = frozenset("12２１[(（【")
_BLANKS: Final = " \t\u00a0\u3000"
_SEPARATORS: Final = SPACES + "|｜【[［•·◆■▪"
_PHONE: Final = re.compile(r"[（(]?\+?\d[\d（）() \-－—–转]{4,24}\d")
_NOT_IN_LABELS: Final = frozenset("0123456789|｜>＞（）()[]【】。，,、;；“”《》")
_COLON: Final = re.compile("[:：]")
_LABEL_MAX: Final = 18  # characters of the longest label with its inner blanks


_Field: TypeAlias = tuple[int, int, int, str | None]
"""A field on a line, ``(start, label_end, value, key)``, with offsets in characters from the start of its text.

``key`` is None for furniture between fields, which has no label either.
"""


def is_breadcrumb(text: str) -> bool:
    """True where a line tells where the page stands in its site."""
    if len(text) >= 200:
        return False
    # A plain `in` is the fastest test there is, and nearly every line fails all of these.
    hinted = "位置" in text or ">" in text or "页" in text or "＞" in text or "頁" in text
    if not (hinted or "»" in text or "›" in text or "Home" in text):
        return False
    return _BREADCRUMB.match(simplify(text)) is not None


class _Labels(NamedTuple):
    """Labels with their keys, and the characters they can end with."""

    keys: dict[str, str]
    ends: frozenset[str]


_METADATA: Final = _Labels(METADATA_KEY, variants("".join(label[-1] for label in METADATA_KEY)))
_FOOTER: Final = _Labels(FOOTER_KEY, variants("".join(label[-1] for label in FOOTER_KEY)))


def _labelled(text: str, labels: _Labels) -> list[_Field]:
    """Find the labels with a colon on a line, in order.

    A label may be spaced out (索 引 号) and follows a blank, a bar or the line's start, but for those in `GLUED`.
    """
    found: list[_Field] = []
    floor = 0
    keys, ends = labels
    for match in _COLON.finditer(text):
        colon = match.start()
        before = text[colon - 1 : colon]
        if before not in ends and not before.isspace():
            continue
        head = text[floor:colon].rstrip()
        label = _label_at_end(head, keys) if head[-1:] in ends else None
        if label is None:
            continue
        start, key = label
        found.append((floor + start, floor + len(head), _skip(text, colon + 1, " \t\u00a0\u3000:：|"), key))
        floor = colon + 1
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
        if sign in _BLANKS:
            continue
        if sign in _NOT_IN_LABELS:
            break
        label = sign + label
        key = keys.get(label)
        if key is not None and (start == 0 or label in GLUED or not "\u4e00" <= simple[start - 1] <= "\u9fff"):
            best = (start, key)
    return best


def _bare(text: str) -> list[_Field]:
    """Find the labels without a colon in a row of a metadata block: ``索 引 号 | K4589 | 主题分类 | |``."""
    if text[0] not in _LABEL_STARTS or len(text) > 300:
        return []
    if "|" not in text and " " not in text:
        key = METADATA_KEY.get(text.strip(_SEPARATORS)) if len(text) <= 8 else None
        return [(0, len(text), len(text), key)] if key in _TELLING and key != "title" else []
    found: list[_Field] = []
    words = "|" if "|" in text else None
    at = 0
    for piece in text.split(words) if words else _words(text):
        start = text.index(piece, at)
        at = start + len(piece)
        label = piece.strip(_SEPARATORS)
        key = METADATA_KEY.get("".join(label.split())) if label else None
        if key is None:
            continue
        start = text.index(label, start)
        end = start + len(label)
        found.append((start, end, _skip(text, end, " \t\u00a0\u3000|"), key))
    if not found:
        return []
    first, _, value, key = found[0]
    if text[:first].strip(_SEPARATORS):
        return []
    if words is None and len(found) < 2:  # a label and a value with a blank between: only what can be nothing else
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


def _fields(text: str) -> list[_Field]:
    return ((":" in text or "：" in text) and _labelled(text, _METADATA)) or _bare(text)


def has_label(text: str) -> bool:
    """True where a line begins with a field of a publish line or metadata block."""
    return len(text) <= 400 and _leads(text, _fields(text))


def _leads(text: str, fields: list[_Field]) -> bool:
    """True where a line begins with the first of its fields."""
    if not fields:
        return False
    first = fields[0][0]
    return first <= 2 or not text[:first].strip(_SEPARATORS) or (len(text) < 200 and first < 40)


def is_widget(text: str) -> bool:
    """True where a line holds page tools, share links or other furniture and nothing else."""
    if len(text) >= 80:
        return False
    return (text[0] in WIDGET_STARTS and WIDGETS.fullmatch(text) is not None) or FURNITURE.search(text) is not None


def metadata(line: Line) -> list[Leaf]:
    """Read the fields of one line of a publish line or metadata block.

    Args:
        line: any line of the front or back.

    Returns:
        Leaves that tile the line: `Metadata` for its fields, `Furniture` for what stands between; a date that
        stands first without a label is the publish time.
    """
    return _metadata(line, _fields(line.text))


def _metadata(line: Line, fields: list[_Field]) -> list[Leaf]:
    text = line.text
    first = fields[0][0] if fields else len(text)
    if first and text[:first].strip(_SEPARATORS):
        date = date_span(text[:first])
        if date is not None:
            fields.insert(0, (date[0], date[0], date[0], "published"))
        if date is None or text[: date[0]].strip(_SEPARATORS):
            fields.insert(0, (0, 0, 0, None))
    if "[" in text or "【" in text:
        fields = _part_widgets(text, fields)
    return _tile(line, fields, Metadata)


_WIDGET_AFTER: Final = re.compile(r"[ \t\u00a0\u3000]{1,9}[\[【](?=[^\]】]{1,12}[\]】])")


def _part_widgets(text: str, fields: list[_Field]) -> list[_Field]:
    """End a value where page tools in brackets begin: ``浏览次数：412  [打印] [关闭]``."""
    out = []
    for index, one in enumerate(fields):
        out.append(one)
        _, _, value, key = one
        end = fields[index + 1][0] if index + 1 < len(fields) else len(text)
        match = _WIDGET_AFTER.search(text, value, end)
        if match and key is not None and match.end() - 1 > value:
            out.append((match.end() - 1, match.end() - 1, match.end() - 1, None))
    return out


def footer(line: Line) -> list[Leaf]:
    """Read the fields of one line of a site's footer.

    Args:
        line: any line of the back.

    Returns:
        Leaves that tile the line: `FooterField` for its fields, `Furniture` for what stands between.  A line with no
        field of a footer is read as `metadata` where it begins with a label of that.
    """
    text = line.text
    leaves: list[Leaf] = []
    found = _footer_fields(text)
    if found:
        first = found[0][0]
        if first and text[:first].strip(_SEPARATORS):
            found.insert(0, (0, 0, 0, None))
        leaves = _tile(line, _close(text, found), FooterField)
        for leaf in leaves:
            if isinstance(leaf, FooterField):
                return leaves
    fields = _fields(text) if len(text) <= 400 else []
    if _leads(text, fields):
        return _metadata(line, fields)
    return leaves or [Furniture(text, line.lead, line.trail, line.start)]


def _footer_fields(text: str) -> list[_Field]:
    """Find labels and licence numbers of a footer line, in order."""
    licences: list[_Field] = []
    if "备" in text or "ICP" in text or "bm" in text:
        licences = [(m.start(), m.start(), m.start(), m.lastgroup) for m in LICENCE.finditer(text)]
    fields = _labelled(text, _FOOTER) if ":" in text or "：" in text else []
    if licences:
        fields = _with_licences(fields, licences)
    fields += _bare_footer(text, fields)
    if len(fields) > 1:
        fields.sort()
    return fields


def _with_licences(fields: list[_Field], licences: list[_Field]) -> list[_Field]:
    """Take licence numbers in among labels.

    "ICP备案号：粤ICP备…" is one field, with the label; a colon inside a number is no label's.
    """
    starts = [start for start, _, _, _ in licences]
    kept = [one for one in fields if not any(start < one[1] <= start + 12 for start in starts)]
    named = {value for _, _, value, key in kept if key in ("icp", "police")}
    return kept + [one for one in licences if one[0] not in named]


def _bare_footer(text: str, fields: list[_Field]) -> list[_Field]:
    """Labels without a colon: 版权所有 anywhere, another label at the head of a blank-parted piece."""
    found: list[_Field] = []
    for label in ("版权所有", "©", "Copyright"):
        if label in text and not _is_inside(at := text.find(label), fields):
            end = at + len(label)
            found.append((at, end, _skip(text, end, _FOOTER_GAP), "copyright"))
            break
    at = 0
    for piece in text.split() if len(fields) < 2 else ():
        at = text.index(piece, at)
        key = FOOTER_KEY.get(piece)
        end = at + len(piece)
        if key is not None and key != "copyright" and not _is_inside(at, fields):
            found.append((at, end, _skip(text, end, _FOOTER_GAP), key))
        elif "网站标识码" in piece and (match := _SITE_ID_LABEL.match(piece)) and not _is_inside(at, fields):
            label_end = at + match.end("label")
            found.append((at, label_end, label_end, "site_id"))
        at = end
    return found


def _is_inside(at: int, fields: list[_Field]) -> bool:
    """True where a place lies in a field's label or gap."""
    return any(start <= at < value for start, _, value, _ in fields)


_FOOTER_GAP: Final = " \t\u00a0\u3000:："
_SITE_ID_LABEL: Final = re.compile(rf"(?P<label>(?:政府)?网站标识码){SITE_ID}")


def _skip(text: str, at: int, signs: str) -> int:
    """The first place from ``at`` on that holds none of some characters."""
    while at < len(text) and text[at] in signs:
        at += 1
    return at


def _close(text: str, fields: list[_Field]) -> list[_Field]:
    """End each field's value where its own form ends, so that what follows is furniture."""
    out: list[_Field] = []
    for index, one in enumerate(fields):
        start, label_end, value, key = one
        end = fields[index + 1][0] if index + 1 < len(fields) else len(text)
        stop = _value_end(text[value:end], key)
        if stop is None:
            out.append((start, label_end, value, None))
            continue
        out.append(one)
        if 0 < stop < end - value and (after := text[value + stop : end].lstrip(_SEPARATORS)):
            at = end - len(after)
            out.append((at, at, at, None))
    return out


_VALUE_FORM: Final = {
    "icp": LICENCE,
    "police": re.compile(r"[\u4e00-\u9fff]?\D{0,8}\d{11,14}(?:[ ]?号)?"),
    "site_id": re.compile(SITE_ID),
    "phone": _PHONE,
    "report_phone": _PHONE,
    "fax": _PHONE,
    "postcode": re.compile(r"\d{6}"),
}
_LOOSE_ICP: Final = re.compile(r"[^ \u00a0\u3000]{1,4}?备?\d{6,12}号?(?:-\d{1,4})?")
_NAMING: Final = frozenset({"organizer", "contractor", "address"})
_NAME_ENDS: Final = frozenset(" \u00a0\u3000|©")
_NAME_END: Final = re.compile(
    r"[ \u00a0\u3000]{0,9}(?:©|\||[ \u00a0\u3000]{2,9}|(?<=[\u4e00-\u9fff])[ \u00a0\u3000](?=[^\u4e00-\u9fff]))"
)


def _value_end(value: str, key: str | None) -> int | None:
    """Where a footer value ends, in characters; None where the value has not the form its label asks for."""
    form = _VALUE_FORM.get(key or "")
    if form is not None:
        match = form.match(value)
        if match is None and key == "icp":
            match = _LOOSE_ICP.match(value)
        return None if match is None else match.end()
    if key in _NAMING and not _NAME_ENDS.isdisjoint(value):
        match = _NAME_END.search(value)
        return match.start() if match and match.start() else len(value)
    return len(value)


def _tile(line: Line, fields: list[_Field], kind: type[Metadata] | type[FooterField]) -> list[Leaf]:
    """Cut a line at its fields."""
    text = line.text
    if not fields:
        return [Furniture(text, line.lead, line.trail, line.start)]
    out: list[Leaf] = []
    lead, at = line.lead, 0
    last = len(fields) - 1
    for index, (start, label_end, value, key) in enumerate(fields):
        end = fields[index + 1][0] if index < last else len(text)
        if at < start:
            lead += text[at:start]
        raw_end = _raw_end(text, label_end, value, end)
        trail = text[raw_end:end]
        if index == last:
            trail += line.trail
        if key is None and label_end == start:
            out.append(Furniture(text[start:raw_end], lead, trail, line.start + start))
        else:
            value = min(value, raw_end)
            label, gap = text[start:label_end], text[label_end:value]
            out.append(kind(key, label, gap, text[value:raw_end], lead, trail, line.start + start))
        lead, at = "", end
    return out


def _raw_end(text: str, label_end: int, value: int, end: int) -> int:
    """Where a field ends: before the separators that part it from what begins at ``end``."""
    raw_end = end
    if text[end - 1] in _SEPARATORS:
        raw_end = len(text[:end].rstrip(_SEPARATORS))
    raw_end = max(raw_end, min(value, end), label_end)
    if text[raw_end - 1] in "]】" and "[" not in text[value:raw_end] and "【" not in text[value:raw_end]:
        raw_end -= 1  # the bracket that closes a field: [来源: 某局]
    return raw_end


# A label with nothing after it takes the next line as its value; these never do.
_VALUELESS: Final = frozenset({"font", "share", "related", "views", "search"})


def front(lines: list[Line], kinds: Sequence[str | None]) -> list[Leaf]:
    """Read the site lines before a document, title lines excepted.

    Args:
        lines: lines of the front, in order.
        kinds: what each of them is (`govreport.zones.front_kind`).

    Returns:
        Leaves that tile them.  A label alone on its line takes its value from the next line, unless that holds a
        label itself.
    """
    out: list[Leaf] = []
    for line, kind in zip(lines, kinds, strict=True):
        text = line.text
        previous = out[-1] if out else None
        if kind not in ("label", "breadcrumb", "widget") and _wants_value(previous) and len(text) <= 200:
            assert isinstance(previous, Metadata)
            previous.gap += previous.trail + line.lead
            previous.value, previous.trail = text, line.trail
        elif kind == "breadcrumb":
            # A breadcrumb broken over lines ("首页" / "> 要闻" / "> 山西要闻").
            if isinstance(previous, Breadcrumb) and text[0] in ">＞»›":
                previous.raw += previous.trail + line.lead + text
                previous.trail = line.trail
            else:
                out.append(Breadcrumb(text, line.lead, line.trail, line.start))
        elif kind == "label" or _is_dated(text):
            out += metadata(line)
        else:
            out.append(Furniture(text, line.lead, line.trail, line.start))
    return out


def _wants_value(leaf: Leaf | None) -> bool:
    return (
        isinstance(leaf, Metadata)
        and not leaf.value
        and bool(leaf.label)
        and leaf.key not in _VALUELESS
        and "\n" in leaf.trail
        and "|" not in leaf.gap + leaf.trail
    )


def _is_dated(text: str) -> bool:
    """True for a date, perhaps in brackets, alone or before fields: a publish line whose label is lost."""
    if text[0] not in _DATE_STARTS or len(text) >= 80:
        return False
    date = date_span(text)
    if date is None or date[0] > 2:
        return False
    return not text[date[1] :].strip(_SEPARATORS + "])】）") or bool(_labelled(text[date[1] :], _METADATA))


def back(lines: list[Line]) -> list[Leaf]:
    """Read the site lines after a document.

    Args:
        lines: lines of the back, in order.

    Returns:
        Leaves that tile them.
    """
    out: list[Leaf] = []
    for line in lines:
        text = line.text
        if out and _lists_bodies(out[-1]) and is_organ(text):
            # 主办单位 on a line of its own, its bodies on the lines after.
            body = out[-1]
            assert isinstance(body, FooterField)
            if body.value:
                body.value += body.trail + line.lead + text
            else:
                body.gap += body.trail + line.lead
                body.value = text
            body.trail = line.trail
            continue
        if len(text) >= 600:
            out.append(Furniture(text, line.lead, line.trail, line.start))
            continue
        out += footer(line)
    return out


def _lists_bodies(leaf: Leaf) -> bool:
    return (
        isinstance(leaf, FooterField)
        and leaf.key in ("organizer", "contractor")
        and "\n" in leaf.trail
        and (not leaf.value or "\n" in leaf.value or "\n" in leaf.gap)
    )
