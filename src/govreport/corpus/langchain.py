"""Chunks of reports as documents of LangChain (extra ``langchain``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govreport.corpus.iterating import reports
from govreport.extras import require
from govreport.serialize.chunks import chunks
from govreport.serialize.room import MAX_CHARS

if TYPE_CHECKING:
    from langchain_core.document_loaders import BaseLoader
    from langchain_core.documents import Document
else:
    BaseLoader = require("langchain_core.document_loaders", "langchain").BaseLoader
    Document = require("langchain_core.documents", "langchain").Document


class GovreportLoader(BaseLoader):
    """Loads the chunks of reports.

    Args:
        sources: as for `govreport.corpus.convert`.
        max_chars: characters of a chunk at most.
        choices: as for `govreport.corpus.reports`.
    """

    def __init__(self, *sources: str | os.PathLike[str], max_chars: int = MAX_CHARS, **choices: Any) -> None:
        self._sources = sources
        self._max_chars = max_chars
        self._choices = choices

    def lazy_load(self) -> Iterator[Document]:
        """Yield a document for each chunk: in its metadata ``source``, the file, and what `Chunk.metadata` has."""
        for path, report in reports(*self._sources, **self._choices):
            for chunk in chunks(report, self._max_chars):
                yield Document(chunk.text, metadata={"source": path, **chunk.metadata})
