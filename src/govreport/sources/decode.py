"""Bytes → text.

Strict UTF-8 goes first, for it costs next to nothing and is never right by chance.  What is not UTF-8 is told by how
usual the characters are that come out (`govreport.words.character_frequency`): an encoding that reads the bytes
without an error says
nothing, since Big5 reads as GB18030 and nearly everything as UTF-16.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from govreport.sources.escapes import has_escapes, resolve
from govreport.words.character_frequency import usualness
from govreport.words.charsets import REPLACEMENT, SELF_MARKING, codec_in_markup, codec_of, encode

_UTF8: Final = "utf-8"
_UTF16: Final = ("utf-16-le", "utf-16-be")
_DOUBLE_BYTE: Final = ("gb18030", "big5hkscs")
_CODECS: Final = (_UTF8, *_DOUBLE_BYTE, *_UTF16)  # the likelier first
# No UTF-32: its mark is that of a UTF-16 text that begins with NUL, and browsers do not know it either.
_MARKED: Final = tuple(("\ufeff".encode(name), name) for name in (_UTF8, *_UTF16, "gb18030"))

_SAMPLE: Final = 4_000  # bytes that the encoding is told by
_ENOUGH: Final = 100  # bytes of a sample in which chance makes no usual text
_CERTAIN: Final = 0.5  # usualness that only the right encoding has in so many bytes
_CLEAR: Final = 0.3  # usualness by which the right encoding is ahead of the next one
_UTF8_SURE: Final = 4  # characters of several bytes, twice as many as bad ones, that no other encoding makes by chance
_OF_HOST_NAMES: Final = frozenset({"punycode", "idna"})  # RFC 3492, 3490; they take time by the square
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
# Neither a line end nor a > is part of a character in any encoding that a mixed page is made of.
_PIECE: Final = re.compile(rb"[^\r\n>]+[\r\n>]?|[\r\n>]")
# Two ideographs of UTF-8 in a row: in a double-byte text by chance once in some million characters.
_UTF8_RUN: Final = re.compile(rb"[\xe2-\xef][\x80-\xbf][\x80-\xbf][\xe2-\xef][\x80-\xbf][\x80-\xbf]")


@define(slots=True)
class Decoded:
    """A text, and how its bytes were read.

    Attributes:
        text: the text, without a byte order mark.
        encoding: the Python codec: ``utf-8``, ``gb18030``, ``big5hkscs``, ``utf-16-le``, ``utf-16-be``, or the one that
            the caller named.
        bom: whether the bytes began with a byte order mark.
        replacements: the offsets in ``text`` of each U+FFFD that stands for bytes that could not be read.
        exact: whether `encode` gives the very bytes again.
        foreign: the spans of ``text`` that were in another encoding than ``encoding``, as offsets of start and end.
        escapes: each character that stood only as an escape, and always as the same one, with that escape:
            ``{"\\u00a0": "&nbsp;"}``.
    """

    text: str
    encoding: str
    bom: bool
    replacements: list[int] = field(factory=list)
    exact: bool = True
    foreign: list[tuple[int, int]] = field(factory=list)
    escapes: dict[str, str] = field(factory=dict)


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a page.

    The encoding is the one named by the caller; else the one of a byte order mark; else the declared one, by the caller
    or the page's own markup, where it reads the bytes and gives no less usual characters than UTF-8 does; else UTF-8,
    with a few bad bytes too; else the one among UTF-16, GB18030 and Big5 that gives the most usual characters.  A page
    put together of UTF-8 and a double-byte encoding is read piece by piece, a piece being a line or a tag.

    Args:
        data: the page's bytes.
        encoding: decode with this one, bad bytes kept as U+FFFD.
        declared: what a server or an index says the encoding is, such as ``GB2312``.  Unknown labels and those of
            single-byte Western encodings are passed over.

    Returns:
        The text, and how it was read.

    Raises:
        LookupError: ``encoding`` is unknown, or does not make text of bytes (``punycode``, ``base64``).
    """
    if encoding is not None:
        return _read_as_named(data, encoding)
    for mark, name in _MARKED:
        if data.startswith(mark):
            return _read(data[len(mark) :], name, bom=True)
    return _read_unmarked(data, declared)


