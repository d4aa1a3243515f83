"""Bring the chunks of a folder up to date, and say what an index has to take in and what to drop.

``python examples/vector_store.py PAGES CHUNKS.jsonl``: the second time only what is new or changed is read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from govreport.corpus import Summary, convert


def ids(chunks: Path) -> set[str]:
    """The ids of the chunks in a file; none where there is no file yet."""
    if not chunks.exists():
        return set()
    with chunks.open(encoding="utf-8") as lines:
        return {json.loads(line)["chunk_id"] for line in lines}


def main(pages: str, output: str) -> None:
    """Convert, and compare the ids."""
    chunks = Path(output)
    before = ids(chunks)
    summary: Summary = convert(pages, chunks, tables=["chunks"], max_chars=400, with_headings=True, update=True)
    after = ids(chunks)
    print(f"{summary.files} pages read, {summary.known} as before, {summary.gone} gone")
    print(f"{len(after - before)} chunks to take in, {len(before - after)} to drop")


if __name__ == "__main__":
    main(*sys.argv[1:])
