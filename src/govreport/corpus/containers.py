"""Files that hold many pages → items: zip, tar, WARC, JSON Lines.  Each is read once, from front to back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from govreport.corpus.items import Item, Opening
from govreport.corpus.json_lines import json_items
from govreport.corpus.tar_archives import tar_items
from govreport.corpus.warc_files import warc_items
from govreport.corpus.zip_archives import zip_items
from govreport.sources.file_systems import own_name

__all__ = ["Opening", "container"]

_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Opening], Iterator[Item]]], ...]] = tuple(
    (re.compile(pattern + r"\Z", re.I), reader)
    for pattern, reader in (
        (r"\.zip", zip_items),
        (r"\.(?:tar(?:\.(?:gz|bz2|xz))?|tgz|tbz2?|txz)", tar_items),
        (r"\.warc(?:\.gz)?", warc_items),
        (r"\.(?:jsonl|ndjson)(?:\.(?:gz|zst))?", json_items),
    )
)


def container(path: str) -> Callable[[str, Opening], Iterator[Item]] | None:
    """Tell by a file's name what reads it; None for a page."""
    name = own_name(path)
    return next((reader for pattern, reader in _READERS if pattern.search(name)), None)
