"""Tags of HTML that stand in a text, with the tables they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.parsing.marks.found import Found
from govreport.parsing.marks.tables import MarkedCell, add_table
from govreport.parsing.reading_copy import Cut
from govreport.words.patterns import late

_BLOCKS: Final = frozenset(
    "address article aside blockquote body br center dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p section summary table tbody tfoot thead tr ul".split()
)
_INLINE: Final = frozenset(
    "a abbr acronym b big button caption cite code col colgroup del em embed font i iframe img input ins kbd label "
    "link mark meta nobr o:p object pre q s samp small source span strike strong sub sup svg td th time title tt u "
    "var video wbr".split()
)
_TAG: Final = late(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:]{0,11})(?P<rest>(?:[\s/][^<>]{0,2000})?)>")
_COMMENT: Final = re.compile(r"<!(?:--[^<>]{0,2000}--|DOCTYPE[^<>]{0,200})>", re.IGNORECASE)
_UNSEEN: Final = late(
    r"<(?P<name>script|style)(?:\s[^<>]{0,500})?>[^<]{0,20000}</(?P=name)>|<\?[^<>]{0,500}>", re.IGNORECASE
)
_SPAN: Final = re.compile(r"(row|col)span\s{0,4}=\s{0,4}[\"']?(\d{1,4})", re.IGNORECASE)
_WIDEST: Final = 1000  # rows or columns that a cell may say it covers
_CELL_TAGS: Final = frozenset({"td", "th"})
_TABLE_PARTS: Final = frozenset({"table", "tr", "td", "th", "thead", "tbody", "tfoot", "col", "colgroup", "caption"})


class Tag(NamedTuple):
    """A tag in the text.

    Attributes:
        start: its offset, in characters.
        end: offset of its end.
        name: the element's name, in small letters.
        closes: whether it ends the element.
        rest: what stands in it after the name.
    """

    start: int
    end: int
    name: str
    closes: bool
    rest: str


def add_tags(text: str, found: Found) -> None:
    """Find the tags of a text, and the tables.

    Args:
        text: the text.
        found: gets what is found.
    """
    if "<" not in text:
        return
    tags = list(_tags(text))
    index = 0
    while index < len(tags):
        tag = tags[index]
        if tag.name == "table" and not tag.closes and (end := _end_of_table(tags, index)) > index:
            add_table(text, (tag.start, tags[end].end), _rows(text, tags[index : end + 1]), found)
            found.cuts += [Cut(one.start, one.end) for one in tags[index:end] if one.name not in _TABLE_PARTS]
            index = end
        else:
            found.cuts.append(Cut(tag.start, tag.end, "\n" if _breaks_line(text, tag) else ""))
            _add_level(text, tag, found)
        index += 1
    for signs, pattern in (("<!", _COMMENT), ("<?", _UNSEEN), ("</s", _UNSEEN)):
        if signs in text:
            found.cuts += [Cut(*match.span()) for match in pattern.finditer(text)]


def _tags(text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name in _BLOCKS or name in _INLINE:
            yield Tag(match.start(), match.end(), name, bool(match["close"]), match["rest"])


def _breaks_line(text: str, tag: Tag) -> bool:
    """True for a tag at which a line ends; where one begins or ends anyway it need not."""
    if tag.name not in _BLOCKS:
        return False
    before, after = text[tag.start - 1 : tag.start], text[tag.end : tag.end + 1]
    return before not in ("", "\n") and after not in ("", "\n", "\r")


def _add_level(text: str, tag: Tag, found: Found) -> None:
    """Note a line that a tag calls a heading."""
    if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456" and not tag.closes:
        found.hints.levels[tag.end] = int(tag.name[1])
        found.hints.headings.add(tag.end)


# --- tables ----------------------------------------------------------------------------------------------------------


def _end_of_table(tags: list[Tag], first: int) -> int:
    """Index of the tag that ends a table; that of its first where it has no end or holds another table."""
    for index in range(first + 1, len(tags)):
        if tags[index].name == "table":
            return index if tags[index].closes else first
    return first


def _rows(text: str, tags: list[Tag]) -> list[list[MarkedCell]]:
    """The cells of a table, row by row."""
    rows: list[list[MarkedCell]] = []
    open_: Tag | None = None  # the cell that has begun
    for tag in tags:
        if tag.name not in _TABLE_PARTS:
            continue
        if open_ is not None:
            rows[-1].append(_cell(text, open_, tag.start))
            open_ = None
        if tag.name == "tr" and not tag.closes:
            rows.append([])
        elif tag.name in _CELL_TAGS and not tag.closes:
            open_ = tag
            if not rows:
                rows.append([])
    return [row for row in rows if row]


def _cell(text: str, tag: Tag, end: int) -> MarkedCell:
    spans = {side.lower(): max(1, min(int(number), _WIDEST)) for side, number in _SPAN.findall(tag.rest)}
    words = text[tag.end : end]
    start = tag.end + len(words) - len(words.lstrip())
    words = words.strip()
    end = start + len(words)
    return MarkedCell(
        start, end, _TAG.sub("", words) if "<" in words else words, spans.get("row", 1), spans.get("col", 1)
    )
