"""Characters that stand in a text as escapes: ``&nbsp;``, ``&#x3000;``, ``<U+00A0>``.

Scrapers that take the text of a page apart by hand leave its character references in it, and R writes what it cannot
show as ``<U+…>``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final
from unicodedata import category

from attrs import define

from govreport.words.charsets import REPLACEMENT
from govreport.words.patterns import late

# Escaped twice is an escape as well (&amp;nbsp;).  Without its semicolon a name could be a parameter in an address.
_ESCAPE: Final = late(
    r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][0-9A-Za-z]{1,31});|<U\+[0-9A-Fa-f]{4,8}>"
)
_FEW: Final = 30  # escapes that are each looked for in a text
_NOT_TEXT: Final = frozenset(("Cc", "Cn", "Cs"))  # Unicode: controls, unassigned, surrogates


@define(slots=True)
class Resolved:
    """A text whose escapes are resolved.

    Attributes:
        text: the text.
        escapes: each character that stood only as an escape, and always as the same one, with that escape.
        exact: whether all did, so that putting ``escapes`` back gives the original text.
        source: the text before.
        table: every escape that was resolved, with its character.
    """

    text: str
    escapes: dict[str, str]
    exact: bool
    source: str
    table: dict[str, str]

    def moved(self, offsets: Iterable[int]) -> list[int]:
        """Give the offsets in ``text`` of rising offsets in ``source``, none of them within an escape."""
        out = []
        shift = 0
        ends = ((match.end(), len(match[0]) - 1) for match in _ESCAPE.finditer(self.source) if match[0] in self.table)
        end, less = next(ends, (len(self.source) + 1, 0))
        for offset in offsets:
            while end <= offset:
                shift += less
                end, less = next(ends, (len(self.source) + 1, 0))
            out.append(offset - shift)
        return out


def has_escapes(text: str) -> bool:
    """Say whether a text could have escapes, at the price of two searches."""
    return "&" in text or "<U+" in text


def resolve(text: str) -> Resolved:
    """Resolve the escapes of a text.

    Those of controls, lone surrogates and unassigned characters stay.  Those of ASCII characters (``&lt;``, ``&amp;``,
    ``&quot;``) are resolved together or not at all: where neither they nor ``&`` and ``<`` stand bare the text was
    escaped as a whole, and readers expect the characters; else it may mean what it says.

    Args:
        text: any text.

    Returns:
        The text without escapes, and what it takes to put them back.
    """
    table = {escape: _character(escape) for escape in dict.fromkeys(_ESCAPE.findall(text))}
    table = {escape: character for escape, character in table.items() if character}
    rest = _ESCAPE.sub(lambda match: "" if match[0] in table else match[0], text)
    bare = rest if len(table) <= _FEW else set(rest)  # to look for a sign is fast, and to gather all of them is not
    if any(sign in bare for sign in ["&", "<", *filter(str.isascii, table.values())]):
        table = {escape: character for escape, character in table.items() if not character.isascii()}
    forms = Counter(table.values())
    escapes = {
        character: escape for escape, character in table.items() if forms[character] == 1 and character not in bare
    }
    resolved = _ESCAPE.sub(lambda match: table.get(match[0], match[0]), text)
    return Resolved(resolved, escapes, len(escapes) == len(table), text, table)


def _character(escape: str) -> str:
    """The character an escape stands for; nothing where it has to stay."""
    if escape[0] == "<":
        code = int(escape[3:-1], 16)
        character = chr(code) if code <= 0x10FFFF else ""
    else:
        from html import unescape  # loaded for texts with escapes: it has a table of all names

        character = unescape(escape.replace("&amp;", "&", 1) if escape != "&amp;" else escape)
    # unescape() leaves an unknown name as it is, or resolves what it begins with, and makes U+FFFD of a bad number.
    if len(character) != 1 or character == REPLACEMENT or category(character) in _NOT_TEXT:
        return ""
    return character
