"""The links and pictures of a Word paragraph (ISO/IEC 29500-1, 17.16.22 hyperlink, 17.16.5.25 HYPERLINK, 20.1.8.13)."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from govreport.sources.page import Style
from govreport.sources.page_text import PageText
from govreport.tree.links import is_address

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
"""The element that names the file of a picture."""
_DRAWN: Final = _W + "drawing"
_DESCRIBED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_INSTRUCTION: Final = re.compile(r'\s{0,9}HYPERLINK\s{1,9}"([^"]{1,2048})"', re.IGNORECASE)


class Piece(NamedTuple):
    """What a part of a paragraph shows.

    Attributes:
        text: its text; what stands for a picture.
        style: how it is set.
        target: where it leads, or where the picture lies.
        is_picture: whether it is one.
    """

    text: str
    style: Style
    target: str | None = None
    is_picture: bool = False

    def put(self, page: PageText) -> None:
        """Add it to a page."""
        if self.is_picture:
            page.add_picture(self.target or "", self.text)
            return
        page.target = self.target
        page.add_verbatim(self.text, self.style)
        page.target = None


class Links:
    """Where the parts of one paragraph lead; it has to be shown them in order."""

    def __init__(self, relations: Any) -> None:
        """Begin a paragraph.

        Args:
            relations: those of the part that it stands in, by their ids.
        """
        self._relations = relations
        self._instruction = ""
        self._field: str | None = None

    def see(self, part: Any) -> None:
        """Take note of a part of a field: its beginning, its instruction, its end."""
        if part.tag == _W + "instrText":
            self._instruction += part.text or ""
        elif part.tag == _W + "fldChar":
            found = _INSTRUCTION.match(self._instruction) if part.get(_W + "fldCharType") == "separate" else None
            self._field = found[1] if found is not None and is_address(found[1]) else None
            if part.get(_W + "fldCharType") != "separate":
                self._instruction = ""

    def target(self, part: Any) -> str | None:
        """Tell where a text of the paragraph leads; None for nowhere outside of the file."""
        for around in part.iterancestors():
            if around.tag == _W + "hyperlink":
                return self._related(around.get(_R + "id"))
            if around.tag == _W + "p":
                break
        return self._field

    def picture(self, part: Any, style: Style) -> Piece | None:
        """Give the picture that an element names; None where the file does not have it."""
        target = self._related(part.get(_R + "embed") or part.get(_R + "link"))
        drawn = next(part.iterancestors(_DRAWN), None)
        described = None if drawn is None else drawn.find(f".//{_DESCRIBED}")
        alt = "" if described is None else described.get("descr") or ""
        return None if target is None else Piece(alt.strip(), style, target, is_picture=True)

    def _related(self, name: str | None) -> str | None:
        relation = self._relations.get(name) if name else None
        target = None if relation is None else str(relation.target_ref)
        return target if target is not None and is_address(target) else None
