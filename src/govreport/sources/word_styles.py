"""What the styles of Word say of paragraphs and words."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, TypeVar

from attrs import define

_STYLE_DEPTH: Final = 20  # styles that a style may be based on, one on the other
_Name = TypeVar("_Name", bound=Hashable)


@define(slots=True)
class Look:
    """What a style says; None where it leaves it to the one it is based on.

    Attributes:
        bold: whether it is bold.
        face: its typeface, see `govreport.sources.page.Style`.
        level: its level as a heading, 1 to 6; 0 for none.
        list: the list that its paragraphs are counted in.
        list_level: the level there, from 0.
        centred: whether it is set in the middle.
        is_title: whether it is the style of titles.
    """

    bold: bool | None = None
    face: str | None = None
    level: int | None = None
    list: str | None = None
    list_level: int | None = None
    centred: bool | None = None
    is_title: bool = False

    def over(self, base: Look) -> Look:
        """This style on top of another."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.face if self.face is None else self.face,
            base.level if self.level is None else self.level,
            base.list if self.list is None else self.list,
            base.list_level if self.list_level is None else self.list_level,
            base.centred if self.centred is None else self.centred,
            self.is_title or base.is_title,
        )


def based(own: dict[_Name, tuple[Look, _Name]]) -> dict[_Name, Look]:
    """Put each style on top of what it is based on.

    Args:
        own: what each style says itself, by its name, with the name of the one that it is based on.
    """
    styles = {}
    for name, (look, base_name) in own.items():
        for _ in range(_STYLE_DEPTH):
            if base_name not in own:
                break
            base_look, base_name = own[base_name]
            look = look.over(base_look)
        styles[name] = look
    return styles
