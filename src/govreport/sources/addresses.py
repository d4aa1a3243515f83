"""Addresses in HTML: of the page itself, and of what it links to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govreport.parsing.hints import LinkMark
from govreport.tree.links import absolute, is_address
from govreport.words.page_head import head_value
from govreport.words.patterns import late

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TARGETS_MOST: Final = 8
"""Characters of all targets together, for each of the page's own.  A link that is never closed goes on in each
paragraph after it, and its target would be written out for each."""
_SAVED: Final = late(r"<!-- saved from url=\(\d{1,5}\)(\S{1,2048}) -->")
"""What browsers put above a page that they save."""
_SAVED_IN: Final = 4096  # characters at the beginning of a page in which it stands
WEB: Final = ("http://", "https://")
"""How addresses of pages begin."""


def bounded(links: list[LinkMark], base: str | None, size: int) -> list[LinkMark]:
    """Give the links of a page with their targets from its base, and no more than it can mean.

    Args:
        links: its links.
        base: what its ``<base>`` says; None where it has none.
        size: of the page, in characters.
    """
    room = _TARGETS_MOST * size
    found = []
    for link in links:
        target = absolute(link.target, base)
        room -= len(target) + len(link.alt)
        if room < 0:
            break
        found.append(link if target == link.target else link._replace(target=target))
    return found


def page_address(root: LexborNode, meta: dict[str, str], html: str) -> str | None:
    """Tell a page's own address: what its head says, else what the browser that saved it does.

    Args:
        root: the page's root element.
        meta: what its head says.
        html: the page.

    Returns:
        An address of the web; None where the page has none.
    """
    domain = head_value(meta, "SiteDomain").strip("/")
    site = domain if not domain or domain.startswith(WEB) else f"http://{domain}"
    for named in _named(root, meta, html):
        address = absolute(named.strip(), site) if named else ""
        if address.startswith(WEB) and is_address(address):
            return address
    return None


def _named(root: LexborNode, meta: dict[str, str], html: str) -> Iterator[str]:
    """What may be a page's address, the surest first."""
    yield head_value(meta, "Url")
    canonical = root.css_first('link[rel="canonical"]')
    if canonical is not None:
        yield canonical.attributes.get("href") or ""
    if saved := _SAVED.search(html, 0, _SAVED_IN):
        yield saved[1]
