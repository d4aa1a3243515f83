"""Texts cut short, given twice, and with a table put in."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Final

from attrs import evolve

from bench.invariances.changes import Change, Changed, Sample, place_of, with_piece
from bench.invariances.views import View, bare
from govreport.tree.nodes import leaves

TABLES: Final = (
    "| 项目 | 数量（件） | 比上年（%） |\n| 规划类 | 12 | 3.5 |\n| 工程类 | 40 | 0.8 |\n",
    "项目\t数量（件）\t比上年（%）\n规划类\t12\t3.5\n工程类\t40\t0.8\n",
)
CELLS: Final = tuple("项目 数量（件） 比上年（%） 规划类 12 3.5 工程类 40 0.8".split())


def units_and_text(seen: View) -> View:
    """Give of a view the units, without their titles, and the document's text as one.

    Where a heading ends, and whether there is one, may hang on units that were cut away; what is no unit does not.
    """
    outline, body = seen.outline or (), seen.body or ()
    units = tuple((depth, marker, "") for depth, marker, _ in outline)
    return View(seen.fields, units, (("text", "".join(text for _, text in body)),))


def end_cut(sample: Sample, random: Random) -> Changed | None:
    """Cut the text after any paragraph of the document."""
    pieces = [leaf for leaf in leaves(sample.report.body) if bare(leaf.text)]
    places = [
        n for n, (one, after) in enumerate(pairwise(pieces), 1) if sample.ends_line(one) and sample.begins_line(after)
    ]
    if not places or sample.report.body.span[0] == 0:
        return None
    at = random.choice(places)
    end = pieces[at - 1].span[1]
    kept = sum(leaf.kind == "heading" for leaf in pieces[:at])
    view = evolve(
        sample.view.only("title"), outline=(sample.view.outline or ())[:kept], body=(sample.view.body or ())[:at]
    )
    return Changed(sample.text[:end], units_and_text(view), units_and_text)


def beginning_cut(sample: Sample, random: Random) -> Changed | None:
    """Cut away what stands before any of the outermost units but the first."""
    places = [section.heading for section in sample.report.sections[1:] if sample.begins_line(section.heading)]
    if not places:
        return None
    heading = random.choice(places)
    at = place_of(heading, sample)
    body = sample.view.body or ()
    gone = sum(kind == "heading" for kind, _ in body[:at])
    view = evolve(sample.view.only(), outline=(sample.view.outline or ())[gone:], body=body[at:])
    return Changed(sample.text[heading.span[0] :], units_and_text(view), units_and_text)


def table_put_in(sample: Sample, random: Random) -> Changed | None:
    """Put a table below any paragraph but the last."""
    places = [leaf for leaf in sample.paragraphs[:-1] if sample.ends_line(leaf)]
    if not places:
        return None
    leaf = random.choice(places)
    end = sample.text.index("\n", leaf.start) + 1
    cells = (("cell", bare(cell)) for cell in CELLS)
    want = with_piece(sample.view, place_of(leaf, sample) + 1, *cells)
    return Changed(sample.text[:end] + random.choice(TABLES) + sample.text[end:], want)


def twice(sample: Sample, random: Random) -> Changed | None:
    """Give the page twice: the second copy is behind the document."""
    if not sample.view.fields["title"] or len(sample.view.body or ()) < TWICE:
        return None
    return Changed(sample.text.rstrip() + "\n" + sample.text, evolve(sample.view, back=None))


TWICE: Final = 4
"""Leaves of the shortest document that is given twice: of less nobody can tell a copy."""
CHANGES: Final = (
    Change("cut after a paragraph", end_cut),
    Change("cut before a unit", beginning_cut),
    Change("a table put in", table_put_in),
    Change("the page twice", twice),
)
