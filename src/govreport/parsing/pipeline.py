"""The steps of the parse, in order: lines, front, end, closing, outline, tree.  It has no rules of its own."""

from __future__ import annotations

from typing import NamedTuple

from govreport.parsing.as_written import as_in_source, as_written
from govreport.parsing.beginning import find_beginning, find_front
from govreport.parsing.build import build_document, build_site
from govreport.parsing.closing import find_roles
from govreport.parsing.closing_lines import CLOSING_REPAIRS
from govreport.parsing.doubts.outline import unit_questions
from govreport.parsing.doubts.page import page_looks, page_questions
from govreport.parsing.doubts.question import Question
from govreport.parsing.doubts.weighing import weigh_doubts
from govreport.parsing.ending import find_ending
from govreport.parsing.front_repair import repair_front
from govreport.parsing.headings.series import Splitting
from govreport.parsing.hints import Hints, LinkMark
from govreport.parsing.joined import join_lines, set_apart
from govreport.parsing.kinds import Role
from govreport.parsing.line import Line, split_lines, with_grids
from govreport.parsing.line_repair import BODY_REPAIRS, PAGE_REPAIRS
from govreport.parsing.linking import put_links
from govreport.parsing.marks.finding import copy_to_read
from govreport.parsing.marks.found import Found
from govreport.parsing.outline import find_units
from govreport.parsing.page_back import read_back
from govreport.parsing.page_front import read_front
from govreport.parsing.page_issues import Page, page_issues
from govreport.parsing.reading_copy import ReadingCopy
from govreport.parsing.returns import find_returns
from govreport.parsing.tables import mark_tables
from govreport.parsing.title import find_title
from govreport.tree.issues import Issue, issue, put_in_order
from govreport.tree.nodes import Attachment, Back, Body, Front, Furniture, Leaf, Node
from govreport.tree.report import Report
from govreport.words.organizations import leading_name, short_forms
from govreport.words.reading_form import reading_form


def parse_page(text: str, splitting: Splitting, hints: Hints | None) -> Report:
    """Parse the text of a report page with what its markup says beside it.

    Args:
        text: the page's text.
        splitting: as ``split_headings`` of `govreport.parse`.
        hints: the hints, with offsets in ``text``; None where there was no markup.
    """
    page = _to_read(text, hints)
    return _in_source(_parse(page.copy.text, page.lines, splitting, page.hints), page, text)


def parse_zone(text: str, zone: type[Front | Body | Back]) -> list[Node]:
    """Parse a piece of a page of which somebody knows to which zone it belongs.

    Args:
        text: the piece.
        zone: the class of the zone that all of it is part of.

    Returns:
        What stands in it: its leaves tile the piece, with offsets in that.

    Raises:
        ValueError: the piece is blank.
    """
    page = _to_read(text, None)
    lines = page.lines
    for repair in PAGE_REPAIRS:
        lines = repair(lines, page.copy.text)
    if not lines:
        raise ValueError("there is no text in the piece")
    report = Report()
    if zone is Body:
        report.body.children = _body(lines, page.copy.text, "", "confident", None)[0]
    elif zone is Back:
        report.back.children += build_site(read_back(lines))
    else:
        report.front.children += _all_front(repair_front(lines))
    _in_source(report, page, text)
    return [*report.front.children, *report.body.children, *report.back.children]


def _all_front(lines: list[Line]) -> list[Leaf]:
    """The leaves of lines that all stand before a document, running text or not."""
    front = find_front(lines)
    titles, _ = find_title(lines, front.kinds, front.end, {})
    kinds = [*front.kinds, *[None] * (len(lines) - len(front.kinds))]
    return build_site(read_front(lines, kinds, titles))


def _in_source(report: Report, page: _Read, text: str) -> Report:
    """A parsed report with each leaf as it stands in the page."""
    if page.lacks:
        as_in_source(report, page.copy)
    elif page.copy.text is not text:
        as_written(report, text)
    if page.running:
        set_apart(report, text, page.running)
    if page.links:
        put_links(report, page.links)
    return report


class _Read(NamedTuple):
    """A page in the form in which it is parsed.

    Attributes:
        copy: its text, without what is no part of its words, and without line ends in the middle of paragraphs.
        lines: the lines of that text.
        hints: the hints on it.
        lacks: whether it lacks pieces of the page; else each character stands at its place there.
        running: running lines of the page that it lacks, as ``(start, end)`` in the page.
        links: where words of the page lead, and its pictures, with places in the page.
    """

    copy: ReadingCopy
    lines: list[Line]
    hints: Hints | None
    lacks: bool
    running: list[tuple[int, int]]
    links: list[LinkMark]


