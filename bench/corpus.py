"""``python -m bench.corpus SRC... [--to FORMAT]``: how fast a corpus is converted, by how many processes.

The first line is the same work in a loop, without processes: what the others lose against it is what they cost.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from govreport.corpus import convert
from govreport.corpus.finding import items
from govreport.corpus.items import Opening, Reading
from govreport.corpus.rows import rows_of
from govreport.corpus.writing import json_line

_MB: Final = 1e6


def main(arguments: list[str]) -> None:
    """Time the loop, then one process, two, four … up to the number of cores."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("sources", nargs="+", metavar="SRC")
    parser.add_argument("--to", default="jsonl")
    parser.add_argument("--jobs", type=int, help=argparse.SUPPRESS)  # for itself: one line of the table
    chosen = parser.parse_args(arguments)
    if chosen.jobs is not None:
        if chosen.jobs:
            _convert(chosen.sources, chosen.to, chosen.jobs)
        else:
            _loop(chosen.sources)
        return
    print(f"{'':12}{'seconds':>9}{'MB/s':>8}{'pages/s':>9}{'CPU s':>8}{'peak MB: first':>16}{'worker':>8}")
    cores = os.cpu_count() or 1
    for jobs in (0, *(2**power for power in range(cores.bit_length()))):
        # Each in a process of its own, for the peak of memory is told for a process and all its children at once.
        subprocess.run([sys.executable, "-m", "bench.corpus", *arguments, "--jobs", str(jobs)], check=True)


def _loop(sources: list[str]) -> None:
    gc.disable()  # as the workers do
    found = list(items(sources, Opening()))
    with tempfile.TemporaryFile("w", encoding="utf-8") as file:
        start, cpu = perf_counter(), process_time()
        for item in found:
            for row in rows_of(item, Reading(), ("reports",)).tables["reports"]:
                file.write(json_line(row))
        seconds, cpu = perf_counter() - start, process_time() - cpu
    size = sum(item.size for item in found)
    print(f"{'loop':12}{seconds:9.1f}{size / _MB / seconds:8.2f}{len(found) / seconds:9.0f}{cpu:8.1f}", flush=True)


def _convert(sources: list[str], form: str, jobs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        summary = convert(sources, Path(folder) / f"out.{form}", jobs=jobs)
        seconds = perf_counter() - start
    workers, first = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in (workers, first))
    speed = f"{summary.bytes / _MB / seconds:8.2f}{summary.files / seconds:9.0f}{cpu:8.1f}"
    print(
        f"{f'{jobs} jobs':12}{seconds:9.1f}{speed}{first.ru_maxrss / 1024:16.0f}{workers.ru_maxrss / 1024:8.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
