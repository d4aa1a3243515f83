"""How a file is to be read and parsed, as whoever asks for it has chosen."""

from __future__ import annotations

from typing import NamedTuple

from govreport.parsing.headings.series import Splitting


class Choices(NamedTuple):
    """What may be chosen of a parse; each as for `govreport.parse_bytes`.

    Attributes:
        encoding: the file's.
        declared: what an HTTP header said of it.
        splitting: ``split_headings``.
        positions: ``keep_source_positions``.
        check: whether the page is read again.
    """

    encoding: str | None
    declared: str | None
    splitting: Splitting
    positions: bool
    check: bool
