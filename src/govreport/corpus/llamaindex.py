"""Reports as documents of LlamaIndex, and their chunks as its nodes (extra ``llamaindex``)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.corpus.iterating import reports
from govreport.extras import require
from govreport.reading import parse
from govreport.serialize import to_text
from govreport.serialize.chunks import chunks
from govreport.serialize.room import MAX_CHARS

if TYPE_CHECKING:
    from llama_index.core.node_parser import NodeParser
    from llama_index.core.readers.base import BaseReader
    from llama_index.core.schema import BaseNode, Document, NodeRelationship, TextNode
else:
    NodeParser = require("llama_index.core.node_parser", "llamaindex").NodeParser
    BaseReader = require("llama_index.core.readers.base", "llamaindex").BaseReader
    _schema = require("llama_index.core.schema", "llamaindex")
    BaseNode, Document, TextNode = _schema.BaseNode, _schema.Document, _schema.TextNode
    NodeRelationship = _schema.NodeRelationship


class GovreportReader(BaseReader):
    """Reads files into documents: the text of the page, with the fields of the report beside it."""

    def lazy_load_data(self, *sources: str | os.PathLike[str], **choices: Any) -> Iterator[Document]:
        """Yield a document for each page.

        Args:
            sources: as for `govreport.corpus.convert`.
            choices: as for `govreport.corpus.reports`.
        """
        for path, report in reports(*sources, **choices):
            date = report.date
            fields = {"source": path, "title": report.title, "issuer": report.issuer, "year": report.year}
            fields["date"] = date.isoformat() if date else None
            known = {name: value for name, value in fields.items() if value is not None}
            yield Document(text=to_text(report), metadata=known)


class GovreportNodeParser(NodeParser):
    """Parses the text of documents, and gives their chunks as nodes, each with its place in the text.

    Attributes:
        max_chars: characters of a chunk at most.
    """

    max_chars: int = MAX_CHARS

    @classmethod
    def class_name(cls) -> str:
        """The name it is stored under."""
        return "GovreportNodeParser"

    def _parse_nodes(self, nodes: Sequence[BaseNode], show_progress: bool = False, **_: Any) -> list[BaseNode]:
        made: list[BaseNode] = []
        for node in nodes:
            for chunk in chunks(parse(node.get_content()), self.max_chars):
                at = {name: value for name, value in chunk.metadata.items() if name not in ("start", "end")}
                made.append(
                    TextNode(
                        text=chunk.text,
                        metadata=at,
                        start_char_idx=chunk.start,
                        end_char_idx=chunk.end,
                        relationships={NodeRelationship.SOURCE: node.as_related_node_info()},
                    )
                )
        return made

    def _postprocess_parsed_nodes(self, nodes: list[BaseNode], parent_doc_map: dict[str, Document]) -> list[BaseNode]:
        places = [(node.start_char_idx, node.end_char_idx) for node in nodes if isinstance(node, TextNode)]
        nodes = super()._postprocess_parsed_nodes(nodes, parent_doc_map)
        # It looks for the text of each node in the document, and finds it elsewhere where that says something twice.
        for node, (start, end) in zip(nodes, places, strict=True):
            if isinstance(node, TextNode):
                node.start_char_idx, node.end_char_idx = start, end
        return nodes
