"""What a reader sets right on one page, and its JSON: ``govreport-fix/1``."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final, Literal, TypeAlias

from attrs import define, field

from govreport.serialize.text import to_text
from govreport.tree.corrections import FIELD_TYPES, Plain, field_value
from govreport.tree.report import Report

SCHEMA: Final = "govreport-fix/1"
"""The version of the format, as every file names it."""

MOST_HEADINGS: Final = 1000
"""Headings that one file sets right: each is looked for in the whole document."""

Span: TypeAlias = "tuple[int, int]"
Action: TypeAlias = Literal["add", "drop", "end", "level"]
ACTIONS: Final[tuple[Action, ...]] = ("add", "drop", "end", "level")


@define
class FieldFix:
    """A field's right value.

    Attributes:
        value: the value as JSON has it; None where the page does not say.
        span: ``(start, end)`` of the words that say it, in characters of the page's text; None where no words do.
    """

    value: Plain
    span: Span | None = None


@define
class HeadingFix:
    """What is to be done with a heading, or a place that should be one.

    Attributes:
        do: ``add`` a heading, ``drop`` it, ``end`` it elsewhere, or give it another ``level``.
        at: where the heading begins, with its number, in characters of the page's text.
        end: where its words end, with the stop that closes them; None for ``add``: where the paragraph ends.
        level: how many headings stand around it, and one more; None for ``add``: as the last heading whose number is
            written alike, else one more than the section that it stands in.
    """

    do: Action
    at: int
    end: int | None = None
    level: int | None = None


@define
class Fix:
    """What a reader sets right on one page.

    Attributes:
        digest: names the page's text, see `digest_of`; a fix for another text is refused.
        page: the name of the page's file; empty where it has none.
        by: who set it right.
        when: when, in any form; ISO 8601 where the command writes it.
        reviewed: whether the reader looked at all of the page, so that nothing else is in doubt.
        fields: the right values of fields, by their names.
        headings: what is to be done with headings, in order.
        body_start: where the document proper begins, in characters of the page's text; None where it is right.
        body_end: where it ends.
    """

    digest: str
    page: str = ""
    by: str | None = None
    when: str | None = None
    reviewed: bool = False
    fields: dict[str, FieldFix] = field(factory=dict)
    headings: list[HeadingFix] = field(factory=list)
    body_start: int | None = None
    body_end: int | None = None

    @classmethod
    def for_report(cls, report: Report, page: str = "", by: str | None = None) -> Fix:
        """Begin a fix for a report.

        Args:
            report: the report, as it was read: its text is what offsets count in.
            page: the name of its file.
            by: who sets it right.
        """
        return cls(digest_of(report), page, by)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        bounds = self.body_start is None and self.body_end is None
        return bounds and not self.reviewed and not self.fields and not self.headings

    def to_json(self) -> str:
        """Print it as JSON, with a line end."""
        data: dict[str, Any] = {"schema": SCHEMA, "digest": self.digest}
        for name, value in (("page", self.page), ("by", self.by), ("when", self.when), ("reviewed", self.reviewed)):
            if value:
                data[name] = value
        if self.fields:
            data["fields"] = {
                name: {"value": one.value, **({} if one.span is None else {"span": list(one.span)})}
                for name, one in self.fields.items()
            }
        if self.headings:
            data["headings"] = [
                {"do": one.do, "at": one.at, **_given(end=one.end, level=one.level)} for one in self.headings
            ]
        if bounds := _given(start=self.body_start, end=self.body_end):
            data["body"] = bounds
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, data: str | bytes) -> Fix:
        """Read it from its JSON.

        Args:
            data: the JSON, as text or in UTF-8.

        Raises:
            ValueError: it is none; the message names the place.
        """
        try:
            read = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"it is not JSON ({error})") from None
        given = _object(
            read, "it", {"schema", "digest", "page", "by", "when", "reviewed", "fields", "headings", "body"}
        )
        if given.get("schema") != SCHEMA:
            raise ValueError(f'schema is "{SCHEMA}", not {given.get("schema")!r}')
        for name in ("digest", "page", "by", "when"):
            if not isinstance(given.get(name, ""), str):
                raise ValueError(f"{name} is a text, not {given[name]!r}")
        if "digest" not in given:
            raise ValueError("digest is missing, which names the text that it is for")
        if not isinstance(given.get("reviewed", False), bool):
            raise ValueError(f"reviewed is true or false, not {given['reviewed']!r}")
        body = _object(given.get("body", {}), "body", {"start", "end"})
        headings = given.get("headings", [])
        if not isinstance(headings, list) or len(headings) > MOST_HEADINGS:
            raise ValueError(f"headings is a list of at most {MOST_HEADINGS}")
        return cls(
            given["digest"],
            given.get("page", ""),
            given.get("by"),
            given.get("when"),
            given.get("reviewed", False),
            {name: _field(name, one) for name, one in _object(given.get("fields", {}), "fields", None).items()},
            [_heading(f"headings[{at}]", one) for at, one in enumerate(headings)],
            _offset(body, "start", "body"),
            _offset(body, "end", "body"),
        )


def digest_of(report: Report) -> str:
    """Name a report's text: ``sha256:`` and the digest of it in UTF-8, lone surrogates as their three bytes."""
    return "sha256:" + hashlib.sha256(to_text(report).encode("utf-8", "surrogatepass")).hexdigest()


def _given(**values: int | None) -> dict[str, int]:
    return {name: value for name, value in values.items() if value is not None}


def _object(data: Any, name: str, keys: set[str] | None) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{name} is an object")
    strange = [] if keys is None else sorted(set(data) - keys)
    if strange:
        raise ValueError(f"{name} has no {strange[0]!r}: it takes {', '.join(sorted(keys or ()))}")
    return data


def _field(name: str, data: Any) -> FieldFix:
    if name not in FIELD_TYPES:
        raise ValueError(f"fields has no {name!r}: it takes {', '.join(FIELD_TYPES)}")
    given = _object(data, f"fields.{name}", {"value", "span"})
    if "value" not in given:
        raise ValueError(f"fields.{name}.value is missing; null says that the page does not say it")
    field_value(name, given["value"])
    span = given.get("span")
    if span is not None and not (isinstance(span, list) and len(span) == 2 and all(map(_is_offset, span))):
        raise ValueError(f"fields.{name}.span is two offsets, not {span!r}")
    return FieldFix(given["value"], None if span is None else (span[0], span[1]))


def _heading(name: str, data: Any) -> HeadingFix:
    given = _object(data, name, {"do", "at", "end", "level"})
    if given.get("do") not in ACTIONS:
        raise ValueError(f"{name}.do is one of {', '.join(ACTIONS)}, not {given.get('do')!r}")
    at, end, level = (_offset(given, key, name) for key in ("at", "end", "level"))
    needed = {"at": at, "end": end if given["do"] == "end" else 0, "level": level if given["do"] == "level" else 0}
    for key, value in needed.items():
        if value is None:
            raise ValueError(f"{name}.{key} is missing")
    return HeadingFix(given["do"], at or 0, end, level)


def _offset(given: dict[str, Any], key: str, name: str) -> int | None:
    value = given.get(key)
    if value is not None and not _is_offset(value):
        raise ValueError(f"{name}.{key} is a number from 0, not {value!r}")
    return value


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
