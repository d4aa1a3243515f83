"""What site lines after a document say: organizer, licences, address and the other fields of a footer."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.line import Line
from govreport.parsing.page_fields import (
    FIELDS_MAX,
    SEPARATORS,
    Field,
    Item,
    Labels,
    fields_of,
    has_value,
    labelled,
    leads,
    read_metadata,
    skip,
    unlabelled,
)
from govreport.words.organizations import is_organ
from govreport.words.page_labels import FOOTER_KEY, LICENCE, SITE_ID
from govreport.words.traditional import variants

_FOOTER: Final = Labels(FOOTER_KEY, variants("".join(label[-1] for label in FOOTER_KEY)))
_FOOTER_LINE_MAX: Final = 600  # characters of a line that is read for fields
_IN_LICENCE: Final = 12  # characters of a licence number in which a colon is no label's
_PHONE: Final = re.compile(r"[（(]?\+?\d[\d（）() \-－—–转]{4,24}\d")


def read_back(lines: list[Line]) -> list[Item]:
    """Read the site lines after a document.

    Args:
        lines: lines of the back, in order.

    Returns:
        An item a line.  主办单位 on a line of its own takes its bodies from the lines after it.
    """
    items: list[Item] = []
    listing = False  # whether the last line ends in a label whose bodies stand on the lines after it
    for line in lines:
        if listing and is_organ(line.text):
            items.append(Item("value", line, []))
        elif len(line.text) >= _FOOTER_LINE_MAX:
            items.append(Item("furniture", line, []))
            listing = False
        else:
            items.append(_read_footer(line))
            listing = _lists_bodies(items[-1])
        listing = listing and "\n" in line.trail
    return items


def _lists_bodies(item: Item) -> bool:
    """True where a line ends in the label of an organizer or contractor, without a value."""
    if item.kind != "footer" or not item.fields:
        return False
    field = item.fields[-1]
    return field.key in ("organizer", "contractor") and not has_value(item.line.text, field)


def _read_footer(line: Line) -> Item:
    """Read the fields of one line of a site's footer; a line with none is read for those of a metadata block."""
    text = line.text
    found = _footer_fields(text)
    if found:
        if found[0].start and text[: found[0].start].strip(SEPARATORS):
            found.insert(0, unlabelled(0, None))
        found = _close(text, found)
        if any(field.key is not None or field.label_end > field.start for field in found):
            return Item("footer", line, found)
    if len(text) <= FIELDS_MAX and leads(text, fields_of(text)):
        return read_metadata(line)
    return Item("footer" if found else "furniture", line, found)


def _footer_fields(text: str) -> list[Field]:
    """Find labels and licence numbers of a footer line, in order."""
    licences: list[Field] = []
    if "备" in text or "ICP" in text or "bm" in text:
        licences = [unlabelled(match.start(), match.lastgroup) for match in LICENCE.finditer(text)]
    fields = labelled(text, _FOOTER) if ":" in text or "：" in text else []
    if licences:
        fields = _with_licences(fields, licences)
    fields += _bare_footer(text, fields)
    if len(fields) > 1:
        fields.sort()
    return fields


def _with_licences(fields: list[Field], licences: list[Field]) -> list[Field]:
    """Take licence numbers in among labels.

    "ICP备案号：粤ICP备…" is one field, with the label; a colon inside a number is no label's.
    """
    starts = [licence.start for licence in licences]
    kept = [field for field in fields if not any(start < field.label_end <= start + _IN_LICENCE for start in starts)]
    named = {field.value for field in kept if field.key in ("icp", "police")}
    return kept + [licence for licence in licences if licence.start not in named]


def _bare_footer(text: str, fields: list[Field]) -> list[Field]:
    """Labels without a colon: 版权所有 anywhere, another label at the head of a blank-parted piece."""
    found: list[Field] = []
    for label in ("版权所有", "©", "Copyright"):
        if label in text and not _is_inside(at := text.find(label), fields):
            end = at + len(label)
            found.append(Field(at, end, skip(text, end, _FOOTER_GAP), "copyright"))
            break
    pieces = text.split() if len(fields) < 2 else []
    if FOOTER_KEY.keys().isdisjoint(pieces) and "网站标识码" not in text:
        return found
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        key = FOOTER_KEY.get(piece)
        end = at + len(piece)
        if key is not None and key != "copyright" and not _is_inside(at, fields):
            found.append(Field(at, end, skip(text, end, _FOOTER_GAP), key))
        elif "网站标识码" in piece and (match := _SITE_ID_LABEL.match(piece)) and not _is_inside(at, fields):
            label_end = at + match.end("label")
            found.append(Field(at, label_end, label_end, "site_id"))
        at = end
    return found


def _is_inside(at: int, fields: list[Field]) -> bool:
    """True where a place lies in a field's label or gap."""
    return any(field.start <= at < field.value for field in fields)


_FOOTER_GAP: Final = " \t\u00a0\u3000:："
_SITE_ID_LABEL: Final = re.compile(rf"(?P<label>(?:政府)?网站标识码){SITE_ID}")


def _close(text: str, fields: list[Field]) -> list[Field]:
    """End each field's value where its own form ends, so that what follows is furniture."""
    out: list[Field] = []
    for index, field in enumerate(fields):
        end = fields[index + 1].start if index + 1 < len(fields) else len(text)
        stop = _value_end(text[field.value : end], field.key)
        if stop is None:
            out.append(field._replace(key=None))
            continue
        out.append(field)
        if 0 < stop < end - field.value and (after := text[field.value + stop : end].lstrip(SEPARATORS)):
            out.append(unlabelled(end - len(after), None))
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
_LOOSE_ICP: Final = re.compile(r"[^ \u00a0\u3000]{1,4}?备?\d{6,12}号?(?:[-－]\d{1,4})?")
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
