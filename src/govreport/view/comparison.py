"""Two reports side by side, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from govreport.serialize.article import escaped
from govreport.serialize.text import title_line, to_text
from govreport.tree.nodes import Node, Section
from govreport.tree.report import Report
from govreport.view.assembly import assemble, home_link
from govreport.view.changes import figures_beside
from govreport.view.pairs import pairs

_CLAUSE: Final = re.compile(r"[^，。；：！？,;]+[，。；：！？,;]*|[，。；：！？,;]+")
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
        `govreport.view.pairs` finds them.  Clauses that stand word for
        word in both reports are in ``<span class="shared">``.
    """
    left, right = _Side(one, other), _Side(other, one)
    titles = [report.title or name for report, name in zip((one, other), names, strict=True)]
    return assemble(
        "comparison",
        ["comparison.js"],
        " / ".join(titles),
        home=home_link(home),
        rows="\n".join(
            [
                _row("titles", _title(titles[0], names[0]), _title(titles[1], names[1])),
                figures_beside(one, other),
                _row("", left.blocks(_before(one)), right.blocks(_before(other))),
                *_rows(left, right, one, other),
                _row("", left.blocks(_after(one)), right.blocks(_after(other))),
            ]
        ),
    )


class _Side:
    """Prints pieces of one report, as compared with the other."""

    def __init__(self, report: Report, other: Report) -> None:
        self.report = report
        self._known = {_said(clause) for clause in _CLAUSE.findall(to_text(other.body, clean=True))}

    def blocks(self, nodes: Iterable[Node]) -> str:
        lines = (line for node in nodes for line in to_text(node, clean=True).splitlines())
        return "".join(f"<p>{''.join(map(self._compared, _CLAUSE.findall(line)))}</p>" for line in lines)

    def section(self, section: Section | None, level: int) -> str:
        """A section's heading and what stands directly under it."""
        if section is None:
            return ""
        own = [child for child in section.children if not isinstance(child, Section)]
        if not section.heading.title:
            return self.blocks([Section(own, section.heading)])
        tag = f"h{min(level, _DEEPEST)}"
        return f"<{tag}>{escaped(title_line(section.heading))}</{tag}>{self.blocks(own)}"

    def _compared(self, clause: str) -> str:
        said = _said(clause)
        shared = len(said) >= _SHORTEST and said in self._known
        return f'<span class="shared">{escaped(clause)}</span>' if shared else escaped(clause)


def _said(clause: str) -> str:
    return clause.strip().rstrip(_STOPS)


def _rows(left: _Side, right: _Side, one: Report, other: Report) -> Iterator[str]:
    stack = [(pair, 2) for pair in reversed(pairs(one.sections, other.sections))]
    while stack:
        (a, b), level = stack.pop()
        yield _row(f"level-{level}", left.section(a, level), right.section(b, level))
        under = pairs(a.sections if a else [], b.sections if b else [])
        stack += [(pair, level + 1) for pair in reversed(under)]


def _row(kind: str, left: str, right: str) -> str:
    if not left and not right:
        return ""
    only = "" if left and right else " only"
    return f'<div class="row {kind}{only}"><div class="one">{left}</div><div class="other">{right}</div></div>'


def _title(title: str, name: str) -> str:
    file = f'<p class="file">{escaped(name)}</p>' if name else ""
    return f"<h1>{escaped(title)}</h1>{file}"


def _before(report: Report) -> list[Node]:
    """What stands in the body before its first section."""
    return list(takewhile(lambda child: not isinstance(child, Section), report.body.children))


def _after(report: Report) -> list[Node]:
    """What else stands in the body beside its sections: who signed it and when, notes, enclosures."""
    return [child for child in report.body.children[len(_before(report)) :] if not isinstance(child, Section)]
