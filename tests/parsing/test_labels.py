"""The one reader of labels: where they stand on a line, and what they say."""

from __future__ import annotations

import pytest

from govreport.parsing.labels import FOOTER, METADATA
from govreport.words.page_labels import FOOTER_KEY, METADATA_KEY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("索引号：K4589", [("索引号", "index", "K4589")]),
        ("索 引 号 : K4589", [("索 引 号", "index", "K4589")]),
        ("來源:溪原市水务局", [("來源", "source", "溪原市水务局")]),
        ("發佈時間(jiān)：2023-04-09", [("發佈時間", "published", "2023-04-09")]),
        ("作者:佚名发布日期:2023-04-09", [("作者", "author", "佚名"), ("发布日期", "published", "2023-04-09")]),
        ("溪原市水务局今年的来源：雨水", [("来源", "source", "雨水")]),
    ],
)
def test_labels_before_colons(text: str, found: list[tuple[str, str, str]]) -> None:
    fields = METADATA.fields(text)
    ends = [*[field.start for field in fields[1:]], len(text)]
    assert [
        (text[field.start : field.label_end], field.key, text[field.value : end])
        for field, end in zip(fields, ends, strict=True)
    ] == found


def test_words_before_a_colon_that_are_no_label() -> None:
    assert METADATA.fields("各县报送情况：良好") == []


@pytest.mark.parametrize("colon", [":", "："])
def test_each_label_is_found_with_its_colon(colon: str) -> None:
    for labels, keys in ((METADATA, METADATA_KEY), (FOOTER, FOOTER_KEY)):
        for label, key in keys.items():
            assert [field.key for field in labels.fields(f"{label}{colon}某某")] == [key]
            assert labels.key_at_head(f"{label}{colon}某某") == key


def test_a_label_may_be_spaced_out() -> None:
    assert METADATA.key("索 引　号") == "index"
    assert METADATA.key("某某") is None


def test_a_label_at_the_head_needs_its_colon_near() -> None:
    assert FOOTER.key_at_head("地址 溪原市沿堤路58号") is None
    assert FOOTER.key_at_head("溪原市水务局的地址：沿堤路58号") is None
