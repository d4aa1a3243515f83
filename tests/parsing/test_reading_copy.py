"""A copy of a text without its markup, and the tree of the copy put back into the text."""

from __future__ import annotations

import govreport
from govreport.parsing.as_written import as_in_source
from govreport.parsing.reading_copy import Cut, ReadingCopy
from govreport.tree.leaf_kinds import Metadata, Paragraph
from govreport.tree.nodes import Section, leaves
from govreport.tree.report import Report


def copied(source: str, *pieces: str, is_read: bool = False) -> ReadingCopy:
    """A copy without some pieces, each looked for behind the one before."""
    cuts: list[Cut] = []
    floor = 0
    for piece in pieces:
        start = source.index(piece, floor)
        floor = start + len(piece)
        cuts.append(Cut(start, floor, is_read=is_read))
    return ReadingCopy(source, cuts)


def section(report: Report, *path: int) -> Section:
    found = report.section(*path)
    assert found is not None
    return found


def first_words(section: Section) -> str:
    leaf = section.children[0]
    assert isinstance(leaf, Paragraph)
    return leaf.text


def parsed(copy: ReadingCopy) -> Report:
    report = govreport.parse(copy.text)
    as_in_source(report, copy)
    assert govreport.to_text(report) == copy.source
    assert govreport.from_json(govreport.to_json(report)) == report
    return report


def test_marks_beside_the_words_go_to_what_is_around_them() -> None:
    report = parsed(copied("**一、总则**\n**（一）加强管理。**每月巡查。\n", *["**"] * 4))
    first, second = section(report, 1).heading, section(report, 1, 1).heading
    assert (first.lead, first.title, first.trail) == ("**", "总则", "**\n")
    assert (second.lead, second.title, second.stop, second.trail) == ("**", "加强管理", "。", "")
    assert second.start == 11
    assert first_words(section(report, 1, 1)) == "每月巡查。"


def test_marks_within_words_are_kept_beside_them() -> None:
    report = parsed(copied("一、加强**作风**建设\n改进**调查**研究，少开会。\n", *["**"] * 4))
    heading = section(report, 1).heading
    assert heading.title == "加强作风建设"
    assert heading.raw == "一、加强**作风**建设"
    assert heading.marks == ((4, "**"), (8, "**"))
    assert first_words(section(report, 1)) == "改进调查研究，少开会。"
    assert "*" not in govreport.to_text(report, clean=True)
    assert "*" not in govreport.to_markdown(report)


def test_what_people_read_stays_in_the_words() -> None:
    report = parsed(copied("一(yī)、概述(shù)\n公开月报十二期。\n", "(yī)", "(shù)", is_read=True))
    heading = section(report, 1).heading
    assert (heading.marker, heading.title, heading.ordinal) == ("一(yī)、", "概述(shù)", 1)


def test_fields_know_their_values_places() -> None:
    page = "澄岚市降雨通报\n**发布时间**：2022-0*5-2*4 10:00\n昨天夜间，全县普降大雨。\n"
    report = parsed(copied(page, "**", "**", "*", "*"))
    field = next(leaf for leaf in leaves(report.front) if isinstance(leaf, Metadata))
    assert (field.label, field.gap, field.piece("value")) == ("发布时间", "**：", "2022-05-24 10:00")
    found = report.evidence("published")
    assert found.span is not None
    assert govreport.to_text(report)[slice(*found.span)] == "2022-0*5-2*4 10:00"


def test_an_edit_makes_marks_count_no_more() -> None:
    leaf = Paragraph("改进**调查**研究", marks=((2, "**"), (6, "**")))
    assert leaf.text == "改进调查研究"
    leaf.raw = "一**二**三"
    assert leaf.text == "一**二**三"


def test_a_place_is_before_or_after_a_cut() -> None:
    copy = ReadingCopy("ab<i>cd<br>ef", [Cut(2, 5), Cut(7, 11, "\n")])
    assert copy.text == "abcd\nef"
    assert [copy.place(2, after=after) for after in (False, True)] == [2, 5]
    assert [copy.place(4, after=after) for after in (False, True)] == [7, 7]
    assert [copy.place(5, after=after) for after in (False, True)] == [11, 11]
    assert [copy.offset(place) for place in (1, 3, 5, 8, 11)] == [1, 2, 2, 4, 5]
