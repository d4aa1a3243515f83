"""Chunks of reports as documents of LangChain (extra ``langchain``)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.corpus.chunk_rows import chunk_ids
from govreport.corpus.iterating import reports
from govreport.extras import require
from govreport.reading import parse
from govreport.serialize.chunks import Chunk, cut
from govreport.serialize.room import Cutting, Tokenizer

if TYPE_CHECKING:
    from langchain_core.document_loaders import BaseLoader
    from langchain_core.documents import BaseDocumentTransformer, Document
else:
    BaseLoader = require("langchain_core.document_loaders", "langchain").BaseLoader
    _documents = require("langchain_core.documents", "langchain")
    BaseDocumentTransformer, Document = _documents.BaseDocumentTransformer, _documents.Document


class GovreportLoader(BaseLoader):
    """Loads the chunks of reports.

    Args:
        sources: as for `govreport.corpus.convert`.
        max_chars: as for `govreport.chunks`, as are the four that follow.
        max_tokens: as for `govreport.chunks`.
        tokenizer: as for `govreport.chunks`.
        overlap: as for `govreport.chunks`.
        with_headings: as for `govreport.chunks`.
        choices: as for `govreport.corpus.reports`.

    Raises:
        ValueError: chunks cannot be of that size.
    """

    def __init__(
        self,
        *sources: str | os.PathLike[str],
        max_chars: int | None = None,
        max_tokens: int | None = None,
        tokenizer: Tokenizer | None = None,
        overlap: int = 0,
        with_headings: bool = False,
        **choices: Any,
    ) -> None:
        self._sources = sources
        self._cutting = Cutting(
            max_chars=max_chars,
            max_tokens=max_tokens,
            tokenizer=tokenizer,
            overlap=overlap,
            with_headings=with_headings,
        )
        self._cutting.room()  # says what is wrong before anything is read
        self._choices = choices

    def lazy_load(self) -> Iterator[Document]:
        """Yield a document for each chunk: in its metadata ``source``, the file, and what `Chunk.metadata` has.

        Its ``id`` is the ``chunk_id`` that `govreport.corpus.convert` gives it: the same in every run.
        """
        for path, report in reports(*self._sources, **self._choices):
            yield from _documents_of(cut(report, self._cutting), {"source": path})


class GovreportSplitter(BaseDocumentTransformer):
    """Splits the text of documents into the chunks of the reports that they are; used as text splitters are.

    Tables keep their rows and say their header in each chunk.  Where the markup of a page is at hand, `GovreportLoader`
    knows more of them.

    Args:
        choices: ``max_chars``, ``max_tokens``, ``tokenizer``, ``overlap``, ``with_headings``, as for
            `govreport.chunks`.

    Raises:
        ValueError: chunks cannot be of that size.
    """

    def __init__(self, **choices: Any) -> None:
        self._cutting = Cutting(**choices)
        self._cutting.room()

    def split_text(self, text: str) -> list[str]:
        """Give the texts of the chunks."""
        return [chunk.text for chunk in cut(parse(text), self._cutting)]

    def split_documents(self, documents: Iterable[Document]) -> list[Document]:
        """Give a document for each chunk, with the metadata of the one it is of and what `Chunk.metadata` has."""
        return [
            made
            for document in documents
            for made in _documents_of(cut(parse(document.page_content), self._cutting), document.metadata)
        ]

    def transform_documents(self, documents: Sequence[Document], **_: Any) -> Sequence[Document]:
        """As `split_documents`."""
        return self.split_documents(documents)


def _documents_of(chunks: list[Chunk], metadata: dict[str, Any]) -> Iterator[Document]:
    # Without a name two pages of the same text were one to a store.
    source = metadata.get("source")
    ids = [None] * len(chunks) if source is None else list(chunk_ids(str(source), chunks))
    for chunk, named in zip(chunks, ids, strict=True):
        yield Document(chunk.text, id=named, metadata={**metadata, **chunk.metadata})
