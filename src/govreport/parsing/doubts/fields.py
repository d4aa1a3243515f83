"""What the parse is not sure of in the page's fields: who issued the document, its year, when it was published."""

from __future__ import annotations

import re
from typing import Final

from govreport.parsing.doubts.question import Question
from govreport.parsing.page_issues import Page
from govreport.tree.evidence.year import in_title
from govreport.tree.nodes import Addressee, Metadata, Signature
from govreport.tree.report import Report
from govreport.words.document_numbers import holds_document_number
from govreport.words.numerals import date_span
from govreport.words.organizations import is_organ
from govreport.words.reading_form import reading_form_of_words

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}|二[〇○零]")
_AFTER_NAME: Final = re.compile(r"[0-9关的二令年]|$")
"""What stands behind the name of a body at the head of a title: 2020年…, 关于…, 的, 二〇二〇年…."""
_OPENING: Final = 3  # first lines of a document, where its number may stand
_SOURCE_MAX: Final = 16  # characters of a usual 来源


def field_question(report: Report, page: Page) -> Question:
    """Ask whether the fields that the page shows were read.

    Args:
        report: its tree.
        page: the page, divided.
    """
    lines, first = page.lines, page.first
    found = {one.key: one.value for one in report.front.children if isinstance(one, Metadata) and one.value}
    looks = [*_of_issuer(report, page.title, page.name, found), *_of_year(page.title)]
    place = lines[page.titles[0][0]] if page.titles else lines[0]
    unread = [line for line, kind in zip(lines[:first], page.kinds, strict=False) if kind is None]
    if "published" in found:
        looks.append("published")
    else:
        for line in unread:
            if date_span(line.text) is not None:
                place = line
                looks.append("a date in front that is not read")
                break
    source = found.get("source", "")
    if source:
        odd = len(source) > _SOURCE_MAX or " " in source.strip()
        looks.append("an odd source" if odd else "a source")
    if any(holds_document_number(line.text) for line in lines[first : first + _OPENING]):
        looks.append("a number in the text")
    elif any(holds_document_number(line.text) for line in unread):
        looks.append("a number in front that is not read")
    if first < len(lines) and lines[first].last in "：:" and not isinstance(_first(report), Addressee):
        looks.append("begins with a colon")
    return Question("uncertain-field", place.start, place.end, place.text, ["fields", *looks], "fields")


def _first(report: Report) -> object:
    return report.body.children[0] if report.body.children else None


def _of_issuer(report: Report, title: str, name: str, found: dict[str | None, str]) -> list[str]:
    """What speaks for the name of the body whose document it is."""
    looks = []
    if name:
        rest = title.partition(name)[2] or title.partition(name[-1])[2]  # blanks in the title are not in the name
        looks.append("title names" if _AFTER_NAME.match(reading_form_of_words(rest)) else "title names, and goes on")
    signed = [one.raw for one in report.body.children if isinstance(one, Signature)]
    if signed:
        agrees = bool(name) and (signed[0].endswith(name[-4:]) or name.endswith(signed[0][-4:]))
        looks.append("signed as the title says" if agrees else "signed by another" if name else "signed")
    elif not name:
        label = found.get("issuer") or found.get("source") or ""
        looks.append("a label names" if label and is_organ(label) else "nothing names")
    return looks


def _of_year(title: str) -> list[str]:
    """What speaks for the year of the report."""
    if not title:
        return []
    if in_title(title) is not None:
        return ["year read"]
    return ["a year not read"] if _YEAR.search(title) else []