def resolve_escapes(decoded: Decoded) -> None:
    """Resolve escapes such as ``&nbsp;`` and ``<U+00A0>`` that a scraper left in plain text."""
    if not has_escapes(decoded.text):
        return
    resolved = resolve(decoded.text)
    decoded.text = resolved.text
    decoded.escapes = resolved.escapes
    decoded.exact = decoded.exact and resolved.exact
    if decoded.replacements:
        decoded.replacements = resolved.moved(decoded.replacements)
    if decoded.foreign:
        ends = resolved.moved([offset for span in decoded.foreign for offset in span])
        decoded.foreign = list(zip(ends[::2], ends[1::2], strict=True))


# --- which encoding --------------------------------------------------------------------------------------------------


def _read_as_named(data: bytes, encoding: str) -> Decoded:
    try:
        b"?".decode(encoding, "replace")  # decoding nothing would not notice a wrong name
        name = codecs.lookup(encoding).name
        if name in _OF_HOST_NAMES:
            raise ValueError("it is for the names of hosts")
    except (UnicodeError, ValueError) as error:
        raise LookupError(f"{encoding!r} is no encoding that makes text of bytes: {error}") from error
    if name in SELF_MARKING:
        big_endian = name + "-be"
        encoding = SELF_MARKING[name]
        if encoding != _UTF8 and data.startswith("\ufeff".encode(big_endian)):
            encoding = big_endian
    try:
        mark = "\ufeff".encode(encoding)
    except UnicodeError:
        mark = b""
    bom = bool(mark) and data.startswith(mark)
    try:
        return _read_whole(data[len(mark) :] if bom else data, encoding, bom)
    except (UnicodeError, ValueError) as error:  # a codec that does not know how to replace
        raise LookupError(f"{encoding!r} does not read these bytes: {error}") from error


def _read_unmarked(data: bytes, declared: str | None) -> Decoded:
    told = (codec_of(declared) if declared else None) or codec_in_markup(data)
    text = _strict(data, _UTF8)
    if text is None:
        return _read(data, _find(data, told))
    if told not in (None, _UTF8) and _strict(data, told) is not None:
        # Scrapers save pages in UTF-8 and leave in them what they said before.
        name = _most_usual(_scores(data, (told, _UTF8)))
    elif b"\0" in data:
        scores = _scores(data, _UTF16)
        name = _most_usual(scores)
        name = name if scores[name] >= _CERTAIN else _UTF8
    else:
        name = _UTF8
    return Decoded(text, _UTF8, bom=False) if name == _UTF8 else _read(data, name)


