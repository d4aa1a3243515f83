"""What the parse of a page is not sure of: its title, where the document begins and ends, who signs it."""

from __future__ import annotations

from typing import Final

from govreport.parsing.doubts.fields import field_question
from govreport.parsing.doubts.question import Question
from govreport.parsing.doubts.steps import Steps
from govreport.parsing.kinds import EndKind
from govreport.parsing.line import GridLine, Line
from govreport.parsing.looks import can_sign, is_addressee, is_prose, is_subtitle
from govreport.parsing.page_issues import Page
from govreport.parsing.site_looks import end_kind
from govreport.tree.nodes import Signature, SignedDate
from govreport.tree.report import Report
from govreport.words.document_kinds import ends_in_kind
from govreport.words.stops import PARAGRAPH_ENDS

_MARGINS: Final = Steps(0.5, 1.0, 2.0, 3.0, 5.0)
_SHORT: Final = 20  # characters of a line that may be the site's
_TITLE_MAX: Final = 60  # and of one that may be a title
_TITLE_MIN: Final = 8  # and at least
_TAIL: Final = 12  # last lines of a document that are looked at
_CLOSING: Final = 6  # lines at the end of a document among which its date stands
_FEW: Final = 3  # lines of the site that may be anything
_BEHIND: Final = 12  # lines behind the document that are looked at
_LIST: Final = 4  # short lines in a row that are no text
_SIZES: Final = Steps(0.5, 8.0, 20.0, 50.0, 100.0, 200.0)  # lines
_LONG: Final = 600  # characters of a line of a text that lost its line ends


def page_questions(report: Report, page: Page) -> list[Question]:
    """Give what was asked of a page as a whole.

    Args:
        report: its tree.
        page: the page, divided.
    """
    lines = page.lines
    start, end = _span(lines, page.titles)
    first = lines[page.first] if page.first < len(lines) else None
    last = lines[page.ending.line - 1]
    tail = [end_kind(line) for line in lines[max(page.first, page.ending.line - _CLOSING) : page.ending.line]]
    return [
        Question("uncertain-title", start, end, "", _of_title(page)),
        _at("uncertain-beginning", first, page, _of_beginning(page)),
        _at("uncertain-end", last, page, _of_end(page, tail)),
        _at("uncertain-field", last, page, ["closing", *_of_closing(report, page, tail)]),
        field_question(report, page),
    ]


def page_looks(report: Report, page: Page) -> list[str]:
    """What of a page as a whole makes it likelier that something in it is wrong: its size, and what is odd about it."""
    size = len(page.lines)
    looks = [
        "front " + _SIZES.of(page.first),
        "body " + _SIZES.of(page.ending.line - page.first),
        "back " + _SIZES.of(size - page.ending.line),
    ]
    return [*looks, *sorted({f"told {one.code}" for one in report.issues})]


def _span(lines: list[Line], runs: list[tuple[int, int]]) -> tuple[int, int]:
    return (lines[runs[0][0]].start, lines[runs[0][1] - 1].end) if runs else (0, 0)


def _at(code: str, line: Line | None, page: Page, looks: list[str]) -> Question:
    if line is None:
        return Question(code, len(page.source), len(page.source), "", looks)
    return Question(code, line.start, line.end, line.text, looks)


def _of_title(page: Page) -> list[str]:
    """What speaks for the title that was found, or for there being none."""
    kind = "found" if page.titles else "none"
    looks = [kind, f"{kind} {_MARGINS.of(abs(page.margin))}"]
    if not page.titles:
        looks.append("none in front" if page.first else "no front")
        if not page.first and len(page.lines[0].text) > _LONG:
            looks.append("none in a long line")
        return looks
    start, end = page.titles[0]
    text = page.title
    if not ends_in_kind(text):
        looks.append("found without kind")
    if end - start > 1:
        looks.append("found over lines")
    if len(text) > _TITLE_MAX or len(text) < _TITLE_MIN:
        looks.append("found of odd length")
    return looks


def _of_beginning(page: Page) -> list[str]:
    """What speaks for the line at which the document was found to begin."""
    lines, first = page.lines, page.first
    looks = ["front" if first else "no front", "title" if page.titles else "no title"]
    below = page.titles[-1][1] if page.titles else 0
    unexplained = sum([kind is None for kind in page.kinds[below:first]])
    if unexplained:
        looks.append("unexplained lines" if unexplained > 1 else "an unexplained line")
    if first >= len(lines):
        return [*looks, "no text"]
    line = lines[first]
    text = line.text
    if isinstance(line, GridLine):
        looks.append("begins with a table")
    elif is_addressee(text):
        looks.append("begins with an addressee")
    elif line.marker is not None:
        looks.append("begins with 1" if line.marker.ordinal == 1 else "begins with a later number")
    elif is_prose(text):
        looks.append("begins with text")
    else:
        looks.append("begins with a short line" if len(text) <= _SHORT else "begins with a line")
        if is_subtitle(text) or can_sign(line):
            looks.append("begins with a name")
    if not first and len(text) > _LONG:
        looks.append("long line")
    if len(page.kinds) > first:
        looks.append("lines above the text")
    return looks


def _of_end(page: Page, tail: list[EndKind]) -> list[str]:
    """What speaks for the line at which the document was found to end; ``tail`` is what its last lines are."""
    lines, end, first = page.lines, page.ending.line, page.first
    looks = ["back" if end < len(lines) else "no back"]
    if end < len(lines):
        looks.append("margin " + _MARGINS.of(page.ending.margin))
        behind = lines[end : end + _BEHIND]
        plain = sum([len(line.text) > _FEW and end_kind(line) == "plain" for line in behind])
        if plain:
            looks.append("plain lines behind" if plain > _FEW else "a plain line behind")
    elif page.ending.margin < _MARGINS.most:
        looks.append("no back " + _MARGINS.of(page.ending.margin))
    run = 0  # short lines at the end
    while run < _TAIL and end - run - 1 > first and not lines[end - run - 1].marker:
        if end_kind(lines[end - run - 1]) != "plain":
            break
        run += 1
    if run:
        size = "a long list" if run == _TAIL else "short lines" if run >= _LIST else "a short line"
        looks.append(f"ends in {size}")
    if "date" in tail:
        after = len(tail) - 1 - max(at for at, kind in enumerate(tail) if kind == "date")
        looks.append("ends in a date" if not after else "lines after a date")
    elif lines[end - 1].last in PARAGRAPH_ENDS:
        looks.append("ends in a sentence")
    return looks


def _of_closing(report: Report, page: Page, tail: list[EndKind]) -> list[str]:
    """What speaks for what signs and dates the document.

    Args:
        report: its tree.
        page: the page, divided.
        tail: what the last lines of the document are.
    """
    kinds = set(map(type, report.body.children))
    signs, dates = Signature in kinds, SignedDate in kinds
    looks = ["signed" if signs else "unsigned", "dated" if dates else "undated"]
    if not signs and page.titles:
        looks.append("title names somebody" if page.name else "title names nobody")
    if signs != dates:
        looks.append("half closed")
    last = page.lines[page.ending.line - len(tail) : page.ending.line]
    if not signs and any(kind == "plain" and can_sign(line) for line, kind in zip(last, tail, strict=True)):
        looks.append("could be signed")
    if not dates and ("date" in tail or "digits-date" in tail):
        looks.append("could be dated")
    if not dates and last and last[-1].text[-1] == "日":
        looks.append("date in the last line")
    labels = sum([kind == "label" for kind in page.kinds[: page.first]])
    looks.append("labels" if labels else "no labels")
    return looks
