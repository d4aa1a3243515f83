"""What pages and servers call their encoding, which codec that means, and text in it.

The sets are read as their supersets, as browsers do (WHATWG Encoding Standard, section 4.2): a page that calls itself
GB2312 has characters of GBK.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govreport.words.patterns import late

# Labels for single-byte Western sets are left out with all others: they are the default of a server, and say nothing.
_LABELS: Final = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb-2312 gb2312-80 gb-2312-80 csgb2312 csiso58gb231280 chinese "
    "iso-ir-58 euc-cn x-euc-cn cp936 ms936 windows-936",
    "big5hkscs": "big5 big-5 big5-hkscs big5hkscs x-x-big5 cn-big5 csbig5 big5-eten cp950 ms950 windows-950",
    "utf-16-le": "utf-16le utf-16-le",
    "utf-16-be": "utf-16be utf-16-be",
}
_CODECS: Final = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
SELF_MARKING: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Codecs that read and write a byte order mark themselves, and the ones that leave it to us."""
REPLACEMENT: Final = "\ufffd"
"""What stands in a text for bytes that could not be decoded."""
_NO_ESCAPES: Final[Mapping[str, str]] = MappingProxyType({})
_HEAD: Final = 4096  # bytes in which markup says its encoding; browsers look at 1024, but pages put scripts before it
_IN_MARKUP: Final = late(
    rb"""<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]+)"""
    rb"""|<\?xml\b[^>]{0,400}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]+)""",
    re.IGNORECASE,
)


def codec_of(label: str) -> str | None:
    """Give the codec that a label means.

    Args:
        label: such as ``GB2312`` or ``"utf8"``, in any case, with quotes and blanks around it.

    Returns:
        The name of a Python codec; None for a label that is unknown or says nothing.
    """
    return _CODECS.get(label.strip(" \t\r\n\"';").lower().replace("_", "-"))


def codec_in_markup(data: bytes) -> str | None:
    """Give the codec that an HTML or XML page says it is in.

    Args:
        data: the page's bytes.

    Returns:
        The name of a Python codec; None where the page says nothing, or is no markup.
    """
    head = data[:_HEAD].lstrip()
    if not head.startswith(b"<"):
        return None
    found = _IN_MARKUP.search(head)
    return codec_of((found[1] or found[2]).decode("ascii")) if found else None


def encode(text: str, encoding: str, bom: bool = False, escapes: Mapping[str, str] = _NO_ESCAPES) -> bytes:
    """Encode a text as it was read: see `govreport.tree.origin.Origin`.

    Args:
        text: the text, edited or not.
        encoding: a codec.
        bom: whether to begin with a byte order mark.
        escapes: characters to write as escapes, each with its escape.

    Raises:
        LookupError: the encoding is unknown.
        UnicodeEncodeError: the encoding has no such character.
    """
    if escapes:
        text = text.translate({ord(character): escape for character, escape in escapes.items()})
    if bom:
        text = "\ufeff" + text
    return text.encode(SELF_MARKING.get(codecs.lookup(encoding).name, encoding))
