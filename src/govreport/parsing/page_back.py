"""What site lines after a document say: organizer, licences, address and the other fields of a footer."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.labels import FOOTER, skip
from govreport.parsing.line import Field, Line
from govreport.parsing.page_fields import (
    SEPARATORS,
    Item,
    begins_with_field,
    has_value,
    read_metadata,
    unlabelled,
)
from govreport.parsing.site_looks import says
from govreport.words.organizations import is_organ
from govreport.words.page_furniture import FOOTER_LINKS, TOOLS_BELOW
from govreport.words.page_labels import FOOTER_KEY, LICENCE, PROVINCE, SITE_ID
from govreport.words.patterns import late
from govreport.words.stops import holds_colon
from govreport.words.vocabulary import BLANK, one_of

_FOOTER_WORD: Final = late(one_of(FOOTER_KEY, ("备", "ICP", "bm")))  # what a field without a colon has
_FOOTER_LINE_MAX: Final = 600  # characters of a line that is read for fields
_IN_LICENCE: Final = 12  # characters of a licence number in which a colon is no label's
_PHONE: Final = re.compile(r"[（(]?\+?\d[\d（）() \-－—–转]{4,24}\d")


def read_back(lines: list[Line], said: frozenset[str] = frozenset()) -> list[Item]:
    """Read the site lines after a document.

    Args:
        lines: lines of the back, in order.
        said: lines of the document: given again, they state nothing of the site.

    Returns:
        An item a line.  主办单位 on a line of its own takes its bodies from the lines after it.
    """
    items: list[Item] = []
    listing = False  # whether the last line ends in a label whose bodies stand on the lines after it
    for line in lines:
        text = line.text
        if listing and (is_organ(text) or _POLICE_REST.fullmatch(text) is not None):
            items.append(Item("value", line, []))
        elif len(text) >= _FOOTER_LINE_MAX or says(text) or text in said:
            items.append(Item("furniture", line, []))
            listing = False
        else:
            item = _read_footer(line)
            items.append(item)
            listing = item.kind == "footer" and _lists_bodies(item)
        listing = listing and "\n" in line.trail
    return items


def _lists_bodies(item: Item) -> bool:
    """True where a line ends in the label of an organizer or contractor without a value, or in 公网安备."""
    if not item.fields:
        return False
    field = item.fields[-1]
    if field.key == "police":
        return _POLICE_HEAD.fullmatch(item.line.text, field.value) is not None
    return field.key in ("organizer", "contractor") and not has_value(item.line.text, field)


_POLICE_HEAD: Final = re.compile(rf"[{PROVINCE}]公网安备")
_POLICE_REST: Final = re.compile(r"\d{11,14}[ ]?号?")


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
    if begins_with_field(line):
        return read_metadata(line)
    return Item("footer" if found else "furniture", line, found)


def _footer_fields(text: str) -> list[Field]:
    """Find labels and licence numbers of a footer line, in order."""
    colons = holds_colon(text)
    if not colons and _FOOTER_WORD.search(text) is None:
        return []
    licences: list[Field] = []
    if "备" in text or "ICP" in text or "bm" in text:
        licences = [unlabelled(match.start(), match.lastgroup) for match in LICENCE.finditer(text)]
    if not licences and text.endswith("公网安备") and (head := _POLICE_HEAD.search(text)) is not None:
        licences = [unlabelled(head.start(), "police")]
    fields = FOOTER.fields(text) if colons else []
    if licences:
        fields = _with_licences(fields, licences)
    fields += _bare_footer(text, fields)
    if len(fields) > 1:
        fields.sort(key=lambda field: (field.start, field.label_end, field.value))
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
            key = FOOTER_KEY.get(text[:at])  # 主办单位©某某人民政府
            start, label_end = (0, at) if key else (at, end)
            found.append(Field(start, label_end, skip(text, end, _FOOTER_GAP), key or "copyright"))
            break
    if not fields and ("主办" in text or "承办" in text):
        found += _named_before(text)
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


def _named_before(text: str) -> list[Field]:
    """Bodies whose label stands behind them: ``某某办公室主办　某某中心承办``; what follows is furniture."""
    found: list[Field] = []
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        key = FOOTER_KEY.get(piece[-2:]) if len(piece) > _NAMED_MIN else None
        if key in ("organizer", "contractor") and is_organ(piece[:-2]):
            found.append(unlabelled(at, key))
        elif found and found[-1].key is not None:
            found.append(unlabelled(at, None))
        at += len(piece)
    return found


_NAMED_MIN: Final = 5  # characters of the shortest name with its label


def _is_inside(at: int, fields: list[Field]) -> bool:
    """True where a place lies in a field's label or gap."""
    return any(field.start <= at < field.value for field in fields)


_FOOTER_GAP: Final = " \t\u00a0\u3000:：©"
_SITE_ID_LABEL: Final = re.compile(rf"(?P<label>(?:政府)?网站标识码){SITE_ID}")


def _close(text: str, fields: list[Field]) -> list[Field]:
    """End each field's value where its own form ends, so that what follows is furniture."""
    out: list[Field] = []
    for index, field in enumerate(fields):
        end = fields[index + 1].start if index + 1 < len(fields) else len(text)
        stop = _value_end(text[field.value : end], field.key)
        if stop is None:
            out.append(Field(field.start, field.label_end, field.value, None))
            continue
        out.append(field)
        if 0 < stop < end - field.value and (after := text[field.value + stop : end].lstrip(SEPARATORS)):
            out.append(unlabelled(end - len(after), None))
    return out


_VALUE_FORM: Final = {
    "icp": LICENCE,
    "police": late(r"[\u4e00-\u9fff]?\D{0,8}\d{11,14}(?:[ ]?号)?"),
    "site_id": re.compile(SITE_ID),
    "phone": _PHONE,
    "report_phone": _PHONE,
    "fax": _PHONE,
    "postcode": re.compile(r"\d{6}"),
}
_LOOSE_ICP: Final = late(r"[^ \u00a0\u3000]{1,4}?备?\d{6,12}号?(?:[-－]\d{1,4})?")
_ENDS: Final = rf"©|\||{BLANK}{{2,9}}|{BLANK}(?={one_of(FOOTER_LINKS, TOOLS_BELOW)})"
_ENDED: Final = {
    "organizer": late(rf"{BLANK}{{0,9}}(?:{_ENDS}|(?<=[\u4e00-\u9fff]){BLANK}(?=[^\u4e00-\u9fff]))"),
    "address": late(rf"{BLANK}{{0,9}}(?:{_ENDS})"),  # 沿堤路 58 号
}
_ENDED["contractor"] = _ENDED["organizer"]
"""What ends a name or an address, by key."""
_NAME_ENDS: Final = frozenset(" \u00a0\u3000|©")


def _value_end(value: str, key: str | None) -> int | None:
    """Where a footer value ends, in characters; None where the value has not the form its label asks for."""
    form = _VALUE_FORM.get(key or "")
    if form is not None:
        match = form.match(value)
        if match is None and key == "icp":
            match = _LOOSE_ICP.match(value)
        elif match is None and key == "police":
            match = _POLICE_HEAD.fullmatch(value)
        return None if match is None else match.end()
    if key in _ENDED and not _NAME_ENDS.isdisjoint(value):
        match = _ENDED[key].search(value)
        return match.start() if match and match.start() else len(value)
    return len(value)
