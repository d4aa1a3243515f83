"""Lines broken at one width, as a PDF's text layer or an old editor breaks them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from random import Random
from typing import Final

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import View
from govreport.parsing.looks import is_row
from govreport.tree.nodes import leaves

WIDTHS: Final = (30, 36, 40, 64)
"""In columns: an ideograph takes two.  A page of GB/T 9704-2012 has 28 ideographs a line, 56 columns."""
LONGEST: Final = 0.2
"""Share of a text's lines that are broken, at least: what is hardly broken says nothing."""
_SHARE: Final = 0.1
_TOKEN: Final = re.compile(r"[!-~]{1,20}|.", re.DOTALL)
_NO_STARTS: Final = frozenset("，。、；：！？）》”’】,.;:!?)%")


def columns(text: str) -> int:
    """Count the columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def broken(line: str, width: int, indent: str) -> Iterable[str]:
    """Break a line at a width; words in Latin letters and numbers stay whole, and no line begins with a stop.

    Args:
        line: the line.
        width: columns.
        indent: what stands before the first of the pieces.
    """
    piece, size = indent, columns(indent)
    for match in _TOKEN.finditer(line):
        token = match[0]
        takes = columns(token)
        if size + takes > width and piece.strip() and token[0] not in _NO_STARTS:
            yield piece
            piece, size = "", 0
            token = token.lstrip()
        piece += token
        size += takes
    yield piece


def wrapped(text: str, width: int, indent: str, blank_lines: bool) -> str:
    """Break each line of a text at a width; rows of tables stay whole.

    Args:
        text: the text.
        width: columns.
        indent: what stands before each paragraph that is no longer than a line, or is broken.
        blank_lines: whether a blank line parts two lines of the text.
    """
    out: list[str] = []
    for line in text.splitlines():
        words = line.strip()
        if not words:
            continue
        own = line[: len(line) - len(line.lstrip())]
        if is_row(words):
            out.append(line)
        else:
            out.append("\n".join(broken(words, width, indent if len(own) < 8 else own)))
    return ("\n\n" if blank_lines else "\n").join(out) + "\n"


def outline_of(seen: View) -> View:
    """Give of a view the outline alone."""
    return View({}, seen.outline)


def wrapping(width: int, indent: str, blank_lines: bool) -> Change:
    """Break the lines of the document at a width, whose outline is to stay."""

    def apply(sample: Sample, random: Random) -> Changed | None:
        document = sample.document
        if document is None or not document.view.outline:
            return None
        if any("\n" in leaf.raw for leaf in leaves(document.report.body)):
            return None  # broken already
        text = wrapped(document.text, width, indent, blank_lines)
        if text.count("\n") - document.text.count("\n") < _SHARE * text.count("\n"):
            return None
        return Changed(text, outline_of(document.view), outline_of)

    name = f"broken at {width} columns"
    return Change(name + (", indented" if indent else "") + (", blank lines between" if blank_lines else ""), apply)


CHANGES: Final = tuple(
    wrapping(width, indent, blank_lines)
    for width, indent, blank_lines in product(WIDTHS, ("", "\u3000\u3000"), (False, True))
)
