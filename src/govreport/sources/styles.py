"""What the ``style`` of an element says of the text in it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from govreport.sources.page import face_of

_HIDDEN: Final = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.I)
_DISPLAY: Final = re.compile(r"(?:^|[;\s])display\s{0,4}:\s{0,4}(block|flex|list-item|table|grid)", re.I)
_WEIGHT: Final = re.compile(r"font-weight\s{0,4}:\s{0,4}(bold|bolder|normal|lighter|\d{3})", re.I)
_FAMILY: Final = re.compile(r"font-family\s{0,4}:\s{0,4}([^;]{1,60})|(?:^|;)\s{0,4}font\s{0,4}:([^;]{1,80})", re.I)
_CENTRED: Final = re.compile(r"text-align\s{0,4}:\s{0,4}center", re.I)
_BOLD_LEAST: Final = 600  # of the weights that numbers give


class Declared(NamedTuple):
    """What a ``style`` declares.

    Attributes:
        hidden: whether the element is not shown.
        block: whether it stands on lines of its own.
        centred: whether its lines are set in the middle.
        bold: whether it is bold; None where that is not said.
        face: its typeface, see `govreport.sources.page.Style`; None where that is not said.
    """

    hidden: bool = False
    block: bool = False
    centred: bool = False
    bold: bool | None = None
    face: str | None = None


NOTHING: Final = Declared()


class Styles(dict[str, Declared]):
    """The styles of one page, each read once: most of its elements share a few."""

    def __missing__(self, style: str) -> Declared:
        """Read a style that the page did not have yet."""
        says = style.lower()
        weight, family = (_WEIGHT.search(style), _FAMILY.search(style)) if "font" in says else (None, None)
        declared = Declared(
            hidden=_HIDDEN.search(style) is not None,
            block=_DISPLAY.search(style) is not None,
            centred=_CENTRED.search(style) is not None,
            bold=_is_bold(weight[1]) if weight is not None else None,
            face=first_face(family[1] or family[2]) if family is not None else None,
        )
        # One object for all that say nothing of this: it can be told without a comparison.
        self[style] = declared = NOTHING if declared == NOTHING else declared
        return declared


def _is_bold(weight: str) -> bool:
    return weight.lower() in ("bold", "bolder") or (weight.isdigit() and int(weight) >= _BOLD_LEAST)


def first_face(fonts: str) -> str:
    """The typeface of the first of some fonts, parted by commas."""
    return face_of(fonts.partition(",")[0])