def _to_read(text: str, hints: Hints | None) -> _Read:
    read = reading_form(text)
    is_marked_up = hints is not None and not hints.markdown
    copied = copy_to_read(text, read, hints)
    links = [] if hints is None else hints.links
    copy, hints, links = (ReadingCopy(text, (), read), hints, links) if copied is None else copied
    lines = _lines(copy.text, hints)
    joining = join_lines(lines, copy, hints.wraps if is_marked_up and hints is not None else None)
    if not joining.cuts:
        return _Read(copy, lines, hints, copied is not None, [], links)
    if hints is not None:
        hints = Found(joining.cuts, hints).hints_on(ReadingCopy(copy.text, joining.cuts))
    joined = copy.without(joining.cuts)
    return _Read(joined, _lines(joined.text, hints), hints, True, copy.spans(joining.running), links)


def _lines(text: str, hints: Hints | None) -> list[Line]:
    lines = split_lines(text)
    return with_grids(lines, text, hints.grids) if hints is not None and hints.grids else lines


def _parse(text: str, lines: list[Line], splitting: Splitting, hints: Hints | None) -> Report:
    for repair in PAGE_REPAIRS:
        lines = repair(lines, text)
    lines = repair_front(lines)
    if not lines:
        return _without_text(text)
    front = find_front(lines, hints)
    titles, margin = find_title(lines, front.kinds, front.end, hints.titles if hints else {})
    first = find_beginning(lines, front, titles, hints)
    ending = find_ending(lines, first, text, hints)
    end = ending.line
    said = frozenset([line.text for line in lines[first:end]]) if end < len(lines) else frozenset()
    title = "".join([line.text for line in lines[titles[0][0] : titles[0][1]]]) if titles else ""
    name = leading_name(title) if title else ""
    body, issues, questions = _body(lines[first:end], text, name, splitting, hints)
    report = Report(
        Front([*build_site(read_front(lines[:first], front.kinds, titles))], start=0),
        Body(body, start=_offset(lines, first, text)),
        Back([*build_site(read_back(lines[end:], said))], start=_offset(lines, end, text)),
        issues,
    )
    page = Page(lines, text, front.kinds, titles, title, name, margin, first, ending)
    report.issues += page_issues(report, page, hints)
    questions += page_questions(report, page)
    weigh_doubts(report, questions, page_looks(report, page))
    put_in_order(report.issues)
    return report


def _without_text(text: str) -> Report:
    blank: list[Node] = [Furniture("", text, "", len(text))] if text else []
    nothing = issue("no-text", "", 0, len(text))
    return Report(Front(blank), Body(start=len(text)), Back(start=len(text)), [nothing])


def _offset(lines: list[Line], index: int, text: str) -> int:
    """Where a zone begins, in characters: with the white space before its first line."""
    return lines[index].start - len(lines[index].lead) if index < len(lines) else len(text)


def _body(
    lines: list[Line], text: str, name: str, splitting: Splitting, hints: Hints | None
) -> tuple[list[Node], list[Issue], list[Question]]:
    """Make the nodes of a body: the main document's, then its enclosures; what is odd; and what was asked.

    Args:
        lines: its lines.
        text: the page's text.
        name: the body whose document its title says that it is; empty where it says none.
        splitting: as of `parse_page`.
        hints: the same.
    """
    for repair in (*BODY_REPAIRS, *CLOSING_REPAIRS):
        lines = repair(lines)
    rows = mark_tables(lines, text)
    roles = find_roles(lines, rows)
    signer = lines[roles.index("signature")].text if "signature" in roles else name
    names = short_forms(signer)
    out: list[Node] = []
    issues: list[Issue] = []
    questions: list[Question] = []
    for start, end in _documents(roles):
        taken = [role is not None or row for role, row in zip(roles[start:end], rows[start:end], strict=True)]
        units, odd, refused = find_units(lines[start:end], taken, splitting, names, hints)
        returns = find_returns(lines[start:end], taken, units)
        document, faults = build_document(lines[start:end], roles[start:end], rows[start:end], units, returns)
        issues += odd + faults
        out += [Attachment(document)] if start else document
        questions += unit_questions(lines[start:end], units, refused)
    return out, issues, questions


def _documents(roles: list[Role | None]) -> list[tuple[int, int]]:
    """The main document and the enclosed ones, as runs of lines."""
    starts = [0]
    for index in range(1, len(roles)):
        if roles[index] in ("enclosure", "title") and roles[index - 1] not in ("enclosure", "title"):
            starts.append(index)
    return list(zip(starts, [*starts[1:], len(roles)], strict=True))
