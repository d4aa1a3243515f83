"""Where words of a leaf lead, and the pictures that stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define

from govreport.tree.showing import shown
from govreport.words.closing_words import FILE_TYPES
from govreport.words.patterns import late

LINK: Final = "link"
FILE: Final = "file"
IMAGE: Final = "image"

TARGET_MAX: Final = 2048
"""Characters of the longest target that is kept; what browsers and servers take of an address."""
_FILE_TYPES: Final = frozenset(FILE_TYPES)
_SCHEME: Final = late(r"([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)
_SCHEMES: Final = frozenset("http https ftp mailto tel".split())
_UNSEEN: Final = dict.fromkeys([*range(0x21), 0x7F])
"""Control characters and blanks, which browsers pass over before and within the name of a scheme."""


@define(frozen=True, slots=True, repr=False)
class Link:
    """Words of a leaf that lead somewhere, or a picture.

    Attributes:
        text: the words, as ``raw`` has them; of a picture what stands for it (``alt``), which the text may not show.
        target: the address as the page writes it; `govreport.Origin.absolute` makes it whole.
        where: ``(start, end)`` in the leaf's ``raw``, in characters; the two are the same for a picture that the text
            does not show.
        kind: ``link``; ``file`` where the target is one by its ending; ``image`` for a picture.
    """

    text: str
    target: str
    where: tuple[int, int]
    kind: str = LINK

    def __repr__(self) -> str:
        start, end = self.where
        return f"<Link {shown(self.text, 24)} to {shown(self.target, 48)}, {self.kind} {start}:{end}>"

    def stands_in(self, raw: str) -> bool:
        """True where its words stand at its place in a leaf's text."""
        start, end = self.where
        return 0 <= start <= end <= len(raw) and (start == end or raw[start:end] == self.text)


def standing(links: Sequence[Link], raw: str) -> tuple[Link, ...]:
    """Give the links of a leaf whose words it still has.

    Args:
        links: the links that it was given.
        raw: its text, perhaps another than then.

    Returns:
        Those that stand in it, in order.  One whose words stand there once, but elsewhere, goes with them.
    """
    found = []
    for link in links:
        if not link.stands_in(raw):
            at = raw.find(link.text) if link.text else -1
            if at < 0 or raw.find(link.text, at + 1) >= 0:
                continue
            link = Link(link.text, link.target, (at, at + len(link.text)), link.kind)
        found.append(link)
    return tuple(sorted(found, key=_place))


def _place(link: Link) -> tuple[int, int]:
    return link.where


def kind_of(target: str, words: str = "") -> str:
    """Tell a link to a file from any other: ``link`` or ``file``.

    Args:
        target: its address, whose path ends like a file's.
        words: its words, which do where a program gives the file out (``download.jsp?id=7``).
    """
    path = target.partition("?")[0].partition("#")[0]
    return FILE if _is_file(path) or _is_file(words) else LINK


def _is_file(name: str) -> bool:
    return name[name.rfind(".") + 1 :].lower() in _FILE_TYPES and "." in name


def is_address(target: str) -> bool:
    """True for what leads to a page, a file or a mailbox; scripts (javascript:), data and bare # do not.

    Args:
        target: an address as a page writes it.
    """
    if not target or target.startswith("#") or len(target) > TARGET_MAX:
        return False
    if " " in target or not target.isprintable():
        target = target.translate(_UNSEEN)
    scheme = _SCHEME.match(target)
    return scheme is None or scheme[1].lower() in _SCHEMES


def absolute(target: str, base: str | None) -> str:
    """Give an address whole.

    Args:
        target: an address as a page writes it.
        base: the page's own; None where it is not known.
    """
    from urllib.parse import urljoin  # loaded for pages with links

    try:
        return urljoin(base, target) if base else target
    except ValueError:  # what is no address at all, such as http://[
        return target
