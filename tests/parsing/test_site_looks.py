"""What a line is by its look: the quick looks that pass most lines over miss no word of a site."""

from __future__ import annotations

import pytest

from govreport.parsing.line import Line
from govreport.parsing.site_looks import end_kind, opens_back
from govreport.words.page_furniture import CREDITS, FOOTER_LINKS, NEIGHBOURS, PHRASES, TOOLS, TOOLS_BELOW
from govreport.words.page_labels import FOOTER_KEY


@pytest.mark.parametrize(
    "words", [FOOTER_LINKS, NEIGHBOURS, PHRASES, TOOLS_BELOW], ids=["links", "near", "phrases", "tools"]
)
def test_each_word_of_a_site_opens_its_back(words: tuple[str, ...]) -> None:
    assert [word for word in words if not opens_back(f"{word}某某")] == []


def test_each_label_of_a_site_is_known_with_its_colon() -> None:
    labels = [*CREDITS, *FOOTER_KEY]
    assert [label for label in labels if end_kind(Line(0, "", f"{label}：某某", "")) == "plain"] == []


def test_tools_in_a_row_are_links() -> None:
    tools = [tool for tool in TOOLS if len(tool) > 1]
    assert [tool for tool in tools if not opens_back(f"{tool} 服务 公开")] == []


@pytest.mark.parametrize("text", ["枫渡县水务局", "128", "128.50", "溪原市民生实事", "第12号"])
def test_a_few_plain_words_are_nothing_of_a_site(text: str) -> None:
    assert end_kind(Line(0, "", text, "")) == "plain"
