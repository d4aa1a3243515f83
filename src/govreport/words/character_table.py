"""A table for `str.translate` that learns which characters stay as they are."""

from __future__ import annotations

from typing import Final

_KEPT: Final = 0x10000  # code points; so that a text made of all characters there are cannot fill the memory


class CharacterTable(dict[int, "int | str"]):
    """What characters are turned into, by their code points; any other stays, and is noted when it is first met.

    A character that a table has not costs `str.translate` an exception, five times what one costs that it has.
    """

    def __missing__(self, code: int) -> int:
        if code < _KEPT:
            self[code] = code
        return code
