"""What the lines before a document say: breadcrumb, title, publish line, metadata, names and date under a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govreport.parsing.kinds import FrontKind, ItemKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_dated, takes_next
from govreport.parsing.page_fields import Item, has_value, read_metadata
from govreport.words.organizations import signs
from govreport.words.page_labels import VALUELESS

_VALUE_MAX: Final = 200  # characters of a value on the line after its label


def read_front(lines: list[Line], kinds: Sequence[FrontKind | None], titles: list[tuple[int, int]]) -> list[Item]:
    """Read the lines before a document.

    Args:
        lines: lines of the front, in order.
        kinds: what each of them is by its look; None where only its place can tell.
        titles: runs ``(first, end)`` of lines that hold the title.

    Returns:
        An item a line.
    """
    title_kind: dict[int, ItemKind] = {}
    for first, end in titles:
        title_kind[first] = "title"
        for index in range(first + 1, end):
            title_kind[index] = "title-rest"
    below = titles[-1][1] if titles else len(lines)
    items: list[Item] = []
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=False)):
        placed = title_kind.get(index) or ("number" if kind == "number" else None)
        if placed is None and index >= below and not _is_value(lines, kinds, index):
            placed = _under_title(line, kind)
        previous = items[-1] if items else None
        items.append(Item(placed, line, []) if placed is not None else _site_item(line, kind, previous))
    return items


def _is_value(lines: list[Line], kinds: Sequence[FrontKind | None], index: int) -> bool:
    """True for the line after a label that stands alone."""
    return index > 0 and kinds[index - 1] == "label" and takes_next(lines[index - 1].text)


def _under_title(line: Line, kind: FrontKind | None) -> ItemKind | None:
    """What stands under a title: names that sign, a date as documents write it or in brackets."""
    text = line.text
    if kind == "date" and ("年" in text or text[0] in "(（"):
        return "date"
    if kind is None and signs(text):
        return "signature"
    return None


def _site_item(line: Line, kind: FrontKind | None, previous: Item | None) -> Item:
    """Read a line of the site: breadcrumb, fields, a value alone on its line, furniture."""
    text = line.text
    if kind not in ("label", "breadcrumb", "widget") and len(text) <= _VALUE_MAX and _wants_value(previous):
        return Item("value", line, [])
    if kind == "breadcrumb":
        # One that is broken over lines: "首页" / "> 要闻" / "> 本地要闻".
        goes_on = previous is not None and previous.kind.startswith("breadcrumb") and text[0] in ">＞»›"
        return Item("breadcrumb-rest" if goes_on else "breadcrumb", line, [])
    if kind == "label" or is_dated(text):
        return read_metadata(line)
    return Item("furniture", line, [])


def _wants_value(item: Item | None) -> bool:
    """True where a line ends in a label whose value stands on the next line."""
    if item is None or item.kind != "metadata" or not item.fields:
        return False
    line, field = item.line, item.fields[-1]
    if field.key is None or field.key in VALUELESS or field.label_end == field.start or has_value(line.text, field):
        return False
    return "\n" in line.trail and "|" not in line.text[field.label_end :] + line.trail
