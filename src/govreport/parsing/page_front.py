"""What the lines before a document say: breadcrumb, title, publish line, metadata, names and date under a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govreport.parsing.front_looks import is_publish_date
from govreport.parsing.kinds import FrontKind, ItemKind
from govreport.parsing.line import Line
from govreport.parsing.page_fields import Item, read_metadata
from govreport.words.organizations import signs


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
        placed = title_kind.get(index)
        if placed is None:
            if kind == "number":
                placed = "number"
            elif index >= below:
                placed = _under_title(lines, kinds, index)
            if kind == "date" and placed is None and not _tells_time(lines, kinds, titles, index):
                placed = "furniture"
        items.append(Item(placed, line, []) if placed is not None else _site_item(line, kind, items))
    return items


def _under_title(lines: list[Line], kinds: Sequence[FrontKind | None], index: int) -> ItemKind | None:
    """What stands under a title: names that sign, a date as documents write it or in brackets."""
    kind, text = kinds[index], lines[index].text
    if kind == "date" and not _is_publish_time(lines, kinds, index):
        return "date"
    if kind is None and signs(text):
        # The name above a date of a machine is of a metadata block that lost its labels.
        dated = index + 1 < len(kinds) and kinds[index + 1] == "date"
        return None if dated and _is_publish_time(lines, kinds, index + 1) else "signature"
    return None


_NEAR: Final = 2  # lines between a title and a date alone that says when the page was published


def _tells_time(
    lines: list[Line], kinds: Sequence[FrontKind | None], titles: list[tuple[int, int]], index: int
) -> bool:
    """True for a date alone that can be the publish time: near the title or beside a label, no list's."""
    if index and "\n" not in lines[index - 1].trail:  # cut off the line above
        return any(end == index for _, end in titles)
    near = any(start - _NEAR <= index < end + _NEAR for start, end in titles)
    alone = not titles and is_publish_date(lines[index].text)
    return near or alone or "label" in kinds[max(0, index - 1) : index + 2]


def _is_publish_time(lines: list[Line], kinds: Sequence[FrontKind | None], index: int) -> bool:
    """True for a date line that says when the page was published: as machines write it, or behind the title."""
    text = lines[index].text
    if index and "\n" not in lines[index - 1].trail and kinds[index - 1] != "number":
        return True  # not （一九九〇年十二月五日） behind a number, of a text without line ends
    if "年" not in text:
        return text[0] not in "(（"
    timed = is_publish_date(text)
    beside = "label" in (kinds[index - 1] if index else None, kinds[index + 1] if index + 1 < len(kinds) else None)
    return timed and (beside or any(sign in text for sign in ":：分"))


def _site_item(line: Line, kind: FrontKind | None, above: list[Item]) -> Item:
    """Read a line of the site: breadcrumb, fields, a value alone on its line, furniture."""
    if kind is None:
        return Item("furniture", line, [])
    if kind == "value":
        return Item("value", line, [])
    if kind == "breadcrumb":
        # One that is broken over lines: "首页" / "> 要闻" / "> 本地要闻".
        goes_on = bool(above) and above[-1].kind.startswith("breadcrumb") and line.text[0] in ">＞»›"
        return Item("breadcrumb-rest" if goes_on else "breadcrumb", line, [])
    if kind in ("label", "date"):
        return read_metadata(line)
    return Item("furniture", line, [])
