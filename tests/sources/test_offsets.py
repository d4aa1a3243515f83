"""Every leaf stands at its offset in the text, and the leaves tile it, whatever a Word file or a page is made of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.harnesses import fuzz_docx, fuzz_html
from fuzz.mutator import FRAGMENTS

TEXTS = st.sampled_from(
    ["一、总则", "规章", "12", "各镇自行提取。", "", " ", "\u3000\u3000（一）公开", "附件：1.名单", "2016年3月15日"]
)
RUNS = st.lists(TEXTS, max_size=2).map(lambda texts: "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts))
PARAGRAPHS = RUNS.map(lambda runs: f"<w:p>{runs}</w:p>")
CELL_PROPERTIES = st.sampled_from(
    [
        "",
        "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>",
        "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>",
        "<w:tcPr><w:vMerge/></w:tcPr>",
    ]
)


def elements(name: str, inner: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(inner, max_size=most).map(lambda parts: f"<w:{name}>{''.join(parts)}</w:{name}>")


def cells(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda properties, parts: f"<w:tc>{properties}{''.join(parts)}</w:tc>",
        CELL_PROPERTIES,
        st.lists(inner, max_size=2),
    )


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return elements("tbl", elements("tr", cells(inner), 4), 5)


BLOCKS = st.recursive(PARAGRAPHS, tables, max_leaves=20)


@pytest.mark.slow
@given(st.lists(st.one_of(tables(PARAGRAPHS), BLOCKS), max_size=8))
@settings(max_examples=150, deadline=None)
def test_word_files(blocks: list[str]) -> None:
    fuzz_docx("".join(blocks).encode())


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS["html"]), TEXTS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_pages(fragments: list[str]) -> None:
    fuzz_html("".join(fragments).replace("\0", " ").encode("utf-8", "replace"))
