"""``python -m bench.score [--markdown] [--raise-floors] [--all]``: how often the parser is right, in one table.

Three programs that share no code with the parser do the counting: they lie in the optional folder of labelled texts
beside the checkout, and are called as programs.  What needs no labels is counted by `bench.invariances`.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Final, TypeAlias

from bench.gold import BLIND, CASES, FLOORS, GOLD, ROOT, SCORER, SCORER_OF_BLIND, SCORER_OF_CASES
from bench.invariances.changes import Sample
from bench.invariances.running import outcomes
from bench.invariances.texts import in_folder, own_texts

Figures: TypeAlias = dict[str, float]
"""Shares of 1, by name."""
Scores: TypeAlias = dict[str, Figures]
"""The figures of all texts under `ALL`, and of each kind of text under its name."""

ALL: Final = "all"
TEXTS: Final = "texts"
"""How many texts a row is about; the one figure that is no share."""
GUARDS: Final = "guard"
"""Cases that hold already, and are to go on holding: their kinds begin so."""
INVARIANCES: Final = "invariances"
"""The set of the checkout's own texts, changed."""
INVARIANCES_OF_LABELLED: Final = "invariances of labelled texts"
COLUMNS: Final = ("whole", "heading_f1", "parent", "title", "numbered", "zone", "fields", "footer")
"""What the scorer gives for each kind of text."""
UNCOUNTED: Final = ("heading_p", "heading_r", "heading_f1", "parent", "unnumbered")
"""Figures that the scorer prints without saying of how many; another one without a number is a share of none."""
UNFLOORED: Final = frozenset({TEXTS, "told"})
"""Figures without a floor: `told` is a share of the texts that are wrong, and falls where easy ones are mended."""
ENOUGH: Final = 8
"""Texts that a kind must have for a floor of its own: with fewer, one text is a tenth of the figure and more."""
MARGIN: Final = 0.01
"""How far below what is reached a floor is set, and at least as far as one text can count."""
CHANCE: Final = 0.05
"""The same for changes of texts: words and places are drawn by lot, from lists that grow."""
WIDTH: Final = 2
"""Rows of one figure that stand side by side in the table."""


def gold(html: bool = False) -> Scores:
    """Score the labelled texts, or the HTML pages that some of them were taken from.

    Raises:
        RuntimeError: the scorer gave no figures, or a text broke the parser.
    """
    return read_scores(_run(SCORER, str(GOLD), "--by-kind", *(["--html"] if html else [])))


def blind() -> Scores:
    """Score the labelled texts that nobody reads: figures alone.

    Raises:
        RuntimeError: the scorer gave no figures, or a text broke the parser.
    """
    return read_scores(_run(SCORER_OF_BLIND, "--by-kind"))


def cases() -> Scores:
    """Run the invented cases of every kind of fault, and give the share of them that hold.

    Raises:
        RuntimeError: the program gave no figures.
    """
    return read_cases(_run(SCORER_OF_CASES, str(CASES)))


def read_scores(printed: str) -> Scores:
    """Read what the scorer prints: how many texts, a line a figure, then a table with a row a kind of text.

    Raises:
        RuntimeError: there is no such thing in it, or it says that texts failed.
    """
    head = re.match(r"(\d+) texts, (\d+) failed", printed)
    if head is None or head[2] != "0":
        raise RuntimeError(f"the scorer says: {printed[:400] or 'nothing'}")
    figures, _, kinds = printed.partition("\n\n")
    scores: Scores = {ALL: {TEXTS: float(head[1])}}
    for name, value, counted in re.findall(r"^  (\w+) +(\d\.\d+)(  of)?", figures, re.MULTILINE):
        if counted or name in UNCOUNTED:
            scores[ALL][name] = float(value)
    header, *rows = [line.split() for line in kinds.splitlines() if line.strip()] or [[]]
    for kind, *values in rows:
        scores[kind] = dict(zip(header[1:], map(float, values), strict=True))
    return scores


def read_cases(printed: str) -> Scores:
    """Read what the runner of the cases prints: a line a kind, ``name  right/total``.

    Raises:
        RuntimeError: there is no such line.
    """
    counts = {
        name: (int(right), int(total)) for name, right, total in re.findall(r"^(\S+) +(\d+)/(\d+)$", printed, re.M)
    }
    if not counts:
        raise RuntimeError("the runner of the cases says nothing that can be read")
    guards = [count for name, count in counts.items() if name.startswith(GUARDS)]
    together = {ALL: list(counts.values()), GUARDS: guards, **{name: [count] for name, count in counts.items()}}
    return {
        name: {TEXTS: float(sum(total for _, total in found)), "whole": _share(found)}
        for name, found in together.items()
        if found
    }


def _share(counts: Iterable[tuple[int, int]]) -> float:
    right, total = map(sum, zip(*counts, strict=True))
    return round(right / total, 3)


def _run(program: Path, *arguments: str) -> str:
    """Run a scorer on the library of this checkout, and give what it prints."""
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [sys.executable, str(program), *arguments],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    if not run.stdout:
        raise RuntimeError(run.stderr)
    return run.stdout


def invariances(samples: Iterable[Sample]) -> Scores:
    """Give for each change the share of texts whose tree follows it: see `bench.invariances`."""
    found = outcomes(samples)
    tried = sum(outcome.tried for outcome in found.values())
    failed = sum(len(outcome.failures) for outcome in found.values())
    scores: Scores = {ALL: {TEXTS: float(tried), "whole": round(1 - failed / tried, 3) if tried else 1.0}}
    for name, outcome in found.items():
        if outcome.tried:
            scores[name] = {TEXTS: float(outcome.tried), "whole": round(outcome.share, 3)}
    return scores


