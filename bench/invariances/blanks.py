"""Line ends, indents and blank lines: they lay a page out, and say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import View
from govreport.tree.nodes import leaves


def layout(name: str, lay: Callable[[str], str], parts: bool = False) -> Change:
    """A change of white space alone.

    Args:
        name: what it does.
        lay: changes the text.
        parts: True where it would part what is one paragraph over several lines; such texts are passed over.
    """

    def apply(sample: Sample, random: Random) -> Changed | None:
        wrapped = any("\n" in leaf.raw for leaf in leaves(sample.report.body))
        text = lay(sample.text)
        if text == sample.text or (wrapped and parts):
            return None
        return Changed(text, sample.view)

    return Change(name, apply)


def indented(indent: str) -> Callable[[str], str]:
    """Give what puts an indent in place of the one of each line of running text."""

    def lay(text: str) -> str:
        return re.sub(r"^[ \t\u3000\u00a0]*(?=\S.{14})", indent, text, flags=re.MULTILINE)

    return lay


def _question_marks(sample: Sample, random: Random) -> Changed | None:
    if "??" in sample.text or any("\n" in leaf.raw for leaf in leaves(sample.report.body)):
        return None
    start, end = sample.report.body.span
    text = sample.text[:start] + indented("????")(sample.text[start:end]) + sample.text[end:]
    return None if text == sample.text else Changed(text, sample.view, _without_marks)


def _without_marks(seen: View) -> View:
    return seen.mapped(lambda text: text.replace("??", ""))


CHANGES: Final = (
    layout("line ends CR LF", lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n")),
    layout("line ends CR", lambda text: text.replace("\r\n", "\n").replace("\n", "\r")),
    layout("a blank line below each", lambda text: text.replace("\n", "\n\n"), parts=True),
    layout("no blank lines", lambda text: re.sub(r"\n(?:[ \t\u3000\u00a0\r]*\n)+", "\n", text), parts=True),
    layout("indents of U+3000", indented("\u3000\u3000"), parts=True),
    layout("indents of NBSP", indented("\u00a0" * 4), parts=True),
    layout("indents of blanks", indented("    "), parts=True),
    layout("indents of tabs", indented("\t"), parts=True),
    layout("no indents", indented(""), parts=True),
    Change("indents turned into ??", _question_marks),
    layout("blanks at the ends of lines", lambda text: re.sub(r"(?<=\S)$", " \u3000", text, flags=re.MULTILINE)),
)
