"""``python -m bench.peers NAME``: run one tool, as told by lines of JSON on standard input.

A line ``{"file": …, "repeats": …}`` is answered by ``{"seconds": …, "found": {…}}``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time

from bench.peers.tools import PEERS


def main(name: str) -> None:
    """Serve until standard input ends."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # whatever the tool prints is no answer
    run = PEERS[name].load()
    print("{}", file=answers, flush=True)  # ready
    for line in sys.stdin:
        task = json.loads(line)
        text = Path(task["file"]).read_text(encoding="utf-8")
        start = process_time()
        for _ in range(task["repeats"]):
            try:
                found = run(text)
            except Exception as error:  # a tool that fails on a text finds nothing in it
                found = {}
                print(f"{task['file']}: {error!r}")
        seconds = (process_time() - start) / task["repeats"]
        print(json.dumps({"seconds": seconds, "found": found}), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
