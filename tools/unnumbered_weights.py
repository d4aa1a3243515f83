"""Learn what speaks for a line as a heading without a number: what `govreport.parsing.unnumbered.weights` holds.

``python -m tools.unnumbered_weights [FOLDER] [--corpus FOLDER] [--write]`` reads labelled texts (the folder beside the
checkout, if none is named), and of a folder of other texts those that `READ` says were read, with digests of the titles
of such headings.  It prints precision, recall and F1 where whole sites are left out in turn, so that no
text speaks for its own, then the weights; ``--write`` puts them into the package.  Needs numpy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from unittest.mock import patch

import numpy as np

from bench.gold import GOLD
from govreport import read, to_text
from govreport.parsing.line import Line
from govreport.parsing.unnumbered import finding, weights
from govreport.parsing.unnumbered.looks import look
from govreport.parsing.unnumbered.possible import Possible
from tools.evidence_weights import site_of

READ: Final = Path(__file__).with_suffix(".json")
"""Texts of the corpus that were read, each with the digests of the titles of its headings without a number."""
_DIGEST: Final = 8  # characters of a digest
FOLDS: Final = 5
_ROUNDS: Final = 2000  # of gradient descent
_RATE: Final = 0.03
_SHRINK: Final = 0.4  # weight of the squares of the weights against one line's error
_LABELLED: Final = 3.0  # what a line of a labelled text counts against one of the corpus
_WIDTH: Final = 118  # columns


class Example(NamedTuple):
    """A line that could be a heading: its site, its looks, whether it is one, and what it counts."""

    site: str
    looks: list[str]
    right: bool
    counts: float


def examples_of(path: Path, site: str, titles: set[str], counts: float) -> Iterator[Example]:
    """Read a text and yield its lines that could be headings and that no mark decides.

    Args:
        path: the file.
        site: where it is from.
        titles: the titles of those that are, folded, or their digests.
        counts: what each line counts.
    """
    seen: list[Possible] = []

    def noting(possible: list[Possible], lines: list[Line], *rest: Any) -> None:
        look(possible, lines, *rest)
        seen.extend(one for one in possible if not one.sure)

    with patch.object(finding, "look", noting):
        read(path)
    for one in seen:
        title = fold(one.text)
        yield Example(site, one.looks, title in titles or digest(title) in titles, counts)


def fold(text: str) -> str:
    """A title without blanks and widths, as labels are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip(":")


def digest(title: str) -> str:
    """What a folded title is known by where it is not said."""
    return hashlib.sha256(title.encode()).hexdigest()[:_DIGEST]


def labelled(folder: Path) -> Iterator[Example]:
    """Yield the examples of labelled texts."""
    for path in sorted(folder.glob("*.txt")):
        labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        titles = {fold(one["title"]) for one in labels.get("unnumbered", ())}
        site = site_of(path.read_text(encoding="utf-8-sig"), path.stem)
        yield from examples_of(path, site, titles, _LABELLED)


def other(folder: Path) -> Iterator[Example]:
    """Yield the examples of the other texts that were read."""
    for name, titles in json.loads(READ.read_text(encoding="utf-8")).items():
        path = folder / name
        if path.is_file():
            site = site_of(to_text(read(path)), name)
            yield from examples_of(path, site, set(titles), 1.0)


def learn(examples: list[Example]) -> dict[str, float]:
    """Fit a logistic regression; looks that the examples do not have weigh nothing."""
    names = sorted({look for one in examples for look in one.looks})
    column = {name: number for number, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names) + 1))
    seen[:, -1] = 1
    for row, one in enumerate(examples):
        seen[row, [column[look] for look in one.looks]] = 1
    right = np.array([one.right for one in examples], dtype=float)
    counts = np.array([one.counts for one in examples])
    shrink = np.full(len(names) + 1, _SHRINK)
    shrink[-1] = 0
    values, mean, square = np.zeros((3, len(names) + 1))
    for step in range(1, _ROUNDS + 1):  # Adam
        error = counts * (1 / (1 + np.exp(-seen @ values)) - right)
        slope = (seen.T @ error + shrink * values) / counts.sum()
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        values -= _RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(value), 2) for name, value in zip([*names, "bias"], values, strict=True)}


def measure(examples: list[Example]) -> tuple[float, float, float]:
    """Precision, recall and F1 where sites are left out in turn."""
    numbers = {site: number % FOLDS for number, site in enumerate(sorted({one.site for one in examples}))}
    hits = found = 0
    for left_out in range(FOLDS):
        known = learn([one for one in examples if numbers[one.site] != left_out])
        for one in examples:
            if numbers[one.site] == left_out and sum([known.get(look, 0.0) for look in one.looks]) + known["bias"] > 0:
                found += 1
                hits += one.right
    wanted = sum(one.right for one in examples)
    return hits / max(1, found), hits / max(1, wanted), 2 * hits / max(1, found + wanted)


def printed(values: dict[str, float], indent: int = 4) -> str:
    """The lines of the table of weights, so many blanks from the margin."""
    blanks = " " * (indent - 1)
    lines, line = [], blanks
    for name, value in sorted(values.items()):
        item = f' "{name}": {value},'
        if len(line) + len(item) > _WIDTH:
            lines.append(line)
            line = blanks
        line += item
    return "\n".join([*lines, line])


def main() -> None:
    """Measure, learn and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", default=GOLD)
    arguments.add_argument("--corpus", type=Path, default=GOLD.parent / "corpus")
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    examples = [*labelled(given.folder), *other(given.corpus)]
    print(
        f"{len(examples)} lines of {len({one.site for one in examples})} sites, {sum(e.right for e in examples)} right"
    )
    print("precision {:.3f}  recall {:.3f}  F1 {:.3f}, sites left out".format(*measure(examples)))
    table = printed(learn(examples))
    print(table)
    if given.write:
        path = Path(weights.__file__)
        text = path.read_text(encoding="utf-8")
        head, tail = text.index("= {\n") + len("= {\n"), text.index("\n}")
        path.write_text(text[:head] + table + text[tail:], encoding="utf-8")


if __name__ == "__main__":
    main()
