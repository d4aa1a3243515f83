"""``python -m bench.invariances [--all] [--turns N] [--show CHANGE] [FOLDER...]``: how many texts follow each change.

``--show`` prints the smallest text that does not follow a change whose name holds CHANGE, and what differs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.invariances.running import CHANGES, Outcome, outcomes
from bench.invariances.texts import chosen


def main(arguments: list[str]) -> None:
    """Try the changes, and print the table or the smallest texts that do not follow."""
    options = argparse.ArgumentParser(prog="python -m bench.invariances", description=__doc__)
    options.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="texts to change, in place of the default"
    )
    options.add_argument("--all", action="store_true", help="every text of the folders, where else a sample is taken")
    options.add_argument("--turns", type=int, default=1, help="how often each change is tried on a text")
    options.add_argument("--show", metavar="CHANGE", help="print what does not follow the changes of this name")
    options.add_argument("--most", type=int, default=1, help="how many texts are shown for a change")
    asked = options.parse_args(arguments)
    changes = [change for change in CHANGES if asked.show is None or asked.show in change.name]
    for name, outcome in outcomes(chosen(asked.folders, asked.all), changes, asked.turns).items():
        print(f"{name:60}{outcome.share:6.3f} of {outcome.tried}")
        if asked.show is not None:
            show(outcome, asked.most)


def show(outcome: Outcome, most: int) -> None:
    """Print the shortest texts that do not follow."""
    for failure in outcome.failures[:most]:
        print(f"\n--- {failure.sample.name}\n{failure.text.strip()}\n")
        for note in failure.notes:
            print(f"    {note}")


if __name__ == "__main__":
    main(sys.argv[1:])
