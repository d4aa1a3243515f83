"""The marks of Markdown within a line: bold words, links, pictures, escaped characters, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from govreport.parsing.hints import LinkMark
from govreport.parsing.reading_copy import Cut
from govreport.tree.links import IMAGE, is_address
from govreport.words.patterns import late

_ADDRESS: Final = (
    r"(?:<[^<>\n]{0,2000}>|[^()\s\"<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s\"<>]{0,2000})?)"
    r"(?:[ \t]{1,4}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?"
)
_CLOSES: Final = rf"(?P<closes>\](?:\([ \t]{{0,4}}(?P<address>{_ADDRESS})[ \t]{{0,4}}\))?)"
_EMPHASIS: Final = r"(?P<stars>\*{1,4}(?!\*))|(?P<many>\*{5,1000})|(?P<lines>_{1,3}(?!_))|(?P<blank>_{4,1000})"
_NOTE: Final = r"(?P<note>\[\^[^\[\]\s]{1,20}\]:?)"
_OTHERS: Final = rf"{_NOTE}|<(?P<auto>(?:https?|mailto):[^<>\s]{{1,2000}})>|(?P<code>`{{1,3}})|(?P<struck>~~)"
_FIGURE: Final = r"(?P<figure>\$(?:[0-9 .,+-]|\\?%){1,40}\$)"  # $9 8 . 5 \%$, as formulas are written
_BEGINS: Final = r"(?=[\\\[\]!<`~$*_])"  # what all of them begin with, to pass over other characters fast
_TOKEN: Final = late(
    rf"{_BEGINS}(?:\\(?P<escaped>[!-/:-@\[-`{{-~])|{_OTHERS}|{_FIGURE}|(?P<opens>!?\[)|{_CLOSES}|{_EMPHASIS})"
)
_FILE: Final = r"[^\s\u3400-\u9fff]{1,300}\.[A-Za-z]{2,5}(?:[?#]|$)"
_LINK: Final = late(rf"(?:https?|ftp|javascript|mailto|file|data|tel)[:：]|www\.|[./#?]|<|$|{_FILE}")
_MAY_CLOSE: Final = frozenset("、，。；：！？）】》」』”’,.;:!?)]}%")
"""What bold words do not begin with: what stands before it is a mask (李**、张**), or closes them."""
_WHITE: Final = frozenset(" \t\u3000\u00a0\r")


class Bold(NamedTuple):
    """Words between two marks of bold type.

    Attributes:
        start: offset of the mark before them, in characters of the text.
        first: offset of the first of them.
        last: offset after the last of them.
        end: offset of the end of the mark after them.
    """

    start: int
    first: int
    last: int
    end: int


class Inline(NamedTuple):
    """What stands in a line.

    Attributes:
        cuts: the marks.
        bold: the bold words.
        stray: how many marks of bold type have no partner.
        links: how many links, pictures and escaped characters there are.
        leads: where words lead, and pictures.
    """

    cuts: list[Cut]
    bold: list[Bold]
    stray: int
    links: int
    leads: list[LinkMark]


class _Run(NamedTuple):
    """Stars or low lines that stand together."""

    start: int
    end: int
    sign: str


def read_inline(text: str, start: int, end: int) -> Inline:
    """Read a line.

    Args:
        text: the text.
        start: where the line begins, behind the marks of its block.
        end: where it ends.
    """
    cuts: list[Cut] = []
    runs: list[_Run] = []
    opened: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
    links = 0
    leads: list[LinkMark] = []
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        at, to = token.span()
        if kind == "escaped":
            cuts.append(Cut(at, at + 1))
            links += 1
        elif kind == "opens":
            opened.append((at, to))
        elif kind in ("closes", "address"):
            links += _close(text, token, opened, cuts, leads)
        elif kind == "auto":
            cuts += [Cut(at, at + 1), Cut(to - 1, to)]
        elif kind == "figure":
            cuts += [Cut(sign, sign + 1) for sign in range(at, to) if text[sign] in "$ \\"]
        elif kind in ("note", "struck"):
            cuts.append(Cut(at, to))
        elif kind == "code":
            code.append((at, to))
        elif kind in ("stars", "lines"):
            runs.append(_Run(at, to, text[at]))
    for before, after in zip(code[::2], code[1::2], strict=False):
        cuts += [Cut(*before), Cut(*after)]
    seen = list(_outside(runs, cuts))
    bold, stray = _pairs(text, (start, end), [run for run in seen if run.sign == "*"], cuts)
    _pairs(text, (start, end), [run for run in seen if run.sign == "_" and _is_apart(text, run)], cuts)
    return Inline(cuts, bold, stray, links, leads)


def _outside(runs: list[_Run], cuts: list[Cut]) -> Iterator[_Run]:
    """The runs that stand in no picture and no address of a link."""
    spans = sorted((cut.start, cut.end) for cut in cuts if cut.end > cut.start + 1)
    at = end = 0
    for run in runs:
        while at < len(spans) and spans[at][0] <= run.start:
            end = max(end, spans[at][1])
            at += 1
        if run.start >= end:
            yield run


def _close(
    text: str, token: re.Match[str], opened: list[tuple[int, int]], cuts: list[Cut], leads: list[LinkMark]
) -> int:
    """Read what closes a bracket; give 1 where that makes it a link or a picture."""
    if not opened:
        return 0
    at, to = opened.pop()
    address = token["address"]
    if address is None:
        return 0
    target = _target(address)
    if text[at] == "!":
        cuts.append(Cut(at, token.end()))
        if is_address(target):
            leads.append(LinkMark(at, at, target, IMAGE, text[to : token.start()]))
        return 1
    if _LINK.match(address) is None:
        return 0
    cuts += [Cut(at, to), Cut(token.start(), token.end())]
    if is_address(target):
        leads.append(LinkMark(to, token.start(), target))
    return 1


def _target(address: str) -> str:
    """An address without the title behind it, and without the angles around it."""
    if address.startswith("<"):
        return address[1:].partition(">")[0]
    return address.split(maxsplit=1)[0] if address.split() else ""


# --- bold words ------------------------------------------------------------------------------------------------------


def _pairs(text: str, line: tuple[int, int], runs: list[_Run], cuts: list[Cut]) -> tuple[list[Bold], int]:
    """Pair the marks of a line; give the bold words, and how many marks have no partner."""
    bold: list[Bold] = []
    open_: _Run | None = None
    stray = 0
    for run in runs:
        size = run.end - run.start
        if open_ is None:
            if _opens(text, line, run):
                open_ = run
            else:
                stray += size > 1
            continue
        if run.sign == "_" and text[run.end : run.end + 1].isalnum():
            continue
        if size == 4 and open_.end - open_.start == 2:  # **一、****总则**
            cuts += [Cut(open_.start, open_.end), Cut(run.start, run.end)]
            bold.append(Bold(open_.start, open_.end, run.start, run.start + 2))
            open_ = _Run(run.start + 2, run.end, run.sign)
        elif size == open_.end - open_.start:
            cuts += [Cut(open_.start, open_.end), Cut(run.start, run.end)]
            if size > 1:
                bold.append(Bold(open_.start, open_.end, run.start, run.end))
            open_ = None
        elif size > open_.end - open_.start and _opens(text, line, run):
            open_ = run
    if open_ is not None and open_.end - open_.start > 1:
        stray += 1
    return bold, stray


def _opens(text: str, line: tuple[int, int], run: _Run) -> bool:
    """True for a mark that bold words can begin with; not for one that masks a name or a number, or multiplies."""
    before = text[run.start - 1] if run.start > line[0] else " "
    after = text[run.end] if run.end < line[1] else " "
    if after in _MAY_CLOSE or (run.sign == "_" and before.isalnum()):
        return False
    if before.isascii() and before.isalnum():
        return run.end - run.start == 2 and not after.isdigit()
    return run.end - run.start < 4 and (after not in _WHITE or before in _WHITE)


def _is_apart(text: str, run: _Run) -> bool:
    """True for low lines that are no part of a word in Latin letters."""
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
