"""Reports in Python loops, in LangChain and in LlamaIndex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from govreport import UnreadableFile
from govreport.corpus import convert, reports
from tests.corpora import folder, lines, page


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return folder(tmp_path / "pages", 2)


def test_reports_of_a_folder(pages: Path) -> None:
    found = [(Path(path).name, report.issuer) for path, report in reports(pages)]
    assert found == [("第0000页.txt", "溪原市第0水务所"), ("第0001页.txt", "溪原市第1水务所")]


def test_a_page_that_cannot_be_read_is_named_or_skipped(pages: Path) -> None:
    (pages / "a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UnreadableFile, match=r"a\.pdf: this is a png file"):
        list(reports(pages))
    assert len(list(reports(pages, unreadable="skip"))) == 2


def test_langchain_documents(pages: Path) -> None:
    pytest.importorskip("langchain_core")
    from govreport.corpus.langchain import GovreportLoader

    documents = GovreportLoader(pages, max_chars=400).load()
    assert len(documents) == 8
    assert documents[6].page_content == "（一）健全制度。\n先后订立信息采集、保密审查两项制度。"
    told = {"path": "2.1", "headings": ["二、主要做法", "（一）健全制度"], "issuer": "溪原市第1水务所", "year": 2015}
    told |= {"source": str(pages / "000/第0001页.txt"), "date": "2016-03-15"}
    assert told.items() <= documents[6].metadata.items()


def test_llamaindex_documents_and_nodes(pages: Path) -> None:
    pytest.importorskip("llama_index.core")
    from govreport.corpus.llamaindex import GovreportNodeParser, GovreportReader

    documents = GovreportReader().load_data(pages)
    assert [document.text for document in documents] == [page(0), page(1)]
    assert documents[1].metadata["issuer"] == "溪原市第1水务所"
    nodes: list[Any] = GovreportNodeParser(max_chars=400).get_nodes_from_documents(documents)
    assert len(nodes) == 8
    node = nodes[6]
    assert page(1)[node.start_char_idx : node.end_char_idx] == "（一）健全制度。先后订立信息采集、保密审查两项制度。"
    assert node.metadata["source"] == str(pages / "000/第0001页.txt")
    assert node.metadata["headings"] == ["二、主要做法", "（一）健全制度"]
    assert (node.ref_doc_id, node.prev_node.node_id) == (documents[1].doc_id, nodes[5].node_id)


def test_places_are_right_where_a_page_says_something_twice() -> None:
    schema: Any = pytest.importorskip("llama_index.core.schema")
    from govreport.corpus.llamaindex import GovreportNodeParser

    text = "前言：一、甲\n一、甲\n无。\n二、乙\n"
    nodes: list[Any] = GovreportNodeParser().get_nodes_from_documents([schema.Document(text=text)])
    assert [text[node.start_char_idx : node.end_char_idx] for node in nodes][-2:] == ["一、甲\n无。", "二、乙"]


TABLE = "一、情况\n| 村 | 水井 |\n| 河东 | 十口 |\n| 河西 | 九口 |\n| 河南 | 八口 |\n"


def test_langchain_splitter() -> None:
    documents: Any = pytest.importorskip("langchain_core.documents")
    from govreport.corpus.langchain import GovreportSplitter

    splitter = GovreportSplitter(max_tokens=15, tokenizer=len)
    assert splitter.split_text(TABLE)[1] == "村\t水井\n河西\t九口"
    given = [documents.Document(TABLE, metadata={"source": "a.txt", "owner": "甲"}), documents.Document(TABLE)]
    made = splitter.transform_documents(given)
    assert [document.metadata.get("owner") for document in made] == ["甲"] * 3 + [None] * 3
    assert made[1].metadata["headings"] == ["一、情况"]
    assert [document.id for document in made] == [document.id for document in splitter.split_documents(given)]
    assert len({document.id for document in made[:3]}) == 3
    with pytest.raises(ValueError, match="max_tokens and tokenizer go together"):
        GovreportSplitter(max_tokens=15)


def test_ids_of_all_ways_are_the_same(pages: Path, tmp_path: Path) -> None:
    pytest.importorskip("langchain_core")
    pytest.importorskip("llama_index.core")
    from govreport.corpus.langchain import GovreportLoader
    from govreport.corpus.llamaindex import GovreportNodeParser, GovreportReader

    convert(pages, tmp_path / "out.jsonl", tables=["chunks"], jobs=1)
    ids = [row["chunk_id"] for row in lines(tmp_path / "out.jsonl")]
    assert [document.id for document in GovreportLoader(pages).load()] == ids
    nodes = GovreportNodeParser().get_nodes_from_documents(GovreportReader().load_data(pages))
    assert [node.node_id for node in nodes] == ids


def test_llamaindex_nodes_may_be_counted_in_tokens() -> None:
    schema: Any = pytest.importorskip("llama_index.core.schema")
    from govreport.corpus.llamaindex import GovreportNodeParser

    parser = GovreportNodeParser(max_tokens=15, tokenizer=len)
    texts = [node.get_content() for node in parser.get_nodes_from_documents([schema.Document(text=TABLE)])]
    assert texts[1] == "村\t水井\n河西\t九口"
    assert "tokenizer" not in parser.to_dict()