def _find(data: bytes, told: str | None) -> str:
    """Find the encoding of bytes that are no strict UTF-8."""
    sample = _sample(data)
    if _is_damaged_utf8(sample):
        return _UTF8
    if _UTF8_RUN.search(sample):
        sample = b"".join(piece for piece in _PIECE.findall(sample) if not _is_utf8_part(piece)) or sample
    names = sorted(_CODECS, key=lambda name: name != told)
    scores: dict[str, float] = {}
    for name in names:
        scores[name] = usualness(_begin(sample, name))
        if scores[name] >= _CERTAIN and len(sample) >= _ENOUGH:
            return name
    first = _most_usual(scores)
    if first == told or scores[first] - sorted(scores.values())[-2] >= _CLEAR:
        return first
    if told is not None and _strict(data, told) is not None:
        return told
    return _ask_chardet(sample) or first


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether a sample has so many characters of UTF-8 beside its bad bytes that it can be nothing else."""
    text = _begin(sample, _UTF8)
    bad = text.count(REPLACEMENT) - sample.count(REPLACEMENT.encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return good >= max(_UTF8_SURE, 2 * bad)


def _is_utf8_part(piece: bytes) -> bool:
    return bool(_UTF8_RUN.search(piece)) and _can_begin(piece, _UTF8)


def _scores(data: bytes, names: Iterable[str]) -> dict[str, float]:
    sample = _sample(data)
    return {name: usualness(_begin(sample, name)) for name in names}


def _most_usual(scores: dict[str, float]) -> str:
    return max(scores, key=lambda name: scores[name])  # the first of equals


def _ask_chardet(sample: bytes) -> str | None:
    import chardet  # 170 ms to import and call first: only when it is needed

    # Its confidence is low for right answers too: no threshold.
    found = chardet.detect(sample, include_encodings=[*_DOUBLE_BYTE, *_UTF16], no_match_encoding="gb18030")["encoding"]
    return codecs.lookup(found).name if found else None


def _sample(data: bytes) -> bytes:
    """The bytes from where they say something, cut so that two-byte units stay whole."""
    found = _BEYOND_ASCII.search(data)
    start = found.start() & ~1 if found else 0
    return data[start : start + _SAMPLE]


# --- reading ---------------------------------------------------------------------------------------------------------


def _read(data: bytes, name: str, bom: bool = False) -> Decoded:
    """Read bytes in an encoding that was found, piece by piece where another one is mixed in."""
    if name in _UTF16 or (_strict(data, name) is not None and (name == _UTF8 or not _UTF8_RUN.search(data))):
        return _read_whole(data, name, bom)
    decoded = Decoded("", name, bom)
    parts: list[str] = []
    at = 0
    for match in _PIECE.finditer(data):
        text, own, bad = _read_piece(match[0], name)
        end = at + len(text)
        if own != name:
            if decoded.foreign and decoded.foreign[-1][1] == at:
                decoded.foreign[-1] = (decoded.foreign[-1][0], end)
            else:
                decoded.foreign.append((at, end))
        decoded.replacements += [at + offset for offset in bad]
        parts.append(text)
        at = end
    decoded.text = "".join(parts)
    return _checked(decoded, data)


def _read_piece(piece: bytes, name: str) -> tuple[str, str, list[int]]:
    """Read a piece in the page's encoding, or in another that reads it without an error and to more usual characters.

    Returns:
        The text, its encoding, and the offsets of what could not be read.
    """
    text = _strict(piece, name)
    if text is not None and (piece.isascii() or name == _UTF8 or not _UTF8_RUN.search(piece)):
        return text, name, []
    others = [other for other in (_DOUBLE_BYTE if name == _UTF8 else (_UTF8,)) if _can_begin(piece, other)]
    if others:
        scores = _scores(piece, [name, *others])
        best = _most_usual(scores)
        if scores[best] - scores[name] >= _CLEAR:
            name = best
    text = piece.decode(name, "replace")
    return text, name, _put_in(piece, text, name)


def _read_whole(data: bytes, name: str, bom: bool) -> Decoded:
    text = data.decode(name, "replace")
    return _checked(Decoded(text, name, bom, _put_in(data, text, name)), data)


def _checked(decoded: Decoded, data: bytes) -> Decoded:
    """Say whether the bytes come back: some characters have several forms in one encoding."""
    if decoded.replacements or decoded.foreign:
        decoded.exact = False
    else:
        try:
            written = encode(decoded.text, decoded.encoding)
        except UnicodeError:
            written = b""
        decoded.exact = written == data
    return decoded


def _put_in(data: bytes, text: str, name: str) -> list[int]:
    """The offsets of U+FFFD that stand for bad bytes, not for the character itself.

    Of several in a row the first are taken for characters: they cannot be told apart, and need not be.
    """
    if REPLACEMENT not in text or _strict(data, name) is not None:
        return []
    own = data.decode(name, "ignore")
    if REPLACEMENT not in own:
        return [match.start() for match in re.finditer(REPLACEMENT, text)]
    found = []
    shift = 0
    for match in re.finditer(REPLACEMENT, text):
        if own[match.start() - shift : match.start() - shift + 1] != REPLACEMENT:
            found.append(match.start())
            shift += 1
    return found


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _begin(data: bytes, name: str) -> str:
    """The characters of a sample, leaving out one that is cut at its end."""
    return codecs.getincrementaldecoder(name)("replace").decode(data)


def _can_begin(data: bytes, name: str) -> bool:
    """Whether there is no error in a piece but a character cut at its end."""
    try:
        codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeError:
        return False
    return True
