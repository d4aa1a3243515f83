"""Measure whether the confidence of fields and heading ends comes true: what `tree.evidence.calibration` holds.

``python -m tools.calibration [FOLDER] [--write]`` reads labelled texts (the folder beside the checkout, if none is
named), as they are and damaged.  It prints for each field, and for the ends of headings that no stop parts, the
expected calibration error: the mean distance of confidence and share right over ten bins, as the parse says it and by
curves learned with whole sites left out.  ``--write`` puts the curves of the fields that need one into the package, the
table into ``docs/accuracy.md``, and its diagram beside it.  Needs numpy, and the scorer beside the labelled texts.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from unittest.mock import patch

import numpy as np

from bench.gold import GOLD, ROOT
from govreport import parse
from govreport.tree.evidence import calibration
from govreport.tree.evidence.calibration import Curve, log_odds, on_curve
from govreport.tree.nodes import Heading
from tools.diagrams import Line, diagram
from tools.doubt_weights import fit, found_and_damaged, scorer
from tools.unnumbered_weights import fold

FIELDS: Final = (
    "title", "issuer", "year", "published", "source", "doc_number", "addressee", "signature", "date", "period",
)  # fmt: skip
ENDS: Final = "heading end"
PARTED: Final = "heading end, no stop"
BOUND: Final = 0.05
"""The error above which a field gets a curve."""
PAGE: Final = ROOT / "docs/accuracy.md"
DIAGRAM: Final = ROOT / "docs/calibration.svg"
_BEGINS: Final = "<!-- calibration: written by tools/calibration.py -->\n"
_ENDS: Final = "<!-- end of calibration -->\n"
_BINS: Final = 10
_FOLDS: Final = 10
_DAMAGED: Final = 0.25  # what a damaged text counts against one that is as it was found
_SHRINK: Final = 1.0  # weight of the square of the slope


class Answer(NamedTuple):
    """A field or a heading's end as a parse has it.

    Attributes:
        what: the field, `ENDS`, or `PARTED` for the end of a heading that no stop parts from its paragraph.
        site: the site that its text is from.
        confidence: the parse's.
        is_value: whether there is one.
        right: whether it is the labels'.
        counts: what it counts.
    """

    what: str
    site: str
    confidence: float
    is_value: bool
    right: bool
    counts: float


def answers(folder: Path) -> Iterator[Answer]:
    """Read a folder of labelled texts, each as it is and damaged in every way."""
    score = scorer()
    for path, text, labels, site, way in found_and_damaged(folder):
        yield from _answers(score, path, text, labels, site, _DAMAGED if way else 1.0)


def _answers(score: Any, path: Path, text: str, labels: dict[str, Any], site: str, counts: float) -> Iterator[Answer]:
    notes: list[str] = []
    score.score_one(path, Counter(), notes)
    wrong = {note.partition(": ")[2].partition(": ")[0] for note in notes}
    report = parse(text)
    doubt = labels.get("doubt", ())
    for name in FIELDS:
        if name not in doubt and (name != "period" or name in labels):
            found = report.evidence(name)
            yield Answer(name, site, found.confidence, found.where is not None, name not in wrong, counts)
    titles = {(one["line"], fold(one["marker"])): fold(one["title"]) for one in labels["headings"]}
    for node in report.walk():
        if isinstance(node, Heading) and node.marker and node.title:
            line = text.count("\n", 0, node.start or 0) + 1
            wanted = titles.get((line, fold(node.marker)))
            for what in () if wanted is None else (ENDS,) if node.confidence == 1 else (ENDS, PARTED):
                yield Answer(what, site, node.confidence, True, wanted == fold(node.title), counts)


# --- curves ----------------------------------------------------------------------------------------------------------


def curve_of(some: Sequence[Answer]) -> Curve:
    """The curve of some answers; where a slope would fall, its height alone."""
    if not some:
        return Curve(1.0, 0.0)
    rows = np.array([[log_odds(one.confidence), 1.0] for one in some])
    right = np.array([float(one.right) for one in some])
    counts = np.array([one.counts for one in some])
    slope, height = fit(rows, right, counts, _SHRINK)
    if slope < 0 or np.ptp(rows[:, 0]) < 1e-6:
        share = float((np.dot(right, counts) + 1) / (counts.sum() + 2))
        return Curve(0.0, round(log_odds(share), 2))
    return Curve(round(float(slope), 2), round(float(height), 2))


def curves_of(some: Sequence[Answer]) -> tuple[Curve, Curve]:
    """The curves of values, and of there being none."""
    return curve_of([one for one in some if one.is_value]), curve_of([one for one in some if not one.is_value])


def left_out(some: Sequence[Answer]) -> list[float]:
    """The confidence of each answer by curves that never saw its site."""
    sites = sorted({one.site for one in some})
    number = {site: at % _FOLDS for at, site in enumerate(sites)}
    curves = [curves_of([one for one in some if number[one.site] != out]) for out in range(_FOLDS)]
    return [on_curve(one.confidence, curves[number[one.site]][0 if one.is_value else 1]) for one in some]


def bins(confidences: Sequence[float], some: Sequence[Answer]) -> list[tuple[float, float, float]]:
    """Of each tenth of confidence that has any: its mean, the share right, and what it counts."""
    own: dict[int, list[tuple[float, Answer]]] = defaultdict(list)
    for confidence, one in zip(confidences, some, strict=True):
        own[min(int(confidence * _BINS), _BINS - 1)].append((confidence, one))
    out = []
    for _, pairs in sorted(own.items()):
        counts = sum(one.counts for _, one in pairs)
        mean = sum(confidence * one.counts for confidence, one in pairs) / counts
        right = sum(one.right * one.counts for _, one in pairs) / counts
        out.append((mean, right, counts))
    return out


def error(confidences: Sequence[float], some: Sequence[Answer]) -> float:
    """The expected calibration error."""
    found = bins(confidences, some)
    return sum(abs(mean - right) * counts for mean, right, counts in found) / sum(counts for *_, counts in found)


# --- what is printed and written -------------------------------------------------------------------------------------


class Measured(NamedTuple):
    """What was measured of a field or of heading ends: all as found, then with damaged ones."""

    what: str
    answers: int
    right: float
    found: float
    raw: float
    by_curve: float
    needs: bool
    bins: list[tuple[float, float, float]]


def measure(what: str, some: list[Answer]) -> Measured:
    """Measure the answers of one kind."""
    own = [at for at, one in enumerate(some) if one.counts == 1]
    raw = [one.confidence for one in some]
    others = left_out(some)
    before = error(raw, some)
    found = error([raw[at] for at in own], [some[at] for at in own])
    needs = what in FIELDS and max(before, found) > BOUND
    right = sum(one.right * one.counts for one in some) / sum(one.counts for one in some)
    shown = bins(others if needs else raw, some)
    return Measured(what, len(some), right, found, before, error(others, some), needs, shown)


def table(rows: list[Measured]) -> str:
    """The table of ``docs/accuracy.md``."""
    lines = [
        "| | answers | right | error, as found | error, damaged too | by curves of other sites | |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        used = "used" if row.needs else ""
        shares = " | ".join(f"{share:.3f}" for share in (row.right, row.found, row.raw, row.by_curve))
        lines.append(f"| {row.what} | {row.answers} | {shares} | {used} |")
    return "\n".join(lines) + "\n"


def write(rows: list[Measured], by_kind: dict[str, list[Answer]]) -> None:
    """Put curves, table and diagram where they belong."""
    path = Path(calibration.__file__)
    text = path.read_text(encoding="utf-8")
    head = text.index(" = {\n", text.index("CALIBRATED: Final")) + len(" = {\n")
    printed = ""
    for row in rows:
        if row.needs:
            value, none = curves_of(by_kind[row.what])
            curves = f"Curve({value.slope}, {value.height}), Curve({none.slope}, {none.height})"
            printed += f'    "{row.what}": ({curves}),\n'
    path.write_text(text[:head] + printed + text[text.index("}  # fmt: skip", head) :], encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    start, end = page.index(_BEGINS) + len(_BEGINS), page.index(_ENDS)
    PAGE.write_text(page[:start] + "\n" + table(rows) + "\n" + page[end:], encoding="utf-8")
    lines = [Line(row.what, row.bins) for row in rows]
    picture = diagram("How often fields and heading ends are right, by their confidence", "confidence", "right", lines)
    DIAGRAM.write_text(picture, encoding="utf-8")


def main() -> None:
    """Measure, print and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", default=GOLD)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    by_kind: dict[str, list[Answer]] = {name: [] for name in (*FIELDS, ENDS, PARTED)}
    with patch.dict(calibration.CALIBRATED, clear=True):  # what the weights alone say
        for one in answers(given.folder):
            by_kind[one.what].append(one)
    rows = [measure(what, some) for what, some in by_kind.items()]
    print(table(rows), end="")
    for row in rows:
        print(f"{row.what:12}", "  ".join(f"{mean:.2f}: {right:.2f} ({counts:g})" for mean, right, counts in row.bins))
    if given.write:
        write(rows, by_kind)


if __name__ == "__main__":
    main()
