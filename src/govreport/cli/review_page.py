"""One page as ``govreport review`` shows it, and what its reader says of it."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, Final

from govreport.corrections.correcting import REFUSED, correct
from govreport.corrections.fix import FieldFix, Fix, HeadingFix
from govreport.serialize.text import preview, to_text
from govreport.tree.corrections import (
    DATES,
    FIELD_TYPES,
    NUMBER,
    TEXT,
    TEXTS,
    Plain,
    field_value,
    plain_value,
)
from govreport.tree.nodes import Heading, Section, leaves
from govreport.tree.report import Report
from govreport.words.blanks import SPACES
from govreport.words.stops import STOPS

SHOWN: Final = ("title", "issuer", "year", "published", "doc_number", "addressee", "signature", "date")
"""The fields that are shown with a page; the others can be set too."""
_AROUND: Final = 4  # lines of the text that are shown before and behind one
_EXCERPT: Final = 60  # characters of a place or a line that are shown
_PARTED: Final = str.maketrans("，、；;", ",,,,")  # what parts names that are typed


class Unclear(ValueError):  # noqa: N818 - says what is wrong, as ValueError does not
    """What a reader typed has no meaning on the page."""


class PageReview:
    """A page that somebody looks at.

    Args:
        report: the page as it was parsed, without corrections.
        fix: what was set right in it already.

    Attributes:
        fix: what is set right in it now.
        report: the page with that.
    """

    def __init__(self, report: Report, fix: Fix) -> None:
        self._parsed = report
        self._text = to_text(report)
        self._starts = [0, *(at + 1 for at, sign in enumerate(self._text) if sign == "\n")]
        self._before: list[Fix] = []
        self.fix = fix
        self.report = self._corrected(fix)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def line(self, at: int) -> int:
        """The line of an offset, from 1."""
        return max(bisect_left(self._starts, at + 1), 1)

    def data(self) -> dict[str, Any]:
        """Give what is shown, as plain data."""
        report = self.report
        start, end = report.body.span
        return {
            "confidence": report.confidence,
            "reviewed": self.fix.reviewed,
            "doubts": [
                {
                    "code": one.code,
                    "chance": one.chance,
                    "line": self.line(one.start),
                    "start": one.start,
                    "end": one.end,
                    "message": one.message,
                    "text": self._text[one.start : one.end][:_EXCERPT],
                }
                for one in report.doubts
            ],
            "fields": {name: plain_value(report.evidence(name).value) for name in FIELD_TYPES},
            "headings": [
                {
                    "at": heading.start,
                    "end": (heading.start or 0) + len(heading.raw),
                    "line": self.line(heading.start or 0),
                    "level": level,
                    "marker": heading.marker,
                    "title": heading.title,
                }
                for level, heading in ((level, section.heading) for level, section in self._sections())
            ],
            "body": {"start": start, "end": end},
            "corrections": [one.what for one in report.corrections],
            "refused": self._refused(report),
        }

    def shown(self) -> Iterator[str]:
        """Yield the lines that are shown of the page: doubts, fields, headings, and where the document stands."""
        report = self.report
        for doubt in report.doubts:
            excerpt = " ".join(self._text[doubt.start : doubt.end].split())[:_EXCERPT]
            yield f"  ? {doubt.chance:.2f}  line {self.line(doubt.start)}  {doubt.code}: {excerpt}"
        for name in SHOWN:
            value = plain_value(report.evidence(name).value)
            right = any(one.what == name for one in report.corrections)
            said = ", ".join(value) if isinstance(value, list) else "-" if value is None else value
            yield f"  {name:<11}{'* ' if right else '  '}{said}"
        for number, (level, section) in enumerate(self._sections(), 1):
            heading = section.heading
            words = heading.text if heading.title else heading.marker + preview(section)
            yield f"  {number:>3}  {'  ' * (level - 1)}{words[:_EXCERPT]}  (line {self.line(heading.start or 0)})"
        start, end = report.body.span
        yield f"  the document: lines {self.line(start)} to {self.line(max(end - 1, start))}"
        for why in self._refused(report):
            yield f"  ! {why}"

    def lines_around(self, number: int) -> Iterator[str]:
        """Yield some lines of the text with their numbers."""
        first = max(number - _AROUND, 1)
        for line in range(first, min(number + _AROUND, len(self._starts)) + 1):
            yield f"  {line:>5}  {self._line(line).strip(SPACES)[: 2 * _EXCERPT]}"

    # --- what is said -------------------------------------------------------------------------------------------------

    def set_field(self, name: str, said: str) -> None:
        """Set a field right, by what was typed for it; nothing says that the page does not say it.

        Raises:
            Unclear: there is no such field, or the value is none of its type.
        """
        try:
            value = typed_value(name, said)
        except ValueError as error:
            raise Unclear(str(error)) from None
        self._say(lambda fix: fix.fields.__setitem__(name, FieldFix(value, self._place(name, value))))

    def drop(self, number: int) -> None:
        """Say that a heading, by its number in what is shown, is none."""
        heading = self._heading(number)
        self._say(lambda fix: fix.headings.append(HeadingFix("drop", heading.start or 0)))

    def put_at_level(self, number: int, level: int) -> None:
        """Put a heading at another level."""
        heading = self._heading(number)
        self._say(lambda fix: fix.headings.append(HeadingFix("level", heading.start or 0, level=level)))

    def end_with(self, number: int, words: str) -> None:
        """Let a heading end with some words, and with the stop behind them."""
        heading = self._heading(number)
        end = self._end_of(words, heading.start or 0)
        self._say(lambda fix: fix.headings.append(HeadingFix("end", heading.start or 0, end)))

    def add(self, line: int, level: int | None, words: str) -> None:
        """Say that a line begins with a heading, which ends with some words; without any, with the paragraph."""
        start, _ = self._offsets(line)
        end = self._end_of(words, start) if words else None
        self._say(lambda fix: fix.headings.append(HeadingFix("add", start, end, level)))

    def begin(self, line: int) -> None:
        """Say with which line the document begins."""
        start, _ = self._offsets(line)
        self._say(lambda fix: setattr(fix, "body_start", start))

    def finish(self, line: int) -> None:
        """Say with which line the document ends."""
        _, end = self._offsets(line)
        self._say(lambda fix: setattr(fix, "body_end", end))

    def undo(self) -> None:
        """Take back what was said last.

        Raises:
            Unclear: nothing was said.
        """
        if not self._before:
            raise Unclear("there is nothing to take back")
        self.fix = self._before.pop()
        self.report = self._corrected(self.fix)

    # --- how ----------------------------------------------------------------------------------------------------------

    def _say(self, change: Callable[[Fix], None]) -> None:
        fix = copy.deepcopy(self.fix)
        change(fix)
        report = self._corrected(fix)
        if news := set(self._refused(report)) - set(self._refused(self.report)):
            raise Unclear("; ".join(sorted(news)))
        self._before.append(self.fix)
        self.fix, self.report = fix, report

    def _corrected(self, fix: Fix) -> Report:
        report = copy.deepcopy(self._parsed)
        correct(report, fix)
        return report

    def _refused(self, report: Report) -> list[str]:
        return [one.message.partition("left out: ")[2] for one in report.issues if one.code == REFUSED]

    def _sections(self) -> list[tuple[int, Section]]:
        """The sections, in order, each with its level."""
        found: list[tuple[int, Section]] = []
        for node in self.report.body.walk():
            if isinstance(node, Section):
                level, parent = 1, node.parent
                while isinstance(parent, Section):
                    level, parent = level + 1, parent.parent
                found.append((level, node))
        return found

    def _heading(self, number: int) -> Heading:
        sections = self._sections()
        if not 1 <= number <= len(sections):
            raise Unclear(f"there is no heading {number}: they go from 1 to {len(sections)}")
        return sections[number - 1][1].heading

    def _line(self, number: int) -> str:
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end]

    def _offsets(self, number: int) -> tuple[int, int]:
        """Where the words of a line begin and end."""
        if not 1 <= number <= len(self._starts):
            raise Unclear(f"there is no line {number}: they go from 1 to {len(self._starts)}")
        line, start = self._line(number), self._starts[number - 1]
        words = line.strip(SPACES)
        if not words:
            raise Unclear(f"line {number} is blank")
        first = start + line.index(words)
        return first, first + len(words)

    def _end_of(self, words: str, start: int) -> int:
        at = self._text.find(words, start)
        if at < 0:
            raise Unclear(f"{words} does not stand there")
        end = at + len(words)
        while end < len(self._text) and self._text[end] in STOPS:
            end += 1
        return end

    def _place(self, name: str, value: Plain) -> tuple[int, int] | None:
        """Where the page says a text: in the front the last such place, else the first leaf that says nothing else."""
        if FIELD_TYPES[name] not in (TEXT, TEXTS) or value is None:
            return None
        words = value if isinstance(value, str) else value[0] if isinstance(value, list) and len(value) == 1 else ""
        front = [leaf for leaf in leaves(self.report.front) if words in leaf.raw]
        whole = [leaf for leaf in leaves(self.report.body) if leaf.text == words and words in leaf.raw]
        found = whole if name == "signature" else front[::-1] + whole
        exact = [leaf for leaf in found if leaf.text == words] or found
        if not words or not exact or exact[0].start is None:
            return None
        start = exact[0].start + exact[0].raw.index(words)
        return start, start + len(words)


def typed_value(name: str, said: str) -> Plain:
    """Give the value of a field as a person types it.

    Args:
        name: the field.
        said: the value; names and dates parted by commas; empty where the page does not say.

    Raises:
        ValueError: there is no such field, or the value is none of its type.
    """
    kind = FIELD_TYPES.get(name)
    said = said.strip()
    value: Plain = said
    if not said:
        value = None
    elif kind == NUMBER:
        value = int(said) if said.isdecimal() else said
    elif kind in (TEXTS, DATES):
        value = [one.strip() for one in said.translate(_PARTED).split(",") if one.strip()]
    field_value(name, value)
    return value
