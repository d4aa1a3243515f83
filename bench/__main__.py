"""``python -m bench [--alone] [FILE...]``: tables of times, and of what is right.

Machines are noisy and differ, so the unit is the floor: the time of ``data.decode().splitlines(True)`` on the same
text, taken in turn with everything else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Final

import govreport
from bench.compare import table
from bench.gold import GOLD, ROOT
from bench.tasks import tasks, together
from govreport.cli.build import build

ROUNDS: Final = 15
LONG_ROUNDS: Final = 3
FIXTURES: Final = ("annual-runin.txt", "annual-2019-tables.txt", "annual-page.html")
SAMPLE: Final = 0.01
"""Seconds a sample lasts at least, so that the clock's own cost does not show."""
STARTS: Final = 7
_LONG: Final = 10_000_000  # bytes of the long text


def main(arguments: list[str]) -> None:
    """Time every file named, or the ones that come with the checkout, and the import; then other tools."""
    alone = "--alone" in arguments
    files = [Path(argument) for argument in arguments if argument != "--alone"]
    files = files or [ROOT / "fixtures" / name for name in FIXTURES]
    if GOLD.is_dir():
        files.append(GOLD / "seed-01.txt")
    print(f"govreport {govreport.__version__}, {build()}, Python {sys.version.split()[0]}, median of {ROUNDS} rounds\n")
    print(f"{'':26}{'time':>12}{'floors':>10}")
    for file in files:
        data = file.read_bytes()
        show(f"{file.name}, {len(data) / 1000:.1f} kB", race(tasks(data)))
    for kind, name in (("txt", "texts"), ("html", "HTML pages")) if GOLD.is_dir() else ():
        pages = [file.read_bytes() for file in sorted(GOLD.glob(f"*.{kind}"))]
        name = f"{len(pages)} labelled {name}, {sum(map(len, pages)) / 1000:.1f} kB"
        show(name, race(together([tasks(data) for data in pages]), LONG_ROUNDS))
    data = (files[-1].read_bytes() + b"\n") * (_LONG // files[-1].stat().st_size)
    show(f"{files[-1].name} over and over, {len(data) / 1e6:.1f} MB", race(tasks(data), LONG_ROUNDS))
    print("from nothing, beyond the start of Python itself")
    for name, code in starts(files[-1]).items():
        print(f"  {name:24}{start_time(code) * 1e3:9.1f} ms", flush=True)
    if not alone:
        print()
        for line in table(files[-1]):
            print(line, flush=True)


def show(name: str, times: dict[str, tuple[float, float]]) -> None:
    """Print what `race` gave."""
    print(name)
    for task, (seconds, ratio) in times.items():
        scale, unit = (1.0, "s ") if seconds >= 1 else (1e3, "ms") if seconds >= 0.01 else (1e6, "µs")
        print(f"  {task:24}{seconds * scale:9.1f} {unit}{ratio:10.1f}", flush=True)


def race(runners: dict[str, Callable[[], object]], times: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """Time functions in turn, round after round, so that a slow moment hits all of them.

    Args:
        runners: named functions, the floor first.
        times: how many rounds.

    Returns:
        For each the median time in seconds, and the median over the rounds of its ratio to the floor.
    """
    repeats = {name: _repeats(run) for name, run in runners.items()}
    measured = [{name: _time(run, repeats[name]) for name, run in runners.items()} for _ in range(times)]
    floor = next(iter(runners))
    return {
        name: (median(one[name] for one in measured), median(one[name] / one[floor] for one in measured))
        for name in runners
    }


def _repeats(run: Callable[[], object]) -> int:
    """How many calls make a sample; these calls also warm up."""
    repeats = 1
    while repeats * _time(run, repeats) < SAMPLE:
        repeats *= 2
    return repeats


def _time(run: Callable[[], object], repeats: int) -> float:
    # The garbage collector stays on: trees are what it has to walk, so it is part of what they cost.  It is the time of
    # the processor that counts, so that what else runs on the machine does not.
    start = process_time()
    for _ in range(repeats):
        run()
    return (process_time() - start) / repeats


def starts(page: Path) -> dict[str, str]:
    """What is timed in a new interpreter: the import, and how long somebody waits who has one page."""
    parse = f"import govreport; govreport.parse_bytes(open({str(page)!r}, 'rb').read())"
    command = f"import sys; sys.argv = ['govreport', 'parse', {str(page)!r}]; from govreport.cli import main; main()"
    return {"import govreport": "import govreport", "and the first parse": parse, "the command on a page": command}


def start_time(code: str) -> float:
    """Seconds that some code takes in a new interpreter, beyond the start of the interpreter."""
    bare, loaded = [], []
    _start(code)  # compiles what is not compiled yet
    for _ in range(STARTS):
        bare.append(_start("pass"))
        loaded.append(_start(code))
    return median(loaded) - median(bare)


def _start(code: str) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL)
    return perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
