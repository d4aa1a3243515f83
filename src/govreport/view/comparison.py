"""Two reports side by side, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from typing import Final, TypeAlias

from govreport.serialize.article import escaped
from govreport.serialize.text import title_line, to_text
from govreport.tree.nodes import Node, Section
from govreport.tree.report import Report
from govreport.view.assembly import assemble, home_link
from govreport.view.changes import figures_beside
from govreport.view.pairs import pairs
from govreport.view.wording import Span, changes

Sides: TypeAlias = tuple[str, str]
"""HTML of the left and of the right."""
Marks: TypeAlias = dict[str, list[tuple[int, list[Span]]]]
"""A sentence, with the number of the change for each time it comes, and where its new words stand."""

_CLAUSE: Final = re.compile(r"[^，。；：！？,;]+[，。；：！？,;]*|[，。；：！？,;]+")
_SENTENCE: Final = re.compile(r"[^。；！？;]+[。；！？;]*|[。；！？;]+")
_STOPS: Final = "，。；：！？,; \t"
_SHORTEST: Final = 6
"""Characters of the shortest clause that says something where it stands in both reports."""
_DEEPEST: Final = 6


def comparison(one: Report, other: Report, names: tuple[str, str] = ("", ""), home: str = "") -> str:
    """Print two reports as one HTML file, side by side, section by section.

    Args:
        one: the report on the left, this year's say.
        other: the report on the right, last year's.
        names: the files they were read from, to be shown.
        home: address of a list of reports, to go back to; none where empty.

    Returns:
        The page: the figures of both, as `govreport.view.changes` prints them; a row for each pair of sections, as
        `govreport.view.pairs` finds them.  Clauses that stand word for word in both reports are in
        ``<span class="shared">``.  What differs has a number, ``data-change``, the same on both sides: a section that
        has no counterpart, or a sentence, whose words that the other side does not have are in ``<mark>``.
    """
    both = _Both(one, other)
    titles = [report.title or name for report, name in zip((one, other), names, strict=True)]
    rows = [
        both.row("titles", (_title(titles[0], names[0]), _title(titles[1], names[1]))),
        figures_beside(one, other),
        both.row("", both.blocks(_before(one), _before(other))),
        *both.sections(one, other),
        both.row("", both.blocks(_after(one), _after(other))),
    ]
    return assemble(
        "comparison",
        ["comparison.js"],
        " / ".join(titles),
        home=home_link(home),
        rows="\n".join(rows),
    )


class _Both:
    """Prints pieces of two reports, each as compared with the other."""

    def __init__(self, one: Report, other: Report) -> None:
        self._known = _clauses(one) & _clauses(other)
        self._rows = count(1)
        self._changes = count(1)

    def row(self, kind: str, sides: Sides) -> str:
        """What stands side by side; a change as a whole where one side is empty."""
        left, right = sides
        if not left and not right:
            return ""
        only = "" if left and right else f' only" data-change="{next(self._changes)}'
        return (
            f'<div id="row-{next(self._rows)}" class="row {kind}{only}">'
            f'<div class="one">{left}</div><div class="other">{right}</div></div>'
        )

    def sections(self, one: Report, other: Report) -> Iterator[str]:
        """A row for each pair of sections, those that stand under it following."""
        stack = [(pair, 2) for pair in reversed(pairs(one.sections, other.sections))]
        while stack:
            (a, b), level = stack.pop()
            yield self.row(f"level-{level}", self._section(a, b, level))
            under = pairs(a.sections if a else [], b.sections if b else [])
            stack += [(pair, level + 1) for pair in reversed(under)]

    def blocks(self, one: Iterable[Node], other: Iterable[Node]) -> Sides:
        """Lines of text as paragraphs, with what is the same in both reports and what has changed."""
        lines = _lines(one), _lines(other)
        if not all(lines):  # a change as a whole
            return self._paragraphs(lines[0], {}), self._paragraphs(lines[1], {})
        new = [[sentence for sentence in sentences if self._is_new(sentence)] for sentences in map(_sentences, lines)]
        marks: tuple[Marks, Marks] = ({}, {})
        for pair in changes(*new):
            number = next(self._changes)
            for side, marked, sentences in zip(pair, marks, new, strict=True):
                if side is not None:
                    marked.setdefault(sentences[side[0]], []).append((number, side[1]))
        return self._paragraphs(lines[0], marks[0]), self._paragraphs(lines[1], marks[1])

    def _section(self, one: Section | None, other: Section | None, level: int) -> Sides:
        """The headings of two sections and what stands directly under them."""
        left, right = self.blocks(_own(one), _own(other))
        return _heading(one, level) + left, _heading(other, level) + right

    def _paragraphs(self, lines: list[str], marks: Marks) -> str:
        return "".join(
            f"<p>{''.join(self._sentence(one, marks) for one in _SENTENCE.findall(line))}</p>" for line in lines
        )

    def _sentence(self, sentence: str, marks: Marks) -> str:
        """A sentence; as often as it comes, the next of the changes that it is part of."""
        if not marks.get(sentence):
            return self._words(sentence, [])
        number, spans = marks[sentence].pop(0)
        return f'<span class="change" data-change="{number}">{self._words(sentence, spans)}</span>'

    def _words(self, sentence: str, spans: list[Span]) -> str:
        """The clauses of a sentence: those of both reports, and those with words that only one has."""
        printed, start = [], 0
        for clause in _CLAUSE.findall(sentence):
            if self._is_shared(clause):
                printed.append(f'<span class="shared">{escaped(clause)}</span>')
            else:
                printed.append(_marked(clause, [(a - start, b - start) for a, b in spans]))
            start += len(clause)
        return "".join(printed)

    def _is_shared(self, clause: str) -> bool:
        said = _said(clause)
        return len(said) >= _SHORTEST and said in self._known

    def _is_new(self, sentence: str) -> bool:
        """Whether a sentence has a clause, of any length, that the other report has not."""
        return any(_said(clause) not in self._known for clause in _CLAUSE.findall(sentence))


def _clauses(report: Report) -> set[str]:
    return {_said(clause) for line in _lines([report.body]) for clause in _CLAUSE.findall(line)}


def _lines(nodes: Iterable[Node]) -> list[str]:
    return [line for node in nodes for line in to_text(node, clean=True).splitlines()]


def _sentences(lines: list[str]) -> list[str]:
    return [sentence for line in lines for sentence in _SENTENCE.findall(line)]


def _own(section: Section | None) -> list[Node]:
    """What stands directly under a section, with its number where that has no title."""
    if section is None:
        return []
    own = [child for child in section.children if not isinstance(child, Section)]
    return own if section.heading.title else [Section(own, section.heading)]


def _heading(section: Section | None, level: int) -> str:
    if section is None or not section.heading.title:
        return ""
    tag = f"h{min(level, _DEEPEST)}"
    return f"<{tag}>{escaped(title_line(section.heading))}</{tag}>"


def _marked(text: str, spans: list[Span]) -> str:
    """A text with marks around some places, which may lie outside of it."""
    printed, at = [], 0
    for start, end in spans:
        start, end = max(start, at), min(end, len(text))
        if start < end:
            printed += [escaped(text[at:start]), f"<mark>{escaped(text[start:end])}</mark>"]
            at = end
    return "".join([*printed, escaped(text[at:])])


def _said(clause: str) -> str:
    return clause.strip().rstrip(_STOPS)


def _title(title: str, name: str) -> str:
    file = f'<p class="file">{escaped(name)}</p>' if name else ""
    return f"<h1>{escaped(title)}</h1>{file}"


def _before(report: Report) -> list[Node]:
    """What stands in the body before its first section."""
    return list(takewhile(lambda child: not isinstance(child, Section), report.body.children))


def _after(report: Report) -> list[Node]:
    """What else stands in the body beside its sections: who signed it and when, notes, enclosures."""
    return [child for child in report.body.children[len(_before(report)) :] if not isinstance(child, Section)]