def present(every: bool = False) -> dict[str, Scores]:
    """Give the scores of every set that is there.

    Args:
        every: try changes on every labelled text, where else a sample is taken.
    """
    found: dict[str, Scores] = {}
    if SCORER.is_file() and GOLD.is_dir():
        found["gold"] = gold()
        found["html"] = gold(html=True)
    if SCORER_OF_BLIND.is_file() and BLIND.is_dir():
        found["blind"] = blind()
    if SCORER_OF_CASES.is_file():
        found["cases"] = cases()
    found[INVARIANCES] = invariances(own_texts())
    if GOLD.is_dir():
        found[INVARIANCES_OF_LABELLED] = invariances(in_folder(GOLD, every))
    return found


def floors() -> dict[str, Scores]:
    """Give the floors: for each set and each row of it, the figures that may not fall below what stands there."""
    loaded: dict[str, Scores] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded


def raised(old: dict[str, Scores], scores: dict[str, Scores]) -> dict[str, Scores]:
    """Give floors a little below what is reached, and none below what it was before.

    Rows of few texts get none, nor has a floor of zero any use.  What always comes back exactly may not fail once.
    """
    new: dict[str, Scores] = {name: {row: dict(figures) for row, figures in rows.items()} for name, rows in old.items()}
    for name, rows in scores.items():
        for row, figures in rows.items():
            if row != ALL and (figures[TEXTS] < ENOUGH or (name == "cases" and row != GUARDS)):
                continue
            margin = max(CHANCE if name.startswith(INVARIANCES) else MARGIN, 1 / figures[TEXTS])
            for figure, value in figures.items():
                floor = 1.0 if figure == "lossless" and value == 1 else round(value - margin, 3)
                if figure not in UNFLOORED and floor > 0:
                    under = new.setdefault(name, {}).setdefault(row, {})
                    under[figure] = max(floor, under.get(figure, 0.0))
    return new


def table(scores: dict[str, Scores]) -> Iterator[str]:
    """Yield the lines of the table: a block a set, a row a kind of text; ``*`` marks what is below its floor."""
    lowest = floors()
    for name, rows in scores.items():
        under = lowest.get(name, {})
        columns = [column for column in COLUMNS if column in rows[ALL]]
        yield f"{name:34}{TEXTS:>6}" + "".join(f"{column:>12} " for column in columns)
        if len(columns) > 1:
            for row, figures in rows.items():
                cells = (f"{_cell(figures[column], under.get(row, {}).get(column)):>13}" for column in columns)
                yield f"  {row:32}{figures[TEXTS]:6.0f}" + "".join(cells)
        else:
            cells = (
                f"  {row:58}{figures[TEXTS]:6.0f}{_cell(figures[columns[0]], under.get(row, {}).get(columns[0])):>8}"
                for row, figures in rows.items()
            )
            yield from map("".join, zip_longest(*[cells] * WIDTH, fillvalue=""))
        yield ""


def _cell(value: float, floor: float | None) -> str:
    return f"{value:.3f}{'*' if value < (floor or 0) else ' '}"


MEANING: Final = {
    "whole": "texts in which everything labelled is right",
    "heading_f1": "numbered units found, none that is none",
    "parent": "units found that hang at the right depth under the right parent",
    "title": "headings whose words are exactly right",
    "runin": "the same, for headings that share a line with their paragraph",
    "runin_bare": "the same, for those of them that no stop closes",
    "numbered": "numbered paragraphs that got no heading",
    "unnumbered": "headings without a number found, none that is none",
    "returns": "paragraphs after a list that stand in the unit they belong to",
    "zone": "lines put into the right one of front, body and back",
    "fields": "title, issuer, year, published, source, number, addressee, signature, date, period",
    "field_title": "of these, the title",
    "field_issuer": "the issuer",
    "field_published": "the publish time",
    "field_period": "the period that is reported on",
    "footer": "organizer, contractor, licence numbers, site code, address, telephone",
    "lossless": "texts and trees that come back exactly",
}
"""The figures that the documentation shows, and what each is the share of."""


def markdown() -> Iterator[str]:
    """Yield the lines of the table for the documentation: the floors of open texts beside those of blind ones."""
    lowest = floors()
    shown = [lowest.get(name, {}).get(ALL, {}) for name in ("gold", "blind", "html")]
    yield "| figure | of | texts in view | texts nobody reads | from HTML |"
    yield "|---|---|---|---|---|"
    for figure, meaning in MEANING.items():
        cells = (f"{values[figure]:g}" if figure in values else "" for values in shown)
        yield f"| `{figure}` | {meaning} | {' | '.join(cells)} |"


def main(arguments: list[str]) -> None:
    """Print the table, or what the documentation shows of the floors, or set the floors higher."""
    options = argparse.ArgumentParser(prog="python -m bench.score", description=__doc__)
    options.add_argument("--all", action="store_true", help="every text of every folder, where else a sample is taken")
    options.add_argument("--markdown", action="store_true", help="print the floors as the table of README.md, and end")
    options.add_argument(
        "--raise-floors", action="store_true", help="then set the floors a little below what is reached"
    )
    chosen = options.parse_args(arguments)
    if chosen.markdown:
        print("\n".join(markdown()))
        return
    scores = present(chosen.all)
    for absent in {"gold", "blind", "cases"} - set(scores):
        print(f"{absent}: not beside the checkout; GOVREPORT_GOLD names the folder of labelled texts\n")
    print("\n".join(table(scores)))
    if chosen.raise_floors:
        FLOORS.write_text(json.dumps(raised(floors(), scores), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
