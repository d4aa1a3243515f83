"""HTML as text, before it is parsed: where each word of it stands, and how deep it nests."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

import regex

MARK: Final = "\U000f0000"
"""What a marked place begins with: a private-use character, which no page has a use for."""
_MARK_END: Final = "\U000f0001"
MARKED: Final = re.compile(rf"{MARK}(\d{{1,12}}),(\d{{1,12}}){_MARK_END}")
"""A place that `mark_places` put in: offset and length of the word after it."""

_WORD: Final = re.compile(r"&[^\s;&]{0,40};?|[^\s&]+")
_RAW: Final = re.compile(r"(script|style|textarea|title|xmp|iframe|noembed|noframes)[\s/>]", re.I)
# A quotation mark opens a value only after an equals sign; anywhere else it is a mistake and stands for itself.
_TAG_END: Final = regex.compile(r"(?:[^=>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+>")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,30})")

_DEEPEST: Final = 512
"""Levels that elements may nest; Chromium has the same limit.  The parser takes time by the square of the depth."""
_LONG_TAG: Final = 4_000  # characters from a tag to the next from which on it may have far too many attributes
_ATTRIBUTES_MOST: Final = 1000  # of one tag.  The parser takes time by the square of their number
_ATTRIBUTE: Final = regex.compile(r"[^\s/=>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
# Those that a parser opens again in each block where they were not closed in the last, and those in which it looks for
# the start of what an end tag closes (HTML, 13.2.4.2 and 13.2.4.3).
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_FORMATTING_TAG: Final = re.compile(rf"<(/?)({'|'.join(sorted(_FORMATTING))})(?=[\s/>])", re.I)
_SCOPES: Final = frozenset("applet button marquee object select svg math table template".split())
_REBUILT_FEW: Final = 50_000  # elements that may be opened again whatever the size of the page
_REBUILT_RATE: Final = 4  # and for each tag of the page
# Those without content, and those whose end tag may be left out: they do not nest by themselves.
_FLAT: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot "
    "html head body".split()
)


def mark_places(html: str) -> str:
    """Put before each word of an HTML page its own place, so that it comes out of the parser with the word.

    Args:
        html: the page.

    Returns:
        The page with `MARKED` before each word and each character reference outside of tags, comments, scripts and
        styles; offsets are those of ``html``, in characters.
    """
    out: list[str] = []
    at = 0  # end of what is in `out`
    while at < len(html):
        tag = html.find("<", at)
        if tag < 0:
            tag = len(html)
        out.append(_mark(html, at, tag))
        at = _end_of_tag(html, tag)
        out.append(html[tag:at])
    return "".join(out)


def _mark(html: str, start: int, end: int) -> str:
    return _WORD.sub(lambda word: f"{MARK}{start + word.start()},{len(word[0])}{_MARK_END}{word[0]}", html[start:end])


def _end_of_tag(html: str, tag: int) -> int:
    """Where text goes on after the ``<`` at ``tag``."""
    if html.startswith("<!--", tag):
        end = html.find("-->", tag)
        return end + 3 if end >= 0 else len(html)
    following = html[tag + 1 : tag + 2]
    if not (following.isascii() and following.isalpha()) and following not in "/!?":
        return tag + 1  # a bare < is text
    match = _TAG_END.match(html, tag + 1)
    if match is None:  # an open quotation mark or an open tag takes the rest of the page
        return len(html)
    raw = _RAW.match(html, tag + 1)
    if raw is None:
        return int(match.end())
    closing = re.compile(f"</{raw[1]}", re.I).search(html, match.end())
    return closing.start() if closing is not None else len(html)


def flatten(html: str) -> str:
    """Leave out what the parser would take more than linear time for.

    Args:
        html: the page.

    Returns:
        The page itself, but for one whose tags nest deeper, or have more attributes, than a page can be meant to have.
    """
    opened: list[str] = []
    dropped: dict[str, int] = {}  # of the tags that are open, how many were left out
    out: list[str] = []
    at = 0  # end of what is in `out`, or was left out
    last = 0
    for tag in _TAG.finditer(html):
        start = tag.start()
        if start - last > _LONG_TAG:
            at = _shorten(html, last, start, at, out)
        last = start
        name = tag[2].lower()
        if name in _FLAT:
            continue
        drop = False
        if not tag[1]:
            if len(opened) < _DEEPEST:
                opened.append(name)
            else:
                drop = True
                dropped[name] = dropped.get(name, 0) + 1
        elif dropped.get(name):
            drop = True
            dropped[name] -= 1
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            _close(opened, name)
        if drop and start >= at:
            out.append(html[at:start])
            at = html.find(">", tag.end()) + 1 or len(html)
    if len(html) - last > _LONG_TAG:
        at = _shorten(html, last, len(html), at, out)
    return "".join([*out, html[at:]]) if out else html


def _close(opened: list[str], name: str) -> None:
    """Close the innermost open element of a name; none beyond the scope of another, as the parser would not."""
    if name not in opened:  # a stray one
        return
    for at in range(len(opened) - 1, -1, -1):
        if opened[at] == name:
            del opened[at]
            return
        if opened[at] in _SCOPES:
            return


def makes_too_much(html: str) -> bool:
    """Tell a page of which the parser would make many more elements than the page has tags.

    Elements that set type and are not closed in a block are opened again in the next: 500 of them in each of thousands
    of paragraphs, out of some kilobytes.

    Args:
        html: the page.
    """
    if _most_standing(html) <= _REBUILT_RATE:  # nearly every page
        return False
    opened: dict[str, int] = {}
    standing = 0  # elements that set type and are open
    rebuilt = tags = 0
    for tag in _TAG.finditer(html):
        tags += 1
        name = tag[2].lower()
        if name not in _FORMATTING:
            rebuilt += standing
        elif not tag[1]:
            opened[name] = opened.get(name, 0) + 1
            standing += 1
        elif opened.get(name):
            opened[name] -= 1
            standing -= 1
    return rebuilt > max(_REBUILT_FEW, _REBUILT_RATE * tags)


def _most_standing(html: str) -> int:
    """The most elements that set type and are open at once."""
    opened: dict[str, int] = {}
    standing = most = 0
    for slash, name in _FORMATTING_TAG.findall(html):
        if not slash:
            opened[name] = opened.get(name, 0) + 1
            standing += 1
            if standing > most:
                most = standing
        elif opened.get(name):
            opened[name] -= 1
            standing -= 1
    return most


def unstyled(html: str) -> str:
    """The page without the tags of elements that only set type.

    Args:
        html: the page.
    """
    out: list[str] = []
    at = 0
    for tag in _TAG.finditer(html):
        if tag.start() >= at and tag[2].lower() in _FORMATTING:
            out.append(html[at : tag.start()])
            end = _TAG_END.match(html, tag.end())
            at = end.end() if end is not None else len(html)
    return "".join([*out, html[at:]])


def _shorten(html: str, tag: int, end: int, at: int, out: list[str]) -> int:
    """Take the attributes off a tag that has far too many; gives the end of what is in ``out``."""
    name = _TAG.match(html, tag)
    closed = None if name is None else _TAG_END.match(html, name.end(), end)
    if name is None or closed is None or tag < at or closed.end() - tag <= _LONG_TAG:
        return at
    attributes = _ATTRIBUTE.finditer(html, name.end(), closed.end())
    if sum(1 for _ in islice(attributes, _ATTRIBUTES_MOST)) < _ATTRIBUTES_MOST:
        return at
    out.append(html[at : name.end()])
    return closed.end() - 1
