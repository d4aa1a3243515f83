"""What is odd about a page as a whole: no title, no document, text outside of it, the page again."""

from __future__ import annotations

from typing import Final, NamedTuple

from govreport.parsing.ending import Ending
from govreport.parsing.hints import Hints
from govreport.parsing.kinds import FrontKind
from govreport.parsing.line import Line
from govreport.parsing.looks import is_echo, is_prose
from govreport.parsing.site_looks import is_running, says_much
from govreport.tree.issues import Issue, issue, replaced_characters
from govreport.tree.report import Report
from govreport.words.character_frequency import is_wrongly_decoded

_SHOWN: Final = 20  # characters of a line that an issue quotes


class Page(NamedTuple):
    """A page, divided.

    Attributes:
        lines: its lines, in order.
        source: its text.
        kinds: what the lines before the first text are by their look.
        titles: runs of lines that hold the title.
        title: the title; empty where none was found.
        name: the body that the title begins with; empty where it names none.
        margin: by how much the title outweighs what else could be it; below 0 what lacks where none was found.
        first: index of the document's first line.
        ending: where the document ends.
    """

    lines: list[Line]
    source: str
    kinds: list[FrontKind | None]
    titles: list[tuple[int, int]]
    title: str
    name: str
    margin: float
    first: int
    ending: Ending


def page_issues(report: Report, page: Page, hints: Hints | None) -> list[Issue]:
    """Give what is odd about a page.

    Args:
        report: its tree.
        page: the page, divided.
        hints: what the markup says; None where there was none.
    """
    found: list[Issue] = []
    if page.first and not page.titles and report.title is None:
        found.append(issue("title-not-found", "", *report.front.span))
    if hints is not None and hints.lists_pages:
        found.append(issue("list-of-pages", "", 0, len(page.source)))
    elif _has_no_text(page):
        found.append(issue("no-running-text", "", *report.body.span))
    found += [_at_line("text-outside", line) for line in _text_outside(page)]
    if page.ending.copy is not None:
        found.append(_at_line("copied-document", page.lines[page.ending.copy]))
    found += replaced_characters(page.source)
    if is_wrongly_decoded(page.source):
        found.append(issue("wrong-encoding", page.lines[0].text[:_SHOWN], 0, len(page.source)))
    return found


def _has_no_text(page: Page) -> bool:
    """True for a page with a site around what is no running text."""
    has_site = page.first > 0 or page.ending.line < len(page.lines)
    return has_site and not any(map(is_running, page.lines[page.first : page.ending.line]))


def _text_outside(page: Page) -> list[Line]:
    """Running text and signatures that stand before or after the document; a copy of it is none."""
    found: list[Line] = []
    lines, ending = page.lines, page.ending
    for line, kind in zip(lines[: page.first], page.kinds, strict=False):
        if kind is None and is_prose(line.text):
            found.append(line)
    for at in range(ending.line, len(lines) if ending.copy is None else ending.copy):
        if says_much(lines, at) and not is_echo(lines[at].text, page.source, lines[at].start):
            found.append(lines[at])
    return found


def _at_line(code: str, line: Line) -> Issue:
    return issue(code, line.text[:_SHOWN], line.start, line.end)
