"""What a change is, and the text it is tried on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from random import Random
from typing import TypeAlias

from attrs import define, evolve

from bench.invariances.views import View, bare, view
from govreport import Report, parse
from govreport.tree.nodes import Leaf, Paragraph, Title, leaves


class Sample:
    """A text to try changes on.

    Attributes:
        name: file name, or number among the invented texts.
        kind: the kind of text, as a folder or the beginning of the name says.
        text: the text.
    """

    def __init__(self, name: str, kind: str, text: str) -> None:
        self.name, self.kind, self.text = name, kind, text

    @cached_property
    def report(self) -> Report:
        """The tree of the text as it is."""
        return parse(self.text)

    @cached_property
    def view(self) -> View:
        """What that tree says."""
        return view(self.report)

    @cached_property
    def document(self) -> Sample | None:
        """The document without the site around it, which is to say its title and its body.

        None where it has no title, or reads otherwise without the site: nothing can be said of such a text.
        """
        titles = [leaf for leaf in leaves(self.report.front) if isinstance(leaf, Title)]
        if not titles:
            return None
        start, end = self.report.body.span
        lines = [*(leaf.raw for leaf in titles), self.text[start:end].strip("\r\n")]
        sample = Sample(self.name, self.kind, "\n".join(lines) + "\n")
        alone = all(isinstance(leaf, Title) for leaf in leaves(sample.report.front)) and not sample.view.back
        return sample if alone and sample.view.body == self.view.body else None

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the document that are lines of their own, hold a sentence and end with its stop."""
        return [
            leaf
            for leaf in leaves(self.report.body)
            if isinstance(leaf, Paragraph)
            and leaf.raw.endswith("。")
            and "\n" not in leaf.raw
            and len(leaf.raw) >= SENTENCE
            and self.begins_line(leaf)
        ]

    def begins_line(self, leaf: Leaf) -> bool:
        """True where nothing but white space stands before the leaf on its line."""
        assert leaf.start is not None
        return not self.text[self.text.rfind("\n", 0, leaf.start) + 1 : leaf.start].strip()

    def ends_line(self, leaf: Leaf) -> bool:
        """True where the leaf is the last on its line."""
        return "\n" in leaf.trail


SENTENCE = 15
"""Characters of the shortest paragraph that something is put into."""


def whole(seen: View) -> View:
    """Give the view as it is."""
    return seen


@define(frozen=True)
class Changed:
    """A text that was changed, and what its tree must say.

    Attributes:
        text: the changed text.
        want: what its tree must say; what is not in it is not compared.
        see: what is done to the view of the changed text before it is compared, where the change loses something.
    """

    text: str
    want: View
    see: Callable[[View], View] = whole


Apply: TypeAlias = Callable[[Sample, Random], "Changed | None"]
"""Changes a text, with the chance it takes; None where the change says nothing about the text."""


@define(frozen=True)
class Change:
    """A change of texts whose effect on the tree is known.

    Attributes:
        name: what it does, in a few words.
        apply: does it.
    """

    name: str
    apply: Apply


def with_piece(of: View, at: int, *pieces: tuple[str, str]) -> View:
    """Give the view with leaves put into the document before the one at a place."""
    assert of.body is not None
    added = tuple((kind, bare(text)) for kind, text in pieces)
    return evolve(of, body=(*of.body[:at], *added, *of.body[at:]))


def with_text(of: View, at: int, text: str) -> View:
    """Give the view with another text in the leaf at a place of the document."""
    assert of.body is not None
    return evolve(of, body=(*of.body[:at], (of.body[at][0], bare(text)), *of.body[at + 1 :]))


def place_of(leaf: Leaf, sample: Sample) -> int:
    """Give the place of a leaf among those of the document that hold text."""
    filled = [one for one in leaves(sample.report.body) if bare(one.text)]
    return next(n for n, one in enumerate(filled) if one is leaf)
