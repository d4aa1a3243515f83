"""What damage costs, and whether the confidence says so: tables and diagrams of ``docs/accuracy.md``.

A part of ``python -m tools.doubt_weights --write``: all chances are those of tables that never saw a text's site.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from bench.gold import ROOT
from tools.diagrams import Line, diagram

PAGE: Final = ROOT / "docs/accuracy.md"
RELIABILITY: Final = ROOT / "docs/confidence.svg"
DAMAGE: Final = ROOT / "docs/damage.svg"
_SHARES: Final = (0.05, 0.1, 0.15, 0.2, 0.3)  # of right texts that are told as wrong
_BINS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)  # of confidence
UNKNOWN: Final = frozenset({"glue"})
"""Damage that is measured and not learned from, since few pages have it."""
_FEW: Final = 8  # texts of which nothing is drawn
_PLAIN: Final = {
    "": "as found",
    "drop_heading_stops": "no stop behind headings",
    "drop_last_stops": "no stops at line ends",
    "narrow": "half-width punctuation",
    "widen": "full-width punctuation",
    "strip": "no indents",
    "space_out": "blanks in short lines",
    "join_lines": "line ends dropped",
    "cut": "cut in the middle",
    "glue": "another page behind",
    "move_site": "buttons above the text",
    "drop_front": "lines of the front lost",
    "drop_back": "lines of the back lost",
    "drop_closing": "signature or date lost",
    "drop_lines": "paragraphs lost",
    "other_words": "every 12th character another",
    "few_other_words": "every 33rd character another",
    "other_words_of_site": "a site in other words",
}


class Page(NamedTuple):
    """A labelled text with what was said of it.

    Attributes:
        way: how it was damaged; empty where it was not.
        likely: how likely it was said to be wrong.
        checked: the same where it was read again.
        wrong: whether it is.
    """

    way: str
    likely: float
    checked: float
    wrong: bool


def told(pages: Sequence[Page]) -> str:
    """The table of how many wrong texts are told where so many of the right ones are."""
    kinds = {
        "as found": [(one.likely, one.wrong) for one in pages if not one.way],
        "as found, `check=True`": [(one.checked, one.wrong) for one in pages if not one.way],
        "damaged": [(one.likely, one.wrong) for one in pages if one.way],
        "damaged, `check=True`": [(one.checked, one.wrong) for one in pages if one.way],
    }
    lines = [
        "| of the right texts told | " + " | ".join(f"{one:.2f}" for one in _SHARES) + " | AUC | of the surer half |",
        "|---|" + "---:|" * (len(_SHARES) + 2),
    ]
    for name, pairs in kinds.items():
        likely, wrong = np.array([one for one, _ in pairs]), np.array([one for _, one in pairs])
        bad, good = likely[wrong], likely[~wrong]
        row = [(bad > np.quantile(good, 1 - share)).mean() for share in _SHARES]
        row.append(np.mean([(one > good).mean() + 0.5 * (one == good).mean() for one in bad]))
        row.append(1 - wrong[np.argsort(likely, kind="stable")[: len(wrong) // 2]].mean())
        lines.append(f"| {name} | " + " | ".join(f"{share:.2f}" for share in row) + " |")
    return "\n".join(lines) + "\n"


def by_confidence(pages: Sequence[Page]) -> list[tuple[float, float, float]]:
    """Of each range of confidence: its mean, the share that is right, and how many texts."""
    out = []
    for low, high in pairwise(_BINS):
        own = [one for one in pages if low <= 1 - one.likely < high]
        if len(own) >= _FEW:
            mean = sum(1 - one.likely for one in own) / len(own)
            out.append((mean, sum(not one.wrong for one in own) / len(own), float(len(own))))
    return out


def reliability(pages: Sequence[Page]) -> str:
    """The table of how often a confidence comes true."""
    lines = ["| | texts | confidence | right |", "|---|---:|---:|---:|"]
    for name, is_damaged in (("as found", False), ("damaged", True)):
        own = [one for one in pages if bool(one.way) == is_damaged]
        lines += [f"| {name} | {count:g} | {mean:.2f} | {right:.2f} |" for mean, right, count in by_confidence(own)]
    return "\n".join(lines) + "\n"


def bill(pages: Sequence[Page]) -> str:
    """The table of what each damage costs."""
    lines = ["| damage | texts | right | confidence | |", "|---|---:|---:|---:|---|"]
    for way, name in _PLAIN.items():
        own = [one for one in pages if one.way == way]
        if own:
            right = sum(not one.wrong for one in own) / len(own)
            mean = sum(1 - one.likely for one in own) / len(own)
            code = f"`{way}`" if way else ""
            lines.append(f"| {name} | {len(own)} | {right:.2f} | {mean:.2f} | {code} |")
    return "\n".join(lines) + "\n"


def write(pages: Sequence[Page]) -> None:
    """Put the tables and the diagrams into the documentation."""
    text = PAGE.read_text(encoding="utf-8")
    known = [one for one in pages if one.way not in UNKNOWN]
    for name, table in (("told", told(known)), ("reliability", reliability(known)), ("bill", bill(pages))):
        begins, ends = f"<!-- {name}: written by tools/damage_bill.py -->\n", f"<!-- end of {name} -->\n"
        start = text.index(begins) + len(begins)
        text = text[:start] + "\n" + table + "\n" + text[text.index(ends, start) :]
    PAGE.write_text(text, encoding="utf-8")
    found, damaged = [one for one in known if not one.way], [one for one in known if one.way]
    lines = [Line("as found", by_confidence(found)), Line("damaged", by_confidence(damaged))]
    picture = diagram("How often texts are wholly right, by their confidence", "report.confidence", "right", lines)
    RELIABILITY.write_text(picture, encoding="utf-8")
    ways = [Line(name, _mean([one for one in pages if one.way == way])) for way, name in _PLAIN.items()]
    picture = diagram("How often damaged texts are wrong, by what the parse says", "1 - confidence", "wrong", ways)
    DAMAGE.write_text(picture, encoding="utf-8")


def _mean(own: Sequence[Page]) -> list[tuple[float, float, float]]:
    if not own:
        return []
    wrong = sum(one.wrong for one in own) / len(own)
    return [(sum(one.likely for one in own) / len(own), wrong, float(len(own)))]
