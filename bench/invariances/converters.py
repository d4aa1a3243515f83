"""Markdown, as the library prints it and as converters do: the outline of the document stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from attrs import evolve

from bench.invariances.changes import Change, Changed, Sample
from bench.invariances.views import FIELDS, View
from govreport import to_markdown
from govreport.tree.nodes import Heading, Title, leaves

_HASHES: Final = re.compile(r"^#{2,6} (.+)$", re.MULTILINE)
_POINTS: Final = re.compile(r"[.()+\-]")


def printed(name: str, write: Callable[[str], str]) -> Change:
    """A document printed as Markdown.

    Args:
        name: in which manner.
        write: makes it of what the library prints.
    """

    def apply(sample: Sample, random: Random) -> Changed | None:
        document = sample.document
        return None if document is None else Changed(write(to_markdown(document.report)), _outline(document.view))

    return Change(name, apply)


def marked(name: str, mark: Callable[[str], str]) -> Change:
    """A document whose headings are marked where they stand, runs of text and all.

    Args:
        name: how.
        mark: marks a heading.
    """

    def apply(sample: Sample, random: Random) -> Changed | None:
        document = sample.document
        if document is None or "*" in document.text:
            return None
        text, parts, floor = document.text, [], 0
        for leaf in leaves(document.report.body):
            if isinstance(leaf, Heading) and leaf.title and leaf.start is not None and "\n" not in leaf.raw:
                parts += [text[floor : leaf.start], mark(leaf.raw)]
                floor = leaf.start + len(leaf.raw)
        title = next(leaf for leaf in leaves(document.report.front) if isinstance(leaf, Title))
        if not parts or "\n" in title.raw:
            return None
        return Changed("# " + "".join(parts) + text[floor:], _outline(document.view))

    return Change(name, apply)


def _escaped(sample: Sample, random: Random) -> Changed | None:
    document = sample.document
    if document is None or "\\" in document.text:
        return None
    return Changed(_POINTS.sub(r"\\\g<0>", document.text), _outline(document.view))


def _outline(view: View) -> View:
    """The title and the headings of a view."""
    return evolve(view.only(FIELDS[0]), body=None, front=None, back=None)


CHANGES: Final = (
    printed("printed as Markdown", str),
    printed("printed as Markdown, all headings of one level", lambda text: _HASHES.sub(r"# \1", text)),
    printed("printed as Markdown, headings bold", lambda text: _HASHES.sub(r"**\1**", text)),
    printed("printed as Markdown, a list of headings", lambda text: _HASHES.sub(r"- **\1**", text)),
    marked("headings bold where they stand", lambda heading: f"**{heading}**"),
    marked("headings in tags where they stand", lambda heading: f"<b>{heading}</b>"),
    Change("points and dashes escaped", _escaped),
)
