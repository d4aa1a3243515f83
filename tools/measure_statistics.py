"""How much of flattened statutory tables is read, and if any of it is wrong: ``python -m tools.measure_statistics``.

The pages are those of `tests.flattening`, each made by the number of its seed.
"""

from __future__ import annotations

import sys
from random import Random

from govreport import parse
from govreport.statistics import read
from tests.flattening import sample
from tests.statistics.test_flattening import compare


def measure(pages: int, strew: bool) -> str:
    """Read some pages and say what came of it.

    Args:
        pages: how many.
        strew: whether other things are strewn in and pages are cut.
    """
    printed = read_cells = wrong = 0
    for seed in range(pages):
        made = sample(Random(seed), strew)
        cells = sum(bool(cell) for row in made.rows.values() for cell in row)
        printed += cells
        statistics = read(parse(made.text))
        if statistics is not None:
            mistaken, unread = compare(made, statistics)
            wrong += len(mistaken)
            read_cells += cells - len(unread)
    return f"{printed} cells printed, {read_cells} read ({read_cells / printed:.1%}), {wrong} wrong"


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    print(f"{number} pages: {measure(number, strew=False)}")
    print(f"strewn and cut: {measure(number, strew=True)}")
