"""``python -m fuzz HARNESS [--seconds N] [--seeds FOLDER]``: fuzz one way into the library.

A finding is written to ``build/fuzz/HARNESS/`` as ``crash-…``; ``python -m fuzz HARNESS --replay FILE`` runs it again.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["govreport"]):
    from fuzz.harnesses import HARNESSES, SEEDS

from fuzz.mutator import mutator

ROOT: Final = Path(__file__).parent.parent
SEED_MAX: Final = 6_000  # bytes of the longest page that seeds are made of
INPUT_MAX: Final = 12_000  # bytes of the longest input
SLOW: Final = 20  # seconds that one input may take


def main() -> None:
    """Read the command line and hand over to libFuzzer, which ends the process."""
    arguments = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.splitlines()[0])
    arguments.add_argument("harness", choices=HARNESSES)
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--seeds", type=Path, nargs="*", default=[ROOT / "fixtures"])
    arguments.add_argument("--replay", type=Path)
    given = arguments.parse_args()
    run = HARNESSES[given.harness]
    if given.replay:
        run(given.replay.read_bytes())
        return
    build = ROOT / "build/fuzz" / given.harness
    corpus = build / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = [SEEDS[given.harness](data) for folder in given.seeds for data in _seeds(folder)]
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    change = mutator(given.harness, seeds)
    options = [f"-max_total_time={given.seconds}", f"-timeout={SLOW}", f"-max_len={INPUT_MAX}", "-rss_limit_mb=4096"]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={build}/", "-print_final_stats=1", str(corpus)],
        run,
        custom_mutator=change,
    )
    atheris.Fuzz()


def _seeds(folder: Path) -> list[bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.suffix in (".txt", ".md", ".html", ".json"))
    return [data for file in files if len(data := file.read_bytes()) <= SEED_MAX]


if __name__ == "__main__":
    main()
