"""Line ends lost: a text put on one line keeps its outline."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

from attrs import evolve

from bench.invariances.changes import Apply, Change, Changed, Sample
from bench.invariances.views import View
from govreport.tree.nodes import Heading

LINES: Final = 6
"""Lines of the shortest text that is put on one."""
UNITS: Final = 2
"""Numbered units of the text with the fewest."""


def put_on_one_line(joint: str) -> Apply:
    """Give what puts a text on one line.

    Args:
        joint: what stands in place of a line end, with the white space around it.
    """

    def apply(sample: Sample, random: Random) -> Changed | None:
        lines = [line.strip() for line in sample.text.splitlines() if line.strip()]
        stopped = [bool(one.stop) for one in sample.report.walk() if isinstance(one, Heading)]
        if len(lines) < LINES or len(stopped) < UNITS:
            return None

        def see(seen: View) -> View:
            return _with_titles(seen, stopped)

        return Changed(joint.join(lines), see(sample.view.only()), see)

    return apply


def _with_titles(seen: View, stopped: Sequence[bool]) -> View:
    """Give of a view the outline alone, with the titles that a stop closes: the others end where the line did."""
    outline = seen.outline or ()
    if len(outline) == len(stopped):
        outline = tuple((*unit[:2], unit[2] if kept else "") for unit, kept in zip(outline, stopped, strict=True))
    return evolve(seen, outline=outline, body=None, front=None, back=None)


CHANGES: Final = (
    Change("line ends dropped", put_on_one_line("")),
    Change("line ends turned into a blank", put_on_one_line(" ")),
)
