"""The tables of 2008 to 2013: 指标名称, 计量单位, 代码, and a column or two of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from govreport.figures.forms import CODED
from govreport.figures.records import Fact, Kind, Scope
from govreport.figures.tables import Place
from govreport.figures.variables import VARIABLES
from govreport.statistics.values import Status, is_value, read_value
from govreport.tree.nodes import Leaf
from govreport.tree.report import Report
from govreport.words.disclosure_form import UNITS
from govreport.words.disclosure_labels import fold

_HEADER: Final = "指标名称"
_TOKEN: Final = re.compile(r"[^\s|｜]+")
_NUMBERED: Final = re.compile(
    r"^(?:其中)?:?(?:\(?\d{1,2}\)?|\([一二三四五六七八九十]\)|[一二三四五六七八九十]{1,2})?(?=\D)"
)
_CODE: Final = re.compile(r"0[1-9]|[12]\d|3[0-9]")
_LONGEST: Final = 3
"""Words that a label may be broken into."""


@frozen
class _Word:
    text: str
    folded: str
    start: int | None


def coded_places(report: Report) -> Iterator[Place]:
    """Yield the rows of a table of 2008 to 2013 that fill variables.

    Args:
        report: any report.
    """
    if not any(_may_head(node.raw) for node in report.walk() if isinstance(node, Leaf)):
        return
    words = list(_words(report))
    head = _header(words)
    if head is None:
        return
    labels = {fold(label): variable for label, variable in CODED.items()}
    first = next((place for place in range(head, len(words)) if _label(words, place, labels)), len(words))
    header = "".join(word.folded for word in words[head:first])
    columns = _columns(header)
    kind: Kind = "codes" if "代码" in header or "cumulative" not in columns else "fujian"
    at = first
    while at < len(words):
        found = _label(words, at, labels)
        if found is None:
            at += 1
            continue
        variable, label, length = found
        at, cells = _cells(words, at + length, "代码" in header, len(columns))
        if variable:
            yield from _filled(variable, label, kind, columns, cells)


def _may_head(raw: str) -> bool:
    """True where a leaf may begin the header: a look that costs next to nothing."""
    if "指" not in raw:
        return False
    bare = "".join(raw.split())
    return _HEADER in bare or bare.strip("|") in (_HEADER[:1], _HEADER[:2])


def _words(report: Report) -> Iterator[_Word]:
    for node in report.walk():
        if isinstance(node, Leaf):
            for match in _TOKEN.finditer(node.raw):
                start = None if node.start is None else node.start + match.start()
                yield _Word(match.group(), fold(match.group()), start)


def _header(words: list[_Word]) -> int | None:
    """Where the header ends that begins with 指标名称, whose characters may stand apart."""
    for at, word in enumerate(words):
        if word.folded.startswith("指"):
            joined = ""
            for next_at in range(at, min(at + len(_HEADER), len(words))):
                joined += words[next_at].folded
                if joined.startswith(_HEADER):
                    return next_at + 1
    return None


def _columns(header: str) -> tuple[Scope | None, ...]:
    """What the columns of numbers are over; None for one that counts for nothing here, such as 本期实际."""
    if "历年累计" in header:
        return ("year", "cumulative")
    if "本年累计" in header:
        return (None, "year") if "本期" in header else ("year",)
    return ("year",)


def _label(words: list[_Word], at: int, labels: dict[str, str]) -> tuple[str, str, int] | None:
    """The row that begins at a word: its variable, its label, of how many words."""
    joined = ""
    for length in range(1, _LONGEST + 1):
        if at + length > len(words):
            return None
        joined += words[at + length - 1].folded
        name = _NUMBERED.sub("", joined, 1)
        for one in (name, name.removesuffix("数量") + "数", name.replace("其它", "其他")):
            if one in labels:
                return labels[one], "".join(word.text for word in words[at : at + length]), length
    return None


def _cells(words: list[_Word], at: int, has_codes: bool, columns: int) -> tuple[int, list[_Word]]:
    """The cells of a row, without unit and code, and where the next row begins."""
    while at < len(words) and words[at].folded in UNITS:
        at += 1
    if has_codes and at < len(words) and _CODE.fullmatch(words[at].folded):
        at += 1
    cells: list[_Word] = []
    while at < len(words) and len(cells) < columns and is_value(words[at].text):
        cells.append(words[at])
        at += 1
    return at, cells


def _filled(
    variable: str, label: str, kind: Kind, columns: tuple[Scope | None, ...], cells: list[_Word]
) -> Iterator[Place]:
    """The figures of a row; unknown where a cell of several was lost, for nothing tells which."""
    one = VARIABLES[variable]
    if len(cells) != len(columns):
        status: Status = "unknown" if cells else "blank"
        yield Place(variable, kind, label, status)
        return
    for scope, cell in zip(columns, cells, strict=True):
        if scope is None:
            continue
        value, status, unit = read_value(cell.text)
        fact = None
        if value is not None:
            end = None if cell.start is None else cell.start + len(cell.text)
            fact = Fact(
                variable, one.label, value, one.unit, unit or "", scope=scope, part_of=one.whole or None,
                start=cell.start, end=end, sentence=label, confidence=0.97, kind=kind,
            )  # fmt: skip
        yield Place(variable, kind, label, status, fact, cell.start)
