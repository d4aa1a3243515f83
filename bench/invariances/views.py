"""What a tree says, in a form that can be changed as the text was, and compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from attrs import define, evolve

from govreport import Report
from govreport.tree.nodes import Heading, leaves

FIELDS: Final = "title issuer year published source doc_number addressee signature date period".split()
FOOTER: Final = "organizer contractor icp police site_id address phone".split()
_SPACE: Final = re.compile(r"[\s\u200b\ufeff]+")

Unit = tuple[int, str, str]
"""A heading: depth, marker, title."""
Piece = tuple[str, str]
"""A leaf of the document: its kind, and its text."""


def bare(text: str) -> str:
    """Give a text without white space, all of its characters at their usual width: what comparing goes by."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@define(frozen=True)
class View:
    """What a tree says.  None, or a field that is not there: not compared.

    Attributes:
        fields: the shortcuts of the report, and of its footer (``footer.icp``); an empty string for what is absent.
        outline: the headings, in order.
        body: the leaves of the document, in order; those of tables too.
        front: what stands before the document, as one text.
        back: what stands after it.
    """

    fields: dict[str, str]
    outline: tuple[Unit, ...] | None = None
    body: tuple[Piece, ...] | None = None
    front: str | None = None
    back: str | None = None

    def mapped(self, change: Callable[[str], str]) -> View:
        """Give the view with every text in it changed."""

        def then_bare(text: str) -> str:
            return bare(change(text))

        return View(
            {name: then_bare(value) for name, value in self.fields.items()},
            self.outline and tuple((depth, then_bare(mark), then_bare(title)) for depth, mark, title in self.outline),
            self.body and tuple((kind, then_bare(text)) for kind, text in self.body),
            self.front and then_bare(self.front),
            self.back and then_bare(self.back),
        )

    def having(self, **fields: str) -> View:
        """Give the view with some fields of other values."""
        return evolve(self, fields={**self.fields, **{name: bare(value) for name, value in fields.items()}})

    def only(self, *names: str) -> View:
        """Give the view with no fields but these to compare."""
        return evolve(self, fields={name: self.fields[name] for name in names})

    def without(self, *names: str) -> View:
        """Give the view with some fields not to compare."""
        return evolve(self, fields={name: value for name, value in self.fields.items() if name not in names})

    def of_document(self) -> View:
        """Give the view without what a site says around the document."""
        of_site = {"published", "source", "issuer", *(f"footer.{key}" for key in FOOTER)}
        return evolve(self.without(*of_site), front=None, back=None)


def view(report: Report) -> View:
    """Give what a tree says, as it is compared."""
    fields = {name: _value(getattr(report, name, None)) for name in FIELDS}
    fields |= {f"footer.{key}": _value(getattr(report.footer, key, None)) for key in FOOTER}
    return View(
        fields,
        tuple((one.depth, bare(one.marker), bare(one.title)) for one in report.walk() if isinstance(one, Heading)),
        tuple((leaf.kind, bare(leaf.text)) for leaf in leaves(report.body) if bare(leaf.text)),
        "".join(bare(leaf.raw) for leaf in leaves(report.front)),
        "".join(bare(leaf.raw) for leaf in leaves(report.back)),
    )


def _value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "/".join(map(_value, value))
    return bare(value.isoformat() if isinstance(value, date) else str(value))


def differences(want: View, got: View) -> Iterator[str]:
    """Yield what differs, a line each: which part, what is there, and what should be."""
    for name, value in want.fields.items():
        if got.fields[name] != value:
            yield f"{name}: {got.fields[name] or None!r}, not {value or None!r}"
    for part in ("outline", "body"):
        wanted, found = getattr(want, part), getattr(got, part)
        if wanted is not None and wanted != found:
            yield f"{part}: {_first_difference(found, wanted)}"
    for part in ("front", "back"):
        wanted, found = getattr(want, part), getattr(got, part)
        if wanted is not None and wanted != found:
            yield f"{part}: {_around_difference(found, wanted)}"


def _first_difference(found: Iterable[object], wanted: Iterable[object]) -> str:
    left, right = list(found), list(wanted)
    at = next((n for n, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), None)
    if at is None:
        at = min(len(left), len(right))
    one, other = (repr(side[at]) if at < len(side) else "nothing" for side in (left, right))
    return f"[{at}] {_short(one)}, not {_short(other)}"


def _around_difference(found: str, wanted: str) -> str:
    at = next((n for n, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), None)
    if at is None:
        at = min(len(found), len(wanted))
    return f"at {at} {found[at : at + 30]!r}, not {wanted[at : at + 30]!r}"


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"
