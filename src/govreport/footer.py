"""What site lines after a document say: organizer, licences, address and the other fields of a footer."""

from __future__ import annotations

import re
from typing import Final

from govreport.furniture import metadata_of
from govreport.labelled import FIELDS_MAX, SEPARATORS, Field, Labels, fields_of, labelled, leads, skip, tile
from govreport.labels import FOOTER_KEY, LICENCE, SITE_ID
from govreport.lines import Line
from govreport.nodes import FooterField, Furniture, Leaf
from govreport.organs import is_organ
from govreport.variants import variants

_FOOTER: Final = Labels(FOOTER_KEY, variants("".join(label[-1] for label in FOOTER_KEY)))
_PHONE: Final = re.compile(r"[（(]?\+?\d[\d（）() \-－—–转]{4,24}\d")


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
        if first and text[:first].strip(SEPARATORS):
            found.insert(0, (0, 0, 0, None))
        leaves = tile(line, _close(text, found), FooterField)
        for leaf in leaves:
            if isinstance(leaf, FooterField):
                return leaves
    fields = fields_of(text) if len(text) <= FIELDS_MAX else []
    if leads(text, fields):
        return metadata_of(line, fields)
    return leaves or [Furniture(text, line.lead, line.trail, line.start)]


def _footer_fields(text: str) -> list[Field]:
    """Find labels and licence numbers of a footer line, in order."""
    licences: list[Field] = []
    if "备" in text or "ICP" in text or "bm" in text:
        licences = [(m.start(), m.start(), m.start(), m.lastgroup) for m in LICENCE.finditer(text)]
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
    starts = [start for start, _, _, _ in licences]
    kept = [one for one in fields if not any(start < one[1] <= start + 12 for start in starts)]
    named = {value for _, _, value, key in kept if key in ("icp", "police")}
    return kept + [one for one in licences if one[0] not in named]


def _bare_footer(text: str, fields: list[Field]) -> list[Field]:
    """Labels without a colon: 版权所有 anywhere, another label at the head of a blank-parted piece."""
    found: list[Field] = []
    for label in ("版权所有", "©", "Copyright"):
        if label in text and not _is_inside(at := text.find(label), fields):
            end = at + len(label)
            found.append((at, end, skip(text, end, _FOOTER_GAP), "copyright"))
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
            found.append((at, end, skip(text, end, _FOOTER_GAP), key))
        elif "网站标识码" in piece and (match := _SITE_ID_LABEL.match(piece)) and not _is_inside(at, fields):
            label_end = at + match.end("label")
            found.append((at, label_end, label_end, "site_id"))
        at = end
    return found


def _is_inside(at: int, fields: list[Field]) -> bool:
    """True where a place lies in a field's label or gap."""
    return any(start <= at < value for start, _, value, _ in fields)


_FOOTER_GAP: Final = " \t\u00a0\u3000:："
_SITE_ID_LABEL: Final = re.compile(rf"(?P<label>(?:政府)?网站标识码){SITE_ID}")


def _close(text: str, fields: list[Field]) -> list[Field]:
    """End each field's value where its own form ends, so that what follows is furniture."""
    out: list[Field] = []
    for index, one in enumerate(fields):
        start, label_end, value, key = one
        end = fields[index + 1][0] if index + 1 < len(fields) else len(text)
        stop = _value_end(text[value:end], key)
        if stop is None:
            out.append((start, label_end, value, None))
            continue
        out.append(one)
        if 0 < stop < end - value and (after := text[value + stop : end].lstrip(SEPARATORS)):
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
