"""What site lines before a document say: breadcrumb, document number, publish line, metadata block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import regex

from govreport.labelled import FIELDS_MAX, METADATA, SEPARATORS, Field, fields_of, labelled, leads, tile
from govreport.labels import FURNITURE, VALUELESS, WIDGET_STARTS, WIDGETS
from govreport.lines import Line
from govreport.nodes import Breadcrumb, Furniture, Leaf, Metadata
from govreport.numerals import date_span
from govreport.variants import simplify

_BREADCRUMB: Final = regex.compile(
    r"(?:您|你)?(?:当前|現在|现在|所在)?(?:所在)?(?:的)?(?:当前|所在|现在)?(?:的)?位置(?:是)?[ \u00a0\u3000]{0,4}[:：>＞]"
    r"|[^。]{0,4}(?:首[ \u3000]{0,4}页|主页|网站首页|Home)[ \t\u00a0\u3000]{0,4}(?:>|＞|»|›|/|→|\\|::|-|—)"
    r"|[>＞»›]{1,2}[ \u00a0\u3000]"
    r"|[^>＞»›。，,：:“]{2,14}+(?:[ \u00a0\u3000]{0,3}+(?:>{1,2}+|＞{1,2}+|»|›)[ \u00a0\u3000]{0,3}+[^>＞»›。，,：:]{2,20}+){1,8}+$"
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


def is_breadcrumb(text: str) -> bool:
    """True where a line tells where the page stands in its site."""
    if len(text) >= 200:
        return False
    # A plain `in` is the fastest test there is, and nearly every line fails all of these.
    hinted = "位置" in text or ">" in text or "页" in text or "＞" in text or "頁" in text
    if not (hinted or "»" in text or "›" in text or "Home" in text):
        return False
    return _BREADCRUMB.match(simplify(text)) is not None


def has_label(text: str) -> bool:
    """True where a line begins with a field of a publish line or metadata block."""
    return len(text) <= FIELDS_MAX and leads(text, fields_of(text))


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
    return metadata_of(line, fields_of(line.text))


def metadata_of(line: Line, fields: list[Field]) -> list[Leaf]:
    """The same as `metadata`, for a line whose fields are found already."""
    text = line.text
    first = fields[0][0] if fields else len(text)
    if first and text[:first].strip(SEPARATORS):
        date = date_span(text[:first])
        if date is not None:
            fields.insert(0, (date[0], date[0], date[0], "published"))
        if date is None or text[: date[0]].strip(SEPARATORS):
            fields.insert(0, (0, 0, 0, None))
    if "[" in text or "【" in text:
        fields = _part_widgets(text, fields)
    return tile(line, fields, Metadata)


_WIDGET_AFTER: Final = re.compile(r"[ \t\u00a0\u3000]{1,9}[\[【](?=[^\]】]{1,12}[\]】])")


def _part_widgets(text: str, fields: list[Field]) -> list[Field]:
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
        and leaf.key not in VALUELESS
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
    return not text[date[1] :].strip(SEPARATORS + "])】）") or bool(labelled(text[date[1] :], METADATA))
