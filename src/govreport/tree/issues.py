"""What a report can say about itself that a reader should know: a closed set of codes."""

from __future__ import annotations

from typing import Final

from attrs import define

from govreport.tree.showing import shown
from govreport.words.charsets import REPLACEMENT

ERROR: Final = "error"
WARNING: Final = "warning"
INFO: Final = "info"

CODES: Final[dict[str, tuple[str, str]]] = {
    "no-text": (WARNING, "there is no text"),
    "title-not-found": (INFO, "no title was found before the text"),
    "no-running-text": (WARNING, "no line of the document is a sentence: the page may hold none"),
    "text-outside": (WARNING, "running text or a signature stands before or after the document"),
    "copied-document": (INFO, "the page gives the document again behind it"),
    "list-of-pages": (WARNING, "the page lists other pages, no document was found in it"),
    "restarted-number": (INFO, "a series of numbers starts again at the same level"),
    "skipped-number": (WARNING, "a number of the series is missing"),
    "repeated-number": (WARNING, "a number of the series comes twice"),
    "orphan-level": (INFO, "a series does not begin with 1"),
    "uncertain-heading": (INFO, "where this heading ends is a guess"),
    "possible-heading": (WARNING, "whether this is a heading is a guess"),
    "uncertain-title": (WARNING, "which line is the title is a guess"),
    "uncertain-beginning": (WARNING, "where the document begins is a guess"),
    "uncertain-end": (WARNING, "where the document ends is a guess"),
    "uncertain-field": (WARNING, "who issued or signed the document, and when, is a guess"),
    "impossible-date": (WARNING, "a date that does not exist, kept as text"),
    "replacement-characters": (WARNING, "U+FFFD in the text: bytes that could not be decoded"),
    "wrong-encoding": (WARNING, "the characters are those of a text that was read in a wrong encoding"),
    "mixed-encodings": (WARNING, "a part of the file is in another encoding"),
    "markup-left-out": (WARNING, "markup that would have taken too much was left out, its text was not"),
    "refused-correction": (WARNING, "a correction does not fit the page and was left out"),
    "unreadable-file": (ERROR, "the file could not be read as a report"),
}
"""Each code with its severity and its meaning; `docs/issues.md` has an example of each."""

NO_DOCUMENT: Final = frozenset({"no-text", "no-running-text", "list-of-pages", "unreadable-file"})
"""Codes of pages that hold no document."""

UNCERTAIN: Final = 0.7
"""Confidence below which a heading's end is reported as uncertain."""


@define(slots=True, repr=False)
class Issue:
    """Something in the source that a reader should look at.

    Attributes:
        code: one of `CODES`.
        severity: ``error``, ``warning`` or ``info``.
        message: one sentence that names the thing.
        start: offset in the source, in characters.
        end: offset of its end.
        chance: of a doubt, how likely a reader would change something there, 0 to 1; None where the issue is a fact.
    """

    code: str
    severity: str
    message: str
    start: int
    end: int
    chance: float | None = None

    def __repr__(self) -> str:
        return f"<Issue {self.code}, {shown(self.message, 48)} at {self.start}>"


def put_in_order(issues: list[Issue]) -> None:
    """Sort issues by their places in the source, as a report lists them."""
    issues.sort(key=lambda one: (one.start, one.code))


def issue(code: str, detail: str, start: int, end: int) -> Issue:
    """Make an issue: the code's severity and meaning, and the detail that names the place.

    Raises:
        KeyError: the code is none of `CODES`.
    """
    severity, meaning = CODES[code]
    return Issue(code, severity, f"{meaning}: {detail}" if detail else meaning, start, end)


_PLACES_SHOWN: Final = 20  # of bad characters that an issue lists


def replaced_characters(text: str) -> list[Issue]:
    """Report the bytes of a text that could not be decoded: how many, from the first on, and where."""
    first = at = text.find(REPLACEMENT)
    if at < 0:
        return []
    count = text.count(REPLACEMENT)
    places: list[str] = []
    while at >= 0 and len(places) < _PLACES_SHOWN:
        places.append(str(at))
        at = text.find(REPLACEMENT, at + 1)
    more = " …" if count > len(places) else ""
    return [issue("replacement-characters", f"{count} of them, at {', '.join(places)}{more}", first, first + 1)]
