"""What converters put above a text: YAML between two rules, the key lines of a reader of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govreport.parsing.reading_copy import Cut
from govreport.words.page_labels import METADATA_KEY

READER_TEXT: Final = "Markdown Content:"
"""The line under which Jina's reader of web pages gives the text."""
_READER_KEYS: Final = {"Title": "标题", "URL Source": "链接", "Published Time": "发布时间"}
_READER_LINE: Final = re.compile(r"^(Title|URL Source|Published Time)(?=:)", re.MULTILINE)
_READER_HEAD: Final = 2000  # characters from the text's beginning in which that line stands
# Keys of YAML, those of `to_markdown` among them, as the labels that pages have for the same.
_YAML_KEYS: Final = {
    "title": "标题", "issuer": "发文机关", "published": "发布时间", "source": "来源", "doc_number": "文号",
    "publisher": "发布机构", "url": "链接", "created": "创建时间", "pubdate": "发布时间",
}  # fmt: skip
_YAML: Final = re.compile(r"\s{0,8}---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]{0,4000}\n){1,400}?)---[ \t]*\r?(?=\n|$)")
_YAML_LINE: Final = re.compile(r"(?P<key>[^\s:#-][^\n:]{0,40}?)[ \t]{0,4}:(?:[ \t]+(?P<value>[^\n]*?))?[ \t\r]*")
_MARGIN: Final = 16  # characters in which the first rule begins
_QUOTES: Final = frozenset("\"'")


def end_of_front_matter(text: str) -> int:
    """Give the offset of its end; 0 where a text does not begin so.

    Args:
        text: the text.
    """
    yaml = _YAML.match(text) if text[:_MARGIN].lstrip().startswith("---") else None
    reader = text.find(READER_TEXT, 0, _READER_HEAD)
    return max(0 if yaml is None else yaml.end(), reader + len(READER_TEXT) if reader >= 0 else 0)


def front_matter(text: str) -> Iterator[Cut]:
    """Yield what of it is no field of the page, and its keys, which are read as the labels of pages.

    Args:
        text: the text.
    """
    found = _YAML.match(text) if text[:_MARGIN].lstrip().startswith("---") else None
    if found is not None:
        yield from _yaml(text, found)
    head = text.find(READER_TEXT, 0, _READER_HEAD)
    if head < 0:
        return
    for key in _READER_LINE.finditer(text, 0, head):
        yield Cut(*key.span(), _READER_KEYS[key[0]], is_read=True)
    yield Cut(head, head + len(READER_TEXT))


def _yaml(text: str, found: re.Match[str]) -> Iterator[Cut]:
    """The rules, and of the lines between them those that are no field."""
    start = found.start("lines")
    yield Cut(found.start(), start)
    for line in text[start : found.end("lines")].splitlines(keepends=True):
        yield from _yaml_line(text, start, start + len(line))
        start += len(line)
    yield Cut(start, found.end())


def _yaml_line(text: str, start: int, end: int) -> Iterator[Cut]:
    line = _YAML_LINE.fullmatch(text, start, end - 1)
    key = "" if line is None else line["key"].strip("\"'")
    if line is None or not line["value"] or (key not in _YAML_KEYS and key not in METADATA_KEY):
        yield Cut(start, end - 1)
        return
    if key in _YAML_KEYS:
        yield Cut(*line.span("key"), _YAML_KEYS[key], is_read=True)
    first, last = line.span("value")
    if last - first > 1 and text[first] in _QUOTES and text[last - 1] == text[first]:
        yield Cut(first, first + 1)
        yield Cut(last - 1, last)
