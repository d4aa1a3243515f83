"""A report as rows of the table ``chunks``, whose ids stay as long as what they name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import asdict

from govreport.corpus.chunking import Chunking
from govreport.serialize.chunks import Chunk, cut
from govreport.tree.report import Report

_ID_DIGITS: Final = 32  # of a SHA-256, in hexadecimal: as those of ``report_id``


def chunk_ids(name: str, chunks: Iterable[Chunk]) -> Iterator[str]:
    """Name each chunk of a report: the same in every run, however the rest of the page changes.

    Args:
        name: what the page is called: its path.
        chunks: the chunks.

    Yields:
        A digest of the name, the chunk's section and its text; of its number too among chunks that have these alike.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for chunk in chunks:
        same = (chunk.path, chunk.text)
        data = "\0".join((name, *same, str(seen[same])))
        seen[same] += 1
        yield hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]


def chunk_rows(report: Report, path: str, report_id: str, chunking: Chunking) -> Iterator[dict[str, Any]]:
    """Yield a row of the table ``chunks`` for each chunk.

    Args:
        report: any report.
        path: of its page.
        report_id: its id in the other tables.
        chunking: how it is cut.
    """
    cutting = chunking.cutting
    size = cutting.room().size if cutting.tokenizer is not None else None
    found = cut(report, cutting)
    for n, (chunk, named) in enumerate(zip(found, chunk_ids(path, found), strict=True)):
        row = {name: value for name, value in asdict(chunk).items() if name != "path"}
        row |= {"headings": list(chunk.headings), "links": list(chunk.links), "section": chunk.path}
        tokens = None if size is None else size(chunk.text)
        yield {"report_id": report_id, "chunk_id": named, "path": path, "n": n, **row, "tokens": tokens}
