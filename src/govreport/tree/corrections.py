"""What readers set right in a report: one record for each thing that was changed, with what the parse had said."""

from __future__ import annotations

import datetime
from typing import Any, Final, TypeAlias

from attrs import define

from govreport.tree.showing import shown

Plain: TypeAlias = "str | int | list[str] | None"
"""A value of a field, or the words of a heading, as JSON has it: dates as ISO 8601 writes them."""

DATE: Final = "date"
TIME: Final = "time"
DATES: Final = "dates"
TEXT: Final = "text"
TEXTS: Final = "texts"
NUMBER: Final = "number"

FIELD_TYPES: Final[dict[str, str]] = {
    "title": TEXT,
    "issuer": TEXT,
    "year": NUMBER,
    "period": DATES,
    "published": TIME,
    "source": TEXT,
    "doc_number": TEXT,
    "addressee": TEXT,
    "signature": TEXTS,
    "date": DATE,
    "site_name": TEXT,
    "site_id": TEXT,
    "column": TEXT,
}
"""The fields that can be set right, each with what its value is."""

REVIEWED: Final = "reviewed"
HEADING_ADDED: Final = "heading-added"
HEADING_DROPPED: Final = "heading-dropped"
HEADING_ENDED: Final = "heading-ended"
HEADING_LEVEL: Final = "heading-level"
BODY_START: Final = "body-start"
BODY_END: Final = "body-end"
KINDS: Final = (
    *FIELD_TYPES, HEADING_ADDED, HEADING_DROPPED, HEADING_ENDED, HEADING_LEVEL, BODY_START, BODY_END, REVIEWED,
)  # fmt: skip
"""What can be set right."""


@define(slots=True, repr=False)
class Correction:
    """One thing in a report that a reader set right.

    Attributes:
        what: the name of a field, or one of ``heading-added``, ``heading-dropped``, ``heading-ended``,
            ``heading-level``, ``body-start``, ``body-end``; ``reviewed`` says that a reader looked at all of the page.
        old: what was there before: a field's value, a heading's words, its level, an offset; None for nothing.
        new: what is there now, as ``old``.
        start: where in the source it stands, in characters; None for a value that the page does not say.
        end: where that ends.
        by: who set it right, where the file says it.
        when: when, as the file says it.
    """

    what: str
    old: Plain = None
    new: Plain = None
    start: int | None = None
    end: int | None = None
    by: str | None = None
    when: str | None = None

    def __repr__(self) -> str:
        return f"<Correction {self.what}: {shown(str(self.old), 32)} to {shown(str(self.new), 32)}>"


def field_value(name: str, plain: Plain) -> Any:
    """Give the value of a field.

    Args:
        name: the field.
        plain: its value, as JSON has it; None where the page does not say.

    Returns:
        The value, of the type that `govreport.Report.evidence` gives for the field.

    Raises:
        ValueError: there is no such field, or the value is none of its type; the message says what it takes.
    """
    if name not in FIELD_TYPES:
        raise ValueError(f"no field {name!r}; there are {', '.join(FIELD_TYPES)}")
    kind = FIELD_TYPES[name]
    if plain is None:
        return [] if kind == TEXTS else None
    try:
        return _READERS[kind](plain)
    except (TypeError, ValueError):
        raise ValueError(f"{name} takes {_TAKES[kind]}, not {plain!r}") from None


def plain_value(value: Any) -> Plain:
    """Give the value of a field as JSON has it."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [str(plain_value(one)) for one in value] or None
    return None if value is None else value if isinstance(value, int) else str(value)


def latest(corrections: list[Correction], what: str) -> Correction | None:
    """Give the last of some corrections of one thing."""
    return next((one for one in reversed(corrections) if one.what == what), None)


def _text(plain: Plain) -> str:
    if not isinstance(plain, str) or not plain.strip():
        raise TypeError
    return plain


def _texts(plain: Plain) -> list[str]:
    return [_text(one) for one in (plain if isinstance(plain, list) else [plain])]


def _number(plain: Plain) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError
    return plain


def _date(plain: Plain) -> datetime.date:
    return datetime.date.fromisoformat(_text(plain))


def _time(plain: Plain) -> datetime.date | datetime.datetime:
    text = _text(plain)
    return datetime.datetime.fromisoformat(text) if len(text) > len("2024-01-01") else _date(text)


def _dates(plain: Plain) -> tuple[datetime.date, datetime.date]:
    if not isinstance(plain, list) or len(plain) != 2:
        raise TypeError
    return _date(plain[0]), _date(plain[1])


_READERS: Final = {DATE: _date, TIME: _time, DATES: _dates, TEXT: _text, TEXTS: _texts, NUMBER: _number}
_TAKES: Final = {
    DATE: "a date as 2024-03-01",
    TIME: "a date or a time as 2024-03-01 or 2024-03-01T10:20",
    DATES: "the first and the last day, each as 2024-03-01",
    TEXT: "a text",
    TEXTS: "a list of names",
    NUMBER: "a number",
}
