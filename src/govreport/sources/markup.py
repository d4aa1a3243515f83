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
_TAG_NAME: Final = re.compile(r"<(/?[a-zA-Z][^\s/>]{0,30})")

_DEEPEST: Final = 512
"""Levels that elements may nest; Chromium has the same limit.  The parser takes time by the square of the depth."""
_LONG_TAG: Final = 4_000  # characters behind the name of a tag from which on it may have far too many attributes
_ATTRIBUTES_MOST: Final = 1000  # of one tag.  The parser takes time by the square of their number
_ATTRIBUTE: Final = regex.compile(r"[^\s/=>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
# Those that a parser opens again in each block where they were not closed in the last, and those in which it looks for
# the start of what an end tag closes (HTML, 13.2.4.2 and 13.2.4.3).
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_FORMATTING_ENDS: Final = frozenset(f"/{name}" for name in _FORMATTING)
_SCOPES: Final = frozenset("applet button marquee object select svg math table template".split())
_REBUILT_FEW: Final = 50_000  # elements that may be opened again whatever the size of the page
_REBUILT_RATE: Final = 4  # and for each tag of the page
# Those without content, and those whose end tag may be left out: they do not nest by themselves.
_FLAT: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot "
    "html head body".split()
)
_FLAT_TAGS: Final = _FLAT | {f"/{name}" for name in _FLAT}


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


def tamed(html: str) -> tuple[str, bool]:
    """Leave out of a page what the parser would take more than linear time for.

    Args:
        html: the page.

    Returns:
        The page itself, but for one whose tags nest deeper, or have more attributes, than a page can be meant to have,
        or open elements that set type without end; and whether the tags of those elements were left out.
    """
    pieces = _TAG_NAME.split(html)  # one search for all tags: to stop at each takes twice as long
    names = list(map(str.lower, pieces[1::2]))
    if max(map(len, pieces[2::2]), default=0) > _LONG_TAG:
        html = _shortened(pieces)
    if _nest_too_deep(names):
        html = _flattened(html)
        names = list(map(str.lower, _TAG_NAME.findall(html)))
    if _most_standing(names) > _REBUILT_RATE and _makes_too_much(names):
        return _unstyled(html), True
    return html, False


def _shortened(pieces: list[str]) -> str:
    """The page without the attributes of tags that have far too many.

    Args:
        pieces: the page, parted at the names of its tags: every other piece is a name.
    """
    out = pieces[:1]
    for name, behind in zip(pieces[1::2], pieces[2::2], strict=True):
        out += ("<", name, behind if len(behind) <= _LONG_TAG else _shorten(behind))
    return "".join(out)


def _shorten(behind: str) -> str:
    """What stands behind the name of a tag, without its attributes where these are far too many."""
    closed = _TAG_END.match(behind)
    if closed is None or closed.end() <= _LONG_TAG:
        return behind
    attributes = _ATTRIBUTE.finditer(behind, 0, closed.end())
    few = sum(1 for _ in islice(attributes, _ATTRIBUTES_MOST)) < _ATTRIBUTES_MOST
    return behind if few else behind[closed.end() - 1 :]


def _nest_too_deep(names: list[str]) -> bool:
    """Tell whether tags nest deeper than `_DEEPEST` levels anywhere.

    Args:
        names: of the tags, in lower case, with ``/`` for those that close an element.
    """
    opened: list[str] = []
    for name in names:
        if name in _FLAT_TAGS:
            continue
        if name[0] != "/":
            if len(opened) == _DEEPEST:
                return True
            opened.append(name)
        elif opened and opened[-1] == name[1:]:
            opened.pop()
        else:
            _close(opened, name[1:])
    return False


def _flattened(html: str) -> str:
    """The page without the tags that nest too deep."""
    opened: list[str] = []
    dropped: dict[str, int] = {}  # of the tags that are open, how many were left out
    out: list[str] = []
    at = 0  # end of what is in `out`, or was left out
    for tag in _TAG.finditer(html):
        start = tag.start()
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
    return "".join([*out, html[at:]])


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


def _makes_too_much(names: list[str]) -> bool:
    """Tell a page of which the parser would make many more elements than the page has tags.

    Elements that set type and are not closed in a block are opened again in the next: 500 of them in each of thousands
    of paragraphs, out of some kilobytes.

    Args:
        names: of its tags, see `_nest_too_deep`.
    """
    opened: dict[str, int] = {}
    standing = 0  # elements that set type and are open
    rebuilt = 0
    for tag in names:
        name = tag.lstrip("/")
        if name not in _FORMATTING:
            rebuilt += standing
        elif tag == name:
            opened[name] = opened.get(name, 0) + 1
            standing += 1
        elif opened.get(name):
            opened[name] -= 1
            standing -= 1
    return rebuilt > max(_REBUILT_FEW, _REBUILT_RATE * len(names))


def _most_standing(names: list[str]) -> int:
    """The most elements that set type and are open at once.

    Args:
        names: of the page's tags, see `_nest_too_deep`.
    """
    opened = dict.fromkeys(_FORMATTING, 0)
    standing = most = 0
    for name in names:
        if name in opened:
            opened[name] += 1
            standing += 1
            if standing > most:
                most = standing
        elif name in _FORMATTING_ENDS and opened[name[1:]]:
            opened[name[1:]] -= 1
            standing -= 1
    return most


def _unstyled(html: str) -> str:
    """The page without the tags of elements that only set type."""
    out: list[str] = []
    at = 0
    for tag in _TAG.finditer(html):
        if tag.start() >= at and tag[2].lower() in _FORMATTING:
            out.append(html[at : tag.start()])
            end = _TAG_END.match(html, tag.end())
            at = end.end() if end is not None else len(html)
    return "".join([*out, html[at:]])
