"""Bytes → text."""

from __future__ import annotations

import codecs
from typing import Final

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CANDIDATES: Final = ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"]
_SAMPLE: Final = 20_000  # bytes that detection looks at
_BAD_FEW: Final = 3  # bad characters that one bad byte can make
_BAD_SHARE: Final = 0.01  # of a text's characters that may be bad before it is no UTF-8


def decode(data: bytes, encoding: str | None = None) -> str:
    """Decode a page.

    A byte order mark decides; then strict UTF-8; then UTF-8 with a few bad bytes, each kept as U+FFFD; then
    detection among the encodings that such pages use, GB18030 where it gives no answer.

    Args:
        data: the file's bytes.
        encoding: decode with this one, bad bytes kept as U+FFFD.

    Returns:
        The text, without a byte order mark.

    Raises:
        LookupError: the encoding named is unknown.
    """
    if encoding is not None:
        codecs.lookup(encoding)  # decoding nothing would not notice a wrong name
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, errors="replace")
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad <= max(_BAD_FEW, _BAD_SHARE * len(text)) and 4 * bad < len(text):
        return text
    return data.decode(_detect(data), errors="replace")


def _detect(data: bytes) -> str:
    import chardet  # 170 ms to import and call first: only when it is needed

    found = chardet.detect(data[:_SAMPLE], include_encodings=_CANDIDATES, no_match_encoding="gb18030")
    return found["encoding"] or "gb18030"
