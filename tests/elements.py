"""HTML read back: its elements with their attributes and texts, in order."""

from __future__ import annotations

from html.parser import HTMLParser

from attrs import define, field


@define
class Element:
    """An element as a parser shows it.

    Attributes:
        tag: its name.
        attributes: by name.
        text: all text within it.
    """

    tag: str
    attributes: dict[str, str | None] = field(factory=dict)
    text: str = ""


_VOID = {"meta", "link", "input", "br", "hr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(self.found[-1])

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def elements(html: str) -> list[Element]:
    """Every element of a page, in the order in which they begin; fails where one is not closed in its turn."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"not closed: {reader.open}"
    return reader.found
